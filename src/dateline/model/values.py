"""Values: parts of records, never records of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Grain = Literal["century", "decade", "year", "season", "quarter", "month", "week", "weekend", "day", "hour", "minute"]
Status = Literal["actual", "planned", "threatened", "possible", "denied"]
Approx = Literal["exact", "about", "at least", "more than", "up to", "less than", "range", "vague"]
Verdict = Literal["agree", "rounding", "update", "scope", "conflict", "wording"]
NameKind = Literal["PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK", "LAW", "OTHER"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Stance = Literal["says", "claims", "confirms", "denies", "promises", "threatens", "asks", "believes", "doubts"]
Voice = Literal["named", "anonymous", "document", "media", "witness", "own", "unknown"]
"""Who stands behind a claim: somebody named (a person, a body, a state), somebody unnamed ("a senior official"), a
document, other media, a witness, the outlet itself; ``unknown`` where nothing says."""
Section = Literal["what happened", "latest state", "agreed", "differing", "who says what"]
DiscrepancyKind = Literal["number", "date", "place", "role", "name", "who", "polarity", "reason", "status", "sequence"]

RoleTerm = Literal["current", "former", "acting", "outgoing", "incoming"]
PlaceKind = Literal["country", "region", "county", "city", "continent", "water", "island", "mountains", "area"]
PlaceRole = Literal["setting", "seat", "dateline", "mentioned"]
"""What a place is in the sentence that names it: where something happens or is, a government or an army that bears its
name, where the report was written, or none of these."""

TieKind = Literal["copy", "page", "live blog", "repost", "agency", "byline", "credit", "outlet", "owner"]
"""What binds articles into one origin, the strongest first: one text, one page, one live blog, a text taken over, the
agency it comes from, its author, a newsroom that most of it is credited to, the outlet, the owner together with text or
author."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row or a value in one: immutable, comparable, storable."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Cite(Record):
    """Exact characters of an article: ``text[start:end] == quote``, always."""

    article_id: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated(Record):
    """What an input says about itself, in its own words, unchecked: fields of a JSON article or of a page."""

    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    byline: str | None = None
    language: str | None = None
    section: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMeaning(Record):
    """What a time expression says before anything anchors it.

    ``form`` picks the fields that count: ``calendar`` (year … minute, any of them missing: "March 15", "2019"),
    ``weekday`` (weekday 0 = Monday, with ``shift``), ``offset`` (``amount`` × ``unit`` from the anchor; "last
    month" is −1 month, "today" 0 day, "three days after" +3 day), ``period`` (a named stretch: season, quarter,
    weekend, holiday, decade), ``duration``, ``set`` and ``vague`` ("recently", "now").
    """

    form: Literal["calendar", "weekday", "offset", "period", "duration", "set", "vague"]
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    weekday: int | None = None
    zone: str | None = None
    name: str | None = None
    """Name of a period, feast or part of day: "summer", "Q2", "weekend", "easter+1", "morning", "past"."""
    unit: Literal["second", "minute", "hour", "day", "week", "month", "quarter", "year", "decade", "century"] | None = (
        None
    )
    amount: float | None = None
    shift: int | None = None
    """For a weekday, month or period: −1 "last", 0 "this", +1 "next"; None when the text does not say."""
    anchor: Literal["report", "narrative"] = "report"
    """``report``: the writing day. ``narrative``: the date spoken of before ("three days earlier", "that day")."""
    modifier: Literal["early", "mid", "late", "about", "before", "after", "since", "until", "less", "more"] | None = (
        None
    )
    until: TimeMeaning | None = None
    """End of a range ("Feb. 27 to 28"); None for a single point or stretch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Record):
    """An office or description that a text gives a person: "deputy unification minister"."""

    text: str
    cites: tuple[Cite, ...]
    term: RoleTerm = "current"
    """Whether the text gives it as held, or as "former", "acting", "outgoing" or "incoming" (elect)."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Tie(Record):
    """What binds an article to another, or to a newsroom, and the reason in words."""

    kind: TieKind
    article_id: str
    other: str | None
    """The other article; None where the tie is to a newsroom."""
    newsroom: str | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotValue(Record):
    """One answer to a slot's question, with who gives it and where."""

    value: float | None
    low: float | None
    high: float | None
    approx: Approx
    as_of: str | None
    said_by: str | None
    origins: int
    cites: tuple[Cite, ...]
    status: Status = "actual"
    """``planned`` where every report gives the number as what is to come."""
    articles: int = 0
    """Articles that give it; ``origins`` of them are independent."""
    outlets: int = 0
    speakers: int = 0
    """Named speakers or documents that they all go back to."""
    text: str = ""
    """The number as a report words it: "more than a mile"; the numbers beside it are in the slot's unit."""
    superseded: bool = False
    """Whether a later answer of its slot replaces it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Record):
    """One side of a discrepancy."""

    says: str
    said_by: str | None
    origins: int
    cites: tuple[Cite, ...]
    articles: int = 0
    """Articles that say it; ``origins`` of them are independent."""
    outlets: int = 0
    speakers: int = 0
    """Named speakers or documents that they all go back to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StateValue(Record):
    """A value that an attribute took: since when it holds, and when that was reported."""

    value: str
    since: str | None
    reported: str | None
    status: Status
    """``actual``; the others mark what is said about a change that has not come: planned, threatened, denied."""
    cites: tuple[Cite, ...]
    since_basis: Literal["told", "report", ""] = "told"
    """``told``: reports give or imply the time; ``report``: it holds at the latest since ``since``, when it was first
    reported; empty where ``since`` is None."""
    since_last: str | None = None
    """Last day on which it can have begun, where ``since`` is the first of several ("last week")."""
    due: str | None = None
    """Day for which a planned change is put down; ``since`` is then when the plan was told."""
    partial: str = ""
    """Words that say that only a part changed: "about four or five", "partly"; empty for the whole."""
    presupposed: bool = False
    """No report says it outright: a later change takes it for granted ("reopened": it was closed)."""
    certainty: float = 1.0
    """0 to 1: how its reports put it, in their own voice or as said or claimed, and how many independent ones do."""
    articles: int = 0
    """Articles that tell it; ``origins`` of them are independent."""
    origins: int = 0
