"""What an outlet's name and address tell of where it is at home."""

from __future__ import annotations

import re
from functools import lru_cache

_COUNTRY_ENDINGS = {"uk": "GB", "eu": "", "tv": "", "me": "", "io": "", "co": "", "ai": "", "fm": "", "ly": ""}
"""Endings of addresses that are no country's code, or are sold to everybody."""
_HOST = re.compile(r"^(?:https?://)?(?:www\.)?([\w.-]+\.[a-z]{2,})(?:[/:].*)?$", re.IGNORECASE)


@lru_cache(maxsize=4096)
def read_country(outlet: str | None, url: str | None) -> str | None:
    """Return the ISO code of the country in which the outlet's address is registered; None where that tells nothing."""
    for text in (url, outlet):
        found = _HOST.match(text.strip()) if text else None
        if found:
            ending = found.group(1).rpartition(".")[2].lower()
            code = _COUNTRY_ENDINGS.get(ending, ending.upper() if len(ending) == 2 else "")
            if code:
                return code
    return None


@lru_cache(maxsize=4096)
def squeeze_outlet(outlet: str | None, url: str | None) -> str:
    """Return the letters of the outlet's name and host, in which the name of its home may stand."""
    found = _HOST.match(url.strip()) if url else None
    text = f"{outlet or ''} {found.group(1) if found else ''}"
    return re.sub(r"[^a-z ]", "", text.lower())
