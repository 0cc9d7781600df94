"""Word lists as one string each: what a reader of the data wants to see."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a string, which white space parts."""
    return frozenset(text.split())
