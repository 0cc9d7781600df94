"""Stamps that run into the report's first line, as in texts that lost their newlines: they get a line of their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.clean.days import STAMPS
from dateline.clean.lines import Line
from dateline.clean.stamps import read_stamp
from dateline.words import WORD

LEAD_LINES = 3
"""A stamp opens one of the first so many lines."""

LEAST_WORDS = 8
"""Words that follow it on its line, at least; below, the line is a stamp or a label."""

_HEAD = re.compile(
    r"(?:[^|\n]{2,60}\|\s*)?(?:(?:last |first )?(?:updated|published|posted)(?: on| at)?\s*:?\s*)?", re.IGNORECASE
)
"""Place or byline before a bar, and a label: "MURMANSK | Tue Apr 19, 2011"."""

_CLOSE = re.compile(r"\s*(?:[.;|–—]|--?(?=\s))\s*")
_GOES_ON = re.compile(r"(?:``\s*|[\"“‘'(\[])?(?:[A-ZÀ-Þ]|-LRB-)")
_CLOCK = re.compile(r"\d[:.]\d\d")


def split_lead(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, with the stamp that opens the report taken off its first line.

    What tells a stamp from a sentence that begins with a day: a time of day, a bar before it, or a stop or dash behind
    it; and a capital after that. Several lines that open so are the entries of a timeline, and stay.
    """
    found = {index: end for index, line in enumerate(lines[:LEAD_LINES]) if (end := _find_end(line.text))}
    if len(found) != 1 or any(_find_end(line.text) for line in lines[LEAD_LINES:]):
        return list(lines)
    ((index, end),) = found.items()
    line = lines[index]
    stamp = Line(line.number, line.text[:end].strip(), line.gap)
    return [*lines[:index], stamp, Line(line.number, line.text[end:].strip(), False), *lines[index + 1 :]]


def _find_end(text: str) -> int | None:
    """Return where the report goes on behind a stamp that opens a line; None where none does."""
    if not any(char.isdigit() for char in text[:120]):
        return None
    head = _HEAD.match(text)
    start = head.end() if head else 0
    ends = [match.end() for pattern in STAMPS for at in {0, start} if (match := pattern.match(text, at))]
    if not ends:
        return None
    end = max(ends)
    close = _CLOSE.match(text, end)
    if not (close or "|" in text[:start] or _CLOCK.search(text[:end])):
        return None
    rest = close.end() if close else end
    rest += len(text[rest:]) - len(text[rest:].lstrip())
    told = _GOES_ON.match(text, rest) and len(WORD.findall(text[rest : rest + 400])) >= LEAST_WORDS
    return rest if told and read_stamp(text[:rest].strip()) else None
