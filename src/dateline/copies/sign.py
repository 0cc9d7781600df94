"""Fingerprints of an article's word runs, by winnowing (Schleimer, Wilkerson and Aiken 2003)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from dateline.model import Article, Record, Signature
from dateline.settings import SignSettings
from dateline.stage import Batch
from dateline.words import find_words


def sign_article(batch: Batch, settings: SignSettings) -> Iterable[Record]:
    """Give an article its signature: every run of ``run_words + window - 1`` words leaves at least one print."""
    article = batch.one(Article)
    words = [word for word, _, _ in find_words(article.text)]
    prints = sorted(set(_winnow(_hash_runs(words, settings.run_words), settings.window)))
    yield Signature(article_id=article.article_id, buckets=tuple(prints), words=len(words))


def _hash_runs(words: Sequence[str], size: int) -> list[str]:
    return [
        blake2b(" ".join(words[start : start + size]).encode(), digest_size=8).hexdigest()
        for start in range(len(words) - size + 1)
    ]


def _winnow(hashes: Sequence[str], window: int) -> Iterator[str]:
    """Yield the smallest hash of every window of neighbouring hashes."""
    for start in range(max(1, len(hashes) - window + 1)):
        yield from [min(hashes[start : start + window])] if hashes else []
