"""The contract's one object as JSON."""

from __future__ import annotations

import json
import re

from dateline.export.contract import Document

_SURROGATE = re.compile("[\ud800-\udfff]")


def write_json(document: Document) -> str:
    """Return the whole document as indented JSON, ended by a newline."""
    return dump_json(document, indent=1) + "\n"


def dump_json(data: object, indent: int | None = None) -> str:
    """Return data as JSON in its own script; half characters, which no encoder takes, are escaped."""
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    return _SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)
