"""The contract's one object as JSON."""

from __future__ import annotations

import json

from dateline.export.contract import Document


def write_json(document: Document) -> str:
    """Return the whole document as indented JSON, ended by a newline."""
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
