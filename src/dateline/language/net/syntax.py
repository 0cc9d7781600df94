"""The grammar of sentences: from the scores of a window to tags, a tree and its relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise

import numpy as np

from dateline.language.net.network import Floats, Network, WindowScores
from dateline.language.net.trees import decode_tree
from dateline.language.net.windows import Words, join_words, plan_windows


@dataclass(frozen=True, slots=True)
class Grammar:
    """What is known of the words of a sentence, all by word."""

    tags: tuple[str, ...]
    """Penn tags."""
    coarse: tuple[str, ...]
    """Universal parts of speech."""
    heads: tuple[int, ...]
    """Places of the heads in the sentence, -1 for the root."""
    relations: tuple[str, ...]


def parse_window(network: Network, scores: WindowScores, starts: Sequence[int]) -> list[Grammar]:
    """Return the grammar of the sentences of a window, each from one of ``starts`` to before the next."""
    tags = [network.tables.tags[at] for at in scores.heads["tag"].argmax(-1)]
    coarse = [network.tables.coarse[at] for at in scores.heads["coarse"].argmax(-1)]
    borders = list(pairwise([*starts, len(tags)]))
    trees = [decode_tree(_take_arcs(scores, start, end)) for start, end in borders]
    placed = ([_place(head, start) for head in tree] for (start, _), tree in zip(borders, trees, strict=True))
    relations = network.label_arcs(scores, list(chain.from_iterable(placed)))
    return [
        Grammar(tuple(tags[start:end]), tuple(coarse[start:end]), tuple(tree), tuple(relations[start:end]))
        for (start, end), tree in zip(borders, trees, strict=True)
    ]


def _place(head: int, start: int) -> int:
    """Return a head's place in the window, -1 for the root."""
    return head + start if head >= 0 else -1


def _take_arcs(scores: WindowScores, start: int, end: int) -> Floats:
    """Return the scores of arcs inside a sentence, the root first."""
    return np.concatenate([scores.arc[start:end, :1], scores.arc[start:end, start + 1 : end + 1]], axis=1)


def parse_words(network: Network, sentences: Sequence[Words]) -> Iterator[Grammar]:
    """Yield the grammar of each of a text's sentences whose words and borders are given."""
    windows = [sentences[start:end] for start, end in plan_windows(sentences, network.cutter)]
    inputs = [join_words(window, network.cutter) for window in windows]
    for window, scores in zip(windows, network.score(inputs), strict=True):
        yield from parse_window(network, scores, [0, *accumulate(len(sentence.words) for sentence in window[:-1])])
