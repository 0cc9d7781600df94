"""The shape of the one object that an export holds: the contract that other programs read.

Fields may be added; none is renamed or taken away. Dates are ISO 8601 strings cut to their grain, ``last`` is the
last day (or minute) that belongs, offsets are code points into the article's ``text``, end exclusive. ``None``
means unknown.
"""

from __future__ import annotations

from typing import TypedDict


class CiteData(TypedDict):
    """Exact characters of an article: ``text[start:end] == quote``."""

    article_id: str
    start: int
    end: int
    quote: str


class HasCites(TypedDict):
    """Whatever leads back to articles."""

    cites: list[CiteData]


class FurnitureData(TypedDict):
    """A line of the page that is not the article, and what it is."""

    text: str
    kind: str
    why: str


class ArticleData(TypedDict):
    """One article with its text. ``published`` is the day that the story settled on, where it did, with the time of day
    in the place's own zone where that is stated; ``published_moment`` is the same in UTC."""

    article_id: str
    uri: str
    sha256: str
    url: str | None
    outlet: str | None
    title: str | None
    byline: str | None
    published: str | None
    published_basis: str | None
    published_why: str | None
    published_confidence: float | None
    published_first: str | None
    published_last: str | None
    published_zone: str | None
    published_moment: str | None
    updated: str | None
    language: str | None
    place: str | None
    agency: str | None
    story_id: str | None
    text: str
    body_start: int
    furniture: list[FurnitureData]


class DroppedData(TypedDict):
    """What a stage refused, and why."""

    stage: str
    subject: str
    reason: str
    detail: str


class CopyData(TypedDict):
    """``article_id`` repeats ``share`` of its words from ``of``; ``spans`` are (start, end) in ``article_id``."""

    article_id: str
    of: str
    kind: str
    share: float
    why: str
    spans: list[list[int]]


class LocationData(TypedDict):
    """A place on the map, in degrees north and east; of an area, a point near its middle."""

    name: str
    country: str | None
    admin: str | None
    kind: str
    latitude: float
    longitude: float
    confidence: float
    why: str


class PlaceMentionData(CiteData):
    """A place's name as written; ``role`` is setting where something happens there, dateline, seat (a capital that
    stands for a government) or mentioned."""

    role: str


class PlaceData(LocationData):
    """A place that a story names, with every mention; ``settings`` counts those that tell of something there."""

    entity_ids: list[str]
    settings: int
    mentions: list[PlaceMentionData]


class TimelineData(TypedDict):
    """A line of the timeline. ``time_basis`` is ``inferred`` where no report gives the time in words, and ``time_why``
    says what it follows from; ``reported`` is the day of the first dated report."""

    first: str | None
    last: str | None
    grain: str | None
    time_basis: str
    time_why: str
    reported: str | None
    text: str
    status: str
    origins: int
    importance: int
    articles: int
    outlets: int
    speakers: int
    location: LocationData | None
    cites: list[CiteData]


class RoleData(TypedDict):
    """An office or description that a text gives an entity."""

    text: str
    term: str
    """``current``, ``former``, ``acting``, ``outgoing`` or ``incoming``."""
    cites: list[CiteData]


class EntityData(TypedDict):
    """What names of a story refer to."""

    entity_id: str
    kind: str
    name: str
    aliases: list[str]
    roles: list[RoleData]
    known: str | None
    latitude: float | None
    longitude: float | None
    country: str | None


class QuoteData(TypedDict):
    """Words that a text attributes to a speaker; ``speakers`` is the chain, outermost first."""

    article_id: str
    start: int
    end: int
    quote: str
    kind: str
    speaker_text: str | None
    speaker: str | None
    speakers: list[str]
    cue: str | None
    stance: str
    voice: str
    hedge: str
    saying_id: str
    articles: int
    outlets: int
    origins: int
    primary_speakers: int


class EventData(TypedDict):
    """One happening, with every place that tells of it."""

    happening_id: str
    type: str
    text: str
    actors: list[str]
    targets: list[str]
    place: str | None
    location: LocationData | None
    first: str | None
    last: str | None
    grain: str | None
    time_basis: str
    time_why: str
    reported: str | None
    status: str
    background: bool
    origins: int
    articles: int
    outlets: int
    speakers: int
    realises: str | None
    """The planned happening that this one carries out."""
    cites: list[CiteData]


