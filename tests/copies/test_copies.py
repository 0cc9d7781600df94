"""Copies: told apart by kind, directed by time, credit and length; never between reports that share a quotation."""

from __future__ import annotations

import random

import pytest
from tests.copies.pile import OTHER, WIRE, find, make_article

from dateline.model import Article, Judgement

QUOTE = "We closed the basin because nobody can promise that the pier will hold another night of wind like this one"


def test_the_later_of_two_equal_texts_is_the_copy() -> None:
    (copy,) = find(make_article("a", WIRE, published="2021-05-05"), make_article("b", WIRE, published="2021-05-04"))
    assert (copy.article_id, copy.of, copy.kind, copy.share) == ("a", "b", "exact", 1.0)
    assert copy.spans == ((0, len(WIRE) - 1),)
    assert "2021-05-04 before 2021-05-05" in copy.why


def test_another_headline_and_other_quotation_marks_leave_a_text_the_same() -> None:
    text = f"{WIRE} “{QUOTE},” he said."
    straight = text.replace("“", '"').replace("”", '"')
    (copy,) = find(
        make_article("a", text, title="Barge strikes fuel pier in Pelm"),
        make_article("b", straight, title="Pelm shuts a basin and sends ferries elsewhere", published="2021-05-05"),
    )
    assert copy.kind == "exact"


@pytest.mark.parametrize(
    "repeat",
    [
        WIRE.split("\n")[0],
        "\n".join(WIRE.split("\n")[:2]),
        "\n".join(reversed(WIRE.split("\n"))),
        WIRE.replace("nine", "eleven").replace("four metres", "14 feet"),
        WIRE.replace("harbour", "harbor").replace("was hurt", "were hurt").replace("metres", "meters"),
        "\n".join([*WIRE.split("\n")[:2], OTHER.split("\n")[1], *WIRE.split("\n")[2:]]),
        f"PELM (Norpress) — {WIRE.partition(' Ferries')[0][:400]}",
    ],
    ids=["a third", "half", "re-ordered", "other numbers", "another spelling", "own paragraph", "credit"],
)
def test_an_edited_text_is_a_reprint(repeat: str) -> None:
    (copy,) = find(make_article("a", WIRE, published="2021-05-04"), make_article("b", repeat, published="2021-05-05"))
    assert (copy.article_id, copy.of, copy.kind) == ("b", "a", "reprint")


def test_the_same_outlet_makes_it_a_revision() -> None:
    (copy,) = find(
        make_article("a", WIRE, outlet="Pelm Post", published="2021-05-04T08:00"),
        make_article("b", f"{WIRE} {OTHER}", outlet="Pelm Post", published="2021-05-04T12:00"),
    )
    assert (copy.article_id, copy.kind) == ("b", "revision")


def test_a_report_with_wire_paragraphs_reuses_in_part() -> None:
    mixed = OTHER + "\n" + WIRE[:230] + "\n" + OTHER.upper().replace("THE", "A")
    (copy,) = find(make_article("a", mixed, published="2021-05-05"), make_article("b", WIRE, published="2021-05-04"))
    assert copy.kind == "partial"
    assert [mixed[start:end] for start, end in copy.spans] == [WIRE[:230].rsplit(" ", 1)[0]]


def test_an_article_may_repeat_several_others() -> None:
    left, right = WIRE.split("\n")[1], OTHER.split("\n")[1]
    (first, second) = find(
        make_article("a", f"{left}\n{right}", published="2021-05-06"),
        make_article("b", WIRE, published="2021-05-04"),
        make_article("c", OTHER, published="2021-05-05"),
    )
    assert {first.of, second.of} == {"b", "c"}
    assert first.article_id == second.article_id == "a"
    assert second.kind == "partial"


def test_of_two_sources_with_the_same_passage_only_the_first_is_named() -> None:
    copies = find(
        make_article("a", WIRE, published="2021-05-04", outlet="one"),
        make_article("b", WIRE, published="2021-05-05", outlet="two"),
        make_article("c", "\n".join(WIRE.split("\n")[:2]), published="2021-05-06", outlet="three"),
    )
    assert [(copy.article_id, copy.of) for copy in copies] == [("b", "a"), ("c", "a")]


def test_two_own_reports_of_one_event_are_no_copies() -> None:
    assert find(make_article("a", WIRE), make_article("b", OTHER)) == []


