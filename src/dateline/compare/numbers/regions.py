"""Which countries a sentence is about: a count for one country is none for another, or for the world."""

from __future__ import annotations

import re

from dateline.model import Mention

WORLD = "world"
"""The region of a count for the whole world, or for many countries together."""
_NATION = re.compile(r"^(?:country|capital|demonym|city):([A-Z]{2})$")
_WORLD = re.compile(
    r"\b(?:world-?wide|globally|around the (?:world|globe)|across the (?:world|globe)|in the world"
    r"|in (?:\w+ )?(?:\d+|several|many|other) countries)\b",
    re.I,
)
_TELLS = re.compile(
    r"(?:['’]s?)?\s+(?:[\w-]+\s+){0,3}(?:officials?|authorities|government|president|premier|minister|ministry|police|secretary"
    r"|researchers|scientists|media|agency|news|department|television|tv|newspaper|says?|said)\b",
    re.I,
)
"""Behind a country's name: who tells the number, not whose number it is."""


def find_regions(names: tuple[Mention, ...], text: str, start: int, end: int) -> frozenset[str]:
    """Return the country codes that ``text[start:end]`` is about, and ``WORLD`` where it counts the world over.

    A country named as the teller's ("Greek officials say"), and a place in the capitals of a dateline, are left out.
    """
    found = {WORLD} if _WORLD.search(text, start, end) else set()
    for name in names:
        nation = _NATION.match(name.known or "")
        if nation and not _TELLS.match(text, name.end) and not (name.text.isupper() and len(name.text) > len("U.S.A.")):
            found.add(nation.group(1))
    return frozenset(found)
