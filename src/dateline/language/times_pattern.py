"""The small language in which the time grammar is written, and its compiler.

A sentence is a row of atoms (words, numbers, marks), each with classes such as ``MONTH`` or ``UNIT``. A pattern is
a row of elements, parted by spaces:

``month=MONTH``    an atom of class MONTH, whose value is kept as ``month``
``last/past``      an atom that is one of these words (capital letters name classes, small ones are words)
``~.``             the same, with no white space before it
``( a | b c )``    a choice, and ``?`` after a group or an element makes it optional
``$NAME``          a named piece, put in place before compiling

Patterns compile to regular expressions over the row written as text (``<march|MONTH|>``), as TokensRegex (Stanford)
and SynTime (Zhong et al. 2017) do: token classes stay few, and patterns short.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

Value = int | float | str | None
"""What a class says of an atom: 3 for "March" as MONTH, "early" for "beginning of" as MOD."""


class Atom(NamedTuple):
    """A word, number or mark of a sentence with its classes and their values. Offsets into the article's text."""

    text: str
    """Folded to lower case, quotes and dashes made plain."""
    start: int
    end: int
    spaced: bool
    """White space stands before it."""
    capital: bool
    tag: str
    """Penn tag of the token that covers it, empty when there is none."""
    classes: Mapping[str, Value] = MappingProxyType({})
    relation: str = ""
    """Universal dependency of that token."""


_ELEMENT = re.compile(r"(?P<glue>~?)(?:(?P<name>[a-z_]+)=)?(?P<what>[^\s?]+)(?P<maybe>\??)")
_UNSAFE = str.maketrans({"<": "¤", ">": "¤", "|": "¤", " ": "¤"})
_ANY = r"[^<>]*"


def compile_pattern(pattern: str, pieces: Mapping[str, str]) -> re.Pattern[str]:
    """Return the expression for a pattern; captures are numbered groups ``name__1`` (see ``captured``)."""
    parts: list[str] = []
    for count, word in enumerate(_expand(pattern, pieces).split()):
        if word == "(":
            parts.append("(?:")
        elif word in ("|", ")", ")?"):
            parts.append(word)
        else:
            parts.append(_compile_element(word, count))
    return re.compile("".join(parts))


def _expand(pattern: str, pieces: Mapping[str, str]) -> str:
    """Put named pieces in place, inner ones too."""
    while "$" in pattern:
        pattern = re.sub(r"\$([A-Z0-9_]+)", lambda match: f"( {pieces[match[1]]} )", pattern)
    return pattern


def find_openers(pattern: str, pieces: Mapping[str, str]) -> frozenset[str]:
    """Return the words and classes of which an atom must be or have one for a match of the pattern to begin at it.

    Raises ValueError for a pattern that matches nothing at all.
    """
    openers, empty = _read_openers(iter(_expand(pattern, pieces).split()))
    if empty:
        raise ValueError(f"a pattern must match something: {pattern!r}")
    return frozenset(openers)


def _read_openers(parts: Iterator[str]) -> tuple[set[str], bool]:
    """Return what may open a group, read up to its closing bracket, and whether it may stand for nothing."""
    found: set[str] = set()
    empty, opening = False, True
    for part in parts:
        if part == "|":
            empty, opening = empty or opening, True
            continue
        if part in (")", ")?"):
            return found, part == ")?" or empty or opening
        inner, maybe = _read_openers(parts) if part == "(" else (set(_options_of(part)), part.endswith("?"))
        if opening:
            found |= inner
        opening = opening and maybe
    return found, empty or opening


def _options_of(word: str) -> list[str]:
    """Return the words and classes that an element takes."""
    match = _ELEMENT.fullmatch(word)
    if match is None:
        raise ValueError(f"no pattern element: {word!r}")
    return match["what"].split("/") if len(match["what"]) > 1 else [match["what"]]


def _compile_element(word: str, count: int) -> str:
    """Return the expression of one element; ``count`` makes its group's name unique."""
    options = _options_of(word)
    match = _ELEMENT.fullmatch(word)
    assert match is not None
    classes = [re.escape(option) for option in options if option.isupper()]
    words = [re.escape(option) for option in options if not option.isupper()]
    either = ([rf"{_ANY}\|(?:{'|'.join(classes)})\|{_ANY}"] if classes else []) + (
        [rf"(?:{'|'.join(words)})\|{_ANY}"] if words else []
    )
    body = f"<(?:{'|'.join(either)})>"
    if match["name"]:
        body = f"(?P<{match['name']}__{count}>{body})"
    return f"(?:{'' if match['glue'] else ' ?'}{body}){match['maybe']}"


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence's atoms written as text, with where each atom begins and ends in that text."""

    atoms: Sequence[Atom]
    text: str
    begins: tuple[int, ...]
    by_begin: Mapping[int, int]
    by_end: Mapping[int, int]


def write_row(atoms: Sequence[Atom]) -> Row:
    """Write atoms as text for compiled patterns to match."""
    pieces: list[str] = []
    begins: list[int] = []
    ends: list[int] = []
    length = 0
    for atom in atoms:
        space = " " if atom.spaced else ""
        piece = f"{space}<{atom.text.translate(_UNSAFE)}|{''.join(f'{name}|' for name in atom.classes)}>"
        begins.append(length + len(space))
        length += len(piece)
        ends.append(length)
        pieces.append(piece)
    return Row(
        atoms,
        "".join(pieces),
        tuple(begins),
        {begin: index for index, begin in enumerate(begins)},
        {end: index for index, end in enumerate(ends)},
    )


def captured(match: re.Match[str], row: Row) -> dict[str, Atom]:
    """Return the atoms that a match captured, by name; of two captures of one name the later stands."""
    found: dict[str, Atom] = {}
    for name, text in match.groupdict().items():
        if text is not None:
            found[name.rpartition("__")[0]] = row.atoms[row.by_begin[match.start(name) + text.index("<")]]
    return found
