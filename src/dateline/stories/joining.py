"""Articles into groups: always the two likeliest groups become one, until none is likely enough.

Groups are compared as wholes, by what their articles have in common; the mean of their pairs' chances tells siblings
worse apart (evals/eval_stories.py), and a heap of strangers is like nothing in particular.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from dateline.stories.likeness import View, chance, join_views

MayJoin = Callable[[Iterable[str], Iterable[str]], bool]


class Groups:
    """Groups of articles by number, the view of each, and which could be one at all: those with a link between."""

    def __init__(
        self,
        groups: Iterable[list[str]],
        views: Mapping[str, View],
        linked: Iterable[tuple[str, str]],
        may_join: MayJoin,
    ) -> None:
        """Begin with some groups, which are never parted; ``may_join`` tells whether two of them may be one."""
        self.members: dict[int, list[str]] = {number: sorted(group) for number, group in enumerate(sorted(groups))}
        self.views = {
            number: join_views([views[article] for article in group]) for number, group in self.members.items()
        }
        self.near: defaultdict[int, set[int]] = defaultdict(set)
        self._may_join = may_join
        self._next = len(self.members)
        self._known: dict[tuple[int, int], float] = {}
        home = {article: number for number, group in self.members.items() for article in group}
        for left, right in linked:
            if home[left] != home[right]:
                self.near[home[left]].add(home[right])
                self.near[home[right]].add(home[left])

    def chance(self, left: int, right: int) -> float:
        """Return how likely two groups are of one story; 0 where they may not be."""
        key = (min(left, right), max(left, right))
        if key not in self._known:
            may = self._may_join(self.members[key[0]], self.members[key[1]])
            self._known[key] = chance(self.views[key[0]], self.views[key[1]]) if may else 0.0
        return self._known[key]

    def join(self, left: int, right: int) -> int:
        """Make two groups one; return its number."""
        number, self._next = self._next, self._next + 1
        self.members[number] = sorted(self.members.pop(left) + self.members.pop(right))
        self.views[number] = join_views([self.views.pop(left), self.views.pop(right)])
        self.near[number] = (self.near.pop(left, set()) | self.near.pop(right, set())) - {left, right}
        for other in self.near[number]:
            self.near[other] -= {left, right}
            self.near[other].add(number)
        return number

    def agglomerate(self, least: float) -> None:
        """Join the likeliest two groups, again and again, as long as their chance is at least so high."""
        heap = [
            (-self.chance(left, right), left, right)
            for left in sorted(self.near)
            for right in sorted(self.near[left])
            if left < right
        ]
        heapq.heapify(heap)
        while heap and -heap[0][0] >= least:
            _, left, right = heapq.heappop(heap)
            if left in self.members and right in self.members:
                number = self.join(left, right)
                for other in sorted(self.near[number]):
                    heapq.heappush(heap, (-self.chance(other, number), other, number))

    def list_members(self) -> list[list[str]]:
        """Return the groups in the order of their first articles' ids."""
        return sorted(self.members.values())


def bind(
    articles: Sequence[str], sure: Iterable[tuple[str, str]], sets: Iterable[Sequence[str]], may: MayJoin
) -> list[list[str]]:
    """Return the articles in the groups that stand whatever their texts say: sets that a person made, then copies."""
    home = {article: article for article in articles}
    members = {article: [article] for article in articles}
    given = [pair for group in sets for pair in combinations(group, 2)]
    for left, right in (*given, *sorted(sure)):
        ours, theirs = home[left], home[right]
        if ours != theirs and may(members[ours], members[theirs]):
            members[ours] += members.pop(theirs)
            home.update(dict.fromkeys(members[ours], ours))
    return [sorted(group) for group in members.values()]
