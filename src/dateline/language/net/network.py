"""The network's session: inputs to scores by word."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import as_file
from importlib.resources.abc import Traversable
from io import BytesIO
from itertools import accumulate
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from dateline.errors import InputError
from dateline.language.net.files import NETWORK, PAIRS, TABLES, VOCABULARY, open_model, read_version
from dateline.language.net.pieces import PieceCutter, Piecewise
from dateline.language.net.spans import softmax
from dateline.language.net.wordpiece import WordPieces

if TYPE_CHECKING:
    import onnxruntime

Floats = npt.NDArray[np.float32]
_PAIRS = ("arc", "relation_left", "relation_right", "role_left", "role_right")
"""Outputs that score pairs of words, the root among them; all others label words."""
ROOT = "root"
"""The relation of a sentence's root."""


@dataclass(frozen=True, slots=True)
class Tables:
    """What the places of the scores mean, and the version of the model."""

    version: str
    tags: tuple[str, ...]
    coarse: tuple[str, ...]
    relations: tuple[str, ...]
    names: tuple[str, ...]
    spans: tuple[str, ...]
    event_types: tuple[str, ...]
    statuses: tuple[str, ...]
    stances: tuple[str, ...]
    roles: tuple[str, ...]
    roles_of: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class WindowScores:
    """The scores of a window's words, by head. All but ``arc``'s columns and the pairs' sides leave the root out."""

    heads: dict[str, Floats]
    """Scores (words, labels) of every head that labels words; "words" (words, 384) are their
    states, "layers" (words, 1152) what sentence vectors are made of."""
    arc: Floats
    """Scores (words, 1 + words) of every word's head, the root first."""
    relation: tuple[Floats, Floats]
    role: tuple[Floats, Floats]
    """Both sides of the pair scores, root first: (1 + words, size)."""


class Network:
    """A loaded model."""

    def __init__(self, folder: Traversable) -> None:
        """Load the files of a model."""
        raw = json.loads(folder.joinpath(TABLES).read_text(encoding="utf-8"))
        listed = {name: tuple(raw[name]) for name in Tables.__dataclass_fields__ if name not in ("version", "roles_of")}
        roles_of = {kind: tuple(roles) for kind, roles in raw["roles_of"].items()}
        self.tables = Tables(version=str(raw["version"]), roles_of=roles_of, **listed)
        pieces = folder.joinpath(VOCABULARY).read_text(encoding="utf-8")
        self.cutter = PieceCutter(WordPieces(pieces.removesuffix("\n").split("\n")))
        with np.load(BytesIO(folder.joinpath(PAIRS).read_bytes())) as pairs:
            self._relation = _flatten(pairs["relation"])
            self._role = {
                kind: _flatten(pairs["role"][[role in open_roles for role in self.tables.roles]])
                for kind, open_roles in roles_of.items()
            }
            self._distance = pairs["distance"].astype(np.float32)
            self._vector = pairs["vector"].astype(np.float32)
        with as_file(folder.joinpath(NETWORK)) as path:
            self._session = _open_session(str(path))
        self._outputs = [output.name for output in self._session.get_outputs()]

    def score(self, windows: Iterable[Piecewise]) -> Iterator[WindowScores]:
        """Yield the scores of every window, in order.

        They are run one by one: a window's states stay in the processor's cache (twelve at once took a fifth longer),
        and no sum depends on the windows beside it.
        """
        return map(self._score_window, windows)

    def _score_window(self, window: Piecewise) -> WindowScores:
        ids, shapes, first, last = (np.array([row]) for row in (window.ids, window.shapes, window.first, window.last))
        first, last = (np.pad(row, ((0, 0), (1, 0))) for row in (first, last))
        inputs = {"ids": ids, "shapes": shapes, "first": first, "last": last}
        found = {name: array[0] for name, array in zip(self._outputs, self._session.run(None, inputs), strict=True)}
        return WindowScores(
            heads={name: array[1:] for name, array in found.items() if name not in _PAIRS},
            arc=found["arc"][1:],
            relation=(found["relation_left"], found["relation_right"]),
            role=(found["role_left"], found["role_right"]),
        )

    def make_vectors(self, means: Sequence[Floats]) -> Floats:
        """Return the vectors (sentences, 384), at length one, of sentences whose means of "layers" are given.

        The head is linear, so that once a sentence does for once a word.
        """
        vectors = np.stack(means) @ self._vector[:-1] + self._vector[-1]
        out: Floats = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        return out

    def label_arcs(self, scores: WindowScores, heads: Sequence[int]) -> list[str]:
        """Return the relation of each word of a window to its head (a place in the window, -1 the root).

        The relation to the root is "root", and no other is.
        """
        left = scores.relation[0][1:]
        right = scores.relation[1][np.asarray(heads) + 1]
        pairs = (left @ self._relation).reshape(len(left), -1, right.shape[1])
        found = (pairs @ right[:, :, None])[..., 0]
        root = self.tables.relations.index(ROOT)
        found[:, root] = -np.inf
        picks = found.argmax(1)
        return [ROOT if head < 0 else self.tables.relations[pick] for head, pick in zip(heads, picks, strict=True)]

    def find_roles(self, scores: WindowScores, kind: str, anchors: Sequence[Sequence[int]]) -> Floats:
        """Return how likely every word plays every role for each anchor: (anchors, words, roles).

        ``kind`` is "cue", "trigger" or "quantity"; an anchor is the places of its words, whose scores are averaged.
        Roles that the kind has not come out at 0.
        """
        width, roles = len(scores.arc), self.tables.roles
        out = np.zeros((len(anchors), width, len(roles)), np.float32)
        if not anchors:
            return out
        open_roles = [number for number, role in enumerate(roles) if role in self.tables.roles_of[kind]]
        words = np.array([at for anchor in anchors for at in anchor])
        sizes = [len(anchor) for anchor in anchors]
        left = _average(scores.role[0][words + 1], sizes)
        steps = step_distances(words, width, len(self._distance))
        near = _average(self._distance[:, open_roles][steps], sizes)
        pairs: Floats = (left @ self._role[kind]).reshape(len(left) * len(open_roles), -1)
        raw = (pairs @ scores.role[1][1:].T).reshape(len(left), len(open_roles), width)
        out[..., open_roles] = softmax(raw.swapaxes(1, 2) + near)
        return out


