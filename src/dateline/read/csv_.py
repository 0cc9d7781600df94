"""Tables: one article for each row, the first row names the columns as JSON names its fields."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from dateline.model import Capture, Dropped, Stated
from dateline.read.decode import decode_bytes, encode_part
from dateline.read.fields import FIELDS, PAGES, TEASERS, TEXTS, read_article, squash
from dateline.read.opening import Opening
from dateline.read.source import MAX_PAGE_BYTES, Source, drop_input

_DELIMITERS = (",", "\t", ";", "|")
_TEXT_NAMES = frozenset((*TEXTS, *PAGES, *TEASERS))
_NAMES = _TEXT_NAMES.union(*FIELDS.values()) - {"id", "name", "uri", "site"}
_SAMPLE = 1_000_000
"""Bytes by which a table's encoding is told; a long one is not held at once."""
_HEAD_CHARS = 20_000
_MAX_COLUMNS = 1_000
_MOST_NAME_WORDS = 4
_MOST_NAME_CHARS = 60
_MOST_HEADER_CHARS = 4_000
_MOST_HEADER_SPACES = 100
"""A longer first line is no list of names but a text, where nothing else says that the file is a table."""
_MAX_LINES = 100_000
"""Lines of one row: a quotation mark that is never closed would swallow the rest of the table."""


class _RowError(Exception):
    """A row goes beyond its bounds."""


def is_csv(opening: Opening) -> bool:
    """Tell by a first line that names the column of a text and another one that is known."""
    line = opening.text.partition("\n")[0]
    columns = _split_header(line) if len(line) < _MOST_HEADER_CHARS and line.count(" ") < _MOST_HEADER_SPACES else []
    known = {squash(name) for name in columns} & _NAMES
    return len(columns) > 1 and len(known) > 1 and bool(known & _TEXT_NAMES) and all(map(_is_name, columns))


def read_csv(source: Source) -> Iterator[Capture | Dropped]:
    """Read a table; ``#n`` is the row's number from 1, the header not counted. Holds one row at a time."""
    source = replace(source, stated=Stated())  # what was said of the file is not said of each article
    sample = source.stream.read(_SAMPLE)
    source.stream.seek(0)
    if not sample.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        yield drop_input(source.uri, "empty", "the file holds no text")
        return
    decoded = decode_bytes(sample[: sample.rfind(b"\n") + 1] or sample)
    if decoded is None:
        yield drop_input(source.uri, "not text", "the bytes are not a table")
        return
    kept = _Kept(source.stream, decoded.charset)
    try:
        yield from _read_rows(source, kept)
    finally:
        kept.let_go()


def _read_rows(source: Source, kept: _Kept) -> Iterator[Capture | Dropped]:
    csv.field_size_limit(MAX_PAGE_BYTES)
    first = next(kept, "")
    if first.lower().startswith("sep="):  # Excel's own line
        first = next(kept, "")
    columns = _split_header(first)
    if not {squash(name) for name in columns} & _TEXT_NAMES:
        told = ", ".join(name.strip()[:30] for name in columns[:12])
        yield drop_input(source.uri, "no text", f"no column holds a text; the first row names {told}")
        return
    rows = csv.reader(kept, delimiter=_find_delimiter(first))
    number = 0
    while True:
        kept.lines.clear()
        try:
            row = next(rows, None)
        except (csv.Error, _RowError, UnicodeError) as error:
            told = f"row {number + 1}: {error}; the rest of the table is not read"
            yield drop_input(f"{source.uri}#{number + 1}", "broken table", told)
            return
        if row is None:
            break
        if not any(cell.strip() for cell in row):
            continue
        number += 1
        values = dict(zip(columns, row, strict=False))
        body = encode_part("".join(kept.lines), kept.charset)
        yield read_article(source, values, body, charset=kept.charset, fragment=f"#{number}")
    if not number:
        yield drop_input(source.uri, "empty", "the table has no rows below its first")


class _Kept:
    """The lines of a stream as text, those of the row at hand kept as they stood. Bounds every line and row."""

    def __init__(self, stream: BinaryIO, charset: str) -> None:
        self.charset = charset
        self._text = io.TextIOWrapper(stream, encoding=charset, errors="replace", newline="")
        self._start = True
        self._chars = 0
        self.lines: list[str] = []

    def __iter__(self) -> _Kept:
        return self

    def __next__(self) -> str:
        line = self._text.readline(MAX_PAGE_BYTES)
        if not line:
            raise StopIteration
        if self._start:
            line = line.removeprefix("\ufeff")
            self._start = False
        self._chars = self._chars + len(line) if self.lines else len(line)
        if self._chars > MAX_PAGE_BYTES or len(self.lines) > _MAX_LINES:
            raise _RowError(f"longer than {MAX_PAGE_BYTES:,} characters or {_MAX_LINES:,} lines")
        self.lines.append(line)
        return line

    def let_go(self) -> None:
        """Leave the stream open for whoever opened it."""
        self._text.detach()


def _split_header(line: str) -> list[str]:
    delimiter = _find_delimiter(line)
    try:
        return next(csv.reader([line.rstrip("\r\n")[:_HEAD_CHARS]], delimiter=delimiter), [])[:_MAX_COLUMNS]
    except csv.Error:
        return []


def _find_delimiter(line: str) -> str:
    """Return the sign that cuts the first line into most names that are known, into most parts among equals."""
    return max(_DELIMITERS, key=lambda sign: (_count_known(line, sign), line.count(sign)))


def _count_known(line: str, sign: str) -> int:
    return sum(squash(part) in _NAMES for part in line[:_HEAD_CHARS].split(sign) if len(part) < _MOST_NAME_CHARS)


def _is_name(column: str) -> bool:
    return len(column.split()) <= _MOST_NAME_WORDS and not column.rstrip().endswith((".", "!", "?"))
