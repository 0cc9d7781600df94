"""A page's elements, looked up by their names and by how near they stand to its headline: there are the byline and the
date of the report itself."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import islice
from typing import Any

from lxml.etree import XPath

NEAR = 40
"""Elements behind the headline among which its byline and date stand; before it, half as many."""

MOST_ELEMENTS = 20_000
"""Elements of a page among which the headline's neighbours are looked for."""

_HEADS = XPath("//h1")
_NAMES = ("class", "id", "data-testid", "itemtype")


class Vicinity:
    """The places of a page's elements in its order, and of its headlines among them."""

    def __init__(self, tree: Any) -> None:
        """Number the elements once, and note what they are called."""
        self._places: dict[Any, int] = {}
        self._named: dict[str, list[Any]] = {}
        for at, node in enumerate(islice(tree.iter(), MOST_ELEMENTS)):
            self._places[node] = at
            names = [value for key in _NAMES if (value := node.get(key))] if isinstance(node.tag, str) else ()
            if names:
                self._named.setdefault(" ".join(names), []).append(node)
        self._heads = sorted(self._places[head] for head in _HEADS(tree) if head in self._places)

    def find_named(self, pattern: re.Pattern[str]) -> list[Any]:
        """Return the elements with a class, id or test id in which a pattern is found, in the order of the page."""
        found = [node for names, nodes in self._named.items() if pattern.search(names) for node in nodes]
        return sorted(found, key=lambda node: self._places[node])

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
