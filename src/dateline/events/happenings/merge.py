"""Which tellings are of one occurrence: likely pairs found cheaply, weighed, and joined where most of a group agrees.

A pair's log odds are those of the pair model (words, contexts, participants) and what the records of the story add:
day, people, place. What cannot be one occurrence is a veto, and vetoes hold for whole groups. The result is the same
whatever order the tellings come in.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from dateline.dates import Interval
from dateline.events.happenings.linking import link_average
from dateline.events.happenings.pair_weights import PAIR_MODEL
from dateline.events.happenings.pairing import key_roots, stack_vectors, survey_traits
from dateline.events.happenings.tellings import Telling
from dateline.events.union import Union
from dateline.settings import HappenSettings

_ALIKE = {
    name: names[0]
    for names in (
        ("withdraw", "leave"),
        ("kill", "die"),
        ("announce", "notify"),
        ("meet", "negotiate", "hold"),
        ("suspend", "close"),
        ("open", "launch"),
    )
    for name in names
}
"""Classes whose words tell one occurrence as often as not when day and people agree."""
_GRAINS = ("minute", "hour", "day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century")
_MOST_PARTNERS = 24
"""Likeliest partners of a telling that are weighed: the work grows with the tellings, not with their pairs."""
_ROWS_AT_ONCE = 256
"""Rows whose cosines are held in memory."""
_MOST_DENSE = 6000
"""Tellings of a story up to which each is compared with every other: beyond, the work would grow with their square."""
_MOST_COMPARED = 400
"""Rows with one mark that a row is compared with in a larger story."""
_MOST_LINKED = 300
"""Tellings linked at one go; a larger heap is cut at its weaker ties first."""
_VETO = -1.0
_LEAST_SHARED = 2
"""Words that two clauses must share at all before a share of them means anything."""
_LEAST_LEARNED = 2.0
"""Log odds of a learned pair of roots from which they tell of the same."""
_LONG_DAYS = 31
"""Days over which one doer does many things of a sort: "Britain attacked Egypt in 1956"."""
_NEAR_REPORTS = 2
"""Days between reports of one piece of news."""
_OLD_NEWS = 14
"""Days from which on a date is not that of a report's news."""
_COMMON_PART = 0.08
"""Part of a story's events beside which a name stands that tells none from another."""


def merge_tellings(tellings: Sequence[Telling], settings: HappenSettings) -> list[list[Telling]]:
    """Return the groups of tellings that are one occurrence each, in a fixed order."""
    ordered = sorted(tellings, key=lambda t: (t.mention.article_id, t.mention.start, t.mention.end))
    vectors = stack_vectors([telling.trait for telling in ordered])
    weigher = _Weigher(ordered, vectors, settings)
    chances = {pair: weigher.weigh(*pair) for pair in _find_pairs(ordered, vectors, settings)}
    groups: list[list[Telling]] = []
    for rows in _split_heaps(len(ordered), chances, settings.least_chance):
        table = np.zeros((len(rows), len(rows)))
        for right in range(len(rows)):
            for left in range(right):
                table[left, right] = table[right, left] = weigher.weigh(rows[left], rows[right])
        groups += [[ordered[rows[at]] for at in group] for group in link_average(table, settings.least_chance)]
    return sorted(groups, key=lambda group: _order(group[0]))


def _order(telling: Telling) -> tuple[str, int, int]:
    return (telling.mention.article_id, telling.mention.start, telling.mention.end)


def _split_heaps(size: int, chances: dict[tuple[int, int], float], least: float) -> Iterable[list[int]]:
    """Yield the rows that likely pairs hang together, no more than can be linked at one go."""
    waiting = [(list(range(size)), sorted(pair for pair in chances if chances[pair] >= least), least)]
    while waiting:
        rows, pairs, bound = waiting.pop()
        for heap in _gather(rows, pairs):
            if len(heap) <= _MOST_LINKED or bound >= 1:
                yield from (heap[at : at + _MOST_LINKED] for at in range(0, len(heap), _MOST_LINKED))
                continue
            inside = set(heap)
            higher = bound + (1 - bound) / 4 if bound < 0.999 else 1.0
            waiting.append((heap, [p for p in pairs if p[0] in inside and chances[p] >= higher], higher))


