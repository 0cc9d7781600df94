"""Score the reader's sentences, tags and trees on the dev parts of EWT and GUM, which it was not trained on.

Run ``DATELINE_DATA=… python -m evals.eval_parser [--model FOLDER]``. Measures are those of the CoNLL 2018 shared task
(Zeman et al. 2018): words are aligned by their characters, all scores are F1 over all words, punctuation among them;
on gold words F1 is accuracy. Every set is scored on the treebank's words and sentences and from raw paragraphs, as
split by the treebank and with hyphened words written as one, as our tokens are. Two habits of the shared scorer make
no difference here: the words of a multi-word token ("do" "n't") make up its letters in both treebanks, so they are
aligned by characters too; Penn tags are levelled as in training.

Columns: F1 of sentences and words; of universal and Penn tags; UAS; LAS by universal relations, by relations with
subtypes; UAS and LAS without punctuation; words a second. Returns 1 when EWT on gold words falls under a floor.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from pathlib import Path

from training.reader.documents import Document
from training.reader.treebanks import join_hyphens, read_treebank

from dateline.language.net.network import Network, load_network
from dateline.language.net.syntax import Grammar, parse_words
from dateline.language.net.windows import Words
from dateline.language.reader import read_article
from dateline.language.reading import Reading
from dateline.model import Article

FLOORS = {"upos": 0.96, "las": 0.87}
"""Least scores on EWT, gold words and sentences as split by the treebank."""
MEASURES = ("sentences", "words", "upos", "xpos", "uas", "las", "las sub", "uas -p", "las -p")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its span in the text's characters without white space, and its grammar."""

    start: int
    end: int
    coarse: str
    tag: str
    head: int
    """Place of the head in the text's words, -1 for a root."""
    relation: str
    marks: bool
    """Whether it has neither letter nor figure nor sign: punctuation."""


@dataclass(frozen=True, slots=True)
class Parse:
    """The words of a text and the spans of its sentences in characters without white space."""

    words: list[Word]
    sentences: set[tuple[int, int]]


@dataclass(slots=True)
class Tally:
    """What was right, what the treebank has, and what was found, by measure."""

    right: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))
    wanted: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))
    found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))

    def add(self, gold: Parse, parse: Parse) -> None:
        """Compare a text's parse with the treebank's."""
        self._count("sentences", len(gold.sentences & parse.sentences), len(gold.sentences), len(parse.sentences))
        pairs = align_words(gold.words, parse.words)
        partner = {right: left for left, right in pairs}
        same = [_compare(gold.words[left], parse.words[right], partner) for left, right in pairs]
        bare = [row for row, (left, _) in zip(same, pairs, strict=True) if not gold.words[left].marks]
        for measure in MEASURES[1:]:
            rows = bare if measure.endswith("-p") else same
            right = sum(row[measure.removesuffix(" -p")] for row in rows)
            self._count(measure, right, _size(gold, measure), _size(parse, measure))

    def _count(self, measure: str, right: int, wanted: int, found: int) -> None:
        self.right[measure] += right
        self.wanted[measure] += wanted
        self.found[measure] += found

    def score(self, measure: str) -> float:
        """Return F1, 0 where there is nothing."""
        return 2 * self.right[measure] / max(self.wanted[measure] + self.found[measure], 1)


def align_words(gold: Sequence[Word], found: Sequence[Word]) -> list[tuple[int, int]]:
    """Return the places of the words that have the same span."""
    places = {(word.start, word.end): at for at, word in enumerate(found)}
    spans = [(word.start, word.end) for word in gold]
    return [(at, places[span]) for at, span in enumerate(spans) if span in places]


def _compare(gold: Word, found: Word, partner: dict[int, int]) -> dict[str, bool]:
    """Return what of an aligned word is right; ``partner`` gives the treebank's word for a found one."""
    attached = gold.head == (-1 if found.head < 0 else partner.get(found.head))
    universal = gold.relation.partition(":")[0] == found.relation.partition(":")[0]
    return {
        "words": True,
        "upos": gold.coarse == found.coarse,
        "xpos": gold.tag == found.tag,
        "uas": attached,
        "las": attached and universal,
        "las sub": attached and gold.relation == found.relation,
    }


def _size(parse: Parse, measure: str) -> int:
    return sum(not (word.marks and measure.endswith("-p")) for word in parse.words)


def read_gold(document: Document) -> Parse:
    """Return the treebank's parse of a document."""
    ends = list(accumulate(len(word) for word in document.words))
    starts = [end - len(word) for end, word in zip(ends, document.words, strict=True)]
    assert document.coarse and document.tags and document.heads and document.relations
    marks = [is_mark(word) for word in document.words]
    rows = zip(starts, ends, document.coarse, document.tags, document.heads, document.relations, marks, strict=True)
    words = [Word(*row) for row in rows]
    return Parse(words, {(words[start].start, words[end - 1].end) for start, end in find_sentences(document)})


