"""What an article's time expressions tell of the day it was written: its clues, and what dated reports tell of."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.dates import Interval
from dateline.events.times.calendar import find_interval, is_explicit
from dateline.model import Article, Quantity, Sentence, TimeExpression

_WORD = re.compile(r"[^\W\d_]{4,}")
_SPEECH = re.compile(r"“[^”\n]*|\"[^\"\n]*\"?|``(?:(?!'')[^\n])*")
_STEM = 5
"""Letters kept of a word, so that "withdrew", "withdrawal" and "withdrawing" meet; shorter cuts join strangers."""
_TOLLS = frozenset({"dead", "injured"})
_LEAST_TOLL = 3
_LEAD = 5
"""Sentences of the body, counted from its beginning, that tell the news; the rest tells how it came about."""


@dataclass(frozen=True, slots=True)
class Clue:
    """A time expression in its sentence. ``stems`` are the sentence's longer words, cut short; ``spoken`` marks one
    inside quotation marks."""

    expression: TimeExpression
    lead: bool
    caption: bool
    stems: frozenset[str]
    spoken: bool = False

    def interval(self, day: date | None) -> Interval | None:
        """Return what the expression means when told on a day."""
        return find_interval(self.expression.meaning, day, self.expression.tense)

    @property
    def ahead(self) -> bool:
        """The clause looks ahead of the day of writing."""
        return self.expression.tense == "future"

    @property
    def names_day(self) -> bool:
        """It names a single day by counting from the day of writing: a weekday, "yesterday", "last night"."""
        meaning = self.expression.meaning
        if meaning.anchor != "report":
            return False
        near = meaning.form == "offset" and meaning.unit == "day" and abs(meaning.amount or 0) <= 1
        # "This day" is said of any day that someone points at.
        near = near and self.expression.text.casefold() != "this day"
        return meaning.form == "weekday" or (near and meaning.amount is not None)

    @property
    def is_clock(self) -> bool:
        """It names a time on the clock and no day: "at 3.45pm local time"."""
        meaning = self.expression.meaning
        parts = (meaning.year, meaning.month, meaning.day, meaning.weekday, meaning.unit)
        return meaning.form == "calendar" and all(part is None for part in parts)

    @property
    def slips(self) -> bool:
        """It is a bare weekday told as past, which may be of a day later than the page's date."""
        meaning = self.expression.meaning
        bare = meaning.shift is None and meaning.unit is None and meaning.until is None
        return meaning.form == "weekday" and meaning.anchor == "report" and bare and not self.ahead

    @property
    def names_date(self) -> bool:
        """It names a day of a month ("March 15"), with or without its year."""
        meaning = self.expression.meaning
        return meaning.form == "calendar" and meaning.day is not None and meaning.month is not None

    @property
    def explicit(self) -> bool:
        """It carries its year."""
        return is_explicit(self.expression.meaning)


@dataclass(frozen=True, slots=True)
class Telling:
    """A day or month that a dated report tells of, with the words of its sentence and how sure its day is."""

    interval: Interval
    stems: frozenset[str]
    weight: float


def collect_clues(
    articles: Sequence[Article], sentences: Iterable[Sentence], times: Iterable[TimeExpression]
) -> dict[str, tuple[Clue, ...]]:
    """Return every article's clues in the order of its text."""
    by_id = {sentence.sentence_id: sentence for sentence in sentences}
    texts = {article.article_id: article.text for article in articles}
    leads = _find_leads(by_id.values())
    speech = {article_id: _find_speech(text) for article_id, text in texts.items()}
    found: dict[str, list[Clue]] = {article.article_id: [] for article in articles}
    for time in sorted(times, key=lambda item: (item.article_id, item.start, item.end)):
        sentence = by_id.get(time.sentence_id)
        if time.article_id not in texts:
            continue
        start, end = (sentence.start, sentence.end) if sentence else (time.start, time.end)
        found[time.article_id].append(
            Clue(
                expression=time,
                lead=time.sentence_id in leads,
                caption=sentence is not None and sentence.kind == "caption",
                stems=cut_stems(texts[time.article_id][start:end]),
                spoken=any(left < time.start and time.end <= right for left, right in speech[time.article_id]),
            )
        )
    return {article_id: tuple(clues) for article_id, clues in found.items()}


