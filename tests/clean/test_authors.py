"""Names out of author fields and bylines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.clean.pages import TITLE, make_page, make_prose
from trafilatura.utils import load_html

from dateline.clean.authors import clean_names, find_authors
from dateline.clean.structured import read_structured
from dateline.clean.vicinity import Vicinity


@pytest.mark.parametrize(
    ("values", "names"),
    [
        (["Ada Lund"], ("Ada Lund",)),
        (["By Ada Lund and Bo Vik"], ("Ada Lund", "Bo Vik")),
        (["By ADA LUND"], ("Ada Lund",)),
        (["ada lund"], ("Ada Lund",)),
        (["Ada Lund; Bo Vik, Staff Writer"], ("Ada Lund", "Bo Vik")),
        (["Ada Lund, Ph.D.", "ada lund"], ("Ada Lund",)),
        (["Written by: Ada Lund | March 3, 2019"], ("Ada Lund",)),
        (["Ada Lund in Oslo"], ("Ada Lund",)),
        (["View all posts by Ada Lund"], ("Ada Lund",)),
        (["Ada Lund Ada Lund"], ("Ada Lund",)),
        (["Ludvig van der Berg"], ("Ludvig van der Berg",)),
        (["Kim Son-hui & Ri O’Neil"], ("Kim Son-hui", "Ri O’Neil")),
        (["https://www.facebook.com/ada", "@ada", "ada@example.org"], ()),
        (["Staff", "Newsroom", "admin", "Web Desk", "Our Correspondent"], ()),
        (["12 Jan 2019", "Updated 3 hours ago"], ()),
        (["Kvalvik Courier Editorial Board"], ("Kvalvik Courier Editorial Board",)),
        (["The Associated Press"], ("The Associated Press",)),
        ([""], ()),
    ],
)
def test_names(values: list[str], names: tuple[str, ...]) -> None:
    assert clean_names(values) == names


@given(st.lists(st.text(max_size=60), max_size=4))
def test_odd_values_never_raise(values: list[str]) -> None:
    assert all(name.strip() == name and name for name in clean_names(values))


def find(
    body: str = "", head: str = "", linked: object = None, site: str | None = "Kvalvik Courier"
) -> tuple[str, ...]:
    page = make_page(head=head, body=body or None, linked=linked)  # type: ignore[arg-type]
    tree = load_html(page)
    return find_authors(tree, read_structured(tree), Vicinity(tree), site)


def test_people_come_before_organisations() -> None:
    linked = {"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Kvalvik Courier"}}
    assert find(linked=linked) == ()
    assert find(linked=linked, head='<meta name="author" content="Ada Lund">') == ("Ada Lund",)
    other = {"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Reuters"}}
    assert find(linked=other) == ("Reuters",)


def test_a_byline_near_the_headline_counts_and_others_do_not() -> None:
    byline = '<div class="story-byline">By <a href="/authors/ada-lund">Ada Lund</a></div>'
    far = "<div><p>x</p></div>" * 60 + '<div class="byline">By Bo Vik</div>'
    card = '<div class="related-card"><span class="byline">By Cy Dahl</span></div>'
    assert find(f"<h1>{TITLE}</h1>{card}{byline}{make_prose()}{far}") == ("Ada Lund",)
    assert find(f"<h1>{TITLE}</h1>{card}{make_prose()}{far}") == ()


def test_a_link_to_a_writers_page_is_a_byline() -> None:
    assert find(f'<h1>{TITLE}</h1><span><a href="/staff/ada-lund">Ada Lund</a></span>{make_prose()}') == ("Ada Lund",)
