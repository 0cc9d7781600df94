"""How the brief's first line is measured: what counts as telling a headline, and which line is the first."""

from __future__ import annotations

from typing import cast

import pytest
from evals.eval_brief import find_first, measure, tells

from dateline.export.contract import Document

HEADLINE = "Orsk dam bursts, nine killed in Pelm"


def test_a_line_tells_a_headline_by_two_words_and_a_third_of_them() -> None:
    assert tells("The dam of Orsk burst on Friday.", HEADLINE)
    assert not tells("The mayor of Pelm asked for help.", HEADLINE)
    assert not tells("", HEADLINE)
    assert tells("Pelm has a mayor.", "Pelm")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("7 May 2021: The dam burst.", "The dam burst."),
        ("Reported 7 May 2021: The dam burst.", "The dam burst."),
        ("30 April – 1 May 2021: The dam burst.", "The dam burst."),
        ("7 May 2021, 08:30: The dam burst.", "The dam burst."),
        ("Orsk: the dam burst.", "Orsk: the dam burst."),
    ],
)
def test_the_first_line_is_read_without_its_day(text: str, first: str) -> None:
    rows = [{"section": "agreed", "text": "No.", "cites": []}, {"section": "what happened", "text": text, "cites": []}]
    assert find_first(cast("Document", {"stories": [{"brief": rows}]})) == first
    assert find_first(cast("Document", {"stories": []})) == ""


def test_shares_of_lines_and_of_headlines() -> None:
    lines = [("Orsk dam burst", [HEADLINE, HEADLINE, "Tarn wins"]), ("Nothing", [HEADLINE, HEADLINE, HEADLINE])]
    assert measure(lines, 2) == pytest.approx((0.5, 1 / 3))
