"""PDF files with text in them: one article. Pictures of text are refused, as nothing here reads pictures."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.bounds import run_bounded
from dateline.errors import BoundsError
from dateline.model import Capture, Dropped, Stated
from dateline.read.believe import believe_title
from dateline.read.decode import Decoded, mend_text
from dateline.read.opening import Opening
from dateline.read.pdf_layout import compose_pages
from dateline.read.pdf_lines import PdfText, extract_pdf
from dateline.read.source import Source, drop_input, drop_large, make_capture, tidy_headers

MAX_PDF_BYTES = 50_000_000
"""Longest file; pictures make most of it."""

_SECONDS = 60.0
"""200 dense pages take 20 s on a slow core."""
_MEGABYTES = 1_500
_LEAST_LETTERS = 40
"""Fewer on the whole are page numbers and the like around pictures."""


def is_pdf(opening: Opening) -> bool:
    """Tell by the mark, which may stand behind some junk."""
    return b"%PDF-" in opening.head[:1024]


def read_pdf(source: Source) -> Iterator[Capture | Dropped]:
    """Read a file; yields one record."""
    body = source.read_whole(MAX_PDF_BYTES)
    if body is None:
        yield drop_large(source, MAX_PDF_BYTES)
        return
    try:
        found = run_bounded(extract_pdf, (body,), seconds=_SECONDS, megabytes=_MEGABYTES)
    except BoundsError as error:
        yield drop_input(source.uri, error.reason, error.detail)
        return
    yield _read_found(source, body, found)


def _read_found(source: Source, body: bytes, found: PdfText) -> Capture | Dropped:
    if found.refused:
        return drop_input(source.uri, *found.refused)
    composed = compose_pages(found.pages)
    text = mend_text(composed.text)
    if sum(map(str.isalpha, text)) < _LEAST_LETTERS:
        told = f"{len(found.pages)} pages of pictures, without text in them; make it a PDF with text by OCR first"
        return drop_input(source.uri, "no text", told)
    stated = Stated(
        title=believe_title(found.title, text) or composed.title,
        url=composed.url,
    )
    headers = tidy_headers(found.dates)
    return make_capture(source, body, Decoded(text, "utf-8"), "text", stated=stated, headers=headers)
