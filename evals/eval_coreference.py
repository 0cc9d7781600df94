"""Which event mentions are of one occurrence: CoNLL F1 on ECB+, mentions given and found.

Topics 1 to 35 in three parts, whole topics kept apart; each part is judged by a model fitted to the other two
(``training.fit_pairs``). Mentions are compared inside a sub-topic, as the published figures do
(same head lemma .776, MiniLM and logistic regression .791 on the test part, topics 36 to 45, which is kept back).
Of the pairs that the words alone join at the threshold of ``happen`` the share that is right is printed too: there,
precision counts, since a wrong join is worse than a happening told twice.
The end-to-end figure takes Dateline's own triggers: what is missed or found in excess counts as an error.

    python -m evals.eval_coreference [--folder …/data/events/ecbplus]
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
from evals.coreference import Clusters, measure_conll
from evals.ecbplus import FOLDER, Told, load_reports, read_found, read_given
from numpy.typing import NDArray
from training.fit_pairs import fit_model

from dateline.events.happenings.linking import link_average
from dateline.events.happenings.pairing import PairModel, stack_vectors, survey_traits
from dateline.settings import HappenSettings

PARTS = 3
THRESHOLD = 0.4
"""Least mean probability; .35 to .5 differ by .002."""
FLOOR_GIVEN = 0.795
"""CoNLL F1 with mentions given; only goes up."""
FLOOR_PRECISION = 0.85
"""Right pairs among those joined at the threshold of ``happen``; only goes up."""


def main() -> None:
    """Print the scores; exit with 1 when the model falls below its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folder", type=Path, default=FOLDER)
    reports = load_reports(parser.parse_args().folder)
    given = [mention for report in reports for mention in read_given(report)]
    found = [mention for report in reports for mention in read_found(report)]
    checked = {(m.report.name, m.trait.mention.sentence_id) for m in given}
    found = [m for m in found if (m.report.name, m.trait.mention.sentence_id) in checked]
    topics = sorted({report.topic for report in reports}, key=int)
    scores: defaultdict[str, list[float]] = defaultdict(list)
    joined: list[bool] = []
    for part in range(PARTS):
        held = set(topics[part::PARTS])
        model = fit_model([m for m in given if m.report.topic not in held])
        key = [m for m in given if m.report.topic in held]
        ours = [m for m in found if m.report.topic in held]
        scores["one word, one occurrence"].append(_score(key, key, _group_words))
        scores["pair model"].append(_score(key, key, _linker(model)))
        scores["end to end, one word"].append(_score(key, ours, _group_words))
        scores["end to end, pair model"].append(_score(key, ours, _linker(model)))
        joined += _judge_pairs(key, model)
        print(f"part {part + 1}: {len(key)} mentions given, {len(ours)} found")
    for name, values in scores.items():
        print(f"{name:28} {np.mean(values):.3f}   parts {' '.join(f'{value:.3f}' for value in values)}")
    precision = sum(joined) / len(joined)
    print(f"pairs joined at {HappenSettings().least_chance}: {len(joined)}, right {precision:.3f}")
    if precision < FLOOR_PRECISION:
        raise SystemExit(f"fewer joined pairs are right than the floor of {FLOOR_PRECISION}")
    if np.mean(scores["pair model"]) < FLOOR_GIVEN:
        raise SystemExit(f"the pair model is below its floor of {FLOOR_GIVEN}")


def _score(key: Sequence[Told], told: Sequence[Told], link: Callable[[Sequence[Told]], list[list[int]]]) -> float:
    """Return CoNLL F1 of the groups that a linker makes of mentions, sub-topic by sub-topic, over all of them."""
    groups: defaultdict[str, list[Told]] = defaultdict(list)
    for mention in told:
        groups[mention.report.subtopic].append(mention)
    response = [frozenset(_name(group[row]) for row in rows) for group in groups.values() for rows in link(group)]
    return measure_conll(_gather(key), response)


def _judge_pairs(key: Sequence[Told], model: PairModel) -> list[bool]:
    """Return, for each pair of mentions that is joined at the threshold of ``happen``, whether it is one occurrence."""
    groups: defaultdict[str, list[Told]] = defaultdict(list)
    for mention in key:
        groups[mention.report.subtopic].append(mention)
    return [
        group[left].chain == group[right].chain
        for group in groups.values()
        for rows in link_average(_score_pairs(model, group), HappenSettings().least_chance)
        for left, right in combinations(rows, 2)
    ]


def _gather(key: Iterable[Told]) -> Clusters:
    chains: defaultdict[str, set[Hashable]] = defaultdict(set)
    for mention in key:
        chains[mention.chain or ""].add(_name(mention))
    return [frozenset(members) for members in chains.values()]


def _name(mention: Told) -> Hashable:
    return mention.report.name, mention.trait.mention.start


def _group_words(told: Sequence[Told]) -> list[list[int]]:
    """The plain way: one word, one occurrence."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for row, mention in enumerate(told):
        groups[mention.trait.mention.word].append(row)
    return list(groups.values())


def _linker(model: PairModel) -> Callable[[Sequence[Told]], list[list[int]]]:
    return lambda told: link_average(_score_pairs(model, told), THRESHOLD)


def _score_pairs(model: PairModel, told: Sequence[Told]) -> NDArray[np.float64]:
    traits = [mention.trait for mention in told]
    vectors = stack_vectors(traits)
    cosines = vectors @ vectors.T
    survey = survey_traits(traits)
    chances = np.zeros((len(told), len(told)))
    for right in range(len(told)):
        for left in range(right):
            chances[left, right] = model.score(traits[left], traits[right], float(cosines[left, right]), survey)
    return chances + chances.T


if __name__ == "__main__":
    main()
