"""What articles are compared by, as arrays of numbers: what ``likeness`` measures, for many pairs at once.

Every term, name, number, day and place is known by a hash. Two meet in one once in ten thousand comparisons, which
moves a likeness by the weight of one word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from zlib import crc32

import numpy as np
import numpy.typing as npt

from dateline.model import Profile
from dateline.stories.likeness import WIDTH, view_of

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

SPACE = 1 << 30
"""Hashes run from 1 to below this; 0 is an empty place."""
_SORT_SPACE = 1 << 27
_SEED = 0x9E3779B1
"""Sets the hashes of one word in two sorts apart in their last bits, too."""
ROOM = (120, 32, 48, 16, 8, 16)
"""Places in a row for terms, opening, names, numbers, days, places; the lightest give way. An article's profile holds
120 terms and 40 names, a group's view in ``likeness`` 200 of each."""
ENDS = tuple(np.cumsum(ROOM).tolist())
STARTS = (0, *ENDS[:-1])
LENGTH = ENDS[-1]
NAMES = slice(STARTS[2], ENDS[2])
KEYS = (12, 8)
"""Heaviest terms and names by which a row is looked up."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of features. ``ids`` and ``weights`` have ``LENGTH`` places each: a stretch for every sort, heaviest first,
    the rest empty."""

    ids: Ints
    weights: Floats
    rarities: Floats
    """How rare each name is, by its place among the names."""
    vectors: Floats
    days: Ints
    """As ``date.toordinal`` counts; 0 where none is known."""

    def __len__(self) -> int:
        return len(self.days)

    def cut(self, start: int, end: int) -> Rows:
        """Return the rows from ``start`` to before ``end``."""
        at = slice(start, end)
        return Rows(self.ids[at], self.weights[at], self.rarities[at], self.vectors[at], self.days[at])


def make_rows(profiles: Sequence[Profile]) -> Rows:
    """Return the rows of articles, in their order: of each sort of features as much as there is room for."""
    views = [view_of(profile) for profile in profiles]
    count = len(views)
    rows = Rows(
        np.zeros((count, LENGTH), np.int32),
        np.zeros((count, LENGTH), np.float32),
        np.zeros((count, ROOM[2]), np.float32),
        np.zeros((count, WIDTH), np.float32),
        np.array([view.last or 0 for view in views], np.int32),
    )
    for at, (view, profile) in enumerate(zip(views, profiles, strict=True)):
        rarities = dict(zip(profile.names, profile.rarities, strict=False))
        rows.vectors[at] = view.vector
        sorts = (view.terms, view.opening, view.names, view.numbers, view.days, view.places)
        for sort, (start, room, features) in enumerate(zip(STARTS, ROOM, sorts, strict=True)):
            chosen = _list_heaviest(features, room)
            end = start + len(chosen)
            rows.ids[at, start:end] = [hash_feature(sort, text) for text in chosen]
            rows.weights[at, start:end] = [features[text] for text in chosen]
            if sort == 2:
                rows.rarities[at, : len(chosen)] = [rarities.get(text, 0.0) for text in chosen]
    return rows


@lru_cache(maxsize=1 << 17)
def hash_feature(sort: int, text: str) -> int:
    """Return the hash of a feature, 1 to SPACE - 1, the same on every machine."""
    return (
        sort * _SORT_SPACE
        + crc32(text.encode("utf-8", "surrogatepass"), sort * _SEED & 0xFFFFFFFF) % (_SORT_SPACE - 1)
        + 1
    )


def _list_heaviest(features: Mapping[str, float], room: int) -> list[str]:
    return sorted(features, key=lambda text: (-features[text], text))[:room]


def find_keys(ids: Ints) -> Ints:
    """Return what rows are looked up by, a line each: their heaviest terms and names, 0 for none."""
    keys: Ints = np.concatenate([ids[:, : KEYS[0]], ids[:, STARTS[2] : STARTS[2] + KEYS[1]]], axis=1)
    return keys
