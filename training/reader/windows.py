"""From documents to batches of tensors: windows of whole sentences, padded to a few fixed shapes."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from training.reader.documents import ANY_NAME, ROLES, ROLES_OF, Document

from dateline.language.net.pieces import PieceCutter, Piecewise

NOTHING = -100
LONGEST = 190
"""Pieces of a window at most, so that the padded shapes stay few."""
STEP = 16
"""Lengths are padded to multiples of this: with free shapes the memory of torch's kernels grows without end."""


@dataclass(frozen=True, slots=True)
class Tables:
    """The inventories that come from the treebanks."""

    tags: tuple[str, ...]
    coarse: tuple[str, ...]
    relations: tuple[str, ...]


@dataclass(slots=True)
class Window:
    """Whole sentences of one document, from word ``start`` to before ``end``."""

    document: Document
    start: int
    end: int
    pieces: Piecewise


def cut_windows(document: Document, cutter: PieceCutter, longest: int) -> Iterator[Window]:
    """Yield windows of whole sentences with at most ``longest`` pieces; a longer sentence makes a window alone."""
    starts = [at for at in range(len(document.words)) if at == 0 or document.sentence[at] != document.sentence[at - 1]]
    edges = [*starts, len(document.words)]
    sizes = [
        sum(len(cutter.cut(word)) + 1 * document.breaks[left + n] for n, word in enumerate(document.words[left:right]))
        for left, right in itertools.pairwise(edges)
    ]
    begin, size = 0, 2
    for number, cost in enumerate(sizes):
        if number > begin and size + cost > longest:
            yield _make_window(document, edges[begin], edges[number], cutter)
            begin, size = number, 2
        size += cost
    if begin < len(sizes):
        yield _make_window(document, edges[begin], edges[-1], cutter)


def _make_window(document: Document, start: int, end: int, cutter: PieceCutter) -> Window:
    pieces = cutter.join(document.words[start:end], document.spaced[start:end], document.breaks[start:end])
    return Window(document, start, end, pieces)


def make_batches(windows: list[Window], pieces: int, chance: random.Random | None) -> list[list[Window]]:
    """Return windows in batches of like length with at most ``pieces`` padded pieces, in random order if asked."""
    kept = [window for window in windows if len(window.pieces.ids) <= 2 * LONGEST]
    if chance:
        chance.shuffle(kept)
    kept.sort(key=lambda window: _pad(len(window.pieces.ids)))
    batches: list[list[Window]] = []
    for window in kept:
        length = _pad(len(window.pieces.ids))
        if batches and _pad(len(batches[-1][0].pieces.ids)) == length and (len(batches[-1]) + 1) * length <= pieces:
            batches[-1].append(window)
        else:
            batches.append([window])
    if chance:
        chance.shuffle(batches)
    return batches


