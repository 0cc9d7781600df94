"""Inputs made to take all time and memory: each ends soon, in little memory, and with a reason.

The bounds are on processor time and on the peak of memory, imports included; ``pytest -m slow -s`` tells both.
"""

from __future__ import annotations

import gzip
import io
import json
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from evals.alone import clean_alone
from evals.fuzz_seeds import make_docx_parts, make_page, make_record, pack_zip, put_objects
from tests.peaks import measure

from dateline.model import Article, Capture, Dropped
from dateline.read.inputs import read_inputs

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="memory is measured as Linux tells it"),
]

TEXT = "<p>The weir at Ostby opened again on Monday, the river board said. It had been closed since 1987.</p>"
MB = 1_000_000


def read_and_clean(path: str) -> list[str]:
    """Return what becomes of a file: "article", or stage and reason of each refusal."""
    ends: list[str] = []
    for record in read_inputs([path]):
        rows = clean_alone(record) if isinstance(record, Capture) else [record]
        ends += ["article" if isinstance(row, Article) else f"{row.stage}: {row.reason}"
                 for row in rows if isinstance(row, Article | Dropped)]  # fmt: skip
    return ends


def bomb(path: Path, *, seconds: float, megabytes: float) -> set[str]:
    """Read a file within bounds; return its outcomes without repeats."""
    ends, took, peak = measure(read_and_clean, str(path))
    assert took < seconds, f"{took:.1f} s, {peak:.0f} MB"
    assert peak < megabytes, f"{took:.1f} s, {peak:.0f} MB"
    assert ends
    print(f"{took:.1f} s, {peak:.0f} MB: {set(ends)}")  # noqa: T201 - the measure, for pytest -s
    return set(ends)


def write(path: Path, parts: Iterable[bytes]) -> Path:
    with path.open("wb") as stream:
        stream.writelines(parts)
    return path


