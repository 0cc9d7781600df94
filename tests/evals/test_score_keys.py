"""When a table of scores is worse than what was reached before."""

from __future__ import annotations

from evals.score_keys import FLOOR, MOST, find_missed


def test_means_are_held_against_their_bounds() -> None:
    good = {**dict.fromkeys(FLOOR, 1.0), **dict.fromkeys(MOST, 0)}
    assert find_missed({"a": good, "b": good}) == []
    name = next(iter(FLOOR))
    assert find_missed({"a": good, "b": {**good, name: 0.1}}) == [name]
    worse = next(iter(MOST))
    assert find_missed({"a": {**good, worse: 9}}) == [worse]
    assert find_missed({"a": {name: "1/3"}, "b": {name: None}}) == []
