"""The days that a text has told of so far, from which what comes next may count: "that day", "two weeks later".

A text tells of long ago as a whole (a history) or for a passage (a report's background). There a date without a year
belongs to the time told of last, not to the day of writing: the year that puts it nearest. Counted over the first
half of WikiWars, a month told without a year lies five months before to six months after the date told last in 174 of
187 cases. (HeidelTime has the same two modes, news and narrative, but for whole documents.)
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass, replace
from datetime import date

from dateline.dates import Interval, coarseness
from dateline.events.times.calendar import find_interval
from dateline.events.times.clues import Clue
from dateline.events.times.dating import Settled
from dateline.events.times.notation import ERA, FIRST_YEAR_OF_ERA
from dateline.model import Grain, TimeMeaning

_HISTORY_DATES = 3
"""Dates with their year, a month or more old, from which an article may be a history; there must also be ..."""
_HISTORY_EXCESS = 2
"""... so many times as many of them as of weekdays and "yesterdays"."""
_YEAR_WEIGHT = 0.5
"""What a bare year, more than a year back and no heading, counts beside such a date."""
_OLD_DAYS = 30
_PASSAGE_DAYS = 366
"""A passage of a report tells of the past from a date with its year on that lies farther back than this."""
_MONTHS_BACK = 5
"""Months back within which a month named without its year is of the year told of; see above."""
_BACKWARD = 6
_SEASONS = ("spring", "summer", "autumn", "winter")
_BASES = 5
"""Times told last among which the nearest is looked for. In months: ..."""
_PER_STEP, _PER_ASIDE, _WITHIN = 2.0, 0.5, 3.0
"""... what each step back costs, what a time told by the way costs, and how near a date lies to the bare year it is
in. Chosen on the first half of WikiWars among a dozen settings, which lie within .02 of each other."""
_STACK = 40
"""Times told that are kept to count from."""


@dataclass(slots=True)
class Told:
    """The days named so far: in the sentence being read, in the one before, and in the whole article."""

    sentence_id: str = ""
    here: tuple[Interval, ...] = ()
    before: tuple[Interval, ...] = ()
    stack: tuple[Interval, ...] = ()
    """The last times told in the main line, newest last."""
    bases: tuple[tuple[Interval, bool], ...] = ()
    """The last times told, newest last, and whether each was told by the way."""
    passage: Interval | None = None
    """The old date that the passage being read tells of, in a report."""
    quarter: Interval | None = None
    """The quarter that the article named last, which "a year earlier" is compared with."""

    def enter(self, sentence_id: str, adjacent: bool) -> None:
        """Move to a sentence; days of the last one stay in view only when it stands next to it."""
        if sentence_id != self.sentence_id:
            self.before = self.here if adjacent else ()
            self.passage = self.passage if adjacent else None
            self.here = ()
            self.sentence_id = sentence_id

    def add(
        self, found: Interval, *, explicit: bool, counted: bool, aside: bool, heading: bool, written: date | None
    ) -> None:
        """Take in a time just resolved; ``counted``: from the day of writing, which ends a passage about the past."""
        self.here = (*self.here, found)
        if counted:
            self.passage = None
            return
        self.bases = (*(() if heading else self.bases), (found, aside and not heading))[-_BASES:]
        if heading or not (aside and self.stack):
            self.stack = (*self.stack, found)[-_STACK:]
        if explicit and not aside and coarseness(found.grain) <= coarseness("month"):
            old = written is not None and (written - found.last).days > _PASSAGE_DAYS
            self.passage = found if old else None
        elif self.passage is not None and not aside:
            self.passage = found

    def plain(self, grain_rank: int) -> Interval | None:
        """Return the one day (or month, year) in view that is told finely enough; None when there are several."""
        for view in (self.here, self.before):
            if view:
                fit = {item for item in view if coarseness(item.grain) <= grain_rank}
                return next(iter(fit)) if len(fit) == 1 and len(set(view)) == 1 else None
        return None

    def newest(self, grain_rank: int | None = None) -> Interval | None:
        """Return the last time told, or the last that is told finely enough."""
        if grain_rank is None:
            return self.stack[-1] if self.stack else None
        return next((item for item in reversed(self.stack) if coarseness(item.grain) <= grain_rank), None)


def tells_history(clues: Sequence[Clue], settled: Settled, headings: Container[str]) -> bool:
    """Say whether an article tells of long ago, so that its dates follow each other rather than the day of writing.

    ``headings`` are the ids of the expressions that are a line of their own.
    """
    old = 0.0
    for clue in clues:
        if clue.caption or not clue.explicit:
            continue
        found = clue.interval(None)
        years = found is not None and clue.expression.meaning.month is None
        gap = _PASSAGE_DAYS if years else _OLD_DAYS
        if found is None or settled.last is None or (settled.last - found.last).days >= gap:
            old += _YEAR_WEIGHT if years and clue.expression.time_id not in headings else 1.0
    fresh = sum(clue.names_day for clue in clues)
    return old >= max(_HISTORY_DATES, _HISTORY_EXCESS * fresh)


def takes_year(meaning: TimeMeaning) -> bool:
    """Say whether a meaning is a date or season whose year the text leaves to be understood."""
    dated = meaning.form == "calendar" and (meaning.month is not None or meaning.day is not None)
    season = meaning.form == "period" and meaning.name in _SEASONS
    return (dated or season) and meaning.shift is None and meaning.unit is None and meaning.year is None


def is_relative(meaning: TimeMeaning) -> bool:
    """Say whether a meaning counts whole stretches or weekdays from the time told of: "the end of the year"."""
    if meaning.form == "weekday":
        return meaning.shift is None
    if meaning.form == "offset":
        return meaning.unit not in (None, "day", "hour", "minute", "second") and (meaning.amount or 0) == 0
    return meaning.form == "period" and meaning.name == "weekend" and meaning.shift is None


def place_beside(meaning: TimeMeaning, bases: Sequence[tuple[Interval, bool]]) -> Interval | None:
    """Put a date without a year into the year, or a day without a month into the month, that lies nearest.

    ``bases`` are the times told before, newest last, and whether each was told by the way. The newest counts most.
    """
    if meaning.month is None and meaning.form == "calendar":
        base = next((item for item, _ in reversed(bases) if coarseness(item.grain) <= coarseness("month")), None)
        return (
            find_interval(replace(meaning, year=base.first.year, month=base.first.month), None, None) if base else None
        )
    options = {
        found
        for base, _ in bases
        for year in (base.first.year - 1, base.first.year, base.last.year, base.last.year + 1)
        if (found := find_interval(replace(meaning, year=year, weekday=None), None, None)) is not None
    }
    return min(options, key=lambda found: (measure_jump(found, bases), found.first), default=None)


def measure_jump(found: Interval, bases: Sequence[tuple[Interval, bool]]) -> float:
    """Return how far, in months, a time lies from those told before it; the newest counts most, asides least."""
    return min(
        (
            _distance(found, base) + back * _PER_STEP + (_PER_ASIDE if aside else 0.0)
            for back, (base, aside) in enumerate(reversed(bases))
        ),
        default=0.0,
    )


def _distance(found: Interval, base: Interval) -> float:
    """Return how far a time lies from one told before; the story goes on more often than it goes back."""
    if coarseness(base.grain) > coarseness("season"):
        return _WITHIN if base.first <= found.first <= base.last else _WITHIN + 12
    after = (found.first.year - base.last.year) * 12 + found.first.month - base.last.month
    before = (base.first.year - found.last.year) * 12 + base.first.month - found.last.month
    return after if after >= 0 else max(before, 0) * _BACKWARD / _MONTHS_BACK


def count_from(meaning: TimeMeaning, base: Interval) -> Interval | None:
    """Count a narrative meaning from a time told: past it for "later", before it for "earlier"."""
    if meaning.form == "weekday":
        tense = "past" if (meaning.shift or 0) < 0 else "future"
        return find_interval(meaning, base.first, tense)  # type: ignore[arg-type]
    start: date = base.last if (meaning.amount or 0) > 0 else base.first
    return find_interval(meaning, start, None)


def is_before_christ(found: Interval) -> bool:
    """Say whether an interval is one of the years before Christ, as the anchoring writes them (see ``ERA``)."""
    return FIRST_YEAR_OF_ERA <= found.first.year <= ERA


def find_before_christ(meaning: TimeMeaning) -> Interval | None:
    """Return a year, month, season, decade or century before Christ, in years of ``ERA``; None where it has none."""
    if meaning.year is None or not -1000 < meaning.year < 0:
        return None
    if meaning.form == "period" and meaning.name in ("decade", "century"):
        size: int = 10 if meaning.name == "decade" else 100
        grain: Grain = "decade" if meaning.name == "decade" else "century"
        last = ERA + 1 + meaning.year
        return Interval(date(last - size + 1, 1, 1), date(last, 12, 31), grain)
    until = meaning.until
    if until is not None and until.year is not None and until.year < 0:
        until = replace(until, year=ERA + 1 + until.year)
    return find_interval(replace(meaning, year=ERA + 1 + meaning.year, until=until), None, None)
