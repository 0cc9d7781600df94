"""Time expressions against TIMEX3: spans, types and values, by the measures of TempEval-3 (``time_measures.py``).

    PYTHONPATH=src python -m evals.eval_time [SET …] [--limit N] [--errors N] [--sureness]

TimeBank and AQUAINT are news; WikiWars is narrative history, in which values are counted from the text and not, as in
news, from the day of writing. Every second document (``look``) is the one whose errors --errors prints, so that rules
are not written for sentences of the others (``measure``). Recognizers is single sentences (``time_cases.py``).
Fails under FLOORS. The sets are looked for in $DATELINE_DATA/data/time ($DATELINE_DATA defaults to ../shared).
"""

from __future__ import annotations

import argparse
import os
import re
import sys
import time
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

from evals.time_cases import is_right, read_cases
from evals.time_measures import Tally, Timex

from dateline.dates import day_of
from dateline.events.times.date import date_story
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, Sentence, TimeExpression, TimeReference
from dateline.settings import DateSettings
from dateline.stage import Batch

FLOORS = {
    "tbaq/timebank": {"strict": 0.899, "value": 0.816},
    "tbaq/aquaint": {"strict": 0.835, "value": 0.76, "near": 0.79},
    "tbaq": {"strict": 0.88, "value": 0.797},
    "wikiwars": {"strict": 0.895, "value": 0.88},
    "recognizers": {"right": 0.78},
}
"""Scores over all documents of a set that no change may worsen."""
PUBLISHED = (
    ("HeidelTime, TimeBank", None, None, None, 0.79),
    ("HeidelTime, AQUAINT", None, None, None, 0.73),
    ("HeidelTime, WikiWars", None, None, None, 0.898),
    ("HeidelTime, TE-3 platinum", 0.813, 0.903, None, 0.776),
    ("SynTime, TE-3 platinum", 0.921, 0.950, None, None),
    ("BERT tagger, TE-3 platinum", 0.807, 0.901, 0.820, None),
)
"""Strict, relaxed, type and value F1 as published, on these sets or others of the kind; None where not given."""

_LINK = re.compile(r"\s+(?:to|through|until|till|and)\s+(?:the\s+)?|\s*(?:--|[-–—])\s*|/")
"""What parts the two ends of a range."""


