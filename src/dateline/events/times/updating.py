"""Finds articles that were updated on the day after their date.

A page dated Thursday that tells what happened "early on Friday" was mostly posted on Thursday and updated past
midnight: the Friday of six days before would be "last Friday". It is the next day only where the text or another
report of the story says so; elsewhere such a weekday stays open.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dateline.dates import add_days, cut
from dateline.events.times.clues import Clue, Telling, likeness, tell_days, weigh_stems
from dateline.events.times.dating import Settled
from dateline.settings import DateSettings

_NIGHT_STEM = "overn"
"""Stem of "overnight"."""
_NEXT_DAY_BACK = 6
"""How many days back the weekday of the next day lies."""


def mark_updated(
    settled: Mapping[str, Settled], clues: Mapping[str, Sequence[Clue]], settings: DateSettings
) -> dict[str, Settled]:
    """Return the settled days, with an interval through the next day where an article tells of that day as past."""
    weights = weigh_stems(clues)
    told = {
        article_id: tell_days(clues.get(article_id, ()), found.day, found.confidence, settings.dated_name_weight)
        for article_id, found in settled.items()
        if found.day is not None
    }
    marked: dict[str, Settled] = {}
    for article_id, found in settled.items():
        others = [telling for other, row in sorted(told.items()) if other != article_id for telling in row]
        marked[article_id] = _mark_one(found, clues.get(article_id, ()), others, weights, settings)
    return marked


def slips_past(clue: Clue, day: date) -> bool:
    """Say whether a weekday told as past lies six days back, so that it may be the day after the page's date."""
    found = clue.interval(day) if clue.slips else None
    return found is not None and (day - found.first).days == _NEXT_DAY_BACK


def _mark_one(
    found: Settled,
    clues: Sequence[Clue],
    others: Sequence[Telling],
    weights: Mapping[str, float],
    settings: DateSettings,
) -> Settled:
    """Mark one article when something speaks for its next day."""
    following = add_days(found.day, 1) if found.day else None
    if found.day is None or following is None or found.basis == "inferred":
        return found
    slipped = [clue for clue in clues if slips_past(clue, found.day) and not clue.caption]
    for clue in slipped:
        if _is_of_the_night(clue) or _is_told_elsewhere(clue, following, others, weights, settings):
            why = f"{found.why}; “{clue.expression.text}” is {cut(following, 'day')}, so it was updated then"
            last = max(found.last or following, following)
            return replace(found, last=last, why=why, updated=following)
    return found


def _is_of_the_night(clue: Clue) -> bool:
    """Say whether the lead tells of the small hours, which a report of the evening before is updated for."""
    early = clue.expression.meaning.modifier == "early" or clue.expression.meaning.name == "dawn"
    return clue.lead and not clue.spoken and (early or _NIGHT_STEM in clue.stems)


def _is_told_elsewhere(
    clue: Clue, following: date, others: Sequence[Telling], weights: Mapping[str, float], settings: DateSettings
) -> bool:
    """Say whether another report tells of the next day in a sentence alike."""
    return any(
        telling.interval.first == telling.interval.last == following
        and likeness(clue.stems, telling.stems, weights) >= settings.link_likeness
        for telling in others
    )
