"""Lines that say whose report it is: agencies and authors. Text-internal credits ("Reuters reported") are none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.clean.agencies import AGENCIES
from dateline.clean.days import MONTH, WEEKDAY
from dateline.clean.lexicon import BYLINE

MAX_CHARS = 240
"""The longest line of credit or byline read."""

_NAMES = "|".join(re.escape(name) for name in sorted({*AGENCIES, *map(str.upper, AGENCIES)}, key=len, reverse=True))
_AGENCY = rf"(?:[Tt]he )?(?:{_NAMES})(?: (?:news (?:agency|service|agencies)|News (?:Agency|Service)))?\b"
_LIST = rf"(?P<agency>{_AGENCY}(?:\s*(?:[/,&+;]| and |, and | with )\s*{_AGENCY})*)"
_NAME = r"[A-Z][\w'’.-]+(?: (?:(?:de|van|von|al|el|bin|der|la) )?[A-Z][\w'’.-]*){1,3}"
_PERSON = rf"(?P<author>(?!The ){_NAME}(?:(?:,| and| &) {_NAME}){{0,3}})"
_TITLE = r"(?:[A-Z][A-Za-z]+ [A-Z]\w+(?: [A-Z][\w'’]+){0,4}|[A-Z][\w'’]+)"

_BARE = (re.compile(rf"(?:[-–—]{{1,2}} ?)?[(\[/]?{_LIST}[)\]/]?[.|\s]*"),)
"""Nothing but a name: also how pictures are signed, so it counts only at the end or beside a byline."""

_CLEAR = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\(?(?i:source|sources|via|agency|text by|story by|report by|article by|by|from|provided by"
        rf"|content from)\s*[:|]?\s+{_LIST}\)?\.?",
        rf"(?:(?i:by|from)\s+)?{_PERSON}(?:,| \||\s?/| -| of| for| –)\s*{_LIST}(?i:,? (?:writer|reporter"
        rf"|correspondent|staff(?: writer)?|sports writer|news))?",
        rf"(?:(?i:by|from)\s+)?{_PERSON} \({_LIST}\)",
        rf"(?i:by )?{_LIST}(?: (?i:writers?|reporters?|correspondents?|staff(?: writers?)?)),? {_PERSON}",
        rf"(?i:copyright|©|\(c\)|&copy;)[\s©]*(?i:by )?(?:\d{{4}},? )?(?i:by )?{_LIST}(?:\W.*)?",
        r"[a-z]{2,4}(?:[/,] ?[a-z]{2,4})*\s*\(" + _LIST + r"\)",
        r"[-–—]{1,2} ?(?P<agency>[A-Z]{2,8}(?:/[A-Z]{2,8})+)\.?",
        rf"\(?(?i:this|the) (?i:article|story|report|piece|content|item|text) (?i:(?:was|is|has been)? ?(?:first"
        rf"|originally)? ?"
        rf"(?:published|produced|written|provided|syndicated|supplied|distributed|appeared"
        rf"|republished)(?: (?:here|first|originally))?) "
        rf"(?i:by|on|in|at|from) (?:[Tt]he website of )?(?P<agency>(?:[Tt]he )?{_TITLE})(?:,? (?:under|and|on"
        rf"|with|as)\b.*|[.,)].*)?",
        rf"(?i:(?:originally|first) (?:published|appeared) (?:by|on|in"
        rf"|at)):? (?P<agency>(?:[Tt]he )?{_TITLE})[.)]?(?: (?:on|in) .{{3,30}})?",
        rf"{_LIST} (?:is|are) solely responsible for .*",
    )
)
"""What a whole line is when it credits the report."""

_PARTLY = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\(?(?P<with>(?i:with(?: (?:additional|further|some|more|agency|wire|extra))*(?: (?:reporting|material"
        rf"|information|inputs?|files?|reports|wires?|content)"
        rf"(?: (?:by|from|of))?)?)) {_LIST}(?i: inputs?| reports?| files?)?\)?\.?",
        rf"\(?(?i:(?:additional |further )?(?:reporting|inputs?|information|material)) (?i:by|from) {_LIST}\)?\.?",
        rf"{_LIST}(?: (?:writers?|reporters?|correspondents?"
        rf"|journalists?))?(?: {_PERSON})?(?: in [A-Z][\w, ]+)? (?:also )?contributed to th(?:is|e) (?:report"
        rf"|story|article)\.?",
    )
)
"""Credits of a part of the report."""

_AT_END = re.compile(rf"(?<=[.!?”\"’)])\s+(?:[-–—]{{1,2}} ?|[(\[/])?{_LIST}[)\]/]?\.?$")

_TAIL = re.compile(
    r"\s*[(|,]?\s*\S+@\S+\.\w+.*$|\s*@\w+.*$|\s*\|\s.*$|\s+[-–—]\s.*$|\s+(?:for|FOR) [A-Z].*$|\s+(?:in|IN) [A-Z].*$"
)
"""Mail address, handle, outlet, office or place behind the names of a byline."""

_NO_NAME = re.compile(
    rf"(?i:by:?\s+)?(?:(?i:{WEEKDAY}|{MONTH})\b|(?i:the|a|an|then|now|contrast|comparison|law|far)\b)"
)
_NAMED = rf"(?P<names>{_NAME})"
_ROLE = (
    r"(?i:(?:(?:chief|senior|political|diplomatic|foreign|science|health|home affairs|world affairs|business"
    r"|economics?"
    r"|education|environment|sports?|middle east|europe|asia|africa|us|uk|staff|special|deputy|city|crime|court"
    r"|local|state"
    r"|data|digital|defen[cs]e|security|associate|executive|managing|contributing|national|international) )*"
    r"(?:correspondent|reporter|editor|writer|columnist|producer|staff|analyst))"
)
_OFFICE = re.compile(rf",? (?:our )?{_ROLE}$")
_REPORTS = (
    re.compile(rf"{_NAMED},? {_ROLE}(?:,.{{2,40}}|,? in [A-Z]\w+)?"),
    re.compile(rf"{_NAMED} (?:reports|reporting)(?: (?:from|in|for) [A-Z][\w ,]+)?\.?"),
    re.compile(rf"(?i:author|reporter|writer|words|text|story|report)s?(?: by)?\s*[:|]\s*{_NAMED}"),
)
"""Bylines without "By"."""


@dataclass(frozen=True, slots=True)
class Signature:
    """The agencies that a line credits, as written, and the author it names."""

    agency: str
    author: str | None


def read_signature(text: str, *, bare: bool = True) -> Signature | None:
    """Read a line that is a credit and nothing else; None for any other. ``bare`` False wants more than a name.

    The agency of a credit of a part keeps the words that say so ("with AP"), so that nobody takes the report for its.
    """
    text = text.strip(" *_|•·")
    if len(text) > MAX_CHARS:
        return None
    for pattern in (*(_BARE if bare else ()), *_CLEAR):
        if match := pattern.fullmatch(text):
            author = match.groupdict().get("author")
            return Signature(match["agency"].strip(), author)
    for pattern in _PARTLY:
        if match := pattern.fullmatch(text):
            return Signature(f"with {match['agency'].strip()}", None)
    return None


def split_signature(text: str) -> tuple[str, str, str] | None:
    """Split an agency's name off the end of a last paragraph ("… on Friday. – AFP"): the text, what was cut, the
    agency; None when there is none."""
    match = _AT_END.search(text, max(0, len(text) - MAX_CHARS))
    if not match or match.start() == 0:
        return None
    return text[: match.start()].rstrip(), match.group().strip(), match["agency"]


def read_byline(text: str) -> str | None:
    """Return the names of a line that says who wrote the report; None for any other line."""
    if len(text) > MAX_CHARS:
        return None
    bare = _TAIL.sub("", text).strip()
    if _NO_NAME.match(bare):
        return None
    if match := BYLINE.match(bare):
        return _OFFICE.sub("", match.group(1)).strip()
    named = next((match for pattern in _REPORTS if (match := pattern.fullmatch(bare))), None)
    return named["names"] if named else None
