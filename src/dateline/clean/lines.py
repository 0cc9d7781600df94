"""Text to lines: what is normalised, where paragraphs end, and what a line looks like.

Only newlines, trailing spaces, zero-width and control characters and odd spaces are normalised, so that whatever a
reader quotes from the source is found in the article word for word.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from statistics import median

from dateline.clean.lexicon import STOP_WORDS
from dateline.clean.mend import mend_line, mend_text
from dateline.words import WORD

GOOD_WORDS = 10
"""A paragraph of at least so many words that ends like a sentence is article text (jusText: 70 characters)."""

GOOD_STOP_SHARE = 0.2
"""Running English has .30 to .55 stop words (jusText: .30 with a longer list); lists of names and links have few."""

WRAP_LOWER_SHARE = 0.35
"""In hard-wrapped text at least this share of lines goes on in lower case; in one line per paragraph nearly none."""

WRAP_WIDTHS = (40, 100)
"""Range of the median line length of hard-wrapped text, in characters."""

DOUBLE_LINES = 5
"""Fewer lines say nothing about the habits of a text."""

DOUBLE_SPACED = 0.9
"""From this share of lines with a blank one before them on, blank lines say nothing about paragraphs."""

_SPLIT = re.compile(r"[a-z]-$")
"""A word divided at the end of a line; the hyphen stays, since nothing tells whether it is its own."""

_BREAK = re.compile(r"\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\u00ad]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f]")
_SPACE = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_END = re.compile(
    r"""[.!?…。:;](?:\s?[)\]"'”’»*]|\s?''|\s-R[RS]B-)*$|[.!?…,][”"’']\s*[-–—]*$|[”"]$|(?:--|—)$"""
    r"""|[”"]\s*[-–—―]\s*[A-Z][\w .,'’-]{1,60}$"""
)
"""Stops, closing quotation marks (treebanks' too), colons, dashes, and a quotation's author behind a dash."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text, normalised. ``number`` counts the source's lines from 1; ``gap``: a blank one stands before."""

    number: int
    text: str
    gap: bool


@dataclass(frozen=True, slots=True)
class Look:
    """What a line looks like, read once: word count, sentence end, share of stop words."""

    words: int
    ends: bool
    stop_share: float

    @property
    def good(self) -> bool:
        """Tell whether the line is a paragraph of running text."""
        return self.words >= GOOD_WORDS and self.ends and self.stop_share >= GOOD_STOP_SHARE


def normalise(text: str) -> str:
    """Unify newlines and spaces and drop invisible characters; nothing else changes."""
    text = _BREAK.sub("\n", text)
    text = _SPACE.sub(" ", _INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", _CONTROL.sub("", text))


def split_lines(text: str) -> list[Line]:
    """Return the lines that are not blank; hard-wrapped paragraphs are put back together."""
    lines: list[Line] = []
    gap = False
    for number, raw in enumerate(normalise(mend_text(_BREAK.sub("\n", text))).split("\n"), start=1):
        parts = mend_line(raw).split("\n") if "<" in raw or "&" in raw else (raw,)
        for part in parts:
            stripped = normalise(part).strip() if len(parts) > 1 or part is not raw else raw.strip()
            if stripped:
                lines.append(Line(number, stripped, gap and bool(lines)))
            gap = not stripped
    lines = _close_gaps(lines)
    return _unwrap(lines) if _is_wrapped(lines) else lines


@lru_cache(maxsize=2048)
def look_at(line: Line) -> Look:
    """Measure a line. Several steps look at the same lines of one text."""
    words = WORD.findall(line.text.lower())
    stops = sum(1 for word in words if word in STOP_WORDS)
    return Look(len(words), ends_sentence(line.text), stops / len(words) if words else 0.0)


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as sentences do: in a stop, a closing quotation mark, a colon or a dash."""
    return bool(_END.search(text.rstrip()))


def _close_gaps(lines: list[Line]) -> list[Line]:
    """Forget the blank lines of a text that has one behind every line, where sentences run on over them."""
    inner = lines[1:]
    if len(inner) < DOUBLE_LINES or sum(line.gap for line in inner) < DOUBLE_SPACED * len(inner):
        return lines
    closed = [Line(line.number, line.text, gap=False) for line in lines]
    return closed if _is_wrapped(closed) else lines


def _is_wrapped(lines: Sequence[Line]) -> bool:
    pairs = [(left, right) for left, right in pairwise(lines) if not right.gap]
    if len(pairs) < 4:
        return False
    width = median(len(left.text) for left, _ in pairs)
    lower = sum(right.text[0].islower() and not ends_sentence(left.text) for left, right in pairs)
    return WRAP_WIDTHS[0] <= width <= WRAP_WIDTHS[1] and lower >= WRAP_LOWER_SHARE * len(pairs)


def _unwrap(lines: Sequence[Line]) -> list[Line]:
    """Join a line to the one before it where that one was full and no blank line stands between."""
    widths = sorted(len(line.text) for line in lines)
    full = 0.75 * widths[int(0.9 * (len(widths) - 1))]
    joined: list[Line] = []
    last = 0
    for line in lines:
        if joined and not line.gap and last >= full:
            space = "" if _SPLIT.search(joined[-1].text) and line.text[0].islower() else " "
            joined[-1] = Line(joined[-1].number, f"{joined[-1].text}{space}{line.text}", joined[-1].gap)
        else:
            joined.append(line)
        last = len(line.text)
    return joined
