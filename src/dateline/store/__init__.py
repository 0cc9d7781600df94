"""One SQLite file: tables derived from the records, SQL as small functions, full-text search."""
