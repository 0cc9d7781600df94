"""Word-level helpers that several folders of the road share."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"\w+(?:['’‘.\-]\w+)*", re.UNICODE)
"""A word: letters and digits, with inner apostrophes, hyphens and points (``won't``, ``Son-hui``, ``U.S``)."""

_SHORT = 4
"""Words of fewer letters are mostly grammar."""
_PLAIN = (("“", '"'), ("”", '"'), ("„", '"'), ("‘", "'"), ("’", "'"), ("–", "-"), ("—", "-"), ("\u00a0", " "))
"""Marks of print and what they are typed as."""


def fold(text: str) -> str:
    """Lower-case, NFKC, straight quotes and dashes, single spaces: for comparing, never for pointing at text."""
    if not text.isascii():
        for mark, plain in _PLAIN:
            text = text.replace(mark, plain)
    if text.isascii():  # nothing in it to normalise, and most text is
        return " ".join(text.lower().split())
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def find_words(text: str) -> list[tuple[str, int, int]]:
    """Return (folded word, start, end) for every word of a text, in order."""
    return [(fold(match.group()), match.start(), match.end()) for match in WORD.finditer(text)]


def find_content_words(text: str) -> frozenset[str]:
    """Return the words that tell what a text is about: numbers, and words of four letters or more, folded, without
    possessive and plural endings ("officials'" and "official" meet)."""
    stems = (_stem(word) for word, _, _ in find_words(text))
    return frozenset(word for word in stems if len(word) >= _SHORT or any(char.isdigit() for char in word))


def _stem(word: str) -> str:
    word = word.removesuffix("'s")
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORT else word
