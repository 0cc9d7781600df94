"""What a notice is: a pattern of lines that are no article text."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """A pattern that gives a line away: what kind it is and how many words the line may have at most."""

    kind: str
    why: str
    max_words: int
    pattern: re.Pattern[str]
    needs: tuple[str, ...] = ()
    """Lower-case strings of which the line must hold one: spares slow patterns most lines."""


def notice(
    kind: str, why: str, max_words: int, pattern: str, flags: int = re.IGNORECASE, *, needs: tuple[str, ...] = ()
) -> Notice:
    """Make a notice of a pattern that is searched in the line."""
    return Notice(kind, why, max_words, re.compile(pattern, flags), needs)


ONE_SENTENCE = r"^(?:(?!(?<=[a-z0-9)])[.!?][\"”’)]*\s+(?-i:[\"“‘]?[A-Z])).)*"
"""From the start of a line to what follows, with no sentence ended before it: a notice glued to a paragraph is none."""
