"""Time zones by the short names that news gives them: how far each is ahead of Greenwich.

A name that holds all year round ("Eastern Time") follows the summer time of its country, by today's rules.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

_HOUR = 60
OFFSETS: Mapping[str, int] = {
    "GMT": 0, "UTC": 0, "WET": 0, "WEST": _HOUR, "BST": _HOUR, "CET": _HOUR, "CEST": 2 * _HOUR, "SAST": 2 * _HOUR,
    "EET": 2 * _HOUR, "EEST": 3 * _HOUR, "MSK": 3 * _HOUR, "TRT": 3 * _HOUR, "AST": -4 * _HOUR, "PKT": 5 * _HOUR,
    "IST": 5 * _HOUR + 30, "NPT": 5 * _HOUR + 45, "ICT": 7 * _HOUR, "WIB": 7 * _HOUR, "SGT": 8 * _HOUR,
    "HKT": 8 * _HOUR, "AWST": 8 * _HOUR, "JST": 9 * _HOUR, "KST": 9 * _HOUR, "ACST": 9 * _HOUR + 30,
    "AEST": 10 * _HOUR, "AEDT": 11 * _HOUR, "NZST": 12 * _HOUR, "NZDT": 13 * _HOUR, "BRT": -3 * _HOUR,
    "ART": -3 * _HOUR, "NDT": -150, "NST": -210, "ADT": -3 * _HOUR, "EDT": -4 * _HOUR, "EST": -5 * _HOUR,
    "CDT": -5 * _HOUR, "CST": -6 * _HOUR, "MDT": -6 * _HOUR, "MST": -7 * _HOUR, "PDT": -7 * _HOUR,
    "PST": -8 * _HOUR, "AKDT": -8 * _HOUR, "AKST": -9 * _HOUR, "HST": -10 * _HOUR,
}  # fmt: skip
"""Minutes ahead of Greenwich. Where two countries share a name, the one that news in English means."""
_AMERICAN: Mapping[str, int] = {"ET": -5 * _HOUR, "CT": -6 * _HOUR, "MT": -7 * _HOUR, "PT": -8 * _HOUR}


def find_offset(zone: str | None, day: date) -> int | None:
    """Return the minutes that a zone is ahead of Greenwich on a day; None for local time and unknown names."""
    if zone is not None and zone in _AMERICAN:
        return _AMERICAN[zone] + (_HOUR if _has_american_summer_time(day) else 0)
    return OFFSETS.get(zone or "")


def _has_american_summer_time(day: date) -> bool:
    """Say whether a day is in the American summer time: from March's second Sunday to November's first (since 2007)."""
    return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)


def _sunday(year: int, month: int, nth: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(6 - first.weekday()) % 7 + 7 * (nth - 1))
