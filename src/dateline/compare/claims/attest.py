"""The ``attest`` stage: who stands behind each statement, and which reports are independent."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from dateline.compare.claims.carried import carry_speakers, find_genders
from dateline.compare.claims.credits import Credit, NameFinder, find_credits
from dateline.compare.claims.origins import find_origins
from dateline.compare.claims.passages import find_passages
from dateline.compare.claims.reuse import find_speech
from dateline.compare.claims.sayings import count_sayings
from dateline.compare.claims.speakers import Named, join_chain, name_speaker, name_stretches, outer_quotes
from dateline.compare.claims.voices import find_hedge, find_voice
from dateline.ids import content_id
from dateline.model import Article, Cite, Claim, Copy, Entity, Furniture, Mention, Quote, Record, Reference, Sentence
from dateline.settings import AttestSettings
from dateline.stage import Batch
from dateline.support import Evidence

_NOTES = frozenset({"credit", "legal"})
"""Kinds of furniture that may say where a text is from."""


def attest_story(batch: Batch, settings: AttestSettings) -> Iterable[Record]:
    """Yield one claim for each quote of the story with its chain of speakers, the story's origins, and the passages
    that rest on another origin."""
    articles = sorted(batch.all(Article), key=lambda article: article.article_id)
    named = name_stretches(batch.all(Mention), batch.all(Reference), batch.all(Entity))
    quotes: defaultdict[str, list[Quote]] = defaultdict(list)
    for quote in sorted(batch.all(Quote), key=lambda quote: (quote.start, quote.end, quote.quote_id)):
        quotes[quote.article_id].append(quote)
    notes: defaultdict[str, list[str]] = defaultdict(list)
    for line in sorted(batch.all(Furniture), key=lambda line: (line.article_id, line.line)):
        notes[line.article_id] += [line.text] if line.kind in _NOTES else []
    credits = _read_credits(batch, articles, quotes, named)
    speech = {article.article_id: find_speech(article, quotes[article.article_id]) for article in articles}
    copies = batch.all(Copy)
    origins = find_origins(batch.key, articles, copies, settings, credits, speech, notes)
    known = {article.article_id: article for article in articles}
    passages = find_passages(batch.key, known, origins, copies, credits, speech, settings)
    sentences = group_rows(batch.all(Sentence))
    mentions = group_rows(batch.all(Mention))
    claims = [
        claim
        for key in known
        for claim in _claim_quotes(
            batch.key, known[key], quotes[key], named.get(key, ()), sentences[key], mentions[key]
        )
    ]
    yield from count_sayings(claims, Evidence(origins, passages, articles))
    yield from origins
    yield from passages


def _read_credits(
    batch: Batch,
    articles: Sequence[Article],
    quotes: Mapping[str, Sequence[Quote]],
    named: Mapping[str, Sequence[Named]],
) -> dict[str, list[Credit]]:
    """Return what each article credits to other newsrooms."""
    finder = NameFinder((article.outlet for article in articles), batch.all(Mention))
    sentences: defaultdict[str, list[Sentence]] = defaultdict(list)
    for sentence in sorted(batch.all(Sentence), key=lambda row: (row.article_id, row.start, row.end)):
        sentences[sentence.article_id].append(sentence)
    found: dict[str, list[Credit]] = {}
    for article in articles:
        key = article.article_id
        found[key] = find_credits(article, sentences[key], quotes.get(key, ()), named.get(key, ()), finder)
    return found


def _sentence_of(quote: Quote, sentences: Sequence[Sentence]) -> tuple[int, int]:
    """Return where the sentence of a quote begins, and where its words end."""
    at = bisect_right([s.start for s in sentences], quote.start) - 1
    return (sentences[at].start if at >= 0 else quote.start), quote.end


R = TypeVar("R", Sentence, Mention)


def group_rows(rows: Iterable[R]) -> defaultdict[str, list[R]]:
    """Return rows by article, in the order of the text."""
    found: defaultdict[str, list[R]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.article_id, row.start, row.end)):
        found[row.article_id].append(row)
    return found


def _claim_quotes(
    story_id: str,
    article: Article,
    quotes: Sequence[Quote],
    named: Sequence[Named],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
) -> Iterable[Claim]:
    """Yield the claims of one article, in order of their spans."""
    told = {quote.quote_id: name_speaker(article, quote, named) for quote in quotes}
    alone = {key: name for key, (name, _) in told.items()}
    carried = carry_speakers(article, quotes, alone, named, sentences, find_genders(mentions, named))
    told |= {key: (name, told[key][1]) for key, name in carried.items()}
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
            voice=find_voice(article, quote, speaker, named),
            hedge=find_hedge(article.text, *_sentence_of(quote, sentences)),
            cite=Cite(
                article_id=article.article_id,
                start=quote.start,
                end=quote.end,
                quote=article.text[quote.start : quote.end],
            ),
        )
