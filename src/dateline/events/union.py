"""Sets that grow together: union-find over any hashable items, deterministic in what it returns."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

T = TypeVar("T")


class Union(Generic[T]):
    """Disjoint sets. ``join`` order changes nothing in ``groups``, which come sorted as the items were added."""

    def __init__(self, items: Iterable[T]) -> None:
        self._parent: dict[T, T] = {item: item for item in items}

    def find(self, item: T) -> T:
        """Return the set's representative."""
        root = item
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[item] != root:
            self._parent[item], item = root, self._parent[item]
        return root

    def join(self, left: T, right: T) -> None:
        """Make two sets one."""
        self._parent[self.find(right)] = self.find(left)

    def groups(self) -> list[list[T]]:
        """Return the sets, each with its items in the order in which they were added."""
        found: dict[T, list[T]] = {}
        for item in self._parent:
            found.setdefault(self.find(item), []).append(item)
        return list(found.values())
