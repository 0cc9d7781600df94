"""Write a trained network as the files that the reader loads.

    python -m training.reader.export --weights runs/reader/best.pt --out src/dateline/language/en/reader

Needs the extra ``train`` and, in ``DATELINE_DATA`` (``../shared`` when unset), the texts it was trained on. The graph
takes one window at a time. The products of the encoder run in whole numbers: weights are kept in 7 bits by column,
states are brought to 8 bits by row when they come ("dynamic", as ORT's own quantizer does by tensor). In 7 bits no sum
of a pair of products overflows the 16-bit steps of processors without VNNI, so every machine counts the same. What
rounding costs is kept small by texts that are read before (``rounding.py``). Embeddings are kept in 8 bits by row, the
heads in fp32.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from training.reader.documents import EVENT_TYPES, NAME_LABELS, ROLES, ROLES_OF, SPAN_LABELS, STANCES, STATUSES
from training.reader.network import Network
from training.reader.rounding import States, find_factors, gather_states, list_samples, round_weights
from training.reader.train import find_minilm, load_vocabulary, make_network
from training.reader.windows import Tables

from dateline.language.net.pieces import PieceCutter

INPUTS = ("ids", "shapes", "first", "last")
OUTPUTS = (
    *("words", "layers", "start", "coarse", "tag", "names", "cue", "source", "content", "stance", "trigger"),
    *("event_type", "status", "arc", "relation_left", "relation_right", "role_left", "role_right"),
)
WEIGHT_STEPS = 63
"""Largest size of a weight in 7 bits."""


class _Plain(torch.nn.Module):
    """The network with its outputs in a fixed order, as the exporter wants it."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self, ids: torch.Tensor, shapes: torch.Tensor, first: torch.Tensor, last: torch.Tensor
    ) -> tuple[torch.Tensor, ...]:
        out = self.network(ids, shapes, None, first, last)
        return tuple(out[name] for name in OUTPUTS)


