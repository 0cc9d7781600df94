"""Score the finder of names: strict spans with kinds, by the network alone, by the rules alone, and joined.

    python evals/eval_names.py [news|web] [--part dev|train] [--show]

``news`` is annotated Wikinews (``data/language/wikinews`` under ``$DATELINE_DATA``, default ``../shared``) with ten
kinds. ``web`` is UNER's English web texts (``data/language/uner_ewt``), which know PER, ORG and LOC: there GPE and FAC
count as LOC, other kinds are left out, and each sentence is a line of its text.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from dateline.language.names import find_names
from dateline.language.reader import read_article
from dateline.language.reading import Reading, Seen
from dateline.model import Article

DATA = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "language"
MAIN = ("PER", "ORG", "GPE", "LOC")
THREE = {"PER": "PER", "ORG": "ORG", "GPE": "LOC", "LOC": "LOC", "FAC": "LOC"}
Named = set[tuple[int, int, str]]


def make_article(name: str, text: str) -> Article:
    """Wrap a bare text: its first line is the title."""
    body = text.find("\n") + 1
    return Article(
        article_id=name, capture_id=name, uri=name, sha256="", title=text[: max(body - 1, 0)],
        language="en", text=text, body_start=body, )  # fmt: skip


def load_news(part: str) -> Iterator[tuple[Article, Named]]:
    """Yield the annotated news with the names that they hold."""
    for line in (DATA / "wikinews" / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield make_article(row["id"], row["text"]), {(*name["span"], name["type"]) for name in row["names"]}


def load_web(part: str) -> Iterator[tuple[Article, Named]]:
    """Yield UNER's texts with the names that they hold: words are found again in the sentence by their letters."""
    blocks = (DATA / "uner_ewt" / f"{part}.iob2").read_text(encoding="utf-8").split("\n\n")
    name, lines, named, at = "", list[str](), set[tuple[int, int, str]](), 0
    for block in blocks:
        comments = dict(
            line[2:].split(" = ", 1) for line in block.splitlines() if line.startswith("# ") and " = " in line
        )
        if "newdoc id" in comments:
            if lines:
                yield _make_body(name, "\n".join(lines)), named
            name, lines, named, at = comments["newdoc id"], [], set(), 0
        if "text" in comments:
            rows = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
            named |= {(at + start, at + end, kind) for start, end, kind in _find_spans(comments["text"], rows)}
            lines.append(comments["text"])
            at += len(comments["text"]) + 1
    yield _make_body(name, "\n".join(lines)), named


def _make_body(name: str, text: str) -> Article:
    return replace(make_article(name, text), title="", body_start=0)


def _find_spans(text: str, rows: list[list[str]]) -> Iterator[tuple[int, int, str]]:
    at, spans = 0, list[tuple[int, int, str]]()
    for _, word, label, *_ in rows:
        start = text.index(word, at)
        at = start + len(word)
        edge, _, kind = label.partition("-")
        if edge == "I" and spans:
            spans[-1] = (spans[-1][0], at, kind)
        elif edge != "O":
            spans.append((start, at, kind))
    yield from spans


def see_names(reading: Reading) -> Named:
    """Return the names that the network sees."""
    return {(*name.span, name.kind) for name in reading.seen.names}


def rule_names(reading: Reading) -> Named:
    """Return the names that the rules find without the network's."""
    return join_names(replace(reading, seen=Seen()))


def join_names(reading: Reading) -> Named:
    """Return the names of the shipped finder."""
    return {(mention.start, mention.end, mention.kind) for mention in find_names(reading)}


WAYS: dict[str, Callable[[Reading], Named]] = {"network": see_names, "rules": rule_names, "joined": join_names}


def fold_kinds(names: Named) -> Named:
    """Return names with UNER's three kinds; those of other kinds are left out."""
    return {(start, end, THREE[kind]) for start, end, kind in names if kind in THREE}


class Tally:
    """Hits, found and wanted by kind, and hits by span alone."""

    def __init__(self) -> None:
        """Start at nothing."""
        self.hits: Counter[str] = Counter()
        self.found: Counter[str] = Counter()
        self.gold: Counter[str] = Counter()
        self.spans = 0

    def add(self, want: Named, got: Named) -> None:
        """Count a text."""
        self.hits.update(kind for *_, kind in want & got)
        self.found.update(kind for *_, kind in got)
        self.gold.update(kind for *_, kind in want)
        self.spans += len({name[:2] for name in want} & {name[:2] for name in got})

    def show(self, way: str) -> None:
        """Print a row for every kind, the main four, all, and spans alone."""
        print(way)
        total, gold = sum(self.found.values()), sum(self.gold.values())
        for label, kinds in [*((kind, (kind,)) for kind in sorted(self.gold)), ("main four", MAIN)]:
            show(label, *(sum(count[kind] for kind in kinds) for count in (self.hits, self.found, self.gold)))
        show("all", sum(self.hits.values()), total, gold)
        show("spans", self.spans, total, gold)


def show(label: str, hits: int, found: int, gold: int) -> None:
    """Print one row."""
    precision, recall = hits / max(found, 1), hits / max(gold, 1)
    print(f"  {label:10} P {precision:.3f}  R {recall:.3f}  F1 {2 * hits / max(found + gold, 1):.3f}  ({gold})")


def main() -> None:
    """Print precision, recall and F1 of each way."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", nargs="?", choices=("news", "web"), default="news")
    parser.add_argument("--part", choices=("dev", "train"), default="dev")
    parser.add_argument("--show", action="store_true", help="list what the joined finder misses and what it adds")
    args = parser.parse_args()
    web = args.texts == "web"
    tallies = {way: Tally() for way in WAYS}
    for article, want in (load_web if web else load_news)(args.part):
        reading = read_article(article)
        for way, find in WAYS.items():
            got = fold_kinds(find(reading)) if web else find(reading)
            tallies[way].add(want, got)
            if args.show and way == "joined":
                for start, end, kind in sorted(want ^ got):
                    side = "missed" if (start, end, kind) in want else "extra "
                    print(f"{article.article_id}\t{side}\t{kind}\t{article.text[start:end]!r}")
    for way, tally in tallies.items():
        tally.show(way)


if __name__ == "__main__":
    main()
