"""How near an element stands to the page's headline: there are the byline and the date of the report itself."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Any

from lxml.etree import XPath

NEAR = 40
"""Elements behind the headline among which its byline and date stand; before it, half as many."""

MOST_ELEMENTS = 20_000
"""Elements of a page among which the headline's neighbours are looked for."""

_HEADS = XPath("//h1")


class Vicinity:
    """The places of a page's elements in its order, and of its headlines among them."""

    def __init__(self, tree: Any) -> None:
        """Number the elements once."""
        self._places = {node: at for at, node in enumerate(tree.iter()) if at < MOST_ELEMENTS}
        self._heads = sorted(self._places[head] for head in _HEADS(tree) if head in self._places)

    def measure(self, node: Any) -> int | None:
        """Return how many elements an element stands behind the nearest headline, or twice as many before it; None
        beyond ``NEAR``."""
        at = self._places.get(node)
        if at is None or not self._heads:
            return None
        nearest = bisect_left(self._heads, at)
        marks = self._heads[max(0, nearest - 1) : nearest + 1]
        far = min(at - mark if at >= mark else 2 * (mark - at) for mark in marks)
        return far if far <= NEAR else None

    def sort(self, nodes: Iterable[Any]) -> list[tuple[int, Any]]:
        """Return (distance, element) of those that stand near, nearest first."""
        found = [(far, node) for node in nodes if (far := self.measure(node)) is not None]
        return sorted(found, key=lambda item: item[0])
