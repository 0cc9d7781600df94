"""A story's records, laid out so that the comparing functions can ask for what stands at a place of a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from dateline.dates import Interval, span_of
from dateline.model import (
    Article,
    Cite,
    Claim,
    Dating,
    Entity,
    Event,
    EventMention,
    Happening,
    Mention,
    Origin,
    Passage,
    Quantity,
    Reference,
    Sentence,
    Side,
    TimeReference,
)
from dateline.stage import Batch
from dateline.support import Evidence

V = TypeVar("V")
_LONG = 420
"""Longest sentence cited whole, in characters; a longer one is cited by its clause where that is known."""


@dataclass(frozen=True, slots=True)
class StoryView:
    """Records of one story by article, sentence or id. Every tuple is in the order of the text."""

    story_id: str
    articles: dict[str, Article]
    sentences: dict[str, Sentence]
    quantities: dict[str, tuple[Quantity, ...]]
    """By sentence."""
    mentions: dict[str, tuple[Mention, ...]]
    """By sentence."""
    triggers: dict[str, tuple[EventMention, ...]]
    """By sentence."""
    times: dict[str, tuple[TimeReference, ...]]
    """By article, as are references and claims."""
    references: dict[str, tuple[Reference, ...]]
    claims: dict[str, tuple[Claim, ...]]
    events: dict[str, Event]
    happenings: dict[str, Happening]
    entities: dict[str, Entity]
    datings: dict[str, Dating]
    evidence: Evidence
    accounts: dict[str, str]
    """Article → the account it gives: one text and its copies. Two reports of one outlet are two accounts of one
    origin: they may differ, but never bear each other out."""

    def written(self, article_id: str) -> str | None:
        """Return when an article was written: its published date, else the first day it can have been; else None."""
        dating = self.datings.get(article_id)
        if dating is not None:
            return dating.published or (dating.first if dating.first and dating.first == dating.last else None)
        article = self.articles.get(article_id)
        return article.published if article is not None else None

    def period(self, article_id: str) -> Interval | None:
        """Return the days in which an article can have been written; those of the whole story where it is undated."""
        dating = self.datings.get(article_id)
        span = span_of(dating.published or dating.first, dating.published or dating.last) if dating else None
        if span is not None:
            return span
        days = sorted(day for name in self.articles if (day := self.written(name)) is not None)
        return span_of(days[0][:10], days[-1][:10]) if days else None

    def origin(self, article_id: str) -> str:
        """Return the origin that an article belongs to; an article in none is its own."""
        return self.evidence.origin(article_id)

    def account(self, article_id: str) -> str:
        """Return the account that an article gives: itself, or the first of the articles that have its text."""
        return self.accounts.get(article_id, article_id)

    def outlet(self, article_id: str) -> str | None:
        """Return the outlet of an article."""
        article = self.articles.get(article_id)
        return article.outlet if article is not None else None

    def make_side(self, says: str, said_by: str | None, cites: Iterable[Cite]) -> Side:
        """Return one side of a discrepancy, with what stands behind it."""
        rows = tuple(sorted(set(cites)))
        behind = self.evidence.count(rows)
        return Side(
            says=says,
            said_by=said_by,
            origins=behind.origins,
            cites=rows,
            articles=behind.articles,
            outlets=behind.outlets,
            speakers=behind.speakers,
        )

    def find_entity(self, article_id: str, start: int, end: int) -> Entity | None:
        """Return the entity that the longest reference inside a span refers to; None when there is none."""
        inside = [r for r in self.references.get(article_id, ()) if start <= r.start and r.end <= end]
        for reference in sorted(inside, key=lambda r: (r.start - r.end, r.start)):
            if reference.entity_id in self.entities:
                return self.entities[reference.entity_id]
        return None

    def find_claim(self, article_id: str, start: int, end: int) -> Claim | None:
        """Return the narrowest claim whose words cover a span; None when the outlet says it itself."""
        covering = [c for c in self.claims.get(article_id, ()) if c.cite.start <= start and end <= c.cite.end]
        return min(covering, key=lambda c: (c.cite.end - c.cite.start, c.claim_id), default=None)

    def cite(self, sentence: Sentence, start: int, end: int) -> Cite:
        """Return the cite of a sentence around a span of it, or of the span's clause where the sentence is long."""
        low, high = sentence.start, sentence.end
        if high - low > _LONG:
            clauses = [t.clause for t in self.triggers.get(sentence.sentence_id, ())]
            fitting = [c for c in clauses if low <= c[0] <= start and end <= c[1] <= high and c[1] - c[0] < high - low]
            if fitting:
                low, high = min(fitting, key=lambda c: (c[0] - c[1], c))
        text = self.articles[sentence.article_id].text
        return Cite(article_id=sentence.article_id, start=low, end=high, quote=text[low:high])


