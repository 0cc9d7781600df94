"""Pages without an article, and articles that look a little like them."""

from __future__ import annotations

import pytest
from tests.clean.pages import LEAD, TITLE, make_page, make_prose
from tests.clean.test_extract import extract

from dateline.model import Dropped, Page

CARDS = "".join(
    f'<div class="card"><h3><a href="/{at}">Island number {at} gets a new pier</a></h3><p>It cost {at} crowns, and the '
    f"mayor says that it will hold for a hundred years.</p></div>"
    for at in range(14)
)
VIDEO = {"@type": "VideoObject", "name": TITLE, "uploadDate": "2019-03-25"}
CLOSED = {"@type": "NewsArticle", "headline": TITLE, "datePublished": "2019-03-25", "isAccessibleForFree": False}
FRONT = '<link rel="canonical" href="https://example.org/"><meta property="og:url" content="https://example.org/">'


def refuse(page: str) -> str | None:
    """Return the detail of the refusal, None when there is a page."""
    (row, *_) = extract(page)
    if isinstance(row, Page):
        return None
    assert isinstance(row, Dropped)
    assert row.reason == "no article"
    return row.detail


@pytest.mark.parametrize(
    ("page", "told"),
    [
        (make_page(title="404 - Page not found", body=f"<h1>Page not found</h1><p>{LEAD}</p>"), "error"),
        (make_page(title="Access Denied", body=f"<h1>Access Denied</h1><p>{LEAD}</p>"), "error"),
        (make_page(title="Just a moment...", body=f"<p>{LEAD}</p>"), "lets nobody through"),
        (
            make_page(title="kvalvik.no", body="<p>Please verify you are a human by pressing the button below.</p>"),
            "nobody",
        ),
        (
            make_page(title="Before you continue", body="<p>We use cookies and data to keep our services running.</p>"),
            "nobody",
        ),
        (make_page(title="Kvalvik Courier", body=f"<main>{CARDS}</main>", head=FRONT), "index"),
        (make_page(title="Piers", body=f"<main>{CARDS}</main>", linked={"@type": "CollectionPage"}), "index"),
        (make_page(body=f"<h1>{TITLE}</h1><p>{LEAD}</p>", linked=VIDEO), "video"),
        (
            make_page(body=f"<h1>{TITLE}</h1><p>{LEAD}</p>", head='<meta property="og:type" content="video.other">'),
            "video",
        ),
        (make_page(body=f"<h1>{TITLE}</h1><p>{LEAD}</p>", linked={"@type": "ImageGallery"}), "pictures"),
        (make_page(body=f"<article><h1>{TITLE}</h1><p>{LEAD}</p></article>", linked=CLOSED), "paywall"),
        (
            make_page(body=f"<article><h1>{TITLE}</h1><p>{LEAD}</p><p>Subscribe to continue reading.</p></article>"),
            "paywall",
        ),
    ],
)
def test_pages_without_an_article(page: str, told: str) -> None:
    detail = refuse(page)
    assert detail is not None
    assert told in detail


@pytest.mark.parametrize(
    "page",
    [
        make_page(),
        make_page(linked=VIDEO),
        make_page(linked=CLOSED),
        make_page(title="404 people were found on the island after the storm"),
        make_page(title="Not found: the lost boat of Kvalvik"),
        make_page(body=f"<article><h1>{TITLE}</h1>{make_prose()}</article><aside>{CARDS}</aside>", head=FRONT),
        make_page(
            body=f"<article><h1>{TITLE}</h1>{make_prose()}</article><div>{CARDS}</div>",
            linked={"@type": "NewsArticle", "headline": TITLE, "datePublished": "2019-03-25"},
        ),
        make_page(body=f"<article><h1>{TITLE}</h1>{make_prose()}<p>Subscribe to continue reading.</p></article>"),
    ],
)
def test_real_articles_stay(page: str) -> None:
    assert refuse(page) is None
