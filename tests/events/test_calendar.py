"""Meanings counted from a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates import cut
from dateline.events.times.calendar import Tense, find_interval
from dateline.model import TimeMeaning

MONDAY = date(2019, 3, 25)


@pytest.mark.parametrize(
    ("fields", "tense", "first", "last"),
    [
        ({"form": "weekday", "weekday": 4}, "past", "2019-03-22", "2019-03-22"),
        ({"form": "weekday", "weekday": 0}, "past", "2019-03-25", "2019-03-25"),
        ({"form": "weekday", "weekday": 0, "shift": -1}, None, "2019-03-18", "2019-03-18"),
        ({"form": "weekday", "weekday": 4}, "future", "2019-03-29", "2019-03-29"),
        ({"form": "weekday", "weekday": 4}, None, "2019-03-22", "2019-03-22"),
        ({"form": "calendar", "month": 9}, "past", "2018-09-01", "2018-09-30"),
        ({"form": "calendar", "month": 9}, "future", "2019-09-01", "2019-09-30"),
        ({"form": "calendar", "month": 3, "day": 15}, "past", "2019-03-15", "2019-03-15"),
        ({"form": "calendar", "month": 5, "day": 30}, "past", "2018-05-30", "2018-05-30"),
        ({"form": "calendar", "month": 4, "day": 5}, "past", "2019-04-05", "2019-04-05"),
        ({"form": "calendar", "month": 3, "day": 20}, "future", "2019-03-20", "2019-03-20"),
        ({"form": "calendar", "month": 11}, None, "2018-11-01", "2018-11-30"),
        ({"form": "calendar", "month": 11, "modifier": "since"}, "present", "2018-11-01", "2018-11-30"),
        ({"form": "calendar", "month": 8}, "present", "2019-08-01", "2019-08-31"),
        ({"form": "weekday", "weekday": 4}, "present", "2019-03-22", "2019-03-22"),
        ({"form": "weekday", "weekday": 1}, "present", "2019-03-26", "2019-03-26"),
        ({"form": "period", "name": "weekend", "shift": 0}, "past", "2019-03-23", "2019-03-24"),
        ({"form": "calendar", "month": 9, "unit": "year", "amount": -1}, "past", "2018-09-01", "2018-09-30"),
        ({"form": "calendar", "day": 22}, "past", "2019-03-22", "2019-03-22"),
        ({"form": "calendar", "day": 28}, "past", "2019-02-28", "2019-02-28"),
        ({"form": "calendar", "month": 11, "weekday": 3, "amount": 4}, "past", "2018-11-22", "2018-11-22"),
        ({"form": "offset", "unit": "month", "amount": -1}, "past", "2019-02-01", "2019-02-28"),
        ({"form": "offset", "unit": "week", "amount": -1}, "past", "2019-03-18", "2019-03-24"),
        ({"form": "offset", "unit": "day", "amount": -3}, "past", "2019-03-22", "2019-03-22"),
        ({"form": "offset", "unit": "year", "amount": 0}, None, "2019-01-01", "2019-12-31"),
        ({"form": "period", "name": "weekend"}, "past", "2019-03-23", "2019-03-24"),
        ({"form": "period", "name": "summer", "shift": -1}, "past", "2018-06-01", "2018-08-31"),
        ({"form": "period", "name": "Q3", "year": 2018}, None, "2018-07-01", "2018-09-30"),
        ({"form": "period", "name": "decade", "year": 1990}, None, "1990-01-01", "1999-12-31"),
        ({"form": "period", "name": "century", "year": 1801}, None, "1801-01-01", "1900-12-31"),
        ({"form": "period", "name": "easter+0"}, "future", "2019-04-21", "2019-04-21"),
        ({"form": "duration", "unit": "week", "amount": 2, "shift": -1}, None, "2019-03-11", "2019-03-25"),
    ],
)
def test_a_meaning_counts_from_the_day(fields: dict[str, Any], tense: Tense, first: str, last: str) -> None:
    found = find_interval(TimeMeaning(**fields), MONDAY, tense)
    assert found is not None
    assert (cut(found.first, "day"), cut(found.last, "day")) == (first, last)


def test_a_range_ends_after_it_begins() -> None:
    end = TimeMeaning(form="calendar", month=2, day=28)
    found = find_interval(TimeMeaning(form="calendar", month=2, day=27, until=end), MONDAY, "past")
    assert found is not None
    assert (found.first, found.last) == (date(2019, 2, 27), date(2019, 2, 28))


def test_without_a_day_only_a_year_helps() -> None:
    assert find_interval(TimeMeaning(form="weekday", weekday=4), None, "past") is None
    found = find_interval(TimeMeaning(form="calendar", year=2018, month=9), None, "past")
    assert found is not None
    assert found.grain == "month"


def test_sets_and_vague_times_name_no_days() -> None:
    assert find_interval(TimeMeaning(form="set", unit="week", amount=1), MONDAY, None) is None
    assert find_interval(TimeMeaning(form="vague", name="past"), MONDAY, None) is None


_maybe = st.none()
_meanings = st.builds(
    TimeMeaning,
    form=st.sampled_from(["calendar", "weekday", "offset", "period", "duration", "set", "vague"]),
    year=_maybe | st.integers(-600, 12_000),
    month=_maybe | st.integers(1, 12),
    day=_maybe | st.integers(1, 31),
    weekday=_maybe | st.integers(0, 6),
    name=_maybe | st.sampled_from(["summer", "Q2", "H1", "weekend", "decade", "century", "easter", "fiscal", "odd"]),
    unit=_maybe | st.sampled_from(["minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"]),
    amount=_maybe | st.integers(-500_000, 500_000).map(float),
    shift=_maybe | st.sampled_from([-1, 0, 1]),
    modifier=_maybe | st.sampled_from(["early", "until", "late"]),
)


@given(_meanings, _maybe | st.dates(), st.sampled_from([None, "past", "present", "future"]))
def test_any_meaning_from_any_day_is_in_order_or_open(meaning: TimeMeaning, day: date | None, tense: Tense) -> None:
    found = find_interval(meaning, day, tense)
    assert found is None or found.first <= found.last
