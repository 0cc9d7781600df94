"""Copies: planted ones found again, with their kind and direction, and what is found in real piles.

    python -m evals.eval_copies [--each 60] [--seeds 3] [--found basil|ecbplus|polnear|t17] [--candidates]

Without options it builds piles from the texts under DATELINE_DATA (default ``../shared``), as ``evals/copies/build.py``
tells, runs sign, match and copies over them, and prints F1 of pairs, accuracy of kinds and of directions, and what was
missed, recipe by recipe; it fails under FLOORS. Real reports that are copies without our doing are in
``evals/copies/real.json``, each found by reading; the second of each such pair is left out of the piles.

``--found`` lists what is found in a set, for reading. ``--candidates`` compares ways to find candidates: winnowing,
FracMinHash, and MinHash with LSH bands (rensa, when it is installed).
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

from evals.copies.build import Pile, Planted, build_pile, read_sources
from evals.copies.sets import make_article, read_set

from dateline.copies.copies import find_copies
from dateline.copies.match import match_articles
from dateline.copies.sign import sign_article
from dateline.model import Article, Copy, Pair, Signature
from dateline.settings import CopiesSettings, MatchSettings, SignSettings
from dateline.stage import Batch

DATA = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data"
_BASIL = re.compile(r"[0-9a-f-]{36}_\d")
REAL = Path(__file__).parent / "copies" / "real.json"
FLOORS = {"pair F1": 0.995, "kind accuracy": 0.98, "direction accuracy": 0.99}
"""The script fails when a score falls under its floor; floors only go up."""


@dataclass(slots=True)
class Score:
    """Counts over piles."""

    right: int = 0
    found: int = 0
    planted: int = 0
    kinds_right: int = 0
    kinds: int = 0
    directions_right: int = 0
    candidates: int = 0
    articles: int = 0
    own: int = 0
    own_taken: int = 0
    rows: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    wrong: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """Return the scores that have floors, and those they come from."""
        precision, recall = self.right / max(1, self.found), self.right / max(1, self.planted)
        return {
            "pair precision": precision,
            "pair recall": recall,
            "pair F1": 2 * precision * recall / max(1e-9, precision + recall),
            "kind accuracy": self.kinds_right / max(1, self.kinds),
            "direction accuracy": self.directions_right / max(1, self.right),
            "candidates an article": self.candidates / max(1, self.articles),
        }


def main() -> None:
    """Print the scores; exit 1 when one is under its floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=60, help="copies planted by each recipe in a pile")
    parser.add_argument("--seeds", type=int, default=3, help="number of piles")
    parser.add_argument(
        "--found", choices=("basil", "ecbplus", "polnear", "t17", "sources"), help="list what is found in a set"
    )
    parser.add_argument("--candidates", action="store_true", help="compare ways to find candidates")
    args = parser.parse_args()
    if args.found:
        show_found(read_set(DATA, args.found) if args.found != "sources" else list_sources())
        return
    real = json.loads(REAL.read_text(encoding="utf-8"))
    sources = read_sources(DATA, [row["pair"] for row in real])
    piles = [build_pile(sources, seed, args.each) for seed in range(args.seeds)]
    if args.candidates:
        from evals.copies.candidates import compare_candidates

        compare_candidates(piles[0])
        return
    score = Score()
    for pile in piles:
        score_pile(pile, score)
    report(score)
    low = [name for name, floor in FLOORS.items() if score.figures()[name] < floor]
    if low:
        sys.exit(f"under the floor: {', '.join(low)}")


def list_sources() -> list[Article]:
    """Return the reports that piles are built from, each as it is."""
    sources = read_sources(DATA)
    return [
        make_article(row.name, row.title, "\n".join(row.paragraphs), row.outlet, row.day or None) for row in sources
    ]


