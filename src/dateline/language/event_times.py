"""Which event a time expression belongs to: the word that it hangs on in the tree, or what that word stands for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.language.clauses import Predicate
from dateline.language.event_roles import find_subject
from dateline.language.event_status import PLAN_NOUNS, judge_status
from dateline.language.reading import SeenEvent
from dateline.language.tree import Tree
from dateline.language.triggers import Trigger, is_announcing, is_light
from dateline.model import TimeExpression

LEAST_TIME = 0.6
"""Least probability of a time that the network sees and the tree does not: from .5 to .6 the precision of times rises
by .045 and recall falls by .016 (evals/eval_events.py, dev)."""
_SURE = 0.5
"""Probability from which a word is an event by itself and not only where a time stands by it."""
_BOUNDING = frozenset({"until", "till", "by", "before", "after", "since", "than"})
"""Before a time these bound an event or compare it, and do not date it."""
_FROM_THEN = frozenset({"after", "before", "since", "following"})
"""Between a length of time and what it is measured from: "hours after the pullout"."""
_NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM"})
_CLIMBED = frozenset({"xcomp", "obj", "obl", "nsubj", "nmod", "conj", "appos", "iobj", "fixed", "flat", "advmod"})
"""Relations over which a time is handed up from a word that is no event."""
_NEAR = frozenset({"nsubj", "obj", "conj"})
_APART = frozenset({"nmod", "obl", "xcomp", "acl", "advcl"})
"""Relations of words that need not have the time of the word that they hang on: no "outbreak" in "gave an update on the
outbreak", no "open" in "agreed to open"."""
_RUNNING = frozenset("begin start end continue resume occur happen conclude finish last erupt".split())
"""Verbs that tell when their subject was: "the conflict started on Sunday"."""
_PERCEIVING = frozenset("film record photograph see catch capture spot show hear notice".split())
"""Verbs that have the time of what somebody was perceived doing: "was filmed in May kicking a guard"."""
_WITHIN = frozenset({"in", "during", "at"})
"""Before an event noun these say that what it hangs on took place in its course: "arrested in a raid on Friday"."""
_PLAINNESS = {"calendar": 0, "weekday": 1, "period": 2, "offset": 3}
"""Which form of time dates an event that several hang on: "eight months ago, on Nov. 13"."""
_MOST_STEPS = 4
"""Words over which a time is handed up at most."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger in its sentence: token position, what it is, its verb form if it has one, and what the network sees."""

    head: int
    trigger: Trigger
    predicate: Predicate | None
    seen: SeenEvent | None

    @property
    def score(self) -> float:
        """How likely the network holds it for an event."""
        return self.seen.score if self.seen else 0.0


@dataclass(frozen=True, slots=True)
class Dated:
    """The time of a trigger, the position of its top word, and the word that this hangs on."""

    time: TimeExpression
    top: int
    holder: int


def attach_times(tree: Tree, candidates: Mapping[int, Candidate], times: Sequence[TimeExpression]) -> dict[int, Dated]:
    """Return the time of each trigger that has one, by token position. What is repeated or vague ("now") dates nothing,
    and what says less belongs only to what nothing plainer stands by."""
    found: dict[int, Dated] = {}
    held: list[Dated] = []
    for time in sorted(times, key=lambda time: (_PLAINNESS.get(time.meaning.form, len(_PLAINNESS)), time.start)):
        places = [at for at, token in enumerate(tree.tokens) if token.end > time.start and token.start < time.end]
        if not places or time.meaning.form in ("set", "vague") or _is_bound(tree, places[0], places[-1] + 1):
            continue
        top = tree.top_of(places[0], places[-1] + 1)
        held.append(Dated(time, top, tree.head(top)))
        for head in find_owners(tree, candidates, places[0], places[-1] + 1):
            found.setdefault(head, held[-1])
    for dated in held:
        for head in _find_seen(tree, candidates, dated, alone=len(held) == 1):
            found.setdefault(head, dated)
    return found


