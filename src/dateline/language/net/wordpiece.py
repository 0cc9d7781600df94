"""Words to word pieces, as BERT's uncased vocabularies cut them (Devlin et al. 2019).

Gives the very pieces that the library ``tokenizers`` gives, which would bring a client for downloads along; one
difference is meant: a mark such as ``[SEP]`` that stands in a text is cut like any other text.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

UNKNOWN = "[UNK]"
LONGEST = 100
"""Characters beyond which a run is not cut but unknown, as in the original."""
_ASIAN = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip
"""Blocks whose characters are words by themselves (first, last), as the library has them."""


class WordPieces:
    """A vocabulary: pieces by number, those that go on a word opened by ``##``."""

    def __init__(self, pieces: Sequence[str]) -> None:
        """Take the pieces; a piece's number is its place."""
        self._numbers = {piece: number for number, piece in enumerate(pieces)}
        self._unknown = self._numbers[UNKNOWN]

    def cut(self, text: str) -> list[int]:
        """Return the numbers of a text's pieces; none for one of blanks and control characters alone."""
        return [number for run in split_runs(text) for number in self._cut_run(run)]

    def _cut_run(self, run: str) -> list[int]:
        """Return the longest pieces from left to right, or unknown where they don't cover the run."""
        if len(run) > LONGEST:
            return [self._unknown]
        found: list[int] = []
        start, end = 0, len(run)
        while start < len(run):
            number = self._numbers.get(run[start:end] if start == 0 else f"##{run[start:end]}")
            if number is not None:
                found.append(number)
                start, end = end, len(run)
            elif end > start + 1:
                end -= 1
            else:
                return [self._unknown]
        return found


def split_runs(text: str) -> Iterator[str]:
    """Yield the runs of a text that are cut by themselves: words and single marks, in lower case, without accents."""
    spaced = "".join(map(_open_up, text))
    bare = "".join(char for char in unicodedata.normalize("NFD", spaced) if unicodedata.category(char) != "Mn")
    for word in "".join(map(str.lower, bare)).split():
        start = 0
        for at, char in enumerate(word):
            if _is_mark(char):
                if start < at:
                    yield word[start:at]
                yield char
                start = at + 1
        if start < len(word):
            yield word[start:]


@lru_cache(maxsize=4096)
def _open_up(char: str) -> str:
    """Return a character as it is cut: blanks as a space, control characters as nothing, Asian words set apart."""
    if char in "\t\n\r" or unicodedata.category(char) in ("Zs", "Zl", "Zp"):
        return " "
    if char == "\ufffd" or unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs"):
        return ""
    return f" {char} " if any(first <= ord(char) <= last for first, last in _ASIAN) else char


@lru_cache(maxsize=4096)
def _is_mark(char: str) -> bool:
    return (char.isascii() and char.isprintable() and not char.isalnum()) or unicodedata.category(char)[0] == "P"
