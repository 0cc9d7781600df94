"""A pile of texts read by the first three stages, in memory: what they keep of each page and what they take out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.clean.clean import clean_capture
from dateline.clean.extract import extract_capture
from dateline.clean.recur import find_recurrence
from dateline.ids import content_id
from dateline.model import Article, Capture, Dropped, Furniture, Outline, Page, Record, Recurrence, Stated
from dateline.settings import CleanSettings, ExtractSettings, RecurSettings
from dateline.stage import Batch


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What the first stages made of one text: its article, None when it was refused, and its furniture."""

    article: Article | None
    furniture: tuple[Furniture, ...]
    dropped: tuple[Dropped, ...]


def hold_text(uri: str, text: str, stated: Stated | None = None) -> Capture:
    """Make a capture of a plain text."""
    return Capture(
        capture_id=content_id(uri, text),
        uri=uri,
        sha256="",
        body=b"",
        media="text",
        charset="utf-8",
        text=text,
        stated=stated or Stated(),
        had=None,
    )


def outline_all(captures: Iterable[Capture]) -> dict[str, tuple[Record, ...]]:
    """Return what ``extract`` writes of each capture, by its id."""
    return {
        capture.capture_id: tuple(extract_capture(Batch(capture.capture_id, {Capture: (capture,)}), ExtractSettings()))
        for capture in captures
    }


def learn(outlines: Iterable[Outline], settings: RecurSettings | None = None) -> list[Recurrence]:
    """Run ``recur`` over every line that stands in two pages or more."""
    buckets: dict[str, list[Outline]] = defaultdict(list)
    for row in outlines:
        for bucket in row.buckets:
            buckets[bucket].append(row)
    found = [
        find_recurrence(Batch(key, {Outline: tuple(rows)}), settings or RecurSettings())
        for key, rows in buckets.items()
        if len(rows) > 1
    ]
    return [row for rows in found for row in rows if isinstance(row, Recurrence)]


def clean_pile(captures: Sequence[Capture], *, learned: bool = True) -> list[Cleaned]:
    """Clean the captures of a pile, in their order; ``learned`` False leaves out what their lines teach."""
    extracted = outline_all(captures)
    outlines = [row for rows in extracted.values() for row in rows if isinstance(row, Outline)]
    recurring: dict[str, list[Recurrence]] = defaultdict(list)
    for row in learn(outlines) if learned else ():
        recurring[row.capture_id].append(row)
    return [_clean(capture, extracted[capture.capture_id], recurring[capture.capture_id]) for capture in captures]


def _clean(capture: Capture, extracted: Sequence[Record], recurring: Sequence[Recurrence]) -> Cleaned:
    pages = tuple(row for row in extracted if isinstance(row, Page))
    batch = Batch(capture.capture_id, {Page: pages, Recurrence: tuple(recurring)})
    rows = [*(row for row in extracted if isinstance(row, Dropped)), *clean_capture(batch, CleanSettings())]
    return Cleaned(
        next((row for row in rows if isinstance(row, Article)), None),
        tuple(row for row in rows if isinstance(row, Furniture)),
        tuple(row for row in rows if isinstance(row, Dropped)),
    )
