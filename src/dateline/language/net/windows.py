"""A long text in windows that the network can take: whole sentences, as many as fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.language.net.pieces import PieceCutter, Piecewise

WINDOW_PIECES = 128
"""Pieces a window is filled to; training saw windows of 40 to 190. On wikinews dev, roles lose steadily with longer
windows and contents with shorter ones (F1 .93 at 128, .91 at 96 and 112); speed is the same from 64 to 190."""
LONGEST_PIECES = 380
"""A longer sentence is cut: the network knows 512 places, and no sentence of the training news has more than 200."""
_EDGES = 2
"""Pieces of a window that are no word's: the opening and the closing mark."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence as the network takes them."""

    words: Sequence[str]
    spaced: Sequence[bool]
    """Whether each stands after white space."""
    opens: bool
    """Whether the sentence opens a paragraph."""


def cut_long(words: Sequence[str], cutter: PieceCutter) -> list[tuple[int, int]]:
    """Return a sentence of words as places from, to: whole, or in parts of at most ``LONGEST_PIECES`` pieces."""
    parts, start, size = [], 0, 0
    for at, word in enumerate(words):
        cost = len(cutter.cut(word))
        if size + cost > LONGEST_PIECES:
            parts.append((start, at))
            start, size = at, 0
        size += cost
    return [*parts, (start, len(words))] if start < len(words) else parts


def plan_windows(sentences: Sequence[Words], cutter: PieceCutter) -> list[tuple[int, int]]:
    """Return runs of sentences (from, to) whose pieces fill a window; a sentence is never divided.

    A paragraph that does not fit into the rest of a window opens the next, so that a quote mostly has its speaker
    beside it: contents gain 1 to 2 of F1 on wikinews dev.
    """
    sizes = [sentence.opens + sum(len(cutter.cut(word)) for word in sentence.words) for sentence in sentences]
    runs, start, filled = [], 0, _EDGES
    for at, need in enumerate(_measure_needs(sentences, sizes)):
        if at > start and filled + need > WINDOW_PIECES:
            runs.append((start, at))
            start, filled = at, _EDGES
        filled += sizes[at]
    return [*runs, (start, len(sentences))] if start < len(sentences) else runs


def _measure_needs(sentences: Sequence[Words], sizes: Sequence[int]) -> list[int]:
    """Return what must fit if a sentence is to join a window: itself, or its whole paragraph where it opens one."""
    needs = list(sizes)
    total = 0
    for at in range(len(sentences) - 1, -1, -1):
        total += sizes[at]
        if sentences[at].opens:
            needs[at], total = total, 0
    return needs


def join_words(sentences: Sequence[Words], cutter: PieceCutter) -> Piecewise:
    """Return the sentences of a window as one input."""
    words = [word for sentence in sentences for word in sentence.words]
    spaced = [space for sentence in sentences for space in sentence.spaced]
    breaks = [sentence.opens and at == 0 for sentence in sentences for at in range(len(sentence.words))]
    return cutter.join(words, spaced, breaks)
