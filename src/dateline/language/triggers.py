"""Which words trigger an event, and of which class and type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dateline.language.data import load_rows, load_words
from dateline.language.reading import Token

_PARTICLE_REACH = 4
"""Tokens between a verb and its particle: "pulled all of its staff out"."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """The class and type of an event word. ``name`` is the class: "withdraw" for "pullout" and "pulled out" alike.

    ``weak``: the network sees no event in the word, or no list of happenings has it ("stayed", "said", "polished");
    it is one only where a date stands by it.
    """

    name: str
    type: str
    weak: bool = False


def verb_trigger(tokens: Sequence[Token], head: int) -> Trigger | None:
    """Return the event that a verb tells of; None for verbs of saying, thinking, being and those that mean little."""
    lemma = tokens[head].lemma
    with_particle, alone, _ = _tables()
    following = [token.text.lower() for token in tokens[head + 1 : head + 1 + _PARTICLE_REACH]]
    for particle, trigger in with_particle.get(lemma, ()):
        if particle[0] in following and _follows(following, particle):
            return trigger
    if lemma in alone:
        return alone[lemma]
    if is_announcing(lemma):
        return Trigger("say", "OTHER", weak=True)
    return None if is_saying(lemma) or is_light(lemma) or not lemma.isalpha() else Trigger(lemma, "OTHER", weak=True)


def noun_trigger(tokens: Sequence[Token], head: int) -> Trigger | None:
    """Return the event that a noun tells of; two-word nouns ("press conference") come first."""
    _, _, nouns = _tables()
    lemma = tokens[head].lemma
    if head and (pair := f"{tokens[head - 1].text.lower()} {lemma}") in nouns:
        return nouns[pair]
    return nouns.get(lemma) or nouns.get(tokens[head].text.lower())


def is_light(lemma: str) -> bool:
    """True for a verb whose object is the happening ("made an announcement")."""
    return lemma in load_words("verbs_light.txt")


def is_announcing(lemma: str) -> bool:
    """True for a verb of saying that makes news where a day stands by it."""
    return lemma in load_words("verbs_of_announcing.txt")


def is_saying(lemma: str) -> bool:
    """True for a verb of saying or thinking: what hangs on it is its content, not part of it."""
    return is_announcing(lemma) or lemma in load_words("verbs_of_saying.txt")


def _follows(following: Sequence[str], particle: Sequence[str]) -> bool:
    start = following.index(particle[0])
    return tuple(following[start : start + len(particle)]) == tuple(particle)


@lru_cache(maxsize=1)
def _tables() -> tuple[dict[str, tuple[tuple[tuple[str, ...], Trigger], ...]], dict[str, Trigger], dict[str, Trigger]]:
    """Return verbs with particles, verbs alone, and nouns; the first class that lists a word has it."""
    with_particle: dict[str, tuple[tuple[tuple[str, ...], Trigger], ...]] = {}
    alone: dict[str, Trigger] = {}
    nouns: dict[str, Trigger] = {}
    for name, kind, verbs, noun_list in load_rows("triggers.tsv"):
        trigger = Trigger(name, kind)
        for verb in verbs.split(","):
            lemma, *particle = verb.split()
            if particle:
                with_particle[lemma] = (*with_particle.get(lemma, ()), (tuple(particle), trigger))
            else:
                alone.setdefault(lemma, trigger)
        for noun in filter(None, noun_list.split(",")):
            nouns.setdefault(noun, trigger)
    return with_particle, alone, nouns
