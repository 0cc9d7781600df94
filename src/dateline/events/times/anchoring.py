"""Resolves an article's time expressions once the day it was written is settled.

Most expressions count from the writing day. Those that count from a day spoken of before ("three days earlier",
"that day") are resolved only where that day is plain, that is, where one day alone is named just before them;
elsewhere they stay open, since a wrong day is worse than none (methods: WikiWars values rise from .56 to .77 when
such expressions are anchored in the text rather than to the writing day).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.dates import Interval, add_months, coarseness, cut
from dateline.events.times.calendar import find_interval, find_quarter, is_explicit
from dateline.events.times.clues import Clue
from dateline.events.times.dating import Settled
from dateline.events.times.histories import is_aside, place_dates
from dateline.events.times.narrative import (
    Told,
    count_from,
    find_before_christ,
    is_before_christ,
    is_relative,
    place_beside,
    takes_year,
    tells_history,
)
from dateline.events.times.notation import write_edtf, write_timex
from dateline.events.times.sureness import rate
from dateline.events.times.updating import slips_past
from dateline.model import Grain, Sentence, TimeExpression, TimeMeaning, TimeReference
from dateline.settings import DateSettings

Anchor = Literal["explicit", "report", "narrative", "story"]

_NARRATIVE_FACTOR = 0.8
"""What a time counted from the day spoken of just before is as sure as, against one counted from the writing day."""
_HISTORY_FACTOR = 0.85
"""The same for a history. On WikiWars .91 of 469 dates put into a year are right, .84 of 63 counted from one."""
_TENSELESS_FACTOR = 0.65
"""There, a date in a noun phrase may be one known by its day alone ("the January 6 attack")."""
_SAME_DAY_FACTOR = 0.85
"""A clock time, or a "today" in speech, taken to be of the one day that its sentence names."""
_SPOKEN_FACTOR = 0.6
"""A "today" in speech without such a day counts from when it was said, which need not be the day of writing."""
_UPDATED_FACTOR = 0.65
"""A time counted from the day of an article that was updated on the next."""
_CAPTION_FACTOR = 0.6
"""Captions may show a file picture of another day."""
_NEAR_DAYS = 90
"""A date so near to the day of writing is told from there, even where the text has just told of the past."""
_REPORTED_MONTHS = (6, 9, 12)
"""Months that companies report on, besides quarters."""
_HEADING_MARKS = 2
"""Characters beside a date in a heading that is nothing else."""
_COMPARED_FACTOR = 0.7
"""A quarter that the words do not name: the one named before, or the last that was over. On TimeBank .69 of 65 and .75
of 24 are right."""


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A resolved interval and how it came about."""

    interval: Interval
    anchor: Anchor
    confidence: float
    why: str


@dataclass(frozen=True, slots=True)
class _View:
    """What the anchoring of one expression looks at: the writing day, the times of its sentence, the days before."""

    settled: Settled
    beside: Sequence[Clue]
    told: Told
    is_history: bool
    placed: Mapping[str, Interval]
    """In a history, the dates without a year that were given one."""
    same_time_share: float


def anchor_times(
    clues: Sequence[Clue], sentences: Iterable[Sentence], settled: Settled, story_id: str, settings: DateSettings
) -> list[TimeReference]:
    """Return one reference per time expression of an article, in the order of its text; open ones without dates."""
    order = {sentence.sentence_id: sentence for sentence in sentences}
    beside: dict[str, list[Clue]] = {}
    for clue in clues:
        beside.setdefault(clue.expression.sentence_id, []).append(clue)
    headings = {clue.expression.time_id for clue in clues if _is_heading(clue, order)}
    is_history = tells_history(clues, settled, headings)
    placed = place_dates(clues, headings) if is_history else {}
    told = Told()
    references: list[TimeReference] = []
    for clue in clues:
        time = clue.expression
        told.enter(time.sentence_id, _are_adjacent(order.get(told.sentence_id), order.get(time.sentence_id)))
        view = _View(settled, beside[time.sentence_id], told, is_history, placed, settings.same_time_share)
        found = _anchor_one(clue, view)
        references.append(_make_reference(time, found, settled, story_id))
        if _measures_months(time.meaning):
            told.quarter = None
        if found is not None and coarseness(found.interval.grain) <= coarseness("year"):
            counted = found.anchor in ("report", "story")
            explicit, aside = found.anchor == "explicit", is_aside(clue)
            if _names_quarter(time.meaning, found.interval, settled):
                told.quarter = found.interval
            told.add(
                found.interval,
                explicit=explicit,
                counted=counted,
                aside=aside,
                heading=time.time_id in headings,
                written=settled.last,
            )
    return references