class SlotValueData(TypedDict):
    """One answer to a slot's question."""

    text: str
    """The number as worded; empty where the record keeps no words. ``superseded``: a later answer replaces it."""
    superseded: bool
    value: float | None
    low: float | None
    high: float | None
    approx: str
    as_of: str | None
    said_by: str | None
    origins: int
    articles: int
    outlets: int
    speakers: int
    cites: list[CiteData]


class SlotData(TypedDict):
    """A question that reports answer with a number, and what the answers amount to."""

    slot: str
    unit: str
    verdict: str
    why: str
    least: float | None
    """``least`` to ``most`` is what the answers that still hold leave room for, ``best`` what most reports give."""
    best: float | None
    most: float | None
    values: list[SlotValueData]


class SideData(TypedDict):
    """One side of a discrepancy."""

    says: str
    said_by: str | None
    origins: int
    articles: int
    outlets: int
    speakers: int
    cites: list[CiteData]


class DiscrepancyData(TypedDict):
    """Where accounts differ, of which sort the difference is, and why."""

    kind: str
    about: str
    verdict: str
    severity: int
    why: str
    settled: str | None
    """What the side says on which all later reports agree, ``settled_by`` their words; None where it is open."""
    settled_by: list[CiteData]
    sides: list[SideData]


class StateValueData(TypedDict):
    """A value that an attribute took: since when, and when reported."""

    value: str
    since: str | None
    since_last: str | None
    """Last day on which it can have begun, where ``since`` is the first of several."""
    since_basis: str
    """``told``; ``report``: it holds at the latest since then; empty where ``since`` is None."""
    reported: str | None
    status: str
    due: str | None
    """Day for which a planned change is put down."""
    partial: str
    """Words that say that only a part changed; empty for the whole."""
    presupposed: bool
    """A later change takes it for granted; no report says it outright."""
    certainty: float
    articles: int
    origins: int
    cites: list[CiteData]


class StateData(TypedDict):
    """The value of an attribute of a subject over time, oldest first."""

    subject: str
    attribute: str
    last_reported: str | None
    values: list[StateValueData]


class BriefData(TypedDict):
    """A line of the brief."""

    section: str
    when: str
    """The line's day in words; empty where it gives none."""
    words: str
    """The line without its day and support."""
    behind: str
    """What stands behind the line, in words; empty for one report."""
    text: str
    cites: list[CiteData]


class TieData(TypedDict):
    """What binds an article to another one or to a newsroom, and the reason in words."""

    kind: str
    article_id: str
    other: str | None
    newsroom: str | None
    why: str


class OriginData(TypedDict):
    """Articles that are one independent line of reporting, and why. ``newsroom`` is whose it is, ``ties`` what joins
    them, ``doubts`` what hints that they depend on another origin without proving it."""

    articles: list[str]
    why: str
    origin_id: str
    newsroom: str | None
    ties: list[TieData]
    doubts: list[TieData]


class PassageData(TypedDict):
    """A stretch of an article that is another origin's reporting: it repeats ``of``, or credits ``newsroom``.
    ``origin_id`` is in ``origin_groups`` unless no article of the story is of that origin."""

    article_id: str
    start: int
    end: int
    origin_id: str
    of: str | None
    newsroom: str | None
    why: str


class PlacementData(TypedDict):
    """Why an article is in the story."""

    article_id: str
    score: float
    why: str


class ChapterData(TypedDict):
    """A stretch of a long story: a burst of reporting between quiet times; ``articles`` are in the order of their days.
    A story of one stretch has none."""

    chapter_id: str
    title: str
    first: str
    last: str
    articles: list[str]
    why: str


class StoryData(TypedDict):
    """One story. ``articles`` are ids in the order of publication; ``origins`` counts independent reports, wherever it
    stands, ``outlets`` outlets, ``speakers`` named speakers or documents that a point goes back to."""

    story_id: str
    title: str
    articles: list[str]
    origins: int
    outlets: int
    origin_groups: list[OriginData]
    passages: list[PassageData]
    placements: list[PlacementData]
    timeline: list[TimelineData]
    entities: list[EntityData]
    places: list[PlaceData]
    quotes: list[QuoteData]
    events: list[EventData]
    quantities: list[SlotData]
    discrepancies: list[DiscrepancyData]
    states: list[StateData]
    chapters: list[ChapterData]
    brief: list[BriefData]


class Document(TypedDict):
    """Everything that an export holds."""

    articles: list[ArticleData]
    dropped: list[DroppedData]
    copies: list[CopyData]
    stories: list[StoryData]
