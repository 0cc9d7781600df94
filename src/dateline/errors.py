"""What can go wrong, as a tree.

DatelineError
├── InputError        an input that was named cannot be had: no such file, nothing readable
├── StoreError        the store cannot be opened, or is of another version
├── NotFoundError     no such story, article, stage or record kind
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


class WorkerError(DatelineError):
    """A process that computed for a run was killed; what was finished is kept."""
