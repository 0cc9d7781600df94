"""Documents out of annotated news in the form of data/language/wikinews, and names out of re3d."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from training.reader.documents import (
    ANY_NAME,
    EVENT_TYPES,
    KINDS_OF_THREE,
    NAME_KINDS,
    NOT_OF_THREE,
    STANCES,
    STATUSES,
    Anchor,
    Document,
    News,
    name_bit,
    name_bits,
)

from dateline.language.sentences import split_sentences
from dateline.language.tokens import tokenize

NOTHING = -100
"""Where a label is not to be learned from (torch's ignored index)."""
Span = tuple[int, int]


def read_words(name: str, text: str) -> tuple[Document, list[Span]]:
    """Return a bare document of a text, cut as the reader cuts it, and the spans of its words."""
    document = Document(name, [], [], [], [], starts_known=False)
    spans: list[Span] = []
    sentence = 0
    for line in re.finditer(r"[^\n]+", text):
        opens = True
        for start, end in split_sentences(text, *line.span()):
            for left, right in tokenize(text, start, end):
                document.words.append(text[left:right])
                document.spaced.append(left == 0 or text[left - 1].isspace())
                document.breaks.append(opens)
                document.sentence.append(sentence)
                spans.append((left, right))
                opens = False
            sentence += 1
    return document, spans


def find_words(spans: list[Span], span: Span) -> list[int]:
    """Return the places of the words that a span of characters touches."""
    return [at for at, (left, right) in enumerate(spans) if left < span[1] and right > span[0]]


def read_news(rows: list[dict[str, Any]]) -> list[Document]:
    """Return the documents of annotated news."""
    return [read_row(row) for row in rows]


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a JSON lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_row(row: dict[str, Any]) -> Document:
    """Return one annotated text with all its layers."""
    document, spans = read_words(str(row["id"]), row["text"])
    count = len(document.words)
    document.names = [name_bit("O")] * count
    for name in row["names"]:
        for number, at in enumerate(find_words(spans, name["span"])):
            document.names[at] = name_bit(f"{'I' if number else 'B'}-{name['type']}")
    document.news = News(
        cue=[0] * count, source=[0] * count, content=[0] * count, stance=[NOTHING] * count, trigger=[0] * count,
        event_type=[NOTHING] * count, status=[NOTHING] * count, anchors=[],
    )  # fmt: skip
    _read_attributions(document.news, row["attributions"], spans)
    _read_events(document.news, row["events"], spans)
    for quantity in row["quantities"]:
        words = find_words(spans, quantity["span"])
        counted = set(find_words(spans, quantity["counted"])) if quantity.get("counted") else set()
        document.news.anchors.append(Anchor("quantity", words, {"counted": counted - set(words)}))
    return document


def _read_attributions(news: News, rows: list[dict[str, Any]], spans: list[Span]) -> None:
    outer = sorted(rows, key=lambda row: -sum(end - start for start, end in row["content"]))
    for row in outer:
        content: set[int] = set()
        for piece in row["content"]:
            words = find_words(spans, piece)
            content.update(words)
            if words and not any(news.content[at] for at in words):
                _mark(news.content, words)
        source = set(find_words(spans, row["source"])) if row["source"] else set()
        cue = find_words(spans, row["cue"]) if row["cue"] else []
        _mark(news.source, sorted(source))
        _mark(news.cue, cue)
        for at in cue:
            news.stance[at] = STANCES.index(row["stance"])
        if cue:
            roles = {"source": source - set(cue), "content": content - set(cue)}
            news.anchors.append(Anchor("cue", cue, roles))


def _mark(labels: list[int], words: list[int]) -> None:
    for number, at in enumerate(words):
        labels[at] = 2 if number else 1


def _read_events(news: News, rows: list[dict[str, Any]], spans: list[Span]) -> None:
    for row in rows:
        words = find_words(spans, row["trigger"])
        if not words:
            continue
        at = words[0]
        news.trigger[at] = 1
        news.event_type[at] = EVENT_TYPES.index(row["type"])
        news.status[at] = STATUSES.index(row["status"])
        roles: dict[str, set[int]] = {}
        for role in ("actor", "target"):
            roles[role] = {word for span in row[role] for word in find_words(spans, span)} - {at}
        for role in ("place", "time"):
            roles[role] = set(find_words(spans, row[role])) - {at} if row[role] else set()
        news.anchors.append(Anchor("trigger", [at], roles))


_RE3D_KINDS = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}


def read_re3d(folder: Path) -> list[Document]:
    """Return re3d's texts with its persons, organisations and places as partial names.

    re3d marks nominal groups too ("the Iraqi forces"): only a run of capital words is taken for a name, the rest of
    such a mention is left open.
    """
    documents = []
    for path in sorted(folder.glob("*/documents.json")):
        entities: dict[str, list[dict[str, Any]]] = {}
        for entity in read_rows(path.with_name("entities.json")):
            entities.setdefault(entity["documentId"], []).append(entity)
        for row in read_rows(path):
            document, spans = read_words(f"re3d {row['_id']}", row["text"])
            if not document.words:
                continue
            document.names = [NOT_OF_THREE] * len(document.words)
            document.names_weight = 0.3
            for entity in entities.get(row["_id"], []):
                _read_re3d_name(document, find_words(spans, (entity["begin"], entity["end"])), entity["type"])
            documents.append(document)
    return documents


def _read_re3d_name(document: Document, words: list[int], kind: str) -> None:
    assert document.names is not None
    for at in words:
        document.names[at] = ANY_NAME
    while words and not document.words[words[0]][:1].isupper():
        words = words[1:]
    if words and document.words[words[0]] in ("The", "A", "An"):
        words = words[1:]
    capital = all(document.words[at][:1].isupper() or document.words[at] in ("of", "the", "for") for at in words)
    if not words or not capital or kind not in _RE3D_KINDS:
        return
    kinds = KINDS_OF_THREE[_RE3D_KINDS[kind]]
    loose = kind != "Location"
    for number, at in enumerate(words):
        document.names[at] = name_bits("I" if number else "B", kinds)
    if loose and len(words) > 1:
        document.names[words[0]] |= name_bit("O") | name_bits("B", NAME_KINDS)
        document.names[words[1]] |= name_bits("B", kinds)
