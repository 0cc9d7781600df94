"""Pages that a browser saved into one file (MHTML, RFC 2557): the page among its frames, pictures and styles.

The capture's bytes are the page's own, as they stood before the browser encoded them for the file; its pictures are
left out. The header's date is when the page was saved, which tells nothing of when it was published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from dateline.model import Capture, Dropped, Stated
from dateline.read.address import find_address
from dateline.read.html import read_page
from dateline.read.mime import (
    decode_part,
    find_charset,
    keep_headers,
    parse_message,
    read_header,
    read_moment,
    unpack_part,
)
from dateline.read.opening import Opening
from dateline.read.source import Source, drop_input, drop_large, tidy_headers
from dateline.read.visible import count_words

MAX_MHTML_BYTES = 100_000_000
"""Longest file; pictures make most of it."""

_KEPT = ("from", "snapshot-content-location", "content-location", "subject", "date")
_SAVED = re.compile(
    r"^(?:from:\s*<?saved by|snapshot-content-location:|x-maf|x-snapshot)", re.IGNORECASE | re.MULTILINE
)
_RELATED = re.compile(r"^content-type:\s*multipart/related", re.IGNORECASE | re.MULTILINE)
_PLACE = re.compile(r"^content-location:", re.IGNORECASE | re.MULTILINE)
_FEW_WORDS = 60
"""A page with fewer words of its own is a shell around the frame that holds the article ..."""
_MANY_TIMES = 4
"""... when that has so many times its words."""


def is_mhtml(opening: Opening) -> bool:
    """Tell by what browsers write into the headers, or by related parts that have addresses and no receiver."""
    text = opening.text
    if not re.match(r"[A-Za-z-]{2,60}:", text):
        return False
    head = re.split(r"\r?\n\r?\n", text, maxsplit=1)[0]
    if _SAVED.search(head):
        return True
    mailed = re.search(r"^(?:to|received|delivered-to):", head, re.IGNORECASE | re.MULTILINE)
    return not mailed and bool(_RELATED.search(head) and _PLACE.search(text))


def read_mhtml(source: Source) -> Iterator[Capture | Dropped]:
    """Read a saved page; yields one record."""
    body = source.read_whole(MAX_MHTML_BYTES)
    if body is None:
        yield drop_large(source, MAX_MHTML_BYTES)
        return
    message = parse_message(body)
    page = find_page(message) if message else None
    if message is None or page is None:
        yield drop_input(source.uri, "no text", "no page in the file, or its parts are nested too deeply")
        return
    headers = [*keep_headers(message, _KEPT), ("content-type", page.get_content_type())]
    yield read_page(
        replace(
            source,
            headers=tidy_headers(headers),
            stated=Stated(url=_find_place(message, page)),
            had=read_moment(read_header(message, "date")) or source.had,
        ),
        unpack_part(page),
        find_charset(page),
    )


def find_page(message: Message) -> Message | None:
    """Return the part that is the page: the one the file names, else the first; a frame when that is only a shell."""
    pages = [part for part in message.walk() if part.get_content_type() in {"text/html", "application/xhtml+xml"}]
    if not pages:
        return None
    root = _find_root(message, pages)
    words = _count_words(root)
    if words >= _FEW_WORDS:
        return root
    fullest = max(pages, key=_count_words)
    return fullest if _count_words(fullest) > _MANY_TIMES * max(words, 10) else root


def _find_root(message: Message, pages: list[Message]) -> Message:
    start = str(message.get_param("start", "") or "").strip("<> ")
    place = read_header(message, "snapshot-content-location")
    for part in pages:
        if start and read_header(part, "content-id").strip("<> ") == start:
            return part
    for part in pages:
        if place and read_header(part, "content-location") == place:
            return part
    return pages[0]


def _find_place(message: Message, page: Message) -> str | None:
    places = (read_header(page, "content-location"), read_header(message, "snapshot-content-location"))
    return next((address for address in map(find_address, places) if address), None)


def _count_words(part: Message) -> int:
    decoded = decode_part(part)
    return count_words(decoded.text) if decoded else 0
