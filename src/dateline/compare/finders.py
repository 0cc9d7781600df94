"""Every function that finds where accounts differ beyond numbers: one line each."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dateline.compare.contested import find_contested
from dateline.compare.days import find_day_disputes
from dateline.compare.denials import find_denials
from dateline.compare.disputes import find_disputes
from dateline.compare.happened import find_status_changes
from dateline.compare.hours import find_hour_disputes
from dateline.compare.manner import find_manner_disputes
from dateline.compare.names import find_name_disputes
from dateline.compare.order import find_order_disputes
from dateline.compare.places import find_place_disputes
from dateline.compare.reasons import find_explanations
from dateline.compare.roles import find_left_offices, find_role_disputes
from dateline.compare.spellings import find_spellings
from dateline.compare.unknowns import find_answered_unknowns
from dateline.compare.variants import find_variants
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
