"""Dates cut to their grain: parsing, cutting, comparing."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates import (
    Interval,
    add_days,
    add_months,
    cut,
    day_of,
    days_between,
    find_moment,
    make_day,
    order_key,
    overlap,
    parse_cut,
    span_of,
)


@pytest.mark.parametrize(
    ("text", "first", "last", "grain"),
    [
        ("2019", date(2019, 1, 1), date(2019, 12, 31), "year"),
        ("2018-09", date(2018, 9, 1), date(2018, 9, 30), "month"),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29), "month"),
        ("2019-03-22", date(2019, 3, 22), date(2019, 3, 22), "day"),
        ("2019-03-25T08:36", date(2019, 3, 25), date(2019, 3, 25), "minute"),
        ("2019-03-25T08:36:11+09:00", date(2019, 3, 25), date(2019, 3, 25), "minute"),
        ("2019-03-25T08", date(2019, 3, 25), date(2019, 3, 25), "hour"),
    ],
)
def test_a_cut_date_names_its_whole_stretch(text: str, first: date, last: date, grain: str) -> None:
    assert parse_cut(text) == Interval(first, last, grain)  # type: ignore[arg-type]


@pytest.mark.parametrize("text", [None, "", "soon", "0000", "2019-13", "2019-02-30", "2019-02-01T99", "XXXX-03-25"])
def test_what_is_no_date_is_none(text: str | None) -> None:
    assert parse_cut(text) is None
    assert day_of(text) is None


def test_cut_keeps_the_grain() -> None:
    day = date(2019, 3, 22)
    assert [cut(day, grain) for grain in ("year", "month", "day", "hour")] == [
        "2019",
        "2019-03",
        "2019-03-22",
        "2019-03-22",
    ]


def test_overlap_and_distance() -> None:
    march, friday, june = parse_cut("2019-03"), parse_cut("2019-03-22"), parse_cut("2019-06-01")
    assert march and friday and june
    assert overlap(march, friday)
    assert days_between(march, friday) == 0
    assert days_between(march, june) == days_between(june, march) == 62


def test_a_month_added_to_its_last_day_stays_in_the_calendar() -> None:
    assert add_months(date(2019, 1, 31), 1) == date(2019, 2, 28)
    assert add_months(date(2019, 1, 31), -11) == date(2018, 2, 28)
    assert add_months(date(9999, 12, 1), 1) is None
    assert add_days(date(9999, 12, 31), 1) is None
    assert make_day(2019, 2, 29) is None


def test_dates_of_mixed_grains_sort_finest_first_and_undated_last() -> None:
    dates: list[str | None] = [None, "2019", "2019-01-01", "2018-12", "2019-01-01T08:30"]
    assert sorted(dates, key=order_key) == ["2018-12", "2019-01-01T08:30", "2019-01-01", "2019", None]


def test_a_span_needs_its_ends_in_order() -> None:
    assert span_of("2019-02-27", "2019-02-28") == Interval(date(2019, 2, 27), date(2019, 2, 28), "day")
    assert span_of("2019-02-28", "2019-02-27") is None


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = parse_cut(text)
    assert found is None or found.first <= found.last
    order_key(text)


@given(st.dates())
def test_a_day_comes_back_from_its_text(day: date) -> None:
    assert day_of(cut(day, "day")) == day


@given(st.dates(), st.integers(-200_000, 200_000))
def test_months_land_in_the_calendar_or_nowhere(day: date, months: int) -> None:
    landed = add_months(day, months)
    assert landed is None or (landed.year * 12 + landed.month) - (day.year * 12 + day.month) == months


@pytest.mark.parametrize(
    ("published", "zone", "moment"),
    [
        ("2019-03-22T23:50", "-05:00", "2019-03-23T04:50"),
        ("2019-03-23T05:10", "+00:00", "2019-03-23T05:10"),
        ("2019-03-23T08:00", "+0900", "2019-03-22T23:00"),
        ("2019-03-22", "+09:00", None),
        ("2019-03-22T23:50", None, None),
        ("2019-03-22T23:50", "EST", None),
        ("0001-01-01T00:10", "+09:00", None),
        (None, "+09:00", None),
    ],
)
def test_moments_of_different_zones_meet_in_utc(published: str | None, zone: str | None, moment: str | None) -> None:
    assert find_moment(published, zone) == moment
