"""Single sentences with a reference date, and the value that their time expression has (Microsoft's Recognizers-Text).

The cases come from software that fills calendars, and hold much that TIMEX3 does not tell: free slots, counted spans
("3 days starting Monday"), office hours. A case is taken when it has one expression and its value is one that TIMEX3
can write: a day, week, month, season, quarter, year, part of day, clock time, length, rate or a range with both of its
ends told. Where the case leaves open which of two days is meant ("on 5 May") either is right, as the tense decides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

_POINT = re.compile(
    r"(?:PRESENT_REF|PAST_REF|FUTURE_REF|P(?:\d+(?:\.\d+)?|X)(?:Y|M|W|D|Q|DE|CE)|PT\d+(?:\.\d+)?[HMS]|"
    r"(?:\d{4}|XXXX)(?:-(?:\d\d|W\d\d(?:-WE)?|SP|SU|FA|WI|Q[1-4]|H[12]))?|"
    r"(?:\d{4}|XXXX)-(?:\d\d|XX)-\d\d(?:T(?:\d\d(?::\d\d)*|MO|AF|EV|NI|DT))?|XXXX-WXX-\d(?:T(?:\d\d(?::\d\d)*|MO|AF|EV|NI))?|"
    r"(?:\d{4})-W\d\d-\d|T\d\d(?::\d\d)*|T(?:MO|AF|EV|NI))"
)
_RANGE = re.compile(r"\(([^,()]+),([^,()]+),[^,()]+\)")
_TWO_ENDS = re.compile(r"\b(?:to|through|thru|until|till|and)\b|[-–—~]", re.IGNORECASE)
_COUNTED = re.compile(r"\b(?:next|last|past|previous|coming|start|starting|from now|ago|within|this)\b", re.IGNORECASE)
_VAGUE = re.compile(r"\b(?:few|some|several|couple|end of|eod|otd|(?:19|20)\d\d0?229)\b", re.IGNORECASE)
"""Words to which that software gives a number of its own ("a few hours" are three)."""
_MINUTES = re.compile(r"\b(?:minutes?|seconds?)\b", re.IGNORECASE)
"""What it counts from the minute of speaking, unless it is a bare length."""
_SAME = {"P0.5Y": "P6M", "P3M": "P1Q", "P12M": "P1Y", "P10Y": "P1DE", "P7D": "P1W", "P14D": "P2W", "PT24H": "P1D"}
_ANCHORED = re.compile(
    r"\b(?:days?|weeks?|months?|years?|fortnight|hour)\b.*\b(?:from|after|before|since)\b|"
    r"^in (?:a|an|half|one|two|three|\d+) |\bfrom (?:now|today)\b",
    re.IGNORECASE,
)
"""A length counted from another time: two expressions in TimeML, the length among them with the value of a length."""
_UNKNOWN_SIDE = "ref_undef"
"""Its mark for "the same week": no day to count from. Its other marks ("before", "mid") TIMEX3 tells beside the value,
or they are words outside of the expression."""
_KINDS = frozenset({"date", "daterange", "time", "timerange", "datetime", "datetimerange", "duration", "set"})


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence, the day it is said on, the span of its expression, and every value that is right."""

    text: str
    day: date
    start: int
    end: int
    kind: str
    values: frozenset[str]


def read_cases(path: Path) -> list[Case]:
    """Return the cases of a file of Recognizers-Text that TIMEX3 can write."""
    found = [_read_case(row) for row in json.loads(path.read_text(encoding="utf-8-sig"))]
    return [case for case in found if case is not None]


def _read_case(row: Mapping[str, Any]) -> Case | None:
    """Return one case; None when it does not fit."""
    day = (row.get("Context") or {}).get("ReferenceDateTime")
    if day is None or len(row["Results"]) != 1:
        return None
    result = row["Results"][0]
    kind = str(result.get("TypeName", "")).rpartition(".")[2]
    answers = [
        answer
        for answer in ((result.get("Resolution") or {}).get("values") or [])
        if isinstance(answer, dict) and answer.get("Mod", "") != _UNKNOWN_SIDE
    ]
    text = str(result["Text"])
    if kind not in _KINDS or not answers or _VAGUE.search(text) or (kind != "duration" and _MINUTES.search(text)):
        return None
    values = frozenset(value for answer in answers for value in _write_values(kind, answer, str(result["Text"])))
    if not values:
        return None
    return Case(
        str(row["Input"]), date.fromisoformat(day[:10]), int(result["Start"]), int(result["End"]) + 1, kind, values
    )


