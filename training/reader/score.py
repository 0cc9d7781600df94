"""Quick scores of a network on development documents, by which training is watched and stopped.

The figures that are published come from evals/, from the shipped file; these are taken on gold words and sentences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import torch
from torch import Tensor
from training.reader.documents import NAME_LABELS, ROLES, ROLES_OF, SPAN_LABELS
from training.reader.losses import mask_arcs, pool_sentences, score_relations, score_roles
from training.reader.network import Network

Span = tuple[int, int, str]


class Tally:
    """Hits, found and wanted by layer."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.hits: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.wanted: Counter[str] = Counter()

    def add(self, layer: str, hits: int, found: int, wanted: int) -> None:
        """Count for a layer."""
        self.hits[layer] += hits
        self.found[layer] += found
        self.wanted[layer] += wanted

    def list_scores(self) -> dict[str, float]:
        """Return F1 by layer (accuracy where found and wanted are the same)."""
        return {
            layer: round(200 * self.hits[layer] / max(self.found[layer] + self.wanted[layer], 1), 2)
            for layer in sorted(self.wanted)
        }


def list_spans(labels: list[str]) -> set[Span]:
    """Return the spans of BIO labels; an I after nothing or another kind opens one."""
    spans, start, kind = set(), -1, ""
    for at, label in enumerate([*labels, "O"]):
        edge, _, name = label.partition("-")
        if start >= 0 and (edge != "I" or name != kind):
            spans.add((start, at, kind))
            start = -1
        if edge != "O" and start < 0:
            start, kind = at, name
    return spans


@torch.no_grad()
def score_network(network: Network, batches: Iterator[dict[str, Tensor]], *, three: bool = False) -> dict[str, float]:
    """Return scores by layer. ``three`` compares persons, organisations and places only, as UNER labels them."""
    network.eval()
    tally = Tally()
    for batch in batches:
        with torch.autocast("cpu", torch.bfloat16):
            out = network(batch["ids"], batch["shapes"], batch["mask"], batch["first"], batch["last"])
        out = {name: tensor.float() for name, tensor in out.items()}
        _score_words(out, batch, tally)
        _score_names(out["names"], batch, tally, three=three)
        if (batch["head"] >= 0).any():
            _score_syntax(network, out, batch, tally)
        if "anchor_row" in batch:
            _score_roles(network, out, batch, tally)
        if "vector" in batch:
            mine = pool_sentences(out["vector"], batch["sentence"], batch["vector_row"], batch["vector_sentence"])
            near = (mine * batch["vector"]).sum(-1)
            tally.add("vector", int(near.sum() * 1000), 1000 * len(near), 1000 * len(near))
    network.train()
    return tally.list_scores()


def _score_words(out: dict[str, Tensor], batch: dict[str, Tensor], tally: Tally) -> None:
    for layer in ("coarse", "tag", "stance", "event_type", "status"):
        known = batch[layer] >= 0
        right = int((out[layer].argmax(-1) == batch[layer])[known].sum())
        tally.add(layer, right, int(known.sum()), int(known.sum()))
    for layer in ("start", "trigger"):
        known = batch[layer] >= 0
        mine, gold = out[layer].argmax(-1)[known] == 1, batch[layer][known] == 1
        tally.add(layer, int((mine & gold).sum()), int(mine.sum()), int(gold.sum()))
    for layer in ("cue", "source", "content"):
        for row in range(len(batch[layer])):
            known = batch[layer][row] >= 0
            if known.any():
                pick = [SPAN_LABELS[n] for n in out[layer][row].argmax(-1)[known]]
                gold = [SPAN_LABELS[n] for n in batch[layer][row][known]]
                mine_spans, gold_spans = list_spans(pick), list_spans(gold)
                tally.add(layer, len(mine_spans & gold_spans), len(mine_spans), len(gold_spans))
                inner = sum(a != "O" and b != "O" for a, b in zip(pick, gold, strict=True))
                tally.add(f"{layer} words", inner, sum(a != "O" for a in pick), sum(b != "O" for b in gold))


_THREE = {"PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}


def _score_names(scores: Tensor, batch: dict[str, Tensor], tally: Tally, *, three: bool) -> None:
    for row in range(len(scores)):
        words = [at for at in range(scores.shape[1]) if batch["names_weight"][row, at] > 0]
        if not words:
            continue
        mine = list_spans([NAME_LABELS[int(scores[row, at].argmax())] for at in words])
        gold = list_spans([_read_gold(int(batch["names"][row, at]), three=three) for at in words])
        if three:
            mine = {(start, end, _THREE[kind]) for start, end, kind in mine if kind in _THREE}
        tally.add("names", len(mine & gold), len(mine), len(gold))


def _read_gold(bits: int, *, three: bool) -> str:
    label = NAME_LABELS[(bits & -bits).bit_length() - 1]
    return label[:2] + _THREE.get(label[2:], "") if three and label != "O" else label


def _score_syntax(network: Network, out: dict[str, Tensor], batch: dict[str, Tensor], tally: Tally) -> None:
    rows, words = torch.where(batch["head"] >= 0)
    heads = mask_arcs(out["arc"], batch["sentence"])[rows, words].argmax(-1)
    relations = score_relations(network, out, rows, words, heads).argmax(-1)
    right = heads == batch["head"][rows, words]
    both = right & (relations == batch["relation"][rows, words])
    tally.add("uas", int(right.sum()), len(rows), len(rows))
    tally.add("las", int(both.sum()), len(rows), len(rows))


def _score_roles(network: Network, out: dict[str, Tensor], batch: dict[str, Tensor], tally: Tally) -> None:
    kinds = batch["anchor_kind"]
    picks = score_roles(network, out, batch["anchor_row"], batch["anchor_word"], kinds).argmax(-1)
    gold = batch["anchor_roles"]
    for number, (kind, roles) in enumerate(ROLES_OF.items()):
        for role in roles[1:]:
            mine = (picks == ROLES.index(role)) & (gold >= 0) & (kinds == number)[:, None]
            want = (gold == ROLES.index(role)) & (kinds == number)[:, None]
            tally.add(f"{kind}>{role}", int((mine & want).sum()), int(mine.sum()), int(want.sum()))
