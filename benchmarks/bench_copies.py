"""Measures copies: signatures a second, the curve from a thousand to a hundred thousand articles, one story of copies.

    python -m benchmarks.bench_copies [--sizes 1000 10000 100000] [--stories 200 1000] [--workers 1]

Articles are made up of sentences of the reports under DATELINE_DATA (default ``../shared``), a third of their words
exchanged for others, so that no two share more than phrases; one in ten is planted as a copy of an earlier one: equal,
abridged, edited, or with a passage of it. They go into a store as articles, and sign, match and copies run over it in a
fresh process, whose seconds by stage (of the processor, without workers' own) and peak memory are printed beside the
planted pairs found and the others found.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

import numpy as np
from evals.copies.sets import make_article, read_set

from dateline.copies.prints import hash_runs, split_words, winnow
from dateline.copies.sign import sign_article
from dateline.engine.local import run_stages
from dateline.model import Article, Copy, Pair
from dateline.settings import Settings, SignSettings
from dateline.stage import Batch
from dateline.stages import STAGES
from dateline.store.store import Store

try:
    import rensa
except ImportError:  # no dependency of Dateline: printed beside where it is installed
    rensa = None

DATA = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data"
STAGE_NAMES = ("sign", "match", "copies")
PLANTED = 10
"""One article in so many is a copy."""
_CHUNK = 1000
_NO_QUOTES = str.maketrans(dict.fromkeys('"“”‘`'))
"""A sentence out of its place would leave a quotation open."""
_SENTENCE = re.compile(r"[^.!?\n]{40,400}[.!?]")


def main() -> None:
    """Print signatures a second, then a row for each size."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000, 100_000])
    parser.add_argument("--stories", type=int, nargs="*", default=[200, 400, 1000], help="near-copies of one report")
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--child", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.child:
        run_child(Path(args.child), args.workers)
        return
    sentences = read_sentences()
    time_signatures(sentences)
    print(f"\n{'articles':>9} {'sign':>7} {'match':>7} {'copies':>7}  s   peak MiB  candidates  planted  found  others")
    for size in args.sizes:
        measure(invent_pile(sentences, size), args.workers)
    print("\nnear-copies of one report")
    for size in args.stories:
        measure(invent_story(sentences, size), args.workers)


def read_sentences() -> list[str]:
    """Return the sentences of all sets, each once."""
    texts = (article.text for name in ("basil", "polnear", "t17", "ecbplus") for article in read_set(DATA, name))
    lines = (match.group().translate(_NO_QUOTES).split() for text in texts for match in _SENTENCE.finditer(text))
    return list(dict.fromkeys(" ".join(words) for words in lines))


def time_signatures(sentences: Sequence[str]) -> None:
    """Print signatures a second on one core: runs given, and from text."""
    articles = [article for article, _ in islice(invent_pile(sentences, 2000), 2000)]
    settings = SignSettings()
    runs = [hash_runs(split_words(article.text), settings.run_words) for article in articles]
    print(f"signatures a second, {sum(map(len, runs)) // len(runs)} runs an article")
    _time("winnowing, runs given", len(runs), lambda: [winnow(row, settings.window) for row in runs])
    if rensa is not None:
        flat, ends = np.concatenate(runs), np.cumsum([0, *map(len, runs)]).astype(np.uint64)
        digest = rensa.RMinHash.digest_matrix_from_flat_token_hashes
        _time("rensa, 128 numbers, runs given", len(runs), lambda: digest(flat, ends, 128, 42))
    batches = [Batch(article.article_id, {Article: (article,)}) for article in articles]
    _time("sign, text given", len(runs), lambda: [list(sign_article(batch, settings)) for batch in batches])


def _time(name: str, number: int, work: object) -> None:
    assert callable(work)
    best = 1e9
    for _ in range(5):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    print(f"  {name:34} {number / best:10,.0f}")


