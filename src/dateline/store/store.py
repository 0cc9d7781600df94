"""The store: one SQLite file that holds every record and every finished part of work."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar, cast

from dateline.errors import StoreError
from dateline.ids import content_id
from dateline.model import ROWS, Capture, Dropped, Judgement, Record
from dateline.stage import Per
from dateline.store import queries, tables

R = TypeVar("R", bound=Record)

INPUT = "input"
"""Stage name of the parts that hold what was added from outside: captures, refused inputs, judgements."""

_VERSION = "1:" + content_id(tables.schema())


class Store:
    """Records by kind, parts of work by stage. One process writes at a time; readers may look on (WAL)."""

    def __init__(self, path: str | Path | None = None) -> None:
        """Open a store, making it when there is none; ``None`` is a temporary one, gone when closed.

        Raises StoreError when the file is no store, or one of another version.
        """
        self._folder = tempfile.TemporaryDirectory(prefix="dateline-") if path is None else None
        self.path = Path(self._folder.name, "store.sqlite") if self._folder else Path(cast("str | Path", path))
        try:
            self._db = sqlite3.connect(self.path, isolation_level=None)
            self._prepare()
        except sqlite3.Error as error:
            raise StoreError(
                f"cannot open the store {self.path}: {error}; name a file that Dateline made, or a new one"
            ) from error

    def _prepare(self) -> None:
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = NORMAL")
        tables_there = self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not tables_there:
            with self.transaction():
                for statement in _statements(tables.schema()):
                    self._db.execute(statement)
                self._db.execute("INSERT INTO meta VALUES ('version', ?)", (_VERSION,))
        found = self._db.execute("SELECT value FROM meta WHERE name = 'version'").fetchone()
        if found is None or found[0] != _VERSION:
            raise StoreError(
                f"the store {self.path} was made by another version of Dateline"
                f" ({found[0] if found else 'unknown'}, this is {_VERSION}); name a new file and add the inputs again"
            )

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All writes inside happen, or none."""
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._db.execute("ROLLBACK")
            raise
        self._db.execute("COMMIT")

    def add_input(self, record: Capture | Dropped | Judgement) -> bool:
        """Add something from outside; return False when it is there already. Call inside a transaction."""
        if isinstance(record, Capture) and queries.has_capture(self._db, record.capture_id):
            return False
        part = content_id(INPUT, tables.row_id(record))
        if queries.has_part(self._db, part):
            return False
        queries.insert_rows(self._db, part, [record])
        queries.insert_part(self._db, part, INPUT, "")
        return True

    def remove_input(self, record: Judgement) -> None:
        """Take back something from outside; nothing happens when it is not there."""
        self.delete_parts([content_id(INPUT, tables.row_id(record))])

    def write_part(self, part_id: str, stage: str, key: str, records: Iterable[Record]) -> None:
        """Write a finished part with its rows. Call inside a transaction."""
        queries.insert_rows(self._db, part_id, records)
        queries.insert_part(self._db, part_id, stage, key)

    def parts_of(self, stage: str) -> set[str]:
        """Return the ids of a stage's finished parts."""
        return queries.parts_of(self._db, stage)

    def delete_parts(self, part_ids: Sequence[str]) -> None:
        """Remove parts and the rows they made, in one transaction."""
        if part_ids:
            with self.transaction():
                queries.delete_parts(self._db, ROWS, part_ids)

    def keyed_row_ids(self, kind: type[Record], per: Per) -> Iterator[tuple[str | None, str]]:
        """Yield (key, row id) of a kind as a stage that runs ``per`` sees it; key None means: in every batch."""
        return queries.keyed_row_ids(self._db, kind, per)

    def load(self, kind: type[R], row_ids: Sequence[str]) -> tuple[R, ...]:
        """Return the records with these row ids, in the order of their content."""
        return cast("tuple[R, ...]", tuple(queries.load_rows(self._db, kind, row_ids)))

    def rows(self, kind: type[R]) -> tuple[R, ...]:
        """Return every record of a kind, in the order of their content."""
        return cast("tuple[R, ...]", tuple(queries.all_rows(self._db, kind)))

    def search(self, query: str, limit: int = 20) -> list[tuple[str, str]]:
        """Return (article id, snippet) for a full-text query, best first; raises StoreError on a broken query."""
        try:
            return queries.search_articles(self._db, query, limit)
        except sqlite3.OperationalError as error:
            raise StoreError(f'cannot search for {query!r}: {error}; use words, "phrases", AND, OR, NOT') from error

    def close(self) -> None:
        """Close the file; a temporary store is deleted."""
        self._db.close()
        if self._folder:
            self._folder.cleanup()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _statements(script: str) -> Iterator[str]:
    """Split a script into statements; triggers hold semicolons, so SQLite itself says where one ends."""
    piece = ""
    for line in script.splitlines():
        piece += line + "\n"
        if sqlite3.complete_statement(piece):
            yield piece
            piece = ""
