"""Zip archives and other packed bytes, taken apart within bounds; knows nothing of articles.

Sizes in a header are claims: only bytes that really came out are counted (Fifield, "A better zip bomb", 2019, packs
281 TB into 10 MB by members that overlap).
"""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from dateline.read.source import Budget

MAX_MEMBERS = 100_000
"""Members of one archive. Its directory is held at once, 100 MB for so many."""

MAX_MEMBER_BYTES = 500_000_000
"""Longest member, unpacked."""

MAX_RATIO = 200
"""Times that packed bytes may grow. Deflate reaches 1,032 on one byte repeated; pages reach 5 to 30, and lists of
records that differ in a number only 50."""

FREE_BYTES = 10_000_000
"""Unpacked bytes for which the ratio is not asked: a small file may be all white space."""

_HELD_BYTES = 8_000_000
"""Of a member in memory; a longer one goes to a temporary file."""
_CHUNK = 1 << 16
_END = struct.Struct("<4s4H2LH")
_END_MARK = b"PK\x05\x06"
_LONG_END = struct.Struct("<4sQ2H2L4Q")
_LONG_MARK = b"PK\x06\x06"
_DIRECTORY_ENTRY = 46
"""Bytes of the shortest entry in an archive's directory."""

BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    struct.error,
)
"""What the standard library raises on broken or odd archives."""


class ArchiveError(Exception):
    """Packed bytes that are refused: why, and in words."""

    def __init__(self, reason: str, detail: str) -> None:
        """Keep both, for a ``Dropped``."""
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


def open_archive(stream: BinaryIO) -> zipfile.ZipFile:
    """Open a zip archive; raises ArchiveError when it is broken or has more members than are read."""
    count = count_members(stream)
    if count > MAX_MEMBERS:
        raise ArchiveError("too many members", f"{count:,}; at most {MAX_MEMBERS:,} are read from one archive")
    try:
        stream.seek(0)
        return zipfile.ZipFile(stream)
    except BROKEN as error:
        raise ArchiveError("broken archive", _say(error)) from None


def list_members(stream: BinaryIO) -> list[str]:
    """Return the names of an archive's members; none when it cannot be opened."""
    try:
        with open_archive(stream) as archive:
            return archive.namelist()
    except ArchiveError:
        return []


def count_members(stream: BinaryIO) -> int:
    """Return how many members an archive's directory claims, or has room for, before it is read."""
    size = stream.seek(0, 2)
    start = max(0, size - 65_557 - 76)
    stream.seek(start)
    tail = stream.read()
    count = 0
    at = tail.rfind(_END_MARK)
    if at >= 0 and len(tail) - at >= _END.size:
        fields = _END.unpack_from(tail, at)
        length = fields[5] if fields[5] < 0xFFFFFFFF else 0
        count = max(fields[4] if fields[4] < 0xFFFF else 0, min(length, size) // (_DIRECTORY_ENTRY + 200))
    at = tail.rfind(_LONG_MARK)
    if at >= 0 and len(tail) - at >= _LONG_END.size:
        fields = _LONG_END.unpack_from(tail, at)
        count = max(count, fields[7], min(fields[8], size) // (_DIRECTORY_ENTRY + 200))
    return count


def unpack(packed: BinaryIO, size: int, budget: Budget) -> BinaryIO:
    """Copy what comes out of ``packed``, which has ``size`` bytes before it is unpacked, into a stream of its own.

    Raises ArchiveError when more comes out than is allowed, or when the packed bytes are broken.
    """
    out = cast("BinaryIO", SpooledTemporaryFile(max_size=_HELD_BYTES))  # noqa: SIM115
    try:
        _copy(packed, out, size, budget)
    except ArchiveError:
        out.close()
        raise
    except BROKEN as error:
        out.close()
        raise ArchiveError("broken archive", _say(error)) from None
    out.seek(0)
    return out


def _copy(packed: BinaryIO, out: BinaryIO, size: int, budget: Budget) -> None:
    done = 0
    while chunk := packed.read(_CHUNK):
        done += len(chunk)
        budget.unpacked -= len(chunk)
        if done > MAX_MEMBER_BYTES:
            raise ArchiveError("too large", f"more than {MAX_MEMBER_BYTES:,} bytes unpacked")
        if done > FREE_BYTES and done > MAX_RATIO * size:
            raise ArchiveError("zip bomb", f"{size:,} bytes grow to more than {MAX_RATIO} times as many")
        if budget.unpacked < 0:
            raise ArchiveError("zip bomb", "its members have more bytes than are unpacked from one input of its size")
        out.write(chunk)


def _say(error: Exception) -> str:
    return str(error) or type(error).__name__
