"""The ``recur`` stage: lines that recur in unrelated pages, or on several days of one outlet, are furniture."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Outline, Record, Recurrence
from dateline.settings import RecurSettings
from dateline.stage import Batch


def find_recurrence(batch: Batch, settings: RecurSettings) -> Iterable[Record]:
    """Yield a Recurrence for every page of a line that is furniture; nothing for a line that one story shares."""
    outlines = batch.all(Outline)
    days = {(row.outlet, row.day) for row in outlines if row.outlet and row.day}
    outlets = {outlet for outlet, _ in days}
    if any(sum(outlet == own for own, _ in days) >= settings.least_days for outlet in outlets):
        for row in outlines:
            why = f"stands in pages of {settings.least_days} days or more"
            yield Recurrence(capture_id=row.capture_id, page_id=row.page_id, line=batch.key, why=why, confidence=0.9)
