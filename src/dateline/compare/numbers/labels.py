"""Names a question in plain words, as a journalist would, out of the words of its answers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.compare.numbers.asked import Question
from dateline.compare.numbers.predicates import BY_NAME, BY_WORD, Predicate
from dateline.compare.numbers.twins import DULL
from dateline.compare.view import StoryView
from dateline.words import WORD, find_words

_LONGEST = 60
"""Characters of the longest counted phrase that a label takes over."""
_MEASURES = {
    "mass": "weight of {}",
    "speed": "speed of {}",
    "area": "area of {}",
    "length": "length of {}",
    "age": "age of {}",
}
_TOPICAL, _TOPICS = 0.6, 2
"""Part of the sentences that must have a word for it to name what they are about, and how many words do."""
_LAG = re.compile(r"\s+(?:after|before|ago|later|earlier|since|following|prior)\b", re.I)
_AGED = re.compile(r"(?:[- ]years?[- ]olds?)?\s+((?:(?!who|from|of|was|is|has|in|at|and|found)[\w’'-]+ ?){1,2})")
_STEM = 4
"""Letters in which a deed's verb and the words of its sentence meet."""
_FAR = 500.0
"""Metres from which a bare length is a distance."""
_BEING = frozenset({"is", "are", "was", "were", "has", "have", "had"})
"""Words that end what is counted: a phrase with one is none."""
_SHARE = 3
"""One in so many answers must use the words that a question clear by itself is named with."""
_LEADING = re.compile(
    r"^(?:(?:the|a|an|of|some|these|those|more|other|others|than|his|her|their|its|our|all|further|additional|new)\s+)+",
    re.I,
)
_SPOT = re.compile(
    r"\b(?:at|in|man|staff|inside|to)\s+(?:the|an?)\s+(?:[\w'’-]+\s+){0,2}"
    r"(office|post|base|site|camp|plant|school|building|complex|embassy|hospital|cent(?:re|er)|prison|mine|station)\b",
    re.I,
)
"""Where people are, named by a common noun."""
_NOBODY = frozenset(
    "people person persons dead killed killing kills injured injuring wounded wounding hurt missing death deaths toll "
    "bodies victims casualties fatalities lives number total others arrests arrested injuries die died count tally "
    "rescued rescuing trapped tune".split()
)
"""Counted words that say no more than "people" does."""


def name_questions(questions: Sequence[Question], view: StoryView) -> list[str]:
    """Return the labels of some questions; of those that would be called alike, all but the most told say where."""
    labels = [name_question(question, view) for question in questions]
    seen: set[str] = set()
    for at in sorted(range(len(labels)), key=lambda at: (-len(questions[at].answers), at)):
        if labels[at] in seen:
            apart = _tell_apart(questions[at])
            labels[at] = f"{labels[at].partition(' (')[0] if apart.startswith(' (') else labels[at]}{apart}"
        seen.add(labels[at])
    return labels


def _tell_apart(question: Question) -> str:
    """Return what marks a question among those of one name: the town that most of its answers name, else its words."""
    towns = Counter(
        place.rpartition(":")[2] for a in question.answers for place in a.places if place.startswith("town:")
    )
    most = min(towns, key=lambda town: (-towns[town], town), default=None)
    if most is not None and 2 * towns[most] >= len(question.answers):
        return f" in {most.title()}"
    return _name_topic(question)


def name_question(question: Question, view: StoryView) -> str:
    """Return a label like "harbour guards in Alder", "people killed" or "weight of the crane"."""
    ages = sorted({a.subject for a in question.answers if a.subject in view.entities} - {None}, key=str)
    if ages:
        return f"age of {view.entities[str(ages[0])].name}"
    counted = _name_counted(question)
    further = "further " if all("rise" in a.wording for a in question.answers) else ""
    shared = frozenset.intersection(*(a.predicates for a in question.answers))
    asked = question.predicate or (next(iter(shared)) if len(shared) == 1 else None)
    if asked is None:
        return further + _name_bare(question, counted)
    predicate = BY_NAME[asked]
    if predicate.name == "population":
        return _name_population(question)
    return further + _name_asked(question, predicate, counted)


def _name_bare(question: Question, counted: str | None) -> str:
    """Name a question that only its unit, or what it counts, poses."""
    dimension = question.answers[0].dimension
    if dimension == "age":
        return f"age of {_name_aged(question)}"
    measure = _MEASURES.get(dimension)
    content = {word[:_STEM] for a in question.answers for word in a.content}
    lemmas = Counter(a.lemma for a in question.answers if a.lemma and a.lemma[:_STEM] in content)
    most = min(lemmas, key=lambda lemma: (-lemmas[lemma], lemma), default=None)
    told = f" ({most})" if most is not None and lemmas[most] > 1 else ""
    told = told or _name_topic(question)
    if measure is not None:
        counted = counted or ("vehicle" if all(a.sort == "vehicle" for a in question.answers) else None)
        far = dimension == "length" and question.answers[0].span.said >= _FAR
        return measure.format(_say_the(counted)) if counted else f"{'distance' if far else measure.split()[0]}{told}"
    if dimension == "time":
        passed = all(_LAG.match(a.cite.quote.partition(a.quantity.text)[2]) for a in question.answers)
        length = f"length of {_say_the(counted)}" if counted else f"length of time{told}"
        return f"time passed{told}" if passed else length
    if dimension == "percent":
        return f"share given for {counted}" if counted else f"share{told}"
    if dimension in ("people", "count"):
        return counted or {"people": "people", "count": "number"}[dimension] + told
    name = "amount" if len(dimension) == 3 and dimension.isupper() else dimension
    return f"{name} ({counted})" if counted else f"{name}{told}"


