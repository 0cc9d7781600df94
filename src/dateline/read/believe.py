"""Whether a document's own title is believed: programs fill it with file names and with titles of other texts."""

from __future__ import annotations

import re

_HEAD_CHARS = 3_000
"""Of a text, in which a true title shows."""


def believe_title(title: str | None, text: str) -> str | None:
    """Return a title that the first lines of the text show too; None for one that they don't."""
    said = " ".join(title.split()) if title else ""
    squashed = _squash(said)
    return said if len(squashed) > 3 and squashed in _squash(text[:_HEAD_CHARS]) else None


def _squash(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
