"""The loss of every head over a batch; heads without labels in the batch give none."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional
from training.reader.documents import NAME_LABELS, ROLES, ROLES_OF
from training.reader.network import Network

from dateline.language.net.network import step_distances

WEIGHTS = {
    "start": 0.5,
    "coarse": 0.5,
    "tag": 0.5,
    "arc": 1.0,
    "relation": 0.7,
    "names": 1.5,
    "cue": 1.0,
    "source": 0.6,
    "content": 0.6,
    "stance": 0.3,
    "trigger": 1.0,
    "event_type": 0.5,
    "status": 0.5,
    "roles": 1.5,
    "vector": 2.0,
}
"""What each head's mean loss counts for; heads of three layers that only annotated news states are not drowned by the
treebanks, whose batches are four times as many."""
_FAR = -1e4


def count_losses(network: Network, out: dict[str, Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return the mean loss of every head that has labels in the batch."""
    losses: dict[str, Tensor] = {}
    for name in ("start", "coarse", "tag", "cue", "source", "content", "stance", "trigger", "event_type", "status"):
        if (batch[name] >= 0).any():
            losses[name] = functional.cross_entropy(out[name].flatten(0, 1), batch[name].flatten(), ignore_index=-100)
    if (batch["head"] >= 0).any():
        losses |= _count_syntax(network, out, batch)
    if batch["names_weight"].any():
        losses["names"] = _count_names(out["names"], batch)
    if "anchor_row" in batch:
        losses["roles"] = _count_roles(network, out, batch)
    if "vector" in batch:
        losses["vector"] = _count_vectors(out["vector"], batch)
    return losses


def mask_arcs(scores: Tensor, sentence: Tensor) -> Tensor:
    """Return arc scores (B, W, W) with heads outside the word's sentence and itself shut out; word 0 is always open."""
    same = sentence[:, :, None] == sentence[:, None, :]
    same = same & (sentence >= 0)[:, None, :]
    same[:, :, 0] = True
    same = same & ~torch.eye(scores.shape[1], dtype=torch.bool, device=scores.device)
    return scores.masked_fill(~same, _FAR)


def _count_syntax(network: Network, out: dict[str, Tensor], batch: dict[str, Tensor]) -> dict[str, Tensor]:
    rows, words = torch.where(batch["head"] >= 0)
    heads = batch["head"][rows, words]
    scores = mask_arcs(out["arc"], batch["sentence"])[rows, words]
    return {
        "arc": functional.cross_entropy(scores, heads),
        "relation": functional.cross_entropy(
            score_relations(network, out, rows, words, heads), batch["relation"][rows, words]
        ),
    }


def score_relations(network: Network, out: dict[str, Tensor], rows: Tensor, words: Tensor, heads: Tensor) -> Tensor:
    """Return the scores (N, relations) of the arcs from the given words to the given heads."""
    left = out["relation_left"][rows, words]
    right = out["relation_right"][rows, heads]
    mixed = torch.einsum("nd,rde->nre", left, network.relations.weight.to(left.dtype))
    return torch.einsum("nre,ne->nr", mixed, right)


def _count_names(scores: Tensor, batch: dict[str, Tensor]) -> Tensor:
    bits = torch.arange(len(NAME_LABELS), device=scores.device)
    allowed = (batch["names"][..., None] >> bits & 1).bool()
    weight = batch["names_weight"]
    scores = scores.float()
    loss = torch.logsumexp(scores, -1) - torch.logsumexp(scores.masked_fill(~allowed, _FAR), -1)
    return (loss * weight).sum() / (weight > 0).sum().clamp(min=1)


def score_roles(network: Network, out: dict[str, Tensor], rows: Tensor, words: Tensor, kinds: Tensor) -> Tensor:
    """Return the scores (A, W, roles) of every word's role for the anchors; roles that a kind has not are shut out."""
    left = out["role_left"][rows, words]
    mixed = torch.einsum("ad,rde->are", left, network.roles.weight.to(left.dtype))
    scores = torch.einsum("are,awe->awr", mixed, out["role_right"][rows])
    steps = step_distances(words.numpy(), scores.shape[1], network.distance.num_embeddings)
    scores = scores + network.distance(torch.from_numpy(steps))
    table = torch.tensor([[role in roles for role in ROLES] for roles in ROLES_OF.values()], device=scores.device)
    return scores.masked_fill(~table[kinds][:, None, :], _FAR)


def _count_roles(network: Network, out: dict[str, Tensor], batch: dict[str, Tensor]) -> Tensor:
    scores = score_roles(network, out, batch["anchor_row"], batch["anchor_word"], batch["anchor_kind"])
    roles = batch["anchor_roles"]
    loss = functional.cross_entropy(scores.flatten(0, 1).float(), roles.flatten(), ignore_index=-100, reduction="sum")
    positive = (roles > 0).sum()
    return loss / (positive + (roles >= 0).sum() * 0.1).clamp(min=1)


def pool_sentences(vectors: Tensor, sentence: Tensor, rows: Tensor, numbers: Tensor) -> Tensor:
    """Return the mean vectors of the words of sentences, at length one."""
    inside = (sentence[rows] == numbers[:, None]).to(vectors.dtype)
    mean = torch.einsum("nw,nwd->nd", inside, vectors[rows]) / inside.sum(1, keepdim=True).clamp(min=1)
    return functional.normalize(mean.float(), dim=-1)


def _count_vectors(vectors: Tensor, batch: dict[str, Tensor]) -> Tensor:
    mine = pool_sentences(vectors, batch["sentence"], batch["vector_row"], batch["vector_sentence"])
    return (1 - (mine * batch["vector"]).sum(-1)).mean()
