"""The document: what is in it, that its order is fixed, that every cite says what its article says."""

from __future__ import annotations

import random
from typing import Any

from tests.export.bridge_pile import Pile, make_records, text_of

from dateline.export.contract import Document
from dateline.export.document import build_document


def find_cites(data: Any) -> list[dict[str, Any]]:
    """Return everything that points at a stretch of an article, however deep."""
    if isinstance(data, list):
        return [cite for item in data for cite in find_cites(item)]
    if isinstance(data, dict):
        own = [data] if {"article_id", "start", "end", "quote"} <= data.keys() else []
        return own + [cite for item in data.values() for cite in find_cites(item)]
    return []


def test_every_cite_quotes_its_article(document: Document) -> None:
    cites = find_cites(document)
    assert len(cites) > 30
    for cite in cites:
        assert text_of(cite["article_id"])[cite["start"] : cite["end"]] == cite["quote"]


def test_articles_carry_the_date_that_the_story_settled(document: Document) -> None:
    radio = next(article for article in document["articles"] if article["article_id"] == "a3")
    assert (radio["published"], radio["published_basis"]) == ("2024-03-07", "inferred")
    assert radio["published_confidence"] == 0.8
    assert [line["kind"] for line in radio["furniture"]] == ["share", "related"]


def test_stories_stand_in_the_order_of_their_size(document: Document) -> None:
    assert [len(story["articles"]) for story in document["stories"]] == [4, 1]
    assert [story["origins"] for story in document["stories"]] == [3, 1]


def test_what_has_no_date_comes_last(document: Document) -> None:
    assert document["articles"][-1]["published"] is None
    assert document["stories"][0]["timeline"][-1]["first"] is None


def test_what_matters_comes_first(document: Document) -> None:
    found = [(row["severity"], row["verdict"]) for row in document["stories"][0]["discrepancies"]]
    assert found == [(3, "conflict"), (2, "conflict"), (2, "update"), (1, "rounding")]


def test_participants_are_named_and_origins_counted(document: Document) -> None:
    (event,) = document["stories"][0]["events"]
    assert event["actors"] == ["Ministry of Transport"]
    assert event["targets"] == ["Orle bridge"]
    assert event["origins"] == 3


def test_quotes_join_claim_and_quote(document: Document) -> None:
    quote = next(row for row in document["stories"][0]["quotes"] if row["speaker"] == "Pal Horvath")
    assert quote["speaker_text"] == "Deputy Transport Minister Pal Horvath"
    assert quote["stance"] == "denies"
    assert quote["speakers"] == ["Meridian Post", "Pal Horvath"]


def test_the_order_of_records_changes_nothing(document: Document) -> None:
    for seed in range(5):
        records = make_records()
        random.Random(seed).shuffle(records)
        assert build_document(Pile(records)) == document


def test_an_empty_store_gives_an_empty_document() -> None:
    assert build_document(Pile([])) == {"articles": [], "dropped": [], "copies": [], "stories": []}
