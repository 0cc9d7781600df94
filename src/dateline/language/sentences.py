"""Where sentences begin and end inside a stretch of text.

A rule splitter over stop marks, in the manner of Mikheev (2002, "Periods, Capitalized Words, etc."): a stop ends a
sentence unless the word before it is an abbreviation or the word after it cannot open one. Abbreviations and openers
are data (``en/sentences.tsv``, ``en/openers.txt``).
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from dateline.language.data import load_rows, load_words

_STOP = re.compile(
    r"(?<![.!?…‽])(?:\.\s?\.\s?\.++|[.!?…‽]++)"
    r"(?:[\"'”’»)\]}*]|\s[”»])*(?:\[\d{1,3}\])*(?=\s|$)"
    r"|(?<=[a-z]{2})\.(?=[A-Z][a-z]+[ ,])"
)
_LONGEST_WORD = 40
"""Characters looked back over for the word before a stop: no abbreviation is longer, and the cost stays even."""
_WORD_BEFORE = re.compile(r"[^\s\"'“”‘’(\[/—–]+$")
_OPENING = re.compile(r"[\s\"'“”‘’«(\[{*•–—―-]*")
_DASH = re.compile(r"[–—―]|--|\s-\s")
_NEXT_WORD = re.compile(r"\w+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]|[A-Z]")
_TAIL = re.compile(
    r"\s+(?:[A-Z][\w'’.-]*\s+){1,4}(?:said|says|asked|asks|told|tells|added|wrote|writes|tweeted|cried|shouted|replied)\b"
)


def split_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the sentences in ``text[start:end]`` (one paragraph or less), without outer white space."""
    edges = [start]
    edges += [match.end() for match in _STOP.finditer(text, start, end) if _ends_sentence(text, start, end, match)]
    edges.append(end)
    spans = (_trim(text, left, right) for left, right in pairwise(edges))
    return [span for span in spans if span[0] < span[1]]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends_sentence(text: str, start: int, end: int, stop: re.Match[str]) -> bool:
    opening = _OPENING.match(text, stop.end(), end)
    after = opening.end() if opening else stop.end()
    if after >= end:
        return True
    if text[after].islower():
        return False
    marks = stop.group()
    if marks[0] in "!?" and len(marks.rstrip("\"'”’»")) < len(marks) and _TAIL.match(text, stop.end(), end):
        return False
    if not marks.startswith(".") or marks.startswith(".."):
        return True
    before = _WORD_BEFORE.search(text, max(start, stop.start() - _LONGEST_WORD), stop.start())
    if before is None:
        return True
    dashed = _DASH.search(text, stop.end(), after) is not None
    return not _stop_belongs(before.group(), text, after, first=before.start() == start, dashed=dashed)


def _stop_belongs(word: str, text: str, after: int, *, first: bool, dashed: bool) -> bool:
    """Tell whether the stop after ``word`` is part of an abbreviation that goes on at ``after``.

    It does where a dash comes between ("CASPER, Wyo. — A fire"), even if an opener follows.
    """
    if first and (word.isdigit() or len(word) == 1):
        return True
    sort = _find_sort(word)
    if sort == "before":
        return True
    if sort == "digit":
        return text[after].isdigit()
    if sort == "may" or _INITIALS.fullmatch(word):
        following = _NEXT_WORD.match(text, after)
        return dashed or following is None or following.group() not in load_words("openers.txt")
    return False


def _find_sort(word: str) -> str | None:
    """Return the class of an abbreviation, also behind a hyphen ("then-Sen.")."""
    return _abbreviations().get(word) or _abbreviations().get(word.rpartition("-")[2])


@lru_cache(maxsize=1)
def _abbreviations() -> dict[str, str]:
    return {row[0]: row[1] for row in load_rows("sentences.tsv")}


def is_abbreviation(word: str, following: str) -> bool:
    """Tell whether the stop after ``word`` is part of it, given the text that follows in the sentence ("" at its end).

    At a sentence's end only ``may`` words and initials keep their stop, as the Penn treebank writes ("Acme Corp.").
    """
    rest = following.lstrip()
    sort = _find_sort(word)
    if sort == "digit":
        return bool(rest) and rest[0].isdigit()
    if sort == "before":
        return bool(rest)
    if sort == "may":
        return word[0].isupper() or bool(rest)
    return len(word) == 1 and word.isupper() and bool(rest) and rest[0].isalpha()