def main() -> int:
    """Print a table for the sets; return 1 when a floor is broken."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="*", default=list(FLOORS), help="of " + ", ".join(FLOORS))
    parser.add_argument("--limit", type=int, default=None, help="documents of each set; floors are then not held")
    parser.add_argument("--errors", type=int, default=0, help="print so many errors of each kind, of the first half")
    parser.add_argument("--sureness", action="store_true", help="print how often values of a confidence are right")
    args = parser.parse_args()
    data = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "time"
    print(
        f"{'set':28} {'strict':>7} {'relaxed':>8} {'type':>6} {'value':>6} {'near':>6} {'P':>6} {'R':>6} {'kchar/s':>8}"
    )
    broken = 0
    for name in args.sets:
        if name == "recognizers":
            scores = {
                "right": print_cases(data / name / "DateTime/English/DateTimeModel.json", args.limit, args.errors)
            }
        else:
            scores = print_set(name, sorted((data / name).rglob("*.tml"))[: args.limit], args.errors, args.sureness)
        floors = {} if args.limit else FLOORS.get(name, {})
        for measure, floor in floors.items():
            if scores[measure] < floor:
                broken += 1
                print(f"   BELOW its floor: {measure} {scores[measure]:.3f} < {floor}")
    for label, *figures in PUBLISHED:
        print(f"{label:28} " + " ".join("   –   " if figure is None else f"{figure:7.3f}" for figure in figures))
    return 1 if broken else 0


def print_set(name: str, paths: list[Path], errors: int, sureness: bool) -> dict[str, float]:
    """Score a set, print a row for each half and for all; return the scores over all."""
    halves = (Tally(), Tally())
    whole = Tally()
    began, size = time.perf_counter(), 0
    seen: Counter[Path] = Counter()
    for path in paths:
        index = seen[path.parent]
        seen[path.parent] += 1
        article, truth = read_tml(path)
        size += len(article.text)
        found = find_timexes(article)
        halves[index % 2].add(article.text, truth, found)
        whole.add(article.text, truth, found)
    speed = size / 1000 / (time.perf_counter() - began)
    for label, tally in (("look", halves[0]), ("measure", halves[1]), ("all", whole)):
        row = " ".join(f"{score:6.3f}" for score in tally.scores().values())
        print(f"{f'{name} {label}':28}  {row} {speed:8.0f}")
    if errors:
        print_errors(halves[0], errors)
    if sureness:
        print_sureness(whole)
    return whole.scores()


def print_errors(tally: Tally, most: int) -> None:
    """Print the errors by class, and the commonest of each kind."""
    for what in ("missed", "extra", "span", "value"):
        classes = [(count, name) for (kind, name), count in tally.errors.most_common() if kind == what]
        print(f"   {what}: " + ", ".join(f"{name} {count}" for count, name in classes))
        shown = [item for item in tally.examples.most_common() if item[0][0] == what][:most]
        for (_, found, true), count in shown:
            print(f"      {count:4} {found!r:45} {true!r}")


def print_sureness(tally: Tally) -> None:
    """Print, for each tenth of confidence, how many values had it and what part of them is right."""
    for tenth in range(11):
        right, wrong = tally.sureness[tenth, True], tally.sureness[tenth, False]
        if right + wrong:
            print(f"   sure {tenth / 10:.1f} …: {right + wrong:5} values, right {right / (right + wrong):.2f}")


def print_cases(path: Path, limit: int | None, errors: int) -> float:
    """Score single sentences, print a row; return the share that is right."""
    wrong: list[str] = []
    cases = read_cases(path)[:limit]
    for case in cases:
        article = make_article("case", case.text, case.day.isoformat())
        found = [item for item in find_timexes(article, split=False) if item.start < case.end and case.start < item.end]
        if not is_right(case, [item.value for item in found]):
            values = ", ".join(item.value for item in found)
            wrong.append(f"{case.text[case.start : case.end]!r:45} {values:30} {' | '.join(sorted(case.values))}")
    share = 1 - len(wrong) / max(len(cases), 1)
    print(f"{'recognizers':28} {len(cases)} cases, right {share:.3f}")
    for line in wrong[::2][:errors]:
        print(f"      {line}")
    return share


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


def find_timexes(article: Article, *, split: bool = True) -> list[Timex]:
    """Return what Dateline finds in an article, with values in the notation of TIMEX3."""
    reading = read_article(article)
    times = find_times(reading)
    sentences = tuple(sentence.sentence for sentence in reading.sentences)
    batch = Batch("story", {Article: (article,), Sentence: sentences, TimeExpression: times})
    references = {row.time_id: row for row in date_story(batch, DateSettings()) if isinstance(row, TimeReference)}
    return [timex for item in times for timex in write_timexes(item, references[item.time_id], split=split)]


def write_timexes(item: TimeExpression, reference: TimeReference, *, split: bool = True) -> list[Timex]:
    """Return an expression as TimeML has it: a range in words ("2011 to 2016") is two, its beginning and its end."""
    value = reference.value or ""
    sure = reference.confidence if reference.first is not None else None
    link = None if item.meaning.until is None else _find_link(item.text)
    if not split or link is None or "/" not in value:
        return [Timex(item.start, item.end, item.kind, value if not split else value.partition("/")[0], sure)]
    begin, _, end = value.partition("/")
    return [
        Timex(item.start, item.start + link[0], item.kind, begin, sure),
        Timex(item.start + link[1], item.end, item.kind, end, sure),
    ]


def _find_link(text: str) -> tuple[int, int] | None:
    """Return the span of the words or mark that part a range's ends: the one nearest its middle."""
    found = [match.span() for match in _LINK.finditer(text) if match.start() > 0 and match.end() < len(text)]
    return min(found, key=lambda span: abs(span[0] + span[1] - len(text)), default=None)


if __name__ == "__main__":
    sys.exit(main())
