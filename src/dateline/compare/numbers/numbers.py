"""What the accounts' numbers come to: a slot for every question that several tell a number for, with its verdict."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.compare.numbers.answers import Answer, read_answers
from dateline.compare.numbers.asked import Question
from dateline.compare.numbers.intervals import choose_unit, convert
from dateline.compare.numbers.labels import name_questions
from dateline.compare.numbers.slots import ask_questions
from dateline.compare.numbers.sums import Sum, find_part_sum, find_sums
from dateline.compare.numbers.verdicts import (
    Judged,
    Level,
    Ruling,
    drop_stray,
    find_unrounded,
    judge_question,
    measure_distance,
    narrow_question,
)
from dateline.compare.view import StoryView
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, Side, Slot, SlotValue
from dateline.settings import CompareSettings
from dateline.wording import begin

_MATERIAL, _NOTABLE = 0.3, 0.1
"""Distance of the outermost answers, as a share of the larger, from which a conflict is material, or notable."""
_SPEAKERS = 3


def find_number_slots(view: StoryView, settings: CompareSettings) -> Iterable[Slot | Discrepancy]:
    """Yield the slots of a story that numbers answer, each with its discrepancy where its answers differ."""
    answers = read_answers(view, settings)
    asked = ask_questions(answers, view, settings)
    judged = [found for question in asked if (found := _rule_on(question, settings)) is not None]
    sums = find_sums(answers, view)
    labels = name_questions([question for question, _ in judged], view)
    for label, (question, ruled) in zip(labels, judged, strict=True):
        ruling = _add_sums(_rule_part(ruled, answers, view), question, sums)
        slot = _make_slot(label, question, ruling, ruled.levels, view)
        yield slot
        levels = ruled.levels if ruling.verdict not in ("agree", "rounding") else find_unrounded(question.answers)
        if levels and not _is_comparison(levels, view):
            yield _make_discrepancy(slot, ruling, levels, view)


_COMPARED = re.compile(r"\b(?:up|down|compared|against|versus|fewer|more|less)\b", re.I)


def _is_comparison(levels: tuple[Level, ...], view: StoryView) -> bool:
    """Whether one sentence compares all numbers: "47 percent, down from 66 in May" is one account, no difference."""
    numbers = [a.quantity for level in levels for a in level.answers]
    first, last = min(numbers, key=lambda q: q.start), max(numbers, key=lambda q: q.start)
    between = view.articles[first.article_id].text[first.end : last.start]
    return len({q.sentence_id for q in numbers}) == 1 and _COMPARED.search(between) is not None


def _rule_on(question: Question, settings: CompareSettings) -> tuple[Question, Judged] | None:
    """Return a question, cut down where no rule dares to judge the whole, with its ruling; None without one."""
    ruled = judge_question(question, settings)
    if ruled is not None:
        return question, ruled
    narrowed = drop_stray(question, settings) or narrow_question(question)
    ruled = judge_question(narrowed, settings) if narrowed is not None else None
    return (narrowed, ruled) if narrowed is not None and ruled is not None else None


def _rule_part(ruled: Judged, answers: Sequence[Answer], view: StoryView) -> Ruling:
    """Return the ruling, or scope where one report's number and the one joined to it make the other's."""
    if ruled.ruling.verdict not in ("update", "conflict"):
        return ruled.ruling
    ordered = sorted(ruled.levels, key=lambda level: level.answers[0].span.said)
    found = find_part_sum([level.answers for level in ordered], answers, view)
    return Ruling("scope", f"{begin(found.say())}: a part and its whole.") if found else ruled.ruling


def _add_sums(ruling: Ruling, question: Question, sums: Mapping[tuple[str, int, str], Sum]) -> Ruling:
    """Return a ruling with the arithmetic by which an article itself comes to one of the numbers."""
    told = dict.fromkeys(sums[a.key].say() for a in question.answers if a.key in sums)
    return replace(ruling, why=" ".join((ruling.why, *(f"{begin(words)}." for words in told)))) if told else ruling


def _make_slot(label: str, question: Question, ruling: Ruling, levels: tuple[Level, ...], view: StoryView) -> Slot:
    order = levels if ruling.verdict == "update" else (Level(question.answers),)
    units = ["people" if a.dimension == "people" else a.quantity.unit for a in question.answers]
    unit = choose_unit(units)
    gathered = [_gather_values(level.answers, unit, view) for level in order]
    older = [replace(value, superseded=True) for values in gathered[:-1] for value in values]
    values = (*older, *gathered[-1])
    standing = tuple(value for value in gathered[-1] if value.approx != "vague") or gathered[-1]
    numbers = sorted(a.quantity.quantity_id for a in question.answers)
    return Slot(
        slot_id=content_id("slot", view.story_id, question.predicate, *numbers),
        story_id=view.story_id,
        label=label,
        unit=unit,
        verdict=ruling.verdict,
        why=ruling.why,
        values=values,
        least=_find_end([value.low for value in standing], min),
        best=None if ruling.verdict in ("conflict", "scope") else _find_best(standing),
        most=_find_end([value.high for value in standing], max),
    )


def _find_end(ends: Sequence[float | None], choose: Callable[[Sequence[float]], float]) -> float | None:
    """Return the outermost of some ends that are told; None where none is."""
    told = [end for end in ends if end is not None]
    return choose(told) if told else None


def _find_best(values: Sequence[SlotValue]) -> float | None:
    """Return the number that most independent reports give: of equals the flat one, then the one told later."""
    told = [value for value in values if value.value is not None]
    return (
        max(told, key=lambda v: (v.origins, v.approx == "exact", v.as_of or "", v.value or 0.0)).value if told else None
    )


def _gather_values(answers: tuple[Answer, ...], unit: str, view: StoryView) -> tuple[SlotValue, ...]:
    """Return one value, in ``unit``, per number and wording, in order of the days as of which they hold."""
    groups: dict[tuple[object, ...], list[Answer]] = defaultdict(list)
    for answer in answers:
        q = answer.quantity
        groups[q.unit, q.value, q.low, q.high, q.approx].append(answer)

    def order(group: list[Answer]) -> tuple[object, ...]:
        days = [a.as_of for a in group if a.as_of]
        return (not days, min(days, default=""), group[0].span.said, group[0].key)

    return tuple(_make_value(group, unit, view) for group in sorted(groups.values(), key=order))


def _make_value(group: list[Answer], unit: str, view: StoryView) -> SlotValue:
    first = group[0].quantity
    cites = tuple(sorted({a.cite for a in group}))
    places = [(a.quantity.article_id, a.quantity.start, a.quantity.end) for a in group]
    behind = view.evidence.count(cites, places)
    return SlotValue(
        value=convert(first.value, first.unit, unit),
        low=convert(first.low, first.unit, unit),
        high=convert(first.high, first.unit, unit),
        approx=first.approx,
        as_of=min((a.as_of for a in group if a.as_of), default=None),
        said_by=_name_speakers(group),
        origins=behind.origins,
        cites=cites,
        articles=behind.articles,
        outlets=behind.outlets,
        speakers=behind.speakers,
        status="planned" if all("forecast" in a.wording for a in group) else "actual",
        text=" ".join(first.text.split()),
    )


def _name_speakers(answers: Iterable[Answer]) -> str | None:
    """Return who gives some answers: the named speakers where there are any, else the outlets."""
    rows = list(answers)
    names = sorted({a.speaker for a in rows if a.speaker}) or sorted({a.said_by for a in rows if a.said_by})
    if not names:
        return None
    return ", ".join(names[:_SPEAKERS]) + (" and others" if len(names) > _SPEAKERS else "")


def _make_discrepancy(slot: Slot, ruling: Ruling, levels: tuple[Level, ...], view: StoryView) -> Discrepancy:
    sides = tuple(_make_side(level, view) for level in levels)
    return Discrepancy(
        discrepancy_id=content_id("number", slot.slot_id),
        story_id=view.story_id,
        kind="number",
        about=slot.label,
        verdict=ruling.verdict,
        severity=_weigh(ruling, levels),
        why=ruling.why,
        sides=sides,
    )


def _make_side(level: Level, view: StoryView) -> Side:
    phrases: dict[str, str] = {}
    for answer in sorted(level.answers, key=lambda a: (a.written or "", a.key)):
        number = answer.quantity.text
        said = answer.phrase if answer.phrase.startswith(number) else number
        phrases.setdefault(number.casefold(), " ".join(said.split()))
    cites: tuple[Cite, ...] = tuple(sorted({a.cite for a in level.answers}))
    side = view.make_side(" / ".join(list(phrases.values())[:3]), _name_speakers(level.answers), cites)
    return replace(side, origins=level.origins)


def _weigh(ruling: Ruling, levels: tuple[Level, ...]) -> int:
    apart = measure_distance(levels)
    severity = 3 if apart >= _MATERIAL else 2 if apart >= _NOTABLE and ruling.verdict != "rounding" else 1
    measured = any(a.timeless for level in levels for a in level.answers)
    return severity if ruling.verdict == "conflict" and not measured else min(severity, 2)
