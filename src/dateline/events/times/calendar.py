"""From what a time expression says to the days that it means, given a day to count from.

Conventions: weeks run Monday to Sunday (ISO 8601), seasons are the meteorological ones of the northern half, where
news in English mostly is from, and a weekday or date without a year is the nearest one that the tense allows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import MAXYEAR, MINYEAR, date
from typing import Literal

from dateline.dates import Interval, add_days, add_months, days_between, make_day, month_of, year_of
from dateline.events.times.feasts import RULE, find_feast, nth_weekday
from dateline.model import Grain, TimeMeaning

Tense = Literal["past", "present", "future"] | None

_SEASON_MONTHS: Mapping[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
"""First month of each season of three months."""
_UNIT_MONTHS: Mapping[str, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_UNIT_DAYS: Mapping[str, int] = {"day": 1, "week": 7}
_WHOLE_UNITS: Mapping[str, Grain] = {
    "day": "day",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
    "decade": "decade",
    "century": "century",
}
_FAR_AMOUNT = 100_000
"""Larger amounts of a unit leave the calendar and are not counted."""
_MIDWEEK = 3
"""Up to this day of the week (Monday is 0) "this weekend" in the past tense is the weekend just over."""
_WEEKS_OF_YEAR = 53
_MONTHS_TO_MATCH = 14
"""Months to either side within which "Friday the 31st" is looked for: every weekday meets every day of a month."""
_PRESENT_BACK = 3
"""A weekday in the present tense is the last one when that is at most so many days back, else the next."""
_NEAR, _NEAR_MONTH = 60, 31
"""Days within which a day without a year is the near one, whatever the tense ("declared a dividend payable Dec. 15"):
its other year would be ten months away or more, and would be told; and those within which the beginning of a month
named without a tense lies ahead. Set by reading 300 resolved dates."""


def find_interval(meaning: TimeMeaning, day: date | None, tense: Tense) -> Interval | None:
    """Return the days that a meaning stands for, counted from ``day``; None when they cannot be told.

    ``day`` None settles only what carries its own year.
    """
    if meaning.modifier == "until" and tense in (None, "present"):
        tense = "future"
    elif meaning.modifier == "since" and tense != "future":
        tense = "past"
    find = _FINDERS.get(meaning.form)
    return find(meaning, day, tense) if find else None


def is_explicit(meaning: TimeMeaning) -> bool:
    """Say whether a meaning needs no day to count from: it carries its year."""
    return meaning.year is not None and meaning.form in ("calendar", "period")


def _find_calendar(meaning: TimeMeaning, day: date | None, tense: Tense) -> Interval | None:
    """Resolve dates of the calendar, whole or with parts missing."""
    start = _find_point(meaning, day, tense)
    if start is None or meaning.until is None:
        return start
    if tense == "future" and day is not None:
        start = _find_begun(meaning, meaning.until, start, day)
    end = _find_range_end(meaning.until, start)
    return Interval(start.first, end.last, start.grain) if end and end.last >= start.first else start


def _find_begun(meaning: TimeMeaning, until: TimeMeaning, start: Interval, day: date) -> Interval:
    """Return the beginning of a range that goes on ("from May to September", said in July), else the one ahead."""
    if meaning.year is not None or meaning.month is None or until.month is None or start.first <= day:
        return start
    before = _in_year(meaning, start.first.year - 1)
    end = _find_range_end(until, before) if before else None
    return before if before and end and before.first <= day <= end.last else start


def _find_range_end(until: TimeMeaning, start: Interval) -> Interval | None:
    """Return the end of a range; without its own year it is the next such day after the beginning."""
    if until.year is not None or until.month is None:
        return _find_point(until, start.first, "future")
    ends = [_in_year(until, start.first.year + step) for step in (0, 1)]
    return next((end for end in ends if end is not None and end.first > start.first), None)


def _find_point(meaning: TimeMeaning, day: date | None, tense: Tense) -> Interval | None:
    """Resolve a calendar meaning without its range."""
    if meaning.year is not None:
        return _in_year(meaning, meaning.year)
    if day is None:
        return None
    if meaning.unit == "year" and meaning.amount is not None and meaning.weekday is None:
        return _in_year(meaning, day.year + int(meaning.amount))
    if meaning.month is not None:
        return _nearest_year(meaning, day, tense)
    if meaning.day is not None:
        return _nearest_month(meaning, day, tense)
    return Interval(day, day, "day") if meaning.hour is not None else None


def _in_year(meaning: TimeMeaning, year: int) -> Interval | None:
    """Return the day, month or year of a meaning in a given year."""
    if meaning.month is None:
        return year_of(year)
    if meaning.day is not None:
        return _single(make_day(year, meaning.month, meaning.day))
    if meaning.weekday is not None and meaning.amount is not None:
        return _single(nth_weekday(year, meaning.month, int(meaning.amount), meaning.weekday))
    return month_of(year, meaning.month)


def _single(day: date | None) -> Interval | None:
    """Return the stretch of one day."""
    return Interval(day, day, "day") if day else None


def _nearest_year(meaning: TimeMeaning, day: date, tense: Tense) -> Interval | None:
    """Put a date without a year into the year that its weekday, its "last" or "next", or its tense asks for."""
    reach = 6 if meaning.weekday is not None and meaning.day is not None else 1
    found = [_in_year(meaning, year) for year in range(day.year - reach, day.year + reach + 1)]
    options = [option for option in found if option is not None]
    if meaning.weekday is not None and meaning.day is not None:
        options = [option for option in options if option.first.weekday() == meaning.weekday] or options
        return min(options, key=lambda option: abs((option.first - day).days), default=None)
    if meaning.shift is not None:
        return _shifted(options, day, meaning.shift)
    near = min(options, key=lambda option: abs((option.first - day).days), default=None)
    if near is not None and _is_plainly_near(near, meaning, day, tense):
        return near
    return _by_tense(options, day, tense or "past")


def _is_plainly_near(near: Interval, meaning: TimeMeaning, day: date, tense: Tense) -> bool:
    """Say whether a date is so near that its other year, most of a year away, cannot be meant."""
    ahead = (near.first - day).days
    if meaning.month is not None and meaning.day is None and meaning.weekday is None:
        return tense is None and 0 < ahead <= _NEAR_MONTH
    return abs(ahead) <= _NEAR


def _shifted(options: list[Interval], day: date, shift: int) -> Interval | None:
    """Return the last option before a day, the first after it, or that of the day's own year."""
    if shift < 0:
        return max((option for option in options if option.last < day), key=lambda option: option.first, default=None)
    if shift > 0:
        return min((option for option in options if option.first > day), key=lambda option: option.first, default=None)
    around = (option for option in options if option.first <= day <= option.last)
    return next(around, None) or next((option for option in options if option.first.year == day.year), None)


