"""What of a repeated stretch is an article's own words: speech that two reports quote is common to them, not copied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.model import Article, Quote
from dateline.words import find_words

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
    return len(find_words(text[span[0] : span[1]]))


def measure_share(article: Article, spans: Sequence[Span], speech: Sequence[Span]) -> float:
    """Return the part of an article's words, speech left out, that stands in some spans; 0 when it has none."""
    own = covered = 0
    inside, spoken = merge_spans(spans), merge_spans(speech)
    for _, start, _ in find_words(article.text):
        if not _holds(spoken, start):
            own += 1
            covered += _holds(inside, start)
    return covered / own if own else 0.0


def _holds(spans: Sequence[Span], point: int) -> bool:
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle][1] <= point:
            low = middle + 1
        else:
            high = middle
    return low < len(spans) and spans[low][0] <= point
