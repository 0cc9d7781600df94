"""Broken inputs through every reader, extract and clean: none may crash, hang, or end without a record.

    python -m evals.fuzz_readers --count 100000          every outcome counted; exit code 1 when one is a failure
    python -m evals.fuzz_readers --show 4711             what became of one input, and where it stands on disk

Input N is made of a sound one (``fuzz_seeds``) by mutations (``fuzz_mutations``) that depend on ``--seed`` and N alone.
A mutation goes below packing in half of the cases where there is any. One in ten bears a wrong suffix or none. Inputs
run in a child process with bounds, in lots; a lot that breaks them is run again one by one to find the culprit.
"""

from __future__ import annotations

import argparse
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from random import Random

from evals.alone import clean_alone
from evals.fuzz_mutations import mutate
from evals.fuzz_seeds import Seed, make_seeds

from dateline.bounds import run_bounded
from dateline.errors import BoundsError
from dateline.model import Article, Capture, Dropped, Record
from dateline.read.readers import READERS, read_source
from dateline.read.source import Budget, Source

FLOOR = {"failures": 0}
SECONDS = 20.0
"""Processor time for one input of at most 150 kB; the slowest takes a tenth of it."""
MEGABYTES = 1_500
_LOT = 50
_LOT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Case:
    """A broken input: its number, the seed that it was made of, its file name and bytes, and what was done to it."""

    number: int
    seed: Seed
    name: str
    data: bytes
    done: tuple[str, ...]


@dataclass(slots=True)
class Tally:
    """What became of all inputs: counts by outcome and by reader, failures by number, the slowest."""

    outcomes: Counter[str] = field(default_factory=Counter)
    readers: Counter[str] = field(default_factory=Counter)
    failures: list[tuple[int, str]] = field(default_factory=list)
    slowest: list[tuple[float, int]] = field(default_factory=list)

    def add(self, number: int, reader: str, seconds: float, outcomes: tuple[str, ...]) -> None:
        """Count one input."""
        self.readers[reader] += 1
        self.outcomes.update(outcomes)
        self.failures += [(number, outcome) for outcome in outcomes if outcome.startswith("FAILED")]
        self.slowest = sorted([*self.slowest, (seconds, number)], reverse=True)[:5]


def make_case(seed: int, number: int) -> Case:
    """Return input ``number`` of a run; depends on the two numbers alone."""
    chance = Random(f"{seed}/{number}")
    seeds = make_seeds()
    chosen, other = seeds[number % len(seeds)], chance.choice(seeds)
    inner = chosen.unpack is not None and chosen.pack is not None and chance.random() < 0.5
    if inner and chosen.unpack and chosen.pack:
        parts = chosen.unpack(chosen.data)
        name = chance.choice(sorted(parts))
        parts[name], done = mutate(chance, parts[name], other.data)
        data = chosen.pack(parts)
    else:
        data, done = mutate(chance, chosen.data, other.data)
    file = chosen.name
    if chance.random() < 0.1:
        file = chance.choice(
            ("a", "a.dat", "a.b.c", *(f"a{suffix}" for reader in READERS for suffix in reader.suffixes))
        )
    return Case(number, chosen, file, data, done)


def run_case(case: Case) -> tuple[str, ...]:
    """Read one input and clean what it gives; return its outcomes, one for each record that ends it."""
    try:
        source = Source(case.name, case.name, BytesIO(case.data), None, budget=Budget.of(len(case.data)))
        records = list(read_source(source))
        outcomes = tuple(outcome for record in records for outcome in follow(record))
        return outcomes or ("FAILED: the reader gave no record",)
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt | SystemExit):
            raise
        place = next((f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"
                      for frame in reversed(traceback.extract_tb(error.__traceback__))
                      if "/dateline/" in frame.filename), "?")  # fmt: skip
        return (f"FAILED: {type(error).__name__} at {place}: {str(error)[:100]}",)


