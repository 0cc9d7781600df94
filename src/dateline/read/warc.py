"""Web archives: the pages of a WARC file that a crawler wrote (ISO 28500), or of a WACZ, a zip archive of such files.

Read are HTML responses of status 200, HTML resources, and the plain text of ``conversion`` records (Common Crawl's WET
files). All else in an archive is no report: pictures, scripts, requests, redirects, repeats. It is counted, and told in
one line for each reason. Records stream by; only one that is read is held, and none beyond the bound of a page.
"""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import BinaryIO, Literal, cast

from fastwarc import ArchiveIterator, WarcRecord, WarcRecordType

from dateline.model import Capture, Dropped, Stated
from dateline.read.archive import BROKEN
from dateline.read.decode import decode_bytes
from dateline.read.html import read_page
from dateline.read.http_body import undo_codings
from dateline.read.opening import Opening
from dateline.read.source import MAX_PAGE_BYTES, Source, drop_input, make_capture, tidy_headers

_MARK = b"WARC/"
_MOST_HEADERS = 100
_MOST_TOLD = 5
"""Sorts of records named in one line."""
_MOST_SORTS = 1_000
"""Sorts counted apart: a hostile archive could name each record's differently."""
_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def is_warc(opening: Opening) -> bool:
    """Tell by the first bytes, under gzip too."""
    head = opening.head
    if head.startswith(b"\x1f\x8b"):
        try:
            head = zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(head, len(_MARK))
        except zlib.error:
            return False
    return head.startswith(_MARK)


def read_warc(source: Source) -> Iterator[Capture | Dropped]:
    """Read a WARC file, plain or gzip; ``#n`` is the record's number from 1."""
    tally = Tally()
    yield from read_records(source, tally)
    yield from tally.report(source)


@dataclass(slots=True)
class Tally:
    """What was not read of an archive, by reason and sort, and what was read, so that no capture comes twice."""

    refused: dict[str, Counter[str]] = field(default_factory=dict)
    seen: set[bytes] = field(default_factory=set)
    captures: int = 0

    def refuse(self, reason: str, sort: str) -> None:
        """Count a record that is not read."""
        sorts = self.refused.setdefault(reason, Counter())
        sorts[sort if sort in sorts or len(sorts) < _MOST_SORTS else "others"] += 1

    def is_new(self, url: str, payload: bytes) -> bool:
        """Tell whether this payload of this address comes for the first time, and remember it."""
        key = sha256(url.encode("utf-8", "replace") + b"\n" + payload).digest()
        if key in self.seen:
            return False
        self.seen.add(key)
        return True

    def report(self, source: Source) -> Iterator[Dropped]:
        """Yield one refusal for each reason, with the number of records."""
        for reason, sorts in sorted(self.refused.items()):
            told = [f"{sort} × {count:,}" for sort, count in sorted(sorts.items(), key=lambda row: (-row[1], row[0]))]
            more = f" and {len(told) - _MOST_TOLD} other sorts" if len(told) > _MOST_TOLD else ""
            number = sum(sorts.values())
            records = f"{number:,} record{'s' * (number != 1)}"
            yield drop_input(source.uri, reason, f"{records}: {', '.join(told[:_MOST_TOLD])}{more}")
        if not self.captures and not self.refused:
            yield drop_input(source.uri, "empty", "the archive has no records")


def read_records(source: Source, tally: Tally) -> Iterator[Capture | Dropped]:
    """Yield the captures of one WARC stream, and a refusal where it is damaged; count the rest in ``tally``."""
    number = 0
    try:
        for record in ArchiveIterator(cast("BinaryIO", _Forward(source.stream)), parse_http=False):
            number += 1
            capture = _read_record(source, record, number, tally)
            if capture is not None:
                tally.captures += 1
                yield capture
    except BROKEN as error:
        told = f"after {number:,} records: {str(error).rstrip('.') or type(error).__name__}; the rest is not read"
        yield drop_input(source.uri, "damaged archive", told)


@dataclass(frozen=True, slots=True)
class _Found:
    """A record that may be a page."""

    media: Literal["text", "html"]
    headers: tuple[tuple[str, str], ...]
    charset: str | None
    body: bytes


class _Refused(Exception):  # noqa: N818
    """Why a record is not read: the reason, and the sort to count it under."""


