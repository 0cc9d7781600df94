"""Which event a time expression belongs to: the trigger it stands nearest to, clause boundaries counted in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.language.clauses import in_main_clause, path_cost
from dateline.language.event_status import PLAN_NOUNS
from dateline.language.phrases import NOUNS, NounPhrase, VerbGroup, is_adjectival
from dateline.language.reading import Token
from dateline.language.triggers import Trigger, is_light, is_saying
from dateline.model import TimeExpression

_BOUNDING = frozenset({"until", "till", "by", "before", "after", "since", "than"})
"""Before a time these bound an event or compare it, and do not date it."""
_MOST_COST = 14
"""A time expression farther from every trigger than this is left without one: crossing two clause boundaries."""
_OPENING = 2
"""A time among the first so many tokens opens its sentence and looks ahead."""
_GOVERNED_COST = 4
"""What a preposition before an event noun weighs, in tokens."""
_OBJECT_REACH = 8
"""Tokens between a verb and the event noun that is its object: "won the nation's presidential election"."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger in its sentence: token position, what it is, and its verb group if it is a verb."""

    head: int
    trigger: Trigger
    group: VerbGroup | None


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence with all that times are attached by."""

    tokens: Sequence[Token]
    candidates: Sequence[Candidate]
    phrases: Sequence[NounPhrase]
    groups: Sequence[VerbGroup]

    @property
    def triggers(self) -> set[int]:
        """Positions of the triggers, but weak verbs that are not finite: these pass a time on."""
        return {c.head for c in self.candidates if not (c.trigger.weak and c.group and c.group.form != "finite")}

    def end_of(self, time: TimeExpression) -> int:
        """Return the position after a time expression."""
        return next((at for at, token in enumerate(self.tokens) if token.start >= time.end), len(self.tokens))


def attach_times(scene: Scene, times: Sequence[TimeExpression]) -> dict[int, str]:
    """Return the time id of each trigger that has one, by token position. What is repeated is
    dated by nothing, and a duration belongs only to what no date stands by."""
    found: dict[int, str] = {}
    for time in sorted(times, key=lambda time: time.kind == "DURATION"):
        at = next((index for index, token in enumerate(scene.tokens) if token.end > time.start), None)
        if at is None or time.kind == "SET":
            continue
        for head in _find_owners(scene, time, at):
            found.setdefault(head, time.time_id)
    return found


def _find_owners(scene: Scene, time: TimeExpression, at: int) -> list[int]:
    """Return the triggers that a time belongs to, by the first of these that tells."""
    noun = _noun_of(scene, time, at)
    if noun is not None:
        return [noun] if noun in scene.triggers else []
    if at and scene.tokens[at - 1].text.lower() in _BOUNDING:
        return []
    if (told := _told_after(scene, time)) is not None:
        return [told, *_nearest(scene, time, at)]
    opened = _opens(scene, time, at)
    return opened or _nearest(scene, time, at)


def _noun_of(scene: Scene, time: TimeExpression, at: int) -> int | None:
    """Return the noun that a time stands with: "Friday's pullout", "a May 1 deadline", "the deadline of May 1"."""
    end = scene.end_of(time)
    inside = next((p for p in scene.phrases if p.start <= at < p.end and p.head >= end), None)
    if inside is not None:
        return inside.head
    if at >= 2 and scene.tokens[at - 1].text.lower() == "of" and scene.tokens[at - 2].tag in NOUNS:
        return at - 2
    return None


def _told_after(scene: Scene, time: TimeExpression) -> int | None:
    """Return the verb that "when" or "in which" right after a time leads to: "in 2015 when she bit a soldier"."""
    end = scene.end_of(time)
    following = [token.text.lower() for token in scene.tokens[end : end + 2]]
    if following[:1] != ["when"] and following != ["in", "which"] and following != [",", "when"]:
        return None
    verbs = [candidate.head for candidate in scene.candidates if candidate.head > end and candidate.group]
    return verbs[0] if verbs and verbs[0] - end <= _MOST_COST // 2 + 1 else None


def _opens(scene: Scene, time: TimeExpression, at: int) -> list[int]:
    """Return the main verbs that a time at the head of a sentence dates: all that are joined to the first.

    Empty when the time does not open the sentence, or the first main verb is one of saying or none of an event.
    """
    end = scene.end_of(time)
    if at > _OPENING or end >= len(scene.tokens) or scene.tokens[end].text.lower() in ("after", "before"):
        return []
    finite = [g for g in scene.groups if g.start >= end and g.form == "finite" and in_main_clause(scene.tokens, g.head)]
    triggers = scene.triggers
    if not finite or finite[0].head not in triggers or is_saying(finite[0].lemma):
        return []
    joined = [finite[0].head]
    for before, group in pairwise(finite):
        if not any(token.tag == "CC" for token in scene.tokens[before.end : group.start]):
            break
        joined.append(group.head)
    return [head for head in joined if head in triggers]


def _nearest(scene: Scene, time: TimeExpression, at: int) -> list[int]:
    """Return the nearest trigger and what shares its time. Every verb takes part, so that "said on Friday" does not
    date what was said; a light verb hands the time to its object or subject ("made an announcement on Friday")."""
    inner = _compared_heads(scene, time, at)
    heads = scene.triggers | {group.head for group in scene.groups if not is_adjectival(scene.tokens, group)}
    ranked = sorted((_cost(scene, at, head), head) for head in heads if head != at and head not in inner)
    if not ranked or ranked[0][0] > _MOST_COST or _is_planned_between(scene, ranked[0][1], at):
        return []
    head = _climb(scene, ranked[0][1])
    light = next((g for g in scene.groups if g.head == head and is_light(g.lemma)), None)
    if light:
        return [noun for noun in [noun_beside(scene, light)] if noun is not None]
    return [head, *_coordinated(scene, head), *_verb_of_object(scene, head)]


def noun_beside(scene: Scene, light: VerbGroup) -> int | None:
    """Return the event noun that is a light verb's object or, of a participle or passive, its subject."""
    nouns = {candidate.head for candidate in scene.candidates if candidate.group is None}
    after = next((p.head for p in scene.phrases if p.start == light.end), None)
    before = next((p.head for p in scene.phrases if p.end == light.start), None)
    wanted = before if light.passive or light.form == "participle" else after
    return wanted if wanted in nouns else None


