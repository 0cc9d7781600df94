"""Pieces and written shapes of words, whatever stands in a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.net.network import load_network
from dateline.language.net.pieces import MAX_PIECES, SHAPE_COUNT, SHAPES, UNK, PieceCutter, find_shape


@pytest.fixture(scope="module")
def cutter() -> PieceCutter:
    return load_network().cutter


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=30))
def test_every_word_has_pieces_and_a_shape(word: str) -> None:
    assert 1 <= len(load_network().cutter.cut(word)) <= MAX_PIECES
    assert 0 < find_shape(word) < SHAPE_COUNT


def test_words_without_pieces_and_endless_words_are_unknown(cutter: PieceCutter) -> None:
    assert cutter.cut("\u200b") == (UNK,)
    assert cutter.cut("a" * 30_000) == (UNK,)


@pytest.mark.parametrize(
    ("word", "shape"),
    [
        ("north", "lower"), ("Oslo", "title"), ("NATO", "capitals"), ("A", "initial"), ("J.", "initial"),
        ("iPhone", "mixed"), ("McKay", "mixed"), ("서울", "mixed"), ("2019", "digits"), ("1,300", "figure"),
        ("3rd", "figure"), ("U.S.", "capitals"), ("--", "mark"), ("🙂", "mark"), ("’s", "lower"), ("½", "figure"),
    ],
)  # fmt: skip
def test_shapes(word: str, shape: str) -> None:
    assert SHAPES[find_shape(word)] == shape
