"""What a place is in its sentence: where something happens, a state that acts, where the report was written, or neither.

Precision before recall: a place is a setting only when the reader ties it to an event, or a preposition of place stands
before it in a clause that tells of one. "Officials in Paris said" and "he arrived from Paris" set nothing in Paris.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.model import Article, EventMention, PlaceRole, Quote, Sentence

Span = tuple[int, int]
_PLACED = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|throughout|off|within|north of|south of|east of|west of|outskirts of"
    r"|suburbs? of|city of|town of|village of|port of|cent(?:er|re) of|parts of|province of|region of|district of)"
    r"\s+(?:(?:the|central|downtown|northern|southern|eastern|western|north|south|east|west|neighbou?ring|nearby)\s+)*"
    r"(?:(?:[A-Z][\w'’.-]*|and|or|of|the),?\s+){0,6}$"
)
"""What stands before a setting: a preposition of place, with other names of a list or a chain between ("in Reading, …")."""
_APART = re.compile(
    r"\b(?:from|to|toward|towards|into|via|against|between|with|than|like|about|on|regarding|for|by)\s+(?:the\s+)?$"
)
_BASED = re.compile(r"[-–](?:based|born|area|style|backed|led|trained|bound)\b")
_SAID_THERE = re.compile(
    r"^\W*(?:[A-Z][\w'’.-]*\W+){0,3}(?:on\s\w+\W+)?(?:said|says|told|added|announced|warned|confirmed|reported|tweeted|wrote)\b"
)
"""What follows a name where officials speak: "officials in Paris said"."""
_SPEAKER = re.compile(
    r"\b(?:said|says|told|reporters?|officials?|authorit\w+|spokes\w+|interview|correspondent|statement|analyst|expert"
    r"|diplomat|embassy|ambassador|lawyer|professor|resident|born|native|lives?|lived|raised|graduat\w+|studied)\b[^.]*$",
    re.IGNORECASE,
)
"""What makes "in Paris" tell where somebody is at home or speaks."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What was read of an article, for telling the roles of its places."""

    article: Article
    sentences: tuple[Sentence, ...]
    events: tuple[EventMention, ...]
    quotes: tuple[Quote, ...]
    actors: frozenset[Span]
    """Spans of names that stand for a state that acts."""


def tell_role(scene: Scene, start: int, end: int, dateline: bool) -> PlaceRole:
    """Return the role of the place named at a span."""
    if dateline:
        return "dateline"
    if any(start < last and first < end for first, last in scene.actors):
        return "seat"
    if _is_tied(scene.events, start, end):
        return "setting"
    return "setting" if _is_placed(scene, start, end) else "mentioned"


def _is_tied(events: Iterable[EventMention], start: int, end: int) -> bool:
    """Tell whether the reader gives the name as the place of an event that takes place, or is to."""
    return any(
        event.place is not None and event.place[0] < end and start < event.place[1] and event.status != "denied"
        for event in events
    )


def _is_placed(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the name stands behind a preposition of place, in a clause that tells of an event."""
    text = scene.article.text
    sentence = next((row for row in scene.sentences if row.start <= start < row.end), None)
    if sentence is None or _BASED.match(text, end):
        return False
    before, after = text[sentence.start : start], text[end : sentence.end]
    if not _PLACED.search(before) or _APART.search(before) or _SAID_THERE.match(after):
        return False
    clause = [event for event in scene.events if event.clause[0] <= start < event.clause[1] and not event.background]
    if not clause or _is_spoken(scene.quotes, start):
        return False
    nearest = max((event.end for event in clause if event.end <= start), default=sentence.start)
    return _SPEAKER.search(text[nearest:start]) is None


def _is_spoken(quotes: Sequence[Quote], start: int) -> bool:
    return any(quote.kind == "direct" and quote.start <= start < quote.end for quote in quotes)
