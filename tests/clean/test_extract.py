"""The stage as a whole: one capture in; pages with their outlines, or one refusal, out. Hostile and huge pages too."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.clean.pages import LEAD, TITLE, make_page, make_prose

from dateline.clean.extract import extract_capture
from dateline.ids import content_id
from dateline.model import Capture, Dropped, Outline, Page, Record, Stated
from dateline.settings import ExtractSettings
from dateline.stage import Batch


def capture_page(page: str, stated: Stated | None = None) -> Capture:
    return Capture(
        capture_id=content_id(page),
        uri="a.html",
        sha256="",
        body=page.encode("utf-8", "replace"),
        media="html",
        charset="utf-8",
        text=page,
        stated=stated or Stated(),
        had=None,
    )


def extract(page: str, stated: Stated | None = None) -> list[Record]:
    capture = capture_page(page, stated)
    return list(extract_capture(Batch(capture.capture_id, {Capture: (capture,)}), ExtractSettings()))


def read(page: str, stated: Stated | None = None) -> Page:
    row, outline = extract(page, stated)
    assert isinstance(row, Page), row
    assert isinstance(outline, Outline)
    return row


def test_a_page_in_full() -> None:
    linked = {
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2019-03-25T08:36:00+09:00",
        "dateModified": "2019-03-26T10:00:00+09:00",
        "author": [{"@type": "Person", "name": "Ada Lund"}],
        "publisher": {"@type": "Organization", "name": "Kvalvik Courier"},
        "sourceOrganization": {"@type": "Organization", "name": "Reuters"},
        "articleSection": "Islands",
        "description": "A storm keeps the islands cut off, and the school full.",
    }
    page = read(make_page(linked=linked, head='<link rel="canonical" href="https://example.org/1">'))
    assert (page.title, page.outlet, page.byline) == (TITLE, "Kvalvik Courier", "Ada Lund")
    assert (page.agency, page.section, page.url) == ("Reuters", "Islands", "https://example.org/1")
    assert (page.published, page.published_zone, page.published_basis) == ("2019-03-25T08:36", "+09:00", "jsonld")
    assert (page.updated, page.language, page.markup) == ("2019-03-26T10:00", "en", True)
    assert page.standfirst == linked["description"]


def test_what_the_container_states_comes_first() -> None:
    stated = Stated(title="Other words", outlet="The Islander", published="2018-01-02", byline="Bo Vik", section="Sea")
    page = read(make_page(linked={"@type": "NewsArticle", "datePublished": "2019-03-25"}), stated)
    assert (page.title, page.outlet, page.byline, page.section) == ("Other words", "The Islander", "Bo Vik", "Sea")
    assert (page.published, page.published_basis) == ("2018-01-02", "metadata")


def test_the_language_of_the_text_counts_and_not_that_of_the_template() -> None:
    assert read(make_page(attributes=' lang="fr"')).language == "en"
    german = "Die Reederei teilte am Montag mit, dass alle Schiffe im Hafen bleiben, bis der Sturm vorüber ist. " * 3
    (row,) = extract(make_page(body=f"<article><h1>{TITLE}</h1><p>{german}</p></article>"))
    assert isinstance(row, Dropped)
    assert (row.reason, "German" in row.detail) == ("language", True)


def test_a_page_with_nothing_in_it() -> None:
    for page in ("<html></html>", "<p></p>", "\x00\x00", "<frameset><frame src='a'></frameset>"):
        assert isinstance(extract(page)[0], Dropped)


def test_zero_bytes_in_the_text() -> None:
    assert "ferry" in read(make_page().replace("ferry", "fer\x00ry").replace("\x00", "")).text
    assert isinstance(extract(make_page().replace(" boats", "\x00 boats"))[0], Page | Dropped)


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 500_000 + LEAD,
        "<p " + " ".join(f"a{at}=1" for at in range(60_000)) + f">{LEAD}</p>",
        f"<p>{LEAD}</p>" * 30_001,
        "<h1>x</h1>" + "<time datetime='2019-01-01T10:00'>x</time>" * 20_000,
        '<script type="application/ld+json">' + "[" * 500_000 + f"</script><p>{LEAD}</p>",
        '<script type="application/ld+json">{"a":1' + "," * 500_000 + f"</script><p>{LEAD}</p>",
    ],
    ids=["deep", "attributes", "tags", "times", "json", "commas"],
)
@pytest.mark.slow
def test_hostile_pages_end_in_one_record_or_more(markup: str) -> None:
    start = time.process_time()
    rows = extract(f"<html><body>{markup}</body></html>")
    assert isinstance(rows[0], Page | Dropped)
    assert time.process_time() - start < 30


def test_too_many_tags_are_refused_before_they_are_parsed() -> None:
    (row,) = extract("<html><body>" + "<i>" * 100_000)
    assert isinstance(row, Dropped)
    assert row.reason == "too many tags"


def test_an_odd_page_is_parsed_in_a_child_process_with_the_same_result() -> None:
    odd = make_page(body=f"<article><h1>{TITLE}</h1>{make_prose()}{'<i></i>' * 9_000}</article>")
    assert read(odd).text == read(make_page()).text


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='<>/"= abdhilpmetsrcn{}[]:,\x00&;#1', max_size=200))
def test_odd_markup_never_raises(text: str) -> None:
    for page in (text, make_page(body=f"{text}{make_prose()}"), make_page(head=text)):
        assert all(isinstance(row, Page | Outline | Dropped) for row in extract(page))


def test_running_twice_gives_the_same() -> None:
    assert extract(make_page()) == extract(make_page())
