"""The article's text from the lines that stay: headline, body, and the spans of paragraphs and captions."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.clean.lexicon import TRAILING_CREDIT
from dateline.clean.sheet import Sheet
from dateline.clean.signatures import split_signature

_CREDIT_CHARS = 1_000
"""Looked back for a credit from the end of a paragraph: that of a dozen reporters has 400."""


@dataclass(frozen=True, slots=True)
class Composed:
    """The text with its spans, and the parts of lines that were cut off (source line, text)."""

    text: str
    body_start: int
    paragraphs: tuple[tuple[int, int], ...]
    captions: tuple[tuple[int, int], ...]
    cut: tuple[tuple[int, str], ...]
    agency: str | None = None
    """Agency whose name was cut off the end of the last paragraph."""


def compose_text(sheet: Sheet, title: str | None) -> Composed:
    """Join headline and kept lines; a blank line stays a blank line, a newline a newline."""
    pieces: list[str] = [f"{title}\n\n"] if title else []
    at = body_start = sum(map(len, pieces))
    spans: list[tuple[int, int]] = []
    captions: list[tuple[int, int]] = []
    cut: list[tuple[int, str]] = []
    agency: str | None = None
    last = max((index for index in sheet.kept if index not in sheet.captions), default=None)
    for index in sheet.kept:
        text, credit = _cut_credit(sheet.lines[index].text)
        if index == last and (signed := split_signature(text)):
            text, credit = signed[0], f"{signed[1]} {credit}".strip()
            agency = signed[2]
        if credit:
            cut.append((sheet.lines[index].number, credit))
        if spans:
            pieces.append("\n\n" if _has_gap(sheet, index) else "\n")
            at += len(pieces[-1])
        pieces.append(text)
        spans.append((at, at + len(text)))
        if index in sheet.captions:
            captions.append(spans[-1])
        at += len(text)
    return Composed("".join(pieces), body_start, tuple(spans), tuple(captions), tuple(cut), agency)


def _has_gap(sheet: Sheet, index: int) -> bool:
    """Tell whether a blank line stood anywhere between this line and the one kept before it."""
    while index > 0:
        if sheet.lines[index].gap:
            return True
        index -= 1
        if index not in sheet.marks:
            return False
    return False


def _cut_credit(text: str) -> tuple[str, str]:
    """Split "(Reporting by …)" off the end of a paragraph."""
    match = TRAILING_CREDIT.search(text, max(0, len(text) - _CREDIT_CHARS))
    if match and match.start() > 0:
        return text[: match.start()], match.group().strip()
    return text, ""
