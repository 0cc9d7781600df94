"""Which plan a happening carries out: the two are linked, since a plan that came true is another thing to tell."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from dateline.dates import Interval, span_of
from dateline.events.happenings.inference import When
from dateline.events.happenings.merge import add_records, class_of, differ, share_words
from dateline.events.happenings.pair_weights import PAIR_MODEL
from dateline.events.happenings.pairing import Survey, stack_vectors, survey_traits
from dateline.events.happenings.tellings import Telling
from dateline.settings import HappenSettings

_MOST_LOOKED_AT = 8
"""Tellings of each side that are compared: more say the same."""


def find_realised(
    groups: Sequence[Sequence[Telling]], whens: Sequence[When], settings: HappenSettings
) -> dict[int, int]:
    """Return, by the row of a happening that took place, that of the plan which it carries out."""
    survey = survey_traits([telling.trait for group in groups for telling in group])
    plans: dict[str, list[int]] = defaultdict(list)
    for at, group in enumerate(groups):
        if group[0].group == "planned":
            for name in {class_of(telling) for telling in group}:
                plans[name].append(at)
    found = {}
    for at, group in enumerate(groups):
        if group[0].group != "actual":
            continue
        fitting = sorted({plan for telling in group for plan in plans.get(class_of(telling), ())})
        chances = {
            plan: _weigh(group, groups[plan], survey, settings)
            for plan in fitting
            if _may_follow(whens[at], groups[plan], whens[plan])
        }
        best = max(chances, key=lambda plan: (chances[plan], -plan), default=None)
        if best is not None and chances[best] >= settings.least_chance:
            found[at] = best
    return found


def _may_follow(done: When, plan: Sequence[Telling], planned: When) -> bool:
    """Say whether a deed may be what was planned: the plan was told by its day, and the days, if given, meet."""
    day, aim = _span(done), _span(planned)
    first_told = _first_written(plan)
    if day is None or (first_told is not None and first_told > day.last):
        return False
    return aim is None or (aim.first <= day.last and day.first <= aim.last)


def _span(when: When) -> Interval | None:
    return span_of(when.first, when.last)


def _first_written(group: Sequence[Telling]) -> date | None:
    return min((telling.written for telling in group if telling.written), default=None)


def _weigh(deed: Sequence[Telling], plan: Sequence[Telling], survey: Survey, settings: HappenSettings) -> float:
    """Return the best chance of two tellings to be of one deed, its status left out of account; 0 where other people
    did it, or it was done to others, or nobody and no words are shared."""
    ours, theirs = deed[:_MOST_LOOKED_AT], plan[:_MOST_LOOKED_AT]
    if differ(_gather(deed, "actors"), _gather(plan, "actors")) or differ(
        _gather(deed, "targets"), _gather(plan, "targets")
    ):
        return 0.0
    vectors = stack_vectors([telling.trait for telling in (*ours, *theirs)])
    cosines = vectors[: len(ours)] @ vectors[len(ours) :].T
    best = 0.0
    for row, left in enumerate(ours):
        for column, right in enumerate(theirs):
            shared = left.actors & right.actors or left.targets & right.targets or share_words(left, right, settings)
            if class_of(left) != class_of(right) or not shared:
                continue
            odds = PAIR_MODEL.weigh(left.trait, right.trait, float(cosines[row, column]), survey)
            odds += add_records(left, right, settings)
            best = max(best, 1 / (1 + math.exp(-max(-60.0, min(60.0, odds)))))
    return best


def _gather(group: Sequence[Telling], role: str) -> frozenset[str]:
    sets: Mapping[str, list[frozenset[str]]] = {
        "actors": [telling.named_actors for telling in group],
        "targets": [telling.named_targets for telling in group],
    }
    return frozenset[str]().union(*sets[role])
