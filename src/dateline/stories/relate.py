"""How likely two articles tell of one unfolding happening."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
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
    for left, right in combinations(profiles, 2):
        if min(set(left.buckets) & set(right.buckets)) == batch.key:
            link = _score_pair(left, right, vectors, settings)
            if link.score >= settings.least_score:
                yield link


def _score_pair(
    left: Profile, right: Profile, vectors: Mapping[str, Mapping[str, float]], settings: RelateSettings
) -> Link:
    """Cosine of the terms, lowered with the days between the two."""
    cosine = _cosine(vectors[left.article_id], vectors[right.article_id])
    days = _days_apart(left, right)
    nearness = 1.0 if days is None else math.exp(-((days / settings.days_scale) ** 2) / 2)
    score = cosine * (settings.time_floor + (1 - settings.time_floor) * nearness)
    return Link(left=left.article_id, right=right.article_id, score=round(score, 4), why=_explain(left, right, days))


def _cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    if len(left) > len(right):
        left, right = right, left
    return sum(weight * right.get(term, 0.0) for term, weight in left.items())


def _days_apart(left: Profile, right: Profile) -> int | None:
    if left.day is None or right.day is None:
        return None
    return abs((date.fromisoformat(left.day) - date.fromisoformat(right.day)).days)


def _explain(left: Profile, right: Profile, days: int | None) -> str:
    theirs = dict(right.terms)
    shared = sorted(
        (term for term, weight in left.terms if theirs.get(term)), key=lambda t: (-dict(left.terms)[t] * theirs[t], t)
    )
    when = "days unknown" if days is None else f"{days} days apart"
    return f"share {', '.join(shared[:6])}; {when}"
