"""What speaks for an article's having been written on a day: named measures, summed into a score by fitted weights.

Each measure looks at one thing that a reader looks at: how far the day lies from the dated fellows, how long ago the
newest weekday would be, whether plans would still lie ahead, whether the days told would be those that dated reports
tell of. The form is a conditional logit over days (McFadden 1974); constraints after Chambers (2012).
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.dates import Interval
from dateline.events.times.clues import Clue, Comparer, Telling

_FAINT = 0.05
"""Share given to what no dated report tells of, so that a logarithm stays finite."""
_KIN_FLOOR = 0.02
"""Likeness that any two reports of a story are taken to have at least."""
_MOST = 3
"""Times at most that one kind of clue counts in a sum: a text may repeat itself."""
_TAIL = 0.02
"""Share of reports that appear at any distance from their fellows."""
_WEEK = 7
_SATURDAY, _SUNDAY = 5, 6
_LATE = 14
"""Days from which a date told as past is old news, however much older."""
_STRAY = 60
"""Days over which the share of strays is spread."""


@dataclass(frozen=True, slots=True)
class Fellow:
    """A dated article of the story: its day, how sure that is, and how like the undated one it is."""

    day: date
    sure: float
    kin: float
    tolls: tuple[int, ...] = ()
    """For each count of victims that both give, 1 where the fellow's is higher, -1 where it is lower, 0 where equal."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known when one undated article is tried on a day."""

    clues: Sequence[Clue]
    fellows: Sequence[Fellow]
    tellings: Sequence[Telling]
    spread: float
    """Days that lie between neighbouring reports of the story, on the average."""
    likest: Mapping[int, tuple[tuple[Telling, float], ...]]
    """For each clue, by its place, the tellings in sentences alike and how alike they are."""
    even: Mapping[date, float]
    """Weight of the fellows of each day, all counted alike."""
    akin: Mapping[date, float]
    """The same, those more like the article counted for more."""

    def find_shared(self, day: date, least: float) -> list[date]:
        """Return the days that the article, if written on ``day``, tells of as over in sentences like its fellows'."""
        shared = set()
        for place, clue in enumerate(self.clues):
            found = clue.interval(day) if clue.names_day and not clue.ahead else None
            alike = self.likest.get(place, ())
            if found and any(telling.interval == found and like >= least for telling, like in alike):
                shared.add(found.first)
        return sorted(shared)


def gather_evidence(
    clues: Sequence[Clue], fellows: Sequence[Fellow], tellings: Sequence[Telling], comparer: Comparer
) -> Evidence:
    """Line up what does not depend on the day that is tried."""
    even: dict[date, float] = {}
    kin: dict[date, float] = {}
    for fellow in fellows:
        even[fellow.day] = even.get(fellow.day, 0.0) + fellow.sure
        kin[fellow.day] = kin.get(fellow.day, 0.0) + fellow.sure * (_KIN_FLOOR + fellow.kin) ** 2
    days = sorted(fellow.day for fellow in fellows)
    spread = (days[-1] - days[0]).days / len(days) if days else 0.0
    likest = {}
    for place, clue in enumerate(clues):
        if clue.expression.meaning.anchor == "report" and not clue.explicit:
            alike = [(telling, comparer.compare(clue.stems, telling.stems)) for telling in tellings]
            likest[place] = tuple((telling, found) for telling, found in alike if found >= _FAINT)
    return Evidence(clues, fellows, tellings, spread, likest, even, kin)


def measure_day(day: date, evidence: Evidence) -> dict[str, float]:
    """Return every measure of an article's being written on a day; those that say nothing are left out."""
    found = [clue.interval(day) for clue in evidence.clues]
    pairs = [(clue, interval) for clue, interval in zip(evidence.clues, found, strict=True) if interval is not None]
    measures = _measure_fellows(day, evidence)
    measures |= _measure_weekdays(day, pairs)
    measures |= _measure_dates(day, pairs)
    measures |= _measure_tellings(found, evidence)
    measures |= {name: float(min(count, _MOST)) for name, count in count_names(day, evidence.clues).items()}
    if day.weekday() in (_SATURDAY, _SUNDAY):
        measures["saturday" if day.weekday() == _SATURDAY else "sunday"] = 1.0
    return {name: value for name, value in measures.items() if value}


def score_day(day: date, evidence: Evidence, weights: Mapping[str, float]) -> float:
    """Return the log-likelihood, up to a constant, that an article was written on a day."""
    measures = measure_day(day, evidence)
    return sum(weights.get(name, 0.0) * measures[name] for name in sorted(measures))


def _measure_fellows(day: date, evidence: Evidence) -> dict[str, float]:
    """Measure how near the day lies to the dated fellows: to all of them, and to those most like it."""
    if not evidence.fellows:
        return {}
    scale = 0.7 + 0.6 * evidence.spread
    near = {other: _kernel((day - other).days, scale) for other in evidence.even}
    telling = [fellow for fellow in evidence.fellows if fellow.tolls]
    wrong = sum(
        (toll > 0 and fellow.day < day) + (toll < 0 and fellow.day > day) for fellow in telling for toll in fellow.tolls
    )
    return {
        "near": math.log(_mean(near, evidence.even)),
        "kin": math.log(_mean(near, evidence.akin)),
        "toll falls": float(min(wrong, _MOST)),
    }


