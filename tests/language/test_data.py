"""The language data: every table opens, has its columns, and stays small."""

from __future__ import annotations

from importlib.resources import files

import pytest

from dateline.language.data import load_classes, load_map, load_rows, load_words
from dateline.language.gazetteer import find_known, find_places, is_given_name, match_known, sex_of_given_name

COLUMNS = {"sentences.tsv": 2, "verbs.tsv": 2, "nouns.tsv": 2, "countries.tsv": 5, "seats.tsv": 3, "bodies.tsv": 3}
COLUMNS |= {"places.tsv": 7, "regions.tsv": 2, "name_words.tsv": 2, "given_names.tsv": 2}


@pytest.mark.parametrize(("name", "columns"), COLUMNS.items())
def test_tables_have_their_columns(name: str, columns: int) -> None:
    assert {len(row) for row in load_rows(name)} == {columns}


def test_tables_are_small() -> None:
    folder = files("dateline.language.en")
    assert sum(len(folder.joinpath(name).read_bytes()) for name in COLUMNS) < 4_000_000


def test_lists_and_maps() -> None:
    assert "The" in load_words("openers.txt")
    assert load_map("sentences.tsv")["Mr"] == "before"
    assert "minister" in load_classes("name_words.tsv")["role"]


KNOWN = {
    "North Korea": "country:KP",
    "Pyongyang": "capital:KP",
    "South Korean": "demonym:KR",
    "U.S.": "country:US",
    "Blue House": "seat:KR",
    "Kremlin": "seat:RU",
    "Yonhap": "agency:yonhap",
    "Côte d’Ivoire": "country:CI",
}


@pytest.mark.parametrize(("name", "key"), KNOWN.items())
def test_known_names(name: str, key: str) -> None:
    found = find_known(name)
    assert found is not None
    assert found.key == key


def test_longest_name_counts() -> None:
    found = match_known(["U.N.", "Security", "Council", "met"], 0)
    assert found is not None
    assert found[0] == 3


def test_places_and_given_names() -> None:
    assert find_places("Marseille")[0][0] == "FR"
    assert find_places("Nowhereville") == ()
    assert is_given_name("Bernard")
    assert is_given_name("Marie-Claire")


def test_sex_of_given_names() -> None:
    told = {name: sex_of_given_name(name) for name in ("Theresa", "Donald", "Marie-Claire", "Kim", "Andrea", "Quux")}
    assert told == {"Theresa": "f", "Donald": "m", "Marie-Claire": "f", "Kim": None, "Andrea": None, "Quux": None}
