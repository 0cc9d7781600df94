"""Names a question in plain words, out of the words of its answers."""

from __future__ import annotations

import re
from collections import Counter

from dateline.compare.predicates import BY_NAME, BY_WORD, Predicate
from dateline.compare.slots import Question
from dateline.compare.view import StoryView
from dateline.words import find_words

_LONGEST = 60
"""Characters of the longest counted phrase that a label takes over."""
_MEASURES = {"mass": "weight", "speed": "speed", "area": "area", "length": "length", "age": "age"}
_LEADING = re.compile(r"^(?:the|a|an|of|some|these|those|more|than|his|her|their|its|our)\s+", re.I)


def name_question(question: Question, view: StoryView) -> str:
    """Return a label like "present: harbour guards", "people killed" or "weight: crane"."""
    ages = sorted({a.subject for a in question.answers if a.subject in view.entities} - {None}, key=str)
    if ages:
        return f"age of {view.entities[str(ages[0])].name}"
    counted = _name_counted(question)
    if all("rise" in a.wording for a in question.answers):
        counted = f"further {counted}"
    if question.predicate is None:
        return _name_bare(question, counted)
    predicate = BY_NAME[question.predicate]
    if predicate.name == "population":
        return _name_population(question)
    return _name_asked(question, predicate, counted)


def _name_bare(question: Question, counted: str) -> str:
    """Name a question that only its unit, or what it counts and its trigger, pose."""
    measure = _MEASURES.get(question.answers[0].dimension)
    if measure is not None:
        return f"{measure}: {counted}"
    lemmas = Counter(a.lemma for a in question.answers if a.lemma)
    most = min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma), default=None)
    return f"{counted} ({most})" if most is not None and lemmas[most] > 1 else counted


def _name_asked(question: Question, predicate: Predicate, counted: str) -> str:
    if not {"people", "count"} & set(predicate.dimensions):
        named = sum(a.quantity.counted is not None for a in question.answers)
        return f"{predicate.label}: {counted}" if 2 * named >= len(question.answers) else predicate.label
    if any(predicate in BY_WORD.get(word, ()) for word, _, _ in find_words(counted)):
        return counted
    return f"{counted} {predicate.label}" if predicate.plain else f"{predicate.label}: {counted}"


def _name_population(question: Question) -> str:
    towns = sorted({place.rpartition(":")[2] for a in question.answers for place in a.places if "town:" in place})
    return f"population of {towns[0].title()}" if len(towns) == 1 else "population"


def _name_counted(question: Question) -> str:
    """Return the counted words that most answers use, the longest of equals; the unit where none has any."""
    words: Counter[str] = Counter()
    for answer in question.answers:
        counted = _LEADING.sub("", " ".join((answer.quantity.counted or "").split()))
        if counted and len(counted) <= _LONGEST:
            words[counted] += 1
    if not words:
        unit = question.answers[0].quantity.unit
        return "number" if unit == "count" else unit
    return min(words, key=lambda text: (-words[text], -len(text), text))