def _flatten(weights: npt.NDArray[np.float16]) -> Floats:
    """Return weights (labels, left, right) as one matrix (left, labels x right), multiplied fastest so."""
    return weights.astype(np.float32).transpose(1, 0, 2).reshape(weights.shape[1], -1)


def step_distances(anchors: npt.NDArray[np.int64], width: int, count: int) -> npt.NDArray[np.int64]:
    """Return the step of distance (anchors, width) from each anchor to each of ``width`` words.

    Steps double: 0, 1, 2, 3-4, 5-8 … both ways; they are ``count`` numbers with the anchor's own in the middle.
    """
    offset = np.arange(width) - anchors[:, None]
    steps = np.ceil(np.log2(np.maximum(np.abs(offset), 1))).astype(np.int64) + (offset != 0)
    middle = count // 2
    found: npt.NDArray[np.int64] = middle + np.minimum(steps, middle) * np.sign(offset)
    return found


def _average(rows: Floats, sizes: Sequence[int]) -> Floats:
    """Return the means of runs of rows of the given sizes, one after the other."""
    starts = [0, *accumulate(sizes[:-1])]
    means: Floats = np.add.reduceat(rows, starts, axis=0)
    means /= np.array(sizes, np.float32).reshape(-1, *[1] * (rows.ndim - 1))
    return means


def _open_session(path: str) -> onnxruntime.InferenceSession:
    """Return a session of one thread, since articles are read in parallel by process, and without spinning.

    The runtime is imported here: it takes longer than the rest of Dateline, and only reading needs it.
    """
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def load_network(folder: str | None = None) -> Network:
    """Return the model of a folder, the package's own when None; loaded once a process and version.

    Raises InputError for a folder that holds none, or one that cannot be read.
    """
    return _load_version(folder, read_version(folder))


@lru_cache(maxsize=2)
def _load_version(folder: str | None, version: str) -> Network:  # noqa: ARG001 - a changed folder is loaded anew
    found = open_model(folder)
    try:
        return Network(found)
    except Exception as error:  # the runtime raises kinds of its own for a damaged graph
        raise InputError(f"the reader model in {found} cannot be read ({type(error).__name__}: {error})") from error
