"""Articles out of web pages: Dateline's first stages beside trafilatura, newspaper4k and readability-lxml.

    python -m evals.eval_extraction [--set aeb|sites] [--only NAME …] [--limit N] [--show]

Two sets, looked for under ``$DATELINE_DATA/data/extraction`` (DATELINE_DATA defaults to ../shared):

- ``aeb``, the article-extraction-benchmark: 181 pages with their text. Measure as there (its evaluate.py): the
  shingles of four tokens of the found and of the true text are counted as multisets; precision and recall are means
  over pages, F1 is theirs.
- ``sites``: 146 pages of 2023 with text, title, authors and day. Text as above. Day: the share of pages that state
  one where the found day is it; ``day*`` is the same with ``ERRATA`` put right. Title: the share that is the same but
  for case, space and punctuation, and the mean F1 of its words. Authors: names counted over all pages, the same but for
  case and punctuation; precision, recall, F1.

Dateline refuses languages that it does not read. The rows of all pages are made with that switched off; a row for the
pages in English with the rule on stands beside. ``lost`` counts pages with a true text of which nothing was given.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from evals.extractors import ANY_LANGUAGE, Extractor, Found, name_extractors, split_names, take_dateline

from dateline.clean.tongue import find_language

FLOORS = {"aeb F1": 0.974, "sites F1": 0.947, "sites day*": 0.99, "sites title": 0.94, "sites authors": 0.905}
"""Dateline's scores over the pages in English (aeb) and over all pages (sites); they only go up."""

ERRATA = {
    # the truth has the year 2023 for pages that state another year, wherever they state their day
    "5a810127": "2024-01-23",
    "5e1e62be": "2018-05-20",
    "681d18c1": "2019-10-24",
    "6defa098": "2024-02-15",
    "dd1764f0": "2021-08-12",
    "ebe76f91": "2024-02-09",
    "f366bd83": "2023-10-18",  # and that of the last change, February 2, 2024
    # the truth has the day of the last change, beside which the page states that of publication
    "41777a41": "2023-12-12",
    "595ed638": "2022-12-27",
    "6956f917": "2023-12-22",
    "7dd2fe6d": "2023-12-22",
    "85578dce": "2023-12-22",
    "959e3e41": "2023-09-13",
    "c06b9a6c": "2023-12-15",
    "c46bfb89": "2023-04-24",
    "ddd256a8": "2023-01-17",
    "e6996539": "2023-12-06",
    # the truth has a day that the saved page does not state, or one of another zone than the page's own
    "855514d0": "2023-12-18",
    "a38d3adc": "2023-12-22",
    "cd7d3107": "2023-04-10",
    "ec24fa0c": "2024-02-15",
    "f929a143": "2023-12-18",
}
"""Pages of ``sites`` whose true day was found wrong by reading the page: what it states as its publication, by the
opening of its name. The score against the set as it came stands beside the one with these put right, for every
extractor."""

