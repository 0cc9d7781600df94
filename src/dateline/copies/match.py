"""Pairs of articles that share a fingerprint."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from dateline.model import Pair, Record, Signature
from dateline.settings import MatchSettings
from dateline.stage import Batch


def match_bucket(batch: Batch, settings: MatchSettings) -> Iterable[Record]:
    """Pair the articles of a bucket. A pair that meets in several buckets comes from the smallest alone.

    A bucket with more than ``most_articles`` holds a run that everybody prints (a legal line, a template), and pairs
    nobody.
    """
    signatures = sorted(batch.all(Signature), key=lambda signature: signature.article_id)
    if len(signatures) > settings.most_articles:
        return
    for left, right in combinations(signatures, 2):
        shared = set(left.buckets) & set(right.buckets)
        if min(shared) == batch.key:
            yield Pair(left=left.article_id, right=right.article_id, shared=len(shared))
