"""From scores of arcs to a tree: every word one head, one root, no cycle."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]


def decode_tree(scores: Scores) -> list[int]:
    """Return the head of every word, -1 for the one root, so that the sum of scores is greatest.

    ``scores`` (finite) has a row for every word and a column for the root and every word after it (n, n + 1). The best
    tree is found by Chu & Liu's and Edmonds' algorithm; where it has more roots than one, again with arcs from the root
    that cost more than all others can win.
    """
    count = len(scores)
    if not count:
        return []
    square = np.full((count + 1, count + 1), -np.inf)
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    heads = _span_tree(square)[1:]
    if heads.count(0) != 1:
        square[1:, 0] -= count * (float(scores.max()) - float(scores.min()) + 1)
        heads = _span_tree(square)[1:]
    return [head - 1 for head in heads]


def find_cycle(heads: list[int]) -> list[int]:
    """Return the words of one cycle, none where the heads (0 the root, itself without a head) make a tree."""
    state = [0] * len(heads)
    state[0] = 2
    for start in range(1, len(heads)):
        path, at = [], start
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for word in path:
            state[word] = 2
    return []


def _span_tree(scores: npt.NDArray[np.float64]) -> list[int]:
    """Return the heads of the best tree from node 0; ``scores[word, head]``. Cycles are merged and opened again."""
    count = len(scores)
    heads = [0, *(int(head) for head in scores[1:].argmax(1))]
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    outer = [node for node in range(count) if node not in inside]
    place = {node: number for number, node in enumerate(outer)}
    merged = len(outer)
    smaller = np.full((merged + 1, merged + 1), -np.inf)
    smaller[:merged, :merged] = scores[np.ix_(outer, outer)]
    given_up = np.array([scores[node, heads[node]] for node in cycle])
    entering = scores[np.ix_(cycle, outer)] - given_up[:, None]
    leaving = scores[np.ix_(outer, cycle)]
    smaller[merged, :merged] = entering.max(0)
    smaller[:merged, merged] = leaving.max(1)
    smaller[0] = -np.inf
    inner = _span_tree(smaller)
    for node in outer[1:]:
        head = inner[place[node]]
        heads[node] = cycle[int(leaving[place[node]].argmax())] if head == merged else outer[head]
    entry = int(entering[:, inner[merged]].argmax())
    heads[cycle[entry]] = outer[inner[merged]]
    return heads
