"""The day of what a report tells as its news without a time: hidden from those that have one, and inferred again.

Events in the opening of dated reports whose day is given in words ("on Friday", "yesterday") lose the times of their
sentence; ``events/happenings/inference.py`` must tell the day from what is left. Counted: how many get a time, the
share of those whose stretch holds the day, how many get a single day, the share of those that is right. ``report``
takes the day of writing for all of them, which is what a reader without a time word would do. Two kinds of events are
left out, since hiding makes a case of them that no text has: those told as of an older day than the one before the
report, and those in a sentence that gives several days.

    python -m evals.eval_happening_time
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from evals.dated_stories import Rows, load_basil, load_slices

from dateline.dates import parse_cut
from dateline.events.happenings.inference import infer_when, narrate
from dateline.events.happenings.tellings import Telling, make_tellings
from dateline.events.times.date import date_story
from dateline.model import Article, Dating, EventMention, Sentence, TimeReference
from dateline.settings import DateSettings, HappenSettings
from dateline.stage import Batch

FLOOR = {"held": 0.85, "day": 0.75}
"""Shares that BASIL must reach: stretches that hold the day, and single days that are right."""
_RECENT = 1
_LEAST_SURE = 0.8


def main() -> None:
    """Print one row for each set."""
    data = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data"
    sets = {"basil": load_basil(data / "stories" / "basil"), "t17": load_slices(data / "timelines" / "t17")}
    print(f"{'set':8} {'events':>8} {'timed':>8} {'held':>8} {'days':>8} {'right':>8} {'report':>8}")
    for name, stories in sets.items():
        rows = [row for story in stories for row in try_story(story)]
        timed = [(truth, first, last) for truth, _, first, last in rows if first and last]
        held = sum(first <= truth <= last for truth, first, last in timed)
        days = [(truth, first) for truth, first, last in timed if first == last]
        right = sum(truth == first for truth, first in days)
        written = sum(truth == day for truth, day, _, _ in rows)
        shares = [held / max(1, len(timed)), right / max(1, len(days)), written / max(1, len(rows))]
        print(f"{name:8} {len(rows):8} {len(timed):8} {shares[0]:8.3f} {len(days):8} {shares[1]:8.3f} {shares[2]:8.3f}")


def try_story(rows: Rows) -> Iterator[tuple[date, date, date | None, date | None]]:
    """Yield (true day, day of writing, first, last) for each event of an opening that has its day in words."""
    batch = Batch("story", rows)
    found = list(date_story(batch, DateSettings()))
    times = [row for row in found if isinstance(row, TimeReference)]
    datings = [row for row in found if isinstance(row, Dating)]
    articles, sentences = batch.all(Article), batch.all(Sentence)
    mentions = batch.all(EventMention)
    tellings = make_tellings(articles, sentences, mentions, times, (), (), datings, HappenSettings())
    written = {row.article_id: day.first for row in datings if (day := parse_cut(row.published))}
    for telling in tellings:
        truth = _read_day(telling)
        on = written.get(telling.mention.article_id)
        inside = [time for time in times if _lies_in(time, telling.sentence)]
        if truth is None or on is None or len(inside) != 1 or not 0 <= (on - truth).days <= _RECENT:
            continue
        rest = [time for time in times if time not in inside and time.article_id == telling.mention.article_id]
        own = [article for article in articles if article.article_id == telling.mention.article_id]
        lines = [sentence for sentence in sentences if sentence.article_id == telling.mention.article_id]
        hidden = replace(telling, reference=None, interval=None, standing="told")
        when = infer_when([hidden], narrate(own, lines, rest, datings))
        first, last = parse_cut(when.first), parse_cut(when.last)
        if first or _is_opening(telling, lines):
            yield truth, on, first.first if first else None, last.first if last else None


def _read_day(telling: Telling) -> date | None:
    """Return the day of an actual event that its words give."""
    mention, time = telling.mention, telling.reference
    plain = mention.main and not mention.noun and not mention.background and telling.status == "actual"
    if not plain or time is None or telling.interval is None or telling.interval.days > 1:
        return None
    return telling.interval.first if time.confidence >= _LEAST_SURE else None


def _lies_in(time: TimeReference, sentence: Sentence) -> bool:
    return time.article_id == sentence.article_id and sentence.start <= time.start < sentence.end


def _is_opening(telling: Telling, sentences: list[Sentence]) -> bool:
    body = sorted(sentence.start for sentence in sentences if sentence.kind == "body")
    return telling.sentence.start in body[:2]


if __name__ == "__main__":
    main()
