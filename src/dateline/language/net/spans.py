"""From scores of BIO labels, and of words' roles, to runs of words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Run:
    """Words from ``start`` to before ``end`` with a label and its mean probability."""

    start: int
    end: int
    label: str
    score: float


def softmax(scores: Scores) -> Scores:
    """Return probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    out: Scores = raised / raised.sum(-1, keepdims=True)
    return out


def find_runs(scores: Scores, labels: Sequence[str]) -> list[Run]:
    """Return the runs of the best sequence of BIO labels in which an I only goes on its own kind (Viterbi).

    ``scores`` (words, labels); ``labels`` are "O" and "B" and "I", or "B-KIND" and "I-KIND".
    """
    if not len(scores):
        return []
    chances = softmax(scores)
    path = _find_path(np.log(np.maximum(chances, 1e-12)), labels)
    runs: list[Run] = []
    start = -1
    for at in range(len(path) + 1):
        label = labels[path[at]] if at < len(path) else "O"
        if start >= 0 and not label.startswith("I"):
            inner = [float(chances[place, path[place]]) for place in range(start, at)]
            runs.append(Run(start, at, labels[path[start]].partition("-")[2], sum(inner) / len(inner)))
            start = -1
        if label.startswith("B"):
            start = at
    return runs


def _find_path(weights: Scores, labels: Sequence[str]) -> list[int]:
    barred = np.zeros((len(labels), len(labels)), np.float32)
    for after, label in enumerate(labels):
        if label.startswith("I"):
            kind = label[1:]
            barred[[at for at, before in enumerate(labels) if before[:1] not in "BI" or before[1:] != kind], after] = -1e9
    best = weights[0] + np.array([-1e9 if label.startswith("I") else 0.0 for label in labels], np.float32)
    back: list[npt.NDArray[np.intp]] = []
    for row in weights[1:]:
        ways = best[:, None] + barred
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


def find_role_runs(chances: npt.NDArray[np.float32], roles: Sequence[str], gap: int = 1) -> list[Run]:
    """Return the runs of words that play a role for an anchor; a hole of up to ``gap`` words inside a run is closed.

    ``chances`` (words, roles) with "none" as the first role.
    """
    picks = chances.argmax(1)
    runs: list[Run] = []
    for number in sorted({int(pick) for pick in picks} - {0}):
        places = np.flatnonzero(picks == number)
        for part in np.split(places, np.flatnonzero(np.diff(places) > gap + 1) + 1):
            start, end = int(part[0]), int(part[-1]) + 1
            runs.append(Run(start, end, roles[number], float(chances[part, number].mean())))
    return sorted(runs, key=lambda run: (run.start, run.label))