_TOKEN = re.compile(r"\w+", re.UNICODE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A page and what is true of it."""

    name: str
    url: str
    body: bytes
    true: Found


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """What an extractor reaches over a set; shares from 0 to 1."""

    precision: float
    recall: float
    lost: int
    pages_a_second: float
    day: float = 0.0
    mended: float = 0.0
    title: float = 0.0
    title_words: float = 0.0
    authors: tuple[float, float, float] = (0.0, 0.0, 0.0)

    @property
    def f1(self) -> float:
        """F1 of the mean precision and the mean recall."""
        return harmonise(self.precision, self.recall)


def main() -> None:
    """Print one row for each extractor and set; exit with 1 when Dateline falls below a floor."""
    default = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "extraction"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=default)
    parser.add_argument("--set", choices=sorted(LOADERS), action="append", help="set to score; both when not given")
    parser.add_argument("--only", action="append", help="extractor to run; all when not given")
    parser.add_argument("--limit", type=int, default=None, help="pages to read")
    parser.add_argument("--show", action="store_true", help="list Dateline's worst pages and wrong fields")
    args = parser.parse_args()
    low = []
    for name in args.set or sorted(LOADERS):
        cases = LOADERS[name](args.data / name)[: args.limit]
        scores = score_set(name, cases, args.only, show=args.show)
        reached = {f"{name} {what}": value for what, value in scores.items()}
        low += [f"{what}: {value:.3f} < {FLOORS[what]}" for what, value in reached.items() if value < FLOORS[what]]
    if low and not args.limit:
        raise SystemExit(f"below the floor: {'; '.join(low)}")


def load_aeb(folder: Path) -> list[Case]:
    """Read the article-extraction-benchmark."""
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    return [
        Case(name=name, url=row["url"], body=_unpack(folder, name), true=Found(text=row["articleBody"]))
        for name, row in sorted(truth.items())
    ]


def load_sites(folder: Path) -> list[Case]:
    """Read the pages of 2023."""
    truth = json.loads((folder / "articles.json").read_text(encoding="utf-8"))
    cases = []
    for name, row in sorted(truth.items()):
        day = row["date"] if re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"] or "") else ""
        true = Found(
            text=row["articleBody"],
            title=row["title"],
            authors=split_names(row["authors"] or ""),
            day=day,
        )
        cases.append(Case(name=name, url=row["url"], body=_unpack(folder, name), true=true))
    return cases


def _unpack(folder: Path, name: str) -> bytes:
    return gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())


LOADERS = {"aeb": load_aeb, "sites": load_sites}
"""The sets by name."""


def score_set(name: str, cases: Sequence[Case], only: Sequence[str] | None, *, show: bool) -> dict[str, float]:
    """Print the table of a set and return the values of Dateline that have a floor."""
    english = [case for case in cases if find_language(case.true.text, ANY_LANGUAGE)[0] == "en"]
    fields = name == "sites"
    print(f"\n{name}: {len(cases)} pages, {len(english)} in English")
    head = f"{'extractor':22} {'precision':>9} {'recall':>7} {'F1':>6} {'lost':>5} {'pages/s':>8}"
    print(head + ("     day    day*   title   words   authors P     R    F1" if fields else ""))
    reached: dict[str, float] = {}
    for label, take in name_extractors().items():
        if only and label not in only:
            continue
        found, seconds = run(take, cases)
        print_row(label, sum_up(cases, found, seconds), fields=fields)
        if label != "dateline":
            kept = [at for at, case in enumerate(cases) if case in english]
            part = sum_up(english, [found[at] for at in kept], seconds * len(kept) / len(cases))
            print_row(f"  {label}, English", part, fields=False)
            continue
        if show:
            show_worst(cases, found, fields=fields)
        score = sum_up(cases, found, seconds)
        found, seconds = run(partial(take_dateline, languages=("en",)), english)
        part = sum_up(english, found, seconds)
        print_row("  dateline, English", part, fields=False)
        reached = (
            {"F1": score.f1, "day*": score.mended, "title": score.title, "authors": score.authors[2]}
            if fields
            else {"F1": part.f1}
        )
    return reached


def run(take: Extractor, cases: Sequence[Case]) -> tuple[list[Found], float]:
    """Return what an extractor gives of every page, and the seconds it took."""
    start = time.perf_counter()
    found = [take(case.body, case.url) for case in cases]
    return found, time.perf_counter() - start


def sum_up(cases: Sequence[Case], found: Sequence[Found], seconds: float) -> Score:
    """Score what was found against what is true."""
    pairs = [compare(case.true.text, got.text) for case, got in zip(cases, found, strict=True)]
    precision, recall = (sum(part) / len(pairs) for part in zip(*pairs, strict=True))
    both = list(zip((case.true for case in cases), found, strict=True))
    dated = [
        (ERRATA.get(case.name[:8], case.true.day), case.true.day, got.day)
        for case, got in zip(cases, found, strict=True)
    ]
    dated = [days for days in dated if days[1]]
    named = [(fold(true.title), fold(got.title)) for true, got in both if true.title]
    return Score(
        precision=precision,
        recall=recall,
        lost=sum(bool(true.text) and not got.text for true, got in both),
        pages_a_second=len(cases) / seconds,
        day=_share([day == got for _, day, got in dated]),
        mended=_share([day == got for day, _, got in dated]),
        title=_share([true == got for true, got in named]),
        title_words=sum(overlap(true.split(), got.split()) for true, got in named) / max(len(named), 1),
        authors=score_names([(true.authors, got.authors) for true, got in both]),
    )


def print_row(label: str, score: Score, *, fields: bool) -> None:
    """Print one line of the table."""
    text = f"{score.precision:9.3f} {score.recall:7.3f} {score.f1:6.3f} {score.lost:5} {score.pages_a_second:8.1f}"
    more = (
        f"  {score.day:6.3f}  {score.mended:6.3f}  {score.title:6.3f}  {score.title_words:6.3f}      " if fields else ""
    )
    names = "  ".join(f"{value:5.3f}" for value in score.authors) if fields else ""
    print(f"{label:22} {text}{more}{names}", flush=True)


def show_worst(cases: Sequence[Case], found: Sequence[Found], *, fields: bool, most: int = 25) -> None:
    """List the pages with the lowest F1, and every field that differs."""
    scored = sorted(
        (harmonise(*compare(case.true.text, got.text)), at)
        for at, (case, got) in enumerate(zip(cases, found, strict=True))
    )
    for f1, at in scored[:most]:
        precision, recall = compare(cases[at].true.text, found[at].text)
        name, url, refused = cases[at].name[:8], cases[at].url[:90], found[at].refused[:80]
        print(f"    {f1:.2f} P {precision:.2f} R {recall:.2f} {name} {url} {refused}")
    if not fields:
        return
    for case, got in zip(cases, found, strict=True):
        true = case.true
        pairs = [
            ("title", fold(true.title), fold(got.title)),
            ("day", true.day and ERRATA.get(case.name[:8], true.day), true.day and got.day),
        ]
        pairs += [("authors", _list_names(true.authors), _list_names(got.authors))]
        for what, wanted, given in pairs:
            if wanted != given:
                print(f"    {what}: {wanted!r} != {given!r} {case.name[:8]} {case.url[:70]}")


def compare(true: str, found: str) -> tuple[float, float]:
    """Return precision and recall of the found text's four-token shingles."""
    left, right = shingle(true), shingle(found)
    both = sum((left & right).values())
    return (both / sum(right.values()) if right else float(not left)), (both / sum(left.values()) if left else 1.0)


def shingle(text: str) -> Counter[tuple[str, ...]]:
    """Count runs of four tokens; a shorter text is one run."""
    tokens = _TOKEN.findall(text)
    return Counter(tuple(tokens[at : at + 4]) for at in range(max(1, len(tokens) - 3))) if tokens else Counter()


def score_names(pairs: Sequence[tuple[tuple[str, ...], tuple[str, ...]]]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of names over all pages."""
    sets = [(_names(true), _names(found)) for true, found in pairs]
    right = sum(len(true & found) for true, found in sets)
    precision = right / max(sum(len(found) for _, found in sets), 1)
    recall = right / max(sum(len(true) for true, _ in sets), 1)
    return precision, recall, harmonise(precision, recall)


def _names(names: Sequence[str]) -> frozenset[str]:
    return frozenset(filter(None, map(fold, names)))


def _list_names(names: Sequence[str]) -> str:
    return " / ".join(sorted(_names(names)))


def overlap(true: Sequence[str], found: Sequence[str]) -> float:
    """F1 of words as multisets."""
    both = sum((Counter(true) & Counter(found)).values())
    return harmonise(both / len(found) if found else 0.0, both / len(true) if true else 0.0)


def fold(text: str) -> str:
    """Lower-case words of a text, joined by single spaces."""
    return " ".join(_TOKEN.findall(text.lower()))


def harmonise(precision: float, recall: float) -> float:
    """F1 of two shares."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(right: Sequence[bool]) -> float:
    return sum(right) / len(right) if right else 0.0


if __name__ == "__main__":
    main()
