"""Measures the time grammar alone, on one core: characters a second, without the network that reads the texts.

    PYTHONPATH=src python -m benchmarks.bench_time [--documents 40] [--runs 5] [--core 0]

The texts are those of TimeBank and WikiWars under DATELINE_DATA (default ``../shared``), evenly spread. They are read
once; then ``find_times`` runs over them, and, told apart, the resolution of what it found. Speeds are of processor
time.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path

from evals.eval_time import read_tml

from dateline.events.times.date import date_story
from dateline.language.reader import read_article
from dateline.language.reading import Reading
from dateline.language.times import find_times
from dateline.model import Article, Sentence, TimeExpression
from dateline.settings import DateSettings
from dateline.stage import Batch

LEAST = 200_000
"""Characters a second that the grammar must reach."""


def main() -> int:
    """Print one row for each set; return 1 when the grammar is slower than it must be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=40)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--core", type=int, default=0)
    options = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {options.core})
    data = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "time"
    slow = 0
    print(f"{'set':16} {'characters':>10} {'times':>6} {'grammar, char/s':>16} {'resolution, char/s':>19}")
    for name in ("tbaq/timebank", "wikiwars"):
        paths = sorted((data / name).rglob("*.tml"))
        readings = [read_article(read_tml(path)[0]) for path in paths[:: max(1, len(paths) // options.documents)]]
        size = sum(len(reading.article.text) for reading in readings)
        grammar = min(measure_grammar(readings) for _ in range(options.runs))
        resolution, count = measure_resolution(readings)
        print(f"{name:16} {size:10} {count:6} {size / grammar:16,.0f} {size / resolution:19,.0f}")
        slow += size / grammar < LEAST
    return 1 if slow else 0


def measure_grammar(readings: list[Reading]) -> float:
    """Return the seconds that finding the times of all readings takes."""
    began = time.process_time()
    for reading in readings:
        find_times(reading)
    return time.process_time() - began


def measure_resolution(readings: list[Reading]) -> tuple[float, int]:
    """Return the seconds that resolving the times takes, and how many there are."""
    batches = []
    for reading in readings:
        sentences = tuple(sentence.sentence for sentence in reading.sentences)
        rows = {Article: (reading.article,), Sentence: sentences, TimeExpression: find_times(reading)}
        batches.append(Batch(reading.article.article_id, rows))
    began = time.process_time()
    for batch in batches:
        list(date_story(batch, DateSettings()))
    return time.process_time() - began, sum(len(batch.all(TimeExpression)) for batch in batches)


if __name__ == "__main__":
    sys.exit(main())
