"""Part-of-speech tags of a sentence's words: Penn treebank tags by an averaged perceptron.

Method: Collins (2002), "Discriminative Training Methods for Hidden Markov Models", decoded greedily from left to
right with a dictionary of frequent unambiguous words, as in Honnibal's description of 2013. The weights are whole
numbers, so sums are exact and the same on every machine. What the model was trained on, how to rebuild it and how
well it does is told in ``en/TAGGER.md``.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import msgspec

MODEL_FILE = "tagger.bin"
"""The weights, in ``dateline.language.en``: MessagePack of ``PackedModel``, compressed by zlib."""

FIXED_TAGS = {
    "“": "``", "„": "``", "«": "``", "``": "``", "”": "''", "»": "''", "''": "''",
    ".": ".", "?": ".", "!": ".", ",": ",", ";": ":", ":": ":", "--": ":", "–": ":", "—": ":", "...": ":", "…": ":",
    "(": "-LRB-", "[": "-LRB-", "{": "-LRB-", ")": "-RRB-", "]": "-RRB-", "}": "-RRB-",
    "$": "$", "£": "$", "€": "$", "¥": "$", "US$": "$", "%": "NN", "/": "SYM", "*": "SYM", "•": "SYM", "’s": "POS",
}  # fmt: skip
"""Marks whose tag never depends on their neighbours (after the treebanks' habits are levelled). A curly ``’s`` is
left to the model by ``tag_words``, as ``'s`` is."""

_MARKS = str.maketrans({"’": "'", "‘": "'", "‑": "-", "‐": "-"})
_DIGITS = re.compile(r"\d")
_FIGURE = re.compile(r"\d[\d,.]*(?:[-–]\d[\d,.]*)?(?:k|m|mn|bn|b|tn)?")
"""Figures that are always CD, whatever scale is written on to them ("5bn")."""
_AGAIN = re.compile(r"^(?:re|co|pre|un)-(?=[a-z]{3,}(?:ed|ing|e?s)$)")
"""Prefixes before a verb form, cut away for tagging: "re-dispatched" is tagged as "dispatched" is."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_RUNS = re.compile(r"(.)\1+")
_PLAIN = frozenset(
    {
        *("a", "an", "the", "of", "in", "on", "at", "to", "for", "from", "by", "with", "and", "or", "but", "as"),
        *("is", "are", "was", "were", "be", "not", "its", "it", "that", "this"),
    }
)
"""Words that title case leaves small in the house styles of most outlets; they don't speak against a title."""


class PackedModel(msgspec.Struct, array_like=True):
    """The model as it is stored: tag names, word → tag number, feature → tag numbers and weights in turn."""

    tags: list[str]
    sure: dict[str, int]
    weights: dict[str, list[int]]


@dataclass(frozen=True, slots=True)
class Model:
    """The model as it is used: as ``PackedModel``, with weights as (tag number, weight) pairs."""

    tags: tuple[str, ...]
    sure: dict[str, str]
    weights: dict[str, tuple[tuple[int, int], ...]]


def tag_words(words: Sequence[str]) -> list[str]:
    """Return the Penn treebank tag of each word of one sentence, its words split as in the treebank."""
    model = load_model()
    words = [_AGAIN.sub("", word) for word in words]
    style = find_style(words)
    normal = [normalise(word) for word in words]
    tags: list[str] = []
    quoted = False
    for index, word in enumerate(words):
        tag = _find_sure_tag(model, word, style)
        if word == '"':
            tag, quoted = ("''" if quoted else "``"), not quoted
        tags.append(tag or _guess_tag(model, words, normal, tags, index, style))
    return tags


@lru_cache(maxsize=1)
def load_model() -> Model:
    """Read the shipped weights once (about 0.3 s)."""
    data = files("dateline.language.en").joinpath(MODEL_FILE).read_bytes()
    packed = msgspec.msgpack.decode(zlib.decompress(data), type=PackedModel)
    weights = {key: tuple(zip(flat[::2], flat[1::2], strict=True)) for key, flat in packed.weights.items()}
    sure = {word: packed.tags[number] for word, number in packed.sure.items()}
    return Model(tags=tuple(packed.tags), sure=sure, weights=weights)


def find_style(words: Sequence[str]) -> str:
    """Return how a sentence uses capitals: "title" or "caps" for headlines that say nothing by them, else ""."""
    letters = [word for word in words if word.isalpha() and word.lower() not in _PLAIN]
    if len(letters) < 4:
        return ""
    if sum(word.isupper() for word in letters) >= 0.8 * len(letters):
        return "caps"
    return "title" if sum(word[0].isupper() for word in letters) >= 0.85 * len(letters) else ""


@lru_cache(maxsize=1 << 16)
def normalise(word: str) -> str:
    """Return the form that features are made of: lower case, straight marks, digits as 0, years as !year."""
    if _YEAR.fullmatch(word):
        return "!year"
    return _DIGITS.sub("0", word.translate(_MARKS).lower())


@lru_cache(maxsize=1 << 16)
def find_shape(word: str) -> str:
    """Return a word's outline: runs of capitals X, small letters x and digits 0, marks as they are."""
    marks = ("X" if char.isupper() else "x" if char.isalpha() else "0" if char.isdigit() else char for char in word)
    return _RUNS.sub(r"\1", "".join(marks))[:8]


def list_own_features(word: str, place: str) -> list[str]:
    """Return the features that depend on the word alone, and on its place: "first", "title", "caps" or ""."""
    form = normalise(word)
    shape = find_shape(word)
    own = ["b", f"w={form}", f"S={place}{shape}", f"1={form[-1:]}", f"2={form[-2:]}", f"3={form[-3:]}"]
    own += [f"4={form[-4:]}", f"p={form[:1]}", f"q={form[:3]}", f"c={place}{word[:1].isupper():d}{form[-2:]}"]
    own.append(f"W={place}{word[:1].isupper():d}{form}")
    if "-" in form:
        own.append(f"h={form.rpartition('-')[2]}")
    return own


def list_context_features(normal: Sequence[str], shapes: tuple[str, str], tags: Sequence[str], index: int) -> list[str]:
    """Return the features that depend on the neighbours and on the tags given so far.

    ``shapes`` are the outlines of the words before and after.
    """
    word = normal[index]
    before = normal[index - 1] if index else "!start"
    before2 = normal[index - 2] if index > 1 else "!start"
    after = normal[index + 1] if index + 1 < len(normal) else "!end"
    after2 = normal[index + 2] if index + 2 < len(normal) else "!end"
    tag = tags[index - 1] if index else "!"
    tag2 = tags[index - 2] if index > 1 else "!"
    return [
        f"t={tag}", f"u={tag2} {tag}", f"tw={tag} {word}", f"v={tag2}", f"d={before}", f"e={before2}",
        f"f={after}", f"g={after2}", f"i={after[-3:]}", f"j={before[-3:]}", f"ta={tag} {after}",
        f"wa={word} {after}", f"bw={before} {word}", f"ts={tag} {word[-3:]}", f"as={word[-2:]} {after[-3:]}",
        f"k={shapes[0]}", f"l={shapes[1]}", f"uw={tag2} {tag} {word[-2:]}", f"tl={tag} {shapes[1]}",
    ]  # fmt: skip


def find_place(words: Sequence[str], index: int, style: str) -> str:
    """Return where a word stands, for what its capital is worth: the style of its sentence, "first", or ""."""
    if style:
        return style
    return "first" if index == 0 or words[index - 1] in _OPENERS else ""


_OPENERS = frozenset(("``", '"', "“", "‘", ":", "•", "*", "-LRB-", "("))


def outline_neighbours(words: Sequence[str], index: int) -> tuple[str, str]:
    """Return the outlines of the words before and after, "" at an end."""
    before = find_shape(words[index - 1]) if index else ""
    return before, find_shape(words[index + 1]) if index + 1 < len(words) else ""


def _find_sure_tag(model: Model, word: str, style: str) -> str | None:
    if word in FIXED_TAGS and word != "’s":
        return FIXED_TAGS[word]
    if word[:1].isdigit() and _FIGURE.fullmatch(word):
        return "CD"
    return None if style else model.sure.get(word.translate(_MARKS))


def _guess_tag(
    model: Model, words: Sequence[str], normal: Sequence[str], tags: Sequence[str], index: int, style: str
) -> str:
    scores = list(_score_word(words[index], find_place(words, index, style)))
    weights = model.weights
    for feature in list_context_features(normal, outline_neighbours(words, index), tags, index):
        for number, weight in weights.get(feature, ()):
            scores[number] += weight
    return model.tags[scores.index(max(scores))]


@lru_cache(maxsize=1 << 15)
def _score_word(word: str, place: str) -> tuple[int, ...]:
    model = load_model()
    scores = [0] * len(model.tags)
    for feature in list_own_features(word, place):
        for number, weight in model.weights.get(feature, ()):
            scores[number] += weight
    return tuple(scores)
