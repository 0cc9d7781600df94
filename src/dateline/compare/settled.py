"""Which differences later reports settle, and in which order they are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.compare.view import StoryView
from dateline.dates import order_key
from dateline.model import Cite, Discrepancy, Side

_OPEN_VERDICTS = frozenset({"conflict", "wording"})
_LEAST_ORIGINS = 2
"""Independent later reports that settle a difference; one alone may repeat an error."""


def settle_differences(found: Iterable[Discrepancy], view: StoryView) -> Iterator[Discrepancy]:
    """Yield differences with what settles them, the weightiest first; where several finders set the same places against
    each other, what was found first stays."""
    told: list[Discrepancy] = []
    for row in found:
        if not any(_holds(other, row) for other in told):
            told.append(row)
    for row in sorted(told, key=lambda d: (-d.severity, d.verdict != "conflict", d.discrepancy_id)):
        yield _settle(row, view)


def _holds(told: Discrepancy, row: Discrepancy) -> bool:
    """Whether a difference already told of the same kind sets the same places against each other."""
    if told.kind != row.kind:
        return False
    places = [{(c.article_id, c.start) for c in side.cites} for side in told.sides]
    met = [
        {at for at, cites in enumerate(places) if any((c.article_id, c.start) in cites for c in side.cites)}
        for side in row.sides
    ]
    return all(met) and len(set().union(*met)) > 1


def _settle(row: Discrepancy, view: StoryView) -> Discrepancy:
    if row.verdict not in _OPEN_VERDICTS or row.kind == "polarity":
        return row
    for side in row.sides:
        others = [other for other in row.sides if other is not side]
        later = _find_later(side, others, view)
        if len({view.origin(cite.article_id) for cite in later}) >= _LEAST_ORIGINS:
            return replace(row, settled=side.says, settled_by=later)
    return row


def _find_later(side: Side, others: list[Side], view: StoryView) -> tuple[Cite, ...]:
    """Return the cites of a side that were written on days after the last of all other sides."""
    days = [_day(cite, view) for other in others for cite in other.cites]
    known = [day for day in days if day]
    if len(known) < len(days) or not known:
        return ()
    last = max(known, key=order_key)
    return tuple(c for c in side.cites if (day := _day(c, view)) and order_key(day) > order_key(last))


def _day(cite: Cite, view: StoryView) -> str | None:
    written = view.written(cite.article_id)
    return written[:10] if written else None
