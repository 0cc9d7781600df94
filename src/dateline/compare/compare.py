"""The stage ``compare``: lines up the accounts' answers to one question and says what their differences amount to."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.compare.differences.finders import find_differences
from dateline.compare.numbers.numbers import find_number_slots
from dateline.compare.settled import settle_differences
from dateline.compare.view import view_story
from dateline.model import Discrepancy, Slot
from dateline.settings import CompareSettings
from dateline.stage import Batch


def compare_story(batch: Batch, settings: CompareSettings) -> Iterable[Slot | Discrepancy]:
    """Yield the slots of a story and its discrepancies, each in the order of its id's content."""
    view = view_story(batch)
    numbers = list(find_number_slots(view, settings))
    yield from (row for row in numbers if isinstance(row, Slot))
    told = (row for row in numbers if isinstance(row, Discrepancy))
    yield from settle_differences([*told, *find_differences(view, settings)], view)
