"""Whether a sentence says anything by its capitals: headlines write them at every word."""

from __future__ import annotations

from collections.abc import Sequence

_PLAIN = frozenset(
    {
        *("a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "as"),
        *("is", "are", "was", "were", "be", "not", "its", "it", "that", "this"),
    }
)
"""Words that title case leaves small in the house styles of most outlets; they don't speak against a title."""
_LEAST_WORDS = 4
"""Fewer words than this may all be names."""
_SHARE = 0.85
"""Share of capitalised words from which the rest are slips."""


def is_headline_case(words: Sequence[str]) -> bool:
    """Return whether nearly every word of a sentence, small function words left out, opens with a capital."""
    telling = [word for word in words if word.isalpha() and word.lower() not in _PLAIN]
    return len(telling) >= _LEAST_WORDS and sum(word[0].isupper() for word in telling) >= _SHARE * len(telling)
