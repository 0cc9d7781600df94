"""Walks over a dependency tree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.language.handmade import make_tree

from dateline.language.reading import Token
from dateline.language.tree import plant_tree

DAM = make_tree("The/DT>2:det old/JJ>2:amod dam/NN>3:nsubj broke/VBD>-1:root on/IN>5:case Monday/NNP>3:obl:unmarked")


def test_children_and_what_hangs_below() -> None:
    assert DAM.below(3, "nsubj", "obl") == [2, 5]
    assert DAM.below(3, "obl:unmarked") == [5]
    assert DAM.words_below(5, "case") == {"on"}
    assert DAM.base(5) == "obl"
    assert list(DAM.above(4)) == [5, 3]
    assert DAM.reach(2) == [0, 1, 2]


def test_the_top_of_a_span_is_the_word_whose_head_lies_outside() -> None:
    assert DAM.top_of(0, 3) == 2
    assert DAM.top_of(4, 6) == 5
    assert DAM.top_of(0, 6) == 3


@given(st.lists(st.integers(0, 30), min_size=1, max_size=30))
def test_everything_hangs_on_the_root(draws: list[int]) -> None:
    heads = [-1, *(draw % at for at, draw in enumerate(draws[1:], 1))]
    tokens = [Token("x", at, at + 1, "NN", "x", "NOUN", head, "dep") for at, head in enumerate(heads)]
    tree = plant_tree(tokens)
    assert tree.reach(0) == list(range(len(heads)))
    assert all(list(tree.above(at))[-1:] == ([0] if at else []) for at in range(len(heads)))
