"""Read CoNLL-U treebanks as tagged sentences, level their tag habits, and widen them towards news."""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

from dateline.language.tagger import FIXED_TAGS


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words, their Penn and universal tags, heads (1-based, 0 = root), and whether a space follows each."""

    words: list[str]
    tags: list[str]
    coarse: list[str]
    heads: list[int]
    spaced: list[bool]


def read_treebank(path: Path) -> list[Sentence]:
    """Return the sentences of a CoNLL-U file; ranges ("1-2") and empty nodes ("1.1") are left out."""
    sentences = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        rows = [row for row in lines if row[0].isdigit()]
        if rows:
            sentences.append(
                Sentence(
                    words=[row[1] for row in rows],
                    tags=[level_tag(row[1], row[4]) for row in rows],
                    coarse=[row[3] for row in rows],
                    heads=[int(row[6]) for row in rows],
                    spaced=["SpaceAfter=No" not in row[9] for row in rows],
                )
            )
    return sentences


def level_tag(word: str, tag: str) -> str:
    """Return a tag as both treebanks would write it: they differ on dashes, points and list marks only."""
    if word == "-":
        return "HYPH" if tag == "HYPH" else ":"
    if word in FIXED_TAGS and word != "’s" and word not in ("“", "”"):
        return FIXED_TAGS[word]
    return "NN" if tag == "GW" else tag


def widen(sentences: list[Sentence], seed: int) -> list[Sentence]:
    """Return the sentences and, besides, forms that news has and treebanks lack.

    Hyphened words written as one (every sentence that has some), title case (one in eight) and capitals (one in
    fifty), curly apostrophes (folded at run time, so not needed here).
    """
    chance = random.Random(seed)
    joined = [join_hyphens(sentence) for sentence in sentences if "HYPH" in sentence.tags]
    wide = sentences + joined
    for sentence in sentences + joined:
        draw = chance.random()
        if len(sentence.words) >= 5 and draw < 0.125:
            wide.append(recase(sentence, title=True))
        elif len(sentence.words) >= 5 and draw < 0.145:
            wide.append(recase(sentence, title=False))
    return wide


def recase(sentence: Sentence, *, title: bool) -> Sentence:
    """Return a sentence in title case (short function words left small) or in capitals."""
    words = []
    for index, word in enumerate(sentence.words):
        small = title and index and sentence.tags[index] in ("IN", "TO", "DT", "CC") and len(word) < 5
        words.append(word if small else (word[:1].upper() + word[1:] if title else word.upper()))
    return Sentence(words, sentence.tags, sentence.coarse, sentence.heads, sentence.spaced)


def join_hyphens(sentence: Sentence) -> Sentence:
    """Return a sentence with words split at hyphens ("16 - year - old") written as one; heads are not kept."""
    joined = Sentence([], [], [], [], [])
    index = 0
    while index < len(sentence.words):
        end = _find_group_end(sentence, index)
        tag = sentence.tags[index] if end == index else _tag_group(sentence, index, end)
        joined.words.append("".join(sentence.words[index : end + 1]))
        joined.tags.append(tag)
        joined.coarse.append(sentence.coarse[end])
        joined.heads.append(0)
        joined.spaced.append(sentence.spaced[end])
        index = end + 1
    return joined


def _find_group_end(sentence: Sentence, start: int) -> int:
    end = start
    while (
        end + 2 < len(sentence.words)
        and sentence.tags[end + 1] == "HYPH"
        and not sentence.spaced[end]
        and not sentence.spaced[end + 1]
    ):
        end += 2
    return end


def _tag_group(sentence: Sentence, start: int, end: int) -> str:
    parts = sentence.tags[start : end + 1 : 2]
    if all(tag in ("NNP", "NNPS") for tag in parts):
        return parts[-1]
    heads = [sentence.heads[index] for index in range(start, end + 1)]
    outer = [head for head in heads if not start < head <= end + 1]
    modifies = any(head > end + 1 and sentence.tags[head - 1].startswith("NN") for head in outer)
    if parts[-1] in ("VBN", "VBG", "VBD") or (modifies and parts[-1] in ("NN", "NNS", "JJ", "RB", "NNP", "RP", "IN")):
        return "JJ"
    return parts[-1]
