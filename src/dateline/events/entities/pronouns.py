"""Whom "he" and "she" mean as speakers: the one person near before them whom gender and grammar allow.

A person whose gender titles or first name tell must agree. Of one whose gender is untold only a mention that opens its
sentence, or one that spoke last, may be meant. Where two people fit equally, nobody is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.model import Article, Mention, NameKind, Quote, Sentence

Gender = Literal["f", "m"]
_PRONOUNS: dict[str, Gender] = {"he": "m", "she": "f"}
_OPENING = re.compile(r"[\"“”'‘’]?(?:(?:The|A|An|On|In|At|But|And)\s+)?(?:[A-Z][\w.’'-]*,?\s+){0,3}")
"""What may stand between a sentence's start and its subject's name: a date, a title, a first connecting word."""

NOBODY = ""
"""Key of a speaker who is described but not known: "a witness"."""


@dataclass(frozen=True, slots=True)
class _Person:
    """A mention of a person: where, in which sentence, and whether it opens that sentence."""

    key: str
    start: int
    line: int
    subject: bool


@dataclass(frozen=True, slots=True)
class People:
    """The people of one article, in order, and what is known of their gender, by key."""

    persons: tuple[_Person, ...]
    genders: Mapping[str, Gender]
    starts: tuple[int, ...]

    def line_of(self, place: int) -> int:
        """Return the number of the sentence that holds a place."""
        return max(bisect_right(self.starts, place) - 1, 0)

    def what(self, place: int, spoken: Sequence[tuple[int, str]]) -> str | None:
        """Return the key that "it" at ``place`` means: who spoke in this sentence or the last, else their one subject.

        For the bodies of an article, read like its people; "it" seldom reaches further back.
        """
        line = self.line_of(place)
        told = [key for at, key in spoken if at < place and line - self.line_of(at) <= 1]
        if told:
            return told[-1] or None
        here = {
            body.key for body in self.persons if body.subject and body.start < place and line - 1 <= body.line <= line
        }
        return here.pop() if len(here) == 1 else None

    def whom(self, pronoun: str, place: int, spoken: Sequence[tuple[int, str]], reach: int) -> str | None:
        """Return the key of the person whom a pronoun at ``place`` means, or None.

        ``spoken`` are the (place, key) of the speakers before, NOBODY where one was only described: who spoke before
        that one is not meant. ``reach`` is how many sentences back a person may be meant.
        """
        line, gender = self.line_of(place), _PRONOUNS[pronoun.lower()]
        near = [(at, key) for at, key in spoken if at < place and line - self.line_of(at) <= reach]
        since = max((at for at, key in near if key == NOBODY), default=-1)
        told = [key for at, key in near if at > since]
        last = next((key for key in reversed(told) if self.genders.get(key, gender) == gender), None)
        for back in range(reach + 1):
            here = [
                person
                for person in self.persons
                if person.line == line - back
                and since < person.start < place
                and self.genders.get(person.key, gender) == gender
            ]
            keys = {person.key for person in here}
            if last is not None and (last in keys or (back == reach and not here)):
                return last
            if here:
                sure = any(person.subject or person.key in self.genders for person in here)
                return keys.pop() if len(keys) == 1 and sure else None
        return None


def is_pronoun(words: str) -> bool:
    """Tell whether words are a pronoun that means one person."""
    return words.lower() in _PRONOUNS


def tell_genders(mentions: Iterable[Mention], keys: Mapping[str, str]) -> dict[str, Gender]:
    """Return the gender of each person of a story, by key, where all mentions that tell one agree."""
    told: dict[str, set[Gender]] = defaultdict(set)
    for mention in mentions:
        if mention.gender and mention.mention_id in keys:
            told[keys[mention.mention_id]].add(mention.gender)
    return {key: next(iter(genders)) for key, genders in told.items() if len(genders) == 1}


def read_people(
    article: Article,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    quotes: Sequence[Quote],
    keys: Mapping[str, str],
    genders: Mapping[str, Gender],
    kind: NameKind = "PER",
) -> People:
    """Return the people (or names of another kind) of an article that pronouns may mean.

    Names inside quotations and questions are only spoken of. All arguments but ``keys`` and ``genders`` belong to the
    article, in order.
    """
    starts = tuple(sentence.start for sentence in sentences)
    quoted = sorted((quote.start, quote.end) for quote in quotes if quote.kind == "direct")
    persons = []
    for mention in mentions:
        if mention.kind != kind or mention.mention_id not in keys or is_inside(mention.start, quoted):
            continue
        line = max(bisect_right(starts, mention.start) - 1, 0)
        if line < len(sentences) and article.text[sentences[line].end - 1] == "?":
            continue
        subject = bool(starts) and _opens(article.text, starts[line], mention)
        persons.append(_Person(keys[mention.mention_id], mention.start, line, subject))
    return People(tuple(persons), genders, starts)


def is_inside(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a place lies in one of these spans, which are sorted and do not overlap."""
    before = bisect_right(spans, (place, place + 1)) - 1
    return before >= 0 and spans[before][0] <= place < spans[before][1]


def _opens(text: str, start: int, mention: Mention) -> bool:
    """Tell whether a name, with its title, opens the sentence at ``start`` and stands there alone."""
    left = mention.role_span[0] if mention.role_span else mention.start
    if left > mention.start:
        left = mention.start
    alone = re.match(r",? and (?:Mr|Mrs|Ms)?[A-Z]", text[mention.end : mention.end + 12]) is None
    return alone and _OPENING.fullmatch(text, start, max(start, left)) is not None
