"""Why a capture or a page gives no article."""

from __future__ import annotations


class RefusedError(Exception):
    """Why there is no article; becomes a ``Dropped``, and never leaves the stage that raised it."""

    def __init__(self, reason: str, detail: str) -> None:
        """Keep the reason, in one or two words, and the detail, in a sentence."""
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
