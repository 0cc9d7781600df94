"""Sentences as the reporter frames them: the words outside quotation marks, with one place-holder for each quotation.

A reader splits sentences at stops inside a quotation too. For finding who says a quotation, the frame around it counts:
``“We left. It was late,” she said.`` is one unit of the form ``QUOTE she said .``
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from dateline.language.quotes_marks import Quoted
from dateline.language.reading import ReadSentence, Token

QUOTE = "QUOTE"
"""Tag of a place-holder; no reader gives it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's span, its sentences, and what it is: ``title``, ``body`` or ``caption``."""

    index: int
    start: int
    end: int
    kind: str
    sentences: tuple[ReadSentence, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """One framed sentence. ``quotes`` maps the index of a place-holder in ``tokens`` to its quotation."""

    paragraph: int
    kind: str
    tokens: tuple[Token, ...]
    quotes: dict[int, Quoted]


def find_paragraphs(sentences: Iterable[ReadSentence]) -> tuple[Paragraph, ...]:
    """Return the paragraphs that sentences stand in, parted where their kind changes."""
    paragraphs: list[Paragraph] = []
    for (_, kind), group in groupby(sentences, key=lambda item: (item.sentence.paragraph, item.sentence.kind)):
        inner = tuple(group)
        start, end = inner[0].sentence.start, inner[-1].sentence.end
        paragraphs.append(Paragraph(len(paragraphs), start, end, kind, inner))
    return tuple(paragraphs)


def frame_units(paragraph: Paragraph, quoted: Sequence[Quoted]) -> tuple[Unit, ...]:
    """Return the framed sentences of a paragraph, given the quotations in it, in order."""
    breaks = {sentence.sentence.end for sentence in paragraph.sentences}
    cuts = {end for end in breaks if not any(piece.open < end < piece.close for piece in quoted)}
    items = _replace_quoted([token for sentence in paragraph.sentences for token in sentence.tokens], quoted)
    units: list[Unit] = []
    pending: list[tuple[Token, Quoted | None]] = []
    for token, piece in items:
        pending.append((token, piece))
        if token.end in cuts:
            units.append(_build(paragraph, pending))
            pending = []
    if pending:
        units.append(_build(paragraph, pending))
    return tuple(units)


def _replace_quoted(tokens: Sequence[Token], quoted: Sequence[Quoted]) -> list[tuple[Token, Quoted | None]]:
    items: list[tuple[Token, Quoted | None]] = []
    waiting = list(reversed(quoted))
    for token in tokens:
        while waiting and waiting[-1].open <= token.start:
            piece = waiting.pop()
            items.append((Token("“”", piece.open, piece.close, QUOTE, QUOTE), piece))
        if items and items[-1][0].end > token.start:
            continue
        items.append((token, None))
    return items + [(Token("“”", piece.open, piece.close, QUOTE, QUOTE), piece) for piece in reversed(waiting)]


def _build(paragraph: Paragraph, items: Sequence[tuple[Token, Quoted | None]]) -> Unit:
    quotes = {index: piece for index, (_, piece) in enumerate(items) if piece is not None}
    return Unit(paragraph.index, paragraph.kind, tuple(token for token, _ in items), quotes)
