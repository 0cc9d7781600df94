"""Measures grouping as a stream: articles a second and memory from a thousand to a million, and what it groups well.

    python -m benchmarks.bench_stories [--sizes 1000 10000 100000 1000000] [--keep FILE] [--no-quality]

The curve: arrivals are made up from the features of real articles (BASIL, ECB+, t17 under DATELINE_DATA). An invented
story takes half each of two articles' rows, has their names and half of their terms for itself alone, and runs over
days; each of its articles keeps seven tenths of that and takes the rest from another real row. A thousand come a day.
Each size runs in a process of its own; the seconds are the processor's, for ready rows, without the making of the
arrivals.

The quality: B-cubed of the stream, and of what the road makes of it (``stories/split.py``), beside batch, and beside
the average link of TF-IDF cosines at its best threshold, on BASIL and on the sub-topics of ECB+. ``--keep`` saves the
profiles, which take minutes.
"""

from __future__ import annotations

import argparse
import json
import pickle
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from evals.eval_stories import cut_merges, link_by_cosine, measure, place
from evals.piles import Piled, halve, load_affairs, load_basil, load_siblings

from dateline.settings import GroupSettings, StreamSettings
from dateline.stories.judged import read_judgements
from dateline.stories.likeness import view_of
from dateline.stories.pool import Pool
from dateline.stories.rows import NAMES, Ints, Rows, make_rows
from dateline.stories.split import split_groups
from dateline.stories.stream import Stream, stream_groups

PER_DAY = 1000
NEW = 6
"""One arrival in so many opens a story."""
RECENT = 3000
"""Arrivals among whose stories the next one's is drawn: stories grow with their size and die out in days."""
KEPT = 0.7
"""Part of a story's features that each of its articles has."""
_START = 737_000
_MIX = 0x9E3779B1
_STEP, _OTHER = 7919, 104_729
"""Primes: the rows of all real articles serve before one serves twice, and in ever new pairs."""


def main() -> None:
    """Print the curve, then the quality."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000, 100_000, 1_000_000])
    parser.add_argument("--keep", type=Path, help="file in which the profiles are kept, made when it is not there")
    parser.add_argument("--no-quality", action="store_true", help="print the curve alone")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--rows", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.one:
        print(json.dumps(run_size(args.one, load_rows(args.rows))))
        return
    piles = load_piles(args.keep)
    print_curve(args.sizes, piles)
    if not args.no_quality:
        print_quality(piles)


def load_piles(keep: Path | None) -> dict[str, list[Piled]]:
    """Return the piles by name, from the kept file where there is one."""
    if keep and keep.exists():
        kept: dict[str, list[Piled]] = pickle.loads(keep.read_bytes())
        return kept
    piles = {"BASIL": load_basil(), "ECB+": load_siblings(), "t17": load_affairs()}
    if keep:
        keep.write_bytes(pickle.dumps(piles))
    return piles


def print_curve(sizes: Sequence[int], piles: Mapping[str, Sequence[Piled]]) -> None:
    """Print a line for each size, each measured in a process of its own."""
    rows = make_rows([piled.profile for pile in piles.values() for piled in pile])
    path = Path(f"/tmp/bench_stories_{time.time_ns()}.npz")
    np.savez(path, **{name: getattr(rows, name) for name in Rows.__dataclass_fields__})
    print(
        f"{'arrivals':>9} {'a second':>9} {'last tenth':>10} {'groups':>8} {'pool MB':>8} {'peak MB':>8} {'B-cubed':>8}"
    )
    try:
        for size in sizes:
            command = [sys.executable, "-m", "benchmarks.bench_stories", "--one", str(size), "--rows", str(path)]
            told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            f1 = "" if told["f1"] is None else f"{told['f1']:.3f}"
            print(
                f"{size:9,} {told['rate']:9,.0f} {told['late']:10,.0f} {told['groups']:8,} {told['pool']:8.0f}"
                f" {told['peak']:8.0f} {f1:>8}",
                flush=True,
            )
    finally:
        path.unlink()


def load_rows(path: Path) -> Rows:
    """Return the rows of real articles."""
    held = np.load(path)
    return Rows(**{name: held[name] for name in Rows.__dataclass_fields__})


def run_size(size: int, real: Rows) -> dict[str, float | None]:
    """Run so many arrivals through a stream; return articles a second, of the last tenth too, and megabytes."""
    settings = StreamSettings()
    stream = Stream(settings)
    seconds: list[float] = []
    small = size <= 100_000
    gold: list[int] = []
    parent = list(range(size)) if small else []
    groups = size
    for stories, rows in make_arrivals(size, real, settings.block):
        began = time.process_time()
        joins = stream.take(rows)
        seconds.append(time.process_time() - began)
        groups -= len(joins)
        if small:
            gold += stories.tolist()
            for kept, gone in joins:
                parent[gone] = kept
    late = seconds[-max(1, len(seconds) // 10) :]
    return {
        "rate": size / sum(seconds),
        "late": min(size, settings.block * len(late)) / sum(late),
        "groups": groups,
        "pool": count_bytes(stream.pool) / 1e6,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000,
        "f1": score_synthetic(gold, parent) if small else None,
    }


def count_bytes(pool: Pool) -> int:
    """Return the bytes of a pool's arrays."""
    return sum(value.nbytes for value in vars(pool).values() if isinstance(value, np.ndarray))


