"""Names known beforehand: states, demonyms, capitals, seats of government, bodies and outlets, cities, regions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from dateline.language.data import load_classes, load_rows
from dateline.language.tokens import tokenize
from dateline.model import NameKind


@dataclass(frozen=True, slots=True)
class Known:
    """What the gazetteer says of a name: its kind and its key ("country:KP")."""

    kind: NameKind
    key: str


_PERSONAL = ("Victoria", "Virginia", "Washington", "Carolina", "Georgia")
Phrases = dict[str, list[tuple[tuple[str, ...], Known]]]


def match_known(words: Sequence[str], start: int) -> tuple[int, Known] | None:
    """Return (number of words, what it is) of the longest gazetteer name at ``words[start]``; case counts."""
    for phrase, known in _phrases().get(words[start], ()):
        if tuple(words[start : start + len(phrase)]) == phrase:
            return len(phrase), known
    return None


def find_known(name: str) -> Known | None:
    """Return what a whole name is known as, cities and regions left out."""
    words = [name[start:end] for start, end in tokenize(name, 0, len(name))]
    found = match_known(words, 0) if words else None
    return found[1] if found and found[0] == len(words) else None


def state_name(key: str) -> str | None:
    """Return the common name of the state of a key: ``country:KP``, ``demonym:KP`` or ``capital:KP``."""
    sort, _, code = key.partition(":")
    return _state_names().get(code) if sort in ("country", "demonym", "capital") else None


@lru_cache(maxsize=1)
def _state_names() -> dict[str, str]:
    return {code: name for code, name, *_ in load_rows("countries.tsv")}


@lru_cache(maxsize=4096)
def find_places(name: str) -> tuple[tuple[str, int], ...]:
    """Return (country code, population) of the cities of a name, largest first; regions come last with population 0."""
    return tuple(_places().get(name, ()))


def is_given_name(word: str) -> bool:
    """Tell whether a word is a first name; of a hyphenated one the first part decides."""
    return word in _given_names() or word.partition("-")[0] in _given_names()


def sex_of_given_name(word: str) -> Literal["f", "m"] | None:
    """Return the sex that a first name tells, None for either; of a hyphenated one the first part decides."""
    listed = _given_names()
    sex = listed.get(word) or listed.get(word.partition("-")[0])
    if sex == "f":
        return "f"
    return "m" if sex == "m" else None


@lru_cache(maxsize=1)
def _given_names() -> dict[str, str]:
    """Return the first names, each with ``f``, ``m`` or ``-``."""
    return {name: sex for sex, names in load_classes("given_names.tsv").items() for name in names}


@lru_cache(maxsize=1)
def _places() -> dict[str, list[tuple[str, int]]]:
    table: dict[str, list[tuple[str, int]]] = {}
    for name, plain, code, _state, population, *_where in load_rows("places.tsv"):
        for form in {name, plain} - {""}:
            table.setdefault(form, []).append((code, int(population)))
    for form, code in load_rows("regions.tsv"):
        table.setdefault(form, []).append((code, 0))
    for places in table.values():
        places.sort(key=lambda place: (-place[1], place[0]))
    return table


@lru_cache(maxsize=1)
def _phrases() -> Phrases:
    names: dict[str, Known] = {}
    for name, key, kind in load_rows("bodies.tsv"):
        names.setdefault(name, Known(name_kind(kind), key))
    for name, code, kind in load_rows("seats.tsv"):
        names.setdefault(name, Known(name_kind(kind), f"seat:{code}"))
    for code, name, others, demonyms, capitals in load_rows("countries.tsv"):
        for form in [name, *others.split("|")]:
            names.setdefault(form, Known("GPE", f"country:{code}"))
        for form in capitals.split("|"):
            names.setdefault(form, Known("GPE", f"capital:{code}"))
        for form in demonyms.split("|"):
            names.setdefault(form, Known("NORP", f"demonym:{code}"))
    for form, code in load_rows("regions.tsv"):
        if code in ("US", "CA", "AU") and form not in _PERSONAL:
            names.setdefault(form, Known("GPE", f"region:{code}"))
    table: Phrases = {}
    for name, known in names.items():
        for form in {name, name.replace("'", "’")} - {""}:
            words = tuple(form[start:end] for start, end in tokenize(form, 0, len(form)))
            table.setdefault(words[0], []).append((words, known))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return table


def name_kind(text: str) -> NameKind:
    """Return a kind of names by its label; raise ValueError for any other word."""
    for kind in _KINDS:
        if kind == text:
            return kind
    raise ValueError(f"no such kind of name: {text!r}")


_KINDS: tuple[NameKind, ...] = ("PER", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "PRODUCT", "WORK", "LAW", "OTHER")
