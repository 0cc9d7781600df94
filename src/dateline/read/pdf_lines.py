"""The lines of a PDF with where they stand on their pages. Runs in a child process: such files can take hours."""

from __future__ import annotations

import math
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader

MAX_PAGES = 200
"""Pages of one file; what has more is a book or a dump, no report."""

MAX_CONTENT_BYTES = 10_000_000
"""Drawing commands of one page, unpacked: 300 MB of them take pypdf 10 GB of memory; dense pages have 200,000."""


_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
"""Letters that a font draws as one sign."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as drawn: its left end in points from the lower left corner of its page, and the size of its letters."""

    text: str
    x: float
    y: float
    size: float
    page: int


@dataclass(frozen=True, slots=True)
class PdfText:
    """What a file holds. ``refused`` is (reason, detail) of one that cannot be read."""

    pages: tuple[tuple[Line, ...], ...] = ()
    title: str | None = None
    dates: tuple[tuple[str, str], ...] = ()
    refused: tuple[str, str] | None = None


def extract_pdf(body: bytes) -> PdfText:
    """Read a file's lines and properties. Never raises but for want of memory."""
    try:
        reader = PdfReader(BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            return PdfText(refused=("encrypted", "it has a password; save a copy without one"))
        count = len(reader.pages)
        if count > MAX_PAGES:
            return PdfText(refused=("too long", f"{count:,} pages; at most {MAX_PAGES} are read for one report"))
        pages = tuple(_read_page(page, number) for number, page in enumerate(reader.pages))
        return PdfText(pages, *_read_properties(reader))
    except MemoryError:
        raise
    except Exception as error:
        # a parser of so wide a format trips over hostile files in ways that no list covers
        reason = "encrypted" if "Dependency" in type(error).__name__ else "broken PDF"
        return PdfText(refused=(reason, " ".join(str(error).split())[:300] or type(error).__name__))


def _read_page(page: PageObject, number: int) -> tuple[Line, ...]:
    contents = page.get_contents()
    if contents is not None and len(contents.get_data()) > MAX_CONTENT_BYTES:
        raise ValueError(f"page {number + 1} draws more than {MAX_CONTENT_BYTES:,} bytes")
    gathered = _Gathered(number)
    page.extract_text(visitor_text=gathered.add)
    return gathered.finish()


class _Gathered:
    """Joins the pieces that the parser reports into lines."""

    def __init__(self, page: int) -> None:
        self._page = page
        self._pieces: list[str] = []
        self._place: tuple[float, float, float] | None = None
        self._lines: list[Line] = []

    def add(self, text: str, cm: list[float], tm: list[float], _font: Any, size: float) -> None:
        """Take a piece: its text, the two matrices that place it, and the size of its font before they scale it."""
        for number, piece in enumerate(text.split("\n")):
            if number:
                self._end_line()
            if piece.strip() and self._place is None:
                self._place = _find_place(cm, tm, size)
            self._pieces.append(piece)

    def finish(self) -> tuple[Line, ...]:
        """Return the lines of the page."""
        self._end_line()
        return tuple(self._lines)

    def _end_line(self) -> None:
        text = " ".join("".join(self._pieces).translate(_LIGATURES).split())
        if text and self._place:
            self._lines.append(Line(text, *self._place, self._page))
        self._pieces = []
        self._place = None


def _find_place(cm: list[float], tm: list[float], size: float) -> tuple[float, float, float]:
    """Return x, y and letter size on the page: the text's matrix within the page's (ISO 32000-1, 8.3.4)."""
    x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
    y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
    scale = math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3])
    place = (x, y, abs(size) * scale)
    return place if all(map(math.isfinite, place)) else (0.0, 0.0, 1.0)


def _read_properties(reader: PdfReader) -> tuple[str | None, tuple[tuple[str, str], ...]]:
    """Return the title, and when the file was made and changed, as it says."""
    told: Any = reader.metadata or {}
    named = {name: str(told[name]) for name in ("/Title", "/CreationDate", "/ModDate") if name in told}
    dates = tuple((name[1:].lower(), named[name][:40]) for name in ("/CreationDate", "/ModDate") if name in named)
    return named.get("/Title"), dates
