"""Whether an event is told as having happened: De Facto's idea (Saurí and Pustejovsky 2012), cut to plain cases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from dateline.language.clauses import path_cost
from dateline.language.phrases import VerbGroup
from dateline.language.reading import Token
from dateline.model import Status

Tense = Literal["past", "present", "future"]

_PLANNING = frozenset(
    "plan expect intend schedule set agree decide hope want aim seek prepare promise vow pledge order urge ask call "
    "demand due ready likely propose consider request require need try attempt offer begin slate book invite "
    "instruct".split()
)
_SCHEDULING = frozenset("schedule set plan slate postpone delay adjourn book fix expect defer move".split())
_THREATENING = frozenset({"threaten", "warn"})
_FAILING = frozenset(
    "fail refuse decline forget cancel avoid prevent stop deny abandon neglect unable forbid bar".split()
)
_POSSIBLE_MODALS = frozenset({"may", "might", "could", "can", "would", "should", "must", "'d", "’d"})
_HEDGES = frozenset("reportedly allegedly apparently possibly perhaps probably likely rumored rumoured".split())
_CONDITIONS = frozenset({"if", "unless", "whether"})
_MODIFIERS = frozenset({"DT", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "PRP$", "POS", "CD", "VBN", "VBG"})
_NOT_YET = frozenset("planned proposed upcoming future next scheduled forthcoming".split())
_UNSURE = frozenset("alleged suspected potential possible".split())
PLAN_NOUNS = frozenset(
    "plan proposal threat offer call demand decision intention bid attempt hope promise deadline".split()
)
"""Nouns of what has not come about."""


def judge_status(
    tokens: Sequence[Token], head: int, group: VerbGroup | None, groups: Sequence[VerbGroup]
) -> tuple[Status, Tense | None]:
    """Return (status, tense) of the event whose trigger is token ``head``; nouns are told by what governs them."""
    if group is None:
        return _judge_noun(tokens, head), None
    if group.form == "infinitive" or (group.form != "finite" and not group.passive):
        return _judge_dependent(tokens, group, groups)
    if group.negated:
        return "denied", group.tense
    if _is_hypothetical(tokens, group.start):
        return "possible", group.tense
    if group.tense == "future":
        return "planned", "future"
    if group.modal in _POSSIBLE_MODALS:
        return "possible", None
    if _is_hedged(tokens, group):
        return "possible", group.tense
    return "actual", group.tense


def is_scheduled(tokens: Sequence[Token], group: VerbGroup, at: int) -> bool:
    """True when a verb of scheduling puts something on a time: "was set for Monday", "postponed until May"."""
    return group.lemma in _SCHEDULING and at > group.end - 1 and tokens[at - 1].text.lower() in ("for", "to", "until")


def _judge_dependent(
    tokens: Sequence[Token], group: VerbGroup, groups: Sequence[VerbGroup]
) -> tuple[Status, Tense | None]:
    """Judge an infinitive, gerund or bare participle by the word that governs it.

    What was planned in the past ("agreed to open") has tense past: whether it came about by now is not said.
    """
    governor = _governor(tokens, group, groups)
    noun = tokens[group.start - 2].lemma if group.start >= 2 and tokens[group.start - 1].text.lower() == "to" else ""
    lemma = governor.lemma if governor else ""
    if group.negated:
        return "denied", None
    if lemma in _FAILING or tokens[max(0, group.start - 2)].lemma in _FAILING:
        return "denied", "past"
    if lemma in _THREATENING and group.form == "infinitive":
        return "threatened", "future"
    if group.form == "infinitive":
        planned = lemma in _PLANNING or noun in PLAN_NOUNS | _PLANNING or (governor is None or governor.lemma == "be")
        if planned:
            return "planned", "past" if governor and governor.tense == "past" else "future"
        return _inherit(tokens, governor, groups)
    return _inherit(tokens, governor, groups)


def _inherit(
    tokens: Sequence[Token], governor: VerbGroup | None, groups: Sequence[VerbGroup]
) -> tuple[Status, Tense | None]:
    """Take over the status of the finite verb that governs."""
    if governor is None:
        return "actual", None
    if governor.form == "finite":
        return judge_status(tokens, governor.head, governor, groups)
    return ("actual", None) if governor.form != "infinitive" else ("planned", "future")


def _governor(tokens: Sequence[Token], group: VerbGroup, groups: Sequence[VerbGroup]) -> VerbGroup | None:
    """Return the nearest verb before that is not far off in clauses."""
    before = [other for other in groups if other.end <= group.start]
    if before and path_cost(tokens, before[-1].head, group.start) <= 16:
        return before[-1]
    return None


def _is_hypothetical(tokens: Sequence[Token], start: int) -> bool:
    window = tokens[max(0, start - 8) : start]
    return any(token.text.lower() in _CONDITIONS for token in window)


def _is_hedged(tokens: Sequence[Token], group: VerbGroup) -> bool:
    window = tokens[max(0, group.start - 2) : group.end + 1]
    return any(token.text.lower() in _HEDGES for token in window)


def _judge_noun(tokens: Sequence[Token], head: int) -> Status:
    """A noun names a happening that took place, unless a plan, a threat or a negation governs it."""
    start = head
    while start > 0 and tokens[start - 1].tag in _MODIFIERS:
        start -= 1
    own = {token.text.lower() for token in tokens[start:head]}
    before = [token.text.lower() for token in tokens[max(0, start - 1) : start]]
    governor = tokens[start - 2].lemma if start >= 2 and tokens[start - 1].tag in ("IN", "TO") else ""
    if "no" in own or before == ["without"]:
        return "denied"
    if governor in PLAN_NOUNS or own & _NOT_YET:
        return "planned"
    return "possible" if own & _UNSURE else "actual"
