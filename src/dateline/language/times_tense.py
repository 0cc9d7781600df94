"""The tense of the clause that a time expression stands in: past, present or future.

The nearest verb group of the clause decides; a clause without a verb ("Monday: …") has none. "To" with a verb looks
ahead after words of planning ("plans to visit on Friday") and keeps the tense of words such as "failed to".
"""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Literal

from dateline.language.en import tenses as en
from dateline.language.reading import Token

Tense = Literal["past", "present", "future"]
_VERBS = frozenset({"VBD", "VBN", "VBZ", "VBP", "VB", "VBG"})
_REACH = 4
"""Tokens back from a verb within which its auxiliaries stand."""
_PHRASE = 6
"""Tokens of a noun phrase that are looked at beside a time."""


def find_tense(tokens: Sequence[Token], start: int, end: int) -> Tense | None:
    """Return the tense of the clause around the characters ``start`` … ``end``; None when no verb shows it."""
    first = next((index for index, token in enumerate(tokens) if token.end > start), len(tokens))
    last = next((index for index in range(len(tokens) - 1, -1, -1) if tokens[index].start < end), -1)
    if _is_awaited(tokens, first):
        return "future"
    if first and tokens[first - 1].text.casefold() == "since":
        return "past"
    tense = _tense_around(tokens, first, last)
    if tense in (None, "present") and _follows(tokens, first, en.AWAITING):
        return "future"
    return "present" if tense != "future" and _follows(tokens, first, en.FORETOLD) else tense


def find_attribute_tense(tokens: Sequence[Token], start: int, end: int) -> Tense | None:
    """Return the tense of a time that is part of a noun phrase ("a March 1 speech", "Friday's order").

    What is set long before ("the June election") is ``present``, on either side, unless the clause looks ahead; any
    other thing is in no tense.
    """
    after = [token for token in tokens if token.start >= end][:_PHRASE]
    phrase = []
    for token in after:
        if not token.tag.startswith(("NN", "JJ", "POS", "CD", "VBN", "VBG")):
            break
        phrase.append(token.text.casefold())
    if not en.SCHEDULED_NOUNS & set(phrase):
        return "future" if "scheduled" in phrase or "planned" in phrase else None
    return "future" if find_tense(tokens, start, end) == "future" else "present"


def _is_awaited(tokens: Sequence[Token], first: int) -> bool:
    """Say whether a word before the time puts it ahead: "slated for June 25", "expiring in May"."""
    linked: set[str] = set()
    for index in range(first - 1, max(first - 1 - _REACH, -1), -1):
        word = tokens[index].text.casefold()
        if word in en.AHEAD_BEFORE or (word in en.AHEAD_BEFORE_FOR and "for" in linked):
            return tokens[index].tag != "VBD" or word not in en.AHEAD_BEFORE
        if word not in en.LINKS_TO_TIME:
            return False
        linked.add(word)
    return False


def _follows(tokens: Sequence[Token], first: int, words: Container[str]) -> bool:
    """Say whether a word of a list stands shortly before the time with no verb between ("until a vote in June")."""
    for index in range(first - 1, max(first - 1 - _PHRASE, -1), -1):
        if tokens[index].text.casefold() in words:
            return True
        if tokens[index].tag in _VERBS or tokens[index].text in (",", ";"):
            return False
    return False


def _tense_around(tokens: Sequence[Token], first: int, last: int) -> Tense | None:
    """Return the tense of the nearest verb of the clause, or of one joined to it, or the one tense of all."""
    left, right = _find_clause(tokens, first, last)
    for low, high in ((left, right), (left, _next_break(tokens, right + 1)), (_last_break(tokens, left - 2), right)):
        verb = _nearest_verb(tokens, low, high, first, last)
        if verb is not None:
            return _tense_of(tokens, verb)
    finite = [index for index, token in enumerate(tokens) if token.tag in ("VBD", "VBZ", "VBP", "MD")]
    tenses = {_tense_of(tokens, index) if tokens[index].tag != "MD" else "future" for index in finite}
    return next(iter(tenses)) if len(tenses) == 1 else None


def _find_clause(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int]:
    """Return the clause's first token and the one after its last; a comma right after an opening time is no end."""
    left = _last_break(tokens, first - 1)
    skip = last + 1
    opens = all(tokens[index].tag in ("IN", "DT", "RB", "JJ", "TO") for index in range(left, first))
    if opens and skip < len(tokens) and tokens[skip].text == ",":
        skip += 1
    return left, _next_break(tokens, skip)


