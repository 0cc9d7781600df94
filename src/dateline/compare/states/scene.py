"""A story laid out for what reads changes of state from it, and the change that they read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dateline.compare.states.deeds import Operator
from dateline.compare.states.subjects import Naming, Subject
from dateline.dates import day_of
from dateline.model import (
    Article,
    Cite,
    Claim,
    Dating,
    Entity,
    Event,
    EventMention,
    Happening,
    Reference,
    Sentence,
    Status,
    TimeReference,
)
from dateline.stage import Batch

_DAY = len("2020-01-01")


@dataclass(frozen=True, slots=True)
class Change:
    """One report's telling of a change. ``first`` is since when the value holds; ``basis`` says where that is from:
    ``told`` by the report or the story, ``report``: it holds at the latest when it was reported; empty: unknown."""

    subject: Subject
    operator: Operator
    status: Status
    first: str | None
    last: str | None
    basis: str
    reported: str | None
    cite: Cite
    sureness: float
    partial: str = ""
    place: str | None = None
    noun: bool = False
    told: str | None = None
    """Day on which a change that has not come was planned or threatened; None: when it was reported."""
    later: tuple[int, str] | None = None
    """How long after what the text told before it came, where only that is told: "the following month"."""
    past_plan: bool = False
    """It was planned before what the report tells: "was due to end on Friday"."""


@dataclass(slots=True)
class Telling:
    """The records of a story that changes are read from, by id or place."""

    naming: Naming
    articles: Mapping[str, Article]
    sentences: Mapping[str, Sentence]
    events: Mapping[str, Event]
    happenings: Mapping[str, Happening]
    written: Mapping[str, str]
    times: Mapping[str, Sequence[TimeReference]] = field(default_factory=dict)
    claims: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    triggers: Mapping[str, Sequence[EventMention]] = field(default_factory=dict)
    """By sentence, as they stand there."""
    lemmas: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Event → its word and the class of that."""

    @classmethod
    def of(cls, batch: Batch, written: Mapping[str, str]) -> Telling:
        """Lay out a batch."""
        times: dict[str, list[TimeReference]] = defaultdict(list)
        for time in sorted(batch.all(TimeReference), key=lambda t: (t.start, t.end)):
            times[time.article_id].append(time)
        claims: dict[str, list[Claim]] = defaultdict(list)
        for claim in sorted(batch.all(Claim), key=lambda c: c.cite):
            claims[claim.article_id].append(claim)
        triggers: dict[str, list[EventMention]] = defaultdict(list)
        for mention in sorted(batch.all(EventMention), key=lambda m: (m.article_id, m.start)):
            triggers[mention.sentence_id].append(mention)
        return cls(
            naming=Naming(batch.all(Article), batch.all(Entity), batch.all(Reference)),
            articles={a.article_id: a for a in batch.all(Article)},
            sentences={s.sentence_id: s for s in batch.all(Sentence)},
            events={e.event_id: e for e in batch.all(Event)},
            happenings={h.happening_id: h for h in batch.all(Happening)},
            written=written,
            times=times,
            claims=claims,
            triggers=triggers,
            lemmas={m.event_id: (m.word, m.lemma) for m in batch.all(EventMention)},
        )


def find_written(batch: Batch) -> dict[str, str]:
    """Return article → when it was written, for the articles where that is known."""
    days = {a.article_id: a.published for a in batch.all(Article)}
    days |= {d.article_id: d.published or (d.first if d.first == d.last else None) for d in batch.all(Dating)}
    told: dict[str, str] = {}
    for event in batch.all(Event):
        if event.status == "actual" and event.first and len(event.first) >= _DAY and event.first == event.last:
            told[event.article_id] = max(told.get(event.article_id, ""), event.first[:_DAY])
    return {key: _go_on(day, told.get(key)) for key, day in days.items() if day}


def _go_on(written: str, told: str | None) -> str:
    """Return the day of a report; the next, where it tells of that as past: its page was updated then."""
    first, last = day_of(written[:_DAY]), day_of(told)
    return told if told and first and last and (last - first).days == 1 else written


def is_later(change: Change) -> bool:
    """Whether a planned change was still ahead when it was reported: a plan told later is told of as history."""
    due, reported = day_of(change.first), day_of((change.reported or "")[:10])
    return due is None or reported is None or due > reported
