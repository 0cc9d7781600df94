"""What ``compare`` joins and what it makes of it, on invented stories; and that order never matters."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.compare.builders import Pile

from dateline.compare.compare import compare_story
from dateline.model import Article, Discrepancy, Slot
from dateline.settings import CompareSettings

SETTINGS = CompareSettings()


def compare(pile: Pile) -> tuple[list[Slot], list[Discrepancy]]:
    found = list(compare_story(pile.batch(), SETTINGS))
    return [r for r in found if isinstance(r, Slot)], [r for r in found if isinstance(r, Discrepancy)]


def toll(name: str, written: str, number: int, line: str, said: str = "people") -> Pile:
    return Pile().article(name, written, line).count(name, str(number), number, f"{said}", head="person")


def ferry() -> Pile:
    """A toll that climbs over two days, with an older sinking beside it."""
    pile = Pile()
    pile.article("morning", "2021-05-03T08:00", "At least 12 people died when the ferry sank off Tarn.")
    pile.count("morning", "At least 12", 12, "people", low=12, approx="at least", head="person")
    pile.article("evening", "2021-05-03T20:00", "The ferry disaster killed 19 people, the coast guard said.")
    pile.count("evening", "19", 19, "people", head="person")
    pile.article(
        "later", "2021-05-05", "The death toll rose to 21 on Wednesday.", "In 1987 a ferry fire killed 40 people."
    )
    pile.count("later", "21", 21)
    pile.count("later", "40", 40, "people", head="person")
    pile.time("later", "1987", "1987", grain="year")
    return pile


def test_a_climbing_toll_is_an_update_and_an_old_one_stays_out() -> None:
    slots, discrepancies = compare(ferry())
    (slot,) = slots
    assert slot.verdict == "update"
    assert [v.value for v in slot.values] == [12, 19, 21]
    assert slot.label == "people killed"
    (found,) = discrepancies
    assert (found.kind, found.verdict) == ("number", "update")
    assert [side.says for side in found.sides] == ["At least 12 people", "19 people", "21"]
    assert "3 May 2021" in found.why and "5 May 2021" in found.why


def test_a_find_beside_a_running_toll_and_speakers_make_no_count_of_their_own() -> None:
    pile = Pile()
    pile.article("first", "2021-05-03", "At least nine people died when the ferry sank off Tarn.")
    pile.count("first", "At least nine", 9, "people", low=9, approx="at least", head="person")
    pile.article("second", "2021-05-04", "The death toll rose to eleven after divers found two bodies in the ferry.")
    pile.count("second", "eleven", 11)
    pile.count("second", "two", 2, "bodies", head="body")
    pile.article("third", "2021-05-04", "Three survivors told the paper that 40 people had died on the ferry.")
    pile.count("third", "Three", 3, "survivors", head="survivor")
    slots, _ = compare(pile)
    assert [[v.value for v in slot.values] for slot in slots if slot.label == "people killed"] == [[9, 11]]


def test_a_ceiling_of_a_later_day_is_the_next_count() -> None:
    pile = Pile()
    pile.article("first", "2021-05-03", "The fever has killed about 150 people.")
    pile.count("first", "about 150", 150, "people", low=140, high=160, approx="about", head="person")
    pile.article("second", "2021-05-04", "The fever has killed up to 169 people.")
    pile.count("second", "up to 169", 169, "people", high=169, approx="up to", head="person")
    (slot,), _ = compare(pile)
    assert slot.verdict == "update" and "different precision" not in slot.why


def test_a_correction_puts_the_wrong_number_first() -> None:
    pile = Pile()
    lines = ("The Tarn Post wrongly reported that 19 crew were aboard.", "There were 18 crew members aboard.")
    pile.article("note", "2021-05-04", *lines)
    pile.count("note", "19", 19, "crew", head="crew")
    pile.count("note", "18", 18, "crew members", head="crew")
    (slot,), _ = compare(pile)
    assert slot.verdict == "update" and [v.value for v in slot.values] == [19, 18]


def test_numbers_of_different_precision_are_rounding_and_no_discrepancy() -> None:
    pile = Pile()
    pile.article("one", "2021-05-03", "About two dozen people were injured in the crush.")
    pile.count("one", "About two dozen", 24, "people", low=20, high=28, approx="about", head="person")
    pile.article("two", "2021-05-03", "In all 25 people were hurt, police said.")
    pile.count("two", "25", 25, "people", head="person")
    slots, discrepancies = compare(pile)
    assert [slot.verdict for slot in slots] == ["rounding"]
    assert discrepancies == []


def test_the_same_number_by_copies_agrees_with_one_origin() -> None:
    pile = Pile()
    pile.article("one", "2021-05-03", "The quake injured 30 people.", origin="wire")
    pile.article("two", "2021-05-03", "The quake injured 30 people.", origin="wire")
    for name in ("one", "two"):
        pile.count(name, "30", 30, "people", head="person")
    (slot,) = compare(pile)[0]
    assert slot.verdict == "agree"
    assert [v.origins for v in slot.values] == [1]
    assert "one origin" in slot.why


def test_two_exact_answers_of_one_day_by_two_origins_conflict() -> None:
    pile = Pile()
    pile.article("one", "2021-05-03", "Forty people are in critical condition, a doctor said.")
    pile.count("one", "Forty", 40, "people", head="person")
    pile.article("two", "2021-05-03", "There are 18 people critically hurt in the two wards.")
    pile.count("two", "18", 18, "people", head="person")
    slots, discrepancies = compare(pile)
    assert [slot.verdict for slot in slots] == ["conflict"]
    assert [(d.kind, d.verdict, d.severity) for d in discrepancies] == [("number", "conflict", 3)]


def test_the_weight_of_the_one_crane_of_the_story_conflicts_whatever_the_day() -> None:
    pile = Pile()
    pile.article("one", "2021-05-03", "The 25-ton crane fell on the quay.")
    pile.count("one", "25-ton", 25, "crane", unit="ton", head="crane")
    pile.article("two", "2021-05-04", "A crane weighing 60 tonnes came down in the harbour.")
    pile.count("two", "60 tonnes", 60, "crane", unit="tonne", head="crane")
    (slot,) = compare(pile)[0]
    assert slot.verdict == "conflict"


@pytest.mark.parametrize(
    ("first", "second", "counted"),
    [
        ("The blast killed 30 people.", "The blast injured 80 people.", "people"),
        ("The blast killed 30 people.", "The blast killed 12 children.", "children"),
        ("The blast killed 30 people.", "Another blast in Dunmore killed 80 people.", "people"),
    ],
)
def test_different_questions_are_never_joined(first: str, second: str, counted: str) -> None:
    pile = Pile()
    pile.article("one", "2021-05-03", "Alder shook.", first)
    pile.name("one", "Alder", "GPE", known="city:GB")
    pile.count("one", "30", 30, "people", head="person")
    pile.article("two", "2021-05-03", "Alder shook.", "Alder wept.", second)
    pile.name("two", "Alder", "GPE", known="city:GB")
    number = "80" if "80" in second else "12"
    pile.count("two", number, float(number), counted, head="child" if counted == "children" else "person")
    if "Dunmore" in second:
        pile.name("two", "Dunmore", "GPE", known="city:GB")
    assert compare(pile) == ([], [])


def test_a_number_alone_never_joins() -> None:
    pile = Pile()
    pile.article("one", "2021-05-03", "The hall has 300 seats.")
    pile.count("one", "300", 300, "seats", unit="count", head="seat")
    pile.article("two", "2021-05-03", "They burned 300 candles.")
    pile.count("two", "300", 300, "candles", unit="count", head="candle")
    assert compare(pile) == ([], [])


def test_staff_of_two_states_are_two_questions_and_a_replaced_headcount_is_an_update() -> None:
    pile = Pile()
    pile.article("one", "2021-05-03", "Some 25 Norlander officials will stay at the post on Monday.")
    pile.count("one", "25", 25, "Norlander officials", head="official").name(
        "one", "Norlander", "NORP", known="demonym:NL"
    )
    pile.time("one", "Monday", "2021-05-03")
    pile.article("two", "2021-05-06", "Now 64 Norlander officials work at the post.")
    pile.count("two", "64", 64, "Norlander officials", head="official").name(
        "two", "Norlander", "NORP", known="demonym:NL"
    )
    pile.article("three", "2021-05-06", "Five Sudmark officials work at the post.")
    pile.count("three", "Five", 5, "Sudmark officials", head="official").name(
        "three", "Sudmark", "NORP", known="demonym:SD"
    )
    (slot,) = compare(pile)[0]
    assert slot.verdict == "update"
    assert [v.value for v in slot.values] == [25, 64]
    assert [v.as_of for v in slot.values] == ["2021-05-03", "2021-05-06"]
    assert slot.label == "Norlander officials at the post"


def test_the_speaker_of_the_claim_stands_behind_its_number() -> None:
    pile = ferry().claim("evening", "The ferry disaster killed 19 people", "Ana Brandt")
    (slot,) = compare(pile)[0]
    assert [v.said_by for v in slot.values] == ["Morning", "Ana Brandt", "Later"]


def test_a_count_holds_as_of_the_day_on_which_it_was_given() -> None:
    pile = Pile().article("one", "2021-05-07", "The toll rose to 21, the mayor said on Wednesday.", "So 21 are dead.")
    pile.count("one", "21", 21).time("one", "Wednesday", "2021-05-05", explicit=False)
    pile.article("two", "2021-05-07", "In Tarn 21 people died.").count("two", "21", 21, "people", head="person")
    (slot,) = compare(pile)[0]
    assert [v.as_of for v in slot.values] == ["2021-05-05"]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000))
def test_the_order_of_records_changes_nothing(seed: int) -> None:
    pile = ferry()
    assert list(compare_story(pile.batch(seed), SETTINGS)) == list(compare_story(pile.batch(), SETTINGS))


NUMBERS = st.one_of(st.none(), st.floats(allow_nan=True, allow_infinity=True), st.integers(-5, 10**13).map(float))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            NUMBERS, NUMBERS, NUMBERS, st.sampled_from(["exact", "about", "at least", "up to", "range", "vague"])
        ),
        min_size=2,
        max_size=6,
    )
)
def test_any_numbers_give_cites_that_quote_exactly(
    numbers: list[tuple[float | None, float | None, float | None, str]],
) -> None:
    pile = Pile()
    for index, (value, low, high, approx) in enumerate(numbers):
        name = f"paper{index}"
        pile.article(name, f"2021-05-{3 + index:02d}", "The fire killed 11 people.")
        pile.count(name, "11", value, "people", low=low, high=high, approx=approx, head="person")  # type: ignore[arg-type]
    texts = {a.article_id: a.text for a in pile.batch().all(Article)}
    slots, discrepancies = compare(pile)
    cites = [c for s in slots for v in s.values for c in v.cites] + [
        c for d in discrepancies for s in d.sides for c in s.cites
    ]
    assert all(texts[c.article_id][c.start : c.end] == c.quote for c in cites)
