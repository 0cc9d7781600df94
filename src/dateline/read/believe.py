"""Which of a document's own properties are believed: programs fill them with file names, log-ins and old titles."""

from __future__ import annotations

import re

_HEAD_CHARS = 3_000
"""Of a text, in which a true title or author shows."""


def believe_words(words: str | None, text: str) -> str | None:
    """Return a title or author that the first lines of the text show too; None for one that they don't."""
    said = " ".join(words.split()) if words else ""
    squashed = _squash(said)
    return said if len(squashed) > 3 and squashed in _squash(text[:_HEAD_CHARS]) else None


def _squash(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
