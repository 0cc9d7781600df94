"""Resolves an article's time expressions once the day it was written is settled.

Most expressions count from the writing day. Those that count from a day spoken of before ("three days earlier",
"that day") are resolved only where that day is plain, that is, where one day alone is named just before them;
elsewhere they stay open, since a wrong day is worse than none (methods: WikiWars values rise from .56 to .77 when
such expressions are anchored in the text rather than to the writing day).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.dates import Interval, coarseness, cut
from dateline.events.calendar import find_interval, is_explicit
from dateline.events.clues import Clue
from dateline.events.dating import Settled
from dateline.model import Grain, Sentence, TimeExpression, TimeMeaning, TimeReference
from dateline.settings import DateSettings

Anchor = Literal["explicit", "report", "narrative", "story"]

_FORM_CONFIDENCE = {
    ("calendar", True): 0.98,
    ("calendar", False): 0.92,
    ("weekday", False): 0.93,
    ("offset", False): 0.92,
    ("period", True): 0.95,
    ("period", False): 0.85,
    ("duration", False): 0.85,
}
"""How often each form (and whether it carries its year) is resolved right, given the right writing day. Rough: after
the value scores on TimeBank and AQUAINT, where weekdays and dates do best and periods worst."""
_NARRATIVE_CONFIDENCE = 0.8
_CAPTION_FACTOR = 0.6
"""Captions may show a file picture of another day."""
_TENSELESS_FACTOR = 0.9
"""A weekday or date whose clause shows no tense may lie on either side of the writing day."""


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


def anchor_times(
    clues: Sequence[Clue], sentences: Iterable[Sentence], settled: Settled, story_id: str, settings: DateSettings
) -> list[TimeReference]:
    """Return one reference per time expression of an article, in the order of its text; open ones without dates."""
    order = {sentence.sentence_id: sentence for sentence in sentences}
    told = _Told()
    references: list[TimeReference] = []
    for clue in clues:
        time = clue.expression
        told.enter(time.sentence_id, _are_adjacent(order.get(told.sentence_id), order.get(time.sentence_id)))
        found = _anchor_one(clue, settled, told, settings.same_time_share)
        references.append(_make_reference(time, found, settled, story_id))
        if found is not None and coarseness(found.interval.grain) <= coarseness("year"):
            told.here = (*told.here, found.interval)
    return references


def _are_adjacent(one: Sentence | None, other: Sentence | None) -> bool:
    """Say whether one sentence follows the other in the running text."""
    if one is None or other is None:
        return False
    return other.index == one.index + 1 and one.kind == other.kind and other.paragraph - one.paragraph <= 1


def _anchor_one(clue: Clue, settled: Settled, told: _Told, same_time_share: float) -> _Anchored | None:
    """Resolve one expression; None when it stays open."""
    meaning = clue.expression.meaning
    if is_explicit(meaning):
        found = find_interval(meaning, settled.first, clue.expression.tense)
        anchored = _Anchored(found, "explicit", 1.0, "it names its year") if found else None
    elif meaning.anchor == "narrative":
        return _weaken(_anchor_in_text(clue, told), clue)
    else:
        anchored = _anchor_to_report(clue, settled, same_time_share)
    return _weaken(anchored, clue)


def _weaken(found: _Anchored | None, clue: Clue) -> _Anchored | None:
    """Lower the confidence by what speaks against an anchoring."""
    if found is None:
        return None
    meaning = clue.expression.meaning
    sure = found.confidence * _FORM_CONFIDENCE.get((meaning.form, is_explicit(meaning)), 0.85)
    sure *= _CAPTION_FACTOR if clue.caption else 1.0
    tensed = clue.expression.tense is not None or meaning.shift is not None or found.anchor == "explicit"
    sure *= 1.0 if tensed or meaning.form not in ("weekday", "calendar") else _TENSELESS_FACTOR
    return _Anchored(found.interval, found.anchor, round(sure, 3), found.why)


def _anchor_to_report(clue: Clue, settled: Settled, same_time_share: float) -> _Anchored | None:
    """Count from the day of writing; where several are possible, take the meaning that nearly all of them give."""
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


def _say_report(clue: Clue, settled: Settled) -> str:
    """Say in words how an expression was counted from the day of writing."""
    written = cut(settled.day, "day") if settled.day else f"{settled.first} to {settled.last}"
    tense = f", {clue.expression.tense} tense" if clue.expression.tense else ""
    place = "of the caption" if clue.caption else "of the report"
    return f"counted from the day {place}, {written}{tense}"


def _anchor_in_text(clue: Clue, told: _Told) -> _Anchored | None:
    """Count from the day spoken of just before, where only one is."""
    meaning = clue.expression.meaning
    if clue.expression.kind == "DURATION" or _is_of_the_day(meaning):
        return None
    limit = coarseness(meaning.unit if meaning.unit not in (None, "hour", "minute") else "day")
    base = told.plain(limit)
    if base is None or (meaning.form == "weekday" and base.grain != "day"):
        return None
    found = _count_from(meaning, base)
    why = f"counted from {cut(base.first, base.grain)}, the one time named just before"
    return _Anchored(found, "narrative", _NARRATIVE_CONFIDENCE, why) if found else None


def _is_of_the_day(meaning: TimeMeaning) -> bool:
    """Say whether an expression is "earlier in the day": of the day of the news, which need not be the last named."""
    return meaning.unit == "day" and meaning.amount == 0 and meaning.modifier in ("early", "late")


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
