"""The stage ``track``: follows what changed, with two clocks: since when a value holds, and when that was reported."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.compare.states.bearers import HEAD_OF
from dateline.compare.states.conditions import read_conditions
from dateline.compare.states.fold import fold_changes, plain
from dateline.compare.states.identity import track_identity
from dateline.compare.states.levels import track_number
from dateline.compare.states.moves import read_changes
from dateline.compare.states.offices import find_report, track_offices
from dateline.compare.states.scene import Change, Telling, find_written
from dateline.compare.states.subjects import Subject, join_things, singular
from dateline.compare.unknowns import UNKNOWNS
from dateline.dates import day_of, order_key
from dateline.ids import content_id
from dateline.model import (
    Article,
    Cite,
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
    TimeReference,
)
from dateline.settings import TrackSettings
from dateline.stage import Batch
from dateline.support import Evidence
from dateline.words import find_words

_OPEN_QUESTIONS = frozenset(unknown.about for unknown in UNKNOWNS)
_CAREER = frozenset({"office", "legal status", "candidacy"})
"""Attributes of which a person's old values are of another post or trial."""
_WHO = "who did it"
"""The one open question that is followed by name."""
_PLACED = frozenset({"presence"})
"""Attributes that hold at a place: two values are one track only where their places do not differ."""


def track_story(batch: Batch, settings: TrackSettings) -> Iterable[State]:
    """Yield the states of a story: numbers that were replaced, what was open and then told, offices that were left, and
    what deeds changed."""
    written = find_written(batch)
    said = find_said_days(batch, written)
    for slot in sorted(batch.all(Slot), key=lambda s: s.slot_id):
        if slot.verdict == "update":
            yield from track_number(slot, written, said, settings)
    for discrepancy in sorted(batch.all(Discrepancy), key=lambda d: d.discrepancy_id):
        if discrepancy.about in _OPEN_QUESTIONS and discrepancy.about != _WHO:
            yield _track_unknown(discrepancy, written)
    entities = {e.entity_id: e for e in batch.all(Entity)}
    offices = list(track_offices(entities, batch.all(Happening), written, batch.key))
    yield from offices
    held = {(state.subject, state.attribute) for state in offices}
    yield from (s for s in _track_changes(batch, written, settings) if (s.subject, s.attribute) not in held)


_SAYING = re.compile(
    r"\b(?:said|says|announced|reported|confirmed|disclosed|revealed|declared|told (?:\w+ ){1,3})\s*"
    r"(?:late |early )?(?:on )?(?:late |early )?$",
    re.I,
)
_WEEK = 7