def run_copies(articles: Sequence[Article]) -> tuple[list[Pair], list[Copy]]:
    """Run the three stages over articles; return candidates and copies."""
    signatures = [
        row
        for article in articles
        for row in sign_article(Batch(article.article_id, {Article: (article,)}), SignSettings())
        if isinstance(row, Signature)
    ]
    pairs = match_articles(Batch("", {Signature: tuple(signatures)}), MatchSettings())
    by_id = {article.article_id: article for article in articles}
    grouped: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        assert isinstance(pair, Pair)
        grouped[pair.article_id].append(pair)
    copies: list[Copy] = []
    for article_id, own in grouped.items():
        rows = (by_id[article_id], *(by_id[pair.of] for pair in own))
        batch = Batch(article_id, {Pair: tuple(own), Article: rows})
        copies += [row for row in find_copies(batch, CopiesSettings()) if isinstance(row, Copy)]
    return [pair for own in grouped.values() for pair in own], copies


def score_pile(pile: Pile, score: Score) -> None:
    """Add a pile's counts to the score."""
    pairs, copies = run_copies(pile.articles)
    planted = {frozenset((row.repeat, row.source)): row for row in pile.planted}
    found = {frozenset((row.article_id, row.of)): row for row in copies}
    wanted = {key for key, row in planted.items() if row.kind != "quote"}
    given = {key for key, row in found.items() if row.kind != "quote"}
    score.right += len(wanted & given)
    score.found += len(given)
    score.planted += len(wanted)
    score.candidates += len(pairs)
    score.articles += len(pile.articles)
    own = {key for key in _pair_events(pile) if key not in wanted}
    score.own += len(own)
    score.own_taken += len(own & given)
    for key, made in planted.items():
        _score_kind(made, found.get(key), score)
    for key in given - wanted:
        row = found[key]
        names = [pile.names.get(name, (name,)) for name in (row.article_id, row.of)]
        score.wrong.append(f"{row.article_id} ~ {row.of} {names}: {row.kind} {row.share} ({row.why})")


def _pair_events(pile: Pile) -> Iterator[frozenset[str]]:
    """Yield the pairs of reports on one event by two outlets (BASIL)."""
    events: dict[str, list[str]] = defaultdict(list)
    for article in pile.articles:
        name = pile.names.get(article.article_id, (article.article_id,))[0]
        if _BASIL.fullmatch(name):
            events[name[:-2]].append(article.article_id)
    for told in events.values():
        yield from map(frozenset, combinations(told, 2))


def _score_kind(planted: Planted, found: Copy | None, score: Score) -> None:
    got = found.kind if found else "nothing"
    score.kinds += 1
    score.kinds_right += got == planted.kind
    score.rows[planted.recipe][got] += 1
    if found and planted.kind != "quote" and found.kind != "quote":
        score.directions_right += found.article_id == planted.repeat
    if got != planted.kind:
        told = f"{found.share} {found.why}" if found else ""
        score.wrong.append(f"{planted.repeat} [{planted.recipe}] is {planted.kind}, found {got} {told}")


def report(score: Score) -> None:
    """Print figures, kinds by recipe, and every error."""
    for name, figure in score.figures().items():
        floor = f"   floor {FLOORS[name]:.2f}" if name in FLOORS else ""
        print(f"{name:24} {figure:.4f}{floor}")
    print(f"planted {score.planted} copies in {score.articles} articles, found {score.found}, right {score.right}")
    print(f"two outlets' own reports of one event: {score.own} pairs, {score.own_taken} taken for copies")
    for recipe, counts in score.rows.items():
        print(f"  {recipe:38}", ", ".join(f"{kind} {number}" for kind, number in counts.most_common()))
    for line in score.wrong:
        print("  !", line)


def show_found(articles: Sequence[Article]) -> None:
    """Print what is found, longest share first, with the first repeated words."""
    started = time.perf_counter()
    pairs, copies = run_copies(articles)
    print(f"{len(articles)} articles, {len(pairs)} candidates, {time.perf_counter() - started:.1f} s")
    print(Counter(copy.kind for copy in copies))
    by_id = {article.article_id: article for article in articles}
    for copy in sorted(copies, key=lambda row: (row.kind, -row.share, row.article_id)):
        longest = max(copy.spans, key=lambda span: span[1] - span[0])
        words = " ".join(by_id[copy.article_id].text[longest[0] : longest[1]].split())
        print(f"{copy.kind:8} {copy.share:.2f} {copy.article_id} of {copy.of}: {copy.why}\n      {words[:300]}")


if __name__ == "__main__":
    main()
