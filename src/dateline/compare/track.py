"""The stage ``track``: follows what changed, with two clocks: since when a value holds, and when that was reported."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from math import isfinite

from dateline.compare.offices import find_report, track_offices
from dateline.compare.operators import BEARERS, OPERATORS, PLACED, STEPS, Operator
from dateline.compare.unknowns import UNKNOWNS
from dateline.dates import order_key
from dateline.ids import content_id
from dateline.model import (
    Article,
    Dating,
    Discrepancy,
    Entity,
    Happening,
    Slot,
    SlotValue,
    State,
    StateValue,
    Status,
)
from dateline.settings import TrackSettings
from dateline.stage import Batch

_TOLD: dict[str, str] = {"about": "about ", "at least": "at least ", "more than": "more than ", "up to": "up to "}
_STATUSES: tuple[Status, ...] = ("actual", "planned")
"""How a happening must stand to move a state; a planned one is kept as planned."""


_DONE_TO = (
    r"(?:kill|murder|shoot|stabb?|attack|assault|rap|kidnapp?|abduct|harass|beat)ing(?: of)?"
    r"|(?:murder|death|killing) of"
)
"""Deeds in a charge before the name of the one they were done to."""
_OPEN_QUESTIONS = frozenset(unknown.about for unknown in UNKNOWNS)


@dataclass(frozen=True, slots=True)
class Move:
    """A happening read as a change of one attribute of one bearer."""

    operator: Operator
    happening: Happening
    reported: str | None


def track_story(batch: Batch, settings: TrackSettings) -> Iterable[State]:
    """Yield the states of a story that took at least two values: numbers that were replaced, then deeds' results."""
    written = _find_writing_days(batch)
    for slot in sorted(batch.all(Slot), key=lambda s: s.slot_id):
        if slot.verdict == "update":
            yield from _track_number(slot, written, settings)
    entities = {e.entity_id: e for e in batch.all(Entity)}
    for discrepancy in sorted(batch.all(Discrepancy), key=lambda d: d.discrepancy_id):
        if discrepancy.about in _OPEN_QUESTIONS:
            yield _track_unknown(discrepancy, written)
    yield from track_offices(entities, batch.all(Happening), written, batch.key)
    moves = _find_moves(batch, entities, written)
    for (bearer, attribute), row in sorted(moves.items()):
        if attribute in PLACED and _are_apart(row, entities):
            continue
        state = _track_moves(entities[bearer], attribute, row, batch.key, settings)
        if state is not None:
            yield state


def _find_writing_days(batch: Batch) -> dict[str, str]:
    """Return article → when it was written, for the articles where that is known."""
    days = {a.article_id: a.published for a in batch.all(Article)}
    days |= {d.article_id: d.published or (d.first if d.first == d.last else None) for d in batch.all(Dating)}
    return {article_id: day for article_id, day in days.items() if day}


def _track_number(slot: Slot, written: dict[str, str], settings: TrackSettings) -> Iterable[State]:
    levels: list[list[SlotValue]] = []
    for value in slot.values:
        if value.approx == "vague":
            continue
        if levels and all(_can_be_one(value, other) for other in levels[-1]):
            levels[-1].append(value)
        else:
            levels.append([value])
    values = [_make_number(level, slot.unit, written) for level in levels]
    if len({v.value for v in values}) >= settings.least_values and _is_ordered(values):
        yield State(
            state_id=content_id("number", slot.slot_id),
            story_id=slot.story_id,
            subject=slot.label,
            attribute="number",
            values=tuple(values),
        )


def _is_ordered(values: list[StateValue]) -> bool:
    """Whether the last value came after the first: of two counts of one day nobody knows which replaced which."""
    first, last = values[0], values[-1]
    since = order_key(first.since), order_key(last.since)
    return since[0] < since[1] or (since[0] == since[1] and order_key(first.reported) < order_key(last.reported))


def _can_be_one(left: SlotValue, right: SlotValue) -> bool:
    """Whether two numbers are one at different precision; a floor or ceiling is just its number here."""
    one, other = ([n for n in (v.low, v.high, v.value) if n is not None and isfinite(n)] for v in (left, right))
    return bool(one and other) and min(one) <= max(other) and min(other) <= max(one)


def _make_number(level: list[SlotValue], unit: str, written: dict[str, str]) -> StateValue:
    """Return the value of numbers that are one at different precision, said in the most exact of them."""
    exact = min(level, key=lambda v: (v.approx != "exact", v.value is None, v.as_of or "", v.cites))
    cites = tuple(sorted({cite for value in level for cite in value.cites}))
    return StateValue(
        value=_say_value(exact, unit),
        since=min((v.as_of for v in level if v.as_of), key=order_key, default=None),
        reported=find_report(cites, written),
        status="planned" if all(value.status == "planned" for value in level) else "actual",
        cites=cites,
    )


def _track_unknown(discrepancy: Discrepancy, written: dict[str, str]) -> State:
    """Return what was open and then told as a state of what is known: it holds from the day of its report on."""
    reports = [find_report(side.cites, written) for side in discrepancy.sides]
    return State(
        state_id=content_id("unknown", discrepancy.discrepancy_id),
        story_id=discrepancy.story_id,
        subject=discrepancy.about,
        attribute="known",
        values=tuple(
            StateValue(
                value=side.says,
                since=report[:10] if report else None,
                reported=report,
                status="actual",
                cites=side.cites,
            )
            for side, report in zip(discrepancy.sides, reports, strict=True)
        ),
    )