def _is_planned_between(scene: Scene, head: int, at: int) -> bool:
    """True when a plan stands between a trigger and a time: in "backed plans for a concert on 8 May" nothing was
    backed on 8 May."""
    return any(token.lemma in PLAN_NOUNS and token.tag in NOUNS for token in scene.tokens[head + 1 : at])


def _compared_heads(scene: Scene, time: TimeExpression, at: int) -> range:
    """Return the positions of what a time is measured from: in "hours after the pullout, he spoke" not "pullout"."""
    end = scene.end_of(time)
    marks = [token.text.lower() for token in scene.tokens[max(at, end - 1) : end + 1]]
    if not {"after", "before"} & set(marks):
        return range(0)
    comma = next((index for index in range(end, len(scene.tokens)) if scene.tokens[index].text == ","), None)
    return range(end, len(scene.tokens) if comma is None else comma)


def _cost(scene: Scene, at: int, head: int) -> int:
    """Cost from a time expression to a trigger; a phrase that opens the sentence looks ahead to the main verb.

    A noun that a preposition governs is farther off than it stands: "gave an update on the outbreak today".
    """
    tokens = scene.tokens
    cost = path_cost(tokens, at, head)
    phrase = next((p for p in scene.phrases if p.head == head), None)
    if phrase and phrase.start and tokens[phrase.start - 1].tag in ("IN", "TO"):
        cost += _GOVERNED_COST
    if at <= _OPENING and tokens[head].tag in ("VBD", "VBZ", "VBP", "MD", "VB"):
        return min(cost, _MOST_COST - 2 + (head - at) // 8)
    return cost + (2 if head > at else 0)


def _climb(scene: Scene, head: int) -> int:
    """Go from an infinitive that is no event ("returned to work") to the verb that governs it, if that is one."""
    order = [group.head for group in scene.groups]
    climbed = head
    while climbed not in scene.triggers and climbed in order:
        at = order.index(climbed)
        if not at or scene.groups[at].form == "finite":
            return climbed
        climbed = order[at - 1]
    return head if climbed in order and is_saying(scene.groups[order.index(climbed)].lemma) else climbed


def _coordinated(scene: Scene, head: int) -> list[int]:
    """Return the verb joined to this one by "and" with nothing but its own object between: they share the time."""
    order = [group.head for group in scene.groups]
    if head not in order or not order.index(head):
        return []
    before, own = scene.groups[order.index(head) - 1], scene.groups[order.index(head)]
    between = scene.tokens[before.end : own.start]
    same_form = before.form == own.form and scene.tokens[before.head].tag == scene.tokens[head].tag
    joined = any(token.tag == "CC" for token in between) and len(between) <= 4
    return [before.head] if same_form and joined and not any(token.text == "," for token in between) else []


def _verb_of_object(scene: Scene, head: int) -> list[int]:
    """Return the verb whose object an event noun is ("won the election on Saturday"): both are dated."""
    phrase = next((p for p in scene.phrases if p.head == head), None)
    if phrase is None:
        return []
    verb = next((c for c in scene.candidates if c.group and c.group.end == phrase.start), None)
    return [verb.head] if verb and head - verb.head <= _OBJECT_REACH else []
