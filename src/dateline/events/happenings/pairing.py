"""How likely two event mentions are of one occurrence: a logistic model over what their records share.

The features are those that hold up across corpora (Bugert et al. 2021: words, contexts and participants; a sentence's
vector says little, since every event of a sentence looks alike in it). ``training/fit_pairs.py`` fits the weights.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from posixpath import commonprefix

import numpy as np
import numpy.typing as npt

from dateline.model import EventMention, Sentence
from dateline.vectors import unpack_vectors
from dateline.words import find_content_words, find_words

Floats = npt.NDArray[np.float64]
WIDTH = 384
"""Numbers in a trigger's vector."""
_NEAR = 40
"""Characters on either side of a trigger in which words count as near it: some six words."""
_ENDINGS = (
    *("ations", "ation", "ition", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "er", "ors", "or"),
    *("ance", "al", "ure", "ed", "es", "s", "e"),
)
"""Endings by which nouns and verbs of one root differ: "acquisition" and "acquire" have "acquis" and "acquir"."""
_LEAST_ROOT = 3


@dataclass(frozen=True, slots=True)
class Trait:
    """What tells one event mention from others, apart from its time."""

    mention: EventMention
    root: str
    actor: frozenset[str]
    target: frozenset[str]
    others: frozenset[str]
    """Words of actor, target and place together."""
    words: frozenset[str]
    """Content words of the sentence, the trigger left out."""
    near: frozenset[str]
    clause: frozenset[str]
    numbers: frozenset[str]


def make_trait(text: str, mention: EventMention, sentence: Sentence) -> Trait:
    """Return the trait of an event mention; ``text`` is its article's."""
    own = frozenset(find_content_words(text[mention.start : mention.end]))
    words = find_content_words(text[sentence.start : sentence.end]) - own
    left, right = max(sentence.start, mention.start - _NEAR), min(sentence.end, mention.end + _NEAR)
    actor, target, place = (_words_in(text, span) for span in (mention.actor, mention.target, mention.place))
    return Trait(
        mention=mention,
        root=find_root(mention.word or mention.lemma),
        actor=actor,
        target=target,
        others=actor | target | place,
        words=words,
        near=(find_content_words(text[left:right]) - own) & words,
        clause=find_content_words(text[mention.clause[0] : mention.clause[1]]) - own,
        numbers=frozenset(word for word in words if word[0].isdigit()),
    )


def _words_in(text: str, span: tuple[int, int] | None) -> frozenset[str]:
    return frozenset(word for word, _, _ in find_words(text[span[0] : span[1]])) if span else frozenset()


def find_root(word: str) -> str:
    """Return a word without the ending that makes a noun or a verb of it."""
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= _LEAST_ROOT), "")
    return word.removesuffix(ending)


def key_roots(left: Trait, right: Trait) -> tuple[str, str]:
    """Return the roots of two mentions in order: the key of a learned pair."""
    return (left.root, right.root) if left.root <= right.root else (right.root, left.root)


def stack_vectors(traits: Sequence[Trait]) -> npt.NDArray[np.float32]:
    """Return the triggers' vectors, a row each of length 1."""
    return unpack_vectors([trait.mention.vector for trait in traits], WIDTH)


FEATURES = (
    *("same word", "same root", "same class", "shared beginning", "learned pair"),
    *("alike", "much alike", "same word alike", "other word alike"),
    *("same type", "other type", "both verbs", "verb and noun"),
    *("same article", "same sentence"),
    *("words", "same word words", "near words", "clause words"),
    *("participants", "same actor", "other actor", "same target", "other target"),
    *("same number", "other number", "rarity", "same word rarity", "same root rarity"),
    *("same status", "same tense"),
    *("root spread", "root share", "root beside"),
)
"""Names of the features, in the order of ``measure_pair``."""


@dataclass(frozen=True, slots=True)
class Survey:
    """How a story uses its event words: what all its reports tell of is more often one occurrence than what few do."""

    spread: Mapping[str, float]
    """Root → part of the articles that have it."""
    share: Mapping[str, float]
    """Root → part of the mentions that have it."""
    beside: Mapping[str, Counter[str]]
    """Sentence id → the roots in it, each as often as it stands there."""


