"""Finds questions of news that reports answer in two ways: helpers or none, links or none, known or unknown."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from dateline.compare.differences.conduct import CONDUCT
from dateline.compare.differences.questions import QUESTIONS, Question
from dateline.compare.differences.tellings import stem
from dateline.compare.differences.turns import TURNS
from dateline.compare.phrasing import say_day
from dateline.compare.view import StoryView
from dateline.dates import day_of
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, Sentence, Side, Verdict
from dateline.settings import CompareSettings
from dateline.words import find_words

_SHARED_WORDS = {"bearer": 2, "subject": 1, "words": 2}
"""Stems of five letters or more, names and the answer's own words left out, that two answers must share."""
_LEAST_LETTERS = 5
_MISDEEDS = frozenset({"ASSAULT", "COERCE", "PROTEST", "FIGHT"})
"""Types of event that are misdeeds where an accuser tells of them."""
_PAST_DAYS = 40
"""A sentence that names a day so long before its report tells history: no state of now."""
_NEAR = 3
"""Sentences within which a reply follows what it answers."""
_LATER_DAYS = 2
"""Days by which the last report of one answer must come after the last of the other to replace it."""
_ASKED = re.compile(r"[?？]\s*[\"'”’]?$")
_OPEN = "not known"
"""The answer that leaves a question open, as "whether" and "if" do."""
_POINTING = re.compile(r"\b(?:they|it|something|the two)\b")
"""Words of a question that say nothing without whom it is about."""
_HYPOTHETICAL = re.compile(r"\b(?:if|would have|could have|should have|suppose|imagine)\b", re.I)


@dataclass(frozen=True, slots=True)
class Answer:
    """A sentence that answers a question: the answer, who gives it, and what it is about."""

    label: str
    sentence: Sentence
    written: str
    speaker: str | None
    entities: frozenset[str]
    bearer: str | None
    stems: frozenset[str]
    verb: str | None
    past: bool
    """Whether the sentence names a day long before its report."""
    words: str
    cite: Cite


