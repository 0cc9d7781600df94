"""Plain text files: one file, one capture. A text file that holds a page is read as a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from dateline.model import Capture, Dropped
from dateline.read.decode import decode_bytes
from dateline.read.source import Source, drop_input, drop_large, make_capture

_PAGE = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)


def read_text(source: Source) -> Iterator[Capture | Dropped]:
    """Read a plain text file; yields one record."""
    yield read_page_or_text(source, None)


def read_page_or_text(source: Source, media: Literal["text", "html"] | None) -> Capture | Dropped:
    """Read one file as text or page; with ``media`` None its opening tells which."""
    body = source.read_whole()
    if body is None:
        return drop_large(source)
    if not body.strip(b"\x00 \t\r\n\f\xef\xbb\xbf\xff\xfe"):
        return drop_input(source.uri, "empty", "the file holds no text")
    decoded = decode_bytes(body, markup=media == "html" or b"<" in body[:200])
    if decoded is None:
        return drop_input(source.uri, "not text", "the bytes are those of a picture, archive or program, or unreadable")
    return make_capture(source, body, decoded, media or guess_media(decoded.text))


def guess_media(text: str) -> Literal["text", "html"]:
    """Tell page markup from plain text by its opening."""
    return "html" if _PAGE.match(text[:2000]) else "text"