def _names_quarter(meaning: TimeMeaning, found: Interval, settled: Settled) -> bool:
    """Say whether a time is the quarter that figures are of: one that had begun, and not the one compared with."""
    begun = settled.last is None or found.first <= settled.last
    return found.grain == "quarter" and begun and meaning.name != "compared" and meaning.unit != "year"


def _measures_months(meaning: TimeMeaning) -> bool:
    """Say whether figures now are those of several months ("the nine months") and no longer of a quarter."""
    return meaning.form == "duration" and meaning.unit == "month" and (meaning.amount or 0) in _REPORTED_MONTHS


def _is_heading(clue: Clue, sentences: Mapping[str, Sentence]) -> bool:
    """Say whether a year or date is a line of its own."""
    time = clue.expression
    sentence = sentences.get(time.sentence_id)
    if sentence is None or not clue.explicit:
        return False
    return sentence.end - sentence.start <= time.end - time.start + _HEADING_MARKS


def _are_adjacent(one: Sentence | None, other: Sentence | None) -> bool:
    """Say whether one sentence follows the other in the running text."""
    if one is None or other is None:
        return False
    return other.index == one.index + 1 and one.kind == other.kind and other.paragraph - one.paragraph <= 1


def _anchor_one(clue: Clue, view: _View) -> _Anchored | None:
    """Resolve one expression; None when it stays open."""
    return _weaken(_choose_anchor(clue, view), clue, view)


def _choose_anchor(clue: Clue, view: _View) -> _Anchored | None:
    """Resolve one expression by what it counts from."""
    meaning = clue.expression.meaning
    compared = _compare_quarters(clue, view)
    if compared is not None:
        return compared
    if is_explicit(meaning):
        day = find_before_christ(meaning) or find_interval(meaning, view.settled.first, clue.expression.tense)
        return _Anchored(day, "explicit", 1.0, "it names its year") if day else None
    if clue.is_clock or (clue.spoken and _is_deictic(meaning)):
        return _anchor_beside(clue, view)
    if meaning.anchor == "narrative":
        found = _anchor_in_text(clue, view)
        if found is not None or meaning.name != "compared":
            return found
    base = _find_base(clue, view)
    bases = view.told.bases if view.is_history or base is None else ((base, False),)
    placed = _anchor_in_history(clue, base, bases, view.placed) if base is not None else None
    return placed or _anchor_to_report(clue, view.settled, view.same_time_share)


def _find_base(clue: Clue, view: _View) -> Interval | None:
    """Return the time told last, where an expression belongs to it and not to the day of writing."""
    meaning, told = clue.expression.meaning, view.told
    if not takes_year(meaning):
        return told.newest(_rank_of(meaning)) if view.is_history and is_relative(meaning) else None
    if view.is_history:
        return told.newest(coarseness("month")) if meaning.month is None and meaning.day else told.newest()
    if clue.caption or clue.expression.tense not in ("past", None) or told.passage is None:
        return None
    near = clue.interval(view.settled.day)
    is_near = (
        near is not None and view.settled.day is not None and abs((near.first - view.settled.day).days) <= _NEAR_DAYS
    )
    return None if is_near else told.passage


def _rank_of(meaning: TimeMeaning) -> int:
    """Return the coarsest grain of a time from which a meaning can be counted."""
    unit = meaning.unit
    return coarseness("day" if unit is None or unit == "hour" or unit == "minute" or unit == "second" else unit)


def _compare_quarters(clue: Clue, view: _View) -> _Anchored | None:
    """Resolve "the quarter" and, in a report on one, "a year earlier" as the same quarter of the year before."""
    meaning = clue.expression.meaning
    known, written = view.told.quarter, view.settled.day
    if meaning.name == "told" and meaning.unit == "quarter":
        over = find_quarter(written, -1 if clue.expression.tense in ("past", None) else 0) if written else None
        if known is not None and (over is None or known.last <= over.last):
            return _Anchored(known, "narrative", _COMPARED_FACTOR, "the quarter named before")
        return _Anchored(over, "report", _COMPARED_FACTOR, "the last quarter that was over") if over else None
    if meaning.name == "compared" and known is not None:
        start = add_months(known.first, -12 if meaning.year is None else 12 * (meaning.year - known.first.year))
        found = find_quarter(start, 0) if start else None
        why = f"compared with the quarter from {cut(known.first, 'month')} on"
        return _Anchored(found, "narrative", _COMPARED_FACTOR, why) if found else None
    return None


