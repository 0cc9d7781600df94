"""All that the network is trained and watched on, with the teacher's sentence vectors."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from training.annotate import load_annotated
from training.reader.documents import Document
from training.reader.network import Network
from training.reader.news import read_news, read_re3d, read_rows
from training.reader.treebanks import read_treebank, read_uner
from training.reader.windows import Tables

from dateline.language.net.pieces import PieceCutter

FREE_GENRES = ("news", "interview", "bio", "voyage", "court", "textbook", "academic")
"""Genres of GUM whose texts are under CC BY or CC BY-SA; of its speeches no licence is named."""
SHORTEST = 3
"""Words a sentence needs for its vector to teach anything."""
OWN_NEWS = Path(__file__).parent.parent / "news"


@dataclass(slots=True)
class Corpus:
    """Documents to train on, documents to watch by set, the treebanks' inventories, the teacher's vectors (N, 384)."""

    train: list[Document]
    dev: dict[str, list[Document]]
    tables: Tables
    vectors: np.ndarray


def load_corpus(data: Path, minilm: Path, cutter: PieceCutter) -> Corpus:
    """Return everything under the data folder, and our own annotated news."""
    language = data / "language"
    train = read_treebank(language / "ud_ewt" / "train.conllu", read_uner(language / "uner_ewt" / "train.iob2"))
    for path in sorted((language / "gum" / "train").glob("*.conllu")):
        if path.stem.split("_")[1] in FREE_GENRES:
            train += read_treebank(path, gum=True)
    train += read_re3d(language / "re3d")
    train += read_news(read_rows(language / "wikinews" / "train.jsonl"))
    train += read_news(load_annotated(OWN_NEWS, language / "gum" / "train"))
    dev = {
        "ewt": read_treebank(language / "ud_ewt" / "dev.conllu", read_uner(language / "uner_ewt" / "dev.iob2")),
        "news": read_news(read_rows(language / "wikinews" / "dev.jsonl")),
    }
    tables = list_inventories([document for document in [*train, *dev["ewt"]] if document.heads])
    everything = [*train, *dev["ewt"], *dev["news"]]
    return Corpus(train, dev, tables, load_vectors(everything, minilm, cutter))


def list_inventories(documents: list[Document]) -> Tables:
    """Return the tags and relations of the treebanks, in order."""
    return Tables(
        tags=tuple(sorted({tag for document in documents for tag in document.tags or ()})),
        coarse=tuple(sorted({tag for document in documents for tag in document.coarse or ()})),
        relations=tuple(sorted({name for document in documents for name in document.relations or ()})),
    )


def load_vectors(documents: list[Document], minilm: Path, cutter: PieceCutter) -> np.ndarray:
    """Number the documents' sentences and return the untouched encoder's vectors of them, kept in a cache file."""
    inputs = number_sentences(documents, cutter)
    digest = hashlib.sha256(repr(inputs).encode()).hexdigest()[:16]
    cache = Path.home() / ".cache" / "dateline-training" / f"vectors-{digest}.npy"
    if not cache.exists():
        cache.parent.mkdir(parents=True, exist_ok=True)
        np.save(cache, compute_vectors(inputs, minilm).astype(np.float16))
    found: np.ndarray = np.load(cache)
    return found


def number_sentences(documents: list[Document], cutter: PieceCutter) -> list[tuple[int, ...]]:
    """Give every sentence of the documents its row, and return the pieces of each row."""
    inputs: list[tuple[int, ...]] = []
    for document in documents:
        words: list[list[str]] = [[] for _ in range(max(document.sentence) + 1)]
        for word, number in zip(document.words, document.sentence, strict=True):
            words[number].append(word)
        document.vector_rows = []
        for sentence in words:
            pieces = cutter.join(sentence, [True] * len(sentence), [False] * len(sentence)).ids
            if len(sentence) >= SHORTEST and len(pieces) <= 256:
                document.vector_rows.append(len(inputs))
                inputs.append(tuple(pieces))
            else:
                document.vector_rows.append(-1)
    return inputs


@torch.no_grad()
def compute_vectors(inputs: list[tuple[int, ...]], minilm: Path) -> np.ndarray:
    """Return the mean of MiniLM's last states over the pieces of each input, at length one, as its authors pool."""
    teacher = Network({}, 1, 1)
    teacher.load_minilm(minilm)
    teacher.eval()
    order = sorted(range(len(inputs)), key=lambda row: len(inputs[row]))
    vectors = np.zeros((len(inputs), 384), np.float32)
    for at in range(0, len(order), 64):
        rows = order[at : at + 64]
        length = -(-max(len(inputs[row]) for row in rows) // 16) * 16
        ids = torch.zeros(len(rows), length, dtype=torch.long)
        for number, row in enumerate(rows):
            ids[number, : len(inputs[row])] = torch.tensor(inputs[row])
        mask = (ids > 0).float()
        with torch.autocast("cpu", torch.bfloat16):
            states = teacher.encode(ids, torch.zeros_like(ids), mask)[-1].float()
        mean = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        vectors[rows] = torch.nn.functional.normalize(mean, dim=-1).numpy()
    return vectors
