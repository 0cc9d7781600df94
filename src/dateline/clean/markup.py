"""The article out of a web page: text and fields by trafilatura (fast mode), dates by markup, then htmldate."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from htmldate import find_date
from trafilatura import bare_extraction
from trafilatura.utils import load_html

from dateline.clean.days import YEARS, read_day

_BOUNDS: dict[str, Any] = {"min_date": "1995-01-01", "max_date": f"{YEARS[1]}-12-31"}
"""Explicit, so that no result depends on the day of the run (htmldate's own default is today)."""

_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "og:published_time",
    "publishdate",
    "pubdate",
    "parsely-pub-date",
)
_UPDATED = ("article:modified_time", "datemodified", "og:updated_time", "last-modified")
_LINKED = {
    "published": re.compile(r'"datePublished"\s*:\s*"([^"]{4,40})"'),
    "updated": re.compile(r'"dateModified"\s*:\s*"([^"]{4,40})"'),
}


@dataclass(frozen=True, slots=True)
class Markup:
    """What a page holds; ``None`` where it does not say."""

    text: str
    title: str | None = None
    site: str | None = None
    byline: str | None = None
    url: str | None = None
    language: str | None = None
    published: str | None = None
    updated: str | None = None


def read_markup(markup: str, url: str | None) -> Markup | None:
    """Read a page; None when no article is found in it. Never raises on odd markup."""
    try:
        tree = load_html(markup)
        if tree is None:
            return None
        published, updated = _read_dates(tree, markup)
        document = bare_extraction(
            tree,
            url=url,
            fast=True,
            include_comments=False,
            include_tables=True,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False, **_BOUNDS},
        )
    except Exception:
        # Extractors trip over hostile markup in ways that no list of errors covers; such a page is refused, not fatal.
        return None
    if document is None:
        return None
    field = document if isinstance(document, dict) else document.as_dict()
    return Markup(
        text=field.get("text") or "",
        title=field.get("title"),
        site=field.get("sitename"),
        byline=_join_authors(field.get("author")),
        url=field.get("url"),
        language=field.get("language"),
        published=published,
        updated=updated,
    )


def _read_dates(tree: Any, markup: str) -> tuple[str | None, str | None]:
    """Published and updated from meta fields and JSON-LD with their time of day, else published by htmldate."""
    meta: dict[str, str] = {}
    for node in tree.iter("meta", "time"):
        name = node.get("property") or node.get("itemprop") or node.get("name") or ""
        value = node.get("content") or node.get("datetime")
        if name and value:
            meta.setdefault(name.lower(), value)
    published = _first_day([meta.get(name) for name in _PUBLISHED] + _LINKED["published"].findall(markup)[:1])
    updated = _first_day([meta.get(name) for name in _UPDATED] + _LINKED["updated"].findall(markup)[:1])
    if published is None:
        found = find_date(tree, original_date=True, extensive_search=False, url=None, **_BOUNDS)
        published = read_day(found)
    return published, updated


def _first_day(values: list[str | None]) -> str | None:
    return next((day for day in map(read_day, values) if day), None)


def _join_authors(authors: str | None) -> str | None:
    return ", ".join(part.strip() for part in authors.split(";") if part.strip()) if authors else None
