"""Noun phrases and verb groups from tags."""

from __future__ import annotations

import pytest

from dateline.language.phrases import find_noun_phrases, find_verb_groups
from dateline.language.reading import Token


def make_tokens(tagged: str) -> list[Token]:
    """Build tokens from ``word/TAG/lemma`` or ``word/TAG``, separated by blanks."""
    tokens = []
    at = 0
    for item in tagged.split():
        word, tag, *lemma = item.split("/")
        tokens.append(Token(word, at, at + len(word), tag, lemma[0] if lemma else word.lower()))
        at += len(word) + 1
    return tokens


@pytest.mark.parametrize(
    ("tagged", "phrases"),
    [
        ("the/DT old/JJ dam/NN broke/VBD", [("the old dam", "dam")]),
        ("North/NNP Korea/NNP 's/POS staff/NN left/VBD", [("North Korea 's staff", "staff")]),
        ("he/PRP met/VBD the/DT two/CD men/NNS", [("he", "he"), ("the two men", "men")]),
        ("the/DT failed/VBN summit/NN", [("the failed summit", "summit")]),
        ("big/JJ and/CC small/JJ ships/NNS", [("big and small ships", "ships")]),
        ("a/DT day/NN the/DT dam/NN broke/VBD", [("a day", "day"), ("the dam", "dam")]),
        ("quickly/RB ./.", []),
    ],
)
def test_noun_phrases(tagged: str, phrases: list[tuple[str, str]]) -> None:
    tokens = make_tokens(tagged)
    found = find_noun_phrases(tokens)
    assert [(" ".join(t.text for t in tokens[p.start : p.end]), tokens[p.head].text) for p in found] == phrases


@pytest.mark.parametrize(
    ("tagged", "lemma", "form", "tense", "passive", "negated", "perfect"),
    [
        ("they/PRP left/VBD/leave", "leave", "finite", "past", False, False, False),
        ("they/PRP will/MD leave/VB", "leave", "finite", "future", False, False, False),
        ("they/PRP have/VBP/have left/VBN/leave", "leave", "finite", "present", False, False, True),
        ("they/PRP were/VBD/be not/RB arrested/VBN/arrest", "arrest", "finite", "past", True, True, False),
        ("to/TO leave/VB", "leave", "infinitive", None, False, False, False),
        ("leaving/VBG/leave", "leave", "gerund", None, False, False, False),
        ("seen/VBN/see", "see", "participle", None, False, False, False),
        ("they/PRP may/MD leave/VB", "leave", "finite", None, False, False, False),
    ],
)
def test_verb_groups(
    tagged: str, lemma: str, form: str, tense: str | None, passive: bool, negated: bool, perfect: bool
) -> None:
    (group,) = find_verb_groups(make_tokens(tagged))
    told = (group.lemma, group.form, group.tense, group.passive, group.negated, group.perfect)
    assert told == (lemma, form, tense, passive, negated, perfect)
