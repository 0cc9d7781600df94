"""Resolves an article's time expressions once the day it was written is settled.

Most expressions count from the writing day. Those that count from a day spoken of before ("three days earlier",
"that day") are resolved only where that day is plain, that is, where one day alone is named just before them;
elsewhere they stay open, since a wrong day is worse than none (methods: WikiWars values rise from .56 to .77 when
such expressions are anchored in the text rather than to the writing day).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dateline.dates import Interval, coarseness, cut
from dateline.events.calendar import find_interval, is_explicit
from dateline.events.clues import Clue
from dateline.events.dating import Settled
from dateline.events.sureness import rate
from dateline.events.updating import slips_past
from dateline.model import Grain, Sentence, TimeExpression, TimeMeaning, TimeReference
from dateline.settings import DateSettings

Anchor = Literal["explicit", "report", "narrative", "story"]

_NARRATIVE_FACTOR = 0.8
"""What a time counted from the day spoken of just before is as sure as, against one counted from the writing day."""
_HISTORY_FACTOR = 0.65
"""The same for a history, where the last date named stands for the one spoken of: .76 right on WikiWars."""
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
_HISTORY_DATES = 3
"""Dates with their year, a month or more old, from which an article may be a history; there must also be ..."""
_HISTORY_EXCESS = 2
"""... so many times as many of them as of weekdays and "yesterdays"."""
_OLD_DAYS = 30


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A resolved interval and how it came about."""

    interval: Interval
    anchor: Anchor
    confidence: float
    why: str


@dataclass(slots=True)
class _Told:
    """The days named so far: in the sentence being read, in the one before, and in the whole article."""

    sentence_id: str = ""
    here: tuple[Interval, ...] = ()
    before: tuple[Interval, ...] = ()

    def enter(self, sentence_id: str, adjacent: bool) -> None:
        """Move to a sentence; days of the last one stay in view only when it stands next to it."""
        if sentence_id != self.sentence_id:
            self.before = self.here if adjacent else ()
            self.here = ()
            self.sentence_id = sentence_id

    def plain(self, grain_rank: int) -> Interval | None:
        """Return the one day (or month, year) in view that is told finely enough; None when there are several."""
        for view in (self.here, self.before):
            if view:
                fit = {item for item in view if coarseness(item.grain) <= grain_rank}
                return next(iter(fit)) if len(fit) == 1 and len(set(view)) == 1 else None
        return None


@dataclass(frozen=True, slots=True)
class _View:
    """What the anchoring of one expression looks at: the writing day, the times of its sentence, the days before."""

    settled: Settled
    beside: Sequence[Clue]
    told: _Told
    history: Interval | None
    """In a history, the last time named."""
    same_time_share: float


def anchor_times(
    clues: Sequence[Clue], sentences: Iterable[Sentence], settled: Settled, story_id: str, settings: DateSettings
) -> list[TimeReference]:
    """Return one reference per time expression of an article, in the order of its text; open ones without dates."""
    order = {sentence.sentence_id: sentence for sentence in sentences}
    beside: dict[str, list[Clue]] = {}
    for clue in clues:
        beside.setdefault(clue.expression.sentence_id, []).append(clue)
    is_history = tells_history(clues, settled)
    told, newest = _Told(), None
    references: list[TimeReference] = []
    for clue in clues:
        time = clue.expression
        told.enter(time.sentence_id, _are_adjacent(order.get(told.sentence_id), order.get(time.sentence_id)))
        history = newest if is_history else None
        view = _View(settled, beside[time.sentence_id], told, history, settings.same_time_share)
        found = _anchor_one(clue, view)
        references.append(_make_reference(time, found, settled, story_id))
        if found is not None and coarseness(found.interval.grain) <= coarseness("year"):
            told.here = (*told.here, found.interval)
            newest = found.interval
    return references