def _group(rows: Iterable[V], key: Callable[[V], str], order: Callable[[V], object]) -> dict[str, tuple[V, ...]]:
    groups: dict[str, list[V]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return {name: tuple(sorted(group, key=order)) for name, group in sorted(groups.items())}  # type: ignore[arg-type]


_ONE_TEXT = frozenset({"copy", "page"})
"""Ties between articles that have one text."""


def _find_accounts(origins: Iterable[Origin]) -> dict[str, str]:
    """Return article → the first article with its text. An origin that tells no ties is one account."""
    root: dict[str, str] = {}
    for origin in origins:
        alone = bool(origin.ties)
        root |= {key: key if alone else min(origin.articles) for key in origin.articles}
        for tie in origin.ties:
            if tie.kind in _ONE_TEXT and tie.other in root:
                low, high = sorted((_find_root(root, tie.article_id), _find_root(root, tie.other)))
                root[high] = low
    return {key: _find_root(root, key) for key in root}


def _find_root(root: dict[str, str], key: str) -> str:
    while root[key] != key:
        root[key] = root[root[key]]
        key = root[key]
    return key


def view_story(batch: Batch) -> StoryView:
    """Lay out a batch of one story. Records of articles or sentences that are not in the batch are left aside."""
    articles = {a.article_id: a for a in batch.all(Article)}
    sentences = {s.sentence_id: s for s in batch.all(Sentence) if s.article_id in articles}
    return StoryView(
        story_id=batch.key,
        articles=articles,
        sentences=sentences,
        quantities=_group(
            (q for q in batch.all(Quantity) if q.sentence_id in sentences),
            lambda q: q.sentence_id,
            lambda q: (q.start, q.end, q.quantity_id),
        ),
        mentions=_group(
            (m for m in batch.all(Mention) if m.article_id in articles),
            lambda m: m.sentence_id,
            lambda m: (m.start, m.end, m.mention_id),
        ),
        triggers=_group(
            (e for e in batch.all(EventMention) if e.article_id in articles),
            lambda e: e.sentence_id,
            lambda e: (e.start, e.end, e.event_id),
        ),
        times=_group(batch.all(TimeReference), lambda t: t.article_id, lambda t: (t.start, t.end, t.time_id)),
        references=_group(batch.all(Reference), lambda r: r.article_id, lambda r: (r.start, r.end, r.entity_id)),
        claims=_group(batch.all(Claim), lambda c: c.article_id, lambda c: (c.cite.start, c.cite.end, c.claim_id)),
        events={e.event_id: e for e in batch.all(Event)},
        happenings={h.happening_id: h for h in batch.all(Happening)},
        entities={e.entity_id: e for e in batch.all(Entity)},
        datings={d.article_id: d for d in batch.all(Dating)},
        evidence=Evidence(batch.all(Origin), batch.all(Passage), articles.values(), batch.all(Claim)),
        accounts=_find_accounts(batch.all(Origin)),
    )
