"""Status from the words of a sentence, and joined with what the network sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.language.handmade import find, make_tree

from dateline.language.clauses import read_predicate
from dateline.language.event_status import is_scheduled, join_status, judge_status


@pytest.mark.parametrize(
    ("written", "word", "status"),
    [
        ("Crews/NNS>1:nsubj left/VBD>-1:root", "left", "actual"),
        ("Crews/NNS>2:nsubj will/MD>2:aux leave/VB>-1:root", "leave", "planned"),
        ("Crews/NNS>2:nsubj may/MD>2:aux leave/VB>-1:root", "leave", "possible"),
        ("Crews/NNS>3:nsubj did/VBD>3:aux not/RB>3:advmod leave/VB>-1:root", "leave", "denied"),
        ("Crews/NNS>1:nsubj plan/VBP>-1:root to/TO>3:mark leave/VB>1:xcomp", "leave", "planned"),
        ("Crews/NNS>1:nsubj threatened/VBD>-1:root to/TO>3:mark leave/VB>1:xcomp", "leave", "threatened"),
        ("Crews/NNS>1:nsubj failed/VBD>-1:root to/TO>3:mark leave/VB>1:xcomp", "leave", "denied"),
        ("Crews/NNS>2:nsubj reportedly/RB>2:advmod left/VBD>-1:root", "left", "possible"),
        ("If/IN>2:mark crews/NNS>2:nsubj left/VBD>4:advcl ports/NNS>4:nsubj close/VBP>-1:root", "left", "possible"),
        ("He/PRP>1:nsubj alleged/VBD>-1:root crews/NNS>3:nsubj left/VBD>1:ccomp", "left", "possible"),
        ("no/DT>1:det strike/NN>-1:root", "strike", "denied"),
        ("the/DT>2:det planned/VBN>2:amod strike/NN>-1:root", "strike", "planned"),
        ("Towns/NNS>2:nsubj will/MD>2:aux hold/VB>-1:root talks/NNS>2:obj", "talks", "planned"),
        ("He/PRP>1:nsubj demanded/VBD>-1:root talks/NNS>1:obj", "talks", "planned"),
        ("He/PRP>1:nsubj demanded/VBD>-1:root the/DT>3:det talks/NNS>1:obj", "talks", "actual"),
        ("They/PRP>2:nsubj will/MD>2:aux condemn/VB>-1:root the/DT>4:det strike/NN>2:obj", "strike", "actual"),
    ],
)
def test_told_status(written: str, word: str, status: str) -> None:
    tree = make_tree(written)
    at = find(tree, word)
    noun = tree.tokens[at].tag.startswith("N")
    assert judge_status(tree, at, None if noun else read_predicate(tree, at))[0] == status


def test_what_was_planned_in_the_past_is_of_the_past() -> None:
    tree = make_tree("Towns/NNS>1:nsubj agreed/VBD>-1:root to/TO>3:mark open/VB>1:xcomp it/PRP>3:obj")
    assert judge_status(tree, 3, read_predicate(tree, 3)) == ("planned", "past")


def test_scheduling() -> None:
    tree = make_tree("It/PRP>2:nsubj:pass is/VBZ>2:aux:pass set/VBN>-1:root for/IN>4:case Monday/NNP>2:obl")
    assert is_scheduled(tree, 2, 4)
    assert not is_scheduled(tree, 0, 4)


def test_a_sure_network_outweighs_the_words_and_an_unsure_one_does_not() -> None:
    def see(actual: float, planned: float) -> dict[str, float]:
        return {"actual": actual, "planned": planned, "possible": 0.0, "hypothetical": 0.0, "denied": 0.0}

    assert join_status("actual", see(0.1, 0.9)) == "planned"
    assert join_status("actual", see(0.45, 0.55)) == "actual"
    assert join_status("threatened", see(0.1, 0.9)) == "threatened"
    assert join_status("planned", None) == "planned"


@given(st.lists(st.floats(0, 1), min_size=5, max_size=5))
def test_what_both_hold_likeliest_stays(draws: list[float]) -> None:
    names = ("actual", "planned", "possible", "hypothetical", "denied")
    total = sum(draws) or 1.0
    seen = {name: draw / total for name, draw in zip(names, draws, strict=True)}
    merged = {**seen, "possible": seen["possible"] + seen["hypothetical"]}
    for status in ("actual", "planned", "possible", "denied"):
        if merged[status] >= max(merged[name] for name in ("actual", "planned", "possible", "denied")):
            assert join_status(status, seen) == status
