"""Says numbers and days in plain words, for labels and reasons."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.compare.numbers.answers import Answer
from dateline.dates import day_of, parse_cut
from dateline.wording import say_date, say_span

_MANY = 5
"""Most numbers that one reason lists; more are cut to the outermost."""


def name_number(answer: Answer) -> str:
    """Return a number as its text gives it, without the capital of a sentence's beginning: "about two dozen"."""
    text = " ".join(answer.quantity.text.split())
    return text[0].lower() + text[1:] if text[:2].istitle() and text[1:2].islower() else text


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
    """Return a cut date as a day in words: "22 March 2019", "March 2019"; "an unknown day" for None or no date."""
    return say_date(date[:10]) if date and parse_cut(date) else "an unknown day"


def say_days(first: str | None, last: str | None) -> str:
    """Return a stretch of days in words: "22 March 2019", or "22–25 March 2019"."""
    if first is None or last is None or day_of(first) == day_of(last):
        return say_day(first or last)
    return say_span(first[:10], last[:10])
