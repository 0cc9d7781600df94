"""Standard input: whatever is piped in, recognised by its content like a file without a suffix."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from dateline.model import Capture, Dropped
from dateline.read.readers import read_source
from dateline.read.source import Source, drop_large

MAX_STDIN_BYTES = 500_000_000
"""Most that is taken from a pipe, which has to be kept somewhere to be read again from its start."""

_HELD_BYTES = 16_000_000
_CHUNK = 1 << 16


def read_stdin(source: Source) -> Iterator[Capture | Dropped]:
    """Read what was piped in; yields one record, or one for each article that it holds."""
    with SpooledTemporaryFile(max_size=_HELD_BYTES) as kept:
        while chunk := source.stream.read(_CHUNK):
            kept.write(chunk)
            if kept.tell() > MAX_STDIN_BYTES:
                yield drop_large(source, MAX_STDIN_BYTES)
                return
        kept.seek(0)
        yield from read_source(replace(source, stream=cast("BinaryIO", kept)))
