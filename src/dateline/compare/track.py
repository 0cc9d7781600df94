"""The stage ``track``: follows what changed, with two clocks: since when a value holds, and when that was reported."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.compare.moves import Change, Telling, find_written, read_changes
from dateline.compare.conditions import read_conditions
from dateline.compare.fold import fold_changes, plain
from dateline.compare.levels import track_number
from dateline.compare.offices import find_report, track_offices
from dateline.compare.subjects import Subject, join_things
from dateline.compare.unknowns import UNKNOWNS
from dateline.dates import day_of, order_key
from dateline.ids import content_id
from dateline.model import (
    Article,
    Claim,
    Discrepancy,
    Entity,
    EventMention,
    Happening,
    Origin,
    Passage,
    Reference,
    Sentence,
    Slot,
    State,
    StateValue,
)
from dateline.settings import TrackSettings
from dateline.stage import Batch
from dateline.support import Evidence

_OPEN_QUESTIONS = frozenset(unknown.about for unknown in UNKNOWNS)
_PLACED = frozenset({"presence"})
"""Attributes that hold at a place: two values are one track only where their places do not differ."""


def track_story(batch: Batch, settings: TrackSettings) -> Iterable[State]:
    """Yield the states of a story: numbers that were replaced, what was open and then told, offices that were left, and
    what deeds changed."""
    written = find_written(batch)
    for slot in sorted(batch.all(Slot), key=lambda s: s.slot_id):
        if slot.verdict == "update":
            yield from track_number(slot, written, settings)
    for discrepancy in sorted(batch.all(Discrepancy), key=lambda d: d.discrepancy_id):
        if discrepancy.about in _OPEN_QUESTIONS:
            yield _track_unknown(discrepancy, written)
    entities = {e.entity_id: e for e in batch.all(Entity)}
    offices = list(track_offices(entities, batch.all(Happening), written, batch.key))
    yield from offices
    held = {(state.subject, state.attribute) for state in offices}
    yield from (s for s in _track_changes(batch, written, settings) if (s.subject, s.attribute) not in held)


def _track_unknown(discrepancy: Discrepancy, written: Mapping[str, str]) -> State:
    """Return what was open and then told as a state of what is known: it holds from the day of its report on."""
    reports = [find_report(side.cites, written) for side in discrepancy.sides]
    values = tuple(
        StateValue(
            value=side.says,
            since=report[:10] if report else None,
            reported=report,
            status="actual",
            cites=side.cites,
            articles=side.articles,
            origins=side.origins,
        )
        for side, report in zip(discrepancy.sides, reports, strict=True)
    )
    return State(
        state_id=content_id("unknown", discrepancy.discrepancy_id),
        story_id=discrepancy.story_id,
        subject=discrepancy.about,
        attribute="known",
        values=values,
        last_reported=find_last_report(values, written),
    )


def find_last_report(values: Iterable[StateValue], written: Mapping[str, str]) -> str | None:
    """Return the day of the last report that tells of a state."""
    days = [written[c.article_id][:10] for value in values for c in value.cites if c.article_id in written]
    return max(days, key=order_key, default=None)


def _track_changes(batch: Batch, written: Mapping[str, str], settings: TrackSettings) -> Iterable[State]:
    telling = Telling.of(batch, written)
    changes = [
        *read_changes(telling, batch.all(EventMention)),
        *read_conditions(telling, batch.all(Sentence)),
    ]
    evidence = Evidence(batch.all(Origin), batch.all(Passage), batch.all(Article), batch.all(Claim))
    weight = Counter(row.entity_id for row in batch.all(Reference))
    for (subject, attribute), rows in sorted(_group(changes, weight).items(), key=lambda item: (item[0][0].key, item[0][1])):
        for part in _part_places(rows) if attribute in _PLACED else [rows]:
            values = fold_changes(part, evidence)
            if _is_news(values, written, settings) and _is_known(subject, part, weight, settings):
                yield State(
                    state_id=content_id("state", batch.key, *subject.key, attribute, *sorted({c.cite.article_id + str(c.cite.start) for c in part})[:1]),
                    story_id=batch.key,
                    subject=subject.label,
                    attribute=attribute,
                    values=values,
                    last_reported=find_last_report(values, written),
                )


def _group(changes: Sequence[Change], weight: Mapping[str, int]) -> dict[tuple[Subject, str], list[Change]]:
    """Return the changes by subject and attribute; what is told of somebody unnamed goes to the one person of whom the
    same is told in the same article."""
    joined = join_things((c.subject for c in changes), weight)
    named = [replace(c, subject=joined[c.subject]) for c in changes if c.subject in joined]
    grouped: dict[tuple[tuple[str, ...], str], list[Change]] = defaultdict(list)
    for change in named:
        if change.subject.key[0] != "nobody":
            grouped[change.subject.key, change.operator.attribute].append(change)
    for change in (c for c in named if c.subject.key[0] == "nobody"):
        homes = [key for key, rows in grouped.items() if any(_tells_same(change, other) for other in rows)]
        if len(homes) == 1:
            grouped[homes[0]].append(change)
    return {(_pick_label(rows), attribute): rows for (_, attribute), rows in grouped.items()}


def _pick_label(rows: Sequence[Change]) -> Subject:
    return min((c.subject for c in rows if c.subject.key[0] != "nobody"), key=lambda s: (s.key, s.label))


def _tells_same(unnamed: Change, other: Change) -> bool:
    """Whether of an unnamed person and a named one the same is told, by one article, of no different day."""
    if other.subject.sort != "person" or other.subject.key[0] == "nobody":
        return False
    same = unnamed.cite.article_id == other.cite.article_id and unnamed.operator.value == other.operator.value
    days = {(c.first or "")[:10] for c in (unnamed, other) if c.first}
    return same and unnamed.status == other.status and len(days) <= 1


def _part_places(rows: Sequence[Change]) -> list[list[Change]]:
    """Return changes by their places; those without a place go with the only one there is, else by themselves."""
    by_place: dict[str, list[Change]] = defaultdict(list)
    for change in rows:
        by_place[change.place or ""].append(change)
    nowhere = by_place.pop("", [])
    if len(by_place) <= 1:
        return [[*nowhere, *(c for group in by_place.values() for c in group)]]
    return [*(group for _, group in sorted(by_place.items())), nowhere]


def _is_news(values: Sequence[StateValue], written: Mapping[str, str], settings: TrackSettings) -> bool:
    """Whether values make a track: two that differ, of which one is told outright, and the last of them not long gone."""
    actual = [v for v in values if v.status == "actual"]
    told = [v for v in actual if not v.presupposed]
    if not told or len({(plain(v.value), v.status) for v in values}) < settings.least_values:
        return False
    if len({plain(v.value) for v in actual}) < settings.least_values and not _is_pending_news(values):
        return False
    last = max((day for v in told if (day := day_of(v.since))), default=None)
    start = min((day for d in written.values() if (day := day_of(d[:10]))), default=None)
    return last is None or start is None or (start - last).days <= settings.old_days


def _is_pending_news(values: Sequence[StateValue]) -> bool:
    """Whether a value that holds since a known day stands against a change that is planned, threatened or denied."""
    return any(v.status == "actual" and not v.presupposed and v.since_basis == "told" and v.since for v in values)


def _is_known(subject: Subject, rows: Sequence[Change], weight: Mapping[str, int], settings: TrackSettings) -> bool:
    """Whether the story is about a subject: it is named again and again, or several tellings are of it."""
    if subject.entity_id is not None and weight.get(subject.entity_id, 0) >= settings.least_mentions:
        return True
    return len({c.cite for c in rows}) >= settings.least_tellings
