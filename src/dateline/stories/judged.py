"""What people judged of stories and articles, as bonds and bars between articles: where two disagree, the later wins.

A judgement keeps the articles that each of its subjects stood for when it was given (``Judgement.sides``), so it means
the same after later runs, whatever ids the stories then have.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from dateline.ids import content_id
from dateline.model import Judgement

JOINING = ("merge", "same")
PARTING = ("not_same", "split", "move")


@dataclass(frozen=True, slots=True)
class Judged:
    """Sets of articles that a person put together, and which of these sets must stay apart.

    ``home`` names each judged article's set by its smallest member; ``apart`` holds pairs of such names, both ways.
    """

    home: Mapping[str, str]
    apart: Mapping[str, frozenset[str]]
    why: Mapping[str, str]
    """What to say of an article's placing: which judgement put it where it is."""

    def sets(self) -> list[list[str]]:
        """Return the sets, each in the order of its ids."""
        found: dict[str, list[str]] = defaultdict(list)
        for article, name in sorted(self.home.items()):
            found[name].append(article)
        return [found[name] for name in sorted(found)]

    def may_join(self, left: Iterable[str], right: Iterable[str]) -> bool:
        """Tell whether two groups of articles may be in one story."""
        if not self.apart:
            return True
        theirs = {self.home[article] for article in right if article in self.home}
        return not any(
            self.apart.get(self.home[article], frozenset()) & theirs for article in left if article in self.home
        )

    def apart_pairs(self) -> set[tuple[str, str]]:
        """Return every pair of articles that must stay apart, the smaller id first."""
        members = {group[0]: group for group in self.sets()}
        return {
            (min(left, right), max(left, right))
            for one, others in self.apart.items()
            for other in others
            for left in members[one]
            for right in members[other]
        }


@dataclass(frozen=True, slots=True)
class _Ruling:
    """One judgement in terms of articles: the sides that it speaks of (``Judgement.sides``)."""

    kind: str
    sides: tuple[tuple[str, ...], ...]
    why: str


def read_judgements(judgements: Iterable[Judgement], articles: Collection[str]) -> Judged:
    """Return what judgements say of these articles. Read from the last given to the first: what an earlier one says
    against a later one falls away, and no more of it than that."""
    there = set(articles)
    rulings = [
        ruling
        for judgement in sorted(judgements, key=lambda row: (row.number, row.judgement_id), reverse=True)
        if (ruling := _make_ruling(judgement, there))
    ]
    books = _Books()
    for ruling in rulings:
        books.bind(_find_bond(ruling), ruling.why)
        if ruling.kind in PARTING:
            books.part(ruling.sides)
    return books.close()


def _make_ruling(judgement: Judgement, there: set[str]) -> _Ruling | None:
    """Return a judgement's ruling, or None when it is about something else, such as names, or about absent articles."""
    if judgement.kind not in (*JOINING, *PARTING):
        return None
    sides = judgement.sides or _read_subjects(judgement, there)
    sides = tuple(tuple(sorted(there.intersection(side))) for side in sides)
    if sum(map(len, sides)) < 2:
        return None
    note = f": {judgement.note}" if judgement.note else ""
    said = {
        "merge": "merged",
        "same": "the same story",
        "move": "moved here",
        "split": "split off",
        "not_same": "apart",
    }
    return _Ruling(judgement.kind, sides, f"judged: {said[judgement.kind]}{note}")


def _read_subjects(judgement: Judgement, there: set[str]) -> tuple[tuple[str, ...], ...]:
    """Return the articles of subjects that were kept without them: a story's id stands for its first article."""
    by_story = {content_id("story", article): article for article in there}
    return tuple((by_story.get(subject, subject),) for subject in judgement.subjects)


def _find_bond(ruling: _Ruling) -> Sequence[str]:
    """Return the articles that a ruling puts together."""
    if ruling.kind in JOINING:
        return [article for side in ruling.sides for article in side]
    return ruling.sides[0] if ruling.kind in ("split", "move") else ()


class _Books:
    """Sets of articles and bars between them, filled from the last judgement on: what stands is not undone."""

    def __init__(self) -> None:
        self._set_of: dict[str, int] = {}
        self._members: dict[int, set[str]] = {}
        self._bars: dict[int, set[int]] = defaultdict(set)
        self._why: dict[str, str] = {}

    def _find(self, articles: Iterable[str]) -> set[int]:
        """Return the sets that articles are in; one that is in none gets its own."""
        for article in articles:
            if article not in self._set_of:
                number = self._set_of[article] = len(self._set_of)
                self._members[number] = {article}
        return {self._set_of[article] for article in articles}

    def bind(self, group: Sequence[str], why: str) -> None:
        """Put articles into one set, save those that a later judgement keeps from the largest part of them."""
        order = sorted(
            self._find(group), key=lambda one: (-len(self._members[one] & set(group)), min(self._members[one]))
        )
        for other in order[1:]:
            if other not in self._bars[order[0]]:
                self._unite(order[0], other)
        for article in group:
            self._why.setdefault(article, why)

    def _unite(self, keep: int, gone: int) -> None:
        self._set_of.update(dict.fromkeys(self._members[gone], keep))
        self._members[keep] |= self._members.pop(gone)
        for barred in self._bars.pop(gone, set()):
            self._bars[barred].discard(gone)
            self._bars[barred].add(keep)
            self._bars[keep].add(barred)

    def part(self, sides: Sequence[Sequence[str]]) -> None:
        """Keep the sets of each side from those of the others, save where a later judgement joined them."""
        sets = [self._find(side) for side in sides]
        for at, ours in enumerate(sets):
            for one, other in product(ours, set().union(*sets[at + 1 :])):
                if one != other:
                    self._bars[one].add(other)
                    self._bars[other].add(one)

    def close(self) -> Judged:
        """Return the sets by the names of their smallest members."""
        names = {number: min(members) for number, members in self._members.items()}
        home = {article: names[number] for article, number in self._set_of.items()}
        apart = {
            names[one]: frozenset(names[other] for other in others) for one, others in self._bars.items() if others
        }
        return Judged(home, apart, self._why)
