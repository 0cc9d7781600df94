"""Numbers without a noun that take up a count told before: "the four or five took part", "at first we heard 73"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.language.lemmas import lemmatize
from dateline.language.quantities_amounts import Amount
from dateline.language.quantities_counted import load_states
from dateline.language.reading import Token
from dateline.model import Quantity

_POINTERS = frozenset(("the", "those", "these", "all"))
_TELLING = frozenset(("hear", "say", "report", "count", "confirm", "mention"))
"""Verbs that name a bare number: "officials now say 73"."""
_FATES = frozenset(("dead", "injured", "missing"))
"""States whose counts are told again and again as they change, and so go without their noun."""
_REACH = 40
"""Characters behind a number within which its sentence says what befell those counted."""
_NEAR, _FAR = 4, 12
"""Counts told before among which a changed number, and one that points back, find theirs."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")


def recall_count(
    text: str, tokens: Sequence[Token], words: Sequence[str], amount: Amount, before: Sequence[Quantity]
) -> str | None:
    """Return the head of the count of people, told before, that a number without a noun takes up; None without one."""
    if amount.unit is not None or amount.figure.tail or amount.figure.sort in ("vague", "share"):
        return None
    following = tokens[amount.end] if amount.end < len(tokens) else None
    if following is not None and following.tag.startswith(("VB", "MD")):
        return _find_pointed(words, amount, before)
    ends = following is None or not following.text[0].isalnum()
    if ends and amount.figure.plain and amount.start and not _YEAR.fullmatch(words[amount.figure.start]):
        told = tokens[amount.start - 1].lemma in _TELLING and tokens[amount.start - 1].tag.startswith("VB")
        return _find_fate(text, before[-_NEAR:]) if told else None
    return None


def _find_fate(text: str, before: Sequence[Quantity]) -> str | None:
    """Return the state of those last counted: "dead" after "more than 70 people are dead"."""
    for quantity in reversed(before):
        for word in text[quantity.start : quantity.end + _REACH].partition(".")[0].lower().split():
            state = load_states().get(lemmatize(word, "VBN")) or load_states().get(word)
            if quantity.unit == "people" and state and state[0] in _FATES:
                return state[0]
    return None


def _find_pointed(words: Sequence[str], amount: Amount, before: Sequence[Quantity]) -> str | None:
    """Return the head of the last count of people with the same bounds, where a word points back to it."""
    if words[amount.start] not in _POINTERS and not (amount.start and words[amount.start - 1] in _POINTERS):
        return None
    same = (amount.figure.low, amount.figure.high)
    return next(
        (q.head for q in reversed(before[-_FAR:]) if q.unit == "people" and same in ((q.low, q.high), _bare(q))), None
    )


def _bare(quantity: Quantity) -> tuple[float | None, float | None]:
    """Return the bounds of a count as its number alone gives them: those of "about 40" are 40 and 40."""
    exact = quantity.value is not None
    return (quantity.value, quantity.value) if exact else (quantity.low, quantity.high)
