"""Titles and descriptions beside a person's name: "Deputy Unification Minister X", "X, an analyst at the Y Institute".

Precision first: a role is taken only where title words stand directly before the name or in an apposition right after
it. The span holds the office words as written, without article, state or possessor.
"""

from __future__ import annotations

from collections.abc import Sequence

from dateline.language.gazetteer import match_known
from dateline.language.names_runs import is_role, words_of
from dateline.language.reading import Token

_LONGEST_BEFORE = 7
_LONGEST_AFTER = 14
"""Words of a title before and of an apposition after a name. Of the roles found in the 240 Wikinews training texts the
longest before a name has 5 words (of 205) and the longest after one 10 (of 72): the bounds only stop runaways."""
_NOUNS = ("NN", "NNP", "NNS", "NNPS", "JJ", "VBN", "VBG", "HYPH")


def find_role(
    tokens: Sequence[Token], start: int, end: int, names: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the token range of the role of the person at ``start`` … ``end``, or None, given all name ranges."""
    return _role_before(tokens, start, names) or _role_after(tokens, end, names)


def _role_before(tokens: Sequence[Token], start: int, names: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    head = start - 1
    if head >= 0 and tokens[head].text == "," and _apposed_before(tokens, start, names):
        head -= 1
    while head >= 0 and tokens[head].text in words_of("courtesy"):
        head -= 1
    if head < 0 or tokens[head].text in words_of("courtesy"):
        return None
    left = _title_with_tail(tokens, head)
    if left is None:
        if not _is_office_noun(tokens[head]) or tokens[head].tag in ("NNS", "NNPS"):
            return None
        left = head
    first = _widen_left(tokens, left, names)
    return (first, head + 1)


def is_part_of_title(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Tell whether a run that looks like a name is the front of a title: "Vice Unification" before "Minister"."""
    offices = all(token.text.lower() in words_of("office") for token in tokens[start:end])
    return offices and end < len(tokens) and _is_office_noun(tokens[end])


def _apposed_before(tokens: Sequence[Token], start: int, names: Sequence[tuple[int, int]]) -> bool:
    """Tell whether "TITLE, NAME," stands here: the name after the comma must be closed by a comma again."""
    end = next((right for left, right in names if left == start), None)
    return end is not None and end < len(tokens) and tokens[end].text == ","


def _title_with_tail(tokens: Sequence[Token], head: int) -> int | None:
    """Return where "Secretary of State" begins when ``head`` is the last word of its tail."""
    place = head
    while place > 0 and tokens[place].text in (*words_of("portfolio"), "and", "the"):
        place -= 1
    if tokens[head].text not in words_of("portfolio") or place == 0 or tokens[place].text not in ("of", "for"):
        return None
    return place - 1 if _is_office_noun(tokens[place - 1]) else None


def _is_office_noun(token: Token) -> bool:
    return token.text not in words_of("courtesy") and is_role(token.text) and token.tag in ("NN", "NNP", "JJ", "NNS")


def _widen_left(tokens: Sequence[Token], left: int, names: Sequence[tuple[int, int]]) -> int:
    """Take in the words of the title that stand before its head; states, demonyms and cities stay out."""
    first = left
    while first > 0 and left - first < _LONGEST_BEFORE:
        token = tokens[first - 1]
        whole = next((span for span in names if span[1] == first), None)
        if whole and not _is_place(tokens, whole) and not is_part_of_title(tokens, *whole):
            if tokens[whole[1] - 1].text not in words_of("ORG") and not match_known([t.text for t in tokens], whole[0]):
                return first
            first = whole[0]
        elif whole or not _may_stand_in_title(token):
            return first
        else:
            first -= 1
    return first


def _may_stand_in_title(token: Token) -> bool:
    lower = token.text.lower()
    if lower in words_of("office") or any(part in words_of("office") for part in lower.split("-")):
        return True
    return (
        token.tag in ("NN", "NNP") and lower not in ("year", "time", "percent", "new", "local") and lower[0].isalpha()
    )


def _is_place(tokens: Sequence[Token], span: tuple[int, int]) -> bool:
    words = [token.text for token in tokens[span[0] : span[1]]]
    known = match_known(words, 0)
    if known is None or known[0] != len(words):
        return words[-1] not in words_of("ORG")
    return known[1].kind in ("GPE", "NORP", "LOC")


def _role_after(tokens: Sequence[Token], end: int, names: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """Return the office words of "NAME, (the) TITLE (of ORG)," when a comma, stop or verb closes them."""
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    first = end + 1
    if tokens[first].tag.startswith("CD") and first + 2 < len(tokens) and tokens[first + 1].text == ",":
        first += 2
    first = _skip_possessor(tokens, first, names)
    if first >= len(tokens) or tokens[first].tag in ("IN", "WP", "WDT", "CC", "PRP", "MD", "RB", "WRB", "TO"):
        return None
    head = _find_head(tokens, first, names)
    if head is None:
        return None
    return (first, _close_after(tokens, head, names))


def _skip_possessor(tokens: Sequence[Token], first: int, names: Sequence[tuple[int, int]]) -> int:
    """Step over articles, "South Korea's", "his" and a leading state or demonym."""
    place = first
    while place < len(tokens):
        span = next((span for span in names if span[0] == place), None)
        if tokens[place].text.lower() in ("a", "an", "the", "his", "her", "its", "their"):
            place += 1
        elif span and span[1] < len(tokens) and tokens[span[1]].tag == "POS":
            place = span[1] + 1
        elif span and _is_place(tokens, span):
            place = span[1]
        elif tokens[place].tag == "NN" and place + 1 < len(tokens) and tokens[place + 1].tag == "POS":
            place += 2
        else:
            return place
    return place


def _find_head(tokens: Sequence[Token], first: int, names: Sequence[tuple[int, int]]) -> int | None:
    """Return the office noun that heads the apposition: title words only may stand before it."""
    for place in range(first, min(first + _LONGEST_BEFORE, len(tokens))):
        token = tokens[place]
        inside = any(left <= place < right for left, right in names)
        following = tokens[place + 1] if place + 1 < len(tokens) else None
        ends = following is None or not (following.tag in ("NN", "NNP") or is_role(following.text))
        if ends and _is_office_noun(token) and token.tag != "NNS":
            return place
        if token.tag not in _NOUNS and not inside:
            return None
    return None


def _close_after(tokens: Sequence[Token], head: int, names: Sequence[tuple[int, int]]) -> int:
    """Return the end of the role: its head, with "of (the) NAME" or "of foreign affairs" and the like after it."""
    place = head + 1
    if place >= len(tokens) or tokens[place].text not in ("of", "at", "for", "with"):
        return place
    follow = place + 1
    while follow < len(tokens) and tokens[follow].tag in ("DT", "PRP$", "JJ"):
        follow += 1
    span = next((span for span in names if span[0] == follow), None)
    if span:
        return span[1]
    end = follow
    while end < len(tokens) and tokens[end].tag in ("NN", "NNS", "NNP", "JJ") and end - head < _LONGEST_AFTER:
        end += 1
    closed = (
        end >= len(tokens) or tokens[end].text in (",", ".", ")", ";", "—", "–") or tokens[end].tag.startswith("VB")
    )
    return end if closed and end > place + 1 else head + 1
