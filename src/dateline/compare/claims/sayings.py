"""Which claims of a story are one statement: the same words, or the same told in other words, of one speaker."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.ids import content_id
from dateline.model import Claim
from dateline.support import Evidence
from dateline.words import WORD, find_content_words, fold

_RUN, _LEAST_PART = 5, 0.8
"""Words in a row by which two claims meet, and the part of the shorter one's words that must stand in the other."""
_LONG_RUN = 9
"""Words in a row that are one statement whoever is named as its speaker: reports of one text name him differently."""
_SHARED, _TOLD_PART = 4, 0.65
"""Content words that a statement put in other words must share, and their part of the shorter claim's: from .5 down
pairs of one speaker on one subject come in that say different things (100 pairs of BASIL triples read)."""
_MOST = 60
"""Claims with one run of words, or one word of one speaker, after which no more are compared by it."""
_NUMBER = re.compile(r"\d[\d,.]*")
_NOT = re.compile(r"\b(?:not|no|never|none|nobody|nor|neither|without|\w+n['’]t)\b", re.I)


def count_sayings(claims: Sequence[Claim], evidence: Evidence) -> Iterable[Claim]:
    """Yield the claims, each with the statement it tells, and how many articles, outlets, independent reports and
    speakers that has."""
    for group in _group_sayings(claims):
        support = evidence.count([claims[at].cite for at in group])
        speakers = _count_speakers([claims[at] for at in group])
        saying_id = content_id("saying", *sorted(claims[at].claim_id for at in group))
        for at in group:
            yield replace(
                claims[at],
                articles=support.articles,
                outlets=support.outlets,
                origins=support.origins,
                saying_id=saying_id,
                primary_speakers=speakers,
            )


def _count_speakers(group: Sequence[Claim]) -> int:
    """Return how many speakers the articles give a statement to, each by its longest telling of it: what somebody is
    said to have thought in it is not another's. "Mattis" and "Jim Mattis" are one."""
    widest: dict[str, Claim] = {}
    for claim in group:
        held = widest.get(claim.article_id)
        if claim.speaker and (held is None or len(claim.cite.quote) > len(held.cite.quote)):
            widest[claim.article_id] = claim
    names = sorted({frozenset(fold(claim.speaker or "").split()) for claim in widest.values()}, key=len)
    return max(1, sum(not any(name < other for other in names) for name in names))


def _group_sayings(claims: Sequence[Claim]) -> list[list[int]]:
    words = [tuple(WORD.findall(fold(claim.cite.quote))) for claim in claims]
    root = list(range(len(claims)))
    for left, right in (*_meet_in_words(claims, words), *_meet_in_sense(claims)):
        root[_find(root, right)] = _find(root, left)
    groups: dict[int, list[int]] = defaultdict(list)
    for at in range(len(claims)):
        groups[_find(root, at)].append(at)
    return list(groups.values())


def _meet_in_words(claims: Sequence[Claim], words: Sequence[tuple[str, ...]]) -> Iterator[tuple[int, int]]:
    """Yield pairs of claims that have most words in a row: of one speaker, or a long run of anybody's."""
    met: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        tried: set[int] = set()
        for speaker, size in ((fold(claim.speaker or ""), _RUN), ("*", _LONG_RUN)):
            for start in range(len(words[at]) - size + 1):
                bucket = met[speaker, words[at][start : start + size]]
                for other in bucket[-1:]:
                    if other != at and other not in tried and _is_one(words[at], words[other]):
                        yield other, at
                    tried.add(other)
                if len(bucket) < _MOST and (not bucket or bucket[-1] != at):
                    bucket.append(at)


def _meet_in_sense(claims: Sequence[Claim]) -> Iterator[tuple[int, int]]:
    """Yield pairs of claims of one speaker in two articles that share most content words, all numbers, and whether
    they say no."""
    content = [find_content_words(claim.cite.quote) for claim in claims]
    met: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        if claim.speaker is None:
            continue
        shared: Counter[int] = Counter()
        for word in sorted(content[at]):
            bucket = met[fold(claim.speaker), word]
            shared.update(bucket)
            if len(bucket) < _MOST:
                bucket.append(at)
        for other, count in sorted(shared.items()):
            if count >= max(_SHARED, _TOLD_PART * min(len(content[at]), len(content[other]))) and _can_meet(
                claims[other], claim
            ):
                yield other, at


def _can_meet(left: Claim, right: Claim) -> bool:
    one, other = left.cite.quote, right.cite.quote
    return (
        left.article_id != right.article_id
        and left.stance == right.stance
        and set(_NUMBER.findall(one)) == set(_NUMBER.findall(other))
        and bool(_NOT.search(one)) == bool(_NOT.search(other))
    )


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
