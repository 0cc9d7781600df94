"""Words as the network takes them: word pieces, and the written shape that an uncased vocabulary loses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.language.net.wordpiece import WordPieces

CLS, SEP, UNK = 101, 102, 100
"""Numbers of the marks in the vocabulary of BERT (Devlin et al. 2019), which MiniLM keeps."""
MAX_PIECES = 16
"""Pieces kept of one word: of 300,000 words in treebanks and news 12 had more, all of them web addresses."""
SHAPES = ("none", "lower", "title", "capitals", "initial", "mixed", "digits", "figure", "mark")
SHAPE_COUNT = 2 * len(SHAPES)
"""Every shape once after white space and once attached to the word before."""
_CACHE_SIZE = 200_000


@dataclass(frozen=True, slots=True)
class Piecewise:
    """A run of words in pieces. ``first`` and ``last`` are the places of each word's outer pieces in ``ids``."""

    ids: list[int]
    shapes: list[int]
    first: list[int]
    last: list[int]


class PieceCutter:
    """Cuts words into pieces and remembers the words it has seen."""

    def __init__(self, vocabulary: WordPieces) -> None:
        """Take the vocabulary."""
        self._vocabulary = vocabulary
        self._seen: dict[str, tuple[int, ...]] = {}

    def cut(self, word: str) -> tuple[int, ...]:
        """Return the numbers of a word's pieces, at least one and at most ``MAX_PIECES``."""
        found = self._seen.get(word)
        if found is None:
            ids = self._vocabulary.cut(word)[:MAX_PIECES]
            found = tuple(ids) or (UNK,)
            if len(self._seen) < _CACHE_SIZE:
                self._seen[word] = found
        return found

    def join(self, words: Sequence[str], spaced: Sequence[bool], breaks: Sequence[bool]) -> Piecewise:
        """Return words as one input: the opening mark, the pieces, a closing mark before every break and at the end.

        ``spaced`` tells which words stand after white space, ``breaks`` which open a new paragraph.
        """
        ids, shapes = [CLS], [0]
        first: list[int] = []
        last: list[int] = []
        for word, space, broken in zip(words, spaced, breaks, strict=True):
            if broken and first:
                ids.append(SEP)
                shapes.append(0)
            pieces = self.cut(word)
            first.append(len(ids))
            last.append(len(ids) + len(pieces) - 1)
            ids += pieces
            shapes += [find_shape(word) + (0 if space or broken else len(SHAPES))] * len(pieces)
        ids.append(SEP)
        shapes.append(0)
        return Piecewise(ids, shapes, first, last)


def find_shape(word: str) -> int:
    """Return the number of a word's shape in ``SHAPES``."""
    if not any(char.isalnum() for char in word):
        return SHAPES.index("mark")
    if word.isdigit():
        return SHAPES.index("digits")
    if not any(char.isalpha() for char in word):
        return SHAPES.index("figure")
    if word.islower():
        return SHAPES.index("figure" if word[0].isdigit() else "lower")
    letters = [char for char in word if char.isalpha()]
    if len(letters) == 1:
        return SHAPES.index("initial")
    if all(char.isupper() for char in letters):
        return SHAPES.index("capitals")
    return SHAPES.index("title" if letters[0].isupper() and word[1:].islower() else "mixed")