def _is_deictic(meaning: TimeMeaning) -> bool:
    """Say whether a meaning is "today", "yesterday", "this morning" or the like."""
    return meaning.form == "offset" and meaning.unit == "day" and meaning.anchor == "report" and meaning.shift is None


def _weaken(found: _Anchored | None, clue: Clue, view: _View) -> _Anchored | None:
    """Lower the confidence by what the words leave open and by what speaks against an anchoring."""
    if found is None:
        return None
    meaning = clue.expression.meaning
    counted = found.anchor in ("report", "story") and not clue.is_clock
    sure = found.confidence * rate(
        meaning, clue.expression.tense, found.interval, view.settled.day if counted else None
    )
    sure *= _CAPTION_FACTOR if clue.caption else 1.0
    sure *= _UPDATED_FACTOR if view.settled.updated and found.anchor == "report" and clue.names_day else 1.0
    return _Anchored(found.interval, found.anchor, round(sure, 3), found.why)


def _anchor_beside(clue: Clue, view: _View) -> _Anchored | None:
    """Resolve a clock time, or a "today" that someone says, by the one day that its sentence names beside it.

    Without such a day a clock time is of the day spoken of just before, or, where it lies ahead, of that of writing.
    """
    days = {
        found.interval
        for other in view.beside
        if other is not clue and not other.spoken and not other.is_clock and (other.names_day or other.names_date)
        if (found := _anchor_day(other, view)) is not None
    }
    base = next(iter(days)) if len(days) == 1 else None
    if not clue.is_clock:
        return _anchor_speech(clue, base, view)
    if not days:
        base = view.told.plain(coarseness("day"))
    if base is not None and base.days == 1:
        why = f"of {cut(base.first, 'day')}, the one day named beside it"
        return _Anchored(base, "narrative", _SAME_DAY_FACTOR, why)
    ahead = clue.ahead and not days and not view.told.here and not view.told.before
    found = _anchor_to_report(clue, view.settled, view.same_time_share) if ahead else None
    return _Anchored(found.interval, found.anchor, found.confidence * _SPOKEN_FACTOR, found.why) if found else None


def _anchor_day(clue: Clue, view: _View) -> _Anchored | None:
    """Resolve a weekday, "yesterday" or date beside another time."""
    if clue.explicit:
        found = clue.interval(None)
        return _Anchored(found, "explicit", 1.0, "") if found else None
    return _anchor_to_report(clue, view.settled, view.same_time_share)


def _anchor_speech(clue: Clue, base: Interval | None, view: _View) -> _Anchored | None:
    """Count a "today" in speech from the day on which its sentence says that it was spoken."""
    found = _anchor_to_report(clue, view.settled, view.same_time_share)
    if base is not None and base.days == 1 and base.first != view.settled.day:
        counted = clue.interval(base.first)
        why = f"said on {cut(base.first, 'day')}, the one day named beside it"
        return _Anchored(counted, "narrative", _SAME_DAY_FACTOR, why) if counted else None
    if found is None or base is not None:
        return found
    return _Anchored(found.interval, found.anchor, found.confidence * _SPOKEN_FACTOR, f"{found.why}, in speech")


def _anchor_in_history(
    clue: Clue, base: Interval, bases: Sequence[tuple[Interval, bool]], placed: Mapping[str, Interval]
) -> _Anchored | None:
    """Put an expression into the year or month of a time told before, or count it from that."""
    meaning = clue.expression.meaning
    if meaning.form == "weekday":
        found = find_interval(meaning, base.last, "past") if base.grain == "day" else None
    else:
        beside = place_beside(meaning, bases) if takes_year(meaning) else find_interval(meaning, base.last, None)
        found = placed.get(clue.expression.time_id) or beside
    if found is None:
        return None
    why = f"beside {cut(base.first, base.grain)}, the last time told, since the text tells of long ago"
    factor = _HISTORY_FACTOR * (1.0 if clue.expression.tense else _TENSELESS_FACTOR)
    return _Anchored(found, "narrative", factor, why)


