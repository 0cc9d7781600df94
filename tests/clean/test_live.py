"""Live blogs taken apart."""

from __future__ import annotations

from typing import Any

from evals.alone import clean_alone
from tests.clean.pages import LEAD, PROSE, TITLE, make_page, make_prose
from tests.clean.test_extract import capture_page, extract
from trafilatura.utils import load_html

from dateline.clean.live import Entry, find_entries, find_intro
from dateline.clean.structured import read_structured
from dateline.clean.vicinity import Vicinity
from dateline.model import Article, Dropped, Page

WORDS = "The harbour master of island {} says that its pier holds, and that nobody was hurt when the roof came down."
LIVE = f"{TITLE} – live updates"


def update(at: int, **more: Any) -> dict[str, Any]:
    told = {
        "headline": f"Island {at} reports",
        "articleBody": WORDS.format(at),
        "datePublished": f"2019-03-25T{at:02}:30Z",
    }
    return {"@type": "BlogPosting", **told, **more}


def linked(count: int) -> dict[str, Any]:
    entries = [update(at) for at in range(count, 0, -1)]
    return {"@type": "LiveBlogPosting", "headline": LIVE, "datePublished": "2019-03-25", "liveBlogUpdate": entries}


def marked(count: int, name: str = "entry") -> str:
    entries = "".join(
        f'<div class="{name} e{at}" id="b{at}"><header><time datetime="2019-03-25T{at:02}:30:00+01:00">{at}.30</time>'
        f'<h2>Island {at} reports</h2><span class="entry-author">Ada Lund</span></header>'
        f"<p>{WORDS.format(at)}</p></div>"
        for at in range(count, 0, -1)
    )
    return f"<main><h1>{LIVE}</h1>{make_prose()}<div class='list'>{entries}</div></main>"


def find(page: str, title: str = LIVE) -> tuple[Entry, ...]:
    tree = load_html(page)
    return find_entries(tree, read_structured(tree), Vicinity(tree), title)


def test_entries_of_json_ld_stand_in_the_order_of_the_page() -> None:
    found = find(make_page(linked=linked(4)))
    assert [entry.published for entry in found] == [f"2019-03-25T{at:02}:30" for at in (4, 3, 2, 1)]
    assert found[0] == Entry(WORDS.format(4), "Island 4 reports", None, "2019-03-25T04:30", "+00:00")


def test_entries_of_the_markup_with_their_own_title_time_and_author() -> None:
    found = find(make_page(body=marked(5), title=LIVE))
    assert len(found) == 5
    assert found[0] == Entry(WORDS.format(5), "Island 5 reports", "Ada Lund", "2019-03-25T05:30", "+01:00")


def test_seconds_since_1970() -> None:
    body = marked(3).replace('<time datetime="2019-03-25T03:30:00+01:00">', '<time data-timestamp="1553481000">')
    assert find(make_page(body=body, title=LIVE))[0].published == "2019-03-25T02:30"


def test_pages_that_are_not_live_stay_whole() -> None:
    assert find(make_page(body=marked(5), title=TITLE), TITLE) == ()
    assert find(make_page(body=marked(5, "comment"), title=LIVE)) == ()
    assert find(make_page(body=marked(2), title=LIVE)) == ()
    assert find(make_page(linked={"@type": "LiveBlogPosting", "headline": LIVE})) == ()
    assert find(make_page()) == ()


def test_the_intro_is_what_stands_before_the_first_entry() -> None:
    entries = (Entry(WORDS.format(1), "Island 1 reports", None, None, None),)
    text = "\n\n".join([*PROSE, "Island 1 reports", WORDS.format(1)])
    assert find_intro(text, entries).startswith(LEAD)
    assert WORDS.format(1) not in find_intro(text, entries)
    assert find_intro(WORDS.format(1), entries) == ""
    assert find_intro("Something else", entries) == ""


def test_a_live_blog_gives_a_page_for_its_intro_and_each_entry() -> None:
    url = "https://example.org/live/1"
    head = f'<link rel="canonical" href="{url}"><meta property="article:published_time" content="2019-03-25T06:00:00Z">'
    rows = extract(make_page(body=marked(4), title=LIVE, head=head))
    pages = [row for row in rows if isinstance(row, Page)]
    assert [page.entry for page in pages] == [0, 1, 2, 3, 4]
    assert len({page.page_id for page in pages}) == 5
    assert {page.url for page in pages} == {url}
    assert [page.published_basis for page in pages] == ["page", *["entry"] * 4]
    assert (pages[1].published, pages[1].published_zone) == ("2019-03-25T04:30", "+01:00")
    assert LEAD in pages[0].text
    assert "Island" not in pages[0].text


def test_entries_become_articles_and_what_is_too_short_is_recorded() -> None:
    entries = [
        update(1),
        update(2),
        update(3),
        update(4, articleBody="That is all from us for tonight, good night all."),
    ]
    page = make_page(body="<p>Follow us.</p>", linked={**linked(0), "liveBlogUpdate": entries}, title=LIVE)
    rows = clean_alone(capture_page(page))
    articles = [row for row in rows if isinstance(row, Article)]
    dropped = [row for row in rows if isinstance(row, Dropped)]
    assert len(articles) + len(dropped) == 4
    assert [article.entry for article in articles][:3] == [1, 2, 3]
    assert all(article.published_basis == "entry" for article in articles)
