"""How sure a resolved time is, given that the day it is counted from is right: 0 … 1, one scale for all forms.

.95 and more: a date with its year. .85 to .95: "yesterday", a near date without a year, a weekday up to three days
off. .6 to .85: what may lie on another side of the day. .5 and less: what words only round to ("five years ago"), so
that nobody should be told it as exact. Estimates, ordered after reading some 1,500 resolved times of news.
"""

from __future__ import annotations

from datetime import date

from dateline.dates import Interval
from dateline.events.times.calendar import Tense, is_explicit
from dateline.model import TimeMeaning

EXPLICIT = 0.98
_NAMED_PERIOD = 0.95
_DEICTIC = 0.92
_WHOLE = 0.88
"""This, last and next week, month and year."""
_PERIOD = 0.85
_COUNTED_DAYS = 0.85
"""So many days ago or ahead."""
_ROUNDED = {"week": 0.6, "month": 0.5, "quarter": 0.45, "year": 0.45, "decade": 0.3, "century": 0.3}
"""So many units ago or ahead: people count whole ones, from anywhere within the unit. At most .5 from months on."""
_SMALL_COUNT = 2
"""From more weeks, months or years than this on, the count is rougher still."""
_LOOSE = frozenset({"about", "less", "more"})
_LOOSE_FACTOR = 0.8

_WEEKDAY_BY_GAP = (0.95, 0.93, 0.9, 0.88, 0.85, 0.8, 0.6)
"""By how many days a weekday lies off: the farther, the likelier the one on the other side was meant."""
_YEARLESS_BY_GAP = ((60, 0.92), (183, 0.85), (274, 0.75), (366, 0.6))
"""By how many days at most a month or date without a year lies off, when its clause shows which side."""
_TENSELESS_YEARLESS_FACTOR = 0.65
"""... when its clause shows none and it is not plainly near."""
_TENSELESS_WEEKDAY_FACTOR = 0.92
_LAST_MONTH_GAP = 183
"""Up to so many days back "last March" may be the March just past or the one of the year before."""
_AMBIGUOUS = 0.55


def rate(meaning: TimeMeaning, tense: Tense, found: Interval, day: date | None) -> float:
    """Return how sure an interval is what a meaning stands for; ``day`` is the one it was counted from."""
    if is_explicit(meaning):
        return EXPLICIT if meaning.form == "calendar" else _NAMED_PERIOD
    if meaning.form == "offset":
        return _rate_offset(meaning)
    gap = min(abs((found.first - day).days), abs((found.last - day).days)) if day else 0
    if meaning.form == "weekday":
        return _rate_weekday(meaning, tense, gap)
    if meaning.form == "calendar" and (meaning.month is not None or meaning.day is not None):
        return _rate_yearless(meaning, tense, gap, ahead=day is not None and found.first > day)
    return _PERIOD


def _rate_offset(meaning: TimeMeaning) -> float:
    """Rate a count of units: exact for "last week", rough for "five years ago"."""
    amount = abs(meaning.amount or 0.0)
    loose = _LOOSE_FACTOR if meaning.modifier in _LOOSE else 1.0
    # "Ago", "later" and their like carry a side; "last year" and "yesterday" only an amount.
    if meaning.shift is None or meaning.unit is None:
        return (_DEICTIC if meaning.unit in (None, "day", "hour", "minute", "second") else _WHOLE) * loose
    if meaning.unit in ("day", "hour", "minute", "second"):
        return (_COUNTED_DAYS if amount < 10 else _ROUNDED["month"]) * loose
    many = _LOOSE_FACTOR if amount > _SMALL_COUNT else 1.0
    return _ROUNDED[meaning.unit] * loose * many


def _rate_weekday(meaning: TimeMeaning, tense: Tense, gap: int) -> float:
    """Rate a weekday by how far off it lies."""
    if meaning.shift is not None or (meaning.unit == "week" and meaning.amount is not None):
        return _PERIOD
    sure = _WEEKDAY_BY_GAP[min(gap, 6)]
    if tense == "present" and gap > 1:
        return _AMBIGUOUS
    return sure if tense else sure * _TENSELESS_WEEKDAY_FACTOR


def _rate_yearless(meaning: TimeMeaning, tense: Tense, gap: int, *, ahead: bool) -> float:
    """Rate a date or month without a year by how far off it lies and whether its clause shows on which side."""
    if meaning.weekday is not None and meaning.day is not None:
        return EXPLICIT if gap <= _YEARLESS_BY_GAP[0][0] else _PERIOD
    if meaning.unit == "year" or (meaning.shift is not None and (meaning.shift >= 0 or gap > _LAST_MONTH_GAP)):
        return _PERIOD
    if meaning.shift is not None:
        return _AMBIGUOUS
    sure = next((share for most, share in _YEARLESS_BY_GAP if gap <= most), _AMBIGUOUS)
    plain = tense in ("past", "future") or meaning.modifier in ("since", "until")
    # Without a tense a date that lies ahead may be one of the past that is known by its day.
    near = meaning.day is not None and gap <= _YEARLESS_BY_GAP[0][0] and not (ahead and tense is None)
    return sure if plain or near else sure * _TENSELESS_YEARLESS_FACTOR