def _anchor_to_report(clue: Clue, settled: Settled, same_time_share: float) -> _Anchored | None:
    """Count from the day of writing; where several are possible, take the meaning that nearly all of them give."""
    if settled.day is not None and slips_past(clue, settled.day):
        return _anchor_to_update(settled)
    shares: dict[Interval, float] = {}
    for day, share in settled.options:
        found = clue.interval(day)
        if found is not None:
            shares[found] = shares.get(found, 0.0) + share
    total = sum(share for _, share in settled.options)
    best = max(shares, key=lambda item: (shares[item], item.first), default=None)
    if best is None or shares[best] < same_time_share * total:
        return None
    anchor: Anchor = "story" if settled.basis == "inferred" else "report"
    return _Anchored(best, anchor, shares[best], _say_report(clue, settled))


def _anchor_to_update(settled: Settled) -> _Anchored | None:
    """Resolve a weekday of six days back as the day of the update, where the article has one; else leave it open."""
    if settled.updated is None:
        return None
    found = Interval(settled.updated, settled.updated, "day")
    return _Anchored(found, "report", settled.confidence, "the day after the page's date, when it was updated")


def _say_report(clue: Clue, settled: Settled) -> str:
    """Say in words how an expression was counted from the day of writing."""
    written = cut(settled.day, "day") if settled.day else f"{settled.first} to {settled.last}"
    tense = f", {clue.expression.tense} tense" if clue.expression.tense else ""
    place = "of the caption" if clue.caption else "of the report"
    return f"counted from the day {place}, {written}{tense}"


def _anchor_in_text(clue: Clue, view: _View) -> _Anchored | None:
    """Count from the day spoken of just before, where only one is; in a history, from the last time named."""
    meaning = clue.expression.meaning
    if clue.expression.kind == "DURATION":
        return None
    limit = _rank_of(meaning)
    base, factor = view.told.plain(limit), _NARRATIVE_FACTOR
    if view.is_history:
        base, factor = view.told.newest(limit), _HISTORY_FACTOR
    if base is None or (meaning.form == "weekday" and base.grain != "day"):
        return None
    found = count_from(meaning, base)
    why = f"counted from {cut(base.first, base.grain)}, the one time named just before"
    return _Anchored(found, "narrative", factor, why) if found else None


def _make_reference(time: TimeExpression, found: _Anchored | None, settled: Settled, story_id: str) -> TimeReference:
    """Return the record of an expression, resolved or open."""
    plain = found is not None and not is_before_christ(found.interval)
    first, last = _write_ends(time.meaning, found.interval) if found and plain else (None, None)
    return TimeReference(
        time_id=time.time_id,
        article_id=time.article_id,
        story_id=story_id,
        start=time.start,
        end=time.end,
        first=first,
        last=last,
        grain=_grain_of(time.meaning, found.interval) if found else None,
        anchor=_anchor_name(found, time),
        confidence=found.confidence if found else 0.0,
        why=found.why if found else _say_open(time.meaning, settled),
        value=write_timex(time.meaning, time.kind, found.interval if found else None),
        edtf=write_edtf(time.meaning, found.interval, found.confidence) if found else None,
    )


def _anchor_name(found: _Anchored | None, time: TimeExpression) -> Anchor:
    """Return what the expression is, or would be, counted from."""
    if found is not None:
        return found.anchor
    if is_explicit(time.meaning):
        return "explicit"
    return time.meaning.anchor


def _write_ends(meaning: TimeMeaning, interval: Interval) -> tuple[str, str]:
    """Write both ends, cut to their grain, with the clock time where one is told."""
    if meaning.hour is not None and interval.days == 1:
        clock = f"T{meaning.hour % 24:02d}" + (f":{meaning.minute:02d}" if meaning.minute is not None else "")
        text = cut(interval.first, "day") + clock
        return text, text
    return cut(interval.first, interval.grain), cut(interval.last, interval.grain)


def _grain_of(meaning: TimeMeaning, interval: Interval) -> Grain:
    """Return the grain, made finer by a clock time."""
    if meaning.hour is None or interval.days > 1:
        return interval.grain
    return "hour" if meaning.minute is None else "minute"


def _say_open(meaning: TimeMeaning, settled: Settled) -> str:
    """Say in words why an expression stays open."""
    if meaning.form in ("set", "vague"):
        return "it names no stretch of days"
    if meaning.form == "duration" and not meaning.shift:
        return "a length without a place in time"
    if meaning.anchor == "narrative":
        return "no single day stands just before it to count from"
    if settled.first is None:
        return "the day of writing is not known"
    return "its day cannot be told for sure"
