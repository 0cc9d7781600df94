"""Pure helpers over ISO dates cut to their grain (``2019``, ``2018-09``, ``2019-03-22``, ``2019-03-25T08:36``).

A cut date stands for the whole stretch that it names: ``2018-09`` is every day of that month. Nothing here raises
on odd input: what is no date is ``None``. Years are those of ``datetime.date``, 1 to 9999.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, datetime, time, timedelta

from dateline.model import Grain

_CUT = re.compile(
    r"\s*(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:[T ](?P<hour>\d{2})(?::?(?P<minute>\d{2})(?::?\d{2}(?:[.,]\d+)?)?)?\s*(?:Z|[+-]\d{2}:?\d{2})?)?)?)?\s*",
    re.ASCII,
)
"""A date as the records write it, with the clock time and zone that pages state; the zone is read and set aside."""

_OFFSET = re.compile(r"(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2})", re.ASCII)

_CUT_LENGTHS: dict[Grain, int] = {
    "century": 4,
    "decade": 4,
    "year": 4,
    "season": 7,
    "quarter": 7,
    "month": 7,
}
"""Characters that a grain keeps of ``YYYY-MM-DD``; a grain of days or finer keeps all ten."""

_COARSENESS: dict[Grain, int] = {
    "minute": 0,
    "hour": 1,
    "day": 2,
    "weekend": 3,
    "week": 4,
    "month": 5,
    "season": 6,
    "quarter": 6,
    "year": 7,
    "decade": 8,
    "century": 9,
}


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of whole days, ``last`` included, and the grain in which it was told. ``first <= last`` always."""

    first: date
    last: date
    grain: Grain

    def __post_init__(self) -> None:
        """Raise ValueError when the ends are out of order: a program's mistake, never a text's."""
        if self.last < self.first:
            raise ValueError(f"interval ends before it begins: {self.first} … {self.last}")

    @property
    def days(self) -> int:
        """Number of days in the stretch, both ends counted: 1 for a single day."""
        return (self.last - self.first).days + 1


def parse_cut(text: str | None) -> Interval | None:
    """Return the stretch that a cut date names; None for anything that is no date."""
    match = _CUT.fullmatch(text) if text else None
    if match is None:
        return None
    part = {name: int(value) for name, value in match.groupdict().items() if value is not None}
    try:
        if "day" in part:
            day = date(part["year"], part["month"], part["day"])
            return Interval(day, day, _clock_grain(part))
        return year_of(part["year"]) if "month" not in part else month_of(part["year"], part["month"])
    except ValueError:
        return None


def _clock_grain(part: dict[str, int]) -> Grain:
    """Return the grain of a date with a day: ``day``, or that of its clock time where one stands."""
    if "hour" not in part:
        return "day"
    if part["hour"] > 24 or part.get("minute", 0) > 59:
        raise ValueError("no such time of day")
    return "minute" if "minute" in part else "hour"


def year_of(year: int) -> Interval | None:
    """Return the whole of a year; None outside 1 … 9999."""
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return Interval(date(year, 1, 1), date(year, 12, 31), "year")


def month_of(year: int, month: int) -> Interval | None:
    """Return the whole of a month; None when there is no such month."""
    if not (MINYEAR <= year <= MAXYEAR and 1 <= month <= 12):
        return None
    return Interval(date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month")


def make_day(year: int, month: int, day: int) -> date | None:
    """Return a day; None when the calendar has no such day."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def add_days(day: date, days: int) -> date | None:
    """Return the day that lies ``days`` later (earlier when negative); None when it falls out of the calendar."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def add_months(day: date, months: int) -> date | None:
    """Return the same day of the month that lies ``months`` later, or that month's last day; None outside 1 … 9999."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def cut(day: date, grain: Grain) -> str:
    """Return a day as ISO text cut to a grain: its year for years and longer, its month for seasons, else the day."""
    return f"{day.year:04d}-{day.month:02d}-{day.day:02d}"[: _CUT_LENGTHS.get(grain, 10)]


def day_of(text: str | None) -> date | None:
    """Return the first day of a cut date; None when it is no date."""
    interval = parse_cut(text)
    return interval.first if interval else None


def span_of(first: str | None, last: str | None) -> Interval | None:
    """Return the stretch from one cut date through another, in the grain of the first; None when either is no date."""
    start, end = parse_cut(first), parse_cut(last if last is not None else first)
    if start is None or end is None or end.last < start.first:
        return None
    return Interval(start.first, end.last, start.grain)


def overlap(one: Interval, other: Interval) -> bool:
    """Say whether two stretches share a day."""
    return one.first <= other.last and other.first <= one.last


def days_between(one: Interval, other: Interval) -> int:
    """Return the days that lie from one stretch to the nearest day of the other: 0 when they share a day."""
    if overlap(one, other):
        return 0
    return (other.first - one.last).days if one.last < other.first else (one.first - other.last).days


def find_moment(published: str | None, zone: str | None) -> str | None:
    """Return a time in UTC, to the minute, from local time and its offset (``+09:00``); None without both.

    A report of 23:50 -05:00 and one of 05:10 +00:00 on the next day are twenty minutes apart.
    """
    local = parse_cut(published)
    offset = _OFFSET.fullmatch(zone or "")
    if published is None or local is None or local.grain != "minute" or offset is None:
        return None
    minutes = int(offset["hours"]) * 60 + int(offset["minutes"])
    away = timedelta(minutes=-minutes if offset["sign"] == "-" else minutes)
    clock = published.strip().replace(" ", "T")
    try:
        moment = datetime.combine(local.first, time(int(clock[11:13]) % 24, int(clock[14:16]))) - away
    except (ValueError, OverflowError):
        return None
    return moment.strftime("%Y-%m-%dT%H:%M").zfill(16)


def order_key(first: str | None, last: str | None = None) -> tuple[date, int, date, str]:
    """Return a sort key over cut dates of mixed grains: by first day, then finest first, then clock; undated last."""
    span = span_of(first, last)
    if span is None:
        return (date.max, max(_COARSENESS.values()) + 1, date.max, first or "")
    return (span.first, _COARSENESS[span.grain], span.last, first or "")


def coarseness(grain: Grain) -> int:
    """Return a rank of a grain, finest 0 (minute) and coarsest highest (century)."""
    return _COARSENESS[grain]
