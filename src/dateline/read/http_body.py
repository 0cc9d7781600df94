"""The body of an HTTP response: its transfer and content codings undone, within a bound.

Codings: RFC 9110, 8.4; chunked: RFC 9112, 7.1. Crawlers often store a body decoded under its old headers, so a coding
that the bytes do not have is taken as undone already.
"""

from __future__ import annotations

import zlib
from io import BytesIO

from fastwarc.stream_io import BrotliReader, ChunkedReader, ZstdReader

_MOST_CODINGS = 3
"""Codings undone at most: real ones have one, or two where a proxy added its own; nested bombs have more."""
_MOST_MEMBERS = 16
"""Gzip members read of one body; servers send one. Each costs a copy of what is left."""
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_GZIP_MARK = b"\x1f\x8b"


def undo_codings(body: bytes, transfer: str, content: str, limit: int) -> bytes | None:
    """Return a body without the codings of its headers ``transfer-encoding`` and ``content-encoding``; None when it
    has more than ``limit`` bytes then. Never makes more than that of any step."""
    codings = [*_split(content), *_split(transfer)][::-1]
    if len(codings) > _MOST_CODINGS:
        return None
    for coding in codings:
        decoded = _undo(body, coding, limit)
        if decoded is not None:
            body = decoded
        if len(body) > limit:
            return None
    return body if len(body) <= limit else None


def _split(header: str) -> list[str]:
    names = (name.strip().lower().removeprefix("x-") for name in header.split(","))
    return [name for name in names if name and name != "identity"]


def _undo(body: bytes, coding: str, limit: int) -> bytes | None:
    """Undo one coding, up to one byte beyond the limit; None when the bytes do not have it."""
    try:
        if coding in {"gzip", "deflate"}:
            return _inflate(body, limit + 1)
        if coding == "br":
            return BrotliReader(BytesIO(body)).read(limit + 1) if body else body
        if coding == "zstd":
            return ZstdReader(BytesIO(body)).read(limit + 1) if body else body
        if coding == "chunked":
            return ChunkedReader(BytesIO(body)).read(limit + 1) if body else body
    except (OSError, zlib.error):
        return None
    return None


def _inflate(body: bytes, most: int) -> bytes:
    """Inflate gzip (its first members), zlib or, as some servers send it, bare deflate data; what a cut-off stream gave
    up to its end is returned. Raises zlib.error when there is no such data."""
    try:
        return _inflate_members(body, most)
    except zlib.error:
        if body.startswith(_GZIP_MARK):
            raise
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(body, most)


def _inflate_members(body: bytes, most: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    for _ in range(_MOST_MEMBERS):
        member = zlib.decompressobj(_GZIP_OR_ZLIB)
        parts.append(member.decompress(body, most - size))
        size += len(parts[-1])
        body = member.unused_data
        if size >= most or not body.startswith(_GZIP_MARK):
            break
    return b"".join(parts)