def _pad(length: int) -> int:
    return -(-length // STEP) * STEP


def fill_batch(batch: list[Window], tables: Tables, vectors: np.ndarray | None) -> dict[str, torch.Tensor]:
    """Return the inputs and labels of a batch; word 0 of every row is the opening mark, which stands for the root."""
    rows = len(batch)
    length = _pad(max(len(window.pieces.ids) for window in batch))
    width = max(_pad(max(window.end - window.start for window in batch) + 1), STEP)
    data = {name: np.zeros((rows, length), np.int64) for name in ("ids", "shapes")}
    data["mask"] = np.zeros((rows, length), np.float32)
    data["first"] = np.zeros((rows, width), np.int64)
    data["last"] = np.zeros((rows, width), np.int64)
    data["sentence"] = np.full((rows, width), -1, np.int64)
    for name in _WORD_LAYERS:
        data[name] = np.full((rows, width), NOTHING, np.int64)
    data["names"] = np.zeros((rows, width), np.int64)
    data["names_weight"] = np.zeros((rows, width), np.float32)
    anchors: list[tuple[int, int, int, np.ndarray]] = []
    teacher: list[tuple[int, int, int]] = []
    for row, window in enumerate(batch):
        _fill_pieces(data, row, window)
        _fill_syntax(data, row, window, tables)
        _fill_news(data, row, window, anchors, width)
        teacher += _list_sentences(row, window)
    tensors = {name: torch.from_numpy(array) for name, array in data.items()}
    if anchors:
        tensors["anchor_row"] = torch.tensor([anchor[0] for anchor in anchors])
        tensors["anchor_word"] = torch.tensor([anchor[1] for anchor in anchors])
        tensors["anchor_kind"] = torch.tensor([anchor[2] for anchor in anchors])
        tensors["anchor_roles"] = torch.from_numpy(np.stack([anchor[3] for anchor in anchors]))
    if vectors is not None and teacher:
        tensors["vector_row"] = torch.tensor([item[0] for item in teacher])
        tensors["vector_sentence"] = torch.tensor([item[1] for item in teacher])
        tensors["vector"] = torch.from_numpy(vectors[[item[2] for item in teacher]].astype(np.float32))
    return tensors


_WORD_LAYERS = (
    *("start", "coarse", "tag", "head", "relation", "cue", "source", "content", "stance", "trigger"),
    *("event_type", "status"),
)


def _fill_pieces(data: dict[str, np.ndarray], row: int, window: Window) -> None:
    pieces, count = window.pieces, window.end - window.start
    data["ids"][row, : len(pieces.ids)] = pieces.ids
    data["shapes"][row, : len(pieces.ids)] = pieces.shapes
    data["mask"][row, : len(pieces.ids)] = 1
    data["first"][row, 1 : count + 1] = pieces.first
    data["last"][row, 1 : count + 1] = pieces.last
    data["sentence"][row, 1 : count + 1] = window.document.sentence[window.start : window.end]


def _fill_syntax(data: dict[str, np.ndarray], row: int, window: Window, tables: Tables) -> None:
    document, base = window.document, window.start
    for at in range(base, window.end):
        word = at - base + 1
        if document.starts_known:
            data["start"][row, word] = at == 0 or document.sentence[at] != document.sentence[at - 1]
        if document.heads and document.relations and document.tags and document.coarse:
            head = document.heads[at]
            data["head"][row, word] = 0 if head < 0 else head - base + 1
            data["relation"][row, word] = tables.relations.index(document.relations[at])
            data["tag"][row, word] = tables.tags.index(document.tags[at])
            data["coarse"][row, word] = tables.coarse.index(document.coarse[at])
        bits = document.names[at] if document.names else ANY_NAME
        data["names"][row, word] = bits
        data["names_weight"][row, word] = document.names_weight if bits != ANY_NAME else 0


def _fill_news(
    data: dict[str, np.ndarray],
    row: int,
    window: Window,
    anchors: list[tuple[int, int, int, np.ndarray]],
    width: int,
) -> None:
    news, base = window.document.news, window.start
    if news is None:
        return
    count = window.end - base
    for name in ("cue", "source", "content", "stance", "trigger", "event_type", "status"):
        data[name][row, 1 : count + 1] = getattr(news, name)[base : window.end]
    for anchor in news.anchors:
        if not all(base <= at < window.end for at in anchor.words):
            continue
        roles = np.full(width, NOTHING, np.int64)
        roles[1 : count + 1] = 0
        for role, words in anchor.roles.items():
            for at in words:
                if base <= at < window.end:
                    roles[at - base + 1] = ROLES.index(role)
        kind = list(ROLES_OF).index(anchor.kind)
        anchors += [(row, at - base + 1, kind, roles) for at in anchor.words]


def _list_sentences(row: int, window: Window) -> list[tuple[int, int, int]]:
    rows = window.document.vector_rows
    numbers = sorted(set(window.document.sentence[window.start : window.end])) if rows else []
    return [(row, number, rows[number]) for number in numbers if rows[number] >= 0]
