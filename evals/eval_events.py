"""Event mentions against the annotated Wikinews articles: triggers, types, status, and the time given to each.

    python evals/eval_events.py [dev|train] [--show]

Reads DATELINE_DATA (default ../shared)/data/language/wikinews. Two annotators agree on triggers at F1 .93 (GUIDE.md
there). A trigger is right when it overlaps a marked one; type, status and time are scored on right triggers.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.language.events import find_events
from dateline.language.names import find_names
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, EventMention, TimeExpression

STATUS = {"hypothetical": "possible"}
"""Marked statuses that have another name here."""


def main() -> None:
    """Print precision, recall and F1 of triggers, and the shares of right types, statuses and times."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", default="dev", choices=("dev", "train"))
    parser.add_argument("--show", action="store_true", help="print what was missed and what was not marked")
    args = parser.parse_args()
    root = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data/language/wikinews"
    counts: Counter[str] = Counter()
    for text, gold in read_documents(root / f"{args.part}.jsonl"):
        events, times = find_all(text)
        counts.update(score_document(text, gold, events, times, show=args.show))
    precision = counts["right"] / max(1, counts["found"])
    recall = counts["hit"] / max(1, counts["marked"])
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"triggers  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({counts['marked']} marked)")
    for name in ("type", "status", "time"):
        print(f"{name:8}  {counts[name] / max(1, counts[name + ' asked']):.3f} of {counts[name + ' asked']}")


def read_documents(path: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Yield each document's text and marked events."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["text"], row["events"]


def find_all(text: str) -> tuple[Sequence[EventMention], dict[str, TimeExpression]]:
    """Return the events of a text, and its time expressions by id."""
    article = Article(
        article_id="x", capture_id="", uri="", sha256="", language="en", text=text, )  # fmt: skip
    reading = read_article(article)
    times = find_times(reading)
    return find_events(reading, find_names(reading), times), {time.time_id: time for time in times}


def score_document(
    text: str,
    gold: Sequence[dict[str, Any]],
    events: Sequence[EventMention],
    times: dict[str, TimeExpression],
    *,
    show: bool,
) -> Counter[str]:
    """Return the counts of one document."""
    counts = Counter(found=len(events), marked=len(gold))
    hit: set[int] = set()
    for event in events:
        here = [at for at, row in enumerate(gold) if event.start < row["trigger"][1] and row["trigger"][0] < event.end]
        counts["right"] += bool(here)
        hit.update(here)
        if here:
            counts.update(score_pair(gold[here[0]], event, times))
        elif show:
            print("  not marked:", text[event.start : event.end], "|", text[event.clause[0] : event.clause[1]][:120])
    counts["hit"] = len(hit)
    for at, row in enumerate(gold):
        if show and at not in hit:
            print("  missed:", text[slice(*row["trigger"])], row["type"])
    return counts


def score_pair(row: dict[str, Any], event: EventMention, times: dict[str, TimeExpression]) -> Counter[str]:
    """Return what is right of one event."""
    counts = Counter({"type asked": 1, "status asked": 1})
    counts["type"] = row["type"] == event.type
    counts["status"] = STATUS.get(row["status"], row["status"]) == event.status
    if row["time"]:
        start, end = row["time"]
        time = times.get(event.time_id or "")
        counts["time asked"] = 1
        counts["time"] = bool(time and time.start < end and start < time.end)
    return counts


if __name__ == "__main__":
    main()
