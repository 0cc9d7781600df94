"""Ways to find candidates, side by side: how many planted pairs each finds, how many others, with how many keys."""

from __future__ import annotations

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from itertools import combinations

import numpy as np
from evals.copies.build import Pile

from dateline.copies.prints import Hashes, hash_runs, split_words, winnow

try:
    import rensa
except ImportError:  # it is no dependency of Dateline: what it is compared with here is why
    rensa = None

Way = Callable[[Hashes], Hashes]
_MOST = 200
"""A key that more articles have pairs nobody here."""


def compare_candidates(pile: Pile) -> None:
    """Print, for each way: planted pairs found, other pairs an article, keys an article, signatures a second.

    Pairs of filled-in forms are left out of the others: all of them read alike, and aligning tells them apart.
    """
    texts = [split_words(article.text[article.body_start :]) for article in pile.articles]
    place = {article.article_id: at for at, article in enumerate(pile.articles)}
    planted = {frozenset((place[row.repeat], place[row.source])): row.recipe for row in pile.planted}
    is_form = [article.article_id.startswith("form-") for article in pile.articles]
    print(f"{'way':34} {'found':>7} {'others':>7} {'keys':>6} {'a second':>9}  missed")
    for name, size, least, way in _list_ways():
        runs = [hash_runs(words, size) for words in texts]
        started = time.perf_counter()
        keys = [way(row) for row in runs]
        speed = len(runs) / (time.perf_counter() - started)
        found = _pair(keys, least)
        wanted = {pair for pair, recipe in planted.items() if recipe != "quotation shared"}
        others = [pair for pair in found - set(planted) if not all(is_form[at] for at in pair)]
        missed = Counter(planted[pair] for pair in planted if pair not in found)
        print(
            f"{name:34} {len(wanted & found) / len(wanted):7.4f} {len(others) / len(texts):7.3f}"
            f" {sum(map(len, keys)) / len(keys):6.0f} {speed:9.0f}  {dict(missed)}"
        )


def _list_ways() -> Iterator[tuple[str, int, int, Way]]:
    """Yield (name, words in a run, keys that must be shared, way)."""
    for size in (8, 6):
        for window in (12, 24):
            yield f"winnowing, {size} words, window {window}", size, 1, partial(winnow, window=window)
        yield f"FracMinHash, {size} words, 1 in 12", size, 1, partial(_sample, part=12)
        if rensa is None:
            continue
        for number, rows, least in ((64, 1, 1), (128, 1, 1), (128, 1, 2), (128, 2, 1), (128, 4, 1)):
            name = f"rensa, {size} words, {number // rows} bands of {rows}" + (", 2 shared" if least > 1 else "")
            yield name, size, least, partial(_band, number=number, rows=rows)


def _sample(runs: Hashes, part: int) -> Hashes:
    return np.unique(runs[runs < np.uint64((2**64 - 1) // part)])


def _band(runs: Hashes, number: int, rows: int) -> Hashes:
    """Return MinHash bands as keys: position and values of each band hashed together."""
    if not len(runs):
        return runs
    offsets = np.array([0, len(runs)], np.uint64)
    digest = rensa.RMinHash.digest_matrix_from_flat_token_hashes(runs, offsets, number, 42).to_rows()[0]
    keys = np.arange(number // rows, dtype=np.uint64) + np.uint64(1)
    for column in np.array(digest, np.uint64).reshape(-1, rows).T:
        keys = (keys * np.uint64(0x9E3779B97F4A7C15)) ^ column
        keys = keys ^ (keys >> np.uint64(29))
    return keys


def _pair(keys: list[Hashes], least: int) -> set[frozenset[int]]:
    holders: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(keys):
        for key in row.tolist():
            holders[key].append(at)
    shared = Counter(pair for group in holders.values() if 1 < len(group) <= _MOST for pair in combinations(group, 2))
    return {frozenset(pair) for pair, number in shared.items() if number >= least}
