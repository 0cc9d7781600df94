"""Scores for groups of mentions: MUC, B-cubed, entity-based CEAF, and their mean, the CoNLL score.

As in the reference scorer (Pradhan et al. 2014): mentions that only one side has count as groups of their own on
neither side; groups of one are kept, as is usual on ECB+.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

Cluster = frozenset[Hashable]
Clusters = Sequence[Cluster]


def measure_conll(key: Clusters, response: Clusters) -> float:
    """Return the mean of the three F1 scores."""
    return (measure_muc(key, response) + measure_b3(key, response) + measure_ceaf(key, response)) / 3


def measure_muc(key: Clusters, response: Clusters) -> float:
    """Return MUC F1 (Vilain et al. 1995): links kept of those that hold the groups together."""
    return _harmonic(_keep_links(response, key), _keep_links(key, response))


def _keep_links(groups: Clusters, others: Clusters) -> float:
    where = {member: at for at, group in enumerate(others) for member in group}
    kept = all_links = 0
    for group in groups:
        parts = {where.get(member, member) for member in group}
        kept += len(group) - len(parts)
        all_links += len(group) - 1
    return kept / all_links if all_links else 0.0


def measure_b3(key: Clusters, response: Clusters) -> float:
    """Return B-cubed F1 (Bagga and Baldwin 1998): over mentions, how much of its group each is found with."""
    return _harmonic(_share_groups(response, key), _share_groups(key, response))


def _share_groups(groups: Clusters, others: Clusters) -> float:
    where = {member: group for group in others for member in group}
    shares = [len(group & where.get(member, frozenset())) / len(group) for group in groups for member in group]
    return sum(shares) / len(shares) if shares else 0.0


def measure_ceaf(key: Clusters, response: Clusters) -> float:
    """Return entity-based CEAF F1 (Luo 2005): the best one-to-one match of groups by their Dice overlap."""
    overlap = np.zeros((len(key), len(response)))
    where: dict[Hashable, int] = {member: at for at, group in enumerate(response) for member in group}
    for row, group in enumerate(key):
        for column in {where[member] for member in group if member in where}:
            other = response[column]
            overlap[row, column] = 2 * len(group & other) / (len(group) + len(other))
    rows, columns = linear_sum_assignment(-overlap)
    total = float(overlap[rows, columns].sum())
    return _harmonic(total / len(response) if response else 0.0, total / len(key) if key else 0.0)


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
