"""Which trigger a time hangs on, read from trees."""

from __future__ import annotations

import pytest
from tests.language.handmade import find, make_tree

from dateline.language.clauses import read_predicate
from dateline.language.event_times import Candidate, attach_times, find_owners
from dateline.language.reading import SeenEvent
from dateline.language.triggers import Trigger
from dateline.model import TimeExpression, TimeMeaning


@pytest.mark.parametrize(
    ("written", "triggers", "time", "owners"),
    [
        ("Crews/NNS>1:nsubj left/VBD>-1:root on/IN>3:case Friday/NNP>1:obl", "left", "Friday", "left"),
        (
            "She/PRP>1:nsubj said/VBD>-1:root on/IN>3:case Friday/NNP>1:obl that/IN>6:mark crews/NNS>6:nsubj "
            "left/VBD>1:ccomp",
            "said left",
            "Friday",
            "said",
        ),
        (
            "Friday/NNP>2:nmod:poss 's/POS>0:case pullout/NN>3:nsubj hurt/VBD>-1:root",
            "pullout hurt",
            "Friday",
            "pullout",
        ),
        (
            "He/PRP>1:nsubj left/VBD>-1:root after/IN>5:case Friday/NNP>5:nmod:poss 's/POS>3:case vote/NN>1:obl",
            "left vote",
            "Friday",
            "vote",
        ),
        ("a/DT>2:det Friday/NNP>2:compound deadline/NN>3:obj broke/VBD>-1:root", "broke", "Friday", ""),
        (
            "On/IN>1:case Friday/NNP>3:obl they/PRP>3:nsubj packed/VBD>-1:root and/CC>5:cc left/VBD>3:conj",
            "packed left",
            "Friday",
            "packed left",
        ),
        (
            "They/PRP>1:nsubj packed/VBD>-1:root and/CC>3:cc left/VBD>1:conj on/IN>5:case Friday/NNP>3:obl",
            "packed left",
            "Friday",
            "left packed",
        ),
        (
            "They/PRP>1:nsubj won/VBD>-1:root the/DT>3:det vote/NN>1:obj on/IN>5:case Friday/NNP>1:obl",
            "won vote",
            "Friday",
            "won vote",
        ),
        (
            "Mayors/NNS>1:nsubj held/VBD>-1:root talks/NNS>1:obj on/IN>4:case Friday/NNP>1:obl",
            "talks",
            "Friday",
            "talks",
        ),
        (
            "Hours/NNS>3:obl after/IN>3:case the/DT>3:det blast/NN>5:obl he/PRP>5:nsubj fled/VBD>-1:root",
            "blast fled",
            "Hours",
            "fled",
        ),
        (
            "They/PRP>1:nsubj backed/VBD>-1:root plans/NNS>1:obj for/IN>5:case a/DT>5:det fair/NN>2:nmod on/IN>7:case "
            "Friday/NNP>5:nmod",
            "backed",
            "Friday",
            "",
        ),
        (
            "news/NN>-1:root in/IN>2:case 2015/CD>0:nmod when/WRB>5:advmod she/PRP>5:nsubj fell/VBD>0:acl:relcl",
            "fell",
            "2015",
            "fell",
        ),
    ],
)
def test_owners(written: str, triggers: str, time: str, owners: str) -> None:
    tree = make_tree(written)
    candidates = {}
    for word in triggers.split():
        at = find(tree, word)
        token = tree.tokens[at]
        seen = SeenEvent((token.start, token.end), 0.9, "OTHER", 0.9, {}, ())
        verb = token.tag.startswith("V")
        candidates[at] = Candidate(at, Trigger(word, "OTHER"), read_predicate(tree, at) if verb else None, seen)
    at = find(tree, time)
    assert [tree.tokens[head].text for head in find_owners(tree, candidates, at, at + 1)] == owners.split()


def make_time(start: int, end: int, meaning: TimeMeaning) -> TimeExpression:
    return TimeExpression(
        time_id=f"t{start}", article_id="a", sentence_id="s", start=start, end=end, text="", kind="DATE", tense=None,
        meaning=meaning,
    )  # fmt: skip


def test_a_lone_time_goes_where_the_network_puts_it_and_a_vague_one_nowhere() -> None:
    tree = make_tree("Friday/NNP>-1:root :/:>0:punct crews/NNS>3:nsubj left/VBD>0:parataxis")
    token = tree.tokens[3]
    seen = SeenEvent((token.start, token.end), 0.9, "MOVE", 0.9, {}, (("time", (0, 6), 0.8),))
    candidates = {3: Candidate(3, Trigger("leave", "MOVE"), read_predicate(tree, 3), seen)}
    friday, vague = (make_time(0, 6, meaning) for meaning in (TimeMeaning(form="weekday"), TimeMeaning(form="vague")))
    assert attach_times(tree, candidates, [friday])[3].time == friday
    assert attach_times(tree, candidates, [vague]) == {}


def test_the_plainer_of_two_times_dates() -> None:
    tree = make_tree("Crews/NNS>1:nsubj left/VBD>-1:root days/NNS>3:obl ago/RB>1:advmod on/IN>5:case Friday/NNP>1:obl")
    candidates = {1: Candidate(1, Trigger("leave", "MOVE"), read_predicate(tree, 1), None)}
    tokens = tree.tokens
    ago = make_time(tokens[2].start, tokens[3].end, TimeMeaning(form="offset"))
    friday = make_time(tokens[5].start, tokens[5].end, TimeMeaning(form="weekday"))
    assert attach_times(tree, candidates, [ago, friday])[1].time == friday
