"""A question that several numbers answer: which answers it has, and when it counts as answered."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.compare.numbers.answers import Answer
from dateline.compare.numbers.twins import find_twins
from dateline.compare.view import StoryView

_PARTS = frozenset({"part", "subset"})
_WHERE = frozenset({"present", "moved", "left"})
"""Questions of where people are, of which one number can answer two."""
_TOTAL = frozenset({"usual", "whole"})
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


def add_twins(
    asked: list[Question], answers: tuple[Answer, ...], view: StoryView, manifold: frozenset[str]
) -> tuple[Question, ...]:
    """Return the questions with the answers that have a number of theirs, and those asked by a number alone."""
    home = {a.key: index for index, question in enumerate(asked) for a in question.answers}
    for twins in find_twins(answers, view, manifold):
        known = sorted({home[a.key] for a in twins if a.key in home})
        fresh = tuple(a for a in twins if a.key not in home)
        if not known:
            home |= {a.key: len(asked) for a in twins}
            asked.append(Question(None, twins, _BY_NUMBER, twins=True))
            continue
        home |= {a.key: known[0] for a in fresh}
        beside = tuple(a for a in twins if a.key in home and home[a.key] != known[0] and a.predicates & _WHERE)
        asked[known[0]] = _lend_question(asked[known[0]], twins, fresh, beside)
    return tuple(asked)


def _lend_question(
    question: Question, twins: tuple[Answer, ...], fresh: tuple[Answer, ...], beside: tuple[Answer, ...]
) -> Question:
    """Return a question with further answers that have the number of one of its own: ``fresh`` ones that answer nothing
    yet, and ``beside``, which answer where else the same people are: "sent 64" is told of the 64 who are there.
    """
    keys = {a.key for a in twins}
    twin = next(a for a in question.answers if a.key in keys)
    there = tuple(a for a in beside if twin.predicates & _WHERE and a.scopes == twin.scopes)
    lent = tuple(
        replace(a, predicates=twin.predicates, sort=twin.sort, scopes=twin.scopes, wording=a.wording - _TOTAL)
        for a in (*fresh, *there)
    )
    return replace(question, answers=tuple(sorted((*question.answers, *lent), key=lambda a: a.key)))
