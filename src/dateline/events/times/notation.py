"""Writes what a time expression means as a TIMEX3 value and as an EDTF date.

TIMEX3 values follow TimeML 1.2.1: ``2019-03-22``, ``2019-W12``, ``2019-W12-WE``, ``2019-SU``, ``2019-Q1``, ``198``,
``2019-03-22TMO``, ``P3D``, ``XXXX-WXX-2``, ``PAST_REF``, ``BC0480``. A range is both of its ends, parted by a stroke.

EDTF is the Extended Date/Time Format of ISO 8601-2:2019: ``199X``, ``2019-22`` (a summer), ``2019-33`` (a first
quarter), ``1998/..`` (since 1998), ``~`` for about, ``?`` for doubtful, ``%`` for both. What names no stretch of days
(a length, a rate, "recently") has none.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from dateline.dates import Interval, parse_cut
from dateline.events.times.zones import find_offset
from dateline.model import Grain, TimeExpression, TimeMeaning, TimeReference

ERA = 8000
"""Within the anchoring of one article the year *y* before Christ lies at ERA + 1 − y: Python's dates know no such
years, 8000 is a whole number of the calendar's cycles of 400, and no news tells of the years 7001 to 8000."""
FIRST_YEAR_OF_ERA = ERA - 999
"""1000 BC; what is told of before it stays open."""

_DOUBTFUL = 0.7
"""Below this confidence an EDTF date carries its question mark."""
_UNIT_LETTERS = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "quarter": "Q"}
_UNIT_LETTERS |= {"year": "Y", "decade": "DE", "century": "CE"}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_SEASON_BY_MONTH = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_EDTF_SEASONS = {3: 21, 6: 22, 9: 23}
"""The season codes of ISO 8601-2; a winter, which lies in two years, is written as its days."""
_EDTF_QUARTERS, _EDTF_HALVES = 32, 39
"""Codes that ISO 8601-2 gives the first quarter and half, less one."""
_PARTS = {"morning": "MO", "noon": "MI", "afternoon": "AF", "evening": "EV", "night": "NI", "dawn": "MO", "dusk": "EV"}
_LENGTHS: Mapping[Grain, int] = {"month": 7, "year": 4}


def note_values(reference: TimeReference, expression: TimeExpression) -> TimeReference:
    """Return a reference with ``value`` and ``edtf`` written from its interval, or from the words where it is open."""
    if reference.first is None and reference.value is not None:
        return reference
    first, last = parse_cut(reference.first), parse_cut(reference.last)
    found = Interval(first.first, last.last, _day_grain(reference.grain)) if first and last else None
    meaning = expression.meaning
    return replace(
        reference,
        value=write_timex(meaning, expression.kind, found),
        edtf=write_edtf(meaning, found, reference.confidence),
    )


def _day_grain(grain: Grain | None) -> Grain:
    return "day" if grain in (None, "hour", "minute") else grain


def write_timex(meaning: TimeMeaning, kind: str, found: Interval | None) -> str:
    """Return the TIMEX3 value of a meaning whose days are ``found``; None stands for days that cannot be told."""
    if meaning.form == "vague":
        return f"{(meaning.name or 'present').upper()}_REF"
    if meaning.form == "set":
        return _write_set(meaning)
    if kind == "DURATION":
        return write_length(meaning)
    if found is None:
        return _write_open(meaning)
    if meaning.until is None:
        return write_point(meaning, found)
    start = Interval(found.first, found.first if found.grain == "day" else found.last, found.grain)
    return f"{write_point(meaning, start)}/{write_end(meaning, found)}"


def write_end(meaning: TimeMeaning, found: Interval) -> str:
    """Return the TIMEX3 value of the end of a range, in the grain of the range."""
    until = meaning.until or meaning
    return write_point(until, Interval(found.last, found.last, found.grain))


