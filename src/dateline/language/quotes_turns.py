"""Turns of an interview printed as a transcript: lines of the form ``NAME: what was said``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from dateline.language.quotes_units import Paragraph

_TURN = re.compile(
    r"(?P<name>(?:[A-Z][\w.'’-]*|Mc[A-Z]\w+)(?: (?:[A-Z][\w.'’-]*|de|van|von|al|bin)){0,4})"
    r"(?:, [^:\n]{2,40}| \([A-Z][^)]{0,30}\))?:\s+(?=\S)"
)
_LABELS = frozenset(
    "photo photos picture pictures image images video watch read update updated note editor's related source sources "
    "listen credit caption breaking live correction more see also q a question answer date time where when "
    "what who why location place price score result summary key fact facts tip contact email phone tel twitter "
    "facebook".split()
)
_QUESTION = re.compile(r"(?P<label>Q|A|Question|Answer)(?:[.:]|\s?[-–—])\s+(?=\S)")
_LEAST_PAIRS = 2
"""Questions and answers that make a transcript: one "A." may open any list."""
_LEAST = 3
"""Turns that make a transcript: two labelled lines stand in many reports that are none."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn: whose it is (``name`` span) and what is said (``start:end``), with the paragraph it fills.

    ``name`` is None where the label is only "Q" or "A".
    """

    paragraph: int
    name: tuple[int, int] | None
    start: int
    end: int


def find_turns(text: str, paragraphs: Sequence[Paragraph], people: Collection[str]) -> tuple[Turn, ...]:
    """Return the turns of a transcript; none unless several lines are labelled and a label comes again.

    A label counts when it is written in capitals or is the name of a person (``people``, as written).
    """
    turns = [turn for paragraph in paragraphs if (turn := _read_turn(text, paragraph, people)) is not None]
    names = Counter(text[slice(*turn.name)] for turn in turns if turn.name)
    if len(turns) < _LEAST or max(names.values(), default=0) < 2:
        return _find_questions(text, paragraphs)
    return tuple(turns)


def _find_questions(text: str, paragraphs: Sequence[Paragraph]) -> tuple[Turn, ...]:
    """Return the turns of questions and answers labelled "Q" and "A"; none unless both come again."""
    found = [(p, m) for p in paragraphs if p.kind == "body" and (m := _QUESTION.match(text, p.start, p.end))]
    labels = Counter(match["label"][0] for _, match in found)
    if len(labels) < 2 or min(labels.values()) < _LEAST_PAIRS:
        return ()
    return tuple(Turn(paragraph.index, None, match.end(), paragraph.end) for paragraph, match in found)


def _read_turn(text: str, paragraph: Paragraph, people: Collection[str]) -> Turn | None:
    match = _TURN.match(text, paragraph.start, paragraph.end) if paragraph.kind == "body" else None
    if match is None:
        return None
    name = match["name"]
    if name.split()[0].lower() in _LABELS or not ((name.isupper() and len(name) > 2) or name in people):
        return None
    return Turn(paragraph.index, match.span("name"), match.end(), paragraph.end)
