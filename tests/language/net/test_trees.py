"""Trees: whatever the scores, every word one head, one root, no cycle, and none better."""

from __future__ import annotations

from itertools import product

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dateline.language.net.trees import decode_tree, find_cycle

Scores = npt.NDArray[np.float32]


def square(longest: int) -> st.SearchStrategy[Scores]:
    numbers = st.floats(-30, 30, width=32).map(lambda number: round(number * 4) / 4)
    return st.integers(1, longest).flatmap(lambda n: arrays(np.float32, (n, n + 1), elements=numbers))


def is_tree(heads: list[int]) -> bool:
    def reaches_root(word: int) -> bool:
        for _ in heads:
            word = heads[word]
            if word < 0:
                return True
        return False

    return heads.count(-1) == 1 and all(reaches_root(word) for word in range(len(heads)))


def weigh(scores: Scores, heads: list[int]) -> float:
    return sum(float(scores[word, head + 1]) for word, head in enumerate(heads))


@settings(max_examples=200, deadline=None)
@given(square(12))
def test_there_is_always_one_tree_with_one_root(scores: Scores) -> None:
    assert is_tree(decode_tree(scores))


@settings(max_examples=150, deadline=None)
@given(square(5))
def test_no_tree_is_better(scores: Scores) -> None:
    count = len(scores)
    every = (list(heads) for heads in product(range(-1, count), repeat=count))
    best = max(weigh(scores, heads) for heads in every if is_tree(heads))
    assert weigh(scores, decode_tree(scores)) == best


@pytest.mark.parametrize("loves_root", [0.0, 100.0])
def test_a_long_sentence_has_one_root_however_the_words_long_for_it(loves_root: float) -> None:
    scores = np.random.default_rng(1).normal(size=(380, 381)).astype(np.float32) * 30
    scores[:, 0] += loves_root
    assert is_tree(decode_tree(scores))


def test_scores_are_left_as_they_were() -> None:
    scores = np.ones((3, 4), np.float32)
    decode_tree(scores)
    assert (scores == 1).all()


def test_edges() -> None:
    assert decode_tree(np.zeros((0, 1), np.float32)) == []
    assert decode_tree(np.zeros((1, 2), np.float32)) == [-1]


def test_cycles_are_found() -> None:
    assert find_cycle([0, 0, 1, 2]) == []
    assert sorted(find_cycle([0, 2, 3, 1, 0])) == [1, 2, 3]