def write_length(meaning: TimeMeaning) -> str:
    """Return a length as in "P3D", with X for an unknown number."""
    unit = _UNIT_LETTERS.get(meaning.unit or "day", "D")
    amount = "X" if meaning.amount is None else f"{abs(meaning.amount):g}"
    return f"P{unit[:-1]}{amount}{unit[-1]}" if unit[0] == "T" else f"P{amount}{unit}"


def _write_set(meaning: TimeMeaning) -> str:
    """Return what comes back: "XXXX-WXX-2" every Tuesday, "XXXX-07" each July, "XXXX-SU", "P1W" weekly."""
    part = _PARTS.get(meaning.name or "")
    if meaning.weekday is not None:
        return f"XXXX-WXX-{meaning.weekday + 1}{_write_clock(meaning)}"
    if meaning.month is not None:
        day = f"-{meaning.day:02d}" if meaning.day is not None else ""
        return f"XXXX-{meaning.month:02d}{day}"
    if meaning.day is not None:
        return f"XXXX-XX-{meaning.day:02d}"
    if meaning.name in _SEASONS:
        return f"XXXX-{_SEASONS[meaning.name]}"
    if meaning.name == "weekend":
        return "XXXX-WXX-WE"
    return f"XXXX-XX-XXT{part}" if part else write_length(meaning)


def _write_open(meaning: TimeMeaning) -> str:
    """Return what an expression says by itself, with X for what it leaves open."""
    clock = _write_clock(meaning)
    if meaning.form == "offset" and meaning.amount is None and meaning.shift:
        return "PAST_REF" if meaning.shift < 0 else "FUTURE_REF"
    if meaning.form == "weekday" and meaning.weekday is not None:
        return f"XXXX-WXX-{meaning.weekday + 1}{clock}"
    if meaning.form == "calendar" and meaning.month is not None:
        day = f"-{meaning.day:02d}{clock}" if meaning.day is not None else ""
        return f"XXXX-{meaning.month:02d}{day}"
    if meaning.form == "calendar" and meaning.day is not None:
        return f"XXXX-XX-{meaning.day:02d}{clock}"
    if meaning.form == "period" and meaning.name in _SEASONS:
        return f"XXXX-{_SEASONS[meaning.name]}"
    if meaning.form == "period" and (meaning.name or "")[:1] in ("Q", "H"):
        return f"XXXX-{meaning.name}"
    if clock and meaning.until is not None and meaning.until.hour is not None:
        return f"XXXX-XX-XX{clock}/XXXX-XX-XX{_write_clock(meaning.until)}"
    open_units = {"week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX", "year": "XXXX", "decade": "XXX"}
    if meaning.name == "weekend":
        return "XXXX-WXX-WE"
    return open_units.get(meaning.unit or "", f"XXXX-XX-XX{clock}")


def write_point(meaning: TimeMeaning, found: Interval) -> str:
    """Return a point or stretch as a date, week, season, quarter or part of day."""
    day, grain = found.first, found.grain
    if meaning.amount is None and meaning.shift and meaning.form == "offset":
        return "PAST_REF" if meaning.shift < 0 else "FUTURE_REF"
    year = _write_year(day.year)
    if grain in ("week", "weekend"):
        week = day.isocalendar()
        return f"{week.year:04d}-W{week.week:02d}" + ("-WE" if grain == "weekend" else "")
    if grain == "season":
        if day.month == 12 and meaning.year is None:
            year = _write_year(found.last.year)
        return f"{year}-{_SEASON_BY_MONTH.get(day.month) or _SEASONS.get(meaning.name or '', 'SU')}"
    if grain == "quarter":
        named = meaning.name if (meaning.name or "-")[0] in "QH" else None
        return f"{year}-{named or f'Q{(day.month + 2) // 3}'}"
    if grain == "decade":
        return year[:-1]
    if grain == "century":
        return year[:-2]
    text = f"{year}-{day.month:02d}-{day.day:02d}"
    if grain in _LENGTHS:
        return text[: len(year) + (3 if grain == "month" else 0)]
    return text + _write_clock(meaning)


