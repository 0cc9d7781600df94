"""Where a value stands in a JSON text, so that an element can be kept as it was written."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from json.decoder import scanstring  # type: ignore[attr-defined]

_SPACE = re.compile(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


def skip_space(text: str, at: int) -> int:
    """Return where the next character stands that is no white space."""
    match = _SPACE.match(text, at)
    return match.end() if match else at


def find_value(text: str, path: Sequence[str]) -> int:
    """Return where the value that ``path`` leads to begins, in a text that is valid JSON."""
    at = skip_space(text, 0)
    for name in path:
        at = [start for key, start, _ in walk_object(text, at) if key == name][
            -1
        ]  # of a name that comes twice, the last
    return at


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
