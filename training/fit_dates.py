"""Fits the weights by which ``date`` weighs the clues to an article's day (``src/dateline/events/times/weights.py``).

Each dated article of a story is stripped of its date in turn and measured on every day near its fellows; a
conditional logit (McFadden 1974) is fitted to the day that it was published, by Adam, with a Gaussian prior. Measures
that can only speak one way are held to that sign. Articles: every second triple of ``data/stories/basil``, and slices
of ``data/timelines/t17`` (every third article of a stretch of time), both under $DATELINE_DATA. The other triples stay
unseen for ``evals/eval_dating.py``.

    python -m training.fit_dates > src/dateline/events/times/weights.py
"""

from __future__ import annotations

import math
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

import numpy as np
from evals.dated_stories import Rows, load_basil, load_slices
from numpy.typing import NDArray

from dateline.dates import day_of
from dateline.events.times.clues import collect_clues
from dateline.events.times.dating import find_candidates, gather_for, open_story
from dateline.events.times.evidence import measure_day
from dateline.events.times.stated import Settled, take_stated
from dateline.model import Article, Quantity, Sentence, TimeExpression
from dateline.settings import DateSettings

Trial = tuple[list[Mapping[str, float]], int]
"""The measures of every day tried, and the place of the true day."""
Floats = NDArray[np.float64]

_PRIOR: Mapping[str, float] = {
    "weekday and yesterday": -1.5,
    "weekday and lead date": -2.5,
    "weekday and date": -1.0,
    "today and date": -1.0,
    "toll falls": -0.5,
    "past lies ahead": -4.0,
    "date lies ahead": -2.0,
    "plan lies behind": -1.0,
}
"""What can only speak against a day, with the weight it has where the articles say nothing."""
_FOR = frozenset({"near", "kin", "same day alike", "same period alike", "same toll"})
"""What can only speak for a day."""
_PENALTY = 4.0
"""Precision of the Gaussian prior, on measures brought to one scale."""
_STEPS, _RATE = 600, 0.05


def main() -> None:
    """Print the module with the fitted weights."""
    data = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data"
    stories = [*load_basil(data / "stories" / "basil")[::2], *load_slices(data / "timelines" / "t17")]
    trials = [trial for story in stories for trial in list_trials(story)]
    names = sorted({name for rows, _ in trials for row in rows for name in row if not name.startswith("plan -")})
    weights = fit_weights(trials, names)
    print(_HEAD.format(count=len(trials)))
    for name, weight in sorted(zip(names, weights, strict=True), key=lambda item: -abs(item[1])):
        if abs(weight) >= 0.005:
            print(f'    "{name}": {weight:.2f},')
    print("}")


_HEAD = '''"""How much each measure of ``evidence.py`` speaks for a day: weights of a conditional logit, made by
``training/fit_dates.py`` from {count} dated articles."""

from __future__ import annotations

from collections.abc import Mapping

DAY_WEIGHTS: Mapping[str, float] = {{'''


def list_trials(rows: Rows) -> Iterator[Trial]:
    """Yield the measures of every day for each dated article of a story, as if it had no date."""
    articles = [row for row in rows[Article] if isinstance(row, Article)]
    sentences = [row for row in rows[Sentence] if isinstance(row, Sentence)]
    times = [row for row in rows[TimeExpression] if isinstance(row, TimeExpression)]
    quantities = [row for row in rows.get(Quantity, ()) if isinstance(row, Quantity)]
    clues = collect_clues(articles, sentences, times)
    stated = {article.article_id: found for article in articles if (found := take_stated(article))}
    for article in articles:
        truth = day_of(article.published)
        others = {key: found for key, found in stated.items() if key != article.article_id}
        if truth is None or not others:
            continue
        # A date that is the day of writing is mostly a stamp of the page, which cleaning takes out of other texts.
        own = tuple(c for c in clues[article.article_id] if not (c.names_date and _begins(c.interval(truth), truth)))
        story = open_story(articles, {**clues, article.article_id: own}, (), DateSettings(), quantities)
        evidence = gather_for(article.article_id, others, story)
        days = find_candidates(evidence, _known(others), story)
        if truth in days:
            yield [measure_day(day, evidence) for day in days], days.index(truth)


def _begins(interval: object, day: date) -> bool:
    return getattr(interval, "first", None) == day


def _known(settled: Mapping[str, Settled]) -> list[date]:
    return sorted({found.day for found in settled.values() if found.day})


def fit_weights(trials: Sequence[Trial], names: Sequence[str]) -> Floats:
    """Return the weights of greatest posterior likelihood, in the order of ``names``."""
    tables = [np.array([[row.get(name, 0.0) for name in names] for row in rows]) for rows, _ in trials]
    scale = np.concatenate(tables).std(axis=0) + 1e-6
    tables = [table / scale for table in tables]
    prior = np.array([_PRIOR.get(name, 0.0) for name in names]) * scale
    least = np.array([0.0 if name in _FOR else -math.inf for name in names])
    most = np.array([0.0 if name in _PRIOR else math.inf for name in names])
    weights, mean, square = prior.copy(), np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, _STEPS + 1):
        slope = _PENALTY * (weights - prior)
        for table, (_, true) in zip(tables, trials, strict=True):
            scores = table @ weights
            shares = np.exp(scores - scores.max())
            slope -= table[true] - (shares / shares.sum()) @ table
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        move = _RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights = np.clip(weights - move, least, most)
    return np.asarray(weights / scale)


if __name__ == "__main__":
    main()
