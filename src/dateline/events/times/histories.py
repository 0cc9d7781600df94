"""Gives the dates of a text that tells of long ago their years, all together.

A history names its years now and then ("in June 1941") and leaves them out between ("on 5 December"). A year taken
wrongly carries on to the next date, and the next explicit one shows the mistake: so the readings of a whole text are
compared, by how far each date lies from those told before it, and the one that jumps least is taken (a beam search).
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.dates import Interval, coarseness
from dateline.events.times.calendar import find_interval, is_explicit
from dateline.events.times.clues import Clue
from dateline.events.times.narrative import Told, count_from, find_before_christ, measure_jump, takes_year
from dateline.model import TimeMeaning

_BEAM = 24
"""Readings kept at each date."""
_WINDOW = 6
"""Explicit dates to either side whose years a date may have."""
_LONGEST_JUMP = 14.0
"""Months at which the jump to an explicit date is counted at most: texts do leap."""


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to read the dates so far: the jumps it takes, what it told last, and the years it gave."""

    cost: float
    told: tuple[tuple[Interval, bool], ...] = ()
    placed: tuple[tuple[str, Interval], ...] = ()


def place_dates(clues: Sequence[Clue], headings: Container[str]) -> Mapping[str, Interval]:
    """Return, by the ids of the expressions, the days of a history's dates without a year, and what counts from them.

    ``headings`` are the ids of the expressions that are a line of their own ("1937"): what follows belongs to them.
    """
    dated = [clue for clue in clues if not clue.caption and not clue.is_clock]
    fixed = [_find_fixed(clue) for clue in dated]
    readings = [_Reading(0.0)]
    for index, clue in enumerate(dated):
        options = [] if fixed[index] else _find_options(clue.expression.meaning, _years_near(fixed, index))
        grown: list[_Reading] = []
        for reading in readings:
            if clue.expression.time_id in headings:
                reading = replace(reading, told=())
            grown += _read_on(reading, clue, fixed[index], options)
        readings = sorted(grown, key=lambda item: item.cost)[:_BEAM]
    return dict(readings[0].placed)


def _find_fixed(clue: Clue) -> Interval | None:
    """Return the days of an expression that carries its year."""
    meaning = clue.expression.meaning
    found = find_before_christ(meaning) or clue.interval(None) if is_explicit(meaning) else None
    return found if found is not None and coarseness(found.grain) <= coarseness("year") else None


def _years_near(fixed: Sequence[Interval | None], index: int) -> frozenset[int]:
    """Return the years that explicit dates around a place have, and those next to them."""
    before = [found for found in fixed[:index] if found is not None][-_WINDOW:]
    after = [found for found in fixed[index + 1 :] if found is not None][:_WINDOW]
    return frozenset(found.first.year + step for found in (*before, *after) for step in (-1, 0, 1))


def _find_options(meaning: TimeMeaning, years: frozenset[int]) -> list[Interval]:
    """Return the days that a date without a year would mean in each of some years; none for what is no such date."""
    if not takes_year(meaning) or (meaning.month is None and meaning.form != "period"):
        return []
    found = (find_interval(replace(meaning, year=year, weekday=None), None, None) for year in sorted(years))
    return [option for option in found if option is not None]


def _read_on(reading: _Reading, clue: Clue, fixed: Interval | None, options: Sequence[Interval]) -> list[_Reading]:
    """Return the ways to read one more expression."""
    aside, time_id = is_aside(clue), clue.expression.time_id
    if fixed is not None:
        cost = min(measure_jump(fixed, reading.told), _LONGEST_JUMP) if reading.told else 0.0
        return [_add(reading, fixed, cost, aside)]
    if options:
        return [_add(reading, found, measure_jump(found, reading.told), aside, time_id) for found in options]
    counted = _count(clue.expression.meaning, reading)
    return [reading if counted is None else _add(reading, counted, 0.0, aside, time_id)]


def _count(meaning: TimeMeaning, reading: _Reading) -> Interval | None:
    """Return what "the following year" or "two months later" means in a reading; days need no year to be given."""
    counts = meaning.anchor == "narrative" and meaning.form == "offset" and meaning.unit in ("month", "year")
    if not counts or meaning.amount is None:
        return None
    told = Told(stack=tuple(found for found, aside in reading.told if not aside))
    base = told.newest(coarseness("month" if meaning.unit == "month" else "year"))
    return count_from(meaning, base) if base else None


def _add(reading: _Reading, found: Interval, cost: float, aside: bool, time_id: str | None = None) -> _Reading:
    told = (*reading.told, (found, aside))[-_WINDOW:]
    placed = reading.placed if time_id is None else (*reading.placed, (time_id, found))
    return _Reading(reading.cost + cost, told, placed)


def is_aside(clue: Clue) -> bool:
    """Say whether a time is told by the way, so that the telling need not go on from it."""
    return clue.expression.aside or clue.expression.tense == "future"
