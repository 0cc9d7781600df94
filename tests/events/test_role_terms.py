"""What a text says of the time of an office."""

from __future__ import annotations

import pytest

from dateline.events.entities.role_terms import tell_term
from dateline.model import RoleTerm


@pytest.mark.parametrize(
    ("before", "role", "after", "term"),
    [
        ("The vote pleased ", "Mayor", " Ines Lund.", "current"),
        ("It hurt former Sorland ", "Governor", " Ines Lund.", "former"),
        ("It hurt ", "former Prime Minister", " Ines Lund.", "former"),
        ("They rang ", "ex-Minister", " Lund.", "former"),
        ("It was signed by then-", "Chairman", " Lund.", "former"),
        ("Then ", "Chairman", " Lund left.", "current"),
        ("A former aide to ", "Chairman", " Lund left.", "current"),
        ("By late Friday ", "Chairman", " Lund had left.", "current"),
        ("They mourned the late ", "Chairman", " Lund.", "former"),
        ("Leo Berg, the ", "acting harbour minister", ", said so.", "acting"),
        ("It is for ", "President-elect", " Ines Lund.", "incoming"),
        ("It is for ", "President", "-elect Ines Lund.", "incoming"),
        ("It blamed ", "outgoing chairman", " Leo Berg.", "outgoing"),
    ],
)
def test_time_of_an_office(before: str, role: str, after: str, term: RoleTerm) -> None:
    text = before + role + after
    assert tell_term(text, len(before), len(before) + len(role)) == term
