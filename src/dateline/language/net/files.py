"""The files of a reader model: the package's own in ``en/reader``, or those of a folder that the settings name."""

from __future__ import annotations

import json
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from dateline.errors import InputError

NETWORK, PAIRS, VOCABULARY, TABLES = "network.onnx", "pairs.npz", "vocab.txt", "tables.json"
"""The graph; the weights that score pairs of words; the word pieces, one a line, in the order of their numbers; what
the places of the scores mean, and the model's version."""


def open_model(folder: str | None) -> Traversable:
    """Return the folder of a model, the package's own when None; raise InputError when one of its files is absent."""
    found = Path(folder) if folder else files("dateline.language.en").joinpath("reader")
    if not found.is_dir():
        raise InputError(f"there is no folder {folder}; name one with a model, as training.reader.export makes it")
    absent = ", ".join(name for name in (NETWORK, PAIRS, VOCABULARY, TABLES) if not found.joinpath(name).is_file())
    if absent:
        raise InputError(f"{found} holds no whole model, as training.reader.export makes it: {absent} absent")
    return found


def read_version(folder: str | None) -> str:
    """Return the version of a model: what it was hashed to when it was written, whatever its folder is called.

    Raises InputError for a folder that holds no model.
    """
    found = open_model(folder)
    try:
        return str(json.loads(found.joinpath(TABLES).read_text(encoding="utf-8"))["version"])
    except (ValueError, KeyError, TypeError) as error:
        raise InputError(f"{found.joinpath(TABLES)} is no table of a reader model: it states no version") from error
