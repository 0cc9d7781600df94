"""The ``recur`` stage: lines that recur in unrelated pages, or on several days of one outlet, are furniture.

What tells is not in how many pages a line stands but in how many *unrelated* ones (methods: CCNet and FineWeb drop what
repeats, and lose syndicated paragraphs by it). Pages are unrelated when their topics share little. A line that recurs
in one story only is syndication, whatever the number of its reprints.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.clean.outline import NUMBERED, STOCK
from dateline.model import Outline, Record, Recurrence
from dateline.settings import RecurSettings
from dateline.stage import Batch


def find_recurrence(batch: Batch, settings: RecurSettings) -> Iterable[Record]:
    """Yield a Recurrence for every page of a line that is furniture; nothing for a line that one story shares.

    Takes time in proportion to the pages that the line stands in: each is compared with at most ``many_voices`` others.
    Neither ``why`` nor ``confidence`` changes with every further page, so that few other pages are cleaned again.
    """
    outlines = batch.all(Outline)
    verdict = _judge(batch.key, outlines, settings)
    if verdict:
        why, confidence = verdict
        for row in outlines:
            yield Recurrence(
                capture_id=row.capture_id, page_id=row.page_id, line=batch.key, why=why, confidence=confidence
            )


def _judge(line: str, outlines: Sequence[Outline], settings: RecurSettings) -> tuple[str, float] | None:
    """Return why a line is furniture, and how sure that is; None when it is not."""
    voices = _count_voices(outlines, settings)
    if line.startswith(STOCK):
        told = "stands in many pages that have nothing to do with each other, and here among furniture"
        return (told, settings.stock_confidence) if voices >= settings.many_voices else None
    if voices >= settings.many_voices:
        return "stands in many pages that have nothing to do with each other", settings.many_confidence
    if voices >= settings.least_voices:
        return "stands in pages that have nothing to do with each other", settings.confidence
    if line.startswith(NUMBERED) or voices < settings.least_voices_days:
        return None
    if _has_days(outlines, settings.least_days):
        return "stands in pages of one outlet day after day", settings.confidence
    return None


def _count_voices(outlines: Sequence[Outline], settings: RecurSettings) -> int:
    """Count pages of which no two are related, as far as ``many_voices``; pages that tell too little do not count."""
    voices: list[frozenset[str]] = []
    for row in outlines:
        topics = frozenset(row.topics)
        if len(topics) >= settings.least_topics and all(len(topics & other) < settings.related for other in voices):
            voices.append(topics)
            if len(voices) == settings.many_voices:
                break
    return len(voices)


def _has_days(outlines: Sequence[Outline], least: int) -> bool:
    """Tell whether one outlet has the line on so many days."""
    days: dict[str, set[str]] = {}
    for row in outlines:
        if row.outlet and row.day:
            own = days.setdefault(row.outlet, set())
            own.add(row.day)
            if len(own) >= least:
                return True
    return False
