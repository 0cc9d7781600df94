"""Pairs of counts that look alike and are not one question, on invented sentences; and those that are."""

from __future__ import annotations

import pytest
from tests.compare.builders import Pile

from dateline.compare.compare import compare_story
from dateline.compare.numbers.predicates import find_predicates
from dateline.compare.numbers.wording import find_wording
from dateline.compare.states.track import track_story
from dateline.model import Discrepancy, Slot, State
from dateline.settings import CompareSettings, TrackSettings


def pair(first: str, second: str, later: str = "2021-05-04", head: str = "person") -> Pile:
    """Two reports of one count each: the number in brackets."""
    pile = Pile()
    for name, day, line in (("one", "2021-05-03", first), ("two", later, second)):
        before, number, after = line.replace("[", "]").split("]")
        pile.article(name, day, before + number + after)
        approx = "at least" if number.casefold().startswith("at least") else "exact"
        digits = float(number.split()[-1])
        pile.count(name, number, digits, low=digits, approx=approx, head=head)  # type: ignore[arg-type]
    return pile


def verdicts(pile: Pile) -> list[str]:
    return [r.verdict for r in compare_story(pile.batch(), CompareSettings()) if isinstance(r, Slot)]


def test_a_toll_that_climbs_is_an_update() -> None:
    assert verdicts(pair("The mill fire killed [9] people.", "The mill fire has now killed [14] people.")) == ["update"]


@pytest.mark.parametrize(
    "second",
    [
        "Divers found the bodies of the last [3] people killed in the mill fire.",
        "The mill fire killed [3] more people overnight.",
        "Among those killed in the mill fire were [3] of the nurses.",
        "The mill fire may yet be found to have killed a suspected [30] people.",
    ],
)
def test_a_part_or_a_rise_is_no_toll(second: str) -> None:
    assert verdicts(pair("The mill fire killed [9] people.", second)) == []


def test_a_town_and_two_towns_are_part_and_whole() -> None:
    def told(second: str) -> list[str]:
        pile = pair("In Ulm, the marsh fever killed [6] people.", f"In {second}, the marsh fever killed [8] people.")
        for name in ("one", "two"):
            pile.name(name, "Ulm", "GPE", entity="Ulm", known="city:DE:ulm")
        if "Korin" in second:
            pile.name("two", "Korin", "GPE", entity="Korin", known="city:DE:korin")
        return verdicts(pile)

    assert told("Ulm") == ["update"]
    assert told("Ulm and Korin") == []


def test_a_number_and_what_it_is_compared_with_are_one_account() -> None:
    pile = Pile().article("one", "2021-05-03", "The mill fire has killed 14 people, up from 9 people a day earlier.")
    pile.count("one", "14", 14, "people", head="person").count("one", "9", 9, "people", head="person")
    assert verdicts(pile) == ["update"]
    assert [r for r in compare_story(pile.batch(), CompareSettings()) if isinstance(r, Discrepancy)] == []


def test_a_plan_and_the_usual_number_replace_no_count() -> None:
    first = "At least [12] guards remain at the mill."
    assert verdicts(pair(first, "The mill normally has [60] guards who remain there.", head="guard")) == []
    plans = pair("The mill will be staffed by [12] guards.", "The mill will be staffed by [60] guards.", head="guard")
    assert verdicts(plans) == []


def test_sent_and_staying_are_two_questions() -> None:
    pile = pair("Norland sent [40] clerks across the border.", "There were [69] clerks in Ulm.", head="clerk")
    assert verdicts(pile) == []


def test_counts_of_two_countries_are_two_questions() -> None:
    pile = pair("The fever has killed [9] people in Norland.", "The fever has killed [14] people in Sudmark.")
    pile.name("one", "Norland", "GPE", known="country:NL").name("two", "Sudmark", "GPE", known="country:SD")
    assert verdicts(pile) == []


