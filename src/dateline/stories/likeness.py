"""How likely two articles, or two groups of articles, tell of one unfolding happening.

A ``View`` holds what they are compared by. One logistic model weighs terms, names by their rarity, numbers, explicit
days, places, the reader's vectors and the days between; ``training/fit_links.py`` fits it to articles and to groups
alike, so batch and stream use the same chance. Vectors alone take two crashes for one: they are one feature of several.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

import numpy as np
import numpy.typing as npt

from dateline.model import Profile
from dateline.stories.link_weights import BIAS, WEIGHTS
from dateline.wording import MONTHS

Sparse = Mapping[str, float]
Vector = npt.NDArray[np.float32]
WIDTH = 384
"""Numbers in a vector."""
_TERMS = 200
"""Terms and names of a group that are kept, heaviest first; of an article a profile keeps 120 and 40."""
_LEADING = 6
"""Heaviest names of a side that the other should know."""
_FULL = 10
"""Characters of a day with its year."""
_NONE: Vector = np.zeros(WIDTH, np.float32)


@dataclass(frozen=True, slots=True)
class View:
    """What an article or a group of articles is compared by. ``terms``, ``opening``, ``names`` and ``vector`` have
    length 1 (or 0, where there is nothing); ``numbers``, ``days`` and ``places`` hold in what part of the articles
    each stands."""

    terms: Sparse = field(default_factory=dict)
    """Words of headline and lead, by TF-IDF."""
    opening: Sparse = field(default_factory=dict)
    """The same of the headline and the first sentences alone."""
    names: Sparse = field(default_factory=dict)
    """Names, by rarity and how often they stand."""
    rarities: Sparse = field(default_factory=dict)
    """How rare each name is against the background of news: the natural logarithm of its inverse frequency."""
    numbers: Sparse = field(default_factory=dict)
    days: Sparse = field(default_factory=dict)
    places: Sparse = field(default_factory=dict)
    vector: Vector = field(default_factory=lambda: _NONE)
    first: int | None = None
    """Day of the earliest article that has one, counted as ``date.toordinal`` does."""
    last: int | None = None
    count: int = 1
    """Articles."""
    leading: tuple[str, ...] = ()
    """The heaviest names, heaviest first: the other side should know them, if it tells of the same."""


def view_of(profile: Profile) -> View:
    """Return the view of one article."""
    day = _find_day(profile)
    told = zip(profile.names, profile.rarities, profile.told, strict=False)
    names = _scale({name: rarity * (1 + math.log(count)) for name, rarity, count in told})
    return View(
        terms=dict(profile.terms),
        opening=dict(profile.opening),
        names=names,
        rarities=dict(zip(profile.names, profile.rarities, strict=False)),
        numbers=dict.fromkeys(profile.numbers, 1.0),
        days=dict.fromkeys((day[-5:] for day in profile.days), 1.0),
        places=dict.fromkeys(profile.places, 1.0),
        vector=_unit(np.frombuffer(profile.vector, np.int8).astype(np.float32)) if profile.vector else _NONE,
        first=day,
        last=day,
        leading=_find_leading(names),
    )


def _find_day(profile: Profile) -> int | None:
    """Return the day of an article; where none is known, the latest one that its text names with a year."""
    named = profile.day or max((day for day in profile.days if len(day) == _FULL), default=None)
    try:
        return date.fromisoformat(named).toordinal() if named else None
    except ValueError:  # a slip of the text, such as February 30
        return None


def join_views(views: Sequence[View]) -> View:
    """Return the view of a group: the mean of its articles, pruned to what weighs most. The order does not matter
    but for rounding; raise ValueError for no view."""
    if not views:
        raise ValueError("no view to join: give at least one")
    count = sum(view.count for view in views)
    shares = [view.count / count for view in views]
    names = _scale(_mean([view.names for view in views], shares))
    rarities = {name: rarity for view in views for name, rarity in view.rarities.items()}
    days = [day for view in views for day in (view.first, view.last) if day is not None]
    return View(
        terms=_scale(_mean([view.terms for view in views], shares)),
        opening=_scale(_mean([view.opening for view in views], shares)),
        names=names,
        rarities={name: rarities[name] for name in names},
        numbers=_mean([view.numbers for view in views], shares),
        days=_mean([view.days for view in views], shares),
        places=_mean([view.places for view in views], shares),
        vector=_unit(np.array(shares, np.float32) @ np.array([view.vector for view in views])),
        first=min(days, default=None),
        last=max(days, default=None),
        count=count,
        leading=_find_leading(names),
    )


def _unit(vector: Vector) -> Vector:
    """Return a vector at length 1; one of length 0 as it is."""
    length = math.sqrt(float(vector @ vector))
    return vector / np.float32(length) if length else vector


def _mean(rows: Iterable[Sparse], shares: Iterable[float]) -> dict[str, float]:
    """Return the mean of sparse rows, the heaviest entries only."""
    total: dict[str, float] = defaultdict(float)
    for row, share in zip(rows, shares, strict=True):
        for key, value in row.items():
            total[key] += share * value
    if len(total) > _TERMS:
        return dict(sorted(total.items(), key=lambda item: (-item[1], item[0]))[:_TERMS])
    return dict(total)


def _scale(row: Sparse) -> dict[str, float]:
    """Return a sparse row at length 1."""
    length = math.sqrt(sum(value * value for value in row.values()))
    return {key: value / length for key, value in row.items()} if length else {}


FEATURES = (
    *("terms", "opening", "names", "vector", "leading names"),
    *("same number", "same day", "other place", "days apart"),
    *("fewer articles", "more articles"),
)
"""Names of the features, in the order of ``measure_views``. The last two are 0 for an article and rise to 1 for a large
group: means of many articles are liker than single ones, for one story as for two."""


def measure_views(left: View, right: View) -> tuple[float, ...]:
    """Return the features of two views; the order of the two does not matter."""
    return (
        _dot(left.terms, right.terms),
        _dot(left.opening, right.opening),
        _dot(left.names, right.names),
        float(left.vector @ right.vector),
        (_know_leading(left, right) + _know_leading(right, left)) / 2,
        math.log1p(len(left.numbers.keys() & right.numbers.keys())),
        float(not left.days.keys().isdisjoint(right.days)),
        float(bool(left.places) and bool(right.places) and left.places.keys().isdisjoint(right.places)),
        math.log1p(days_between(left, right) or 0),
        1 - 1 / min(left.count, right.count),
        1 - 1 / max(left.count, right.count),
    )


def _dot(left: Sparse, right: Sparse) -> float:
    return sum(left[key] * right[key] for key in left.keys() & right.keys())


def _know_leading(side: View, other: View) -> float:
    """Return what part of a side's heaviest names the other has at all."""
    return sum(name in other.names for name in side.leading) / len(side.leading) if side.leading else 0.0


