"""One text in two articles, with one value changed: what is found, and what is no change."""

from __future__ import annotations

import pytest
from tests.compare.builders import Pile

from dateline.compare.compare import compare_story
from dateline.compare.differences.tellings import read_words
from dateline.compare.view import view_story
from dateline.model import Discrepancy
from dateline.settings import CompareSettings

LINES = (
    "The ferry company stopped all crossings to Aldmouth after two collisions in the narrow sound.",
    "Inspectors found 14 cracked plates in the hull of the older vessel on Tuesday.",
    "Deputy mayor Ana Roth said the repairs were paid for by the insurers of the line.",
    "The yard in Corran had not warned the owners about the worn bearings before the trip.",
    "Passengers were brought back to the quay in small boats by volunteers from the village.",
)


def copy_of(old: str, new: str, day: str = "2021-05-04", outlet: str = "copy") -> Pile:
    pile = Pile()
    for name, lines, written in (
        ("source", LINES, "2021-05-04"),
        (outlet, tuple(line.replace(old, new) for line in LINES), day),
    ):
        pile.article(name, written, *lines)
        for town in ("Aldmouth", "Corran", "Lyth"):
            if any(town in line for line in lines):
                pile.name(name, town, "GPE", entity=town)
        for person in ("Ana Roth", "Ana Holm"):
            if any(person in line for line in lines):
                pile.name(name, person, "PER", entity=person)
    return pile


def differ(pile: Pile) -> list[Discrepancy]:
    return [row for row in compare_story(pile.batch(), CompareSettings()) if isinstance(row, Discrepancy)]


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("14 cracked", "31 cracked", "number"),
        ("two collisions", "five collisions", "number"),
        ("on Tuesday", "on Friday", "date"),
        ("Deputy mayor", "Mayor", "role"),
        ("Deputy mayor", "Deputy treasurer", "role"),
        ("Ana Roth", "Ana Holm", "name"),
        ("in Corran", "in Lyth", "place"),
        ("had not warned", "had warned", "polarity"),
        ("after two", "before two", "polarity"),
    ],
)
def test_a_changed_value_in_a_copy_is_found_with_both_sides(old: str, new: str, kind: str) -> None:
    (found,) = differ(copy_of(old, new))
    assert (found.kind, found.verdict) == (kind, "conflict")
    assert "copy" in found.why
    assert [{c.article_id for c in side.cites} for side in found.sides] in (
        [{"source"}, {"copy"}],
        [{"copy"}, {"source"}],
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("14 cracked", "fourteen cracked"),
        ("two collisions", "2 collisions"),
        ("said the repairs", "stated that the repairs"),
        ("stopped all", "stopped nearly all"),
        ("had not warned", "hadn't warned"),
        ("Deputy mayor", "Vice mayor"),
        (" in the narrow sound", ""),
    ],
)
def test_other_words_for_the_same_are_no_change(old: str, new: str) -> None:
    assert differ(copy_of(old, new)) == []


def test_a_number_in_a_later_version_is_an_update() -> None:
    (found,) = differ(copy_of("14 cracked", "31 cracked", day="2021-05-06"))
    assert found.verdict == "update" and "6 May 2021" in found.why


def test_sentences_of_other_reports_need_more_in_common_than_those_of_one_text() -> None:
    pile = Pile()
    pile.article("one", "2021-05-04", "Shares of the ferry line fell 14 percent on Tuesday.")
    pile.article("two", "2021-06-08", "Shares of the ferry line fell 31 percent on Tuesday.")
    assert differ(pile) == []


def test_lines_about_the_article_are_no_telling() -> None:
    pile = Pile()
    pile.article("one", "2021-05-04", "Reporting by Ana Roth and Tom Lind; editing by Per Holm in the Aldmouth bureau")
    pile.article("two", "2021-05-04", "Reporting by Ana Roth and Tom Lind; editing by Kim Vang in the Aldmouth bureau")
    assert differ(pile) == []


def test_ways_to_write_a_number_have_one_form() -> None:
    pile = Pile().article("one", None, "Some 1,500 or 1500 paid 3 million, twenty-five or 25, and the U.S. did n't.")
    view = view_story(pile.batch())
    (sentence,) = view.sentences.values()
    forms = [word.form for word in read_words(sentence, view)]
    assert forms.count("#1500") == 2 and forms.count("#25") == 2 and "#3000000" in forms and "us" in forms
