"""Groups of a stream in arrays of fixed room: their features, how likely two are one story, and where to look.

Memory is bounded: a group takes ``LENGTH`` features and a vector (about 4 KB) whatever its size; a key leads to the
``POSTED`` groups that took it up last; when all places are taken, the groups idle longest go.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from dateline.stories.likeness import FEATURES, WIDTH
from dateline.stories.link_weights import BIAS, WEIGHTS
from dateline.stories.rows import ENDS, LENGTH, NAMES, ROOM, SPACE, STARTS, Floats, Ints, Longs, Rows, find_keys

RARE_NAMES = "rare names"
MEASURED = (*FEATURES, RARE_NAMES)
"""What ``Pool.measure`` gives: the features of ``likeness``, and how rare the shared names are together."""
LEADING = 6
"""Heaviest names that the other side should know, as in ``likeness``."""
POSTED = 32
"""Groups that a key leads to. A key of more stories is a common word after all."""
TABLE = 1 << 16
"""Keys that are told apart in the index; two that meet share their places."""
_LOCAL = 1 << 15
"""Places in which the features of one row are looked up while it is compared. The few that meet are then looked
up one by one."""
_AT_ONCE = 32
"""Groups compared with their likely partners at once: more at once need pages of memory anew each time."""
_NEAR = 8
"""Others of a block with the same key that each is compared with."""
_FIRST_ROOM = 1024
_SHIFT = 32
_STEPS = 1 << 20
"""Steps of a weight from 0 to 1 by which features are put in order."""
_WEIGHTS = np.array([WEIGHTS[name] for name in FEATURES], np.float32)
_SORTS = np.repeat(np.arange(len(ROOM)), ROOM)
_PLACES = np.arange(LENGTH, dtype=np.int16)
_ARRAYS = ("ids", "weights", "rarities", "vectors", "first", "last", "counts", "touched", "names")


class Pool:
    """The groups at hand, each by its place in the arrays."""

    def __init__(self, most: int) -> None:
        """Keep at most so many groups."""
        room = 0
        self.most = most
        self.ids: Ints = np.zeros((room, LENGTH), np.int32)
        self.weights: Floats = np.zeros((room, LENGTH), np.float32)
        self.rarities: Floats = np.zeros((room, ROOM[2]), np.float32)
        self.vectors: Floats = np.zeros((room, WIDTH), np.float32)
        self.first: Ints = np.zeros(room, np.int32)
        self.last: Ints = np.zeros(room, np.int32)
        self.counts: Ints = np.zeros(room, np.int32)
        self.touched: Longs = np.zeros(room, np.int64)
        self.names: Longs = np.full(room, -1, np.int64)
        """Number of the group in each place, -1 for an empty one."""
        self._free: list[int] = []
        self._posted: Ints = np.full((TABLE, POSTED), -1, np.int32)
        self._turn: npt.NDArray[np.uint8] = np.zeros(TABLE, np.uint8)
        self._spots: npt.NDArray[np.int16] = np.zeros(0, np.int16)

    def open(self, rows: Rows, names: Longs) -> Longs:
        """Make a group of each row, under these numbers; return their places. The newest have the largest numbers.

        ``post`` them for others to find them.
        """
        self._make_room(len(rows))
        places = np.array(self._free[: -len(rows) - 1 : -1], np.int64)
        del self._free[-len(rows) :]
        self.ids[places], self.weights[places], self.rarities[places] = rows.ids, rows.weights, rows.rarities
        self.vectors[places] = rows.vectors
        self.first[places] = self.last[places] = rows.days
        self.counts[places] = 1
        self.touched[places] = self.names[places] = names
        return places

    def close(self, places: Longs) -> None:
        """Empty places."""
        self.names[places] = -1
        self._free += places.tolist()[::-1]

    def _make_room(self, wanted: int) -> None:
        """See that so many places are free: more arrays, up to the bound, then those of the groups idle longest, a
        twentieth part at least. Raises ValueError for more than the pool may hold."""
        if wanted > self.most:
            raise ValueError(f"{wanted} groups for a pool of {self.most}; keep more groups or take smaller blocks")
        while len(self._free) < wanted and len(self.names) < self.most:
            self._grow()
        if (missing := wanted - len(self._free)) > 0:
            there = np.flatnonzero(self.names >= 0)
            oldest = np.argsort(self.touched[there], kind="stable")[: max(missing, self.most // 20)]
            self.close(there[oldest])

    def _grow(self) -> None:
        """Make the arrays larger: twice as large, up to the bound."""
        room = len(self.names)
        more = min(self.most, max(_FIRST_ROOM, 2 * room)) - room
        for name in _ARRAYS:
            old = getattr(self, name)
            setattr(self, name, np.concatenate([old, np.full((more, *old.shape[1:]), -(name == "names"), old.dtype)]))
        self._free = [*range(room + more - 1, room - 1, -1), *self._free]

    def post(self, places: Longs) -> None:
        """Lead their keys to these groups; of each key the group that took it up longest ago gives way."""
        keys = find_keys(self.ids[places])
        lines = (keys & (TABLE - 1)).ravel()
        groups = np.repeat(places, keys.shape[1])
        new = (keys.ravel() > 0) & (self._posted[lines] != groups[:, None]).all(axis=1)
        lines, groups = lines[new], groups[new]
        order = np.argsort(lines, kind="stable")
        lines, groups = lines[order], groups[order]
        turns = (self._turn[lines] + _rank(lines)) % POSTED
        self._posted[lines, turns] = groups
        self._turn[lines] = (turns + 1) % POSTED

    def find(self, places: Longs, most: int) -> tuple[Longs, Longs]:
        """Return pairs of groups, at most ``most`` of each of ``places``: those that share the most keys with it, of
        all that were posted and of ``places`` themselves."""
        keys = find_keys(self.ids[places])
        met = self._posted[keys & (TABLE - 1)]
        met[keys == 0] = -1
        met = met.reshape(len(places), -1)
        met = np.where((met == places[:, None]) | (self.names[met] < 0), -1, met)
        lines, spots = np.nonzero(met >= 0)
        both = np.sort(np.concatenate([(lines << _SHIFT) | met[lines, spots], _pair_up(keys, places)]))
        edges = _edges(both)
        shared = np.diff(np.append(edges, len(both)))
        both = both[edges]
        lines, found = both >> _SHIFT, both & ((1 << _SHIFT) - 1)
        order = np.argsort((lines << _SHIFT) - (shared << 20), kind="stable")
        best = order[_rank(lines[order]) < most]
        return places[lines[best]], found[best]

    def measure(self, left: Longs, right: Longs) -> Floats:
        """Return the features (MEASURED) of pairs of groups, a line for each; ``measure_views`` gives the same. Pairs
        of one left group stand together."""
        cuts = _edges(left)[_AT_ONCE::_AT_ONCE]
        parts = zip(np.split(left, cuts), np.split(right, cuts), strict=True)
        return np.concatenate([self._measure(ours, theirs) for ours, theirs in parts])

    def _measure(self, left: Longs, right: Longs) -> Floats:
        ours, theirs = self.ids[left], self.ids[right]
        mine, met_at = self._match(left, theirs)
        dots = np.add.reduceat(mine * self.weights[right], STARTS, axis=1)
        met = met_at[:, NAMES]
        rarities = self.rarities[right] * met
        lead = met[:, :LEADING].sum(axis=1) / np.maximum(np.count_nonzero(theirs[:, NAMES][:, :LEADING], axis=1), 1)
        led = ours[:, NAMES][:, :LEADING]
        known = (led[:, :, None] == theirs[:, None, NAMES]).any(axis=2) & (led > 0)
        days, places = slice(STARTS[4], ENDS[4]), slice(STARTS[5], ENDS[5])
        foreign = ~met_at[:, places].any(axis=1) & (theirs[:, STARTS[5]] > 0) & (ours[:, STARTS[5]] > 0)
        fewer = np.minimum(self.counts[left], self.counts[right])
        columns = {
            "terms": dots[:, 0],
            "opening": dots[:, 1],
            "names": dots[:, 2],
            "vector": np.einsum("ij,ij->i", self.vectors[left], self.vectors[right]),
            "leading names": (known.sum(axis=1) / np.maximum(np.count_nonzero(led, axis=1), 1) + lead) / 2,
            "same number": np.log1p(met_at[:, STARTS[3] : ENDS[3]].sum(axis=1)),
            "same day": met_at[:, days].any(axis=1),
            "other place": foreign,
            "days apart": np.log1p(self.days_between(left, right)),
            "fewer articles": 1 - 1 / fewer,
            "more articles": 1 - 1 / np.maximum(self.counts[left], self.counts[right]),
            RARE_NAMES: rarities.sum(axis=1),
        }
        return np.stack([columns[name] for name in MEASURED], axis=1).astype(np.float32)

    def _match(self, left: Longs, theirs: Ints) -> tuple[Floats, npt.NDArray[np.bool_]]:
        """Return what each feature of the right rows weighs in the left ones, and whether it stands there."""
        starts = _edges(left)
        line = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(left))))[:, None]
        ids, weights = self.ids[left[starts]], self.weights[left[starts]]
        own = (ids & (_LOCAL - 1)) + np.arange(len(starts))[:, None] * _LOCAL
        if len(starts) * _LOCAL > len(self._spots):
            self._spots = np.zeros(len(starts) * _LOCAL, np.int16)
        self._spots[own[:, ::-1]] = _PLACES[::-1]
        spot = self._spots.take((theirs & (_LOCAL - 1)) + line * _LOCAL) + line * LENGTH
        met = (ids.ravel().take(spot) == theirs) & (theirs > 0)
        mine = weights.ravel().take(spot) * met
        lost = (self._spots.take(own) != _PLACES) & (ids > 0)
        for row, place in zip(*np.nonzero(lost), strict=True):
            pairs = slice(starts[row], starts[row + 1] if row + 1 < len(starts) else len(left))
            found = theirs[pairs] == ids[row, place]
            met[pairs] |= found
            mine[pairs][found] = weights[row, place]
        return mine, met

    def days_between(self, left: Longs, right: Longs) -> Ints:
        """Return the days between the stretches of time of pairs of groups; 0 where one has no day."""
        gap = np.maximum(self.first[right] - self.last[left], self.first[left] - self.last[right])
        days: Ints = np.maximum(gap, 0) * ((self.first[left] > 0) & (self.first[right] > 0))
        return days

    def weigh(self, measured: Floats) -> Floats:
        """Return the chance that pairs so measured tell of one unfolding happening."""
        odds = measured[:, : len(FEATURES)] @ _WEIGHTS + np.float32(BIAS)
        chances: Floats = 1 / (1 + np.exp(-np.clip(odds, -60, 60)))
        return chances

    def mix(self, places: Longs, homes: Longs, shares: Floats) -> None:
        """Take groups into others: ``places`` into ``homes``, each home among its places once, with the part that it
        is to have in what its home is compared by. Places other than homes are to be closed."""
        order = np.argsort(homes, kind="stable")
        places, homes, shares = places[order], homes[order], shares[order]
        edges = _edges(homes)
        kept = homes[edges]
        line = np.repeat(np.arange(len(kept)), np.diff(np.append(edges, len(homes))))
        sums = np.add.reduceat(self.vectors[places] * shares[:, None], edges)
        lengths = np.sqrt(np.einsum("ij,ij->i", sums, sums))[:, None]
        ids, weights, rarities = self._mix_features(places, line, shares, len(kept))
        first = np.where(self.first[places] > 0, self.first[places], np.iinfo(np.int32).max)
        first = np.minimum.reduceat(first, edges)
        self.vectors[kept] = sums / np.where(lengths > 0, lengths, 1)
        self.ids[kept], self.weights[kept], self.rarities[kept] = ids, weights, rarities
        self.first[kept] = np.where(first < np.iinfo(np.int32).max, first, 0)
        self.last[kept] = np.maximum.reduceat(self.last[places], edges)
        self.counts[kept] = np.add.reduceat(self.counts[places], edges)
        self.touched[kept] = np.maximum.reduceat(self.touched[places], edges)

    def _mix_features(self, places: Longs, line: Longs, shares: Floats, count: int) -> tuple[Ints, Floats, Floats]:
        """Return the features of ``count`` groups made of these places: of each sort the heaviest, at length 1."""
        held, spots = np.nonzero(self.ids[places])
        found = self.ids[places][held, spots]
        sorts = _SORTS[spots]
        mass = self.weights[places][held, spots] * shares[held]
        stretch = line[held] * len(ROOM) + sorts
        order = np.argsort((stretch << _SHIFT) | found, kind="stable")
        both = ((stretch << _SHIFT) | found)[order]
        edges = _edges(both)
        mass = np.add.reduceat(mass[order], edges) if len(edges) else mass
        both = both[edges]
        picked = order[edges]
        order = np.argsort(((both >> _SHIFT) << _SHIFT) - (mass * _STEPS).astype(np.int64), kind="stable")
        rank = _rank((both >> _SHIFT)[order])
        order, rank = order[(keep := rank < np.array(ROOM)[(both[order] >> _SHIFT) % len(ROOM)])], rank[keep]
        group, sort = np.divmod(both[order] >> _SHIFT, len(ROOM))
        spot = np.array(STARTS)[sort] + rank
        ids, weights = np.zeros((count, LENGTH), np.int32), np.zeros((count, LENGTH), np.float32)
        rarities = np.zeros((count, ROOM[2]), np.float32)
        ids[group, spot] = both[order] & (SPACE - 1)
        weights[group, spot] = mass[order]
        named = sort == 2
        taken = picked[order][named]
        rarities[group[named], rank[named]] = self.rarities[places][held[taken], spots[taken] - STARTS[2]]
        for start, end in zip(STARTS[:3], ENDS[:3], strict=True):
            part = weights[:, start:end]
            length = np.sqrt(np.einsum("ij,ij->i", part, part))[:, None]
            weights[:, start:end] = part / np.where(length > 0, length, 1)
        return ids, weights, rarities


def _pair_up(keys: Ints, places: Longs) -> Longs:
    """Return (line << _SHIFT) | place of those that share a key among ``places``, once for every key; of a key that
    many have, each is paired with the next few alone."""
    lines = np.repeat(np.arange(len(places)), keys.shape[1])
    flat = keys.ravel()
    order = np.argsort(flat, kind="stable")[np.count_nonzero(flat == 0) :]
    flat, lines = flat[order], lines[order]
    found = []
    for step in range(1, min(_NEAR, len(flat) - 1) + 1):
        same = (flat[step:] == flat[:-step]) & (lines[step:] != lines[:-step])
        one, other = lines[:-step][same], lines[step:][same]
        found += [(one << _SHIFT) | places[other], (other << _SHIFT) | places[one]]
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _edges(values: Longs) -> Longs:
    """Return where runs of equal values begin."""
    if not len(values):
        return np.zeros(0, np.int64)
    return np.flatnonzero(np.concatenate([[True], values[1:] != values[:-1]]))


def _rank(values: Longs) -> Longs:
    """Return each value's place in its run of equal ones, from 0."""
    edges = _edges(values)
    return np.arange(len(values)) - np.repeat(edges, np.diff(np.append(edges, len(values))))
