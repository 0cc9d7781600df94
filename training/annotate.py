"""Compile annotated news, written sentence by sentence, into the offsets that the reader model is trained on.

An annotation file names a document (``# id:``, ``# source: own words`` or ``# source: gum GUM_news_x``), holds its text
after ``# text`` when the words are our own (headline first, one paragraph a line), and lists what stands in which
sentence under ``# names``, ``# attributions``, ``# events`` and ``# quantities``::

    2 | GPE Port Maren ; ORG Dock Union
    2-3 | "We will … choice," ++ "he cannot." | the union's leader | said | direct | says
    2 | walked | PROTEST | actual | actor=About 400 dock workers ; time=Tuesday
    2 | 400 | 400 | 400 | about | people | dock workers

``word#2`` is a string's second occurrence there, ``first … last`` a long span by its ends, ``++`` joins pieces, ``-``
is null. Quotation marks and no-break spaces may be typed plainly. A source or cue is looked for outside what is said.
Names need no number: the same name again takes the next place. ``python -m training.annotate`` has three commands:

- ``show PATH_OR_GUM_ID`` prints the numbered sentences that annotations refer to;
- ``check [PATHS…]`` compiles files (default ``training/news/*.txt``), names every error, warns of what looks thin;
- ``pack-gum DIR OUT.jsonl`` writes DIR's GUM annotations as offsets only, so that no treebank text is passed on.

GUM is read from ``$DATELINE_DATA/data/language/gum/train`` (default ``../shared``).
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from training.annotation import Compiler, Row, find_occurrences, overlaps, read_gum_text

HOME = Path("training/news")
_SAYING = re.compile(r"\b(?:said|says|according to)\b", re.IGNORECASE)
_THIN = {"names": 0.7, "attributions": 0.2, "events": 0.95, "quantities": 0.1}
"""Counts a sentence below which only one in twenty Wikinews documents falls."""


def find_gum_folder() -> Path:
    """Return where the treebank's documents lie."""
    return Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "language" / "gum" / "train"


def compile_document(path: Path, gum_folder: Path | None = None) -> Row:
    """Return an annotation file as a row in the form of the Wikinews set; ValueError names what is wrong with it."""
    compiler = Compiler(path, gum_folder or find_gum_folder())
    if compiler.problems:
        raise ValueError("\n".join(f"{path}:{line}: {problem}" for line, problem in compiler.problems))
    # Through JSON, so that spans are lists however a row came about.
    row: Row = json.loads(json.dumps(compiler.row))
    return row


def load_annotated(folder: Path, gum_folder: Path) -> list[Row]:
    """Return the rows of a folder's own texts, and of its ``gum.jsonl`` as far as the treebank's texts are at hand."""
    rows = [compile_document(path, gum_folder) for path in sorted(folder.glob("*.txt"))]
    packed = folder / "gum.jsonl"
    for line in packed.read_text(encoding="utf-8").splitlines() if packed.exists() else []:
        row = json.loads(line)
        path = gum_folder / f"{row['source'].removeprefix('gum ')}.conllu"
        if not path.exists():
            continue
        text, _ = read_gum_text(path)
        if row.pop("sha256") != _digest(text):
            raise ValueError(f"{path} is not the text that {row['id']} was annotated on")
        rows.append({"id": row.pop("id"), "source": row.pop("source"), "text": text, **row})
    return rows


def pack_gum(folder: Path, target: Path, gum_folder: Path) -> int:
    """Write a folder's GUM annotations without their text, and return how many there are."""
    rows = [compile_document(path, gum_folder) for path in sorted(folder.glob("*.txt"))]
    with target.open("w", encoding="utf-8") as file:
        for row in rows:
            if not row["source"].startswith("gum "):
                raise ValueError(f"{row['id']} is not from gum")
            digest = _digest(row.pop("text"))
            packed = {"id": row.pop("id"), "source": row.pop("source"), "sha256": digest, **row}
            file.write(json.dumps(packed, ensure_ascii=False) + "\n")
    return len(rows)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def find_thin_places(compiler: Compiler) -> Iterator[str]:
    """Yield where an annotation looks thin: names left out, reporting words that are no cue, low counts."""
    text, row, sentences = compiler.text, compiler.row, compiler.sentences
    held = [name["span"] for name in row["names"]]
    for string in sorted({text[start:end] for start, end in held}):
        for start, end in find_occurrences(text, (0, len(text)), string, bounded=True):
            if not overlaps((start, end), held):
                yield f"sentence {compiler.number(start)}: {string} is a name elsewhere"
    cues = [entry["cue"] for entry in row["attributions"] if entry["cue"]]
    for match in _SAYING.finditer(text):
        if not overlaps(match.span(), cues + held):
            yield f"sentence {compiler.number(match.start())}: {match[0]} is no cue"
    if re.search('["“]', text) and all(entry["kind"] == "indirect" for entry in row["attributions"]):
        yield "quotation marks, but no direct or mixed attribution"
    for section, least in _THIN.items():
        if (count := len(row[section])) < least * len(sentences):
            yield f"only {count} {section} in {len(sentences)} sentences"


def check(paths: list[Path], gum_folder: Path) -> bool:
    """Print what is wrong with annotation files and what looks thin; tell whether all compile."""
    wrong = 0
    for path in paths:
        try:
            compiler = Compiler(path, gum_folder)
        except OSError as error:
            print(f"{path}:1: {error}")
            wrong += 1
            continue
        for line, problem in compiler.problems:
            print(f"{path}:{line}: {problem}")
        for warning in find_thin_places(compiler) if not compiler.problems else ():
            print(f"{path}: warning: {warning}")
        wrong += bool(compiler.problems)
    print(f"{len(paths)} files, {wrong} with errors")
    return not wrong


def show(name: str, gum_folder: Path) -> None:
    """Print the numbered sentences of an annotation file or of a GUM document."""
    path = Path(name)
    if path.is_file():
        compiler = Compiler(path, gum_folder)
        text, sentences = compiler.text, compiler.sentences
    else:
        text, sentences = read_gum_text(gum_folder / f"{name}.conllu")
    for number, (start, end) in enumerate(sentences, 1):
        print(f"{number}\t{text[start:end]}")


def main() -> None:
    """Run one of the three commands."""
    parser = argparse.ArgumentParser(prog="training.annotate", description="Check and compile annotated news.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("show", help="print numbered sentences").add_argument("document", help="a path or a GUM id")
    commands.add_parser("check", help="name every error").add_argument("paths", nargs="*", type=Path)
    pack = commands.add_parser("pack-gum", help="write GUM annotations as offsets only")
    pack.add_argument("folder", type=Path)
    pack.add_argument("target", type=Path)
    given = parser.parse_args()
    gum_folder = find_gum_folder()
    if given.command == "show":
        show(given.document, gum_folder)
    elif given.command == "check":
        sys.exit(not check(given.paths or sorted(HOME.glob("*.txt")), gum_folder))
    else:
        print(f"{pack_gum(given.folder, given.target, gum_folder)} documents packed")


if __name__ == "__main__":
    main()
