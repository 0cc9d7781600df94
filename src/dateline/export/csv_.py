"""The timelines as a table."""

from __future__ import annotations

import csv
from io import StringIO

from dateline.export.contract import Document
from dateline.export.phrase import clean_controls, index_articles, name_source

COLUMNS = (
    "story",
    "first",
    "last",
    "grain",
    "text",
    "status",
    "origins",
    "importance",
    "sources",
    "quotes",
    "articles",
    "outlets",
    "speakers",
)

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet runs a cell that opens so (OWASP, CSV injection)."""


def write_csv(document: Document) -> str:
    """Return one row per timeline line, all stories in turn, with a header; RFC 4180 but for ``\\n`` line ends."""
    articles = index_articles(document)
    out = StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(COLUMNS)
    for story in document["stories"]:
        for entry in story["timeline"]:
            cites = [cite for cite in entry["cites"] if cite["article_id"] in articles]
            sources = sorted({name_source(articles[cite["article_id"]]) for cite in cites})
            rows.writerow(
                disarm(str(cell))
                for cell in (
                    story["title"],
                    entry["first"] or "",
                    entry["last"] or "",
                    entry["grain"] or "",
                    entry["text"],
                    entry["status"],
                    entry["origins"],
                    entry["importance"],
                    "; ".join(sources),
                    " | ".join(cite["quote"] for cite in cites),
                    entry["articles"],
                    entry["outlets"],
                    entry["speakers"],
                )
            )
    return out.getvalue()


def disarm(cell: str) -> str:
    """Clean a cell, and put an apostrophe before one that a spreadsheet would run as a formula."""
    cell = clean_controls(cell)
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
