"""What every part of the brief looks things up in: the story's texts, its evidence, its theme."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from dateline.brief.lines import POOR, Shelf, rate_line, tell_line
from dateline.brief.weigh import LEAD, Theme, find_leads, find_topic_words
from dateline.dates import Interval, parse_cut
from dateline.model import (
    Article,
    Cite,
    Claim,
    Dating,
    Entity,
    Origin,
    Passage,
    Reference,
    Sentence,
    TimeReference,
)
from dateline.settings import BriefSettings
from dateline.stage import Batch
from dateline.support import Evidence


@dataclass(frozen=True, slots=True)
class Context:
    """One story's texts and what stands behind them."""

    story_id: str
    settings: BriefSettings
    evidence: Evidence
    shelf: Shelf
    theme: Theme
    leads: Mapping[tuple[str, int], int]
    """Rank of the lead sentences of each article, by article id and start."""
    fronts: Mapping[tuple[str, int], tuple[int, frozenset[str]]]
    """Rank and telling words of the same."""
    reports: int
    """How many articles the story has."""
    written: Mapping[str, Interval]
    """When each article was written, where that is known."""

    @classmethod
    def of(cls, batch: Batch, settings: BriefSettings) -> Context:
        """Lay out a story's records."""
        articles, sentences = batch.all(Article), batch.all(Sentence)
        leads = find_leads(sentences)
        texts = {row.article_id: row.text for row in articles}
        ends = {(row.article_id, row.start): row.end for row in sentences}
        days = {row.article_id: parse_cut(row.published) for row in batch.all(Dating)}
        return cls(
            batch.key,
            settings,
            Evidence(batch.all(Origin), batch.all(Passage), articles, batch.all(Claim)),
            Shelf.of(articles, sentences, batch.all(Reference), batch.all(TimeReference), batch.all(Entity)),
            Theme.of(articles, sentences),
            leads,
            {
                key: (rank, find_topic_words(texts[key[0]][key[1] : ends[key]]))
                for key, rank in leads.items()
                if key[0] in texts
            },
            len(articles),
            {key: day for key, day in days.items() if day is not None},
        )

    def rate(self, cite: Cite, first: str | None = None, last: str | None = None) -> int:
        """Return how faulty a stretch is as a line beside a day. A pronoun that brackets explain is a slight fault; to
        open with another day than its own is one too."""
        fault = rate_line(cite.quote, caption=self.shelf.is_caption(cite))
        fault += 2 * (first is not None and self.shelf.opens_with_other(cite, first, last))
        fault += POOR * self.shelf.leaves_open(cite)
        explained = fault >= POOR and self.shelf.find_bearer(cite) is not None
        return fault - POOR + 1 if explained else fault

    def tell(self, cite: Cite, first: str | None = None, last: str | None = None) -> str:
        """Return a cited stretch as a line beside a day."""
        return tell_line(cite, self.shelf, first, last)

    def find_front(self, text: str) -> float:
        """Return how far the reports' leads say what a text says: the mean over the reports of the part of the words
        that it shares with a lead sentence of theirs, the first counted in full, later ones less."""
        best: dict[str, float] = {}
        words = find_topic_words(text)
        for (article_id, _), (rank, lead) in self.fronts.items():
            shared = len(words & lead) / max(1, min(len(words), len(lead)))
            best[article_id] = max(best.get(article_id, 0.0), shared * (1 - rank / LEAD))
        return sum(best.values()) / max(1, self.reports)

    def rank_lead(self, cite: Cite) -> int | None:
        """Return the rank of a stretch in its article's lead; None where it is no part of it."""
        at = self.shelf.find_sentence(cite.article_id, cite.start)
        start = self.shelf.sentences[cite.article_id][at].start if at >= 0 else cite.start
        return self.leads.get((cite.article_id, start))
