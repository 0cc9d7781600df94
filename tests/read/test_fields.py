"""Articles as other programs and services write them in JSON and in tables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.reading import read, read_captures, read_one, read_refusal
from tests.read.samples import BODY, LEAD, TITLE, make_csv, make_event_registry

from dateline.model import Capture, Dropped, Stated
from dateline.read.address import find_address, name_host
from dateline.read.fields import holds_markup, read_stated, tidy_words
from dateline.read.outlets import name_channel, name_sender

URL = "https://ostbypost.example/2021/03/10/dam"

ROWS: dict[str, tuple[Mapping[str, Any], Stated]] = {
    "newspaper": (
        {
            "source_url": "https://ostbypost.example",
            "url": URL,
            "title": TITLE,
            "top_image": "https://ostbypost.example/a.jpg",
            "meta_description": "Water ran.",
            "meta_lang": "en",
            "text": BODY,
            "authors": ["Ada Lund", "Bo Vik"],
            "publish_date": "2021-03-10T08:36:00+09:00",
            "canonical_link": "https://ostbypost.example/dam",
        },
        Stated(
            title=TITLE,
            outlet="ostbypost.example",
            url=URL,
            published="2021-03-10T08:36:00+09:00",
            byline="Ada Lund, Bo Vik",
            language="en",
        ),
    ),
    "trafilatura": (
        {
            "title": TITLE,
            "author": "Ada Lund",
            "hostname": "ostbypost.example",
            "source-hostname": "Ostby Post",
            "source": URL,
            "date": "2021-03-10",
            "text": BODY,
            "excerpt": "Water.",
        },
        Stated(title=TITLE, outlet="Ostby Post", url=URL, published="2021-03-10", byline="Ada Lund"),
    ),
    "NewsAPI": (
        {
            "source": {"id": None, "name": "Ostby Post"},
            "author": "Ada Lund",
            "title": TITLE,
            "description": "Water ran.",
            "url": URL,
            "publishedAt": "2021-03-10T07:36:00Z",
            "content": f"{LEAD}… [+1234 chars]",
        },
        Stated(title=TITLE, outlet="Ostby Post", url=URL, published="2021-03-10T07:36:00Z", byline="Ada Lund"),
    ),
    "Media Cloud": (
        {
            "article_title": TITLE,
            "publication_date": "2021-03-10",
            "text_content": BODY,
            "canonical_domain": "ostbypost.example",
            "original_url": URL,
            "indexed_date": "2022-01-01",
        },
        Stated(title=TITLE, outlet="ostbypost.example", url=URL, published="2021-03-10"),
    ),
    "the Guardian": (
        {
            "webTitle": TITLE,
            "webUrl": URL,
            "sectionName": "World",
            "webPublicationDate": "2021-03-10T07:36:00Z",
            "fields": {"bodyText": BODY, "byline": "Ada Lund"},
        },
        Stated(title=TITLE, url=URL, section="World", published="2021-03-10T07:36:00Z", byline="Ada Lund"),
    ),
    "schema.org": (
        {
            "@type": "NewsArticle",
            "headline": TITLE,
            "articleBody": BODY,
            "datePublished": "2021-03-10",
            "dateModified": "2021-03-11",
            "author": [{"@type": "Person", "name": "Ada Lund"}],
            "publisher": {"@type": "Organization", "name": "Ostby Post"},
            "mainEntityOfPage": URL,
        },
        Stated(
            title=TITLE, outlet="Ostby Post", url=URL, published="2021-03-10", updated="2021-03-11", byline="Ada Lund"
        ),
    ),
    "WordPress": (
        {
            "id": 7,
            "date": "2021-03-10T08:36:00",
            "link": URL,
            "title": {"rendered": "Dam &#8217;fails&#8217;"},
            "content": {"rendered": f"<p>{LEAD}</p><p>More.</p>", "protected": False},
        },
        Stated(title="Dam ’fails’", url=URL, published="2021-03-10T08:36:00"),
    ),
    "search engine": (
        {"_index": "n", "_id": "9", "_source": {"title": TITLE, "body": BODY, "timestamp": 1, "domain": "a.example"}},
        Stated(title=TITLE, outlet="a.example"),
    ),
    "seconds": ({"text": BODY, "published": 1615358160}, Stated(published="2021-03-10T06:36:00Z")),
    "milliseconds": ({"text": BODY, "date": {"$date": 1615358160000}}, Stated(published="2021-03-10T06:36:00Z")),
    "year": ({"text": BODY, "date": 2021}, Stated(published="2021")),
    "nothing": ({"text": BODY, "title": "None", "date": True, "url": "n/a", "author": [None, 3, {}]}, Stated()),
}


@pytest.mark.parametrize("name", ROWS)
def test_fields(name: str) -> None:
    row, stated = ROWS[name]
    capture = read_one("a.json", json.dumps(row).encode())
    assert capture.stated == stated
    assert LEAD in capture.text
    assert capture.media == ("html" if name == "WordPress" else "text")
    assert "chars]" not in capture.text


HOLDERS: dict[str, Any] = {
    "articles": lambda rows: {"status": "ok", "articles": rows},
    "results": lambda rows: {"articles": {"page": 1, "results": rows}},
    "response": lambda rows: {"response": {"numFound": 2, "docs": rows}},
    "search engine": lambda rows: {"hits": {"total": 2, "hits": [{"_source": row} for row in rows]}},
    "by id": lambda rows: {"11": rows[0], "12": rows[1]},
    "under its id": lambda rows: {"news": {"11": rows[0], "12": rows[1]}},
    "graph": lambda rows: {"@context": "https://schema.org", "@graph": rows},
    "beside other lists": lambda rows: {"tags": [{"name": "dam"}], "description": "Two.", "data": rows},
    "two lists": lambda rows: {"first": rows[:1], "second": rows[1:]},
}


@pytest.mark.parametrize("name", HOLDERS)
def test_articles_are_found_wherever_they_stand(name: str) -> None:
    rows = [{"title": f"Report {number}", "text": f"{LEAD} {number}"} for number in range(2)]
    text = json.dumps(HOLDERS[name](rows), indent=1)
    captures = read_captures("a.json", text.encode())
    assert [capture.stated.title for capture in captures] == ["Report 0", "Report 1"]
    assert [capture.uri for capture in captures] == ["a.json#1", "a.json#2"]
    for capture in captures:
        assert capture.body.decode() in text


def test_a_service_that_gives_no_text_is_told_of() -> None:
    rows = [{"url": URL, "title": TITLE, "seendate": "20210310T073600Z", "domain": "ostbypost.example"}]
    refusal = read_refusal("a.json", json.dumps({"articles": rows}).encode())
    assert refusal.reason == "no text"
    assert "address" in refusal.detail


def test_lines_in_a_json_file_and_long_first_lines() -> None:
    row = json.dumps({"text": BODY * 60})
    assert [capture.format for capture in read_captures("a.json", f"{row}\n{row}\n".encode())] == ["json", "json"]
    assert len(read_captures("a", f"{row}\n\n{row}".encode())) == 2


def test_objects_one_after_the_other() -> None:
    row = json.dumps({"title": TITLE, "text": LEAD}, indent=2)
    assert [found.stated.title for found in read_captures("a.json", f"{row}\n{row}\n{row}".encode())] == [TITLE] * 3
    rows = read("a.json", f"{row}\n{row[:30]}".encode())
    assert [type(found) for found in rows] == [Capture, Dropped]


def test_event_registry_outlet_and_time() -> None:
    stated = read_one("a.json", make_event_registry()).stated
    assert (stated.outlet, stated.published) == ("Fjord Times", "2021-03-10T07:36:00Z")
    assert stated.byline == "Cai Moe"


def test_paragraphs_in_a_list() -> None:
    for text in (["One.", "Two."], [["One."], "Two."], [{"text": "One."}, {"kind": "picture"}, {"text": "Two."}]):
        assert read_one("a.json", json.dumps({"text": text}).encode()).text == "One.\n\nTwo."
    nested = {"body-paragraphs": [["One.", "Two."], ["Three."]]}
    assert read_one("a.json", json.dumps(nested).encode()).text == "One. Two.\n\nThree."
    assert read_refusal("a.json", json.dumps({"article": {"title": TITLE}}).encode()).reason == "no text"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_tables(delimiter: str, charset: str) -> None:
    first, second = read_captures("a.csv", make_csv(delimiter).decode().encode(charset))
    assert first.text == BODY
    assert first.stated == Stated(
        title=TITLE,
        outlet="Ostby Post",
        byline="Ada Lund, Bo Vik",
        published="2021-03-10",
        url="https://ostbypost.example/1",
    )
    assert second.text.endswith('"no", twice.')
    assert second.uri == "a.csv#2"


def test_odd_tables() -> None:
    assert read_refusal("a.csv", b"name,age\nAda,3\n").reason == "no text"
    assert read_refusal("a.csv", b"title,text\n").reason == "empty"
    rows = read("a.csv", b'sep=;\ntitle;text;date\nShort\n;;\nA;"never closed;2021\nB;x;y\n')
    assert [type(row) for row in rows] == [Dropped, Capture]
    assert read_captures("a.csv", b"text,title\nWater ran through two villages.,A,too many,cells\n")


def test_a_sentence_with_commas_is_no_table() -> None:
    assert read_one("a", b"Title, text, and date of a report, he said, are there.\nMore.\n").format == "text"


@pytest.mark.parametrize(
    ("title", "place", "name"),
    [
        ("World news | The Halden Post", "https://www.haldenpost.example/world", "The Halden Post"),
        ("HaldenPost.example - Top stories", "https://haldenpost.example", "HaldenPost.example"),
        ("Fjord Times", "https://fjt.example", "Fjord Times"),
        ("Top stories - Local", "https://fjt.example", None),
        (None, "https://fjt.example", None),
    ],
)
def test_outlet_of_a_channel(title: str | None, place: str, name: str | None) -> None:
    assert name_channel(title, place) == name


def test_outlet_of_a_sender() -> None:
    assert name_sender("Ada from Fjord Times", "ada@fjordtimes.example") == "Fjord Times"
    assert name_sender("Fjord Times", "letters@mailing.example") == "Fjord Times"
    assert name_sender("", "ada@fjordtimes.example") == "fjordtimes.example"


def test_addresses() -> None:
    assert find_address(f" {URL} ") == URL
    assert find_address(f"see {URL}") is None
    assert find_address("http://[bad") is None
    assert find_address(f"https://archive.ph/20210310/{URL}") == URL
    assert name_host("Ostby Post") == "Ostby Post"
    assert name_host(URL) == "ostbypost.example"


def test_markup_is_told_from_text() -> None:
    assert holds_markup("<p>One")
    assert holds_markup("One<br/>Two<br/>")
    assert not holds_markup("I <3 it, and a < b > c")
    assert not holds_markup("The tag <p> is one.")
    assert tidy_words("<b>Dam</b> &amp; river") == "Dam & river"


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=12), inner, max_size=4),
    max_leaves=12,
)
NAMES = st.sampled_from(
    ["text", "title", "date", "url", "source", "author", "articles", "results", "fields", "body", "x"]
)


@given(st.dictionaries(NAMES, VALUES, max_size=6))
def test_any_object_ends_in_records(row: dict[str, Any]) -> None:
    assert read("a.json", json.dumps(row).encode())
    for value in vars_of(read_stated(row)):
        assert value is None or value == " ".join(value.split())


def vars_of(stated: Stated) -> list[str | None]:
    """The values of a record's fields."""
    return [getattr(stated, name) for name in Stated.__dataclass_fields__]
