"""The network in torch: MiniLM's encoder with shapes, and a head for every layer of reading."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from dateline.language.net.pieces import SHAPE_COUNT

WIDTH = 384
LAYERS = 6
ATTENTION_HEADS = 12
VOCABULARY = 30522
POSITIONS = 512
VECTOR_LAYERS = (1, 3, 5)
"""Layers that the sentence vector is read from: the last alone has turned to the other heads and keeps less of it."""
DISTANCES = 8
"""Steps of distance that the role scores know in each direction, doubling: 0, 1, 2, 3-4, 5-8 … 33 words and more."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How wide the heads are. Dozat & Manning (2017) use 500 and 100 above an encoder twice as wide."""

    arc: int = 192
    relation: int = 96
    role: int = 96
    names: int = 192


class Layer(nn.Module):
    """One transformer layer of BERT."""

    def __init__(self, dropout: float) -> None:
        """Make it with random weights."""
        super().__init__()
        self.attend = nn.Linear(WIDTH, 3 * WIDTH)
        self.output = nn.Linear(WIDTH, WIDTH)
        self.attend_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.widen = nn.Linear(WIDTH, 4 * WIDTH)
        self.narrow = nn.Linear(4 * WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, bias: Tensor | None) -> Tensor:
        """Return the next states (B, L, WIDTH); ``bias`` (B, 1, 1, L), if any, is added to the attention's scores."""
        rows, length, _ = states.shape
        parts = self.attend(states).view(rows, length, 3, ATTENTION_HEADS, WIDTH // ATTENTION_HEADS)
        query, key, value = parts.permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) * (WIDTH // ATTENTION_HEADS) ** -0.5
        if bias is not None:
            scores = scores + bias
        mixed = (torch.softmax(scores, -1) @ value).transpose(1, 2).reshape(rows, length, WIDTH)
        states = self.attend_norm(states + self.dropout(self.output(mixed)))
        return self.norm(states + self.dropout(self.narrow(functional.gelu(self.widen(states)))))


class Biaffine(nn.Module):
    """Scores of every pair of words: x U y + a x + b y (Dozat & Manning 2017)."""

    def __init__(self, width: int, outputs: int, dropout: float, *, mlp: int) -> None:
        """Make it; ``mlp`` is the width that each side is first brought to."""
        super().__init__()
        self.left = nn.Linear(width, mlp)
        self.right = nn.Linear(width, mlp)
        self.weight = nn.Parameter(torch.zeros(outputs, mlp + 1, mlp + 1))
        self.dropout = nn.Dropout(dropout)
        nn.init.normal_(self.weight, std=0.02)

    def sides(self, states: Tensor) -> tuple[Tensor, Tensor]:
        """Return both sides of all words, each with a one at the end."""
        left = self.dropout(functional.gelu(self.left(states)))
        right = self.dropout(functional.gelu(self.right(states)))
        return add_one(left), add_one(right)


def add_one(states: Tensor) -> Tensor:
    """Return vectors with a one at their end, so that a product holds the linear terms."""
    return torch.cat([states, torch.ones_like(states[..., :1])], -1)


class Network(nn.Module):
    """Encoder and heads. ``counts`` gives the number of labels of every word head."""

    def __init__(
        self, counts: dict[str, int], relations: int, roles: int, sizes: Sizes | None = None, dropout: float = 0.1
    ) -> None:
        """Make the network with random weights."""
        super().__init__()
        sizes = sizes or Sizes()
        self.word_embedding = nn.Embedding(VOCABULARY, WIDTH)
        self.place_embedding = nn.Embedding(POSITIONS, WIDTH)
        self.kind_embedding = nn.Parameter(torch.zeros(WIDTH))
        self.shape_embedding = nn.Embedding(SHAPE_COUNT, WIDTH)
        nn.init.zeros_(self.shape_embedding.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(LAYERS)])
        self.dropout = nn.Dropout(dropout)
        self.head_dropout = nn.Dropout(0.2)
        self.join = nn.Linear(2 * WIDTH, WIDTH)
        with torch.no_grad():
            half = torch.eye(WIDTH) / 2
            self.join.weight.copy_(torch.cat([half, half], 1))
            self.join.bias.zero_()
        self.names_hidden = nn.Linear(WIDTH, sizes.names)
        self.words = nn.ModuleDict(
            {name: nn.Linear(sizes.names if name == "names" else WIDTH, count) for name, count in counts.items()}
        )
        self.arcs = Biaffine(WIDTH, 1, 0.25, mlp=sizes.arc)
        self.relations = Biaffine(WIDTH, relations, 0.25, mlp=sizes.relation)
        self.roles = Biaffine(WIDTH, roles, 0.25, mlp=sizes.role)
        self.distance = nn.Embedding(2 * DISTANCES - 1, roles)
        nn.init.zeros_(self.distance.weight)
        self.vector = nn.Linear(len(VECTOR_LAYERS) * WIDTH, WIDTH)
        with torch.no_grad():
            self.vector.weight.zero_()
            self.vector.weight[:, -WIDTH:] = torch.eye(WIDTH)
            self.vector.bias.zero_()

    def encode(self, ids: Tensor, shapes: Tensor, mask: Tensor | None) -> list[Tensor]:
        """Return the states of the pieces after every layer (B, L, WIDTH); without a mask, no piece is padding."""
        places = torch.arange(ids.shape[1], device=ids.device)
        states = self.word_embedding(ids) + self.place_embedding(places) + self.kind_embedding
        states = self.dropout(self.norm(states + self.shape_embedding(shapes)))
        bias = None if mask is None else (1.0 - mask[:, None, None, :]) * -10000.0
        after = []
        for layer in self.layers:
            states = layer(states, bias)
            after.append(states)
        return after

    def forward(
        self, ids: Tensor, shapes: Tensor, mask: Tensor | None, first: Tensor, last: Tensor
    ) -> dict[str, Tensor]:
        """Return the scores of all heads by word (B, W, …), word 0 being the root."""
        after = self.encode(ids, shapes, mask)
        words = self.join(torch.cat([_pick(after[-1], first), _pick(after[-1], last)], -1))
        soft = self.head_dropout(words)
        means = [(_pick(after[layer], first) + _pick(after[layer], last)) / 2 for layer in VECTOR_LAYERS]
        layers = torch.cat(means, -1)
        out = {"words": words, "layers": layers, "vector": self.vector(layers)}
        for name, head in self.words.items():
            out[name] = head(self.head_dropout(functional.gelu(self.names_hidden(soft))) if name == "names" else soft)
        left, right = self.arcs.sides(words)
        out["arc"] = left @ self.arcs.weight[0] @ right.transpose(-1, -2)
        out["relation_left"], out["relation_right"] = self.relations.sides(words)
        out["role_left"], out["role_right"] = self.roles.sides(words)
        return out

    def load_minilm(self, folder: Path) -> None:
        """Take the encoder's weights from MiniLM's files."""
        found = load_file(folder / "model.safetensors")
        found = {name.removeprefix("bert."): tensor for name, tensor in found.items()}
        with torch.no_grad():
            self.word_embedding.weight.copy_(found["embeddings.word_embeddings.weight"])
            self.place_embedding.weight.copy_(found["embeddings.position_embeddings.weight"])
            self.kind_embedding.copy_(found["embeddings.token_type_embeddings.weight"][0])
            _copy(self.norm, found, "embeddings.LayerNorm")
            for number, layer in enumerate(self.layers):
                assert isinstance(layer, Layer)
                base = f"encoder.layer.{number}."
                for kind in ("weight", "bias"):
                    parts = [found[f"{base}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
                    getattr(layer.attend, kind).copy_(torch.cat(parts))
                _copy(layer.output, found, f"{base}attention.output.dense")
                _copy(layer.attend_norm, found, f"{base}attention.output.LayerNorm")
                _copy(layer.widen, found, f"{base}intermediate.dense")
                _copy(layer.narrow, found, f"{base}output.dense")
                _copy(layer.norm, found, f"{base}output.LayerNorm")


def _copy(module: nn.Module, found: dict[str, Tensor], name: str) -> None:
    module.load_state_dict({"weight": found[f"{name}.weight"], "bias": found[f"{name}.bias"]})


def _pick(states: Tensor, places: Tensor) -> Tensor:
    return torch.gather(states, 1, places.unsqueeze(-1).expand(-1, -1, states.shape[-1]))
