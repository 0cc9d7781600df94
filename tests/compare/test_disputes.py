"""Discrepancies that are not about numbers: offices, days, deeds denied or announced, questions left open."""

from __future__ import annotations

import pytest
from tests.compare.builders import Pile

from dateline.compare.compare import compare_story
from dateline.model import Discrepancy, Status
from dateline.settings import CompareSettings


def dispute(pile: Pile) -> list[Discrepancy]:
    return [r for r in compare_story(pile.batch(), CompareSettings()) if isinstance(r, Discrepancy)]


def offices(first: str, second: str, later: str = "2021-05-04") -> Pile:
    pile = Pile()
    pile.article("one", "2021-05-03", f"{first} Ana Roth spoke.").name(
        "one", "Ana Roth", "PER", entity="Ana Roth", role=first
    )
    pile.article("two", later, f"{second} Ana Roth wept.").name(
        "two", "Ana Roth", "PER", entity="Ana Roth", role=second
    )
    return pile


def test_one_person_in_two_ranks_of_one_office_is_a_conflict() -> None:
    (found,) = dispute(offices("Transport Minister", "Deputy Transport Minister"))
    assert (found.kind, found.verdict, found.about) == ("role", "conflict", "office of Ana Roth")
    assert [side.says for side in found.sides] == ["Transport Minister", "Deputy Transport Minister"]


@pytest.mark.parametrize(
    ("first", "second", "later"),
    [
        ("Minister", "Transport Minister", "2021-05-04"),
        ("Deputy Transport Minister", "Vice Transport Minister", "2021-05-04"),
        ("Transport Minister", "mayor", "2021-05-04"),
        ("Minister", "Deputy Transport Minister", "2021-05-04"),
        ("Transport Minister", "Deputy Transport Minister", "2021-08-04"),
    ],
)
def test_offices_that_go_together_or_lie_apart_in_time_are_none(first: str, second: str, later: str) -> None:
    assert dispute(offices(first, second, later)) == []


def arrests(first: str, second: str) -> Pile:
    pile = Pile()
    for name, day in (("one", first), ("two", second)):
        pile.article(name, "2021-05-20", f"Police arrested Ana Roth on {day}.")
        pile.name(name, "Ana Roth", "PER", entity="Ana Roth").time(name, day, day)
        pile.event(name, "arrested", "arrest", target="Ana Roth", time=day, first=day, targets=("Ana Roth",))
    return pile


def test_two_explicit_days_for_one_arrest_conflict_but_a_night_apart_they_do_not() -> None:
    (found,) = dispute(arrests("2021-05-12", "2021-05-15"))
    assert (found.kind, found.verdict) == ("date", "conflict")
    assert dispute(arrests("2021-05-12", "2021-05-13")) == []
    assert dispute(arrests("2021-05-12", "2021-05-12")) == []


def strike(status: Status, first: str, second: str, done: str | None) -> Pile:
    pile = Pile().entity("Norlys", "ORG")
    verb = "denied that it would" if status == "denied" else "will"
    pile.article("one", first, f"Norlys {verb} close its harbour plant in Korsholm.")
    pile.event("one", "close", "close", status=status, actors=("Norlys",))
    pile.article("two", second, "Norlys closed the harbour plant at Korsholm for good.")
    pile.event("two", "closed", "close", first=done, actors=("Norlys",))
    return pile


def test_a_denied_deed_told_later_as_done_is_an_update_and_a_plan_that_came_true_is_none() -> None:
    (found,) = dispute(strike("denied", "2021-05-03", "2021-05-10", "2021-05-09"))
    assert (found.kind, found.verdict) == ("status", "update")
    assert "3 May 2021" in found.why and "10 May 2021" in found.why
    assert [len(side.cites) for side in found.sides] == [1, 1]


