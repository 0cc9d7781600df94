"""Every format that a document is written in: add a file, and its line here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from dateline.errors import NotFoundError
from dateline.export.contract import Document
from dateline.export.csv_ import write_csv
from dateline.export.geojson import write_geojson
from dateline.export.html import write_html
from dateline.export.json_ import write_json
from dateline.export.jsonl import write_jsonl
from dateline.export.md import write_md
from dateline.export.text import write_text


@dataclass(frozen=True, slots=True)
class Exporter:
    """A format: its name, what it holds, and the function that writes it."""

    name: str
    does: str
    write: Callable[[Document], str]


EXPORTERS: tuple[Exporter, ...] = (
    Exporter("text", "the brief as plain text, as the terminal shows it", write_text),
    Exporter("json", "everything, as one object (the contract)", write_json),
    Exporter("jsonl", "everything, one story per line", write_jsonl),
    Exporter("md", "the brief as Markdown, its cites as footnotes", write_md),
    Exporter("html", "a report in one file, in which each cite opens its sentence", write_html),
    Exporter("csv", "the timelines, one row per line", write_csv),
    Exporter("geojson", "the happenings whose place is known, as points for a map", write_geojson),
)


def find_exporter(name: str) -> Exporter:
    """Return the exporter of a format; raise NotFoundError that lists the formats when there is none."""
    for exporter in EXPORTERS:
        if exporter.name == name:
            return exporter
    known = ", ".join(exporter.name for exporter in EXPORTERS)
    raise NotFoundError(f"no format called {name!r}; choose one of {known}")
