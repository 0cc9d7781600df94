"""Which article repeats which, of what kind and how much."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from dateline.copies.align import Overlap, Text, find_overlap, prepare_text
from dateline.model import Article, Copy, Judgement, Pair, Record
from dateline.settings import CopiesSettings
from dateline.stage import Batch

CopyKind = Literal["exact", "reprint", "revision", "partial"]


@dataclass(frozen=True, slots=True)
class _Side:
    article: Article
    text: Text


def find_copies(batch: Batch, settings: CopiesSettings) -> Iterable[Record]:
    """Yield one Copy for each article that repeats another: the one it repeats most of."""
    apart = {frozenset(judgement.subjects) for judgement in batch.all(Judgement) if judgement.kind == "not_same"}
    pairs = [pair for pair in batch.all(Pair) if frozenset((pair.left, pair.right)) not in apart]
    wanted = {article_id for pair in pairs for article_id in (pair.left, pair.right)}
    sides = {
        article.article_id: _Side(article, prepare_text(article.text))
        for article in batch.all(Article)
        if article.article_id in wanted
    }
    best: dict[str, Copy] = {}
    for pair in sorted(pairs, key=lambda pair: (pair.left, pair.right)):
        copy = _judge_pair(pair, sides, settings)
        if copy and (copy.article_id not in best or _rank(copy) > _rank(best[copy.article_id])):
            best[copy.article_id] = copy
    yield from best.values()


def _rank(copy: Copy) -> tuple[float, str]:
    return (copy.share, copy.of)


def _judge_pair(pair: Pair, sides: Mapping[str, _Side], settings: CopiesSettings) -> Copy | None:
    source, repeat = _order(sides[pair.left], sides[pair.right])
    there = find_overlap(repeat.text, source.text, settings.run_words)
    back = find_overlap(source.text, repeat.text, settings.run_words)
    if _is_template(source.text, repeat.text, settings):
        return None
    kind, why = _kind_of(source.article, repeat.article, there, back, settings)
    if kind is None:
        return None
    return Copy(
        article_id=repeat.article.article_id,
        of=source.article.article_id,
        kind=kind,
        share=round(there.share, 3),
        why=f"{why}; {_why_source(source.article, repeat.article)}",
        spans=there.spans,
    )


def _kind_of(
    source: Article, repeat: Article, there: Overlap, back: Overlap, settings: CopiesSettings
) -> tuple[CopyKind | None, str]:
    """Tell a copy's kind from how much of each text stands in the other; words in quotation marks count for little."""
    most = max(there.share, back.share)
    if min(there.share, back.share) >= settings.exact_share:
        return "exact", f"the same text ({there.share:.0%} of its words)"
    if most >= settings.revision_share and source.outlet and source.outlet == repeat.outlet:
        return "revision", f"the same outlet printed {most:.0%} of it in another version"
    if most >= settings.reprint_share:
        return "reprint", f"{most:.0%} of the shorter text stands in the other"
    if max(there.free, back.free) >= settings.partial_share or there.longest_free >= settings.partial_run:
        return "partial", f"{there.share:.0%} of its words, {there.longest_free} in a row, stand in the other"
    return None, ""


def _is_template(source: Text, repeat: Text, settings: CopiesSettings) -> bool:
    """True when two texts that read alike give other numbers throughout: a weather or market form, not a copy."""
    fewer = min(len(source.numbers), len(repeat.numbers))
    if fewer < settings.template_numbers:
        return False
    return len(source.numbers & repeat.numbers) / fewer < settings.template_share


def _order(left: _Side, right: _Side) -> tuple[_Side, _Side]:
    """Return (source, repeat): the earlier first, else the agency itself, else the longer text, else by id."""

    def order(side: _Side) -> tuple[str, bool, int, str]:
        article = side.article
        return (article.published or "9999", not _is_agency(article), -len(side.text.words), article.article_id)

    first, second = sorted((left, right), key=order)
    return first, second


def _is_agency(article: Article) -> bool:
    return bool(article.outlet and article.agency and article.agency.casefold() in article.outlet.casefold())


def _why_source(source: Article, repeat: Article) -> str:
    if source.published and repeat.published and source.published != repeat.published:
        return f"taken to come from the earlier one ({source.published} before {repeat.published})"
    if _is_agency(source):
        return "taken to come from the agency"
    return "which came first is not known; the longer text is taken for the source"
