"""What weighs in a story: what its headlines and leads are about, how grave a happening is, who stands behind it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.model import Article, Happening, Sentence
from dateline.words import find_content_words

_GRAVITY: Mapping[str, float] = {
    **dict.fromkeys(("DEATH", "DISASTER", "ACCIDENT"), 1.0),
    **dict.fromkeys(("ASSAULT", "RESIGN"), 0.9),
    **dict.fromkeys(("LEGAL", "CRIME", "AGREE", "SANCTION"), 0.8),
    **dict.fromkeys(("COERCE", "ELECTION", "YIELD", "MOBILIZE"), 0.7),
    **dict.fromkeys(("APPOINT", "CLOSE", "LAUNCH", "PROTEST", "DECIDE", "REJECT"), 0.6),
    **dict.fromkeys(("OPEN", "BUSINESS", "MOVE", "THREATEN", "AID", "HEALTH"), 0.5),
    **dict.fromkeys(("ACCUSE", "COOPERATE", "SPORT", "SCIENCE"), 0.4),
    **dict.fromkeys(("REQUEST", "SUPPORT", "MEET"), 0.3),
    **dict.fromkeys(("CONSULT",), 0.2),
}
"""How much a happening of a type weighs by itself, 0 to 1: what cannot be undone first, talk last. An order of
judgement, as editors give it; it only decides between lines that the headlines leave equal."""
_OTHER = 0.15
"""Gravity of a type that stands for none."""
TELLING = frozenset("say tell add report state note write explain recall describe repeat".split())
"""Lemmas of happenings that only pass something on."""
_GRAMMAR = frozenset(
    "about after again against also although among another around back because been before being between both could "
    "does doing down during each even every from have having here himself into itself just like many might more most "
    "much must once only other over said same says shall should since some still such than that their them then there "
    "these they this those through under until upon very want well were what when where which while whom whose will "
    "with within without would year your yesterday today monday tuesday wednesday thursday friday saturday "
    "sunday".split()
)
"""Words of four letters or more that tell nothing of what a text is about."""
_TITLE, _FIRST, _SECOND = 1.0, 0.6, 0.3
"""Weight of a word in a headline, in the first and in the second sentence below it."""
_LONE = 0.4
"""Part of its weight that a word keeps which one report alone puts up front: an outlet's angle, not the story."""
_SMOOTH = 10
"""Words added to a line's length before its agreement is put in relation to it, so that short ones gain nothing."""
LEAD = 3
"""Body sentences of an article that count as its lead: news tells the newest and weightiest there."""


def find_leads(sentences: Iterable[Sentence]) -> dict[tuple[str, int], int]:
    """Return (article id, start) of the first body sentences of each article, with their rank from 0."""
    by_article: dict[str, list[Sentence]] = {}
    for sentence in sentences:
        if sentence.kind == "body":
            by_article.setdefault(sentence.article_id, []).append(sentence)
    return {
        (article, sentence.start): rank
        for article, found in by_article.items()
        for rank, sentence in enumerate(sorted(found, key=lambda s: s.start)[:LEAD])
    }


def find_topic_words(text: str) -> frozenset[str]:
    """Return the words of a text that tell what it is about."""
    return find_content_words(text) - _GRAMMAR


@dataclass(frozen=True, slots=True)
class Theme:
    """The words that a story's headlines and leads share, weighed."""

    weights: Mapping[str, float]
    best: float
    """Agreement of the lead sentence that agrees most."""

    @classmethod
    def of(cls, articles: Iterable[Article], sentences: Iterable[Sentence]) -> Theme:
        """Weigh the words of headlines and leads: by place, and by how many reports put them there."""
        rows = list(sentences)
        leads = find_leads(rows)
        parts: dict[str, dict[str, float]] = {row.article_id: {} for row in articles}
        for article in articles:
            for word in find_topic_words(article.title or ""):
                parts[article.article_id][word] = _TITLE
        fronts = [row for row in rows if leads.get((row.article_id, row.start), LEAD) < LEAD - 1]
        texts = {row.article_id: row.text for row in articles}
        told = [texts[row.article_id][row.start : row.end] for row in fronts if row.article_id in texts]
        for row, text in zip((row for row in fronts if row.article_id in texts), told, strict=True):
            weight = (_FIRST, _SECOND)[leads[row.article_id, row.start]]
            own = parts[row.article_id]
            for word in find_topic_words(text):
                own[word] = max(own.get(word, 0.0), weight)
        return cls.weigh(parts.values(), told)

    @classmethod
    def weigh(cls, parts: Iterable[Mapping[str, float]], told: Iterable[str]) -> Theme:
        """Add up the words' weights over the reports."""
        rows = [part for part in parts if part]
        total: Counter[str] = Counter()
        often: Counter[str] = Counter()
        for part in rows:
            total.update(part)
            often.update(part.keys())
        few = 2 if len(rows) > 1 else 1
        weights = {word: value * (1.0 if often[word] >= few else _LONE) for word, value in total.items()}
        plain = cls(weights, 1.0)
        return cls(weights, max((plain.measure(text) for text in told), default=1.0) or 1.0)

    def measure(self, text: str) -> float:
        """Return how much of what the story is about a text holds, in relation to its length."""
        words = find_topic_words(text)
        return sum(self.weights.get(word, 0.0) for word in words) / math.sqrt(len(words) + _SMOOTH)

    def agree(self, text: str) -> float:
        """Return a text's agreement with headlines and leads, 1 for the lead sentence that agrees most."""
        return min(1.0, self.measure(text) / self.best)


def find_gravity(happening: Happening) -> float:
    """Return how much a happening weighs by what sort of thing it is, 0 to 1."""
    return _OTHER if happening.lemma in TELLING else _GRAVITY.get(happening.type, _OTHER)


def weigh_line(*, theme: float, gravity: float, origins: int, front: float, fault: int) -> float:
    """Return what a line weighs, 0 to about 1: what the headlines are about, how grave it is, how many independent
    reports tell it, and which part of them up front (``front``); less for what reads badly.

    The shares were set by reading the first lines of forty stories beside their headlines (evals/eval_brief.py).
    """
    support = min(1.0, math.log2(max(1, origins)) / 2)
    return 0.5 * theme + 0.12 * gravity + 0.15 * support + 0.3 * min(1.0, front) - 0.08 * min(fault, 5)
