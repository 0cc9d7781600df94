"""How dates and numbers are put into words in the brief."""

from __future__ import annotations

from dateline.dates import parse_cut
from dateline.model import SlotValue

_MONTHS = (
    "January February March April May June July August September October November December".split()
)  # fmt: skip


def say_date(first: str | None, last: str | None = None) -> str:
    """Return "22 March 2019", "September 2018", "2019" or "27–28 February 2019"; an empty string for an unknown one."""
    if first is None:
        return ""
    start = _say_cut(first)
    if last is None or last == first:
        return start
    end = _say_cut(last)
    if first[:7] == last[:7] and len(first) >= 10 and len(last) >= 10:
        return f"{int(first[8:10])}–{end}"
    return start if start == end else f"{start} – {end}"


def _say_cut(text: str) -> str:
    if parse_cut(text) is None:
        return text
    year, *rest = text[:10].split("-")
    if not rest:
        return year
    month = _MONTHS[int(rest[0]) - 1]
    day = f"{int(rest[1])} " if len(rest) > 1 else ""
    clock = f", {text[11:16]}" if len(text) >= 16 else ""
    return f"{day}{month} {year}{clock}"


def say_value(value: SlotValue, unit: str) -> str:
    """Return an answer in words: "about 40", "60 to 70", "at least 84 people"."""
    number = _say_number(value)
    word = {"exact": "", "range": "", "vague": ""}.get(value.approx, f"{value.approx} ")
    suffix = {"percent": " %", "people": "", "count": ""}.get(unit, f" {unit}")
    return f"{word}{number}{suffix}"


def _say_number(value: SlotValue) -> str:
    if value.value is not None:
        return f"{value.value:,.10g}"
    low = f"{value.low:,.10g}" if value.low is not None else ""
    high = f"{value.high:,.10g}" if value.high is not None else ""
    if low and high:
        return low if low == high else f"{low} to {high}"
    return f"{low} or more" if low else f"up to {high}" if high else "an unknown number"
