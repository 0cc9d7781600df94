"""Score the finder of names on annotated news: strict spans with kinds.

    python evals/eval_names.py [dev|train] [--show]

The set is read from ``$DATELINE_DATA/data/language/wikinews`` (default ``../shared``). Lines with other kinds than
PER, ORG, GPE, LOC are counted apart.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from pathlib import Path

from dateline.language.names import find_names
from dateline.language.reader import read_article
from dateline.model import Article

DATA = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "language" / "wikinews"
MAIN = ("PER", "ORG", "GPE", "LOC")


def make_article(name: str, text: str) -> Article:
    """Wrap a bare text: its first line is the title."""
    body = text.find("\n") + 1
    return Article(
        article_id=name, capture_id=name, uri=name, sha256="", title=text[: max(body - 1, 0)],
        language="en", text=text, body_start=body, )  # fmt: skip


def main() -> None:
    """Print precision, recall and F1 per kind, strict and by span alone."""
    part = next((word for word in sys.argv[1:] if not word.startswith("-")), "dev")
    hits: Counter[str] = Counter()
    found: Counter[str] = Counter()
    gold: Counter[str] = Counter()
    spans = 0
    for line in (DATA / f"{part}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        want = {(*name["span"], name["type"]) for name in row["names"]}
        got = {(m.start, m.end, m.kind) for m in find_names(read_article(make_article(row["id"], row["text"])))}
        hits.update(kind for *_, kind in want & got)
        found.update(kind for *_, kind in got)
        gold.update(kind for *_, kind in want)
        spans += len({name[:2] for name in want} & {name[:2] for name in got})
        if "--show" in sys.argv:
            for start, end, kind in sorted(want ^ got):
                side = "missed" if (start, end, kind) in want else "extra "
                print(f"{row['id']}\t{side}\t{kind}\t{row['text'][start:end]!r}")
    for label, kinds in [*((kind, (kind,)) for kind in sorted(gold)), ("main four", MAIN), ("all", tuple(gold))]:
        show(label, sum(hits[k] for k in kinds), sum(found[k] for k in kinds), sum(gold[k] for k in kinds))
    show("spans", spans, sum(found.values()), sum(gold.values()))


def show(label: str, hits: int, found: int, gold: int) -> None:
    """Print one row."""
    precision, recall = hits / max(found, 1), hits / max(gold, 1)
    print(f"{label:10} P {precision:.3f}  R {recall:.3f}  F1 {2 * hits / max(found + gold, 1):.3f}  ({gold})")


if __name__ == "__main__":
    main()
