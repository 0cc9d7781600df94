"""Order, manner, spelling, offices left, reasons, what was really said, places, hours, and what settles a
difference."""

from __future__ import annotations

import pytest
from tests.compare.builders import STORY, Pile

from dateline.compare.compare import compare_story
from dateline.model import Discrepancy, Reference
from dateline.settings import CompareSettings


def differ(pile: Pile) -> list[Discrepancy]:
    return [row for row in compare_story(pile.batch(), CompareSettings()) if isinstance(row, Discrepancy)]


def pair(first: str, second: str, late: str = "2021-05-03") -> Pile:
    return Pile().article("one", "2021-05-03", first).article("two", late, second)


def test_two_deeds_in_opposite_order_are_a_conflict_of_sequence() -> None:
    found = differ(
        pair(
            "The robber fired at the guards before fleeing through the station.",
            "The robber fled through the station before opening fire at the guards.",
        )
    )
    assert [(row.kind, row.verdict) for row in found] == [("sequence", "conflict")]
    assert {side.says for side in found[0].sides} == {"shooting, then fleeing", "fleeing, then shooting"}


@pytest.mark.parametrize(
    "second",
    [
        "The robber shot at the guards and then fled through the station.",
        "The robber fled through the station two days before he was arrested.",
        "A sailor fled before anyone fired a flare.",
    ],
)
def test_the_same_order_or_other_deeds_are_none(second: str) -> None:
    assert differ(pair("The robber fired at the guards before fleeing through the station.", second)) == []


def blows(first: tuple[str, str], second: tuple[str, str], doers: tuple[str, str]) -> Pile:
    pile = Pile()
    for name, (word, lemma), doer in (("one", first, doers[0]), ("two", second, doers[1])):
        pile.article(name, "2021-05-03", f"A driver {word} the guard at the gate.").entity(doer, "PER")
        pile.event(name, word, lemma, target="the guard", actors=(doer,))
    return pile


def test_one_blow_in_other_words_is_a_difference_of_wording() -> None:
    (found,) = differ(blows(("punched", "punch"), ("kicked", "kick"), ("Ana Roth", "Ana Roth")))
    assert (found.about, found.verdict) == ("what was done to the guard", "wording")
    assert differ(blows(("punched", "punch"), ("punched", "punch"), ("Ana Roth", "Ana Roth"))) == []
    assert differ(blows(("punched", "punch"), ("kicked", "kick"), ("Ana Roth", "Per Holm"))) == []


def named(first: str, second: str) -> Pile:
    pile = Pile()
    for name, who in (("one", first), ("two", second)):
        pile.article(name, "2021-05-03", f"On the pier {who} waved.").name(name, who, "PER", entity="Ana Kadri")
    return pile


@pytest.mark.parametrize(
    ("first", "second"), [("Ana Kadriwel", "Ana Kadrivel"), ("Ana Kadri-Wells", "Ana Kadri Wells")]
)
def test_two_spellings_of_one_person_are_wording(first: str, second: str) -> None:
    (found,) = differ(named(first, second))
    assert (found.kind, found.verdict, found.severity) == ("name", "wording", 1)


@pytest.mark.parametrize(("first", "second"), [("Ana Kadri", "Ana Kadri"), ("Roth", "Roths"), ("Ana Roth", "Ana Holm")])
def test_equal_names_plurals_and_other_names_are_no_spellings(first: str, second: str) -> None:
    assert differ(named(first, second)) == []


def holders(first: str, second: str, late: str, told: bool = False) -> Pile:
    pile = Pile()
    for name, role, day in (("one", first, "2021-05-03"), ("two", second, late)):
        pile.article(name, day, f"Again {role} Ana Roth spoke.")
        pile.name(name, "Ana Roth", "PER", entity="Ana Roth", role=role)
    if told:
        pile.article("three", late, "Ana Roth resigned at noon.")
        pile.event("three", "resigned", "resign", actors=("Ana Roth",))
    return pile


