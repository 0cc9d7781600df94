"""Whether an event is told as having happened: the words that govern it, joined with what the network makes of it."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.language.clauses import Predicate, Tense, read_predicate
from dateline.language.tree import Tree
from dateline.language.triggers import is_light
from dateline.model import Status

_PLANNING = frozenset(
    "plan expect intend schedule set agree decide hope want aim seek prepare promise vow pledge order urge ask call "
    "demand due ready likely propose consider request require need try attempt offer slate book invite instruct "
    "go".split()
)
_SCHEDULING = frozenset("schedule set plan slate postpone delay adjourn book fix expect defer move".split())
_THREATENING = frozenset({"threaten", "warn"})
_FAILING = frozenset(
    "fail refuse decline forget cancel avoid prevent stop deny abandon neglect unable forbid bar refrain".split()
)
_POSSIBLE_MODALS = frozenset({"may", "might", "could", "can", "would", "should", "must", "'d", "’d"})
_UNSURE_MODALS = frozenset({"may", "might", "could"})
_HEDGES = frozenset("reportedly allegedly apparently possibly perhaps probably likely rumored rumoured".split())
_ALLEGING = frozenset("allege claim believe suspect accuse think suppose doubt fear rumor rumour speculate".split())
_CONDITIONS = frozenset({"if", "unless", "whether"})
_NOT_YET = frozenset("planned proposed upcoming future next scheduled forthcoming".split())
_UNSURE = frozenset("alleged suspected potential possible".split())
_PRESUPPOSING = frozenset({"the", "this", "that", "these", "those"})
TOLD_WEIGHT = 0.2
"""What the words' own telling adds to a status's probability: .912 of statuses of the annotated news are right by the
network alone, .842 by the words, .916 by both (evals/eval_events.py, dev)."""
PLAN_NOUNS = frozenset(
    "plan proposal threat offer call demand decision intention bid attempt hope promise deadline".split()
)
"""Nouns of what has not come about."""


def judge_status(tree: Tree, at: int, predicate: Predicate | None) -> tuple[Status, Tense | None]:
    """Return (status, tense) of the event at a position as its words tell; nouns are told by what governs them."""
    if predicate is None:
        return _judge_noun(tree, at)
    if predicate.negated:
        return "denied", predicate.tense
    if predicate.form not in ("finite", "none"):
        return _judge_dependent(tree, predicate)
    if _is_conditional(tree, at) or _is_alleged(tree, at) or is_hedged(tree, predicate):
        return "possible", predicate.tense
    if predicate.tense == "future":
        return "planned", "future"
    return ("possible", None) if predicate.modal in _POSSIBLE_MODALS else ("actual", predicate.tense)


def is_hedged(tree: Tree, predicate: Predicate) -> bool:
    """True for "reportedly left" and "may leave"."""
    return bool(tree.words_below(predicate.at, "advmod") & _HEDGES) or predicate.modal in _UNSURE_MODALS


def is_scheduled(tree: Tree, verb: int, time_top: int) -> bool:
    """True when a verb of scheduling puts something on a time: "was set for Monday", "scheduled to end in May"."""
    to = tree.words_below(time_top, "case") & {"for", "to", "until"}
    deed = any(verb < child < time_top for child in tree.below(verb, "xcomp"))
    return tree.tokens[verb].lemma in _SCHEDULING and time_top > verb and (bool(to) or deed)


def _is_conditional(tree: Tree, at: int) -> bool:
    """True inside a clause that "if" or "whether" opens."""
    clauses = [place for place in (at, *tree.above(at)) if tree.base(place) in ("advcl", "ccomp")]
    return any(tree.words_below(place, "mark") & _CONDITIONS for place in clauses)


def _is_alleged(tree: Tree, at: int) -> bool:
    """True for what somebody alleges or believes."""
    return tree.base(at) in ("ccomp", "xcomp") and tree.tokens[tree.head(at)].lemma in _ALLEGING


def _judge_dependent(tree: Tree, predicate: Predicate) -> tuple[Status, Tense | None]:
    """Judge an infinitive, gerund or bare participle by the word that governs it.

    What was planned in the past ("agreed to open") has tense past: whether it came about by now is not said.
    """
    at = predicate.at
    while tree.base(at) == "conj":
        at = tree.head(at)
    head = tree.head(at)
    if head < 0:
        return ("planned", "future") if predicate.form == "infinitive" else ("actual", None)
    lemma = tree.tokens[head].lemma
    if tree.base(at) in ("acl", "amod") and predicate.form != "infinitive":
        return "actual", None
    above = read_predicate(tree, head)
    if lemma in _FAILING and tree.base(at) in ("xcomp", "ccomp", "advcl", "acl"):
        return "denied", "past"
    if predicate.form == "infinitive":
        if lemma in _THREATENING:
            return "threatened", "future"
        purpose = tree.base(at) in ("advcl", "csubj") or tree.tokens[at].upos == "AUX"
        if lemma in _PLANNING | PLAN_NOUNS or purpose or _is_to_be(tree, at):
            return "planned", "past" if above.tense == "past" else "future"
    if above.negated or tree.tokens[head].upos not in ("VERB", "AUX"):
        return ("planned", "future") if predicate.form == "infinitive" else ("actual", None)
    return judge_status(tree, head, above)


def _is_to_be(tree: Tree, at: int) -> bool:
    """True for "the talks are to begin"."""
    return any(tree.tokens[child].lemma == "be" for child in tree.below(at, "cop", "aux")) or (
        tree.tokens[tree.head(at)].lemma == "be"
    )


def _judge_noun(tree: Tree, at: int) -> tuple[Status, Tense | None]:
    """A noun names a happening that took place, unless a plan, a threat or a negation governs it; one that a light verb
    holds has the verb's status ("will hold talks")."""
    if tree.words_below(at, "det", "advmod") & {"no"} or "without" in tree.words_below(at, "case"):
        return "denied", None
    own = tree.words_below(at, "amod", "compound")
    if own & _NOT_YET:
        return "planned", None
    if own & _UNSURE:
        return "possible", None
    head = tree.head(at)
    if head < 0:
        return "actual", None
    lemma, verbal = tree.tokens[head].lemma, tree.tokens[head].upos in ("VERB", "AUX")
    if lemma in PLAN_NOUNS and tree.base(at) in ("nmod", "compound") and not verbal:
        return "planned", None
    held = tree.base(at) == "obj" or tree.tokens[at].relation == "nsubj:pass"
    if not (verbal and held):
        return "actual", None
    if is_light(lemma):
        return judge_status(tree, head, read_predicate(tree, head))
    if tree.words_below(at, "det") & _PRESUPPOSING or tree.below(at, "nmod:poss"):
        return "actual", None
    if lemma in _THREATENING:
        return "threatened", None
    if lemma in _FAILING:
        return "denied", None
    return ("planned", None) if lemma in _PLANNING else ("actual", None)


def join_status(told: Status, seen: Mapping[str, float] | None) -> Status:
    """Return the status of an event from what its words tell and what the network sees; a threat is a plan to it."""
    if seen is None:
        return told
    chances: dict[Status, float] = {
        "actual": seen["actual"],
        "planned": seen["planned"],
        "possible": seen["possible"] + seen["hypothetical"],
        "denied": seen["denied"],
    }
    chances["planned" if told == "threatened" else told] += TOLD_WEIGHT
    best = max(chances, key=lambda status: chances[status])
    return told if told == "threatened" and best != "actual" else best
