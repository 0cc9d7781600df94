"""Feasts on the days that calendars print for them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates import cut
from dateline.events.times.feasts import find_feast
from dateline.language.en.holidays import HOLIDAYS


@pytest.mark.parametrize(
    ("name", "year", "first"),
    [
        ("easter", 2019, "2019-04-21"),
        ("good friday", 2024, "2024-03-29"),
        ("orthodox easter", 2019, "2019-04-28"),
        ("thanksgiving", 2018, "2018-11-22"),
        ("black friday", 2018, "2018-11-23"),
        ("election day", 2016, "2016-11-08"),
        ("memorial day", 2018, "2018-05-28"),
        ("ramadan", 2019, "2019-05-06"),
        ("rosh hashanah", 2023, "2023-09-16"),
        ("yom kippur", 1973, "1973-10-06"),
        ("passover", 2024, "2024-04-23"),
        ("hanukkah", 2019, "2019-12-23"),
        ("purim", 2024, "2024-03-24"),
        ("lunar new year", 1968, "1968-01-30"),
        ("lunar new year", 2015, "2015-02-19"),
        ("chinese new year", 2025, "2025-01-29"),
        ("christmas", 2001, "2001-12-25"),
    ],
)
def test_a_feast_falls_on_its_day(name: str, year: int, first: str) -> None:
    found = find_feast(HOLIDAYS[name], year)
    assert found is not None
    assert cut(found.first, "day") == first


def test_ramadan_is_a_month() -> None:
    found = find_feast(HOLIDAYS["ramadan"], 2019)
    assert found is not None
    assert (found.grain, found.days) == ("month", 30)


@given(rule=st.sampled_from(sorted(set(HOLIDAYS.values()))), year=st.integers(1, 9999))
def test_any_year_has_a_feast_in_it_or_none(rule: str, year: int) -> None:
    found = find_feast(rule, year)
    if found is not None and not rule[:4].isdigit():
        assert abs(found.first.year - year) <= 1
        assert found.first <= found.last
