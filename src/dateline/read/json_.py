"""JSON files: one article object, or a list of them. Each element of a list is a capture of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from dateline.model import Capture, Dropped
from dateline.read.decode import decode_bytes
from dateline.read.fields import read_article
from dateline.read.source import Source, drop_input, drop_large

MAX_JSON_BYTES = 100_000_000
"""Longest JSON file that is read at once: about 20,000 articles. Longer piles belong into a .jsonl."""

_SPACE = re.compile(r"[ \t\r\n]*")


def read_json(source: Source) -> Iterator[Capture | Dropped]:
    """Read a JSON file; yields one record for an object and one for each element of a list."""
    body = source.read_whole(MAX_JSON_BYTES)
    if body is None:
        yield drop_large(source, MAX_JSON_BYTES)
        return
    if not body.strip():
        yield drop_input(source.uri, "empty", "the file holds no text")
        return
    decoded = decode_bytes(body)
    if decoded is None:
        yield drop_input(source.uri, "not text", "the bytes are not JSON")
        return
    start = _SPACE.match(decoded.text)
    if decoded.text[start.end() if start else 0 :].startswith("["):
        yield from _read_list(source, decoded.text, decoded.charset)
    else:
        yield _read_object(source, body, decoded.text, decoded.charset)


def _read_object(source: Source, body: bytes, text: str, charset: str) -> Capture | Dropped:
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        return drop_input(source.uri, "broken JSON", _say(error))
    return read_article(source, row, body, charset=charset)


def _read_list(source: Source, text: str, charset: str) -> Iterator[Capture | Dropped]:
    """Walk a list element by element, so that one broken element costs only those after it."""
    decoder = json.JSONDecoder()
    at = text.index("[") + 1
    number = 0
    while True:
        at = _skip(text, at)
        if text[at : at + 1] == "]":
            break
        number += 1
        fragment = f"#{number}"
        try:
            row, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield drop_input(source.uri + fragment, "broken JSON", f"{_say(error)}; the rest of the list is not read")
            return
        body = text[at:end].encode(charset, "surrogatepass")
        yield read_article(source, row, body, charset=charset, fragment=fragment)
        at = _skip(text, end)
        at += text[at : at + 1] == ","
    if not number:
        yield drop_input(source.uri, "empty", "the list has no elements")


def _skip(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    return match.end() if match else at


def _say(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)