def _gather(rows: Iterable[int], pairs: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return rows in the heaps that pairs make of them."""
    union = Union(rows)
    for left, right in pairs:
        union.join(left, right)
    return union.groups()


def _find_pairs(
    tellings: Sequence[Telling], vectors: npt.NDArray[np.float32], settings: HappenSettings
) -> set[tuple[int, int]]:
    """Return the pairs worth weighing: one status, times that meet or are not given, and words of one root or class,
    known to tell of one thing, or alike in their contexts; the likeliest partners of each telling."""
    groups, roots, classes = (_number(names) for names in _name_all(tellings))
    first = np.array([t.interval.first.toordinal() if t.interval else 0 for t in tellings])
    last = np.array([t.interval.last.toordinal() if t.interval else 10**7 for t in tellings])
    learned = _Learned([t.trait.root for t in tellings])
    short = (last - first) <= 1
    pairs: set[tuple[int, int]] = set()
    for row, near, alike in _compare(tellings, vectors):
        kin = (roots[near] == roots[row]) | (classes[near] == classes[row])
        known = learned.read(row, near)
        fits = (groups[near] == groups[row]) & (first[near] <= last[row]) & (first[row] <= last[near])
        fits &= kin | (known > 0) | (short[near] & short[row]) | (alike >= settings.least_alike)
        fits &= near != row
        found = np.flatnonzero(fits)
        if len(found) > _MOST_PARTNERS:
            dated = (last[near[found]] < 10**7) & (last[row] < 10**7)
            worth = alike[found] + 0.5 * kin[found] + 0.1 * known[found] + 0.3 * dated
            found = found[np.argsort(-worth, kind="stable")[:_MOST_PARTNERS]]
        pairs.update((min(row, other), max(row, other)) for other in near[found].tolist())
    return pairs


def _compare(
    tellings: Sequence[Telling], vectors: npt.NDArray[np.float32]
) -> Iterator[tuple[int, npt.NDArray[np.int64], npt.NDArray[np.float32]]]:
    """Yield each row with the rows it is compared with and their cosines: all of them in a story of common size, else
    those that share its root, its class or its day, thinned evenly to a bound."""
    size = len(tellings)
    everything = np.arange(size)
    if size <= _MOST_DENSE:
        cosines = vectors[:0] @ vectors.T
        for row in range(size):
            if row % _ROWS_AT_ONCE == 0:
                cosines = vectors[row : row + _ROWS_AT_ONCE] @ vectors.T
            yield row, everything, cosines[row % _ROWS_AT_ONCE]
        return
    buckets: dict[Hashable, list[int]] = defaultdict(list)
    marks = [
        {("root", t.trait.root), ("class", class_of(t)), ("day", t.interval.first if t.interval else t.written)}
        for t in tellings
    ]
    for row, names in enumerate(marks):
        for name in names:
            buckets[name].append(row)
    thinned = {name: rows[:: -(-len(rows) // _MOST_COMPARED)] for name, rows in buckets.items()}
    for row, names in enumerate(marks):
        near = np.unique(np.concatenate([thinned[name] for name in names]).astype(np.int64))
        yield row, near, vectors[near] @ vectors[row]


def _name_all(tellings: Sequence[Telling]) -> tuple[list[str], list[str], list[str]]:
    """Return status, root and class of each telling."""
    return (
        [telling.group for telling in tellings],
        [telling.trait.root for telling in tellings],
        [class_of(telling) for telling in tellings],
    )


def class_of(telling: Telling) -> str:
    """Return the class of a telling's word: words of one class tell one occurrence when day and people agree."""
    return _ALIKE.get(telling.mention.lemma, telling.mention.lemma)


def _number(names: Sequence[str]) -> npt.NDArray[np.int64]:
    numbers = {name: at for at, name in enumerate(sorted(set(names)))}
    return np.array([numbers[name] for name in names], np.int64)


class _Learned:
    """The log odds that rows' roots tell of one occurrence, row by row."""

    def __init__(self, roots: Sequence[str]) -> None:
        names = sorted(set(roots))
        self._numbers = {name: at for at, name in enumerate(names)}
        self._rows = np.array([self._numbers[root] for root in roots], np.int64)
        self._odds: dict[int, list[tuple[int, float]]] = defaultdict(list)
        for (left, right), odds in PAIR_MODEL.roots.items():
            if left in self._numbers and right in self._numbers:
                self._odds[self._numbers[left]].append((self._numbers[right], odds))
                self._odds[self._numbers[right]].append((self._numbers[left], odds))

    def read(self, row: int, near: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Return the log odds of a row's root with those of other rows."""
        table = np.zeros(len(self._numbers))
        for other, odds in self._odds.get(int(self._rows[row]), ()):
            table[other] = odds
        return table[self._rows[near]]


class _Weigher:
    """Gives two tellings' chance of being one occurrence; below nought where they cannot be."""

    def __init__(self, tellings: Sequence[Telling], vectors: npt.NDArray[np.float32], settings: HappenSettings) -> None:
        self._tellings = tellings
        self._vectors = vectors
        self._settings = settings
        self._known: dict[tuple[int, int], float] = {}
        self._common = _find_common(tellings)
        self._survey = survey_traits([telling.trait for telling in tellings])

    def weigh(self, left: int, right: int) -> float:
        """Return the chance of two rows, -1 for a veto."""
        if (left, right) not in self._known:
            self._known[left, right] = self._weigh(left, right)
        return self._known[left, right]

    def _weigh(self, left: int, right: int) -> float:
        ours, theirs = self._tellings[left], self._tellings[right]
        if _vetoes(ours, theirs, self._settings):
            return _VETO
        alike = float(self._vectors[left] @ self._vectors[right])
        odds = PAIR_MODEL.weigh(ours.trait, theirs.trait, alike, self._survey) + add_records(
            ours, theirs, self._settings
        )
        if not _share_day(ours, theirs) and not self._has_ground(ours, theirs):
            if _is_general(ours) or _is_general(theirs) or _is_old_news(ours, theirs) or _is_old_news(theirs, ours):
                return 0.0
            odds -= self._settings.no_ground + self._settings.far_reports * _are_far(ours, theirs)
        if (ours.mention.noun or theirs.mention.noun) and self._namesdiffer(ours, theirs):
            odds -= self._settings.other_names
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, odds))))

    def _has_ground(self, left: Telling, right: Telling) -> bool:
        """True where more than one kind of event speaks for two tellings of which no day is known to be shared: a word
        that tells of the same, and who, whom, a name beside them that tells something in this story, or the words of
        their clauses. Stories tell of many attacks, talks and deaths beside their own."""
        ours, theirs = left.trait, right.trait
        kin = ours.root == theirs.root or class_of(left) == class_of(right)
        if not kin and PAIR_MODEL.roots.get(key_roots(ours, theirs), 0.0) < _LEAST_LEARNED:
            return False
        verbs = not left.mention.noun and not right.mention.noun
        same_whom = bool(left.targets & right.targets)
        if (verbs and not same_whom and differ(ours.target, theirs.target)) or self._namesdiffer(left, right):
            return False
        if same_whom or share_words(left, right, self._settings) or _points_back(left, right):
            return True
        if any(i and (i.last - i.first).days > _LONG_DAYS for i in (left.interval, right.interval)):
            return False
        return bool(left.actors & right.actors or (left.near & right.near) - self._common)

    def _namesdiffer(self, left: Telling, right: Telling) -> bool:
        """True where other names stand beside two tellings: "the attack in Nice", "the attacks in Paris"."""
        return differ(left.near - self._common, right.near - self._common)


