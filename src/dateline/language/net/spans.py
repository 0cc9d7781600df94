"""From scores of BIO labels, and of words' roles, to runs of words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
_BARRED = -1e9
"""Weight of a step that may not be taken: less than any path of real ones."""


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


def find_runs(scores: Scores, labels: Sequence[str], starts: Collection[int] = ()) -> list[Run]:
    """Return the runs of the best sequence of BIO labels in which an I only goes on its own kind (Viterbi).

    ``scores`` (words, labels); ``labels`` are "O" and "B" and "I", or "B-KIND" and "I-KIND". No run goes on over the
    words in ``starts``.
    """
    if not len(scores):
        return []
    chances = softmax(scores)
    path = _find_path(np.log(np.maximum(chances, 1e-12)), labels, starts)
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


def _find_path(weights: Scores, labels: Sequence[str], starts: Collection[int]) -> list[int]:
    """Return the best allowed labels: the best of every word where they fit together, else the best path.

    No run goes on over a start, so each stretch between two of them is searched by itself.
    """
    barred, inner = _bar_steps(tuple(labels))
    borders = sorted({0, *starts})
    weights[np.ix_(borders, inner)] = _BARRED
    picks = weights.argmax(1)
    path: list[int] = picks.tolist()
    wrong = np.flatnonzero(barred[picks[:-1], picks[1:]]) + 1
    for start, end in pairwise([*borders, len(weights)]):
        if ((start < wrong) & (wrong < end)).any():
            path[start:end] = _search_path(weights[start:end], barred)
    return path


def _search_path(weights: Scores, barred: Scores) -> list[int]:
    """Return the labels whose weights and steps sum highest (Viterbi)."""
    best = weights[0]
    back: list[npt.NDArray[np.intp]] = []
    for row in weights[1:]:
        ways = best[:, None] + barred
        back.append(ways.argmax(0))
        best = ways.max(0) + row
    path = [int(best.argmax())]
    for pointers in reversed(back):
        path.append(int(pointers[path[-1]]))
    return path[::-1]


@lru_cache(maxsize=8)
def _bar_steps(labels: tuple[str, ...]) -> tuple[Scores, list[int]]:
    """Return what each step from label to label weighs (none, or barred), and which labels are inside a run."""
    inner = [at for at, label in enumerate(labels) if label.startswith("I")]
    barred = np.zeros((len(labels), len(labels)), np.float32)
    for after in inner:
        kind = labels[after][1:]
        barred[[at for at, before in enumerate(labels) if before[0] == "O" or before[1:] != kind], after] = _BARRED
    return barred, inner


def find_role_runs(
    chances: Scores, roles: Sequence[str], anchor: Collection[int], sentence: range, across: str = ""
) -> list[Run]:
    """Return the runs of words that play a role for an anchor (the places of its words).

    ``chances`` (words, roles) with "none" as the first role. Only the role ``across`` is played by words outside the
    anchor's ``sentence``: of the other roles, one word in a thousand lies there in annotated news. A hole of one word
    inside a run is closed, unless the word is the anchor's or plays another role: "Rao met Oss" has two actors.
    """
    picks = chances.argmax(1)
    allowed = picks == (roles.index(across) if across else 0)
    allowed[sentence.start : sentence.stop] = True
    picks[~allowed] = 0
    runs: list[Run] = []
    for number in sorted(set(picks.tolist()) - {0}):
        parts: list[list[int]] = []
        for at in (int(place) for place in np.flatnonzero(picks == number)):
            hole = range(parts[-1][-1] + 1, at) if parts else range(0)
            if parts and len(hole) <= 1 and all(picks[place] == 0 and place not in anchor for place in hole):
                parts[-1].append(at)
            else:
                parts.append([at])
        runs += [Run(p[0], p[-1] + 1, roles[number], float(chances[p, number].mean())) for p in parts]
    return sorted(runs, key=lambda run: (run.start, run.label))