def _find_seen(tree: Tree, candidates: Mapping[int, Candidate], dated: Dated, *, alone: bool) -> list[int]:
    """Return the triggers to which the network gives a time: where it stands not alone in its sentence, of those that
    hang on the word that the time hangs on."""
    time, near = dated.time, {dated.holder, dated.top}
    return [
        at
        for at, candidate in candidates.items()
        for role, (start, end), score in (candidate.seen.roles if candidate.seen else ())
        if role == "time" and score >= LEAST_TIME and start < time.end and time.start < end
        if (alone and tree.base(at) not in _APART) or at in near or (tree.head(at) in near and tree.base(at) in _NEAR)
        if not _is_planned_between(tree, at, dated.top) and not _is_of_plan(tree, dated)
    ]


def _is_of_plan(tree: Tree, dated: Dated) -> bool:
    """True for "a May 1 deadline": the time is the plan's, not the time of its making."""
    return dated.holder >= 0 and tree.tokens[dated.holder].lemma in PLAN_NOUNS


def _is_bound(tree: Tree, start: int, end: int) -> bool:
    """True where a word before a time makes it a bound: "until Friday", not "after Friday's vote"."""
    top = tree.top_of(start, end)
    before = [tree.word(at) for at in range(max(0, start - 2), start)]
    if tree.words_below(top, "case", "mark") & _BOUNDING:
        return True
    return not _is_attributive(tree, top) and (bool(set(before[-1:]) & _BOUNDING) or before == ["as", "of"])


def find_owners(tree: Tree, candidates: Mapping[int, Candidate], start: int, end: int) -> list[int]:
    """Return the triggers that the time at ``start:end`` belongs to."""
    top = tree.top_of(start, end)
    told = [child for child in tree.below(top, "acl") if child in candidates and child >= end]
    opener = next((at for at in range(end, len(tree.tokens)) if tree.word(at) != ","), end - 1)
    if tree.word(opener) == "when" and tree.head(opener) in candidates and tree.head(opener) not in told:
        told.append(tree.head(opener))
    head = tree.head(top)
    if head >= end and any(end - 1 <= at < head for at in _measuring(tree, head)):
        head = tree.head(head)
    return [*told, *_climb(tree, candidates, head, start, attributive=_is_attributive(tree, top))]


def _measuring(tree: Tree, head: int) -> list[int]:
    """Return the words that open a phrase or clause as what a time is measured from."""
    return [child for child in tree.below(head, "case", "mark") if tree.word(child) in _FROM_THEN]


def _is_attributive(tree: Tree, top: int) -> bool:
    """True for "Friday's order", "a May 1 deadline", "the deadline of May 1": the time is part of the noun's name."""
    head = tree.head(top)
    if head < 0 or tree.tokens[head].upos not in _NOUNS:
        return False
    cases = tree.words_below(top, "case")
    return top < head or bool(cases & {"of", "'s", "’s"})


def _climb(tree: Tree, candidates: Mapping[int, Candidate], head: int, start: int, *, attributive: bool) -> list[int]:
    """Go up from the word that a time hangs on to the first that is an event, or stands for one."""
    for _ in range(_MOST_STEPS):
        if head < 0:
            return []
        weak = head not in candidates or candidates[head].score < _SURE
        if weak and tree.tokens[head].upos not in _NOUNS:
            held = _held_noun(tree, candidates, head)
            joined = [child for child in tree.below(head, "conj") if child in candidates and start < head]
            if held is not None or (joined and head not in candidates):
                return [*joined, *(() if held is None else (held,))]
        if head in candidates and not (weak and _passes_on(tree, candidates[head])):
            if _is_planned_between(tree, head, start) or _is_of_content(tree, head, start):
                return []
            return [head, *(() if attributive else _sharing(tree, candidates, head, start))]
        if attributive or tree.tokens[head].lemma in PLAN_NOUNS or tree.base(head) not in _CLIMBED:
            return []
        if tree.words_below(head, "case") & (_BOUNDING | _FROM_THEN):
            return []
        head = tree.head(head)
    return []


