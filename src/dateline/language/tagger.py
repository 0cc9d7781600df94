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
import numpy as np
from numpy.typing import NDArray

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
    """The model as it is stored: tag names, word → tag number, features, and the weights that are not nought.

    ``counts`` holds one byte a feature (how many weights it has), ``numbers`` one byte a weight (its tag's number),
    ``values`` two bytes a weight (a little-endian signed number); all in the order of ``features``.
    """

    tags: list[str]
    sure: dict[str, int]
    features: list[str]
    counts: bytes
    numbers: bytes
    values: bytes


@dataclass(frozen=True, slots=True)
class Model:
    """The model as it is used. ``weights`` has a row for each feature and a column for each tag.

    ``rows`` gives a feature's row; row 0 is all noughts, for features that are not known.
    """

    tags: tuple[str, ...]
    sure: dict[str, str]
    rows: dict[str, int]
    weights: NDArray[np.int16]


def tag_words(words: Sequence[str]) -> list[str]:
    """Return the Penn treebank tag of each word of one sentence, its words split as in the treebank."""
    model = load_model()
    line = read_line([_strip_prefix(word) for word in words])
    sure = [_find_sure_tag(word, bool(line.style)) for word in line.words]
    scores = _score_places(model, line, [index for index, tag in enumerate(sure) if tag is None])
    tags: list[str] = []
    quoted = False
    for index, word in enumerate(line.words):
        tag = sure[index]
        if word == '"':
            tag, quoted = ("''" if quoted else "``"), not quoted
        tags.append(tag or _guess_tag(model, scores[index], line, tags, index))
    return tags


@lru_cache(maxsize=1)
def load_model() -> Model:
    """Read the shipped weights once (about 0.2 s)."""
    data = files("dateline.language.en").joinpath(MODEL_FILE).read_bytes()
    packed = msgspec.msgpack.decode(zlib.decompress(data), type=PackedModel)
    counts = np.frombuffer(packed.counts, dtype=np.uint8)
    weights = np.zeros((len(packed.features) + 1, len(packed.tags)), dtype=np.int16)
    places = np.repeat(np.arange(1, len(counts) + 1), counts)
    weights[places, np.frombuffer(packed.numbers, dtype=np.uint8)] = np.frombuffer(packed.values, dtype="<i2")
    rows = {feature: row for row, feature in enumerate(packed.features, start=1)}
    sure = {word: packed.tags[number] for word, number in packed.sure.items()}
    return Model(tags=tuple(packed.tags), sure=sure, rows=rows, weights=weights)


def pack_model(tags: list[str], sure: dict[str, int], weights: dict[str, dict[int, int]]) -> bytes:
    """Return the bytes of ``MODEL_FILE`` for trained weights: feature → tag number → weight, none of them nought."""
    pairs = [pair for feature in weights for pair in weights[feature].items()]
    packed = PackedModel(
        tags=tags,
        sure=sure,
        features=list(weights),
        counts=bytes(len(weights[feature]) for feature in weights),
        numbers=bytes(number for number, _ in pairs),
        values=np.array([weight for _, weight in pairs], dtype="<i2").tobytes(),
    )
    return zlib.compress(msgspec.msgpack.encode(packed), 9)


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


def list_side_features(form: str, shape: str, side: int) -> list[str]:
    """Return the features of a word that stands ``side`` places off: -2, -1, 1 or 2.

    ``shape`` counts for the near ones. Past an end the form is "!start" or "!end" and the shape "".
    """
    if side == -1:
        return [f"d={form}", f"j={form[-3:]}", f"k={shape}"]
    if side == 1:
        return [f"f={form}", f"i={form[-3:]}", f"l={shape}"]
    return [f"e={form}" if side == -2 else f"g={form}"]


def list_pair_features(word: str, before: str, after: str) -> list[str]:
    """Return the features of a word together with a neighbour, all normalised."""
    return [f"wa={word} {after}", f"bw={before} {word}", f"as={word[-2:]} {after[-3:]}"]


def list_history_features(tag2: str, tag: str) -> list[str]:
    """Return the features of the two tags before a word, the farther one first; "!" past the start."""
    return [f"t={tag}", f"u={tag2} {tag}", f"v={tag2}"]


