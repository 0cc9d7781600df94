"""Words for dates, numbers and sources."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.contract import Document, LocationData, TimelineData
from dateline.export.phrase import (
    clean_controls,
    flatten,
    main_entries,
    name_file,
    say_answer,
    say_count,
    say_dropped,
    say_inferred,
    say_place,
    split_at,
)


def test_counts() -> None:
    assert say_count(1, "article") == "1 article"
    assert say_count(0, "article") == "0 articles"
    assert say_count(2, "story", "stories") == "2 stories"


@pytest.mark.parametrize(
    ("uri", "name"),
    [
        ("pile/a.txt", "a.txt"),
        ("/x/y/rows.jsonl#3", "rows.jsonl#3"),
        ("https://example.org/news/", "news"),
        ("/", "/"),
        ("-", "standard input"),
    ],
)
def test_files_are_named_by_their_last_part(uri: str, name: str) -> None:
    assert name_file(uri) == name


def test_values_as_a_reader_says_them(document: Document) -> None:
    about, exact = document["stories"][0]["quantities"][0]["values"]
    assert say_answer(about, "count") == "about 60"
    assert say_answer(exact, "percent") == "64%"
    assert say_answer({**exact, "approx": "range", "low": 1000.0, "high": 2500.5}, "EUR") == "1,000–2,500.5 EUR"
    assert say_answer({**exact, "approx": "vague", "value": None}, "people").startswith("“The closure")


def test_dropped_inputs_are_counted_by_reason(document: Document) -> None:
    assert say_dropped(document) == "2 left out: 1 not text, 1 too short"


def test_a_timeline_without_weighty_lines_is_shown_whole(document: Document) -> None:
    entries = document["stories"][0]["timeline"]
    assert len(main_entries(entries)) == 4
    lesser = [entry for entry in entries if entry["importance"] == 1]
    assert main_entries(lesser) == lesser


def test_nothing_drives_a_terminal_or_turns_words_round() -> None:
    assert flatten("a\x1b[31mb\u202ec\n\n d\ud800") == "a�[31mbc d�"
    assert clean_controls("a\tb\nc\u200f") == "a\tb\nc\u200f"


@given(st.text(), st.lists(st.integers(-5, 60)))
def test_pieces_add_up_to_the_text(text: str, points: list[int]) -> None:
    assert "".join(text[left:right] for left, right in split_at(text, points)) == text


def test_an_inferred_time_is_told_as_such() -> None:
    entry: TimelineData = {
        "first": "2019-03-21",
        "last": "2019-03-22",
        "grain": "day",
        "time_basis": "inferred",
        "time_why": "told as news",
        "reported": "2019-03-22",
        "text": "Crews left.",
        "status": "actual",
        "origins": 1,
        "articles": 1,
        "outlets": 1,
        "speakers": 0,
        "importance": 2,
        "location": None,
        "cites": [],
    }
    assert say_place(entry) == ""
    place: LocationData = {
        "name": "Orsk", "country": "PM", "admin": "Pelmland", "latitude": 51.0, "longitude": 4.0, "kind": "city",
        "confidence": 0.9, "why": "",
    }  # fmt: skip
    assert say_place({**entry, "location": place}) == "Orsk, Pelmland"
    assert say_place({**entry, "location": place, "text": "Crews left Orsk."}) == ""
    assert say_inferred(entry) == "by the report of 22 March 2019"
    assert say_inferred({**entry, "time_basis": "told"}) == ""
