"""JSON files: an article, a list of them, or an answer of a service that holds lists of them somewhere inside."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dateline.model import Capture, Dropped, Stated
from dateline.read.decode import decode_bytes, encode_part
from dateline.read.fields import find_text, merge_wrappers, read_article, read_stated
from dateline.read.json_scan import Places, skip_space, walk_object
from dateline.read.jsonl import read_jsonl
from dateline.read.opening import Opening
from dateline.read.source import MAX_PAGE_BYTES, Source, drop_input, drop_large

MAX_JSON_BYTES = 100_000_000
"""Longest JSON file that is read at once: about 20,000 articles. Longer piles belong into a .jsonl."""

MAX_VALUES = 10_000_000
"""Values of one document, which are held at once: 1 GB. The commas of its texts count too."""

_OPENING = re.compile(r'[\[\s]{0,100}\{\s*"(?:[^"\\]|\\.){0,200}"\s*:')
_HOLDERS = {"articles", "results", "items", "entries", "docs", "stories", "posts", "data", "hits", "news", "response"}
"""Names of lists whose elements are articles even when these hold no text."""
_DEPTH = 4
"""Objects inside each other in which lists of articles are looked for."""


def is_json(opening: Opening) -> bool:
    """Tell by an object, or a list of objects, at the start; "[Updated] …" is none."""
    return _OPENING.match(opening.text) is not None


def read_json(source: Source) -> Iterator[Capture | Dropped]:
    """Read a JSON file; yields one record for an object and one for each element of a list."""
    if _holds_lines(source):
        yield from read_jsonl(source)
        return
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
    yield from read_json_text(source, body, decoded.text, decoded.charset)


def read_json_text(
    source: Source, body: bytes, text: str, charset: str, given: Stated | None = None
) -> Iterator[Capture | Dropped]:
    """Read a JSON document; ``given`` is what is known of all its articles."""
    bare = replace(source, stated=Stated())  # what was said of the file is not said of each article
    start = skip_space(text, 0)
    if text[start : start + 1] == "[":
        yield from _read_list(bare, text, start, charset, given)
        return
    if text.count(",") + text.count("[") > MAX_VALUES:
        yield drop_input(source.uri, "too large", f"more than {MAX_VALUES:,} values; split it, or make lines of it")
        return
    try:
        row = json.loads(text)
    except (ValueError, RecursionError) as error:
        if _goes_on(error, text):
            yield from _read_list(bare, text, start, charset, given)
        else:
            yield drop_input(source.uri, "broken JSON", _say(error))
        return
    found = find_text(merge_wrappers(row)) if isinstance(row, dict) else None
    paths = find_lists(row) if isinstance(row, dict) and (found is None or found.teaser) else []
    if not paths:
        yield read_article(source, row, body, charset=charset, given=given)
        return
    at = 0
    places = Places(text)
    for path in paths:
        start = places.find(path)
        walk = _read_list if text[start] == "[" else _read_map
        for record in walk(bare, text, start, charset, given, at):
            at += 1
            yield record


def find_lists(row: dict[str, Any]) -> list[tuple[str, ...]]:
    """Return the paths of the lists (or objects by id) of articles inside an object, in the order of the file; those
    whose articles have no text only when no other list has any."""
    full: list[tuple[str, ...]] = []
    bare: list[tuple[str, ...]] = []
    if _hold_texts(_sample_rows(row)):
        return [()]
    _search(row, (), full, bare)
    return full or bare


def _hold_texts(rows: list[dict[str, Any]]) -> bool:
    return any(found and not found.teaser for found in map(find_text, rows))


def _search(
    row: dict[str, Any], path: tuple[str, ...], full: list[tuple[str, ...]], bare: list[tuple[str, ...]]
) -> None:
    for key, value in row.items():
        inside = (*path, key)
        rows = _sample_rows(value)
        if _hold_texts(rows):
            full.append(inside)
        elif key.lower() in _HOLDERS and any(_tells_of_article(row) for row in rows):
            bare.append(inside)
        elif isinstance(value, dict) and len(inside) < _DEPTH:
            _search(value, inside, full, bare)


def _sample_rows(value: object) -> list[dict[str, Any]]:
    """The first elements of a list of objects, or of an object of objects, wrappers taken off."""
    values: list[Any] = list(value.values())[:20] if isinstance(value, dict) else []
    values = value[:20] if isinstance(value, list) else values
    rows = [dict(merge_wrappers(item)) for item in values if isinstance(item, dict)]
    return rows if len(rows) * 2 > len(values) else []


def _tells_of_article(row: dict[str, Any]) -> bool:
    stated = read_stated(row)
    return bool(stated.title and (stated.url or find_text(row)))


def _read_list(
    source: Source, text: str, at: int, charset: str, given: Stated | None = None, before: int = 0
) -> Iterator[Capture | Dropped]:
    """Walk a list element by element, so that one broken element costs only those after it; or objects that stand one
    after the other without a list around them."""
    decoder = json.JSONDecoder()
    listed = text[at] == "["
    at = skip_space(text, at + listed)
    number = before
    while text[at : at + 1] != "]" if listed else at < len(text):
        number += 1
        fragment = f"#{number}"
        try:
            row, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            yield drop_input(source.uri + fragment, "broken JSON", f"{_say(error)}; the rest of the list is not read")
            return
        body = encode_part(text[at:end], charset)
        yield read_article(source, row, body, charset=charset, fragment=fragment, given=given)
        at = skip_space(text, end)
        at = skip_space(text, at + (text[at : at + 1] == ","))
    if number == before:
        yield drop_input(source.uri, "empty", "the list has no elements")


def _read_map(
    source: Source, text: str, at: int, charset: str, given: Stated | None = None, before: int = 0
) -> Iterator[Capture | Dropped]:
    """Walk an object whose values are articles by their ids."""
    for number, (_, start, end) in enumerate(walk_object(text, at), start=before + 1):
        body = encode_part(text[start:end], charset)
        row = json.loads(text[start:end])
        yield read_article(source, row, body, charset=charset, fragment=f"#{number}", given=given)


def _holds_lines(source: Source) -> bool:
    """Tell lines of objects from one document: the first line is whole, and another object follows."""
    first = source.stream.readline(MAX_PAGE_BYTES)
    after = source.stream.read(1_000).lstrip()[:1]
    source.stream.seek(0)
    if after != b"{" or not first.lstrip(b"\xef\xbb\xbf \t").startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def _goes_on(error: Exception, text: str) -> bool:
    """Tell that a whole object ended and another follows on a line of its own."""
    return isinstance(error, json.JSONDecodeError) and error.msg == "Extra data" and text[error.pos] == "{"


def _say(error: Exception) -> str:
    return "nested too deeply" if isinstance(error, RecursionError) else str(error)
