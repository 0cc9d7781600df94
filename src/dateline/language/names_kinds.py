"""What a name names, as far as the gazetteer and the name's own words tell."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.language.data import load_map
from dateline.language.gazetteer import Known, find_places
from dateline.language.names_runs import words_of
from dateline.model import NameKind

_HEAD_KINDS: tuple[NameKind, ...] = ("EVENT", "LAW", "FAC", "LOC", "GPE", "ORG")
_OPENER_KINDS: tuple[NameKind, ...] = ("PRODUCT", "EVENT", "LAW", "LOC")


def kind_by_words(words: Sequence[str]) -> NameKind | None:
    """Return the kind that the words of a name give away, by its head or its first word, or None."""
    if len(words) < 2:
        return "FAC" if words[0] in words_of("first:FAC") else None
    for kind in _OPENER_KINDS:
        if words[0] in words_of(f"first:{kind}") and (kind != "LAW" or words[1] in ("of", "on")):
            return kind
    if words[1] in ("of", "for", "on") and words[0] in words_of("first:ORG"):
        return "ORG"
    if words[0] in words_of("first:GPE") and words[1] == "of":
        return "GPE"
    head = _head(words)
    for kind in _HEAD_KINDS:
        if head in words_of(kind):
            return kind
    return "FAC" if words[0] in words_of("first:FAC") else None


def _head(words: Sequence[str]) -> str:
    """Return the head of a name: the word before its first "of", else its last word that is no figure."""
    for place, word in enumerate(words[1:], 1):
        if word in ("of", "for", "on") and words[place - 1] in words_of("open"):
            return words[place - 1]
    return words[-2] if words[-1].isdigit() and len(words) > 1 else words[-1]


def is_everyday(word: str) -> bool:
    """Tell whether a word, written small, is one of everyday news."""
    return word.lower() in load_map("document_frequency.tsv")


def place_key(name: str, countries: frozenset[str]) -> Known | None:
    """Return the key of a city or region: in a country of the article where one fits, else the largest."""
    places = find_places(name)
    if not places:
        return None
    fitting = [place for place in places if place[0] in countries]
    code, population = (fitting or list(places))[0]
    return Known("GPE", f"city:{code}" if population else f"region:{code}")
