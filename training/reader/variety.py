"""A document as another writer might have set it, so that the network does not learn the habits of a few sets."""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import replace

from training.reader.documents import ANY_NAME, NAME_LABELS, OUTSIDE, Document
from training.reader.treebanks import join_hyphens

SWAP_DOCUMENTS = 0.5
"""Share of the readings of a document in which names are exchanged (mention replacement, Dai & Adel 2020)."""
SWAP_NAMES = 0.5
"""Share of the names exchanged in such a reading."""
_INNER = sum(1 << at for at, label in enumerate(NAME_LABELS) if label.startswith("I-"))
_OPENING = sum(1 << at for at, label in enumerate(NAME_LABELS) if label.startswith("B-"))


class NamePool:
    """Names of the training documents by what they may be and by how many words they have."""

    def __init__(self, documents: list[Document]) -> None:
        """Gather all names that are surely names."""
        found: dict[tuple[int, int], list[tuple[str, ...]]] = defaultdict(list)
        for document in documents:
            for start, end in find_names(document):
                found[_key(document, start, end)].append(tuple(document.words[start:end]))
        self._names = dict(found)

    def swap(self, document: Document, chance: random.Random) -> None:
        """Exchange some of a document's names in place for others of their kind and length, the same alike."""
        chosen: dict[tuple[str, ...], tuple[str, ...]] = {}
        changed: set[int] = set()
        for start, end in find_names(document):
            words = tuple(document.words[start:end])
            if words not in chosen:
                others = self._names.get(_key(document, start, end), [words])
                chosen[words] = chance.choice(others) if chance.random() < SWAP_NAMES else words
            if chosen[words] != words:
                document.words[start:end] = chosen[words]
                changed.update(document.sentence[start:end])
        if document.vector_rows:
            document.vector_rows = [-1 if at in changed else row for at, row in enumerate(document.vector_rows)]


def find_names(document: Document) -> list[tuple[int, int]]:
    """Return the names of a document whose words must be names: places from, to."""
    bits = document.names or []
    spans = []
    for at, bit in enumerate(bits):
        if bit & OUTSIDE or bit == ANY_NAME or not bit & _OPENING or bit & _INNER:
            continue
        end = at + 1
        while end < len(bits) and bits[end] & _INNER and not bits[end] & (_OPENING | OUTSIDE):
            end += 1
        spans.append((at, end))
    return spans


def _key(document: Document, start: int, end: int) -> tuple[int, int]:
    assert document.names is not None
    return document.names[start], end - start


def recase(document: Document, first: int, last: int, *, capitals: bool) -> None:
    """Write the words from ``first`` to ``last`` as a headline does, in place: title case, or all capitals."""
    for at in range(first, last + 1):
        word = document.words[at]
        small = (
            at > first and len(word) < 5 and (document.tags is None or document.tags[at] in ("IN", "TO", "DT", "CC"))
        )
        if capitals:
            document.words[at] = word.upper()
        elif not small:
            document.words[at] = word[:1].upper() + word[1:]


def vary(document: Document, chance: random.Random, pool: NamePool) -> Document:
    """Return a document with hyphens joined, names exchanged, a headline's capitals, curly quotes, each by chance."""
    if document.heads is not None and chance.random() < 0.6:
        document = join_hyphens(document)
    document = replace(document, words=list(document.words))
    if chance.random() < SWAP_DOCUMENTS:
        pool.swap(document, chance)
    starts = [at for at in range(len(document.words)) if at == 0 or document.sentence[at] != document.sentence[at - 1]]
    for start, end in zip(starts, [*starts[1:], len(document.words)], strict=True):
        share = 0.15 if start == 0 else 0.04
        if end - start >= 5 and chance.random() < share:
            recase(document, start, end - 1, capitals=chance.random() < 0.15)
    if chance.random() < 0.5:
        _curl_quotes(document)
    return document


def _curl_quotes(document: Document) -> None:
    opened = False
    for at, word in enumerate(document.words):
        if document.breaks[at]:
            opened = False
        if word == '"':
            document.words[at] = "”" if opened else "“"
            opened = not opened
        elif "'" in word and word != "'":
            document.words[at] = word.replace("'", "’")
