"""PLOVER's gold-standard sentences (Open Event Data Alliance, CC BY-SA 4.0), each with the type of its main event.

Read from $DATELINE_DATA/data/events/plover. The names of types are those of an older draft, and are brought to today's.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.language.events import find_events
from dateline.language.names import find_names
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, EventMention

FOLDER = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "events" / "plover"
_RENAMED = {
    "DEMAND": "REQUEST",
    "FIGHT": "ASSAULT",
    "DISAPPROVE": "ACCUSE",
    "CONCEDE": "YIELD",
    "RETREAT": "YIELD",
    "INVESTIGATE": "LEGAL",
}
"""The draft's names; investigations are Dateline's LEGAL."""
_COARSER = {"DEATH": "ASSAULT", "MEET": "CONSULT", "RESIGN": "YIELD"}
"""What PLOVER calls Dateline's finer types: killings, meetings and resignations."""
_TOLD = re.compile(r"\(EVT: ([^)]*)\)")


@dataclass(frozen=True, slots=True)
class Coded:
    """A sentence, its type, and the words that tell of the event."""

    text: str
    type: str
    told: tuple[str, ...]


def read_coded(folder: Path = FOLDER) -> Iterator[Coded]:
    """Yield the sentences that have a type."""
    for row in json.loads((folder / "PLOVER_GSR_CAMEO.txt").read_text(encoding="utf-8")):
        if row["event"] != "DOCUMENT":
            marked = row.get("textInfo")
            told = tuple(_TOLD.findall(marked["markup"])) if isinstance(marked, dict) else ()
            yield Coded(row["text"], _RENAMED.get(row["event"], row["event"]), told)


def find_type(coded: Coded) -> str | None:
    """Return the type that Dateline gives the event told in a sentence: that of the first of the words, else of what
    the sentence is about; None where it finds no event."""
    article = Article(article_id="x", capture_id="x", uri="x", sha256="", text=coded.text, language="en")
    reading = read_article(article)
    found = find_events(reading, find_names(reading), find_times(reading))
    ordered = sorted(found, key=lambda event: (not _is_told(event, coded), not event.main, event.noun, event.start))
    return _COARSER.get(ordered[0].type, ordered[0].type) if ordered else None


def _is_told(event: EventMention, coded: Coded) -> bool:
    start = (coded.text.find(words) for words in coded.told)
    spans = [(at, at + len(words)) for at, words in zip(start, coded.told, strict=True) if at >= 0]
    return any(left < event.end and event.start < right for left, right in spans)
