"""What the different answers to one question amount to: rules tried in order, each with its reason in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import combinations, pairwise
from math import isfinite

from dateline.compare.numbers.answers import Answer
from dateline.compare.numbers.asked import Question, is_answered
from dateline.compare.numbers.bonds import DISPUTED
from dateline.compare.numbers.intervals import Span, clip, distance, find_grain, gap, is_near, overlap
from dateline.compare.numbers.predicates import BY_NAME
from dateline.compare.phrasing import name_number, say_day, say_days, say_numbers
from dateline.dates import days_between, parse_cut
from dateline.model import Verdict
from dateline.settings import CompareSettings
from dateline.support import count_independent
from dateline.wording import begin


@dataclass(frozen=True, slots=True)
class Level:
    """Answers of one question that can mean one number, in order of the numbers."""

    answers: tuple[Answer, ...]

    @property
    def first(self) -> str | None:
        """Earliest day as of which one of the answers holds."""
        return min((a.as_of for a in self.answers if a.as_of), default=None)

    @property
    def last(self) -> str | None:
        """Latest day as of which one of the answers holds."""
        return max((a.as_of for a in self.answers if a.as_of), default=None)

    @property
    def told(self) -> str | None:
        """When the first of the articles that give one of the answers was written, to the minute where known."""
        return min((a.written for a in self.answers if a.written), default=None)

    @property
    def former(self) -> bool:
        """Whether a text itself calls one of the answers the earlier one."""
        return any("former" in a.wording for a in self.answers)

    @property
    def origins(self) -> int:
        """How many independent reports give the answers."""
        return count_independent((a.origin, a.sources) for a in self.answers)


@dataclass(frozen=True, slots=True)
class Ruling:
    """A verdict and its reason in words."""

    verdict: Verdict
    why: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A ruling with the levels that it is about: in the order in which they held, for an update; else lowest first."""

    ruling: Ruling
    levels: tuple[Level, ...]


_CROSSING_DAYS = 2
"""Days by which the first report of a lower count may come after the last of a higher one: pages keep old dates."""
_CLIMB = 3
"""Levels that a count must have for one of them to be called a stray."""
_REPLACED = "the later figure replaces the earlier."
_CLIMBED = "a count of this kind climbs as reports come in."
_OF_THINGS = frozenset({"mass", "speed"})
"""Measures that one thing has one of; a story tells of many lengths (throws, jumps, walls)."""
_CROSSED_GAP = 0.5
"""Counts further apart than this do not cross on their way."""
_CUT = 0.34
"""A count that only climbs is cut later by no more than this share, unless its report says so."""

