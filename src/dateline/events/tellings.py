"""One event mention with all that decides which happening it is."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.dates import Interval, parse_cut
from dateline.model import Article, EventMention, Quote, Reference, Sentence, Status, TimeReference
from dateline.settings import HappenSettings
from dateline.words import find_words

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
_SHORT = 4
"""Words of fewer letters are mostly grammar and say nothing of what an event is about."""
_LEAST_CLAUSE = 30
"""Characters under which a clause is too short to stand as a line."""
_NUMBER = re.compile(r"\d")


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
    group: str
    quoted: bool
    span: tuple[int, int]
    """The characters that tell of it: the sentence where it is about the event, else the clause."""
    standing: Standing


def make_tellings(
    articles: Iterable[Article],
    sentences: Iterable[Sentence],
    mentions: Iterable[EventMention],
    times: Iterable[TimeReference],
    references: Iterable[Reference],
    quotes: Iterable[Quote],
    settings: HappenSettings,
) -> list[Telling]:
    """Line up a story's event mentions, in the order of article and offset. Headlines only repeat and are left out."""
    texts = {article.article_id: article.text for article in articles}
    by_sentence = {sentence.sentence_id: sentence for sentence in sentences}
    by_time = {time.time_id: time for time in times}
    by_article: dict[str, list[Reference]] = {}
    for reference in references:
        by_article.setdefault(reference.article_id, []).append(reference)
    dated = _dates_by_sentence(by_sentence, by_time.values())
    spoken = [(quote.article_id, quote.start, quote.end) for quote in quotes if quote.kind == "direct"]
    found = []
    for mention in sorted(mentions, key=lambda m: (m.article_id, m.start, m.end)):
        sentence = by_sentence[mention.sentence_id]
        if sentence.kind != "title":
            own = by_article.get(mention.article_id, ())
            time = by_time.get(mention.time_id or "")
            quoted = any(a == mention.article_id and s <= mention.start < e for a, s, e in spoken)
            alone = len(dated.get(sentence.sentence_id, ())) <= 1
            text = texts[mention.article_id]
            found.append(
                _make_telling(
                    text,
                    mention,
                    sentence,
                    time,
                    own,
                    least_confidence=settings.least_confidence,
                    quoted=quoted,
                    alone=alone,
                )
            )
    return found


def _span_of(
    mention: EventMention, sentence: Sentence, time: TimeReference | None, alone: bool
) -> tuple[tuple[int, int], Standing]:
    """Return the span that tells of an event, and how it does. ``alone``: the sentence gives no other date."""
    whole = (sentence.start, sentence.end)
    if mention.main:
        return whole, "told"
    start, end = mention.clause
    holds_time = time is not None and start <= time.start and time.end <= end
    doers = [span for span in (mention.actor, mention.target) if span and start <= span[0] < mention.start]
    if holds_time and doers and not mention.noun and not alone and end - start >= _LEAST_CLAUSE:
        return (start, end), "told"
    return whole, "mentioned" if alone else "aside"


def _dates_by_sentence(
    sentences: Mapping[str, Sentence], times: Iterable[TimeReference]
) -> dict[str, set[tuple[str | None, str | None]]]:
    """Return the different dates that each sentence gives, by sentence id."""
    rows: dict[str, list[Sentence]] = {}
    for sentence in sorted(sentences.values(), key=lambda s: s.start):
        rows.setdefault(sentence.article_id, []).append(sentence)
    found: dict[str, set[tuple[str | None, str | None]]] = {}
    for time in times:
        own = rows.get(time.article_id, [])
        at = bisect_right(own, time.start, key=lambda sentence: sentence.start) - 1
        if time.first and at >= 0:
            found.setdefault(own[at].sentence_id, set()).add((time.first, time.last))
    return found


def _make_telling(
    text: str,
    mention: EventMention,
    sentence: Sentence,
    time: TimeReference | None,
    references: Sequence[Reference],
    *,
    least_confidence: float,
    quoted: bool,
    alone: bool,
) -> Telling:
    places = sorted(_entities_in(mention.place, references))
    span, standing = _span_of(mention, sentence, time, alone)
    return Telling(
        mention=mention,
        sentence=sentence,
        reference=time,
        interval=_interval_of(time, least_confidence),
        actors=_entities_in(mention.actor, references),
        targets=_entities_in(mention.target, references),
        target_words=_content_words(text, mention.target),
        place=places[0] if places else None,
        words=_content_words(text, mention.clause),
        group=_STATUS_GROUPS[mention.status],
        quoted=quoted,
        span=span,
        standing=standing,
    )


def _interval_of(time: TimeReference | None, least_confidence: float) -> Interval | None:
    if time is None or time.first is None or time.last is None or time.confidence < least_confidence:
        return None
    first, last = parse_cut(time.first), parse_cut(time.last)
    if first is None or last is None:
        return None
    return Interval(first.first, last.last, time.grain or first.grain)


def _entities_in(span: tuple[int, int] | None, references: Sequence[Reference]) -> frozenset[str]:
    if span is None:
        return frozenset()
    return frozenset(r.entity_id for r in references if r.start < span[1] and span[0] < r.end)


def _content_words(text: str, span: tuple[int, int] | None) -> frozenset[str]:
    if span is None:
        return frozenset()
    words = (_stem(word) for word, _, _ in find_words(text[span[0] : span[1]]))
    return frozenset(word for word in words if len(word) >= _SHORT or _NUMBER.search(word))


def _stem(word: str) -> str:
    """Cut plural and possessive endings, so that "officials" and "official" meet."""
    word = word.removesuffix("'s")
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > _SHORT else word
