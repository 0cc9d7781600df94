"""Every format: a file of it gives its article, whatever its name; what is broken is refused with a reason."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest
from tests.read.reading import read, read_captures, read_one, read_refusal
from tests.read.samples import (
    BODY,
    LEAD,
    PARAGRAPHS,
    SAMPLES,
    TITLE,
    make_csv,
    make_docx,
    make_event_registry,
    make_lines,
    make_mail,
    make_mhtml,
    make_page,
    make_pasted,
    make_zip,
)

from dateline.model import Stated
from dateline.read.archive import MAX_MEMBER_BYTES, MAX_MEMBERS, MAX_RATIO
from dateline.read.docx import MAX_DOCX_BYTES
from dateline.read.feed import MAX_FEED_BYTES
from dateline.read.json_ import MAX_JSON_BYTES, MAX_VALUES
from dateline.read.mail import MAX_MAIL_BYTES
from dateline.read.mhtml import MAX_MHTML_BYTES
from dateline.read.pdf import MAX_PDF_BYTES
from dateline.read.pdf_lines import MAX_PAGES
from dateline.read.readers import MAX_DEPTH, MAX_REFUSALS, READERS, find_reader, find_suffix
from dateline.read.source import MAX_PAGE_BYTES, Budget
from dateline.read.stdin import MAX_STDIN_BYTES

CHAINS = {"zip": {"zip/html", "zip/text"}, "gzip": {"gzip/html"}}


def test_every_reader_has_a_sample() -> None:
    assert {reader.name for reader in READERS} == SAMPLES.keys() | {"warc", "wacz"}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_format_gives_its_articles(name: str) -> None:
    file, make = SAMPLES[name]
    body = make()
    captures = read_captures(file, body)
    assert {capture.format for capture in captures} == CHAINS.get(name, {name})
    assert LEAD in captures[0].text
    for capture in captures:
        assert capture.sha256 == sha256(capture.body).hexdigest()
        assert capture.uri.startswith(file)


@pytest.mark.parametrize("name", [name for name in SAMPLES if name != "text"])
@pytest.mark.parametrize("file", ["download", "report.txt", "report.pdf", "report.xyz"])
def test_a_format_is_told_by_its_content(name: str, file: str) -> None:
    captures = read_captures(file, SAMPLES[name][1]())
    assert captures[0].format.split("/")[0] == name
    assert LEAD in captures[0].text


@pytest.mark.parametrize("name", SAMPLES)
def test_a_cut_file_ends_in_records(name: str) -> None:
    file, make = SAMPLES[name]
    body = make()
    for cut in (1, len(body) // 3, len(body) // 2, len(body) - 20):
        assert read(file, body[:cut])


@pytest.mark.parametrize("name", SAMPLES)
def test_an_empty_file_is_refused(name: str) -> None:
    assert read_refusal(SAMPLES[name][0], b"").detail


def test_untouched_bytes() -> None:
    page = make_page().encode()
    assert read_one("page.html", page).body == page
    lines = make_lines()
    assert [capture.body for capture in read_captures("a.jsonl", lines)] == lines.splitlines()
    answer = make_event_registry()
    assert read_one("a.json", answer).body in answer
    assert json.loads(read_one("a.json", answer).body)["title"] == TITLE
    first, second = read_captures("a.csv", make_csv())
    assert first.body + second.body == make_csv().split(b"\r\n", 1)[1]
    mail = make_mail()
    assert read_one("a.eml", mail).body == mail
    assert read_one("a.mhtml", make_mhtml()).body.strip() == make_page().encode()
    (member,) = read_captures("a.zip", make_zip({"page.html": page}))
    assert (member.uri, member.body) == ("a.zip!/page.html", page)


def test_unknown_formats_are_named() -> None:
    assert "picture" in read_refusal("a.png", b"\x89PNG\r\n\x1a\n....").detail
    assert "Outlook" in read_refusal("mail.msg", b"\xd0\xcf\x11\xe0" + bytes(600)).detail
    assert "tar" in read_refusal("pile.tar", bytes(257) + b"ustar\0" + bytes(600)).detail
    assert "Dateline reads" in read_refusal("style.css", b"body { color: red }").detail
    assert (
        read_refusal("book.xlsx", make_zip({"[Content_Types].xml": b"", "xl/workbook.xml": b""})).reason
        == "unknown format"
    )


@pytest.mark.parametrize(
    ("name", "suffix"), [("a.TXT", ".txt"), ("a.tar.GZ", ".gz"), ("The U.S. report", ""), ("a", ""), ("a.", "")]
)
def test_suffix(name: str, suffix: str) -> None:
    assert find_suffix(name) == suffix
    assert (find_reader(suffix) is not None) == bool(suffix)


def test_a_text_under_the_name_of_a_page_stays_a_text() -> None:
    assert read_one("a.html", BODY.encode()).media == "text"
    assert read_one("a.html", b"<p>One</p>").media == "html"


def test_page_tells_where_it_was_saved_from() -> None:
    page = make_page()
    for mark in (
        "<!-- saved from url=(0040)https://ostbypost.example/dam -->",
        "<!--\n Page saved with SingleFile \n url: https://ostbypost.example/dam \n saved date: Fri Mar 12 2021\n-->",
        "<!-- saved from url=(0040)https://web.archive.org/web/20210312090000/https://ostbypost.example/dam -->",
    ):
        assert read_one("a.html", f"{mark}\n{page}".encode()).stated.url == "https://ostbypost.example/dam"
    assert read_one("a.html", page.encode()).stated == Stated()


def test_saved_page_keeps_address_and_headers() -> None:
    capture = read_one("a.mhtml", make_mhtml())
    assert capture.stated == Stated(url="https://ostbypost.example/2021/03/10/dam")
    assert dict(capture.headers)["date"] == "Fri, 12 Mar 2021 09:00:00 +0000"
    assert capture.had is not None and capture.had.day == 12


def test_saved_page_that_is_a_shell_gives_its_frame() -> None:
    body = make_mhtml().replace(b"Buy a boat", b"<p>" + (LEAD + BODY).encode() + b"</p>")
    shell = body.replace(make_page().split("<p>")[1].encode()[:60], b"")
    assert read(("a.mhtml"), shell)
    empty = make_mhtml().replace(b"<article>", b"<!--").replace(b"</article>", b"-->")
    assert "Buy a boat" not in read_one("a.mhtml", empty).text


def test_word_file() -> None:
    capture = read_one("a.docx", make_docx(extra="<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"))
    assert capture.text == "\n\n".join([TITLE, *PARAGRAPHS])
    assert capture.stated == Stated(title=TITLE)


def test_pasted_text_stays_as_it_is_and_tells_its_source() -> None:
    capture = read_one("a.txt", make_pasted())
    assert capture.text.encode() == make_pasted()
    url = "https://ostbypost.example/2021/03/10/dam"
    assert capture.stated == Stated(outlet="Ostby Post", url=url, published="10 March 2021")
    bare = read_one("a.txt", f"{TITLE}\n{url}\n\n{BODY}".encode())
    assert bare.stated == Stated(url=url)


def test_the_reference_tells_the_bounds() -> None:
    told = (Path(__file__).parents[2] / "docs" / "reference.md").read_text(encoding="utf-8")
    for words, *bounds in (
        ("a line of JSON, a row of a table | 20 MB", MAX_PAGE_BYTES, 20_000_000),
        ("a JSON document | 100 MB, 10 million values", MAX_JSON_BYTES, 100_000_000, MAX_VALUES, 10_000_000),
        ("a Word file, a feed | 50 MB; a PDF 200 pages", MAX_MAIL_BYTES, 50_000_000, MAX_PAGES, 200),
        ("a Word file, a feed | 50 MB; a PDF 200 pages", MAX_PDF_BYTES, MAX_DOCX_BYTES, MAX_FEED_BYTES, MAX_MAIL_BYTES),
        ("an MHTML file | 100 MB", MAX_MHTML_BYTES, 100_000_000),
        ("100,000 members, 3 containers inside each other", MAX_MEMBERS, 100_000, MAX_DEPTH, 4),
        ("500 MB, 200 times its packed size", MAX_MEMBER_BYTES, 500_000_000, MAX_RATIO, 200),
        ("100 MB and 200 times its size, at most 2 GB", Budget.of(10).unpacked, 100_002_000),
        ("standard input | 500 MB", MAX_STDIN_BYTES, 500_000_000),
        ("1,000 are listed one by one", MAX_REFUSALS, 1_000),
    ):
        assert words in told
        assert bounds[::2] == bounds[1::2]


def test_a_label_in_a_text_is_no_source() -> None:
    assert read_one("a.txt", f"Source: police\n\n{BODY}".encode()).stated == Stated()
    assert read_one("a.txt", BODY.encode()).stated == Stated()
