"""What an article is compared by before anybody aligns it: its fingerprints, and what tells who came first."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from hashlib import blake2b

from dateline.copies.prints import hash_runs, split_words, winnow
from dateline.model import Article, Record, Signature
from dateline.settings import SignSettings
from dateline.stage import Batch


def sign_article(batch: Batch, settings: SignSettings) -> Iterable[Record]:
    """Give an article its signature: every run of ``run_words + window - 1`` words leaves at least one print."""
    article = batch.one(Article)
    words = split_words(article.text[article.body_start :]) or split_words(article.text)
    prints = winnow(hash_runs(words, settings.run_words), settings.window)
    yield Signature(
        article_id=article.article_id,
        prints=prints.astype(">u8").tobytes(),
        words=len(words),
        digest=blake2b(b" ".join(words), digest_size=12).hexdigest(),
        moment=find_moment(article.published, article.published_zone),
        outlet=article.outlet,
        agency=article.agency,
    )


def find_moment(published: str | None, zone: str | None) -> str | None:
    """Return a publication time in UTC, to the minute; a day stays a day, and a time without zone stays as it is."""
    if published is None or "T" not in published:
        return published
    if zone is None:
        return published[:16]
    try:
        offset = datetime.strptime(zone, "%z").utcoffset() or timedelta()
        return (datetime.strptime(published[:16], "%Y-%m-%dT%H:%M") - offset).strftime("%Y-%m-%dT%H:%M")
    except (ValueError, OverflowError):
        return published[:16]