def _is_general(telling: Telling) -> bool:
    """True for what may be no one occurrence: not told as done, going on ("kills many") or many ("attacks")."""
    return telling.status != "actual" or telling.many


def _is_old_news(telling: Telling, other: Telling) -> bool:
    """True for what a report dates well before itself, beside what has no date, which is the report's news or else."""
    interval, written = telling.interval, telling.written
    old = interval is not None and written is not None and (written - interval.last).days > _OLD_NEWS
    return old and other.interval is None


def _are_far(left: Telling, right: Telling) -> bool:
    """True where two reports were written days apart, or it is not known: stories go on, with new deeds of a sort."""
    ours, theirs = left.written, right.written
    return ours is None or theirs is None or abs((ours - theirs).days) > _NEAR_REPORTS


def _find_common(tellings: Sequence[Telling]) -> frozenset[str]:
    """Return the entities that stand beside so many of a story's events that they tell none from another."""
    counts = Counter(entity for telling in tellings for entity in telling.near)
    return frozenset(entity for entity, count in counts.items() if count > max(5.0, _COMMON_PART * len(tellings)))


def _vetoes(left: Telling, right: Telling, settings: HappenSettings) -> bool:
    """True when two tellings cannot be one occurrence: one is done and one planned or denied, they are of other days,
    or other people did it, or it was done to others, or they are two of the many things that somebody says."""
    if left.group != right.group or (left.interval and right.interval and not _meet(left.interval, right.interval)):
        return True
    if _was_told_before(left, right) or _was_told_before(right, left):
        return True
    if differ(left.named_actors, right.named_actors) and not are_crossed(left, right):
        whom = left.targets & right.targets or left.near & right.near
        if not (_share_day(left, right) and whom) or differ(left.target_words, right.target_words):
            return True
    if differ(left.named_targets, right.named_targets) and not (are_crossed(left, right) or left.actors & right.actors):
        return True
    if "say" in (left.mention.lemma, right.mention.lemma):
        return _jaccard(left.words, right.words) < settings.same_words_said
    return not _share_day(left, right) and differ(_count_of(left), _count_of(right))


