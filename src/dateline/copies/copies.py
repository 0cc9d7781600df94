"""Which articles an article repeats, of what kind and how much."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from dateline.copies.align import Text, prepare_text
from dateline.copies.judge import CopyKind, explain_order, is_form, judge_kind, order_sources
from dateline.copies.overlap import Overlap, measure_overlap
from dateline.model import Article, Copy, Judgement, Pair, Record
from dateline.settings import CopiesSettings
from dateline.stage import Batch

_AS_GOOD = 0.05
"""Of sources whose shares differ by less, the first in time is the main one: the others have it from there too."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A source that the article repeats. ``place`` is its place in order of time."""

    place: int
    source: Article
    overlap: Overlap
    kind: CopyKind
    why: str


def find_copies(batch: Batch, settings: CopiesSettings) -> Iterable[Record]:
    """Yield a Copy for the source that the batch's article repeats most of, and for others that give it more.

    A source counts as another one when it holds a passage of ``partial_run`` words that no source before it holds.
    """
    articles = {article.article_id: article for article in batch.all(Article)}
    repeat = articles[batch.key]
    apart = {frozenset(judgement.subjects) for judgement in batch.all(Judgement) if judgement.kind == "not_same"}
    sources = sorted(
        (articles[pair.of] for pair in batch.all(Pair) if frozenset((pair.article_id, pair.of)) not in apart),
        key=lambda source: order_sources(repeat, source),
    )
    text = prepare_text(repeat.text, repeat.body_start)
    for one in _choose(_compare_all(repeat, text, sources, settings), settings):
        yield Copy(
            article_id=repeat.article_id,
            of=one.source.article_id,
            kind=one.kind,
            share=round(one.overlap.share, 3),
            why=f"{one.why}; {explain_order(repeat, one.source)}",
            spans=tuple((text.spans[first][0], text.spans[end - 1][1]) for first, end in one.overlap.runs),
        )


def _compare_all(repeat: Article, text: Text, sources: Iterable[Article], settings: CopiesSettings) -> list[_Found]:
    """Compare with the sources in order of time, until one holds the whole: those after it could give nothing new."""
    found: list[_Found] = []
    for place, source in enumerate(sources):
        one = _compare(place, repeat, text, source, settings)
        if one is None:
            continue
        found.append(one)
        if one.kind != "quote" and len(text.words) - one.overlap.words < settings.partial_run:
            break
    return found


def _compare(place: int, repeat: Article, text: Text, source: Article, settings: CopiesSettings) -> _Found | None:
    other = prepare_text(source.text, source.body_start)
    overlap = measure_overlap(text, other, settings.run_words, settings.gap_words)
    judged = judge_kind(repeat, source, overlap, settings)
    if judged is None or is_form(overlap, settings):
        return None
    return _Found(place, source, overlap, *judged)


def _choose(found: list[_Found], settings: CopiesSettings) -> list[_Found]:
    """Return the main source, then those that hold what none before them holds, in order of how much they hold.

    The article is one text's copy at most; of the others it is one in part, so that a round-up joins no stories.
    """
    copies = [one for one in found if one.kind != "quote"]
    chosen = [_choose_main(copies)] if copies else []
    covered = {at for one in chosen for at in _words_of(one)}
    for one in sorted(found, key=lambda one: (one.kind == "quote", -one.overlap.share, one.place)):
        new = set(_words_of(one)) - covered
        least = settings.quote_run if one.kind == "quote" else settings.partial_run
        if one not in chosen[:1] and len(new) >= least and len(chosen) < settings.most_copies:
            chosen.append(one if one.kind == "quote" or not chosen else replace(one, kind="partial"))
            covered |= new
    return chosen


def _choose_main(copies: list[_Found]) -> _Found:
    """Return the first in time of the sources with the same text, else of those that share about as much as any."""
    same = [one for one in copies if one.kind == "exact"]
    most = max(one.overlap.share for one in copies)
    good = same or [one for one in copies if one.overlap.share >= most - _AS_GOOD]
    return min(good, key=lambda one: one.place)


def _words_of(one: _Found) -> list[int]:
    return [at for first, end in one.overlap.runs for at in range(first, end)]
