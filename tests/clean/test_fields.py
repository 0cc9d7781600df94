"""Headline, standfirst, section, address, agency and language of a page."""

from __future__ import annotations

import pytest
from tests.clean.pages import LEAD, TITLE, make_page, make_prose
from trafilatura.utils import load_html

from dateline.clean.fields import (
    find_agency,
    find_language,
    find_section,
    find_site,
    find_standfirst,
    find_title,
    find_url,
)
from dateline.clean.structured import Structured, read_structured
from dateline.clean.vicinity import Vicinity


def parse(**parts: object) -> tuple[object, Structured]:
    tree = load_html(make_page(**parts))  # type: ignore[arg-type]
    return tree, read_structured(tree)


def look(**parts: object) -> tuple[Vicinity, Structured]:
    tree, structured = parse(**parts)
    return Vicinity(tree), structured


OG = '<meta property="og:title" content="{}">'


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("", f"<h1>{TITLE}</h1>", TITLE),
        (OG.format(f"{TITLE} | Kvalvik Courier"), "<h2>x</h2>", TITLE),
        (OG.format("Storm in Kvalvik: boats stay put"), f"<h1>{TITLE}</h1>", TITLE),
        (OG.format(TITLE), "<h1>Kvalvik Courier</h1>", TITLE),
        (OG.format(TITLE), f"<h1>News <br>{TITLE}</h1>", TITLE),
        (OG.format(TITLE), f"<h1>Opinion | {TITLE}</h1>", TITLE),
        (OG.format(TITLE), "<h1>Ten cakes for the weekend</h1><h1>Win a bicycle</h1>", TITLE),
        (OG.format("Fish &amp; chips at sea, again and again"), "<p>x</p>", "Fish & chips at sea, again and again"),
    ],
)
def test_headline(head: str, body: str, title: str) -> None:
    tree, structured = parse(head=head, body=f"<main>{body}{make_prose()}</main>", title=f"{TITLE} - Kvalvik Courier")
    assert find_title(tree, structured, "Kvalvik Courier") == title


def test_site() -> None:
    assert find_site(parse(head='<meta property="og:site_name" content="Kvalvik Courier">')[1]) == "Kvalvik Courier"
    publisher = {"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": "Kvalvik Courier"}}
    assert find_site(parse(linked=publisher)[1]) == "Kvalvik Courier"
    assert find_site(parse(head='<meta property="og:site_name" content="https://x.org">')[1]) is None


@pytest.mark.parametrize(
    ("head", "linked", "section"),
    [
        ("", {"@type": "NewsArticle", "articleSection": ["Islands", "Weather"]}, "Islands"),
        ('<meta property="article:section" content="Islands">', None, "Islands"),
        ('<meta property="article:section" content="Home">', None, None),
        ('<meta property="article:section" content="Kvalvik Courier">', None, None),
        (
            "",
            {
                "@type": "BreadcrumbList",
                "itemListElement": [{"name": "Home"}, {"name": "Islands"}, {"item": {"name": TITLE}}],
            },
            "Islands",
        ),
        ("", None, None),
    ],
)
def test_section(head: str, linked: object, section: str | None) -> None:
    assert find_section(*parse(head=head, linked=linked), "Kvalvik Courier") == section


@pytest.mark.parametrize(
    ("head", "url", "found"),
    [
        ('<link rel="canonical" href="https://a.org/1">', "https://a.org/1?x=2", "https://a.org/1"),
        ('<link rel="canonical" href="/news/1">', "https://a.org/1?x=2", "https://a.org/news/1"),
        ('<link rel="canonical" href="https://a.org/">', "https://a.org/1", "https://a.org/1"),
        ('<link rel="canonical" href="https://a.org/en/">', None, None),
        ('<meta property="og:url" content="https://a.org/?p=12">', None, "https://a.org/?p=12"),
        ('<link rel="canonical" href="javascript:void(0)">', None, None),
        ('<link rel="canonical" href="http://[bad">', "https://a.org/1", "https://a.org/1"),
    ],
)
def test_address(head: str, url: str | None, found: str | None) -> None:
    assert find_url(*parse(head=head), url) == found


def test_standfirst() -> None:
    dek = "A storm keeps the islands cut off, and the school full."
    body = f'<h1>{TITLE}</h1><p class="article__dek">{dek}</p>{make_prose()}'
    assert find_standfirst(*look(body=body)) == dek
    head = f'<meta property="og:description" content="{LEAD}">'
    assert find_standfirst(*look(head=head)) == LEAD
    assert find_standfirst(*look()) is None


def test_agency_in_the_metadata() -> None:
    linked = {"@type": "NewsArticle", "sourceOrganization": {"name": "The Associated Press"}}
    assert find_agency(parse(linked=linked)[1], ()) == "Associated Press"
    assert find_agency(parse()[1], ("Reuters",)) == "Reuters"
    assert find_agency(parse()[1], ("Reuters", "AFP")) is None
    assert find_agency(parse()[1], ("Ada Lund",)) is None


def test_declared_language() -> None:
    assert find_language(*parse(attributes=' lang="nb-NO"')) == "nb"
    assert find_language(*parse(attributes="", head='<meta property="og:locale" content="en_GB">')) == "en"
    assert find_language(*parse(attributes="")) is None
