"""Occasions: one summit told in many ways, two attacks on one town, and nouns that mean neither."""

from __future__ import annotations

import pytest
from tests.events.test_resolve import Spec, make_rows

from dateline.events.entities.occasions_join import find_occasions
from dateline.model import Article, Mention, Record, Sentence

NAMES: list[Spec] = [
    ("Oslo", "GPE", "capital:NO"),
    ("Norway", "GPE", "country:NO"),
    ("Turin", "GPE", "city:IT"),
    ("Peru", "GPE", "country:PE"),
    ("Chile", "GPE", "country:CL"),
    ("Lund", "PER", None),
    ("Reyes", "PER", None),
    ("Zentrax", "ORG", None),
    ("Acme", "ORG", None),
]


def find(*texts: str) -> list[list[str]]:
    """Return the phrases of each occasion of a story, sorted; those that name nothing alone begin with a tilde."""
    rows: list[Record] = [row for at, text in enumerate(texts) for row in make_rows(str(at), text, NAMES)]
    articles = {row.article_id: row for row in rows if isinstance(row, Article)}
    mentions = [row for row in rows if isinstance(row, Mention)]
    sentences = {name: [r for r in rows if isinstance(r, Sentence) and r.article_id == name] for name in articles}
    keys = {mention.mention_id: _key(mention) for mention in mentions}
    found: dict[str, list[str]] = {}
    for one in find_occasions(articles, sentences, mentions, keys):
        words = articles[one.article_id].text[one.start : one.end]
        found.setdefault(one.key, []).append(words if one.naming else f"~{words}")
    return sorted(sorted(words) for words in found.values())


def _key(mention: Mention) -> str:
    sort, _, code = (mention.known or "").partition(":")
    if sort == "country":
        return f"state:{code}"
    return f"person:{mention.text}" if mention.kind == "PER" else f"thing:{mention.text}@"


ONE: list[tuple[tuple[str, ...], list[list[str]]]] = [
    (
        ("They left the Oslo talks.", "Since the summit in Oslo, Norway, it is quiet."),
        [["Oslo talks", "summit in Oslo"]],
    ),
    (
        ("The second summit between Lund and Reyes in Oslo failed.", "After the failed Lund-Reyes summit, he left."),
        [["failed Lund-Reyes summit", "second summit"]],
    ),
    (
        ("The second Oslo summit failed.", "They met for their second summit.", "The Oslo summit failed."),
        [["Oslo summit", "second Oslo summit", "second summit"]],
    ),
    (("The Oslo summit failed.", "It was the no-deal summit in Norway."), [["Oslo summit", "no-deal summit"]]),
    (
        ("Acme’s data breach grew.", "The massive hack of Acme grew. The hack cost it much."),
        [["Acme’s data breach", "massive hack", "~hack"]],
    ),
    (
        ("The Turin attack was in June. The attack shook all.", "They recall the attack in Turin."),
        [["Turin attack", "attack in Turin", "~attack"]],
    ),
]
APART: list[tuple[tuple[str, ...], list[list[str]]]] = [
    (("The Oslo summit failed.", "The Turin summit failed."), []),
    (("Their first summit was in May.", "The second Oslo summit failed."), []),
    (
        (
            "The January Turin attack shook all.",
            "The November Turin attack, and the Turin attack.",
            "A January Turin attack.",
        ),
        [["January Turin attack", "January Turin attack"]],
    ),
    (("Acme’s data breach grew.", "Zentrax’s data breach grew."), []),
    (("There were attacks in Turin.", "There were attacks in Turin again."), []),
    (("Lund talks of it in Oslo.", "Reyes talks of it in Oslo."), []),
    (("The attack in Norway was one.", "The attack in Norway was another."), []),
    (("The Oslo summit failed.", "The Oslo summit failed. The talks go on."), [["Oslo summit", "Oslo summit"]]),
]


@pytest.mark.parametrize(("texts", "expected"), ONE)
def test_one_occasion(texts: tuple[str, ...], expected: list[list[str]]) -> None:
    assert find(*texts) == expected


@pytest.mark.parametrize(("texts", "expected"), APART)
def test_occasions_apart(texts: tuple[str, ...], expected: list[list[str]]) -> None:
    assert find(*texts) == expected


def test_order_of_articles_changes_no_group() -> None:
    texts = ("The second Oslo summit failed.", "The Oslo talks failed.", "The summit in Oslo failed.")
    assert find(*texts) == find(*reversed(texts))
