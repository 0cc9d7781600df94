"""A web page read: its text and its fields. Parsed here once; what is suspicious is parsed in a child process."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from trafilatura.utils import load_html

from dateline.bounds import run_bounded
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
from dateline.clean.live import Entry, find_entries, find_intro
from dateline.clean.page_dates import PageDates, find_dates
from dateline.clean.page_kind import count_links, find_refusal
from dateline.clean.refuse import RefusedError
from dateline.clean.structured import read_body, read_structured
from dateline.clean.vicinity import Vicinity
from dateline.errors import BoundsError

MAX_TAGS = 60_000
"""Tags of a page; the most of 327 real ones has 8,700. So many take 20 s at the worst."""

ODD_TAGS = 15_000
"""Tags from which on a page is parsed in a child process, within bounds."""

ODD_CHARS = 2_000_000
"""Characters from which on it is; the longest of 327 real pages has 1,760,000."""

MAX_ATTRIBUTES = 3_000
"""Attributes of one tag: the parser's time grows with their square, 70 s for 100,000."""

_LONG = 20_000
"""Characters of a tag that can hold so many."""

_TAG = re.compile(r"""[a-zA-Z][^\s>/]*+(?:\s++[^\s=>"']++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']*+))?+)*+""")

SECONDS = 120.0
"""Processor time for an odd page, six times what the worst takes that the other bounds let through."""

MEGABYTES = 1_500
"""Memory for an odd page; a page of 3 million characters takes 400."""


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
    entries: tuple[Entry, ...] = ()
    """Those of a live blog; ``text`` is then what stands before them."""
    refused: str | None = None
    """Why the page holds no article, in words."""


def read_markup(markup: str, url: str | None) -> Markup | None:
    """Read a page; None when no article is found in it. Never raises on odd markup, but RefusedError on what would
    take too long or too much memory."""
    tags = markup.count("<")
    if tags > MAX_TAGS:
        raise RefusedError("too many tags", f"{tags:,} tags; at most {MAX_TAGS:,} are read, real pages have 10,000")
    attributes = _count_attributes(markup)
    if attributes > MAX_ATTRIBUTES:
        told = f"{attributes:,} attributes in one tag; at most {MAX_ATTRIBUTES:,} are read"
        raise RefusedError("too many attributes", told)
    if tags <= ODD_TAGS and len(markup) <= ODD_CHARS:
        return parse_page(markup, url)
    try:
        return run_bounded(parse_page, (markup, url), seconds=SECONDS, megabytes=MEGABYTES)
    except BoundsError as error:
        raise RefusedError(error.reason, error.detail) from None


def _count_attributes(markup: str) -> int:
    """Return the most attributes that a long tag has."""
    long = [part for part in markup.split("<") if len(part) > _LONG]
    heads = [match.group() for part in long if (match := _TAG.match(part)) and len(match.group()) > _LONG]
    return max((len(re.sub(r""""[^"]*"|'[^']*'""", "", head).split()) - 1 for head in heads), default=0)


def parse_page(markup: str, url: str | None) -> Markup | None:
    """Read a page in this process; None when it cannot be parsed."""
    try:
        tree = load_html(markup if "<html" in markup[:50].lower() else f"<html>{markup}")  # a feed's entry is a piece
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
        "standfirst": find_standfirst(vicinity, structured),
        "provider": find_provider(structured),
        "agency": find_agency(structured, authors),
        "section": find_section(tree, structured, site),
        "language": find_language(tree, structured),
    }
    dates = find_dates(tree, structured, vicinity, address)
    entries = find_entries(tree, structured, vicinity, fields["title"])
    links = count_links(tree)
    text = extract_text(tree, url, read_body(structured.article.get("articleBody"))) or ""
    refused = None if entries else find_refusal(structured, links, address, text)
    return Markup(
        text=find_intro(text, entries) if entries else text,
        site=site,
        byline=join_names(authors),
        url=address,
        dates=dates,
        entries=entries,
        refused=refused,
        **fields,
    )
