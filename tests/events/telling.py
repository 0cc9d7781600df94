"""Reports of a few sentences told as a story, for tests of happenings."""

from __future__ import annotations

from dateline.events.happenings.happen import happen_story
from dateline.language.events import find_events
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import (
    Article,
    Dating,
    EventMention,
    Happening,
    Record,
    Sentence,
    TimeExpression,
    TimeReference,
)
from dateline.settings import HappenSettings
from dateline.stage import Batch

DAYS = {"Friday": "2021-05-07", "Thursday": "2021-05-06", "Monday": "2021-05-03"}


def tell(*reports: tuple[str, str], confidence: float = 0.97, lemma_by_status: bool = False) -> dict[str, Happening]:
    """Return the happenings of reports (text, day of writing), by lemma, or by lemma and status."""
    kinds = (Article, Sentence, EventMention, TimeExpression, TimeReference, Dating)
    rows: dict[type[Record], list[Record]] = {kind: [] for kind in kinds}
    for number, (text, day) in enumerate(reports):
        key = f"a{number}"
        article = Article(article_id=key, capture_id="c", uri=key, sha256="", language="en", text=text)
        reading = read_article(article)
        times = find_times(reading)
        rows[Article].append(article)
        rows[Sentence] += [sentence.sentence for sentence in reading.sentences]
        rows[EventMention] += find_events(reading, (), times)
        rows[Dating].append(
            Dating(
                article_id=key,
                story_id="s",
                published=day,
                first=day,
                last=day,
                basis="metadata",
                why="",
                confidence=confidence,
            )
        )
        rows[TimeExpression] += times
        for time in times:
            first = DAYS.get(time.text)
            rows[TimeReference].append(
                TimeReference(
                    time_id=time.time_id,
                    article_id=key,
                    story_id="s",
                    start=time.start,
                    end=time.end,
                    first=first,
                    last=first,
                    grain="day" if first else None,
                    anchor="report",
                    confidence=0.9,
                    why="counted",
                )
            )
    found = happen_story(Batch("s", {kind: tuple(row) for kind, row in rows.items()}), HappenSettings())
    return {
        f"{row.lemma} {row.status}" if lemma_by_status else row.lemma: row
        for row in found
        if isinstance(row, Happening)
    }
