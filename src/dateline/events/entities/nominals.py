"""Role nouns and pronouns that point at an entity named before: "the ministry", "the minister", "he" as a speaker.

Only where one antecedent clearly fits; precision comes before reach.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.events.entities.alike import plain_words
from dateline.events.entities.pronouns import NOBODY, People, is_pronoun
from dateline.model import Article, Mention, Quote, Sentence

_HEADS = (
    "ministry department agency committee council commission court party university bank police army military company "
    "firm office institute association union foundation authority bureau embassy parliament board centre center "
    "airline newspaper organisation organization federation"
).split()
_NOUN = re.compile(rf"\b(?:[Tt]he|[Ii]ts)\s+({'|'.join(_HEADS)})\b(?!\s+(?:of|for|in|on)\b)(?!-)")
_QUALIFIED = re.compile(
    r"\b((?:[a-z]{4,}\s){0,2}[a-z]{4,}\s(?:ministry|department|council|committee|commission|agency))\b"
)
_STANDING = re.compile(r"\b((?:[a-z]{4,}\s){1,2}[a-z]{4,})\s(?:in|at|of)\s([A-Z]\w+)\b")
_GENERAL = ("company", "firm", "airline")
"""Heads that names seldom hold: they point at the only organisation of the article that could be one."""
_OFTEN = 2
"""Times that a firm must have been named before "the company" can mean it: passing names don't count."""
_PUBLIC = frozenset(_HEADS) | frozenset(
    "treasury reserve senate congress house government administration cabinet parliament navy guard force forces fund "
    "council league party service bureau secretary office states nations".split()
)
"""Words of names that are no firm's."""
_JOINED = re.compile(r"\b(?:he|she)\sor\s$", re.IGNORECASE)
"""What couples a pronoun with one before it: "he or she" is nobody."""
_TITLE_NOUN = re.compile(r"(?:the|his|her|its|their)\s+((?:[\w-]+\s)?[\w-]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of an article that refers to the entity of ``key``."""

    article_id: str
    start: int
    end: int
    key: str
    via: Literal["name", "nominal", "pronoun"]
    naming: bool = True
    """The words alone tell the entity in this story, so they are an alias of it."""


def find_nominals(
    article: Article, sentences: Sequence[Sentence], mentions: Sequence[Mention], keys: Mapping[str, str]
) -> list[Found]:
    """Return "the ministry" and the like with what they point at. All arguments belong to one article, in order."""
    bodies = [mention for mention in mentions if mention.kind in ("ORG", "FAC") and mention.mention_id in keys]
    parties = {mention.known for mention in mentions if (mention.known or "").startswith("party:")}
    taken = [(mention.start, mention.end) for mention in mentions]
    found = []
    for sentence in sentences:
        for match in _NOUN.finditer(article.text, sentence.start, sentence.end):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            if match.group(1) == "party" and len(parties) > 1:
                continue  # members of two parties: the last named in full need not be meant
            if key := _antecedent(match.group(1), match.start(), bodies, keys):
                found.append(Found(article.article_id, match.start(), match.end(), key, "nominal"))
    return found


def _antecedent(head: str, place: int, bodies: Sequence[Mention], keys: Mapping[str, str]) -> str | None:
    before = [mention for mention in bodies if mention.start < place]
    holding = [mention for mention in before if head in plain_words(mention.text)]
    if holding:
        return keys[holding[-1].mention_id]
    if head not in _GENERAL:
        return None
    firms = [mention for mention in before if mention.kind == "ORG" and _may_be_firm(mention)]
    counts = Counter(keys[mention.mention_id] for mention in firms)
    found = [key for key, count in counts.items() if count >= _OFTEN]
    return found[0] if len(found) == 1 else None


def _may_be_firm(mention: Mention) -> bool:
    sort = (mention.known or "").partition(":")[0]
    return sort in ("", "company") and not _PUBLIC & set(plain_words(mention.text))


def find_qualified(article: Article, mentions: Sequence[Mention], names: Mapping[frozenset[str], str]) -> list[Found]:
    """Return bodies and facilities written small: "the unification ministry", "the ferry terminal in Lund".

    ``names`` maps their telling words to their keys.
    """
    taken = [(mention.start, mention.end) for mention in mentions]
    found = []
    for match in _QUALIFIED.finditer(article.text, article.body_start):
        words = match.group(1).split()
        for size in range(len(words), 1, -1):
            start = match.end() - len(" ".join(words[-size:]))
            key = names.get(frozenset(words[-size:]))
            if key and not any(left < match.end() and start < right for left, right in taken):
                found.append(Found(article.article_id, start, match.end(), key, "nominal"))
                break
    for match in _STANDING.finditer(article.text, article.body_start):
        words = match.group(1).split()
        for size in range(len(words), 1, -1):
            if key := names.get(frozenset([*words[-size:], match.group(2).lower()])):
                start = match.end(1) - len(" ".join(words[-size:]))
                found.append(Found(article.article_id, start, match.end(), key, "nominal"))
                break
    return found


def find_speakers(
    article: Article,
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    keys: Mapping[str, str],
    people: People,
    reach: int,
) -> list[Found]:
    """Return "he", "she" and "the minister" as speakers of quotes, with whom they mean.

    ``reach`` is how many sentences back a person may be meant by them.
    """
    named = [mention for mention in mentions if mention.kind == "PER" and mention.mention_id in keys]
    found: list[Found] = []
    spoken: list[tuple[int, str]] = []
    for quote in sorted(quotes, key=lambda quote: (quote.speaker_span or (quote.start, 0), quote.quote_id)):
        if quote.speaker_span is None or quote.speaker_text is None:
            continue
        start, end = quote.speaker_span
        first = bisect_left(named, start, key=lambda mention: mention.start)
        if first < len(named) and named[first].start < end:
            spoken.append((start, keys[named[first].mention_id]))
            continue
        if _JOINED.search(article.text, max(start - 8, 0), start):
            continue
        key, via = _speaker(named[:first], quote, keys, people, spoken, reach)
        if key:
            found.append(Found(article.article_id, start, end, key, via))
        if key or not is_pronoun(quote.speaker_text):
            spoken.append((start, key or NOBODY))
    return sorted(set(found), key=lambda one: (one.start, one.end, one.key))


def find_bodies_speaking(
    article: Article, mentions: Sequence[Mention], quotes: Sequence[Quote], keys: Mapping[str, str], bodies: People
) -> list[Found]:
    """Return "it" as a speaker, with the organisation that it means."""
    named = [mention for mention in mentions if mention.kind == "ORG" and mention.mention_id in keys]
    found: list[Found] = []
    spoken: list[tuple[int, str]] = []
    for quote in sorted(quotes, key=lambda quote: (quote.speaker_span or (quote.start, 0), quote.quote_id)):
        if quote.speaker_span is None:
            continue
        start, end = quote.speaker_span
        at = bisect_left(named, end, key=lambda mention: mention.end)
        if at < len(named) and named[at].end == end and named[at].start >= start:
            spoken.append((start, keys[named[at].mention_id]))
        elif (quote.speaker_text or "").lower() != "it":
            spoken.append((start, NOBODY))
        elif key := bodies.what(start, spoken):
            found.append(Found(article.article_id, start, end, key, "pronoun"))
            spoken.append((start, key))
    return sorted(set(found), key=lambda one: (one.start, one.end, one.key))


def _speaker(
    before: Sequence[Mention],
    quote: Quote,
    keys: Mapping[str, str],
    people: People,
    spoken: Sequence[tuple[int, str]],
    reach: int,
) -> tuple[str | None, Literal["nominal", "pronoun"]]:
    text, place = (quote.speaker_text or "").strip(), (quote.speaker_span or (0, 0))[0]
    if is_pronoun(text):
        return people.whom(text, place, spoken, reach), "pronoun"
    if key := _by_whole_title(before, text, keys):
        return key, "nominal"
    if match := _TITLE_NOUN.fullmatch(text):
        line = people.line_of(place)
        near = [person for person in before if line - people.line_of(person.start) <= reach]
        return _by_title(near, match.group(1).lower(), keys), "nominal"
    return None, "nominal"


def _by_whole_title(people: Sequence[Mention], text: str, keys: Mapping[str, str]) -> str | None:
    """Return the only person named before whose whole title the words are: "the presumptive nominee"."""
    words = re.sub(r"^(?:the|its|their|his|her)\s+", "", text.casefold())
    if words == text.casefold() or " " not in words:
        return None
    fitting = {keys[mention.mention_id] for mention in people if mention.role and mention.role.casefold() == words}
    return next(iter(fitting)) if len(fitting) == 1 else None


def _by_title(people: Sequence[Mention], noun: str, keys: Mapping[str, str]) -> str | None:
    """Return the only one of these people whose title ends in this noun."""
    fitting = {
        keys[mention.mention_id]
        for mention in people
        if mention.role and (mention.role.lower() + " ").find(noun + " ") >= 0
    }
    return next(iter(fitting)) if len(fitting) == 1 else None
