"""Stamps that run into the first line of a report."""

from __future__ import annotations

import pytest
from evals.clean_pile import clean_pile, hold_text

from dateline.clean.lead import split_lead
from dateline.clean.lines import split_lines

LEAD = "The ferry company said on Monday that all of its boats would stay in harbour until the storm had passed."


@pytest.mark.parametrize(
    ("stamp", "published", "zone"),
    [
        ("March 14, 2021.", "2021-03-14", None),
        ("14 March 2021 --", "2021-03-14", None),
        ("BERGEN | Tue Mar 16 , 2021 8:42 pm GMT", "2021-03-16T20:42", "+00:00"),
        ("Saturday 25 April 2009 23.24 BST", "2009-04-25T23:24", "+01:00"),
        ("Thursday , October 23 , 2008 ; 10:02 AM --", "2008-10-23T10:02", None),
    ],
)
def test_a_stamp_before_the_report_gives_its_day(stamp: str, published: str, zone: str | None) -> None:
    done = clean_pile(
        [hold_text("a.txt", f"Boats stay in harbour at Kvalvik\n\n{stamp} {LEAD}\n\n{LEAD[:-1]} again.")]
    )[0]
    assert done.article is not None
    assert (done.article.published, done.article.published_zone) == (published, zone)
    assert done.article.published_basis == "header"
    assert LEAD in done.article.text.split("\n")
    assert [row.text for row in done.furniture if row.kind == "stamp"] == [stamp]


def test_the_dateline_behind_a_stamp_is_found() -> None:
    text = f"BERGEN, Norway | Wed Mar 17, 2021 8:42 am EDT BERGEN, Norway (Reuters) - {LEAD}"
    article = clean_pile([hold_text("a.txt", text)])[0].article
    assert article is not None
    assert (article.place, article.agency) == ("BERGEN, Norway", "Reuters")


@pytest.mark.parametrize(
    "text",
    [
        f"March 14, 2021 was the day on which {LEAD[0].lower()}{LEAD[1:]}",
        f"March 14, 2021, {LEAD[0].lower()}{LEAD[1:]}",
        "March 14, 2021. Too short.",
        f"March 14, 2021. {LEAD}\nMarch 15, 2021. {LEAD}\nMarch 16, 2021. {LEAD}",
        f"{LEAD} March 14, 2021.",
        LEAD,
    ],
)
def test_sentences_and_timelines_stay_whole(text: str) -> None:
    lines = split_lines(text)
    assert split_lead(lines) == lines
