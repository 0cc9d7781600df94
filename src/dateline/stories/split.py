"""A second look at the groups of a stream: each small enough is grouped again, all with all, as a pile of its own.

A stream joins an article by what it is compared with as it comes; siblings, two events of one sort, are told apart by
what whole groups have in common, which shows only when all have come.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from dateline.settings import GroupSettings
from dateline.stories.joining import Groups, bind
from dateline.stories.judged import Judged
from dateline.stories.likeness import View


def split_groups(
    groups: Sequence[Sequence[str]],
    views: Mapping[str, View],
    sure: Iterable[tuple[str, str]],
    judged: Judged,
    settings: GroupSettings,
) -> list[list[str]]:
    """Return the groups, those that hold siblings taken apart; what is sure or judged stays together."""
    home = {article: number for number, group in enumerate(groups) for article in group}
    pairs: dict[int, list[tuple[str, str]]] = {}
    for left, right in sure:
        if home[left] == home[right]:
            pairs.setdefault(home[left], []).append((left, right))
    sets: dict[int, list[list[str]]] = {}
    for bound in judged.sets():
        if len({home[article] for article in bound}) == 1:
            sets.setdefault(home[bound[0]], []).append(bound)
    found: list[list[str]] = []
    for number, group in enumerate(groups):
        if not 2 < len(group) <= settings.split_most:
            found.append(sorted(group))
            continue
        own = {article: views[article] for article in sorted(group)}
        begun = bind(list(own), pairs.get(number, []), sets.get(number, []), judged.may_join)
        parts = Groups(begun, own, combinations(own, 2), judged.may_join)
        parts.agglomerate(settings.least_chance)
        found += parts.list_members()
    return sorted(found)
