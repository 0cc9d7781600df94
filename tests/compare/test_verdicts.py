"""Spans of numbers, levels, and rules: symmetric, and never falling over."""

from __future__ import annotations

from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare.builders import Pile

from dateline.compare.compare import compare_story
from dateline.compare.numbers.intervals import find_dimension, find_grain, gap, overlap, read_span
from dateline.compare.numbers.predicates import PREDICATES, find_predicates
from dateline.compare.numbers.verdicts import RULES
from dateline.compare.numbers.wording import find_wording
from dateline.model import Approx, Quantity, Slot, Verdict
from dateline.settings import CompareSettings


def quantity(
    value: float | None,
    approx: Approx = "exact",
    low: float | None = None,
    high: float | None = None,
    unit: str = "people",
) -> Quantity:
    pile = Pile().article("one", None, "The fire hurt 11 people.")
    pile.count("one", "11", value, "people", low=low, high=high, approx=approx, unit=unit)
    (found,) = pile.batch().all(Quantity)
    return found


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        (quantity(24, "about", 20, 28), quantity(25), True),
        (quantity(None, "range", 60, 70), quantity(64), True),
        (quantity(200_000, "more than", 200_000), quantity(209_000), True),
        (quantity(70, "more than", 70), quantity(84), False),
        (quantity(340_000), quantity(350_000), True),
        (quantity(143e6), quantity(145.5e6), False),
        (quantity(145e6, "about", 130.5e6, 159.5e6), quantity(145.5e6), True),
        (quantity(145e6, "about", 130.5e6, 159.5e6), quantity(143e6), False),
        (quantity(44e6, "up to", None, 44e6), quantity(15e6), False),
        (quantity(80), quantity(84), False),
        (quantity(1, "more than", 1, unit="miles"), quantity(2, unit="km"), True),
        (quantity(3, unit="days"), quantity(72, unit="hours"), True),
    ],
)
def test_numbers_that_can_and_cannot_be_one(left: Quantity, right: Quantity, one: bool) -> None:
    spans = read_span(left), read_span(right)
    assert spans[0] is not None and spans[1] is not None
    assert overlap(spans[0], spans[1]) is overlap(spans[1], spans[0]) is one


@pytest.mark.parametrize(("number", "grain"), [(340_000, 10_000), (143e6, 1e6), (84, 1), (0, 1), (2.5, 0.1), (-70, 10)])
def test_the_grain_of_a_number_is_its_last_figure(number: float, grain: float) -> None:
    assert find_grain(number) == pytest.approx(grain)


def test_units_meet_in_their_dimension_and_unknown_ones_stand_alone() -> None:
    assert find_dimension("miles")[0] == find_dimension("km")[0] == "length"
    assert find_dimension("tonnes") == find_dimension("tons")
    assert find_dimension("crates") == ("crates", 1.0)


NUMBERS = st.one_of(st.none(), st.floats(), st.integers(-3, 10**12).map(float))
QUANTITIES = st.builds(quantity, NUMBERS, st.sampled_from(get_args(Approx)), NUMBERS, NUMBERS)


@given(QUANTITIES, QUANTITIES)
def test_any_two_numbers_compare_alike_both_ways(left: Quantity, right: Quantity) -> None:
    spans = read_span(left), read_span(right)
    if spans[0] is not None and spans[1] is not None:
        assert overlap(spans[0], spans[1]) == overlap(spans[1], spans[0])
        assert gap(spans[0], spans[1]) == gap(spans[1], spans[0])


@settings(max_examples=80, deadline=None)
@given(
    st.integers(1, 400),
    st.integers(1, 400),
    st.sampled_from(["exact", "about"]),
    st.sampled_from(["killed", "hurt", "missing"]),
    st.booleans(),
)
def test_which_outlet_says_which_number_changes_no_verdict(
    one: int, other: int, approx: Approx, word: str, same_day: bool
) -> None:
    def verdicts(first: int, second: int) -> list[str]:
        pile = Pile()
        for name, number, day in (("one", first, "03"), ("two", second, "03" if same_day else "05")):
            pile.article(name, f"2021-05-{day}", f"In the flood {number} people were {word}.")
            bounds = (number * 0.9, number * 1.1) if approx == "about" else (None, None)
            pile.count(name, str(number), number, "people", low=bounds[0], high=bounds[1], approx=approx, head="person")
        return [r.verdict for r in compare_story(pile.batch(), CompareSettings()) if isinstance(r, Slot)]

    if same_day or word == "missing":
        assert verdicts(one, other) == verdicts(other, one)
    else:
        low, high = sorted((one, other))
        assert len(verdicts(low, high)) >= len(verdicts(high, low))


def test_every_rule_has_a_verdict_of_the_model_and_every_question_a_word() -> None:
    assert {rule.verdict for rule in RULES} <= set(get_args(Verdict))
    assert all(predicate.verbs or predicate.words for predicate in PREDICATES)


@pytest.mark.parametrize(
    ("text", "number", "counted", "name"),
    [
        ("The blast killed 9 people and left 30 injured.", "9", "9 people", "killed"),
        ("The blast killed 9 people and left 30 injured.", "30", "30 injured", "injured"),
        ("At least 40 people, including six children, were hurt.", "40", "40 people", "injured"),
        ("Police detained 14 men after the march.", "14", "14 men", "arrested"),
        ("The death toll rose to 85.", "85", "85", "killed"),
    ],
)
def test_a_number_gets_the_question_of_its_nearest_word(text: str, number: str, counted: str, name: str) -> None:
    start = text.index(counted)
    others = tuple((text.index(n), text.index(n) + len(n)) for n in ("9", "30") if n != number and n in text)
    assert find_predicates(text, 0, len(text), (start, start + len(counted)), "people", others) == {name}


@pytest.mark.parametrize(
    ("text", "number", "flag"),
    [
        ("a total of 64 officials went", "64", "whole"),
        ("including 10 children", "10", "part"),
        ("12 of them died", "12", "part"),
        ("2.5 million more customers", "2.5 million", "rise"),
        ("an additional 40 guards", "an additional 40", "rise"),
        ("up from 12 last week", "12", "former"),
        ("previously said 100 homes", "100", "former"),
        ("wrongly reported that 19 crew were aboard", "19", "former"),
        ("30 deaths per day", "30", "rate"),
        ("plans to send 25 people", "25", "forecast"),
    ],
)
def test_words_beside_a_number_say_what_it_is(text: str, number: str, flag: str) -> None:
    start = text.index(number)
    assert flag in find_wording(text, start, start + len(number), (0, len(text)))
