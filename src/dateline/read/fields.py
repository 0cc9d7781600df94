"""The fields of a JSON article: Dateline's own names and those of news-please; others are ignored."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from dateline.model import Capture, Dropped, Stated
from dateline.read.decode import Decoded, mend_text
from dateline.read.source import Source, drop_input, make_capture

FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": ("title", "title_page", "title_rss", "headline"),
    "outlet": ("outlet", "source_domain", "sitename", "source"),
    "url": ("url", "canonical_url"),
    "published": ("published", "date_publish", "published_at", "date"),
    "updated": ("updated", "date_modify", "updated_at"),
    "byline": ("byline", "authors", "author"),
    "language": ("language", "lang"),
}
"""Fields of ``Stated`` and the names they go by, first that is filled wins (news-please: NewsArticle.py)."""

_TEXTS = ("text", "maintext")
_PAGES = ("html",)


def read_article(
    source: Source, row: object, body: bytes, *, charset: str = "utf-8", fragment: str = ""
) -> Capture | Dropped:
    """Make a capture of one JSON value; ``body`` is its bytes as they stood in the file."""
    uri = source.uri + fragment
    if not isinstance(row, dict):
        return drop_input(uri, "not an article", f"expected a JSON object, found {type(row).__name__}")
    media, text = _find_text(row)
    if not text:
        return drop_input(uri, "no text", 'the object has neither "text" nor "html" with anything in it')
    return make_capture(source, body, Decoded(text, charset), media, fragment=fragment, stated=read_stated(row))


def read_stated(row: Mapping[str, Any]) -> Stated:
    """Collect what the object says about itself, unchecked."""
    return Stated(**{field: _read_field(row, names) for field, names in FIELDS.items()})


def _find_text(row: Mapping[str, Any]) -> tuple[Literal["text", "html"], str]:
    for names, media in ((_TEXTS, "text"), (_PAGES, "html")):
        for name in names:
            value = row.get(name)
            if isinstance(value, str) and value.strip():
                return ("text" if media == "text" else "html"), value
    return "text", ""


def _read_field(row: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    for name in names:
        value = row.get(name)
        if isinstance(value, list):
            value = ", ".join(item.strip() for item in value if isinstance(item, str) and item.strip())
        if isinstance(value, str) and value.strip() and value.strip().lower() not in {"none", "null"}:
            return mend_text(" ".join(value.split()))
    return None
