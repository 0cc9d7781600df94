"""A web page read: its text and its fields. Parsed here once; what is suspicious is parsed in a child process."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from trafilatura.utils import load_html

from dateline.clean.authors import find_authors, join_names
from dateline.clean.body import extract_text
from dateline.clean.fields import (
    find_agency,
    find_language,
    find_provider,
    find_section,
    find_site,
    find_standfirst,
    find_title,
    find_url,
)
from dateline.clean.page_dates import PageDates, find_dates
from dateline.clean.structured import read_structured, read_text
from dateline.clean.vicinity import Vicinity


@dataclass(frozen=True, slots=True)
class Markup:
    """What a page holds; ``None`` where it does not say."""

    text: str
    title: str | None = None
    standfirst: str | None = None
    site: str | None = None
    provider: str | None = None
    byline: str | None = None
    agency: str | None = None
    section: str | None = None
    url: str | None = None
    language: str | None = None
    dates: PageDates = field(default_factory=PageDates)


def read_markup(markup: str, url: str | None) -> Markup | None:
    """Read a page; None when no article is found in it. Never raises on odd markup."""
    try:
        tree = load_html(markup)
        return None if tree is None else _read_tree(tree, url)
    except Exception:
        # Extractors trip over hostile markup in ways that no list of errors covers; such a page is refused, not fatal.
        return None


def _read_tree(tree: Any, url: str | None) -> Markup:
    structured = read_structured(tree)
    site = find_site(structured)
    address = find_url(tree, structured, url)
    vicinity = Vicinity(tree)
    authors = find_authors(tree, structured, vicinity, site)
    fields = {
        "title": find_title(tree, structured, site),
        "standfirst": find_standfirst(tree, structured),
        "provider": find_provider(structured),
        "agency": find_agency(structured, authors),
        "section": find_section(tree, structured),
        "language": find_language(tree, structured),
    }
    dates = find_dates(tree, structured, vicinity, address)
    text = extract_text(tree, url, read_text(structured.article.get("articleBody")))
    return Markup(text=text or "", site=site, byline=join_names(authors), url=address, dates=dates, **fields)
