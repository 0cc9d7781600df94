"""Lines of credit and bylines, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean.signatures import read_byline, read_signature, split_signature


@pytest.mark.parametrize(
    ("line", "agency", "author"),
    [
        ("(Yonhap)", "Yonhap", None),
        ("— AFP", "AFP", None),
        ("/TASS/", "TASS", None),
        ("PTI |", "PTI", None),
        ("Source: Xinhua", "Xinhua", None),
        ("By ASSOCIATED PRESS", "ASSOCIATED PRESS", None),
        ("By Mara Tolin, Associated Press", "Associated Press", "Mara Tolin"),
        ("Mara Tolin | AP", "AP", "Mara Tolin"),
        ("By Mara Tolin and Bo Vik, Reuters", "Reuters", "Mara Tolin and Bo Vik"),
        ("ew/rt (dpa, AFP)", "dpa, AFP", None),
        ("– TIMES/NA", "TIMES/NA", None),
        ("© 2020 AFP", "AFP", None),
        ("Copyright 2019 The Associated Press. All rights reserved.", "The Associated Press", None),
        ("This article was originally published by The Harbour Wire.", "The Harbour Wire", None),
        ("with AP", "with AP", None),
        ("With reporting by AFP and Reuters", "with AFP and Reuters", None),
        ("(With inputs from ANI)", "with ANI", None),
        ("The Associated Press contributed to this report.", "with The Associated Press", None),
    ],
)
def test_lines_of_credit(line: str, agency: str, author: str | None) -> None:
    found = read_signature(line)
    assert found is not None
    assert (found.agency, found.author) == (agency, author)


@pytest.mark.parametrize(
    "line",
    [
        "Reuters reported on Friday that the dam holds.",
        "The AP said so.",
        "AFP and the ministry do not agree",
        "He told Yonhap that he would not go.",
        "Copyright law was the subject of the talks.",
        "With the boats in harbour, AFP had nobody to ask.",
    ],
)
def test_sentences_about_agencies_are_none(line: str) -> None:
    assert read_signature(line) is None


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Nora Selden, Chief Reporter", "Nora Selden"),
        ("By GINA TORRELL | gina@ebb-post.example | The Ebb Post", "GINA TORRELL"),
        ("by: Sam Ortega", "Sam Ortega"),
        ("By Bo Vik@bovik Mar 31, 2019, 9:00am EDT", "Bo Vik"),
        ("By Ada Lund and Bo Vik", "Ada Lund and Bo Vik"),
        ("By TOM HARKER FOR THE DAILY GLIMPSE", "TOM HARKER"),
        ("Nora Selden reports", "Nora Selden"),
        ("Ada Lund, Political Correspondent", "Ada Lund"),
        ("Words by Ada Lund", "Ada Lund"),
        ("Author: Kim Dell", "Kim Dell"),
    ],
)
def test_bylines(line: str, names: str) -> None:
    assert read_byline(line) == names


@pytest.mark.parametrize(
    "line", ["By Monday", "By contrast", "By March 3 the water had gone", "By the river", "Ada Lund said no", "Kvalvik"]
)
def test_no_bylines(line: str) -> None:
    assert read_byline(line) is None


def test_credit_behind_a_last_paragraph() -> None:
    assert split_signature("Nobody was hurt. – AFP") == ("Nobody was hurt.", "– AFP", "AFP")
    assert split_signature("“It is over,” he said. (Yonhap)") == ("“It is over,” he said.", "(Yonhap)", "Yonhap")
    assert split_signature("They spoke to AFP") is None
    assert split_signature("AFP") is None


@given(st.text(max_size=300))
def test_any_line_is_read_without_error(line: str) -> None:
    read_signature(line)
    read_byline(line)
    split = split_signature(line)
    assert split is None or line.startswith(split[0])
