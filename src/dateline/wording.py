"""How dates, times and numbers are put into words, everywhere: in the brief, in reasons and in every export.

One voice: "22 March 2019", "22–25 March 2019", "about 40", "60–70", "143 million".
"""

from __future__ import annotations

import re

from dateline.dates import cut, span_of

MONTHS = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip
"""Names of the months, January first."""
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}|\d{2})(?::\d{2})?(Z|[+-]\d{2}:?\d{2})?)?)?)?")
_GRAINS = ("year", "month")
"""Stretches that have a name of their own where they are whole."""
_MILLION = 1_000_000
_PLAIN_UNITS = frozenset({"", "count", "people"})
"""Units that the thing counted says already."""
_PREFIXES = {"exact": "", "range": "", "vague": ""}
_MOST_PLACES = 2
"""Places behind the point of a number told in millions; a finer one is told in full."""


def say_date(iso: str | None) -> str:
    """Return an ISO date as "22 March 2019, 08:36", "March 2019" or "2019"; ``undated`` for none. What is no such date
    comes back as it is."""
    if not iso:
        return "undated"
    match = _ISO.fullmatch(iso)
    if match is None or not 0 <= int(match[2] or 1) - 1 < len(MONTHS):
        return iso
    year, month, day, clock, zone = match.groups()
    parts = [str(int(day)) if day else "", MONTHS[int(month) - 1] if month else "", year]
    told = " ".join(part for part in parts if part)
    return told + (f", {clock if ':' in clock else clock + ':00'}" if clock else "") + _say_zone(zone)


def _say_zone(zone: str | None) -> str:
    """Return a clock's zone, set off by a blank."""
    return "" if not zone else " UTC" if zone in {"Z", "+00:00", "+0000"} else f" {zone}"


def say_span(first: str | None, last: str | None = None, grain: str | None = None) -> str:
    """Return a stretch in words, with what its two ends share said once: "14–15 March 2019", "June – August 2012".

    A whole month or year that is given by its first and last day is named as such; with ``grain`` one of these, a part
    of one too.
    """
    if grain == "decade" and first and last and last[:4].isdigit() and first[:3] == last[:3] and first[3] == "0":
        return f"{first[:4]}s"
    first, last = _name_whole(first, last, grain)
    if not first or not last or first == last:
        return say_date(first or last)
    left, right = _ISO.fullmatch(first), _ISO.fullmatch(last)
    if not left or not right or left[4] or right[4]:
        return _say_clocks(first, last)
    if left[3] and right[3] and left[1] == right[1]:
        if left[2] == right[2]:
            return f"{int(left[3])}–{say_date(last)}"
        return f"{int(left[3])} {MONTHS[int(left[2]) - 1]} – {say_date(last)}"
    if left[2] and right[2] and left[1] == right[1] and not left[3] and not right[3]:
        return f"{MONTHS[int(left[2]) - 1]} – {say_date(last)}"
    return f"{say_date(first)} – {say_date(last)}"


def _say_clocks(first: str, last: str) -> str:
    """Return a stretch with times of day, its day once where it is one."""
    if first[:10] == last[:10] and len(first) > len(last[:10]) and len(last) > len(first[:10]):
        return f"{say_date(first)}–{say_date(last).rpartition(', ')[2]}"
    return f"{say_date(first)} – {say_date(last)}"


def _name_whole(first: str | None, last: str | None, grain: str | None) -> tuple[str | None, str | None]:
    """Cut both ends to a year or a month where that is what the stretch is."""
    span = span_of(first, last)
    if span is None or not first or not last or "T" in first + last:
        return first, last
    for name, size in zip(_GRAINS, (4, 7), strict=True):
        named = len(first) >= size and first[:size] == last[:size]
        own = span_of(first[:size], first[:size])
        whole = own is not None and (own.first, own.last) == (span.first, span.last)
        if named and (whole or grain == name):
            told = cut(span.first, "year" if name == "year" else "month")
            return told, told
    return first, last


def say_number(number: float) -> str:
    """Return a number with thousands set apart and no needless point: "1,000", "2.5", "143 million"."""
    millions = number / _MILLION
    if abs(millions) >= 1 and round(millions, _MOST_PLACES) == millions and abs(millions) < _MILLION:
        return f"{millions / 1000:,.12g} billion" if abs(millions) >= 1000 else f"{millions:.12g} million"
    return f"{number:,.0f}" if number == int(number) else f"{number:,.12g}"


def say_amount(number: str, unit: str) -> str:
    """Return a number in words with its unit: "5%", "3 months", "2 million EUR"; people and things need none."""
    return (
        f"{number}%"
        if unit == "percent"
        else number
        if unit in _PLAIN_UNITS
        else f"{number} {_name_unit(number, unit)}"
    )


def _name_unit(number: str, unit: str) -> str:
    """Return a unit of one thing without its plural ending: "1 month"."""
    return unit[:-1] if number == "1" and unit.endswith("s") and unit.islower() else unit


def say_value(value: float | None, low: float | None, high: float | None, approx: str, unit: str) -> str:
    """Return an answer in words: "about 40", "60–70", "at least 84", "20 or more"."""
    ranged = approx == "range" and low is not None and high is not None
    if value is not None and not ranged:
        number = say_number(value)
    elif low is not None and high is not None:
        number = say_number(low) if low == high else f"{say_number(low)}–{say_number(high)}"
    elif low is not None:
        return f"{say_amount(say_number(low), unit)} or more"
    elif high is not None:
        return f"up to {say_amount(say_number(high), unit)}"
    else:
        return "an unknown number"
    prefix = _PREFIXES.get(approx, f"{approx} ")
    return f"{prefix}{say_amount(number, unit)}"


def begin(text: str) -> str:
    """Return a text with the capital that a sentence begins with."""
    return text[:1].upper() + text[1:]
