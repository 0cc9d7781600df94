"""Times counted from other happenings, plans that came true, and pairs in large stories."""

from __future__ import annotations

from datetime import date

import pytest
from tests.events.telling import tell

from dateline.dates import Interval
from dateline.events.happenings import merge
from dateline.events.happenings.relating import Tie, count_on
from dateline.model import TimeMeaning


def tie(unit: str, amount: float | None, shift: int = 1) -> Tie:
    meaning = TimeMeaning(form="offset", unit=unit, amount=amount, shift=shift, anchor="narrative")  # type: ignore[arg-type]
    return Tie("e", ("b",), meaning, "words")


DAY = Interval(date(2021, 5, 7), date(2021, 5, 7), "day")
MONTH = Interval(date(2021, 5, 1), date(2021, 5, 31), "month")
YEAR = Interval(date(2021, 1, 1), date(2021, 12, 31), "year")


@pytest.mark.parametrize(
    ("unit", "amount", "shift", "base", "first", "last"),
    [
        ("day", 3, 1, DAY, (5, 10), (5, 10)),
        ("day", -3, -1, DAY, (5, 4), (5, 4)),
        ("day", 3, 1, MONTH, (5, 1), (5, 31)),
        ("hour", None, 1, DAY, (5, 7), (5, 8)),
        ("hour", None, -1, DAY, (5, 6), (5, 7)),
        ("minute", 10, 1, DAY, (5, 7), (5, 7)),
        ("week", 2, 1, DAY, (5, 18), (5, 24)),
        ("month", 1, 1, MONTH, (6, 1), (6, 30)),
    ],
)
def test_a_time_is_counted_from_a_happening(
    unit: str, amount: float | None, shift: int, base: Interval, first: tuple[int, int], last: tuple[int, int]
) -> None:
    found = count_on(tie(unit, amount, shift), base)
    assert found is not None
    assert (found.first, found.last) == (date(2021, *first), date(2021, *last))


def test_nothing_is_counted_from_a_whole_year_nor_days_by_the_score() -> None:
    assert count_on(tie("day", 3), YEAR) is None
    assert count_on(tie("day", 40), DAY) is None
    assert count_on(tie("day", 20), MONTH) is None


def test_two_reports_date_what_they_tell_below_their_opening() -> None:
    text = (
        "Two ferries collided in the bay on Friday. Rain fell. The sea was rough. "
        "Police arrested the captain of the older ferry."
    )
    one = tell((text, "2021-05-07"), ("The bay was closed to ships on Friday. " + text, "2021-05-07"))
    assert one["arrest"].first == "2021-05-07" == one["arrest"].last
    assert one["arrest"].time_basis == "inferred"
    alone = tell((text, "2021-05-07"))
    assert alone["arrest"].first is None


def test_a_plan_is_linked_with_what_it_came_to() -> None:
    found = tell(
        ("The council agreed to close the old harbour bridge.", "2021-05-03"),
        ("The council closed the old harbour bridge on Friday.", "2021-05-07"),
        lemma_by_status=True,
    )
    deed, plan = found["close actual"], found["close planned"]
    assert deed.realises == plan.happening_id
    assert plan.realises is None


def test_a_large_story_joins_what_a_small_one_does(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = [(f"A storm sank the ferry Elna off Port {name} on Friday.", "2021-05-07") for name in ("Ada", "Bo")]
    before = tell(*reports)
    monkeypatch.setattr(merge, "_MOST_DENSE", 0)
    assert tell(*reports) == before
