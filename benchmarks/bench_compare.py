"""Measures the stage compare over one story of more and more articles.

    python -m benchmarks.bench_compare [--sizes 25 50 100 200 400] [--topic libya] [--seed 7] [--profile]

The reports of one long affair in t17 under DATELINE_DATA (default ``../shared``) go down the road to the stage attest
once. A story of any size is then made of them: where the reports run out, further ones are recombined from their
records, each a copy under another outlet that keeps a random three fifths of its sentences with what was read in them,
so that it shares some numbers with its first and lacks others. Prints seconds of the processor, slots and
discrepancies, and the growth from the size before (1.0 is linear).
"""

from __future__ import annotations

import argparse
import cProfile
import json
import os
import pstats
import random
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from dateline.compare.compare import compare_story
from dateline.desk import open_desk
from dateline.model import Article, Discrepancy, Origin, Placement, Record, Slot
from dateline.settings import CompareSettings
from dateline.stage import Batch
from dateline.stages import STAGES

DATA = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data"
BASE = 100
"""Real reports that are read; more than these are recombined."""
_LONGEST = 9000
"""Characters; longer pages of t17 hold the comments of readers."""
_KEPT = 0.6
TARGET = (200, 20.0)
"""A story of 200 articles compares in 20 seconds on two cores; one is used here."""


def main() -> int:
    """Print a row for each size; return 1 when the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[25, 50, 100, 200, 400])
    parser.add_argument("--topic", default="libya")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--profile", action="store_true", help="print what costs most at the largest size")
    args = parser.parse_args()
    rows = read_affair(args.topic, min(BASE, max(args.sizes)))
    print(f"{'articles':>9} {'seconds':>8} {'slots':>6} {'discrepancies':>14} {'growth':>7}")
    before: tuple[int, float] | None = None
    failed = False
    for size in sorted(args.sizes):
        batch = make_story(rows, size, args.seed)
        seconds, found = measure(batch)
        growth = (seconds / before[1]) / (size / before[0]) if before else 1.0
        slots = sum(isinstance(row, Slot) for row in found)
        print(f"{size:9} {seconds:8.2f} {slots:6} {len(found) - slots:14} {growth:7.2f}", flush=True)
        before = size, seconds
        failed |= size <= TARGET[0] and seconds > TARGET[1]
    if args.profile:
        profile(make_story(rows, max(args.sizes), args.seed))
    return int(failed)


def measure(batch: Batch) -> tuple[float, list[Slot | Discrepancy]]:
    """Return seconds of the processor, and what the stage finds."""
    start = time.process_time()
    found = list(compare_story(batch, CompareSettings()))
    return time.process_time() - start, found


def profile(batch: Batch) -> None:
    """Print the functions in which most time goes."""
    with cProfile.Profile() as watch:
        list(compare_story(batch, CompareSettings()))
    pstats.Stats(watch).sort_stats("tottime").print_stats(18)


def read_affair(topic: str, count: int) -> dict[type[Record], list[Record]]:
    """Return the records, up to the stage compare, of the first reports of an affair, all put into one story."""
    lines = (DATA / "timelines" / "t17" / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    pages = [page for page in map(json.loads, lines) if page["topic"] == topic and len(page["text"]) <= _LONGEST]
    pages.sort(key=lambda page: (page["date"], page["id"]))
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        for index, page in enumerate(pages[:count]):
            row = {"outlet": f"paper {index}", "title": page["text"].partition("\n")[0][:90], "published": page["date"]}
            text = page["text"].partition("\n")[2]
            (Path(folder) / f"{index:03}.json").write_text(json.dumps({**row, "text": text}), encoding="utf-8")
        with open_desk(None) as desk:
            desk.add([folder])
            desk.run(until="attest")
            stage = next(stage for stage in STAGES if stage.name == "compare")
            main_story = desk.rows(Placement)[0].story_id
            return {kind: [move(row, main_story) for row in desk.rows(kind)] for kind in stage.reads}


def move(row: Record, story: str) -> Record:
    """Return a record of whatever story as one of the story given."""
    changed: dict[str, Any] = {"story_id": story} if hasattr(row, "story_id") else {}
    return replace(row, **changed)


def make_story(rows: dict[type[Record], list[Record]], size: int, seed: int) -> Batch:
    """Return a batch of the first articles; where they are fewer than ``size``, with further recombined ones."""
    articles = sorted(row.article_id for row in rows[Article] if isinstance(row, Article))
    rng = random.Random(seed)
    made: dict[type[Record], list[Record]] = {kind: [] for kind in rows}
    chosen = articles[:size]
    for kind, found in rows.items():
        made[kind] += [row for row in found if getattr(row, "article_id", None) in {*chosen, None}]
    origins = [row for row in made[Origin] if isinstance(row, Origin)]
    made[Origin] = [row for row in origins if set(row.articles) <= set(chosen)]
    for number in range(size - len(chosen)):
        recombine(rows, articles[number % len(articles)], f"-{number}", rng, made)
    return Batch("story", {kind: tuple(found) for kind, found in made.items()})


def recombine(
    rows: dict[type[Record], list[Record]],
    article: str,
    mark: str,
    rng: random.Random,
    made: dict[type[Record], list[Record]],
) -> None:
    """Add a copy of an article's records under new ids, with a random part of its sentences."""
    own = [row for found in rows.values() for row in found if getattr(row, "article_id", None) == article]
    sentences = sorted({getattr(row, "sentence_id", "") for row in own} - {""})
    dropped = {sentence for sentence in sentences if rng.random() > _KEPT}
    kept = [row for row in own if getattr(row, "sentence_id", "") not in dropped]
    ids = {article, *find_ids(kept)}
    for row in kept:
        plain = rename(msgspec.to_builtins(row), ids, mark)
        made[type(row)].append(msgspec.convert(plain, type(row)))
    made[Origin].append(Origin(origin_id=f"origin{mark}", story_id="story", articles=(article + mark,), why=""))


def find_ids(rows: Iterable[Record]) -> set[str]:
    """Return the ids that the records of one article are known by."""
    names = ("sentence_id", "quantity_id", "mention_id", "event_id", "time_id", "claim_id", "passage_id")
    return {getattr(row, name) for row in rows for name in names if hasattr(row, name)}


def rename(value: Any, ids: set[str], mark: str) -> Any:
    """Return a plain value with every id of a set marked."""
    if isinstance(value, str):
        return value + mark if value in ids else value
    if isinstance(value, dict):
        return {key: rename(inner, ids, mark) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [rename(inner, ids, mark) for inner in value]
    return value


if __name__ == "__main__":
    raise SystemExit(main())