def find_disputes(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every question that sentences about one thing answer in two ways."""
    del settings
    before = _find_previous(view)
    for question in (*QUESTIONS, *CONDUCT, *TURNS):
        answers = [
            answer
            for sentence in sorted(view.sentences.values(), key=lambda s: (s.article_id, s.start))
            if (answer := _read_answer(question, sentence, before.get(sentence.sentence_id), view)) is not None
        ]
        yield from _lay_side_by_side(question, answers, view)


def _find_previous(view: StoryView) -> dict[str, Sentence]:
    """Return sentence → the one before it in its article."""
    ordered = sorted((s for s in view.sentences.values() if s.kind == "body"), key=lambda s: (s.article_id, s.start))
    return {later.sentence_id: first for first, later in pairwise(ordered) if first.article_id == later.article_id}


def _read_answer(question: Question, sentence: Sentence, before: Sentence | None, view: StoryView) -> Answer | None:
    text = view.articles[sentence.article_id].text[sentence.start : sentence.end]
    if sentence.kind == "caption" or _ASKED.search(text) or (question.needs and not question.needs.search(text)):
        return None
    for label, pattern in question.answers:
        match = pattern.search(text)
        if match is not None and not (label != _OPEN and _HYPOTHETICAL.search(text[: match.end()])):
            span = sentence.start + match.start(), sentence.start + match.end()
            verb = next((v for name, v in match.groupdict().items() if v and name in ("verb", "act")), None)
            return replace(_make_answer(label, sentence, span, before, view), verb=stem(verb) if verb else None)
    if question.accusers is not None:
        accused = _find_accusation(question.accusers, sentence, view)
        if accused is not None:
            return replace(
                _make_answer(question.answers[-1][0], sentence, accused[0], before, view), entities=accused[1]
            )
    return None


def _find_accusation(
    accusers: re.Pattern[str], sentence: Sentence, view: StoryView
) -> tuple[tuple[int, int], frozenset[str]] | None:
    """Return the words in which an accuser tells of misdeeds, and whose these are; None where there are none."""
    for claim in view.claims.get(sentence.article_id, ()):
        start, end = claim.cite.start, claim.cite.end
        who = claim.speaker or " ".join(claim.speakers[-1:])
        if not sentence.start <= start < end <= sentence.end or not accusers.search(who):
            continue
        inside = [t for t in view.triggers.get(sentence.sentence_id, ()) if start <= t.start and t.end <= end]
        misdeeds = [t for t in inside if t.type in _MISDEEDS and t.actor is not None and not t.noun]
        doers = {e for t in misdeeds if (event := view.events.get(t.event_id)) is not None for e in event.actors}
        if doers:
            return (start, end), frozenset(doers)
    return None


def _make_answer(
    label: str, sentence: Sentence, span: tuple[int, int], before: Sentence | None, view: StoryView
) -> Answer:
    start, end = span
    text = view.articles[sentence.article_id].text
    claim = view.find_claim(sentence.article_id, start, end)
    low = before.start if before is not None and before.paragraph >= sentence.paragraph - 1 else sentence.start
    return Answer(
        label=label,
        sentence=sentence,
        written=(view.written(sentence.article_id) or "")[:10],
        speaker=claim.speaker or (claim.speakers[-1] if claim.speakers else None) if claim is not None else None,
        entities=_find_entities(sentence.article_id, low, sentence.end, view),
        bearer=_find_bearer(sentence, start, view),
        stems=_find_stems(text, low, sentence.end),
        verb=None,
        past=_is_past(sentence, view),
        words=" ".join(text[start:end].split()),
        cite=view.cite(sentence, start, end),
    )


def _is_past(sentence: Sentence, view: StoryView) -> bool:
    written = day_of(view.written(sentence.article_id))
    times = [t for t in view.times.get(sentence.article_id, ()) if sentence.start <= t.start and t.end <= sentence.end]
    days = [day for t in times if (day := day_of(t.last or t.first)) is not None]
    return written is not None and any((written - day).days > _PAST_DAYS for day in days)


def _find_bearer(sentence: Sentence, start: int, view: StoryView) -> str | None:
    """Return the entity named last before an answer in its sentence."""
    rows = view.references.get(sentence.article_id, ())
    before = [r for r in rows if sentence.start <= r.start and r.end <= start]
    return max(before, key=lambda r: (r.end, r.start)).entity_id if before else None


def _find_entities(article: str, low: int, high: int, view: StoryView) -> frozenset[str]:
    return frozenset(r.entity_id for r in view.references.get(article, ()) if low <= r.start and r.end <= high)


def _find_stems(text: str, low: int, high: int) -> frozenset[str]:
    """Return the stems of the longer words of a stretch but names."""
    words = (text[low + start : low + end] for _, start, end in find_words(text[low:high]))
    return frozenset(stem(word) for word in words if len(word) >= _LEAST_LETTERS and word[0].islower())


@lru_cache(maxsize=64)
def _find_own_stems(question: Question) -> frozenset[str]:
    """Return the stems of the words that a question's answers are known by: they tie no two sentences."""
    patterns = " ".join(pattern.pattern for _, pattern in question.answers)
    return frozenset(stem(word) for word in re.findall(r"[a-z]{4,}", patterns))


def _lay_side_by_side(question: Question, answers: list[Answer], view: StoryView) -> Iterable[Discrepancy]:
    met: dict[str, set[Answer]] = defaultdict(set)
    for at, one in enumerate(answers):
        for other in answers[at + 1 :]:
            first, second = (one, other) if _place(question, one) <= _place(question, other) else (other, one)
            if one.label != other.label and _are_tied(question, first, second):
                met[one.label].add(one)
                met[other.label].add(other)
    if len(met) > 1 and question.only_later:
        _add_same_days(question, answers, met)
    if len(met) > 1:
        order = [label for label, _ in question.answers]
        groups = [sorted(met[k], key=_rank) for k in order if k in met]
        yield _make(question, groups[::-1] if question.verdict == "update" and not question.turns else groups, view)


def _add_same_days(question: Question, answers: list[Answer], met: dict[str, set[Answer]]) -> None:
    """Add to the first side those who give its answer on the very day on which the other is told."""
    first, last = question.answers[0][0], question.answers[-1][0]
    known = {answer.written for answer in met[last]}
    for answer in answers:
        tied = any(_share_words(question, answer, other, fewer=1) for other in met[last])
        if answer.label == first and answer.written in known and tied and not answer.past:
            met[first].add(answer)


def _place(question: Question, answer: Answer) -> int:
    """Return which of a question's answers it is."""
    return [label for label, _ in question.answers].index(answer.label)


def _are_tied(question: Question, one: Answer, other: Answer) -> bool:
    if one.sentence.sentence_id == other.sentence.sentence_id:
        return False
    if question.tie == "story":
        return True
    if question.tie == "near":
        return _are_near(one.sentence, other.sentence)
    if question.tie == "subject" and _are_near(one.sentence, other.sentence):
        return True
    if question.tie in ("subject", "bearer") and not one.entities & other.entities:
        return False
    if question.tie == "bearer" and one.bearer != other.bearer:
        return False
    if question.only_later and (not one.written or one.past or not one.written < other.written):
        return False
    if one.verb is not None and other.verb is not None and one.verb != other.verb:
        return False
    return _share_words(question, one, other)


def _are_near(one: Sentence, other: Sentence) -> bool:
    return one.article_id == other.article_id and abs(one.index - other.index) <= _NEAR


def _share_words(question: Question, one: Answer, other: Answer, fewer: int = 0) -> bool:
    shared = (one.stems & other.stems) - _find_own_stems(question)
    return len(shared) >= (question.least or _SHARED_WORDS[question.tie]) - fewer


def _rank(answer: Answer) -> tuple[str, Cite]:
    return answer.written, answer.cite


def _make(question: Question, groups: list[list[Answer]], view: StoryView) -> Discrepancy:
    verdict, why = _rule(question, groups)
    sides = tuple(_make_side(group, view) for group in groups)
    return Discrepancy(
        discrepancy_id=content_id("dispute", view.story_id, question.about, *sorted(c for s in sides for c in s.cites)),
        story_id=view.story_id,
        kind=question.kind,
        about=_say_about(question, groups, view),
        verdict=verdict,
        severity=question.severity,
        why=why,
        sides=sides,
    )


def _say_about(question: Question, groups: list[list[Answer]], view: StoryView) -> str:
    """Return the question, with whom it is about where its words leave that open and most answers name one."""
    if not _POINTING.search(question.about):
        return question.about
    named = [Counter(entity for answer in group for entity in answer.entities) for group in groups]
    shared = set.intersection(*(set(row) for row in named))
    known = [view.entities[entity] for entity in sorted(shared) if entity in view.entities]
    doers = [entity for entity in known if entity.kind in ("PER", "ORG", "GPE")]
    told = max(doers or known, key=lambda entity: sum(row[entity.entity_id] for row in named), default=None)
    return f"{question.about} ({told.name})" if told is not None else question.about


def _count_days(first: str, last: str) -> int:
    """Return the days from one date to another, negative where it comes before; 0 where one is no date."""
    one, other = day_of(first), day_of(last)
    return (other - one).days if one is not None and other is not None else 0


def _rule(question: Question, groups: list[list[Answer]]) -> tuple[Verdict, str]:
    told = " and ".join(f"“{group[0].words}”" for group in groups)
    if question.parties:
        return question.verdict, f"The two parties contradict each other, and reports tell both: {told}."
    days = [[a.written for a in group if a.written] for group in groups]
    if question.only_later and all(days):
        days = [[min(days[0])], [max(days[-1])]]
    if question.turns and all(days):
        first, last = max(days[0]), max(days[-1])
        if _count_days(first, last) >= _LATER_DAYS:
            return (
                "update",
                f"Told as {told}: the last report of the one is of {say_day(first)}, of the other {say_day(last)}.",
            )
    speakers = [{a.speaker for a in group} for group in groups]
    if all(None not in row for row in speakers) and not set.intersection(*speakers):
        return question.verdict, f"A dispute between sources, not between reports: {told}."
    return question.verdict, f"Told in two ways: {told}."


def _make_side(group: list[Answer], view: StoryView) -> Side:
    speakers = sorted({a.speaker for a in group if a.speaker})
    outlets = sorted({name for a in group if (name := view.outlet(a.sentence.article_id))})
    first = group[0]
    return view.make_side(
        " ".join(first.cite.quote.split()), ", ".join((speakers or outlets)[:3]) or None, (a.cite for a in group)
    )
