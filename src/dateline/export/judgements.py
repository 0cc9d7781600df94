"""The judgements on a terminal: which were given, about what, in their order."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from dateline.export.contract import Document
from dateline.export.lookup import match_stories
from dateline.export.phrase import flatten, name_file
from dateline.model import Judgement


def print_judgements(console: Console, document: Document, judgements: Sequence[Judgement]) -> None:
    """Print a line for each, with the names that its subjects have now."""
    files = {article["article_id"]: name_file(article["uri"]) for article in document["articles"]}
    for row in judgements:
        told = ", ".join(_name(document, files, subject) for subject in row.subjects)
        note = f" ({flatten(row.note)})" if row.note else ""
        console.print(
            Text.assemble(f"{row.number:3}  ", (f"{row.kind:9}", "bold"), flatten(told), (note, "dim")), soft_wrap=True
        )


def _name(document: Document, files: dict[str, str], subject: str) -> str:
    if subject in files:
        return files[subject]
    stories = match_stories(document, subject)
    return f"“{stories[0]['title']}”" if len(stories) == 1 else subject
