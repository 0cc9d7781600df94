"""How likely two articles tell of one unfolding happening."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from dateline.model import Link, Profile, Record
from dateline.settings import RelateSettings
from dateline.stage import Batch
from dateline.stories.likeness import chance, explain, view_of


def relate_bucket(batch: Batch, settings: RelateSettings) -> Iterable[Record]:
    """Score the pairs of a bucket; a pair that meets in several buckets is scored in the smallest alone."""
    profiles = sorted(batch.all(Profile), key=lambda profile: profile.article_id)
    if len(profiles) > settings.most_articles:
        return
    views = [view_of(profile) for profile in profiles]
    buckets = [frozenset(profile.buckets) for profile in profiles]
    for left, right in combinations(range(len(profiles)), 2):
        if min(buckets[left] & buckets[right]) == batch.key:
            score = round(chance(views[left], views[right]), 4)
            if score >= settings.least_score:
                why = explain(views[left], views[right])
                yield Link(left=profiles[left].article_id, right=profiles[right].article_id, score=score, why=why)
