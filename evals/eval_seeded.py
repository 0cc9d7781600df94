"""Seeded edits: one value changed in a re-worded copy of a real report. Is it found, and is nothing found in plain
copies?

    python -m evals.eval_seeded [--reports N] [--half NAME] [--show]

Reads reports of BASIL, t17 and the keys under $DATELINE_DATA (default ../shared)/data. Of each report a program makes a
copy for every kind (number, date, role, name, place, polarity; ``evals/seeded_edits.py``) with one value changed, and a
plain copy with none; report and copy are one pile, run over the whole road from ``parse`` to ``compare``. An edit
counts
as found when a discrepancy of a fitting kind cites both sentences; in a plain copy nothing may be found but what the
report alone already gives. Every second report is for calibration; the figures
with floors are of the others. ``--show`` prints what is missed and what is found in plain copies.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from evals.copies.sets import read_set
from evals.seeded_edits import KINDS, Seeded, make_copy

from dateline.model import Article, Cite, Discrepancy, Pair, Record, Story
from dateline.settings import Settings
from dateline.stage import Batch
from dateline.stages import STAGES

DATA = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data"
FLOOR = {"recall": 0.9, "plain": 0.995}
"""Least recall of any kind, and least share of plain copies without a discrepancy, on the held-out half."""
FITTING = {
    "number": {"number"},
    "date": {"date"},
    "role": {"role"},
    "name": {"name", "who"},
    "place": {"place"},
    "polarity": {"polarity", "status"},
}
_SHORTEST, _LONGEST = 1200, 7000
"""Characters of a report that is taken."""
_STAGES = {stage.name: stage for stage in STAGES}
_PER_STORY = ("date", "resolve", "happen", "attest", "compare")
Rows = dict[type[Record], list[Record]]


@dataclass(slots=True)
class Score:
    """Counts of one half of the reports."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    fitting: Counter[str] = field(default_factory=Counter)
    stray: Counter[str] = field(default_factory=Counter)
    plain: int = 0
    silent: int = 0


