"""A second look at what was left over: follow-ups that tell of an affair in other words, joined to it by its mark.

A mark is a word that weighs heavily on both sides and that no stranger in the pile has: the company, the ship, the
suspect that all of it is about. A place is none: a strike and a match of one town have it in common. Only few
articles join a group by it, never two large groups: sibling events (two fights of one boxer) share marks too.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping
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
    heap = [pair for group in sorted(groups.members) for pair in look.list_pairs(group)]
    heapq.heapify(heap)
    while heap:
        _, small, other = heapq.heappop(heap)
        if small in groups.members and other in groups.members and look.is_marked(small, other):
            for pair in look.list_pairs(groups.join(small, other)):
                heapq.heappush(heap, pair)


@dataclass(frozen=True, slots=True)
class _Look:
    groups: Groups
    bearers: Mapping[str, set[str]]
    settings: GroupSettings

    def list_pairs(self, group: int) -> Iterator[tuple[float, int, int]]:
        """Yield a group with each that is near enough, one of the two small: (negative chance, smaller, larger)."""
        for other in sorted(self.groups.near.get(group, ())):
            small, large = sorted((group, other), key=lambda number: (len(self.groups.members[number]), number))
            likely = self.groups.chance(small, large)
            if len(self.groups.members[small]) <= self.settings.leftover and likely >= self.settings.marked_chance:
                yield -likely, small, large

    def is_marked(self, small: int, other: int) -> bool:
        """Tell whether two groups share a mark, within the days that one affair takes."""
        one, two = self.groups.views[small], self.groups.views[other]
        days = days_between(one, two)
        if days is None and len(self.groups.members[small]) > self.settings.leftover_undated:
            return False
        if (days or 0) > self.settings.marked_days:
            return False
        places = {word for place in (*one.places, *two.places) for word in place.split()}
        heavy = [
            term
            for term in one.terms.keys() & two.terms.keys()
            if min(one.terms[term], two.terms[term]) >= self.settings.heavy_mark and term.lower() not in places
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
