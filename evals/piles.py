"""Piles of articles of which it is known what belongs together, as the profiles that grouping sees.

All under $DATELINE_DATA/data (default ../shared): ``stories/basil`` (100 events, three outlets each, dated),
``events/ecbplus`` (topics 1 to 35, each of two sibling events of one sort; short, undated), ``timelines/t17`` (four
affairs told over months, dated) and ``keys`` (four stories with an answer key).
"""

from __future__ import annotations

import json
import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from evals.alone import list_articles
from evals.ecbplus import load_reports

from dateline.language.names import find_names
from dateline.language.profile import make_profile
from dateline.language.quantities import find_quantities
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, Capture, Profile
from dateline.read.inputs import read_inputs

DATA = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data"
_LONGEST = 12_000
"""Characters; longer ones in t17 are whole pages of comments."""
_SPACED = re.compile(r" ([.,;:?!%)\]]|'s\b|n't\b)")
_ADDRESS = re.compile(r"\Ahttps?: ?/[^\n]*\n")

Reader = Callable[[Article], Profile]


@dataclass(frozen=True, slots=True)
class Piled:
    """An article of a pile: what is known to belong together bears one ``story``, stories of one sort one ``topic``."""

    profile: Profile
    story: str
    topic: str


def profile_article(article: Article) -> Profile:
    """Return an article's profile as ``parse`` makes it."""
    reading = read_article(article)
    times = find_times(reading)
    return make_profile(reading, find_names(reading), find_quantities(reading, times), times)


def load_basil(read: Reader = profile_article) -> list[Piled]:
    """Return the articles of BASIL; every event is a topic of its own."""
    found = []
    for path in sorted((DATA / "stories" / "basil").rglob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        body = "\n\n".join(" ".join(paragraph) for paragraph in page["body-paragraphs"])
        article = _make_article(path.stem, page["source"], page["title"], body, page["date"])
        found.append(Piled(read(article), page["triplet-uuid"], page["triplet-uuid"]))
    return found


def load_siblings(read: Reader = profile_article) -> list[Piled]:
    """Return the reports of ECB+: the sub-topics of one topic are siblings, two events of one sort. Half of them open
    with their address, which is not theirs to tell."""
    return [
        Piled(
            read(_make_article(report.name, None, None, _ADDRESS.sub("", report.text), None)),
            report.subtopic,
            report.topic,
        )
        for report in load_reports(DATA / "events" / "ecbplus")
    ]


def load_affairs(each: int = 60, read: Reader = profile_article) -> list[Piled]:
    """Return articles of the four affairs of t17, so many of each, spread over its time."""
    affairs: defaultdict[str, list[dict[str, str]]] = defaultdict(list)
    for line in (DATA / "timelines" / "t17" / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        page = json.loads(line)
        if len(page["text"]) <= _LONGEST:
            affairs[page["topic"]].append(page)
    return [
        Piled(read(_make_article(page["id"], page["topic"], None, _mend(page["text"]), page["date"])), affair, affair)
        for affair, pages in sorted(affairs.items())
        for page in _spread(sorted(pages, key=lambda page: (page["date"], page["id"])), each)
    ]


def load_keys(read: Reader = profile_article) -> list[Piled]:
    """Return the articles of the stories with an answer key, cleaned as the road does."""
    return [
        Piled(read(article), folder.name, folder.name)
        for folder in sorted(path.parent for path in (DATA / "keys").glob("*/key.json"))
        for capture in read_inputs([str(folder / "articles")])
        if isinstance(capture, Capture)
        for article in list_articles(capture)
    ]


def halve(pile: Iterable[Piled]) -> tuple[list[Piled], list[Piled]]:
    """Return the part of a pile to calibrate on and the part to report on: every second topic, whole topics apart."""
    rows = list(pile)
    chosen = set(sorted({piled.topic for piled in rows}, key=lambda topic: (len(topic), topic))[::2])
    return [piled for piled in rows if piled.topic in chosen], [piled for piled in rows if piled.topic not in chosen]


def undate(pile: Iterable[Piled]) -> list[Piled]:
    """Return a pile in which no article says when it was published."""
    return [replace(piled, profile=replace(piled.profile, day=None)) for piled in pile]


def _mend(text: str) -> str:
    """Return a text of t17, whose words stand apart from their marks, in running form."""
    lines = [
        _SPACED.sub(r"\1", line).replace("`` ", '"').replace(" ''", '"').replace("-LRB- ", "(").replace(" -RRB-", ")")
        for line in text.splitlines()
    ]
    return "\n\n".join(line.strip() for line in lines if line.strip())


def _spread(pages: list[dict[str, str]], most: int) -> Iterator[dict[str, str]]:
    count = min(most, len(pages))
    return (pages[at * len(pages) // count] for at in range(count))


def _make_article(name: str, outlet: str | None, title: str | None, body: str, day: str | None) -> Article:
    return Article(
        article_id=name,
        capture_id=name,
        uri=name,
        sha256="",
        outlet=outlet,
        title=title,
        published=day,
        published_basis="metadata" if day else "unknown",
        language="en",
        text=f"{title}\n\n{body}" if title else body,
        body_start=len(title) + 2 if title else 0,
    )
