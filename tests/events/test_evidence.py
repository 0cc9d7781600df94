"""What speaks for an article's having been written on a day."""

from __future__ import annotations

import math
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.dates import Interval
from dateline.events.times.clues import Clue, Comparer, Telling, count_tolls, cut_stems
from dateline.events.times.evidence import Fellow, gather_evidence, looks_back, measure_day, meets_date, score_day
from dateline.model import Quantity, TimeExpression, TimeMeaning

FRIDAY = date(2019, 3, 22)
MARCH_22 = TimeMeaning(form="calendar", month=3, day=22)


def make_clue(meaning: TimeMeaning, tense: str | None = "past", words: str = "", *, lead: bool = True) -> Clue:
    time = TimeExpression(
        time_id=words or repr(meaning),
        article_id="a",
        sentence_id=words,
        start=0,
        end=1,
        text=words,
        kind="DATE",
        tense=tense,  # type: ignore[arg-type]
        meaning=meaning,
    )
    return Clue(time, lead, False, cut_stems(words))


def on(weekday: int, tense: str = "past", words: str = "") -> Clue:
    return make_clue(TimeMeaning(form="weekday", weekday=weekday), tense, words)


def measure(day: date, *clues: Clue, fellows: tuple[Fellow, ...] = ()) -> dict[str, float]:
    return measure_day(day, gather_evidence(clues, fellows, (), Comparer({})))


@pytest.mark.parametrize(
    ("clue", "day", "name"),
    [
        (on(4), date(2019, 3, 22), "lead 0"),
        (on(4), date(2019, 3, 23), "lead 1"),
        (on(4), date(2019, 3, 25), "lead 3-4"),
        (on(0, "future"), date(2019, 3, 24), "plan 1"),
        (make_clue(TimeMeaning(form="calendar", year=2019, month=4, day=2)), date(2019, 3, 25), "past lies ahead"),
        (make_clue(MARCH_22, "future"), date(2019, 3, 25), "plan lies behind"),
        (make_clue(MARCH_22), date(2019, 3, 23), "date 1"),
        (make_clue(MARCH_22), date(2019, 3, 30), "date 7-13"),
    ],
)
def test_each_clue_is_measured_by_its_gap(clue: Clue, day: date, name: str) -> None:
    assert measure(day, clue)[name] == 1.0


def test_a_weekday_below_the_lead_counts_for_itself() -> None:
    below = make_clue(TimeMeaning(form="weekday", weekday=4), lead=False)
    assert "body 0" in measure(FRIDAY, below)
    assert measure(FRIDAY, on(3), below)["late news"] == 1.0


def test_a_day_near_its_fellows_is_likelier() -> None:
    fellows = (Fellow(FRIDAY, 0.97, 0.5), Fellow(FRIDAY, 0.97, 0.1))
    near = [measure(date(2019, 3, day), fellows=fellows)["near"] for day in (22, 23, 30)]
    assert near == sorted(near, reverse=True)
    assert near[0] > near[1] > near[2]


def test_a_toll_that_would_fall_speaks_against_a_day() -> None:
    fellows = (Fellow(FRIDAY, 0.97, 0.5, (1,)), Fellow(date(2019, 3, 20), 0.97, 0.5, (-1,)))
    assert "toll falls" not in measure(date(2019, 3, 21), fellows=fellows)
    assert measure(date(2019, 3, 24), fellows=fellows)["toll falls"] == 1.0
    assert measure(date(2019, 3, 18), fellows=fellows)["toll falls"] == 1.0


def test_a_sentence_alike_speaks_for_the_day_it_shares() -> None:
    words = "crews closed the harbour of Marstal"
    telling = Telling(Interval(FRIDAY, FRIDAY, "day"), cut_stems(words), 1.0)
    evidence = gather_evidence((on(4, words=words),), (), (telling,), Comparer(dict.fromkeys(cut_stems(words), 1.0)))
    assert measure_day(FRIDAY, evidence)["same day alike"] == pytest.approx(1.0)
    assert "same day alike" not in measure_day(date(2019, 3, 29), evidence)
    assert evidence.find_shared(date(2019, 3, 25), 0.1) == [FRIDAY]


def test_a_day_called_by_weekday_and_in_the_lead_by_date_looks_back() -> None:
    clues = (on(4), make_clue(MARCH_22))
    assert looks_back(date(2019, 3, 25), clues)
    assert not looks_back(date(2019, 3, 30), clues)
    assert meets_date(date(2019, 3, 25), clues)
    assert not meets_date(date(2019, 3, 30), clues)


def test_the_highest_count_of_dead_is_an_articles_toll() -> None:
    counts = [
        Quantity(
            quantity_id=str(at),
            article_id="a",
            sentence_id="s",
            start=at,
            end=at + 1,
            text="",
            value=value,
            low=value,
            high=value,
            approx="exact",
            unit="people",
            counted=None,
            counted_span=None,
            head=head,
        )
        for at, (value, head) in enumerate([(12.0, "dead"), (31.0, "dead"), (2.0, "injured"), (900.0, "boat")])
    ]
    assert count_tolls(counts) == {"a": {"dead": 31.0}}


_CLUES = st.lists(
    st.builds(
        make_clue,
        st.one_of(
            st.builds(TimeMeaning, form=st.just("weekday"), weekday=st.integers(0, 6)),
            st.builds(TimeMeaning, form=st.just("calendar"), month=st.integers(1, 12), day=st.integers(1, 28)),
            st.builds(TimeMeaning, form=st.just("offset"), unit=st.just("day"), amount=st.sampled_from([-1.0, 0.0])),
        ),
        st.sampled_from(["past", "present", "future", None]),
    ),
    max_size=8,
)


@given(_CLUES, st.dates(date(1800, 1, 1), date(2200, 12, 31)), st.dates(date(1800, 1, 1), date(2200, 12, 31)))
def test_any_score_is_finite(clues: list[Clue], day: date, other: date) -> None:
    evidence = gather_evidence(clues, (Fellow(other, 0.9, 0.1, (0, 1)),), (), Comparer({}))
    weights = dict.fromkeys(measure_day(day, evidence), 1.0)
    assert math.isfinite(score_day(day, evidence, weights))
