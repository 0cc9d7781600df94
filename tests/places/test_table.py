"""The table of places: folding, looking up, what it must know."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.table import countries, division_names, find_candidates, fold_place


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("Saint-Étienne", "st etienne"),
        ("St. Louis", "st louis"),
        ("Fort Worth", "ft worth"),
        ("Łódź", "lodz"),
        ("'s-Hertogenbosch", "s hertogenbosch"),
        ("  ", ""),
    ],
)
def test_names_fold_to_what_the_table_has(name: str, folded: str) -> None:
    assert fold_place(name) == folded


@pytest.mark.parametrize(
    ("name", "country", "division", "kind"),
    [
        ("Rapides Parish", "US", "LA", "county"),
        ("Louisiana", "US", "LA", "region"),
        ("France", "FR", "", "country"),
        ("Cottonport", "US", "LA", "city"),
        ("Oxfordshire", "GB", "", "region"),
        ("Baltic Sea", "", "", "water"),
        ("Hindu Kush", "", "", "mountains"),
    ],
)
def test_the_first_candidate_is_the_largest_of_the_name(name: str, country: str, division: str, kind: str) -> None:
    place = find_candidates(name)[0]
    assert (place.country, place.division, place.kind) == (country, division, kind)


def test_one_name_has_all_its_towns_and_the_lesser_names_come_last() -> None:
    places = find_candidates("Alexandria")
    assert {("EG", "06"), ("US", "VA"), ("US", "LA")} <= {(place.country, place.division) for place in places}
    assert [place.lesser for place in places] == sorted(place.lesser for place in places)


def test_an_old_name_leads_to_the_city() -> None:
    assert any(place.lesser and place.country == "IN" for place in find_candidates("Bombay"))


def test_what_no_place_bears_has_no_candidates() -> None:
    assert find_candidates("Qqzzy Ford upon Nothing") == ()


def test_points_lie_on_the_globe_and_capitals_are_marked() -> None:
    for name in ("Paris", "Suva", "Ottawa", "Georgia", "Springfield"):
        for place in find_candidates(name):
            assert -90 <= place.latitude <= 90
            assert -180 <= place.longitude <= 180
    assert [place.country for place in find_candidates("Ottawa") if place.capital] == ["CA"]
    assert sum(place.capital for place in find_candidates("Washington")) == 1


def test_divisions_and_countries_have_their_names() -> None:
    assert division_names()["US.LA"] == "Louisiana"
    assert countries()["KP"].name == "North Korea"
    assert len(countries()) > 190


@given(st.text(max_size=30))
def test_any_text_can_be_looked_up(text: str) -> None:
    assert all(fold_place(text) for _ in find_candidates(text))
