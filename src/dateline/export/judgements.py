"""The judgements on a terminal: which were given, about what, in their order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.text import Text

from dateline.export.contract import Document
from dateline.export.lookup import match_stories
from dateline.export.phrase import flatten, name_file
from dateline.model import Judgement

_SHOWN = 2
"""Files of a side that are named."""
_BETWEEN = {"merge": " with ", "same": " with ", "not_same": " against ", "split": " from ", "move": " away from "}


def print_judgements(console: Console, document: Document, judgements: Sequence[Judgement]) -> None:
    """Print a line for each: what it was about, by the files that its sides had when it was given."""
    files = {article["article_id"]: name_file(article["uri"]) for article in document["articles"]}
    for row in judgements:
        sides = [_name_side(side, files) for side in row.sides]
        told = _BETWEEN.get(row.kind, ", ").join(sides or [_name(document, files, row_id) for row_id in row.subjects])
        note = f" ({flatten(row.note)})" if row.note else ""
        console.print(
            Text.assemble(f"{row.number:3}  ", (f"{row.kind:9}", "bold"), flatten(told), (note, "dim")), soft_wrap=True
        )


def _name_side(side: Sequence[str], files: Mapping[str, str]) -> str:
    """Return the first files of a side and how many more there are: "a.txt, b.txt and 6 more"."""
    known = [files.get(article, article) for article in side]
    rest = len(known) - _SHOWN
    return ", ".join(known[:_SHOWN]) + (f" and {rest} more" if rest > 0 else "")


def _name(document: Document, files: Mapping[str, str], subject: str) -> str:
    if subject in files:
        return files[subject]
    stories = match_stories(document, subject)
    return f"“{stories[0]['title']}”" if len(stories) == 1 else subject
