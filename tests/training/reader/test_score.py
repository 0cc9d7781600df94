"""The quick scores by which training is watched. Left out where torch is absent."""

from __future__ import annotations

import pytest

pytest.importorskip("torch")
score = pytest.importorskip("training.reader.score")


def test_spans_of_labels() -> None:
    assert score.list_spans(["B-PER", "I-PER", "O", "B-ORG", "B-ORG"]) == {(0, 2, "PER"), (3, 4, "ORG"), (4, 5, "ORG")}
    assert score.list_spans(["I-PER", "I-ORG"]) == {(0, 1, "PER"), (1, 2, "ORG")}
    assert score.list_spans(["B", "I", "O", "B"]) == {(0, 2, ""), (3, 4, "")}
    assert score.list_spans([]) == set()


def test_a_tally_gives_f1() -> None:
    tally = score.Tally()
    tally.add("names", 2, 4, 3)
    tally.add("names", 1, 1, 2)
    assert tally.list_scores() == {"names": 60.0}
