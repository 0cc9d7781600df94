"""A question that several numbers answer: which answers it has, and when it counts as answered."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.compare.answers import Answer
from dateline.compare.twins import find_twins
from dateline.compare.view import StoryView

_PARTS = frozenset({"part", "subset"})
_BY_NUMBER = 4
"""Evidence that stands for a question whose answers only their number and words join."""


@dataclass(frozen=True, slots=True)
class Question:
    """Answers joined to one question, with the weakest evidence that was needed to join them."""

    predicate: str | None
    answers: tuple[Answer, ...]
    confidence: int
    twins: bool = False
    """Whether it was joined by its very number alone (``twins``)."""


def is_answered(question: Question) -> bool:
    """Whether two sentences answer a question, one of them with a firm number, in two articles or in plain words."""
    sentences = {a.quantity.sentence_id for a in question.answers}
    articles = {a.quantity.article_id for a in question.answers}
    firm = any(a.quantity.approx != "vague" for a in question.answers)
    former = any("former" in a.wording for a in question.answers)
    if question.twins:
        return len(sentences) > 1 and firm
    if all(a.wording & _PARTS and not any(s.startswith("part:") for s in a.scopes) for a in question.answers):
        return False
    return (len(sentences) > 1 or former) and firm and (len(articles) > 1 or question.predicate is not None)


def add_twins(asked: list[Question], answers: tuple[Answer, ...], view: StoryView) -> tuple[Question, ...]:
    """Return the questions with the answers that have a number of theirs, and those asked by a number alone."""
    home = {a.key: index for index, question in enumerate(asked) for a in question.answers}
    for twins in find_twins(answers, view):
        known = sorted({home[a.key] for a in twins if a.key in home})
        fresh = tuple(a for a in twins if a.key not in home)
        if not known:
            home |= {a.key: len(asked) for a in twins}
            asked.append(Question(None, twins, _BY_NUMBER, twins=True))
        elif fresh:
            question = asked[known[0]]
            twin = next(a for a in question.answers if a.key in {t.key for t in twins})
            lent = tuple(replace(a, predicates=twin.predicates, sort=twin.sort, scopes=twin.scopes) for a in fresh)
            home |= {a.key: known[0] for a in fresh}
            answers_now = tuple(sorted((*question.answers, *lent), key=lambda a: a.key))
            asked[known[0]] = replace(question, answers=answers_now)
    return tuple(asked)
