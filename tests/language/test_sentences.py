"""Sentence ends: abbreviations, initials, quotes, decimals."""

from __future__ import annotations

import time

import pytest

from dateline.language.sentences import is_abbreviation, split_sentences
from dateline.language.tokens import tokenize

CASES = [
    "The S. Korean team met.| It left.",
    "Talks opened on Feb. 27 in Oslo.| They failed.",
    "He is No. 2 in line.| “No.” |She left.",
    "The U.S. Senate voted.| It passed in the U.S. |The vote was close.",
    "It rose 2.5 percent.| It fell 3 percent.",
    "“We go,” he said.| “We stay.” |She nodded.",
    "“Why now?” Mr. Hale asked.| No one spoke.",
    "They met at 4 p.m. Monday.| They met at 5 p.m. |The door shut.",
    "He works at Acme Corp. |The firm is old.",
    "She works at Acme Inc. in Oslo.",
    "Gen. J. K. Lund spoke.| So did Sen. Ida Berg.",
    "He waited...| Then he went.",
    "It was over.[12] |The rest fled.",
    "He said so.|The rest fled.",
    "1. The first point.| It is short.",
    "CASPER, Wyo. — A fire broke out.| It spread.",
    "SALEM, N.H. -- The vote was close.| It fell.",
    "It is in the law. ” |He left.",
    "He fled then-Sen. Berg.| All left.",
    "Wait! |Stop! |Is it true? |Yes.",
]


@pytest.mark.parametrize("marked", CASES)
def test_splits(marked: str) -> None:
    text = marked.replace("|", "")
    assert [text[start:end] for start, end in split_sentences(text, 0, len(text))] == [
        part.strip() for part in marked.split("|")
    ]


def test_abbreviations_keep_their_stop() -> None:
    assert is_abbreviation("Mr", " Hale")
    assert is_abbreviation("Corp", "")
    assert not is_abbreviation("Feb", "")
    assert not is_abbreviation("No", " It")


@pytest.mark.parametrize("unit", ["!", ".", "No. ", ". .", '."', "a+", "U.S. ", "“"])
def test_a_long_line_costs_no_more_than_its_length(unit: str) -> None:
    """A quadratic pattern takes half a minute for these, a linear one a tenth of a second."""
    text = unit * 30_000 + "a"
    began = time.process_time()
    for start, end in split_sentences(text, 0, len(text)):
        tokenize(text, start, end)
    assert time.process_time() - began < 5
