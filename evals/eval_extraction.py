"""Article text out of web pages: Dateline's ``clean`` beside trafilatura alone, on the article-extraction-benchmark.

Measure as in that benchmark (github.com/scrapinghub/article-extraction-benchmark, evaluate.py): for each page the
shingles of four tokens of the found and of the true text are counted as multisets; precision and recall are means over
pages, F1 is theirs. Pages whose language Dateline does not read are counted apart, since it refuses them by intent.

    python evals/eval_extraction.py [--data ../shared/data/extraction/aeb] [--limit N]

The set is looked for in $DATELINE_DATA/data/extraction/aeb ($DATELINE_DATA defaults to ../shared).
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

from evals.alone import list_articles
from trafilatura import extract

from dateline.clean.tongue import find_language
from dateline.ids import content_id
from dateline.model import Capture, Stated
from dateline.read.decode import decode_bytes

FLOOR_F1 = 0.96
"""On pages in English; only goes up."""

_TOKEN = re.compile(r"\w+", re.UNICODE)


def main() -> None:
    """Print one row for each extractor; exit with 1 when Dateline falls below its floor."""
    default = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "extraction" / "aeb"
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, default=default)
    parser.add_argument("--limit", type=int, default=None, help="pages to read")
    args = parser.parse_args()
    truth = json.loads((args.data / "ground-truth.json").read_text(encoding="utf-8"))
    pages = [
        (row["articleBody"], row["url"], gzip.decompress((args.data / "html" / f"{name}.html.gz").read_bytes()))
        for name, row in sorted(truth.items())[: args.limit]
    ]
    english = [page for page in pages if find_language(page[0], ("en",))[1]]
    print(f"{len(pages)} pages, {len(english)} in English")
    print(f"{'extractor':24} {'precision':>9} {'recall':>7} {'F1':>6} {'pages/s':>8}")
    scores = {name: score(name, take, english) for name, take in EXTRACTORS.items()}
    if scores["dateline"] < FLOOR_F1:
        raise SystemExit(f"dateline is below its floor of {FLOOR_F1}")


def score(name: str, take: Callable[[bytes, str], str], pages: list[tuple[str, str, bytes]]) -> float:
    """Measure one extractor over (true text, url, bytes), print its row and return its F1."""
    start = time.perf_counter()
    found = [take(body, url) for _, url, body in pages]
    seconds = time.perf_counter() - start
    pairs = [compare(text, got) for (text, _, _), got in zip(pages, found, strict=True)]
    precision, recall = (sum(part) / len(pairs) for part in zip(*pairs, strict=True))
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    print(f"{name:24} {precision:9.3f} {recall:7.3f} {f1:6.3f} {len(pages) / seconds:8.1f}")
    return f1


def compare(true: str, found: str) -> tuple[float, float]:
    """Return precision and recall of the found text's four-token shingles."""
    left, right = shingle(true), shingle(found)
    both = sum((left & right).values())
    return (both / sum(right.values()) if right else float(not left)), (both / sum(left.values()) if left else 1.0)


def shingle(text: str) -> Counter[tuple[str, ...]]:
    """Count runs of four tokens; a shorter text is one run."""
    tokens = _TOKEN.findall(text)
    return Counter(tuple(tokens[at : at + 4]) for at in range(max(1, len(tokens) - 3))) if tokens else Counter()


def take_dateline(body: bytes, url: str) -> str:
    """Clean a page; the body without the headline, as the set's truth has it."""
    decoded = decode_bytes(body, markup=True)
    if decoded is None:
        return ""
    capture = Capture(
        capture_id=content_id(url),
        uri=url,
        sha256="",
        body=body,
        media="html",
        charset=decoded.charset,
        text=decoded.text,
        stated=Stated(url=url),
        had=None,
    )
    article = next(iter(list_articles(capture)), None)
    return article.text[article.body_start :] if article else ""


def take_trafilatura(body: bytes, _: str) -> str:
    """The peer: trafilatura alone, in its fast mode without comments."""
    return extract(body, fast=True, include_comments=False) or ""


EXTRACTORS: dict[str, Callable[[bytes, str], str]] = {
    "dateline": take_dateline,
    "trafilatura fast": take_trafilatura,
}
"""What is compared, by name."""


if __name__ == "__main__":
    main()
