"""When pages say that they were published."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clean.pages import TITLE, make_page, make_prose
from trafilatura.utils import load_html

from dateline.clean.page_dates import PageDates, find_dates, localise
from dateline.clean.structured import read_structured
from dateline.clean.vicinity import Vicinity


def find(head: str = "", body: str | None = None, linked: object = None, url: str | None = None) -> PageDates:
    tree = load_html(make_page(head=head, body=body, linked=linked))  # type: ignore[arg-type]
    return find_dates(tree, read_structured(tree), Vicinity(tree), url)


def told(published: str, updated: str | None = None) -> dict[str, str]:
    node = {"@type": "NewsArticle", "headline": TITLE, "datePublished": published}
    return node | ({"dateModified": updated} if updated else {})


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def test_json_ld_with_zone_and_update() -> None:
    found = find(linked=told("2019-03-25T08:36:00+09:00", "2019-03-26T10:00:00+09:00"))
    assert found == PageDates("2019-03-25T08:36", "+09:00", "jsonld", "2019-03-26T10:00")


@pytest.mark.parametrize(
    "name", ["article:published_time", "parsely-pub-date", "DC.date.issued", "pubdate", "sailthru.date"]
)
def test_meta_fields(name: str) -> None:
    assert find(meta(name, "2019-03-25T08:36:00Z")) == PageDates("2019-03-25T08:36", "+00:00", "page", None)


def test_what_is_the_last_change_is_not_the_publication() -> None:
    linked = told("2018-12-31T21:21:53Z", "2019-02-13T02:35:01Z")
    assert find(meta("article:published_time", "2019-02-13T02:35:01Z"), linked=linked).published == "2018-12-31T21:21"


def test_a_template_date_gives_way_to_what_others_agree_on() -> None:
    head = meta("article:published_time", "2019-03-25T08:36:00Z")
    assert find(head, linked=told("1970-01-01T00:00:00Z")).published == "2019-03-25T08:36"
    assert find(head, linked=told("2012-05-01"), url="https://example.org/2019/03/25/x").published == "2019-03-25T08:36"


def test_dates_of_related_items_do_not_count() -> None:
    linked = [{"@type": "ItemList", "itemListElement": [told("2011-01-01")]}, told("2019-03-25")]
    assert find(linked=linked).published == "2019-03-25"


@pytest.mark.parametrize(
    ("mark", "published", "updated"),
    [
        ('<time datetime="2019-03-25T08:36+01:00">25 March</time>', "2019-03-25T08:36", None),
        ('<p class="date">Published March 25, 2019, 8:36 am</p>', "2019-03-25T08:36", None),
        ('<p class="meta">Updated: 26 March 2019</p>', None, "2019-03-26"),
        ('<div class="updated"><time datetime="2019-03-26T08:36Z">26 March</time></div>', None, "2019-03-26T08:36"),
    ],
)
def test_times_beside_the_headline(mark: str, published: str | None, updated: str | None) -> None:
    found = find(body=f"<main><h1>{TITLE}</h1>{mark}{make_prose()}</main>", url="https://example.org/2019/03/25/x")
    assert (found.published, found.updated) == (published, updated)


def test_times_far_from_the_headline_do_not_count() -> None:
    far = "<div><span>x</span></div>" * 60 + '<time datetime="2011-01-01T10:00Z">1 January</time>'
    found = find(body=f"<main><h1>{TITLE}</h1>{make_prose()}{far}</main>", url="https://example.org/2019/03/25/x")
    assert found.published is None


@pytest.mark.parametrize(
    ("value", "shown", "local"),
    [
        ("2023-12-25T22:03Z", ["2023-12-26T09:03"], "2023-12-26T09:03+11:00"),
        ("2023-12-22T13:25Z", ["2023-12-22T08:25-05:00"], "2023-12-22T08:25-05:00"),
        ("2023-12-22T13:25Z", ["2023-12-22T11:40"], "2023-12-22T13:25Z"),  # not by whole quarters of an hour
        ("2023-12-22T13:25Z", ["2023-11-22T13:25"], "2023-12-22T13:25Z"),
        ("2023-12-23T02:25Z", ["2023-12-22"], "2023-12-22"),
        ("2023-12-23T02:25+01:00", ["2023-12-22"], "2023-12-23T02:25+01:00"),
        ("2023-12-23", ["2023-12-22"], "2023-12-23"),
        ("2023-12-23T12:00Z", [], "2023-12-23T12:00Z"),
    ],
)
def test_utc_is_moved_to_the_clock_that_readers_see(value: str, shown: list[str], local: str) -> None:
    assert localise(value, shown) == local


@pytest.mark.parametrize("value", ["0001-01-01", "1970-01-01", "9999-12-31", "", "null", "yesterday"])
def test_what_is_no_date_of_the_web_is_not_taken(value: str) -> None:
    assert find(meta("article:published_time", value), linked=told(value)).published is None


@given(st.text(max_size=40))
def test_odd_values_never_raise(value: str) -> None:
    found = find(linked=told(value, value))
    assert found.published is None or len(found.published) >= 10


def test_the_last_change_stands_on_the_clock_of_the_publication() -> None:
    found = find(linked=told("2019-03-25T08:36:00-04:00", "2019-03-25T13:40:00Z"))
    assert (found.published, found.zone, found.updated) == ("2019-03-25T08:36", "-04:00", "2019-03-25T09:40")
