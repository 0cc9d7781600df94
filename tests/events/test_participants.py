"""Whom a phrase means, among those that it names."""

from __future__ import annotations

import pytest

from dateline.events.happenings.participants import find_meant
from dateline.model import Reference


@pytest.mark.parametrize(
    ("phrase", "names", "meant"),
    [
        ("a 16-year-old Sorlandish girl", ["Sorlandish"], []),
        ("the Sorlandish president", ["Sorlandish"], []),
        ("Sorlandish President Ines Berg", ["Sorlandish", "Ines Berg"], ["Ines Berg"]),
        ("the Sorlandish army", ["Sorlandish", "Sorlandish army"], ["Sorlandish army"]),
        ("Lund lawyer Leo Berg", ["Lund", "Leo Berg"], ["Leo Berg"]),
        ("Lund’s lawyer, Ines Berg", ["Lund", "Ines Berg"], ["Ines Berg"]),
        ("Arbor Mills' former chief executive", ["Arbor Mills"], []),
        ("Sorland and the Westmark", ["Sorland", "Westmark"], ["Sorland", "Westmark"]),
        ("Leo Berg of Sorland", ["Leo Berg", "Sorland"], ["Leo Berg"]),
        ("officials of Sorland, Westmark and Ostria", ["Sorland", "Westmark", "Ostria"], []),
        ("the governments of Sorland and Ostria", ["Sorland", "Ostria"], ["Sorland", "Ostria"]),
        ("dozens of Sorlanders", ["Sorlanders"], ["Sorlanders"]),
        ("the Secretary of State Ines Berg", ["Ines Berg"], ["Ines Berg"]),
        ("the head of the OBC, Ines Berg", ["OBC", "Ines Berg"], ["Ines Berg"]),
        ("Ines Berg, a devout Ostrian", ["Ines Berg", "Ostrian"], ["Ines Berg"]),
        ("Ines Berg, the house’s top Ostrian", ["Ines Berg", "Ostrian"], ["Ines Berg"]),
        ("Ines Berg, of retailer Arbor Mills", ["Ines Berg", "Arbor Mills"], ["Ines Berg"]),
        ("Berg, the Red House and Sorland", ["Berg", "Red House", "Sorland"], ["Berg", "Red House", "Sorland"]),
        ("Arbor Mills (Ostria)", ["Arbor Mills", "Ostria"], ["Arbor Mills"]),
        ("Ines Berg Friday", ["Ines Berg"], ["Ines Berg"]),
    ],
)
def test_meant(phrase: str, names: list[str], meant: list[str]) -> None:
    text = f"Then {phrase} came."
    rows = [
        Reference(
            article_id="a",
            story_id="s",
            start=text.index(name),
            end=text.index(name) + len(name),
            entity_id=name,
            via="name",
        )
        for name in names
    ]
    assert sorted(find_meant(text, (5, 5 + len(phrase)), rows)) == sorted(meant)


def test_no_phrase_means_nobody() -> None:
    assert find_meant("They came.", None, []) == frozenset()
