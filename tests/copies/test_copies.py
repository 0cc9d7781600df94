"""Copies: found by shared runs, told apart by kind, never between reports that only share a quotation."""

from __future__ import annotations

from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.copies.align import find_overlap, prepare_text
from dateline.copies.copies import find_copies
from dateline.copies.match import match_bucket
from dateline.copies.sign import sign_article
from dateline.model import Article, Copy, Judgement, Pair, Record, Signature
from dateline.settings import CopiesSettings, MatchSettings, SignSettings
from dateline.stage import Batch

WIRE = (
    "The harbour master of Pelm closed the northern basin on Tuesday after a barge broke loose in the night and struck "
    "the fuel pier. No one was hurt, but divers found a crack four metres long under the waterline. The barge belongs "
    "to a firm in the capital that had been fined twice for slack moorings. Ferries were sent to the southern quay, "
    "where crews worked until dawn to lay out new gangways. The basin will stay closed until the pier has been shored "
    "up, which the town engineer expects to take nine days. Fishermen complained that they had not been told."
)
OTHER = (
    "Pelm's northern basin is shut. A loose barge hit the fuel pier there during a gale, and the town now reckons with "
    "more than a week of repairs. Passengers to the islands have to walk to the southern quay instead. A spokeswoman "
    "for the port could not say who will pay, and the owner of the barge did not answer calls on Tuesday evening."
)


def make_article(
    article_id: str, text: str, outlet: str | None = None, published: str | None = None, agency: str | None = None
) -> Article:
    return Article(
        article_id=article_id,
        capture_id="c" + article_id,
        uri=article_id,
        sha256="",
        text=text,
        outlet=outlet,
        published=published,
        agency=agency,
    )


def find(*articles: Article, judgements: tuple[Judgement, ...] = ()) -> list[Copy]:
    buckets: dict[str, list[Record]] = defaultdict(list)
    for article in articles:
        for record in sign_article(Batch(article.article_id, {Article: (article,)}), SignSettings()):
            assert isinstance(record, Signature)
            for bucket in record.buckets:
                buckets[bucket].append(record)
    pairs = [
        pair
        for key, rows in buckets.items()
        if len(rows) > 1
        for pair in match_bucket(Batch(key, {Signature: tuple(rows)}), MatchSettings())
    ]
    batch = Batch("", {Article: articles, Pair: tuple(pairs), Judgement: judgements})
    return [copy for copy in find_copies(batch, CopiesSettings()) if isinstance(copy, Copy)]


def test_the_later_of_two_equal_texts_is_the_copy() -> None:
    (copy,) = find(make_article("a", WIRE, published="2021-05-05"), make_article("b", WIRE, published="2021-05-04"))
    assert (copy.article_id, copy.of, copy.kind, copy.share) == ("a", "b", "exact", 1.0)
    assert copy.spans == ((0, len(WIRE) - 1),)


def test_an_abridged_wire_text_is_a_reprint_of_the_longer() -> None:
    half = ". ".join(WIRE.split(". ")[:3]) + "."
    (copy,) = find(make_article("a", half), make_article("b", WIRE))
    assert (copy.article_id, copy.of, copy.kind) == ("a", "b", "reprint")


def test_the_same_outlet_makes_it_a_revision() -> None:
    longer = WIRE + " " + OTHER
    (copy,) = find(
        make_article("a", WIRE, outlet="Pelm Post", published="2021-05-04T08:00"),
        make_article("b", longer, outlet="Pelm Post", published="2021-05-04T12:00"),
    )
    assert (copy.article_id, copy.kind) == ("b", "revision")


def test_a_report_with_wire_paragraphs_reuses_in_part() -> None:
    mixed = OTHER + " " + OTHER.upper() + " " + WIRE[:230]
    (copy,) = find(make_article("a", mixed), make_article("b", WIRE))
    assert copy.kind == "partial"


def test_two_own_reports_of_one_event_are_no_copies() -> None:
    assert find(make_article("a", WIRE), make_article("b", OTHER)) == []


def test_a_shared_quotation_is_no_copy() -> None:
    words = "We closed the basin because nobody can promise that the pier will hold another night of wind like this one"
    left = f"{OTHER} “{words} and so it stays shut,” the harbour master said."
    right = f"{WIRE[:120]} The man in charge spoke. “{words} and so it stays shut,” he said. {WIRE[300:420]}"
    assert find(make_article("a", left), make_article("b", right)) == []


def test_a_form_filled_in_twice_is_no_copy() -> None:
    form = (
        "Shares closed at {} after opening at {} and the index moved by {} points to {} with {} gainers and {} losers"
    )
    first, second = (
        form.format(*range(start, start + 6)) + ". " + form.format(*range(start + 9, start + 15))
        for start in (100, 300)
    )
    assert find(make_article("a", first), make_article("b", second)) == []


def test_a_person_can_say_that_two_are_not_the_same() -> None:
    judgement = Judgement(judgement_id="j", kind="not_same", subjects=("b", "a"), note="")
    assert find(make_article("a", WIRE), make_article("b", WIRE), judgements=(judgement,)) == []


@pytest.mark.parametrize("text", ["", "one", "one two three"])
def test_tiny_texts_have_no_copies(text: str) -> None:
    assert find(make_article("a", text), make_article("b", text)) == []


@given(st.lists(st.sampled_from("ab cd ef gh ij kl".split()), max_size=60), st.integers(1, 9))
def test_a_text_stands_wholly_in_itself(words: list[str], size: int) -> None:
    text = prepare_text(" ".join(words))
    overlap = find_overlap(text, text, size)
    assert overlap.share == (1.0 if words else 0.0)


@given(st.text(max_size=200), st.text(max_size=200))
def test_overlap_is_a_share_with_spans_inside(left: str, right: str) -> None:
    overlap = find_overlap(prepare_text(left), prepare_text(right), 3)
    assert 0.0 <= overlap.share <= 1.0
    assert all(0 <= start < end <= len(left) for start, end in overlap.spans)
