"""Words around a number that change what it answers: a part, the whole, a rise, a plan, what is usual, and others."""

from __future__ import annotations

import re

_BEFORE = 48
_AFTER = 40
"""Characters looked at before and after a number: about eight words."""


def _before(words: str, reach: int = 0) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\W+(?:\w+\W+){{0,{reach}}}$", re.I)


def _after(words: str, reach: int = 0) -> re.Pattern[str]:
    return re.compile(rf"^\W+(?:\w+\W+){{0,{reach}}}(?:{words})\b", re.I)


_USUAL = (
    r"usual(?:ly)?|normal(?:ly)?|regular(?:ly)?|typical(?:ly)?|ordinar(?:y|ily)|generally|as a rule|on average|capacity"
)
_CHANGED = r"(?:rose|risen|rises?|grew|grown|increased?|climbed|jumped|surged|up|fell|fallen|dropped|down|cut|raised)"
_SUSPECTED = r"suspected|probable|possible|possibly|feared|believed|presumed|likely"

CUES_BEFORE: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("whole", _before(r"a (?:combined )?total of|in total|altogether|overall|all|combined|totall?ing", 2)),
    (
        "part",
        _before(r"including|includ(?:es?|ed)|among (?:them|whom|those)|of (?:them|whom|those|which)|comprising", 3),
    ),
    ("rise", _before(rf"additional|another|extra|further|{_CHANGED} by|(?:rise|increase|jump|drop|fall) of")),
    ("subset", _before(r"(?:the|another|\w+'s) (?:last|remaining|final|first|other|next)|last|final|remaining")),
    ("usual", re.compile(rf"\b(?:{_USUAL})\s+(?:[\w'’-]+\s+){{0,5}}$", re.I)),
    ("suspected", _before(_SUSPECTED, 4)),
    ("former", _before(r"from(?: an initial| the initial| an earlier)?")),
    (
        "former",
        _before(
            r"(?:up|down) from|instead of|rather than|at first"
            r"|compared (?:with|to)|at one point(?:\W+\w+){0,2}|(?:previous|initial)(?:ly)?(?: \w+){0,3}"
            r"|earlier (?:reported|put|said|estimate\w*|(?:death )?toll|figure|count|number|tally|report)(?: \w+){0,3}"
            r"|(?:wrong|mistaken|incorrect|erroneous|inaccurate)ly (?:reported|said|stated|gave|put)(?: \w+){0,3}",
            2,
        ),
    ),
    ("forecast", _before(r"will|plan(?:s|ned|ning)?|expect(?:s|ed|ing)?|intends?|would|aims?|scheduled", 6)),
    ("ordinal", _before(r"no\.?|number|page|article|section|route|flight|boeing|airbus|line|chapter")),
)
"""What words before a number make of it. For the injured and the like "another 50" adds a group and is no rise:
``answers.py`` takes that back."""

CUES_AFTER: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("whole", _after(r"in total|in all|altogether|overall|combined", 3)),
    ("part", _after(r"of (?:them|whom|those|these|the (?:dead|victims|wounded|injured|\d+))|were among")),
    ("part", _after(r"among the (?:dead|victims|wounded|injured|\d+)", 4)),
    ("part", re.compile(r"^(?:\s+\w+){0,3}\s+in \w+ alone\b|^(?:\s+\w+){0,2}\s+(?:each|apiece)\b", re.I)),
    ("subset", re.compile(r"^\s+(?:of the\b|other\s+\w)", re.I)),
    ("usual", re.compile(rf"^\s+(?:[\w'’-]+\s+){{0,3}}(?:{_USUAL})\b", re.I)),
    ("suspected", _after(r"suspected|probable|possible|likely|(?:are |were |is )?(?:feared|believed|presumed)", 2)),
    ("rise", re.compile(r"^\s+(?:\w+\s+)?(?:more|additional|extra|fewer|new|others?)\b(?! than)", re.I)),
    (
        "rate",
        _after(
            r"(?:a|per|each|every) (?:second|minute|hour|day|week|month|year|person|head|capita)"
            r"(?! (?:earlier|ago|later|before|after))"
            r"|(?:in|out of) every|out of (?:about )?\d[\d,]*"
            r"|in an? (?:average|typical|normal) (?:day|week|month|year)|daily|weekly|monthly|annually",
            4,
        ),
    ),
    ("forecast", _after(r"will|(?:are|is) expected|plan to|would|are to", 5)),
)
"""What words after a number make of it."""


_LEADING = re.compile(r"(?:an? )?(?:(?:additional|another|extra|further|(?:combined )?total of) )?", re.I)
"""Such words as the number's own span may open with."""


def find_wording(text: str, start: int, end: int, bounds: tuple[int, int]) -> frozenset[str]:
    """Return what the words around ``text[start:end]`` make of the number; only words inside ``bounds`` count."""
    before = text[max(bounds[0], start - _BEFORE) : start] + _LEADING.match(text[start:end]).group()  # type: ignore[union-attr]
    after = text[end : min(bounds[1], end + _AFTER)]
    found = {name for name, cue in CUES_BEFORE if cue.search(before)}
    return frozenset(found | {name for name, cue in CUES_AFTER if cue.search(after)})
