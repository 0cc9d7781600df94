"""The files of a reader model: the shipped ones are whole, and a wrong folder is told of."""

from __future__ import annotations

import json
from importlib.resources import files
from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.language.net.files import NETWORK, PAIRS, TABLES, VOCABULARY, open_model, read_version
from dateline.language.net.network import load_network


def test_the_shipped_model_is_whole_and_states_its_version() -> None:
    assert open_model(None) == files("dateline.language.en").joinpath("reader")
    assert len(read_version(None)) == 12


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there is no folder"):
        open_model(str(tmp_path / "nowhere"))


def test_what_a_folder_lacks_is_named(tmp_path: Path) -> None:
    (tmp_path / TABLES).write_text("{}")
    with pytest.raises(InputError, match=r"network\.onnx, pairs\.npz, vocab\.txt absent"):
        open_model(str(tmp_path))


@pytest.mark.parametrize("tables", ["{}", "[]", "no JSON", ""])
def test_tables_without_a_version_are_no_tables(tables: str, tmp_path: Path) -> None:
    for name in (NETWORK, PAIRS, VOCABULARY):
        (tmp_path / name).write_bytes(b"")
    (tmp_path / TABLES).write_text(tables)
    with pytest.raises(InputError, match="states no version"):
        read_version(str(tmp_path))


def test_a_damaged_model_is_told_of_and_no_batch_is_blamed(tmp_path: Path) -> None:
    for name in (NETWORK, PAIRS, VOCABULARY):
        (tmp_path / name).write_bytes(b"damaged")
    (tmp_path / TABLES).write_text(json.dumps({"version": "1"}))
    with pytest.raises(InputError, match="cannot be read"):
        load_network(str(tmp_path))
