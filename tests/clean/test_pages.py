"""The golden pages and datelines keep to their floors; headers are read field by field."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from evals.clean_pile import clean_pile, hold_text
from evals.eval_datelines import FLOOR, is_exact, read_openings
from evals.eval_furniture import FLOORS, GOLDEN, read_pages, score_alone

from dateline.clean.dateline import find_dateline
from dateline.clean.zones import find_offset
from dateline.model import Article, Stated

LEAD = "The ferry company said on Monday that all of its boats would stay in harbour until the storm had passed."
MORE = "About 40 passengers spent the night in the school of Kvalvik, where the Red Cross handed out blankets and soup."


def read(*lines: str, title: str | None = None) -> Article:
    article = clean_pile([hold_text("a.txt", "\n\n".join(lines), Stated(title=title))])[0].article
    assert article is not None
    return article


def test_golden_pages() -> None:
    leaked, lost = score_alone(read_pages(GOLDEN / "pages.txt")).shares()
    assert leaked <= FLOORS["pages"][0]
    assert lost <= FLOORS["pages"][1]


def test_golden_datelines() -> None:
    openings = list(read_openings())
    exact = sum(is_exact(opening, find_dateline(opening.text, 0, len(opening.text))) for opening in openings)
    assert len(openings) >= 100
    assert exact / len(openings) >= FLOOR


def test_confidence_is_a_share() -> None:
    for page in read_pages(Path(GOLDEN / "pages.txt")):
        for row in clean_pile([page.capture])[0].furniture:
            assert 0.5 <= row.confidence < 1
            assert row.why


def test_standfirst_between_headline_and_byline() -> None:
    summary = "Forty passengers spend the night in a school"
    article = read("Boats stay in harbour as storm hits Kvalvik", summary, "By Ada Lund", LEAD, MORE)
    assert article.standfirst is not None
    assert article.text[slice(*article.standfirst)] == summary
    assert article.byline == "Ada Lund"


def test_a_first_paragraph_is_no_standfirst() -> None:
    assert read("Boats stay in harbour as storm hits Kvalvik", LEAD, MORE).standfirst is None


def test_header_with_path_stamp_and_zone() -> None:
    article = read(
        "Home > Islands > Ferries",
        "Boats stay in harbour as storm hits Kvalvik",
        "Published 3:45 PM ET, Fri March 22, 2019",
        "Updated: March 23, 2019 08:00",
        LEAD,
        MORE,
    )
    assert (article.published, article.published_zone) == ("2019-03-22T15:45", "-04:00")
    assert (article.updated, article.section) == ("2019-03-23T08:00", "Ferries")


def test_the_day_above_a_headline_gives_way_to_a_stamp_below_it() -> None:
    title = "Boats stay in harbour as storm hits Kvalvik"
    article = read("Sunday, March 24, 2019", title, "Published: March 22, 2019", LEAD, MORE, title=title)
    assert article.published == "2019-03-22"


def test_agency_at_the_end_of_the_last_paragraph() -> None:
    article = read("Boats stay in harbour as storm hits Kvalvik", LEAD, f"{MORE} – AFP")
    assert article.agency == "AFP"
    assert article.text.endswith(MORE)


def test_a_partial_credit_says_so_and_gives_way_to_a_whole_one() -> None:
    title = "Boats stay in harbour as storm hits Kvalvik"
    assert read(title, LEAD, MORE, "With reporting by AFP").agency == "with AFP"
    assert read(title, f"OSLO, March 25 (Reuters) - {LEAD}", MORE, "With reporting by AFP").agency == "Reuters"


@pytest.mark.parametrize(
    ("zone", "day", "offset"),
    [
        ("ET", date(2019, 3, 22), "-04:00"),
        ("ET", date(2019, 3, 9), "-05:00"),
        ("ET", date(2006, 3, 22), "-05:00"),
        ("PT", date(2006, 10, 28), "-07:00"),
        ("PT", date(2006, 10, 29), "-08:00"),
        ("CT", date(2022, 11, 6), "-06:00"),
        ("BST", date(2019, 6, 1), "+01:00"),
        ("BST", date(2019, 3, 31), "+01:00"),
        ("BST", date(2019, 10, 27), None),
        ("CST", date(2019, 6, 1), None),
        ("ET", date(1950, 6, 1), None),
    ],
)
def test_zones_that_change_with_the_season(zone: str, day: date, offset: str | None) -> None:
    assert find_offset(zone, day) == offset
