"""Says in words why an article is held to be of a day, or of some day within a stretch."""

from __future__ import annotations

from datetime import date

from dateline.dates import cut
from dateline.events.times.evidence import Evidence

_MOST = 4
"""Expressions named in a reason."""


def explain_day(day: date | None, first: date, last: date, evidence: Evidence) -> str:
    """Say what speaks for a day; ``day`` None: for one of the days from ``first`` to ``last``."""
    if day is None:
        near = "its dates and those of the story's dated reports" if evidence.fellows else "the dates it names"
        return f"{near} allow {cut(first, 'day')} to {cut(last, 'day')}"
    told = {telling.interval.first for telling in evidence.tellings}
    shared: list[str] = []
    planned: list[str] = []
    for clue in evidence.clues:
        found = clue.interval(day)
        if found is None or not clue.names_day:
            continue
        words = f"“{clue.expression.text}”"
        if clue.ahead and found.first > day and words not in planned:
            planned.append(words)
        elif not clue.ahead and (found.first in told or not told):
            words += f" is {cut(found.first, 'day')}"
            shared += [] if words in shared else [words]
    parts = [", ".join(shared[:_MOST]) + (", which dated reports of the story tell of" if told and shared else "")]
    parts += [f"{', '.join(planned[:_MOST])} still lay ahead"] if planned else []
    parts += ["no dated report is more like it than those of that day"] if _is_likest(day, evidence) else []
    return "; ".join(part for part in parts if part) or "its dates fit best"


def _is_likest(day: date, evidence: Evidence) -> bool:
    """Say whether the dated report most like the article is of the day itself."""
    best = max(evidence.fellows, key=lambda fellow: (fellow.kin, fellow.day), default=None)
    return best is not None and best.day == day and len({fellow.day for fellow in evidence.fellows}) > 1
