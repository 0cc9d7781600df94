"""Captions: signed ones are seen, and go only when the report tells the same."""

from __future__ import annotations

import pytest

from dateline.clean.captions import Told, find_sign, strip_credit
from dateline.clean.lines import Line, look_at

REPORT = ["The ferry company closed the line to Kvalvik on Monday, and 40 passengers spent the night in a school."]


def sign(text: str) -> str | None:
    line = Line(1, text, False)
    return find_sign(line, look_at(line))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Reuters", "credit"),
        ("Ada Lund/AFP", "credit"),
        ("Enlarge this image toggle caption Ada Lund/AP Ada Lund/AP", "credit"),
        ("Passengers spend the night in a school in Kvalvik [Courier Pool/Getty Images]", "caption"),
        ("Passengers wait at the pier in Kvalvik. [NEWS1]", "caption"),
        ("File - In this Dec. 28, 2017 file photo, a ferry is seen at the pier. (AP Photo/Ada Lund, File)", "caption"),
        ("A ferry is seen at the pier. (Ada Lund, File/Associated Press)", "caption"),
        ("A ferry is seen at the pier in Kvalvik, January 1, 2018. REUTERS/Ada Lund", "caption"),
        ("A ferry at the pier after the storm ©Ada Lund (AFP)", "caption"),
        ("Getty Images Passengers were carried off the ferry last night", "caption"),
        ("AP:Associated Press The ferry had lost most of its windows", "caption"),
        ("A ferry lies at the pier on Monday. Reuters", "caption"),
        ("A ferry Hide Caption 1 of 2 A pier Hide Caption 2 of 2", "gallery"),
        ("The ferry (pictured) was closed on Monday, the company said.", None),
        ("The ferry was closed on Monday, the company told Reuters.", None),
        ("The ferry was closed on Monday. (Reuters)", None),
        ("Reuters reported that the ferry was closed on Monday", None),
        ("The ferry was closed on Monday, the county said. PTI", None),
    ],
)
def test_signs(text: str, expected: str | None) -> None:
    assert sign(text) == expected


def test_what_the_report_holds() -> None:
    told = Told(REPORT)
    assert told.holds("Passengers spend the night in a school")
    assert not told.holds("Passengers spend the night in a school in Tromdal")
    assert not told.holds("Some 55 passengers spend the night in a school")
    assert not told.holds("A dog swims beside the pier")


def test_credit_is_stripped_before_comparing() -> None:
    assert strip_credit("Getty Images Passengers in a school") == "Passengers in a school"
    assert strip_credit("Passengers in a school. REUTERS/Ada Lund").startswith("Passengers in a school.")