def main() -> None:
    """Export as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    tables = Tables(**{name: tuple(rows) for name, rows in read_json(options.weights.with_name("tables.json")).items()})
    network = make_network(tables)
    network.load_state_dict(torch.load(options.weights, weights_only=True)["network"])
    network.eval()
    options.out.mkdir(parents=True, exist_ok=True)
    language = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "language"
    samples = list_samples(language, PieceCutter(load_vocabulary(find_minilm())))
    model = quantize(trace(network), gather_states(network, samples))
    onnx.save(model, options.out / "network.onnx")
    np.savez(
        options.out / "pairs.npz",
        relation=network.relations.weight.detach().numpy().astype(np.float16),
        role=network.roles.weight.detach().numpy().astype(np.float16),
        distance=network.distance.weight.detach().numpy().astype(np.float16),
        vector=torch.cat([network.vector.weight.T, network.vector.bias[None]]).detach().numpy().astype(np.float16),
    )
    shutil.copy(find_minilm() / "vocab.txt", options.out / "vocab.txt")
    write_tables(options.out, tables)


def read_json(path: Path) -> dict[str, list[str]]:
    """Return a JSON object of lists."""
    found: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    return found


def trace(network: Network) -> onnx.ModelProto:
    """Return the network as an ONNX graph for one window, with free numbers of pieces and words."""
    pieces = torch.ones(1, 32, dtype=torch.long)
    words = torch.zeros(1, 16, dtype=torch.long)
    inputs = (pieces, torch.zeros_like(pieces), words, words)
    axes = {name: {1: "pieces" if name in ("ids", "shapes") else "words"} for name in INPUTS}
    axes |= {name: {1: "words"} for name in OUTPUTS}
    axes["arc"][2] = "heads"
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        path = Path(folder) / "plain.onnx"
        torch.onnx.export(
            _Plain(network), inputs, str(path), dynamo=False, opset_version=20, input_names=list(INPUTS),
            output_names=list(OUTPUTS), dynamic_axes=axes,
        )  # fmt: skip
        return onnx.load(path)


class _Quantizer:
    """Rewrites a graph: products with the encoder's weights in whole numbers, embeddings kept small."""

    def __init__(self, graph: onnx.GraphProto, states: States) -> None:
        self.graph, self.states = graph, states
        self.known = {item.name: item for item in graph.initializer}
        self.nodes: list[onnx.NodeProto] = []
        self.count = 0

    def run(self) -> None:
        for node in self.graph.node:
            kind, table = node.op_type, self.known.get(node.input[1] if len(node.input) > 1 else "")
            first = self.known.get(node.input[0]) if node.input else None
            product = re.search(r"layers\.\d+/\w+", node.name)
            if kind == "MatMul" and table is not None and product:
                self._replace_product(node, numpy_helper.to_array(table), self.states[product.group()])
            elif kind == "Gather" and first is not None and len(first.dims) == 2 and first.dims[0] > 100:
                self._replace_lookup(node, numpy_helper.to_array(first))
            else:
                self.nodes.append(node)
        del self.graph.node[:]
        self.graph.node.extend(self.nodes)
        used = {name for node in self.nodes for name in node.input}
        kept = [item for item in self.graph.initializer if item.name in used]
        del self.graph.initializer[:]
        self.graph.initializer.extend(kept)

    def _keep(self, name: str, array: np.ndarray) -> str:
        if name not in self.known:
            self.known[name] = numpy_helper.from_array(array, name)
            self.graph.initializer.append(self.known[name])
        return name

    def _add(self, kind: str, inputs: list[str], output: str, **options: int | onnx.TensorProto) -> str:
        self.nodes.append(helper.make_node(kind, inputs, [output], **options))
        return output

    def _replace_product(self, node: onnx.NodeProto, weight: np.ndarray, states: np.ndarray) -> None:
        self.count += 1
        factors = find_factors(weight, states)
        whole, scale = round_weights(weight * factors[:, None], states / factors, WEIGHT_STEPS)
        small, scales = self._keep(f"small{self.count}", whole), self._keep(f"scale{self.count}", scale)
        even = self._add("Mul", [node.input[0], self._keep(f"factor{self.count}", 1 / factors)], f"even{self.count}")
        shrunk, steps = self._shrink_rows(even)
        base = f"product{self.count}"
        zero, middle = self._keep("zero", np.array(0, np.int8)), self._keep("middle", np.array(128, np.uint8))
        self._add("MatMulInteger", [shrunk, small, middle, zero], f"{base}.whole")
        self._add("Cast", [f"{base}.whole"], f"{base}.float", to=TensorProto.FLOAT)
        self._add("Mul", [f"{base}.float", scales], f"{base}.column")
        self._add("Mul", [f"{base}.column", steps], node.output[0])

    def _shrink_rows(self, name: str) -> tuple[str, str]:
        """Bring the rows of states (1, pieces, width) to 8 bits; return these and the steps (pieces, 1) of the rows."""
        base = f"rows{self.count}"
        self._add("Abs", [name], f"{base}.abs")
        axes = self._keep("all_but_rows", np.array([0, 2], np.int64))
        self._add("ReduceMax", [f"{base}.abs", axes], f"{base}.max", keepdims=0)
        self._add("Max", [f"{base}.max", self._keep("least", np.array(1e-6, np.float32))], f"{base}.top")
        self._add("Mul", [f"{base}.top", self._keep("step", np.array(1 / 127, np.float32))], f"{base}.step")
        self._add("Shape", [f"{base}.step"], f"{base}.count")
        middles = helper.make_tensor("value", TensorProto.UINT8, [1], [128])
        self._add("ConstantOfShape", [f"{base}.count"], f"{base}.middles", value=middles)
        self._add("QuantizeLinear", [name, f"{base}.step", f"{base}.middles"], f"{base}.small", axis=1)
        self._add("Unsqueeze", [f"{base}.step", self._keep("column", np.array([1], np.int64))], f"{base}.steps")
        return f"{base}.small", f"{base}.steps"

    def _replace_lookup(self, node: onnx.NodeProto, table: np.ndarray) -> None:
        self.count += 1
        scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127
        small = self._keep(f"table{self.count}", np.round(table / scale).astype(np.int8))
        scales = self._keep(f"table_scale{self.count}", scale.astype(np.float32))
        base = f"lookup{self.count}"
        self._add("Gather", [small, node.input[1]], f"{base}.small", axis=0)
        self._add("Cast", [f"{base}.small"], f"{base}.float", to=TensorProto.FLOAT)
        self._add("Gather", [scales, node.input[1]], f"{base}.scale", axis=0)
        self._add("Mul", [f"{base}.float", f"{base}.scale"], node.output[0])


def quantize(model: onnx.ModelProto, states: States) -> onnx.ModelProto:
    """Return the model with small weights; ``states`` are those that come into its products (``gather_states``)."""
    _Quantizer(model.graph, states).run()
    onnx.checker.check_model(model)
    return model


def write_tables(folder: Path, tables: Tables) -> None:
    """Write what the scores' places mean, and the model's version: a hash over all its files."""
    digest = hashlib.sha256()
    for name in ("network.onnx", "pairs.npz", "vocab.txt"):
        digest.update((folder / name).read_bytes())
    content = {
        "version": digest.hexdigest()[:12],
        "language": "en",
        "tags": tables.tags,
        "coarse": tables.coarse,
        "relations": tables.relations,
        "names": NAME_LABELS,
        "spans": SPAN_LABELS,
        "event_types": EVENT_TYPES,
        "statuses": STATUSES,
        "stances": STANCES,
        "roles": ROLES,
        "roles_of": ROLES_OF,
    }
    (folder / "tables.json").write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
