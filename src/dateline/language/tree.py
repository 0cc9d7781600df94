"""The dependency tree of a sentence, ready to walk. Positions are places in the sentence's tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.language.reading import Token


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence's tokens, and for each the positions of its children in order."""

    tokens: Sequence[Token]
    children: tuple[tuple[int, ...], ...]

    def base(self, at: int) -> str:
        """Return a token's relation without its subtype: "nsubj" for "nsubj:pass"."""
        return self.tokens[at].relation.partition(":")[0]

    def head(self, at: int) -> int:
        """Return the position of a token's head, -1 for the root's."""
        return self.tokens[at].head

    def word(self, at: int) -> str:
        """Return a token's word in lower case."""
        return self.tokens[at].text.lower()

    def below(self, at: int, *relations: str) -> list[int]:
        """Return the children that hang on a token by one of these relations, named with or without subtype."""
        return [
            child
            for child in self.children[at]
            if self.tokens[child].relation in relations or self.base(child) in relations
        ]

    def words_below(self, at: int, *relations: str) -> set[str]:
        """Return the words of the children that hang on a token by one of these relations."""
        return {self.word(child) for child in self.below(at, *relations)}

    def above(self, at: int) -> Iterator[int]:
        """Yield a token's head, its head's head, and so on up to the root."""
        head = self.head(at)
        while head >= 0:
            yield head
            head = self.head(head)

    def reach(self, at: int) -> list[int]:
        """Return the positions of a token and all that hangs on it, in order."""
        found = [at]
        waiting = list(self.children[at])
        while waiting:
            child = waiting.pop()
            found.append(child)
            waiting.extend(self.children[child])
        return sorted(found)

    def top_of(self, start: int, end: int) -> int:
        """Return the token among ``start:end`` whose head lies outside; the last such, as heads close phrases."""
        tops = [at for at in range(start, end) if not start <= self.head(at) < end and self.base(at) != "punct"]
        return tops[-1] if tops else end - 1


def plant_tree(tokens: Sequence[Token]) -> Tree:
    """Return the tree of a sentence's tokens."""
    children: list[list[int]] = [[] for _ in tokens]
    for at, token in enumerate(tokens):
        if 0 <= token.head < len(tokens):
            children[token.head].append(at)
    return Tree(tokens, tuple(tuple(row) for row in children))
