"""JSON lines: one article object a line. A broken line is refused by its number and the run goes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from dateline.model import Capture, Dropped
from dateline.read.decode import decode_bytes
from dateline.read.fields import read_article
from dateline.read.source import MAX_PAGE_BYTES, Source, drop_input


def read_jsonl(source: Source) -> Iterator[Capture | Dropped]:
    """Read a file of JSON lines; ``#n`` is the line's number from 1, blank lines counted. Holds one line at a time."""
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
