"""Header stamps: lines that say when a page was published or updated, and hold nothing else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.clean.days import WEEKDAY, find_stamp
from dateline.words import WORD

MAX_REST_WORDS = 6
"""Words a stamp line may hold besides date and labels: a section, a place, "By" and a name."""

SECTION_WORDS = 3
"""The longest name of a section beside a stamp."""

_LABEL = re.compile(
    r"\b(?P<updated>(?:last |recently )?(?:updated?|modified|revised|edited)|수정)\b|\b(?:first )?(?:published"
    r"|posted|created|"
    r"issued|uploaded|added|date|입력|등록|승인)\b",
    re.IGNORECASE,
)
_NO_STAMP = re.compile(r"@\w|^\s*[-–—―]|\bcorrections?\b", re.IGNORECASE)
"""Signatures of embedded posts, and corrections."""

_NOISE = re.compile(rf"\b(?:on|at|by|in|time|local|hrs?|hours)\b|{WEEKDAY}|\b[a-z]{{2,4}}t\b|[^\w\s]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a header stamp says; one of the two may be missing."""

    published: str | None
    updated: str | None
    section: str | None = None
    """Words beside the day that are no label and no name behind "By": "North Korea 08:36 March 25, 2019"."""


def read_stamp(text: str, *, bare: bool = True) -> Stamp | None:
    """Read a line that is a stamp and nothing else; None for any other line, above all for sentences with a date.

    ``bare`` False asks for a label ("Published", "Updated"): at the foot of a page a bare day may be that of a post.
    """
    if len(text) > 160 or _NO_STAMP.search(text) or not (bare or _LABEL.search(text)):
        return None
    published = updated = None
    rest = text
    while found := find_stamp(rest):
        day, start, end = found
        labels = list(_LABEL.finditer(rest, 0, start))
        label = labels[-1] if labels else None
        if label is not None and label["updated"]:
            updated = updated or day
        elif label is None and published:
            return None
        else:
            published = published or day
        rest = f"{rest[: label.start() if label else start]} {rest[end:]}"
    if published is None and updated is None:
        return None
    words = WORD.findall(_NOISE.sub(" ", _LABEL.sub(" ", rest)))
    if len(words) > MAX_REST_WORDS or any(word[0].islower() for word in words):
        return None
    return Stamp(published, updated, None if _LABEL.search(text) else _name_section(rest, words))


def _name_section(rest: str, words: list[str]) -> str | None:
    """Return the words in front of a stamp where they are a short name."""
    if not words or len(words) > SECTION_WORDS or re.match(r"\s*by\b", rest, re.IGNORECASE):
        return None
    name = " ".join(words)
    return name if rest.strip().startswith(name) and name.replace(" ", "").isalpha() else None
