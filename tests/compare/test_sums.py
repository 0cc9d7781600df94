"""Arithmetic that texts invite: parts that an article adds up itself, and nothing that only happens to fit."""

from __future__ import annotations

from tests.compare.builders import Pile

from dateline.compare.compare import compare_story
from dateline.compare.numbers.answers import read_answers
from dateline.compare.numbers.sums import find_sums
from dateline.compare.view import view_story
from dateline.model import Slot
from dateline.settings import CompareSettings

SETTINGS = CompareSettings()


def say_sums(pile: Pile) -> list[str]:
    view = view_story(pile.batch())
    return [found.say() for found in find_sums(read_answers(view, SETTINGS), view).values()]


def mill(second: str) -> Pile:
    pile = Pile()
    pile.article("north", "2021-05-03", "About 30 clerks crossed the river on Monday.", second)
    pile.count("north", "About 30", 30, "clerks", low=27, high=33, approx="about", head="clerk")
    pile.count("north", "a dozen", 12, "clerks there", head="clerk")
    pile.count("north", "40-45", None, "clerks now", low=40, high=45, approx="range", head="clerk")
    return pile


def test_parts_named_together_make_the_range() -> None:
    pile = mill("Together with a dozen clerks there, 40-45 clerks now man the mill.")
    assert say_sums(pile) == ["about 30 and a dozen make 40-45"]


def test_numbers_that_fit_by_chance_make_nothing() -> None:
    assert say_sums(mill("While a dozen clerks there slept, 40-45 clerks now man the mill.")) == []


def test_a_total_told_as_such_must_fit_exactly() -> None:
    def camp(total: int) -> Pile:
        pile = Pile()
        pile.article(
            "north", "2021-05-03", f"The camp took in 21 people on Sunday, bringing the total to {total} people."
        )
        pile.article("south", "2021-05-03", "The camp held 255 people on Saturday.")
        pile.count("north", "21", 21, "people", head="person")
        pile.count("north", str(total), total, f"{total} people", head="person")
        return pile

    pile = camp(276)
    pile.article(
        "east", "2021-05-04", "The camp had room for 255 people, took in 21 people and held 276 people in all."
    )
    for number in (255, 21, 276):
        pile.count("east", str(number), number, "people", head="person")
    assert say_sums(pile) == ["255 and 21 make 276"]
    assert say_sums(camp(300)) == []


def test_a_slot_says_how_its_article_adds() -> None:
    pile = mill("Together with a dozen clerks there, 40-45 clerks now man the mill.")
    pile.article("south", "2021-05-04", "The mill is manned by 43 clerks now.")
    pile.count("south", "43", 43, "clerks now", head="clerk")
    slots = [row for row in compare_story(pile.batch(), SETTINGS) if isinstance(row, Slot)]
    assert any("About 30 and a dozen make 40-45." in slot.why for slot in slots)


def test_a_part_that_one_report_gives_and_the_whole_of_another_are_no_update() -> None:
    def told(first: str) -> list[str]:
        pile = Pile().article("north", "2021-05-03", first)
        pile.article("south", "2021-05-04", "The marsh fever has killed 36 people.")
        pile.count("north", "25", 25, "people", head="person")
        pile.count("north", "11", 11, head="person")
        pile.count("south", "36", 36, "people", head="person")
        return [r.verdict for r in compare_story(pile.batch(), SETTINGS) if isinstance(r, Slot)]

    assert told("The marsh fever has killed 25 people in Ulm and 11 in Korin.") == ["scope"]
    assert told("The marsh fever has killed 25 people in Ulm, while 11 stayed in Korin.") == ["update"]
