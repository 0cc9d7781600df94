"""Standard input: one text, page, JSON document or stream of JSON lines; its opening tells which."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

from dateline.model import Capture, Dropped
from dateline.read.json_ import MAX_JSON_BYTES, read_json
from dateline.read.jsonl import read_jsonl
from dateline.read.source import Source, drop_large
from dateline.read.text import read_text


def read_stdin(source: Source) -> Iterator[Capture | Dropped]:
    """Read what was piped in; yields one record, or one for each article of a JSON list or of JSON lines."""
    body = source.read_whole(MAX_JSON_BYTES)
    if body is None:
        yield drop_large(source, MAX_JSON_BYTES)
        return
    held = replace(source, stream=BytesIO(body))
    opening = body.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    if opening == b"[" and _is_json(body):
        yield from read_json(held)
    elif opening == b"{":
        yield from read_json(held) if _is_json(body) else read_jsonl(held)
    else:
        yield from read_text(held)


def _is_json(body: bytes) -> bool:
    """A text may open with a bracket too ("[Updated] …"): only what parses is JSON."""
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True