def score_synthetic(gold: Sequence[int], parent: Sequence[int]) -> float:
    """Return B-cubed F1 of what was found against the invented stories."""
    placed = []
    for number in range(len(gold)):
        while parent[number] != number:
            number = parent[number]
        placed.append(number)
    mine, theirs, both = Counter(placed), Counter(gold), Counter(zip(placed, gold, strict=True))
    precision = sum(count * count / mine[one] for (one, _), count in both.items()) / len(gold)
    recall = sum(count * count / theirs[other] for (_, other), count in both.items()) / len(gold)
    return 2 * precision * recall / (precision + recall)


def make_arrivals(size: int, real: Rows, block: int) -> Iterator[tuple[Ints, Rows]]:
    """Yield blocks of arrivals with the invented story of each; the same for every run."""
    dice = np.random.default_rng(7)
    recent = np.zeros(0, np.int64)
    stories = 0
    for start in range(0, size, block):
        count = min(block, size - start)
        fresh = dice.random(count) < 1 / NEW
        fresh[0] |= not len(recent)
        names = np.where(fresh, stories + np.cumsum(fresh) - 1, -1)
        known = names[fresh] if not len(recent) else recent
        names[~fresh] = dice.choice(known, (~fresh).sum())
        stories += int(fresh.sum())
        recent = np.concatenate([recent, names])[-RECENT:]
        days = _START + (start + np.arange(count)) // PER_DAY
        yield names.astype(np.int32), invent_rows(names, days.astype(np.int32), real, dice)


def invent_rows(stories: np.ndarray, days: Ints, real: Rows, dice: np.random.Generator) -> Rows:
    """Return a row for each arrival: most of it its story's, the rest of a real row drawn for it."""
    themes, seconds = (stories * _STEP) % len(real), (stories // len(real) + stories * _OTHER) % len(real)
    others = dice.integers(0, len(real), len(stories))
    halves = ((np.arange(real.ids.shape[1]) * 2_654_435 + stories[:, None] * _MIX) >> 9) % 2 == 0
    ids = np.where(halves, real.ids[themes], real.ids[seconds])
    own = (ids * 48_271 >> 5) % 2 == 0
    own[:, NAMES] = True
    own &= ids > 0
    told = (ids.astype(np.int64) * 31 + stories[:, None] * _MIX) % (1 << 27)
    ids = np.where(own, (ids >> 27 << 27) + told, ids).astype(np.int32)
    keep = dice.random(ids.shape) < KEPT
    weights = np.where(halves, real.weights[themes], real.weights[seconds])
    rarities = np.where(halves[:, NAMES], real.rarities[themes], real.rarities[seconds])
    mixed = real.vectors[themes] + real.vectors[seconds] + real.vectors[others]
    lengths = np.linalg.norm(mixed, axis=1, keepdims=True)
    return Rows(
        np.where(keep, ids, real.ids[others]),
        np.where(keep, weights, real.weights[others]),
        np.where(keep[:, NAMES], rarities, real.rarities[others]),
        (mixed / np.maximum(lengths, 1e-9)).astype(np.float32),
        days,
    )


def print_quality(piles: Mapping[str, Sequence[Piled]]) -> None:
    """Print B-cubed of stream, batch and TF-IDF for the halves that calibrated nothing, and for whole piles."""
    print(f"\n{'pile':>15} {'method':>12} {'P':>6} {'R':>6} {'F1':>6} {'mixed':>6} stories")
    for name, pile in list_parts(piles).items():
        merges = link_by_cosine(pile)
        peers = [measure(cut_merges(merges, pile, step / 50), pile) for step in range(2, 25)]
        methods = {
            "stream": measure(place_stream(pile, split=False), pile),
            "and split": measure(place_stream(pile, split=True), pile),
            "batch": measure(place([piled.profile for piled in pile]), pile),
            "TF-IDF, best": max(peers, key=lambda found: found.f1),
        }
        for method, found in methods.items():
            told = f"{found.precision:6.3f} {found.recall:6.3f} {found.f1:6.3f} {found.mixed:6} {found.stories}"
            print(f"{name:>15} {method:>12} {told}", flush=True)


def list_parts(piles: Mapping[str, Sequence[Piled]]) -> dict[str, list[Piled]]:
    """Return the piles to report on."""
    found: dict[str, list[Piled]] = {}
    for name in ("BASIL", "ECB+"):
        found[f"{name}, held out"] = halve(piles[name])[1]
        found[f"{name}, all"] = list(piles[name])
    found["all together"] = [piled for pile in piles.values() for piled in pile]
    return found


def place_stream(pile: Sequence[Piled], *, split: bool) -> dict[str, str]:
    """Return the group of each article, as the stream finds them, and as they are after the second look at each."""
    profiles = {piled.profile.article_id: piled.profile for piled in pile}
    judged = read_judgements([], profiles)
    groups = stream_groups(profiles, [], judged, StreamSettings())
    if split:
        views = {article: view_of(profile) for article, profile in profiles.items()}
        groups = split_groups(groups, views, [], judged, GroupSettings())
    return {article: group[0] for group in groups for article in group}


if __name__ == "__main__":
    main()
