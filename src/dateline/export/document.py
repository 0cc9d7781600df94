"""Turns the records of a store into the one plain object that every export is written from."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar

from dateline.export.contract import (
    ArticleData,
    CopyData,
    Document,
    DroppedData,
    FurnitureData,
    StoryData,
)
from dateline.export.describe import (
    describe_chapter,
    describe_discrepancy,
    describe_entity,
    describe_entry,
    describe_happening,
    describe_origin,
    describe_passage,
    describe_quote,
    describe_sentence,
    describe_slot,
    describe_state,
)
from dateline.export.places import Atlas, describe_places
from dateline.model import (
    Article,
    BriefSentence,
    Chapter,
    Claim,
    Copy,
    Dating,
    Discrepancy,
    Dropped,
    Entity,
    Furniture,
    Happening,
    Location,
    Origin,
    Passage,
    Placement,
    Quote,
    Record,
    Slot,
    State,
    Story,
    TimelineEntry,
)
from dateline.support import Evidence

R = TypeVar("R", bound=Record)
LATE = "~"
"""Sorts after every ISO date: what has no date comes last."""


class HasRows(Protocol):
    """Anything that hands out stored records by kind; a ``Desk`` does."""

    def rows(self, kind: type[R]) -> tuple[R, ...]:
        """Return every record of a kind."""


class InStory(Protocol):
    """A record that belongs to one story."""

    @property
    def story_id(self) -> str:
        """Id of the story."""


S = TypeVar("S", bound=InStory)


@dataclass(frozen=True, slots=True)
class StoryRows:
    """The records of one story, each list in reading order."""

    story: Story
    placements: list[Placement]
    entities: list[Entity]
    locations: list[Location]
    happenings: list[Happening]
    claims: list[Claim]
    origins: list[Origin]
    passages: list[Passage]
    slots: list[Slot]
    discrepancies: list[Discrepancy]
    states: list[State]
    chapters: list[Chapter]
    timeline: list[TimelineEntry]
    brief: list[BriefSentence]


def build_document(desk: HasRows) -> Document:
    """Return the contract's object for everything that is stored; equal records give an equal object."""
    articles = describe_articles(desk)
    order = {article["article_id"]: rank for rank, article in enumerate(articles)}
    quotes = {quote.quote_id: quote for quote in desk.rows(Quote)}
    sources = {article.article_id: article for article in desk.rows(Article)}
    stories = [describe_story(rows, quotes, order, sources) for rows in gather_stories(desk)]
    return Document(
        articles=articles,
        dropped=describe_dropped(desk),
        copies=describe_copies(desk),
        stories=sorted(stories, key=lambda story: (-len(story["articles"]), story["title"], story["story_id"])),
    )


def gather_stories(desk: HasRows) -> list[StoryRows]:
    """Return the records of every story, each kind read once."""
    placements = by_story(desk.rows(Placement))
    entities = by_story(desk.rows(Entity))
    locations = by_story(desk.rows(Location))
    happenings = by_story(desk.rows(Happening))
    claims = by_story(desk.rows(Claim))
    origins = by_story(desk.rows(Origin))
    passages = by_story(desk.rows(Passage))
    slots = by_story(desk.rows(Slot))
    discrepancies = by_story(desk.rows(Discrepancy))
    states = by_story(desk.rows(State))
    chapters = by_story(desk.rows(Chapter))
    timeline = by_story(desk.rows(TimelineEntry))
    brief = by_story(desk.rows(BriefSentence))
    return [
        StoryRows(
            story=story,
            placements=sorted(placements[key], key=lambda row: row.article_id),
            entities=sorted(entities[key], key=lambda row: (row.kind, row.name, row.entity_id)),
            locations=locations[key],
            happenings=sorted(happenings[key], key=lambda row: (row.first or LATE, row.last or LATE, row.happening_id)),
            claims=sorted(claims[key], key=lambda row: (row.cite, row.claim_id)),
            origins=sorted(origins[key], key=lambda row: (-len(row.articles), row.articles)),
            passages=sorted(passages[key], key=lambda row: (row.article_id, row.start, row.end, row.passage_id)),
            slots=sorted(slots[key], key=lambda row: (row.label, row.slot_id)),
            discrepancies=sorted(discrepancies[key], key=rank_discrepancy),
            states=sorted(states[key], key=rank_state),
            chapters=sorted(chapters[key], key=lambda row: (row.first, row.last, row.chapter_id)),
            timeline=sorted(timeline[key], key=rank_entry),
            brief=sorted(brief[key], key=lambda row: (row.position, row.section, row.text)),
        )
        for story in desk.rows(Story)
        for key in (story.story_id,)
    ]


def by_story(rows: Iterable[S]) -> Mapping[str, list[S]]:
    """Return rows by the id of their story."""
    groups: defaultdict[str, list[S]] = defaultdict(list)
    for row in rows:
        groups[row.story_id].append(row)
    return groups


def rank_discrepancy(row: Discrepancy) -> tuple[int, bool, str, str]:
    """Order discrepancies: material ones first, and conflicts first among equals."""
    return (-row.severity, row.verdict != "conflict", row.about, row.discrepancy_id)


