"""The grammar of sentences: from the scores of a window to tags, a tree and its relations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

import numpy as np

from dateline.language.net.network import Network, WindowScores
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
    found = []
    for start, end in pairwise([*starts, len(tags)]):
        columns = np.concatenate([scores.arc[start:end, :1], scores.arc[start:end, start + 1 : end + 1]], axis=1)
        heads = decode_tree(columns)
        places = [head + start if head >= 0 else -1 for head in heads]
        relations = network.label_arcs(scores, range(start, end), places)
        found.append(Grammar(tuple(tags[start:end]), tuple(coarse[start:end]), tuple(heads), tuple(relations)))
    return found


def parse_words(network: Network, sentences: Sequence[Words]) -> Iterator[Grammar]:
    """Yield the grammar of each of a text's sentences whose words and borders are given."""
    windows = [sentences[start:end] for start, end in plan_windows(sentences, network.cutter)]
    inputs = [join_words(window, network.cutter) for window in windows]
    for window, scores in zip(windows, network.score(inputs), strict=True):
        yield from parse_window(network, scores, [0, *accumulate(len(sentence.words) for sentence in window[:-1])])
