"""Weights in few steps with little loss: channels evened out first, then rounded so that errors cancel.

Both look at states that the products meet on texts of the training sets. On EWT and wikinews dev they take more than
half of the difference that rounding makes to the scores of a network.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn
from training.reader.network import Network
from training.reader.news import read_news, read_rows
from training.reader.treebanks import read_treebank
from training.reader.windows import cut_windows

from dateline.language.net.pieces import PieceCutter, Piecewise

PRODUCTS = ("attend", "output", "widen", "narrow")
"""The products of a layer with weights."""
EVENNESS = 0.5
"""Share of a channel's spread that the weights take over (Xiao et al. 2023, SmoothQuant): of .4, .5, .6 and .7 the one
that changed the scores least."""
DAMPING = 0.01
"""Share of the mean spread that is added to every channel, so that a still one does not count for nothing."""
LONGEST = 128
States = dict[str, np.ndarray]


def list_samples(language: Path, cutter: PieceCutter) -> list[Piecewise]:
    """Return some hundred windows of EWT and of annotated news, both from the parts for training."""
    documents = read_treebank(language / "ud_ewt" / "train.conllu")[::40]
    documents += read_news(read_rows(language / "wikinews" / "train.jsonl"))[::20]
    return [window.pieces for document in documents for window in cut_windows(document, cutter, LONGEST)][::2]


@torch.no_grad()
def gather_states(network: Network, samples: list[Piecewise]) -> States:
    """Return the states (rows, channels) that come into each product, by its name: "layers.0/attend"."""
    found: dict[str, list[np.ndarray]] = defaultdict(list)
    hooks = []
    for number, layer in enumerate(network.layers):
        for name in PRODUCTS:

            def keep(_: nn.Module, given: tuple[Tensor, ...], __: Tensor, key: str = f"layers.{number}/{name}") -> None:
                found[key].append(given[0][0].numpy().copy())

            hooks.append(getattr(layer, name).register_forward_hook(keep))
    for pieces in samples:
        network.encode(torch.tensor([pieces.ids]), torch.tensor([pieces.shapes]), None)
    for hook in hooks:
        hook.remove()
    return {key: np.concatenate(rows) for key, rows in found.items()}


def find_factors(weight: np.ndarray, states: np.ndarray) -> np.ndarray:
    """Return by what each channel's states are to be divided, and its weights multiplied, to even both out."""
    spread = np.maximum(np.abs(states).max(0), 1e-5)
    strength = np.maximum(np.abs(weight).max(1), 1e-5)
    factors = spread**EVENNESS / strength ** (1 - EVENNESS)
    even: np.ndarray = (factors / np.exp(np.log(factors).mean())).astype(np.float32)
    return even


def round_weights(weight: np.ndarray, states: np.ndarray, steps: int) -> tuple[np.ndarray, np.ndarray]:
    """Return weights (in, out) as whole numbers of at most ``steps``, and the size of a step by column.

    Channel by channel, what rounding one takes from the product is given to those that are still to come (Frantar et
    al. 2023, GPTQ).
    """
    scale = np.maximum(np.abs(weight).max(0), 1e-8) / steps
    spread = states.T.astype(np.float64) @ states
    spread += DAMPING * spread.diagonal().mean() * np.eye(len(weight))
    upper = np.linalg.cholesky(np.linalg.inv(spread)).T
    rest = weight.astype(np.float64)
    whole = np.zeros_like(rest)
    for at in range(len(rest)):
        whole[at] = np.clip(np.round(rest[at] / scale), -steps, steps)
        lost = (rest[at] - whole[at] * scale) / upper[at, at]
        rest[at:] -= np.outer(upper[at, at:], lost)
    return whole.astype(np.int8), scale.astype(np.float32)
