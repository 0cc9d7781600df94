"""Tables derived from the record dataclasses: one table per kind, one column per field."""

from __future__ import annotations

import types
from collections.abc import Callable
from dataclasses import dataclass, fields
from hashlib import blake2b
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import msgspec

from dateline.model import ROWS, Record

R = TypeVar("R", bound=Record)

_NATIVE: dict[type, str] = {str: "TEXT", int: "INTEGER", float: "REAL", bool: "INTEGER", bytes: "BLOB"}
_KEYS = ("capture_id", "article_id", "story_id")


@dataclass(frozen=True, slots=True)
class Column:
    """One field as a column: SQLite keeps plain values as they are and everything else as JSON text."""

    name: str
    sql_type: str
    decode: Callable[[Any], Any] | None
    is_json: bool

    @property
    def sql_name(self) -> str:
        """The name as SQL takes it: a field may be called like a keyword (``index``, ``of``)."""
        return f'"{self.name}"'


@dataclass(frozen=True, slots=True)
class Table:
    """The table of one record kind."""

    name: str
    kind: type[Record]
    columns: tuple[Column, ...]

    @property
    def has_buckets(self) -> bool:
        """True when rows are shuffled by their ``buckets`` field; these go into a side table."""
        return any(column.name == "buckets" for column in self.columns)

    def has(self, name: str) -> bool:
        """True when the kind has a field of that name."""
        return any(column.name == name for column in self.columns)

    def key_columns(self) -> tuple[str, ...]:
        """Fields that stages are run per, which get an index."""
        return tuple(name for name in _KEYS if self.has(name))


def _plain_type(hint: Any) -> type | None:
    """Return the native type of a hint such as ``str | None`` or ``Literal["a"]``; None when there is no one type."""
    if get_origin(hint) is Literal:
        return type(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        inner = {_plain_type(arg) for arg in get_args(hint) if arg is not type(None)}
        return inner.pop() if len(inner) == 1 else None
    return hint if hint in _NATIVE else None


def _make_column(name: str, hint: Any) -> Column:
    plain = _plain_type(hint)
    if plain is None:
        return Column(name, "TEXT", msgspec.json.Decoder(hint).decode, True)
    return Column(name, _NATIVE[plain], _to_bool if plain is bool else None, False)


def _to_bool(value: int | None) -> bool | None:
    return None if value is None else bool(value)


def _derive_table(kind: type[Record]) -> Table:
    """Derive the table of a record kind; its name is the kind's name in snake case."""
    name = "".join("_" + char.lower() if char.isupper() else char for char in kind.__name__).lstrip("_")
    hints = get_type_hints(kind)
    columns = tuple(_make_column(field.name, hints[field.name]) for field in fields(kind))
    return Table(name, kind, columns)


_TABLES = {kind: _derive_table(kind) for kind in ROWS}


def table_of(kind: type[Record]) -> Table:
    """Return the table of a record kind."""
    return _TABLES[kind]


def row_id(record: Record) -> str:
    """Return the content hash of a record: 32 hex digits of BLAKE2b over its kind and all its fields."""
    digest = blake2b(type(record).__name__.encode(), digest_size=16)
    digest.update(msgspec.msgpack.encode(record))
    return digest.hexdigest()


def to_values(record: Record) -> tuple[Any, ...]:
    """Return a record's column values, in column order."""
    return tuple(
        msgspec.json.encode(getattr(record, column.name)).decode() if column.is_json else getattr(record, column.name)
        for column in table_of(type(record)).columns
    )


def to_record(kind: type[R], values: tuple[Any, ...]) -> R:
    """Rebuild a record from its column values."""
    table = table_of(kind)
    return kind(
        **{
            column.name: value if column.decode is None else column.decode(value)
            for column, value in zip(table.columns, values, strict=True)
        }
    )


def schema() -> str:
    """Return the SQL that makes every table, index and the full-text search over articles.

    ``part`` holds the finished parts of work; every row names the part that made it, so a part's rows go when the
    part does. Two parts may make an equal row: it is stored for both and read once.
    """
    return "\n".join([_BASE, *(_table_sql(table_of(kind)) for kind in ROWS), _SEARCH])


def _table_sql(table: Table) -> str:
    columns = ", ".join(f"{column.sql_name} {column.sql_type}" for column in table.columns)
    lines = [
        f"CREATE TABLE {table.name}"
        f" (row_id TEXT NOT NULL, part_id TEXT NOT NULL, {columns}, UNIQUE (row_id, part_id));",
        f"CREATE INDEX {table.name}_by_part ON {table.name} (part_id);",
    ]
    lines += [f"CREATE INDEX {table.name}_by_{key} ON {table.name} ({key}, row_id);" for key in table.key_columns()]
    if table.has_buckets:
        lines.append(
            f"CREATE TABLE {table.name}_bucket (bucket TEXT NOT NULL, row_id TEXT NOT NULL, part_id TEXT NOT NULL,"
            " PRIMARY KEY (bucket, row_id, part_id)) WITHOUT ROWID;"
        )
        lines.append(f"CREATE INDEX {table.name}_bucket_by_part ON {table.name}_bucket (part_id);")
    return "\n".join(lines)


_BASE = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
-- a finished part of work; part_id hashes stage, version, settings and input rows
CREATE TABLE part (part_id TEXT PRIMARY KEY, stage TEXT NOT NULL, key TEXT NOT NULL) WITHOUT ROWID;
-- which parts are this stage's present ones
CREATE INDEX part_by_stage ON part (stage);
"""

_SEARCH = """
CREATE VIRTUAL TABLE article_search USING fts5 (title, text, tokenize = "porter unicode61");
CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
  INSERT INTO article_search (rowid, title, text) VALUES (new.rowid, new.title, new.text);
END;
CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
  DELETE FROM article_search WHERE rowid = old.rowid;
END;
"""