def write_zip(path: Path, members: Iterable[tuple[str, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in members:
            archive.writestr(name, data)
    return path


def test_flat_zip_bomb(tmp_path: Path) -> None:
    """Each member grows a thousandfold."""
    path = write_zip(tmp_path / "a.zip", ((f"{at}.txt", bytes(100 * MB)) for at in range(10)))
    assert bomb(path, seconds=20, megabytes=400) == {"read: zip bomb"}


def test_zip_bomb_below_the_ratio(tmp_path: Path) -> None:
    """Many members that are each within bounds; the sum is not."""
    lines = b"".join(b"%d The weir opened.\n" % at for at in range(300_000))
    path = write_zip(tmp_path / "a.zip", ((f"{at}.txt", lines) for at in range(40)))
    assert bomb(path, seconds=60, megabytes=400) <= {"read: zip bomb", "extract: too long"}


def test_nested_zip_bomb(tmp_path: Path) -> None:
    """Sixteen archives in each of sixteen, six deep, a megabyte in each last one: 16 TB."""
    data = pack_zip({f"{at}.txt": bytes(MB) for at in range(16)})
    for _ in range(5):
        data = pack_zip({f"{at}.zip": data for at in range(16)})
    path = write(tmp_path / "a.zip", [data])
    assert {"read: nested too deeply"} <= bomb(path, seconds=60, megabytes=400)


def test_zip_with_overlapping_members(tmp_path: Path) -> None:
    """All entries of the directory point at the same packed bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"".join(b"%d " % at for at in range(2_000_000)))
        info = archive.infolist()[0]
        for at in range(2_000):
            twin = zipfile.ZipInfo(f"b{at}.txt")
            twin.compress_type, twin.CRC, twin.header_offset = info.compress_type, info.CRC, info.header_offset
            twin.compress_size, twin.file_size = info.compress_size, info.file_size
            archive.filelist.append(twin)
        archive._didModify = True  # type: ignore[attr-defined]
    path = write(tmp_path / "a.zip", [out.getvalue()])
    assert bomb(path, seconds=60, megabytes=500)


def test_gzip_bomb(tmp_path: Path) -> None:
    packer = zlib.compressobj(9, wbits=31)
    parts = [packer.compress(bytes(MB)) for _ in range(1_000)]
    path = write(tmp_path / "a.html.gz", [*parts, packer.flush()])
    assert bomb(path, seconds=10, megabytes=400) == {"read: zip bomb"}


def test_a_million_gzip_members(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt.gz", [gzip.compress(b"")] * 1_000_000)
    assert bomb(path, seconds=30, megabytes=400)


@pytest.mark.parametrize("tag", ["div", "b", "table><tr><td", "ul><li", "blockquote", "font", "span", "svg", "x"])
def test_page_a_million_deep(tmp_path: Path, tag: str) -> None:
    depth = 1_000_000 // (tag.count("<") + 1)
    path = write(tmp_path / "a.html", [f"<html><body><{tag}>".encode(), f"<{tag}>".encode() * depth, TEXT.encode() * 3])
    assert bomb(path, seconds=30, megabytes=1_000)


@pytest.mark.parametrize(
    "unit", ["<p>a", "<br>", "<a href=x>b</a> ", "<li>", "&amp;", "<td>a", "<i><b>", "<!--", "<p>"]
)
def test_page_of_one_thing(tmp_path: Path, unit: str) -> None:
    """As many as a page may have: 3 MB."""
    data = unit.encode() * (2_900_000 // len(unit))
    path = write(tmp_path / "a.html", [b"<html><body><article>" + TEXT.encode() * 9, data])
    assert bomb(path, seconds=60, megabytes=1_500)


def test_page_of_fifty_megabytes(tmp_path: Path) -> None:
    path = write(tmp_path / "a.html", [b"<html><body>", *([TEXT.encode() * 1_000] * 500)])
    assert bomb(path, seconds=5, megabytes=300) == {"read: too large"}


def laughs(entities: int, times: int) -> str:
    """Return a document type in which each entity is ``times`` the one before."""
    rows = [f'<!ENTITY e{at} "{f"&e{at - 1};" * times}">' for at in range(1, entities)]
    return f'<!DOCTYPE rss [<!ENTITY e0 "haha">{"".join(rows)}]>'


@pytest.mark.parametrize(
    "head",
    [laughs(10, 10), laughs(2, 100_000), '<!DOCTYPE rss [<!ENTITY e9 SYSTEM "file:///etc/passwd">]>',
     '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">'],
    ids=["billion laughs", "quadratic", "file", "address"],
)  # fmt: skip
@pytest.mark.parametrize("name", ["a.rss", "a.docx", "a.html"])
def test_entities_are_not_unfolded(tmp_path: Path, head: str, name: str) -> None:
    entity = "&e9;"
    if name == "a.docx":
        parts = make_docx_parts()
        parts["word/document.xml"] = head.replace("DOCTYPE rss", "DOCTYPE w:document").encode() + parts[
            "word/document.xml"
        ].replace(b"</w:t>", f"{entity}&e1;</w:t>".encode(), 2)
        path = write_zip(tmp_path / name, parts.items())
    else:
        words = f"{entity}&e1; {'The weir opened. ' * 9}"
        item = f"<item><title>Weir {entity}</title><description>{words}</description></item>"
        text = f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>G</title>{item * 3}</channel></rss>'
        path = write(tmp_path / name, [text.encode()])
    ends = bomb(path, seconds=10, megabytes=400)
    assert ends
    for record in read_inputs([str(path)]):
        if isinstance(record, Capture):
            assert "root:" not in record.text
            assert len(record.text) < MB


def test_record_of_a_gigabyte(tmp_path: Path) -> None:
    """Sparse on disk; the pages before and behind it are read."""
    page = make_record(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + make_page())
    head = make_record(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", number=2)
    huge = head.replace(b"Content-Length: 44", b"Content-Length: %d" % (1_000 * MB + 44)).removesuffix(b"\r\n\r\n")
    assert huge != head.removesuffix(b"\r\n\r\n")
    path = tmp_path / "a.warc"
    with path.open("wb") as stream:
        stream.write(page + huge)
        stream.seek(1_000 * MB, io.SEEK_CUR)
        stream.write(b"\r\n\r\n" + page.replace(b"gazette.example/1", b"gazette.example/3"))
    assert bomb(path, seconds=10, megabytes=300) == {"article", "read: too large"}


def test_packed_record_of_a_gigabyte(tmp_path: Path) -> None:
    head = make_record(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", number=2)
    huge = head.replace(b"Content-Length: 44", b"Content-Length: %d" % (1_000 * MB + 44)).removesuffix(b"\r\n\r\n")
    packer = zlib.compressobj(1, wbits=31)
    parts = [packer.compress(huge), *(packer.compress(b" " * MB) for _ in range(1_000)), packer.compress(b"\r\n\r\n")]
    page = gzip.compress(make_record(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + make_page()))
    path = write(tmp_path / "a.warc.gz", [*parts, packer.flush(), page])
    assert bomb(path, seconds=20, megabytes=300) == {"article", "read: too large"}


def test_gzip_bomb_in_a_record(tmp_path: Path) -> None:
    body = gzip.compress(gzip.compress(bytes(300 * MB)))
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip, gzip\r\n\r\n" + body
    path = write(tmp_path / "a.warc", [make_record(block)])
    assert bomb(path, seconds=10, megabytes=300) == {"read: too large"}


def pdf_of_many_objects() -> bytes:
    """Return a PDF of half a million objects, each a page's dictionary that points at the next."""
    many = [b"<< /Type /Page /Parent 2 0 R /Next %d 0 R >>" % (at + 4) for at in range(500_000)]
    kids = b" ".join(b"%d 0 R" % (at + 3) for at in range(500_000))
    return put_objects(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [%s] /Count 500000 >>" % kids, *many]
    )


def pdf_that_loops() -> bytes:
    """Return a PDF whose tree of pages has itself as a leaf."""
    return put_objects([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"])


def pdf_of_packed(data: bytes, filters: bytes = b"/FlateDecode") -> bytes:
    """Return a PDF whose one page is drawn by packed bytes."""
    stream = b"<< /Length %d /Filter %s >>\nstream\n%s\nendstream" % (len(data), filters, data)
    return put_objects(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
         b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>", stream]
    )  # fmt: skip


PDFS: dict[str, Callable[[], bytes]] = {
    "many objects": pdf_of_many_objects,
    "loop": pdf_that_loops,
    "packed": lambda: pdf_of_packed(zlib.compress(bytes(1_000 * MB), 9)),
    "packed twice": lambda: pdf_of_packed(
        zlib.compress(zlib.compress(bytes(1_000 * MB), 9)), b"[/FlateDecode /FlateDecode]"
    ),
    "much text": lambda: pdf_of_packed(zlib.compress(b"BT /F1 9 Tf (The weir opened on Monday.) Tj ET " * 1_000_000)),
    "deep": lambda: put_objects([b"<< /Type /Catalog /Pages 2 0 R /X " + b"[" * 300_000 + b" >>"]),
}


@pytest.mark.parametrize("name", PDFS)
def test_pdf(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / "a.pdf", [PDFS[name]()])
    assert bomb(path, seconds=60, megabytes=1_500) <= {"read: too slow", "read: too much memory", "read: broken PDF",
                                                       "read: too large", "read: no text", "extract: too long",
                                                       "read: empty", "read: crashed", "article"}  # fmt: skip


MAILS: dict[str, Callable[[], bytes]] = {
    "nested parts": lambda: b"".join(
        b'Content-Type: multipart/mixed; boundary="b%d"\r\n\r\n--b%d\r\n' % (at, at) for at in range(50_000)
    ),
    "many parts": lambda: (
        b'From: a@a.example\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary="b"\r\n\r\n'
        + b"--b\r\nContent-Type: text/plain\r\n\r\nThe weir opened.\r\n" * 300_000
    ),
    "long header": lambda: b"From: a@a.example\r\nSubject: " + b"=?utf-8?B?YQ==?= " * 500_000 + b"\r\n\r\nText.",
    "many parameters": lambda: (
        b"From: a@a.example\r\nContent-Type: text/plain" + b"; a=b" * 1_000_000 + b"\r\n\r\nText."
    ),
    "many addresses": lambda: b"From: " + b"a@a.example, " * 500_000 + b"\r\nSubject: x\r\n\r\nText.",
    "many headers": lambda: b"From: a@a.example\r\n" + b"X: y\r\n" * 1_000_000 + b"\r\nText.",
}


@pytest.mark.parametrize("name", MAILS)
def test_mail(tmp_path: Path, name: str) -> None:
    assert bomb(write(tmp_path / "a.eml", [MAILS[name]()]), seconds=60, megabytes=1_500)


LISTS: dict[str, Callable[[], bytes]] = {
    "deep list": lambda: b"[" * 10_000_000,
    "deep object": lambda: b'{"a":' * 5_000_000,
    "long number": lambda: b'{"text": ' + b"9" * 10_000_000 + b"}",
    "long run of blanks": lambda: json.dumps({"text": "The weir opened. [" + " " * 5_000_000 + "x"}).encode(),
    "many escapes": lambda: b'{"text": "' + b"\\ud800" * 2_000_000 + b'"}',
    "many names": lambda: json.dumps({f"k{at}": at for at in range(500_000)}).encode(),
}


@pytest.mark.parametrize("name", LISTS)
def test_json(tmp_path: Path, name: str) -> None:
    assert bomb(write(tmp_path / "a.json", [LISTS[name]()]), seconds=30, megabytes=1_500)