def _write_values(kind: str, answer: Mapping[str, str], text: str) -> Sequence[str]:
    """Return the TIMEX3 values of an answer: as it is written, and with its open parts filled in."""
    timex = answer.get("timex", "")
    ends = _RANGE.fullmatch(timex)
    if _ANCHORED.search(text):
        return ()
    if ends is not None:
        if _TWO_ENDS.search(text) is None or _COUNTED.search(text) or "start" not in answer or "end" not in answer:
            return ()
        return _write_range(kind, answer, ends)
    if _POINT.fullmatch(timex) is None or (kind == "set" and timex.startswith("T")):
        return ()
    if kind != "set" and answer.get("value", "").startswith("not"):
        return ()
    if "X" not in timex or kind in ("set", "duration"):
        return (timex,)
    filled = answer.get("value") or answer.get("start") or answer.get("end", "")
    if kind in ("date", "datetime") and filled:
        return (filled[:10] + (timex[timex.index("T") :] if "T" in timex else ""),)
    if "start" in answer:
        return (_fill(timex, answer["start"]),)
    if "end" in answer:
        return _fill_by_end(timex, answer["end"])
    return (timex,)


def _fill_by_end(timex: str, end: str) -> Sequence[str]:
    """Return a value of which only the end is told: the day itself, or a month over by it or beginning with it."""
    if not re.match(r"\d{4}-\d\d-\d\d", end) or end < "0001-01-02":
        return (timex,)
    before = (date.fromisoformat(end[:10]) - timedelta(days=1)).isoformat()
    return tuple({_fill(timex, end), _fill(timex, before) if re.fullmatch(r"XXXX-\d\d", timex) else _fill(timex, end)})


def _fill(timex: str, start: str) -> str:
    """Return a value with its unknown year, month or week taken from the first day."""
    if timex.startswith("XXXX-WXX-") or re.match(r"XXXX-XX-\d\d", timex):
        return start[:10] + (timex[timex.index("T") :] if "T" in timex else "")
    return start[:4] + timex[4:]


def _write_range(kind: str, answer: Mapping[str, str], ends: re.Match[str]) -> Sequence[str]:
    """Return a range as both of its ends; the last day belongs to it or not, as speakers differ."""
    if kind != "daterange":
        clocks = [part[part.index("T") :] for part in ends.groups() if "T" in part]
        return (f"{clocks[0]}/{clocks[1]}",) if len(clocks) == 2 else ()
    last = answer["end"]
    before = (
        (date.fromisoformat(last) - timedelta(days=1)).isoformat()
        if last[:4].isdigit() and last > "0001-01-01"
        else last
    )
    return (f"{answer['start']}/{last}", f"{answer['start']}/{before}")


def is_right(case: Case, values: Sequence[str]) -> bool:
    """Say whether one of the values found is right, or two in a row, where the case is a range.

    TimeML tags the ends of a range as two expressions. Hours and minutes are compared, seconds not.
    """
    told = [case.day.isoformat() if value == "PRESENT_REF" else value for value in values]
    pairs = [f"{one.partition('/')[0]}/{other.partition('/')[0]}" for one, other in pairwise(told)]
    return any(_agrees(case, _plain(found), _plain(true)) for found in (*values, *pairs) for true in case.values)


def _agrees(case: Case, found: str, want: str) -> bool:
    if found == want:
        return True
    if case.kind in ("time", "timerange", "datetimerange") and _clock(found) == _clock(want) != "":
        return True
    return "/" in want and "/" in found and _covers(found, want)


def _plain(value: str) -> str:
    """Return a value with whole hours written out, its open day left out, and quarters told in months as quarters."""
    value = _SAME.get(value, value).removeprefix("XXXX-XX-XX")
    if re.fullmatch(r"\d{4}-Q[1-4]", value):
        value = f"{value}/{value}"
    value = re.sub(r"-Q([1-4])(?=/)", lambda quarter: f"-{3 * int(quarter[1]) - 2:02d}", value)
    value = re.sub(r"-Q([1-4])$", lambda quarter: f"-{3 * int(quarter[1]):02d}", value)
    return re.sub(r"T(\d\d)(?=$|/)", r"T\1:00", re.sub(r"(T\d\d:\d\d):\d\d", r"\1", value))


def _clock(value: str) -> str:
    return "/".join(part[part.index("T") :] for part in value.split("/") if "T" in part and not part.startswith("P"))


def _covers(found: str, want: str) -> bool:
    """Say whether a range of months or years has the days of the range that is wanted at its ends."""
    first, _, last = found.partition("/")
    begin, _, end = want.partition("/")
    return begin.startswith(first) and (end.startswith(last) or _before_next(last, end))


def _before_next(last: str, end: str) -> bool:
    """Say whether an end is the first day after the month or year in which a range ends."""
    if not re.fullmatch(r"\d{4}(?:-\d\d)?", last) or not re.fullmatch(r"\d{4}-\d\d-\d\d", end) or end < "0001-01-02":
        return False
    return (date.fromisoformat(end) - timedelta(days=1)).isoformat().startswith(last)
