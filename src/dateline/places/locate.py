"""The stage ``locate``: puts the places that a story's articles name on the map."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from dateline.model import (
    Article,
    Entity,
    EventMention,
    Location,
    Mention,
    PlaceRole,
    Quote,
    Record,
    Reference,
    Sentence,
)
from dateline.places.names import read_names
from dateline.places.roles import Scene, tell_role
from dateline.places.scorer import Settled, settle_names
from dateline.places.table import Place, division_names
from dateline.settings import LocateSettings
from dateline.stage import Batch

Span = tuple[int, int]
Spanned = TypeVar("Spanned", Mention, Sentence, EventMention, Quote)
STATED = 2.0
"""How much more a report counts that says in which state or country the place lies."""
SURE = 0.9
"""Share from which an article's own reading of a name is not given up for its story's."""


@dataclass(frozen=True, slots=True)
class _Story:
    """The batch, sorted and indexed by article."""

    story_id: str
    articles: tuple[Article, ...]
    mentions: Mapping[str, tuple[Mention, ...]]
    sentences: Mapping[str, tuple[Sentence, ...]]
    events: Mapping[str, tuple[EventMention, ...]]
    quotes: Mapping[str, tuple[Quote, ...]]
    entities: Mapping[tuple[str, int, int], str]
    """Entity ids by (article, start, end) of the names that refer to them."""
    states: frozenset[str]
    """Ids of the entities that are states."""


def locate_story(batch: Batch, settings: LocateSettings) -> Iterable[Record]:
    """Return where the places named in a story lie, in the order of their articles."""
    story = _open(batch)
    settled = _settle(story, settings)
    for article in story.articles:
        yield from _write(story, article, settled[article.article_id], settings)


def _open(batch: Batch) -> _Story:
    articles = tuple(sorted(batch.all(Article), key=lambda article: article.article_id))
    return _Story(
        story_id=batch.key,
        articles=articles,
        mentions=_by_article(batch.all(Mention)),
        sentences=_by_article(batch.all(Sentence)),
        events=_by_article(batch.all(EventMention)),
        quotes=_by_article(batch.all(Quote)),
        entities={(r.article_id, r.start, r.end): r.entity_id for r in batch.all(Reference) if r.via == "name"},
        states=frozenset(e.entity_id for e in batch.all(Entity) if (e.known or "").startswith("country:")),
    )


def _by_article(rows: Iterable[Spanned]) -> dict[str, tuple[Spanned, ...]]:
    """Return rows by their article, in the order of its text."""
    found: dict[str, list[Spanned]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.article_id, row.start, row.end, str(row))):
        found[row.article_id].append(row)
    return {key: tuple(kept) for key, kept in found.items()}


def _settle(story: _Story, settings: LocateSettings) -> dict[str, list[Settled]]:
    """Return each article's names with their places: first each article alone, then beside the others."""
    names = {a.article_id: read_names(a, story.mentions.get(a.article_id, ())) for a in story.articles}
    alone = {a.article_id: settle_names(a, names[a.article_id], {}) for a in story.articles}
    if len(story.articles) == 1:
        return alone
    spoken = {key: _count_regions(rows) for key, rows in alone.items()}
    beside = {}
    for article in story.articles:
        others = [spoken[key] for key in sorted(spoken) if key != article.article_id]
        around = _average(others, settings.story_share)
        beside[article.article_id] = settle_names(article, names[article.article_id], around)
    return _agree(beside)


def _count_regions(rows: Iterable[Settled]) -> dict[str, float]:
    """Return the share of an article's names that lie in each division and country."""
    counts: Counter[str] = Counter()
    seen = {(one.name.key, one.place): one.share for one in rows if one.place is not None}
    for (_, place), share in seen.items():
        if place is not None:
            counts.update(dict.fromkeys({place.country, place.division_key} - {""}, share))
    return {key: count / len(seen) for key, count in counts.items()}


def _average(rows: Sequence[Mapping[str, float]], weight: float) -> dict[str, float]:
    total: Counter[str] = Counter()
    for row in rows:
        total.update(row)
    return {key: weight * count / len(rows) for key, count in total.items()}


def _agree(settled: Mapping[str, list[Settled]]) -> dict[str, list[Settled]]:
    """Give a name that one article alone leaves in doubt the place that it has in the story's other articles."""
    votes: dict[str, dict[Place, float]] = defaultdict(lambda: defaultdict(float))
    for rows in settled.values():
        ballots = {(one.name.key, one.place, one.share, bool(one.name.stated)) for one in rows}
        for key, place, share, stated in sorted(ballots, key=str):
            if place is not None:
                votes[key][place] += share * (STATED if stated else 1.0)
    said = {one.place for rows in settled.values() for one in rows if one.name.stated}
    return {article: [_take(one, votes[one.name.key], said) for one in rows] for article, rows in settled.items()}


def _take(one: Settled, votes: Mapping[Place, float], said: Collection[Place | None]) -> Settled:
    """Return a name with the place that its story means; ``said`` are places that a text puts on the map itself."""
    if one.name.stated or not votes:
        return one
    best = max(votes, key=lambda place: (votes[place], place.people, place.name, place.latitude, place.longitude))
    if best == one.place:
        sure = min(SURE, max(one.share, votes[best] / (sum(votes.values()) + 0.5)))
        return replace(one, share=sure)
    if votes[best] < 2 * one.share or (one.share >= SURE and best not in said):
        return one
    share = votes[best] / (sum(votes.values()) + 0.5)
    return replace(one, place=best, share=min(SURE, share), why="the story's other reports mean this place")


def _write(story: _Story, article: Article, rows: Sequence[Settled], settings: LocateSettings) -> Iterator[Location]:
    key = article.article_id
    capitals = {(one.name.start, one.name.end) for one in rows if one.place is not None and one.place.capital}
    actors = {span for span, entity in _references(story, key) if entity in story.states and span in capitals}
    scene = Scene(
        article=article,
        sentences=story.sentences.get(key, ()),
        events=story.events.get(key, ()),
        quotes=story.quotes.get(key, ()),
        actors=frozenset(actors),
    )
    for one in sorted(rows, key=lambda one: (one.name.start, one.name.end)):
        if one.place is not None and one.name.shown and one.share >= settings.least_confidence:
            role, events = tell_role(scene, one.name.start, one.name.end, one.name.dateline)
            if role == "setting" and one.name.container:
                role, events = "mentioned", ()
            entity = story.entities.get((key, one.name.start, one.name.end))
            yield _make_location(story.story_id, one, one.place, entity, role, events)


def _references(story: _Story, article_id: str) -> Iterator[tuple[Span, str]]:
    return (((start, end), entity) for (key, start, end), entity in story.entities.items() if key == article_id)


def _make_location(
    story_id: str, one: Settled, place: Place, entity_id: str | None, role: PlaceRole, events: tuple[str, ...]
) -> Location:
    return Location(
        article_id=one.name.article_id,
        story_id=story_id,
        start=one.name.start,
        end=one.name.end,
        entity_id=entity_id,
        name=place.name,
        country=place.country,
        admin=division_names().get(place.division_key) if place.division else None,
        latitude=place.latitude,
        longitude=place.longitude,
        kind=place.kind,
        confidence=round(one.share, 2),
        why=one.why,
        role=role,
        events=events,
    )
