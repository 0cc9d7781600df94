"""What stands around a text and is left out in it: the title of the live blog that it is an entry of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.language.reading import Reading, Vectors
from dateline.language.terms import list_terms, rarity_of
from dateline.model import Mention
from dateline.words import fold

_LONG = 4
"""Letters of words that tell whether a title capitalises all its words: shorter ones it may leave small."""
_RARE = 3.0
"""Rarity (natural logarithm of the inverse frequency) from which a name tells what a text is about."""
_FOREIGN = 2
"""Such names of its own that the title does not give, from which an entry takes over none of the title's."""


@dataclass(frozen=True, slots=True)
class Context:
    """The terms and names of a live blog's title, and how much of it an entry takes over: the less, the more names of
    its own the entry has. "In other news" an entry names who and where; one on the matter itself leaves that out."""

    terms: tuple[str, ...]
    names: tuple[str, ...]
    vector: Vectors | None
    share: float


def read_context(title: Reading, named: Sequence[Mention], mentions: Sequence[Mention]) -> Context:
    """Return the context of an entry from its live blog's title, read, the names in that, and the entry's own names."""
    own = {name for mention in mentions if (name := fold(mention.text)) and rarity_of(name) >= _RARE}
    terms = _list_title(title, named)
    around = {fold(word) for mention in named for word in mention.text.split()} | {term.lower() for term in terms}
    foreign = sum(around.isdisjoint(name.split()) for name in own)
    names = tuple(fold(mention.text) for mention in named) if foreign < _FOREIGN else ()
    vector = None
    if title.sentence_vectors is not None:
        vector = title.sentence_vectors.sum(axis=0)
        vector = vector / max(float(np.linalg.norm(vector)), 1e-9)
    return Context(tuple(terms), names, vector, 1.0 / (1 + foreign))


def _list_title(title: Reading, named: Sequence[Mention]) -> list[str]:
    """Return the terms of a title. Where it capitalises every word, capitals count only in a name."""
    tokens = [token for read in title.sentences for token in read.tokens]
    words = [token.text for token in tokens if token.text.isalpha() and len(token.text) >= _LONG]
    plain = 2 * sum(word[0].islower() for word in words) > len(words)
    spans = [(mention.start, mention.end) for mention in named]
    return [
        term if plain or any(start <= token.start < end for start, end in spans) else term.lower()
        for token in tokens
        for term in list_terms([token])
    ]
