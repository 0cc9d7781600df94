"""Which lines say the same: by the words that are left when those common to the whole story are taken away."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterable
from functools import lru_cache

from dateline.settings import BriefSettings
from dateline.words import find_content_words, find_words

_CAPITALISED = re.compile(r"(?<=[\w,;:)'’”] )[A-Z][\w'’.-]*")
"""A word with a capital that begins no sentence."""
_KEPT = 4096
"""Texts whose words are kept at hand: every two lines of a day are compared."""
_LEAST_SHARED = 3
"""Telling words that two lines must share at all before a share of them means anything."""
_DAY_WORDS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow morning afternoon evening night "
    "midnight noon late early week weekend month year january february march april may june july august september "
    "october november december".split()
)
"""Words of time: two lines of one day have them anyway."""
_NUMBER_WORDS = frozenset(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million dozen dozens "
    "scores".split()
)
"""Numbers as words; "one" is mostly an article."""


def find_common_words(texts: Iterable[str], settings: BriefSettings) -> frozenset[str]:
    """Return the words that so many of a story's lines have that they tell none from another."""
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        counts.update(find_content_words(text))
        total += 1
    return frozenset(word for word, count in counts.items() if count > max(3.0, settings.common_part * total))


@lru_cache(maxsize=_KEPT)
def _read(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return a text's content words without numbers and words of time, and its names."""
    words = frozenset(word for word in find_content_words(text) if not (word.isdigit() or word in _DAY_WORDS))
    return words, frozenset(_find_names(text))


def share_words(left: str, right: str, common: Container[str]) -> float:
    """Return the part of the shorter text's telling words that the other has too; 0 under three words, and where both
    give names and not one is the same.

    Names tell who, bare numbers and words of time mostly the day: what two deeds of one day have in common anyway.
    """
    (ours, names), (theirs, other_names) = _read(left), _read(right)
    ours, theirs = (
        frozenset(word for word in words - named if word not in common)
        for words, named in ((ours, names | other_names), (theirs, names | other_names))
    )
    shared = len(ours & theirs)
    others = bool(names) and bool(other_names) and not names & other_names
    return shared / min(len(ours), len(theirs)) if shared >= _LEAST_SHARED and not others else 0.0


def share_all(left: str, right: str) -> float:
    """Return the part of the shorter text's content words, names and all, that the other has too."""
    ours, theirs = (find_content_words(text) - _DAY_WORDS for text in (left, right))
    return len(ours & theirs) / min(len(ours), len(theirs)) if ours and theirs else 0.0


def find_numbers(text: str) -> frozenset[str]:
    """Return the numbers of a text, in digits or in words."""
    return frozenset(word for word, _, _ in find_words(text) if word[:1].isdigit() or word in _NUMBER_WORDS)


def _find_names(text: str) -> set[str]:
    """Return the words of a sentence that have a capital anywhere but at its beginning."""
    found = " ".join(_CAPITALISED.findall(text))
    return {word for word, _, _ in find_words(found)} | find_content_words(found)