def measure(pile: Iterator[tuple[Article, str | None]], workers: int) -> None:
    """Write a pile into a store, run a child over it, and print what it took and found."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "copies.sqlite")
        planted = write_store(path, pile)
        command = [sys.executable, "-m", "benchmarks.bench_copies", "--child", str(path), "--workers", str(workers)]
        told = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        with Store(path) as store:
            copies = {frozenset((row.article_id, row.of)) for row in store.rows(Copy) if row.kind != "quote"}
            candidates = len(store.rows(Pair))
    seconds = " ".join(f"{told['seconds'][name]:7.1f}" for name in STAGE_NAMES)
    right = len(copies & planted)
    print(
        f"{told['articles']:9,} {seconds}  {told['peak']:11,.0f} {candidates:11,} {len(planted):8,} {right:6,}"
        f" {len(copies) - right:7,}",
        flush=True,
    )


def write_store(path: Path, pile: Iterator[tuple[Article, str | None]]) -> set[frozenset[str]]:
    """Write articles into a new store, a chunk a part; return the planted pairs."""
    planted: set[frozenset[str]] = set()
    with Store(path) as store:
        number = 0
        while chunk := list(islice(pile, _CHUNK)):
            with store.transaction():
                store.write_part(f"pile-{number}", "clean", "", [article for article, _ in chunk])
            planted |= {frozenset((article.article_id, of)) for article, of in chunk if of}
            number += 1
    return planted


def run_child(path: Path, workers: int) -> None:
    """Run the three stages over a store; print articles, processor seconds by stage and MiB at the peak."""
    computed: dict[str, int] = {}
    seconds: dict[str, float] = {}
    with Store(path) as store:
        for stage in (stage for stage in STAGES if stage.name in STAGE_NAMES):
            started = time.process_time()
            computed |= run_stages([stage], store, Settings(), workers=workers).computed
            seconds[stage.name] = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"articles": computed["sign"], "seconds": seconds, "peak": peak}))


def invent_pile(sentences: Sequence[str], size: int) -> Iterator[tuple[Article, str | None]]:
    """Yield articles, each with the id of the one that it was made a copy of."""
    dice = random.Random(size)
    words = [word for sentence in dice.sample(sentences, min(2000, len(sentences))) for word in sentence.split()]
    originals: list[tuple[str, list[str]]] = []
    for number in range(size):
        name, day = f"a{number:06}", f"2021-{1 + number * 12 // size:02}-{1 + number * 28 // size:02}"
        own = [_disguise(dice.choice(sentences), words, dice) for _ in range(dice.randint(12, 30))]
        of = None
        if originals and number % PLANTED == 0:
            of, source = originals.pop(dice.randrange(len(originals)))
            own = _repeat(source, own, words, dice)
        elif len(originals) < 2000:
            originals.append((name, own))
        yield make_article(name, "", "\n".join(own), f"outlet {number % 50}", day), of


def _disguise(sentence: str, words: Sequence[str], dice: random.Random) -> str:
    return " ".join(dice.choice(words) if dice.random() < 0.35 else word for word in sentence.split())


def _repeat(source: list[str], own: list[str], words: Sequence[str], dice: random.Random) -> list[str]:
    """Return a copy of ``source``: equal, its first part, with words exchanged, or a passage of it inside ``own``."""
    way = dice.choice(("equal", "abridged", "edited", "passage"))
    if way == "equal":
        return source
    if way == "abridged":
        return source[: max(4, len(source) * dice.randint(30, 80) // 100)]
    if way == "edited":
        return [" ".join(dice.choice(words) if dice.random() < 0.03 else w for w in line.split()) for line in source]
    at = dice.randrange(len(source) - 4)
    return [*own[:5], *source[at : at + 4], *own[5:]]


def invent_story(sentences: Sequence[str], size: int) -> Iterator[tuple[Article, str | None]]:
    """Yield one report and versions of it, each edited and cut in its own way; all of them repeat the first."""
    dice = random.Random(size)
    words = [word for sentence in dice.sample(sentences, 500) for word in sentence.split()]
    report = [_disguise(dice.choice(sentences), words, dice) for _ in range(30)]
    yield make_article("v0000", "", "\n".join(report), "wire", "2021-01-01"), None
    for number in range(1, size):
        kept = [line for line in report if dice.random() < 0.9]
        body = [" ".join(dice.choice(words) if dice.random() < 0.01 else w for w in line.split()) for line in kept]
        yield make_article(f"v{number:04}", "", "\n".join(body), f"outlet {number}", "2021-01-02"), "v0000"


if __name__ == "__main__":
    main()
