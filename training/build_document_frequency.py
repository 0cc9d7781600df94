"""Count in how many documents each English word stands: the background that makes a shared word rare or common.

    python training/build_document_frequency.py

Reads UD English EWT (CC BY-SA 4.0), the free genres of GUM (CC BY 4.0) and the annotated Wikinews articles
(CC BY 2.5) under DATELINE_DATA (default ../shared)/data/language, and writes
src/dateline/language/en/document_frequency.tsv: the first row, "*", holds the number of documents, then word and
count of every word of at least MIN_DOCUMENTS documents.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

MIN_DOCUMENTS = 3
"""Rarer words are as good as unseen, and would triple the file."""

MAX_WORDS = 400
"""Longer documents are read to here, so that books and articles count alike."""

OUT = Path(__file__).parents[1] / "src/dateline/language/en/document_frequency.tsv"
_WORD = re.compile(r"[a-z][a-z'-]*[a-z]|[a-z]")
_NAME = re.compile(r"(?<![.!?:\"“] )(?<!\n)\b[A-Z][\w'-]+")
"""A capitalised word that does not begin a sentence."""
_LONG_NAME = re.compile(r"\b[A-Z][\w'-]+(?: (?:of (?:the )?)?[A-Z][\w'-]+)+")
"""A name of several words ("White House"), kept in lower case; what else it takes in hardly comes three times."""


def main() -> None:
    """Read the sets, count, write."""
    root = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data/language"
    counts: Counter[str] = Counter()
    documents = 0
    for words, long_names in (*read_conllu(root), *read_wikinews(root)):
        counts.update({*words[: 2 * MAX_WORDS], *long_names})
        documents += 1
    rows = sorted((word, count) for word, count in counts.items() if count >= MIN_DOCUMENTS)
    lines = [f"*\t{documents}", *(f"{word}\t{count}" for word, count in rows)]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{documents} documents, {len(rows)} words: {OUT}")


def read_conllu(root: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Yield each document's lemmas and long names, of the treebanks; names capitalised, as everywhere here."""
    for path in (root / "ud_ewt/train.conllu", *sorted((root / "gum/train").glob("*.conllu"))):
        words: list[str] = []
        long_names: list[str] = []
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("# newdoc") and words:
                yield words, long_names
                words, long_names = [], []
            if line.startswith("# text = "):
                long_names += _list_long_names(line)
            fields = line.split("\t")
            if len(fields) == 10 and _WORD.fullmatch(fields[2].lower()):
                words.append(fields[1].capitalize() if fields[3] == "PROPN" else fields[2].lower())
        yield words, long_names


def read_wikinews(root: Path) -> Iterator[tuple[list[str], list[str]]]:
    """Yield each news article's words, with plural and past endings as they stand, its capitalised ones among them,
    and its long names."""
    for line in (root / "wikinews/train.jsonl").read_text(encoding="utf-8").splitlines():
        text = json.loads(line)["text"]
        words = _WORD.findall(text.lower())[:MAX_WORDS]
        yield words + [name.capitalize() for name in _NAME.findall(text)], _list_long_names(text)


def _list_long_names(text: str) -> list[str]:
    """Return the names of several words, without an article before them."""
    names = (name.lower().removeprefix("the ") for name in _LONG_NAME.findall(text))
    return [name for name in names if " " in name]


if __name__ == "__main__":
    main()
