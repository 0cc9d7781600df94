"""What sort of voice a claim is in, and which claims are one statement."""

from __future__ import annotations

import pytest
from tests.compare.test_attest import article, attest, entity, quote, refer
from tests.compare.test_carried import sentences

from dateline.model import Claim, NameKind


@pytest.mark.parametrize(
    ("speaker", "kind", "voice"),
    [
        ("Ana Roth", "PER", "named"),
        ("the Lyth Works", "ORG", "named"),
        ("a senior official", None, "anonymous"),
        ("people familiar with the talks", None, "anonymous"),
        ("Higher-ups", None, "anonymous"),
        ("the indictment", None, "document"),
        ("Two witnesses", None, "witness"),
        ("a man who saw the crash", None, "witness"),
        ("state television", None, "media"),
        ("Reuters", "ORG", "media"),
        ("Norby Mail", None, "own"),
        ("the harbour ministry", None, "named"),
        ("the mayor of Orle", None, "named"),
        ("a mayor", None, "anonymous"),
    ],
)
def test_voices(speaker: str, kind: NameKind | None, voice: str) -> None:
    text = f"The dam will hold, {speaker} said."
    rows = [entity(speaker, kind), refer(text, speaker, speaker)] if kind else []
    (claim,), _ = attest(article("a", text, outlet="Norby Mail"), quote(text, "The dam will hold", speaker), *rows)
    assert claim.voice == voice


def test_nobody_is_no_voice_and_a_hedge_is_kept() -> None:
    text = "The dam reportedly will hold for a week, it was said."
    (claim,), _ = attest(article("a", text), quote(text, "will hold for a week", None), *sentences(text))
    assert (claim.voice, claim.hedge) == ("unknown", "reportedly")


def tell(*lines: tuple[str, str]) -> list[Claim]:
    """Return the claims of articles, each of which gives words to Ana Roth, or to whom a line names."""
    rows = []
    for at, (words, speaker) in enumerate(lines):
        text = f"{words}, {speaker} said."
        rows += [article(f"a{at}", text, outlet=f"Paper {at}"), quote(text, words, speaker, name=f"a{at}")]
    claims, _ = attest(*rows)
    return sorted(claims, key=lambda claim: claim.article_id)


DIRECT = "We will keep the Orle bridge closed until the engineers report"
OTHER = "the Orle bridge will be kept closed until engineers report"
NUMBER = "the Orle bridge will be kept closed until 12 engineers report"
DENIED = "the Orle bridge will not be kept closed until engineers report"


@pytest.mark.parametrize(
    ("words", "same"), [(OTHER, True), (NUMBER, False), (DENIED, False), ("Nobody was hurt", False)]
)
def test_direct_and_indirect_words_of_one_speaker_are_one_statement(words: str, same: bool) -> None:
    one, other = tell((DIRECT, "Ana Roth"), (words, "Ana Roth"))
    assert (one.saying_id == other.saying_id) is same
    assert one.articles == one.outlets == (2 if same else 1)


def test_a_statement_given_to_two_is_one_of_two_primary_speakers() -> None:
    one, other = tell((DIRECT, "Ana Roth"), (DIRECT, "Ida Brant"))
    assert one.saying_id == other.saying_id
    assert (one.articles, one.primary_speakers) == (2, 2)
    assert tell((DIRECT, "Ana Roth"), (DIRECT, "Roth"))[0].primary_speakers == 1
