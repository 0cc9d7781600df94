"""Words for dates, numbers and sources."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.export.contract import Document, TimelineData
from dateline.export.phrase import (
    clean_controls,
    flatten,
    main_entries,
    name_file,
    say_count,
    say_date,
    say_dropped,
    say_inferred,
    say_span,
    say_value,
    split_at,
)


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2019", "2019"),
        ("2019-03", "Mar 2019"),
        ("2019-03-02", "2 Mar 2019"),
        ("2019-03-25T08:36", "25 Mar 2019, 08:36"),
        ("2019-03-25T08:36:12+01:00", "25 Mar 2019, 08:36 +01:00"),
        (None, "undated"),
        ("", "undated"),
        ("2019-99", "2019-99"),
        ("spring", "spring"),
    ],
)
def test_dates_in_words(iso: str | None, words: str) -> None:
    assert say_date(iso) == words


@pytest.mark.parametrize(
    ("first", "last", "grain", "words"),
    [
        ("2019-03-22", "2019-03-22", "day", "22 Mar 2019"),
        ("2019-03-14", "2019-03-15", "day", "14–15 Mar 2019"),
        ("2019-02-27", "2019-03-02", "day", "27 Feb – 2 Mar 2019"),
        ("2018-12-30", "2019-01-02", "day", "30 Dec 2018 – 2 Jan 2019"),
        ("2018-09", "2018-11", "month", "Sep 2018 – Nov 2018"),
        ("2018-09-01", "2018-09-30", "month", "Sep 2018"),
        ("2018-01-01", "2018-12-31", "year", "2018"),
        (None, "2019-03-15", None, "15 Mar 2019"),
        (None, None, None, "undated"),
    ],
)
def test_spans_in_words(first: str | None, last: str | None, grain: str | None, words: str) -> None:
    assert say_span(first, last, grain) == words


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
    assert say_value(about, "count") == "about 60"
    assert say_value(exact, "percent") == "64 percent"
    assert say_value({**exact, "approx": "range", "low": 1000.0, "high": 2500.5}, "EUR") == "1,000–2,500.5 EUR"
    assert say_value({**exact, "approx": "vague", "value": None}, "people").startswith("“The closure")


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
        "cites": [],
    }
    assert say_inferred(entry) == "by the report of 22 Mar 2019"
    assert say_inferred({**entry, "time_basis": "told"}) == ""
