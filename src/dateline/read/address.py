"""Web addresses as inputs write them: cut out, cut down to what was saved, and told from names."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_ADDRESS = re.compile(r"https?://[^\s<>\"'`{}|\\^]{4,2000}", re.IGNORECASE)
_ARCHIVED = re.compile(
    r"https?://(?:web\.archive\.org/web/\d{4,14}(?:[a-z]{2}_)?/|"
    r"(?:www\.)?archive\.(?:today|is|ph|md|li|vn|fo)/(?:o/\w+/|\d{4,14}/))(?=https?:)",
    re.IGNORECASE,
)


def find_address(text: str | None) -> str | None:
    """Return the web address that a field consists of; of a copy in a public archive, that of what was copied."""
    match = _ADDRESS.fullmatch(text.strip()) if text else None
    if match is None:
        return None
    address = _ARCHIVED.sub("", match.group())
    try:
        return address if urlsplit(address).hostname else None
    except ValueError:
        return None


def name_host(text: str) -> str | None:
    """Return a name as it stands, and of an address its host."""
    if "://" not in text:
        return text or None
    address = find_address(text)
    return urlsplit(address).hostname if address else None