Judge = Callable[[Question, tuple[Level, ...], CompareSettings], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A verdict rule: ``judge`` returns the reason why its verdict holds for a question's levels, or None."""

    verdict: Verdict
    judge: Judge


def judge_question(question: Question, settings: CompareSettings) -> Judged | None:
    """Return the first ruling that holds, with the levels of the answers; None when no rule dares to judge."""
    if question.predicate is None or not BY_NAME[question.predicate].plain:
        question = replace(question, answers=tuple(filter(_is_firm, question.answers)))
    levels = find_levels(question.answers)
    question = replace(question, answers=tuple(sorted((a for v in levels for a in v.answers), key=lambda a: a.key)))
    if not is_answered(question):
        return None
    for rule in RULES:
        why = rule.judge(question, levels, settings)
        if why is not None:
            ordered = _order_levels(levels) if rule.verdict == "update" else None
            return Judged(Ruling(rule.verdict, why), ordered or levels)
    return None


def find_levels(answers: tuple[Answer, ...]) -> tuple[Level, ...]:
    """Return the answers split where neighbouring numbers cannot mean one number, lowest first.

    A vague count ("dozens") splits nothing: it goes with the first level that it fits, or is left out.
    """
    ordered = sorted(answers, key=lambda a: (a.span.said, a.span.low, a.span.high, a.key))
    levels: list[list[Answer]] = []
    for answer in filter(_is_firm, ordered):
        if levels and (
            all(can_be_one(answer, other) for other in levels[-1])
            or any(answer.span.said == other.span.said for other in levels[-1])
        ):
            levels[-1].append(answer)
        else:
            levels.append([answer])
    firm = [tuple(level) for level in levels]
    for answer in ordered:
        fitting = [i for i, level in enumerate(firm) if all(overlap(answer.span, other.span) for other in level)]
        if not _is_firm(answer) and fitting and all(_is_within(other, answer) for other in firm[fitting[0]]):
            levels[fitting[0]].append(answer)
    return tuple(Level(tuple(level)) for level in levels)


def _is_within(answer: Answer, vague: Answer) -> bool:
    """Whether the very number that an answer names lies within a vague count: "dozens" are no hundred."""
    return vague.span.low <= answer.span.said <= vague.span.high


def _is_firm(answer: Answer) -> bool:
    return answer.quantity.approx != "vague"


def can_be_one(left: Answer, right: Answer) -> bool:
    """Tell whether two answers can mean one number. "At least 84" a week before 85 names 84: the count has moved on, as
    it has from 150 to "up to 169" a day later."""
    if left.grows and right.grows and left.as_of and right.as_of and left.as_of != right.as_of:
        early, late = sorted((left, right), key=lambda a: (a.as_of or "", a.key))
        if late.span.bound == "ceiling" and early.span.said < late.span.said:
            return is_near(early.span, late.span)
        if late.span.bound == "none" and not (early.quantity.approx == "more than" and is_near(early.span, late.span)):
            return overlap(clip(early.span), late.span)
    return overlap(left.span, right.span)


def _shape(answer: Answer) -> tuple[float | None, ...]:
    quantity = answer.quantity
    return (answer.span.low, answer.span.high, quantity.low, quantity.high)


def _agree(question: Question, levels: tuple[Level, ...], settings: CompareSettings) -> str | None:
    del levels, settings
    firm = [a for a in question.answers if _is_firm(a)]
    alike = len({(*_shape(a), a.quantity.approx) for a in firm}) == 1
    if not alike or len({a.quantity.sentence_id for a in firm}) < 2:
        return None
    articles = len({a.quantity.article_id for a in question.answers})
    origins = count_independent((a.origin, a.sources) for a in question.answers)
    told = f"{articles} articles" if articles > 1 else "one article, more than once"
    behind = f" ({origins} independent)" if 1 < origins < articles else " (of one origin)" if origins < articles else ""
    return f"All give {name_number(firm[0])}: {told}{behind}."


def _round(question: Question, levels: tuple[Level, ...], settings: CompareSettings) -> str | None:
    del settings
    if len(levels) > 1:
        return None
    return f"{begin(say_numbers(question.answers))} can be one number, told with different precision."


def _replace(question: Question, levels: tuple[Level, ...], settings: CompareSettings) -> str | None:
    del settings
    if len(levels) < 2 or any(a.timeless for a in question.answers) or question.answers[0].dimension == "age":
        return None
    if all("forecast" in a.wording for a in question.answers) or _is_one_article(question):
        return None
    if all(a.span.bound == "ceiling" for a in question.answers):
        return None
    ordered = _order_levels(levels)
    if ordered is None:
        return None
    told = begin(", then ".join(f"{say_numbers(v.answers)} ({say_days(v.first, v.last)})" for v in ordered))
    blurred = [level for level in ordered if len({_shape(a) for a in level.answers if _is_firm(a)}) > 1]
    rounding = "".join(
        f" {begin(say_numbers(level.answers))} are one number at different precision." for level in blurred[:2]
    )
    days = [f"{level.first}{(level.told or '')[10:]}" for level in ordered]
    later = all(a < b or v.former for a, b, v in zip(days, days[1:], ordered, strict=False))
    how = _REPLACED if later else _CLIMBED
    return f"{told}: {how}{rounding}"


def _is_one_article(question: Question) -> bool:
    """Whether one article gives all answers and calls none of them former: it tells of two things, not of a change."""
    former = any("former" in a.wording for a in question.answers)
    return not former and len({a.quantity.article_id for a in question.answers}) == 1


def _order_levels(levels: tuple[Level, ...]) -> tuple[Level, ...] | None:
    """Return levels in the order in which they replaced each other; None when the days do not show one."""
    if any(level.first is None for level in levels if not level.former):
        return None
    if all(a.grows for level in levels for a in level.answers):
        return _order_count(levels)
    ordered = sorted(levels, key=lambda v: (not v.former, v.first or "", v.told or "", v.answers[0].span.said))
    for early, late in pairwise(ordered):
        if early.former and not late.former:
            continue
        if early.first == late.first or (late.last or "") < (early.last or ""):
            return None
    return tuple(ordered)


def _order_count(levels: tuple[Level, ...]) -> tuple[Level, ...] | None:
    """Return the levels of a count that climbs from the lowest up; a count cut later, from the highest down."""
    if all(high.former or _is_cut(low, high) for low, high in pairwise(levels)):
        return tuple(reversed(levels))
    if all(_is_no_later(low.first, levels[-1].last) for low in levels[:-1]) and not _cross(levels):
        return levels
    return None


def _is_cut(low: Level, high: Level) -> bool:
    """Whether a lower count came after a higher one that it corrects."""
    return (high.last or "") < (low.first or "") and measure_distance((low, high)) <= _CUT


def _cross(levels: tuple[Level, ...]) -> bool:
    """Whether any far higher count of a row was reported before a lower one."""
    return any(_is_crossed(low, high) for low, high in combinations(levels, 2))


def _is_crossed(low: Level, high: Level) -> bool:
    """Whether a far higher count was reported before a lower one: it is of something else."""
    early = (high.first or "") < (low.first or "")
    return early and not low.former and measure_distance((low, high)) > _CROSSED_GAP


def _is_no_later(one: str | None, other: str | None) -> bool:
    """Whether a day is no later than another; counts of the first days cross on their way, and are given some."""
    days = parse_cut(one), parse_cut(other)
    if days[0] is None or days[1] is None:
        return True
    return days[0].first <= days[1].last or days_between(days[0], days[1]) <= _CROSSING_DAYS


def _climb(question: Question, levels: tuple[Level, ...], settings: CompareSettings) -> str | None:
    """A count that only climbs, reported in no clear order: the higher figure is the later one all the same."""
    del settings
    if len(levels) < 2 or not all(a.grows for a in question.answers) or _is_one_article(question):
        return None
    firsts = [level.first for level in levels]
    if _cross(levels):
        return None
    if None in firsts or (len(set(firsts)) > 1 and firsts != sorted(firsts, key=str)):
        return None
    return f"{begin(say_numbers(question.answers))}: {_CLIMBED}"


def _scope(question: Question, levels: tuple[Level, ...], settings: CompareSettings) -> str | None:
    del settings
    if len(levels) < 2 or any(a.grows for a in question.answers):
        return None
    wholes = [a for a in levels[-1].answers if "whole" in a.wording]
    if wholes and not any("whole" in a.wording for level in levels[:-1] for a in level.answers):
        parts = say_numbers(tuple(a for level in levels[:-1] for a in level.answers))
        return f"{begin(name_number(wholes[0]))} is given as a total; {parts} may count a part of it."
    if all(a.span.bound == "ceiling" for a in question.answers):
        return f"{begin(say_numbers(question.answers))} are upper limits, which may set out from different cases."
    scopes = {a.scopes for a in question.answers}
    if len(scopes) > 1:
        return f"{begin(say_numbers(question.answers))} may not count the same group."
    return None


def _conflict(question: Question, levels: tuple[Level, ...], settings: CompareSettings) -> str | None:
    if len(levels) < 2 or any(a.grows for a in question.answers):
        return None
    if not _is_same_question(question):
        return None
    for left, right in combinations(levels, 2):
        sides = [_clear(level) for level in (left, right)]
        if not all(sides) or sides[0][0].sources & sides[1][0].sources:
            continue
        low, high = sides[0][0], sides[1][0]
        same_day = low.timeless or (low.as_of is not None and low.as_of == high.as_of)
        apart = gap(low.span, high.span) > settings.conflict_gap and distance(low.span, high.span) > 0
        if same_day and apart:
            when = "" if low.timeless else f" for {say_day(low.as_of)}"
            by = f"{low.said_by or 'one report'} against {high.said_by or 'another'}"
            return f"{begin(name_number(low))} and {name_number(high)}{when} cannot both hold: {by}."
    return None


def _is_same_question(question: Question) -> bool:
    """Whether the question is sure enough to call its answers contradictory."""
    plain = question.predicate is not None and BY_NAME[question.predicate].plain
    measured = question.predicate is None and all(
        a.dimension in _OF_THINGS and a.sort is not None for a in question.answers
    )
    disputed = question.predicate in DISPUTED
    return (plain or measured or disputed) and len({a.scopes for a in question.answers}) == 1


def _clear(level: Level) -> tuple[Answer, ...]:
    """Return the answers of a level that may stand in a conflict: firm numbers, told flat, of the present."""
    unclear = frozenset({"part", "whole", "rise", "former", "forecast"})
    return tuple(a for a in level.answers if not a.wording & unclear and _is_firm(a) and a.span.bound == "none")


RULES: tuple[Rule, ...] = (
    Rule("agree", _agree),
    Rule("rounding", _round),
    Rule("update", _replace),
    Rule("update", _climb),
    Rule("scope", _scope),
    Rule("conflict", _conflict),
)
"""Tried in order; the first that gives a reason rules. Add a rule here, with its golden case in the tests."""


def drop_stray(question: Question, settings: CompareSettings) -> Question | None:
    """Return a climbing count without the one answer that breaks its climb, taken for another happening's, or None."""
    levels = find_levels(question.answers)
    if len(levels) < _CLIMB or not all(a.grows for a in question.answers):
        return None
    for stray in sorted(
        (v for v in levels if len(v.answers) == 1), key=lambda v: (-v.answers[0].span.said, v.answers[0].key)
    ):
        rest = tuple(a for a in question.answers if a not in stray.answers)
        kept = Question(question.predicate, rest, question.confidence)
        if judge_question(kept, settings) is not None:
            return kept
    return None


def narrow_question(question: Question) -> Question | None:
    """Return the question with its best-backed level only, where no rule dares to judge the whole; None without two."""
    levels = find_levels(question.answers)
    best = max(levels, key=lambda v: (v.origins, len(v.answers), -v.answers[0].span.said))
    sentences = {a.quantity.sentence_id for a in best.answers}
    if len(sentences) < 2 or len({a.quantity.article_id for a in best.answers}) < 2:
        return None
    return Question(question.predicate, best.answers, question.confidence)


def find_unrounded(answers: tuple[Answer, ...]) -> tuple[Level, ...]:
    """Return, lowest first, the flat numbers of answers that lie within a rounding and are no roundings of each other:
    340,000 and 350,000, where 43,350 and 43,000 are one. Empty where there are not two such in two accounts."""
    flat: dict[float, list[Answer]] = {}
    for answer in answers:
        value = answer.quantity.value
        if answer.quantity.approx == "exact" and value is not None and isfinite(value):
            flat.setdefault(value, []).append(answer)
    numbers = sorted(flat)
    units = {a.quantity.unit for rows in flat.values() for a in rows}
    if len(numbers) < 2 or len(units) > 1 or all(_is_rounded(low, high) for low, high in pairwise(numbers)):
        return ()
    articles = [{a.quantity.article_id for a in flat[number]} for number in numbers]
    return tuple(Level(tuple(flat[number])) for number in numbers) if not set.intersection(*articles) else ()


def _is_rounded(one: float, other: float) -> bool:
    """Whether one number is the other cut to fewer figures."""
    grain = max(find_grain(one), find_grain(other))
    return grain > 0 and abs(one - other) < grain and min(find_grain(one), find_grain(other)) < grain


def measure_distance(levels: tuple[Level, ...]) -> float:
    """Return how far the outermost answers lie apart, as a share of the larger."""
    spans: list[Span] = sorted((a.span for level in levels for a in level.answers), key=lambda s: (s.said, s.low))
    return gap(spans[0], spans[-1])
