"""No stage changes what it gives without raising its version, and the road gives what it gave."""

from __future__ import annotations

import pytest
from tests.golden import Golden, digest_stages, find_silent_changes, read_golden

from dateline.stages import STAGES


@pytest.fixture(scope="module")
def now() -> Golden:
    """The digests of this code."""
    return digest_stages()


def test_no_stage_changed_in_silence(now: Golden) -> None:
    assert find_silent_changes(read_golden(), now) == [], "raise the version of these stages in stages.py"


def test_the_kept_digests_are_those_of_this_code(now: Golden) -> None:
    assert now == read_golden(), "run: python -m tests.golden"


def test_a_silent_change_is_found() -> None:
    kept: Golden = {stage.name: {"version": 1, "given": "a", "gave": "b"} for stage in STAGES[:3]}
    first, second, third = kept
    now: Golden = {
        first: {"version": 1, "given": "a", "gave": "c"},
        second: {"version": 2, "given": "a", "gave": "c"},
        third: {"version": 1, "given": "d", "gave": "c"},
    }
    assert find_silent_changes(kept, now) == [first]