def _by_tense(options: list[Interval], day: date, tense: Tense) -> Interval | None:
    """Return the newest option begun by a day (past), the first not over by it (future), or the nearest."""
    before = [option for option in options if option.first <= day]
    after = [option for option in options if option.last >= day]
    if tense == "past" and before:
        return max(before, key=lambda option: option.first)
    if tense == "future" and after:
        return min(after, key=lambda option: option.first)
    return min(
        options, key=lambda option: (days_between(option, Interval(day, day, "day")), option.first), default=None
    )


def _nearest_month(meaning: TimeMeaning, day: date, tense: Tense) -> Interval | None:
    """Put a day of the month ("the 25th") into the month that its words or its tense ask for."""
    stepped = meaning.unit == "month" and meaning.amount is not None
    reach = _MONTHS_TO_MATCH if meaning.weekday is not None else 2
    steps = (int(meaning.amount or 0),) if stepped else tuple(range(-reach, reach + 1))
    options: list[Interval] = []
    for step in steps:
        month = add_months(day.replace(day=1), step)
        found = _single(make_day(month.year, month.month, meaning.day or 1)) if month else None
        options += [found] if found else []
    if meaning.weekday is not None and not stepped:
        options = [option for option in options if option.first.weekday() == meaning.weekday] or options
    return _by_tense(options, day, tense)


def _find_weekdays(meaning: TimeMeaning, day: date | None, tense: Tense) -> Interval | None:
    """Resolve a weekday, or a stretch from one to another, which is over by the day when it is told as past."""
    start = _find_weekday(meaning, day, tense)
    if start is None or meaning.until is None or meaning.until.weekday is None or day is None:
        return start
    more = (meaning.until.weekday - start.first.weekday()) % 7
    if tense in (None, "past") and more > 1 and (start.first - day).days + more > 0:
        start = _single(add_days(start.first, -7))
    last = add_days(start.first, more) if start else None
    return Interval(start.first, last, "day") if start and last else None


