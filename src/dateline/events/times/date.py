"""The stage ``date``: when each article of a story was written, and what each of its time expressions means."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.dates import cut, find_moment, parse_cut
from dateline.events.times.after_events import anchor_to_events
from dateline.events.times.anchoring import anchor_times
from dateline.events.times.clues import collect_clues
from dateline.events.times.dating import Settled, settle_days
from dateline.events.times.notation import note_values
from dateline.events.times.updating import mark_updated
from dateline.model import Article, Copy, Dating, EventMention, Quantity, Record, Sentence, TimeExpression
from dateline.settings import DateSettings
from dateline.stage import Batch


def date_story(batch: Batch, settings: DateSettings) -> Iterable[Record]:
    """Yield a Dating per article of the story and a TimeReference per time expression, open ones included."""
    articles = sorted(batch.all(Article), key=lambda article: article.article_id)
    sentences = sorted(batch.all(Sentence), key=lambda sentence: (sentence.article_id, sentence.start))
    clues = collect_clues(articles, sentences, batch.all(TimeExpression))
    days = settle_days(articles, clues, batch.all(Copy), settings, batch.all(Quantity))
    settled = mark_updated(days, clues, settings)
    for article in articles:
        found = settled[article.article_id]
        yield _make_dating(article, found, batch.key)
        own = [sentence for sentence in sentences if sentence.article_id == article.article_id]
        events = [event for event in batch.all(EventMention) if event.article_id == article.article_id]
        references = anchor_times(clues[article.article_id], own, found, batch.key, settings)
        times = {clue.expression.time_id: clue.expression for clue in clues[article.article_id]}
        for reference in anchor_to_events(references, clues[article.article_id], events, article.text, found.last):
            yield note_values(reference, times[reference.time_id])


def _make_dating(article: Article, found: Settled, story_id: str) -> Dating:
    """Return the record of a settled day; what the article states is kept as it states it."""
    published = cut(found.day, "day") if found.day else None
    stated = parse_cut(article.published)
    stands = found.basis not in ("inferred", "unknown")
    if stated and stands and (not found.day or stated.first <= found.day <= stated.last):
        published = article.published
    return Dating(
        article_id=article.article_id,
        story_id=story_id,
        published=published,
        first=cut(found.first, "day") if found.first else None,
        last=cut(found.last, "day") if found.last else None,
        basis=found.basis,
        why=found.why,
        confidence=found.confidence,
        moment=find_moment(published, article.published_zone),
    )