def find_said_days(batch: Batch, written: Mapping[str, str]) -> dict[Cite, str]:
    """Return for the cites of a story's numbers the day on which they were said, where a verb of saying has one."""
    texts = {a.article_id: a.text for a in batch.all(Article)}
    days: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for time in batch.all(TimeReference):
        report = day_of(written.get(time.article_id, "")[:10])
        day = (
            day_of(time.first) if time.first == time.last or (time.first or "")[:10] == (time.last or "")[:10] else None
        )
        near = day is not None and report is not None and 0 <= (report - day).days < _WEEK
        if near and time.first and _SAYING.search(texts[time.article_id][max(0, time.start - 40) : time.start]):
            days[time.article_id].append((time.start, time.first[:10]))
    cites = {cite for slot in batch.all(Slot) for value in slot.values for cite in value.cites}
    found = {}
    for cite in cites:
        inside = {day for at, day in days.get(cite.article_id, ()) if cite.start <= at < cite.end}
        if len(inside) == 1:
            found[cite] = inside.pop()
    return found


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
    identity = track_identity(telling, telling.sentences, batch.key)
    if identity is not None:
        yield identity
    read = [*read_changes(telling, batch.all(EventMention)), *read_conditions(telling, batch.all(Sentence))]
    changes = [c for c in read if not (c.operator.attribute in _CAREER and _is_history(c.first, written, settings))]
    evidence = Evidence(batch.all(Origin), batch.all(Passage), batch.all(Article), batch.all(Claim))
    weight = Counter(row.entity_id for row in batch.all(Reference))
    counts = _count_nouns(telling)
    for (subject, attribute), rows in sorted(
        _group(changes, weight).items(), key=lambda item: (item[0][0].key, item[0][1])
    ):
        for part in _part_places(rows, telling.naming.entities) if attribute in _PLACED else [rows]:
            values = fold_changes(part, evidence)
            if _is_news(values, written, settings) and _is_known(subject, part, weight, counts, settings):
                yield State(
                    state_id=content_id(
                        "state",
                        batch.key,
                        *subject.key,
                        attribute,
                        *sorted({c.cite.article_id + str(c.cite.start) for c in part})[:1],
                    ),
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
    named = [
        replace(c, subject=joined[c.subject])
        for c in changes
        if c.subject in joined and not (c.subject.new and (c.status != "actual" or c.subject.sort == "event"))
    ]
    grouped: dict[tuple[tuple[str, ...], str], list[Change]] = defaultdict(list)
    for change in named:
        if change.subject.key[0] != "nobody":
            grouped[change.subject.key, change.operator.attribute].append(change)
    strangers: dict[tuple[str, ...], list[Change]] = defaultdict(list)
    for change in (c for c in named if c.subject.key[0] == "nobody" and not _OTHERS.match(c.subject.label)):
        strangers[(change.cite.article_id, *change.subject.key)].append(change)
    for _, told in sorted(strangers.items()):
        home = _find_home(told, grouped)
        for change in told if home else ():
            grouped[home or (), change.operator.attribute].append(change)
    return {(_pick_label(rows), attribute): rows for (_, attribute), rows in grouped.items()}


_OTHERS = re.compile(r"(?:his|her|their|its)\b|[^\W\d_][\w.-]*['’]s\b|(?:an)?other\b", re.I)
"""Words that say that another one is meant than whom the text is about: "her brother", "another man"."""


def _find_home(
    told: Sequence[Change], grouped: Mapping[tuple[tuple[str, ...], str], Sequence[Change]]
) -> tuple[str, ...] | None:
    """Return of whom an article tells nearest by what it tells of somebody unnamed; None where two are as near."""
    near: dict[tuple[str, ...], int] = {}
    for (key, _), rows in grouped.items():
        gaps = [abs(c.cite.start - o.cite.start) for c in told for o in rows if _tells_same(c, o)]
        if gaps:
            near[key] = min([*gaps, *([near[key]] if key in near else [])])
    ranked = sorted(near, key=lambda key: (near[key], key))
    if not ranked or (len(ranked) > 1 and near[ranked[1]] < _NEARER * max(near[ranked[0]], 1)):
        return None
    return ranked[0]


_NEARER = 2
"""Times as far that the next person must be told of."""


def _pick_label(rows: Sequence[Change]) -> Subject:
    return min((c.subject for c in rows if c.subject.key[0] != "nobody"), key=lambda s: (s.key, s.label))


def _tells_same(unnamed: Change, other: Change) -> bool:
    """Whether of an unnamed person and a named one the same is told, by one article, of no different day."""
    if other.subject.sort != "person" or other.subject.key[0] == "nobody":
        return False
    same = unnamed.cite.article_id == other.cite.article_id and unnamed.operator.value == other.operator.value
    days = {(c.first or "")[:10] for c in (unnamed, other) if c.first and c.basis == "told"}
    return same and unnamed.status == other.status and len(days) <= 1


def _part_places(rows: Sequence[Change], entities: Mapping[str, Entity]) -> list[list[Change]]:
    """Return changes by their places; an office and the town that it may stand in are one place. Where there are two,
    changes without a place are left out."""
    by_place: dict[str, list[Change]] = defaultdict(list)
    for change in rows:
        by_place[change.place or ""].append(change)
    nowhere = by_place.pop("", [])
    towns = {place for place in by_place if place not in entities or entities[place].kind in ("GPE", "LOC")}
    if len(towns) <= 1 and len(by_place.keys() - towns) <= 1:
        return [[*nowhere, *(c for group in by_place.values() for c in group)]]
    return [group for _, group in sorted(by_place.items())]


def _is_news(values: Sequence[StateValue], written: Mapping[str, str], settings: TrackSettings) -> bool:
    """Whether values make a track: two that differ, one of them told outright, and the last not long gone."""
    actual = [v for v in values if v.status == "actual"]
    told = [v for v in actual if not v.presupposed]
    if not any(v.since for v in told) or len({(plain(v.value), v.status) for v in values}) < settings.least_values:
        return False
    if len({plain(v.value) for v in actual}) < settings.least_values and not _is_pending_news(values):
        return False
    return not all(_is_history(v.since, written, settings) for v in told)


def _is_history(since: str | None, written: Mapping[str, str], settings: TrackSettings) -> bool:
    last = day_of(since)
    start = min((day for d in written.values() if (day := day_of(d[:10]))), default=None)
    return last is not None and start is not None and (start - last).days > settings.old_days


def _is_pending_news(values: Sequence[StateValue]) -> bool:
    """Whether a value that holds since a known day stands against a change that is planned, threatened or denied."""
    return any(v.status == "actual" and not v.presupposed and v.since_basis == "told" and v.since for v in values)


def _is_known(
    subject: Subject,
    rows: Sequence[Change],
    weight: Mapping[str, int],
    counts: Mapping[str, int],
    settings: TrackSettings,
) -> bool:
    """Whether the story is about a subject: it is named again and again, or several tellings are of it."""
    if subject.entity_id is not None and weight.get(subject.entity_id, 0) >= settings.least_mentions:
        return True
    return counts.get(subject.key[-1] if not subject.marks else subject.key[1], 0) >= settings.least_mentions or (
        len({c.cite for c in rows}) >= settings.least_tellings
    )


def _count_nouns(telling: Telling) -> Counter[str]:
    """Return how often the articles name a thing by its noun."""
    found: Counter[str] = Counter()
    for article in telling.articles.values():
        found.update(HEAD_OF[noun] for word, _, _ in find_words(article.text) if (noun := singular(word)) in HEAD_OF)
    return found
