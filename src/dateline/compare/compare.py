"""The stage ``compare``: lines up the accounts' answers to one question and says what their differences amount to."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.compare.days import find_day_disputes
from dateline.compare.denials import find_denials
from dateline.compare.happened import find_status_changes
from dateline.compare.names import find_name_disputes
from dateline.compare.numbers import find_number_slots
from dateline.compare.roles import find_role_disputes
from dateline.compare.unknowns import find_answered_unknowns
from dateline.compare.variants import find_variants
from dateline.compare.view import view_story
from dateline.model import Discrepancy, Slot
from dateline.settings import CompareSettings
from dateline.stage import Batch


def compare_story(batch: Batch, settings: CompareSettings) -> Iterable[Slot | Discrepancy]:
    """Yield the slots of a story and its discrepancies, each in the order of its id's content."""
    view = view_story(batch)
    yield from find_number_slots(view, settings)
    yield from find_role_disputes(view, settings)
    yield from find_day_disputes(view, settings)
    yield from find_name_disputes(view, settings)
    yield from find_denials(view, settings)
    yield from find_status_changes(view, settings)
    yield from find_answered_unknowns(view, settings)
    yield from find_variants(view, settings)