def survey_traits(traits: Sequence[Trait]) -> Survey:
    """Return how often and how widely each root is used in the mentions that are compared."""
    articles: dict[str, set[str]] = {}
    beside: dict[str, Counter[str]] = {}
    for trait in traits:
        articles.setdefault(trait.root, set()).add(trait.mention.article_id)
        beside.setdefault(trait.mention.sentence_id, Counter())[trait.root] += 1
    total = len({trait.mention.article_id for trait in traits})
    counts = Counter(trait.root for trait in traits)
    return Survey(
        {root: len(found) / total for root, found in articles.items()},
        {root: count / len(traits) for root, count in counts.items()},
        beside,
    )


def measure_pair(left: Trait, right: Trait, alike: float, learned: float, survey: Survey) -> tuple[float, ...]:
    """Return the features of two mentions. ``alike`` is the cosine of their vectors, ``learned`` the log odds of their
    roots being of one occurrence, ``survey`` that of the mentions that they are among."""
    one, two = left.mention, right.mention
    same = float(one.word == two.word)
    words = _jaccard(left.words, right.words)
    rarity = (one.rarity + two.rarity) / 2
    return (
        same,
        float(left.root == right.root),
        float(one.lemma == two.lemma),
        _share_beginning(one.word, two.word),
        learned,
        alike,
        max(0.0, alike - 0.5),
        alike * same,
        alike * (1 - same),
        float(one.type == two.type != "OTHER"),
        float(one.type != two.type and "OTHER" not in (one.type, two.type)),
        float(not one.noun and not two.noun),
        float(one.noun != two.noun),
        float(one.article_id == two.article_id),
        float(one.sentence_id == two.sentence_id),
        words,
        words * same,
        _jaccard(left.near, right.near),
        _jaccard(left.clause, right.clause),
        _jaccard(left.others, right.others),
        _jaccard(left.actor, right.actor),
        _differ(left.actor, right.actor),
        _jaccard(left.target, right.target),
        _differ(left.target, right.target),
        float(bool(left.numbers & right.numbers)),
        _differ(left.numbers, right.numbers),
        rarity,
        rarity * same,
        rarity * float(left.root == right.root),
        float(one.status == two.status),
        float(one.tense == two.tense),
        (survey.spread[left.root] + survey.spread[right.root]) / 2,
        (survey.share[left.root] + survey.share[right.root]) / 2,
        float(_count_beside(left, right, survey) + _count_beside(right, left, survey)),
    )


def _count_beside(trait: Trait, other: Trait, survey: Survey) -> int:
    """Return how often a mention's sentence has the other's root in other words: those are likelier the same."""
    return survey.beside[trait.mention.sentence_id][other.root] - (trait.root == other.root)


def _jaccard(left: frozenset[str], right: frozenset[str]) -> float:
    shared = len(left & right)
    return shared / (len(left) + len(right) - shared) if shared else 0.0


def _differ(left: frozenset[str], right: frozenset[str]) -> float:
    return float(bool(left) and bool(right) and not left & right)


def _share_beginning(left: str, right: str) -> float:
    """Return the part of the longer word that both begin with."""
    length = max(len(left), len(right))
    return len(commonprefix((left, right))) / length if length else 0.0


@dataclass(frozen=True, slots=True)
class PairModel:
    """A fitted model: bias, a weight for each feature, and the log odds of pairs of roots."""

    bias: float
    weights: Mapping[str, float]
    roots: Mapping[tuple[str, str], float]

    def score(self, left: Trait, right: Trait, alike: float, survey: Survey) -> float:
        """Return the probability that two mentions are of one occurrence, their times left out of account."""
        return 1 / (1 + math.exp(-max(-60.0, min(60.0, self.weigh(left, right, alike, survey)))))

    def weigh(self, left: Trait, right: Trait, alike: float, survey: Survey) -> float:
        """Return the log odds of what ``score`` gives."""
        learned = self.roots.get(key_roots(left, right), 0.0)
        values = zip(self.weights.values(), measure_pair(left, right, alike, learned, survey), strict=True)
        return self.bias + sum(weight * value for weight, value in values)
