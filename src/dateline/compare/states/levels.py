"""Follows numbers that were replaced: the levels that a count took, each since when it was told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import isfinite

from dateline.compare.states.offices import find_report
from dateline.dates import order_key
from dateline.ids import content_id
from dateline.model import Cite, Slot, SlotValue, State, StateValue
from dateline.settings import TrackSettings

_TOLD: dict[str, str] = {"about": "about ", "at least": "at least ", "more than": "more than ", "up to": "up to "}
_BEFORE = re.compile(
    r"\b(?:previously|earlier|initially|originally|at first|had (?:said|thought|estimated|reported|put|expected))\b",
    re.I,
)
"""Words by which a report sets a number aside for the one that it gives."""


def track_number(
    slot: Slot, written: Mapping[str, str], said: Mapping[Cite, str], settings: TrackSettings
) -> Iterable[State]:
    """Yield the state of a number that later reports replaced, level by level; none where the order cannot be told.

    ``said`` holds for a cite the day on which its words were said, where it names that.
    """
    tally = _is_tally(slot, written)
    levels: list[list[SlotValue]] = []
    for value in sorted(slot.values, key=lambda v: not _is_set_aside(v)):
        if value.approx == "vague":
            continue
        if levels and all(_can_be_one(value, other) for other in levels[-1]):
            levels[-1].append(value)
        else:
            levels.append([value])
    values = [_make_number(level, slot.unit, written) for level in levels]
    values = [_date_by_report(v) if tally else v for v in values]
    values = [_date_by_saying(v, said) for v in values]
    if levels and all(_is_set_aside(v) for v in levels[0]) and len(levels) > 1:
        values[0] = replace(values[0], since=None, since_basis="")
    if len({v.value for v in values}) >= settings.least_values and _is_ordered(values):
        yield State(
            state_id=content_id("number", slot.slot_id),
            story_id=slot.story_id,
            subject=slot.label,
            attribute="number",
            values=tuple(values),
            last_reported=max((v.reported[:10] for v in values if v.reported), default=None),
        )


def _is_tally(slot: Slot, written: Mapping[str, str]) -> bool:
    """Whether a slot counts what one happening did: its answers hold as of one day, and came in reports of several.
    Each figure is then known since its report."""
    days = Counter((value.as_of or "")[:10] for value in slot.values if value.as_of)
    if not days:
        return False
    day, count = days.most_common(1)[0]
    reports = {written[c.article_id][:10] for v in slot.values for c in v.cites if c.article_id in written}
    return count >= _TALLY and len(reports) > 1 and day <= min(reports)


_TALLY = 3
"""Answers as of one day from which a number is a tally that was revised."""


def _date_by_report(value: StateValue) -> StateValue:
    late = value.reported is not None and (value.since is None or value.reported[:10] > value.since[:10])
    return replace(value, since=(value.reported or "")[:10], since_basis="report") if late else value


def _date_by_saying(value: StateValue, said: Mapping[Cite, str]) -> StateValue:
    """Return a value that holds since the day of its report as of the day on which it was given out."""
    days = [said[cite] for cite in value.cites if cite in said]
    first = min(days, key=order_key, default=None)
    if first is None or value.since is None or value.since[:10] != (value.reported or "")[:10] or first >= value.since:
        return value
    return replace(value, since=first, since_basis="told")


def _is_set_aside(value: SlotValue) -> bool:
    """Whether every report that gives a number gives it as one said before: "previously said up to 900"."""
    return bool(value.cites) and all(_stands_behind(value, cite) for cite in value.cites)


def _stands_behind(value: SlotValue, cite: Cite) -> bool:
    """Whether a number follows such a word in its sentence, with no other number of the slot's kind between them."""
    if value.value is None:
        return False
    match = _BEFORE.search(cite.quote)
    number = re.search(rf"{value.value:,.10g}", cite.quote)
    if match is None or number is None or match.start() > number.start():
        return False
    return not re.search(r"\d[\d,.]*", cite.quote[match.end() : number.start()])


def _is_ordered(values: list[StateValue]) -> bool:
    """Whether the last value came after the first: of two counts of one day nobody knows which replaced which."""
    first, last = values[0], values[-1]
    if first.since is None:
        return last.since is not None
    since = order_key(first.since), order_key(last.since)
    return since[0] < since[1] or (since[0] == since[1] and order_key(first.reported) < order_key(last.reported))


def _can_be_one(left: SlotValue, right: SlotValue) -> bool:
    """Whether two numbers are one at different precision; a floor or ceiling is just its number here."""
    one, other = ([n for n in (v.low, v.high, v.value) if n is not None and isfinite(n)] for v in (left, right))
    return bool(one and other) and min(one) <= max(other) and min(other) <= max(one)


def _make_number(level: list[SlotValue], unit: str, written: Mapping[str, str]) -> StateValue:
    """Return the value of numbers that are one at different precision, said in the most exact of them."""
    exact = min(level, key=lambda v: (v.approx != "exact", v.value is None, v.as_of or "", v.cites))
    cites = tuple(sorted({cite for value in level for cite in value.cites}))
    return StateValue(
        value=_say_value(exact, unit),
        since=min((v.as_of for v in level if v.as_of), key=order_key, default=None),
        reported=find_report(cites, written),
        status="planned" if all(value.status == "planned" for value in level) else "actual",
        cites=cites,
        since_basis="told" if any(v.as_of for v in level) else "",
        articles=len({cite.article_id for cite in cites}),
        origins=max(v.origins for v in level),
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
