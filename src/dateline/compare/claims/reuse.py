"""What of a repeated stretch is an article's own words: speech that two reports quote is common to them, not copied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.model import Article, Quote
from dateline.words import WORD

_MARKED = re.compile(r"“[^“”]{3,3000}”|\"[^\"\n]{3,3000}\"")
Span = tuple[int, int]


def find_speech(article: Article, quotes: Iterable[Quote]) -> tuple[Span, ...]:
    """Return the stretches of an article that others say, marks left out of account, merged and in order."""
    spans = [match.span() for match in _MARKED.finditer(article.text)]
    return merge_spans([*spans, *((quote.start, quote.end) for quote in quotes if quote.kind == "direct")])


def merge_spans(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return spans in order, those that meet or overlap joined."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif start < end:
            merged.append((start, end))
    return tuple(merged)


def cut_speech(spans: Iterable[Span], speech: Sequence[Span]) -> tuple[Span, ...]:
    """Return spans without those that lie wholly in speech, and without the speech at their ends."""
    kept = []
    for start, end in spans:
        low, high = start, end
        for left, right in speech:
            if left <= low < right:
                low = right
            if left < high <= right:
                high = left
        if low < high:
            kept.append((low, high))
    return tuple(kept)


def count_words(text: str, span: Span) -> int:
    """Return how many words a stretch holds."""
    return sum(1 for _ in WORD.finditer(text, *span))


def measure_share(article: Article, spans: Sequence[Span], speech: Sequence[Span]) -> float:
    """Return the part of an article's words, speech left out, that stands in some spans; 0 when it has none."""
    own = _cut_out(((0, len(article.text)),), merge_spans(speech))
    inside = _cut_out(own, _cut_out(((0, len(article.text)),), merge_spans(spans)))
    words = sum(count_words(article.text, span) for span in own)
    return sum(count_words(article.text, span) for span in inside) / words if words else 0.0


def _cut_out(spans: Iterable[Span], holes: Sequence[Span]) -> list[Span]:
    """Return what is left of spans without the holes; both in order, none overlapping its like."""
    left: list[Span] = []
    at = 0
    for start, end in spans:
        while at < len(holes) and holes[at][1] <= start:
            at += 1
        low = start
        for hole in range(at, len(holes)):
            if holes[hole][0] >= end:
                break
            if low < holes[hole][0]:
                left.append((low, holes[hole][0]))
            low = holes[hole][1]
        if low < end:
            left.append((low, end))
    return left
