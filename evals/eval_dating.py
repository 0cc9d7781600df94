"""Dating undated articles: each dated article in turn is stripped of its date, which the rest of its story must tell.

Days of error are counted for the articles that get a day; the rest are refused. The sets: the stories of ``data/keys``
and the triples of ``data/stories/basil`` (one event, three outlets), both looked for in $DATELINE_DATA (default
``../shared``). Published systems that date a text alone get the year right for 64 % at best (NeuralDater, 2018).

    PYTHONPATH=src python evals/eval_dating.py [--limit N] [--show]
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median

from evals.alone import list_articles

from dateline.dates import day_of
from dateline.events.date import date_story
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, Capture, Dating, Record, Sentence, TimeExpression
from dateline.read.inputs import read_inputs
from dateline.settings import DateSettings
from dateline.stage import Batch

Trial = tuple[int | None, bool, float]
"""Days of error (None when refused), whether the interval held the true day, and the stated confidence."""
Rows = dict[type[Record], tuple[Record, ...]]


def main() -> None:
    """Print how many articles got a day, and by how many days it was off."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, default=None, help="stories of each set")
    parser.add_argument("--show", action="store_true", help="print every article that is off or refused")
    args = parser.parse_args()
    data = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data"
    heads = ("articles", "dated", "exact", "±1 day", "held", "sure", "median", "worst")
    print(f"{'set':8} " + " ".join(f"{head:>8}" for head in heads))
    for name, stories in (("keys", list(_load_keys(data / "keys"))), ("basil", list(_load_basil(data / "stories")))):
        print_row(name, [trial for story in stories[: args.limit] for trial in leave_one_out(story, args.show)])


def print_row(name: str, trials: list[Trial]) -> None:
    """Print one set's row of the table."""
    errors = sorted(abs(error) for error, _, _ in trials if error is not None)
    if not errors:
        print(f"{name:8} {len(trials):8} {0:6}")
        return
    exact, near = (sum(error <= limit for error in errors) / len(errors) for limit in (0, 1))
    held = sum(inside for error, inside, _ in trials if error is not None) / len(errors)
    sure = sum(confidence for error, _, confidence in trials if error is not None) / len(errors)
    figures = [f"{figure:8.3f}" for figure in (exact, near, held, sure, float(median(errors)))]
    print(f"{name:8} {len(trials):8} {len(errors):8} {' '.join(figures)} {errors[-1]:8}")


def leave_one_out(story: Rows, show: bool) -> Iterator[Trial]:
    """Yield a trial for each article with a date in a story with others."""
    articles = [row for row in story[Article] if isinstance(row, Article)]
    for hidden in articles:
        truth = day_of(hidden.published)
        if truth is None or sum(article.published is not None for article in articles) < 2:
            continue
        stripped = replace(hidden, published=None, published_basis=None, dateline_date=None)
        rest = tuple(stripped if article is hidden else article for article in articles)
        rows = {**story, Article: rest}
        found = next(
            row
            for row in date_story(Batch("story", rows), DateSettings())
            if isinstance(row, Dating) and row.article_id == hidden.article_id
        )
        day, first, last = day_of(found.published), day_of(found.first), day_of(found.last)
        if show and day != truth:
            print(f"  {hidden.uri} {truth} got {day} ({first} … {last}) {found.confidence}: {found.why}")
        inside = first is not None and last is not None and first <= truth <= last
        yield ((day - truth).days if day else None), inside, found.confidence


def _load_keys(folder: Path) -> Iterator[Rows]:
    """Yield the stories that have an answer key, read and cleaned as any input."""
    for story in sorted(path for path in folder.iterdir() if path.is_dir()):
        captures = [row for row in read_inputs([str(story / "articles")]) if isinstance(row, Capture)]
        yield parse_story([article for capture in captures for article in list_articles(capture)])


def _load_basil(folder: Path) -> Iterator[Rows]:
    """Yield the triples: each event as three outlets report it."""
    triples: dict[str, list[Article]] = {}
    for path in sorted((folder / "basil").rglob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        triples.setdefault(page["triplet-uuid"], []).append(_make_article(path.name, page))
    for _, articles in sorted(triples.items()):
        yield parse_story(articles)


def _make_article(name: str, page: Mapping[str, object]) -> Article:
    """Return a page of the set as an article; its text needs no cleaning."""
    paragraphs = page["body-paragraphs"]
    assert isinstance(paragraphs, list)
    title = str(page["title"])
    text = title + "\n\n" + "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)
    return Article(
        article_id=name,
        capture_id=name,
        uri=name,
        sha256="",
        outlet=str(page["source"]),
        title=title,
        published=str(page["date"]),
        published_basis="metadata",
        language="en",
        text=text,
        body_start=len(title) + 2,
    )


def parse_story(articles: list[Article]) -> Rows:
    """Return a story's articles with their sentences and time expressions."""
    readings = [read_article(article) for article in articles]
    return {
        Article: tuple(articles),
        Sentence: tuple(sentence.sentence for reading in readings for sentence in reading.sentences),
        TimeExpression: tuple(time for reading in readings for time in find_times(reading)),
    }


if __name__ == "__main__":
    main()
