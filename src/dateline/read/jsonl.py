"""JSON lines: one article object a line. A broken line is refused by its number and the run goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from dateline.model import Capture, Dropped, Stated
from dateline.read.decode import decode_bytes
from dateline.read.fields import read_article
from dateline.read.opening import Opening
from dateline.read.source import MAX_PAGE_BYTES, Source, drop_input


def is_jsonl(opening: Opening) -> bool:
    """Tell by a first line that is an object of its own, before a line that begins another."""
    first, newline, rest = opening.text.partition("\n")
    if not newline or not first.startswith("{") or not rest.lstrip().startswith("{"):
        return False
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return False


def read_jsonl(source: Source) -> Iterator[Capture | Dropped]:
    """Read a file of JSON lines; ``#n`` is the line's number from 1, blank lines counted. Holds one line at a time."""
    source = replace(source, stated=Stated())  # what was said of the file is not said of each article
    found = False
    for number, line in enumerate(_split_lines(source.stream), start=1):
        if line is not None and not line.strip():
            continue
        found = True
        yield _read_line(source, line, f"#{number}")
    if not found:
        yield drop_input(source.uri, "empty", "the file holds no lines")


def _read_line(source: Source, line: bytes | None, fragment: str) -> Capture | Dropped:
    uri = source.uri + fragment
    if line is None:
        return drop_input(uri, "too large", f"line {fragment[1:]} has more than {MAX_PAGE_BYTES:,} bytes")
    decoded = decode_bytes(line)
    if decoded is None:
        return drop_input(uri, "not text", f"line {fragment[1:]} is not text")
    try:
        row = json.loads(decoded.text)
    except (ValueError, RecursionError) as error:
        say = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        return drop_input(uri, "broken JSON", f"line {fragment[1:]}: {say}")
    return read_article(source, row, line, charset=decoded.charset, fragment=fragment)


def _split_lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield lines without their newline; None for one that is longer than is read."""
    while True:
        line = stream.readline(MAX_PAGE_BYTES + 1)
        if not line:
            return
        if len(line) <= MAX_PAGE_BYTES or line.endswith(b"\n"):
            yield line.rstrip(b"\r\n")
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MAX_PAGE_BYTES)
        yield None