def war(line: str) -> Pile:
    pile = Pile()
    for name, day, number in (("one", "2021-05-03", 5), ("two", "2021-05-04", 8)):
        pile.article(
            name,
            day,
            f"In the {line} {number} people were killed.",
            "Rebels and troops traded artillery fire while shelling went on.",
        )
        pile.count(name, str(number), number, "people", head="person")
    return pile


def test_the_dead_of_a_wars_raids_are_no_toll() -> None:
    assert verdicts(war("raid near the river")) == []


def test_the_order_of_one_days_counts_is_not_made_up() -> None:
    pile = pair("The mill fire killed [9] people.", "The mill fire killed [14] people.", later="2021-05-03")
    found = list(compare_story(pile.batch(), CompareSettings()))
    (why,) = [r.why for r in found if isinstance(r, Discrepancy)]
    assert "replaces" not in why
    pile.rows[Slot] = [r for r in found if isinstance(r, Slot)]
    assert [r for r in track_story(pile.batch(), TrackSettings()) if isinstance(r, State)] == []


@pytest.mark.parametrize(
    ("text", "number", "flag"),
    [
        ("the last three people", "three", "subset"),
        ("three other reporters", "three", "subset"),
        ("it normally keeps 69 people", "69", "usual"),
        ("20 suspected cases", "20", "suspected"),
        ("the number rose by 20", "20", "rise"),
        ("four of every ten, or 12 out of every 30", "12", "rate"),
    ],
)
def test_words_around_a_number_tell_what_it_is_not(text: str, number: str, flag: str) -> None:
    start = text.index(number)
    assert flag in find_wording(text, start, start + len(number), (0, len(text)))


@pytest.mark.parametrize(
    ("text", "number", "others", "names"),
    [
        ("He shot three people, killing one.", "three people", ("one",), set()),
        ("A man and two women waited.", "two women", (), set()),
        ("The father of two boys died.", "two boys", (), set()),
        ("There were 69 clerks in Ulm.", "69 clerks", (), {"present"}),
        ("There were 112 people aboard.", "112 people", (), {"aboard"}),
        ("The court wants arrest warrants for three men.", "three men", (), set()),
        ("Some 64 clerks work at the post.", "64 clerks", (), {"present"}),
    ],
)
def test_nouns_and_other_numbers_verbs_pose_no_question(
    text: str, number: str, others: tuple[str, ...], names: set[str]
) -> None:
    start = text.index(number)
    spans = tuple((text.index(other), text.index(other) + len(other)) for other in others)
    assert find_predicates(text, 0, len(text), (start, start + len(number)), "people", spans) == names


def test_labels_read_like_plain_words() -> None:
    pile = pair("The mill fire killed [9] people.", "The mill fire killed [9] people.")
    labels = [r.label for r in compare_story(pile.batch(), CompareSettings()) if isinstance(r, Slot)]
    assert labels == ["people killed"]


def denial(second: str) -> list[Discrepancy]:
    pile = Pile()
    pile.article("one", "2021-05-03", "Guards fired rubber bullets at the crowd in Ulm.")
    pile.event("one", "fired", "fire")
    pile.article("two", "2021-05-03", second)
    words = second.split(" denied ")[1].removeprefix("that ").rstrip(".")
    pile.claim("two", words, "The guards", stance="denies")
    if "fired" in second:
        pile.event("two", "fired", "fire")
    found = compare_story(pile.batch(), CompareSettings())
    return [r for r in found if isinstance(r, Discrepancy)]


def test_a_denied_deed_that_another_tells_is_a_conflict() -> None:
    (found,) = denial("The guards denied that they fired bullets at the crowd in Ulm.")
    assert (found.kind, found.verdict) == ("polarity", "conflict")
    assert [side.says.startswith("denied: ") for side in found.sides] == [False, True]


@pytest.mark.parametrize(
    "second",
    [
        "The guards denied that they fired tear gas at reporters near Ulm station.",
        "The guards denied a request for bullets from the crowd in Ulm.",
    ],
)
def test_another_deed_and_a_thing_denied_are_none(second: str) -> None:
    assert denial(second) == []
