"""Words and marks of a sentence, split as in the Penn treebank, with exact offsets.

Clitics come off ("do" "n't", "North" "'s"), currency signs and percent signs stand alone, hyphenated words, figures
with their marks ("1,300.5", "4:30", "60-70"), initials and abbreviations with their stops stay whole.
"""

from __future__ import annotations

import re

from dateline.language.sentences import is_abbreviation

_L = r"[\w\u0300-\u036f]"
_TOKEN = re.compile(
    rf"""
      (?P<web>(?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]|[\w.+\-]{{1,64}}@[\w\-]+(?:\.[\w\-]+)+|[@\#]\w+)
    | (?P<initials>(?:[^\W\d_]\.){{2,}}(?:-{_L}+)*)
    | (?P<money>(?:US|AU|CA|HK|NZ|[ACS])?[$]|[€£¥₩₹₽₺₪])
    | (?P<figure>\d+(?:[.,:/]\d+)*(?:[-–]\d+(?:[.,:]\d+)*)*{_L}*(?:-{_L}+)*)
    | (?P<word>{_L}+(?:(?:[-‐‑'’‘ʼ&]|\.(?![A-Z][a-z]))(?=[^\W_])(?:(?:[^\W\d_]\.){{2,}}|{_L}+))*)
    | (?P<mark>\.(?:\s?\.)+|-{{2,}}|={{2,}}|\*{{2,}}|~{{2,}}|\S)
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?i)(?<=\w)(?:n['’ʼ]t|['’‘ʼ](?:s|re|ve|ll|d|m))$")
_OPENING = re.compile(r"(?i)(?:['’‘](?:s|re|ve|ll|d|m))(?=\s|$|[.,;:!?])")
_FUSED = {"cannot": 3, "gonna": 3, "wanna": 3, "gotta": 3}


def tokenize(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of the tokens in ``text[start:end]`` (one sentence), in order: all that is not space."""
    spans: list[tuple[int, int]] = []
    place = start
    while match := _TOKEN.search(text, place, end):
        left, right = match.span()
        kind = match.lastgroup
        if (
            kind == "mark"
            and (clitic := _OPENING.match(text, left, end))
            and left > start
            and not text[left - 1].isspace()
        ):
            right = clitic.end()
            spans.append((left, right))
        elif kind == "word":
            right = _take_stop(text, left, right, end)
            spans += _split_word(text, left, right)
        elif kind == "figure":
            spans += _split_word(text, left, right)
        else:
            spans.append((left, right))
        place = right
    return spans


def _take_stop(text: str, left: int, right: int, end: int) -> int:
    """Return the end of a word with the stop that belongs to it, if one does."""
    if text[right : right + 1] != "." or right >= end:
        return right
    word = text[left:right]
    return right + 1 if is_abbreviation(word, text[right + 1 : min(end, right + 12)]) else right


def _split_word(text: str, left: int, right: int) -> list[tuple[int, int]]:
    word = text[left:right]
    if clitic := _CLITIC.search(word):
        cut = left + clitic.start()
        return [(left, cut), (cut, right)]
    if cut := _FUSED.get(word.lower(), 0):
        return [(left, left + cut), (left + cut, right)]
    return [(left, right)]