def find_sentences(document: Document) -> list[tuple[int, int]]:
    """Return the sentences of a document as runs of words."""
    numbers = document.sentence
    starts = [at for at in range(len(numbers)) if at == 0 or numbers[at] != numbers[at - 1]]
    return list(pairwise([*starts, len(numbers)]))


def is_mark(word: str) -> bool:
    """Tell whether a word is punctuation: it has no letter, figure or sign of a sum or currency."""
    return not any(char.isalnum() or char in "$€£¥%+=<>" for char in word)


def parse_gold_words(document: Document, network: Network) -> Parse:
    """Return the reader's parse of the treebank's words and sentences."""
    borders = find_sentences(document)
    sentences = [
        Words(document.words[start:end], document.spaced[start:end], document.breaks[start]) for start, end in borders
    ]
    gold = read_gold(document)
    found = parse_words(network, sentences)
    words = [
        word for border, grammar in zip(borders, found, strict=True) for word in _apply(gold.words, border, grammar)
    ]
    return Parse(words, gold.sentences)


def _apply(words: list[Word], border: tuple[int, int], grammar: Grammar) -> Iterator[Word]:
    """Yield the words of a sentence with another grammar."""
    rows = zip(words[slice(*border)], grammar.coarse, grammar.tags, grammar.heads, grammar.relations, strict=True)
    for word, coarse, tag, head, relation in rows:
        place = head + border[0] if head >= 0 else -1
        yield Word(word.start, word.end, coarse, tag, place, relation, word.marks)


def write_text(document: Document) -> str:
    """Return the text of a document, a line for each paragraph."""
    rows = zip(document.words, document.spaced, document.breaks, strict=True)
    return "".join(("\n" if opens else " " if spaced else "") + word for word, spaced, opens in rows)


def parse_text(text: str, model: str | None) -> Parse:
    """Return the reader's own parse of a raw text."""
    article = Article(
        article_id="text", capture_id="", uri="text.txt", url=None, sha256="", outlet=None, title=None, byline=None,
        published=None, published_basis=None, updated=None, language=None, place=None, agency=None, dateline=None,
        dateline_date=None, text=text, body_start=0, captions=(),
    )  # fmt: skip
    return take_reading(read_article(article, model))


def take_reading(reading: Reading) -> Parse:
    """Return a reading as a parse."""
    before = [0, *accumulate(not char.isspace() for char in reading.article.text)]
    words: list[Word] = []
    for read in reading.sentences:
        base = len(words)
        for token in read.tokens:
            head = token.head + base if token.head >= 0 else -1
            start, end = before[token.start], before[token.end]
            words.append(Word(start, end, token.upos, token.tag, head, token.relation, is_mark(token.text)))
    sentences = {(before[read.sentence.start], before[read.sentence.end]) for read in reading.sentences}
    return Parse(words, sentences)


def score_set(name: str, documents: Sequence[Document], model: str | None, *, raw: bool) -> Tally:
    """Print one line of the table and return its scores."""
    network = load_network(model)
    began = time.perf_counter()
    if raw:
        parses = [parse_text(write_text(document), model) for document in documents]
    else:
        parses = [parse_gold_words(document, network) for document in documents]
    seconds = time.perf_counter() - began
    tally = Tally()
    for document, parse in zip(documents, parses, strict=True):
        tally.add(read_gold(document), parse)
    scores = "".join(f"{tally.score(measure):10.2%}" for measure in MEASURES)
    print(f"{name:17}{'raw' if raw else 'gold':5}{scores}{tally.wanted['words'] / seconds:9.0f}", flush=True)
    return tally


def load_sets(home: Path) -> dict[str, list[Document]]:
    """Return the documents of the sets by name."""
    gum = sorted((home / "gum" / "dev").glob("*.conllu"))
    return {
        "EWT dev": read_treebank(home / "ud_ewt" / "dev.conllu"),
        "GUM dev": _read_all(gum),
        "GUM news": _read_all(path for path in gum if "_news_" in path.name),
    }


def _read_all(paths: Iterable[Path]) -> list[Document]:
    return [document for path in paths for document in read_treebank(path)]


def main() -> int:
    """Print the table; return 1 when EWT falls under a floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", help="folder of another model than the package's own")
    model = parser.parse_args().model
    print(f"model {load_network(model).tables.version}")
    print(f"{'set':17}{'from':5}{''.join(f'{measure:>10}' for measure in MEASURES)}{'words/s':>9}")
    fallen = 0
    home = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "language"
    for name, documents in load_sets(home).items():
        for raw in (False, True):
            tally = score_set(name, documents, model, raw=raw)
            if name == "EWT dev" and not raw:
                fallen += sum(tally.score(measure) < floor for measure, floor in FLOORS.items())
            score_set(f"{name} joined", [join_hyphens(document) for document in documents], model, raw=raw)
    return int(fallen > 0)


if __name__ == "__main__":
    sys.exit(main())