def test_holder_and_former_holder_conflict_unless_a_report_tells_of_the_leaving() -> None:
    (found,) = differ(holders("town mayor", "former mayor of Lyth", "2021-05-05"))
    assert (found.kind, found.verdict) == ("role", "conflict")
    (later,) = differ(holders("town mayor", "former mayor of Lyth", "2021-06-25"))
    assert later.verdict == "update"
    assert differ(holders("town mayor", "former mayor of Lyth", "2021-05-05", told=True)) == []
    assert differ(holders("Mayor", "former mayor of Lyth", "2021-05-05")) == []


def test_two_reasons_are_different_explanations_and_never_a_conflict() -> None:
    (found,) = differ(
        pair(
            "The fishing talks in Lyth collapsed because of quarrels about herring quotas.",
            "Lyth blamed the stubborn tone of the envoys for the failure of the fishing talks.",
        )
    )
    assert (found.kind, found.verdict) == ("reason", "wording")


def test_what_was_really_said_is_set_against_the_other_telling() -> None:
    first = "The palace announced that Roth had asked Holm to mediate in the strike."
    second = "But an aide said that what Roth really told Holm was to end the strike."
    pile = Pile().article("one", "2021-05-03", first, second)
    for who in ("Roth", "Holm"):
        pile.name("one", who, "PER", entity=who)
        again = pile.articles["one"].text.rindex(who)
        pile.rows[Reference].append(
            Reference(article_id="one", story_id=STORY, start=again, end=again + 4, entity_id=who, via="name")
        )
    pile.claim("one", first, "Palace").claim("one", second, "Aide")
    pile.event("one", "asked", "ask", actors=("Roth",), targets=("Holm",))
    (found,) = differ(pile)
    assert (found.verdict, found.severity) == ("conflict", 3)
    assert [side.said_by for side in found.sides] == ["Palace", "Aide"]


def arrested(first: str, second: str) -> Pile:
    pile = Pile()
    for name, town in (("one", first), ("two", second)):
        pile.article(name, "2021-05-20", f"Police arrested Ana Roth in {town} at dawn.")
        pile.name(name, "Ana Roth", "PER", entity="Ana Roth").name(name, town, "GPE", entity=town, known="city:XX")
        pile.event(name, "arrested", "arrest", target="Ana Roth", targets=("Ana Roth",))
    return pile


def test_two_towns_for_one_arrest_conflict() -> None:
    (found,) = differ(arrested("Lyth", "Corran"))
    assert (found.kind, found.verdict) == ("place", "conflict")
    assert differ(arrested("Lyth", "Lyth")) == []


def exploded(first: str, second: str, about: str = "at") -> Pile:
    pile = Pile()
    for name, clock, day in (("one", first, "2021-05-03T"), ("two", second, "2021-05-03T")):
        pile.article(name, "2021-05-04", f"The depot exploded {about} {clock} on the quay.")
        pile.time(name, clock, day + clock, grain="minute")
        pile.event(name, "exploded", "explode", time=clock, happening="blast")
    return pile


@pytest.mark.parametrize(
    ("first", "second", "about", "verdict"),
    [
        ("21:15", "21:55", "at", "conflict"),
        ("21:15", "21:30", "around", "rounding"),
        ("20:15", "21:15", "at", "scope"),
    ],
)
def test_two_hours_of_one_happening(first: str, second: str, about: str, verdict: str) -> None:
    (found,) = differ(exploded(first, second, about))
    assert (found.kind, found.verdict) == ("date", verdict)


def test_minutes_apart_are_no_difference() -> None:
    assert differ(exploded("21:15", "21:18")) == []


def test_a_difference_is_settled_by_two_later_reports_that_agree() -> None:
    pile = Pile()
    lines = (("one", "Lass", "2021-05-03"), ("two", "Light", "2021-05-04"), ("three", "Light", "2021-05-05"))
    for name, word, day in lines:
        pile.article(name, day, f"Rescuers reached the ferry Corran {word} by night.")
    (found,) = differ(pile)
    assert found.settled == "Corran Light"
    assert {cite.article_id for cite in found.settled_by} == {"two", "three"}
    (open_still,) = differ(Pile().article("one", "2021-05-03", "The ferry Corran Lass sank.").article(
        "two", "2021-05-04", "The ferry Corran Light sank."))  # fmt: skip
    assert open_still.settled is None and open_still.settled_by == ()
