"""Measures grouping as a stream: articles a second and memory from a thousand to a million, and what it groups well.

    python -m benchmarks.bench_stories [--sizes 1000 10000 100000 1000000] [--keep FILE] [--no-quality]

The curve: arrivals are made up from the features of real articles (BASIL, ECB+, t17 under DATELINE_DATA). An invented
story takes one article's row, gives its names and half of its terms to itself alone, and runs over days; each of its
articles keeps seven tenths of that and takes the rest from another real row. A thousand come a day. Each size runs in
a process of its own; the seconds are the processor's, for ready rows, and do not hold the making of the arrivals.

The quality: B-cubed of the stream beside batch, and beside the average link of TF-IDF cosines at its best threshold, on
BASIL and on the sub-topics of ECB+ whose topics calibrated nothing. ``--keep`` saves the profiles, which take minutes.
"""

from __future__ import annotations

import argparse
import json
import pickle
import resource
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np
from evals.eval_stories import b_cubed, count_mixed
from evals.piles import Piled, load_affairs, load_basil, load_siblings

from dateline.model import Profile
from dateline.settings import GroupSettings, StreamSettings
from dateline.stories.judged import read_judgements
from dateline.stories.pool import Pool
from dateline.stories.rows import NAMES, ROOM, Ints, Rows, make_rows
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
_STEP = 7919
"""A prime: the rows of all real articles serve before one serves twice."""


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
        f"{'arrivals':>9} {'a second':>9} {'last tenth':>10} {'groups':>8} {'pool MB':>8} {'peak MB':>8} {'B-cubed F1':>10}"
    )
    try:
        for size in sizes:
            command = [sys.executable, "-m", "benchmarks.bench_stories", "--one", str(size), "--rows", str(path)]
            told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
            f1 = "" if told["f1"] is None else f"{told['f1']:.3f}"
            print(
                f"{size:9,} {told['rate']:9,.0f} {told['late']:10,.0f} {told['groups']:8,} {told['pool']:8.0f}"
                f" {told['peak']:8.0f} {f1:>10}",
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
    placed = {}
    for number in range(len(gold)):
        root = number
        while parent[root] != root:
            root = parent[root]
        placed[str(number)] = str(root)
    precision, recall = b_cubed(placed, {str(number): str(story) for number, story in enumerate(gold)})
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
    themes = (stories * _STEP) % len(real)
    others = dice.integers(0, len(real), len(stories))
    ids = real.ids[themes]
    own = (ids * 48_271 >> 5) % 2 == 0
    own[:, NAMES] = True
    own &= ids > 0
    told = (ids.astype(np.int64) * 31 + stories[:, None] * _MIX) % (1 << 27)
    ids = np.where(own, (ids >> 27 << 27) + told, ids).astype(np.int32)
    keep = dice.random(ids.shape) < KEPT
    rare = np.where(keep[:, NAMES], real.rarities[themes], real.rarities[others])
    mixed = real.vectors[themes] + 0.5 * real.vectors[others]
    lengths = np.linalg.norm(mixed, axis=1, keepdims=True)
    return Rows(
        np.where(keep, ids, real.ids[others]),
        np.where(keep, real.weights[themes], real.weights[others]),
        rare[:, : ROOM[2]],
        (mixed / np.maximum(lengths, 1e-9)).astype(np.float32),
        days,
    )


def print_quality(piles: Mapping[str, Sequence[Piled]]) -> None:
    """Print B-cubed of stream, batch and TF-IDF on the halves that calibrated nothing, and on all."""
    print(f"\n{'pile':>20} {'method':>18} {'P':>6} {'R':>6} {'F1':>6} {'mixed':>6} stories")
    for name, pile in held_out(piles).items():
        profiles = {piled.profile.article_id: piled.profile for piled in pile}
        gold = {piled.profile.article_id: piled.story for piled in pile}
        methods = {
            "stream": stream_groups(profiles, [], read_judgements([], profiles), GroupSettings().stream),
            "batch": group_batch(profiles),
            "TF-IDF, best": max(
                (link_tfidf(profiles, step / 50) for step in range(2, 25)),
                key=lambda groups: score(groups, gold)[2],
            ),
        }
        for method, groups in methods.items():
            precision, recall, f1, mixed = score(groups, gold)
            print(f"{name:>20} {method:>18} {precision:6.3f} {recall:6.3f} {f1:6.3f} {mixed:6} {len(groups)}")


def held_out(piles: Mapping[str, Sequence[Piled]]) -> dict[str, list[Piled]]:
    """Return the parts to report on: every second event of BASIL, every second topic of ECB+."""
    found = {}
    for name in ("BASIL", "ECB+"):
        topics = sorted({piled.topic for piled in piles[name]})
        kept = set(topics[1::2])
        found[f"{name}, held out"] = [piled for piled in piles[name] if piled.topic in kept]
        found[f"{name}, all"] = list(piles[name])
    return found


def score(groups: Sequence[Sequence[str]], gold: Mapping[str, str]) -> tuple[float, float, float, int]:
    """Return B-cubed precision, recall and F1, and the groups of more than one story."""
    placed = {article: str(at) for at, group in enumerate(groups) for article in group}
    precision, recall = b_cubed(placed, gold)
    return precision, recall, 2 * precision * recall / (precision + recall), count_mixed(placed, gold)


def group_batch(profiles: Mapping[str, Profile]) -> list[list[str]]:
    """Return the groups that the road's own batch gives."""
    from evals.eval_stories import place

    groups: dict[str, list[str]] = defaultdict(list)
    for article, story in place(list(profiles.values()), 0).items():
        groups[story].append(article)
    return list(groups.values())


def link_tfidf(profiles: Mapping[str, Profile], threshold: float) -> list[list[str]]:
    """Return the groups of average link over TF-IDF cosines alone."""
    articles = sorted(profiles)
    terms = sorted({term for profile in profiles.values() for term, _ in profile.terms})
    at = {term: number for number, term in enumerate(terms)}
    matrix = np.zeros((len(articles), len(terms)), np.float32)
    for line, article in enumerate(articles):
        for term, weight in profiles[article].terms:
            matrix[line, at[term]] = weight
    likeness = matrix @ matrix.T
    groups = [[article] for article in articles]
    np.fill_diagonal(likeness, -1)
    while len(groups) > 1:
        one, other = divmod(int(likeness.argmax()), len(groups))
        if likeness[one, other] < threshold:
            break
        mine, theirs = len(groups[one]), len(groups[other])
        joined = (likeness[one] * mine + likeness[other] * theirs) / (mine + theirs)
        likeness[one] = likeness[:, one] = joined
        likeness[one, one] = -1
        likeness = np.delete(np.delete(likeness, other, 0), other, 1)
        groups[one] += groups.pop(other)
    return groups


if __name__ == "__main__":
    main()
