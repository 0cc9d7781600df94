"""Every format that can be read, as one tuple: to add one, write its file and add its line here."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dateline.model import Capture, Dropped
from dateline.read.html import read_html
from dateline.read.json_ import read_json
from dateline.read.jsonl import read_jsonl
from dateline.read.source import Source
from dateline.read.text import read_text


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, the file suffixes it goes by (lower case, with the dot), and what reads it."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Source], Iterator[Capture | Dropped]]


READERS: tuple[Reader, ...] = (
    Reader(name="text", suffixes=(".txt",), read=read_text),
    Reader(name="html", suffixes=(".html", ".htm"), read=read_html),
    Reader(name="json", suffixes=(".json",), read=read_json),
    Reader(name="jsonl", suffixes=(".jsonl",), read=read_jsonl),
)


def find_reader(suffix: str) -> Reader | None:
    """Return the reader of a file suffix, in any case; None when nobody reads it."""
    return next((reader for reader in READERS if suffix.lower() in reader.suffixes), None)


def list_suffixes() -> str:
    """Return every suffix that is read, for messages."""
    return ", ".join(suffix for reader in READERS for suffix in reader.suffixes)
