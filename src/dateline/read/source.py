"""One input before it is read, and the two ways it can end: as a capture or as a refusal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import BinaryIO, Literal

from dateline.ids import content_id
from dateline.model import Capture, Dropped, Stated
from dateline.read.decode import Decoded, mend_text

MAX_PAGE_BYTES = 20_000_000
"""Longest page or text that is read. The longest of 327 real pages measured had 1.9 million characters."""


@dataclass(frozen=True, slots=True)
class Source:
    """An open input: ``uri`` as the user gave it, ``name`` its file name, ``had`` the time of its last change."""

    uri: str
    name: str
    stream: BinaryIO
    had: datetime | None

    def read_whole(self, limit: int = MAX_PAGE_BYTES) -> bytes | None:
        """Return all bytes, or None when there are more than ``limit``; never holds more than that."""
        body = self.stream.read(limit + 1)
        return None if len(body) > limit else body


def make_capture(
    source: Source,
    body: bytes,
    decoded: Decoded,
    media: Literal["text", "html"],
    *,
    fragment: str = "",
    stated: Stated | None = None,
) -> Capture:
    """Build the record of one input. Its id depends on file name, fragment and bytes, not on folder or order."""
    digest = sha256(body).hexdigest()
    return Capture(
        capture_id=content_id("capture", source.name + fragment, digest),
        uri=source.uri + fragment,
        sha256=digest,
        body=body,
        media=media,
        charset=decoded.charset,
        text=mend_text(decoded.text),
        stated=stated or Stated(),
        had=source.had,
    )


def drop_input(uri: str, reason: str, detail: str) -> Dropped:
    """Record that an input was refused, and why."""
    return Dropped(stage="read", subject=uri, reason=reason, detail=detail)


def drop_large(source: Source, limit: int = MAX_PAGE_BYTES) -> Dropped:
    """Record that an input is longer than is read."""
    return drop_input(source.uri, "too large", f"more than {limit:,} bytes; split it or cut it down")