def _write_clock(meaning: TimeMeaning) -> str:
    """Return the time of day that the words give, with its T; nothing when they give none."""
    if meaning.hour is not None:
        return f"T{meaning.hour % 24:02d}:{meaning.minute or 0:02d}"
    part = _PARTS.get(meaning.name or "")
    return f"T{part}" if part else ""


def _write_year(year: int) -> str:
    """Return a year with four digits, before Christ with BC."""
    return f"BC{ERA + 1 - year:04d}" if FIRST_YEAR_OF_ERA <= year <= ERA else f"{year:04d}"


def write_edtf(meaning: TimeMeaning, found: Interval | None, confidence: float) -> str | None:
    """Return the days of a meaning as an EDTF date or interval; None when there are none."""
    if found is None or meaning.form in ("set", "vague"):
        return None
    about, doubtful = meaning.modifier == "about", confidence < _DOUBTFUL
    mark = "%" if about and doubtful else "~" if about else "?" if doubtful else ""
    if meaning.hour is not None and found.days == 1:
        return _write_moment(meaning, found)
    start, end = _edtf_ends(meaning, found)
    if meaning.modifier == "since":
        return f"{start}{mark}/.."
    if meaning.modifier in ("until", "before"):
        return f"../{end}{mark}"
    if meaning.modifier == "after":
        return f"{end}{mark}/.."
    return f"{start}{mark}" if start == end else f"{start}{mark}/{end}{mark}"


def _write_moment(meaning: TimeMeaning, found: Interval) -> str:
    """Return a clock time; EDTF wants its seconds, takes a zone's offset, and no mark."""
    offset = find_offset(meaning.zone, found.first)
    clock = f"{(meaning.hour or 0) % 24:02d}:{meaning.minute or 0:02d}:00"
    zone = "" if offset is None else "Z" if offset == 0 else f"{'-' if offset < 0 else '+'}{_write_offset(abs(offset))}"
    return f"{_edtf_year(found.first.year)}-{found.first.month:02d}-{found.first.day:02d}T{clock}{zone}"


def _write_offset(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _edtf_ends(meaning: TimeMeaning, found: Interval) -> tuple[str, str]:
    """Return both ends of a stretch in EDTF; equal where one date says it all."""
    first, last, grain = found.first, found.last, found.grain
    year = _edtf_year(first.year)
    whole = first.year == last.year and meaning.until is None
    if grain == "season" and meaning.until is None:
        code = _EDTF_SEASONS.get(first.month)
        return (f"{year}-{code}",) * 2 if code else (_edtf_day(found, "first"), _edtf_day(found, "last"))
    if grain == "quarter" and whole and (first.month - 1) % 3 == 0 and first.day == 1:
        size = last.month - first.month + 1
        if size == 3:
            return (f"{year}-{_EDTF_QUARTERS + (first.month + 2) // 3}",) * 2
        if size == 6:
            return (f"{year}-{_EDTF_HALVES + 1 + (first.month > 6)}",) * 2
    if grain == "decade" and first.year % 10 == 0 and last.year - first.year == 9 and first.year < FIRST_YEAR_OF_ERA:
        return (f"{year[:3]}X",) * 2
    return _edtf_day(found, "first"), _edtf_day(found, "last")


def _edtf_day(found: Interval, end: str) -> str:
    """Return one end of a stretch, cut to months or years where those are whole."""
    day = found.first if end == "first" else found.last
    text = f"{_edtf_year(day.year)}-{day.month:02d}-{day.day:02d}"
    if found.grain == "month":
        return text[:-3]
    return text[:-6] if found.grain in ("year", "decade", "century") else text


def _edtf_year(year: int) -> str:
    """Return a year as ISO 8601 counts it: 1 BC is 0000, 480 BC −0479."""
    if not FIRST_YEAR_OF_ERA <= year <= ERA:
        return f"{year:04d}"
    return f"-{ERA - year:04d}" if year < ERA else "0000"
