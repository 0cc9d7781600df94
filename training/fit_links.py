"""Fits the model by which two articles or groups of articles are held to tell of one unfolding happening.

A weighted logistic regression (iteratively reweighted least squares with a Gaussian prior) over pairs of articles and
pairs of groups of BASIL (every second event) and of ECB+ topics 1 to 35 (every second topic); the others stay unseen
for ``evals/eval_stories.py``. The piles lie under $DATELINE_DATA/data; none of their texts comes along.

BASIL's events lie years apart, as those of a day's news do not: so every story is put on a day of its own within three
months, half of them told in days and half over weeks, and everything is read once more without days.

    python -m training.fit_links > src/dateline/stories/link_weights.py
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from zlib import crc32

import numpy as np
from evals.piles import Piled, halve, load_basil, load_siblings
from numpy.typing import NDArray

from dateline.stories.likeness import FEATURES, View, join_views, measure_views, view_of

Floats = NDArray[np.float64]
Sample = tuple[tuple[float, ...], bool]

_PRIOR = 3.0
"""Precision of the Gaussian prior on the weights of features brought to one scale."""
_ROUNDS = 30
_WINDOW, _SHORT, _LONG = 90, 3, 42
"""Days in which the stories begin, and in which one is told: in short, or over weeks."""
_DRAWS = 20
"""Pairs of groups that are drawn for each story, of one story and of two."""
_RIVALS = 3
"""Other stories, the likest ones, with which a story's groups are paired."""
_AT_RANDOM = 0.8
"""Part of the cuts that are made at random."""
_HEAPS = (8, 12, 20)
"""Sizes of heaps of articles that have nothing to do with each other."""
_AGAINST = frozenset({"other place", "days apart", "fewer articles", "more articles"})
_MASS = 500.0
"""What the pairs of one story of each set weigh together, so that no set outweighs another."""


def main() -> None:
    """Print the module with the fitted model."""
    bias, weights = fit_model([halve(load_basil())[0], halve(load_siblings())[0]])
    print('"""Fitted by ``training/fit_links.py``: change nothing by hand."""\n')
    print(f"BIAS = {bias:.3f}")
    print("WEIGHTS = {")
    for name, weight in weights.items():
        print(f'    "{name}": {weight:.3f},')
    print("}")


def fit_model(piles: Iterable[Sequence[Piled]]) -> tuple[float, dict[str, float]]:
    """Return bias and weights of the model of some piles."""
    rows: list[tuple[float, ...]] = []
    labels: list[bool] = []
    masses: list[float] = []
    for pile in piles:
        for told in (strip_days(pile), spread_days(pile)):
            for pairs in (pair_articles, pair_with_groups, pair_groups):
                samples = list(pairs(told))
                mass = _MASS / sum(same for _, same in samples)
                rows += [row for row, _ in samples]
                labels += [same for _, same in samples]
                masses += [mass] * len(samples)
    return fit_signed(np.array(rows), np.array(labels, float), np.array(masses))


def fit_signed(rows: Floats, labels: Floats, masses: Floats) -> tuple[float, dict[str, float]]:
    """Return bias and weights; what two articles share never speaks against them: such a feature is left out."""
    names = list(FEATURES)
    while True:
        bias, weights = fit_weighted(rows[:, [FEATURES.index(name) for name in names]], labels, masses)
        wrong = [name for name, weight in zip(names, weights, strict=True) if weight < 0 and name not in _AGAINST]
        if not wrong:
            return bias, dict.fromkeys(FEATURES, 0.0) | dict(zip(names, weights, strict=True))
        names = [name for name in names if name not in wrong]


def strip_days(pile: Iterable[Piled]) -> list[Piled]:
    """Return a pile in which no article has a day, nor names one with its year, which would stand in for it."""
    return [
        replace(piled, profile=replace(piled.profile, day=None, days=tuple(day[-5:] for day in piled.profile.days)))
        for piled in pile
    ]


def spread_days(pile: Iterable[Piled]) -> list[Piled]:
    """Return a pile whose stories begin on days of one season and are told in days or over weeks."""
    return [replace(piled, profile=replace(piled.profile, day=_draw_day(piled))) for piled in pile]


def _draw_day(piled: Piled) -> str:
    start = _hash("start", piled.story) % _WINDOW
    length = _LONG if _hash("length", piled.story) % 2 else _SHORT
    after = _hash("after", piled.profile.article_id) % length
    return (date(2020, 1, 1) + timedelta(days=start + after)).isoformat()


def _hash(*parts: str) -> int:
    return crc32("\n".join(parts).encode())


