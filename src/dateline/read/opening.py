"""How an input begins: what formats are told by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import BinaryIO

from dateline.read.archive import list_members
from dateline.read.decode import decode_bytes

ZIP_MARKS = (b"PK\x03\x04", b"PK\x05\x06")
"""The first member's header, and what an archive without members begins with."""


@dataclass(frozen=True)
class Opening:
    """The first bytes of an input, and the stream for those that must look further."""

    head: bytes
    stream: BinaryIO

    @cached_property
    def text(self) -> str:
        """The first bytes as text, without white space before it; empty when they are none."""
        decoded = decode_bytes(self.head, markup=True)
        return decoded.text.lstrip("\ufeff \t\r\n\f") if decoded else ""

    @cached_property
    def members(self) -> frozenset[str]:
        """Names of a zip archive's members; none when it is no archive, or a broken one."""
        return frozenset(list_members(self.stream)) if self.head.startswith(ZIP_MARKS) else frozenset()
