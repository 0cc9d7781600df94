"""How likely two articles tell of one unfolding happening."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

from dateline.model import Link, Profile, Record
from dateline.settings import RelateSettings
from dateline.stage import Batch


def relate_bucket(batch: Batch, settings: RelateSettings) -> Iterable[Record]:
    """Score the pairs of a bucket; a pair that meets in several buckets is scored in the smallest alone."""
    profiles = sorted(batch.all(Profile), key=lambda profile: profile.article_id)
    if len(profiles) > settings.most_articles:
        return
    vectors = {profile.article_id: dict(profile.terms) for profile in profiles}
    buckets = {profile.article_id: frozenset(profile.buckets) for profile in profiles}
    for left, right in combinations(profiles, 2):
        if min(buckets[left.article_id] & buckets[right.article_id]) == batch.key:
            yield from _link_pair(left, right, vectors[left.article_id], vectors[right.article_id], settings)


def _link_pair(
    left: Profile, right: Profile, ours: Mapping[str, float], theirs: Mapping[str, float], settings: RelateSettings
) -> Iterator[Link]:
    """Yield a pair's link if it scores enough: cosine of the terms, lowered with the days between the two."""
    days = _days_apart(left, right)
    nearness = 1.0 if days is None else math.exp(-((days / settings.days_scale) ** 2) / 2)
    score = _cosine(ours, theirs) * (settings.time_floor + (1 - settings.time_floor) * nearness)
    if round(score, 4) >= settings.least_score:
        why = _explain(ours, theirs, days)
        yield Link(left=left.article_id, right=right.article_id, score=round(score, 4), why=why)


def _cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    if len(left) > len(right):
        left, right = right, left
    return sum(weight * right.get(term, 0.0) for term, weight in left.items())


def _days_apart(left: Profile, right: Profile) -> int | None:
    if left.day is None or right.day is None:
        return None
    return abs((date.fromisoformat(left.day) - date.fromisoformat(right.day)).days)


def _explain(ours: Mapping[str, float], theirs: Mapping[str, float], days: int | None) -> str:
    shared = sorted((term for term in ours if theirs.get(term)), key=lambda term: (-ours[term] * theirs[term], term))
    when = "days unknown" if days is None else f"{days} days apart"
    return f"share {', '.join(shared[:6])}; {when}"
