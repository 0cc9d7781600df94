"""Finds happenings to which independent reports give two times of day, each in so many words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.compare.view import StoryView
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, EventMention, Side, Verdict
from dateline.settings import CompareSettings

_CLOCK = re.compile(r"T(\d\d):(\d\d)")
_ABOUT = re.compile(r"\b(?:about|around|roughly|approximately|some|shortly|just|nearly|almost)\b", re.I)
_SAME, _ROUND = 5, 30
"""Minutes apart up to which two times are one, and up to which they are one told roughly."""
_TELLING = frozenset("say tell announce report add state begin start end publish".split())


@dataclass(frozen=True, slots=True)
class Timed:
    """One report's time of day for a happening, in minutes."""

    minute: int
    day: str
    about: bool
    words: str
    origin: str
    article_id: str
    cite: Cite


def find_hour_disputes(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every happening with two times of one day that different origins give."""
    del settings
    times = {t.time_id: t for row in view.times.values() for t in row}
    told: dict[tuple[str, str], list[Timed]] = defaultdict(list)
    for row in view.triggers.values():
        for trigger in row:
            event, time = view.events.get(trigger.event_id), times.get(trigger.time_id or "")
            if event is None or time is None or event.status != "actual" or trigger.lemma in _TELLING:
                continue
            timed = _read_time(trigger, time.first, (time.start, time.end), view)
            if timed is not None:
                told[event.happening_id, trigger.lemma].append(timed)
    for (happening, lemma), rows in sorted(told.items()):
        found = _lay_side_by_side(happening, lemma, rows, view)
        if found is not None:
            yield found


def _read_time(trigger: EventMention, first: str | None, span: tuple[int, int], view: StoryView) -> Timed | None:
    match, sentence = _CLOCK.search(first or ""), view.sentences.get(trigger.sentence_id)
    if match is None or first is None or sentence is None or sentence.kind != "body":
        return None
    text = view.articles[trigger.article_id].text
    words = " ".join(text[span[0] : span[1]].split())
    if not any(char.isdigit() for char in words):
        return None
    return Timed(
        minute=int(match.group(1)) * 60 + int(match.group(2)),
        day=first[:10],
        about=bool(_ABOUT.search(text[max(sentence.start, span[0] - 14) : span[1]])),
        words=words,
        origin=view.origin(trigger.article_id),
        article_id=trigger.article_id,
        cite=view.cite(sentence, *span),
    )


def _lay_side_by_side(happening: str, lemma: str, rows: list[Timed], view: StoryView) -> Discrepancy | None:
    groups: dict[int, list[Timed]] = defaultdict(list)
    for row in rows:
        groups[row.minute].append(row)
    minutes = sorted(groups)
    if len(minutes) != 2 or len({row.day for row in rows}) != 1 or minutes[1] - minutes[0] <= _SAME:
        return None
    sides = [groups[minute] for minute in minutes]
    if {row.origin for row in sides[0]} & {row.origin for row in sides[1]}:
        return None
    verdict, why = _rule(minutes[1] - minutes[0], rows)
    made = tuple(_make_side(side, view) for side in sides)
    return Discrepancy(
        discrepancy_id=content_id("hour", view.story_id, happening, lemma, *map(str, minutes)),
        story_id=view.story_id,
        kind="date",
        about=f"hour: {view.happenings[happening].text if happening in view.happenings else lemma}",
        verdict=verdict,
        severity=1,
        why=why,
        sides=made,
    )


def _rule(apart: int, rows: list[Timed]) -> tuple[Verdict, str]:
    if apart % 60 == 0:
        return "scope", f"The times are {apart // 60} hours apart to the minute, as clocks of two zones are."
    if apart <= _ROUND and any(row.about for row in rows):
        return "rounding", f"The times are {apart} minutes apart, and one is told roughly."
    return "conflict", f"The times are {apart} minutes apart."


def _make_side(rows: list[Timed], view: StoryView) -> Side:
    outlets = sorted({name for row in rows if (name := view.outlet(row.article_id))})
    return view.make_side(rows[0].words, ", ".join(outlets[:3]) or None, (row.cite for row in rows))
