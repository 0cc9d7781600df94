"""Web archives to captures: pages only, each once, the rest counted; damage and bombs end in a refusal."""

from __future__ import annotations

import gzip
import io
import json
import random
import zipfile
import zlib
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import brotli
import pytest

from dateline.model import Capture, Dropped
from dateline.read.http_body import undo_codings
from dateline.read.inputs import read_inputs
from dateline.read.source import MAX_PAGE_BYTES, Source
from dateline.read.warc import read_warc

PAGE = (
    "<html><head><title>Weir opens</title></head><body><p>The weir at Ostby, closed since 1987, "
    "opened again on Monday, the river board said.</p></body></html>"
)
HTML = "Content-Type: text/html; charset=utf-8\r\n"


def http(body: bytes | str = PAGE, headers: str = HTML, status: str = "200 OK") -> bytes:
    """Return an HTTP response."""
    body = body.encode() if isinstance(body, str) else body
    return f"HTTP/1.1 {status}\r\n{headers}\r\n".encode() + body


def record(
    block: bytes,
    url: str = "https://gazette.example/weir",
    kind: str = "response",
    type_: str = "application/http; msgtype=response",
    length: int | None = None,
) -> bytes:
    """Return a WARC record; ``length`` overrides what it says of its own length."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
        f"WARC-Target-URI: {url}\r\nWARC-Date: 2021-03-04T05:06:07Z\r\nContent-Type: {type_}\r\n"
        f"Content-Length: {len(block) if length is None else length}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def read(data: bytes | io.RawIOBase) -> list[Capture | Dropped]:
    stream = BytesIO(data) if isinstance(data, bytes) else data
    return list(read_warc(Source("crawl.warc", "crawl.warc", stream, None, format="warc")))  # type: ignore[arg-type]


def captures(rows: Iterable[Capture | Dropped]) -> list[Capture]:
    return [row for row in rows if isinstance(row, Capture)]


def refusals(rows: Iterable[Capture | Dropped]) -> dict[str, str]:
    return {row.reason: row.detail for row in rows if isinstance(row, Dropped)}


def test_page_keeps_address_date_and_headers() -> None:
    (row,) = captures(read(record(http(headers=HTML + "Last-Modified: Mon, 01 Mar 2021 10:00:00 GMT\r\n"))))
    assert (row.uri, row.media, row.text, row.body) == ("crawl.warc#1", "html", PAGE, PAGE.encode())
    assert row.stated.url == "https://gazette.example/weir"
    assert row.had == datetime(2021, 3, 4, 5, 6, 7, tzinfo=UTC)
    assert ("last-modified", "Mon, 01 Mar 2021 10:00:00 GMT") in row.headers


def test_charset_of_the_server_goes_before_that_of_the_page() -> None:
    text = "<html><meta charset=windows-1252><p>Jaz na rzece został otwarty w poniedziałek</p></html>"
    block = http(text.encode("iso-8859-2"), "Content-Type: text/html; charset=iso-8859-2\r\n")
    assert captures(read(record(block)))[0].text == text


def chunked(body: bytes) -> bytes:
    return b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(PAGE.encode()), "Content-Encoding: gzip\r\n"),
        (zlib.compress(PAGE.encode()), "Content-Encoding: deflate\r\n"),
        (zlib.compress(PAGE.encode())[2:-4], "Content-Encoding: deflate\r\n"),
        (brotli.compress(PAGE.encode()), "Content-Encoding: br\r\n"),
        (chunked(PAGE.encode()), "Transfer-Encoding: chunked\r\n"),
        (chunked(gzip.compress(PAGE.encode())), "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n"),
        (brotli.compress(gzip.compress(PAGE.encode())), "Content-Encoding: x-gzip, br\r\n"),
        *((PAGE.encode(), f"{name}: {coding}\r\n") for name in ("Content-Encoding", "Transfer-Encoding")
          for coding in ("gzip", "deflate", "br", "zstd", "chunked", "identity", "odd")),
    ],
)  # fmt: skip
def test_codings_are_undone_also_where_the_crawler_had_undone_them(body: bytes, headers: str) -> None:
    assert captures(read(record(http(body, HTML + headers))))[0].text == PAGE


def test_what_is_no_page_is_counted_and_told_in_one_line() -> None:
    other = "https://gazette.example/"
    rows = read(
        record(b"software: crawler\r\n", kind="warcinfo", type_="application/warc-fields")
        + record(b"GET / HTTP/1.1\r\n\r\n", kind="request", type_="application/http; msgtype=request")
        + record(http())
        + record(http(b"\x89PNG", "Content-Type: image/png\r\n"), other + "a.png") * 3
        + record(http(status="404 Not Found"), other + "gone")
        + record(http(status="301 Moved", headers=HTML + "Location: /x\r\n"), other + "moved")
        + record(http(), kind="revisit")
        + record(b"body {}", other + "a.css", kind="resource", type_="text/css")
    )
    assert len(captures(rows)) == 1
    assert captures(rows)[0].uri.endswith("#3")
    assert len(rows) == 2
    told = refusals(rows)["not a page"]
    assert told.startswith("9 records: image/png × 3, ")
    assert "status 404 × 1" in told
    assert told.endswith("and 2 other sorts")


def test_resources_and_plain_text_of_conversion_records_are_read() -> None:
    wet = "Weir opens\nThe weir at Ostby opened again on Monday, the river board said."
    rows = read(
        record(PAGE.encode(), kind="resource", type_="text/html")
        + record(wet.encode(), kind="conversion", type_="text/plain")
    )
    assert [(row.media, row.text) for row in captures(rows)] == [("html", PAGE), ("text", wet)]


def test_one_address_with_one_payload_comes_once() -> None:
    other = record(http(PAGE.replace("Monday", "Tuesday")))
    rows = read(record(http()) + record(http()) + other + record(http(), url="https://copy.example/weir"))
    assert [row.uri for row in captures(rows)] == ["crawl.warc#1", "crawl.warc#3", "crawl.warc#4"]
    assert refusals(rows) == {"same input twice": "1 record: capture × 1"}


@pytest.mark.parametrize("pack", [bytes, gzip.compress], ids=["plain", "gzip"])
def test_file_is_recognised_by_its_content(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    for name in ("crawl.warc", "crawl.warc.gz", "crawl.bin"):
        (tmp_path / name).write_bytes(pack(record(http())) + pack(record(http(), url="https://b.example/")))
    rows = captures(read_inputs([str(tmp_path)]))
    assert [(row.format, row.text) for row in rows] == [("warc", PAGE)] * 6


def pack_wacz(path: Path, members: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("datapackage.json", json.dumps({"profile": "data-package", "wacz_version": "1.1.1"}))
        archive.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n{"url": "https://gazette.example/weir"}')
        for name, data in members.items():
            archive.writestr(name, data)


def test_wacz_gives_the_pages_of_its_archives_each_once(tmp_path: Path) -> None:
    one, two = gzip.compress(record(http())), record(http()) + record(http("<p>Another</p>"), url="https://b.example/")
    pack_wacz(tmp_path / "a.wacz", {"archive/one.warc.gz": one, "archive/two.warc": two, "indexes/index.cdx": b"x"})
    rows = list(read_inputs([str(tmp_path / "a.wacz")]))
    assert [Path(row.uri).name for row in captures(rows)] == ["one.warc.gz#1", "two.warc#2"]
    assert captures(rows)[0].format == "wacz"
    assert refusals(rows) == {"same input twice": "1 record: capture × 1"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b"WARC/1.0\r\n", "not a page"),
        (b"WARC/1.0\r\n" + b"X: " + b"a" * 1_000_000, "damaged archive"),
        (record(http()).replace(b"WARC-Type", b"\xff\xfe\x00"), "not a page"),
        (record(http()) + b"junk" * 9 + record(http(), url="https://b.example/"), "damaged archive"),
        (record(b"no response at all"), "not a page"),
        (record(b""), "not a page"),
        (record(http(b"")), "empty"),
        (record(http(b"\x00\x01\x02\x03" * 99)), "not text"),
        (record(http(), length=10**30), "damaged archive"),
        (record(http(), length=-1), "damaged archive"),
        (record(http(), length=MAX_PAGE_BYTES + 1), "too large"),
        (record(http(b"\x00" * 5, headers="Content-Type: " + "x" * 50_000 + "\r\n")), "damaged archive"),
    ],
    ids=range(13),
)
def test_damage_is_told(data: bytes, reason: str) -> None:
    assert reason in refusals(read(data))


def test_what_stands_before_the_damage_is_read() -> None:
    packed = gzip.compress(record(http())) + gzip.compress(record(http(), url="https://b.example/"))[:-30]
    rows = read(packed)
    assert captures(rows)[0].text == PAGE
    assert len(captures(rows)) + len(refusals(rows)) == 2


class Long(io.RawIOBase):
    """A stream of bytes and of runs of spaces, given by their length."""

    def __init__(self, *parts: bytes | int) -> None:
        self.parts = list(parts)

    def read(self, size: int = -1) -> bytes:
        while self.parts and not self.parts[0]:
            self.parts.pop(0)
        if not self.parts:
            return b""
        part = self.parts[0]
        if isinstance(part, int):
            self.parts[0] = part - min(part, size)
            return b" " * min(part, size)
        self.parts[0] = part[size:]
        return part[:size]


@pytest.mark.parametrize("length", [10**9, 10**10])
def test_a_record_of_gigabytes_streams_by(length: int) -> None:
    huge = record(http(b""), length=length + len(http(b""))).removesuffix(b"\r\n\r\n")
    rows = read(Long(huge, length, b"\r\n\r\n", record(http(), url="https://b.example/")))
    assert [row.uri for row in captures(rows)] == ["crawl.warc#2"]
    assert refusals(rows) == {"too large": f"1 record: more than {MAX_PAGE_BYTES:,} bytes × 1"}


def test_bomb_in_a_response_is_refused_and_the_next_record_read() -> None:
    bomb = gzip.compress(bytes(10 * MAX_PAGE_BYTES), 9)
    rows = read(
        record(http(bomb, HTML + "Content-Encoding: gzip\r\n"))
        + record(http(gzip.compress(bomb), HTML + "Content-Encoding: gzip, gzip\r\n"), url="https://c.example/")
        + record(http(), url="https://b.example/")
    )
    assert [row.uri for row in captures(rows)] == ["crawl.warc#3"]
    assert refusals(rows) == {"too large": f"2 records: more than {MAX_PAGE_BYTES:,} bytes unpacked × 2"}


def test_codings_are_bounded() -> None:
    assert undo_codings(PAGE.encode(), "", "gzip, gzip, gzip, gzip", 1000) is None
    assert undo_codings(gzip.compress(bytes(1001)), "", "gzip", 1000) is None
    assert undo_codings(gzip.compress(bytes(1000)), "", "gzip", 1000) == bytes(1000)
    assert undo_codings(gzip.compress(b"") * 1_000_000, "", "gzip", 1000) == b""


def test_any_damage_ends_in_captures_or_refusals() -> None:
    chance = random.Random(4)
    whole = record(http()) + record(http(gzip.compress(PAGE.encode()), HTML + "Content-Encoding: gzip\r\n"))
    for number in range(400):
        data = bytearray(gzip.compress(whole) if number % 2 else whole)
        for _ in range(chance.randrange(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        assert read(bytes(data[: chance.randrange(len(data))] if number % 3 else data))
