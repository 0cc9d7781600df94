"""The brief's first line, on BASIL: is it what the headlines say?

    DATELINE_DATA=../shared python evals/eval_brief.py [--held-out] [--most N]

Each of the 100 events is a pile of its three outlets' reports. A line *tells* a headline when it has two of the
headline's content words (by their first five letters) and at least a third of them. Counted: first lines that tell
two of the three headlines, and the mean share of headlines told. As the brief looks at headlines itself, ``--held-out``
gives it only two of the reports and asks for the third one's headline. Beside it the plain peer: the first sentence
of the earliest report. Reads DATELINE_DATA (default ../shared)/data/stories/basil.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import sys
import tempfile
from pathlib import Path

from dateline.desk import Desk
from dateline.export.contract import Document
from dateline.export.document import build_document
from dateline.model import Article, Sentence
from dateline.words import find_content_words

FLOOR = {"two of three": 0.84, "headlines told": 0.76}
"""What the brief reached on all reports; only goes up."""
_STEM = 5
_PART = 1 / 3
_DATE = re.compile(r"^(?:Reported )?[\d –]*(?:[A-Z][a-z]+ )?[\d– ,:]+(?:[A-Z][a-z]+ \d{4})?(?:, [\d:–]+)?: ")


def find_stems(text: str) -> frozenset[str]:
    """Return the first letters of a text's content words."""
    return frozenset(word[:_STEM] for word in find_content_words(text))


def tells(line: str, headline: str) -> bool:
    """True when a line has two of a headline's words and a third of them."""
    wanted = find_stems(headline)
    shared = len(wanted & find_stems(line))
    return shared >= min(2, len(wanted)) and shared >= _PART * len(wanted)


def read_triples(folder: Path) -> list[list[dict[str, str]]]:
    """Return each event's reports, in the order of publication."""
    triples: dict[str, list[dict[str, str]]] = {}
    for path in sorted(folder.rglob("*.json")):
        page = json.loads(path.read_text(encoding="utf-8"))
        body = "\n\n".join(" ".join(paragraph) for paragraph in page["body-paragraphs"])
        row = {"title": page["title"], "outlet": page["source"], "published": page["date"], "text": body}
        triples.setdefault(page["triplet-uuid"], []).append(row)
    return [sorted(rows, key=lambda row: row["published"]) for _, rows in sorted(triples.items())]


def brief_pile(reports: list[dict[str, str]]) -> tuple[str, str]:
    """Return the brief's first line and the first body sentence of the earliest report."""
    with tempfile.TemporaryDirectory() as scratch:
        for number, report in enumerate(reports):
            Path(scratch, f"{number:02}.json").write_text(json.dumps(report), encoding="utf-8")
        with Desk.open() as desk:
            desk.add([scratch])
            desk.run()
            return find_first(build_document(desk)), find_lead(desk)


def find_first(document: Document) -> str:
    """Return the first line of the biggest story's brief without its date; empty where nothing happened."""
    rows = document["stories"][0]["brief"] if document["stories"] else []
    text = next((row["text"] for row in rows if row["section"] == "what happened"), "")
    return _DATE.sub("", text)


def find_lead(desk: Desk) -> str:
    """Return the first body sentence of the earliest report."""
    article = min(desk.rows(Article), key=lambda row: (row.published or "~", row.uri))
    body = [row for row in desk.rows(Sentence) if row.article_id == article.article_id and row.kind == "body"]
    first = min(body, key=lambda row: row.start, default=None)
    return article.text[first.start : first.end] if first else ""


def measure(lines: list[tuple[str, list[str]]], need: int) -> tuple[float, float]:
    """Return the share of lines that tell so many of their headlines, and the mean share of headlines told."""
    told = [(sum(tells(line, headline) for headline in headlines), len(headlines)) for line, headlines in lines]
    return sum(hits >= need for hits, _ in told) / len(told), sum(hits / of for hits, of in told) / len(told)


def main() -> int:
    """Print the shares for the brief and its peer; return 1 under the floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--held-out", action="store_true", help="leave out one report, ask for its headline")
    parser.add_argument("--most", type=int, default=1000, help="so many events at most")
    args = parser.parse_args()
    triples = read_triples(Path(os.environ.get("DATELINE_DATA", "../shared")) / "data/stories/basil")[: args.most]
    if not triples:
        print("no stories/basil under DATELINE_DATA", file=sys.stderr)
        return 2
    rows: dict[str, list[tuple[str, list[str]]]] = {"brief": [], "first sentence": []}
    for number, reports in enumerate(triples):
        out = number % len(reports) if args.held_out else -1
        kept = [report for at, report in enumerate(reports) if at != out]
        asked = [report["title"] for at, report in enumerate(reports) if at == out or out < 0]
        for name, line in zip(rows, brief_pile(kept), strict=True):
            rows[name].append((line, asked))
    need = 1 if args.held_out else 2
    names = ("headline told", "") if args.held_out else ("two of three", "headlines told")
    results = {name: measure(lines, need) for name, lines in rows.items()}
    for name, values in results.items():
        print(f"{name:16}", *(f"{what} {value:.3f}" for what, value in zip(names, values, strict=True) if what))
    under = not args.held_out and any(value < FLOOR[what] for what, value in zip(names, results["brief"], strict=True))
    return int(under)


if __name__ == "__main__":
    sys.exit(main())
