"""PDF files: paragraphs out of lines, what every page repeats left out, what cannot be read refused."""

from __future__ import annotations

import zlib

from tests.read.reading import read_one, read_refusal
from tests.read.samples import PARAGRAPHS, TITLE, Drawn, make_pdf, make_print, wrap_lines

from dateline.model import Stated
from dateline.read.pdf_layout import compose_pages
from dateline.read.pdf_lines import Line


def draw(paragraphs: list[str], *, gap: float = 0, indent: float = 0, width: int = 60, x: float = 60) -> list[Drawn]:
    """The lines of paragraphs, set apart by a gap, by the indent of their first line, or by neither."""
    at = 760.0
    drawn: list[Drawn] = []
    for first, text in wrap_lines(paragraphs, width):
        at -= 14 + (gap if first else 0)
        drawn.append((text, x + (indent if first else 0), at, 11.0))
    return drawn


def test_a_printed_page() -> None:
    capture = read_one("print.pdf", make_print())
    assert capture.text.split("\n\n") == [TITLE, *PARAGRAPHS * 3]
    assert capture.stated == Stated(title=TITLE, url="https://ostbypost.example/2021/03/10/dam")
    assert dict(capture.headers)["creationdate"] == "D:20210311083600Z"


def test_paragraphs_by_gap_indent_and_short_lines() -> None:
    for drawn in (
        draw(list(PARAGRAPHS), gap=9),
        draw(list(PARAGRAPHS), indent=14),
        draw(list(PARAGRAPHS), width=50),
    ):
        assert read_one("a.pdf", make_pdf([drawn])).text.split("\n\n") == list(PARAGRAPHS)


def test_columns_and_words_cut_at_line_ends() -> None:
    left = [("The river board closed the road below the dam on", 60, 700, 10), ("Tuesday, and the trans-", 60, 688, 10)]
    right = [("portation office said that it would stay closed until", 320, 700, 10), ("Friday.", 320, 688, 10)]
    text = read_one("a.pdf", make_pdf([[*left, *right]])).text
    assert text == (
        "The river board closed the road below the dam on Tuesday, and the transportation office said that it would "
        "stay closed until Friday."
    )


def test_headers_and_footers_that_pages_share_are_left_out() -> None:
    sheets = []
    for number in range(1, 4):
        body = draw([f"Report {text}" for text in (*PARAGRAPHS[number % 3 :], *PARAGRAPHS[: number % 3])], gap=9)
        sheets.append([("Ostby Post, evening edition", 60, 815, 8.0), *body, (f"- {number} -", 300, 20, 8.0)])
    text = read_one("a.pdf", make_pdf(sheets)).text
    assert "edition" not in text
    assert "- 2 -" not in text
    assert text.count("Report") == 9


def test_a_title_of_the_file_is_believed_when_the_text_shows_it() -> None:
    drawn = [(TITLE, 60, 780, 11.0), *draw(list(PARAGRAPHS), gap=9)]
    assert read_one("a.pdf", make_pdf([drawn], info=f"/Title ({TITLE})")).stated.title == TITLE
    assert read_one("a.pdf", make_pdf([drawn], info="/Title (Microsoft Word - final2.doc)")).stated.title is None


def test_pictures_locks_and_rubble_are_refused() -> None:
    assert read_refusal("a.pdf", make_pdf([[("1", 300, 20, 8.0)]])).reason == "no text"
    lock = "/Encrypt<</Filter/Standard/V 1/R 2/O(" + "o" * 32 + ")/U(" + "u" * 32 + ")/P -4>>/ID[(a)(b)]"
    assert read_refusal("a.pdf", make_pdf([draw(list(PARAGRAPHS))], trailer=lock)).reason == "encrypted"
    assert read_refusal("a.pdf", b"%PDF-1.7\n" + bytes(range(256)) * 9).reason == "broken PDF"
    assert read_refusal("a.pdf", make_pdf([[("x", 1, 1, 1.0)]] * 201)).reason == "too long"


def test_a_page_that_unpacks_without_end_is_refused() -> None:
    packed = zlib.compress(b"BT (x) Tj ET " * 4_000_000, 9)
    body = make_pdf([[("x", 60, 700, 11.0)]])
    start = body.index(b"<</Length", body.index(b"4 0 obj"))
    stream = b"<</Length %d/Filter/FlateDecode>>\nstream\n%b\nendstream" % (len(packed), packed)
    bomb = body[:start] + stream + body[body.index(b"endstream") + 9 :]
    assert read_refusal("a.pdf", bomb).detail


def test_lines_without_size_or_place_do_no_harm() -> None:
    lines = [Line("a", 0.0, 0.0, 0.0, 0), Line("b", 0.0, 0.0, 1e9, 0), Line("c", -5.0, 1e9, 1.0, 1)]
    assert compose_pages([lines[:2], lines[2:], []]).text
    assert compose_pages([]).text == ""


def test_a_newspapers_name_is_no_headline() -> None:
    top = [("The Ostby Morning Post", 60, 800, 40.0), (TITLE, 60, 770, 22.0), ("and more below", 60, 746, 22.0)]
    stated = read_one("a.pdf", make_pdf([[*top, *draw(list(PARAGRAPHS), gap=9)[2:]]])).stated
    assert stated.title == f"{TITLE} and more below"
    short = [("Flood at Ostby", 60, 790, 22.0), *draw(list(PARAGRAPHS), gap=9)]
    assert read_one("a.pdf", make_pdf([short])).stated.title == "Flood at Ostby"
