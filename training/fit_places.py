"""Fit ``src/dateline/places/weights.py`` on half the outlets of the Local-Global Lexicon corpus.

    python training/fit_places.py [--cache FILE]

A name's candidates, "none of these" among them, are the classes of a multinomial logit (softmax over the candidates of
one name). What the other names of an article say depends on where they are put, so that weights and features are fitted
in turns. The other half of the outlets is what ``evals/eval_places.py`` reports.
"""

from __future__ import annotations

import argparse
import math
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from evals.eval_places import is_fitted, measure_km
from evals.lgl import Local, Toponym, load_lgl
from numpy.typing import NDArray
from scipy.optimize import minimize

from dateline.model import Article, Mention
from dateline.places.names import read_names
from dateline.places.scorer import FEATURES, Field, Group, group_names, trim_groups
from dateline.places.table import Place

DATA = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data/places/lgl.xml"
OUT = Path(__file__).parent.parent / "src/dateline/places/weights.py"
TURNS = 6
NARROW_KM, WIDE_KM = 25.0, 400.0
"""How far a candidate may lie from the gold point to be the gold place: towns and counties, and wide areas."""
RIDGE = 2.0
"""Weight of the squares of how far the weights are from START, against chance in a few outlets."""
Floats = NDArray[np.float64]


def main() -> None:
    """Fit and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", type=Path, help="file that keeps what the road read of the corpus")
    args = parser.parse_args()
    fields = [made for local in load_lgl(DATA, args.cache) if is_fitted(local.outlet) for made in make_field(local)]
    weights = PRIOR
    for turn in range(TURNS):
        problems = [problem for field, gold in fields for problem in make_problems(field, gold, weights)]
        weights = fit(problems, weights)
        print(f"turn {turn + 1}: {len(problems)} names, loss {loss(weights, problems)[0] / len(problems):.4f} each")
    write(weights)


START = {
    "people": 1.2, "country": 0.5, "nature": -0.5, "lesser": -1.5, "stated": 3.0, "unstated": -1.0, "division": 2.0,
    "named": 1.5, "state": 1.0, "near": 1.5, "nearby": 2.5, "ending": 1.0, "capital": 2.0, "own_capital": 2.0,
     "twin": -2.0, "none": 1.0,
}  # fmt: skip
"""Weights that the first turn puts the names by, and that the ridge draws to: local news of one continent says
little of capitals and seas."""

LEAST = {"people": 1.4, "capital": 1.2, "own_capital": 2.0, "state": 2.0}
"""Bounds: the corpus was chosen for towns that bear a capital's name, where other news means the capital or the
city that all know; and most of it is of one country, so that it cannot tell what a report's country says."""
PRIOR = np.array([START.get(name, 0.0) for name in FEATURES])


def make_field(local: Local) -> Iterator[tuple[Field, list[int]]]:
    """Yield an article's candidates with the row of the right one for each group, −1 where the gold is silent."""
    for article in local.rows.get(Article, ()):
        assert isinstance(article, Article)
        mentions = [row for row in local.rows.get(Mention, ()) if isinstance(row, Mention)]
        groups = trim_groups(group_names(read_names(article, mentions)))
        if groups:
            yield Field(article, groups, {}), [find_gold(group, local.toponyms) for group in groups]


def find_gold(group: Group, toponyms: Sequence[Toponym]) -> int:
    """Return the number of the candidate that the gold means; their count for none of them; −1 where it is silent."""
    spans = {(name.start, name.end) for name in group.names} | {(name.start, name.end + 1) for name in group.names}
    gold = [toponym for toponym in toponyms if (toponym.start, toponym.end) in spans]
    if not gold:
        return -1
    fits = [how_far(place, gold[0]) for place in group.candidates]
    best = min(range(len(fits)), key=fits.__getitem__)
    return best if fits[best] < math.inf else len(group.candidates)


def how_far(place: Place, gold: Toponym) -> float:
    """Return the kilometres from the gold, infinite for another sort of place or one too far."""
    away = measure_km(place.latitude, place.longitude, gold.latitude, gold.longitude)
    wide = place.kind in ("country", "region", "continent", "water", "mountains", "area")
    if (place.kind == "country") != gold.code.startswith("PCL"):
        return math.inf
    if gold.code == "ADM1" and place.kind == "city":
        return math.inf
    if gold.code.startswith("PPL") and place.kind != "city":
        away += NARROW_KM / 2
    return away if away < (3000.0 if place.kind == "country" else WIDE_KM if wide else NARROW_KM) else math.inf


def make_problems(field: Field, gold: Sequence[int], weights: Floats) -> Iterator[tuple[Floats, int]]:
    """Yield the rows of each group that has gold, as the last weights settle the article, and the right row."""
    field.settle(weights)
    for (first, last), right in zip(field.spans, gold, strict=True):
        if right >= 0:
            yield field.rows[first:last], right


def loss(weights: Floats, problems: Sequence[tuple[Floats, int]]) -> tuple[float, Floats]:
    """Return the negative log likelihood with its ridge, and its slope."""
    drawn = weights - PRIOR
    total, slope = 0.5 * RIDGE * float(drawn @ drawn), RIDGE * drawn
    for rows, right in problems:
        scores = rows @ weights
        raised = np.exp(scores - scores.max())
        shares = raised / raised.sum()
        total -= math.log(max(float(shares[right]), 1e-300))
        slope = slope + shares @ rows - rows[right]
    return total, slope


def fit(problems: Sequence[tuple[Floats, int]], start: Floats) -> Floats:
    """Return the weights of the least loss."""
    bounds = [(LEAST.get(name), None) for name in FEATURES]
    found: Floats = minimize(loss, start, args=(problems,), jac=True, method="L-BFGS-B", bounds=bounds).x
    return found


def write(weights: Floats) -> None:
    """Write the weights as code."""
    lines = "".join(f'    "{name}": {weight:.2f},\n' for name, weight in zip(FEATURES, weights, strict=True))
    head = '"""Weights of the scorer of places, fitted by ``training/fit_places.py``."""\n\n'
    OUT.write_text(f"{head}WEIGHTS = {{\n{lines}}}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
