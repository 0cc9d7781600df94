"""Pairs of articles that share fingerprints: the candidates for a copy, each with who came first.

Nothing here grows with the square of the pile. Equal texts are paired with the first of them alone; a run that many
articles print pairs them with the first few that print it, and what near-copies share beyond that is found from there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from dateline.copies.order import find_agencies, order_key
from dateline.copies.prints import Hashes
from dateline.model import Pair, Record, Signature
from dateline.settings import MatchSettings
from dateline.stage import Batch

Ranks = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Postings:
    """The places of the articles that have a print, print by print. ``starts`` and ``sizes`` mark the stretch of
    ``ranks`` that belongs to each print that several articles have."""

    ranks: Ranks
    starts: Ranks
    sizes: Ranks


def match_articles(batch: Batch, settings: MatchSettings) -> Iterable[Record]:
    """Yield the pairs worth aligning; ``of`` is the one that stands first in order."""
    signatures = batch.all(Signature)
    agencies = find_agencies(signatures)
    ordered = sorted(signatures, key=lambda signature: order_key(signature, agencies))
    first_of: dict[str, Signature] = {}
    single: list[Signature] = []
    for signature in ordered:
        if first_of.setdefault(signature.digest, signature) is signature:
            single.append(signature)
        elif signature.prints:
            yield _pair(signature, first_of[signature.digest], _count_prints(signature))
    prints = [np.frombuffer(signature.prints, ">u8").astype(np.uint64) for signature in single]
    for later, earlier in _find_candidates(prints, settings):
        shared = len(np.intersect1d(prints[later], prints[earlier], assume_unique=True))
        yield _pair(single[later], single[earlier], shared)


def _pair(later: Signature, earlier: Signature, shared: int) -> Pair:
    return Pair(article_id=later.article_id, of=earlier.article_id, shared=shared)


def _count_prints(signature: Signature) -> int:
    return len(signature.prints) // 8


def _find_candidates(prints: Sequence[Hashes], settings: MatchSettings) -> list[tuple[int, int]]:
    """Return (later, earlier) as places in ``prints``, of each article those it shares most with."""
    number = len(prints)
    postings = _post(prints)
    rare = _pair_rare(postings, number, settings.common_articles)
    common = _pair_common(postings, number, settings.common_articles, settings.first_articles)
    codes, counts = np.unique(np.concatenate([rare, common]), return_counts=True)
    sure = np.isin(codes, np.unique(rare), assume_unique=True)
    later, earlier = np.divmod(codes, max(number, 1))
    sizes = np.array([len(row) for row in prints], np.int64)
    least = np.maximum(settings.least_shared, settings.least_part * np.minimum(sizes[later], sizes[earlier]))
    keep = (counts >= least) | sure
    later, earlier, counts = later[keep], earlier[keep], counts[keep]
    order = np.lexsort((earlier, -counts, later))
    later, earlier = later[order], earlier[order]
    place = np.arange(len(later)) - np.searchsorted(later, later)
    chosen = place < settings.most_sources
    return list(zip(later[chosen].tolist(), earlier[chosen].tolist(), strict=True))


def _post(prints: Sequence[Hashes]) -> _Postings:
    """Sort the prints of all articles into groups of equal ones, in each the articles by rank."""
    if not prints:
        empty = np.empty(0, np.int64)
        return _Postings(empty, empty, empty)
    values = np.concatenate(prints)
    order = np.argsort(values, kind="stable")
    values = values[order]
    ranks = np.repeat(np.arange(len(prints)), [len(row) for row in prints])[order]
    bounds = np.flatnonzero(np.append(True, values[1:] != values[:-1])) if len(values) else np.empty(0, np.int64)
    sizes = np.diff(np.append(bounds, len(values)))
    return _Postings(ranks, bounds[sizes > 1], sizes[sizes > 1])


def _pair_rare(postings: _Postings, number: int, common: int) -> Ranks:
    """Pair all articles of each small group; a pair is ``later * number + earlier``, once for every shared print."""
    found = [np.empty(0, np.int64)]
    for size in range(2, common + 1):
        starts = postings.starts[postings.sizes == size]
        ranks = [postings.ranks[starts + place] for place in range(size)]
        found += [later * number + earlier for earlier, later in combinations(ranks, 2)]
    return np.concatenate(found)


def _pair_common(postings: _Postings, number: int, common: int, first: int) -> Ranks:
    """Pair the articles of each large group with the ``first`` few of it, so that a group grows by its length alone."""
    large = postings.sizes > common
    starts, sizes = postings.starts[large], postings.sizes[large]
    begins = np.repeat(starts, sizes)
    places = np.arange(len(begins)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    found = [np.empty(0, np.int64)]
    for earlier in range(first):
        after = places > earlier
        later = postings.ranks[begins[after] + places[after]]
        found.append(later * number + postings.ranks[begins[after] + earlier])
    return np.concatenate(found)