def list_tag_features(word: str, after: str, shape_after: str, tag2: str, tag: str) -> list[str]:
    """Return the features of the tags before a word together with it or with the next word."""
    ending = word[-3:]
    return [
        f"tw={tag} {word}", f"ta={tag} {after}", f"ts={tag} {ending}", f"uw={tag2} {tag} {word[-2:]}",
        f"tl={tag} {shape_after}",
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence as features see it, two places longer at each end: index 2 is the first word."""

    words: tuple[str, ...]
    forms: tuple[str, ...]
    shapes: tuple[str, ...]
    style: str


def read_line(words: Sequence[str]) -> Line:
    """Return a sentence as features see it."""
    forms = ("!start", "!start", *map(normalise, words), "!end", "!end")
    shapes = ("", "", *map(find_shape, words), "", "")
    return Line(words=tuple(words), forms=forms, shapes=shapes, style=find_style(words))


def list_features(line: Line, tags: Sequence[str], index: int) -> list[str]:
    """Return every feature of the word at ``index``, given the tags before it. ``_guess_tag`` sums the same ones."""
    at = index + 2
    forms, shapes = line.forms, line.shapes
    tag2, tag = find_history(tags)
    features = list_own_features(line.words[index], find_place(line.words, index, line.style))
    for side in SIDES:
        features += list_side_features(forms[at + side], shapes[at + side] if abs(side) == 1 else "", side)
    features += list_pair_features(forms[at], forms[at - 1], forms[at + 1])
    features += list_history_features(tag2, tag)
    return features + list_tag_features(forms[at], forms[at + 1], shapes[at + 1], tag2, tag)


SIDES = (-2, -1, 1, 2)
"""The places around a word that count."""


def find_history(tags: Sequence[str]) -> tuple[str, str]:
    """Return the last two tags given, "!" where there is none."""
    return tags[-2] if len(tags) > 1 else "!", tags[-1] if tags else "!"


def find_place(words: Sequence[str], index: int, style: str) -> str:
    """Return where a word stands, for what its capital is worth: the style of its sentence, "first", or ""."""
    if style:
        return style
    return "first" if index == 0 or words[index - 1] in _OPENERS else ""


_OPENERS = frozenset(("``", '"', "“", "‘", ":", "•", "*", "-LRB-", "("))


@lru_cache(maxsize=1 << 16)
def _strip_prefix(word: str) -> str:
    return _AGAIN.sub("", word)


@lru_cache(maxsize=1 << 16)
def _find_sure_tag(word: str, styled: bool) -> str | None:
    if word in FIXED_TAGS and word != "’s":
        return FIXED_TAGS[word]
    if word[:1].isdigit() and _FIGURE.fullmatch(word):
        return "CD"
    return None if styled else load_model().sure.get(word.translate(_MARKS))


def _find_rows(features: Sequence[str]) -> tuple[int, ...]:
    find = load_model().rows.get
    return tuple(find(feature, 0) for feature in features)


def _score_places(model: Model, line: Line, places: Sequence[int]) -> dict[int, NDArray[np.int32]]:
    """Return, for each of some places of a sentence, what its word and its neighbours say for each tag."""
    if not places:
        return {}
    rows = np.array([_find_word_rows(line, place) for place in places])
    sums = model.weights[rows].sum(axis=1, dtype=np.int32)
    sums += np.array([_score_word(line.words[at], find_place(line.words, at, line.style)) for at in places])
    return dict(zip(places, sums, strict=True))


def _find_word_rows(line: Line, index: int) -> tuple[int, ...]:
    forms, shapes, at = line.forms, line.shapes, index + 2
    return (
        *_find_side_rows(forms[at - 2], "", -2),
        *_find_side_rows(forms[at - 1], shapes[at - 1], -1),
        *_find_side_rows(forms[at + 1], shapes[at + 1], 1),
        *_find_side_rows(forms[at + 2], "", 2),
        *_find_rows(list_pair_features(forms[at], forms[at - 1], forms[at + 1])),
    )


@lru_cache(maxsize=1 << 16)
def _find_side_rows(form: str, shape: str, side: int) -> tuple[int, ...]:
    return _find_rows(list_side_features(form, shape, side))


@lru_cache(maxsize=1 << 12)
def _find_history_rows(tag2: str, tag: str) -> tuple[int, ...]:
    return _find_rows(list_history_features(tag2, tag))


def _guess_tag(model: Model, score: NDArray[np.int32], line: Line, tags: Sequence[str], index: int) -> str:
    """Return the tag with the highest score, the first of equals."""
    forms, at = line.forms, index + 2
    tag2, tag = find_history(tags)
    rows = _find_history_rows(tag2, tag) + _find_rows(
        list_tag_features(forms[at], forms[at + 1], line.shapes[at + 1], tag2, tag)
    )
    return model.tags[int((score + _sum_rows(model, rows)).argmax())]


@lru_cache(maxsize=1 << 14)
def _score_word(word: str, place: str) -> NDArray[np.int32]:
    """Return what a word alone says for each tag."""
    return _sum_rows(load_model(), _find_rows(list_own_features(word, place)))


def _sum_rows(model: Model, rows: Sequence[int]) -> NDArray[np.int32]:
    total: NDArray[np.int32] = np.add.reduce(model.weights.take(rows, axis=0), axis=0, dtype=np.int32)
    return total
