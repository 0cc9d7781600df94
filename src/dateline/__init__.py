"""Dateline: a pile of news reports in, the story out, every line cited to the character.

>>> import dateline
>>> with dateline.open_desk("affair.sqlite") as desk:           # doctest: +SKIP
...     desk.add(["reports/"])
...     desk.run()
...     for entry in desk.rows(dateline.TimelineEntry):
...         print(entry.first, entry.text)
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dateline.desk import Added, Desk, Mismatch
from dateline.export.contract import Document
from dateline.export.document import build_document
from dateline.model import *  # noqa: F403 - the records are the public API
from dateline.model import __all__ as _records
from dateline.settings import Settings

__version__ = "0.1.0"
__all__ = ["Added", "Desk", "Mismatch", "Settings", "brief", "open_desk", *_records]


def open_desk(path: str | Path | None = None, settings: Settings | None = None) -> Desk:
    """Open a desk over a store file, made when there is none; ``None`` is a temporary store, gone when closed.

    Raises StoreError when the file is no store of this version.
    """
    return Desk.open(path, settings)


def brief(inputs: Sequence[str], settings: Settings | None = None) -> Document:
    """Read inputs (files, folders, globs) and return the finished document: the contract of docs/design.md, as data.

    Raises InputError for an input that cannot be had.
    """
    with open_desk(None, settings) as desk:
        desk.add(inputs)
        desk.run()
        return build_document(desk)
