"""What the reader gives the finders: sentences with tagged tokens in a tree, and what the network saw in them.

This is the seam behind which the reader can be exchanged: ``reader.read_article`` fills these, every finder
(names, times, quantities, quotes, events) takes them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from dateline.model import Article, Sentence

Vectors = npt.NDArray[np.float32]
Span = tuple[int, int]
"""Offsets into the article's text, end exclusive."""


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
    upos: str = "X"
    """Universal part of speech: NOUN, PROPN, VERB, AUX …"""
    head: int = -1
    """Place of its head in the sentence's tokens; -1 for the root."""
    relation: str = "dep"
    """Universal dependency to its head, with subtype: nsubj, obj, nmod:poss, acl:relcl … "root" for the root."""


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence record with its tokens (``sentence.tokens`` holds the same spans)."""

    sentence: Sentence
    tokens: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class SeenName:
    """A name that the network sees, and how likely its labels are."""

    span: Span
    kind: str
    """PER, ORG, GPE, LOC, FAC, NORP, EVENT, PRODUCT, WORK or LAW."""
    score: float


@dataclass(frozen=True, slots=True)
class SeenAttribution:
    """A cue that the network sees ("said", "according to"), with whose and what it makes known."""

    cue: Span
    score: float
    stance: str
    """says, claims, confirms, denies, promises, threatens, asks, believes or doubts."""
    sources: tuple[tuple[Span, float], ...]
    contents: tuple[tuple[Span, float], ...]


@dataclass(frozen=True, slots=True)
class SeenEvent:
    """A trigger that the network sees, with its participants, place and time; each with how likely it is."""

    trigger: Span
    score: float
    kind: str
    """AGREE … OTHER, as the model's tables list them."""
    kind_score: float
    statuses: Mapping[str, float]
    """How likely each of actual, planned, possible, denied, hypothetical is."""
    roles: tuple[tuple[str, Span, float], ...]
    """actor, target, place, time."""


@dataclass(frozen=True, slots=True)
class Seen:
    """All that the network sees in an article; scores are the network's own, not calibrated."""

    names: tuple[SeenName, ...] = ()
    attributions: tuple[SeenAttribution, ...] = ()
    events: tuple[SeenEvent, ...] = ()
    sources: tuple[tuple[Span, float], ...] = ()
    """Groups that read as the source of something, whether or not a cue was found."""
    contents: tuple[tuple[Span, float], ...] = ()
    """Stretches that read as somebody's words or thoughts, outermost, whether or not a cue was found."""
    counted: Mapping[int, tuple[Span, float]] = field(default_factory=dict)
    """What a number or vague count counts, by where its token starts."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An article and its read sentences, in order, and what the network saw in them.

    ``token_vectors`` has a row for every token in order, ``sentence_vectors`` one for every sentence (width 384, the
    latter at length one and near MiniLM's own); None where no network read.
    """

    article: Article
    sentences: tuple[ReadSentence, ...]
    seen: Seen = field(default_factory=Seen)
    token_vectors: Vectors | None = None
    sentence_vectors: Vectors | None = None
