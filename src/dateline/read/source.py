"""One input before it is read, and the two ways it can end: as a capture or as a refusal."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from hashlib import sha256
from typing import BinaryIO, Literal

from dateline.ids import content_id
from dateline.model import Capture, Dropped, Stated
from dateline.read.decode import Decoded, mend_text

MAX_PAGE_BYTES = 20_000_000
"""Longest page or text that is read. The longest of 327 real pages measured had 1.9 million characters."""

_MAX_NAME = 500
_MAX_HEADER = 2_000
_CHARSET = re.compile(r"""\bcharset\s*=\s*["']?([\w.:-]{2,40})""", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


def _read_no_member(source: Source) -> Iterator[Capture | Dropped]:
    """Stand in where nobody said how members are read."""
    yield drop_input(source.uri, "unknown format", "members of a container are not read here")


HEAD_BYTES = 16_384
"""Bytes at the start of an input by which its format is recognised."""


@dataclass(slots=True)
class Budget:
    """What all members of one container, those of containers in it too, may still take. Counted down as they are
    read, so that no nesting, repetition or false size in a header gets round it."""

    members: int = 100_000
    unpacked: int = 2_000_000_000
    """Bytes. A year of a large outlet's reports has about half of it."""

    @classmethod
    def of(cls, size: int) -> Budget:
        """Return what the members of an input of ``size`` bytes may take: a small file holds no year of reports."""
        return cls(unpacked=min(2_000_000_000, 100_000_000 + 200 * size))


@dataclass(frozen=True, slots=True)
class Source:
    """An open input: ``uri`` as the user gave it, ``name`` its file name, ``had`` the time of its last change.

    ``stream`` can be read again from its start. A member of a container is a source of its own, which knows what it
    came through (``format``), what was said about it (``headers``, ``stated``), and how members of its own are read.
    """

    uri: str
    name: str
    stream: BinaryIO
    had: datetime | None
    format: str = ""
    headers: tuple[tuple[str, str], ...] = ()
    stated: Stated = Stated()  # noqa: RUF009
    read_member: Callable[[Source], Iterator[Capture | Dropped]] = _read_no_member
    budget: Budget = field(default_factory=Budget)

    @property
    def charset(self) -> str | None:
        """The encoding that the server or the container names in ``content-type``."""
        match = _CHARSET.search(dict(self.headers).get("content-type", ""))
        return match.group(1) if match else None

    def read_whole(self, limit: int = MAX_PAGE_BYTES) -> bytes | None:
        """Return all bytes, or None when there are more than ``limit``; never holds more than that."""
        body = self.stream.read(limit + 1)
        return None if len(body) > limit else body

    def read_head(self) -> bytes:
        """Return the first bytes; the stream is at its start again afterwards."""
        head = self.stream.read(HEAD_BYTES)
        self.stream.seek(0)
        return head

    def open_member(self, name: str, stream: BinaryIO, *, headers: Iterable[tuple[str, str]] = ()) -> Source:
        """Return a member of this container as a source: ``a.zip`` has ``a.zip!/b.html``."""
        place = f"!/{_tidy_name(name)}"
        return replace(
            self,
            uri=self.uri + place,
            name=self.name + place,
            stream=stream,
            headers=tuple(headers),
            stated=Stated(),
        )


def make_capture(
    source: Source,
    body: bytes,
    decoded: Decoded,
    media: Literal["text", "html"],
    *,
    fragment: str = "",
    stated: Stated | None = None,
    headers: tuple[tuple[str, str], ...] | None = None,
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
        stated=fill_stated(stated, source.stated) if stated else source.stated,
        had=source.had,
        format=source.format,
        headers=source.headers if headers is None else headers,
    )


def fill_stated(stated: Stated, given: Stated) -> Stated:
    """Return ``stated`` with its gaps filled from ``given``."""
    gaps = {item.name: getattr(given, item.name) for item in fields(Stated) if getattr(stated, item.name) is None}
    return replace(stated, **gaps)


def tidy_headers(headers: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """Return headers as records keep them: names in lower case, values on one line and within bounds."""
    return tuple((name.lower(), mend_text(" ".join(value.split()))[:_MAX_HEADER]) for name, value in headers)


def _tidy_name(name: str) -> str:
    """Return a member's name without what cannot stand in an address; its folders stay."""
    return mend_text(_CONTROL.sub("", name.replace("\\", "/"))).lstrip("/")[:_MAX_NAME] or "unnamed"


def drop_input(uri: str, reason: str, detail: str) -> Dropped:
    """Record that an input was refused, and why."""
    return Dropped(stage="read", subject=uri, reason=reason, detail=detail)


def drop_large(source: Source, limit: int = MAX_PAGE_BYTES) -> Dropped:
    """Record that an input is longer than is read."""
    return drop_input(source.uri, "too large", f"more than {limit:,} bytes; split it or cut it down")
