"""Zones of time whose offset changes with the season: what "ET" was on a given day."""

from __future__ import annotations

from datetime import date, timedelta

_NORTH_AMERICA = {"et": -5, "ct": -6, "mt": -7, "pt": -8}
"""Hours from UTC in winter."""

_SUNDAY = 6


def find_offset(zone: str, day: date) -> str | None:
    """Return the offset of a North American zone on a day, ``-04:00``, or of BST within the British summer; None for
    other zones, for BST in winter (Bangladesh writes it too) and before 1987 (BST: 1996).

    Summer time by the rules of the United States: first Sunday of April to last of October until 2006, since then
    second Sunday of March to first of November. The nights of change themselves are taken as whole days.
    """
    if zone.lower() == "bst":
        return "+01:00" if day.year >= 1996 and _find_last(day.year, 3) <= day < _find_last(day.year, 10) else None
    winter = _NORTH_AMERICA.get(zone.lower())
    if winter is None or day.year < 1987:
        return None
    early = day.year < 2007
    start = _find_sunday(day.year, 4, 1) if early else _find_sunday(day.year, 3, 2)
    end = _find_sunday(day.year, 11, 1)
    end -= timedelta(days=7) if early else timedelta(0)
    return f"-{-(winter + (start <= day < end)):02}:00"


def _find_last(year: int, month: int) -> date:
    """Return the last Sunday of a month of 31 days."""
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() - _SUNDAY) % 7)


def _find_sunday(year: int, month: int, which: int) -> date:
    """Return the first, second … Sunday of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(_SUNDAY - first.weekday()) % 7 + 7 * (which - 1))
