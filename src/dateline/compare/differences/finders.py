"""Every function that finds where accounts differ beyond numbers: one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dateline.compare.differences.contested import find_contested
from dateline.compare.differences.days import find_day_disputes
from dateline.compare.differences.denials import find_denials
from dateline.compare.differences.disputes import find_disputes
from dateline.compare.differences.happened import find_status_changes
from dateline.compare.differences.hours import find_hour_disputes
from dateline.compare.differences.manner import find_manner_disputes
from dateline.compare.differences.names import find_name_disputes
from dateline.compare.differences.order import find_order_disputes
from dateline.compare.differences.places import find_place_disputes
from dateline.compare.differences.reasons import find_explanations
from dateline.compare.differences.roles import find_left_offices, find_role_disputes
from dateline.compare.differences.spellings import find_spellings
from dateline.compare.differences.variants import find_variants
from dateline.compare.unknowns import find_answered_unknowns
from dateline.compare.view import StoryView
from dateline.model import Discrepancy
from dateline.settings import CompareSettings

FINDERS: tuple[Callable[[StoryView, CompareSettings], Iterable[Discrepancy]], ...] = (
    find_role_disputes,
    find_left_offices,
    find_day_disputes,
    find_hour_disputes,
    find_place_disputes,
    find_name_disputes,
    find_spellings,
    find_denials,
    find_disputes,
    find_contested,
    find_order_disputes,
    find_manner_disputes,
    find_explanations,
    find_status_changes,
    find_answered_unknowns,
    find_variants,
)


def find_differences(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield what every finder finds."""
    for finder in FINDERS:
        yield from finder(view, settings)
