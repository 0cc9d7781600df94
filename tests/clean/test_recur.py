"""Which recurring lines are furniture: those of unrelated pages, never those of one story."""

from __future__ import annotations

import time

import pytest

from dateline.clean.outline import key_line, outline_page
from dateline.clean.recur import find_recurrence
from dateline.model import Outline, Page, Record, Recurrence
from dateline.settings import RecurSettings
from dateline.stage import Batch

STORY = {f"word{number}" for number in range(12)}


def outline(number: int, topics: set[str], *, outlet: str | None = None, day: str | None = None) -> Outline:
    return Outline(
        page_id=f"p{number:06}",
        capture_id=f"c{number:06}",
        outlet=outlet,
        day=day,
        topics=tuple(sorted(topics)),
        buckets=(),
    )


def own(number: int) -> set[str]:
    """Topics that no other page has."""
    return {f"{number}-{at}" for at in range(12)}


def learn(line: str, *outlines: Outline) -> list[Record]:
    return list(find_recurrence(Batch(key_line(line), {Outline: outlines}), RecurSettings()))


def test_unrelated_pages_make_furniture() -> None:
    rows = learn("Tide tables and crossings", *(outline(number, own(number)) for number in range(3)))
    assert [row.page_id for row in rows if isinstance(row, Recurrence)] == ["p000000", "p000001", "p000002"]


def test_one_story_never_does() -> None:
    pages = [outline(number, STORY, outlet="Ebb Post", day=f"2019-03-{number + 1:02}") for number in range(20)]
    assert learn("The boats stayed in harbour, the company that owns them said on Monday", *pages) == []
    assert learn("Where the talks stand", *pages) == []


def test_two_unrelated_pages_are_too_few_unless_an_outlet_has_the_line_for_days() -> None:
    pages = [outline(number, own(number % 2), outlet="Ebb Post", day=f"2019-03-{number + 1:02}") for number in range(3)]
    assert learn("Tide tables", *pages[:2]) == []
    assert len(learn("Tide tables", *pages)) == 3
    assert learn("Deaths: 12", *pages) == []


def test_pages_that_tell_too_little_do_not_count() -> None:
    assert learn("Tide tables", *(outline(number, {f"{number}"}) for number in range(9))) == []


def test_another_page_does_not_change_the_records_of_others() -> None:
    pages = [outline(number, own(number)) for number in range(9)]
    before = learn("Tide tables", *pages[:4])
    after = learn("Tide tables", *pages[:5])
    assert after[:4] == before


def test_a_line_of_many_pages_takes_time_in_proportion() -> None:
    pages = [outline(number, own(number % 5)) for number in range(20_000)]
    start = time.perf_counter()
    assert len(learn("Tide tables", *pages)) == 20_000
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    ("left", "right"), [("Views: 8", "VIEWS 1,204"), ("Read in 3 min", "read in 12 min"), ("A  B", "a b")]
)
def test_lines_with_one_key(left: str, right: str) -> None:
    assert key_line(left) == key_line(right) != ""


@pytest.mark.parametrize("line", ["", "12:30", "“We waited all night”", "'No comment', he said"])
def test_lines_never_learned(line: str) -> None:
    assert key_line(line) == ""


def test_stock_sentences_are_a_sort_of_their_own() -> None:
    assert key_line("No arrests have been made.").startswith("s")
    assert key_line("At least 12 people were killed, officials said.").startswith("s")
    assert not key_line("We keep our pages open to all.").startswith("s")


def test_topics_are_names_and_repeated_words() -> None:
    body = (
        "The ferry company said that Kvalvik would be cut off until the storm had passed over the fjord.\n"
        "A ferry was lost in the same storm off Tromdal, and the storm goes on, as Mayor Lindqvist said.\n"
    )
    page = Page(page_id="p", capture_id="c", uri="u", sha256="", markup=False, text=body, language="en")
    other = Page(
        page_id="q", capture_id="c", uri="u", sha256="", markup=False, text=f"Menu\n{body}Share", language="en"
    )
    assert len(outline_page(page).topics) >= 4
    assert outline_page(page).topics == outline_page(other).topics
