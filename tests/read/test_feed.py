"""RSS, Atom and JSON Feed: entries as they stand, with what they and their feed say."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.read.reading import read, read_captures, read_one, read_refusal
from tests.read.samples import LEAD, TITLE, make_atom, make_json_feed, make_rss

from dateline.model import Capture, Stated
from dateline.read.feed import find_entries


def make_entry(inner: str) -> bytes:
    """A feed with one entry."""
    head = '<rss version="2.0"><channel><title>Fjord Times</title><link>https://fjt.example</link>'
    return f"{head}<item><title>T</title>{inner}</item></channel></rss>".encode()


def test_rss() -> None:
    first, second = read_captures("feed.xml", make_rss())
    assert first.stated == Stated(
        title=TITLE,
        outlet="Ostby Post",
        url="https://www.ostbypost.example/2021/03/10/dam?a=1&b=2",
        published="Wed, 10 Mar 2021 08:36:00 +0900",
        byline="Ada Lund",
        language="en-gb",
    )
    assert (first.media, first.uri) == ("html", "feed.xml#1")
    assert first.text.startswith(f"<article><p>{LEAD}</p>")
    assert first.body in make_rss()
    assert first.body.endswith(b"</item>")
    assert second.stated.outlet == "Fjord Times"
    assert second.stated.title == "Calm after the flood"
    assert (second.media, second.text) == ("text", "The water fell by a metre & the road is open.")


def test_atom() -> None:
    capture = read_one("feed", make_atom())
    assert capture.stated == Stated(
        title="Dam & river",
        outlet="Fjord Times",
        url="https://fjordtimes.example/1",
        published="2021-03-10T07:00:00+01:00",
        updated="2021-03-10T09:00:00+01:00",
        byline="Cai Moe",
        language="en",
    )
    assert f"<p>{LEAD}</p>" in capture.text


def test_json_feed() -> None:
    capture = read_one("feed.json", make_json_feed())
    assert capture.format == "feed"
    assert (capture.stated.outlet, capture.stated.byline) == ("Fjord Times", "Cai Moe")
    assert capture.stated.published == "2021-03-10T07:00:00+01:00"
    assert capture.media == "html"


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("<description>Caf&eacute; &amp; bar</description>", "Café & bar"),
        ("<description>AT&T and R&D</description>", "AT&T and R&D"),
        ("<description>Caf\u00e9 \u00e0 l&apos;eau</description>", "Café à l'eau"),
        ("<description>&lt;3 for all</description>", "<3 for all"),
        ("<description>short</description><content:encoded>much longer text</content:encoded>", "much longer text"),
        ("<description>a &#xD800; b</description>", "a \ufffd b"),
    ],
)
def test_texts_of_entries(inner: str, text: str) -> None:
    assert read_one("feed.xml", make_entry(inner)).text == text


def test_author_and_address_forms() -> None:
    mail = "<author>desk@fjt.example (Ada Lund)</author><guid>https://fjt.example/1</guid>"
    stated = read_one("feed.xml", make_entry(f"{mail}<description>x</description>")).stated
    assert (stated.byline, stated.url) == ("Ada Lund", "https://fjt.example/1")
    bare = read_one("feed.xml", make_entry("<author>desk@fjt.example</author><description>x</description>")).stated
    assert (bare.byline, bare.url) == (None, None)


def test_one_broken_entry_costs_no_other() -> None:
    good = "<item><description>Good one</description></item>"
    body = f"<rss><channel>{good}<item><title>no text</title></item><item><description>open{good}</channel></rss>"
    rows = read("feed.xml", body.encode())
    assert [row.text if isinstance(row, Capture) else row.reason for row in rows] == [
        "Good one",
        "no text",
        "open",
        "Good one",
    ]


def test_declared_entities_and_outside_files_reach_no_parser() -> None:
    bomb = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    prologue = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{bomb}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    body = prologue.encode() + make_entry("<description>one &a9; two &f; three</description>")
    text = read_one("feed.xml", body).text
    assert len(text) < 60
    assert "root:" not in text


def test_what_is_no_feed_is_refused() -> None:
    assert read_refusal("map.xml", b"<?xml version='1.0'?><urlset><url/></urlset>").reason == "not a feed"
    assert read_refusal("feed.xml", b"<rss><channel><title>T</title></channel></rss>").reason == "empty"


def test_entries_in_comments_and_texts_are_none() -> None:
    text = "<rss><!-- <item>a</item> --><item><![CDATA[ </item> ]]></item><items>x</items><entry>y</entry>"
    assert [text[start:end] for start, end in find_entries(text)] == [
        "<item><![CDATA[ </item> ]]></item>",
        "<entry>y</entry>",
    ]


@given(st.lists(st.sampled_from(["<item>", "</item>", "<![CDATA[", "]]>", "<!--", "-->", "<entry a='1'>", "x", "<"])))
def test_entries_never_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    spans = list(find_entries(text))
    assert all(start < end <= len(text) for start, end in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


def test_half_a_character_in_the_name_of_a_space_breaks_nothing() -> None:
    body = '<rss xmlns:x="http&#xD800;//feeds.example"><channel><item><x:note>n</x:note><description>Told</description>'
    assert read_one("feed.xml", f"{body}</item></channel></rss>".encode()).text == "Told"
