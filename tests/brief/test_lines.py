"""How a cited stretch becomes a line: what goes, what brackets add, and which stretches are no lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.brief.lines import POOR, Shelf, rate_line, show_quote, stands_alone, tell_line
from dateline.model import Article, Cite, Entity, Reference, Sentence, TimeReference

TEXT = "Ada Orm spoke to the council. But she resigned on Friday, a day after the dam of Pelm had burst on Thursday."
SECOND = TEXT.index("But")


def make_shelf(*, others: tuple[str, ...] = (), day: str = "2021-05-06") -> Shelf:
    """Lay out two sentences: one names Ada Orm, and those whose ids are given; the next opens with a pronoun."""
    spans = ((0, SECOND - 1), (SECOND, len(TEXT)))
    sentences = [
        Sentence(
            sentence_id=f"s{n}", article_id="a", index=n, paragraph=n, start=start, end=end, kind="body", tokens=()
        )
        for n, (start, end) in enumerate(spans)
    ]  # fmt: skip
    named = [("ada", 0, 7, "name"), *((key, 21, 28, "name") for key in others)]
    said = TEXT.index("she")
    references = [
        Reference(article_id="a", story_id="s", start=start, end=end, entity_id=key, via=via)  # type: ignore[arg-type]
        for key, start, end, via in [*named, ("ada", said, said + 3, "pronoun")]
    ]
    at = TEXT.index("Thursday")
    time = TimeReference(
        time_id="t", article_id="a", story_id="s", start=at, end=at + 8, first=day, last=day, grain="day",
        anchor="report", confidence=0.9, why="",
    )  # fmt: skip
    people = {"ada": "Ada Orm", "ben": "Ben Ulkert"}
    entities = [
        Entity(entity_id=key, story_id="s", kind="PER", name=name, aliases=(), roles=(), known=None)
        for key, name in people.items()
    ]
    article = Article(article_id="a", capture_id="a", uri="a.txt", sha256="", text=TEXT, published="2021-05-08")
    return Shelf.of([article], sentences, references, [time], entities)


CITE = Cite(article_id="a", start=SECOND, end=len(TEXT), quote=TEXT[SECOND:])


def test_brackets_say_whom_a_pronoun_means_and_which_day_it_was() -> None:
    told = tell_line(CITE, make_shelf(), "2021-05-07", "2021-05-07")
    assert told == ("She [Ada Orm] resigned on Friday, a day after the dam of Pelm had burst on Thursday [6 May].")


def test_the_day_beside_the_line_needs_no_brackets_and_another_year_is_told() -> None:
    assert "[6" not in tell_line(CITE, make_shelf(), "2021-05-06", "2021-05-06")
    assert "Thursday [31 December 2020]" in tell_line(CITE, make_shelf(day="2020-12-31"), "2021-05-07", "2021-05-07")


def test_a_pronoun_that_can_mean_two_is_left_as_it_is() -> None:
    assert "[Ada" not in tell_line(CITE, make_shelf(others=("ben",)), "2021-05-07", "2021-05-07")


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        ("A whole sentence.", "A whole sentence."),
        ("which left on Friday", "… which left on Friday …"),
        ("It broke\nin two.", "It broke in two."),
        ("But Orm refused to go.", "Orm refused to go."),
        ("But that was on Friday.", "But that was on Friday."),
        ("However, the dam held.", "The dam held."),
        ("Orm, however, refused to go.", "Orm refused to go."),
        ("Now the dam is dry.", "The dam is dry."),
        ("UPDATE - May 7, 5:20 p.m.: The dam is dry.", "The dam is dry."),
        ("FLOODS SPREAD ORSK, Pelmland (Tarn News) - The dam burst on Friday.", "The dam burst on Friday."),
    ],
)
def test_what_ties_a_line_to_the_text_around_goes(quote: str, shown: str) -> None:
    assert show_quote(quote) == shown


@given(st.text(max_size=200))
def test_any_text_can_be_shown_and_rated(text: str) -> None:
    assert "\n" not in show_quote(text)
    assert rate_line(text) >= 0


def test_sentences_that_lean_on_others() -> None:
    assert not stands_alone("That was on Friday.")
    assert not stands_alone("Despite this, he left.")
    assert not stands_alone("But it was too late.")
    assert not stands_alone("In a statement on Tuesday, he left the council.")
    assert not stands_alone("On Tuesday, in a rare rebuke of the council, she left it.")
    assert stands_alone("On Tuesday, in a rare rebuke of Ada Orm, he left the council.")
    assert stands_alone("A day before Orm came to Pelm, she left the council.")
    assert stands_alone("But Orm stayed in the town hall.")
    assert stands_alone("In response, Orm left the town.")
    assert stands_alone("Thatcher left on Friday.")


@pytest.mark.parametrize(
    "poor",
    [
        "He left the dam on Friday morning.",
        "which left the dam on Friday morning",
        "Why did the guards leave the dam?",
        "Now,” the mayor wrote on Friday.",
        "It burst.",
        "The campaign of Orm used that phrase on Monday.",
        "“That was the plan all along,” Ada Orm said on Friday.",
        "Mayor Ada Orm of Pelm revealed Wednesday",
        "Page last updated at 11:24 GMT, Tuesday The dam burst.",
        "By Ada Orm, Special to the Gazette The dam burst.",
        " ".join(["word"] * 80),
    ],
)
def test_poor_lines(poor: str) -> None:
    assert rate_line(poor) >= POOR


def test_whole_plain_sentences_have_no_fault() -> None:
    assert rate_line("The guards of Pelm left the dam on Friday.") == 0
    assert 0 < rate_line("We left the dam on Friday, because we were told to go.") < POOR + 2
    assert rate_line("The guards of Pelm left the dam on Friday.", caption=True) >= POOR
