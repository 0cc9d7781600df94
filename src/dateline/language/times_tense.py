"""The tense of the clause that a time expression stands in: past, present or future.

The tree gives the verb that a time belongs to, and its auxiliaries the tense; where that verb is out of the tree's
sight, the one tense that all verbs of the sentence share. "To" with a verb looks ahead after words of planning
("plans to visit on Friday") and keeps the tense of words such as "failed to".
"""

from __future__ import annotations

from collections.abc import Container
from typing import Literal

from dateline.language.en import tenses as en
from dateline.language.reading import Token
from dateline.language.tree import Tree

Tense = Literal["past", "present", "future"]
_VERBS = frozenset({"VBD", "VBN", "VBZ", "VBP", "VB", "VBG", "MD"})
_REACH = 4
"""Tokens back from a time within which a word that puts it ahead stands."""
_IN_ORDER = frozenset({"first", "second", "third", "last", "latest", "only"})
"""Words after which "to" with a verb tells what was done: "was the first to arrive"."""
_PHRASE = 6
"""Tokens of a noun phrase that are looked at beside a time."""


def find_tense(tree: Tree, start: int, end: int) -> Tense | None:
    """Return the tense of the clause around the characters ``start`` … ``end``; None when no verb shows it."""
    tokens = tree.tokens
    first = next((index for index, token in enumerate(tokens) if token.end > start), len(tokens))
    last = next((index for index in range(len(tokens) - 1, -1, -1) if tokens[index].start < end), -1)
    if _is_awaited(tree, first):
        return "future"
    if first and tree.word(first - 1) == "since":
        return "past"
    tense = _tense_around(tree, first, last)
    if tense == "past" and first and tree.word(first - 1) in ("until", "till") and _is_perfect(tree, first, last):
        return "future"
    if tense in (None, "present") and _follows(tree, first, en.AWAITING):
        return "future"
    return "present" if tense != "future" and _follows(tree, first, en.FORETOLD) else tense


def find_attribute_tense(tree: Tree, start: int, end: int) -> Tense | None:
    """Return the tense of a time that is part of a noun phrase ("a March 1 speech", "Friday's order").

    What is set long before ("the June election") is ``present``, on either side, unless the clause looks ahead; any
    other thing is in no tense.
    """
    after = [token for token in tree.tokens if token.start >= end][:_PHRASE]
    phrase = []
    for token in after:
        if not token.tag.startswith(("NN", "JJ", "POS", "CD", "VBN", "VBG")):
            break
        phrase.append(token.text.casefold())
    if not en.SCHEDULED_NOUNS & set(phrase):
        return "future" if "scheduled" in phrase or "planned" in phrase else None
    return "future" if find_tense(tree, start, end) == "future" else "present"


def _is_perfect(tree: Tree, first: int, last: int) -> bool:
    """Say whether a time hangs on a verb with "has": what has been done until then lasts ("has given them until 9")."""
    above = tree.above(tree.top_of(first, last + 1)) if first <= last else ()
    helpers = (below for at in above for below in tree.below(at, "aux"))
    return any(tree.tokens[at].lemma == "have" and tree.tokens[at].tag in ("VBZ", "VBP") for at in helpers)


def _is_awaited(tree: Tree, first: int) -> bool:
    """Say whether a word before the time puts it ahead: "slated for June 25", "expiring in May"."""
    linked: set[str] = set()
    for index in range(first - 1, max(first - 1 - _REACH, -1), -1):
        word = tree.word(index)
        if word in en.AHEAD_BEFORE or (word in en.AHEAD_BEFORE_FOR and "for" in linked):
            return tree.tokens[index].tag != "VBD" or word not in en.AHEAD_BEFORE
        if word not in en.LINKS_TO_TIME:
            return False
        linked.add(word)
    return False


def _follows(tree: Tree, first: int, words: Container[str]) -> bool:
    """Say whether a word of a list stands shortly before the time with no verb between ("until a vote in June")."""
    for index in range(first - 1, max(first - 1 - _PHRASE, -1), -1):
        if tree.word(index) in words:
            return True
        if tree.tokens[index].tag in _VERBS or tree.word(index) in (",", ";"):
            return False
    return False


def _tense_around(tree: Tree, first: int, last: int) -> Tense | None:
    """Return the tense of the verb that the time hangs on, or the one tense of all verbs where it hangs on none."""
    if first > last:
        return None
    top = tree.top_of(first, last + 1)
    for at in (top, *tree.above(top)):
        if _is_predicate(tree, at):
            aims = [below for below in tree.below(at, "xcomp") if at < below < first]
            return tense_of(tree, aims[-1] if aims else at)
    finite = [at for at, token in enumerate(tree.tokens) if token.tag in ("VBD", "VBZ", "VBP", "MD")]
    tenses = {tense_of(tree, at) if tree.tokens[at].tag != "MD" else "future" for at in finite}
    return next(iter(tenses)) if len(tenses) == 1 else None


def _is_predicate(tree: Tree, at: int) -> bool:
    """Say whether a word is told in a tense: a verb that is no lone "-ing", or what "is" something."""
    tag = tree.tokens[at].tag
    if tree.below(at, "cop", "aux"):
        return True
    if tag == "VBG" or tree.word(at) in en.LIKE_PREPOSITIONS:
        return False
    return tag in _VERBS and tree.base(at) not in ("amod", "compound", "case")


def tense_of(tree: Tree, verb: int) -> Tense | None:
    """Return the tense that a verb shows with its auxiliaries, or takes over from the verb that it hangs on."""
    tag = tree.tokens[verb].tag
    helpers = tree.below(verb, "aux", "cop")
    for at in helpers:
        if tree.tokens[at].tag == "MD" or tree.word(at) in en.FUTURE_MODALS:
            return "present" if tree.word(at) in en.OPEN_MODALS else "future"
    finite = [at for at in helpers if tree.tokens[at].tag in ("VBD", "VBZ", "VBP")]
    if any(tree.tokens[at].tag == "TO" for at in tree.below(verb, "mark", "aux")):
        return "future" if finite else _tense_of_aim(tree, verb)
    if finite:
        return _tense_of_group(tree.tokens[finite[0]])
    leans = tag == "VB" and tree.base(verb) in ("conj", "xcomp", "ccomp")
    if leans or (tag == "VBN" and tree.base(verb) == "xcomp"):
        return tense_of(tree, tree.head(verb))
    return {"VBD": "past", "VBN": "past", "VBZ": "present", "VBP": "present"}.get(tag)  # type: ignore[return-value]


def _tense_of_group(auxiliary: Token) -> Tense:
    """Return the tense of "has gone", "was built", "is held", "did go", "is going"."""
    return "past" if auxiliary.tag == "VBD" or auxiliary.lemma == "have" else "present"


def _tense_of_aim(tree: Tree, verb: int) -> Tense | None:
    """Return the tense of "to" with a verb: ahead, or that of the word it hangs on where that word decides."""
    head = tree.head(verb)
    if head < 0 or tree.word(head) in en.PLAN_WORDS:
        return "future"
    token, base = tree.tokens[head], tree.base(verb)
    if base == "conj":
        return tense_of(tree, head)
    if base == "acl" or token.tag.startswith("NN"):
        return None
    if tree.word(head) in _IN_ORDER:
        return tense_of(tree, head)
    if not token.tag.startswith("VB"):
        return "future"
    own = tense_of(tree, head)
    if own == "future" or base == "advcl" or tree.word(head) in en.IMPLICATIVES:
        return own
    if tree.below(head, "obj"):
        return None
    return own if token.tag in ("VBD", "VBN") else "future"
