"""Feeds: RSS 0.9 to 2.0, Atom, JSON Feed; one article for each entry, as its content stands in the feed.

Each entry is cut out of the feed as it was written and parsed alone, within the namespaces of the root. So one broken
entry costs no other, the entry's own bytes are kept, and the document's prologue, where entities are declared and
outside files named, never reaches a parser.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from dateline.model import Capture, Dropped, Stated
from dateline.read.decode import Decoded, decode_bytes, encode_part
from dateline.read.feed_entry import read_entry, read_head
from dateline.read.fields import read_stated
from dateline.read.html import is_html
from dateline.read.json_ import read_json_text
from dateline.read.opening import Opening
from dateline.read.outlets import name_channel
from dateline.read.source import Source, drop_input, drop_large, make_capture

MAX_FEED_BYTES = 50_000_000
"""Longest feed; those of news outlets have under 1 MB, with whole texts."""

_ROOT = re.compile(r"<(?:[a-z0-9]+:)?(rss|feed|rdf)\b[^>]{0,5000}>", re.IGNORECASE)
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version')
_MARKS = re.compile(r"<!\[CDATA\[|<!--|<(?P<close>/?)(?:[A-Za-z0-9]+:)?(?:item|entry)(?=[\s>])", re.IGNORECASE)
_ENDS = {"<![CDATA[": "]]>", "<!--": "-->"}


def is_feed(opening: Opening) -> bool:
    """Tell by the root element, or by the version that a JSON Feed names."""
    text = opening.text
    if text.startswith("{"):
        return _JSON_FEED.search(text) is not None
    root = _ROOT.search(text) if text.startswith("<") and not is_html(opening) else None
    return root is not None and (root.group(1).lower() != "rdf" or "purl.org/rss" in root.group())


def read_feed(source: Source) -> Iterator[Capture | Dropped]:
    """Read a feed; yields one record for each entry."""
    source = replace(source, stated=Stated())  # what was said of the file is not said of each article
    body = source.read_whole(MAX_FEED_BYTES)
    if body is None:
        yield drop_large(source, MAX_FEED_BYTES)
        return
    decoded = decode_bytes(body, markup=True, told=source.charset)
    if decoded is None:
        yield drop_input(source.uri, "not text", "the bytes are no feed")
        return
    if decoded.text.lstrip("\ufeff \t\r\n").startswith("{"):
        yield from _read_json_feed(source, body, decoded)
        return
    root = _ROOT.search(decoded.text)
    if root is None:
        yield drop_input(source.uri, "not a feed", "neither RSS nor Atom nor JSON Feed")
        return
    yield from _read_entries(source, decoded, root)


def find_entries(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of every entry; one that is never closed ends where the next begins, or the text does."""
    start = None
    at = 0
    while match := _MARKS.search(text, at):
        at = match.end()
        end = _ENDS.get(match.group().upper())
        if end:
            at = text.find(end, at)
            if at < 0:  # never closed: nothing after it is an entry
                break
        elif match.group("close"):
            at = (text.find(">", at) + 1) or len(text)
            if start is not None:
                yield start, at
            start = None
        else:
            if start is not None:
                yield start, match.start()
            start = match.start()
    if start is not None:
        yield start, len(text)


def _read_entries(source: Source, decoded: Decoded, root: re.Match[str]) -> Iterator[Capture | Dropped]:
    text = decoded.text
    spans = list(find_entries(text))
    head = read_head(text[root.start() : spans[0][0] if spans else len(text)], root.group())
    if not spans:
        yield drop_input(source.uri, "empty", "the feed has no entries")
    for number, (start, end) in enumerate(spans, start=1):
        fragment = f"#{number}"
        found = read_entry(text[start:end], root.group(), head)
        if found is None:
            yield drop_input(source.uri + fragment, "no text", "the entry has neither content nor a description")
            continue
        media, words, stated = found
        body = encode_part(text[start:end], decoded.charset)
        yield make_capture(source, body, Decoded(words, decoded.charset), media, fragment=fragment, stated=stated)


def _read_json_feed(source: Source, body: bytes, decoded: Decoded) -> Iterator[Capture | Dropped]:
    head = dict(_JSON_FIELDS.findall(decoded.text.partition('"items"')[0]))
    said = read_stated(head)
    outlet = name_channel(said.title, head.get("home_page_url") or head.get("feed_url"))
    given = Stated(outlet=outlet, language=said.language)
    yield from read_json_text(source, body, decoded.text, decoded.charset, given)


_JSON_FIELDS = re.compile(r'"(title|home_page_url|feed_url|language)"\s*:\s*"([^"\\]{1,500})"')
