"""Score the tagger on the dev parts of EWT and GUM, which it was not trained on, and time it.

Run ``DATELINE_DATA=… python -m evals.eval_tagger``. Prints for each set, as split by the treebank and with hyphened
words written as one: accuracy of the Penn tags, of the coarse classes they stand for, and of the Penn tags
when the sentences are put in title case; then words a second.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

from training.treebank import Sentence, join_hyphens, read_treebank, recase

from dateline.language.tagger import load_model, tag_words

FLOOR = 0.945
"""Least accuracy of Penn tags on EWT, as split."""


def main() -> int:
    """Print the table; return 1 when EWT falls under the floor."""
    home = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "language"
    gum = sorted((home / "gum" / "dev").glob("*.conllu"))
    news = [path for path in gum if "_news_" in path.name]
    sets = {"EWT dev": [home / "ud_ewt" / "dev.conllu"], "GUM dev": gum, "GUM news": news}
    model = load_model()
    print(f"{len(model.rows)} features, {len(model.sure)} sure words")
    print("set                 words   penn coarse  title  words/s")
    floor = 0.0
    for name, paths in sets.items():
        sentences = [sentence for path in paths for sentence in read_treebank(path)]
        score = measure(name, sentences)
        floor = floor or score
        measure(f"{name} joined", [join_hyphens(sentence) for sentence in sentences])
    return int(floor < FLOOR)


def measure(name: str, sentences: Sequence[Sentence]) -> float:
    """Print one line of the table and return the accuracy of the Penn tags."""
    start = time.perf_counter()
    guesses = [tag_words(sentence.words) for sentence in sentences]
    seconds = time.perf_counter() - start
    pairs = [
        pair
        for sentence, tags in zip(sentences, guesses, strict=True)
        for pair in zip(sentence.tags, tags, strict=True)
    ]
    penn = mean(gold == guess for gold, guess in pairs)
    coarse = mean(find_class(gold) == find_class(guess) for gold, guess in pairs)
    titles = [recase(sentence, title=True) for sentence in sentences if len(sentence.words) >= 6]
    title = mean(g == t for s in titles for g, t in zip(s.tags, tag_words(s.words), strict=True))
    print(f"{name:18}{len(pairs):7}{penn:7.2%}{coarse:7.2%}{title:7.2%}{len(pairs) / seconds:9.0f}")
    return penn


def find_class(tag: str) -> str:
    """Return the coarse class of a Penn tag: proper noun, noun, verb, adjective, adverb, or the tag itself."""
    if tag in ("NNP", "NNPS"):
        return "PROPN"
    return {"NN": "NOUN", "VB": "VERB", "JJ": "ADJ", "RB": "ADV", "PR": "PRON", "WD": "WH", "WP": "WH"}.get(
        tag[:2], tag
    )


def mean(values: Iterable[bool]) -> float:
    """Return the share of true values, 0 for none."""
    listed = list(values)
    return sum(listed) / len(listed) if listed else 0.0


if __name__ == "__main__":
    sys.exit(main())
