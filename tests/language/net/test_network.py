"""The session: the same scores for a window alone, in any order, and beside windows of any length."""

from __future__ import annotations

import random

import numpy as np
import pytest

from dateline.language.net.files import open_model
from dateline.language.net.network import Network, WindowScores, load_network, step_distances
from dateline.language.net.pieces import Piecewise
from dateline.language.net.windows import Words, join_words

TEXT = (
    "The mayor of Arden said on Tuesday that nine ferries had been held in port because of the storm . Dock workers "
    "do n't expect the strike , called by three unions , to end before May 12 , an official who asked not to be named "
    "told reporters in Oslo . “ We regret it , ” she added , and the 4,300 passengers were put up in schools nearby ."
)


@pytest.fixture(scope="module")
def network() -> Network:
    return load_network()


def make_window(network: Network, size: int, chance: random.Random) -> Piecewise:
    words = chance.choices(TEXT.split(), k=size)
    return join_words([Words(words, [True] * size, opens=True)], network.cutter)


def score(network: Network, window: Piecewise) -> WindowScores:
    return next(iter(network.score([window])))


def same(left: WindowScores, right: WindowScores) -> bool:
    firsts, seconds = ([*one.heads.values(), one.arc, *one.relation, *one.role] for one in (left, right))
    return all(np.array_equal(first, second) for first, second in zip(firsts, seconds, strict=True))


def test_company_changes_no_bit_of_a_window(network: Network) -> None:
    chance = random.Random(3)
    windows = [make_window(network, size, chance) for size in (1, 7, 16, 17, 64, 93, 120, 250)]
    alone = [score(network, window) for window in windows]
    for _ in range(2):
        order = chance.sample(range(len(windows)), len(windows))
        found = network.score([windows[at] for at in order])
        assert all(same(alone[at], scores) for at, scores in zip(order, found, strict=True))


def test_another_session_gives_the_same(network: Network) -> None:
    window = make_window(network, 60, random.Random(5))
    assert same(score(network, window), score(Network(open_model(None)), window))


def test_scores_have_a_row_for_every_word(network: Network) -> None:
    window = make_window(network, 33, random.Random(7))
    scores = score(network, window)
    assert all(len(rows) == 33 for rows in scores.heads.values())
    assert scores.arc.shape == (33, 34)
    assert all(np.isfinite(rows).all() for rows in (*scores.heads.values(), scores.arc))


def test_nothing_gives_nothing(network: Network) -> None:
    assert list(network.score([])) == []


def test_only_the_root_is_called_root(network: Network) -> None:
    scores = score(network, make_window(network, 30, random.Random(9)))
    heads = [-1, *range(29)]
    relations = network.label_arcs(scores, heads)
    assert [at for at, relation in enumerate(relations) if relation == "root"] == [0]


@pytest.mark.parametrize("kind", ["cue", "trigger", "quantity"])
def test_roles_are_chances_and_only_those_of_the_kind(network: Network, kind: str) -> None:
    scores = score(network, make_window(network, 30, random.Random(9)))
    chances = network.find_roles(scores, kind, [(3,), (4, 5), range(7, 10)])
    assert chances.shape == (3, 30, len(network.tables.roles))
    assert np.allclose(chances.sum(-1), 1, atol=1e-5)
    shut = [at for at, role in enumerate(network.tables.roles) if role not in network.tables.roles_of[kind]]
    assert not chances[..., shut].any()
    assert network.find_roles(scores, kind, []).shape == (0, 30, len(network.tables.roles))


def test_an_anchor_of_several_words_lies_between_its_words(network: Network) -> None:
    scores = score(network, make_window(network, 30, random.Random(9)))
    both = np.log(
        network.find_roles(scores, "cue", [(4, 5)])[0, :, 1] / network.find_roles(scores, "cue", [(4, 5)])[0, :, 0]
    )
    one, two = (np.log(rows[:, 1] / rows[:, 0]) for rows in network.find_roles(scores, "cue", [(4,), (5,)]))
    assert np.allclose(both, (one + two) / 2, atol=1e-3)


def test_steps_of_distance_double_both_ways() -> None:
    steps = step_distances(np.array([0, 6]), 12, 15)
    assert [int(step) - 7 for step in steps[0]] == [0, 1, 2, 3, 3, 4, 4, 4, 4, 5, 5, 5]
    assert [int(step) - 7 for step in steps[1]] == [-4, -4, -3, -3, -2, -1, 0, 1, 2, 3, 3, 4]
    assert step_distances(np.array([0]), 400, 15).max() == 14
