"""The terms that texts are compared by, and how rare terms and names are against the background of news."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from dateline.language.data import load_map
from dateline.language.reading import Token
from dateline.words import fold

_CONTENT = frozenset({"NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "JJ", "CD"})
_LONGER = 1.0
"""By how much a name of several words is rarer than the rarest of them, at most. A choice, not tuned."""
_TERM = re.compile(r"[a-z0-9][a-z0-9'.,-]*")


def list_terms(tokens: Iterable[Token]) -> list[str]:
    """Return lower-case lemmas of the content words, and names with a capital."""
    terms = []
    for token in tokens:
        lemma = fold(token.lemma).strip(".")
        if token.tag in _CONTENT and len(lemma) > 1 and _TERM.fullmatch(lemma):
            terms.append(fold(token.text).capitalize() if token.tag in ("NNP", "NNPS") else lemma)
    return terms


def rarity_of(name: str) -> float:
    """Return how rare a folded name is in the background: the logarithm of its inverse document frequency; a long one
    that is not in it is little rarer than its rarest word."""
    words = [idf_of(word.capitalize()) for word in name.split()]
    return words[0] if len(words) == 1 else min(idf_of(name), max(words, default=0.0) + _LONGER)


def idf_of(term: str) -> float:
    """Return a term's inverse document frequency against the background (``training/build_document_frequency.py``)."""
    documents, counts = _background()
    return math.log(documents / counts.get(term, 1.0))


@lru_cache(maxsize=1)
def _background() -> tuple[float, Mapping[str, float]]:
    counts = {word: float(count) for word, count in load_map("document_frequency.tsv").items()}
    return counts.pop("*"), counts
