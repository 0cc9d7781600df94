"""Names a question in plain words, out of the words of its answers."""

from __future__ import annotations

import re
from collections import Counter

from dateline.compare.predicates import BY_NAME
from dateline.compare.slots import Question
from dateline.compare.view import StoryView

_LONGEST = 60
_MEASURES = {"mass": "weight", "speed": "speed", "area": "area", "length": "length", "age": "age"}
_LEADING = re.compile(r"^(?:the|a|an|of|some|these|those|more|than|his|her|their|its|our)\s+", re.I)


def name_question(question: Question, view: StoryView) -> str:
    """Return a label like "South Korean officials: present" or "people killed in Nice"."""
    counted = _name_counted(question)
    ages = {a.subject for a in question.answers if a.subject}
    if ages:
        names = [view.entities[subject].name for subject in sorted(ages) if subject in view.entities]
        return f"age of {names[0]}" if names else "age"
    predicate = BY_NAME[question.predicate] if question.predicate is not None else None
    measure = _MEASURES.get(question.answers[0].dimension)
    if all("rise" in a.wording for a in question.answers):
        counted = f"further {counted}"
    if predicate is None and measure is not None:
        return f"{measure}: {counted}"
    if predicate is None:
        lemmas = Counter(a.lemma for a in question.answers if a.lemma)
        most = min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma)) if lemmas else None
        told = f"{counted} ({most})" if most and lemmas[most] > 1 else counted
    elif "people" in predicate.dimensions and predicate.plain:
        told = f"{counted} {predicate.label}"
    else:
        told = f"{predicate.label}: {counted}"
    return told


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
