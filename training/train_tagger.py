"""Train the tagger's weights on UD English EWT and the free genres of GUM, and write ``tagger.bin``.

Run ``DATELINE_DATA=… python -m training.train_tagger``; the folder needs ``data/language/ud_ewt/train.conllu`` and
``data/language/gum/train/*.conllu``. The same seed and data give the same file. Takes about ten minutes on one core.
"""

from __future__ import annotations

import argparse
import os
import random
from collections import Counter, defaultdict
from pathlib import Path

from training.treebank import Sentence, read_treebank, widen

from dateline.language.tagger import FIXED_TAGS, find_style, list_features, pack_model, read_line

SURE_COUNT = 20
"""How often a word must be seen to be sure of its tag (Honnibal's figure)."""
SURE_SHARE = 0.99
"""What share of its sightings must have the tag."""
SCALE = 100
"""Averaged weights are stored in hundredths."""


class Trainer:
    """An averaged perceptron in training: weights, their running sums, and the step at which each last changed."""

    def __init__(self, tags: list[str]) -> None:
        """Start with no weights."""
        self.tags = tags
        self.weights: dict[str, dict[int, int]] = defaultdict(dict)
        self.totals: dict[tuple[str, int], int] = defaultdict(int)
        self.changed: dict[tuple[str, int], int] = defaultdict(int)
        self.step = 0

    def guess(self, features: list[str]) -> int:
        """Return the number of the best tag, the first of equals."""
        scores = [0] * len(self.tags)
        for feature in features:
            for number, weight in self.weights.get(feature, {}).items():
                scores[number] += weight
        return scores.index(max(scores))

    def learn(self, features: list[str], gold: int, guess: int) -> None:
        """Move the weights of the features towards the gold tag and away from the guess."""
        for feature in features:
            self._add(feature, gold, 1)
            self._add(feature, guess, -1)

    def _add(self, feature: str, number: int, change: int) -> None:
        key = (feature, number)
        weight = self.weights[feature].get(number, 0)
        self.totals[key] += (self.step - self.changed[key]) * weight
        self.changed[key] = self.step
        self.weights[feature][number] = weight + change

    def average(self, least: int) -> dict[str, dict[int, int]]:
        """Return the averaged weights in hundredths, without those below ``least``."""
        kept: dict[str, dict[int, int]] = {}
        for feature in sorted(self.weights):
            means: dict[int, int] = {}
            for number, weight in sorted(self.weights[feature].items()):
                key = (feature, number)
                total = self.totals[key] + (self.step - self.changed[key]) * weight
                mean = round(total * SCALE / self.step)
                if abs(mean) >= least:
                    means[number] = mean
            if means:
                kept[feature] = means
        return kept


def find_sure_words(sentences: list[Sentence]) -> dict[str, str]:
    """Return the frequent words that nearly always have one tag, with that tag."""
    seen: dict[str, Counter[str]] = defaultdict(Counter)
    for sentence in sentences:
        if not find_style(sentence.words):
            for word, tag in zip(sentence.words, sentence.tags, strict=True):
                seen[word][tag] += 1
    sure = {}
    for word, tags in sorted(seen.items()):
        tag, count = max(tags.items(), key=lambda item: (item[1], item[0]))
        if tags.total() >= SURE_COUNT and count >= SURE_SHARE * tags.total():
            sure[word] = tag
    return sure


def train_sentence(trainer: Trainer, sentence: Sentence, sure: dict[str, str], numbers: dict[str, int]) -> None:
    """Tag a sentence as at run time, and learn from each wrong guess."""
    line = read_line(sentence.words)
    tags: list[str] = []
    for index, word in enumerate(line.words):
        if word == '"':
            tags.append(sentence.tags[index])
            continue
        fixed = FIXED_TAGS.get(word) or (None if line.style else sure.get(word))
        if fixed:
            tags.append(fixed)
            continue
        features = list_features(line, tags, index)
        guess = trainer.guess(features)
        gold = numbers[sentence.tags[index]]
        trainer.step += 1
        if guess != gold:
            trainer.learn(features, gold, guess)
        tags.append(trainer.tags[guess])


def train(
    sentences: list[Sentence], rounds: int, seed: int, least: int
) -> tuple[list[str], dict[str, int], dict[str, dict[int, int]]]:
    """Return tags, sure words and weights after ``rounds`` passes in an order drawn from ``seed``."""
    tags = sorted({tag for sentence in sentences for tag in sentence.tags})
    numbers = {tag: number for number, tag in enumerate(tags)}
    sure = find_sure_words(sentences)
    trainer = Trainer(tags)
    chance = random.Random(seed)
    for turn in range(rounds):
        chance.shuffle(sentences)
        for sentence in sentences:
            train_sentence(trainer, sentence, sure, numbers)
        print(f"round {turn + 1}: {len(trainer.weights)} features", flush=True)
    weights = trainer.average(least)
    return tags, {word: numbers[tag] for word, tag in sure.items()}, weights


def main() -> None:
    """Read the treebanks, train, write the model."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--least", type=int, default=8, help="smallest weight kept, in hundredths")
    parser.add_argument("--out", type=Path, default=Path("src/dateline/language/en/tagger.bin"))
    options = parser.parse_args()
    home = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "language"
    paths = [home / "ud_ewt" / "train.conllu", *sorted((home / "gum" / "train").glob("*.conllu"))]
    sentences = [sentence for path in paths for sentence in read_treebank(path)]
    tags, sure, weights = train(widen(sentences, options.seed), options.rounds, options.seed, options.least)
    data = pack_model(tags, sure, weights)
    options.out.write_bytes(data)
    print(f"{len(weights)} features, {len(sure)} sure words, {len(data) / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
