"""Which claims of a story are one statement: the same words of one speaker in several articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.model import Claim
from dateline.support import Evidence
from dateline.words import WORD, fold

_RUN, _LEAST_PART = 5, 0.8
"""Words in a row by which two claims meet, and the part of the shorter one's words that must stand in the other."""
_MOST = 60
"""Claims with one run of words after which no more are compared by it: it is a form of words, or one copied text."""


def count_sayings(claims: Sequence[Claim], evidence: Evidence) -> Iterable[Claim]:
    """Yield the claims, each with how many articles, outlets and independent reports give the same words."""
    for group in _group_sayings(claims):
        cites = [claims[at].cite for at in group]
        support = evidence.count(cites)
        for at in group:
            row = claims[at]
            yield replace(row, articles=support.articles, outlets=support.outlets, origins=support.origins)


def _group_sayings(claims: Sequence[Claim]) -> list[list[int]]:
    words = [tuple(WORD.findall(fold(claim.cite.quote))) for claim in claims]
    root = list(range(len(claims)))
    met: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        speaker = fold(claim.speaker or "")
        tried: set[int] = set()
        for start in range(len(words[at]) - _RUN + 1):
            bucket = met[speaker, words[at][start : start + _RUN]]
            for other in bucket[-1:]:
                if other != at and other not in tried and _is_one(words[at], words[other]):
                    root[_find(root, at)] = _find(root, other)
                tried.add(other)
            if len(bucket) < _MOST and (not bucket or bucket[-1] != at):
                bucket.append(at)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(claims)):
        groups[_find(root, at)].append(at)
    return list(groups.values())


def _is_one(left: Sequence[str], right: Sequence[str]) -> bool:
    shorter, longer = sorted((left, right), key=len)
    runs = {tuple(longer[at : at + 2]) for at in range(len(longer) - 1)}
    held = sum(tuple(shorter[at : at + 2]) in runs for at in range(len(shorter) - 1))
    return held >= _LEAST_PART * (len(shorter) - 1)


def _find(root: list[int], at: int) -> int:
    while root[at] != at:
        root[at] = root[root[at]]
        at = root[at]
    return at
