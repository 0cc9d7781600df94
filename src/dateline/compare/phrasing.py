"""Says numbers and days in plain words, for labels and reasons."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.compare.answers import Answer
from dateline.dates import day_of, parse_cut

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MANY = 5
"""Most numbers that one reason lists; more are cut to the outermost."""


def name_number(answer: Answer) -> str:
    """Return a number as its text gives it, without the capital of a sentence's beginning: "about two dozen"."""
    text = " ".join(answer.quantity.text.split())
    return text[0].lower() + text[1:] if text[:2].istitle() and text[1:2].islower() else text


def begin(text: str) -> str:
    """Return a text with the capital that a sentence begins with."""
    return text[:1].upper() + text[1:]


def say_numbers(answers: Iterable[Answer]) -> str:
    """Return the different numbers of some answers, lowest first: "70, 73 and at least 84"; vague ones only where there
    are not two firm ones.
    """
    rows = list(answers)
    firm = [a for a in rows if a.quantity.approx != "vague"]
    several = len({name_number(a).casefold() for a in firm}) > 1
    ordered = sorted(firm if several else rows, key=lambda a: (a.span.said, a.span.low, a.key))
    names: dict[str, str] = {}
    for answer in ordered:
        names.setdefault(name_number(answer).casefold(), name_number(answer))
    told = list(names.values())
    if len(told) > _MANY:
        told = [*told[: _MANY - 2], "…", told[-1]]
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"


def say_day(date: str | None) -> str:
    """Return a cut date in words: "22 Mar 2019", "Mar 2019"; "an unknown day" for None or no date."""
    span = parse_cut(date)
    if span is None:
        return "an unknown day"
    if span.grain == "year":
        return str(span.first.year)
    month = f"{_MONTHS[span.first.month - 1]} {span.first.year}"
    return month if span.grain == "month" else f"{span.first.day} {month}"


def say_days(first: str | None, last: str | None) -> str:
    """Return a stretch in words: "22 Mar 2019", or "22 Mar 2019 to 25 Mar 2019"."""
    if first is None or last is None or day_of(first) == day_of(last):
        return say_day(first or last)
    return f"{say_day(first)} to {say_day(last)}"
