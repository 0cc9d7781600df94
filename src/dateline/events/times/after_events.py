"""Resolves days that count from an event: "three days after withdrawing", "a day before the vote".

The event's day must be plain: all other mentions of its word in the article that have a sure day give the same one.
Weeks and more are counted too roughly to be worth a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dateline.dates import Interval, cut, parse_cut
from dateline.events.times.calendar import find_interval
from dateline.events.times.clues import Clue
from dateline.events.times.sureness import rate
from dateline.model import EventMention, TimeReference

_LINK = re.compile(r"\s*(?:after|before|following)(?:\s+[\w'’.-]+){0,2}\s+", re.IGNORECASE)
"""What may stand between the time and the event that it counts from; more words may hold another event."""
_FEW_DAYS = 7
"""Days counted at most from an event of which only the month is told."""
_LEAST_SURE = 0.7
"""Confidence that the event's day must have."""


def anchor_to_events(
    references: Sequence[TimeReference],
    clues: Sequence[Clue],
    events: Iterable[EventMention],
    text: str,
    written: date | None,
) -> list[TimeReference]:
    """Return an article's references, those that count from an event of a plain day resolved.

    ``text`` is the article's, ``written`` the last day on which it may have been written.
    """
    ordered = sorted(events, key=lambda event: (event.start, event.end))
    by_id = {reference.time_id: reference for reference in references}
    clue_of = {clue.expression.time_id: clue for clue in clues}
    resolved = []
    for reference in references:
        clue = clue_of[reference.time_id]
        found = _resolve(reference, clue, _find_event(reference, ordered, text), ordered, by_id)
        last = parse_cut(found.last)
        ahead = written is not None and last is not None and last.last > written and not clue.ahead
        resolved.append(reference if ahead else found)
    return resolved


def _find_event(reference: TimeReference, events: Sequence[EventMention], text: str) -> EventMention | None:
    """Return the event right behind "three days after"; None when more than a word or two lie between."""
    event = next((event for event in events if event.start >= reference.end), None)
    return event if event and _LINK.fullmatch(text[reference.end : event.start]) else None


def _resolve(
    reference: TimeReference,
    clue: Clue,
    event: EventMention | None,
    events: Sequence[EventMention],
    by_id: dict[str, TimeReference],
) -> TimeReference:
    """Resolve one open reference; return it as it is when its event has no plain day."""
    meaning = clue.expression.meaning
    counts = clue.expression.kind == "DURATION" and meaning.form == "offset" and meaning.anchor == "narrative"
    if reference.first is not None or not counts or meaning.unit != "day" or meaning.modifier is not None:
        return reference
    near = event is not None and event.sentence_id == clue.expression.sentence_id
    base = _find_day(event, events, by_id) if event and near else None
    found = find_interval(meaning, base, None) if base else None
    if event is not None and near and found is None:
        return _count_from_month(reference, meaning.amount, _find_month(event, events, by_id), event.lemma)
    if event is None or base is None or found is None:
        return reference
    return replace(
        reference,
        first=cut(found.first, found.grain),
        last=cut(found.last, found.grain),
        grain=found.grain,
        confidence=round(rate(meaning, None, found, base) * _LEAST_SURE, 3),
        why=f"counted from the “{event.lemma}” of {cut(base, 'day')}",
    )


def _find_day(event: EventMention, events: Sequence[EventMention], by_id: dict[str, TimeReference]) -> date | None:
    """Return the one day that the other mentions of an event's word give; None when they give none, or several."""
    days = set()
    for other in events:
        time = by_id.get(other.time_id or "") if other.lemma == event.lemma and other is not event else None
        if time is None or time.first is None or time.confidence < _LEAST_SURE:
            continue
        first, last = parse_cut(time.first), parse_cut(time.last)
        if first is None or last is None or first.first != last.last or other.status != "actual":
            return None
        days.add(first.first)
    return next(iter(days)) if len(days) == 1 else None


def _count_from_month(
    reference: TimeReference, amount: float | None, month: Interval | None, lemma: str
) -> TimeReference:
    """Resolve a few days from an event of which only the month is told to that month: most likely they are in it."""
    if month is None or amount is None or abs(amount) > _FEW_DAYS:
        return reference
    return replace(
        reference,
        first=cut(month.first, "month"),
        last=cut(month.last, "month"),
        grain="month",
        confidence=round(_LEAST_SURE * (1 - abs(amount) / month.days), 3),
        why=f"counted from the “{lemma}” of {cut(month.first, 'month')}, whose day is not told",
    )


def _find_month(
    event: EventMention, events: Sequence[EventMention], by_id: dict[str, TimeReference]
) -> Interval | None:
    """Return the one month that the other mentions of an event's word give, none of them finer or another."""
    months = set()
    for other in events:
        time = by_id.get(other.time_id or "") if other.lemma == event.lemma and other is not event else None
        if time is None or time.first is None or time.confidence < _LEAST_SURE:
            continue
        first = parse_cut(time.first)
        if first is None or time.grain != "month" or other.status != "actual":
            return None
        months.add(first)
    return next(iter(months)) if len(months) == 1 else None
