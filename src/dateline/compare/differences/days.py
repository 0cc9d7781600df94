"""Finds deeds done once to one person that independent reports put on two different days, each in so many words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.compare.phrasing import say_day
from dateline.compare.view import StoryView
from dateline.dates import days_between, parse_cut
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, Event, EventMention, Side, TimeReference
from dateline.settings import CompareSettings

_ONCE: dict[str, str] = {
    "die": "either",
    "born": "actor",
    "resign": "actor",
    "kill": "target",
    "arrest": "target",
    "kidnap": "target",
    "convict": "target",
    "sentence": "target",
    "acquit": "target",
    "extradite": "target",
    "nominate": "target",
}
"""Trigger lemma → whose deed it is (``either``: of the one it befalls, else of who does it). What happens to a person
hardly twice within one story."""
_NOUNS = {
    "die": "death",
    "born": "birth",
    "resign": "resignation",
    "kill": "killing",
    "arrest": "arrest",
    "kidnap": "kidnapping",
    "convict": "conviction",
    "sentence": "sentencing",
    "acquit": "acquittal",
    "extradite": "extradition",
    "nominate": "nomination",
}
_NEAR, _FAR = 2, 60
"""Days apart: one is a night or a time zone, and beyond two months the deed may have been done twice."""


@dataclass(frozen=True, slots=True)
class Dated:
    """One report's explicit day for a deed."""

    day: str
    origin: str
    article_id: str
    words: str
    cite: Cite


def find_day_disputes(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every deed of one person with two explicit days that different origins give."""
    times = {t.time_id: t for row in view.times.values() for t in row}
    told: dict[tuple[str, str], list[Dated]] = defaultdict(list)
    for row in view.triggers.values():
        for trigger in row:
            event, time = view.events.get(trigger.event_id), times.get(trigger.time_id or "")
            person = _find_person(trigger, event, view)
            if event is None or time is None or person is None or not _is_firm(event, time, settings):
                continue
            dated = _read_day(trigger, time, view)
            if dated is not None:
                told[person, trigger.lemma].append(dated)
    for (person, lemma), rows in sorted(told.items()):
        dispute = _lay_side_by_side(person, lemma, rows, view)
        if dispute is not None:
            yield dispute


def find_deed_of_one_person(trigger: EventMention, view: StoryView) -> str | None:
    """Return the person whose deed a trigger tells, where it is one that happens to a person once; else None."""
    return _find_person(trigger, view.events.get(trigger.event_id), view)


def _find_person(trigger: EventMention, event: Event | None, view: StoryView) -> str | None:
    if event is None or trigger.lemma not in _ONCE:
        return None
    roles = {"actor": event.actors, "target": event.targets, "either": event.targets or event.actors}
    bearers = set(roles[_ONCE[trigger.lemma]]) or _find_lone_person(trigger, view)
    persons = {b for b in bearers if b in view.entities and view.entities[b].kind == "PER"}
    return next(iter(persons)) if len(persons) == len(bearers) == 1 else None


def _find_lone_person(trigger: EventMention, view: StoryView) -> set[str]:
    """Return the one person named before a deed in a sentence that names no other: "Ana Roth, the painter, died"."""
    sentence = view.sentences.get(trigger.sentence_id)
    if sentence is None:
        return set()
    inside = [
        r
        for r in view.references.get(trigger.article_id, ())
        if sentence.start <= r.start and r.end <= sentence.end and r.entity_id in view.entities
    ]
    persons = {r.entity_id for r in inside if view.entities[r.entity_id].kind == "PER"}
    before = {r.entity_id for r in inside if r.end <= trigger.start}
    return persons if len(persons) == 1 and persons <= before else set()


def _is_firm(event: Event, time: TimeReference, settings: CompareSettings) -> bool:
    return (
        event.status == "actual"
        and time.anchor == "explicit"
        and time.grain == "day"
        and time.first is not None
        and time.first == time.last
        and time.confidence >= settings.day_confidence
    )


def _read_day(trigger: EventMention, time: TimeReference, view: StoryView) -> Dated | None:
    sentence = view.sentences.get(trigger.sentence_id)
    if sentence is None or sentence.kind != "body" or not sentence.start <= trigger.start < trigger.end <= sentence.end:
        return None
    words = view.articles[trigger.article_id].text[time.start : time.end]
    cite = view.cite(sentence, trigger.start, trigger.end)
    return Dated((time.first or "")[:10], view.origin(trigger.article_id), trigger.article_id, words, cite)


def _lay_side_by_side(person: str, lemma: str, dated: list[Dated], view: StoryView) -> Discrepancy | None:
    days: dict[str, list[Dated]] = defaultdict(list)
    for row in dated:
        days[row.day].append(row)
    if len(days) != 2:
        return None
    (one, first), (other, second) = sorted(days.items())
    spans = parse_cut(one), parse_cut(other)
    if spans[0] is None or spans[1] is None or not _NEAR <= days_between(spans[0], spans[1]) <= _FAR:
        return None
    if {d.origin for d in first} & {d.origin for d in second}:
        return None
    return Discrepancy(
        discrepancy_id=content_id("date", view.story_id, person, lemma, one, other),
        story_id=view.story_id,
        kind="date",
        about=f"day of the {_NOUNS[lemma]} of {view.entities[person].name}",
        verdict="conflict",
        severity=2,
        why=f"Independent reports date it to {say_day(one)} and to {say_day(other)}, both in so many words.",
        sides=tuple(_make_side(rows, view) for rows in (first, second)),
    )


def _make_side(rows: list[Dated], view: StoryView) -> Side:
    outlets = sorted({name for row in rows if (name := view.outlet(row.article_id))})
    ordered = sorted(rows, key=lambda row: row.cite)
    return view.make_side(ordered[0].words, ", ".join(outlets[:3]) or None, (row.cite for row in rows))
