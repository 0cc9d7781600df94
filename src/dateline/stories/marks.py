"""A second look at what was left over: follow-ups that tell of an affair in other words, joined to it by its mark.

A mark is a word that weighs heavily on both sides and that no stranger in the pile has: the company, the ship, the
suspect that all of it is about. Only one or two articles join a group by it, never two large groups: sibling events
(two fights of one boxer) share marks too.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dateline.settings import GroupSettings
from dateline.stories.joining import Groups
from dateline.stories.likeness import View, days_between


def join_leftovers(groups: Groups, views: Mapping[str, View], settings: GroupSettings) -> None:
    """Join small groups to those whose mark they bear, the likeliest first, until none is left."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    for article, view in views.items():
        for term in view.terms:
            bearers[term].add(article)
    look = _Look(groups, bearers, settings)
    while (best := look.find_best()) is not None:
        groups.join(*best)


@dataclass(slots=True)
class _Look:
    groups: Groups
    bearers: Mapping[str, set[str]]
    settings: GroupSettings

    def find_best(self) -> tuple[int, int] | None:
        """Return the likeliest pair of a small group and one whose mark it bears."""
        pairs = (
            (self.groups.chance(small, other), small, other)
            for small, members in self.groups.members.items()
            if len(members) <= self.settings.leftover
            for other in self.groups.near.get(small, ())
        )
        for likely, small, other in sorted(pairs, reverse=True):
            if likely < self.settings.marked_chance:
                break
            if self._is_marked(small, other):
                return small, other
        return None

    def _is_marked(self, small: int, other: int) -> bool:
        """Tell whether two groups share a mark, within the days that one affair takes."""
        one, two = self.groups.views[small], self.groups.views[other]
        if (days_between(one, two) or 0) > self.settings.marked_days:
            return False
        heavy = [
            term
            for term in one.terms.keys() & two.terms.keys()
            if min(one.terms[term], two.terms[term]) >= self.settings.heavy_mark
        ]
        kin = {small, other} | {
            near
            for near in self.groups.near.get(small, ())
            if self.groups.chance(small, near) >= self.settings.marked_chance
        }
        near = {article for group in kin for article in self.groups.members[group]}
        return any(
            len(self.bearers[term] & near) >= self.settings.mark_share * len(self.bearers[term]) for term in heavy
        )
