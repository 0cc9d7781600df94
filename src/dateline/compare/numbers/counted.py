"""What the words of a count alone say: the question that they pose, and whether they count anything."""

from __future__ import annotations

import re

from dateline.compare.numbers.predicates import BY_WORD
from dateline.model import Quantity
from dateline.words import find_words

_PARTIES = (
    "sides?|countries|nations|states|parties|governments|leaders|neighbou?rs|rivals|foes|allies|powers|capitals|teams"
    r"|companies|firms|presidents|presidential candidates|candidates|houses|chambers|chambers of \w+|genders|sexes"
)
_KNOWN_PAIR = re.compile(r"(?:the|these|those|its|our|their|all) (?:(?:other|former|former \w+|\w+ing) )?$", re.I)
_FOLLOWED = re.compile(rf"\s+(?:(?:[\w’'-]+ ){{0,2}}(?:{_PARTIES})\b|[A-Z]\w+s\b)")


def is_known_group(quantity: Quantity, text: str) -> bool:
    """Whether words name a pair or a few that everyone knows, and count nothing: "both Koreas", "the two sides"."""
    if quantity.value not in (2.0, 3.0) or quantity.approx != "exact":
        return False
    if quantity.text.casefold().startswith("both"):
        return True
    before = text[max(0, quantity.start - 20) : quantity.start]
    led = _KNOWN_PAIR.search(before) or _KNOWN_PAIR.match(quantity.text)
    return bool(led and _FOLLOWED.match(text, quantity.end))


def find_counted_question(quantity: Quantity, dimension: str) -> frozenset[str]:
    """Return the questions, clear by themselves, that what a number counts poses: "death toll", or the head "dead"."""
    words = [word for word, _, _ in find_words(quantity.counted or quantity.head or "")]
    fitting = (p for word in words for p in BY_WORD.get(word, ()) if p.plain and dimension in p.dimensions)
    return frozenset(p.name for p in fitting)
