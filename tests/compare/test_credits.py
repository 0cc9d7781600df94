"""What a report credits to another newsroom, and what only looks so; names of newsrooms."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.compare.claims.credits import Credit, NameFinder, find_credits
from dateline.compare.claims.newsrooms import KNOWN_NAMES, bracketed_agency, credited_agencies, find_owner, key_newsroom
from dateline.compare.claims.speakers import Named
from dateline.model import Article, Mention, NameKind, Quote, QuoteKind, Sentence

OUTLETS = ("Lyth Courier", "The Sun", "Radio Sorn", "The New York Times")


def read(text: str, outlet: str = "Norby Mail", quotes: tuple[Quote, ...] = (), people: str = "") -> list[Credit]:
    article = Article(article_id="a", capture_id="a", uri="a", sha256="", outlet=outlet, text=text)
    sentences = []
    start = 0
    for index, line in enumerate(text.split("\n")):
        kind: Literal["title", "body"] = "title" if line.startswith("#") else "body"
        sentences.append(
            Sentence(
                sentence_id=str(index), article_id="a", index=index, paragraph=index, start=start,
                end=start + len(line), kind=kind, tokens=(),
            )
        )  # fmt: skip
        start += len(line) + 1
    mentions = [mention(name, "PER") for name in people.split(",") if name] + [mention("Coast News Agency", "ORG")]
    return find_credits(article, sentences, quotes, (), NameFinder(OUTLETS, mentions))


def mention(name: str, kind: NameKind) -> Mention:
    return Mention(
        mention_id=name, article_id="a", sentence_id="0", start=0, end=1, text=name, kind=kind, known=None, role=None,
        role_span=None,
    )  # fmt: skip


def quote(text: str, words: str, speaker: str, kind: QuoteKind = "indirect") -> Quote:
    at, who = text.index(words), text.index(speaker)
    return Quote(
        quote_id=words, article_id="a", sentence_id="0", start=at, end=at + len(words), kind=kind,
        speaker_span=(who, who + len(speaker)), speaker_text=speaker, cue_span=None, cue=None, stance="says",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("line", "rooms"),
    [
        ("Yonhap reported that the ferry sank.", ["yonhap"]),
        ("The ferry sank, according to the state-run Xinhua news agency.", ["xinhua"]),
        ("The Associated Press, citing an official, said nine were missing.", ["ap"]),
        ("Kyodo, Japan's news agency, has reported that the ferry sank.", ["kyodo"]),
        ("“We knew,” Holm told the Lyth Courier.", ["lyth courier"]),
        ("“We knew,” Holm said in an interview with Radio Sorn on Monday.", ["radio sorn"]),
        ("Holm said on CNN's morning programme that the door was open.", ["cnn"]),
        ("A copy of the log was obtained by Reuters.", ["reuters"]),
        ("The Washington Post first reported the order.", ["washington post"]),
        ("The order was first reported by The Washington Post.", ["washington post"]),
        ("In a statement to AFP, the yard denied it.", ["afp"]),
        ("The Coast News Agency said the ferry was late.", ["coast news agency"]),
        ("Both Reuters and AFP reported a fire.", ["afp", "reuters"]),
        ("The plan was dropped, according to NBC News and the AP.", ["ap", "nbc"]),
        ("The ferry sank at noon, reports the Lyth Courier.", ["lyth courier"]),
        ("The ferry sank at noon [Reuters]", ["reuters"]),
        ("Politico was first to report the order.", ["politico"]),
        ("Two officials tell Fox News that he will go.", ["fox"]),
        ("Two officials identified him to Fox News as the owner.", ["fox"]),
        ("A Reuters tally put the number of the dead at 31.", ["reuters"]),
        ("A Reuters witness saw nine ships.", ["reuters"]),
        ("A Reuters reporter near the port also heard a blast.", ["reuters"]),
        ("“We knew,” he told Ada Holm of the BBC.", ["bbc"]),
        ("In a CNN interview on Sunday he said that he would go.", ["cnn"]),
        ("As Ada Holm reports for NPR, the yard was warned.", ["npr"]),
        ("The BBC's Ada Holm reported that the yard was warned.", ["bbc"]),
        ("Journalists from Reuters saw two boats.", ["reuters"]),
        ("Reuters put the number of the dead at 31.", ["reuters"]),
        ("A spokeswoman, asked by Reuters, said nothing was decided.", ["reuters"]),
        ("The ferry sank, Yonhap reported, citing KCNA.", ["kcna", "yonhap"]),
        ("State television reported that the ferry sank.", ["state media"]),
        ("Marland state media said the ferry sank.", ["marland state media"]),
        ("Ferry sinks off Lyth - Reuters", ["reuters"]),
        ("The Sun reported that the ferry sank.", ["the sun"[4:]]),
    ],
)
def test_frames_that_name_a_source(line: str, rooms: list[str]) -> None:
    assert sorted({credit.room for credit in read(line)}) == rooms


@pytest.mark.parametrize(
    "line",
    [
        "Fox News said in a statement that it had let the host go.",
        "Fox News said it had let the host go.",
        "Fox News fired the host, the police said.",
        "The yard did not reply to a request from Reuters.",
        "The ministry declined to speak to Reuters.",
        "“Reuters reported it first,” Holm said.",
        "Holm told reporters that the door was open.",
        "The police reported that the ferry sank.",
        "The Seattle Times Company sold its press.",
        "The sun reported for duty late, as sailors say.",
        "Readers of the Lyth Courier wrote to the yard.",
        "Reporters of the BBC were among the passengers.",
        "Mr. Forbes said the ferry sank.",
        "He put on the Sun's old hat and went home.",
        "The chain owns the Miami Herald, the Kansas City Star and 28 others.",
        "The debate will be carried on CNN.",
        "An Australian told the police that the ferry sank.",
        "Reuters journalists were among those hurt.",
    ],
)
def test_frames_that_name_none(line: str) -> None:
    quotes = (quote(line, "Reuters reported it first", "Holm", "direct"),) if line.startswith("“") else ()
    assert read(line, quotes=quotes, people="Bo Forbes") == []


def test_a_credit_covers_the_words_that_the_newsroom_says() -> None:
    line = "The ministry confirmed that two divers died, while Yonhap reported that nine ships were near."
    (credit,) = read(line, quotes=(quote(line, "nine ships were near", "Yonhap"),))
    assert line[credit.start : credit.end] == "Yonhap reported that nine ships were near"


def test_a_credit_reaches_back_to_speech_of_the_sentence_before() -> None:
    text = "“We knew of it.\nWe did nothing,” Holm told the BBC."
    (credit,) = read(text, quotes=(quote(text, "We knew of it.\nWe did nothing,", "Holm", "direct"),))
    assert text[credit.start : credit.end].startswith("We knew")


def test_the_newspaper_goes_on() -> None:
    text = "The Lyth Courier reported a leak.\nNobody saw it.\nThe newspaper added that divers went down.\nIt rained."
    assert [text[c.start : c.end] for c in read(text)] == [
        "The Lyth Courier reported a leak.",
        "The newspaper added that divers went down.",
    ]
    assert read("The newspaper added that divers went down.") == []


def test_a_paper_named_in_full_before_is_meant_by_its_last_word() -> None:
    text = "The Los Angeles Times reported a leak.\nIt rained all day.\nThe ship was old, the Times said."
    assert [credit.room for credit in read(text)] == ["los angeles times", "los angeles times"]


def test_an_outlet_does_not_credit_another_of_its_last_word() -> None:
    rooms = {credit.room for credit in read("Aides told The Times that he left.", outlet="The New York Times")}
    assert rooms <= {"new york times"}


def test_a_role_noun_that_means_an_agency_is_a_credit() -> None:
    text = "It said the ferry sank."
    article = Article(article_id="a", capture_id="a", uri="a", sha256="", text=text)
    named = (Named(0, 2, "ORG", "Yonhap", "pronoun"),)
    found = find_credits(article, (), (quote(text, "the ferry sank", "It"),), named, NameFinder((), ()))
    assert [(credit.room, text[credit.start : credit.end]) for credit in found] == [("yonhap", text[:-1])]


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Associated Press", "ap"),
        ("AP", "ap"),
        ("China Daily USA", "china daily"),
        ("gizmodo.com", "gizmodo"),
        ("www.lyth.co.uk", "lyth"),
        ("BBC News", "bbc"),
        ("Daily Mail (AFP)", "daily mail"),
        ("The Huffington Post", "huffpost"),
        ("Fox News", "fox"),
        ("Yahoo News", None),
        ("staff reporter", None),
        ("", None),
        (None, None),
    ],
)
def test_one_key_for_all_names_of_a_newsroom(name: str | None, key: str | None) -> None:
    assert key_newsroom(name) == key


def test_credits_are_read_apart() -> None:
    assert credited_agencies("AsiaNews/Agencies") == ("asianews",)
    assert credited_agencies("(Yonhap News Agency)") == ("yonhap",)
    assert credited_agencies("AFP and Reuters") == ("afp", "reuters")
    assert credited_agencies("staff and agencies") == ()
    assert credited_agencies(None) == ()
    assert bracketed_agency("Daily Mail (AFP)") == "afp"
    assert bracketed_agency("Daily Mail (UK)") is None


def test_owners_are_found_by_any_name() -> None:
    assert find_owner("The Scotsman") == find_owner("Yorkshire Post") == "National World"
    assert find_owner("Lyth Courier") is None
    assert "Reuters" in KNOWN_NAMES


WORDS = "Reuters|reported|the|The|BBC|told|state|media|said|,|according to|Times|(|-".split("|")


@given(st.text(max_size=200) | st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_any_text_is_read(text: str) -> None:
    for credit in read(text.replace("\r", " ")):
        assert 0 <= credit.start < credit.end <= len(text)
        assert credit.room


def test_who_is_quoted_as_saying_it_by_an_agency() -> None:
    assert [credit.room for credit in read("There were nine, the clerk was quoted as saying by Reuters.")] == [
        "reuters"
    ]
