"""Time expressions against TIMEX3: spans, types and values, by the definitions of TempEval-3 (UzZaman et al. 2013).

A found span counts strictly when it equals a true one, and relaxed when it overlaps one; type and value count among
relaxed matches, as F1 = relaxed F1 × share right. TimeBank and AQUAINT are news; WikiWars is narrative history, in
which values are counted from the text and not, as in news, from the day of writing.

    PYTHONPATH=src python evals/eval_time.py [--limit N] [--errors]

The sets are looked for in $DATELINE_DATA/data/time ($DATELINE_DATA defaults to ../shared).
"""

from __future__ import annotations

import argparse
import os
import re
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from dateline.dates import day_of
from dateline.events.date import date_story
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, Sentence, TimeExpression, TimeReference
from dateline.settings import DateSettings
from dateline.stage import Batch

PUBLISHED = (
    ("HeidelTime, TE-3 platinum", 0.813, 0.903, None, 0.776),
    ("SynTime, TE-3 platinum", 0.921, 0.950, None, None),
    ("BERT tagger, TE-3 platinum", 0.807, 0.901, 0.820, None),
)
"""Strict, relaxed, type and value F1 as published on another set of the same kind; None where not given."""

@dataclass(frozen=True, slots=True)
class Timex:
    """An annotated expression: offsets into the text, type and value."""

    start: int
    end: int
    kind: str
    value: str


def main() -> None:
    """Print one row for each set, and the published figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, default=None, help="documents of each set")
    parser.add_argument("--errors", action="store_true", help="print the commonest errors")
    args = parser.parse_args()
    data = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "time"
    print(f"{'set':28} {'strict':>7} {'relaxed':>8} {'type':>6} {'value':>6} {'P':>6} {'R':>6} {'kchar/s':>8}")
    for name in ("tbaq/timebank", "tbaq/aquaint", "tbaq", "wikiwars"):
        print_row(name, sorted((data / name).rglob("*.tml"))[: args.limit], args.errors)
    for label, *figures in PUBLISHED:
        print(f"{label:28} " + " ".join("   –   " if figure is None else f"{figure:7.3f}" for figure in figures))


def print_row(name: str, paths: list[Path], errors: bool) -> None:
    """Score a set and print its row."""
    counts: Counter[str] = Counter()
    seen: Counter[tuple[str, str, str]] = Counter()
    began, size = time.perf_counter(), 0
    for path in paths:
        article, truth = read_tml(path)
        size += len(article.text)
        count_matches(article.text, truth, find_timexes(article), counts, seen)
    speed = size / 1000 / (time.perf_counter() - began)
    strict, relaxed = (f_one(counts[key], counts["found"], counts["true"]) for key in ("strict", "relaxed"))
    kind, value = (relaxed * counts[key] / max(counts["relaxed"], 1) for key in ("kind", "value"))
    precision, recall = (counts["relaxed"] / max(counts[key], 1) for key in ("found", "true"))
    row = f"{name:28} {strict:7.3f} {relaxed:8.3f} {kind:6.3f} {value:6.3f} {precision:6.3f} {recall:6.3f}"
    print(f"{row} {speed:8.0f}")
    for (what, found, true), count in seen.most_common(70 if errors else 0):
        print(f"   {count:4} {what:8} {found!r:45} {true!r}")


def f_one(right: int, found: int, true: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (found + true) if right else 0.0


def count_matches(
    text: str, truth: list[Timex], found: list[Timex], counts: Counter[str], seen: Counter[tuple[str, str, str]]
) -> None:
    """Add one document's matches to the counts; each true expression matches one found."""
    counts["true"] += len(truth)
    counts["found"] += len(found)
    left = list(found)
    for true in truth:
        words = " ".join(text[true.start : true.end].split())
        match = min(
            (item for item in left if item.start < true.end and true.start < item.end),
            key=lambda item, true=true: abs(item.start - true.start) + abs(item.end - true.end),  # type: ignore[misc]
            default=None,
        )
        if match is None:
            seen["missed", "", words] += 1
            continue
        left.remove(match)
        same = (match.start, match.end) == (true.start, true.end)
        counts["relaxed"] += 1
        counts["strict"] += same
        counts["kind"] += match.kind == true.kind
        counts["value"] += match.value == true.value
        if not same:
            seen["span", text[match.start : match.end], words] += 1
        if match.value != true.value:
            seen["value", f"{text[match.start : match.end]} {match.value}", true.value] += 1
    for item in left:
        seen["extra", text[item.start : item.end], ""] += 1


def read_tml(path: Path) -> tuple[Article, list[Timex]]:
    """Return a TimeML document as an article dated by its creation time, and its annotated expressions."""
    root = ElementTree.parse(path).getroot()
    written = root.find("DCT/TIMEX3")
    pieces: list[str] = []
    truth: list[Timex] = []
    body = root.find("TEXT")
    if body is not None:
        _walk(body, pieces, truth)
    day = day_of((written.get("value") or "")[:10]) if written is not None else None
    return make_article(path.stem, "".join(pieces), day.isoformat() if day else None), truth


def _walk(node: ElementTree.Element, pieces: list[str], truth: list[Timex]) -> None:
    """Collect a node's text, and where its time expressions lie in it."""
    start = sum(len(piece) for piece in pieces)
    pieces.append(node.text or "")
    for child in node:
        _walk(child, pieces, truth)
        pieces.append(child.tail or "")
    if node.tag == "TIMEX3":
        end = sum(len(piece) for piece in pieces)
        truth.append(Timex(start, end, node.get("type") or "", node.get("value") or ""))


def make_article(name: str, text: str, published: str | None) -> Article:
    """Return a text as an article."""
    return Article(
        article_id=name,
        capture_id=name,
        uri=name,
        sha256="",
        published=published,
        published_basis="metadata" if published else None,
        language="en",
        text=text,
    )


def find_timexes(article: Article) -> list[Timex]:
    """Return what Dateline finds in an article, with values in the notation of TIMEX3."""
    reading = read_article(article)
    times = find_times(reading)
    sentences = tuple(sentence.sentence for sentence in reading.sentences)
    batch = Batch("story", {Article: (article,), Sentence: sentences, TimeExpression: times})
    references = {row.time_id: row for row in date_story(batch, DateSettings()) if isinstance(row, TimeReference)}
    return [timex for item in times for timex in write_timexes(item, references[item.time_id])]


_LINK = re.compile(r"\s+(?:to|through|until|till|and)\s+(?:the\s+)?|\s*(?:--|[-–—])\s*|/")
"""What parts the two ends of a range."""


def write_timexes(item: TimeExpression, reference: TimeReference) -> list[Timex]:
    """Return an expression as TimeML has it: a range in words ("2011 to 2016") is two, its beginning and its end."""
    value = reference.value or ""
    link = None if item.meaning.until is None else _find_link(item.text)
    if link is None or "/" not in value:
        return [Timex(item.start, item.end, item.kind, value.partition("/")[0])]
    begin, _, end = value.partition("/")
    return [
        Timex(item.start, item.start + link[0], item.kind, begin),
        Timex(item.start + link[1], item.end, item.kind, end),
    ]


def _find_link(text: str) -> tuple[int, int] | None:
    """Return the span of the words or mark that part a range's ends: the one nearest its middle."""
    found = [match.span() for match in _LINK.finditer(text) if 0 < match.start() and match.end() < len(text)]
    return min(found, key=lambda span: abs(span[0] + span[1] - len(text)), default=None)


if __name__ == "__main__":
    main()
