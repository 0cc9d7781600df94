"""The measures of TempEval-3 on cases counted by hand, and the mapping of single sentences."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from evals.time_cases import Case, is_right, read_cases
from evals.time_measures import Tally, Timex, are_near, classify, f_one

TEXT = "The ferry sank on Monday night, two years after the May 1998 fire; nobody swims there now."


def find(words: str, value: str, kind: str = "DATE", confidence: float | None = None) -> Timex:
    start = TEXT.index(words)
    return Timex(start, start + len(words), kind, value, confidence)


TRUE = [
    find("Monday night", "2000-05-15TNI", "TIME"),
    find("two years", "P2Y", "DURATION"),
    find("May 1998", "1998-05"),
    find("now", "PRESENT_REF"),
]


def test_what_is_equal_scores_one() -> None:
    tally = Tally()
    tally.add(TEXT, TRUE, TRUE)
    assert tally.scores() == dict.fromkeys(("strict", "relaxed", "kind", "value", "near", "P", "R"), 1.0)
    assert not tally.errors


def test_strict_relaxed_type_and_value_are_counted_as_by_hand() -> None:
    found = [
        find("Monday", "2000-05-15", "DATE"),  # overlaps: neither strict, nor its type, nor its value
        find("two years", "P2Y", "DURATION"),  # all right
        find("May 1998", "1998-06"),  # strict and type right, value wrong
        find("there", "PRESENT_REF"),  # extra; "now" is missed
    ]
    tally = Tally()
    tally.add(TEXT, TRUE, found)
    scores = tally.scores()
    assert scores["strict"] == pytest.approx(2 * 2 / 8)
    assert scores["relaxed"] == pytest.approx(2 * 3 / 8)
    assert scores["kind"] == pytest.approx(0.75 * 2 / 3)
    assert scores["value"] == pytest.approx(0.75 * 1 / 3)
    assert (scores["P"], scores["R"]) == (0.75, 0.75)
    assert tally.errors == {
        ("span", "part of day"): 1,
        ("value", "part of day"): 1,
        ("value", "month"): 1,
        ("missed", "vague"): 1,
        ("extra", "other"): 1,
    }


def test_one_found_expression_matches_one_true_one() -> None:
    whole = Timex(TEXT.index("Monday"), TEXT.index(" fire"), "DATE", "1998-05")
    tally = Tally()
    tally.add(TEXT, TRUE, [whole])
    assert tally.counts["relaxed"] == 1


def test_sureness_counts_values_by_tenths() -> None:
    tally = Tally()
    tally.add(TEXT, TRUE[2:3], [find("May 1998", "1998-05", confidence=0.98)])
    tally.add(TEXT, TRUE[2:3], [find("May 1998", "1998-06", confidence=0.93)])
    assert (tally.sureness[9, True], tally.sureness[9, False]) == (1, 1)


def test_nothing_right_is_zero() -> None:
    assert f_one(0, 0, 0) == 0.0
    assert Tally().scores()["value"] == 0.0


@pytest.mark.parametrize(
    ("found", "true", "near"),
    [
        ("1994", "1994-XX-XX", True),
        ("2000-W07", "2000-W7", True),
        ("P1D", "XXXX-XX-XX", True),
        ("1994", "1995-XX-XX", False),
        ("2000-05-15TNI", "2000-05-15", False),
    ],
)
def test_one_value_in_two_spellings_is_near(found: str, true: str, near: bool) -> None:
    assert are_near(found, true) is near


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("last Tuesday", "weekday"),
        ("two weeks ago", "counted"),
        ("4 May 1998", "date"),
        ("the third quarter", "quarter"),
        ("10 p.m.", "clock"),
        ("several years", "length"),
        ("the 1990s", "decade"),
    ],
)
def test_errors_are_told_by_class(words: str, name: str) -> None:
    assert classify(words) == name


def write_row(text: str, words: str, kind: str, values: list[dict[str, str]]) -> dict[str, object]:
    start = text.index(words)
    return {
        "Input": text,
        "Context": {"ReferenceDateTime": "2018-05-24T00:00:00"},
        "Results": [
            {
                "Text": words,
                "Start": start,
                "End": start + len(words) - 1,
                "TypeName": f"datetimeV2.{kind}",
                "Resolution": {"values": values},
            }
        ],
    }


def test_cases_that_timex_can_write_are_taken(tmp_path: Path) -> None:
    open_day = [
        {"timex": "XXXX-05-30", "type": "date", "value": "2017-05-30"},
        {"timex": "XXXX-05-30", "type": "date", "value": "2018-05-30"},
    ]
    stretch = [{"timex": "(2018-05-26,2018-05-29,P3D)", "start": "2018-05-26", "end": "2018-05-29"}]
    rows = [
        write_row("The regatta is on 30 May.", "30 May", "date", open_day),
        write_row("It runs from 26 to 28 May.", "26 to 28 May", "daterange", stretch),
        write_row("Free for the next 3 days.", "next 3 days", "daterange", stretch),
        write_row("It lasts a few hours.", "a few hours", "duration", [{"timex": "PT3H", "value": "10800"}]),
        {"Input": "No time.", "Context": {"ReferenceDateTime": "2018-05-24T00:00:00"}, "Results": []},
    ]
    path = tmp_path / "cases.json"
    path.write_text(json.dumps(rows), encoding="utf-8-sig")
    day, run = read_cases(path)
    assert (day.text[day.start : day.end], day.day, day.values) == (
        "30 May",
        date(2018, 5, 24),
        frozenset({"2017-05-30", "2018-05-30"}),
    )
    assert is_right(day, ["2018-05-30"]) and not is_right(day, ["2018-05-31"])
    assert is_right(run, ["2018-05-26/2018-05-28"]) and is_right(run, ["2018-05-26", "2018-05-28"])
    assert not is_right(run, ["2018-05-26"])


def test_a_clock_time_is_right_on_any_day() -> None:
    case = Case("At 7 p.m.", date(2018, 5, 24), 3, 9, "time", frozenset({"T19"}))
    assert is_right(case, ["2018-05-24T19:00"])
    assert not is_right(case, ["2018-05-24T07:00"])
