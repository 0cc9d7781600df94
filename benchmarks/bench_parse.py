"""Measures the parse stage alone, on one core, in a fresh process for each run.

    python benchmarks/bench_parse.py [INPUT …] [--articles 40] [--runs 3] [--core 0] [--model DIR]

Without INPUT it takes articles of ``data/stories/basil`` under DATELINE_DATA (default ``../shared``), evenly spread.
Prints articles of 600 words a second of processor time, what part of it the network and each finder take, the peak
memory, and, as a measure of the machine's own noise, a fixed piece of plain Python before each run. Where spaCy is
installed, its pipeline of tagger, parser and names with random weights, in the sizes of its smallest English model,
reads the same texts on the same core: that is part of the work of ``parse``, and a known weight to hold it against.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import wraps
from pathlib import Path
from typing import Any, cast

from benchmarks.bench_road import measure_noise, spread, write_basil

WORDS = 600
"""Words of the article that speeds are told for: those of BASIL have 590 on average."""
PARTS = ("read_article", "find_names", "find_times", "find_quantities", "find_quotes", "find_events", "make_profile")
"""What ``parse_article`` calls, as its module names it."""


def main() -> int:
    """Run, and print the tables."""
    options = read_options()
    if options.child:
        print(json.dumps(CHILDREN[options.child](options)))
        return 0
    with tempfile.TemporaryDirectory(prefix="dateline-") as scratch:
        texts = Path(scratch, "texts.json")
        texts.write_text(json.dumps(read_texts(options.inputs, options.articles, Path(scratch))), encoding="utf-8")
        runs = [run_child("dateline", texts, options) for _ in range(options.runs)]
        others = [run_child("spacy", texts, options) for _ in range(options.runs if find_spacy() else 0)]
    print(f"{runs[0]['articles']} articles, {runs[0]['words']} words, {options.runs} runs on core {options.core}")
    print(f"{'':12} {'least':>9} {'median':>9} {'most':>9}")
    print_runs("speed", runs)
    for part in runs[0]["parts"]:
        print(spread(part, [100 * run["parts"][part] / run["seconds"] for run in runs], "% of the time"))
    if others:
        print_runs("spaCy", others)
    return 0


def read_options() -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("inputs", nargs="*", help="what to read; articles of basil when nothing is named")
    parser.add_argument("--articles", type=int, default=40, help="read so many, evenly spread")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--core", type=int, default=0, help="run on this core alone")
    parser.add_argument("--model", help="folder of another reader model")
    parser.add_argument("--child", choices=CHILDREN, help=argparse.SUPPRESS)
    return parser.parse_args()


def read_texts(inputs: Sequence[str], count: int, scratch: Path) -> list[str]:
    """Return the texts of some of the inputs' articles, as ``clean`` leaves them."""
    from dateline.desk import Desk
    from dateline.model import Article

    with Desk.open(None) as desk:
        desk.add(inputs or write_basil(scratch, None))
        desk.run(until="clean")
        texts = [article.text for article in desk.rows(Article)]
    return texts[:: max(1, len(texts) // count)][:count]


def run_child(child: str, texts: Path, options: argparse.Namespace) -> dict[str, Any]:
    """Run one measurement in a process of its own, on one core, and return what it tells."""
    noise = measure_noise()
    alone = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    command = [
        sys.executable,
        "-m",
        "benchmarks.bench_parse",
        str(texts),
        "--child",
        child,
        "--core",
        str(options.core),
    ]
    command += ["--model", options.model] if options.model else []
    done = subprocess.run(command, stdout=subprocess.PIPE, env=os.environ | alone, check=True, text=True)
    told: dict[str, Any] = json.loads(done.stdout)
    return told | {"noise": noise}


def print_runs(name: str, runs: Sequence[dict[str, Any]]) -> None:
    """Print the lines of one program."""
    print(spread(name, [run["words"] / WORDS / run["seconds"] for run in runs], f"articles of {WORDS} words a second"))
    print(spread("start", [run["start"] for run in runs], "s to import and load"))
    print(spread("peak", [run["peak"] for run in runs], "MiB, whole process"))
    print(spread("noise", [run["noise"] for run in runs], "s for the same plain Python"))


def measure(
    options: argparse.Namespace, load: Callable[[], Callable[[str], object]], spent: dict[str, float]
) -> dict[str, Any]:
    """Load, read one text to warm up, and time the reading of all; ``spent`` is cleared after the warming."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {options.core})
    texts = json.loads(Path(options.inputs[0]).read_text(encoding="utf-8"))
    began = time.process_time()
    read = load()
    read(texts[0])
    spent.clear()
    loaded = time.process_time()
    for text in texts:
        read(text)
    return {
        "articles": len(texts),
        "words": sum(len(text.split()) for text in texts),
        "start": loaded - began,
        "seconds": time.process_time() - loaded,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def measure_dateline(options: argparse.Namespace) -> dict[str, Any]:
    """Time ``parse_article``, and how long each of its parts takes."""
    spent: dict[str, float] = defaultdict(float)

    def load() -> Callable[[str], object]:
        from dateline.language import parse
        from dateline.language.net.network import Network
        from dateline.model import Article
        from dateline.settings import ParseSettings
        from dateline.stage import Batch

        for part in PARTS:
            setattr(parse, part, timed(getattr(parse, part), part, spent))
        Network._score_window = timed(Network._score_window, "network", spent)  # type: ignore[method-assign]

        def read(text: str) -> object:
            batch = Batch("a", {Article: (make_article(text),)})
            return list(parse.parse_article(batch, ParseSettings(model=options.model)))

        return read

    told = measure(options, load, spent)
    reading = spent.pop("read_article") - spent["network"]
    return told | {"parts": {"network": spent.pop("network"), "reader": reading, **spent}}


def timed(function: Callable[..., Any], name: str, spent: dict[str, float]) -> Callable[..., Any]:
    """Return a function that adds up the seconds it takes."""

    @wraps(function)
    def run(*args: Any) -> Any:
        began = time.process_time()
        found = function(*args)
        spent[name] += time.process_time() - began
        return found

    return run


def make_article(text: str) -> Any:
    """Return a text as an article of nobody."""
    from dateline.model import Article

    unknown = dict.fromkeys(Article.__dataclass_fields__)
    known = {"article_id": "a", "capture_id": "c", "uri": "a.txt", "sha256": "", "text": text, "captions": ()}
    return Article(**(unknown | known | {"body_start": text.find("\n") + 1}))  # type: ignore[arg-type]


def find_spacy() -> bool:
    """Tell whether spaCy is installed."""
    return importlib.util.find_spec("spacy") is not None


def measure_spacy(options: argparse.Namespace) -> dict[str, Any]:
    """Time spaCy's tagger, parser and names over one shared network of random weights."""

    def load() -> Callable[[str], object]:
        import spacy
        from spacy.training import Example

        nlp = spacy.blank("en")
        nlp.add_pipe("tok2vec", config={"model": SIZES})
        listen = {"@architectures": "spacy.Tok2VecListener.v1", "width": SIZES["encode"]["width"], "upstream": "*"}
        nlp.add_pipe("tagger", config={"model": {"@architectures": "spacy.Tagger.v2", "tok2vec": listen}})
        for name, state in (("parser", "parser"), ("ner", "ner")):
            model: dict[str, Any] = {"@architectures": "spacy.TransitionBasedParser.v2", "state_type": state}
            model |= {"extra_state_tokens": False, "hidden_width": 64, "maxout_pieces": 2, "use_upper": True}
            model |= {"tok2vec": listen}
            nlp.add_pipe(name, config={"model": model})
        words = "Ferries left port on Monday .".split()
        marks: dict[str, list[Any]] = {"tags": ["NNS", "VBD", "NN", "IN", "NNP", "."], "heads": [1, 1, 1, 4, 1, 1]}
        marks |= {"deps": ["nsubj", "ROOT", "dobj", "case", "obl", "punct"], "entities": ["O"] * 4 + ["U-DATE", "O"]}
        example = Example.from_dict(nlp.make_doc(" ".join(words)), {"words": words, **marks})
        nlp.initialize(lambda: [example])
        return cast("Callable[[str], object]", nlp)

    return measure(options, load, {})


SIZES: dict[str, Any] = {
    "@architectures": "spacy.Tok2Vec.v2",
    "embed": {
        "@architectures": "spacy.MultiHashEmbed.v2",
        "width": 96,
        "attrs": ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"],
        "rows": [5000, 1000, 2500, 2500, 50, 50],
        "include_static_vectors": False,
    },
    "encode": {
        "@architectures": "spacy.MaxoutWindowEncoder.v2",
        "width": 96,
        "depth": 4,
        "window_size": 1,
        "maxout_pieces": 3,
    },
}
"""The network of spaCy's smallest English model, by its own settings."""

CHILDREN: dict[str, Callable[[argparse.Namespace], dict[str, Any]]] = {
    "dateline": measure_dateline,
    "spacy": measure_spacy,
}

if __name__ == "__main__":
    sys.exit(main())
