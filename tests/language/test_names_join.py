"""The rules' names and the network's joined: readings are written by hand here, so that no model speaks in."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.names import find_names
from dateline.language.reading import Reading, ReadSentence, Seen, SeenName, Token
from dateline.language.tokens import tokenize
from dateline.model import Article, Sentence


def make_reading(lines: list[str], *names: tuple[str, str, float], body_start: int = 0) -> Reading:
    """Return a reading of lines of one sentence each. ``names`` are (text, kind, chance), told at their first place."""
    text = "\n".join(lines)
    article = Article(
        article_id="a", capture_id="c", uri="a", sha256="", title="", language="en", text=text, body_start=body_start
    )
    reads, at = [], 0
    for index, line in enumerate(lines):
        tokens = tuple(_make_token(text, start, end) for start, end in tokenize(text, at, at + len(line)))
        spans = tuple((token.start, token.end) for token in tokens)
        sentence = Sentence(
            sentence_id=f"s{index}", article_id="a", index=index, paragraph=index, start=at, end=at + len(line),
            kind="title" if at < body_start else "body", tokens=spans,
        )  # fmt: skip
        reads.append(ReadSentence(sentence, tokens))
        at += len(line) + 1
    seen = [SeenName((text.index(name), text.index(name) + len(name)), kind, chance) for name, kind, chance in names]
    return Reading(article, tuple(reads), Seen(names=tuple(seen)))


def _make_token(text: str, start: int, end: int) -> Token:
    word = text[start:end]
    tag = "NNP" if word[0].isupper() else "NN"
    return Token(word, start, end, tag, word.lower())


def told(reading: Reading) -> list[str]:
    return [f"{mention.text}={mention.kind}" for mention in find_names(reading)]


JOINED = [
    # what the network sees in lower case, or names that no rule knows
    (["she joined the wardens of vell on friday."], [("wardens of vell", "ORG", 0.8)], ["wardens of vell=ORG"]),
    (["Then Ossory sank."], [("Ossory", "PRODUCT", 0.9)], ["Ossory=PRODUCT"]),
    (["Then Ossory sank."], [("Ossory", "PRODUCT", 0.1)], []),
    # a longer name covers the states inside it, a shorter one cuts no listed phrase
    (["He reads the Vell Times of Chile daily."], [("Vell Times of Chile", "ORG", 0.7)], ["Vell Times of Chile=ORG"]),
    (["She met envoys of the United States here."], [("United", "ORG", 0.6)], ["United States=GPE"]),
    # the gazetteer tells the kind
    (["They left for Norway at noon."], [("Norway", "ORG", 0.9)], ["Norway=GPE"]),
    # a state's thing is one name with the state's
    (["He left the US Senate then."], [("US", "GPE", 0.9), ("Senate", "ORG", 0.9)], ["US Senate=ORG"]),
    # a run whose words tell its kind takes in what the network sees of it
    (["It was the Vell Tax Office again."], [("Vell Tax", "ORG", 0.7)], ["Vell Tax Office=ORG"]),
    (["They played at Euro 2016 then."], [("Euro", "EVENT", 0.4)], ["Euro 2016=EVENT"]),
    # titles are no part of a name, and a form of address tells a person
    (["They asked Mr. Ysolde again."], [], ["Ysolde=PER"]),
    (["Then Queen Ysolde left."], [("Queen Ysolde", "PER", 0.9)], ["Ysolde=PER"]),
    # what is no name, or more than one
    (['He met Bram "Bo" Quill.'], [('Bram "Bo', "PER", 0.9)], []),
    (["Then Hale (D-Vell) left an Ossory-based firm."], [("D-Vell", "GPE", 0.9), ("Ossory-based", "ORG", 0.9)], []),
    (["It shut the Peru-Chile border."], [("Peru-Chile", "GPE", 0.9)], []),
    (["They fled Ossory province then."], [("Ossory province", "GPE", 0.9)], ["Ossory=GPE"]),
    (["They shut Ossory airport then."], [("Ossory airport", "FAC", 0.9)], ["Ossory airport=FAC"]),
    # one kind for one name of an article
    (
        ["Then Zentrax grew.", "They blamed Zentrax alone.", "He sued Zentrax."],
        [("Zentrax", "ORG", 0.9)],
        ["Zentrax=ORG", "Zentrax=ORG", "Zentrax=ORG"],
    ),
    (["Then Bram Quill left.", "It was Quill."], [("Bram Quill", "PER", 0.9)], ["Bram Quill=PER", "Quill=PER"]),
]  # fmt: skip


def test_the_north_is_korea_only_where_korea_is_named() -> None:
    named = make_reading(["South Korea waited.", "Then the North replied."])
    assert [mention.known for mention in find_names(named)] == ["country:KR", "country:KP"]
    assert told(make_reading(["Then the North replied to the rebels."])) == []


@pytest.mark.parametrize(("lines", "names", "expected"), JOINED)
def test_joined(lines: list[str], names: list[tuple[str, str, float]], expected: list[str]) -> None:
    assert told(make_reading(lines, *names)) == expected


def test_a_headline_in_title_case_takes_names_from_the_body() -> None:
    lines = ["Grave Doubts Over Zentrax Deal", "Then Zentrax grew in the north."]
    reading = make_reading(lines, body_start=len(lines[0]) + 1)
    start = reading.article.text.rindex("Zentrax")
    seen = Seen(names=(SeenName((start, start + len("Zentrax")), "ORG", 0.9),))
    assert told(replace(reading, seen=seen)) == ["Zentrax=ORG", "Zentrax=ORG"]


WORDS = "The Zentrax Mr. Bram Quill of Chile United States , said sank . north 's".split()


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), min_size=1, max_size=4),
    st.lists(
        st.tuples(
            st.integers(0, 31), st.integers(1, 4), st.sampled_from(["PER", "ORG", "GPE", "LAW"]), st.floats(0.1, 1)
        ),
        max_size=5,
    ),
)
def test_mentions_are_exact_and_apart(lines: list[list[str]], seen: list[tuple[int, int, str, float]]) -> None:
    reading = make_reading([" ".join(line) for line in lines])
    names = []
    for place, size, kind, chance in seen:
        for read in reading.sentences:
            tokens = read.tokens[place : place + size]
            if tokens:
                names.append(SeenName((tokens[0].start, tokens[-1].end), kind, chance))
    mentions = find_names(replace(reading, seen=Seen(names=tuple(names))))
    assert all(left.end <= right.start for left, right in pairwise(mentions))
    assert all(reading.article.text[m.start : m.end] == m.text for m in mentions)
