"""What of one text stands in another: word runs found in both, wherever they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.words import find_words

_QUOTED = re.compile(r"“[^“”]{3,2000}”|\"[^\"\n]{3,2000}\"")
_NUMBER = re.compile(r"\d[\d.,:]*")


@dataclass(frozen=True, slots=True)
class Text:
    """A text made ready for aligning: folded words with their spans, and which of them stand in quotation marks."""

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    quoted: tuple[bool, ...]
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of a text stands in another. ``free`` leaves words in quotation marks out of account."""

    share: float
    free: float
    longest_free: int
    spans: tuple[tuple[int, int], ...]


def prepare_text(text: str) -> Text:
    """Find a text's words, and which of them are quoted speech."""
    found = find_words(text)
    quotes = [match.span() for match in _QUOTED.finditer(text)]
    quoted: list[bool] = []
    at = 0
    for _, start, _ in found:
        while at < len(quotes) and quotes[at][1] <= start:
            at += 1
        quoted.append(at < len(quotes) and quotes[at][0] <= start)
    return Text(
        words=tuple(word for word, _, _ in found),
        spans=tuple((start, end) for _, start, end in found),
        quoted=tuple(quoted),
        numbers=frozenset(match.group().strip(".,:") for match in _NUMBER.finditer(text)),
    )


def find_overlap(text: Text, other: Text, run_words: int) -> Overlap:
    """Return what of ``text`` stands in ``other`` in runs of at least ``run_words`` words, in any order."""
    size = min(run_words, len(text.words), len(other.words))
    if not size:
        return Overlap(0.0, 0.0, 0, ())
    theirs = {other.words[at : at + size] for at in range(len(other.words) - size + 1)}
    covered = [False] * len(text.words)
    for at in range(len(text.words) - size + 1):
        if text.words[at : at + size] in theirs:
            covered[at : at + size] = [True] * size
    free = [is_covered for is_covered, is_quoted in zip(covered, text.quoted, strict=True) if not is_quoted]
    return Overlap(
        share=sum(covered) / len(covered),
        free=sum(free) / len(free) if free else 0.0,
        longest_free=max((end - start for start, end in _runs(free)), default=0),
        spans=tuple((text.spans[start][0], text.spans[end - 1][1]) for start, end in _runs(covered)),
    )


def _runs(flags: Sequence[bool]) -> list[tuple[int, int]]:
    """Return (start, end) of each stretch of True."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    for at, flag in enumerate([*flags, False]):
        if flag and start is None:
            start = at
        elif not flag and start is not None:
            runs.append((start, at))
            start = None
    return runs