def _find_leading(names: Sparse) -> tuple[str, ...]:
    return tuple(sorted(names, key=lambda name: (-names[name], name))[:_LEADING])


def days_between(left: View, right: View) -> int | None:
    """Return the days between the stretches of time of two views, 0 when they overlap; None where one has no day."""
    if left.first is None or left.last is None or right.first is None or right.last is None:
        return None
    return max(0, right.first - left.last, left.first - right.last)


def chance(left: View, right: View) -> float:
    """Return the probability that two views tell of one unfolding happening."""
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, weigh(left, right)))))


def weigh(left: View, right: View) -> float:
    """Return the log odds of what ``chance`` gives."""
    return BIAS + sum(
        weight * value for weight, value in zip(WEIGHTS.values(), measure_views(left, right), strict=True)
    )


def explain(left: View, right: View) -> str:
    """Return what speaks for and against two views telling of one happening, in a reader's words."""
    names = _list_shared(left.names, right.names, 4)
    terms = [term for term in _list_shared(left.terms, right.terms, 8) if not _is_in(term, names)][:4]
    days = _list_shared(left.days, right.days, 2)
    parts = [
        f"both name {', '.join(names)}" if names else "no name in common",
        f"share {', '.join(terms)}" if terms else "",
        f"both give {', '.join(_say_day(day) for day in sorted(days))}" if days else "",
        _say_apart(days_between(left, right)),
    ]
    return "; ".join(part for part in parts if part)


def _say_day(day: str) -> str:
    """Return a month and day in words: "05-03" is "3 May"."""
    month, _, number = day.partition("-")
    return f"{int(number)} {MONTHS[int(month) - 1]}"


def _is_in(term: str, names: Iterable[str]) -> bool:
    return any(term.lower() in name.lower() for name in names)


def _list_shared(left: Sparse, right: Sparse, most: int) -> list[str]:
    shared = left.keys() & right.keys()
    return sorted(shared, key=lambda key: (-left[key] * right[key], key))[:most]


def _say_apart(days: int | None) -> str:
    if days is None:
        return "days unknown"
    return "same day" if not days else f"{days} day{'s' if days > 1 else ''} apart"
