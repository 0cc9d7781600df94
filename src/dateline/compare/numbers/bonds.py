"""What ties two answers whose numbers differ: ends of a change, a correction, limits, the counts of two sides."""

from __future__ import annotations

import re

from dateline.compare.numbers.answers import Answer
from dateline.compare.numbers.intervals import gap
from dateline.dates import days_between, parse_cut

DISPUTED = frozenset({"gathered"})
"""Questions that two sides are known to answer each in its own way: how many marched."""
LIKE_SHARE = 0.25
"""Shared content words of two sentences, as a share of the smaller set, of a like telling."""
_STEP = re.compile(
    r"(?:[^.;]{0,60},)?\s+(?:(?:up|down)\s+)?(?:from|to|compared\s+(?:with|to)|instead\s+of)\s+(?:\w+\s+){0,3}", re.I
)
_LIMITED = frozenset({"term"})
"""Questions whose upper limits may be laid side by side."""


_LONG_COUNT, _LONG_GAP = 50, 0.5
"""Counts from this on, and no further apart than that share, add up many raids, and climb together."""
_RAID_DAYS = 2
"""Days within which reports of a war tell of one raid."""


def are_long(left: Answer, right: Answer) -> bool:
    """Whether two counts are so large, and so near, that they add up many raids."""
    return min(left.span.said, right.span.said) >= _LONG_COUNT and gap(left.span, right.span) <= _LONG_GAP


def are_two_raids(left: Answer, right: Answer, manifold: frozenset[str]) -> bool:
    """Whether two counts answer a question that a story asks of many happenings, days apart: those killed in a raid."""
    days = parse_cut(left.as_of), parse_cut(right.as_of)
    if not left.predicates & manifold or not right.predicates & manifold or days[0] is None or days[1] is None:
        return False
    return days_between(days[0], days[1]) > _RAID_DAYS and not are_long(left, right)


def are_limits(left: Answer, right: Answer, name: str | None) -> bool:
    """Whether two answers are upper limits of one kind: how long a prison term the law allows."""
    return name in _LIMITED and left.span.bound == right.span.bound == "ceiling"


def is_disputed(left: Answer, right: Answer, name: str | None) -> bool:
    """Whether two speakers answer a question that sides dispute, of one day, in one article or in like words."""
    near = left.quantity.article_id == right.quantity.article_id or bool(left.places & right.places)
    near = near or share_words(left.content, right.content) >= LIKE_SHARE
    told = left.voice is not None and right.voice is not None and left.voice != right.voice
    return name in DISPUTED and told and near and left.as_of == right.as_of is not None


def is_step(left: Answer, right: Answer) -> bool:
    """Whether a sentence gives two numbers as the ends of a change: "raised it to $3.6 million from $3.4 million"."""
    first, last = sorted((left, right), key=lambda a: a.key)
    if left.quantity.sentence_id != right.quantity.sentence_id or left.dimension != right.dimension:
        return False
    low, high = (max(0, a - first.cite.start) for a in (first.quantity.end, last.quantity.start))
    return _STEP.fullmatch(first.cite.quote[low:high]) is not None


def share_words(left: frozenset[str], right: frozenset[str]) -> float:
    """Return the part of the smaller of two sets of words that the other has; 0 for sets that say too little."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller > 2 else 0.0


def is_former(left: Answer, right: Answer) -> bool:
    """Whether a text itself calls one of two answers the earlier one."""
    return "former" in left.wording or "former" in right.wording


def is_put_right(left: Answer, right: Answer) -> bool:
    """Whether one article gives two numbers of one sort and calls one of them the earlier, or a wrong, one."""
    one = left.quantity.article_id == right.quantity.article_id
    one = one and (left.sort == right.sort is not None or is_step(left, right))
    return one and is_former(left, right) and "former" not in left.wording & right.wording
