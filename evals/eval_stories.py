"""Grouping, on BASIL: 300 articles, 100 events told by three outlets each. B-cubed, half the events to calibrate on.

    python evals/eval_stories.py [--sweep]

Reads DATELINE_DATA (default ../shared)/data/stories/basil. Published figure to set it beside: TF-IDF at its best
threshold, B-cubed F1 .934 on all 100 events.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from dateline.language.profile import make_profile
from dateline.language.reader import read_article
from dateline.model import Article, Link, Placement, Profile
from dateline.settings import GroupSettings, RelateSettings
from dateline.stage import Batch
from dateline.stories.group import group_corpus
from dateline.stories.relate import relate_bucket


def main() -> None:
    """Print B-cubed for the calibration half, the other half and all; with --sweep, for other thresholds too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sweep", action="store_true", help="try other thresholds")
    args = parser.parse_args()
    gold, profiles = read_basil(Path(os.environ.get("DATELINE_DATA", "../shared")) / "data/stories/basil")
    events = sorted(set(gold.values()))
    halves = {"calibration": events[::2], "held out": events[1::2], "all": events}
    thresholds = [GroupSettings().threshold]
    if args.sweep:
        thresholds = sorted({*thresholds, 0.1, 0.12, 0.14, 0.16, 0.18, 0.2, 0.22, 0.25, 0.28})
    print(f"{'threshold':>9} {'part':>12} {'P':>6} {'R':>6} {'F1':>6} {'mixed':>6} stories")
    for threshold in thresholds:
        for name, part in halves.items():
            chosen = [profile for profile in profiles if gold[profile.article_id] in set(part)]
            placed = place(chosen, threshold)
            precision, recall = b_cubed(placed, gold)
            f1 = 2 * precision * recall / (precision + recall)
            mixed = count_mixed(placed, gold)
            row = f"{threshold:9.2f} {name:>12} {precision:6.3f} {recall:6.3f} {f1:6.3f} {mixed:6}"
            print(row, len(set(placed.values())))


def read_basil(folder: Path) -> tuple[dict[str, str], list[Profile]]:
    """Return each article's event, and the profiles."""
    gold: dict[str, str] = {}
    profiles: list[Profile] = []
    for path in sorted(folder.rglob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        body = "\n".join(" ".join(paragraph) for paragraph in raw["body-paragraphs"])
        title = str(raw["title"])
        article = Article(
            article_id=raw["uuid"], capture_id="", uri=path.name, sha256="", outlet=raw["source"],
            title=title, published=raw["date"], published_basis="metadata", language="en",
            text=f"{title}\n\n{body}",
            body_start=len(title) + 2, )  # fmt: skip
        gold[article.article_id] = raw["triplet-uuid"]
        profiles.append(make_profile(read_article(article), (), ()))
    return gold, profiles


def place(profiles: Sequence[Profile], threshold: float) -> dict[str, str]:
    """Group profiles by the two stages; return each article's story."""
    buckets: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for bucket in profile.buckets:
            buckets[bucket].append(profile)
    links = [
        link
        for key, rows in buckets.items()
        if len(rows) > 1
        for link in relate_bucket(Batch(key, {Profile: tuple(rows)}), RelateSettings())
    ]
    batch = Batch("", {Profile: tuple(profiles), Link: tuple(links)})
    settings = replace(GroupSettings(), threshold=threshold)
    return {row.article_id: row.story_id for row in group_corpus(batch, settings) if isinstance(row, Placement)}


def b_cubed(placed: Mapping[str, str], gold: Mapping[str, str]) -> tuple[float, float]:
    """Return B-cubed precision and recall (Bagga and Baldwin 1998)."""
    mine, theirs = members(placed, placed), members(gold, placed)
    both = {item: len(mine[placed[item]] & theirs[gold[item]]) for item in placed}
    precision = sum(both[item] / len(mine[placed[item]]) for item in placed) / len(placed)
    recall = sum(both[item] / len(theirs[gold[item]]) for item in placed) / len(placed)
    return precision, recall


def members(labels: Mapping[str, str], items: Iterable[str]) -> dict[str, set[str]]:
    """Return the items of each label."""
    found: dict[str, set[str]] = defaultdict(set)
    for item in items:
        found[labels[item]].add(item)
    return found


def count_mixed(placed: Mapping[str, str], gold: Mapping[str, str]) -> int:
    """Count the stories that hold articles of more than one event."""
    return sum(len({gold[item] for item in group}) > 1 for group in members(placed, placed).values())


if __name__ == "__main__":
    main()
