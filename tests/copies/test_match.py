"""Signatures and candidates: every shared stretch leaves a print; pairs are the same from either side, and few."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.copies.pile import OTHER, WIRE, make_article, match, sign

from dateline.copies.order import find_agencies, is_agency
from dateline.copies.prints import hash_runs, split_words, winnow
from dateline.copies.sign import find_moment
from dateline.settings import MatchSettings, SignSettings

VOCABULARY = [f"{first}{last}" for first in "bdfgklmnprstvz" for last in ("ar", "en", "il", "or", "um", "ack", "est")]


def invent(seed: int, words: int = 200) -> str:
    dice = random.Random(seed)
    return " ".join(dice.choice(VOCABULARY) for _ in range(words))


@given(st.integers(0, 10**6), st.integers(0, 150), st.integers(0, 150), st.integers(0, 40))
def test_every_shared_stretch_leaves_a_print(seed: int, before: int, after: int, more: int) -> None:
    settings = SignSettings()
    stretch = invent(seed, settings.run_words + settings.window - 1 + more)
    left = f"{invent(seed + 1, before)} {stretch}"
    right = f"{stretch} {invent(seed + 2, after)}"
    mine, theirs = (winnow(hash_runs(split_words(text), settings.run_words), settings.window) for text in (left, right))
    assert len(np.intersect1d(mine, theirs)) > 0


@given(st.lists(st.integers(0, 2**63), max_size=80), st.integers(1, 20))
def test_prints_are_the_least_of_each_window(values: list[int], window: int) -> None:
    runs = np.array(values, np.uint64)
    wanted = {min(values[at : at + window]) for at in range(max(1, len(values) - window + 1)) if values}
    assert winnow(runs, window).tolist() == sorted(wanted)


def test_words_part_at_hyphens_and_other_marks() -> None:
    wanted = "the harbour master s £5 café"
    assert b" ".join(split_words("The “harbour-master’s” £5 café")).decode() == wanted


def test_hashes_are_the_same_on_every_machine() -> None:
    assert hash_runs(split_words("a b c"), 2).tolist() == [14920975377962249766, 17587439482865010166]


@pytest.mark.parametrize(
    ("published", "zone", "moment"),
    [
        (None, None, None),
        ("2021-05-04", None, "2021-05-04"),
        ("2021-05-04T01:30", "+09:00", "2021-05-03T16:30"),
        ("2021-05-04T22:30", "-05:00", "2021-05-05T03:30"),
        ("2021-05-04T22:30:15", None, "2021-05-04T22:30"),
        ("2021-05-04T22:30", "local", "2021-05-04T22:30"),
        ("0001-01-01T00:00", "+09:00", "0001-01-01T00:00"),
    ],
)
def test_moments_are_in_utc(published: str | None, zone: str | None, moment: str | None) -> None:
    assert find_moment(published, zone) == moment


@pytest.mark.parametrize(
    ("outlet", "credit", "is_one"),
    [
        ("Norpress", "Norpress", True),
        ("Norpress News Agency", "norpress", True),
        ("The United Coast Press", "UCP", True),
        ("Pelm Post", "Norpress", False),
        (None, "Norpress", False),
        ("Pelm Post", None, False),
    ],
)
def test_an_agency_is_an_outlet_that_others_credit(outlet: str | None, credit: str | None, is_one: bool) -> None:
    agencies = find_agencies([sign(make_article("a", WIRE, agency=credit))])
    assert is_agency(outlet, agencies) is is_one


def test_the_later_is_paired_with_the_earlier() -> None:
    pairs = match(
        [make_article("a", WIRE, published="2021-05-05"), make_article("b", WIRE + OTHER, published="2021-05-04")]
    )
    assert [(pair.article_id, pair.of) for pair in pairs] == [("a", "b")]
    assert pairs[0].shared >= 5


@given(st.lists(st.integers(0, 5), min_size=2, max_size=6), st.randoms(use_true_random=False))
def test_pairs_do_not_hang_on_order_and_chase_no_circle(cuts: list[int], dice: random.Random) -> None:
    articles = [
        make_article(
            str(at), f"{invent(cut, 60)} {invent(cut + 1, 60)}", published=f"2021-05-0{1 + cut}" if cut else None
        )
        for at, cut in enumerate(cuts)
    ]
    pairs = match(articles)
    dice.shuffle(articles)
    assert sorted(match(articles), key=repr) == sorted(pairs, key=repr)
    sources: dict[str, set[str]] = {}
    for pair in pairs:
        sources.setdefault(pair.article_id, set()).add(pair.of)
    while leaves := {of for ofs in sources.values() for of in ofs if of not in sources}:
        sources = {key: ofs - leaves for key, ofs in sources.items()}
        sources = {key: ofs for key, ofs in sources.items() if ofs}
    assert not sources


def test_equal_texts_are_paired_with_the_first_alone() -> None:
    pairs = match([make_article(f"{at:03}", WIRE) for at in range(100)])
    assert len(pairs) == 99
    assert {pair.of for pair in pairs} == {"000"}


def test_pairs_of_near_copies_grow_with_their_number() -> None:
    def edit(number: int) -> str:
        words = invent(1, 400).split()
        for at in random.Random(number).sample(range(400), 5):
            words[at] = "edited"
        return " ".join(words)

    small = len(match([make_article(f"{at:03}", edit(at)) for at in range(100)]))
    large = len(match([make_article(f"{at:03}", edit(at)) for at in range(400)]))
    assert large <= MatchSettings().most_sources * 400
    assert large <= 5 * small


def test_a_note_that_everybody_prints_pairs_nobody() -> None:
    note = invent(1, 40)
    assert match([make_article(f"{at:03}", f"{invent(at + 2, 300)} {note}") for at in range(30)]) == []
    assert len(match([make_article(f"{at:03}", f"{invent(at + 2, 300)} {note}") for at in range(3)])) == 3


def test_nothing_to_match() -> None:
    assert match([]) == []
    assert match([make_article("a", "")]) == []