def _find_weekday(meaning: TimeMeaning, day: date | None, tense: Tense) -> Interval | None:
    """Resolve a weekday: in the past tense the last one up to the day, in the future the first from it on."""
    if day is None or meaning.weekday is None:
        return None
    back = (day.weekday() - meaning.weekday) % 7
    if meaning.unit == "week" and meaning.amount is not None:
        monday = add_days(day, -day.weekday() + 7 * int(meaning.amount))
        return _single(add_days(monday, meaning.weekday)) if monday else None
    if meaning.shift == -1:
        return _single(add_days(day, -(back or 7)))
    if meaning.shift == 1:
        return _single(add_days(day, 7 - back))
    if meaning.shift == 0:
        return _single(add_days(day, meaning.weekday - day.weekday()))
    ahead = tense == "future" or (tense == "present" and back > _PRESENT_BACK)
    return _single(add_days(day, -back % 7 if ahead else -back))


def _find_offset(meaning: TimeMeaning, day: date | None, tense: Tense) -> Interval | None:
    """Resolve so many units from a day; whole weeks, months and years where the words name one."""
    del tense
    unit, amount = meaning.unit, meaning.amount
    if day is None or unit is None or amount is None or abs(amount) > _FAR_AMOUNT:
        return None
    if unit in ("hour", "minute", "second"):
        return _single(day) if amount == 0 else None
    moved = _move(day, unit, amount)
    if moved is None:
        return None
    return _whole(moved, _WHOLE_UNITS[unit])


def _move(day: date, unit: str, amount: float) -> date | None:
    """Return the day that lies so many units from a day; halves of years and months count in months and days."""
    if unit in _UNIT_DAYS:
        return add_days(day, round(amount * _UNIT_DAYS[unit]))
    return add_months(day, round(amount * _UNIT_MONTHS[unit]))


