"""Whose age a number is: the person whose name stands beside it, or the only one named before it."""

from __future__ import annotations

import re

from dateline.compare.view import StoryView
from dateline.model import Quantity

_AGED = re.compile(
    r", (?:(?:who (?:is|was|turned)|who['’]s|aged|now|then|just|only) ){0,2}"
    r"(?:(?:an?|the) (?:(?!of|with|for|to|and|from)[\w-]+ ){0,2})?"
)
"""What may stand between a name and its bearer's age; "Ana Roth, whose 6-year-old" gives another's."""
_AT_AGE = re.compile(r"\b(?:at the age of|aged|died at|death at)\s+$", re.I)


def find_bearer(quantity: Quantity, view: StoryView, text: str) -> str | None:
    """Return the entity whose age a number is: the name it stands right behind, or that follows it closely."""
    for start, end in ((quantity.start - 60, quantity.start), (quantity.end, quantity.end + 80)):
        for reference in view.references.get(quantity.article_id, ()):
            between = (
                text[reference.end : quantity.start] if end == quantity.start else text[quantity.end : reference.start]
            )
            if start <= reference.start and reference.end <= end and not re.search(r"[.;]|,.*,", between):
                entity = view.entities.get(reference.entity_id)
                if entity is not None and entity.kind == "PER" and (end != quantity.start or _AGED.fullmatch(between)):
                    return entity.entity_id
    return _find_named_before(quantity, view, text)


def _find_named_before(quantity: Quantity, view: StoryView, text: str) -> str | None:
    """Return the only person whom a sentence names before what it says is an age: "Roth died … at the age of 50"."""
    start = view.sentences[quantity.sentence_id].start
    if not _AT_AGE.search(text, start, quantity.start):
        return None
    named = {
        reference.entity_id
        for reference in view.references.get(quantity.article_id, ())
        if start <= reference.start and reference.end <= quantity.start and reference.entity_id in view.entities
    }
    people = [key for key in sorted(named) if view.entities[key].kind == "PER"]
    return people[0] if len(people) == 1 else None
