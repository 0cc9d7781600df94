"""The table of places with coordinates: a packed text, sorted by folded name, that a lookup halves."""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from dateline.model import PlaceKind

SORTS: dict[str, PlaceKind] = {
    "P": "city",
    "C": "city",
    "D": "county",
    "R": "region",
    "N": "country",
    "K": "continent",
    "O": "water",
    "I": "island",
    "M": "mountains",
    "A": "area",
}
"""Letters of the table's fifth column; in lower case the row is a lesser name. ``C`` is a capital."""
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th"})
_SHORT = {"saint": "st", "sainte": "ste", "fort": "ft", "mount": "mt"}
_APART = re.compile(r"[^\w'’ʼ‘.]+|_")


@dataclass(frozen=True, slots=True)
class Place:
    """A place that a name can mean. ``country`` is its ISO code, ``division`` the code of its first-level division;
    both are empty where unknown or more than one."""

    name: str
    country: str
    division: str
    kind: PlaceKind
    people: int
    """Inhabitants; for seas, rivers and ranges a number that grows with how widely they are known."""
    latitude: float
    longitude: float
    capital: bool = False
    lesser: bool = False
    """The name looked up is not the place's own, but another that it has."""

    @property
    def division_key(self) -> str:
        """``US.LA``; empty where the division is unknown."""
        return f"{self.country}.{self.division}" if self.division else ""


@lru_cache(maxsize=65_536)
def fold_place(name: str) -> str:
    """Return a name as the table has it: small letters without accents or marks, "saint" and the like cut short."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_LETTERS))
    plain = "".join(char for char in plain if not unicodedata.combining(char) and char not in "'’ʼ‘.")
    return " ".join(_SHORT.get(word, word) for word in _APART.sub(" ", plain).split())


@lru_cache(maxsize=8192)
def find_candidates(name: str) -> tuple[Place, ...]:
    """Return the places that a name can mean, those with most inhabitants first; own names before lesser ones."""
    key = fold_place(name)
    if not key:
        return ()
    found = [_read_row(row) for row in _rows_of(key.encode())]
    return tuple(sorted(found, key=lambda p: (p.lesser, -p.people, p.country, p.division, p.latitude, p.longitude)))


@lru_cache(maxsize=1)
def division_names() -> dict[str, str]:
    """Return the names of first-level divisions by their keys: ``US.LA`` is Louisiana."""
    return {place.division_key: place.name for place in _all_of("R") if place.division}


@lru_cache(maxsize=1)
def countries() -> dict[str, Place]:
    """Return the countries by their ISO codes."""
    return {place.country: place for place in _all_of("N")}


def _all_of(sort: str) -> Iterator[Place]:
    table, mark = _table(), f"\t{sort}\t".encode()
    at = table.find(mark)
    while at >= 0:
        end = table.index(b"\n", at)
        yield _read_row(table[table.rfind(b"\n", 0, at) + 1 : end])
        at = table.find(mark, end)


@lru_cache(maxsize=1)
def _table() -> bytes:
    return gzip.decompress(files("dateline.places").joinpath("coordinates.tsv.gz").read_bytes())


def _rows_of(key: bytes) -> Iterator[bytes]:
    table, wanted = _table(), key + b"\t"
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.index(b"\n", start)
        if table[start:end] < wanted:
            low = end + 1
        else:
            high = start
    while table.startswith(wanted, low):
        end = table.index(b"\n", low)
        yield table[low:end]
        low = end + 1


def _read_row(row: bytes) -> Place:
    key, name, country, division, sort, people, latitude, longitude = row.decode().split("\t")
    return Place(
        name=name or key.title(),
        country=country,
        division=division,
        kind=SORTS[sort.upper()],
        people=int(people),
        latitude=float(latitude),
        longitude=float(longitude),
        capital=sort in "Cc",
        lesser=sort.islower(),
    )