def read_reports(count: int) -> list[Article]:
    """Return reports of three sorts, spread evenly: half of BASIL, a third of t17, the rest of the keys."""
    sets = [(read_set(DATA, "basil"), count // 2), (read_set(DATA, "t17"), count // 3), (read_keys(), count)]
    chosen: list[Article] = []
    for rows, most in sets:
        fitting = [row for row in rows if _SHORTEST <= len(row.text) <= _LONGEST and row.published]
        most = min(most, count - len(chosen), len(fitting))
        chosen += [fitting[at * len(fitting) // most] for at in range(most)]
    return [replace(row, article_id=f"s{at:03}") for at, row in enumerate(chosen)]


def read_keys() -> list[Article]:
    """Return the articles of the stories with keys."""
    found = []
    for path in sorted((DATA / "keys").glob("*/articles/*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        title = page["title"] if page["text"].startswith(page["title"] or "\0") else None
        found.append(
            Article(
                article_id=path.stem, capture_id="", uri=path.name, sha256="", outlet=page["outlet"], title=title,
                published=page["published"], language="en", text=page["text"],
                body_start=len(title) if title else 0, )
        )  # fmt: skip
    return found


def parse(article: Article) -> Rows:
    """Return an article's own records."""
    rows: Rows = {Article: [article]}
    for name in ("parse", "sign"):
        stage = _STAGES[name]
        batch = Batch(article.article_id, {Article: (article,)})
        for row in stage.run(batch, getattr(Settings(), name)):
            rows.setdefault(type(row), []).append(row)
    return rows


def compare(piles: Iterable[Rows]) -> list[Discrepancy]:
    """Run the road from ``match`` on over parsed articles as one story; return its discrepancies."""
    rows: Rows = {}
    for pile in piles:
        for kind, group in pile.items():
            rows.setdefault(kind, []).extend(group)
    _run("match", "", rows)
    for row in list(rows.get(Pair, ())):
        _run("copies", row.article_id, rows)  # type: ignore[attr-defined]
    articles = tuple(row.article_id for row in rows[Article])  # type: ignore[attr-defined]
    rows[Story] = [Story(story_id="story", title="", articles=articles)]
    for name in _PER_STORY:
        _run(name, "story", rows)
    return [row for row in rows.get(Discrepancy, []) if isinstance(row, Discrepancy)]


def _run(name: str, key: str, rows: Rows) -> None:
    stage = _STAGES[name]
    batch = Batch(key, {kind: tuple(rows.get(kind, ())) for kind in stage.reads})
    for row in list(stage.run(batch, getattr(Settings(), name))):
        rows.setdefault(type(row), []).append(row)


def make_copies(article: Article) -> Iterator[tuple[Article, Seeded]]:
    """Yield the plain copy of a report and one copy for each kind of value that it has."""
    for at, kind in enumerate((None, *KINDS)):
        dice = random.Random(f"{article.article_id} {kind}")
        seeded = make_copy(article.text, article.body_start, kind, dice)
        if seeded is not None:
            name = f"{article.article_id}c{at}"
            yield replace(article, article_id=name, uri=name, outlet="The Norby Mail", text=seeded.text,
                          body_start=0, title=None, dateline=None), seeded  # fmt: skip


def is_found(row: Discrepancy, seeded: Seeded, names: tuple[str, str]) -> bool:
    """Whether a discrepancy has the changed sentence on one side and its source on another."""
    return any(
        one != other
        and _cites(left.cites, names[0], seeded.source_span)
        and _cites(right.cites, names[1], seeded.copy_span)
        for one, left in enumerate(row.sides)
        for other, right in enumerate(row.sides)
    )


def _is_own(row: Discrepancy, name: str) -> bool:
    """Whether a report differs so with itself: every side cites it ("up from 40 the day before")."""
    return all(any(cite.article_id == name for cite in side.cites) for side in row.sides)


def _cites(cites: Iterable[Cite], name: str, span: tuple[int, int] | None) -> bool:
    return span is not None and any(c.article_id == name and c.start < span[1] and span[0] < c.end for c in cites)


def score_report(article: Article, score: Score, show: bool) -> None:
    """Make a report's copies, compare each with it, and count."""
    own = parse(article)
    for copy, seeded in make_copies(article):
        found = compare([own, parse(copy)])
        label = f"{article.uri[:24]} {seeded.kind}: {seeded.was!r} → {seeded.now!r}"
        if seeded.kind is None:
            between = [row for row in found if not _is_own(row, article.article_id)]
            score.plain += 1
            score.silent += not between
            if show and between:
                lines = (f"\n    {row.kind} {row.verdict}: {[side.says for side in row.sides]}" for row in between)
                print("PLAIN", article.uri[:24], *lines)
            continue
        here = [row for row in found if is_found(row, seeded, (article.article_id, copy.article_id))]
        fitting = [row for row in here if row.kind in FITTING[seeded.kind]]
        score.planted[seeded.kind] += 1
        score.found[seeded.kind] += bool(here)
        score.fitting[seeded.kind] += bool(fitting)
        score.stray[seeded.kind] += len(found) - len(here)
        if show and not fitting and seeded.copy_span:
            print("MISSED", label, "|", copy.text[slice(*seeded.copy_span)][:300], [d.kind for d in found])


def main() -> int:
    """Print recall by kind and the share of silent plain copies, for both halves; return 1 under a floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=60, help="reports, half of them for calibration")
    parser.add_argument("--half", choices=("calibration", "held out"), help="one half only")
    parser.add_argument("--show", action="store_true", help="print misses and false finds")
    args = parser.parse_args()
    reports = read_reports(args.reports)
    failed = False
    for name, rows in (("calibration", reports[::2]), ("held out", reports[1::2])):
        if args.half in (None, name):
            score = Score()
            for article in rows:
                score_report(article, score, args.show)
            print_score(name, score)
            failed |= name == "held out" and is_under_floor(score)
    return int(failed)


def print_score(name: str, score: Score) -> None:
    """Print one half's figures."""
    print(f"{name}: {score.plain} reports; plain copies without a discrepancy {score.silent / max(1, score.plain):.3f}")
    print(f"  {'kind':10} {'planted':>8} {'recall':>8} {'any kind':>9} {'strays':>7}")
    for kind in KINDS:
        planted = score.planted[kind]
        cells = (score.fitting[kind] / max(1, planted), score.found[kind] / max(1, planted))
        print(f"  {kind:10} {planted:8} {cells[0]:8.3f} {cells[1]:9.3f} {score.stray[kind]:7}")


def is_under_floor(score: Score) -> bool:
    """Whether a half's figures are under a floor."""
    least = min((score.fitting[kind] / score.planted[kind] for kind in KINDS if score.planted[kind]), default=0.0)
    return least < FLOOR["recall"] or score.silent / max(1, score.plain) < FLOOR["plain"]


if __name__ == "__main__":
    sys.exit(main())
