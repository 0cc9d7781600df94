"""Records of a story: from placing its articles to the brief."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.model.values import (
    Cite,
    DiscrepancyKind,
    Grain,
    NameKind,
    PlaceKind,
    PlaceRole,
    QuoteKind,
    Record,
    Role,
    Section,
    Side,
    SlotValue,
    Stance,
    StateValue,
    Status,
    Tie,
    Verdict,
    Voice,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Story(Record):
    """The articles about one unfolding happening."""

    story_id: str
    title: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placement(Record):
    """Which story an article is in, and why."""

    article_id: str
    story_id: str
    score: float
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter(Record):
    """A stretch of a long story: a burst of reporting between quiet times. A story of one stretch has none."""

    chapter_id: str
    story_id: str
    title: str
    """Headline of its most central article."""
    first: str
    """Day of its first dated article; ``last`` that of its last."""
    last: str
    articles: tuple[str, ...]
    """In the order of their days; those without a day come last, in the chapter that they are most like."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating(Record):
    """When an article was written, settled for the story as a whole. All dates None when it cannot be settled."""

    article_id: str
    story_id: str
    published: str | None
    first: str | None
    last: str | None
    basis: str
    """The article's own basis where that stands, else ``inferred`` or ``unknown``."""
    why: str
    confidence: float
    moment: str | None = None
    """``published`` in UTC, to the minute, where its time and zone are known: what orders reports of different zones.
    The day of ``published`` stays that of the place where it was written, from which "today" counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeReference(Record):
    """A time expression anchored: the interval it means."""

    time_id: str
    article_id: str
    story_id: str
    start: int
    end: int
    first: str | None
    last: str | None
    grain: Grain | None
    anchor: Literal["explicit", "report", "narrative", "story"]
    confidence: float
    why: str
    value: str | None = None
    """TIMEX3 value: ``2019-03-22``, ``2019-W12``, ``P3D``, ``PAST_REF``."""
    edtf: str | None = None
    """The same as Extended Date/Time Format (ISO 8601-2), uncertainty included: ``2019-03-22~``, ``2019-21``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Record):
    """What mentions of a story refer to."""

    entity_id: str
    story_id: str
    kind: NameKind
    name: str
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    known: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Record):
    """Which entity a stretch of text refers to: a mention, a role noun ("the ministry") or a pronoun."""

    article_id: str
    story_id: str
    start: int
    end: int
    entity_id: str
    via: Literal["name", "nominal", "pronoun"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Location(Record):
    """Where a place that a text names lies on the map: ``Article.text[start:end]`` is its name as written."""

    article_id: str
    story_id: str
    start: int
    end: int
    entity_id: str | None
    """The entity that the same stretch of text refers to; None when it refers to none."""
    name: str
    """The gazetteer's name of the place."""
    country: str
    """ISO 3166 code; empty for seas, continents and other places of no one state."""
    admin: str | None
    """First-level division that it lies in: "Louisiana"; None for countries and where it is not known."""
    latitude: float
    """Degrees north; of an area, a point near its middle."""
    longitude: float
    """Degrees east."""
    kind: PlaceKind
    confidence: float
    """How likely it is this place among those of its name."""
    why: str
    role: PlaceRole = "mentioned"
    """What the place is in its sentence: ``setting`` where something happens there."""
    events: tuple[str, ...] = ()
    """Ids of the event mentions that take place there, as this sentence tells them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Record):
    """An event mention placed in its story: when, who, whom, where, and which happening it is."""

    event_id: str
    happening_id: str
    article_id: str
    story_id: str
    first: str | None
    last: str | None
    grain: Grain | None
    time_basis: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    status: Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening(Record):
    """One occurrence, with the events that tell of it. ``text`` is the words of the first cite."""

    happening_id: str
    story_id: str
    type: str
    lemma: str
    text: str
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    first: str | None
    last: str | None
    grain: Grain | None
    status: Status
    background: bool
    standing: Literal["told", "mentioned", "quoted", "aside"]
    """``told``: a report says it in a clause of its own; ``mentioned``: a sentence about something else names it, and
    its date alone; ``aside``: such a sentence gives other dates too; ``quoted``: only quoted speakers tell of it."""
    events: tuple[str, ...]
    cites: tuple[Cite, ...]
    time_basis: Literal["told", "inferred", ""] = ""
    """``told``: a report gives the time in words; ``inferred``: it follows from when and how the reports tell it."""
    time_why: str = ""
    reported: str | None = None
    """Day on which the first of its dated reports was written: never the day of the happening itself."""
    realises: str | None = None
    """Id of the planned or threatened happening that this one carries out: linked, never joined."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(Record):
    """A statement with its chain of speakers, outermost first (outlet ← agency ← ministry ← official)."""

    claim_id: str
    story_id: str
    quote_id: str
    article_id: str
    speakers: tuple[str, ...]
    speaker: str | None
    """Canonical name of the innermost speaker; None when unresolved."""
    kind: QuoteKind
    stance: Stance
    cite: Cite
    articles: int = 1
    """Articles of the story that give these words of this speaker."""
    outlets: int = 1
    origins: int = 1
    """Independent reports among them."""
    voice: Voice = "unknown"
    hedge: str = ""
    """The word by which its report stands back from it: "reportedly"."""
    saying_id: str = ""
    """The statement that it tells: claims of several articles, direct and indirect, that tell one share it."""
    primary_speakers: int = 1
    """Speakers to whom the articles give the statement: more than one where they disagree about who said it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin(Record):
    """One independent line of reporting: articles that copy one text, or come from one newsroom."""

    origin_id: str
    story_id: str
    articles: tuple[str, ...]
    why: str
    newsroom: str | None = None
    """Whose reporting it is, as credits name it: "Reuters"; None when no article says."""
    ties: tuple[Tie, ...] = ()
    """What joins its articles, one for each reason found."""
    doubts: tuple[Tie, ...] = ()
    """What hints that one of its articles depends on another origin's, but is too weak to join them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage(Record):
    """A stretch of an article that is not its own reporting: it repeats, or credits, what stands in another origin. A
    point that rests on it adds no independent report to that origin."""

    passage_id: str
    story_id: str
    article_id: str
    start: int
    end: int
    origin_id: str
    """The origin whose reporting it is; where no article of the story is of it, an id that stands for it all the same,
    so that two articles that credit one absent agency meet there."""
    why: str
    of: str | None = None
    """The article whose words it repeats; None where it credits a newsroom."""
    newsroom: str | None = None
    """The newsroom that it credits, as written; None where it repeats an article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot(Record):
    """A question that several reports answer with a number, its answers, and what they amount to."""

    slot_id: str
    story_id: str
    label: str
    unit: str
    verdict: Verdict
    why: str
    values: tuple[SlotValue, ...]
    least: float | None = None
    """Lowest number that the answers which still hold leave room for, in ``unit``; None where none bounds it."""
    best: float | None = None
    """The number, of those that still hold, that most independent reports give; None where they conflict, or none is
    told flat."""
    most: float | None = None
    """Highest number, as ``least``. Lowest, best and highest are how UCDP records the dead of an event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discrepancy(Record):
    """A slot whose answers differ, with its sides. ``severity`` 1 trifling … 3 material."""

    discrepancy_id: str
    story_id: str
    kind: DiscrepancyKind
    about: str
    verdict: Verdict
    severity: int
    why: str
    sides: tuple[Side, ...]
    settled: str | None = None
    """What the side says on which all later reports agree; None where they do not, or there are none."""
    settled_by: tuple[Cite, ...] = ()
    """Where the later reports say so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class State(Record):
    """The value of an attribute of a subject over time, oldest first."""

    state_id: str
    story_id: str
    subject: str
    attribute: str
    values: tuple[StateValue, ...]
    last_reported: str | None = None
    """Day of the last report that tells of it: older than the story's last, the state may have changed since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry(Record):
    """A line of the timeline."""

    entry_id: str
    story_id: str
    first: str | None
    last: str | None
    grain: Grain | None
    text: str
    status: Status
    origins: int
    importance: int
    cites: tuple[Cite, ...]
    articles: int = 0
    """Articles that tell it; ``origins`` of them are independent. ``cites`` holds a choice of them."""
    outlets: int = 0
    speakers: int = 0
    """Named speakers or documents that they all go back to."""
    time_basis: Literal["told", "inferred"] = "told"
    """``inferred`` where no report gives the time in words; ``time_why`` then says what it follows from."""
    time_why: str = ""
    reported: str | None = None
    """Day on which the first of its dated reports was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BriefSentence(Record):
    """A line of the brief. ``position`` orders the lines of a story."""

    story_id: str
    position: int
    section: Section
    text: str
    cites: tuple[Cite, ...]
    when: str = ""
    """The day that ``text`` begins with, in words: "22 March 2019", "Reported 22 March 2019"; empty where none does."""
    words: str = ""
    """What is told: ``text`` without day and support; empty where ``text`` is not put together of these."""
    behind: str = ""
    """What stands behind it: "3 independent reports", "by the report of 22 March 2019"."""
