"""The terminal's brief as plain text, for files and pipes."""

from __future__ import annotations

from io import StringIO

from rich.console import Console

from dateline.export.contract import Document
from dateline.export.terminal import print_brief

WIDTH = 100
"""Columns of the text: a file has no terminal to ask, and longer lines are hard to read."""


def write_text(document: Document) -> str:
    """Return every story as a page of plain text, cited words left out."""
    out = StringIO()
    console = Console(file=out, width=WIDTH, color_system=None, force_terminal=False, legacy_windows=False, _environ={})
    print_brief(console, document)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())
