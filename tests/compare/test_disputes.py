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
        ("Transport Minister", "former Transport Minister", "2021-05-04"),
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
    pile.article("one", first, "Norlys will close its harbour plant in Korsholm.")
    pile.event("one", "close", "close", status=status, actors=("Norlys",))
    pile.article("two", second, "Norlys closed the harbour plant at Korsholm for good.")
    pile.event("two", "closed", "close", first=done, actors=("Norlys",))
    return pile


def test_an_announced_deed_told_later_as_done_is_an_update() -> None:
    (found,) = dispute(strike("planned", "2021-05-03", "2021-05-10", "2021-05-09"))
    assert (found.kind, found.verdict) == ("status", "update")
    assert "3 May 2021" in found.why and "10 May 2021" in found.why
    assert [len(side.cites) for side in found.sides] == [1, 1]


@pytest.mark.parametrize(
    ("status", "first", "second", "done"),
    [
        ("planned", "2021-05-10", "2021-05-03", "2021-05-02"),
        ("planned", "2021-05-03", "2021-05-10", "2020-01-09"),
        ("possible", "2021-05-03", "2021-05-10", "2021-05-09"),
    ],
)
def test_other_orders_and_statuses_are_no_update(status: Status, first: str, second: str, done: str) -> None:
    assert dispute(strike(status, first, second, done)) == []


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
