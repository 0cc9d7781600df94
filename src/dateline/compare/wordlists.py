"""Word lists as one string each: what a reader of the data wants to see."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a string, which white space parts."""
    return frozenset(text.split())


def name_set(text: str) -> tuple[str, ...]:
    """Return the names of a string, which bars part, white space evened."""
    return tuple(" ".join(name.split()) for name in text.split("|") if name.strip())
