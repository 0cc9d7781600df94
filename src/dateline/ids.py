"""Ids derived from content, so that every machine and every run gives the same thing the same name."""

from __future__ import annotations

from hashlib import blake2b


def content_id(*parts: object) -> str:
    """Return 24 hex digits of BLAKE2b over the parts' texts; order counts, and parts cannot run together."""
    digest = blake2b(digest_size=12)
    for part in parts:
        data = str(part).encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()
