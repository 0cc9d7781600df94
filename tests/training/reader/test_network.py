"""The torch network against the runtime: equal sums for the same weights. Left out where torch is absent."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from training.reader.documents import EVENT_TYPES, NAME_LABELS, ROLES, SPAN_LABELS, STANCES, STATUSES, Document

from dateline.language.net.network import load_network

torch = pytest.importorskip("torch")
losses = pytest.importorskip("training.reader.losses")
network = pytest.importorskip("training.reader.network")
windows = pytest.importorskip("training.reader.windows")

COUNTS = {
    "start": 2, "coarse": 4, "tag": 5, "names": len(NAME_LABELS), "cue": len(SPAN_LABELS), "source": len(SPAN_LABELS),
    "content": len(SPAN_LABELS), "stance": len(STANCES), "trigger": 2, "event_type": len(EVENT_TYPES),
    "status": len(STATUSES),
}  # fmt: skip


def make_document(sentences: int) -> Document:
    words = ["Nine", "aides", "left", "Arden", "."] * sentences
    heads = [at + 5 * number if at >= 0 else -1 for number in range(sentences) for at in (1, 2, -1, 2, 2)]
    return Document(
        name="made",
        words=words,
        spaced=[word != "." for word in words],
        breaks=[at == 0 for at in range(len(words))],
        sentence=[at // 5 for at in range(len(words))],
        starts_known=True,
        tags=["CD", "NNS", "VBD", "NNP", "."] * sentences,
        coarse=["NUM", "NOUN", "VERB", "PROPN", "PUNCT"] * sentences,
        heads=heads,
        relations=["nummod", "nsubj", "root", "obj", "punct"] * sentences,
    )


TABLES = {
    "tags": ("CD", "NNS", "VBD", "NNP", "."),
    "coarse": ("NUM", "NOUN", "VERB", "PROPN", "PUNCT"),
    "relations": ("nummod", "nsubj", "root", "obj", "punct"),
}


def make_batch(sentences: int, longest: int) -> tuple[list[Any], dict[str, Any]]:
    cut = list(windows.cut_windows(make_document(sentences), load_network().cutter, longest))
    return cut, windows.fill_batch(cut, windows.Tables(**TABLES), None)


def test_windows_hold_every_sentence_once() -> None:
    cut, batch = make_batch(20, 40)
    assert [at for window in cut for at in range(window.start, window.end)] == list(range(100))
    assert all(len(window.pieces.ids) <= 40 for window in cut)
    assert int((batch["head"] >= 0).sum()) == 100
    assert int((batch["head"] == 0).sum()) == 20
    assert int((batch["start"] == 1).sum()) == 20


def test_heads_outside_the_sentence_are_shut_out() -> None:
    _, batch = make_batch(3, 190)
    width = batch["sentence"].shape[1]
    open_arcs = losses.mask_arcs(torch.zeros(1, width, width), batch["sentence"])[0] == 0
    assert open_arcs[1, [0, 2, 5]].all()
    assert not open_arcs[1, [1, 6, 15]].any()
    assert [int(row.sum()) for row in open_arcs[1:16]] == [5] * 15


def test_a_network_learns_a_batch_by_heart() -> None:
    torch.manual_seed(1)
    made = network.Network(COUNTS | {"coarse": 5}, relations=5, roles=len(ROLES), dropout=0.0)
    _, batch = make_batch(4, 190)
    optimizer = torch.optim.AdamW(made.parameters(), lr=1e-3)
    sums = []
    for _ in range(6):
        out = made(batch["ids"], batch["shapes"], batch["mask"], batch["first"], batch["last"])
        found = losses.count_losses(made, out, batch)
        total = sum(found.values())
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        sums.append(float(total.detach()))
    assert set(found) == {"start", "coarse", "tag", "arc", "relation"}
    assert sums[-1] < 0.8 * sums[0]


@pytest.mark.filterwarnings("ignore")
def test_a_network_in_whole_numbers_says_nearly_the_same() -> None:
    export = pytest.importorskip("training.reader.export")
    onnxruntime = pytest.importorskip("onnxruntime")
    torch.manual_seed(2)
    made = network.Network(COUNTS, relations=5, roles=len(ROLES)).eval()
    (window,), _ = make_batch(4, 190)
    pieces = window.pieces
    rows = {"ids": pieces.ids, "shapes": pieces.shapes, "first": [0, *pieces.first], "last": [0, *pieces.last]}
    fed = {name: np.array([row]) for name, row in rows.items()}
    with torch.no_grad():
        tensors = {name: torch.from_numpy(row) for name, row in fed.items()}
        out = made(mask=None, **tensors)
    rounding = pytest.importorskip("training.reader.rounding")
    graph = export.quantize(export.trace(made), rounding.gather_states(made, [pieces]))
    session = onnxruntime.InferenceSession(graph.SerializeToString())
    found = dict(zip(export.OUTPUTS, session.run(list(export.OUTPUTS), fed), strict=True))
    for name in ("words", "arc", "names", "relation_left"):
        left, right = found[name].ravel(), out[name].numpy().ravel()
        assert np.dot(left, right) / (np.linalg.norm(left) * np.linalg.norm(right)) > 0.99, name
