"""The builder of planted copies: same dice, same pile; recipes do what they say; the stages find what is planted."""

from __future__ import annotations

import random

import pytest
from evals.copies import edits, forms
from evals.copies.build import RECIPES, Source, build_pile
from evals.eval_copies import Score, score_pile
from tests.copies.test_match import VOCABULARY

TEXT = ["The mayor said 12 boats sank.", "It cost 40 million, he said.", "No one was hurt.", "Mr. Orrin wants a pier."]


def invent_source(seed: int) -> Source:
    dice = random.Random(seed)
    paragraphs = []
    for at in range(8):
        words = [dice.choice(VOCABULARY) for _ in range(40)]
        words[5:5] = [str(dice.randint(20, 999)), "percent", "said", "Mr.", dice.choice(VOCABULARY).capitalize()]
        quoted = " ".join(dice.choice(VOCABULARY) for _ in range(25))
        paragraphs.append(" ".join(words) + (f". “{quoted}.”" if at == 3 else "."))
    return Source(f"s{seed}", f"Outlet {seed}", "2015-03-04", f"Headline {seed} of that day", tuple(paragraphs))


def test_the_stages_find_what_is_planted() -> None:
    pile = build_pile([invent_source(seed) for seed in range(80)], 1, 2)
    score = Score()
    score_pile(pile, score)
    assert {row.recipe for row in pile.planted} == {*(name for name, _, _ in RECIPES), "form printed twice"}
    assert score.figures()["pair F1"] == 1.0
    assert score.figures()["kind accuracy"] >= 0.9
    assert score.figures()["direction accuracy"] == 1.0


def test_the_same_dice_give_the_same_pile() -> None:
    sources = [invent_source(seed) for seed in range(40)]
    assert build_pile(sources, 3, 1) == build_pile(sources[::-1], 3, 1)
    assert build_pile(sources, 3, 1) != build_pile(sources, 4, 1)


def test_a_wrong_kind_and_a_pair_too_many_cost() -> None:
    pile = build_pile([invent_source(seed) for seed in range(40)], 1, 1)
    renamed = [row for row in pile.planted if row.recipe != "revision"]
    score = Score()
    score_pile(type(pile)(pile.articles, tuple(renamed), pile.names), score)
    assert score.figures()["pair precision"] < 1.0
    assert score.wrong


def test_edits() -> None:
    dice = random.Random(1)
    assert edits.abridge(TEXT, 0.5) == TEXT[:2]
    assert edits.reorder(TEXT, dice)[0] == TEXT[0]
    assert sorted(edits.reorder(TEXT, dice)) == sorted(TEXT)
    assert edits.requote(['He said "no" and didn\'t go.']) == ["He said “no” and didn’t go."]
    assert edits.renumber(TEXT, dice)[2:] == TEXT[2:]
    assert edits.renumber(TEXT, dice) != TEXT
    assert len(edits.insert_own(TEXT, ["One more."], dice, 0.4)) == 5


@pytest.mark.parametrize("name", forms.FORMS)
def test_a_form_is_filled_in_to_the_last_slot(name: str) -> None:
    first, second = (forms.fill_form(forms.FORMS[name], random.Random(seed)) for seed in (1, 2))
    assert first != second
    assert len(first) == len(second)
    assert not any("<" in line for line in first)
