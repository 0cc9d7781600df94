"""Dateline: a pile of news reports in, the story out, every line cited to the character.

>>> import dateline
>>> with dateline.open_desk("affair.sqlite") as desk:           # doctest: +SKIP
...     desk.add(["reports/"])
...     desk.run()
...     for entry in desk.rows(dateline.TimelineEntry):
...         print(entry.first, entry.text)
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from dateline.model import *  # noqa: F403 - the records are the public API
from dateline.model import __all__ as _records
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.desk import Added, Desk, Mismatch, brief, open_desk, to_json
    from dateline.stages import STAGES

__version__ = "0.1.0"
__all__ = [
    "STAGES",
    "Added",
    "Desk",
    "Mismatch",
    "Settings",
    "brief",
    "open_desk",
    "to_json",
    *_records,
]

_ON_USE = {
    "STAGES": "dateline.stages",
    **dict.fromkeys(("Added", "Desk", "Mismatch", "brief", "open_desk", "to_json"), "dateline.desk"),
}


# Loading the folder ``brief`` gives its name to a module. It is loaded here, where that can be undone: a later import
# leaves the name alone, and ``dateline.brief`` is the function.
import_module("dateline.brief")
del globals()["brief"]


def __getattr__(name: str) -> Any:
    """Load what drives the road when it is first asked for (PEP 562): the whole road takes half a second to import.

    So ``dateline --help``, and whoever only wants the records, need not wait for it.
    """
    if name not in _ON_USE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_ON_USE[name]), name)
    globals()[name] = value
    return value
