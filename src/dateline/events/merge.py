"""Which tellings are of one occurrence: greedy joining under vetoes, dated tellings first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from dateline.dates import Interval
from dateline.events.tellings import Telling
from dateline.settings import HappenSettings

_ALIKE = {
    name: names[0]
    for names in (
        ("withdraw", "leave"),
        ("kill", "die"),
        ("announce", "notify"),
        ("meet", "negotiate", "hold"),
        ("suspend", "close"),
        ("open", "launch"),
    )
    for name in names
}
"""Classes whose words tell one occurrence as often as not when day and people agree."""
_GRAINS = ("minute", "hour", "day", "weekend", "week", "month", "quarter", "season", "year", "decade", "century")


def merge_tellings(tellings: Sequence[Telling], settings: HappenSettings) -> list[list[Telling]]:
    """Return the groups of tellings that are one occurrence each, in a fixed order."""
    by_class: dict[tuple[str, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        lemma = telling.mention.lemma
        by_class[(_ALIKE.get(lemma, lemma), telling.group)].append(telling)
    groups: list[list[Telling]] = []
    for key in sorted(by_class):
        groups.extend(_merge_class(by_class[key], settings))
    return _merge_kin(groups, settings)


def _merge_kin(groups: Sequence[list[Telling]], settings: HappenSettings) -> list[list[Telling]]:
    """Join groups of kindred classes ("withdrew", "left") that tell of one day, one actor and in the same words."""
    merged: list[list[Telling]] = []
    akin: dict[tuple[str, str], list[list[Telling]]] = defaultdict(list)
    for group in groups:
        others = akin[(group[0].mention.type, group[0].group)]
        home = next((other for other in others if _are_kin(group, other, settings)), None)
        if home is None:
            merged.append(list(group))
            others.append(merged[-1])
        else:
            home.extend(group)
    return merged


def _are_kin(left: Sequence[Telling], right: Sequence[Telling], settings: HappenSettings) -> bool:
    if left[0].mention.type == "OTHER":
        return False
    alike = any(
        a.interval is not None
        and a.interval == b.interval
        and a.interval.first == a.interval.last
        and bool(a.actors & b.actors)
        and _jaccard(a.words, b.words) >= settings.kin_words
        for a in left
        for b in right
    )
    return alike and not any(_vetoes(a, b) for a in left for b in right)


def _merge_class(tellings: Sequence[Telling], settings: HappenSettings) -> list[list[Telling]]:
    """Place each telling in the group it fits best; those with the finest date come first and set the groups."""
    groups: list[list[Telling]] = []
    for telling in sorted(tellings, key=_placing_order):
        scored = [(score, -at) for at, group in enumerate(groups) if (score := _fit(telling, group, settings)) > 0]
        if scored:
            groups[-max(scored)[1]].append(telling)
        else:
            groups.append([telling])
    return groups


def _placing_order(telling: Telling) -> tuple[int, int, str, int]:
    fineness = _GRAINS.index(telling.interval.grain) if telling.interval else len(_GRAINS)
    return (fineness, telling.mention.noun, telling.mention.article_id, telling.mention.start)


def _fit(telling: Telling, group: Sequence[Telling], settings: HappenSettings) -> float:
    """Return how well a telling fits a group; 0 when anything speaks against it or too little for it."""
    if any(_vetoes(telling, other) for other in group):
        return 0.0
    return max(_likeness(telling, other, settings) for other in group)


def _vetoes(left: Telling, right: Telling) -> bool:
    """True when two tellings cannot be one occurrence: other days, or other people doing it."""
    if left.interval and right.interval and not _meet(left.interval, right.interval):
        return True
    if left.actors and right.actors and not left.actors & right.actors:
        return not (left.actors & right.targets or left.targets & right.actors)
    return False


def _meet(left: Interval, right: Interval) -> bool:
    return left.first <= right.last and right.first <= left.last


def _likeness(left: Telling, right: Telling, settings: HappenSettings) -> float:
    """Score what two tellings of one class share; below what is asked for their dates it is 0."""
    who = bool(left.actors & right.actors)
    whom = bool(left.targets & right.targets or left.target_words & right.target_words)
    where = left.place is not None and left.place == right.place
    alike = _jaccard(left.words, right.words)
    score = who + whom + 0.5 * where + 2 * alike
    if left.mention.lemma == "say" and alike < settings.same_words_said:
        return 0.0
    if left.interval and right.interval:
        days = min((i.last - i.first).days for i in (left.interval, right.interval))
        widest = max((i.last - i.first).days for i in (left.interval, right.interval))
        asked = settings.same_day if widest <= 1 else settings.same_span
        return score + 1.0 / (1 + days) if score >= asked else 0.0
    asked = settings.undated if left.interval or right.interval else settings.both_undated
    return score if who and score >= asked else 0.0


def _jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared) if left or right else 0.0


def finest_interval(group: Sequence[Telling]) -> Telling | None:
    """Return the telling that dates a happening: finest grain, then the day most tellings give, then the surest."""
    dated = [telling for telling in group if telling.interval]
    if not dated:
        return None

    def order(telling: Telling) -> tuple[int, int, float, str, int]:
        interval = telling.interval
        assert interval is not None
        votes = len({other.mention.article_id for other in dated if other.interval == interval})
        confidence = telling.reference.confidence if telling.reference else 0.0
        return (_GRAINS.index(interval.grain), -votes, -confidence, telling.mention.article_id, telling.mention.start)

    return min(dated, key=order)