def _was_told_before(telling: Telling, other: Telling) -> bool:
    """True where a report tells as done what another puts on a later day than it was written."""
    dated, written = telling.interval, other.written
    return dated is not None and written is not None and other.status == "actual" and dated.first > written


def _befalls_once(left: Telling, right: Telling) -> bool:
    """True for deaths of one and the same: nobody dies twice, whatever day or year each report gives."""
    deaths = left.mention.type == right.mention.type == "DEATH"
    return deaths and len(left.named_targets) == 1 and left.named_targets == right.named_targets


def _points_back(left: Telling, right: Telling) -> bool:
    """True where an article tells of a deed again and points at whom it was done to: "hit a guard", "hit the guard"."""
    first, second = sorted((left, right), key=lambda t: (t.mention.start, t.mention.end))
    same = first.mention.article_id == second.mention.article_id and first.trait.root == second.trait.root
    return same and second.definite and bool(first.target_words & second.target_words)


def are_crossed(left: Telling, right: Telling) -> bool:
    """True where who did it in one telling has it done to them in the other: nouns leave open which ("the pullout")."""
    return bool(left.actors & right.targets or left.targets & right.actors)


def _count_of(telling: Telling) -> frozenset[str]:
    """Return the numbers in what it was done to: "130 people" are not the "17" of another such deed."""
    return frozenset(word for word in telling.trait.target if word[0].isdigit())


def differ(left: frozenset[str], right: frozenset[str]) -> bool:
    """True where both sides name somebody and nobody is on both."""
    return bool(left) and bool(right) and not left & right


def _meet(left: Interval, right: Interval) -> bool:
    return left.first <= right.last and right.first <= left.last


def _share_day(left: Telling, right: Telling) -> bool:
    """True where both tellings give one day in words."""
    if not left.interval or not right.interval or not _meet(left.interval, right.interval):
        return False
    return max((i.last - i.first).days for i in (left.interval, right.interval)) <= 1


def add_records(left: Telling, right: Telling, settings: HappenSettings) -> float:
    """Return the log odds that a story's records add to those of the words: day, people, place, class."""
    odds = settings.prior_odds
    odds += settings.same_actor * bool(left.actors & right.actors)
    odds += settings.same_target * bool(left.targets & right.targets)
    apart = differ(left.named_actors, right.named_actors) + differ(left.named_targets, right.named_targets)
    odds -= settings.other_people * apart
    if class_of(left) == class_of(right) and (_share_day(left, right) or left.actors & right.actors):
        odds += settings.same_class
    odds += settings.only_once * _befalls_once(left, right)
    if left.place and right.place:
        odds += settings.same_place if left.place == right.place else -settings.same_place
    if _share_day(left, right):
        odds += settings.same_clause * share_words(left, right, settings)
        return odds + settings.same_day
    if left.interval and right.interval:
        return odds + settings.same_span
    return odds - (settings.one_undated if left.interval or right.interval else settings.both_undated)


def share_words(left: Telling, right: Telling, settings: HappenSettings) -> bool:
    """True where the clauses of two tellings say much the same."""
    one, two = left.trait.clause, right.trait.clause
    return len(one & two) >= _LEAST_SHARED and _jaccard(one, two) >= settings.same_words


def _jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared) if left or right else 0.0


def finest_interval(group: Sequence[Telling]) -> Telling | None:
    """Return the telling that dates a happening: finest grain, then the day most tellings give, then the surest."""
    dated = [telling for telling in group if telling.interval]
    if not dated:
        return None

    def order(telling: Telling) -> tuple[int, int, float, str, int]:
        interval = telling.interval
        assert interval is not None
        votes = len({other.mention.article_id for other in dated if other.interval == interval})
        confidence = telling.reference.confidence if telling.reference else 0.0
        return (_GRAINS.index(interval.grain), -votes, -confidence, telling.mention.article_id, telling.mention.start)

    return min(dated, key=order)
