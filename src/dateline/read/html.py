"""Saved web pages: one file, one capture; the page's own fields are read later, by ``clean``."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Capture, Dropped
from dateline.read.source import Source
from dateline.read.text import read_page_or_text


def read_html(source: Source) -> Iterator[Capture | Dropped]:
    """Read a page; yields one record."""
    yield read_page_or_text(source, "html")
