"""Lines that a program broke at the edge of a page or of a mail, joined into paragraphs again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

_WIDEST = 100
"""Programs break lines at 65 to 80 characters; longer ones were not broken by one."""
_NARROWEST = 50
_SLACK = 3
"""Characters short of the widest line that still count as full: a tab or a wide sign takes more room."""
_LEAST_LINES = 4
_MOST_SHARE = 0.8
"""Of the lines that must not be longer than that."""
_LIST = re.compile(r"\s*(?:[-*•·–—]\s|\d{1,2}[.)]\s|>)")
_KEPT_HYPHENS = {
    *(
        "self",
        "ex",
        "non",
        "anti",
        "so",
        "vice",
        "well",
        "long",
        "short",
        "high",
        "low",
        "full",
        "half",
        "part",
        "cross",
    ),
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty"),
    *("fifty", "sixty", "seventy", "eighty", "ninety", "first", "second", "third", "year", "mid", "post", "pre", "pro"),
    *("co", "all", "old", "new", "far", "left", "right", "north", "south", "east", "west", "semi", "in", "by", "on"),
    *("much", "then", "state", "government", "air", "sea", "land", "large", "small", "hard", "open", "back", "front"),
}
"""First parts of English compounds that are written with a hyphen far more often than as one word."""
_HYPHENED = re.compile(r"([^\W\d_]+)[-‐]$")
_LONGEST_WORD = 100
"""Signs looked back for the word before a hyphen; a longer run of letters is none."""
_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def unflow(text: str, *, delsp: bool = False) -> str:
    """Join lines that end in a space, as RFC 3676 has it for mails that declare ``format=flowed``."""
    out: list[str] = []
    joins = False
    for line in text.split("\n"):
        line = line.removeprefix(" ")  # space-stuffed
        if joins and out:
            out[-1] += line
        else:
            out.append(line)
        joins = line.endswith(" ") and line != "-- "
        if joins and delsp:
            out[-1] = out[-1][:-1]
    return "\n".join(out)


def unwrap(text: str) -> str:
    """Join lines that were broken because the next word had no room; every other line break stays."""
    lines = [line.rstrip() for line in text.split("\n")]
    width = find_width(lines)
    if width is None:
        return text
    known = find_compounds(text)
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if _runs_on(before, line, width):
            groups[-1].append(line.strip())
        else:
            groups.append([line])
    return "\n".join(join_all(group, known) for group in groups)


def join_all(lines: Sequence[str], known: frozenset[str]) -> str:
    """Join the lines of a paragraph, each with the one before it, in time that grows with their length."""
    pieces = [lines[0]]
    for line in lines[1:]:
        joined = join_lines(pieces[-1], line, known)
        pieces[-1] = joined[: len(joined) - len(line)]
        pieces.append(line)
    return "".join(pieces)


def find_width(lines: list[str]) -> int | None:
    """Return the width at which lines were broken; None when they were not: most are longer, or none comes near."""
    lengths = [len(line) for line in lines if line.strip() and "://" not in line]
    wrapped = [length for length in lengths if length <= _WIDEST]
    if len(wrapped) < max(_LEAST_LINES, _MOST_SHARE * len(lengths)) or max(wrapped) < _NARROWEST:
        return None
    return max(wrapped)


def join_lines(left: str, right: str, known: frozenset[str]) -> str:
    """Join two lines of a paragraph. A hyphen at the end goes, unless it belongs to a compound: the text writes it
    with its hyphen elsewhere (``known``), or its first part is one of those that usually have one."""
    if left.endswith("\u00ad"):
        return left[:-1] + right
    cut = _HYPHENED.search(left[-_LONGEST_WORD:])
    if not cut or not right[:1].isalpha():
        return f"{left} {right}"
    first = cut.group(1)
    whole = f"{first}-{_WORDS.match(right).group()}" if _WORDS.match(right) else first  # type: ignore[union-attr]
    if (
        not right[0].islower()
        or first.lower() in _KEPT_HYPHENS
        or whole.lower() in known
        or "-" in left[-len(first) - 2 : -1]
    ):
        return left + right
    return left[:-1] + right


def find_compounds(text: str) -> frozenset[str]:
    """Return the words that the text writes with a hyphen inside a line, in lower case."""
    return frozenset(word.lower() for word in _WORDS.findall(text) if "-" in word)


def _runs_on(line: str, after: str, width: int) -> bool:
    """Tell that a line broke for want of room: the next line's first word would not have fitted."""
    if not line.strip() or not after.strip() or _LIST.match(after) or line.endswith("  ") or line == "--":
        return False
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) > width - _SLACK
