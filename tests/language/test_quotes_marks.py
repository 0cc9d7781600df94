"""Quotation marks: what opens, what closes, what goes on, and that marks of any sort never derail the scan."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.quotes_marks import find_quoted


def paragraphs(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for line in text.split("\n"):
        found.append((start, start + len(line)))
        start += len(line) + 1
    return found


def words(text: str) -> list[str]:
    return [text[piece.start : piece.end] for piece in find_quoted(text, paragraphs(text))]


CASES = [
    ('He said "yes" and "no".', ["yes", "no"]),
    ("«Oui», dit-il.", ["Oui"]),
    ("„Ja“, sagt er.", ["Ja"]),
    ("Mixed ”opening and closing“ marks.", ["opening and closing"]),
    ("Single 'quoted words' here.", ["quoted words"]),
    ("The boss's 'workers' meeting' took place.", ["workers' meeting"]),
    ("Rock 'n' roll in the '60s and '70s.", []),
    ("It's the Joneses' house, isn't it?", []),
    ("‘It’s ours,’ he said; ‘it’s ours.’", ["It’s ours,", "it’s ours."]),
    ("He said 'the \"big\" one' twice.", ['the "big" one']),
    ("\"He said 'go' to me,\" she said.", ["He said 'go' to me,"]),
    ('Never "closed at all.', []),
    ('Said: "never closed at all.', ["never closed at all."]),
    ('"First part.\n"Second part." Then more.', ["First part.", "Second part."]),
    ('"First.\nA caption\n"Second."', ["First.", "Second."]),
    ('"Run together. "So the mark opens again." End.', ["Run together.", "So the mark opens again."]),
    ('5\' 10" tall and 20" wide', []),
    ("“ spaced words ” here", ["spaced words"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:30] for text, _ in CASES])
def test_quoted_stretches(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_continuation_is_marked() -> None:
    text = '"First part.\n"Second part."'
    assert [(piece.continued, piece.closed) for piece in find_quoted(text, paragraphs(text))] == [
        (False, False),
        (True, True),
    ]


@given(st.text(alphabet="ab .,\n\"'“”‘’«»`s5", max_size=60))
def test_stretches_are_in_order_and_inside(text: str) -> None:
    last = 0
    for piece in find_quoted(text, paragraphs(text)):
        assert last <= piece.open < piece.start <= piece.end <= piece.close <= len(text)
        assert "\n" not in text[piece.open : piece.close]
        last = piece.close
