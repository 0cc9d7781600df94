"""Grouping articles as they come, in bounded memory and time: for piles too large to compare all with all.

Articles come in blocks, in the order of their days. Each is at first a group of its own in the pool; an index over the
heaviest terms and names gives the groups it may belong to, the pair model of ``likeness`` how likely that is, and
average link over the block joins them (blocks instead of single articles, after Linger and Hajaiej 2020). What a group
is compared by fades with the days, so that a long affair is known by what it is about now and gathers no strangers; a
group that was idle long is joined only on strong evidence, and one idle longest gives its place when all are taken.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from dateline.model import Profile
from dateline.settings import StreamSettings
from dateline.stories.judged import Judged
from dateline.stories.pool import MEASURED, RARE_NAMES, Pool
from dateline.stories.rows import Floats, Longs, Rows, make_rows

MayJoin = Callable[[int, int], bool]
"""Asked whether the groups of two numbers may become one: what a person judged wins."""
Pair = tuple[int, int]
Flags = npt.NDArray[np.bool_]
_RARE = MEASURED.index(RARE_NAMES)
_HEAVIEST = 10
"""A group counts in the mean like so many articles at most: else a large one outvotes all that came with an article."""
_UNKNOWN = 2
"""Pairs that were not compared, since they share no key, speak against a join like so many of chance 0 at most."""


def stream_groups(
    profiles: Mapping[str, Profile], sure: Sequence[tuple[str, str]], judged: Judged, settings: StreamSettings
) -> list[list[str]]:
    """Return the groups of a pile, members by id; the order in which profiles are given does not matter.

    ``sure`` are pairs that belong together whatever the model says, where no judgement is against it.
    """
    articles = sorted(profiles, key=lambda article: (find_day(profiles[article]), article))
    books = _Books(articles, judged)
    stream = Stream(settings, books.may_join)
    for start in range(0, len(articles), settings.block):
        block = articles[start : start + settings.block]
        for kept, gone in stream.take(make_rows([profiles[article] for article in block])):
            books.join(kept, gone)
    for kept, gone in stream.settle():
        books.join(kept, gone)
    number_of = {article: number for number, article in enumerate(articles)}
    bonds = [(number_of[group[0]], number_of[other]) for group in judged.sets() for other in group[1:]]
    for left, right in [*bonds, *((number_of[left], number_of[right]) for left, right in sorted(sure))]:
        books.bind(left, right)
    return books.close()


def find_day(profile: Profile) -> str:
    """Return the day by which an article takes its place: its own, else the latest that it names in full, else none,
    which comes last."""
    full = [day for day in profile.days if len(day) == len("2000-01-01")]
    return profile.day or max(full, default="~")


class Stream:
    """The groups that articles join as they come. An article's number is its place in the order of coming, from 0; a
    group goes by the number of one of its articles."""

    def __init__(self, settings: StreamSettings, may_join: MayJoin = lambda _left, _right: True) -> None:
        """Start with no group."""
        self.pool = Pool(max(settings.most_groups, 2 * settings.block))
        self._settings = settings
        self._may_join = may_join
        self._came = self._settled = 0
        self._grown: Longs = np.zeros(0, np.int64)

    def take(self, rows: Rows) -> list[Pair]:
        """Take in a block of articles; return the joins it led to: (number that stays, number that goes)."""
        numbers = np.arange(self._came, self._came + len(rows))
        self._came += len(rows)
        fresh = self.pool.open(rows, numbers)
        there = self._grown[(self.pool.names[self._grown] >= 0) & (self.pool.names[self._grown] < numbers[0])]
        joins = self._link(np.concatenate([fresh, there]), self.pool.names >= numbers[0])
        self.pool.post(fresh[self.pool.names[fresh] >= 0])
        if self._came - self._settled >= self._settings.settle_after:
            joins += self._look_again(self._settled)
            self._settled = self._came
        return joins

    def settle(self) -> list[Pair]:
        """Compare all groups at hand with those like them, as long as some become one; return the joins."""
        joins = new = self._look_again(0)
        while new:
            new = self._look_again(0)
            joins = joins + new
        return joins

    def _look_again(self, since: int) -> list[Pair]:
        """Compare the groups that took in an article of this number or a later one with those like them; a lone article
        may find company that was not there, or not so clear, when it came."""
        there = np.flatnonzero((self.pool.names >= 0) & (self.pool.touched >= since))
        there = there[np.argsort(self.pool.names[there], kind="stable")]
        none = np.zeros(len(self.pool.names), np.bool_)
        joins: list[Pair] = []
        for start in range(0, len(there), self._settings.block):
            block = there[start : start + self._settings.block]
            joins += self._link(block[self.pool.names[block] >= 0], none)
        return joins

    def _link(self, places: Longs, fresh: Flags) -> list[Pair]:
        """Join groups with those like them and return the joins; ``fresh`` marks articles that have just come."""
        left, right = _drop_twins(*self.pool.find(places, self._settings.candidates))
        if not len(left):
            return []
        measured = self.pool.measure(left, right)
        chances = self.pool.weigh(measured)
        bars = self._find_bars(left, right, measured, fresh)
        return self._mix(self._join(left, right, chances, bars))

    def _find_bars(self, left: Longs, right: Longs, measured: Floats, fresh: Flags) -> Floats:
        """Return the mean chance from which each pair is joined."""
        settings = self._settings
        bars = np.where(fresh[left] | fresh[right], settings.join, settings.merge).astype(np.float32)
        idle = self.pool.days_between(left, right) > settings.idle_days
        strong = measured[:, _RARE] >= settings.reopen_rarity
        bars[idle] = np.where(strong[idle], settings.reopen, np.inf)
        return bars

    def _join(self, left: Longs, right: Longs, chances: Floats, bars: Floats) -> list[list[int]]:
        """Agglomerate by average link over the pairs compared; return the groups of more than one place."""
        likely = np.flatnonzero(chances >= bars)
        order = likely[np.lexsort((right[likely], left[likely], -chances[likely]))]
        met = np.zeros(len(self.pool.counts), np.bool_)
        met[left[likely]] = met[right[likely]] = True
        known = met[left] & met[right]
        counts = np.minimum(self.pool.counts, _HEAVIEST)
        weights = np.minimum(counts[left] * counts[right], _HEAVIEST)
        link = _Links(zip(*(part[known].tolist() for part in (left, right, chances, weights)), strict=True))
        for a, b, bar in zip(left[order].tolist(), right[order].tolist(), bars[order].tolist(), strict=True):
            one, other = link.home[a], link.home[b]
            if one != other and link.mean(one, other) >= bar and self._are_free(link.members[one], link.members[other]):
                link.join(one, other)
        return [sorted(group) for _, group in sorted(link.members.items()) if len(group) > 1]

    def _are_free(self, left: Sequence[int], right: Sequence[int]) -> bool:
        names = self.pool.names
        return all(self._may_join(int(names[a]), int(names[b])) for a in left for b in right)

    def _mix(self, groups: Sequence[Sequence[int]]) -> list[Pair]:
        """Make one group of each list of places: the oldest stays."""
        pool = self.pool
        if not groups:
            self._grown = np.zeros(0, np.int64)
            return []
        oldest = [min(group, key=lambda place: pool.names[place]) for group in groups]
        homes = np.repeat(np.array(oldest), [len(group) for group in groups])
        places = np.array([place for group in groups for place in group])
        before = pool.counts[np.array(oldest)]
        latest = np.maximum.reduceat(pool.last[places], np.cumsum([0, *map(len, groups[:-1])]))
        age = np.repeat(latest, [len(group) for group in groups]) - pool.last[places]
        age = np.where(pool.last[places] > 0, age, 0)
        mass = np.minimum(pool.counts[places], self._settings.most_weight) * np.exp2(-age / self._settings.half_life)
        total = np.bincount(homes, mass)[homes]
        joined = [(int(pool.names[home]), int(pool.names[place])) for home, place in zip(homes, places, strict=True)]
        pool.mix(places, homes, (mass / total).astype(np.float32))
        pool.close(places[places != homes])
        kept = np.array(sorted(oldest))
        pool.post(kept)
        doubled = np.log2(pool.counts[np.array(oldest)]).astype(int) > np.log2(before).astype(int)
        self._grown = np.sort(np.array(oldest)[doubled])
        return [(kept, gone) for kept, gone in joined if kept != gone]


def _drop_twins(left: Longs, right: Longs) -> tuple[Longs, Longs]:
    """Return each pair once, whichever way round, in the order given."""
    _, first = np.unique((np.minimum(left, right) << 32) | np.maximum(left, right), return_index=True)
    first.sort()
    return left[first], right[first]


class _Links:
    """Sums of chances between the groups that form within a block."""

    def __init__(self, pairs: Iterator[tuple[int, int, float, int]]) -> None:
        self._sums: dict[int, dict[int, tuple[float, int, int]]] = defaultdict(dict)
        for left, right, chance, weight in pairs:
            self._sums[left][right] = self._sums[right][left] = (chance * weight, weight, 1)
        self.home = {place: place for place in self._sums}
        self.members = {place: [place] for place in self._sums}

    def mean(self, one: int, other: int) -> float:
        """Return the mean chance between two groups; pairs that were not compared count for little."""
        total, weight, known = self._sums[one].get(other, (0.0, 0, 0))
        unknown = len(self.members[one]) * len(self.members[other]) - known
        return total / max(1, weight + min(unknown, _UNKNOWN))

    def join(self, one: int, other: int) -> None:
        """Make two groups one."""
        for third, (total, weight, known) in self._sums.pop(other).items():
            del self._sums[third][other]
            if third != one:
                mine = self._sums[one].get(third, (0.0, 0, 0))
                both = (mine[0] + total, mine[1] + weight, mine[2] + known)
                self._sums[one][third] = self._sums[third][one] = both
        gone = self.members.pop(other)
        self.members[one] += gone
        self.home.update(dict.fromkeys(gone, one))


class _Books:
    """Which article is in which group, by their numbers, and what judgements keep apart."""

    def __init__(self, articles: Sequence[str], judged: Judged) -> None:
        self._articles = articles
        self._parent = list(range(len(articles)))
        self._judged = judged
        self._homes = {
            number: {judged.home[article]} for number, article in enumerate(articles) if article in judged.home
        }

    def _find(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def may_join(self, left: int, right: int) -> bool:
        """Tell whether no judgement keeps two groups apart."""
        ours, theirs = self._homes.get(self._find(left)), self._homes.get(self._find(right))
        return not (ours and theirs) or not any(self._judged.apart.get(home, frozenset()) & theirs for home in ours)

    def join(self, kept: int, gone: int) -> None:
        """Make two groups one."""
        kept, gone = self._find(kept), self._find(gone)
        if kept != gone:
            self._parent[gone] = kept
            if homes := self._homes.pop(gone, None):
                self._homes[kept] = self._homes.get(kept, set()) | homes

    def bind(self, left: int, right: int) -> None:
        """Put two articles into one group if they may be; the second leaves its group where that may not come along."""
        if self.may_join(left, right):
            self.join(left, right)

    def close(self) -> list[list[str]]:
        """Return the groups."""
        groups: dict[int, list[str]] = defaultdict(list)
        for number, article in enumerate(self._articles):
            groups[self._find(number)].append(article)
        return sorted(sorted(group) for group in groups.values())