def _find_speech(text: str) -> list[tuple[int, int]]:
    """Return the spans between double quotation marks; a quotation that is not closed ends with its paragraph."""
    return [match.span() for match in _SPEECH.finditer(text)]


def _find_leads(sentences: Iterable[Sentence]) -> frozenset[str]:
    """Return the ids of the sentences that open their articles' bodies, and of the titles."""
    body: dict[str, list[Sentence]] = {}
    leads: set[str] = set()
    for sentence in sentences:
        if sentence.kind == "title":
            leads.add(sentence.sentence_id)
        elif sentence.kind == "body":
            body.setdefault(sentence.article_id, []).append(sentence)
    for opened in body.values():
        leads.update(item.sentence_id for item in sorted(opened, key=lambda item: item.start)[:_LEAD])
    return frozenset(leads)


def cut_stems(text: str) -> frozenset[str]:
    """Return the longer words of a text, in small letters and cut to their beginnings."""
    return frozenset(match.group().casefold()[:_STEM] for match in _WORD.finditer(text))


def weigh_stems(clues: Mapping[str, Sequence[Clue]]) -> Mapping[str, float]:
    """Return how telling each stem is in the story: the log of how few of its dated sentences have it."""
    sentences = {(clue.expression.sentence_id, clue.stems) for row in clues.values() for clue in row}
    counts = Counter(stem for _, stems in sentences for stem in stems)
    return {stem: math.log(1 + len(sentences) / count) for stem, count in counts.items()}


def weigh_sets(sets: Iterable[frozenset[str]]) -> Mapping[str, float]:
    """Return how telling each stem is: the log of how few of the sets have it."""
    rows = list(sets)
    counts = Counter(stem for row in rows for stem in row)
    return {stem: math.log(1 + len(rows) / count) for stem, count in counts.items()}


def count_tolls(quantities: Iterable[Quantity]) -> dict[str, dict[str, float]]:
    """Return, for every article id, the highest count of dead and of injured that it gives; small ones tell nothing."""
    tolls: dict[str, dict[str, float]] = {}
    for quantity in sorted(quantities, key=lambda item: (item.article_id, item.start)):
        value = quantity.value if quantity.value is not None else quantity.low
        if quantity.head in _TOLLS and value is not None and value >= _LEAST_TOLL:
            own = tolls.setdefault(quantity.article_id, {})
            own[quantity.head] = max(value, own.get(quantity.head, 0.0))
    return tolls


def likeness(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """Return how alike two sentences are, 0 … 1: the cosine of their weighted stems."""
    # Sums of floats depend on their order, and sets have none of their own.
    shared, left, right = (
        sum(weights.get(stem, 0.0) ** 2 for stem in sorted(stems)) for stems in (one & other, one, other)
    )
    return shared / math.sqrt(left * right) if left and right else 0.0


class Comparer:
    """Tells how alike sets of stems are under one weighting; lengths are found once."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._squares = {stem: weight**2 for stem, weight in weights.items()}
        self._lengths: dict[frozenset[str], float] = {}

    def compare(self, one: frozenset[str], other: frozenset[str]) -> float:
        """Return the likeness of two sets, as ``likeness`` does."""
        both = one & other
        length = self._measure(one) * self._measure(other) if both else 0.0
        return self._sum(both) / math.sqrt(length) if length else 0.0

    def _measure(self, stems: frozenset[str]) -> float:
        if stems not in self._lengths:
            self._lengths[stems] = self._sum(stems)
        return self._lengths[stems]

    def _sum(self, stems: frozenset[str]) -> float:
        # Sums of floats depend on their order, and sets have none of their own; fsum is exact.
        return math.fsum(self._squares.get(stem, 0.0) for stem in stems)


def tell_days(clues: Sequence[Clue], day: date, sure: float, dated_name_weight: float) -> list[Telling]:
    """Return the days and months that an article written on a day tells of."""
    tellings: list[Telling] = []
    for clue in clues:
        meaning = clue.expression.meaning
        if (
            clue.caption
            or meaning.anchor != "report"
            or not (clue.names_day or clue.names_date or meaning.form == "offset")
        ):
            continue
        interval = clue.interval(day)
        if interval is not None and interval.grain in ("day", "month"):
            weight = sure * (2.0 if clue.lead else 1.0) * (dated_name_weight if clue.names_date else 1.0)
            tellings.append(Telling(interval, clue.stems, weight))
    return tellings