def _name_topic(question: Question) -> str:
    """Return, in brackets, the words that most of the sentences share, nearest to the number first; else nothing."""
    words = Counter(word for a in question.answers for word in a.content)
    first = question.answers[0]
    text = first.cite.quote
    at = max(0, text.find(first.quantity.text))
    near = {
        word: min(abs(start - at - len(first.quantity.text)), abs(at - end))
        for word, start, end in reversed(find_words(text))
        if words[word] >= _TOPICAL * len(question.answers) and word not in DULL
    }
    ordered = sorted(near, key=lambda word: (-words[word], near[word], word))[:_TOPICS]
    written = {match.casefold(): match for match in reversed(WORD.findall(text))}
    return f" ({', '.join(written.get(word, word) for word in ordered)})" if ordered else ""


def _name_aged(question: Question) -> str:
    """Return what those whose age is told are called behind it: "the 9-year-old Alder boy" gives "the Alder boy"."""
    found: Counter[str] = Counter()
    for answer in question.answers:
        match = _AGED.match(answer.cite.quote.partition(answer.quantity.text)[2])
        counted = " ".join((answer.quantity.counted or "").split())
        if counted and counted in answer.phrase and answer.quantity.start < (answer.quantity.counted_span or (0, 0))[0]:
            found[counted] += 1
        elif match:
            found[match.group(1).strip()] += 1
    best = min(found, key=lambda text: (-found[text], len(text), text), default=None)
    return f"the {best}" if best else "a person"


def _say_the(counted: str) -> str:
    """Return a common noun with its article, and a name as it is."""
    return counted if counted[:1].isupper() else f"the {counted}"


def _name_asked(question: Question, predicate: Predicate, counted: str | None) -> str:
    if not {"people", "count"} & set(predicate.dimensions):
        return f"{predicate.label} in {counted}" if counted and "percent" in predicate.dimensions else predicate.label
    if _says_deed(counted, predicate):
        return counted or ""
    whole = "people" if predicate.dimensions == ("people",) or question.answers[0].dimension == "people" else "number"
    return f"{counted or whole} {_place(question, predicate)}"


def _says_deed(counted: str | None, predicate: Predicate) -> bool:
    """Whether the counted words already say what the question asks: "arrests", "suspected cases"."""
    return counted is not None and any(word in predicate.words for word, _, _ in find_words(counted))


def _place(question: Question, predicate: Predicate) -> str:
    """Return what is said of those counted: "killed"; of people somewhere, the place where one is named."""
    if predicate.name != "present":
        return predicate.label
    spots = Counter(match.group(1).casefold() for a in question.answers if (match := _SPOT.search(a.cite.quote)))
    if spots:
        return f"at the {min(spots, key=lambda spot: (-spots[spot], spot))}"
    places = {p.rpartition(":")[2] for a in question.answers for p in a.places if p.startswith("town:")}
    return f"in {next(iter(places)).title()}" if len(places) == 1 else predicate.label


def _name_population(question: Question) -> str:
    towns = sorted({place.rpartition(":")[2] for a in question.answers for place in a.places if "town:" in place})
    return f"population of {towns[0].title()}" if len(towns) == 1 else "population"


def _name_counted(question: Question) -> str | None:
    """Return the counted words that most answers use, the longest of equals; None where they say no more than people,
    or nothing.
    """
    clear = question.predicate is not None and BY_NAME[question.predicate].plain
    deeds = {form for form, asked in BY_WORD.items() if question.predicate in {p.name for p in asked}}
    deeds -= set(BY_NAME[question.predicate].words) if question.predicate is not None else set()
    words: Counter[str] = Counter()
    for answer in question.answers:
        counted = _LEADING.sub("", " ".join((answer.quantity.counted or "").split()))
        plain = {word for word, _, _ in find_words(counted)}
        if plain & _BEING:
            continue
        if (
            counted in " ".join(answer.phrase.split())
            and 0 < len(counted) <= _LONGEST
            and not plain <= _NOBODY | deeds | DULL
        ):
            words[counted] += 1
    best = min(words, key=lambda text: (-words[text], -len(text), text), default=None)
    firm = best is not None and (not clear or _SHARE * words[best] >= len(question.answers))
    return best if firm else None
