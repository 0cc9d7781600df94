"""Resolves days that count from an event: "three days after withdrawing", "a day before the vote".

The event's day must be plain: all other mentions of its word in the article that have a sure day give the same one.
Weeks and more are counted too roughly to be worth a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dateline.dates import cut, parse_cut
from dateline.events.calendar import find_interval
from dateline.events.clues import Clue
from dateline.events.sureness import rate
from dateline.model import EventMention, TimeReference

_LINK = re.compile(r"\s*(?:after|before|following)(?:\s+[\w'’.-]+){0,2}\s+", re.IGNORECASE)
"""What may stand between the time and the event that it counts from; more words may hold another event."""
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
    base = _find_day(event, events, by_id) if event and event.sentence_id == clue.expression.sentence_id else None
    found = find_interval(meaning, base, None) if base else None
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
