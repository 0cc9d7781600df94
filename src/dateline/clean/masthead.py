"""Who published a page that no metadata names: its copyright line, or the notices in which an outlet names itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from dateline.clean.authors import is_agency
from dateline.words import fold

_WORD = r"(?:[A-Z][\w.'’&-]*|\d{1,3}\b|&)"
_NAME = rf"(?P<name>(?:[Tt]he )?{_WORD}(?: (?:of|the|and|for|de|la|el|al) {_WORD}| {_WORD}){{0,5}})"
_RIGHTS = re.compile(
    rf"(?:©|\([cC]\)|Copyright|COPYRIGHT)(?:\s*(?:©|\([cC]\)|Copyright))?,?\s*(?:by\s+)?(?:(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)?\d\d)?,?\s*)?"
    rf"(?:by\s+)?{_NAME}"
)
_ALL_RIGHTS = re.compile(rf"^{_NAME}[,.]?\s+(?:(?:19|20)\d\d[,.]?\s+)?All [Rr]ights [Rr]eserved")
_OWNS = re.compile(
    r"\b(?:19|20)\d\d\b|[Aa]ll [Rr]ights|"
    r"\b(?:Ltd|Limited|Inc|LLC|PLC|plc|GmbH|Trust|Group|Publications?|Publishing|Media)\b"
)
"""What a line of rights to a page has and one to a picture lacks: a year, or a legal form."""
_NOTICES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?:Follow|Like|Find|Join) {_NAME} on (?:Twitter|X|Facebook|Instagram|Telegram|WhatsApp|YouTube)\b",
        rf"^(?:Subscribe|Sign up) (?:to|for) {_NAME}(?:['’]s)? (?:newsletters?|newspaper|daily|alerts|today|now)\b",
        rf"^(?:Download|Get) the {_NAME} app\b",
        rf"^(?:About|Contact|Advertise (?:with|in)|Write to|Support) {_NAME}\s*$",
        rf"^{_NAME} is not responsible for (?:the )?content",
        rf"^{_NAME} (?:newsletters?|mobile app|e-?paper|homepage|home page)\s*$",
    )
)
_LEGAL = re.compile(
    r"[\s,.]+(?:Ltd|Limited|Inc|LLC|LLP|PLC|Plc|plc|GmbH|AG|Co|Corp|Corporation|Company|Trust|Group|Holdings|"
    r"Media Group|Publications?|Publishing|Digital|Newspapers Ltd|Pvt|All|Terms|Privacy|Cookie)\b.*$"
)
_NO_NAME = frozenset(
    "all rights reserved|terms|privacy|us|our newsletter|the author|author|getty images|contact|copyright|images|photo|"
    "facebook|twitter|the authors|cookies|the newsletter|our site|this article|more".split("|")
)


def read_masthead(lines: Iterable[str]) -> str | None:
    """Return the outlet that the lines of a page beside its report name; None where none is named, or several are.

    A line of rights is enough, two notices are ("Follow the Norby Mail on Facebook", "About the Norby Mail"). An agency
    in a line of rights owns the report, not the page.
    """
    owners: Counter[str] = Counter()
    named: Counter[str] = Counter()
    spelt: dict[str, str] = {}
    for line in lines:
        text = " ".join(line.split())
        owner = _find_names(text, (_RIGHTS, _ALL_RIGHTS)) if _OWNS.search(text) else []
        for name in filter(None, map(_tidy, owner)):
            owners[_key(name)] += 1
            spelt.setdefault(_key(name), name)
        for name in filter(None, map(_tidy, _find_names(text, _NOTICES))):
            named[_key(name)] += 1
            spelt.setdefault(_key(name), name)
    if len(owners) == 1:
        return spelt[next(iter(owners))]
    often = [key for key, count in (owners + named).items() if count > 1]
    return spelt[often[0]] if len(often) == 1 else None


def _find_names(text: str, patterns: Iterable[re.Pattern[str]]) -> list[str]:
    matches = (pattern.search(text) for pattern in patterns)
    return [match["name"] for match in matches if match][:1]


def _tidy(name: str) -> str | None:
    """Return a name without its legal form; None for what is no outlet's: an agency, a stock phrase, a year."""
    bare = _LEGAL.sub("", name).strip(" .,-–|")
    if len(bare) < _LEAST or fold(bare) in _NO_NAME or is_agency(bare) or bare.isdigit():
        return None
    return bare


_LEAST = 3
"""Characters of the shortest name."""


def _key(name: str) -> str:
    return fold(name).removeprefix("the ")
