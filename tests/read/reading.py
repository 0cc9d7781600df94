"""Reading bytes under a name, for tests of readers."""

from __future__ import annotations

from io import BytesIO

from dateline.model import Capture, Dropped
from dateline.read.readers import read_source
from dateline.read.source import Budget, Source


def read(name: str, body: bytes) -> list[Capture | Dropped]:
    """Everything that a file of that name with these bytes gives."""
    return list(read_source(Source(name, name, BytesIO(body), None, budget=Budget.of(len(body)))))


def read_captures(name: str, body: bytes) -> list[Capture]:
    """The captures of a file of which nothing is refused."""
    rows = read(name, body)
    captures = [row for row in rows if isinstance(row, Capture)]
    assert len(captures) == len(rows), [row for row in rows if isinstance(row, Dropped)]
    return captures


def read_one(name: str, body: bytes) -> Capture:
    """The only capture of a file."""
    (capture,) = read_captures(name, body)
    return capture


def read_refusal(name: str, body: bytes) -> Dropped:
    """The only refusal of a file that gives nothing else."""
    (row,) = read(name, body)
    assert isinstance(row, Dropped), row
    return row
