"""How much stands behind a point: the four counts, and the fewest origins from which it can come."""

from __future__ import annotations

from itertools import chain, combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Article, Cite, Claim, Origin, Passage
from dateline.support import Evidence, count_fewest, count_independent, say_support


def origin(name: str, *articles: str) -> Origin:
    return Origin(origin_id=name, story_id="s", articles=articles, why="")


def passage(article_id: str, start: int, end: int, of: str) -> Passage:
    return Passage(
        passage_id=f"{article_id}{start}{of}", story_id="s", article_id=article_id, start=start, end=end, origin_id=of,
        why="",
    )  # fmt: skip


def cite(article_id: str, start: int = 0, end: int = 10) -> Cite:
    return Cite(article_id=article_id, start=start, end=end, quote="x" * (end - start))


def claim(article_id: str, speaker: str | None, end: int = 10) -> Claim:
    return Claim(
        claim_id=article_id, story_id="s", quote_id="q", article_id=article_id, speakers=(), speaker=speaker,
        kind="direct", stance="says", cite=cite(article_id, 0, end),
    )  # fmt: skip


def article(name: str, outlet: str | None) -> Article:
    return Article(article_id=name, capture_id=name, uri=name, sha256="", outlet=outlet, text="x" * 100)


def test_three_wire_copies_and_one_that_credits_the_wire_are_one_report() -> None:
    evidence = Evidence([origin("wire", "a", "b", "c"), origin("own", "d")], [passage("d", 0, 10, "wire")])
    assert evidence.count([cite("a"), cite("b"), cite("c"), cite("d")]).origins == 1
    assert evidence.count([cite("a"), cite("d", 20, 30)]).origins == 2


def test_a_cite_rests_on_a_passage_that_holds_half_of_it() -> None:
    evidence = Evidence([origin("own", "a")], [passage("a", 0, 5, "other")])
    assert evidence.sources("a", 0, 10) == {"other"}
    assert evidence.sources("a", 0, 11) == {"own"}
    two = Evidence([origin("own", "a")], [passage("a", 0, 3, "x"), passage("a", 4, 7, "y")])
    assert two.sources("a", 0, 10) == {"x", "y"}
    assert two.sources("b", 0, 10) == {"b"}


def test_one_press_conference_is_two_reports_and_one_speaker() -> None:
    claims = [claim("a", "Ada Holm"), claim("b", "ada holm")]
    articles = [article("a", "Lyth Courier"), article("b", "Norby Mail")]
    got = Evidence([origin("1", "a"), origin("2", "b")], (), articles, claims).count([cite("a"), cite("b")])
    assert (got.articles, got.outlets, got.origins, got.speakers) == (2, 2, 2, 1)


def test_outlets_are_counted_by_name_and_unknown_ones_by_article() -> None:
    articles = [article("a", "Lyth Courier"), article("b", "LYTH COURIER"), article("c", None)]
    got = Evidence((), (), articles).count([cite(name) for name in "abcd"])
    assert (got.articles, got.outlets, got.speakers) == (4, 3, 0)
    assert Evidence(()).count(()).origins == 0


def test_a_chain_of_credits_leads_to_its_end() -> None:
    told = [("a", frozenset({"b"})), ("b", frozenset({"c"})), ("d", frozenset({"c"}))]
    assert count_independent(told) == 1
    own = [("a", frozenset({"b"})), ("b", frozenset({"b"})), ("d", frozenset({"c"}))]
    assert count_independent(own) == 2
    round_about = [("a", frozenset({"b"})), ("b", frozenset({"a"}))]
    assert count_independent(round_about) == 1


ROWS = st.lists(st.frozensets(st.sampled_from("abcde"), min_size=1, max_size=3), max_size=7)


def smallest(rows: list[frozenset[str]]) -> int:
    """The size of a smallest hitting set, by trying all."""
    keys = sorted(set(chain.from_iterable(rows)))
    sizes = range(len(keys) + 1)
    return next(n for n in sizes if any(all(row & set(some) for row in rows) for some in combinations(keys, n)))


@given(ROWS)
def test_the_fewest_origins_hit_every_row(rows: list[frozenset[str]]) -> None:
    assert smallest(rows) <= count_fewest(rows) <= smallest(rows) + 1
    if all(len(row) == 1 for row in rows):
        assert count_fewest(rows) == smallest(rows)


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        ((1, 1, 1), "1 article"),
        ((2, 2, 2), "2 independent reports"),
        ((5, 4, 2), "5 articles, 4 outlets, 2 independent"),
        ((3, 3, 1), "3 articles, one origin"),
        ((4, 3, 1), "4 articles, 3 outlets, one origin"),
        ((2, 1, 1), "2 articles of one outlet"),
    ],
)
def test_counts_in_words(counts: tuple[int, int, int], words: str) -> None:
    assert say_support(*counts) == words
