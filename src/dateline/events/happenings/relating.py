"""Times counted from another happening: "three days after she was filmed", "hours before the vote", "the next day".

What such words count from is told elsewhere, often in another report, so they are resolved once the happenings of a
story are known. A stretch that is counted is no surer than the day that it counts from, and keeps its width.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.dates import Interval, add_days, add_months, coarseness, cut
from dateline.events.happenings.tellings import Telling
from dateline.model import Grain, TimeExpression, TimeMeaning

_LINK = re.compile(r"\s*(?:after|before|following)\s+", re.IGNORECASE)
_REACH = 80
"""Characters behind "after" within which the event is named that a time counts from."""
_BREAK = re.compile(r"[,;:—–]|\s-\s")
_SUBJECT_OF = re.compile(r"\s+(?:(?:was|were|is|are|had|has|have|been|being|first|finally|last|\w+ly)\s+)*")
"""What stands between a noun and the verb that it is subject of: "the hack was discovered"."""
_RECENT = 62
"""Days back of what an article still tells of as its story."""
_CLOSE = ("day", "hour", "minute")
_MOST_DAYS = 14
"""Days counted one by one; longer stretches are named in round numbers."""
_FEW_DAYS = 7
"""Days that most likely stay within a month of which the day is not told."""
_WIDEST = 31
"""Days over which the happening that is counted from may stretch."""


@dataclass(frozen=True, slots=True)
class Tie:
    """A telling whose time counts from other event mentions, likeliest first."""

    event_id: str
    bases: tuple[str, ...]
    meaning: TimeMeaning
    words: str


def find_ties(
    tellings: Sequence[Telling], expressions: Mapping[str, TimeExpression], texts: Mapping[str, str]
) -> dict[str, Tie]:
    """Return, by event id, what the open times of tellings count from. ``texts`` are those of the articles."""
    by_article: dict[str, list[Telling]] = {}
    for telling in sorted(tellings, key=lambda t: (t.mention.article_id, t.mention.start)):
        by_article.setdefault(telling.mention.article_id, []).append(telling)
    ties = {}
    for article_id, row in by_article.items():
        for telling in row:
            time = expressions.get(telling.mention.time_id or "")
            if time is None or telling.interval is not None or not _counts(time.meaning):
                continue
            bases = _find_bases(telling, time, row, texts[article_id])
            if bases:
                bases = (*bases, *_find_meant(bases, row))
                words = " ".join(texts[article_id][time.start : time.end].split()).lower()
                ties[telling.mention.event_id] = Tie(telling.mention.event_id, bases, time.meaning, words)
    return ties


def _counts(meaning: TimeMeaning) -> bool:
    """Say whether a meaning is a plain count from a time told before: no "less than", no "some days"."""
    if meaning.form != "offset" or meaning.anchor != "narrative" or meaning.modifier in ("less", "more"):
        return False
    return meaning.unit in ("hour", "minute") or meaning.amount is not None


def _find_bases(telling: Telling, time: TimeExpression, row: Sequence[Telling], text: str) -> tuple[str, ...]:
    """Return the events that a time counts from: what stands behind "after", else what was told just before."""
    link = _LINK.match(text, time.end)
    if link is None:
        return _find_before(telling, time, row)
    stop = _BREAK.search(text, link.end(), min(link.end() + _REACH, telling.sentence.end))
    end = stop.start() if stop else min(link.end() + _REACH, telling.sentence.end)
    behind = [t.mention for t in row if link.end() <= t.mention.start < end and t.mention.status == "actual"]
    if not behind or any(mention.event_id == telling.mention.event_id for mention in behind):
        return ()
    first = behind[0]
    if first.noun and len(behind) > 1 and _SUBJECT_OF.fullmatch(text, first.end, behind[1].start):
        return behind[1].event_id, first.event_id
    return (first.event_id, *(m.event_id for m in behind[1:2] if not first.noun and not m.noun))


def _find_meant(bases: Sequence[str], row: Sequence[Telling]) -> tuple[str, ...]:
    """Return the dated events that bases may point back at, nearest first: the same deed told before in the article,
    lately or at one time only, and for a noun ("the confrontation") any of its type."""
    own = [telling.mention for telling in row if telling.mention.event_id in bases]
    found = []
    for base in own:
        before = [t for t in row if t.mention.start < base.start and t.interval and t.status == "actual"]
        same = {t.interval for t in before if t.mention.lemma == base.lemma}
        for telling in sorted(before, key=lambda t: -t.mention.start):
            alike = telling.mention.lemma == base.lemma
            typed = base.noun and telling.mention.type == base.type != "OTHER"
            if (alike and len(same) == 1) or ((alike or typed) and _is_recent(telling)):
                found.append(telling.mention.event_id)
    return tuple(found)


def _is_recent(telling: Telling) -> bool:
    """Say whether a telling has a time in words that lies not long before its report, as what news counts from does."""
    interval, written = telling.interval, telling.written
    return interval is not None and written is not None and (written - interval.last).days <= _RECENT


def _find_before(telling: Telling, time: TimeExpression, row: Sequence[Telling]) -> tuple[str, ...]:
    """Return what "the next day" counts from: the main events of the sentence before. A month counts only from what is
    spoken of: "dropped the lawsuit the following month"."""
    spoken = telling.mention.target
    held = [t.mention for t in row if spoken and spoken[0] <= t.mention.start < spoken[1] and t.mention.noun]
    if held or time.meaning.unit not in _CLOSE:
        return tuple(mention.event_id for mention in held)
    index = telling.sentence.index
    before = [t for t in row if t.sentence.index == index - 1 and t.mention.main and t.mention.status == "actual"]
    if time.start > telling.mention.start or telling.mention.main:
        return tuple(t.mention.event_id for t in reversed(before))
    return ()


def count_on(tie: Tie, base: Interval) -> Interval | None:
    """Return the stretch that a tie's words give, counted from the happening's; None where that is too wide."""
    meaning, amount = tie.meaning, tie.meaning.amount
    if base.days > _WIDEST or coarseness(base.grain) > coarseness("month"):
        return None
    backward = (meaning.shift or 0) < 0 or (amount or 0) < 0
    if meaning.unit in ("hour", "minute"):
        near = 0 if meaning.unit == "minute" else -1 if backward else 1
        return _shift_days(base, min(near, 0), max(near, 0), "day") if base.days <= 2 else base
    steps = int(amount or 0)
    if backward and steps > 0:
        steps = -steps
    if meaning.unit == "day" and abs(steps) <= _MOST_DAYS:
        if coarseness(base.grain) >= coarseness("month"):
            return base if abs(steps) <= _FEW_DAYS else None
        return _shift_days(base, steps, steps, base.grain)
    if meaning.unit == "week" and base.days <= _FEW_DAYS:
        return _shift_days(base, 7 * steps - 3, 7 * steps + 3, "week")
    if meaning.unit == "month":
        return _month_of(base.first, steps)
    return None


def _shift_days(base: Interval, first: int, last: int, grain: Grain) -> Interval | None:
    one, other = add_days(base.first, first), add_days(base.last, last)
    return Interval(one, other, grain) if one and other else None


def _month_of(day: date, steps: int) -> Interval | None:
    start = add_months(day.replace(day=1), steps)
    after = add_months(start, 1) if start else None
    last = add_days(after, -1) if after else None
    return Interval(start, last, "month") if start and last else None


def say_tie(tie: Tie, lemma: str, base: Interval) -> str:
    """Say in words what a time was counted from."""
    day = cut(base.first, base.grain)
    stretch = day if base.first == base.last or base.grain == "month" else f"{day} to {cut(base.last, base.grain)}"
    return f"“{tie.words}”, counted from the “{lemma}” of {stretch}"
