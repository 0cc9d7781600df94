"""Plain text files: one file, one capture, its text left as it stands.

Who pastes a text out of a browser often writes above it where it came from. Such lines are read, and stay in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Capture, Dropped, Stated
from dateline.read.address import find_address
from dateline.read.decode import decode_bytes
from dateline.read.fields import read_stated, squash
from dateline.read.source import Source, drop_input, drop_large, fill_stated, make_capture

_BLANK = b"\x00 \t\r\n\f\xef\xbb\xbf\xff\xfe"
_FRONT_LINES = 12
"""Lines at the top, blank ones left out, in which a text's source is told of."""

_LABEL = re.compile(r"([A-Za-z][A-Za-z ]{2,20}?)\s{0,3}:\s+(\S.*)")
_FRONT = {
    **dict.fromkeys(("title", "headline"), "title"),
    **dict.fromkeys(("url", "link", "address", "web", "permalink"), "url"),
    **dict.fromkeys(("source", "outlet", "publication", "newspaper", "site", "website"), "source"),
    **dict.fromkeys(("author", "authors", "byline", "writer"), "author"),
    **dict.fromkeys(("date", "published", "publishedat", "publicationdate", "posted", "postedon"), "published"),
    **dict.fromkeys(("updated", "modified", "lastupdated"), "updated"),
    **dict.fromkeys(("section", "rubric"), "section"),
    **dict.fromkeys(("language", "lang"), "language"),
}
"""Labels of such lines and the field that each is for."""


def read_text(source: Source) -> Iterator[Capture | Dropped]:
    """Read a plain text file; yields one record."""
    body = source.read_whole()
    if body is None:
        yield drop_large(source)
        return
    if not body.strip(_BLANK):
        yield drop_input(source.uri, "empty", "the file holds no text")
        return
    decoded = decode_bytes(body, markup=b"<" in body[:200], told=source.charset)
    if decoded is None:
        told = "the bytes are those of a picture, archive or program, or unreadable"
        yield drop_input(source.uri, "not text", told)
        return
    yield make_capture(source, body, decoded, "text", stated=fill_stated(read_front(decoded.text), source.stated))


def read_front(text: str) -> Stated:
    """Collect what the lines above a text say about it: labelled ones ("Source: …", at least two of them), and an
    address that fills a line."""
    found: dict[str, str] = {}
    address = None
    for line in _front_lines(text):
        label = _LABEL.fullmatch(line)
        field = _FRONT.get(squash(label.group(1))) if label else None
        if label and field:
            found.setdefault(field, label.group(2))
        address = address or find_address(line)
    stated = read_stated(found) if len(found) > 1 or found.keys() == {"url"} else Stated()
    return stated if stated.url else Stated(**{**{name: getattr(stated, name) for name in _STATED}, "url": address})


_STATED = tuple(name for name in Stated.__dataclass_fields__ if name != "url")


def _front_lines(text: str) -> list[str]:
    lines = (line.strip() for line in text[:5_000].splitlines())
    return [line for line in lines if line][:_FRONT_LINES]
