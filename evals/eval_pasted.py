"""Whole pages pasted as text, menus and teasers and comments with them: what leaks and what is lost.

    python -m evals.eval_pasted [--limit N]

Every page of the article-extraction-benchmark (DATELINE_DATA, default ../shared, data/extraction/aeb) is turned into
lines as a browser copies it, without any markup. A line of four words or more that stands in the set's true body counts
as told, any other as chrome. Two halves: scores were tuned on the first. The set counts credits, notices of rights and
corrections as body, which Dateline keeps as furniture; so what is lost is printed with them and without.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
from pathlib import Path
from typing import Any

from evals.clean_pile import clean_pile, hold_text
from lxml import html

from dateline.clean.tongue import find_language
from dateline.model import Stated
from dateline.words import fold

DATA = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "extraction" / "aeb"
FLOORS = (0.145, 0.025, 0.015)
"""The most that may leak, be lost, and be lost besides credits and notices, over all pages; only goes down."""

NOTICES = frozenset({"credit", "legal", "correction", "promotion", "advert", "share"})
"""Kinds of furniture that say something of the page, none of what happened."""

_SILENT = "//script|//style|//noscript|//head|//template|//svg|//select"
_BLOCKS = frozenset(
    "p div li ul ol h1 h2 h3 h4 h5 h6 tr td section article header footer nav aside figure figcaption blockquote br "
    "form button option label table main time dd dt hr".split()
)


def main() -> int:
    """Print a row for each half; return 1 when over a bound."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--limit", type=int, default=None, help="pages to read")
    args = parser.parse_args()
    truth = json.loads((DATA / "ground-truth.json").read_text(encoding="utf-8"))
    rows = [(name, row) for name, row in sorted(truth.items()) if find_language(row["articleBody"], ("en",))[1]]
    counts = [score_page(name, row) for name, row in rows[: args.limit]]
    for name, part in (("first half", counts[::2]), ("second half", counts[1::2]), ("all", counts)):
        leaked, chrome, lost, notices, told = (sum(column) for column in zip(*part, strict=True))
        shares = (leaked / chrome, lost / told, (lost - notices) / told)
        print(
            f"{name:12} leaked {leaked}/{chrome} {shares[0]:6.1%}   lost {lost}/{told} {shares[1]:6.1%}, "
            f"without notices {shares[2]:6.1%}   {sum(row[2] == 0 for row in part)} of {len(part)} lose nothing"
        )
    return int(any(share > most for share, most in zip(shares, FLOORS, strict=True)))


def score_page(name: str, row: dict[str, Any]) -> tuple[int, int, int, int, int]:
    """Return what leaked of how many lines of chrome; what was lost, how much of it are notices, of how many lines."""
    text = copy_text(gzip.decompress((DATA / "html" / f"{name}.html.gz").read_bytes()))
    body = fold(row["articleBody"])
    cleaned = clean_pile([hold_text(name, text, Stated(url=row["url"]))])[0]
    article = cleaned.article
    whole = fold(article.text) if article else ""
    kept = {fold(line) for line in article.text.split("\n")} if article else set()
    lines = [fold(line) for line in text.split("\n")]
    told = [line for line in lines if line in body and len(line.split()) >= 4]
    title = fold(article.title or "") if article else ""
    chrome = [line for line in lines if line not in body and line != title and len(line) > 1]
    lost = [line for line in told if line not in whole]
    noticed = {fold(mark.text) for mark in cleaned.furniture if mark.kind in NOTICES}
    leaked = sum(line in kept for line in chrome)
    return leaked, len(chrome), len(lost), sum(line in noticed for line in lost), len(told)


def copy_text(page: bytes) -> str:
    """Return the text of a page as a browser would copy it: a line for every block."""
    tree = html.fromstring(page)
    for node in tree.xpath(_SILENT):
        node.drop_tree()
    parts: list[str] = []
    for event, node in _walk(tree):
        inside = isinstance(node.tag, str)
        if inside and node.tag in _BLOCKS:
            parts.append("\n")
        text = (node.text if inside else None) if event == "start" else node.tail
        parts.append(re.sub(r"\s+", " ", text or ""))
    return "\n".join(line.strip() for line in "".join(parts).split("\n") if line.strip())


def _walk(tree: Any) -> list[tuple[str, Any]]:
    """Every node at its start and at its end, in the order of the page."""
    found: list[tuple[str, Any]] = []
    stack: list[tuple[str, Any]] = [("start", tree)]
    while stack:
        event, node = stack.pop()
        found.append((event, node))
        if event == "start":
            stack.append(("end", node))
            stack.extend(("start", child) for child in reversed(node))
    return found


if __name__ == "__main__":
    raise SystemExit(main())
