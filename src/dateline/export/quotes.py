"""Attributed statements as a reader wants them: by speaker, the same words of several reports told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.export.contract import CiteData, QuoteData
from dateline.export.phrase import flatten, say_behind
from dateline.words import fold

PRONOUNS = frozenset("he she it they i we you who this that these those one".split())
"""A speaker who is called no more than this in the text, and was not resolved, is shown as not named."""

UNNAMED = "Speaker not named"


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a speaker: its words, how it is put, every place that has it, and what stands behind it."""

    words: str
    direct: bool
    stance: str
    cites: list[CiteData] = field(default_factory=list)
    carried: list[QuoteData] = field(default_factory=list)

    @property
    def behind(self) -> str:
        """How many articles, outlets and independent reports give the words; empty for a single article."""
        widest = max(self.carried, key=lambda quote: quote["articles"], default=None)
        return say_behind(widest) if widest is not None and widest["articles"] > 1 else ""


def group_quotes(quotes: Iterable[QuoteData]) -> list[tuple[str, list[Said]]]:
    """Return statements by speaker, who speaks most first; those without a named speaker last."""
    speakers: defaultdict[str, dict[tuple[str, bool, str], Said]] = defaultdict(dict)
    for quote in quotes:
        direct = quote["kind"] == "direct"
        key = (fold(quote["quote"]), direct, quote["stance"])
        own = speakers[name_speaker(quote)]
        said = own.setdefault(key, Said(flatten(quote["quote"]), direct, quote["stance"]))
        said.carried.append(quote)
        said.cites.append(
            CiteData(article_id=quote["article_id"], start=quote["start"], end=quote["end"], quote=quote["quote"])
        )
    groups = [(name, list(own.values())) for name, own in speakers.items()]
    return sorted(groups, key=lambda group: (group[0] == UNNAMED, -len(group[1]), group[0]))


def name_speaker(quote: QuoteData) -> str:
    """Return the speaker's name, or else what the text calls the speaker unless that is a mere pronoun."""
    name = flatten(quote["speaker"] or quote["speaker_text"] or "")
    return UNNAMED if fold(name) in PRONOUNS or not name else name