@pytest.mark.parametrize(
    ("status", "first", "second", "done"),
    [
        ("denied", "2021-05-10", "2021-05-03", "2021-05-02"),
        ("denied", "2021-05-03", "2021-05-10", "2020-01-09"),
        ("planned", "2021-05-03", "2021-05-10", "2021-05-09"),
        ("possible", "2021-05-03", "2021-05-10", "2021-05-09"),
    ],
)
def test_other_orders_and_statuses_are_no_update(status: Status, first: str, second: str, done: str) -> None:
    assert dispute(strike(status, first, second, done)) == []


def ferries(first: str, second: str, both: str = "The sea was calm.") -> Pile:
    pile = Pile().article("one", "2021-05-03", f"The blaze on the car ferry {first} is out.")
    pile.article("two", "2021-05-03", f"Fire broke out on the ferry {second}.")
    return pile.article("three", "2021-05-04", both)


def test_two_near_names_of_one_ferry_are_a_conflict() -> None:
    (found,) = dispute(ferries("Grey Heron", "Grey Falcon"))
    assert (found.kind, found.verdict, found.about) == ("name", "conflict", "name of the ferry")
    assert [side.says for side in found.sides] == ["Grey Falcon", "Grey Heron"]


@pytest.mark.parametrize(
    ("first", "second", "both"),
    [
        ("Grey Heron", "Grey Heron", ""),
        ("Grey Heron", "Grey Herron", ""),
        ("Grey Heron", "Sea Falcon", ""),
        ("Grey Heron", "Grey", ""),
        ("Grey Heron", "Grey Falcon", "The Grey Falcon is the sister ship of the Grey Heron."),
    ],
)
def test_spellings_other_ships_and_names_that_one_report_knows_are_none(first: str, second: str, both: str) -> None:
    assert dispute(ferries(first, second, both or "The sea was calm.")) == []


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("No group has claimed responsibility.", "The Red Lantern claimed responsibility on Friday."),
        ("The gunman has not been identified.", "The gunman was identified as Piet Aalder."),
        ("The suspect remains at large.", "The suspect was arrested in Korsholm."),
        ("The cause of the blaze is still unknown.", "The blaze was caused by a faulty heater."),
        ("No motive was given.", "Police say he was motivated by greed."),
    ],
)
def test_what_is_open_at_first_and_told_later_is_an_update(early: str, late: str) -> None:
    pile = Pile().article("one", "2021-05-03", early).article("two", "2021-05-06", late)
    (found,) = dispute(pile)
    assert (found.kind, found.verdict) == ("status", "update")
    again = Pile().article("one", "2021-05-06", early).article("two", "2021-05-03", late)
    assert dispute(again) == []


@pytest.mark.parametrize(
    ("early", "late"),
    [
        ("A nurse who was not identified spoke of a gunman.", "The gunman Piet Aalder was freed in Korsholm."),
        ("The cause of death may stay unknown for some weeks.", "The scars on the knee were caused by surgery."),
        ("The gunman has not been identified; Aalder, jailed in 1988, wept.", "The bomber Piet Aalder is old."),
    ],
)
def test_an_answer_to_another_question_settles_nothing(early: str, late: str) -> None:
    assert dispute(Pile().article("one", "2021-05-03", early).article("two", "2021-05-06", late)) == []


def test_people_missing_and_bodies_found_are_counts_that_both_hold() -> None:
    pile = Pile().article("one", "2021-05-03", "Nine people were still missing below the dam in Korsholm.")
    pile.article("two", "2021-05-04", "Four bodies were found below the dam in Korsholm.")
    for name in ("one", "two"):
        pile.name(name, "Korsholm", "GPE", entity="Korsholm")
    assert dispute(pile) == []


def test_an_answer_names_the_cause_that_it_tells() -> None:
    pile = Pile().article("one", "2021-05-03", "The cause of the blaze is still unknown.")
    pile.article("two", "2021-05-06", "The blaze was caused by a faulty heater.")
    (found,) = dispute(pile)
    assert [side.says for side in found.sides][1] == "was caused by a faulty heater"
