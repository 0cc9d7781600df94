"""The store's SQL: one small function per question or change."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from dateline.model import Pair, Placement, Record
from dateline.stage import Per
from dateline.store.tables import Table, row_id, table_of, to_record, to_values

_CHUNK = 500
"""Row ids per query, far below the 32,766 variables that SQLite allows."""


def insert_rows(db: sqlite3.Connection, part_id: str, records: Iterable[Record]) -> None:
    """Write records as rows of a part; an equal row of the same part is written once."""
    for kind, group in groupby(sorted(records, key=lambda r: type(r).__name__), key=type):
        table = table_of(kind)
        rows = {row_id(record): record for record in group}
        marks = ", ".join("?" * (len(table.columns) + 2))
        db.executemany(
            f"INSERT OR IGNORE INTO {table.name} VALUES ({marks})",
            [(rid, part_id, *to_values(record)) for rid, record in rows.items()],
        )
        if table.has_buckets:
            db.executemany(
                f"INSERT OR IGNORE INTO {table.name}_bucket VALUES (?, ?, ?)",
                [(bucket, rid, part_id) for rid, record in rows.items() for bucket in _buckets_of(record)],
            )


def _buckets_of(record: Record) -> tuple[str, ...]:
    return tuple(getattr(record, "buckets", ()))


def insert_part(db: sqlite3.Connection, part_id: str, stage: str, key: str) -> None:
    """Note that a part of work is finished."""
    db.execute("INSERT OR REPLACE INTO part VALUES (?, ?, ?)", (part_id, stage, key))


def parts_of(db: sqlite3.Connection, stage: str) -> set[str]:
    """Return the ids of a stage's finished parts."""
    return {part for (part,) in db.execute("SELECT part_id FROM part WHERE stage = ?", (stage,))}


def has_part(db: sqlite3.Connection, part_id: str) -> bool:
    """True when a part of that id is finished."""
    return db.execute("SELECT 1 FROM part WHERE part_id = ?", (part_id,)).fetchone() is not None


def delete_parts(db: sqlite3.Connection, kinds: Iterable[type[Record]], part_ids: Sequence[str]) -> None:
    """Remove parts and the rows they made."""
    ids = [(part,) for part in part_ids]
    for kind in kinds:
        table = table_of(kind)
        db.executemany(f"DELETE FROM {table.name} WHERE part_id = ?", ids)
        if table.has_buckets:
            db.executemany(f"DELETE FROM {table.name}_bucket WHERE part_id = ?", ids)
    db.executemany("DELETE FROM part WHERE part_id = ?", ids)


def keyed_row_ids(db: sqlite3.Connection, kind: type[Record], per: Per) -> Iterator[tuple[str | None, str]]:
    """Yield (key, row id) of every row of a kind, as a stage that runs ``per`` so sees them.

    The key is None for rows that belong to every batch: those that have no field to be shuffled by.
    """
    yield from db.execute(_keyed_query(table_of(kind), per))


def _keyed_query(table: Table, per: Per) -> str:
    if per == "bucket":
        return f"SELECT DISTINCT bucket, row_id FROM {table.name}_bucket ORDER BY bucket, row_id"
    if per == "repeat":
        return _repeat_query(table)
    if per == "corpus":
        return f"SELECT DISTINCT '', row_id FROM {table.name} ORDER BY row_id"
    if table.has(f"{per}_id"):
        return f"SELECT DISTINCT {per}_id, row_id FROM {table.name} ORDER BY 1, 2"
    if per == "story" and table.has("article_id"):
        return (
            f"SELECT DISTINCT placed.story_id, own.row_id FROM {table.name} AS own"
            f" JOIN {table_of(Placement).name} AS placed USING (article_id) ORDER BY 1, 2"
        )
    return f"SELECT DISTINCT NULL, row_id FROM {table.name} ORDER BY row_id"


def _repeat_query(table: Table) -> str:
    """Key a pair by the later article, and an article by itself and by those that it is paired with as the earlier."""
    pair = table_of(Pair).name
    if table.kind is Pair:
        return f"SELECT DISTINCT article_id, row_id FROM {pair} ORDER BY 1, 2"
    if not table.has("article_id"):
        return f"SELECT DISTINCT NULL, row_id FROM {table.name} ORDER BY row_id"
    return (
        f"SELECT pair.article_id, own.row_id FROM {pair} AS pair JOIN {table.name} AS own USING (article_id)"
        f" UNION SELECT pair.article_id, own.row_id FROM {pair} AS pair JOIN {table.name} AS own"
        f' ON own.article_id = pair."of" ORDER BY 1, 2'
    )


def load_rows(db: sqlite3.Connection, kind: type[Record], row_ids: Sequence[str]) -> list[Record]:
    """Return the records with these row ids, in the order of their content."""
    table = table_of(kind)
    names = ", ".join(column.sql_name for column in table.columns)
    found: dict[str, Record] = {}
    for start in range(0, len(row_ids), _CHUNK):
        chunk = row_ids[start : start + _CHUNK]
        marks = ", ".join("?" * len(chunk))
        query = f"SELECT row_id, {names} FROM {table.name} WHERE row_id IN ({marks})"
        for rid, *values in db.execute(query, chunk):
            if rid not in found:
                found[rid] = to_record(kind, tuple(values))
    return in_order(found)


def all_rows(db: sqlite3.Connection, kind: type[Record]) -> list[Record]:
    """Return every record of a kind, in the order of their content."""
    table = table_of(kind)
    names = ", ".join(column.sql_name for column in table.columns)
    query = f"SELECT row_id, {names} FROM {table.name} GROUP BY row_id"
    return in_order({rid: to_record(kind, tuple(values)) for rid, *values in db.execute(query)})


def in_order(found: dict[str, Record]) -> list[Record]:
    """Sort records by article and offset where they have them, then by content hash: the same on every machine."""

    def order(item: tuple[str, Record]) -> tuple[Any, ...]:
        rid, record = item
        return (getattr(record, "article_id", ""), getattr(record, "start", 0), getattr(record, "end", 0), rid)

    return [record for _, record in sorted(found.items(), key=order)]


def has_capture(db: sqlite3.Connection, capture_id: str) -> bool:
    """True when a capture of that id is stored."""
    return db.execute("SELECT 1 FROM capture WHERE capture_id = ?", (capture_id,)).fetchone() is not None


def search_articles(db: sqlite3.Connection, query: str, limit: int) -> list[tuple[str, str]]:
    """Return (article id, snippet) of the articles that match an FTS5 query, best first (BM25)."""
    rows = db.execute(
        "SELECT article.article_id, snippet(article_search, -1, '[', ']', '…', 24) FROM article_search"
        " JOIN article ON article.rowid = article_search.rowid WHERE article_search MATCH ? ORDER BY rank LIMIT ?",
        (query, limit),
    )
    return [(str(article), str(snippet)) for article, snippet in rows]
