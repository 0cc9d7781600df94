"""Runs: labels that fit together, probabilities, no run over a border, holes closed only where nothing stands."""

from __future__ import annotations

from itertools import product

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from dateline.language.net.spans import find_role_runs, find_runs, softmax

Scores = npt.NDArray[np.float32]
LABELS = ("O", "B-PER", "I-PER", "B-ORG", "I-ORG")
ROLES = ("none", "actor", "target", "content")


def rows(width: int, longest: int) -> st.SearchStrategy[Scores]:
    numbers = st.floats(-8, 8, width=32)
    return st.integers(0, longest).flatmap(lambda n: arrays(np.float32, (n, width), elements=numbers))


@settings(max_examples=200, deadline=None)
@given(rows(len(LABELS), 12), st.sets(st.integers(0, 11)))
def test_runs_are_in_order_apart_and_inside_borders(scores: Scores, starts: set[int]) -> None:
    starts = {at for at in starts if at < len(scores)}
    place = 0
    for run in find_runs(scores, LABELS, starts):
        assert place <= run.start < run.end <= len(scores)
        assert run.label in ("PER", "ORG")
        assert 0 <= run.score <= 1
        assert not starts & set(range(run.start + 1, run.end))
        place = run.end


def fits(path: tuple[str, ...]) -> bool:
    pairs = zip(("O", *path), path, strict=False)
    return all(not label.startswith("I") or (before != "O" and before[1:] == label[1:]) for before, label in pairs)


def spell(count: int, runs: list[tuple[int, int, str]]) -> tuple[str, ...]:
    path = ["O"] * count
    for start, end, kind in runs:
        path[start:end] = [f"B-{kind}", *[f"I-{kind}"] * (end - start - 1)]
    return tuple(path)


@settings(max_examples=100, deadline=None)
@given(rows(len(LABELS), 4))
def test_no_sequence_of_labels_is_better(scores: Scores) -> None:
    logs = np.log(softmax(scores)) if len(scores) else scores

    def weigh(path: tuple[str, ...]) -> float:
        return sum(float(logs[at, LABELS.index(label)]) for at, label in enumerate(path))

    best = max(weigh(path) for path in product(LABELS, repeat=len(scores)) if fits(path))
    found = spell(len(scores), [(run.start, run.end, run.label) for run in find_runs(scores, LABELS)])
    assert fits(found)
    assert weigh(found) == pytest.approx(best, abs=1e-3)


def label(*names: str) -> Scores:
    scores = np.zeros((len(names), len(LABELS)), np.float32)
    for at, name in enumerate(names):
        scores[at, LABELS.index(name)] = 9
    return scores


def test_a_border_ends_a_run() -> None:
    scores = label("O", "B-PER", "I-PER", "I-PER")
    assert [(run.start, run.end) for run in find_runs(scores, LABELS)] == [(1, 4)]
    assert [(run.start, run.end) for run in find_runs(scores, LABELS, {2})] != [(1, 4)]


def test_plain_labels_have_no_kind() -> None:
    scores = np.array([[9, 0, 0], [0, 9, 0], [0, 0, 9]], np.float32)
    assert [(run.start, run.end, run.label) for run in find_runs(scores, ("O", "B", "I"))] == [(1, 3, "")]


def play(*picks: int) -> Scores:
    chances = np.full((len(picks), len(ROLES)), 0.1, np.float32)
    chances[np.arange(len(picks)), picks] = 0.7
    return chances


def list_roles(chances: Scores, anchor: list[int], sentence: range) -> list[tuple[str, int, int]]:
    runs = find_role_runs(chances, ROLES, anchor, sentence, across="content")
    assert all(0 <= run.score <= 1 for run in runs)
    return [(run.label, run.start, run.end) for run in runs]


def test_a_small_hole_is_closed_but_not_the_anchor_nor_another_role() -> None:
    assert list_roles(play(1, 0, 1, 0, 0, 1), [5], range(6)) == [("actor", 0, 3), ("actor", 5, 6)]
    assert list_roles(play(1, 0, 1), [1], range(3)) == [("actor", 0, 1), ("actor", 2, 3)]
    assert list_roles(play(1, 2, 1), [], range(3)) == [("actor", 0, 1), ("target", 1, 2), ("actor", 2, 3)]


def test_only_contents_lie_outside_the_sentence() -> None:
    assert list_roles(play(1, 1, 3, 3, 2), [1], range(1, 3)) == [("actor", 1, 2), ("content", 2, 4)]
    assert find_role_runs(play(1, 1, 3), ROLES, [0], range(1)) == find_role_runs(play(1, 0, 0), ROLES, [0], range(1))


@settings(max_examples=100, deadline=None)
@given(rows(len(ROLES), 10), st.sets(st.integers(0, 9)), st.integers(0, 9), st.integers(0, 9))
def test_every_word_that_plays_a_role_is_in_one_run_of_it(
    scores: Scores, anchor: set[int], start: int, end: int
) -> None:
    if not len(scores):
        return
    chances = softmax(scores)
    runs = find_role_runs(chances, ROLES, anchor, range(start, end))
    for at, pick in enumerate(chances.argmax(1)):
        covering = [run for run in runs if run.start <= at < run.end and run.label == ROLES[pick]]
        assert len(covering) == (1 if pick and start <= at < end else 0)