def tells_history(clues: Sequence[Clue], settled: Settled) -> bool:
    """Say whether an article tells of long ago, so that its dates follow each other rather than the day of writing."""
    dated = [clue for clue in clues if clue.explicit and clue.expression.meaning.month is not None and not clue.caption]
    spans = [found for clue in dated if (found := clue.interval(None)) is not None]
    old = [span for span in spans if settled.last is None or (settled.last - span.last).days >= _OLD_DAYS]
    fresh = sum(clue.names_day for clue in clues)
    return len(old) >= max(_HISTORY_DATES, _HISTORY_EXCESS * fresh)


def _are_adjacent(one: Sentence | None, other: Sentence | None) -> bool:
    """Say whether one sentence follows the other in the running text."""
    if one is None or other is None:
        return False
    return other.index == one.index + 1 and one.kind == other.kind and other.paragraph - one.paragraph <= 1


def _anchor_one(clue: Clue, view: _View) -> _Anchored | None:
    """Resolve one expression; None when it stays open."""
    meaning = clue.expression.meaning
    if is_explicit(meaning):
        found = find_interval(meaning, view.settled.first, clue.expression.tense)
        anchored = _Anchored(found, "explicit", 1.0, "it names its year") if found else None
    elif clue.is_clock or (clue.spoken and _is_deictic(meaning)):
        anchored = _anchor_beside(clue, view)
    elif meaning.anchor == "narrative":
        anchored = _anchor_in_text(clue, view)
    elif view.history is not None and _takes_year(meaning):
        anchored = _anchor_in_history(clue, view.history)
    else:
        anchored = _anchor_to_report(clue, view.settled, view.same_time_share)
    return _weaken(anchored, clue, view)


def _is_deictic(meaning: TimeMeaning) -> bool:
    """Say whether a meaning is "today", "yesterday", "this morning" or the like."""
    return meaning.form == "offset" and meaning.unit == "day" and meaning.anchor == "report" and meaning.shift is None


def _takes_year(meaning: TimeMeaning) -> bool:
    """Say whether a meaning is a date or season whose year the text leaves to be understood."""
    dated = meaning.form == "calendar" and meaning.month is not None
    season = meaning.form == "period" and meaning.name in ("spring", "summer", "autumn", "winter")
    return (dated or season) and meaning.shift is None and meaning.unit is None


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


def _anchor_in_history(clue: Clue, base: Interval) -> _Anchored | None:
    """Put a date without a year into the year of the last time named, or the next when it would lie before that."""
    options = [
        found
        for year in (base.first.year, base.first.year + 1)
        if (found := find_interval(replace(clue.expression.meaning, year=year), None, None)) is not None
    ]
    found = next((option for option in options if option.last >= base.first), None)
    if found is None:
        return None
    why = f"in the year of {cut(base.first, base.grain)}, the last time named, since the text tells of long ago"
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
    limit = coarseness(meaning.unit if meaning.unit not in (None, "hour", "minute") else "day")
    base, factor = view.told.plain(limit), _NARRATIVE_FACTOR
    if base is None and view.history is not None and coarseness(view.history.grain) <= limit:
        base, factor = view.history, _HISTORY_FACTOR
    if base is None or (meaning.form == "weekday" and base.grain != "day"):
        return None
    found = _count_from(meaning, base)
    why = f"counted from {cut(base.first, base.grain)}, the one time named just before"
    return _Anchored(found, "narrative", factor, why) if found else None


def _count_from(meaning: TimeMeaning, base: Interval) -> Interval | None:
    """Count a narrative meaning from a day: past it for "later", before it for "earlier"."""
    if meaning.form == "weekday":
        tense = "past" if (meaning.shift or 0) < 0 else "future"
        return find_interval(meaning, base.first, tense)  # type: ignore[arg-type]
    start: date = base.last if (meaning.amount or 0) > 0 else base.first
    return find_interval(meaning, start, None)


def _make_reference(time: TimeExpression, found: _Anchored | None, settled: Settled, story_id: str) -> TimeReference:
    """Return the record of an expression, resolved or open."""
    first, last = _write_ends(time.meaning, found.interval) if found else (None, None)
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
