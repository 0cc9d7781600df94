"""One story per line."""

from __future__ import annotations

from dateline.export.contract import Document
from dateline.export.json_ import dump_json
from dateline.export.phrase import index_articles


def write_jsonl(document: Document) -> str:
    """Return one JSON object per story and line, the story's own articles in place of their ids."""
    articles = index_articles(document)
    lines = [
        dump_json({**story, "articles": [articles[key] for key in story["articles"]]}) for story in document["stories"]
    ]
    return "".join(f"{line}\n" for line in lines)