def _whole(day: date, grain: Grain) -> Interval | None:
    """Return the whole day, week, month, quarter, year, decade or century that a day is in."""
    if grain == "week":
        monday = add_days(day, -day.weekday())
        sunday = add_days(day, 6 - day.weekday())
        return Interval(monday, sunday, "week") if monday and sunday else None
    if grain == "month":
        return month_of(day.year, day.month)
    if grain == "quarter":
        return _months(day.year, (day.month - 1) // 3 * 3 + 1, 3, "quarter")
    if grain in ("year", "decade", "century"):
        size = {"year": 1, "decade": 10, "century": 100}[grain]
        first = (day.year - 1) // size * size + 1 if grain == "century" else day.year // size * size
        return _years(first, size, grain)
    return Interval(day, day, "day")


def find_quarter(day: date, step: int) -> Interval | None:
    """Return the quarter that a day is in, or the one so many quarters later."""
    moved = add_months(day, 3 * step)
    return _whole(moved, "quarter") if moved else None


def _months(year: int, month: int, count: int, grain: Grain) -> Interval | None:
    """Return a stretch of whole months."""
    start = month_of(year, month)
    last = add_months(start.first, count - 1) if start else None
    end = month_of(last.year, last.month) if last else None
    return Interval(start.first, end.last, grain) if start and end else None


def _years(year: int, count: int, grain: Grain) -> Interval | None:
    """Return a stretch of whole years, cut at the ends of the calendar."""
    first, last = max(year, MINYEAR), min(year + count - 1, MAXYEAR)
    if last < first:
        return None
    return Interval(date(first, 1, 1), date(last, 12, 31), grain)


def _find_period(meaning: TimeMeaning, day: date | None, tense: Tense) -> Interval | None:
    """Resolve seasons, quarters, halves, fiscal years, decades, centuries, weekends and Easter."""
    name = meaning.name or ""
    if name in ("decade", "century") and meaning.year is not None:
        return _find_years(meaning, meaning.year)
    if name == "week":
        return _find_week(meaning, day)
    if name == "weekend":
        return _find_weekend(meaning, day, tense) if day else None
    stepped = meaning.unit == "year" and meaning.amount is not None
    years: tuple[int, ...]
    if meaning.year is not None:
        years = (meaning.year,)
    elif day is not None:
        years = (day.year + int(meaning.amount or 0),) if stepped else (day.year - 1, day.year, day.year + 1)
    else:
        return None
    found = [_named_in_year(name, year) for year in years]
    options = [option for option in found if option is not None]
    if day is None or len(years) == 1:
        return options[0] if options else None
    if RULE.fullmatch(name) and meaning.shift is None:
        near = min(options, key=lambda option: abs((option.first - day).days), default=None)
        if near is not None and abs((near.first - day).days) <= _NEAR:
            return near
    if name[:1] in ("Q", "H") and tense == "future":
        # The quarter just over is still counted and reported on; the same one of next year is far off.
        tense = None
    return _shifted(options, day, meaning.shift) if meaning.shift is not None else _by_tense(options, day, tense)


def _find_week(meaning: TimeMeaning, day: date | None) -> Interval | None:
    """Return a week by its number in a year (ISO 8601); without a year that of the day."""
    year = meaning.year or (day.year if day else None)
    if year is None or not MINYEAR < year < MAXYEAR or not 1 <= (meaning.amount or 0) <= _WEEKS_OF_YEAR:
        return None
    fourth = date(year, 1, 4)
    inside = add_days(fourth, 7 * (int(meaning.amount or 1) - 1))
    return _whole(inside, "week") if inside else None


def _find_years(meaning: TimeMeaning, year: int) -> Interval | None:
    """Return a decade or century, or the stretch from one through another."""
    size, grain = (10, "decade") if meaning.name == "decade" else (100, "century")
    found = _years(year, size, grain)  # type: ignore[arg-type]
    if found is None or meaning.until is None or meaning.until.year is None:
        return found
    end = _years(meaning.until.year, size, grain)  # type: ignore[arg-type]
    return Interval(found.first, end.last, found.grain) if end and end.last >= found.first else found


def _named_in_year(name: str, year: int) -> Interval | None:
    """Return a named stretch as it lies in a year; winter begins in it."""
    if name in _SEASON_MONTHS:
        return _months(year, _SEASON_MONTHS[name], 3, "season")
    if name[:1] == "Q" and name[1:] in ("1", "2", "3", "4"):
        return _months(year, int(name[1:]) * 3 - 2, 3, "quarter")
    if name in ("H1", "H2"):
        return _months(year, int(name[1:]) * 6 - 5, 6, "quarter")
    if name in ("fiscal", "compared"):
        return year_of(year)
    return find_feast(name, year) if RULE.fullmatch(name) else None


def _find_weekend(meaning: TimeMeaning, day: date, tense: Tense) -> Interval | None:
    """Resolve a weekend: in the past tense the last one begun by the day, else the one to come."""
    saturday = add_days(day, 5 - day.weekday())
    if saturday is None:
        return None
    ahead = saturday > day
    if meaning.shift is None:
        move = -7 if tense != "future" and ahead else 0
    elif meaning.shift == 0 and tense == "past" and day.weekday() < _MIDWEEK:
        move = -7
    else:
        move = 0 if meaning.shift == 1 and ahead else 7 * meaning.shift
    first = add_days(saturday, move)
    last = add_days(first, 1) if first else None
    return Interval(first, last, "weekend") if first and last else None


def _find_duration(meaning: TimeMeaning, day: date | None, tense: Tense) -> Interval | None:
    """Resolve a stretch that ends or begins with the day ("the past three months"); a bare length has no place."""
    del tense
    unit, amount = meaning.unit, meaning.amount
    if day is None or not meaning.shift or unit is None or amount is None or amount > _FAR_AMOUNT:
        return None
    if unit in ("hour", "minute", "second"):
        return None
    other = _move(day, unit, amount * meaning.shift)
    if other is None:
        return None
    return Interval(min(day, other), max(day, other), _WHOLE_UNITS[unit])


_FINDERS: Mapping[str, Callable[[TimeMeaning, date | None, Tense], Interval | None]] = {
    "calendar": _find_calendar,
    "weekday": _find_weekdays,
    "offset": _find_offset,
    "period": _find_period,
    "duration": _find_duration,
}
"""One finder per form; sets and vague times mean no stretch of days."""
