"""What the reader gives the finders: sentences with tagged tokens.

This is the seam behind which the reader can be exchanged: ``reader.read_article`` fills these, every finder
(names, times, quantities, quotes, events) takes them.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Article, Sentence


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark, split as in the Penn treebank (``do`` ``n't``, ``North`` ``'s``). Offsets into article text."""

    text: str
    start: int
    end: int
    tag: str
    """Penn treebank tag: NN, NNS, NNP, VBD, VBN, MD, CD, IN …"""
    lemma: str
    """Lower-case base form: "withdrew" → "withdraw", "officials" → "official"."""


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence record with its tokens (``sentence.tokens`` holds the same spans)."""

    sentence: Sentence
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and its read sentences, in order."""

    article: Article
    sentences: tuple[ReadSentence, ...]
