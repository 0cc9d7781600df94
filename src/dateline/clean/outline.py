"""The lines of a page as hashes, and what the page is about: what ``recur`` learns furniture from."""

from __future__ import annotations

import re
from hashlib import blake2b

from dateline.clean.lines import split_lines
from dateline.model import Outline, Page
from dateline.words import fold

_DIGITS = re.compile(r"\d[\d.,:]*")


def outline_page(page: Page) -> Outline:
    """Return the outline of a page; its lines in no order, each once."""
    keys = {key_line(line.text) for line in split_lines(page.text)} - {""}
    return Outline(
        page_id=page.page_id,
        capture_id=page.capture_id,
        outlet=page.outlet,
        day=page.published[:10] if page.published else None,
        topics=(),
        buckets=tuple(sorted(keys)),
    )


def key_line(text: str) -> str:
    """Return the hash of a line, the same for "Views: 8" and "VIEWS 1,204"; empty for a line without letters."""
    bare = "".join(char for char in _DIGITS.sub("0", fold(text)) if char.isalnum())
    return blake2b(bare.encode(), digest_size=8).hexdigest() if re.search(r"[^\W\d]", bare) else ""
