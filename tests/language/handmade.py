"""Sentences whose trees are written by hand, so that what reads trees is tested without a model."""

from __future__ import annotations

from dateline.language.lemmas import lemmatize
from dateline.language.reading import Token
from dateline.language.tree import Tree, plant_tree

_COARSE = {
    "N": "NOUN",
    "V": "VERB",
    "J": "ADJ",
    "R": "ADV",
    "M": "AUX",
    "P": "PRON",
    "C": "NUM",
    "I": "ADP",
    "D": "DET",
}


def make_tree(written: str) -> Tree:
    """Return the tree of ``word/TAG>head:relation`` items, separated by blanks; heads are positions, -1 the root."""
    tokens = []
    at = 0
    for item in written.split():
        front, _, back = item.rpartition(">")
        word, _, tag = front.rpartition("/")
        head, _, relation = back.partition(":")
        coarse = "AUX" if relation.startswith(("aux", "cop")) else _COARSE.get(tag[0], "X")
        lemma = lemmatize(word, tag)
        tokens.append(Token(word, at, at + len(word), tag, lemma, coarse, int(head), relation))
        at += len(word) + 1
    return plant_tree(tokens)


def find(tree: Tree, word: str) -> int:
    """Return the position of a word."""
    return next(at for at in range(len(tree.tokens)) if tree.tokens[at].text == word)


def text_of(tree: Tree) -> str:
    """Return the sentence's text."""
    return " ".join(token.text for token in tree.tokens)
