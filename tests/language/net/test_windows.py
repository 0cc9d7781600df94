"""Windows: every sentence in one, in order, bounded."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.net.network import load_network
from dateline.language.net.pieces import CLS, SEP, PieceCutter
from dateline.language.net.windows import (
    LONGEST_PIECES,
    WINDOW_PIECES,
    Words,
    cut_long,
    join_words,
    plan_windows,
)

WORDS = st.sampled_from(["Oss", "the", "unverifiability", "₩", "3,000", "https://a.example/b/c/d/e/f/g", "🙂", "서울"])


@pytest.fixture(scope="module")
def cutter() -> PieceCutter:
    return load_network().cutter


def make_words(words: list[str], *, opens: bool) -> Words:
    return Words(words, [True] * len(words), opens)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.lists(WORDS, min_size=1, max_size=120), st.booleans()), max_size=12))
def test_windows_hold_every_sentence_once_and_are_bounded(rows: list[tuple[list[str], bool]]) -> None:
    cutter = load_network().cutter
    sentences = [
        make_words(words[start:end], opens=opens) for words, opens in rows for start, end in cut_long(words, cutter)
    ]
    plan = plan_windows(sentences, cutter)
    assert [at for run in plan for at in range(*run)] == list(range(len(sentences)))
    for start, end in plan:
        found = join_words(sentences[start:end], cutter)
        words = [word for sentence in sentences[start:end] for word in sentence.words]
        assert len(found.first) == len(found.last) == len(words)
        assert len(found.ids) <= (LONGEST_PIECES + 3 if end - start == 1 else WINDOW_PIECES)
        assert all(after > last for last, after in pairwise([0, *found.first]))
        for word, first, last in zip(words, found.first, found.last, strict=True):
            assert tuple(found.ids[first : last + 1]) == cutter.cut(word)


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, max_size=900))
def test_parts_of_a_long_sentence_follow_each_other(words: list[str]) -> None:
    cutter = load_network().cutter
    parts = cut_long(words, cutter)
    assert [at for part in parts for at in range(*part)] == list(range(len(words)))
    assert all(sum(len(cutter.cut(word)) for word in words[start:end]) <= LONGEST_PIECES for start, end in parts)


def test_a_paragraph_stays_whole_where_it_can(cutter: PieceCutter) -> None:
    first, second = (make_words(["the"] * (WINDOW_PIECES // 3), opens=opens) for opens in (True, False))
    assert plan_windows([first, second, first, second], cutter) == [(0, 2), (2, 4)]
    assert plan_windows([first, *[second] * 3], cutter) == [(0, 2), (2, 4)]


def test_a_break_stands_between_paragraphs_but_not_before_the_first(cutter: PieceCutter) -> None:
    found = join_words([make_words(["One"], opens=True), make_words(["Two"], opens=True)], cutter)
    assert (found.ids[0], found.ids[2], found.ids[-1]) == (CLS, SEP, SEP)
    assert found.first == [1, 3]