@pytest.mark.parametrize("marks", ["“”", '""', "‘’", ("``", "''")])
def test_a_shared_quotation_is_a_shared_quotation(marks: tuple[str, str]) -> None:
    opened, closed = marks
    left = f"{OTHER} {opened}{QUOTE} and so it stays shut,{closed} the harbour master said."
    right = f"The man in charge spoke at noon. “{QUOTE} and so it stays shut,” he said. It rained and blew all day."
    (copy,) = find(make_article("a", left), make_article("b", right))
    assert copy.kind == "quote"


FORM = (
    "Shares closed at {} crowns after opening at {} crowns on {} and the index of thirty firms moved by {} points, "
    "with {} gainers and {} losers among those traded in the capital."
)


def fill_forms(seed: int) -> str:
    dice = random.Random(seed)
    days = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
    lines = []
    for _ in range(5):
        first, *numbers = (dice.randint(20, 999) for _ in range(5))
        lines.append(FORM.format(first, numbers[0], dice.choice(days), *numbers[1:]))
    return "\n".join(lines)


def test_a_form_filled_in_twice_is_no_copy_but_one_printed_twice_is() -> None:
    assert find(make_article("a", fill_forms(1)), make_article("b", fill_forms(2))) == []
    assert len(find(make_article("a", fill_forms(1)), make_article("b", fill_forms(1)))) == 1


def test_an_outlets_own_background_is_no_copy_of_itself() -> None:
    background = WIRE.split("\n")[1]
    reports = [
        make_article(name, f"{text}\n{background}", outlet="Pelm Post", published=f"2021-05-0{day}")
        for name, text, day in (("a", OTHER * 2, 4), ("b", (OTHER * 3)[::-1], 5))
    ]
    assert find(*reports) == []


NINE, EIGHT = "2021-05-04T09:00", "2021-05-04T08:00"
DAY, NEXT = "2021-05-04", "2021-05-05"


@pytest.mark.parametrize(
    ("first", "second", "of", "why"),
    [
        ({"published": NINE, "zone": "+09:00"}, {"published": EIGHT, "zone": "+00:00"}, "a", "earlier"),
        ({"published": NINE}, {"published": EIGHT}, "b", "earlier"),
        ({"published": DAY, "agency": "Norpress"}, {"published": NEXT, "outlet": "Norpress"}, "b", "credits Norpress"),
        ({"published": DAY}, {}, "a", "only the other is dated"),
        ({}, {}, "a", "not known"),
    ],
    ids=["zones", "hours", "credit", "undated", "nothing known"],
)
def test_direction(first: dict[str, str], second: dict[str, str], of: str, why: str) -> None:
    (copy,) = find(make_article("a", WIRE, **first), make_article("b", WIRE, **second))
    assert copy.of == of
    assert why in copy.why


def test_of_two_undated_texts_the_longer_is_the_source() -> None:
    (copy,) = find(make_article("a", "\n".join(WIRE.split("\n")[:3])), make_article("b", WIRE))
    assert (copy.article_id, copy.of) == ("a", "b")


def test_a_person_can_say_that_two_are_not_the_same() -> None:
    judgement = Judgement(judgement_id="j", kind="not_same", subjects=("b", "a"), note="")
    assert find(make_article("a", WIRE), make_article("b", WIRE), judgements=(judgement,)) == []


@pytest.mark.parametrize("text", ["", "one", "one two three", "“", "\ud800 " * 30])
def test_tiny_and_odd_texts_break_nothing(text: str) -> None:
    assert all(copy.kind == "exact" for copy in find(make_article("a", text), make_article("b", text)))


def test_the_order_of_the_pile_changes_nothing() -> None:
    articles: list[Article] = [
        make_article("a", WIRE, published="2021-05-04"),
        make_article("b", WIRE.replace("nine", "ten"), published="2021-05-04"),
        make_article("c", "\n".join(WIRE.split("\n")[1:]), published="2021-05-06"),
        make_article("d", f"{OTHER}\n{WIRE[:260]}"),
        make_article("e", OTHER, published="2021-05-03"),
    ]
    wanted = find(*articles)
    assert len(wanted) >= 4
    for seed in range(5):
        random.Random(seed).shuffle(articles)
        assert find(*articles) == wanted
