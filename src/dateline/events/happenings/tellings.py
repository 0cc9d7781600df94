"""One event mention with all that decides which happening it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateline.dates import Interval, parse_cut, span_of
from dateline.events.happenings.pairing import Trait, make_trait
from dateline.events.happenings.participants import find_meant
from dateline.model import Article, Dating, EventMention, Quote, Reference, Sentence, Status, TimeReference
from dateline.settings import HappenSettings
from dateline.words import find_content_words

Standing = Literal["told", "mentioned", "aside"]
"""How a sentence tells of an event: it, or a clause of it, is about it; it is about something else but gives no other
date; it is about something else and gives other dates."""

_STATUS_GROUPS: Mapping[Status, str] = {
    "actual": "actual",
    "planned": "planned",
    "threatened": "planned",
    "possible": "possible",
    "denied": "denied",
}
_SAYING = "say"
"""Class of what somebody is said to have said: what a sentence is about is that, not the saying."""
_NEAR = 40
"""Characters on either side of a trigger in which a name counts as beside it: "the attack in Nice"."""
_POINTED = re.compile(r"(?:the|this|that|these|those|him|her|his|its|them|their|it)\b", re.IGNORECASE)
_LEAST_CLAUSE = 30
"""Characters under which a clause is too short to stand as a line."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An event mention in its sentence, with its interval (None: no time given) and the entities that take part."""

    mention: EventMention
    sentence: Sentence
    reference: TimeReference | None
    interval: Interval | None
    actors: frozenset[str]
    targets: frozenset[str]
    target_words: frozenset[str]
    place: str | None
    words: frozenset[str]
    status: Status
    group: str
    quoted: bool
    span: tuple[int, int]
    """The characters that tell of it: the sentence where it is about the event, else the clause."""
    standing: Standing
    trait: Trait
    near: frozenset[str]
    """Entities named a few words from the trigger, in its sentence."""
    named_actors: frozenset[str]
    named_targets: frozenset[str]
    """Those of actors and targets that are meant themselves: "a Bolivian girl" is not Bolivia, nor "the firm's shares"
    the firm."""
    many: bool
    """Its word may tell of many: a plural ("attacks") or a present tense ("kills hundreds a year")."""
    written: date | None
    """Last day on which its report may have been written."""
    definite: bool
    """Its target is pointed at as known: "the guard", "her", "that bridge"."""


def make_tellings(
    articles: Iterable[Article],
    sentences: Iterable[Sentence],
    mentions: Iterable[EventMention],
    times: Iterable[TimeReference],
    references: Iterable[Reference],
    quotes: Iterable[Quote],
    datings: Iterable[Dating],
    settings: HappenSettings,
) -> list[Telling]:
    """Line up a story's event mentions, in the order of article and offset. Headlines only repeat and are left out."""
    texts = {article.article_id: article.text for article in articles}
    shelf = _Shelf(sentences)
    written = {dating.article_id: day.last for dating in datings if (day := parse_cut(dating.last))}
    by_time = {time.time_id: time for time in times}
    dates: dict[str, set[tuple[str | None, str | None]]] = {}
    for time in by_time.values():
        if time.first and (place := shelf.find(time.article_id, time.start)):
            dates.setdefault(place, set()).add((time.first, time.last))
    named: dict[str, list[Reference]] = {}
    for reference in references:
        if place := shelf.find(reference.article_id, reference.start):
            named.setdefault(place, []).append(reference)
    spoken: dict[str, list[tuple[int, int]]] = {}
    for quote in quotes:
        if quote.kind == "direct":
            spoken.setdefault(quote.article_id, []).append((quote.start, quote.end))
    found = []
    ordered = sorted(mentions, key=lambda m: (m.article_id, m.start, m.end))
    mains: dict[str, list[EventMention]] = {}
    for mention in ordered:
        given = by_time.get(mention.time_id or "")
        if mention.main and mention.lemma != _SAYING and (given is None or given.first is None):
            mains.setdefault(mention.sentence_id, []).append(mention)
    for mention in ordered:
        sentence = shelf.sentences[mention.sentence_id]
        if sentence.kind != "title":
            telling = _make_telling(
                texts[mention.article_id],
                mention,
                sentence,
                by_time.get(mention.time_id or ""),
                named.get(sentence.sentence_id, ()),
                least_confidence=settings.least_confidence,
                quoted=any(start <= mention.start < end for start, end in spoken.get(mention.article_id, ())),
                written=written.get(mention.article_id),
                mains=mains.get(mention.sentence_id, ()),
                alone=len(dates.get(sentence.sentence_id, ())) <= 1,
            )
            found.append(telling)
    return found


