"""Word-level helpers that several folders of the road share."""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"\w+(?:['’‘.\-]\w+)*", re.UNICODE)
"""A word: letters and digits, with inner apostrophes, hyphens and points (``won't``, ``Son-hui``, ``U.S``)."""

_FOLD = str.maketrans({"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})


def fold(text: str) -> str:
    """Lower-case, NFKC, straight quotes and dashes, single spaces: for comparing, never for pointing at text."""
    if text.isascii():  # nothing in it to translate or normalise, and most text is
        return " ".join(text.lower().split())
    return " ".join(unicodedata.normalize("NFKC", text.translate(_FOLD)).casefold().split())


def find_words(text: str) -> list[tuple[str, int, int]]:
    """Return (folded word, start, end) for every word of a text, in order."""
    return [(fold(match.group()), match.start(), match.end()) for match in WORD.finditer(text)]
