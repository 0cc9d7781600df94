"""Who does what to whom and where, read from trees."""

from __future__ import annotations

import pytest
from tests.language.handmade import find, make_tree, text_of

from dateline.language.clauses import read_predicate
from dateline.language.event_roles import choose_participant, find_participants, find_place, phrase_span
from dateline.language.reading import SeenEvent
from dateline.language.triggers import Trigger

GUARDS = (
    "Guards/NNS>3:nsubj from/IN>2:case Pelm/NNP>0:nmod held/VBD>-1:root two/CD>5:nummod men/NNS>3:obj and/CC>8:cc "
    "a/DT>8:det boy/NN>5:conj in/IN>10:case Rome/NNP>3:obl"
)


@pytest.mark.parametrize(
    ("written", "word", "actor", "target"),
    [
        (GUARDS, "held", "Guards from Pelm", "two men and a boy"),
        (
            "One/CD>1:nummod man/NN>3:nsubj:pass was/VBD>3:aux:pass freed/VBN>-1:root by/IN>6:case a/DT>6:det "
            "judge/NN>3:obl:agent",
            "freed",
            "a judge",
            "One man",
        ),
        (
            "the/DT>1:det ship/NN>-1:root that/WDT>3:nsubj rammed/VBD>1:acl:relcl the/DT>5:det pier/NN>3:obj "
            "and/CC>7:cc sank/VBD>3:conj",
            "rammed",
            "the ship",
            "the pier",
        ),
        (
            "the/DT>1:det bridge/NN>-1:root the/DT>3:det army/NN>4:nsubj shut/VBD>1:acl:relcl",
            "shut",
            "the army",
            "the bridge",
        ),
        (
            "they/PRP>1:nsubj told/VBD>-1:root the/DT>3:det crew/NN>1:obj to/TO>5:mark leave/VB>1:xcomp",
            "leave",
            "the crew",
            None,
        ),
        ("they/PRP>1:nsubj began/VBD>-1:root to/TO>3:mark leave/VB>1:xcomp", "leave", "they", None),
    ],
)
def test_participants_of_verbs(written: str, word: str, actor: str | None, target: str | None) -> None:
    tree = make_tree(written)
    at = find(tree, word)
    assert _words(written, at, Trigger(word, "OTHER"), verb=True) == (actor, target)


@pytest.mark.parametrize(
    ("written", "word", "kind", "actor", "target"),
    [
        (
            "the/DT>1:det army/NN>3:nmod:poss 's/POS>1:case attack/NN>-1:root on/IN>6:case the/DT>6:det town/NN>3:nmod",
            "attack",
            "ASSAULT",
            "the army",
            "the town",
        ),
        (
            "the/DT>1:det arrest/NN>-1:root of/IN>4:case two/CD>4:nummod men/NNS>1:nmod",
            "arrest",
            "LEGAL",
            None,
            "two men",
        ),
        ("the/DT>1:det pullout/NN>-1:root of/IN>3:case troops/NNS>1:nmod", "pullout", "MOVE", "troops", None),
        ("Mayors/NNS>1:nsubj held/VBD>-1:root talks/NNS>1:obj", "talks", "MEET", "Mayors", None),
    ],
)
def test_participants_of_nouns(written: str, word: str, kind: str, actor: str | None, target: str | None) -> None:
    tree = make_tree(written)
    assert _words(written, find(tree, word), Trigger(word, kind), verb=False) == (actor, target)


def test_whom_a_death_befalls_is_its_target() -> None:
    written = "Four/CD>1:nummod men/NNS>2:nsubj died/VBD>-1:root"
    assert _words(written, 2, Trigger("die", "DEATH"), verb=True) == (None, "Four men")


def _words(written: str, at: int, trigger: Trigger, *, verb: bool) -> tuple[str | None, str | None]:
    tree = make_tree(written)
    text = text_of(tree)
    found = find_participants(tree, at, trigger, read_predicate(tree, at) if verb else None)
    spans = [None if place is None else phrase_span(tree, place) for place in (found.actor, found.target)]
    actor, target = (None if span is None else text[slice(*span)] for span in spans)
    return actor, target


def test_the_network_fills_in_what_the_tree_does_not_give() -> None:
    tree = make_tree("talks/NNS>-1:root ,/,>0:punct mayors/NNS>0:dep here/RB>0:advmod")
    text = text_of(tree)
    start = text.index("mayors")
    seen = SeenEvent((0, 5), 0.9, "MEET", 0.9, {}, (("actor", (start, start + 6), 0.8),))
    assert choose_participant(tree, None, "actor", seen, ()) == (start, start + 6)
    assert choose_participant(tree, None, "actor", seen, ((start, start + 6),)) is None
    assert choose_participant(tree, None, "target", seen, ()) is None


def test_a_place_is_the_name_in_a_phrase_of_place() -> None:
    tree = make_tree(GUARDS)
    text = text_of(tree)
    places = [(text.index(name), text.index(name) + 4) for name in ("Pelm", "Rome")]
    assert find_place(tree, find(tree, "held"), None, places) == places[1]
    assert find_place(tree, find(tree, "held"), None, ()) is None
