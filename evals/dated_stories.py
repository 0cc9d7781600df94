"""Stories whose articles have dates, read and parsed for what the stage ``date`` looks at.

``basil``: triples, one event in three outlets' reports. ``t17``: slices of four long affairs, every third article of a
stretch of time. Both under $DATELINE_DATA/data.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from dateline.language.events import find_events
from dateline.language.names import find_names
from dateline.language.quantities import find_quantities
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, EventMention, Quantity, Record, Sentence, TimeExpression

Rows = dict[type[Record], tuple[Record, ...]]

_SLICES = 4
"""Slices of each affair of t17."""
_STRIDE, _STRETCH = 3, 36
_LONGEST = 12_000
"""Characters; longer ones in t17 are whole pages of comments."""
_SPACED = re.compile(r" ([.,;:?!%)\]]|'s\b|n't\b)")


def load_basil(folder: Path) -> list[Rows]:
    """Return the triples: each event as three outlets report it."""
    triples: dict[str, list[Article]] = {}
    for path in sorted(folder.rglob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        triples.setdefault(page["triplet-uuid"], []).append(_make_basil(path.name, page))
    return [parse_story(articles) for _, articles in sorted(triples.items())]


def load_slices(folder: Path) -> list[Rows]:
    """Return slices of long affairs: every third article of a stretch of time."""
    affairs: dict[str, list[dict[str, str]]] = {}
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        if len(page["text"]) <= _LONGEST:
            affairs.setdefault(page["topic"], []).append(page)
    return [
        parse_story([_make_slice(page) for page in pages])
        for _, affair in sorted(affairs.items())
        for pages in _cut_slices(sorted(affair, key=lambda page: (page["date"], page["id"])))
    ]


def _cut_slices(pages: list[dict[str, str]]) -> Iterator[list[dict[str, str]]]:
    for count in range(_SLICES):
        start = count * (len(pages) - _STRETCH) // (_SLICES - 1)
        yield pages[start : start + _STRETCH : _STRIDE]


def _make_basil(name: str, page: Mapping[str, object]) -> Article:
    """Return a page of BASIL as an article; its text needs no cleaning."""
    paragraphs = page["body-paragraphs"]
    assert isinstance(paragraphs, list)
    title = str(page["title"])
    text = title + "\n\n" + "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)
    return _make_article(name, str(page["source"]), title, text, str(page["date"]))


def _make_slice(page: Mapping[str, str]) -> Article:
    """Return a page of t17 as an article: its words stand apart from their marks, and are joined again."""
    lines = [_SPACED.sub(r"\1", line).replace("`` ", '"').replace(" ''", '"') for line in page["text"].splitlines()]
    text = "\n\n".join(line.strip() for line in lines if line.strip())
    return _make_article(page["id"], page["topic"], None, text, page["date"])


def _make_article(name: str, outlet: str, title: str | None, text: str, day: str) -> Article:
    return Article(
        article_id=name,
        capture_id=name,
        uri=name,
        sha256="",
        outlet=outlet,
        title=title,
        published=day,
        published_basis="metadata",
        language="en",
        text=text,
        body_start=len(title) + 2 if title else 0,
    )


def parse_story(articles: list[Article]) -> Rows:
    """Return a story's articles with their sentences, time expressions, quantities and events."""
    sentences: list[Sentence] = []
    times: list[TimeExpression] = []
    quantities: list[Quantity] = []
    events: list[EventMention] = []
    for article in articles:
        reading = read_article(article)
        found = find_times(reading)
        sentences += [sentence.sentence for sentence in reading.sentences]
        times += found
        quantities += find_quantities(reading, found)
        events += find_events(reading, find_names(reading), found)
    return {
        Article: tuple(articles),
        Sentence: tuple(sentences),
        TimeExpression: tuple(times),
        Quantity: tuple(quantities),
        EventMention: tuple(events),
    }
