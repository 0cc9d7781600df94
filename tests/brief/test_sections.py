"""Latest state and who says what: plans are no states, speakers are introduced, courtesy and fragments stay out."""

from __future__ import annotations

from typing import cast

import pytest

from dateline.brief.write import write_brief
from dateline.model import (
    BriefSentence,
    Cite,
    Claim,
    Discrepancy,
    Entity,
    Record,
    Role,
    Side,
    State,
    StateValue,
    Status,
)
from dateline.settings import BriefSettings
from dateline.stage import Batch


def read(section: str, *rows: Record) -> list[str]:
    kinds: dict[type[Record], tuple[Record, ...]] = {}
    for row in rows:
        kinds[type(row)] = (*kinds.get(type(row), ()), row)
    found = [row for row in write_brief(Batch("s", kinds), BriefSettings()) if isinstance(row, BriefSentence)]
    return [row.text for row in found if row.section == section]


def make_value(value: str, since: str | None, status: str = "actual", **other: object) -> StateValue:
    cite = Cite(article_id="a", start=0, end=len(value), quote=value)
    return StateValue(
        value=value, since=since, reported=since, status=cast("Status", status), cites=(cite,), **other,  # type: ignore[arg-type]
    )  # fmt: skip


def make_state(*values: StateValue, attribute: str = "open to traffic") -> State:
    return State(state_id="x", story_id="s", subject="the Orsk bridge", attribute=attribute, values=values)


def test_the_last_value_is_told_with_what_was_before_and_what_is_planned() -> None:
    state = make_state(
        make_value("closed", "2021-05-07"),
        make_value("one lane open", "2021-05-09"),
        make_value("open", None, "planned", due="2021-06-01"),
    )
    assert read("latest state", state) == [
        "The Orsk bridge: one lane open (since 9 May 2021); before: closed; planned: open, 1 June 2021"
    ]


@pytest.mark.parametrize(
    ("value", "attribute", "told"),
    [
        (make_value("84", "2021-05-09", since_basis="report"), "number", "The Orsk bridge: 84 (by 9 May 2021)"),
        (make_value("84", "2021-05-09"), "price", "The Orsk bridge, price: 84 (since 9 May 2021)"),
        (make_value("back", None, partial="part of"), "presence", "The Orsk bridge: back (in part)"),
        (make_value("back", None, partial="about four or five"), "presence",
         "The Orsk bridge: back (in part: about four or five)"),
        (make_value("open", None, "planned"), "open", "The Orsk bridge: open (planned)"),
    ],
)  # fmt: skip
def test_how_a_value_is_put(value: StateValue, attribute: str, told: str) -> None:
    assert read("latest state", make_state(value, attribute=attribute)) == [told]


def test_what_a_later_change_takes_for_granted_is_not_told_as_before() -> None:
    state = make_state(make_value("open", None, presupposed=True), make_value("closed", "2021-05-07"))
    assert read("latest state", state) == ["The Orsk bridge: closed (since 7 May 2021)"]


def make_claim(speaker: str, words: str, article: str = "a") -> Claim:
    return Claim(
        claim_id=f"{article}-{speaker}-{words[:9]}", story_id="s", quote_id="q", article_id=article, speakers=(),
        speaker=speaker, kind="direct", stance="says",
        cite=Cite(article_id=article, start=5, end=5 + len(words), quote=words),
    )  # fmt: skip


def make_person(name: str, *roles: str) -> Entity:
    return Entity(
        entity_id=name, story_id="s", kind="PER", name=name, aliases=(), known=None,
        roles=tuple(Role(text=role, cites=()) for role in roles),
    )  # fmt: skip


PLEA = "The bridge must be closed before the next flood comes."


@pytest.mark.parametrize(
    ("roles", "introduced"),
    [
        ((), "Ada Orm"),
        (("head of the water board",), "Ada Orm, head of the water board"),
        (("Mayor",), "Ada Orm, mayor"),
        (("Mayor", "former minister"), "Ada Orm"),
        (("head of the board", "member of the council"), "Ada Orm"),
    ],
)
def test_a_speaker_is_introduced_by_the_one_role_that_is_sure(roles: tuple[str, ...], introduced: str) -> None:
    rows = (make_claim("Ada Orm", PLEA), make_person("Ada Orm", *roles))
    assert read("who says what", *rows) == [f"{introduced}: “{PLEA}”"]


def test_courtesy_titles_and_speakers_of_another_sentence_are_left_out() -> None:
    rows = (
        make_claim("Ada Orm", "We thank all of you for this day."),
        make_claim("Ben Ulkert", "On the Bridge With Ben Ulkert Tonight"),
        make_claim("her lawyer", PLEA),
        make_person("Ada Orm"),
        make_person("Ben Ulkert"),
    )
    assert read("who says what", *rows) == []


def test_of_a_speaker_the_whole_statement_is_quoted() -> None:
    rows = (
        make_claim("Ada Orm", "to be closed before the next flood comes down."),
        make_claim("Ada Orm", PLEA),
        make_person("Ada Orm"),
    )
    assert read("who says what", *rows) == [f"Ada Orm: “{PLEA}”"]


def test_rounding_is_no_difference() -> None:
    cite = Cite(article_id="a", start=0, end=2, quote="61")
    sides = tuple(Side(says=says, said_by=None, origins=1, cites=(cite,)) for says in ("61", "60"))
    found = Discrepancy(
        discrepancy_id="d", story_id="s", kind="number", about="guards", verdict="rounding", severity=1, why="",
        sides=sides,
    )  # fmt: skip
    assert read("differing", found) == []
