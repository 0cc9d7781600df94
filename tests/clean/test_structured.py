"""JSON-LD and meta fields as pages have them, broken ones too."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clean.pages import TITLE, make_page
from trafilatura.utils import load_html

from dateline.clean.structured import Structured, parse_linked, read_body, read_structured, read_text

ARTICLE = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2019-03-25T08:36:00+01:00"}
OTHER = {"@type": "NewsArticle", "headline": "Another affair altogether", "datePublished": "2018-01-01"}


def read(linked: Any, head: str = "") -> Structured:
    return read_structured(load_html(make_page(linked=linked, head=head)))


@pytest.mark.parametrize(
    "linked",
    [
        ARTICLE,
        [OTHER | {"@type": "WebSite"}, ARTICLE],
        {"@context": "https://schema.org", "@graph": [{"@type": "Organization", "name": "X"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
        {"@type": ["WebPage", "ItemPage"], "itemListElement": [OTHER], "mainEntity": ARTICLE},
        {**ARTICLE, "hasPart": [OTHER], "video": {"@type": "VideoObject", "uploadDate": "2011-01-01"}},
        {**ARTICLE, "@type": "https://schema.org/ReportageNewsArticle"},
    ],
)
def test_the_pages_own_article_is_found(linked: Any) -> None:
    assert read(linked).article["headline"] == TITLE


def test_of_two_articles_the_one_of_the_pages_title_is_its_own() -> None:
    head = f'<meta property="og:title" content="{TITLE}">'
    assert read([OTHER, ARTICLE], head).article["headline"] == TITLE
    assert read([OTHER, ARTICLE]).article["headline"] == OTHER["headline"]


def test_related_articles_are_not_the_pages_own() -> None:
    assert read({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": ARTICLE}]}).article == {}


def test_people_are_looked_up_by_reference() -> None:
    person = {"@type": "Person", "@id": "#ada", "name": "Ada Lund"}
    found = read({"@graph": [person, {**ARTICLE, "author": [{"@id": "#ada"}]}]}).article
    assert found["author"] == [person]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": 1}', {"a": 1}),
        ('<!-- {"a": 1} -->', {"a": 1}),
        ('//<![CDATA[\n{"a": 1}\n//]]>', {"a": 1}),
        ('{"a": 1,}', {"a": 1}),
        ('{"a": [1, 2,],\n}', {"a": [1, 2]}),
        ('{"a": "line\nbreak"}', {"a": "line\nbreak"}),
        ('{"a": "it\\\'s"}', {"a": "it\\'s"}),
        ('{"a": , "b": 2}', {"a": None, "b": 2}),
        ('{"a": 1};', {"a": 1}),
    ],
)
def test_common_slips_of_templates_are_mended(text: str, value: Any) -> None:
    assert parse_linked(text) == [value]


def test_several_values_in_one_block() -> None:
    assert parse_linked('{"a": 1}\n{"b": 2}') == [{"a": 1}, {"b": 2}]


@pytest.mark.parametrize("text", ["", "not json", "[" * 100_000, '{"a":' * 50_000])
def test_what_cannot_be_mended_is_skipped(text: str) -> None:
    assert parse_linked(text) == []


@given(st.text(alphabet='{}[]",:\\ a1\n', max_size=80))
def test_odd_blocks_never_raise(text: str) -> None:
    assert isinstance(parse_linked(text), list)


def test_texts_of_values() -> None:
    assert read_text({"name": "The&amp;Co"}) == "The&Co"
    assert read_text([None, {"@type": "Person", "name": " Ada  Lund "}]) == "Ada Lund"
    assert read_text(3) is None
    assert read_body("<p>One.</p><p>Two &lt;3.</p>") == "One.\n\nTwo <3."
    assert read_body("One.\nTwo.") == "One.\n\nTwo."


def test_microdata_of_the_article_only() -> None:
    body = """<article itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Storm</h1>
    <div itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Ada Lund</span></div>
    <div itemscope itemtype="https://schema.org/ImageObject"><meta itemprop="datePublished" content="2001-01-01"></div>
    <time itemprop="datePublished" datetime="2019-03-25">Monday</time></article>"""
    props = read_structured(load_html(make_page(body=body))).props
    assert props["datePublished"] == ["2019-03-25"]
    assert props["headline"] == ["Storm"]
    assert "Ada Lund" in props["author"]