class _Shelf:
    """Finds the sentence that a place in an article lies in."""

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        self.sentences = {sentence.sentence_id: sentence for sentence in sentences}
        self._rows: dict[str, list[Sentence]] = {}
        for sentence in sorted(self.sentences.values(), key=lambda s: s.start):
            self._rows.setdefault(sentence.article_id, []).append(sentence)

    def find(self, article_id: str, start: int) -> str | None:
        """Return the id of the last sentence that begins at or before an offset; None when there is none."""
        row = self._rows.get(article_id, [])
        at = bisect_right(row, start, key=lambda sentence: sentence.start) - 1
        return row[at].sentence_id if at >= 0 else None


def _is_of_others(mention: EventMention, main: EventMention) -> bool:
    """True where a sentence is about what somebody else did, at a time that it does not give: "by a complaint that the
    bank filed on Monday, the firm began to buy"."""
    past = main.status == "actual" and main.tense == "past"
    apart = mention.actor is not None and main.actor is not None and mention.actor != main.actor
    return past and apart


def _span_of(
    mention: EventMention,
    sentence: Sentence,
    time: TimeReference | None,
    mains: Sequence[EventMention],
    *,
    alone: bool,
) -> tuple[tuple[int, int], Standing]:
    """Return the span that tells of an event, and how it does. ``mains`` are what its sentence is about and
    gives no date for; ``alone``: the sentence gives no other date."""
    whole = (sentence.start, sentence.end)
    if mention.main:
        return whole, "told"
    start, end = mention.clause
    holds_time = time is not None and start <= time.start and time.end <= end
    doers = [span for span in (mention.actor, mention.target) if span and start <= span[0] < mention.start]
    if holds_time and doers and not mention.noun and not alone and end - start >= _LEAST_CLAUSE:
        return (start, end), "told"
    if alone and any(_is_of_others(mention, main) for main in mains):
        # A date beside the whole sentence would read as that of its main clause.
        return whole, "aside"
    return whole, "mentioned" if alone else "aside"


def _make_telling(
    text: str,
    mention: EventMention,
    sentence: Sentence,
    time: TimeReference | None,
    references: Sequence[Reference],
    *,
    least_confidence: float,
    quoted: bool,
    written: date | None,
    mains: Sequence[EventMention],
    alone: bool,
) -> Telling:
    places = sorted(_entities_in(mention.place, references))
    interval = _interval_of(time, least_confidence)
    status = _status_of(mention, interval, written)
    span, standing = _span_of(mention, sentence, time, mains, alone=alone)
    return Telling(
        mention=mention,
        sentence=sentence,
        reference=time,
        interval=interval,
        actors=_entities_in(mention.actor, references),
        targets=_entities_in(mention.target, references),
        target_words=_content_words(text, mention.target),
        place=places[0] if places else None,
        words=_content_words(text, mention.clause),
        status=status,
        group=_STATUS_GROUPS[status],
        quoted=quoted,
        span=span,
        standing=standing,
        trait=make_trait(text, mention, sentence),
        near=_entities_in((max(sentence.start, mention.start - _NEAR), mention.end + _NEAR), references),
        named_actors=find_meant(text, mention.actor, references),
        named_targets=find_meant(text, mention.target, references),
        many=_tells_many(text[mention.start : mention.end].lower(), mention),
        written=written,
        definite=mention.target is not None and _POINTED.match(text, mention.target[0]) is not None,
    )


def _status_of(mention: EventMention, interval: Interval | None, written: date | None) -> Status:
    """Return an event's status; what lies after the day it was written of cannot have happened yet."""
    ahead = interval is not None and written is not None and interval.first > written
    return "planned" if ahead and mention.status == "actual" else mention.status


def _interval_of(time: TimeReference | None, least_confidence: float) -> Interval | None:
    if time is None or time.first is None or time.last is None or time.confidence < least_confidence:
        return None
    span = span_of(time.first, time.last)
    return Interval(span.first, span.last, time.grain or span.grain) if span else None


def _entities_in(span: tuple[int, int] | None, references: Sequence[Reference]) -> frozenset[str]:
    if span is None:
        return frozenset()
    return frozenset(r.entity_id for r in references if r.start < span[1] and span[0] < r.end)


def _tells_many(shown: str, mention: EventMention) -> bool:
    word = mention.word or mention.lemma
    if mention.noun:
        return shown.endswith("s") and not word.endswith("s")
    return mention.tense == "present" and shown in (word, f"{word}s", f"{word}es")


def _content_words(text: str, span: tuple[int, int] | None) -> frozenset[str]:
    if span is None:
        return frozenset()
    return find_content_words(text[span[0] : span[1]])
