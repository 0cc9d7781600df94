"""Zip and gzip: members of any format, and every way to hide too much in one."""

from __future__ import annotations

import gzip
import io
import zipfile

import pytest
from tests.read.reading import read, read_captures, read_one, read_refusal
from tests.read.samples import BODY, SAMPLES, make_docx, make_lines, make_page, make_print, make_zip

from dateline.model import Capture, Dropped
from dateline.read.archive import MAX_MEMBERS, count_members
from dateline.read.saved import find_page_parts


def told(rows: list[Capture | Dropped]) -> list[tuple[str, str]]:
    """Each record's place, with its format or the reason for its refusal."""
    return [(row.uri, row.format) if isinstance(row, Capture) else (row.subject, row.reason) for row in rows]


def test_members_of_every_format() -> None:
    members = {SAMPLES[name][0]: SAMPLES[name][1]() for name in SAMPLES if name not in {"zip", "gzip"}}
    captures = read_captures("all.zip", make_zip(members))
    assert {capture.format for capture in captures} == {
        f"zip/{name}" for name in SAMPLES if name not in {"zip", "gzip"}
    }
    assert captures[0].uri == "all.zip!/answer.json#1"


def test_archives_in_archives() -> None:
    deep = make_zip({"x.txt": BODY.encode()})
    deep = make_zip({"in.zip": deep, "page.html.gz": gzip.compress(make_page().encode())})
    rows = read("a.zip", make_zip({"in.zip": deep}))
    assert told(rows) == [
        ("a.zip!/in.zip!/in.zip!/x.txt", "zip/zip/zip/text"),
        ("a.zip!/in.zip!/page.html.gz", "zip/zip/gzip/html"),
    ]
    assert told(read("a.zip", make_zip({"b.zip": make_zip({"in.zip": deep})})))[0][1] == "nested too deeply"


def test_hidden_members_and_parts_of_pages_are_left_out() -> None:
    names = ["a/Dam.html", "a/Dam_files/x.js", "a/Dam_files/ad.html", "__MACOSX/a/._Dam.html", ".git/x.txt"]
    rows = read("a.zip", make_zip({name: make_page().encode() for name in names}))
    assert told(rows) == [("a.zip!/a/Dam_files", "part of a page"), ("a.zip!/a/Dam.html", "zip/html")]
    assert find_page_parts(["Dam.html", "Dam-Dateien/x.html", "Other_files/y.html"]) == {
        "Dam-Dateien": ["Dam-Dateien/x.html"]
    }


def test_names_lead_nowhere() -> None:
    (row,) = read_captures("a.zip", make_zip({"../../etc/x\x01.txt": BODY.encode()}))
    assert row.uri == "a.zip!/../../etc/x.txt"


def test_gzip() -> None:
    assert [row.uri for row in read_captures("pile.jsonl.gz", gzip.compress(make_lines()))] == [
        "pile.jsonl.gz#1",
        "pile.jsonl.gz#2",
    ]
    assert read_refusal("a.html.gz", gzip.compress(make_page().encode())[:60]).reason == "broken archive"


def test_locked_and_broken_members_cost_no_other() -> None:
    body = bytearray(make_zip({"a.txt": BODY.encode(), "b.txt": BODY.encode()}))
    locked = bytes(body)
    first = locked.index(b"PK\x01\x02")
    flagged = locked[: first + 8] + b"\x01\x00" + locked[first + 10 :]
    assert told(read("a.zip", flagged)) == [("a.zip!/a.txt", "encrypted"), ("a.zip!/b.txt", "zip/text")]
    at = locked.index(b"a.txt") + 30
    body[at : at + 20] = bytes(20)
    assert [reason for _, reason in told(read("a.zip", bytes(body)))] == ["broken archive", "zip/text"]
    assert read_refusal("a.zip", locked[:-30]).reason == "broken archive"
    assert read_refusal("a.zip", make_zip({})).reason == "empty"


def test_a_member_that_grows_without_end_is_a_bomb() -> None:
    rows = read("a.zip", make_zip({"a.txt": b"a" * 30_000_000, "b.txt": BODY.encode()}))
    assert told(rows) == [("a.zip!/a.txt", "zip bomb"), ("a.zip!/b.txt", "zip/text")]
    assert read_refusal("a.txt.gz", gzip.compress(bytes(30_000_000))).reason == "zip bomb"


def test_many_archives_in_one_share_a_budget() -> None:
    inner = make_zip({"a.txt": b"words " * 1_500_000})
    rows = read("a.zip", make_zip({f"{number:03}.zip": inner for number in range(40)}))
    reasons = [reason for _, reason in told(rows)]
    assert "zip bomb" in reasons
    assert reasons.count("zip/zip/text") < 20


def test_overlapping_members_are_counted_as_they_come_out() -> None:
    body = make_zip({"a.txt": b"ab" * 4_000_000})
    start, end = body.index(b"PK\x01\x02"), body.index(b"PK\x05\x06")
    entry = body[start:end]
    tail = bytearray(body[end:])
    tail[8:12] = (300).to_bytes(2, "little") * 2
    tail[12:16] = (300 * len(entry)).to_bytes(4, "little")
    rows = read("a.zip", body[:start] + entry * 300 + bytes(tail))
    assert sum(isinstance(row, Capture) for row in rows) < 30
    assert isinstance(rows[-1], Dropped)


def test_too_many_members_are_refused_before_they_are_listed() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", BODY)
    body = bytearray(out.getvalue())
    end = body.index(b"PK\x05\x06")
    long = (
        b"PK\x06\x06" + (44).to_bytes(8, "little") + bytes(4) + bytes(8) + (2**40).to_bytes(8, "little") * 2 + bytes(16)
    )
    crafted = bytes(body[:end]) + long + bytes(body[end:])
    assert count_members(io.BytesIO(crafted)) > MAX_MEMBERS
    assert read_refusal("a.zip", crafted).reason == "too many members"


@pytest.mark.parametrize("name", ["a.docx", "a.bin"])
def test_word_files_with_bombs_in_them(name: str) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    body = make_zip({"[Content_Types].xml": b"", "word/document.xml": f"{bomb}<w>&b;</w>".encode()})
    assert read_refusal(name, body).reason == "broken document"
    deep = make_zip({"[Content_Types].xml": b"", "word/document.xml": b"<a>" * 1_000_000})
    assert read_refusal(name, deep).reason == "broken document"
    huge = make_zip({"[Content_Types].xml": b"", "word/document.xml": b"<a>" + b" " * 60_000_000 + b"</a>"})
    assert read_refusal(name, huge).reason == "zip bomb"
    assert read_refusal(name, make_docx(paragraphs=())[:-40]).reason in {"broken archive", "unknown format"}


def test_text_boxes_stand_once() -> None:
    box = "<w:p><w:r><w:t>Outer</w:t><w:txbxContent><w:p><w:r><w:t>Inner</w:t></w:r></w:p></w:txbxContent></w:r></w:p>"
    text = read_one("a.docx", make_docx(extra=box)).text
    assert text.endswith("Outer\n\nInner")


def test_a_pdf_in_an_archive() -> None:
    assert read_one("a.zip", make_zip({"x": make_print()})).format == "zip/pdf"
