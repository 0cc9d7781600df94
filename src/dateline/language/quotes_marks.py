"""Which stretches of a text stand between quotation marks.

A state machine over marks, paragraph by paragraph, after the usual newspaper conventions: double marks of any shape
open and close in turn; single marks open only before a word and close only where a real end of quotation is found, so
that apostrophes and possessives stay what they are; a quotation that is still open at the end of a paragraph goes on
when the next paragraph opens with a mark again. What never closes is dropped, or clipped where it clearly began a
quotation. Marks need not match in shape: pages mix them up.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice

DOUBLE = frozenset('"“”„‟«»″〝〞')
SINGLE = frozenset("'‘’‚‛`´")
_REACH = 2_000
"""Characters in which a single-marked quotation must close; the longest of 37 in 288 news texts had 301."""
_MOST_MARKS = 60
"""Marks looked at for the one that closes; a quotation with more inner marks is none."""
_MARK = re.compile("[" + re.escape("".join(sorted(DOUBLE | SINGLE))) + "]")
_PAUSES = ".,!?…;:—–-"
_CLITICS = frozenset("s re ve ll d m t".split())
"""Ends of words that pages with parted tokens set off: "it 's"."""
_CLIPPED = frozenset("em til tis twas cause n bout round cos".split())


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words between marks: ``start:end`` without the marks, ``open:close`` with them, all offsets into the text.

    ``continued``: it goes on with the quotation of an earlier paragraph. ``closed``: its closing mark was found.
    ``comma``: a comma ends it, so that its sentence goes on behind it.
    """

    start: int
    end: int
    open: int
    close: int
    paragraph: int
    continued: bool
    closed: bool
    comma: bool = False


def find_quoted(text: str, paragraphs: Sequence[tuple[int, int]]) -> tuple[Quoted, ...]:
    """Return the quoted stretches of the paragraphs in order; none overlaps another, nested marks stay inside."""
    found: list[Quoted] = []
    for index, (start, end) in enumerate(paragraphs):
        pieces = _scan(text, start, end, index)
        if found and pieces and not found[-1].closed and _reopens(text, found[-1], pieces[0], index, start):
            pieces[0] = replace(pieces[0], continued=True)
        found += pieces
    return tuple(piece for place, piece in enumerate(found) if _stands(text, paragraphs, found, place))


def _reopens(text: str, last: Quoted, piece: Quoted, index: int, start: int) -> bool:
    """Tell whether a paragraph goes on with the open quotation of the one before, or before a caption between."""
    return index - last.paragraph <= 2 and not text[start : piece.open].strip()


def _stands(text: str, paragraphs: Sequence[tuple[int, int]], found: Sequence[Quoted], place: int) -> bool:
    """Tell whether a piece is a quotation: closed, or gone on with, or plainly begun as one and run to its end."""
    piece = found[place]
    if not any(char.isalnum() for char in text[piece.start : piece.end]):
        return False
    if piece.closed:
        return True
    if place + 1 < len(found) and found[place + 1].continued:
        return True
    before = text[paragraphs[piece.paragraph][0] : piece.open].rstrip()
    return text[piece.open] in DOUBLE and (not before or before.endswith(":"))


def _scan(text: str, start: int, end: int, paragraph: int) -> list[Quoted]:
    pieces: list[Quoted] = []
    opened: int | None = None
    at = start
    while at < end:
        width = _mark_width(text, at, end)
        if width and opened is None and _opens(text, at, width, start, end):
            opened = at
        elif width and opened is not None:
            if _starts_anew(text, opened, at, width, end):
                pieces.append(_piece(text, opened, at, at, paragraph, closed=True))
                opened = at
            else:
                pieces.append(_piece(text, opened, at, at + width, paragraph, closed=True))
                opened = None
        elif opened is None and text[at] in SINGLE and _opens_single(text, at, start, end):
            close = _find_single_close(text, at, end)
            if close is not None:
                pieces.append(_piece(text, at, close, close + 1, paragraph, closed=True))
                at = close
        at += width or 1
    if opened is not None:
        pieces.append(_piece(text, opened, end, end, paragraph, closed=False))
    return pieces


def _mark_width(text: str, at: int, end: int) -> int:
    """Return how many characters the double mark at ``at`` takes: 1, 2 for a pair of single marks, 0 for none."""
    if text[at] in DOUBLE:
        return 1
    pair = text[at : min(at + 2, end)]
    return 2 if pair in ("''", "``", "‘‘", "’’") else 0


def _piece(text: str, opened: int, end: int, close: int, paragraph: int, *, closed: bool) -> Quoted:
    start = opened + (_mark_width(text, opened, end) or 1)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    comma = text[start:end].endswith(",") or text[close : close + 1] == ","
    return Quoted(start, max(start, end), opened, close, paragraph, continued=False, closed=closed, comma=comma)


def _opens(text: str, at: int, width: int, start: int, end: int) -> bool:
    """Tell whether a double mark begins a quotation: a word follows, and no word or digit stands right before it."""
    following = text[at + width] if at + width < end else " "
    before = text[at - 1] if at > start else " "
    if following.isspace():
        return text[at] in "“„«" and before.isspace() and bool(text[at + width : end].strip())
    return not before.isalnum() or text[at] in "“„«"


def _starts_anew(text: str, opened: int, at: int, width: int, end: int) -> bool:
    """Tell whether a mark inside an open quotation opens again, as where paragraphs were run together."""
    following = text[at + width] if at + width < end else " "
    before = text[opened + 1 : at]
    return not following.isspace() and before[-1:].isspace() and before.rstrip()[-1:] in (".", "!", "?", "…")


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    following = text[at + 1] if at + 1 < end else " "
    if before.isalnum() or before in _PAUSES.replace("—", "").replace("–", "").replace("-", "").replace(":", ""):
        return False
    if text[at] == "’" and not before.isspace():
        return False
    word = _word_at(text, at + 1, end).lower()
    parted = word in _CLITICS and text[at + 1 + len(word) : at + 2 + len(word)].isspace()
    if word in _CLIPPED or parted or (following.isdigit() and word[2:3] == "s"):
        return False
    return following.isalnum() or following in '“"[(…$£€@#'


def _word_at(text: str, at: int, end: int) -> str:
    stop = at
    while stop < end and text[stop].isalnum():
        stop += 1
    return text[at:stop]


def _find_single_close(text: str, opened: int, end: int) -> int | None:
    """Return where the single-marked quotation ends; None when no mark can end it, or a double mark is cut by it."""
    doubtful: int | None = None
    doubles = 0
    marks = islice(_MARK.finditer(text, opened + 1, min(end, opened + _REACH)), _MOST_MARKS)
    for at in (match.start() for match in marks):
        if text[at] in DOUBLE:
            doubles += 1
        elif not _may_close(text, at, end):
            if doubtful is not None and _opens_single(text, at, opened, end):
                break
        elif doubles % 2 == 0 and at > opened + 1:
            if text[at - 1] in _PAUSES or not _like_possessive(text, at, end):
                return at
            doubtful = at if doubtful is None else doubtful
    return doubtful


def _may_close(text: str, at: int, end: int) -> bool:
    before, following = text[at - 1], text[at + 1] if at + 1 < end else " "
    return not before.isspace() and not following.isalnum()


def _like_possessive(text: str, at: int, end: int) -> bool:
    return text[at - 1] in "sSzx" and text[at + 1 : at + 2].isspace() and text[at + 2 : min(at + 3, end)].isalpha()
