"""What of one text stands in another: passages found in both, wherever they stand, small changes inside them allowed.

Runs of some words that both texts have are the seeds; neighbouring runs that differ by a few words only are one
passage. So a changed number, another spelling or a moved paragraph hides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import LCSseq

from dateline.words import fold

_WORD = re.compile(r"\w+(?:[.,:]\d+)*")
"""A word of an aligned text. It ends at hyphens and apostrophes, since houses differ in these, but not in a number."""
_QUOTED = re.compile(
    r"“[^“”]{3,2000}(?:”|(?=\n\s{0,9}“))|\"[^\"\n]{3,2000}(?:\"|(?=\n\s{0,9}\"))"
    r"|``[^`]{3,2000}?''|‘[^‘\n]{15,2000}?’(?!\w)|(?<![\w'])'(?=\w)[^\n]{15,1000}?'(?!\w)"
)
_DAYS = "monday tuesday wednesday thursday friday saturday sunday"
_MONTHS = "january february march april may june july august september october november december"
_FACTS = frozenset(f"{_DAYS} {_MONTHS}".split())
_ENDS = ".!?:\n"
"""What stands just before a word that begins a sentence."""
_MOST_KEPT = 32
"""Prepared texts kept in memory: of the longest that there may be, each takes 10 MB."""
_MOST_PLACES = 8
"""Places of one run that are tried; a text that repeats a run more often says nothing new there."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text made ready for aligning: folded words with their spans, and which of them stand in quotation marks.

    ``body`` is the first word below the headline.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    quoted: tuple[bool, ...]
    facts: tuple[bool, ...]
    """True for a number, a day, a month, and a name inside a sentence: what a form leaves open."""
    body: int


@dataclass(frozen=True, slots=True)
class Block:
    """Equal words in a row: ``size`` words from ``here`` on in one text and from ``there`` on in the other."""

    here: int
    there: int
    size: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Blocks that follow each other closely in both texts."""

    blocks: tuple[Block, ...]

    def gaps(self) -> Iterator[tuple[range, range]]:
        """Yield the words between neighbouring blocks, in one text and in the other."""
        for left, right in pairwise(self.blocks):
            yield range(left.here + left.size, right.here), range(left.there + left.size, right.there)


@lru_cache(maxsize=_MOST_KEPT)
def prepare_text(text: str, body_start: int = 0) -> Text:
    """Find a text's words, and which of them are quoted speech. What many repeat is prepared once."""
    spans = tuple(match.span() for match in _WORD.finditer(text))
    quotes = [match.span() for match in _QUOTED.finditer(text)]
    quoted: list[bool] = []
    at = 0
    for start, _ in spans:
        while at < len(quotes) and quotes[at][1] <= start:
            at += 1
        quoted.append(at < len(quotes) and quotes[at][0] <= start)
    body = sum(start < body_start for start, _ in spans)
    words = _fold_words(text, spans)
    facts = tuple(_is_fact(word, text, start) for word, (start, _) in zip(words, spans, strict=True))
    return Text(words, spans, tuple(quoted), facts, body if body < len(spans) else 0)


def _is_fact(word: str, text: str, start: int) -> bool:
    """True for a number, a day, a month, and for a word with a capital that begins no sentence."""
    if word in _FACTS or not word.isalpha():
        return True
    if not text[start].isupper():
        return False
    before = text[max(0, start - 2) : start]
    return bool(before) and not any(end in before for end in _ENDS)


def _fold_words(text: str, spans: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    lower = text.lower()
    if len(lower) != len(text):  # a letter whose small form is two
        return tuple(fold(text[start:end]) for start, end in spans)
    words = (lower[start:end] for start, end in spans)
    return tuple(word if word.isascii() else fold(word) for word in words)


def find_passages(text: Text, other: Text, run_words: int, gap_words: int) -> list[Passage]:
    """Return the passages that ``text`` has in common with ``other``, in the order of ``text``.

    Every passage holds a run of ``run_words`` equal words, or of as many as the shorter text has. No word of ``text``
    is in two passages; a word of ``other`` may be, when ``text`` says it twice.
    """
    size = min(run_words, len(text.words), len(other.words))
    if not size:
        return []
    passages: list[list[Block]] = []
    for block in _find_blocks(text.words, other.words, size):
        last = passages[-1][-1] if passages else None
        if last is not None and _is_near(last, block, gap_words):
            passages[-1] += [*_match_gap(text.words, other.words, last, block), block]
        else:
            passages.append([block])
    return [Passage(tuple(blocks)) for blocks in passages]


def _find_blocks(words: Sequence[str], others: Sequence[str], size: int) -> Iterator[Block]:
    """Yield, from left to right, runs of ``size`` words or more that ``others`` has too, each as long as it goes."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(others) - size + 1):
        places.setdefault(tuple(others[at : at + size]), []).append(at)
    at, due = 0, 0
    while at <= len(words) - size:
        found = places.get(tuple(words[at : at + size]))
        if found is None:
            at += 1
            continue
        there = min(found[:_MOST_PLACES], key=lambda place: (-_run_length(words, others, at, place), abs(place - due)))
        length = _run_length(words, others, at, there)
        yield Block(at, there, length)
        at, due = at + length, there + length


def _run_length(words: Sequence[str], others: Sequence[str], here: int, there: int) -> int:
    start = here
    while here < len(words) and there < len(others) and words[here] == others[there]:
        here, there = here + 1, there + 1
    return here - start


def _is_near(last: Block, block: Block, gap_words: int) -> bool:
    here, there = block.here - last.here - last.size, block.there - last.there - last.size
    return here <= gap_words and 0 <= there <= gap_words


def _match_gap(words: Sequence[str], others: Sequence[str], last: Block, block: Block) -> Iterator[Block]:
    """Yield the equal words between two blocks, in order."""
    here, there = last.here + last.size, last.there + last.size
    mine, theirs = words[here : block.here], others[there : block.there]
    if not mine or not theirs:
        return
    for step in LCSseq.opcodes(mine, theirs):
        if step.tag == "equal":
            yield Block(here + step.src_start, there + step.dest_start, step.src_end - step.src_start)
