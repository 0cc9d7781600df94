"""Finds happenings that independent reports put on two different days, each in so many words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.compare.phrasing import say_day
from dateline.compare.view import StoryView
from dateline.dates import days_between, parse_cut
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, Event, EventMention, Happening, Side, TimeReference
from dateline.settings import CompareSettings

_DATED = ("day",)


@dataclass(frozen=True, slots=True)
class Dated:
    """One report's explicit day for a happening."""

    day: str
    origin: str
    article_id: str
    words: str
    cite: Cite


def find_day_disputes(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every happening that two origins put on explicit days over one apart."""
    triggers = {t.event_id: t for row in view.triggers.values() for t in row}
    times = {t.time_id: t for row in view.times.values() for t in row}
    for happening in sorted(view.happenings.values(), key=lambda h: h.happening_id):
        dated = _read_days(happening, triggers, times, view, settings)
        dispute = _lay_side_by_side(happening, dated, view)
        if dispute is not None:
            yield dispute


def _read_days(
    happening: Happening,
    triggers: dict[str, EventMention],
    times: dict[str, TimeReference],
    view: StoryView,
    settings: CompareSettings,
) -> list[Dated]:
    found = []
    for event_id in sorted(happening.events):
        event, trigger = view.events.get(event_id), triggers.get(event_id)
        time = times.get(trigger.time_id or "") if trigger is not None else None
        if event is None or trigger is None or time is None or not _is_firm(event, time, settings):
            continue
        sentence = view.sentences.get(trigger.sentence_id)
        if sentence is not None and sentence.kind == "body" and sentence.start <= trigger.start:
            words = view.articles[event.article_id].text[time.start : time.end]
            cite = view.cite(sentence, trigger.start, trigger.end)
            origin = view.origin(event.article_id)
            found.append(Dated((time.first or "")[:10], origin, event.article_id, words, cite))
    return found


def _is_firm(event: Event, time: TimeReference, settings: CompareSettings) -> bool:
    return (
        event.status == "actual"
        and time.anchor == "explicit"
        and time.grain in _DATED
        and time.first is not None
        and time.first == time.last
        and time.confidence >= settings.day_confidence
    )


def _lay_side_by_side(happening: Happening, dated: list[Dated], view: StoryView) -> Discrepancy | None:
    days: dict[str, list[Dated]] = defaultdict(list)
    for row in dated:
        days[row.day].append(row)
    if len(days) != 2:
        return None
    (one, first), (other, second) = sorted(days.items())
    spans = parse_cut(one), parse_cut(other)
    if spans[0] is None or spans[1] is None or days_between(spans[0], spans[1]) < 2:
        return None
    if {d.origin for d in first} & {d.origin for d in second}:
        return None
    sides = tuple(_make_side(rows, view) for rows in (first, second))
    return Discrepancy(
        discrepancy_id=content_id("date", view.story_id, happening.happening_id, one, other),
        story_id=view.story_id,
        kind="date",
        about=f"day of: {happening.text}",
        verdict="conflict",
        severity=2,
        why=f"Independent reports date it to {say_day(one)} and to {say_day(other)}, both in so many words.",
        sides=sides,
    )


def _make_side(rows: list[Dated], view: StoryView) -> Side:
    outlets = sorted({name for row in rows if (name := view.outlet(row.article_id))})
    return Side(
        says=rows[0].words,
        said_by=", ".join(outlets[:3]) or None,
        origins=len({row.origin for row in rows}),
        cites=tuple(sorted({row.cite for row in rows})),
    )
