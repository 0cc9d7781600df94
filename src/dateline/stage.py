"""What a stage is: a named pure function from a batch of records to records, what it reads and writes, and per what."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, cast

from dateline.model import Record

R = TypeVar("R", bound=Record)
Per = Literal["capture", "article", "bucket", "repeat", "corpus", "story"]


@dataclass(frozen=True, slots=True)
class Batch:
    """The records that one call of a stage sees, by kind; all share ``key``: a capture, article, bucket or story id.

    A stage that runs per ``repeat`` sees an article (``key``) with its pairs and with the articles that these name.
    """

    key: str
    rows: Mapping[type[Record], tuple[Record, ...]]

    def all(self, kind: type[R]) -> tuple[R, ...]:
        """Return every record of a kind, in the order of their content."""
        return cast("tuple[R, ...]", self.rows.get(kind, ()))

    def one(self, kind: type[R]) -> R:
        """Return the only record of a kind; raise ValueError when there is none or more than one."""
        (row,) = self.all(kind)
        return row


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One row of the table in ``stages.py``.

    ``per`` is the shuffle key: ``run`` is called once for every capture, article, bucket or story, or once for the
    corpus, with all rows of the kinds in ``reads`` that share that key. ``run`` takes the batch and the stage's own
    settings, touches nothing else, and yields records of the kinds in ``writes`` (``Dropped`` is always allowed).
    ``data`` names the version of what ``run`` reads beside its batch: a model that the settings may exchange.
    """

    name: str
    does: str
    per: Per
    reads: tuple[type[Record], ...]
    writes: tuple[type[Record], ...]
    run: Callable[[Batch, Any], Iterable[Record]]
    version: int = 1
    data: Callable[[Any], str] | None = None
