"""Where a value stands in a JSON text, so that an element can be kept as it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


def skip_space(text: str, at: int) -> int:
    """Return where the next character stands that is no white space."""
    match = _SPACE.match(text, at)
    return match.end() if match else at


class Places:
    """Where the values of a text that is valid JSON begin; each object in it is gone through once."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self._text = text
        self._known: dict[tuple[str, ...], dict[str, int]] = {}

    def find(self, path: tuple[str, ...]) -> int:
        """Return where the value that ``path`` leads to begins; of a name that comes twice the last counts."""
        if not path:
            return skip_space(self._text, 0)
        above = path[:-1]
        if above not in self._known:
            self._known[above] = {key: start for key, start, _ in walk_object(self._text, self.find(above))}
        return self._known[above][path[-1]]


def walk_object(text: str, at: int) -> Iterator[tuple[str, int, int]]:
    """Yield name, start and end of every value of the object that begins at ``at``, in a text that is valid JSON."""
    at = skip_space(text, at + 1)
    while text[at : at + 1] == '"':
        key, at = scanstring(text, at + 1)
        at = skip_space(text, skip_space(text, at) + 1)
        _, end = _DECODER.raw_decode(text, at)
        yield key, at, end
        at = skip_space(text, end)
        at = skip_space(text, at + 1) if text[at : at + 1] == "," else at
