"""Saved web pages: one file, one capture; the page's own fields are read later, by ``clean``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Capture, Dropped, Stated
from dateline.read.address import find_address
from dateline.read.decode import decode_bytes
from dateline.read.opening import Opening
from dateline.read.source import Source, drop_input, drop_large, make_capture

_PAGE = re.compile(
    r"<(?:!doctype\s+html|html|head|body|title|meta|article|section|main|div|table|h1|h2|p|span|font|center)\b",
    re.IGNORECASE,
)
_TAG = re.compile(r"<(?:/?[a-z][a-z0-9-]*\b[^<>]{0,500}|!doctype[^<>]{0,500})>", re.IGNORECASE)
_SAVED_FROM = re.compile(
    r"<!--\s{0,20}(?:saved from url=\(\d+\)\s*|Page saved with SingleFile\s{1,20}url:\s*)(\S+)", re.IGNORECASE
)
_ASIDES = {"<!--": "-->", "<?": "?>"}
_HEAD_CHARS = 20_000
"""Of a page in which whoever saved it says where it came from, and in which a page shows its first tag."""


def is_html(opening: Opening) -> bool:
    """Tell by the first tag."""
    return _PAGE.match(skip_prologue(opening.text)) is not None


def skip_prologue(text: str) -> str:
    """Return a page from its first tag on, without comments and declarations before it."""
    while mark := next((mark for mark in _ASIDES if text.startswith(mark)), None):
        end = text.find(_ASIDES[mark])
        text = text[end + len(_ASIDES[mark]) :].lstrip() if end >= 0 else ""
    return text


def read_html(source: Source) -> Iterator[Capture | Dropped]:
    """Read a page; yields one record."""
    body = source.read_whole()
    if body is None:
        yield drop_large(source)
        return
    yield read_page(source, body, source.charset)


def read_page(source: Source, body: bytes, charset: str | None = None) -> Capture | Dropped:
    """Make a capture of a page's bytes; ``charset`` is what the container says of them."""
    if not body.strip(b"\x00 \t\r\n\f\xef\xbb\xbf\xff\xfe"):
        return drop_input(source.uri, "empty", "the file holds no text")
    decoded = decode_bytes(body, markup=True, told=charset)
    if decoded is None:
        return drop_input(source.uri, "not text", "the bytes are those of a picture, archive or program, or unreadable")
    stated = Stated(url=find_saved_from(decoded.text)) if source.stated == Stated() else None
    if not _TAG.search(decoded.text[:_HEAD_CHARS]):  # a text under the name of a page
        return make_capture(source, body, decoded, "text", stated=stated)
    return make_capture(source, body, decoded, "html", stated=stated)


def find_saved_from(text: str) -> str | None:
    """Return the address that a browser or SingleFile wrote into a page that it saved."""
    match = _SAVED_FROM.search(text[:_HEAD_CHARS])
    return find_address(match.group(1)) if match else None
