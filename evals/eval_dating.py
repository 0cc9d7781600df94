"""Dating undated articles: each dated article in turn is stripped of its date, which the rest of its story must tell.

For each set: how many articles, how many got a day, the share of those that is right and at most a day off, the share
right counting each that got none as wrong, how many got an interval, the share of those that hold the true day, how
sure it says it is of the days that it names, the median and worst error in days, and the median length of the
intervals. ``unseen`` are the triples of BASIL that no weight was fitted on. Published systems that date a text alone
get the year right for 64 % at best (NeuralDater, 2018).

    python -m evals.eval_dating [--limit N] [--show]
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from statistics import median

from evals.alone import list_articles
from evals.dated_stories import Rows, load_basil, load_slices, parse_story

from dateline.dates import day_of
from dateline.events.times.date import date_story
from dateline.model import Article, Capture, Dating
from dateline.read.inputs import read_inputs
from dateline.settings import DateSettings
from dateline.stage import Batch

FLOOR = {"exact": 0.80, "held": 0.95, "exact of all": 0.70}
"""What the unseen triples must reach."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One article stripped of its date, and what was found."""

    truth: date
    day: date | None
    first: date | None
    last: date | None
    confidence: float

    @property
    def off(self) -> int | None:
        """Days of error; None where no day was named."""
        return abs((self.day - self.truth).days) if self.day else None

    @property
    def held(self) -> bool:
        """Whether the interval holds the true day."""
        return self.first is not None and self.last is not None and self.first <= self.truth <= self.last


def main() -> None:
    """Print how many articles got a day, and by how many days it was off."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, default=None, help="stories of each set")
    parser.add_argument("--show", action="store_true", help="print every article that is off or refused")
    args = parser.parse_args()
    data = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data"
    basil = load_basil(data / "stories" / "basil")
    sets = {
        "keys": load_keys(data / "keys"),
        "fitted": basil[::2],
        "unseen": basil[1::2],
        "basil": basil,
        "t17": load_slices(data / "timelines" / "t17"),
    }
    heads = ("articles", "dated", "exact", "±1 day", "of all", "spans", "held", "sure", "median", "worst", "length")
    print(f"{'set':8} " + " ".join(f"{head:>8}" for head in heads))
    for name, stories in sets.items():
        print_row(name, [trial for story in stories[: args.limit] for trial in leave_one_out(story, args.show)])


def print_row(name: str, trials: list[Trial]) -> None:
    """Print one set's row of the table."""
    errors = sorted(trial.off for trial in trials if trial.off is not None)
    spans = [trial for trial in trials if trial.first and trial.last]
    if not errors or not spans:
        print(f"{name:8} {len(trials):8} {len(errors):8}")
        return
    exact, near = (sum(error <= limit for error in errors) for limit in (0, 1))
    held = sum(trial.held for trial in spans) / len(spans)
    sure = sum(trial.confidence for trial in trials if trial.day) / len(errors)
    length = median((trial.last - trial.first).days + 1 for trial in spans if trial.first and trial.last)
    shares = [exact / len(errors), near / len(errors), exact / len(trials)]
    figures = " ".join(f"{figure:8.3f}" for figure in shares)
    rest = f"{len(spans):8} {held:8.3f} {sure:8.3f} {median(errors):8.1f} {errors[-1]:8} {length:8.1f}"
    print(f"{name:8} {len(trials):8} {len(errors):8} {figures} {rest}")


def load_keys(folder: Path) -> list[Rows]:
    """Return the stories that have an answer key, read and cleaned as any input."""
    found = []
    for story in sorted(path for path in folder.iterdir() if path.is_dir()):
        captures = [row for row in read_inputs([str(story / "articles")]) if isinstance(row, Capture)]
        found.append(parse_story([article for capture in captures for article in list_articles(capture)]))
    return found


def leave_one_out(story: Rows, show: bool = False) -> Iterator[Trial]:
    """Yield a trial for each article with a date in a story with others."""
    articles = [row for row in story[Article] if isinstance(row, Article)]
    for hidden in articles:
        truth = day_of(hidden.published)
        if truth is None or sum(article.published is not None for article in articles) < 2:
            continue
        stripped = replace(hidden, published=None, published_basis=None, published_zone=None, dateline_date=None)
        rest = tuple(stripped if article is hidden else article for article in articles)
        rows = {**story, Article: rest}
        found = next(
            row
            for row in date_story(Batch("story", rows), DateSettings())
            if isinstance(row, Dating) and row.article_id == hidden.article_id
        )
        trial = Trial(truth, day_of(found.published), day_of(found.first), day_of(found.last), found.confidence)
        if show and (trial.off or not trial.held):
            print(
                f"  {hidden.uri} {truth} got {trial.day} ({trial.first} … {trial.last}) {trial.confidence}: {found.why}"
            )
        yield trial


if __name__ == "__main__":
    main()
