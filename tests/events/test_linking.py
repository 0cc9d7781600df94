"""Average-link clustering: what is joined, what a veto keeps apart, and that the order of rows changes nothing."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.events.happenings.linking import link_average


def square(pairs: dict[tuple[int, int], float], size: int) -> np.ndarray:
    table = np.zeros((size, size))
    for (left, right), chance in pairs.items():
        table[left, right] = table[right, left] = chance
    return table


def test_likely_pairs_are_joined_and_weak_chains_are_not() -> None:
    table = square({(0, 1): 0.9, (1, 2): 0.6, (2, 3): 0.9}, 4)
    assert link_average(table, 0.5) == [[0, 1], [2, 3]]
    assert link_average(table, 0.1) == [[0, 1, 2, 3]]


def test_a_veto_holds_for_the_whole_group() -> None:
    table = square({(0, 1): 0.9, (1, 2): 0.9, (0, 2): -1.0}, 3)
    assert link_average(table, 0.0) == [[0, 1], [2]]


def test_no_rows_and_one_row() -> None:
    assert link_average(np.zeros((0, 0)), 0.5) == []
    assert link_average(np.zeros((1, 1)), 0.5) == [[0]]


@settings(max_examples=50)
@given(st.integers(2, 9), st.integers(0, 1000), st.floats(0.1, 0.9))
def test_every_row_is_in_one_group_whatever_the_order(size: int, seed: int, threshold: float) -> None:
    chance = np.random.default_rng(seed)
    table = chance.random((size, size))
    table = (table + table.T) / 2
    groups = link_average(table, threshold)
    assert sorted(row for group in groups for row in group) == list(range(size))
    order = chance.permutation(size)
    again = link_average(table[np.ix_(order, order)], threshold)
    assert sorted(sorted(int(order[row]) for row in group) for group in again) == groups