def rank_state(row: State) -> tuple[int, int, str, str, str]:
    """Order states: those that most reports tell of first, then those that changed most often."""
    articles = {cite.article_id for value in row.values for cite in value.cites}
    return (-len(articles), -len(row.values), row.subject, row.attribute, row.state_id)


def rank_entry(row: TimelineEntry) -> tuple[str, str, int, str, str]:
    """Order timeline lines by date, the weightier first on one date."""
    return (row.first or LATE, row.last or LATE, -row.importance, row.text, row.entry_id)


def describe_articles(desk: HasRows) -> list[ArticleData]:
    """Return every article, in the order of publication and then of outlet and address."""
    datings = {row.article_id: row for row in desk.rows(Dating)}
    stories = {row.article_id: row.story_id for row in desk.rows(Placement)}
    furniture: defaultdict[str, list[Furniture]] = defaultdict(list)
    for line in desk.rows(Furniture):
        furniture[line.article_id].append(line)
    articles = [
        describe_article(article, datings.get(article.article_id), stories, furniture[article.article_id])
        for article in desk.rows(Article)
    ]
    return sorted(
        articles,
        key=lambda row: (
            row["published_moment"] or row["published"] or LATE,
            row["outlet"] or LATE,
            row["uri"],
            row["article_id"],
        ),
    )


def describe_article(
    article: Article, dating: Dating | None, stories: Mapping[str, str], furniture: Iterable[Furniture]
) -> ArticleData:
    """Return one article; its date is the story's settled one where there is a ``Dating``, else its own."""
    return ArticleData(
        article_id=article.article_id,
        uri=article.uri,
        sha256=article.sha256,
        url=article.url,
        outlet=article.outlet,
        title=article.title,
        byline=article.byline,
        published=dating.published if dating else article.published,
        published_basis=dating.basis if dating else article.published_basis,
        published_why=dating.why if dating else None,
        published_confidence=round(dating.confidence, 3) if dating else None,
        published_first=dating.first if dating else None,
        published_last=dating.last if dating else None,
        published_zone=article.published_zone,
        published_moment=dating.moment if dating else None,
        updated=article.updated,
        language=article.language,
        place=article.place,
        agency=article.agency,
        story_id=stories.get(article.article_id),
        text=article.text,
        body_start=article.body_start,
        furniture=[
            FurnitureData(text=line.text, kind=line.kind, why=line.why)
            for line in sorted(furniture, key=lambda line: (line.line, line.kind, line.text))
        ],
    )


def describe_dropped(desk: HasRows) -> list[DroppedData]:
    """Return what was refused, in the order of stage and subject."""
    dropped = {(row.stage, row.subject, row.reason, row.detail) for row in desk.rows(Dropped)}
    return [DroppedData(stage=row[0], subject=row[1], reason=row[2], detail=row[3]) for row in sorted(dropped)]


def describe_copies(desk: HasRows) -> list[CopyData]:
    """Return which article repeats which."""
    copies = sorted(desk.rows(Copy), key=lambda row: (row.article_id, row.of, row.kind))
    return [
        CopyData(
            article_id=row.article_id,
            of=row.of,
            kind=row.kind,
            share=round(row.share, 4),
            why=row.why,
            spans=[list(span) for span in row.spans],
        )
        for row in copies
    ]


def describe_story(
    rows: StoryRows, quotes: Mapping[str, Quote], order: Mapping[str, int], sources: Mapping[str, Article]
) -> StoryData:
    """Return one story; ``order`` ranks articles by publication."""
    articles = [sources[key] for key in rows.story.articles if key in sources]
    evidence = Evidence(rows.origins, rows.passages, articles, rows.claims)
    names = {entity.entity_id: entity.name for entity in rows.entities}
    atlas = Atlas(rows.locations)
    spots = atlas.index_cites(rows.happenings)
    return StoryData(
        story_id=rows.story.story_id,
        title=rows.story.title,
        articles=sorted(rows.story.articles, key=lambda key: (order.get(key, len(order)), key)),
        origins=len(rows.origins),
        outlets=len({article.outlet or article.article_id for article in articles}),
        origin_groups=[describe_origin(row) for row in rows.origins],
        passages=[describe_passage(row) for row in rows.passages],
        placements=[
            {"article_id": row.article_id, "score": round(row.score, 4), "why": row.why} for row in rows.placements
        ],
        timeline=[describe_entry(row, atlas.find_entry(row, spots)) for row in rows.timeline],
        entities=[describe_entity(row, atlas.find_entity(row.entity_id)) for row in rows.entities],
        places=describe_places(atlas, {key: article.text for key, article in sources.items()}),
        quotes=[describe_quote(row, quotes.get(row.quote_id)) for row in rows.claims],
        events=[describe_happening(row, names, evidence, atlas.find_happening(row)) for row in rows.happenings],
        quantities=[describe_slot(row) for row in rows.slots],
        discrepancies=[describe_discrepancy(row) for row in rows.discrepancies],
        states=[describe_state(row) for row in rows.states],
        chapters=[describe_chapter(row) for row in rows.chapters],
        brief=[describe_sentence(row) for row in rows.brief],
    )
