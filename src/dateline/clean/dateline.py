"""Datelines: ``SEOUL, March 25 (Yonhap) --`` before the first sentence. Precision goes before recall.

Grammar: [LEAD|UPDATE n|…] PLACE[/PLACE][, REGION][, day] [(AGENCY)] dash or colon. What a line must show beyond its
shape: an agency, a day, a region or city we know; else the place in capitals must stand elsewhere in the text in
ordinary spelling. Speaker names before a colon, and capitals like WARNING, fall out by that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.clean.agencies import AGENCIES, DATELINE_AGENCIES
from dateline.clean.days import MONTH, MONTHS, WEEKDAY, build_day
from dateline.clean.places import CITIES, REGIONS
from dateline.words import fold

_PREFIX = (
    r"(?:\(?(?:(?:\d(?:st|nd|rd|th) )?(?:LEAD|LD)|URGENT|UPDATE(?:D)?\s?\d*|CORRECTED|CORRECTION|WRAPUP\s?\d*"
    r"|BREAKING|EXCLUSIVE|FLASH|ALERT)\)?\s*[:\-–—]*\s*)*"
)
_UPPER = r"(?:[A-ZÀ-ÞĀ-ŽẠ-Ỹ][A-ZÀ-ÞĀ-ŽẠ-Ỹ'’.-]*[A-ZÀ-ÞĀ-ŽẠ-Ỹ.]|[A-ZÀ-ÞĀ-ŽẠ-Ỹ])"
_CAPS = rf"{_UPPER}(?:[ -](?:{_UPPER}|[a-z]{{2}}(?= [A-ZÀ-Þ]))){{0,3}}"
_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?:[ -](?:(?:of|the|de|al|el|da|do|es|au|la|le|den|van)[ -])?[A-ZÀ-Þ][\w'’.-]*){0,3}"
_PLACE = rf"(?P<place>(?P<caps>{_CAPS}(?:\s?/\s?{_CAPS}){{0,2}})(?![a-zß-ÿ])|(?P<mixed>{_NAME}(?:/{_NAME}){{0,2}}))"
_KNOWN = "|".join(
    re.escape(name) for name in sorted({*AGENCIES, *DATELINE_AGENCIES}, key=len, reverse=True) if len(name) > 1
)
_REGION_NAME = rf"(?!(?i:{MONTH}|{WEEKDAY})|(?:{_KNOWN})\s*[-–—:])(?:{_NAME}|D\.C\.|[A-Z]\.[A-Z]\.)"
_REGION = rf"(?:\s?,\s*(?P<region>{_REGION_NAME})| [(\[](?P<held>{_NAME})[)\]](?=,|\s*[(/]))?"
_DAY = (
    rf"(?:(?:\s?[,.]?\s+(?:{WEEKDAY}\s?,?\s+)?(?:(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m2>{MONTH}))(?:\s?,?\s+(?P<year>\d{{4}}))?\.?)|\s?,\s*{WEEKDAY})?"
)
_LEFT, _RIGHT = r"(?:\(|-LRB-\s)", r"(?:\)|\s-RRB-)"
"""Brackets, treebanks' too."""

_NAMED = rf"{_LEFT}(?P<agency>[^()]{{2,40}}?){_RIGHT}|/(?P<slashed>[A-Z][\w -]{{1,25}})/\.?"
_AGENCY = rf"(?:\s?,?\s*(?:{_NAMED}|(?P<bare>{_KNOWN})(?=\s?[-–—:])))?"
_DASH = (
    r"\s*(?P<dash>-{2,3}(?![A-Z]{3}-)|[—―]|\s[–-](?=\s)|–(?=\s)|(?<=\))\.?-(?=\s)|(?<=[A-Z])-(?=\s[A-Z])|\s_(?=\s)|:)"
    r"(?=\s|[\"“‘'A-ZÀ-Þ])\s*(?=[\"“‘'(\[]?[\wÀ-ÿ$£€])"
)
_OPEN = rf"{_PREFIX}(?:\((?P<first>{_KNOWN})\)\s*[-–—]+\s*)?{_PLACE}{_REGION}"
_LINE = re.compile(rf"{_OPEN}(?P<day>(?i:{_DAY})){_AGENCY}{_DASH}")
_UNDASHED = re.compile(rf"{_OPEN}(?P<day>(?i:{_DAY})),?\s*(?:{_NAMED})(?P<bare>)(?P<dash>)\s*(?=[\"“‘']?[A-ZÀ-Þ\d]|$)")
"""Without a dash: agencies of South Asia, TASS; and AFP's own pages, where the dateline is a line of its own."""

_AGENCY_ONLY = re.compile(r"\((?P<agency>[^()]{2,40})\)\s*(?:-{1,3}|[—–―])?\s*(?=[\"“‘'A-ZÀ-Þ\d])")
_AGENCY_FOLDED = frozenset(fold(name) for name in (*AGENCIES, *DATELINE_AGENCIES))
_AGENCY_NAME = re.compile(rf"(?!(?:{MONTH}|{WEEKDAY})\b)[A-Z][\w.&'-]+(?: [A-Z][\w.&'-]*){{0,3}}")
_LABELS = """
    warning update exclusive analysis opinion watch live breaking video photos editorial comment listen read more note
    question answer profile factbox explainer interview review timeline correction background summary advertisement news
    monday tuesday wednesday thursday friday saturday sunday
    captain minister president mayor senator colonel general sergeant professor dr mr mrs ms sir
    host byline unidentified man woman reporter anchor announcer narrator moderator caller translator q a
"""
_NOT_PLACES = frozenset(_LABELS.split())
"""Words in capitals that open lines and are no places."""

