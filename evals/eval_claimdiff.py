"""ClaimDiff: are differences found rather in pairs of claims of which one weakens the other than in strengthening
pairs?

    python -m evals.eval_claimdiff [--show]

Reads $DATELINE_DATA (default ../shared)/data/claims/claimdiff (Ko et al. 2022: pairs of sentences from two articles on
one topic, marked by readers as strengthening or weakening). The sentences of an article are taken as its text, the
articles of a topic as one pile, and the road is run over it. A pair counts as found when a discrepancy cites both. Most
pairs marked as weakening differ in tone or in what they leave out, which Dateline does not judge; the lift alone, found
among weakening over found among strengthening pairs, says whether it looks in the right place.
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from evals.eval_seeded import compare, parse

from dateline.model import Article, Discrepancy

FOLDER = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "claims" / "claimdiff"


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sentences, the articles that they are from, and how readers mark them."""

    topic: str
    day: str
    articles: tuple[str, str]
    claims: tuple[str, str]
    mark: str


def read_pairs() -> list[Pair]:
    """Return the pairs of the training part, each once: ``weaken``, ``strengthen`` or ``neither``."""
    marks: dict[str, set[str]] = defaultdict(set)
    raws: dict[str, dict[str, str]] = {}
    for mark, name in (("weaken", "weak"), ("strengthen", "strength")):
        for raw in json.loads((FOLDER / f"{name}-train.json").read_text(encoding="utf-8"))["data"]:
            key = raw["pair_id"]
            raws.setdefault(key, raw)
            marks[key] |= {mark} if raw["relation"] == 1 else set()
    return [_make_pair(raw, marks[key]) for key, raw in sorted(raws.items())]


def _make_pair(raw: dict[str, str], marks: set[str]) -> Pair:
    mark = "weaken" if "weaken" in marks else "strengthen" if marks else "neither"
    claims = " ".join(raw["claim_a"].split()), " ".join(raw["claim_b"].split())
    return Pair(raw["topic"], raw["date"], (raw["article_a"], raw["article_b"]), claims, mark)


def make_articles(pairs: list[Pair]) -> list[Article]:
    """Return the articles of one topic, each of its sentences in the order of the pairs."""
    lines: dict[str, dict[str, None]] = defaultdict(dict)
    for pair in pairs:
        for title, claim in zip(pair.articles, pair.claims, strict=True):
            lines[title][claim] = None
    return [
        Article(
            article_id=f"a{at}", capture_id="", uri=title, sha256="", outlet=f"Outlet {at}", title=None,
            published=pairs[0].day, language="en", text="\n\n".join(lines[title]), body_start=0,
        )
        for at, title in enumerate(sorted(lines))
    ]  # fmt: skip


def find_pairs(pairs: list[Pair]) -> Iterator[tuple[Pair, list[Discrepancy]]]:
    """Yield the pairs of one topic with the discrepancies that cite both of their sentences on two sides."""
    articles = make_articles(pairs)
    found = compare([parse(article) for article in articles])
    places = {
        (article.uri, claim): _find_span(article, claim) for article in articles for claim in article.text.split("\n\n")
    }
    for pair in pairs:
        spans = [places[title, claim] for title, claim in zip(pair.articles, pair.claims, strict=True)]
        yield pair, [row for row in found if _cites_both(row, spans)]


Place = tuple[str, int, int]


def _find_span(article: Article, claim: str) -> Place:
    start = article.text.index(claim)
    return article.article_id, start, start + len(claim)


def _cites_both(row: Discrepancy, spans: list[Place]) -> bool:
    sides = [
        {
            at
            for at, (name, start, end) in enumerate(spans)
            for c in side.cites
            if c.article_id == name and c.start < end and start < c.end
        }
        for side in row.sides
    ]
    return any(0 in one and 1 in other for one in sides for other in sides if one is not other)


def main() -> None:
    """Print how many pairs of each mark are found, and the lift."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print what is found")
    args = parser.parse_args()
    topics: dict[str, list[Pair]] = defaultdict(list)
    for pair in read_pairs():
        topics[pair.topic].append(pair)
    count: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for _, pairs in sorted(topics.items()):
        for pair, rows in find_pairs(pairs):
            count[pair.mark] += 1
            hits[pair.mark] += bool(rows)
            if args.show and rows:
                print(pair.mark, [f"{row.kind}/{row.verdict}: {row.about}" for row in rows], *pair.claims, sep="\n   ")
    for mark in ("weaken", "strengthen", "neither"):
        print(f"{mark:12} {hits[mark]:4} of {count[mark]:5} pairs  {hits[mark] / max(1, count[mark]):.4f}")
    rates = [hits[mark] / max(1, count[mark]) for mark in ("weaken", "strengthen")]
    print("lift", f"{rates[0] / rates[1]:.2f}" if rates[1] else "– (none found among strengthening pairs)")


if __name__ == "__main__":
    main()
