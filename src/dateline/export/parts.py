"""The parts of a long timeline: what was before the reports, then chapter by chapter."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

from dateline.dates import parse_cut
from dateline.export.contract import ArticleData, ChapterData, StoryData, TimelineData
from dateline.export.phrase import flatten, main_entries, say_count
from dateline.wording import say_span

BACKGROUND = "Before the reports"
_NEWS_DAYS = 10
"""Days before the first report that still belong to what it tells."""
_ENOUGH = 3
"""Lines of background from which they are a part of their own."""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a timeline with its heading; a timeline of one part needs none."""

    title: str
    span: str
    why: str
    entries: list[TimelineData]

    @property
    def hidden(self) -> int:
        """How many of its lines are lesser ones."""
        return len(self.entries) - len(main_entries(self.entries))


def say_chapter(row: ChapterData) -> str:
    """Return a chapter's days and how many reports it has: "27 June – 16 September 2009, 8 reports"."""
    return f"{say_span(row['first'], row['last'])}, {say_count(len(row['articles']), 'report')}"


def part_timeline(story: StoryData, entries: Sequence[TimelineData], articles: Mapping[str, ArticleData]) -> list[Part]:
    """Cut a timeline where its chapters end, and what was long before the reports off from the rest.

    A line belongs to the first chapter that does not end before it; undated lines come last, with the last part.
    """
    days = sorted(day for key in story["articles"] if (day := (articles[key]["published"] or "")[:10]))
    start = _shift(days[0]) if days else ""
    before = [entry for entry in entries if start and _ends(entry) and _ends(entry) < start]
    if len(before) < _ENOUGH or len(before) == len(entries):
        before = []
    rest = [entry for entry in entries if entry not in before]
    parts = [Part(BACKGROUND, "", "", before)] if before else []
    if not story["chapters"]:
        title = "Since the reports began" if before else ""
        return [*parts, Part(title, "", "", rest)]
    return [*parts, *_part_by_chapter(story["chapters"], rest)]


def _part_by_chapter(chapters: Sequence[ChapterData], entries: Iterable[TimelineData]) -> list[Part]:
    left = list(entries)
    parts: list[Part] = []
    for number, chapter in enumerate(chapters, start=1):
        last = number == len(chapters)
        own = [entry for entry in left if last or (entry["first"] and entry["first"][:10] <= chapter["last"])]
        left = [entry for entry in left if entry not in own]
        if own:
            parts.append(Part(flatten(chapter["title"]), say_chapter(chapter), flatten(chapter["why"]), own))
    return parts


def _ends(entry: TimelineData) -> str:
    """Return the last day of a line; empty when it has none."""
    span = parse_cut(entry["last"] or entry["first"])
    return span.last.isoformat() if span else ""


def _shift(day: str) -> str:
    """Return the day from which happenings are the reports' own."""
    span = parse_cut(day)
    return (span.first - timedelta(days=_NEWS_DAYS)).isoformat() if span else ""
