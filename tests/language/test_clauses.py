"""Verb forms, clause bounds and main clauses, read from trees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.language.handmade import find, make_tree, text_of

from dateline.language.clauses import clause_bounds, is_main, is_main_noun, read_predicate

BROKE = make_tree(
    "The/DT>1:det dam/NN>8:nsubj ,/,>4:punct which/WDT>4:nsubj opened/VBD>1:acl:relcl in/IN>6:case 1999/CD>4:obl "
    ",/,>4:punct broke/VBD>14:ccomp on/IN>10:case Monday/NNP>8:obl ,/,>8:punct the/DT>13:det mayor/NN>14:nsubj "
    "said/VBD>-1:root"
)
AFTER = make_tree(
    "Ships/NNS>1:nsubj left/VBD>-1:root after/IN>5:mark the/DT>4:det dam/NN>5:nsubj broke/VBD>1:advcl ./.>1:punct"
)
LEFT = make_tree(
    "Crews/NNS>1:nsubj left/VBD>-1:root ,/,>1:punct saying/VBG>1:advcl the/DT>5:det dam/NN>6:nsubj broke/VBD>3:ccomp"
)


@pytest.mark.parametrize(
    ("written", "verb", "told"),
    [
        ("they/PRP>1:nsubj left/VBD>-1:root", "left", ("finite", "past", False, False, False)),
        ("they/PRP>2:nsubj will/MD>2:aux leave/VB>-1:root", "leave", ("finite", "future", False, False, False)),
        ("they/PRP>2:nsubj have/VBP>2:aux left/VBN>-1:root", "left", ("finite", "present", True, False, False)),
        (
            "they/PRP>3:nsubj:pass were/VBD>3:aux:pass not/RB>3:advmod held/VBN>-1:root",
            "held",
            ("finite", "past", False, True, True),
        ),
        ("nobody/NN>1:nsubj left/VBD>-1:root", "left", ("finite", "past", False, False, True)),
        ("plan/VB>-1:root to/TO>2:mark leave/VB>0:xcomp", "leave", ("infinitive", None, False, False, False)),
        ("ships/NNS>-1:root leaving/VBG>0:acl", "leaving", ("gerund", None, False, False, False)),
        ("ships/NNS>-1:root sunk/VBN>0:acl", "sunk", ("participle", None, False, True, False)),
        (
            "he/PRP>2:nsubj will/MD>2:aux meet/VB>-1:root and/CC>4:cc sign/VB>2:conj",
            "sign",
            ("finite", "future", False, False, False),
        ),
    ],
)
def test_verb_forms(written: str, verb: str, told: tuple[str, str | None, bool, bool, bool]) -> None:
    tree = make_tree(written)
    found = read_predicate(tree, find(tree, verb))
    assert (found.form, found.tense, found.perfect, found.passive, found.negated) == told


@pytest.mark.parametrize(
    ("tree", "word", "clause"),
    [
        (BROKE, "opened", "opened in 1999"),
        (BROKE, "broke", "The dam , which opened in 1999 , broke on Monday"),
        (AFTER, "left", "Ships left"),
        (AFTER, "broke", "the dam broke"),
        (LEFT, "left", "Crews left"),
    ],
)
def test_clause_bounds(tree: object, word: str, clause: str) -> None:
    start, end = clause_bounds(tree, find(tree, word))  # type: ignore[arg-type]
    tokens = tree.tokens[start:end]  # type: ignore[attr-defined]
    assert " ".join(token.text for token in tokens) == clause


@given(
    st.lists(st.sampled_from(["nsubj", "ccomp", "conj", "punct", "mark", "obl"]), min_size=1, max_size=12), st.data()
)
def test_a_clause_holds_the_word_that_it_is_asked_of(relations: list[str], data: st.DataObject) -> None:
    heads = [-1, *(data.draw(st.integers(0, at - 1)) for at in range(1, len(relations)))]
    rows = zip(relations, heads, strict=True)
    tree = make_tree(" ".join(f"w/VBD>{head}:{'root' if head < 0 else relation}" for relation, head in rows))
    for at in range(len(relations)):
        start, end = clause_bounds(tree, at)
        assert 0 <= start <= at < end <= len(relations)


def test_what_is_said_is_main_and_asides_are_not() -> None:
    assert is_main(BROKE, find(BROKE, "said"))
    assert is_main(BROKE, find(BROKE, "broke"))
    assert not is_main(BROKE, find(BROKE, "opened"))
    assert not is_main(AFTER, find(AFTER, "broke"))
    assert is_main_noun(AFTER, find(AFTER, "Ships"))
    assert not is_main_noun(AFTER, find(AFTER, "dam"))
    assert text_of(AFTER).startswith("Ships")