def _kernel(days: int, scale: float) -> float:
    """Return the share of reports that appear so many days from a fellow: a two-sided exponential with strays."""
    ratio = math.exp(-1 / scale)
    return (1 - _TAIL) * (1 - ratio) / (1 + ratio) * ratio ** abs(days) + _TAIL / (2 * _STRAY)


def _mean(values: Mapping[date, float], weights: Mapping[date, float]) -> float:
    total = sum(weights.values())
    return sum(values[day] * weight for day, weight in weights.items()) / total if total else min(values.values())


def _measure_weekdays(day: date, pairs: Sequence[tuple[Clue, Interval]]) -> dict[str, float]:
    """Measure how long ago the newest weekday told of would be, and how far ahead the planned ones."""
    plain = [(clue, found) for clue, found in pairs if clue.names_day and clue.expression.meaning.form == "weekday"]
    past = [(clue, found) for clue, found in plain if not clue.ahead and (day - found.first).days >= 0]
    toned = [(clue, found) for clue, found in past if clue.expression.tense] or past
    body = [(day - found.first).days for _, found in toned]
    lead = [(day - found.first).days for clue, found in past if clue.lead]
    measures: dict[str, float] = {}
    if lead:
        measures[f"lead {_bucket(min(lead))}"] = 1.0
        measures["late news"] = 1.0 if min(body, default=9) < min(lead) else 0.0
    elif body:
        measures[f"body {_bucket(min(body))}"] = 1.0
    ahead = sorted({(found.first - day).days for clue, found in plain if clue.ahead})
    for gap in ahead[:_MOST]:
        name = f"plan {_bucket(gap)}"
        measures[name] = measures.get(name, 0.0) + 1.0
    return measures


def _bucket(gap: int) -> str:
    """Return the name of a gap of days: each of the nearest has its own."""
    return str(gap) if gap < 3 else "3-4" if gap < 5 else "5-6" if gap < 7 else "7+"


def _measure_dates(day: date, pairs: Sequence[tuple[Clue, Interval]]) -> dict[str, float]:
    """Measure how the dates of the calendar lie: those told as past should lie behind, those planned ahead."""
    dates = [(clue, found) for clue, found in pairs if clue.names_date or clue.explicit]
    past = [(clue, found) for clue, found in dates if not clue.ahead]
    over = [found for clue, found in past if found.first > day and clue.explicit and clue.expression.tense == "past"]
    loose = [found for clue, found in past if found.first > day and not clue.explicit]
    gone = [found for clue, found in dates if clue.ahead and found.last < day]
    newest = [(day - found.last).days for clue, found in past if found.last <= day and clue.names_date]
    measures = {
        "past lies ahead": float(min(len(over), _MOST)),
        "date lies ahead": float(min(len(loose), _MOST)),
        "plan lies behind": float(min(len(gone), _MOST)),
    }
    if newest:
        # The day itself is hardly ever named by its date, save in datelines that cleaning missed.
        gap = max(min(newest), 1)
        measures[f"date {_bucket(gap) if gap < _WEEK else '7-13' if gap < _LATE else '14+'}"] = 1.0
    return measures


def _measure_tellings(found: Sequence[Interval | None], evidence: Evidence) -> dict[str, float]:
    """Measure how far the article would tell of the days that dated reports tell of, in sentences alike."""
    same = period = 0.0
    for place, interval in enumerate(found):
        if interval is not None and place in evidence.likest:
            best = max((like for telling, like in evidence.likest[place] if telling.interval == interval), default=0.0)
            same, period = (same + best, period) if interval.grain == "day" else (same, period + best)
    return {"same day alike": min(same, _MOST), "same period alike": min(period, _MOST)}


def count_names(day: date, clues: Sequence[Clue]) -> dict[str, int]:
    """Count the days that a text written on a day would name in two ways, which news hardly does: by its weekday and as
    "yesterday", by its weekday and, in the lead, by its date, or by its date while it is the very day."""
    weekdays: set[date] = set()
    counted: set[date] = set()
    dates: set[date] = set()
    opening: set[date] = set()
    for clue in clues:
        found = clue.interval(day)
        if found is None or found.days > 1 or clue.ahead or clue.expression.meaning.hour is not None:
            continue
        if clue.names_day:
            (weekdays if clue.expression.meaning.form == "weekday" else counted).add(found.first)
        elif clue.names_date and clue.expression.meaning.weekday is None:
            dates.add(found.first)
            opening |= {found.first} if clue.lead else set()
    return {
        "weekday and yesterday": len(weekdays & counted),
        "weekday and date": len(weekdays & dates),
        "weekday and lead date": len(weekdays & opening),
        "today and date": len(counted & dates & {day}),
    }


def looks_back(day: date, clues: Sequence[Clue]) -> bool:
    """Say whether, written on a day, an article would call one day both a weekday and, in its lead, a plain date.

    So it tells of the story's main day as of an earlier one, and its weekdays are of a week that cannot be told.
    """
    return count_names(day, clues)["weekday and lead date"] > 0


def meets_date(day: date, clues: Sequence[Clue]) -> bool:
    """Say whether, written on a day, a text without dated fellows would call by its weekday a day that it also dates.

    A date alone says after which day it was written, and not how long after.
    """
    past = [(clue, found) for clue in clues if not clue.ahead and (found := clue.interval(day))]
    dated = {found.first for clue, found in past if clue.names_date}
    return any(found.first in dated for clue, found in past if clue.names_day)