def _is_of_content(tree: Tree, head: int, start: int) -> bool:
    """True for a time behind what somebody is told to have said: in "confirmed that papers came last year" nothing was
    confirmed last year."""
    announcing = is_announcing(tree.tokens[head].lemma) or tree.tokens[head].lemma == "confirm"
    return announcing and any(head < child < start for child in tree.below(head, "ccomp"))


def _is_planned_between(tree: Tree, head: int, start: int) -> bool:
    """True when a plan stands between a trigger and a time: in "backed plans for a concert on 8 May" nothing was
    backed on 8 May. What hangs on the trigger behind the plan parts the two: "told of the plan during talks on Friday".
    """
    between = [at for at in range(head + 1, start) if tree.tokens[at].upos == "NOUN"]
    plans = [at for at in between if tree.tokens[at].lemma in PLAN_NOUNS]
    return any(not any(plan < child < start for child in tree.below(head, "obl")) for plan in plans)


def _passes_on(tree: Tree, candidate: Candidate) -> bool:
    """True for a verb that hangs on another, and where it is a weak event passes its time on: "returned to work"; not
    for what is planned ("agreed to work on Sunday")."""
    if not candidate.trigger.weak or candidate.predicate is None or candidate.predicate.form in ("finite", "none"):
        return False
    return judge_status(tree, candidate.head, candidate.predicate)[0] == "actual"


def _held_noun(tree: Tree, candidates: Mapping[int, Candidate], verb: int) -> int | None:
    """Return the event noun that a verb holds which is no event itself: "made an announcement", "unrest went on"."""
    held = tree.below(verb, "obj") if is_light(tree.tokens[verb].lemma) else []
    subject = find_subject(tree, verb)
    nouns = [*held, *(() if subject is None else (subject,))]
    return next((at for at in nouns if at in candidates and candidates[at].predicate is None), None)


def _sharing(tree: Tree, candidates: Mapping[int, Candidate], head: int, start: int) -> list[int]:
    """Return the triggers that share a time with the one that it hangs on: verbs joined to it where the time comes
    before all of them ("On Friday they packed and left") or after all of them, and the event noun that it has for its
    object ("won the election on Saturday")."""
    found = [child for child in tree.below(head, "obj") if child in candidates and candidates[child].predicate is None]
    if candidates[head].predicate is None:
        above = tree.head(head)
        within = tree.base(head) == "obl" and bool(tree.words_below(head, "case") & _WITHIN)
        return [above] if (tree.base(head) == "obj" or within) and above in candidates and above < start else []
    if tree.tokens[head].lemma in _PERCEIVING:
        seen = [child for child in tree.below(head, "advcl", "xcomp") if tree.tokens[child].tag == "VBG"]
        found += [each for child in seen for each in (child, *tree.below(child, "conj")) if each in candidates]
    joined = [child for child in tree.below(head, "conj") if child in candidates]
    found += _find_speaking(tree, candidates, head)
    if tree.tokens[head].lemma in _RUNNING:
        found += [child for child in tree.below(head, "nsubj") if child in candidates]
    if start < head:
        found += joined
    first = tree.head(head)
    if tree.base(head) == "conj" and first in candidates and start > head and not _parted(tree, first, head):
        found.append(first)
    return found


def _find_speaking(tree: Tree, candidates: Mapping[int, Candidate], head: int) -> list[int]:
    """Return the verb of saying whose words came in what a participle dates: "said in a letter sent on Monday"."""
    if tree.base(head) != "acl" or tree.base(tree.head(head)) != "obl":
        return []
    verb = tree.head(tree.head(head))
    return [verb] if verb in candidates and is_announcing(tree.tokens[verb].lemma) else []


def _parted(tree: Tree, first: int, second: int) -> bool:
    """True when a comma or a subject of its own parts a joined verb from the first."""
    comma = any(token.text == "," for token in tree.tokens[first + 1 : second])
    return comma or second - first > _MOST_STEPS + 1 or bool(tree.below(second, "nsubj"))
