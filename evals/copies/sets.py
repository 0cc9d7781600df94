"""Real sets of reports as articles, for looking at what is found in them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from dateline.model import Article


def read_set(data: Path, name: str) -> list[Article]:
    """Return the articles of a set: basil, ecbplus, polnear or t17."""
    return list({"basil": _read_basil, "ecbplus": _read_ecb, "polnear": _read_polnear, "t17": _read_t17}[name](data))


def make_article(name: str, title: str, body: str, outlet: str | None = None, published: str | None = None) -> Article:
    """Return an article that has only what copies are told by."""
    return Article(
        article_id=name,
        capture_id="",
        uri=name,
        sha256="",
        outlet=outlet,
        title=title,
        published=published,
        language="en",
        text=f"{title}\n\n{body}" if title else body,
        body_start=len(title) + 2 if title else 0,
    )


def _read_basil(data: Path) -> Iterator[Article]:
    for path in sorted((data / "stories/basil").glob("*/*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        body = "\n".join(" ".join(paragraph) for paragraph in raw["body-paragraphs"])
        yield make_article(path.stem, raw["title"], body, raw["source"], raw["date"])


def _read_ecb(data: Path) -> Iterator[Article]:
    """Texts are kept as tokens; quotation marks and points are set again as print has them."""
    for path in sorted((data / "events/ecbplus").glob("*/*.xml")):
        lines: dict[int, list[str]] = {}
        for token in ElementTree.parse(path).getroot().iter("token"):
            lines.setdefault(int(token.attrib["sentence"]), []).append(token.text or "")
        if "plus" in path.stem:
            lines.pop(0, None)
        sentences = [re.sub(r" (?=[.,;:!?’'])", "", " ".join(words)) for _, words in sorted(lines.items())]
        yield make_article(path.stem, "", "\n".join(sentences))


def _read_polnear(data: Path) -> Iterator[Article]:
    for path in sorted((data / "quotes/polnear").glob("*/text/*.txt")):
        outlet, day, _ = path.stem.split("_", 2)
        title, _, body = path.read_text(encoding="utf-8").strip().partition("\n")
        yield make_article(path.stem, title, body, outlet, day)


def _read_t17(data: Path) -> Iterator[Article]:
    for line in (data / "timelines/t17/articles.jsonl").read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        yield make_article(raw["id"], "", raw["text"], None, raw["date"])