def _is_break(tokens: Sequence[Token], index: int) -> bool:
    """Say whether a clause ends at a token: a mark, or a word that opens the next clause and has a verb after it."""
    text = tokens[index].text.casefold()
    if text in en.CLAUSE_BREAKS or text in (",", "–", "—", "“", "”"):
        return True
    if text not in en.CLAUSE_OPENERS:
        return False
    after = tokens[index + 1 : index + 9]
    return tokens[index].tag not in ("DT", "PDT") and any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in after)


def _last_break(tokens: Sequence[Token], index: int) -> int:
    """Return the first token of the stretch without a break that ends at ``index``."""
    while index >= 0 and not _is_break(tokens, index):
        index -= 1
    return max(index + 1, 0)


def _next_break(tokens: Sequence[Token], index: int) -> int:
    """Return the token at which the next break stands, at or after ``index``."""
    while index < len(tokens) and not _is_break(tokens, index):
        index += 1
    return min(index, len(tokens))


def _nearest_verb(tokens: Sequence[Token], low: int, high: int, first: int, last: int) -> int | None:
    """Return the clause's verb nearest to the time; of two equally near ones that before it."""
    found: list[tuple[int, int]] = []
    for index in range(max(low, 0), min(high, len(tokens))):
        word = tokens[index].text.casefold()
        if first <= index <= last or tokens[index].tag not in _VERBS or word in en.LIKE_PREPOSITIONS:
            continue
        distance = first - index if index < first else index - last + 1
        found.append((distance, index))
    finite = [item for item in found if _is_finite(tokens, item[1], last)]
    return min(finite or found)[1] if found else None


def _is_finite(tokens: Sequence[Token], verb: int, last: int) -> bool:
    """Say whether a verb can carry the clause: no lone "-ing", and no "to" with a verb after the time ("to foster")."""
    if tokens[verb].tag == "VBG":
        return _has_auxiliary(tokens, verb)
    return not (verb > last and tokens[verb].tag == "VB" and verb > 0 and tokens[verb - 1].tag == "TO")


def _has_auxiliary(tokens: Sequence[Token], verb: int) -> bool:
    """Say whether a form of "be" or "have", or a modal, stands shortly before a verb."""
    return any(token.lemma in ("be", "have") or token.tag == "MD" for token in tokens[max(verb - _REACH, 0) : verb])


def _tense_of(tokens: Sequence[Token], verb: int) -> Tense | None:
    """Return the tense that a verb shows with its auxiliaries."""
    tag = tokens[verb].tag
    for index in range(verb - 1, max(verb - 1 - _REACH, -1), -1):
        token = tokens[index]
        word = token.text.casefold()
        if token.tag == "MD" or word in en.FUTURE_MODALS:
            return "present" if word in en.OPEN_MODALS else "future"
        if token.tag == "TO" and tag in ("VB", "VBN"):
            return _tense_of_aim(tokens, index)
        if token.tag in ("VBD", "VBZ", "VBP") and tag in ("VBN", "VBG", "VB"):
            return _tense_of_group(word, token, tag)
        if token.tag not in ("RB", "VBN", "VB", "VBG", "VBD"):
            break
    return {"VBD": "past", "VBN": "past", "VBZ": "present", "VBP": "present"}.get(tag)  # type: ignore[return-value]


def _tense_of_group(word: str, auxiliary: Token, tag: str) -> Tense:
    """Return the tense of "has gone", "was built", "is held", "did go", "is going"."""
    if auxiliary.tag == "VBD" or auxiliary.lemma == "have":
        return "past"
    return "future" if tag == "VBN" and word in ("is", "are", "'re") else "present"


def _tense_of_aim(tokens: Sequence[Token], to: int) -> Tense | None:
    """Return the tense of "to" with a verb: ahead, or that of the word before where that word decides."""
    before = tokens[to - 1] if to else None
    if before is None:
        return "future"
    word = before.text.casefold()
    if word in en.PLAN_WORDS or before.lemma == "be":
        return "future"
    if before.tag.startswith("VB"):
        return _tense_of(tokens, to - 1) if word in en.IMPLICATIVES or before.tag in ("VBD", "VBN") else "future"
    governor = _find_governor(tokens, to - 1)
    if governor is not None:
        own = _tense_of(tokens, governor)
        if tokens[governor].text.casefold() in en.IMPLICATIVES or own == "future":
            return own
    return None if before.tag.startswith("NN") else "future"


def _find_governor(tokens: Sequence[Token], index: int) -> int | None:
    """Return the verb before a short noun phrase ("prompted him to", "caused the zoo to"); None when none is near."""
    for position in range(index, max(index - _REACH, -1), -1):
        tag = tokens[position].tag
        if tag.startswith("VB"):
            return position
        if not tag.startswith(("NN", "PRP", "DT", "JJ", "POS", "CD")):
            return None
    return None
