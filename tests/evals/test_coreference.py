"""The coreference scores on cases counted by hand."""

from __future__ import annotations

import pytest
from evals.coreference import measure_b3, measure_ceaf, measure_conll, measure_muc

KEY = [frozenset("abc"), frozenset("d")]


def test_the_same_groups_score_one() -> None:
    assert measure_conll(KEY, [frozenset("d"), frozenset("cab")]) == pytest.approx(1)


def test_a_broken_group() -> None:
    broken = [frozenset("ab"), frozenset("c"), frozenset("d")]
    assert measure_muc(KEY, broken) == pytest.approx(2 / 3)  # recall 1 of 2 links, precision 1 of 1
    assert measure_b3(KEY, broken) == pytest.approx(2 / (1 + 1 / ((2 / 3 + 2 / 3 + 1 / 3 + 1) / 4)))
    assert measure_ceaf(KEY, broken) == pytest.approx(2 * (0.6 * 0.9) / (0.6 + 0.9))  # 0.8 + 1 of three and of two


def test_all_in_one() -> None:
    joined = [frozenset("abcd")]
    assert measure_muc(KEY, joined) == pytest.approx(2 / (1 + 1 / (2 / 3)))
    assert measure_b3(KEY, joined) == pytest.approx(2 / (1 + 1 / ((3 * 3 / 4 + 1 / 4) / 4)))


def test_what_one_side_lacks_counts_against_it() -> None:
    assert measure_b3(KEY, [frozenset("abc")]) < 1
    assert measure_b3(KEY, [*KEY, frozenset("e")]) < 1
    assert measure_conll(KEY, []) == 0
