"""Who speaks, by name: from the words beside a quote to the entity they mean, and the chain that passed it on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model import Article, Entity, Mention, Quote, Reference
from dateline.words import fold

_PRONOUNS = frozenset(
    "he she they it i we you him her them this that these those who which what another others some many most one ones "
    "both all several few everyone everybody someone somebody anyone anybody nobody each either neither himself "
    "herself itself themselves us me mine his hers theirs it's whoever".split()
) | {"both of them", "some of them", "one of them", "all of them", "most of them", "many of them", "each of them"}
"""Words that name nobody: a speaker of these alone is unknown unless a reference resolves it."""
_PREPOSITION = re.compile(
    r"\b(?:of|for|in|at|from|with|on|by|to|near|inside|who|which|whose|briefed|familiar|close)\b"
    r"|,(?= (?!and\b|or\b)[a-z\d])"
)
"""What ends a name before its description: "a spokesman | for the port", "Ada Holm |, the mayor of the town"."""


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch of an article that means an entity (or, where nothing is resolved, a bare name)."""

    start: int
    end: int
    kind: str
    name: str
    via: str


def name_stretches(
    mentions: Iterable[Mention], references: Iterable[Reference], entities: Iterable[Entity]
) -> dict[str, tuple[Named, ...]]:
    """Return, for each article, what its names, role nouns and pronouns mean, in order of their spans."""
    known = {entity.entity_id: entity for entity in entities}
    found: dict[str, dict[tuple[int, int], Named]] = {}
    for row in mentions:
        here = found.setdefault(row.article_id, {})
        here[(row.start, row.end)] = Named(row.start, row.end, row.kind, row.text, "name")
    for reference in references:
        entity = known.get(reference.entity_id)
        if entity is not None:
            here = found.setdefault(reference.article_id, {})
            span = (reference.start, reference.end)
            here[span] = Named(*span, entity.kind, entity.name, reference.via)
    return {article_id: tuple(here[span] for span in sorted(here)) for article_id, here in found.items()}


def name_speaker(article: Article, quote: Quote, named: Sequence[Named]) -> tuple[str | None, tuple[str, ...]]:
    """Return the speaker's name, or description, or None; and the organisations that its words name, in order.

    Where no word says that anybody spoke the words in quotation marks, only a name is sure enough: the nearest noun
    phrase is often no speaker.
    """
    if quote.speaker_span is None:
        return None, ()
    start, end = quote.speaker_span
    inside = [item for item in named if start <= item.start and item.end <= end]
    core = _core_end(article.text, start, end, inside)
    speaker = _pick(inside, start, core, end, article.text)
    if speaker is None and quote.cue_span is None and quote.kind == "direct":
        return None, ()
    name = speaker.name if speaker is not None else _describe(article.text[start:end])
    around = [n.name for n in inside if n.kind == "ORG" and n is not speaker and n.via == "name"]
    return name, tuple(dict.fromkeys(around))


def _core_end(text: str, start: int, end: int, inside: Sequence[Named]) -> int:
    """Return where the phrase ends before its first "of", "for", ", the" … that is not part of a name."""
    for match in _PREPOSITION.finditer(text, start + 1, end):
        if not any(item.start <= match.start() < item.end for item in inside):
            return len(text[: match.start()].rstrip())
    return end


def _pick(inside: Sequence[Named], start: int, core: int, end: int, text: str) -> Named | None:
    """Return what the head of the phrase means: a name at its end, a name in apposition, or a resolved role noun."""
    if _is_joined(inside, start, core, text):
        return None
    closing = [item for item in inside if item.end == core and item.via == "name" and item.kind != "NORP"]
    if closing:
        return min(closing, key=lambda item: item.start)
    apposed = [
        item for item in inside if item.kind == "PER" and item.start > core and not text[core : item.start].strip(" ,")
    ]
    apposed += [item for item in inside if item.kind == "PER" and item.end == end and "," in text[start : item.start]]
    if apposed:
        return apposed[0]
    resolved = [item for item in inside if item.via != "name" and item.start <= core - 1 < item.end]
    return max(resolved, key=lambda item: item.end - item.start) if resolved else None


def _is_joined(inside: Sequence[Named], start: int, core: int, text: str) -> bool:
    """Tell whether the words join several speakers: "Marland and the United Provinces"."""
    joins = [match.start() for match in re.finditer(r"\b(?:and|or)\b|&", text[start:core])]
    loose = [start + at for at in joins if not any(item.start <= start + at < item.end for item in inside)]
    return any(item.end <= at for at in loose for item in inside) and any(
        item.start > at for at in loose for item in inside
    )


def _describe(words: str) -> str | None:
    """Return a description as it stands, white space evened; None for a bare pronoun."""
    even = " ".join(words.split())
    return None if not even or fold(even) in _PRONOUNS else even


def outer_quotes(quote: Quote, quotes: Iterable[Quote]) -> list[Quote]:
    """Return the quotes whose words hold this one with its source: "Yonhap said officials said …", widest first."""
    held = (
        (quote.start, quote.end)
        if quote.speaker_span is None
        else (
            min(quote.start, quote.speaker_span[0]),
            max(quote.end, quote.speaker_span[1]),
        )
    )
    around = [
        other
        for other in quotes
        if other is not quote
        and other.start <= held[0]
        and held[1] <= other.end
        and _size(other) > quote.end - quote.start
    ]
    return sorted(around, key=lambda other: (-_size(other), other.start, other.quote_id))


def _size(quote: Quote) -> int:
    return quote.end - quote.start


def join_chain(links: Iterable[str | None]) -> tuple[str, ...]:
    """Return the links of a chain without gaps and without a name that comes again."""
    chain: dict[str, str] = {}
    for link in links:
        if link is not None and link.strip():
            chain.setdefault(fold(link), link)
    return tuple(chain.values())
