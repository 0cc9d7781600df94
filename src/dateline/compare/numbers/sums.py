"""Arithmetic that texts invite: "together with the two dozen there" beside "about 40 crossed" makes "60-70"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.compare.numbers.answers import Answer
from dateline.compare.numbers.groups import SOFT
from dateline.compare.phrasing import name_number
from dateline.compare.view import StoryView

_WITH = re.compile(
    r"\b(?:together with|along with|combined with|in addition to|on top of|plus|joining|joined by)\W+"
    r"(?:[\w’'-]+\W+){0,3}$",
    re.I,
)
"""Before a part: "together with the 24 there"."""
_TOTAL = re.compile(
    r"\b(?:(?:a|the|combined|overall|joint) total|(?:bring|brings|bringing|brought|takes?|taking|took|raises|raised"
    r"|raising)\b[^.;]{0,40}\bto|sum of|together)\W+(?:[\w’'-]+\W+){0,3}$",
    re.I,
)
_IN_ALL = re.compile(r"^(?:\W+[\w’'-]+){0,3}?\W+(?:in all|in total|altogether|combined|together|overall)\b", re.I)
"""Before a sum, and behind it: "bringing the total to 64", "64 in all"."""
_NEAR = 64
"""Characters in which such words stand."""
_SLACK = 0.05
"""A sum of rounded numbers may miss the number told by so much of it."""
_REACH = 2
"""Sentences before the sum, and after it, in which a part may stand."""
_MOST = 8
"""Most numbers near a sum that are tried as its parts."""
_LEAST_SHARE = 0.05
"""A part under this share of the sum says nothing by adding up."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A number and the two or three of its own article that add up to it."""

    whole: Answer
    parts: tuple[Answer, ...]

    def say(self) -> str:
        """Return the sum in words: "about two dozen and around 40 make about 60-70"."""
        names = [name_number(part) for part in sorted(self.parts, key=lambda a: a.key)]
        return f"{', '.join(names[:-1])} and {names[-1]} make {name_number(self.whole)}"


def find_sums(answers: Sequence[Answer], view: StoryView) -> dict[tuple[str, int, str], Sum]:
    """Return the sums that articles add up themselves, by the key of the whole.

    A sentence must say that it adds, and the parts must stand in it or near it and count the same sort.
    """
    by_article: dict[str, list[Answer]] = {}
    for answer in answers:
        by_article.setdefault(answer.quantity.article_id, []).append(answer)
    found: dict[tuple[str, int, str], Sum] = {}
    for rows in by_article.values():
        for whole in rows:
            if parts := _find_parts(whole, rows, view):
                found[whole.key] = Sum(whole, parts)
    return found


def find_part_sum(levels: Sequence[Sequence[Answer]], answers: Sequence[Answer], view: StoryView) -> Sum | None:
    """Return the sum by which the lower of two numbers is a part of the higher, which another article gives: "2,500
    from Ulm and 1,100 from Korin" beside "3,600 in all"; None where the two are no part and whole.

    The parts must be joined by "and" in one sentence, and be asked the same.
    """
    if len(levels) != 2:
        return None
    for part in levels[0]:
        for other in answers:
            quantity = other.quantity
            if quantity.sentence_id != part.quantity.sentence_id or not _is_joined(part, other, view):
                continue
            for whole in levels[1]:
                if whole.quantity.article_id != quantity.article_id and _adds_up((part, other), whole):
                    return Sum(whole, (part, other))
    return None


def _is_joined(part: Answer, other: Answer, view: StoryView) -> bool:
    first, last = sorted((part.quantity, other.quantity), key=lambda q: q.start)
    between = view.articles[first.article_id].text[first.end : last.start]
    asked = not other.predicates or other.predicates == part.predicates
    firm = "vague" not in (part.quantity.approx, other.quantity.approx)
    plain = re.search(r"[;:]|\b(?:who|which|while|but|more|including)\b", between) is None
    alike = other.dimension in (part.dimension, "count") and other.sort in (part.sort, None, "person")
    return between.endswith(" and ") and plain and asked and alike and firm and len(between) <= _NEAR


def _find_parts(whole: Answer, rows: Sequence[Answer], view: StoryView) -> tuple[Answer, ...]:
    at = view.sentences[whole.quantity.sentence_id].index
    near = [
        answer
        for answer in rows
        if answer.key != whole.key
        and abs(view.sentences[answer.quantity.sentence_id].index - at) <= _REACH
        and _may_be_part(answer, whole)
    ]
    near.sort(key=lambda a: (abs(view.sentences[a.quantity.sentence_id].index - at), a.key))
    text = view.articles[whole.quantity.article_id].text
    summed = _is_sum(whole, text)
    for size in (2, 3):
        for parts in combinations(near[:_MOST], size):
            beside = [part for part in parts if part.quantity.sentence_id == whole.quantity.sentence_id]
            said = summed or any(
                _WITH.search(text[max(0, p.quantity.start - _NEAR) : p.quantity.start]) for p in beside
            )
            if beside and said and _adds_up(parts, whole) and len({part.span.said for part in parts}) == size:
                return parts
    return ()


def _is_sum(answer: Answer, text: str) -> bool:
    """Whether the words around a number say that others add up to it."""
    start, end = answer.quantity.start, answer.quantity.end
    before, after = text[max(0, start - _NEAR) : start], text[end : end + _NEAR]
    return _TOTAL.search(before) is not None or _IN_ALL.match(after) is not None


def _may_be_part(part: Answer, whole: Answer) -> bool:
    alike = part.sort == whole.sort or {part.sort, whole.sort} <= SOFT | {None}
    nations = {s for a in (part, whole) for s in a.scopes if s.startswith("nation:")}
    firm = part.quantity.approx != "vague"
    size = _LEAST_SHARE * whole.span.said <= part.span.said < whole.span.said
    return part.dimension == whole.dimension and alike and len(nations) <= 1 and firm and size


def _adds_up(parts: Sequence[Answer], whole: Answer) -> bool:
    """Whether the parts can add up to the whole: exactly, or within a rounding where one of them is rounded."""
    said = sum(part.span.said for part in parts)
    rounded = [a for a in (*parts, whole) if a.quantity.approx != "exact"]
    if not rounded or len(parts) > 2:
        return said == whole.span.said
    if whole.quantity.approx == "range":
        return whole.span.low <= said <= whole.span.high
    return abs(said - whole.span.said) <= _SLACK * whole.span.said
