"""What can go wrong, as a tree.

DatelineError
├── InputError        an input that was named cannot be had: no such file, nothing readable
├── StoreError        the store cannot be opened, or is of another version
├── NotFoundError     no such story, article, stage or record kind
├── BoundsError       a parser went beyond its bounds of time or memory, or its process died; becomes a ``Dropped``
└── WorkerError       a process that computed for a run was killed

Each message says what came, what was allowed and what to do. A bad input inside a pile is no error: it becomes a
``Dropped`` record and the run goes on.
"""

from __future__ import annotations


class DatelineError(Exception):
    """Root of all errors that Dateline raises on purpose; the CLI prints them in one line and exits with 2."""


class InputError(DatelineError):
    """An input that was named cannot be had."""


class StoreError(DatelineError):
    """The store cannot be opened or is of another version."""


class NotFoundError(DatelineError):
    """No such story, article, stage or record kind."""


class BoundsError(DatelineError):
    """A call went beyond its bounds; ``reason`` is "too slow", "too much memory" or "crashed"."""

    def __init__(self, reason: str, detail: str) -> None:
        """Keep the reason, for a ``Dropped``, and what was allowed, in a sentence."""
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail

    def __str__(self) -> str:
        """Both, in one line."""
        return f"{self.reason}: {self.detail}"


class WorkerError(DatelineError):
    """A process that computed for a run was killed; what was finished is kept."""