def _read_record(source: Source, record: WarcRecord, number: int, tally: Tally) -> Capture | None:
    try:
        found = _find_page(record)
        url = _clean_url(record.headers.get("WARC-Target-URI"))
        if not tally.is_new(url or "", found.body):
            raise _Refused("same input twice", "capture")
        made = _make_capture(_place_record(source, record, number, url, found), found)
        if isinstance(made, Dropped):
            raise _Refused(made.reason, "record")
    except _Refused as refused:
        tally.refuse(*refused.args)
        return None
    return made


def _place_record(source: Source, record: WarcRecord, number: int, url: str | None, found: _Found) -> Source:
    """Return the record as a source of its own."""
    return replace(
        source,
        uri=f"{source.uri}#{number}",
        name=f"{source.name}#{number}",
        had=_read_date(record.headers.get("WARC-Date")) or source.had,
        headers=found.headers,
        stated=Stated(url=url),
    )


def _make_capture(source: Source, found: _Found) -> Capture | Dropped:
    if found.media == "html":
        return read_page(source, found.body, found.charset)
    decoded = decode_bytes(found.body)
    if decoded is None or not decoded.text.strip():
        return drop_input(source.uri, "not text", "the record holds none")
    return make_capture(source, found.body, decoded, "text")


def _find_page(record: WarcRecord) -> _Found:
    """Return the page or text that a record holds; raises _Refused when it is none."""
    kind = record.record_type
    if kind == WarcRecordType.response and record.is_http:
        return _find_response(record)
    if kind in (WarcRecordType.resource, WarcRecordType.conversion):
        media = _name_media(record.headers.get("Content-Type"))
        if media in _PAGES and kind == WarcRecordType.resource:
            return _Found("html", (), None, _read_body(record))
        if media == "text/plain" and kind == WarcRecordType.conversion:
            return _Found("text", (), None, _read_body(record))
        raise _Refused("not a page", media or "of no type")
    raise _Refused("not a page", f"{_name_media(record.headers.get('WARC-Type')) or 'nameless'} record")


def _find_response(record: WarcRecord) -> _Found:
    if record.content_length > MAX_PAGE_BYTES:
        raise _Refused("too large", f"more than {MAX_PAGE_BYTES:,} bytes")
    record.parse_http(auto_decode="none")
    http = record.http_headers
    status = http.status_code
    if status != 200:
        raise _Refused("not a page", f"status {status}" if status else "response without a status")
    media = _name_media(http.get("Content-Type"))
    if media and media not in _PAGES:
        raise _Refused("not a page", media)
    body = _read_body(record)
    coding = http.get("Transfer-Encoding") or "", http.get("Content-Encoding") or ""
    decoded = undo_codings(body, *coding, MAX_PAGE_BYTES)
    if decoded is None:
        raise _Refused("too large", f"more than {MAX_PAGE_BYTES:,} bytes unpacked")
    if not media and b"<" not in decoded[:1024]:
        raise _Refused("not a page", "of no type")
    return _Found("html", tidy_headers(http.to_tuples()[:_MOST_HEADERS]), record.http_charset, decoded)


def _read_body(record: WarcRecord) -> bytes:
    if record.content_length > MAX_PAGE_BYTES:
        raise _Refused("too large", f"more than {MAX_PAGE_BYTES:,} bytes")
    return record.reader.read(MAX_PAGE_BYTES + 1)


def _name_media(header: str | None) -> str:
    """Return a media type without its parameters, lower case; empty when none is named."""
    return (header or "").partition(";")[0].strip().lower()[:100]


def _clean_url(header: str | None) -> str | None:
    """Return the address of a record; old writers put it in angle brackets."""
    return (header or "").strip().strip("<>") or None


def _read_date(header: str | None) -> datetime | None:
    """Return the aware time of ``WARC-Date`` (ISO 8601, UTC)."""
    try:
        when = datetime.fromisoformat((header or "").strip())
    except ValueError:
        return None
    return when if when.tzinfo else when.replace(tzinfo=UTC)


class _Forward:
    """A stream that is only read on and on: what it is asked of its place is answered without moving, for fastwarc
    asks where it stands, and members of a zip archive do not know that."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._at = 0

    def read(self, size: int = -1) -> bytes:
        """Read on."""
        data = self._stream.read(size)
        self._at += len(data)
        return data

    def tell(self) -> int:
        """Bytes read so far."""
        return self._at

    def seek(self, _offset: int, _whence: int = 0) -> int:
        """Stay."""
        return self._at

    def close(self) -> None:
        """Leave it open: it belongs to who opened it."""
