"""Publication dates as inputs and page headers write them, to ISO cut to grain.

A time of day is kept to the minute, with its offset from UTC when the text states one without doubt
(``2019-03-25T08:36+09:00``). Midnight to the second in a machine field means "no time known" and is cut to the day.
Dates whose day and month cannot be told apart (03/04/2019) are refused, and so are years outside ``YEARS``.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from email.utils import parsedate_to_datetime

from dateline.clean.zones import find_offset

YEARS = (1900, 2099)
"""Years a publication date may have; outside lie defaults of software (0001, 9999) and slips."""

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            ("january", "jan"),
            ("february", "feb"),
            ("march", "mar"),
            ("april", "apr"),
            ("may",),
            ("june", "jun"),
            ("july", "jul"),
            ("august", "aug"),
            ("september", "sept", "sep"),
            ("october", "oct"),
            ("november", "nov"),
            ("december", "dec"),
        ),
        start=1,
    )
    for name in names
}
"""English month names and their usual short forms."""

MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"

OFFSETS = {
    "utc": "Z",
    "gmt": "Z",
    "z": "Z",
    "est": "-05:00",
    "edt": "-04:00",
    "cdt": "-05:00",
    "mst": "-07:00",
    "mdt": "-06:00",
    "pst": "-08:00",
    "pdt": "-07:00",
    "cet": "+01:00",
    "cest": "+02:00",
    "eet": "+02:00",
    "eest": "+03:00",
    "msk": "+03:00",
    "ist": "+05:30",
    "kst": "+09:00",
    "jst": "+09:00",
    "hkt": "+08:00",
    "sgt": "+08:00",
    "aest": "+10:00",
    "aedt": "+11:00",
}
"""Zones with one meaning, or one that is all but alone in use: IST stands on pages of India, hardly of Israel or
Ireland. ET, CT, MT and PT change with the season (``zones``), BST is of the British summer, and CST has several
meanings: no offset is told."""

_ZONE = r"(?P<zone>z|[+-]\d{2}:?\d{2}|[a-z]{2,5}t|utc|et|pt|ct|mt)\b"
_CLOCK = (
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2}(?:\.\d+)?)?"
    rf"\s*(?P<half>[ap]\.?m\b\.?)?\s*(?:\(?{_ZONE}\)?)?"
)
_CENTURY = 90
"""Years of two digits from here on are of the last century: pages of the web are no older than 1990."""

_ISO = r"(?P<year>\d{4})[-./](?P<month>\d{1,2})[-./](?P<day>\d{1,2})\.?"
_SHORT = r"(?P<year>\d{4}|['’]\d{2}(?!\d))"
_MDY = rf"(?P<name>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s?,)?\s+{_SHORT}"
_DMY = rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+(?P<name>{MONTH}),?[\s-]+{_SHORT}"
_DASHED = rf"(?P<day>\d{{1,2}})(?P<dash>[-/])(?P<name>{MONTH})(?P=dash)(?P<year>\d{{4}}|\d{{2}}(?![\d:]))"
_NUM = r"(?P<one>\d{1,2})[/.-](?P<two>\d{1,2})[/.-](?P<year>\d{4})"
_JOIN = r"(?:\s*[,;|/•·–—-]\s*|\s+at\s+|\s+|T|\s+on\s+)"

STAMPS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for day in (_ISO, _MDY, _DMY, _DASHED, _NUM)
    for pattern in (
        rf"(?<![\d.]){_CLOCK}{_JOIN}(?:{WEEKDAY}\s?,?\s+)?{day}(?!\d)",
        rf"(?<!\d)(?:{WEEKDAY}\s?,?\s+)?{day}(?!\d)(?:{_JOIN}{_CLOCK})?",
    )
)
"""A day with a full year, with or without a clock time before or behind it."""

_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(?:\d{2})?(Z)?)?")
_MONTH_ONLY = re.compile(r"(\d{4})-(\d{2})|(\d{4})")


def read_day(text: str | None) -> str | None:
    """Return a stated date, in whatever usual form, as ISO cut to grain; None when it is none or makes no sense."""
    if not text:
        return None
    text = text.strip()
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, zone = match.groups()
        return _build(int(year), int(month), int(day), hour, minute, None, zone)
    if match := _MONTH_ONLY.fullmatch(text):
        year, month = match.group(1) or match.group(3), int(match.group(2) or 1)
        return text if YEARS[0] <= int(year) <= YEARS[1] and 1 <= month <= 12 else None
    found = find_stamp(text)
    return _cut_midnight(found[0]) if found else _read_mail(text)


def find_stamp(text: str) -> tuple[str, int, int] | None:
    """Return (ISO date, start, end) of the first day with a full year in a text; None when there is none."""
    found = [(match.start(), -match.end(), match) for pattern in STAMPS if (match := pattern.search(text))]
    for _, _, match in sorted(found, key=lambda item: item[:2]):
        built = _read_match(match)
        if built:
            return built, match.start(), match.end()
    return None


def split_zone(value: str) -> tuple[str, str | None]:
    """Split a read date into its local part and its offset from UTC: ``("2019-03-25T08:36", "+09:00")``."""
    if len(value) < 16 or value[10] != "T":
        return value, None
    local, zone = value[:16], value[16:]
    return local, ("+00:00" if zone == "Z" else zone or None)


def move_zone(value: str, zone: str | None) -> str:
    """Return the local part of a read date on the clock of another offset, ``-05:00``: ``2019-03-25T08:36Z`` is
    ``2019-03-25T03:36`` there. What has no time or no offset of its own stays as it is."""
    local, own = split_zone(value)
    if own is None or zone is None or own == zone:
        return local
    moment = datetime.fromisoformat(f"{local}{own}").astimezone(datetime.fromisoformat(f"{local}{zone}").tzinfo)
    return moment.strftime("%Y-%m-%dT%H:%M")


def build_day(year: int, month: int, day: int) -> str | None:
    """Return ``YYYY-MM-DD``; None when the day does not exist or the year is out of ``YEARS``."""
    try:
        return date(year, month, day).isoformat() if YEARS[0] <= year <= YEARS[1] else None
    except ValueError:
        return None


def _read_match(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    year = _read_year(part["year"])
    if "one" in part:
        order = _order_numbers(int(part["one"]), int(part["two"]))
        if order is None:
            return None
        month, day = order
    else:
        month = MONTHS[part["name"].rstrip(".").lower()] if part.get("name") else int(part["month"])
        day = int(part["day"])
    return _build(year, month, day, part["hour"], part["minute"], part["half"], part["zone"])


def _read_year(text: str) -> int:
    """A year; of two digits, that of a page of the web (``’09``, ``14-Mar-21``)."""
    digits = text.lstrip("'’")
    return int(digits) if len(digits) != 2 else int(digits) + (1900 if int(digits) >= _CENTURY else 2000)


def _order_numbers(one: int, two: int) -> tuple[int, int] | None:
    """Month and day of two numbers, when only one order is possible or both are equal."""
    if one == two:
        return one, two
    if one > 12 >= two:
        return two, one
    return (one, two) if two > 12 >= one else None


def _build(
    year: int, month: int, day: int, hour: str | None, minute: str | None, half: str | None, zone: str | None
) -> str | None:
    built = build_day(year, month, day)
    if built is None or hour is None or minute is None:
        return built
    number = int(hour)
    if half:
        if not 1 <= number <= 12:
            return built
        number = number % 12 + 12 * half.lower().startswith("p")
    if number > 23 or int(minute) > 59:
        return built
    return f"{built}T{number:02}:{minute}{_read_zone(zone, built)}"


def _read_zone(zone: str | None, day: str) -> str:
    if not zone:
        return ""
    if zone[0] in "+-":
        return f"{zone[:3]}:{zone[-2:]}"
    return OFFSETS.get(zone.lower()) or find_offset(zone, date.fromisoformat(day)) or ""


def _cut_midnight(built: str) -> str:
    return built[:10] if built[10:16] == "T00:00" else built


def _read_mail(text: str) -> str | None:
    """Dates of mail and feeds with two-digit zones or years that the patterns above do not know (RFC 2822)."""
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return build_day(moment.year, moment.month, moment.day)
