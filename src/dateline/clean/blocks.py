"""Markup to blocks of text: paragraphs, headings, list items and table rows, each a line, with blank lines between.

Works on the tags of HTML and on those of trafilatura's own tree, so that both come out alike. No recursion: a tree may
be as deep as the parser lets it be.
"""

from __future__ import annotations

import re
from typing import Any

_BLOCKS = frozenset(
    """
    p head quote ab fw div section article main blockquote h1 h2 h3 h4 h5 h6 pre header figcaption dd dt dl figure
    list ul ol table tbody thead tfoot body center address details summary code item li row tr
    """.split()
)
_ITEMS = frozenset({"item", "li", "dd"})
_ROWS = frozenset({"row", "tr"})
_CELLS = frozenset({"cell", "td", "th"})
_HEADINGS = ("h1", "h2", "h3", "h4", "head")
WIDE_WORDS = 25
"""Words of a cell with a heading from which on it is no entry of a table."""

_BREAKS = frozenset({"lb", "br"})
SILENT = frozenset(
    "script style noscript template svg iframe form button select option nav footer aside object embed done".split()
)
"""Tags whose text nobody reads as part of a report."""

_SPACE = re.compile(r"\s+")
_GAP = re.compile(r"\n\s*\n\s*")


class _Writer:
    """Collects lines; within a table's cell all blocks are of one line."""

    def __init__(self) -> None:
        self.lines: list[tuple[str, str]] = []
        self.held: list[str] = []
        self.cells = 0

    def hold(self, text: str | None) -> None:
        """Add running text to the line."""
        if text:
            self.held.append(_SPACE.sub(" ", text))

    def open(self, tag: str, *, wide: bool = False) -> None:
        """Begin an element; a wide cell is one of a table that lays out a page."""
        if tag in _CELLS and wide:
            self.end("")
        elif tag in _CELLS:
            self.cells += 1
        elif tag in _BREAKS:
            self.held.append(" " if self.cells else "\n")
        elif tag in _BLOCKS and (not self.cells or tag in _ROWS):
            self.end("")
        elif tag in _BLOCKS:
            self.held.append(" ")

    def close(self, tag: str, *, wide: bool = False) -> None:
        """End an element."""
        if tag in _CELLS and wide:
            self.end("")
        elif tag in _CELLS:
            self.cells = max(0, self.cells - 1)
            self.held.append(" | ")
        elif tag in _BLOCKS and (not self.cells or tag in _ROWS):
            self.end("item" if tag in _ITEMS else "row" if tag in _ROWS else "")
        elif tag in _BLOCKS:
            self.held.append(" ")

    def end(self, kind: str) -> None:
        """End the line."""
        text, self.held = "".join(self.held), []
        for part in _GAP.split(text):
            line = "\n".join(filter(None, (" ".join(piece.split()) for piece in part.split("\n")))).strip(" |\n")
            if line:
                self.lines.append((f"- {line}" if kind == "item" and line[0] not in "-•*" else line, kind))

    def join(self) -> str:
        """Return the text: blank lines between blocks, newlines between items of a list and rows of a table."""
        pieces: list[str] = []
        before = ""
        for line, kind in self.lines:
            pieces += ["" if not pieces else "\n" if kind and kind == before else "\n\n", line]
            before = kind
        return "".join(pieces)


def _is_wide(node: Any) -> bool:
    """Tell whether a table's cell holds paragraphs, or a heading with text, and so lays out a page."""
    if node.tag not in _CELLS:
        return False
    if sum(1 for _ in zip(node.iter("p", "br", "lb", "table"), range(3), strict=False)) > 2:
        return True
    headed = next(node.iter(*_HEADINGS), None) is not None
    return headed and len("".join(node.itertext()).split()) >= WIDE_WORDS


def render_blocks(root: Any) -> str:
    """Return the text of a tree."""
    writer = _Writer()
    stack: list[tuple[Any, bool]] = [(root, True)]
    while stack:
        node, opening = stack.pop()
        seen = isinstance(node.tag, str) and (node.tag not in SILENT or node is root)
        if opening and seen:
            writer.open(node.tag, wide=_is_wide(node))
            writer.hold(node.text)
            stack.append((node, False))
            stack += [(child, True) for child in reversed(node)]
            continue
        if seen:
            writer.close(node.tag, wide=_is_wide(node))
        if node is not root:
            writer.hold(node.tail)
    writer.end("")
    return writer.join()
