"""The ``attest`` stage: who stands behind each statement, and which reports are independent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from dateline.compare.origins import find_origins
from dateline.compare.speakers import Named, join_chain, name_speaker, name_stretches, outer_quotes
from dateline.ids import content_id
from dateline.model import Article, Cite, Claim, Copy, Entity, Mention, Quote, Record, Reference
from dateline.settings import AttestSettings
from dateline.stage import Batch


def attest_story(batch: Batch, settings: AttestSettings) -> Iterable[Record]:
    """Yield one claim for each quote of the story, with its chain of speakers, and the story's origins."""
    articles = sorted(batch.all(Article), key=lambda article: article.article_id)
    named = name_stretches(batch.all(Mention), batch.all(Reference), batch.all(Entity))
    quotes: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in batch.all(Quote):
        quotes[quote.article_id].append(quote)
    for article in articles:
        here = sorted(quotes[article.article_id], key=lambda quote: (quote.start, quote.end, quote.quote_id))
        yield from _claim_quotes(batch.key, article, here, named.get(article.article_id, ()))
    yield from find_origins(batch.key, articles, batch.all(Copy), settings)


def _claim_quotes(story_id: str, article: Article, quotes: Sequence[Quote], named: Sequence[Named]) -> Iterable[Claim]:
    """Yield the claims of one article, in order of their spans."""
    told = {quote.quote_id: name_speaker(article, quote, named) for quote in quotes}
    for quote in quotes:
        speaker, around = told[quote.quote_id]
        passed = [
            link
            for outer in outer_quotes(quote, quotes)
            for link in (*told[outer.quote_id][1], told[outer.quote_id][0])
        ]
        yield Claim(
            claim_id=content_id("claim", story_id, quote.quote_id),
            story_id=story_id,
            quote_id=quote.quote_id,
            article_id=article.article_id,
            speakers=join_chain((article.outlet, article.agency, *passed, *around, speaker)),
            speaker=speaker,
            kind=quote.kind,
            stance=quote.stance,
            cite=Cite(
                article_id=article.article_id,
                start=quote.start,
                end=quote.end,
                quote=article.text[quote.start : quote.end],
            ),
        )
