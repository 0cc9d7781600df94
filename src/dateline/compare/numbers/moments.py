"""When an answer holds: the days that its sentence names, and the day as of which its number is told."""

from __future__ import annotations

import re

from dateline.compare.numbers.intervals import is_timeless
from dateline.compare.numbers.predicates import BY_NAME
from dateline.compare.view import StoryView
from dateline.dates import Interval, add_days, day_of, span_of
from dateline.model import EventMention, Quantity, Sentence, TimeReference
from dateline.settings import CompareSettings

_TOLD = re.compile(r"\b(?:said|says|announced|reported|confirmed|stated|told \w+)\s+(?:(?:on|late|early)\s+)*$", re.I)
_RUNNING = re.compile(
    r"\b(?:toll|tally|total|so far|since|altogether|in all|rose|risen?|rises|climb\w*|bring\w*|brought|increas\w+"
    r"|rais\w+|revis\w+|count|number of|reached|now|already|after|days?|weeks?)\b",
    re.I,
)
"""Words of a count that is kept over days; a day beside it dates its state, or its telling."""
_TELLING_DAYS = 4
"""A report is written within days of the telling that it reports."""
_LONG_AGO = 200
"""Days after which a count is history; tolls and losses are still corrected within half a year."""
_DAYS = ("day", "hour", "minute")


def find_times(sentence: Sentence, trigger: EventMention | None, view: StoryView) -> tuple[TimeReference, ...]:
    """Return the dated time references of a number's sentence, the clause's own first."""
    times = [
        t
        for t in view.times.get(sentence.article_id, ())
        if sentence.start <= t.start and t.end <= sentence.end and t.first is not None
    ]
    clause = trigger.clause if trigger is not None else (sentence.start, sentence.end)
    return tuple(sorted(times, key=lambda t: (not (clause[0] <= t.start and t.end <= clause[1]), t.start, t.time_id)))


def find_past(times: tuple[TimeReference, ...], written: str | None, settings: CompareSettings) -> Interval | None:
    """Return the days, weeks before the writing, that a number's sentence names; None where it names none."""
    day = day_of(written)
    first = add_days(day, -settings.recent_days) if day is not None else None
    spans = [span_of(time.first, time.last) for time in times]
    return next((s for s in spans if s is not None and (first is None or s.last < first)), None)


def is_long_ago(past: Interval | None, written: str | None) -> bool:
    """Whether days lie so far before the writing that nothing new is heard of them."""
    day = day_of(written)
    return past is not None and day is not None and (day - past.last).days > _LONG_AGO


def find_recent(written: str | None, settings: CompareSettings) -> Interval | None:
    """Return the days that a number can be about whose sentence names no older ones; None for an undated report."""
    day = day_of(written)
    first = add_days(day, -settings.recent_days) if day is not None else None
    last = add_days(day, settings.ahead_days) if day is not None else None
    return Interval(first, last, "day") if first is not None and last is not None else None


def find_day(
    times: tuple[TimeReference, ...], trigger: EventMention | None, sentence: Sentence, text: str
) -> Interval | None:
    """Return the day on which a clause says that those counted were killed, hurt or seized; None for a running count
    ("the toll rose to 14 on Tuesday"), and where it names none, or only that of the telling.
    """
    if _RUNNING.search(text, sentence.start, sentence.end):
        return None
    clause = trigger.clause if trigger is not None else (sentence.start, sentence.end)
    for time in times:
        if not clause[0] <= time.start <= time.end <= clause[1] or _TOLD.search(
            text[max(0, time.start - 32) : time.start]
        ):
            continue
        day = _read_day(time.first, time.last, time.grain)
        if day is not None:
            return span_of(day, day)
    return None


def find_as_of(
    quantity: Quantity,
    dimension: str,
    predicates: frozenset[str],
    times: tuple[TimeReference, ...],
    trigger: EventMention | None,
    view: StoryView,
) -> str | None:
    """Return as of when an answer holds: counts of victims and the like, and a thing's measure, as of the report;
    others as of the one day that their clause names, else of their event's day, else of the report.

    A stretch ("this week", "the weekend") is no day, and a day that is still to come dates no count.
    """
    written = view.written(quantity.article_id)
    reported = any(BY_NAME[name].grows or BY_NAME[name].plain for name in predicates)
    if written and (is_timeless(dimension) or reported):
        return _find_telling_day(times, view, quantity, written[:10])
    latest = (written or "9999")[:10]
    clause = trigger.clause if trigger is not None else None
    near = sorted(times, key=lambda t: (min(abs(t.start - quantity.end), abs(quantity.start - t.end)), t.time_id))
    for time in near:
        inside = clause is None or (clause[0] <= time.start and time.end <= clause[1])
        day = _read_day(time.first, time.last, time.grain)
        if inside and day is not None and day <= latest:
            return day
    event = view.events.get(trigger.event_id) if trigger is not None else None
    day = _read_day(event.first, event.last, event.grain) if event is not None else None
    return day if day is not None and day <= latest else written[:10] if written else None


def _read_day(first: str | None, last: str | None, grain: str | None) -> str | None:
    """Return the one day that a date means; None where it means a stretch of days or no day."""
    if first is None or grain not in _DAYS or (last or first)[:10] != first[:10]:
        return None
    return first[:10]


def _find_telling_day(times: tuple[TimeReference, ...], view: StoryView, quantity: Quantity, written: str) -> str:
    """Return the day on which a sentence says that it was told ("announced on Thursday"), else the writing day."""
    text, latest = view.articles[quantity.article_id].text, day_of(written)
    for time in times:
        day = day_of(time.first)
        told = _TOLD.search(text[max(0, time.start - 32) : time.start])
        if told and day and latest and time.grain in _DAYS and 0 <= (latest - day).days <= _TELLING_DAYS:
            return (time.first or written)[:10]
    return written
