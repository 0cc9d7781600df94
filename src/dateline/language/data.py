"""The only door to the package's language data: small tables in ``en/``, read once and kept.

Every table is UTF-8 text; lines that begin with ``#`` are comments, columns are tab-separated.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files


def _read_lines(name: str) -> Iterator[str]:
    text = files("dateline.language.en").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


@lru_cache(maxsize=64)
def load_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table of ``en/``, comment lines left out."""
    return tuple(tuple(line.split("\t")) for line in _read_lines(name))


@lru_cache(maxsize=64)
def load_words(name: str) -> frozenset[str]:
    """Return the words of a list of ``en/``: separated by white space, comment lines left out."""
    return frozenset(word for line in _read_lines(name) for word in line.split())


@lru_cache(maxsize=64)
def load_map(name: str) -> dict[str, str]:
    """Return a two-column table of ``en/`` as a mapping of its first column to its second."""
    return {row[0]: row[1] for row in load_rows(name)}


@lru_cache(maxsize=8)
def load_classes(name: str) -> dict[str, frozenset[str]]:
    """Return a table of classes of ``en/``: first column the class, second its words, separated by white space."""
    return {row[0]: frozenset(row[1].split()) for row in load_rows(name)}
