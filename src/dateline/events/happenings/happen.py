"""The ``happen`` stage: events dated, and those that are one occurrence joined."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from dateline.events.happenings.inference import When, narrate
from dateline.events.happenings.merge import finest_interval, merge_tellings
from dateline.events.happenings.realising import find_realised
from dateline.events.happenings.relating import find_ties
from dateline.events.happenings.settling import choose_shown, join_again, settle_times
from dateline.events.happenings.tellings import Telling, make_tellings
from dateline.ids import content_id
from dateline.model import (
    Article,
    Cite,
    Dating,
    Event,
    EventMention,
    Happening,
    Quote,
    Record,
    Reference,
    Sentence,
    Status,
    TimeExpression,
    TimeReference,
)
from dateline.settings import HappenSettings
from dateline.stage import Batch


def happen_story(batch: Batch, settings: HappenSettings) -> Iterable[Record]:
    """Yield an Event for each event mention outside headlines, and a Happening for each occurrence."""
    articles = {article.article_id: article for article in batch.all(Article)}
    tellings = make_tellings(
        articles.values(),
        batch.all(Sentence),
        batch.all(EventMention),
        batch.all(TimeReference),
        batch.all(Reference),
        batch.all(Quote),
        batch.all(Dating),
        settings,
    )
    narrations = narrate(articles.values(), batch.all(Sentence), batch.all(TimeReference), batch.all(Dating))
    written = {d.article_id: d.published[:10] for d in batch.all(Dating) if d.published}
    expressions = {time.time_id: time for time in batch.all(TimeExpression)}
    ties = find_ties(tellings, expressions, {article.article_id: article.text for article in articles.values()})
    groups = merge_tellings(tellings, settings)
    groups = join_again(groups, settle_times(groups, narrations, ties), settings)
    deictic = {time.time_id for time in expressions.values() if _counts_from_report(time)}
    whens = settle_times(groups, narrations, ties)
    ids = [content_id("happening", batch.key, *sorted(t.mention.event_id for t in group)) for group in groups]
    realised = {at: ids[plan] for at, plan in find_realised(groups, whens, settings).items()}
    for at, group in enumerate(groups):
        yield from (_make_event(telling, ids[at], batch.key) for telling in group)
        happening = _make_happening(group, whens[at], ids[at], batch.key, articles, written, deictic)
        yield replace(happening, realises=realised.get(at))


def _counts_from_report(time: TimeExpression) -> bool:
    """Say whether a time is that of its report ("yesterday", "this morning"): out of its report it misleads."""
    meaning = time.meaning
    return meaning.form == "offset" and meaning.unit == "day" and meaning.anchor == "report" and meaning.shift is None


def _make_event(telling: Telling, happening_id: str, story_id: str) -> Event:
    mention, time = telling.mention, telling.reference
    dated = telling.interval is not None and time is not None
    return Event(
        event_id=mention.event_id,
        happening_id=happening_id,
        article_id=mention.article_id,
        story_id=story_id,
        first=time.first if dated and time else None,
        last=time.last if dated and time else None,
        grain=time.grain if dated and time else None,
        time_basis=f"{time.anchor}: {time.why}" if dated and time else "no time given",
        actors=tuple(sorted(telling.named_actors)),
        targets=tuple(sorted(telling.named_targets)),
        place=telling.place,
        status=telling.status,
    )


def _make_happening(
    group: Sequence[Telling],
    when: When,
    happening_id: str,
    story_id: str,
    articles: Mapping[str, Article],
    written: Mapping[str, str],
    deictic: Container[str],
) -> Happening:
    shown = choose_shown(group)
    dating = finest_interval(shown) or finest_interval(group)
    cites = _cite(shown, dating, articles, deictic)
    return Happening(
        happening_id=happening_id,
        story_id=story_id,
        type=_by_frequency(telling.mention.type for telling in group)[0],
        lemma=_by_frequency(telling.mention.lemma for telling in group)[0],
        text=cites[0].quote,
        actors=_by_frequency(entity for telling in group for entity in sorted(telling.named_actors)),
        targets=_by_frequency(entity for telling in group for entity in sorted(telling.named_targets)),
        place=next(iter(_by_frequency(telling.place for telling in group if telling.place)), None),
        first=when.first,
        last=when.last,
        grain=when.grain,
        time_basis=when.basis,
        time_why=when.why,
        reported=min((day for telling in group if (day := written.get(telling.mention.article_id))), default=None),
        status=_status_of(group),
        standing=_standing_of(group),
        background=all(telling.mention.background for telling in group),
        events=tuple(sorted(telling.mention.event_id for telling in group)),
        cites=cites,
    )


def _cite(
    shown: Sequence[Telling], dating: Telling | None, articles: Mapping[str, Article], deictic: Container[str]
) -> tuple[Cite, ...]:
    """Cite the sentences that tell of the happening, the one that dates it first; those that only mention it without a
    day are left out where any others tell of it, bare undated nouns anyway."""
    telling = [t for t in shown if t.interval or t.mention.main] or [t for t in shown if not t.mention.noun] or shown

    def order(item: Telling) -> tuple[bool, bool, bool, bool, bool, int, int, str, int]:
        sentence = item.sentence
        return (
            item.interval is None or dating is None or dating.interval is None or item.interval != dating.interval,
            sentence.kind == "caption",
            item.standing != "told",
            item.mention.noun,
            item.reference is not None and item.reference.time_id in deictic,
            sentence.index // 4,
            item.span[1] - item.span[0],
            item.mention.article_id,
            item.mention.start,
        )

    cites: dict[Cite, None] = {}
    for item in sorted(telling, key=order):
        start, end = item.span
        quote = articles[item.mention.article_id].text[start:end]
        cites[Cite(article_id=item.mention.article_id, start=start, end=end, quote=quote)] = None
    return tuple(cites)


def _standing_of(group: Sequence[Telling]) -> Literal["told", "mentioned", "quoted", "aside"]:
    """Return how a happening is told at best, going by its dated tellings where it has any."""
    telling = [t for t in group if t.interval] or list(group)
    own = {t.standing for t in telling if not t.quoted}
    if "told" in own:
        return "told"
    return "mentioned" if "mentioned" in own else "aside" if own else "quoted"


def _status_of(group: Sequence[Telling]) -> Status:
    statuses = Counter(telling.status for telling in group)
    return min(statuses, key=lambda status: (-statuses[status], status))


def _by_frequency(values: Iterable[str]) -> tuple[str, ...]:
    counts = Counter(values)
    return tuple(sorted(counts, key=lambda value: (-counts[value], value)))
