"""The one scale of confidence of resolved times."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from dateline.dates import Interval
from dateline.events.times.sureness import rate
from dateline.model import TimeMeaning

DAY = date(2019, 3, 25)


def rate_on(meaning: TimeMeaning, first: date, tense: str | None = "past") -> float:
    return rate(meaning, tense, Interval(first, first, "day"), DAY)  # type: ignore[arg-type]


def test_the_scale_orders_the_forms() -> None:
    explicit = rate_on(TimeMeaning(form="calendar", year=2019, month=3, day=1), date(2019, 3, 1))
    yesterday = rate_on(TimeMeaning(form="offset", unit="day", amount=-1), date(2019, 3, 24))
    far_weekday = rate_on(TimeMeaning(form="weekday", weekday=2), date(2019, 3, 20))
    far_month = rate_on(TimeMeaning(form="calendar", month=5), date(2018, 5, 1), None)
    years_ago = rate_on(TimeMeaning(form="offset", unit="year", amount=-5, shift=-1), date(2014, 1, 1))
    assert explicit >= 0.95 > yesterday > far_weekday > 0.6 > far_month
    assert years_ago <= 0.5


def test_about_and_many_make_a_count_rougher() -> None:
    plain = TimeMeaning(form="offset", unit="month", amount=-2, shift=-1)
    about = TimeMeaning(form="offset", unit="month", amount=-2, shift=-1, modifier="about")
    many = TimeMeaning(form="offset", unit="month", amount=-8, shift=-1)
    assert rate_on(plain, DAY) > max(rate_on(about, DAY), rate_on(many, DAY))


@given(
    st.sampled_from(["calendar", "weekday", "offset", "period", "duration"]),
    st.none() | st.integers(1, 12),
    st.none() | st.floats(-50, 50),
    st.sampled_from([None, "past", "present", "future"]),
    st.dates(),
)
def test_a_rate_is_a_share(form: str, month: int | None, amount: float | None, tense: str | None, day: date) -> None:
    meaning = TimeMeaning(form=form, month=month, amount=amount, unit="week", shift=-1)  # type: ignore[arg-type]
    assert 0 < rate_on(meaning, day, tense) <= 1
