"""Names, their kinds, and the titles beside them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.names import find_names
from dateline.language.reader import read_article
from dateline.model import Article, Mention


def find(text: str, body_start: int = 0) -> tuple[Mention, ...]:
    values: dict[str, object] = dict.fromkeys(
        ["url", "outlet", "title", "byline", "published", "published_basis", "updated", "language", "place", "agency"]
    )
    values |= {"dateline": None, "dateline_date": None, "article_id": "a", "capture_id": "c", "uri": "a", "sha256": ""}
    article = Article(**values, text=text, body_start=body_start, captions=())  # type: ignore[arg-type]
    return find_names(read_article(article))


KINDS = [
    ("Officials of South Korea met Kim Yong-min in Seoul.", "South Korea=GPE Kim Yong-min=PER Seoul=GPE"),
    ("He left the Ministry of Health and Human Services on Friday.", "Ministry of Health and Human Services=ORG"),
    ("The French Interior Ministry said so.", "French Interior Ministry=ORG"),
    ("A spokesman for the Food and Drug Administration spoke.", "Food and Drug Administration=ORG"),
    ("They flew from Denver to Marseille with Ana Duarte, 41, on board.", "Denver=GPE Marseille=GPE Ana Duarte=PER"),
    ("It began before the Korean War near Mount Ossa.", "Korean War=EVENT Mount Ossa=LOC"),
    ("He worked with Mr. Delgado for the BBC.", "Delgado=PER BBC=ORG"),
    ("Reporters asked Sheikh Omar bin Rashid al-Farouk about it.", "Omar bin Rashid al-Farouk=PER"),
    ("The Kremlin told Russian troops to wait.", "Kremlin=ORG Russian=NORP"),
    ("Dozens of people left. Victims were taken away.", ""),
    ("It is the Prime Minister who decides.", ""),
    ("Asked Wednesday about the ferry, he left. Most Spanish ports closed.", "Spanish=NORP"),
    ("Sen. Ann Hale left.", "Ann Hale=PER"),
    ("Jan Hale met Eva Moe in Jan. 2014.", "Jan Hale=PER Eva Moe=PER"),
    ("Justices Elena Moe and Ann Hale spoke.", "Elena Moe=PER Ann Hale=PER"),
    ("Zentrax fell. The chief of Zentrax Richard Moe left.", "Zentrax=ORG Richard Moe=PER"),
    ("The retailer Zentrax closed. It was on Zentrax alone.", "Zentrax=ORG"),
    ("WHO said the risk is low in Calif. this week.", "WHO=ORG Calif.=GPE"),
    ("The Obama plan was read. Mr. Obama left.", "Obama=PER"),
    ("Lt. Gen. Mike Flynn? A sailor.", "Mike Flynn=PER"),
    ("They met at Dallas County and at Chester Zoo.", "Dallas County=GPE Chester Zoo=FAC"),
]


@pytest.mark.parametrize(("text", "expected"), KINDS)
def test_kinds(text: str, expected: str) -> None:
    got = {(mention.text, mention.kind) for mention in find(text)}
    wanted = {(part[0], part[1]) for part in (item.rsplit("=", 1) for item in _items(expected))}
    assert got == wanted


def _items(expected: str) -> list[str]:
    items: list[str] = []
    pending: list[str] = []
    for word in expected.split():
        pending.append(word)
        if "=" in word:
            items.append(" ".join(pending))
            pending = []
    return items


ROLES = [
    ("North Land's Deputy Trade Minister Oda Lind spoke.", "Oda Lind", "Deputy Trade Minister"),
    ("Oda Lind, France's trade minister, said so.", "Oda Lind", "trade minister"),
    ("“No,” said Oda Lind, an analyst at the Marlow Institute in Oslo.", "Oda Lind", "analyst at the Marlow Institute"),
    ("U.S. Secretary of State Oda Lind left.", "Oda Lind", "Secretary of State"),
    ("The order came from former chief strategist Oda Lind on Monday.", "Oda Lind", "former chief strategist"),
    ("Mr. Lind met Oda Berg.", "Lind", None),
    ("Oda Lind, who left, was late.", "Oda Lind", None),
    ("The official told Oda Lind, adding nothing.", "Oda Lind", None),
]


@pytest.mark.parametrize(("text", "name", "role"), ROLES)
def test_roles_are_the_office_words_as_written(text: str, name: str, role: str | None) -> None:
    (mention,) = [mention for mention in find(text) if mention.text == name]
    assert mention.role == role
    if mention.role_span:
        assert text[slice(*mention.role_span)] == role


def test_headline_names_count_only_when_known() -> None:
    title = "Sudden Storm Stops Lind Talks In Oslo\n"
    found = find(title + "Envoy Oda Lind stayed. The storm grew.", len(title))
    assert [mention.text for mention in found if mention.start < len(title)] == ["Lind", "Oslo"]


def test_a_surname_takes_the_kind_of_the_full_name() -> None:
    assert [m.kind for m in find("Oda Lind spoke. It was Lind who left.")] == ["PER", "PER"]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from("The Mr. Kim Jong-un of Minister North , ' U.S. said Paris \n . “ ”".split(" ")), max_size=25
    )
)
def test_mentions_are_exact_and_apart(words: list[str]) -> None:
    text = " ".join(words)
    place = 0
    for mention in find(text):
        assert place <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        place = mention.end
