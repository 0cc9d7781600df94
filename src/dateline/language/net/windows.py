"""A long text in windows that the network can take: whole sentences, as many as fit."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.language.net.pieces import PieceCutter

WINDOW_PIECES = 160
"""Pieces a window is filled to. Training saw windows of 40 to 190."""
LONGEST_PIECES = 380
"""A longer sentence is cut: the network knows 512 places, and no sentence of the training news has more than 200."""


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


def plan_windows(sizes: Sequence[int]) -> list[tuple[int, int]]:
    """Return runs of sentences (from, to) whose sizes in pieces fill a window; a sentence is never divided."""
    runs, start, filled = [], 0, 2
    for at, size in enumerate(sizes):
        if at > start and filled + size > WINDOW_PIECES:
            runs.append((start, at))
            start, filled = at, 2
        filled += size
    if start < len(sizes):
        runs.append((start, len(sizes)))
    return runs
