"""What a place is in its sentence: where something happens, a state that acts, where the report was written, or none.

Precision before recall: a place is a setting only when the reader ties it to an event, or a preposition of place stands
before it in a clause that tells of one. "Officials in Paris said" and "he arrived from Paris" set nothing in Paris.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Article, EventMention, PlaceRole, Quote, Sentence

Span = tuple[int, int]
_BEFORE = 40
"""Characters before a name in which a preposition is looked for."""
_PLACED = re.compile(
    r"\b(?:in|at|near|outside|inside|around|across|throughout|off|within|north of|south of|east of|west of|outskirts of"
    r"|suburbs? of|city of|town of|village of|port of|cent(?:er|re) of|parts of|province of|region of|district of)"
    r"\s+(?:(?:the|central|downtown|northern|southern|eastern|western|north|south|east|west|neighbou?ring|nearby)\s+)*"
    r"(?:(?:[A-Z][\w'’.-]*|and|or|of|the),?\s+){0,6}$"
)
"""What stands before a setting: a preposition of place, with other names of a list between ("in Reading, …")."""
_FREE = re.compile(
    r"^(?!['’ʼ]s\b)(?:\W*$|\W*[^\w\s]|\s+\d|\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:Jan|Feb|Mar|Apr|May"
    r"|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*)\b|\s+(?:a|after|ago|again|all|alone|also|although|amid|among|an|and|are|around|as|at"
    r"|because|been|before|being|between|both|but|by|can|could|despite|did|do|does|due|during|each|early|earlier|even"
    r"|every|ever|first|following|for|from|had|has|have|he|her|his|how|if|in|including|into|is|it|its|just|last|late"
    r"|later|less|like|may|might|more|most|much|near|next|nearly|no|nor|not|now|of|off|on|once|one|only|or|our|out|over"
    r"|partly|previously|rather|recently|see|she|should|since|so|some|soon|still|such|than|that|the|their|then|there"
    r"|these|they|this|those|though|through|throughout|to|today|together|tomorrow|tonight|too|toward|towards|under"
    r"|unless|until|up|upon|via|was|we|were|what|when|where|whether|which|while|who|whose|why|will|with|within|without"
    r"|would|yesterday|you|\w+ed|\w+ing|\w+ly|began|came|fell|found|gave|got|held|kept|killed|knew|led|left|lost|made"
    r"|met|saw|sent|set|shot|showed|shut|struck|took|told|went|won|wrote"
    r"|state|province|region|district|county|city|town|village|governorate|prefecture|oblast|area|suburb|port|harbou?r"
    r"|airport|island|peninsula|valley|desert|camp|prison|jail|square|hospital|market)\b)"
)
"""What may follow a name that stands by itself; another word makes it the first part of a name: "in U.S. history";
"in Kebbi state" is there."""
_APART = re.compile(
    r"\b(from|to|toward|towards|into|via|against|between|with|than|like|about|on|regarding|for|by)\s+(?:the\s+)?$"
)
_REACH = 80
"""Characters between an event's word and its place behind it: what lies further is most often another's. A choice, from
reading a hundred happenings."""
_WHERE = re.compile(r"\s*[,–—-]*\s*where\b")
_OPENING = re.compile(
    r"\W*(?:(?:and|but|while|as|meanwhile|also|later|then|earlier|elsewhere),?\s+)?(?:in|at|near|outside|inside|around"
    r"|across|throughout|off)\s+(?:(?:the|central|downtown|northern|southern|eastern|western|nearby)\s+|[\w-]+\s+of\s+)*"
    r"(?:[A-Z][\w'’.-]*\s+)?",
    re.IGNORECASE,
)
_WITHIN = re.compile(r"\b(?:in|at|during)\s+(?:(?:a|an|the)\s+)?(?:[\w-]+\s+){0,2}$")
"""What makes an event the scene of another: "died in a motorcycle accident"."""
_GOALS = ("to", "into", "toward", "towards", "for")
"""Where a movement ends, its place is."""
_BASED = re.compile(r"[-–](?:based|born|area|style|backed|led|trained|bound)\b")
_SAID_THERE = re.compile(
    r"^\W*(?:[A-Z][\w'’.-]*\W+){0,3}(?:on\s\w+\W+)?(?:said|says|told|added|announced|warned|confirmed|reported|tweeted|wrote)\b"
)
"""What follows a name where officials speak: "officials in Paris said"."""
_HOLDERS = re.compile(
    r"\b(?:mayor|democrats?|republicans?|presidents?|king|queen|prince|princess|premier|minister|chancellor|governors?"
    r"|senators?|representatives?|congress(?:man|woman)?|parliament|governments?|people|states?|secretary|citizens?"
    r"|bank|bishop|archbishop|church|diocese|republic|kingdom|emirate|ambassador|consul|history|map|capital|law|laws"
    r"|rest|future|name|image|flag|independence|sovereignty|economy|borders?) of (?:the )?$"
    r"|\b(?:universit\w+|colleges?|schools?|students?|voters|districts?|embassy|office|headquarters|home|families|family"
    r"|firms?|company|companies|faculty|tradition|interests?|based|families|friends|relatives"
    r"|school|democrats|republicans) (?:in|at) (?:the )?$",
    re.IGNORECASE,
)
"""What makes a place an office's, a body's or a people's: "the mayor of Paris", "a student in Oslo"."""
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


