"""Finds deeds done once to one person that independent reports put in two towns or states, or give to two doers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.compare.differences.days import find_deed_of_one_person
from dateline.compare.view import StoryView
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, DiscrepancyKind, EventMention, Mention, Side
from dateline.settings import CompareSettings

_WHERE = ("in", "at")
"""Prepositions by which a text says where a thing was; "near" and "from" say where it was not."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One report's place, or doer, for a deed: the entity, its name, and where that stands."""

    entity_id: str
    name: str
    sort: str
    origin: str
    article_id: str
    cite: Cite


def find_place_disputes(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every deed of one person with two places, or two doers, that different origins give."""
    del settings
    places: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    doers: dict[tuple[str, str], list[Placed]] = defaultdict(list)
    for row in view.triggers.values():
        for trigger in row:
            person = find_deed_of_one_person(trigger, view)
            if person is None or view.events[trigger.event_id].status != "actual":
                continue
            place, doer = _find_place(trigger, view), _find_doer(trigger, person, view)
            if place is not None:
                places[person, trigger.lemma].append(place)
            if doer is not None:
                doers[person, trigger.lemma].append(doer)
    for kind, told in (("place", places), ("who", doers)):
        for (person, lemma), rows in sorted(told.items()):
            found = _lay_side_by_side(kind, person, lemma, rows, view)  # type: ignore[arg-type]
            if found is not None:
                yield found


def _find_place(trigger: EventMention, view: StoryView) -> Placed | None:
    """Return the town or state that a deed's clause puts it in; None where it names none or several of one sort."""
    text = view.articles[trigger.article_id].text
    inside = [
        m
        for m in view.mentions.get(trigger.sentence_id, ())
        if trigger.clause[0] <= m.start and m.end <= trigger.clause[1] and m.kind == "GPE" and m.start > trigger.start
    ]
    named = [m for m in inside if text[max(0, m.start - 4) : m.start].split()[-1:] in ([word] for word in _WHERE)]
    if len(named) != 1 or not named[0].known:
        return None
    return _make_placed(named[0], named[0].known.split(":")[0], trigger, view)


def _find_doer(trigger: EventMention, person: str, view: StoryView) -> Placed | None:
    """Return the one named person whose deed it is; None where there is none, or it is the one that it befell."""
    actors = [e for e in view.events[trigger.event_id].actors if e != person]
    if len(actors) != 1 or actors[0] not in view.entities or view.entities[actors[0]].kind != "PER":
        return None
    for mention in view.mentions.get(trigger.sentence_id, ()):
        entity = view.find_entity(mention.article_id, mention.start, mention.end)
        if entity is not None and entity.entity_id == actors[0]:
            return _make_placed(mention, "person", trigger, view)
    return None


def _make_placed(mention: Mention, sort: str, trigger: EventMention, view: StoryView) -> Placed | None:
    sentence = view.sentences.get(trigger.sentence_id)
    entity = view.find_entity(mention.article_id, mention.start, mention.end)
    if sentence is None or sentence.kind != "body" or entity is None:
        return None
    cite = view.cite(sentence, mention.start, mention.end)
    return Placed(entity.entity_id, entity.name, sort, view.origin(mention.article_id), mention.article_id, cite)


def _lay_side_by_side(
    kind: DiscrepancyKind, person: str, lemma: str, rows: list[Placed], view: StoryView
) -> Discrepancy | None:
    groups: dict[str, list[Placed]] = defaultdict(list)
    for row in rows:
        groups[row.entity_id].append(row)
    if len(groups) != 2 or len({row.sort for row in rows}) != 1:
        return None
    one, other = sorted(groups.values(), key=lambda group: (-len(group), group[0].entity_id))
    if {row.origin for row in one} & {row.origin for row in other}:
        return None
    name = view.entities[person].name
    return Discrepancy(
        discrepancy_id=content_id(kind, view.story_id, person, lemma, *sorted(groups)),
        story_id=view.story_id,
        kind=kind,
        about=f"{'where' if kind == 'place' else 'by whom'}: {lemma}, {name}",
        verdict="conflict",
        severity=2,
        why=f"Independent reports name {one[0].name} and {other[0].name}, both in so many words.",
        sides=tuple(_make_side(group, view) for group in (one, other)),
    )


def _make_side(rows: list[Placed], view: StoryView) -> Side:
    outlets = sorted({name for row in rows if (name := view.outlet(row.article_id))})
    return view.make_side(rows[0].name, ", ".join(outlets[:3]) or None, (row.cite for row in rows))
