"""Single files packed by gzip: ``page.html.gz``, ``pile.jsonl.gz``."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from dateline.model import Capture, Dropped
from dateline.read.archive import ArchiveError, unpack
from dateline.read.opening import Opening
from dateline.read.source import Source, drop_input
from dateline.read.warc import is_warc

_MARK = b"\x1f\x8b\x08"


def is_gzip(opening: Opening) -> bool:
    """Tell by the first bytes; web archives have their own reader, which lets their records stream by."""
    return opening.head.startswith(_MARK) and not is_warc(opening)


def read_gzip(source: Source) -> Iterator[Capture | Dropped]:
    """Read the file inside by its own reader; its name is the packed one's without ``.gz``."""
    size = source.stream.seek(0, 2)
    source.stream.seek(0)
    try:
        with gzip.GzipFile(fileobj=source.stream, mode="rb") as packed:
            stream = unpack(cast("BinaryIO", packed), size, source.budget)
    except ArchiveError as error:
        yield drop_input(source.uri, error.reason, error.detail)
        return
    with stream:
        name = source.name[:-3] if source.name.lower().endswith(".gz") else source.name
        yield from source.read_member(replace(source, name=name, stream=stream))
