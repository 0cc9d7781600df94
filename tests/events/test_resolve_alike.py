"""Forms of one name, and names that only look alike."""

from __future__ import annotations

import pytest

from dateline.events.entities.alike import (
    content_words,
    extends_short,
    is_acronym_of,
    lacks_office,
    plain_words,
    same_person,
    shortens,
    spelled_alike,
    squash,
)

PEOPLE = [
    ("Oh Min-ho", "OH Min Ho", True),
    ("Oh Min-ho", "Min-ho Oh", True),
    ("Oh Min-ho", "Oh Min-su", False),
    ("Ana B. Lund", "Ana Lund", True),
    ("Ana Maria Lund", "Ana Lund", True),
    ("Ana B. Lund", "Ana R. Lund", False),
    ("Ana B. Lund", "Ana R.B. Lund", False),
    ("Ana R. Lund", "Ana R.B. Lund", True),
    ("Ana R. Lund", "Ana Rose Lund", True),
    ("Ana Lund", "Eva Lund", False),
    ("Ana Lund", "Ana Moe", False),
    ("Daniel Lund", "Daniela Lund", False),
    ("Muhammad Farah", "Mohammed Farah", True),
    ("François Petit", "Francois Petit", True),
]


@pytest.mark.parametrize(("left", "right", "same"), PEOPLE)
def test_same_person(left: str, right: str, same: bool) -> None:
    assert same_person(plain_words(left), plain_words(right)) is same
    assert same_person(plain_words(right), plain_words(left)) is same


def test_words_and_letters() -> None:
    assert plain_words("The Côte d’Azur’s") == ("cote", "dazur")
    assert plain_words("U.N.") == ("un",)
    assert squash("Nord-Matin") == squash("Nord Matin") == "nordmatin"
    assert content_words("Ministry of Trade") == content_words("Trade Ministry")


def test_short_forms_leave_out_general_words_only() -> None:
    assert shortens("Acme", "Acme News Agency")
    assert shortens("Trade Ministry", "Ministry of National Trade")
    assert not shortens("Acme", "Acme Bridge")
    assert not shortens("France Info", "France TV Info")


def test_initials() -> None:
    assert is_acronym_of("NRC", "National Rescue Council")
    assert is_acronym_of("DOJ", "Department of Justice")
    assert not is_acronym_of("NRC", "National Trade Council")
    assert not is_acronym_of("Nrc", "National Rescue Council")


def test_spellings() -> None:
    assert spelled_alike("manuel", "manual")
    assert not spelled_alike("jong", "yong")
    assert not spelled_alike("maria", "mario")


@pytest.mark.parametrize(
    ("short", "long", "part"),
    [
        ("Saif al-Dawla", "Saif al-Dawla Haddad", True),
        ("St. Clair", "Amy St. Clair", True),
        ("Ana Maria", "Ana Maria Lund", False),
        ("Maria Lund", "Ana Maria Lund", False),
    ],
)
def test_given_and_family_names_of_two_words(short: str, long: str, part: bool) -> None:
    assert extends_short(plain_words(short), plain_words(long)) is part


def test_a_body_without_its_head() -> None:
    assert shortens("Treasury", "Treasury Department")
    assert shortens("Arlow police", "Arlow Police Department")
    assert not shortens("State", "State Department")
    assert lacks_office("Harbour Safety", "Department of Harbour Safety")
    assert not lacks_office("Harbour", "Department of the Harbour")
    assert not lacks_office("Supreme Court", "Supreme Court Committee")


def test_initials_leave_out_small_words_only() -> None:
    assert not is_acronym_of("PA", "Port Arlow police")
    assert is_acronym_of("PAP", "Port Arlow police")
    assert is_acronym_of("MHS", "Ministry for Harbour Safety")
