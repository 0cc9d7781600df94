"""The report in a whole page pasted as text."""

from __future__ import annotations

from evals.clean_pile import clean_pile, hold_text

from dateline.clean.block import find_block
from dateline.clean.lines import split_lines

MENU = [f"Section {name}" for name in "abcdefghijklmnopqrstuvwxyz"]
TEASERS = [f"A teaser of some other story about village number {number}" for number in range(25)]
HEADLINE = "Boats stay in harbour as storm hits Kvalvik"
BODY = [
    "The ferry company said on Monday that all of its boats would stay in harbour until the storm had passed.",
    "Nobody was hurt.",
    "About 40 passengers spent the night in the school of Kvalvik, where the Red Cross handed out blankets and soup.",
    "The captain of the largest boat told reporters that he had never seen waves of that height so close to land.",
    "It was the third time this winter that the line was closed, and shops on the island are running out of bread.",
]


def test_only_the_report_and_its_head_are_taken() -> None:
    done = clean_pile([hold_text("a.txt", "\n".join([*MENU, HEADLINE, "By Ada Lund", *BODY, *TEASERS]))])[0]
    assert done.article is not None
    assert done.article.title == HEADLINE
    assert done.article.byline == "Ada Lund"
    assert done.article.text == f"{HEADLINE}\n\n" + "\n".join(BODY)
    taken = {row.text for row in done.furniture}
    assert set(MENU) | set(TEASERS) <= taken


def test_a_report_that_is_not_crowded_is_left_whole() -> None:
    assert find_block(split_lines("\n".join([*MENU[:10], HEADLINE, *BODY])), None) is None
    assert find_block(split_lines("\n".join(MENU * 3)), None) is None


def test_a_stated_headline_further_up_is_reached() -> None:
    lines = split_lines("\n".join([*MENU, HEADLINE, *MENU[:10], *BODY, *TEASERS]))
    found = find_block(lines, HEADLINE)
    assert found is not None
    assert lines[found[0]].text == HEADLINE


def test_a_list_against_the_report_goes_with_it() -> None:
    dates = [f"June {day} - Sports hall of village {day}, Kvalvik" for day in range(2, 9)]
    lines = split_lines("\n".join([*MENU, HEADLINE, *BODY, *dates, *TEASERS]))
    found = find_block(lines, HEADLINE)
    assert found is not None
    assert [line.text for line in lines[found[0] : found[1]]] == [HEADLINE, *BODY, *dates]


def test_between_two_reports_nothing_is_chosen() -> None:
    other = [line.replace("ferry", "rail").replace("boat", "train") for line in BODY]
    lines = split_lines("\n".join([*MENU, HEADLINE, *BODY, *TEASERS[:12], *other, *TEASERS]))
    found = find_block(lines, HEADLINE)
    assert found is not None
    kept = {line.text for line in lines[found[0] : found[1]]}
    assert {*BODY, *other} <= kept
    assert MENU[0] not in kept
