"""Words for dates, stretches and numbers: one voice for every part of the program."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.wording import MONTHS, begin, say_date, say_number, say_span, say_value


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2019", "2019"),
        ("2019-03", "March 2019"),
        ("2019-03-02", "2 March 2019"),
        ("2019-03-25T08:36", "25 March 2019, 08:36"),
        ("2019-03-25T08", "25 March 2019, 08:00"),
        ("2019-03-25T08:36:12+01:00", "25 March 2019, 08:36 +01:00"),
        ("2019-03-25T08:36Z", "25 March 2019, 08:36 UTC"),
        (None, "undated"),
        ("", "undated"),
        ("2019-99", "2019-99"),
        ("2019-00-01", "2019-00-01"),
        ("spring", "spring"),
    ],
)
def test_dates_in_words(iso: str | None, words: str) -> None:
    assert say_date(iso) == words


@pytest.mark.parametrize(
    ("first", "last", "grain", "words"),
    [
        ("2019-03-22", "2019-03-22", "day", "22 March 2019"),
        ("2019-03-22", None, None, "22 March 2019"),
        ("2019-03-14", "2019-03-15", "day", "14–15 March 2019"),
        ("2019-02-27", "2019-03-02", "day", "27 February – 2 March 2019"),
        ("2018-12-30", "2019-01-02", "day", "30 December 2018 – 2 January 2019"),
        ("2018-09", "2018-11", "month", "September – November 2018"),
        ("2018-09", "2019-02", "month", "September 2018 – February 2019"),
        ("2018-09-01", "2018-09-30", "month", "September 2018"),
        ("2018-09-01", "2018-09-30", None, "September 2018"),
        ("2018-09-02", "2018-09-30", None, "2–30 September 2018"),
        ("2018-01-01", "2018-12-31", "year", "2018"),
        ("2019", "2021", "year", "2019 – 2021"),
        ("1970", "1979", "decade", "1970s"),
        ("2019-03-25T08:36", "2019-03-25T09:10", "minute", "25 March 2019, 08:36–09:10"),
        (None, "2019-03-15", None, "15 March 2019"),
        (None, None, None, "undated"),
    ],
)
def test_spans_in_words(first: str | None, last: str | None, grain: str | None, words: str) -> None:
    assert say_span(first, last, grain) == words


@given(st.dates(), st.dates())
def test_both_ends_of_a_stretch_are_told(one: date, other: date) -> None:
    first, last = sorted((one, other))
    told = say_span(first.isoformat(), last.isoformat())
    assert told.endswith((str(last.year), f"{last.year:04d}"))
    if first.year == last.year and (first.month, last.month) != (1, 12):
        assert MONTHS[last.month - 1] in told


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (40.0, "40"),
        (1000.0, "1,000"),
        (2.5, "2.5"),
        (1_234_567.0, "1,234,567"),
        (143_000_000.0, "143 million"),
        (2_500_000.0, "2.5 million"),
        (1_200_000_000.0, "1.2 billion"),
    ],
)
def test_numbers_in_words(number: float, words: str) -> None:
    assert say_number(number) == words


@pytest.mark.parametrize(
    ("value", "low", "high", "approx", "unit", "words"),
    [
        (40.0, 36.0, 44.0, "about", "people", "about 40"),
        (None, 60.0, 70.0, "range", "people", "60–70"),
        (2_500_000.0, None, None, "exact", "USD", "2.5 million USD"),
        (None, 24.0, None, "vague", "count", "24 or more"),
        (None, None, 9.0, "vague", "count", "up to 9"),
        (5.0, 5.0, None, "more than", "percent", "more than 5%"),
        (1.0, 1.0, 1.0, "exact", "months", "1 month"),
        (None, None, None, "vague", "people", "an unknown number"),
    ],
)
def test_answers_in_words(
    value: float | None, low: float | None, high: float | None, approx: str, unit: str, words: str
) -> None:
    assert say_value(value, low, high, approx, unit) == words


def test_a_sentence_begins_with_a_capital() -> None:
    assert begin("people killed") == "People killed"
    assert begin("") == ""
