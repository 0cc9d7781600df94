"""Average-link clustering of a few hundred items whose pairs have probabilities."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt


def link_average(chances: npt.NDArray[np.float64], threshold: float) -> list[list[int]]:
    """Return groups of rows, joined while two groups' mean chance of belonging together is ``threshold`` or more.

    ``chances`` is square and symmetric; what stands in its diagonal says nothing. A pair below zero is a veto: groups
    that hold one are never joined. Groups and rows in them come in order.
    """
    sums = chances.astype(np.float64)
    vetoed = sums < 0
    size = np.ones(len(sums))
    alive = np.ones(len(sums), bool)
    members = [[row] for row in range(len(sums))]
    while True:
        means = np.where(vetoed, -1.0, sums / np.outer(size, size))
        means[~alive] = means[:, ~alive] = -1.0
        np.fill_diagonal(means, -1.0)
        best = int(means.argmax()) if len(means) else 0
        left, right = divmod(best, max(1, len(means)))
        if not len(means) or means[left, right] < threshold:
            return sorted(sorted(members[row]) for row in range(len(sums)) if alive[row])
        left, right = min(left, right), max(left, right)
        sums[left] += sums[right]
        sums[:, left] += sums[:, right]
        vetoed[left] |= vetoed[right]
        vetoed[:, left] |= vetoed[:, right]
        size[left] += size[right]
        alive[right] = False
        members[left] += members[right]
