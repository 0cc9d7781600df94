"""Fits the model by which ``happen`` tells whether two event mentions are of one occurrence.

A logistic regression (iteratively reweighted least squares with a Gaussian prior) over the pairs of mentions inside the
sub-topics of ECB+ (annotations under CC BY 3.0, its texts stay out), topics 1 to 35 under $DATELINE_DATA. What pairs of
roots have told one occurrence is counted on all topics but the pair's own, so that the weight which it gets is the one
that it earns on texts unseen.

    python -m training.fit_pairs > src/dateline/events/happenings/pair_weights.py
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from textwrap import fill

import numpy as np
from evals.ecbplus import Told, load_reports, read_given
from numpy.typing import NDArray

from dateline.events.happenings.pairing import (
    FEATURES,
    PairModel,
    Survey,
    key_roots,
    measure_pair,
    stack_vectors,
    survey_traits,
)

Floats = NDArray[np.float64]
Pair = tuple[Told, Told, float, Survey]
"""Two mentions, the cosine of their vectors and the survey of their sub-topic."""
Roots = dict[tuple[str, str], float]

_PRIOR = 3.0
"""Precision of the Gaussian prior on the weights of features brought to one scale."""
_SMOOTH = (0.3, 3.0)
"""Pairs of one and of two occurrences that every pair of roots has seen beforehand: one in eleven, as in the set."""
_LEAST_SEEN = 3
"""Pairs of mentions from which on a pair of roots is kept."""
_ROUNDS = 30


def main() -> None:
    """Print the module with the fitted model."""
    told = [mention for report in load_reports() for mention in read_given(report)]
    model = fit_model(told)
    print('"""Fitted by ``training/fit_pairs.py``: change nothing by hand."""\n')
    print("from dateline.events.happenings.pairing import PairModel\n")
    print("_WEIGHTS = {")
    for name, weight in model.weights.items():
        print(f'    "{name}": {weight:.3f},')
    print('}\n_ROOTS = """')
    rows = (f"{left}:{right}:{odds:.1f}" for (left, right), odds in sorted(model.roots.items()))
    print(fill(" ".join(rows), 118, break_long_words=False, break_on_hyphens=False))
    print('"""\n')
    print("PAIR_MODEL = PairModel(")
    print(f"    bias={model.bias:.3f},")
    print("    weights=_WEIGHTS,")
    print('    roots={(a, b): float(odds) for a, b, odds in (row.split(":") for row in _ROOTS.split())},')
    print(")")


def fit_model(told: Sequence[Told]) -> PairModel:
    """Return the model of some mentions."""
    by_topic: defaultdict[str, list[Told]] = defaultdict(list)
    for mention in told:
        by_topic[mention.report.topic].append(mention)
    rows: list[tuple[float, ...]] = []
    labels: list[bool] = []
    for topic in by_topic:
        roots = count_roots([mention for mention in told if mention.report.topic != topic])
        for left, right, alike, survey in list_pairs(by_topic[topic]):
            learned = roots.get(key_roots(left.trait, right.trait), 0.0)
            rows.append(measure_pair(left.trait, right.trait, alike, learned, survey))
            labels.append(left.chain == right.chain)
    bias, weights = fit_logistic(np.array(rows), np.array(labels, float))
    return PairModel(bias, dict(zip(FEATURES, weights, strict=True)), count_roots(told, _LEAST_SEEN))


def list_pairs(told: Iterable[Told]) -> Iterator[Pair]:
    """Yield every pair of mentions of one sub-topic."""
    groups: defaultdict[str, list[Told]] = defaultdict(list)
    for mention in told:
        groups[mention.report.subtopic].append(mention)
    for group in groups.values():
        vectors = stack_vectors([mention.trait for mention in group])
        cosines = vectors @ vectors.T
        survey = survey_traits([mention.trait for mention in group])
        for left, right in combinations(range(len(group)), 2):
            yield group[left], group[right], float(cosines[left, right]), survey


def count_roots(told: Iterable[Told], least: int = 1) -> Roots:
    """Return the log odds that mentions of two roots are of one occurrence, against the odds of any pair, where they
    are better than those: nearly all that is left is worse."""
    same: Counter[tuple[str, str]] = Counter()
    seen: Counter[tuple[str, str]] = Counter()
    for left, right, _, _ in list_pairs(told):
        key = key_roots(left.trait, right.trait)
        seen[key] += 1
        same[key] += left.chain == right.chain
    plus, minus = _SMOOTH
    odds = {
        key: math.log((same[key] + plus) / (count - same[key] + minus)) - math.log(plus / minus)
        for key, count in seen.items()
        if count >= least
    }
    return {key: value for key, value in odds.items() if value > 0}


def fit_logistic(rows: Floats, labels: Floats) -> tuple[float, list[float]]:
    """Return bias and weights of a logistic regression, by Newton's method."""
    middle, spread = rows.mean(0), rows.std(0) + 1e-9
    scaled = np.hstack([np.ones((len(rows), 1)), (rows - middle) / spread])
    prior = np.full(scaled.shape[1], _PRIOR)
    prior[0] = 0.0
    weights = np.zeros(scaled.shape[1])
    for _ in range(_ROUNDS):
        chances = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (chances - labels) + prior * weights
        bend = (scaled * (chances * (1 - chances))[:, None]).T @ scaled + np.diag(prior)
        step = np.linalg.solve(bend, slope)
        weights -= step
        if float(np.abs(step).max()) < 1e-6:
            break
    own = weights[1:] / spread
    return float(weights[0] - own @ middle), [float(weight) for weight in own]


if __name__ == "__main__":
    main()