_TIME_WORD = re.compile(rf"(?:{MONTH}|{WEEKDAY})(?:\s+\d{{1,2}})?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline found: the place as written (with its region), the agency, the day, and the span, dash included."""

    place: str | None
    agency: str | None
    day: str | None
    """``XXXX-03-25`` where the year is not told."""
    start: int
    end: int


def find_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Read the dateline that opens ``text[start:end]`` (one paragraph); offsets are those of ``text``."""
    match = _LINE.match(text, start, end)
    if match and _is_trusted(match, text, end):
        return _build(match)
    match = _UNDASHED.match(text, start, end)
    if match and _is_signed(match, text, end):
        return _build(match)
    only = _AGENCY_ONLY.match(text, start, end)
    if only and is_agency(only["agency"]):
        return Dateline(None, only["agency"].strip(), None, start, len(text[: only.end()].rstrip()))
    return None


def is_agency(text: str) -> bool:
    """Tell whether words in parentheses name an agency: one we know, alone or among several, or "agencies"."""
    parts = re.split(r"\s*(?:[/,&;+]| and | with | via )\s*", text.strip())
    return any(fold(part) in _AGENCY_FOLDED or fold(part).endswith(("agencies", " news agency")) for part in parts)


def _is_signed(match: re.Match[str], text: str, end: int) -> bool:
    """A dateline without a dash names an agency that we know, and a day or nothing behind it."""
    named = match["agency"] or match["slashed"]
    alone = match.end() >= end or not text[match.end() : end].strip()
    known = is_agency(named) and bool(match["m1"] or match["m2"] or alone or match["slashed"])
    return known and _is_place(match) and bool(match["caps"] or match["m1"] or match["m2"] or alone)


def _is_place(match: re.Match[str]) -> bool:
    """Tell whether the words in the place are no label, speaker's office, agency, weekday or month."""
    places = [fold(part).strip(". ") for part in re.split(r"\s*/\s*", match["place"])]
    if any(place in _NOT_PLACES or place.split(" ")[0] in _NOT_PLACES for place in places):
        return False
    return match["bare"] != match["place"] and not _TIME_WORD.fullmatch(places[0])


def _is_trusted(match: re.Match[str], text: str, end: int) -> bool:
    if not _is_place(match):
        return False
    places = [fold(part).strip(". ") for part in re.split(r"\s*/\s*", match["place"])]
    agency = match["agency"] or match["slashed"] or match["bare"] or match["first"]
    dated = bool(match["m1"] or match["m2"])
    if match["agency"] and not is_agency(match["agency"]):
        return _names_agency(match)
    region, caps, colon = match["region"] or match["held"], bool(match["caps"]), match["dash"].strip() == ":"
    known = all(place in CITIES for place in places)
    if agency or (dated and not colon and (caps or known)):
        return True
    firm = match["dash"].strip() in {"--", "---", "—", "―"}
    if region and fold(region) not in REGIONS:
        return caps and firm and not colon and len(match["place"]) >= 4 and _goes_on(match, text, end)
    elsewhere = _stands_elsewhere(match["place"], text, match.end())
    if colon:
        return caps and (known or bool(region) or elsewhere) and not _speaks_again(match, text)
    if not caps:
        opens = re.match(r"[\"“‘']?[A-ZÀ-Þ\d]", text[match.end() : end])
        return (known or bool(region)) and opens is not None and _goes_on(match, text, end)
    return known or bool(region) or (firm and elsewhere)


def _names_agency(match: re.Match[str]) -> bool:
    """Trust an agency that we do not know when a place in capitals stands before it and a dash and a capital after."""
    dashed = match["dash"].strip() != ":" and bool(match["caps"]) and len(match["place"]) >= 4
    return dashed and _AGENCY_NAME.fullmatch(match["agency"].strip()) is not None


def _speaks_again(match: re.Match[str], text: str) -> bool:
    """A name before a colon that opens another line too is a speaker."""
    return len(re.findall(rf"(?m)^{re.escape(match['place'])}:", text)) > 1


def _goes_on(match: re.Match[str], text: str, end: int) -> bool:
    """A dash opens a report behind a place only when a sentence of some length follows, and not another city's name
    ("Madrid - Barcelona")."""
    rest = text[match.end() : min(end, match.end() + 2000)].split("\n")[0]
    words = rest.split()
    rival = len(words) > 1 and words[0].casefold() in CITIES and not rest[len(words[0]) :].startswith(("'", "’", ","))
    firm = match["dash"].strip() in {"--", "---", "—", "―"}
    return len(words) >= 8 and rest.rstrip()[-1:] in ".!?”\"'" and (firm or not rival)


def _stands_elsewhere(place: str, text: str, start: int) -> bool:
    """A place in capitals that we do not know is one when the text names it again in ordinary spelling."""
    name = " ".join(word.capitalize() for word in place.split())
    return len(place) >= 4 and bool(re.search(rf"\b(?:in|near|outside) {re.escape(name)}\b", text[start:]))


def _build(match: re.Match[str]) -> Dateline:
    region = match["region"] or match["held"]
    place = match["place"].rstrip(".") if match["place"].count(".") == 1 else match["place"]
    place += f", {region}" if region else ""
    agency = match["agency"] or match["slashed"] or match["bare"] or match["first"]
    end = match.start() + len(match.group().rstrip())
    return Dateline(place, agency.strip() if agency else None, _read_day(match), match.start(), end)


def _read_day(match: re.Match[str]) -> str | None:
    name, number = match["m1"] or match["m2"], match["d1"] or match["d2"]
    if not name or not number:
        return None
    month, day = MONTHS[name.rstrip(".").lower()], int(number)
    if match["year"]:
        return build_day(int(match["year"]), month, day)
    return f"XXXX-{month:02}-{day:02}" if build_day(2000, month, day) else None
