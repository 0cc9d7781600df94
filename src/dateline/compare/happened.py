"""Finds happenings that one report denies, or only announces, and another tells as done."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.compare.phrasing import say_day
from dateline.compare.view import StoryView
from dateline.compare.wordlists import word_set
from dateline.dates import day_of
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, Event, EventMention, Side, Verdict
from dateline.settings import CompareSettings

_COMMON = word_set(
    "say tell announce report add state be have do make take give get go come know think believe want need use see "
    "show call ask continue begin start try seem expect hope plan decide agree happen include"
)
"""Triggers too common for two mentions to be one occurrence by their word."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of a happening in an article, with how sure the article is of it, and who says so there."""

    event: Event
    trigger: EventMention
    written: str | None
    speaker: str | None
    cite: Cite


def find_status_changes(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every happening denied or planned by an earlier report and done in a later one, and for
    every one that named speakers affirm and deny on the same day.
    """
    del settings
    for happening_id, tellings in sorted(_gather(view).items()):
        done = [t for t in tellings if t.event.status == "actual"]
        for status in ("denied", "planned"):
            other = [t for t in tellings if t.event.status == status]
            found = _compare(happening_id, done, other, view) if done and other else None
            if found is not None:
                yield found
                break


def _gather(view: StoryView) -> dict[str, list[Telling]]:
    triggers = {t.event_id: t for row in view.triggers.values() for t in row}
    tellings: dict[str, list[Telling]] = defaultdict(list)
    for event_id, event in sorted(view.events.items()):
        trigger = triggers.get(event_id)
        if trigger is None or trigger.lemma in _COMMON or trigger.sentence_id not in view.sentences:
            continue
        sentence = view.sentences[trigger.sentence_id]
        if not sentence.start <= trigger.start < trigger.end <= sentence.end:
            continue
        claim = view.find_claim(trigger.article_id, trigger.start, trigger.end)
        tellings[event.happening_id].append(
            Telling(
                event=event,
                trigger=trigger,
                written=view.written(trigger.article_id),
                speaker=claim.speaker if claim is not None else None,
                cite=view.cite(sentence, trigger.start, trigger.end),
            )
        )
    return tellings


def _compare(happening_id: str, done: list[Telling], other: list[Telling], view: StoryView) -> Discrepancy | None:
    lemmas = {t.trigger.lemma for t in other}
    done = [t for t in done if t.trigger.lemma in lemmas]
    apart = {view.origin(t.event.article_id) for t in done} - {view.origin(t.event.article_id) for t in other}
    if not done or not apart:
        return None
    latest = max((t.written or "")[:10] for t in other)
    earliest = min((t.written or "9")[:10] for t in done)
    if day_of(latest) is not None and day_of(earliest) is not None and latest < earliest:
        return _make(happening_id, "update", other, done, view)
    speakers = [{t.speaker for t in side if t.speaker} for side in (done, other)]
    disputed = other[0].event.status == "denied" and speakers[0] and speakers[1] and not speakers[0] & speakers[1]
    if disputed and latest == earliest and all(not t.trigger.noun for t in (*done, *other)):
        return _make(happening_id, "conflict", other, done, view)
    return None


def _make(
    happening_id: str, verdict: Verdict, other: list[Telling], done: list[Telling], view: StoryView
) -> Discrepancy:
    status = other[0].event.status
    told = {"denied": "not so", "planned": "still to come"}[status]
    sides = (_make_side(other, view), _make_side(done, view))
    if verdict == "update":
        days = min(t.written or "" for t in other), min(t.written or "" for t in done)
        early, late = (say_day(day[:10]) for day in days)
        why = f"Told as {told} on {early}, as done on {late}: the later report replaces the earlier."
    else:
        why = f"{sides[1].said_by} says it is so, {sides[0].said_by} that it is not."
    return Discrepancy(
        discrepancy_id=content_id("status", view.story_id, happening_id, status),
        story_id=view.story_id,
        kind="status" if verdict == "update" else "polarity",
        about=view.happenings[happening_id].text if happening_id in view.happenings else sides[1].says,
        verdict=verdict,
        severity=2,
        why=why,
        sides=sides,
    )


def _make_side(tellings: list[Telling], view: StoryView) -> Side:
    ordered = sorted(tellings, key=lambda t: (t.written or "", t.cite))
    first = ordered[0]
    text = view.articles[first.cite.article_id].text
    clause = text[first.trigger.clause[0] : first.trigger.clause[1]]
    speakers = sorted({t.speaker for t in ordered if t.speaker})
    outlets = sorted({name for t in ordered if (name := view.outlet(t.event.article_id))})
    return Side(
        says=" ".join((clause or first.cite.quote).split()),
        said_by=", ".join((speakers or outlets)[:3]) or None,
        origins=len({view.origin(t.event.article_id) for t in ordered}),
        cites=tuple(sorted({t.cite for t in ordered})),
    )
