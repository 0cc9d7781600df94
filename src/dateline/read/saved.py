"""Folders that a browser makes beside a page it saves "complete": scripts, pictures, frames. They are no reports."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from dateline.model import Dropped
from dateline.read.source import drop_input

_ENDINGS = ("_files", ".files", "-Dateien", "_fichiers", "_archivos", "_ficheiros", "_bestanden", "-filer")
"""What browsers put behind a page's name for its folder, in the languages they speak."""

_PAGES = (".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx")


def find_page_parts(names: Iterable[str]) -> dict[str, list[str]]:
    """Return the files that lie, at any depth, in a folder called after a page beside it, by that folder."""
    paths = [PurePosixPath(name) for name in names]
    stems = {str(path.with_suffix("")) for path in paths if path.suffix.lower() in _PAGES}
    parts: dict[str, list[str]] = {}
    for path in paths if stems else ():
        folder = next((str(folder) for folder in path.parents if _belongs_to(str(folder), stems)), None)
        if folder is not None:
            parts.setdefault(folder, []).append(str(path))
    return parts


def drop_page_part(uri: str, files: int) -> Dropped:
    """Record that a folder is part of a page."""
    return drop_input(uri, "part of a page", f"{files} files that a browser saved with the page beside this folder")


def _belongs_to(folder: str, stems: set[str]) -> bool:
    return any(folder.endswith(ending) and folder.removesuffix(ending) in stems for ending in _ENDINGS)
