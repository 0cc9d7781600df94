"""Measures the whole road over a pile of articles: a fresh process and a fresh store for each run, reading included.

    python benchmarks/bench_road.py [INPUT …] [--runs 5] [--workers 1] [--limit N]

Without INPUT it takes the 300 articles of ``data/stories/basil`` under DATELINE_DATA (default ``../shared``), turned
into JSON lines in a scratch folder. Prints articles a second, peak memory and seconds by stage, each as the least,
the median and the most of the runs, and, as a measure of the machine's own noise, the same for a fixed piece of
plain Python run before each run.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

DATA = Path(os.environ.get("DATELINE_DATA", "../shared"))
OUTLETS = {"fox": "Fox News", "hpo": "HuffPost", "nyt": "The New York Times"}

CHILD = """
import json, sys
from dateline.desk import Desk
from dateline.model import Article
with Desk.open(None) as desk:
    desk.add(sys.argv[2:])
    report = desk.run(workers=int(sys.argv[1]))
    print(json.dumps({"articles": len(desk.rows(Article)), "seconds": report.seconds}))
"""


@dataclass(frozen=True, slots=True)
class Run:
    """One run: articles read, wall seconds of the process, seconds by stage, MiB at the peak, seconds of noise."""

    articles: int
    wall: float
    stages: dict[str, float]
    peak: float
    noise: float


def read_basil() -> Iterator[dict[str, str]]:
    """Yield the articles of the set as JSON articles."""
    for path in sorted((DATA / "data" / "stories" / "basil").glob("*/*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        yield {
            "title": raw["title"],
            "text": "\n\n".join(" ".join(paragraph) for paragraph in raw["body-paragraphs"]),
            "outlet": OUTLETS.get(raw["source"], raw["source"]),
            "published": raw["date"],
            "url": raw["url"],
        }


def write_basil(folder: Path, limit: int | None) -> list[str]:
    """Write the set as one file of JSON lines; return the inputs."""
    lines = [json.dumps(article, ensure_ascii=False) for article in read_basil()][:limit]
    if not lines:
        sys.exit(f"no articles under {DATA / 'data' / 'stories' / 'basil'}: set DATELINE_DATA or name inputs")
    path = folder / "basil.jsonl"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return [str(path)]


def measure_noise() -> float:
    """Return the seconds that a fixed piece of work takes: on a quiet machine always the same."""
    started = time.perf_counter()
    total = 0
    for number in range(2_000_000):
        total += number % 7
    assert total
    return time.perf_counter() - started


def run_once(inputs: Sequence[str], workers: int) -> Run:
    """Run the road in a process of its own and wait for it.

    The peak is that of the largest process: with several workers, each has its own.
    """
    noise = measure_noise()
    started = time.perf_counter()
    child = subprocess.Popen([sys.executable, "-c", CHILD, str(workers), *inputs], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    told = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    wall = time.perf_counter() - started
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        sys.exit(f"the run failed with {child.returncode}")
    result = json.loads(told)
    return Run(result["articles"], wall, result["seconds"], usage.ru_maxrss / 1024, noise)


def spread(name: str, values: Sequence[float], unit: str) -> str:
    """Return one line of the table: least, median, most."""
    return f"{name:12} {min(values):9.2f} {median(values):9.2f} {max(values):9.2f}  {unit}"


def main() -> None:
    """Run, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", help="what to read; the articles of basil when nothing is named")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--limit", type=int, help="only the first N articles of basil")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="dateline-") as scratch:
        inputs = args.inputs or write_basil(Path(scratch), args.limit)
        runs = [run_once(inputs, args.workers) for _ in range(args.runs)]
    print(f"{runs[0].articles} articles, {args.runs} runs, {args.workers} workers, {os.cpu_count()} processors")
    print(f"{'':12} {'least':>9} {'median':>9} {'most':>9}")
    print(spread("speed", [run.articles / run.wall for run in runs], "articles/s, whole process"))
    print(spread("wall", [run.wall for run in runs], "s"))
    print(spread("peak", [run.peak for run in runs], "MiB"))
    print(spread("noise", [run.noise for run in runs], "s for the same plain Python"))
    for stage in runs[0].stages:
        print(spread(stage, [run.stages[stage] for run in runs], "s"))


if __name__ == "__main__":
    main()