def follow(record: Capture | Dropped) -> Iterator[str]:
    """Yield the outcomes of what a reader gave, after a check of what is promised about it."""
    if isinstance(record, Dropped):
        yield check_dropped(record)
        return
    if sha256(record.body).hexdigest() != record.sha256:
        yield "FAILED: the hash is not that of the bytes"
    record.text.encode("utf-8")  # raises for lone surrogates
    ends = [row for row in clean_alone(record) if isinstance(row, Article | Dropped)]
    if not ends:
        yield "FAILED: a capture gave neither article nor refusal"
    for row in ends:
        yield check_end(row)


def check_end(row: Record) -> str:
    """Return the outcome of an article or a refusal."""
    if isinstance(row, Article):
        row.text.encode("utf-8")
        return "article" if row.text.strip() else "FAILED: an article without text"
    return check_dropped(row) if isinstance(row, Dropped) else "FAILED: neither article nor refusal"


def check_dropped(row: Dropped) -> str:
    """Return the outcome of a refusal; each has a reason and its detail in words."""
    row.detail.encode("utf-8", "surrogatepass")
    return f"{row.stage}: {row.reason}" if row.reason and row.detail else "FAILED: a refusal without words"


def run_lot(seed: int, numbers: tuple[int, ...]) -> list[tuple[int, str, float, tuple[str, ...]]]:
    """Run some inputs; return number, reader, seconds and outcomes of each. Runs in the child process."""
    rows = []
    for number in numbers:
        case = make_case(seed, number)
        started = time.process_time()
        outcomes = run_case(case)
        rows.append((number, case.seed.reader, time.process_time() - started, outcomes))
    return rows


def run_all(seed: int, numbers: range, tally: Tally) -> None:
    """Run all inputs in bounded lots into the tally."""
    for start in range(numbers.start, numbers.stop, _LOT):
        lot = tuple(range(start, min(start + _LOT, numbers.stop)))
        try:
            rows = run_bounded(run_lot, (seed, lot), seconds=_LOT_SECONDS, megabytes=MEGABYTES)
        except BoundsError:
            rows = [row for number in lot for row in run_one(seed, number)]
        for row in rows:
            tally.add(*row)
        if sys.stderr.isatty() and start % (20 * _LOT) == 0:
            print(f"\r{start:,}", end="", file=sys.stderr)


def run_one(seed: int, number: int) -> list[tuple[int, str, float, tuple[str, ...]]]:
    """Run one input under the bounds of one; a breach of them is its outcome."""
    try:
        return run_bounded(run_lot, (seed, (number,)), seconds=SECONDS, megabytes=MEGABYTES)
    except BoundsError as error:
        reader = make_case(seed, number).seed.reader
        return [(number, reader, SECONDS, (f"FAILED: {error.reason}",))]


def show_case(seed: int, number: int) -> None:
    """Tell what became of one input, and write it to the working folder."""
    case = make_case(seed, number)
    place = Path(f"fuzz-{number}-{case.name}")
    place.write_bytes(case.data)
    print(f"{case.seed.reader} {case.name}, {len(case.data):,} bytes, by {', '.join(case.done)}: {place}")
    print(*run_one(seed, number)[0][3], sep="\n")


def report(tally: Tally, count: int, seconds: float) -> None:
    """Print the counts."""
    print(f"{count:,} inputs in {seconds:,.0f} s; by reader: {dict(sorted(tally.readers.items()))}")
    for outcome, number in sorted(tally.outcomes.items(), key=lambda row: (-row[1], row[0])):
        print(f"{number:9,}  {outcome}")
    print("slowest:", ", ".join(f"{spent:.2f} s (input {number})" for spent, number in tally.slowest))
    for number, outcome in tally.failures[:40]:
        print(f"input {number}: {outcome}")
    print(f"failures: {len(tally.failures)}")


def main() -> None:
    """Run the fuzzer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=2_000)
    parser.add_argument("--start", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int)
    chosen = parser.parse_args()
    if chosen.show is not None:
        show_case(chosen.seed, chosen.show)
        return
    tally, started = Tally(), time.monotonic()
    run_all(chosen.seed, range(chosen.start, chosen.start + chosen.count), tally)
    report(tally, chosen.count, time.monotonic() - started)
    sys.exit(len(tally.failures) > FLOOR["failures"])


if __name__ == "__main__":
    from evals.fuzz_readers import main as run  # by its own name, so that the child process finds it

    run()
