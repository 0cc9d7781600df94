"""The small language of the time grammar."""

from __future__ import annotations

import pytest

from dateline.language.times_pattern import Atom, captured, compile_pattern, write_row

ATOMS = [
    Atom("march", 0, 5, False, True, "NNP", {"MONTH": 3}),
    Atom("15", 6, 8, True, False, "CD", {"DAY": 15, "NUM": 15}),
    Atom("th", 8, 10, False, False, "", {"ORDEND": None}),
]


def test_elements_match_classes_words_and_gluing() -> None:
    row = write_row(ATOMS)
    match = compile_pattern("$M day=DAY ( ~th )?", {"M": "month=MONTH"}).match(row.text)
    assert match is not None
    assert row.by_end[match.end()] == 2
    assert {name: atom.text for name, atom in captured(match, row).items()} == {"month": "march", "day": "15"}


def test_glue_asks_for_no_space() -> None:
    assert compile_pattern("MONTH ~DAY", {}).match(write_row(ATOMS).text) is None


def test_a_choice_takes_either_side() -> None:
    pattern = compile_pattern("( june | MONTH/YEAR ) NUM", {})
    assert pattern.match(write_row(ATOMS).text) is not None


def test_marks_in_a_text_cannot_forge_a_class() -> None:
    row = write_row([Atom("x|MONTH|", 0, 8, False, False, "", {})])
    assert compile_pattern("MONTH", {}).match(row.text) is None


def test_a_wrong_element_is_refused() -> None:
    with pytest.raises(ValueError, match="no pattern element"):
        compile_pattern("?", {})