def pair_articles(pile: Sequence[Piled]) -> Iterator[Sample]:
    """Yield the features of every two articles, and whether they are of one story."""
    views = [view_of(piled.profile) for piled in pile]
    for left, right in combinations(range(len(pile)), 2):
        yield measure_views(views[left], views[right]), pile[left].story == pile[right].story


def pair_groups(pile: Sequence[Piled]) -> Iterator[Sample]:
    """Yield the features of groups drawn from one story, and from a story and one of those likest to it."""
    draw = random.Random(1)
    stories, rivals = _find_rivals(pile)
    for story, views in sorted(stories.items()):
        for _ in range(_DRAWS):
            ours, rest = _cut(views, draw)
            theirs, _ = _cut(stories[draw.choice(rivals[story])], draw)
            for group, same in ((rest, True), (theirs, False)):
                if group and len(ours) + len(group) > 2:
                    yield measure_views(join_views(ours), join_views(group)), same


def pair_with_groups(pile: Sequence[Piled]) -> Iterator[Sample]:
    """Yield the features of an article and a group: of its own story, of a like one, and of articles that have nothing
    to do with each other, so that no such heap draws in more and more."""
    draw = random.Random(2)
    stories, rivals = _find_rivals(pile)
    everyone = [view for _, views in sorted(stories.items()) for view in views]
    for story, views in sorted(stories.items()):
        for at, view in enumerate(views):
            rest = views[:at] + views[at + 1 :]
            rival = stories[draw.choice(rivals[story])]
            if len(rest) > 1:
                yield measure_views(view, join_views(draw.sample(rest, draw.randint(2, len(rest))))), True
            if len(rival) > 1:
                yield measure_views(view, join_views(draw.sample(rival, draw.randint(2, len(rival))))), False
            strangers = [
                other
                for other in draw.sample(everyone, draw.choice(_HEAPS))
                if all(other is not view for view in views)
            ]
            yield measure_views(view, join_views(strangers)), False


def _find_rivals(pile: Sequence[Piled]) -> tuple[dict[str, list[View]], dict[str, list[str]]]:
    """Return the views of each story, and for each the stories likest to it, those of its own topic first."""
    stories: defaultdict[str, list[View]] = defaultdict(list)
    topics = {piled.story: piled.topic for piled in pile}
    for piled in pile:
        stories[piled.story].append(view_of(piled.profile))
    whole = {story: join_views(views) for story, views in stories.items()}
    return stories, {
        story: sorted(
            (other for other in stories if other != story),
            key=lambda other: (topics[other] != topics[story], -_compare(whole[story], whole[other]), other),
        )[:_RIVALS]
        for story in stories
    }


def _cut(views: list[View], draw: random.Random) -> tuple[list[View], list[View]]:
    """Return a story in two parts: at random, or round two of its articles, as groups are when they grow."""
    draw.shuffle(views)
    if len(views) < 3 or draw.random() < _AT_RANDOM:
        cut = draw.randint(1, max(1, len(views) - 1))
        return views[:cut], views[cut:]
    nearer = [_compare(view, views[0]) >= _compare(view, views[1]) for view in views]
    nearer[:2] = True, False
    return (
        [view for view, near in zip(views, nearer, strict=True) if near],
        [view for view, near in zip(views, nearer, strict=True) if not near],
    )


def _compare(left: View, right: View) -> float:
    """Return how like two stories are, to find the rivals of one."""
    return sum(measure_views(left, right)[:4])


def fit_weighted(rows: Floats, labels: Floats, masses: Floats) -> tuple[float, list[float]]:
    """Return bias and weights of a logistic regression in which every row has its mass, by Newton's method."""
    middle = np.average(rows, axis=0, weights=masses)
    spread = np.sqrt(np.average((rows - middle) ** 2, axis=0, weights=masses)) + 1e-9
    scaled = np.hstack([np.ones((len(rows), 1)), (rows - middle) / spread])
    prior = np.full(scaled.shape[1], _PRIOR)
    prior[0] = 0.0
    weights = np.zeros(scaled.shape[1])
    for _ in range(_ROUNDS):
        chances = 1 / (1 + np.exp(-np.clip(scaled @ weights, -60, 60)))
        slope = scaled.T @ (masses * (chances - labels)) + prior * weights
        bend = (scaled * (masses * chances * (1 - chances))[:, None]).T @ scaled + np.diag(prior)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if float(np.abs(step).max()) < 1e-6:
            break
    own = weights[1:] / spread
    return float(weights[0] - own @ middle), [float(weight) for weight in own]


if __name__ == "__main__":
    main()
