"""A second look at groups that tell of one affair in other words: joined by marks that nobody else in the pile has."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from dateline.model import Profile
from dateline.settings import GroupSettings


def merge_by_marks(
    groups: Sequence[Sequence[str]],
    profiles: Mapping[str, Profile],
    scores: Mapping[tuple[str, str], float],
    apart: set[tuple[str, str]],
    settings: GroupSettings,
) -> list[list[str]]:
    """Join groups whose mean score is fair and that share enough marks: rare terms that hardly anyone else uses.

    Sibling events (two crashes, two votes) share their type's words with many others of a large pile, but not rare
    names; one affair told over weeks shares these and little else. Best pairs first, until none is left.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for profile in profiles.values():
        for term, _ in profile.terms:
            bearers[term].add(profile.article_id)
    merged = [sorted(group) for group in groups]
    known: dict[tuple[tuple[str, ...], tuple[str, ...]], float | None] = {}
    while True:
        best: tuple[float, list[str], list[str]] | None = None
        for left, right in _linked_groups(merged, scores):
            key = (tuple(left), tuple(right))
            if key not in known:
                known[key] = _score_join(left, right, profiles, scores, apart, bearers, settings)
            if (score := known[key]) is not None:
                best = max(best or (score, left, right), (score, left, right))
        if best is None:
            return sorted(merged)
        _, left, right = best
        merged = [group for group in merged if group not in (left, right)] + [sorted(left + right)]


def _score_join(
    left: Sequence[str],
    right: Sequence[str],
    profiles: Mapping[str, Profile],
    scores: Mapping[tuple[str, str], float],
    apart: set[tuple[str, str]],
    bearers: Mapping[str, set[str]],
    settings: GroupSettings,
) -> float | None:
    """Return the mean score between two groups if they may be joined, else None."""
    cross = [(min(a, b), max(a, b)) for a in left for b in right]
    mean = sum(scores.get(pair, 0.0) for pair in cross) / len(cross)
    if mean < settings.marked_threshold or any(pair in apart for pair in cross):
        return None
    marks = _shared_marks(left, right, profiles, bearers, scores, settings)
    if len(marks) >= settings.least_marks:
        return mean
    near = _days_between(left, right, profiles) <= settings.heavy_mark_days
    return mean if near and any(_weight(mark, left, right, profiles) >= settings.heavy_mark for mark in marks) else None


def _linked_groups(
    groups: Sequence[list[str]], scores: Mapping[tuple[str, str], float]
) -> list[tuple[list[str], list[str]]]:
    """Return the pairs of groups between which there is a link at all."""
    home = {member: at for at, group in enumerate(groups) for member in group}
    pairs = {(min(home[a], home[b]), max(home[a], home[b])) for a, b in scores if home[a] != home[b]}
    return [(groups[a], groups[b]) for a, b in sorted(pairs)]


def _shared_marks(
    left: Sequence[str],
    right: Sequence[str],
    profiles: Mapping[str, Profile],
    bearers: Mapping[str, set[str]],
    scores: Mapping[tuple[str, str], float],
    settings: GroupSettings,
) -> set[str]:
    """Return the rare terms of both groups that hardly a stranger has."""
    group = [*left, *right]
    shared = _rare_terms(left, profiles) & _rare_terms(right, profiles)
    near = {other for term in shared for other in bearers[term] if not _is_stranger(other, group, scores, settings)}
    return {term for term in shared if len(bearers[term] & near) / len(bearers[term]) >= settings.mark_share}


def _is_stranger(
    article: str, group: Sequence[str], scores: Mapping[tuple[str, str], float], settings: GroupSettings
) -> bool:
    """Tell whether an article has so little to do with a group that it could not join it."""
    if article in group:
        return False
    told = sum(scores.get((min(article, member), max(article, member)), 0.0) for member in group)
    return told / len(group) < settings.marked_threshold


def _weight(mark: str, left: Sequence[str], right: Sequence[str], profiles: Mapping[str, Profile]) -> float:
    """Return a mark's mean weight in the group where it weighs less."""
    return min(
        sum(dict(profiles[member].terms).get(mark, 0.0) for member in side) / len(side) for side in (left, right)
    )


def _days_between(left: Sequence[str], right: Sequence[str], profiles: Mapping[str, Profile]) -> float:
    """Return the days between the nearest dated articles of two groups; 0 when one has none."""
    ours, theirs = (
        [date.fromisoformat(day) for member in side if (day := profiles[member].day)] for side in (left, right)
    )
    return min((abs((a - b).days) for a in ours for b in theirs), default=0)


def _rare_terms(group: Sequence[str], profiles: Mapping[str, Profile]) -> set[str]:
    counts = Counter(term for member in group for term in profiles[member].buckets)
    return {term for term, count in counts.items() if 2 * count >= len(group)}