def _say_value(value: SlotValue, unit: str) -> str:
    """Return a value in words: "at least 84", "60 to 70", "about 24", "5 percent"."""
    low, high = value.low, value.high
    if value.value is not None:
        told = f"{_TOLD.get(value.approx, '')}{value.value:,.10g}"
    elif low is not None and high is not None:
        told = f"{low:,.10g} to {high:,.10g}"
    elif low is not None:
        told = f"at least {low:,.10g}"
    else:
        told = f"up to {high:,.10g}" if high is not None else "an unknown number"
    return told if unit in ("people", "count") else f"{told} {unit}"


def _find_moves(
    batch: Batch, entities: dict[str, Entity], written: dict[str, str]
) -> dict[tuple[str, str], list[Move]]:
    """Return the moves of every (bearer, attribute). Happenings without one clear bearer make none, and those without
    a day only where their value is a step in a fixed order."""
    moves: dict[tuple[str, str], list[Move]] = defaultdict(list)
    for happening in batch.all(Happening):
        operator = OPERATORS.get(happening.lemma)
        if operator is None or happening.status not in _STATUSES or not happening.cites:
            continue
        if happening.first is None and (operator.value not in STEPS or happening.status != "actual"):
            continue
        bearer = _find_bearer(happening, operator, entities)
        if bearer is not None and not _is_victim(entities[bearer], happening):
            moves[bearer, operator.attribute].append(Move(operator, happening, find_report(happening.cites, written)))
    return moves


def _find_bearer(happening: Happening, operator: Operator, entities: dict[str, Entity]) -> str | None:
    """Return the one entity whose state a happening changes, of a kind that can bear it; None where it is not plain."""
    if operator.bearer == "actor":
        bearers = happening.actors
    elif operator.bearer == "target":
        bearers = happening.targets
    else:
        bearers = happening.targets or happening.actors
    fitting = {b for b in bearers if b in entities and entities[b].kind in BEARERS[operator.attribute]}
    if len(fitting) > 1:
        fitting = _find_constant(happening, {b: entities[b] for b in fitting})
    return next(iter(fitting)) if len(fitting) == 1 else None


def _find_constant(happening: Happening, bearers: dict[str, Entity]) -> set[str]:
    """Return those of several bearers whom every cite names that names any: "Olle Brant", where one report has
    "the skipper of the Anna Marn, Olle Brant"; all of them where one cite alone tells it."""
    named = [
        {key for key, who in bearers.items() if any(name in cite.quote for name in (who.name, *who.aliases))}
        for cite in happening.cites
    ]
    telling = [found for found in named if found]
    return set.intersection(*telling) if telling else set(bearers)


def _is_victim(bearer: Entity, happening: Happening) -> bool:
    """Whether every cite names a bearer only as the one to whom something was done: "charged with killing Ana Roth"."""
    names = "|".join(re.escape(name) for name in sorted({bearer.name, *bearer.aliases}))
    done_to = re.compile(rf"\b(?:{_DONE_TO})\s+(?:[\w-]+\s+){{0,2}}(?:{names})\b", re.I)
    return all(done_to.search(cite.quote) for cite in happening.cites)


def _are_apart(moves: list[Move], entities: dict[str, Entity]) -> bool:
    """Whether moves were at different places of one sort: an office and the town that it may stand in are none."""
    places = {move.happening.place for move in moves if move.happening.place}
    towns = {place for place in places if place not in entities or entities[place].kind in ("GPE", "LOC")}
    return len(towns) > 1 or len(places - towns) > 1


def _track_moves(
    bearer: Entity, attribute: str, moves: list[Move], story_id: str, settings: TrackSettings
) -> State | None:
    stepwise = all(m.operator.value in STEPS for m in moves)
    dated = [m for m in moves if stepwise or m.happening.first is not None]
    ordered = sorted(
        dated,
        key=lambda m: (
            STEPS[m.operator.value] if stepwise else 0,
            order_key(m.happening.first, m.happening.last),
            order_key(m.reported),
            m.happening.happening_id,
        ),
    )
    values: list[StateValue] = []
    for move in filter(_is_ahead, ordered):
        value = _make_value(move)
        if values and (values[-1].value, values[-1].status) == (value.value, value.status):
            values[-1] = _support(values[-1], value)
        else:
            values.append(value)
    if len({v.value for v in values if v.status == "actual"}) < settings.least_values:
        return None
    if stepwise:
        values = _drop_early_days(values)
    return State(
        state_id=content_id("state", story_id, bearer.entity_id, attribute),
        story_id=story_id,
        subject=bearer.name,
        attribute=attribute,
        values=tuple(values),
    )


def _drop_early_days(values: list[StateValue]) -> list[StateValue]:
    """Return steps that follow one another without the days that come before an earlier step's: they date its deed."""
    kept: list[StateValue] = []
    latest = None
    for value in values:
        early = value.since is not None and latest is not None and order_key(value.since[:10]) < order_key(latest[:10])
        kept.append(replace(value, since=None) if early else value)
        latest = latest if early or value.since is None else value.since
    return kept


def _is_ahead(move: Move) -> bool:
    """Whether a move is done, or was still ahead when it was reported: a plan told later is told of as history."""
    return move.happening.status == "actual" or order_key(move.happening.first) > order_key((move.reported or "")[:10])


def _make_value(move: Move) -> StateValue:
    return StateValue(
        value=move.operator.value,
        since=move.happening.first,
        reported=move.reported,
        status=move.happening.status,
        cites=tuple(sorted(set(move.happening.cites))),
    )


def _support(held: StateValue, again: StateValue) -> StateValue:
    """Return a value with the cites of another happening that brings the same value; its first day stays."""
    return StateValue(
        value=held.value,
        since=held.since or again.since,
        reported=min((d for d in (held.reported, again.reported) if d), key=order_key, default=None),
        status=held.status,
        cites=tuple(sorted({*held.cites, *again.cites})),
    )