def tell_role(scene: Scene, start: int, end: int, dateline: bool) -> tuple[PlaceRole, tuple[str, ...]]:
    """Return the role of the place named at a span, and the ids of the events of which it is the scene."""
    if dateline:
        return "dateline", ()
    if any(start < last and first < end for first, last in scene.actors):
        return "seat", ()
    text = scene.article.text
    before = text[max(start - _BEFORE, 0) : start]
    if _BASED.match(text, end) or not _FREE.match(text[end : end + 20]) or _HOLDERS.search(before):
        return "mentioned", ()
    tied = _find_tied(scene, start, end)
    if tied:
        own = sorted(event.event_id for event in tied if _belongs(scene, event, start, end))
        return "setting", tuple(own)
    return ("setting" if _is_placed(scene, start, end) else "mentioned"), ()


def _find_tied(scene: Scene, start: int, end: int) -> list[EventMention]:
    """Return the events of which the reader gives the name as the place; one that is no movement happens in its place,
    so that nothing like "from" or "about" stands between."""
    tied = [
        event
        for event in scene.events
        if event.place is not None and event.place[0] < end and start < event.place[1] and event.status != "denied"
    ]
    apart = _APART.search(scene.article.text[max(start - _BEFORE, 0) : start])
    return [event for event in tied if apart is None or (event.type == "MOVE" and apart.group(1) in _GOALS)]


def _belongs(scene: Scene, event: EventMention, start: int, end: int) -> bool:
    """Tell whether a place is that of an event, and not of something else that stands with it: close behind its word
    ("fighting in Ajdabiya"), or before it where the clause opens with the place or goes on from it with "where"."""
    if _stands_between(scene, event, start, end):
        return False
    text = scene.article.text
    if event.end <= start:
        return start - event.end <= _REACH
    if _WHERE.match(text, end):
        return True
    first = max((row.start for row in scene.sentences if row.start <= start), default=0)
    return _OPENING.fullmatch(text[max(first, min(event.clause[0], start)) : start]) is not None


def _stands_between(scene: Scene, event: EventMention, start: int, end: int) -> bool:
    """Tell whether another event stands between an event and a place, and is no scene of it: the place is that one's.

    "The video was made for his arrival in Lisbon" was not made there; "she died in a crash in Lisbon" was there.
    """
    first, last = (event.end, start) if event.start < start else (end, event.start)
    between = [other for other in scene.events if first <= other.start and other.end <= last]
    return any(not _WITHIN.search(scene.article.text[first : other.start]) for other in between)


def _is_placed(scene: Scene, start: int, end: int) -> bool:
    """Tell whether the name stands behind a preposition of place, in a clause that tells of an event before it."""
    text = scene.article.text
    sentence = next((row for row in scene.sentences if row.start <= start < row.end), None)
    if sentence is None:
        return False
    before, after = text[sentence.start : start], text[end : sentence.end]
    if not _PLACED.search(before) or _APART.search(before) or _SAID_THERE.match(after):
        return False
    clause = [event for event in scene.events if event.clause[0] <= start < event.clause[1] and not event.background]
    nearest = max((event.end for event in clause if event.end <= start and event.status != "denied"), default=None)
    return nearest is not None and not _is_spoken(scene.quotes, start) and not _SPEAKER.search(text[nearest:start])


def _is_spoken(quotes: Sequence[Quote], start: int) -> bool:
    return any(quote.kind == "direct" and quote.start <= start < quote.end for quote in quotes)
