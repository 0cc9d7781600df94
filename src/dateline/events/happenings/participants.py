"""Whom a phrase means as one who acts or is acted on: not those named in it only to say whose, whence or of what kind.

"A Peruvian girl" is not Peru, "the Peruvian army" is that army, "Lund's lawyer, Ines Berg," is Berg alone: the head of
a noun phrase names the participant, and the rest describes it. Coders of events do the same (PETRARCH-2, Norris 2015).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.model import Reference

Span = tuple[int, int]
_FUNCTION = (
    "and|or|nor|but|of|in|on|at|for|to|from|with|by|as|near|after|before|over|against|who|whose|whom|which|that|where|"
    "when|while|along|including|is|was|are|were|be|been|has|have|had|will|would|not|also|both|all|himself|herself|itself|"
    "themselves|alone|together|alike"
)
_DESCRIBES = re.compile(
    rf"\s?['’‘]s?\s+[\w“\"'‘]|(?!['’‘])\s+(?!(?:{_FUNCTION})\b|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[\w“\"‘]|-\w"
)
"""What follows a name that says whose or of what kind the next words are: "Kenyan officials", "the bank's chief"."""
_OF = (
    r"\b([\w-]+)\s+(?:of|from|in|at|near|for|on|with|against|behind|outside|inside|to|by)\s+"
    r"(?:(?:the|a|an|its|his|her|their)\s+)?"
)
_NEXT = re.compile(rf"{_OF}(?:[a-z-]+\s+){{0,3}}$")
"""A noun and its preposition right before a name: "farmers from northern Peru"."""
_LIST = re.compile(rf"{_OF}[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)*(?:,\s[A-Z][\w.’'-]*)*\s?(?:,\s|(?P<last>(?:and|or)\s))$")
"""The same before a list of names that the name closes, or goes on: "farmers from Peru, Chile and Bolivia"."""
_APPOSED = re.compile(
    r"\w\s?,\s(?:an?\s(?:[\w-]+\s)*|(?:the|his|her|its|their)\s(?:(?!(?:and|or)\s)[\w’'-]+\s)+|(?:of|from|at|with)\s[^,]*)$"
    r"|\([^)]*$"
)
"""What makes a name part of a remark on another: "Ines Berg, a devout Catholic", "Arbor Mills (Peru)"."""
_LISTED = re.compile(r"\s+(?:and|or)\s")
_PARTS = re.compile(
    r"(?:all|some|most|many|several|dozens|hundreds|thousands|millions|scores|tens|half|part|parts|members?|number|majority"
    r"|group|groups|government|governments|state|republic|kingdom|army|people|one|two|three|four|five|six|seven|eight|nine"
    r"|ten|\d+)"
)
"""Nouns before "of" that mean those who come after it: "dozens of Peruvians", "the government of Peru"."""


def find_meant(text: str, span: Span | None, references: Iterable[Reference]) -> frozenset[str]:
    """Return the ids of the entities that a phrase at ``span`` means; ``references`` are of its article."""
    if span is None:
        return frozenset()
    inside = [
        row
        for row in references
        if row.start < span[1] and span[0] < row.end and (row.via == "name" or row.end <= span[1])
    ]
    return frozenset(
        row.entity_id
        for row in inside
        if not _is_covered(row, inside, span[1])
        and not _describes(text, row, span[1])
        and not _belongs(text, row, span)
    )


def _is_covered(row: Reference, inside: Sequence[Reference], end: int) -> bool:
    """Tell whether a longer name or noun phrase of the phrase holds this one: "the Peruvian army" holds "Peruvian"."""
    size = row.end - row.start
    return any(
        other.start <= row.start and row.end <= other.end <= end and other.end - other.start > size for other in inside
    )


def _describes(text: str, row: Reference, end: int) -> bool:
    return _DESCRIBES.match(text[min(row.end, end) : end]) is not None


def _belongs(text: str, row: Reference, span: Span) -> bool:
    """Tell whether a preposition hangs this name, or the list that it stands in, on a noun: "a farmer from Peru"."""
    before = text[span[0] : max(row.start, span[0])]
    if _APPOSED.search(before):
        return True
    match = _NEXT.search(before)
    if match is None and (listed := _LIST.search(before)):
        closed = listed.group("last") or _LISTED.match(text[row.end : span[1]])
        match = listed if closed else None
    return match is not None and _PARTS.fullmatch(match.group(1).lower()) is None
