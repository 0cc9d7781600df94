"""Score attributions by their parts: cue, source and content, by the finder as shipped and by the network alone.

    python evals/eval_attribution.py [wikinews|polnear] [--part dev|train] [--limit N] [--show]

``wikinews`` is annotated Wikinews (``data/language/wikinews`` under ``$DATELINE_DATA``, default ``../shared``),
``polnear`` PolNeAR's political news (``data/quotes/polnear``), which is flat: there an attribution inside the content
of another is left out of what was found, and parts of the cue such as auxiliaries belong to it. No part of PolNeAR is
trained on, nor its words taken into lists.

*Exact*: the same characters, apart from quotation marks, a leading "that" and stops at the edges. *Overlap*: a shared
character for cues and sources, half of each other for contents. A *triple* counts when all three parts overlap.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dateline.language.names import find_names
from dateline.language.quotes import find_quotes
from dateline.language.reader import read_article
from dateline.language.reading import Reading
from dateline.model import Article

DATA = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data"
LEAST_CUE = 0.5
"""Probability from which the network's own cues count, where it is scored alone."""
Span = tuple[int, int]
Pieces = tuple[Span, ...]
_EDGES = re.compile(r"(?:[\s\"'“”‘’`.,;:]|\bthat\s)*(.*?)[\s\"'“”‘’`.,;:]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says what by which word; a part that is not there is empty."""

    cue: Pieces
    source: Pieces
    content: Pieces


@dataclass(frozen=True, slots=True)
class Document:
    """A text with the attributions that its annotators see."""

    article: Article
    gold: tuple[Attribution, ...]
    flat: bool


def make_article(name: str, text: str) -> Article:
    """Wrap a bare text: its first line is the title."""
    body = text.find("\n") + 1
    title = text[: max(body - 1, 0)]
    return Article(
        article_id=name, capture_id=name, uri=name, sha256="", title=title, language="en", text=text, body_start=body
    )


def load_wikinews(part: str) -> Iterator[Document]:
    """Yield the annotated Wikinews."""
    for line in (DATA / "language" / "wikinews" / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        gold = [
            build(
                row["text"],
                [item["cue"]] if item["cue"] else [],
                [item["source"]] if item["source"] else [],
                item["content"],
            )
            for item in row["attributions"]
        ]
        yield Document(make_article(row["id"], row["text"]), tuple(gold), flat=False)


def load_polnear(part: str) -> Iterator[Document]:
    """Yield PolNeAR's articles, each with the first file of attributions that goes with it."""
    folder = DATA / "quotes" / "polnear" / part
    for path in sorted((folder / "text").glob("*.txt")):
        marks = next(iter(sorted((folder / "attributions").glob(f"{path.stem}*.ann"))), None)
        if marks is not None:
            text = path.read_bytes().decode("utf-8")
            gold = tuple(_read_marks(text, marks.read_text(encoding="utf-8")))
            yield Document(make_article(path.stem, text), gold, flat=True)


def _read_marks(text: str, marks: str) -> Iterator[Attribution]:
    """Yield the attributions of a file in brat's form: spans by name, then which of them belong together."""
    rows = [line.split("\t") for line in marks.splitlines()]
    spans: dict[str, list[Span]] = {}
    for row in rows:
        if row[0].startswith("T"):
            pairs = row[1].partition(" ")[2].split(";")
            spans[row[0]] = [(int(start), int(end)) for start, end in (pair.split() for pair in pairs)]
    for row in rows:
        if row[0].startswith("E"):
            parts: defaultdict[str, list[Span]] = defaultdict(list)
            for role in row[1].split()[1:]:
                name, _, key = role.partition(":")
                parts[name.rstrip("0123456789")] += spans[key]
            if parts["Cue"]:
                yield build(text, *(sorted(parts[name]) for name in ("Cue", "Source", "Content")))


def build(text: str, cue: Sequence[Span], source: Sequence[Span], content: Sequence[Span]) -> Attribution:
    """Return an attribution with its parts trimmed."""
    return Attribution(trim(text, cue), trim(text, source), trim(text, content))


def trim(text: str, pieces: Sequence[Span]) -> Pieces:
    """Return the pieces without marks, stops and a leading "that" at their edges; those of nothing else fall away."""
    found = []
    for start, end in pieces:
        match = _EDGES.fullmatch(text, start, end)
        if match is not None and match.group(1):
            found.append(match.span(1))
    return tuple(found)


def read_shipped(reading: Reading) -> list[Attribution]:
    """Return the attributions of the finder: quotes that share a cue are pieces of one."""
    text = reading.article.text
    groups: defaultdict[object, list[tuple[Span, Span | None, Span | None]]] = defaultdict(list)
    for quote in find_quotes(reading, find_names(reading)):
        row = ((quote.start, quote.end), quote.cue_span, quote.speaker_span)
        groups[quote.cue_span or quote.quote_id].append(row)
    found = []
    for rows in groups.values():
        _, cue, source = rows[0]
        pieces = [part for span, *_ in rows for part in _cut_out(span, [s for s in (cue, source) if s])]
        found.append(build(text, [cue] if cue else [], [source] if source else [], pieces))
    return found


def _cut_out(span: Span, holes: Sequence[Span]) -> list[Span]:
    """Return what is left of a span without the holes."""
    pieces, start = [], span[0]
    for left, right in sorted(holes):
        if start <= left and right <= span[1]:
            pieces.append((start, left))
            start = right
    return [piece for piece in (*pieces, (start, span[1])) if piece[0] < piece[1]]


def read_network(reading: Reading) -> list[Attribution]:
    """Return the attributions that the network sees by itself: the likeliest source and all contents of each cue."""
    text = reading.article.text
    found = []
    for seen in reading.seen.attributions:
        if seen.score >= LEAST_CUE:
            sources = sorted(seen.sources, key=lambda row: -row[1])[:1]
            found.append(
                build(text, [seen.cue], [span for span, _ in sources], sorted(span for span, _ in seen.contents))
            )
    return found


def drop_nested(found: Sequence[Attribution]) -> list[Attribution]:
    """Return the attributions whose cue lies in no other's content."""
    return [
        item
        for item in found
        if not any(other is not item and item.cue and shared(item.cue, other.content) for other in found)
    ]


def shared(left: Pieces, right: Pieces) -> int:
    """Return how many characters two lists of pieces share."""
    return sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)


def size(pieces: Pieces) -> int:
    """Return how many characters pieces hold."""
    return sum(end - start for start, end in pieces)


def touch(left: Pieces, right: Pieces) -> bool:
    """Tell whether two parts share a character, or are both not there."""
    return shared(left, right) > 0 or (not left and not right)


def cover(left: Pieces, right: Pieces) -> bool:
    """Tell whether two contents cover half of each other."""
    return 2 * shared(left, right) >= max(size(left), size(right))


def count_pairs(gold: Sequence[Pieces], found: Sequence[Pieces], fits: Callable[[Pieces, Pieces], bool]) -> int:
    """Return how many of the found fit one of the gold each, taken in order of the text."""
    left = list(gold)
    hits = 0
    for item in found:
        match = next((other for other in left if fits(item, other)), None)
        if match is not None:
            left.remove(match)
            hits += 1
    return hits


def score_document(gold: Sequence[Attribution], found: Sequence[Attribution], counts: Counter[str]) -> None:
    """Add a document's hits, found and wanted by part and measure."""
    for part in ("cue", "source", "content"):
        wanted, mine = ({getattr(item, part) for item in side} - {()} for side in (gold, found))
        fits = cover if part == "content" else touch
        for measure, hits in (
            ("exact", len(wanted & mine)),
            ("overlap", count_pairs(sorted(wanted), sorted(mine), fits)),
        ):
            _add(counts, f"{part} {measure}", hits, len(mine), len(wanted))
    pairs = [item for item in found if any(fits_whole(item, other) for other in gold)]
    held = [other for other in gold if any(fits_whole(item, other) for item in found)]
    _add(counts, "triple overlap", min(len(pairs), len(held)), len(found), len(gold))


def fits_whole(item: Attribution, other: Attribution) -> bool:
    """Tell whether all three parts of two attributions overlap."""
    return touch(item.cue, other.cue) and touch(item.source, other.source) and cover(item.content, other.content)


def _add(counts: Counter[str], name: str, hits: int, found: int, wanted: int) -> None:
    counts[f"{name} hits"] += hits
    counts[f"{name} found"] += found
    counts[f"{name} wanted"] += wanted


def print_scores(title: str, counts: Counter[str]) -> None:
    """Print precision, recall and F1 by part and measure."""
    print(title)
    for name in (*(f"{p} {m}" for p in ("cue", "source", "content") for m in ("exact", "overlap")), "triple overlap"):
        hits, found, wanted = (counts[f"{name} {what}"] for what in ("hits", "found", "wanted"))
        precision, recall = hits / max(found, 1), hits / max(wanted, 1)
        mean = 2 * hits / max(found + wanted, 1)
        print(f"  {name:16} P {precision:.3f}  R {recall:.3f}  F1 {mean:.3f}")


def show_misses(document: Document, found: Sequence[Attribution]) -> None:
    """Print what only one side sees."""
    text = document.article.text
    for mark, side, other in (("MISSED", document.gold, found), ("EXTRA ", found, document.gold)):
        for item in side:
            if not any(fits_whole(item, mate) for mate in other):
                parts = (" … ".join(text[s:e] for s, e in part)[:120] for part in (item.source, item.cue, item.content))
                print(mark, document.article.article_id[:24], *parts, sep=" | ")


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", nargs="?", choices=("wikinews", "polnear"))
    parser.add_argument("--part", default="dev", choices=("dev", "train"))
    parser.add_argument("--limit", type=int, default=None, help="read this many articles only")
    parser.add_argument("--show", action="store_true", help="print what only one side sees")
    args = parser.parse_args()
    for name, load in (("wikinews", load_wikinews), ("polnear", load_polnear)):
        if args.source in (None, name):
            shipped, network = Counter[str](), Counter[str]()
            for document in islice(load(args.part), args.limit):
                reading = read_article(document.article)
                for counts, found in ((shipped, read_shipped(reading)), (network, read_network(reading))):
                    kept = drop_nested(found) if document.flat else found
                    score_document(document.gold, kept, counts)
                    if args.show and counts is shipped:
                        show_misses(document, kept)
            print_scores(f"{name} {args.part}, as shipped", shipped)
            print_scores(f"{name} {args.part}, network alone", network)


if __name__ == "__main__":
    main()
