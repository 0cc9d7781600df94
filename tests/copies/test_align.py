"""Aligning: passages found wherever they stand, over small changes; what is said to be shared is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.copies.pile import OTHER, WIRE

from dateline.copies.align import find_passages, prepare_text
from dateline.copies.overlap import measure_overlap

WORDS = st.lists(st.sampled_from("ab cd ef gh ij kl 12 Mo".split()), max_size=60).map(" ".join)


def test_a_changed_number_parts_no_passage() -> None:
    text, other = prepare_text(WIRE), prepare_text(WIRE.replace("nine", "eleven"))
    (passage,) = find_passages(text, other, 6, 12)
    assert sum(block.size for block in passage.blocks) == len(text.words) - 1


def test_moved_paragraphs_are_found() -> None:
    parts = WIRE.split("\n")
    moved = prepare_text("\n".join([parts[2], parts[0], parts[3], parts[1]]))
    overlap = measure_overlap(prepare_text(WIRE), moved, 6, 12)
    assert overlap.share == overlap.back == 1.0
    assert overlap.breaks == 3


def test_words_in_quotation_marks_are_not_free() -> None:
    text = prepare_text("He spoke. “The pier will not hold another night of wind.” Then he left.")
    overlap = measure_overlap(text, text, 6, 12)
    assert overlap.longest_quoted == 9
    assert overlap.longest_free == len(text.words) - 9


def test_a_quotation_over_two_paragraphs_is_quoted_in_both() -> None:
    text = prepare_text("“The pier will not hold.\n“And the wind goes on,” he said.")
    assert text.quoted == (True,) * 10 + (False,) * 2


def test_facts_are_numbers_days_months_and_names_inside_a_sentence() -> None:
    text = prepare_text("Divers went to Pelm on Tuesday, 4 May.\nThey found 1,200 crates.")
    facts = [word for word, is_fact in zip(text.words, text.facts, strict=True) if is_fact]
    assert facts == ["pelm", "tuesday", "4", "may", "1,200"]


def test_two_reports_share_next_to_nothing() -> None:
    overlap = measure_overlap(prepare_text(WIRE), prepare_text(OTHER), 6, 12)
    assert overlap.share < 0.1


@given(WORDS, st.integers(1, 9))
def test_a_text_stands_wholly_in_itself(text: str, size: int) -> None:
    overlap = measure_overlap(prepare_text(text), prepare_text(text), size, 5)
    assert overlap.share == overlap.back == (1.0 if text else 0.0)
    assert overlap.rest == overlap.changes == 0


@given(WORDS, WORDS, st.integers(1, 6), st.integers(0, 6))
def test_every_passage_says_the_same_in_both(left: str, right: str, size: int, gap: int) -> None:
    text, other = prepare_text(left), prepare_text(right)
    seen: set[int] = set()
    for passage in find_passages(text, other, size, gap):
        assert max(block.size for block in passage.blocks) >= min(size, len(text.words), len(other.words))
        for block in passage.blocks:
            here, there = range(block.here, block.here + block.size), range(block.there, block.there + block.size)
            assert [text.words[at] for at in here] == [other.words[at] for at in there]
            assert not seen.intersection(here)
            seen.update(here)


@given(WORDS, WORDS)
def test_shares_are_shares_and_runs_lie_inside(left: str, right: str) -> None:
    text = prepare_text(left)
    overlap = measure_overlap(text, prepare_text(right), 3, 4)
    for share in (overlap.share, overlap.back, overlap.free, overlap.free_back, overlap.fact_share):
        assert 0.0 <= share <= 1.0
    assert overlap.free <= overlap.share
    assert all(0 <= first < end <= len(text.words) for first, end in overlap.runs)
    assert list(overlap.runs) == sorted(overlap.runs)


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_text_can_be_aligned(left: str, right: str) -> None:
    text = prepare_text(left, 5)
    assert all(left[start:end] for start, end in text.spans)
    assert len(text.words) == len(text.spans) == len(text.quoted) == len(text.facts)
    measure_overlap(text, prepare_text(right), 3, 4)
