"""The Local-Global Lexicon corpus (Lieberman, Samet and Sankaranarayanan 2010): local news with toponyms on the map.

``data/places/lgl.xml`` under $DATELINE_DATA. Each article goes through the whole road up to ``parse`` as an input with
title, text, address and day; the gold spans are carried over to its cleaned text word by word.
"""

from __future__ import annotations

import json
import re
import tempfile
import xml.etree.ElementTree as ET
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path

import msgspec

from dateline.model import Article, EventMention, Mention, Quote, Record, Sentence
from dateline.places.table import countries, fold_place

KINDS: tuple[type[Record], ...] = (Article, Sentence, Mention, Quote, EventMention)
Rows = dict[type[Record], tuple[Record, ...]]
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A gold name in the cleaned text; ``start`` is −1 where the road left that stretch out."""

    start: int
    end: int
    phrase: str
    country: str
    latitude: float
    longitude: float
    code: str
    """GeoNames's feature code: PPL a town, ADM1 a state, PCLI a country."""


@dataclass(frozen=True, slots=True)
class Local:
    """An article of the corpus: what the road read in it, and the gold. ``rows`` is empty where nothing was read."""

    name: str
    outlet: str
    rows: Rows
    toponyms: tuple[Toponym, ...]


def load_lgl(path: Path, cache: Path | None = None) -> list[Local]:
    """Return the corpus read by the road; ``cache`` keeps what ``parse`` gave, so that a second call is fast."""
    root = ET.parse(path).getroot()
    if cache is None or not cache.exists():
        lines = read_all(root)
        if cache is not None:
            cache.write_bytes(b"\n".join(lines))
    else:
        lines = cache.read_bytes().splitlines()
    by_number = group_rows(lines)
    return [make_local(node, by_number.get(number, {})) for number, node in enumerate(root, 1)]


def read_all(root: Iterable[ET.Element]) -> list[bytes]:
    """Run the road over all articles up to ``parse``; return its records as lines of JSON."""
    from dateline.desk import Desk

    with tempfile.TemporaryDirectory() as folder, Desk.open() as desk:
        inputs = Path(folder) / "lgl.jsonl"
        inputs.write_text("\n".join(json.dumps(make_input(node)) for node in root), encoding="utf-8")
        desk.add([str(inputs)])
        desk.run(until="parse")
        return [msgspec.json.encode([kind.__name__, row]) for kind in KINDS for row in desk.rows(kind)]


def make_input(node: ET.Element) -> dict[str, str]:
    """Return an article as a crawler would hand it in: its text opens with its title, which is taken off."""
    title, text = (node.findtext("title") or "").strip(), node.findtext("text") or ""
    body = text[len(title) :].lstrip(". ") if text.startswith(title) else text
    return {
        "id": node.get("docid") or "",
        "title": title,
        "text": body,
        "url": node.findtext("url") or "",
        "source": node.findtext("domain") or "",
        "date": (node.findtext("dltime") or "")[:10],
        "language": "en",
    }


def group_rows(lines: Iterable[bytes]) -> dict[int, Rows]:
    """Return the records of each article by its number in the corpus."""
    kinds = {kind.__name__: kind for kind in KINDS}
    numbers: dict[str, int] = {}
    found: dict[int, dict[type[Record], list[Record]]] = defaultdict(lambda: defaultdict(list))
    for line in lines:
        name, raw = msgspec.json.decode(line, type=tuple[str, msgspec.Raw])
        if name not in kinds:
            continue
        row = msgspec.json.decode(raw, type=kinds[name])
        if isinstance(row, Article):
            numbers[row.article_id] = int(row.uri.rpartition("#")[2])
        number = numbers[getattr(row, "article_id")]  # noqa: B009
        found[number][kinds[name]].append(row)
    return {number: {kind: tuple(rows) for kind, rows in kept.items()} for number, kept in found.items()}


def make_local(node: ET.Element, rows: Rows) -> Local:
    """Join an article of the corpus with what was read of it."""
    text = node.findtext("text") or ""
    articles = rows.get(Article, ())
    spans = dict(align_words(text, articles[0].text)) if articles and isinstance(articles[0], Article) else {}
    toponyms = tuple(carry(toponym, spans) for toponym in node.iter("toponym") if toponym.find("gaztag") is not None)
    return Local(node.get("docid") or "", node.findtext("domain") or "", rows, toponyms)


def align_words(left: str, right: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Yield (start of a word in ``left``, its span in ``right``) of the words that both texts share in order."""
    lefts, rights = list(_WORD.finditer(left)), list(_WORD.finditer(right))
    matcher = SequenceMatcher(None, [m.group() for m in lefts], [m.group() for m in rights], autojunk=False)
    for block in matcher.get_matching_blocks():
        for step in range(block.size):
            yield lefts[block.a + step].start(), rights[block.b + step].span()


def carry(node: ET.Element, spans: dict[int, tuple[int, int]]) -> Toponym:
    """Return a gold name at its place in the cleaned text."""
    phrase, start = node.findtext("phrase") or "", int(node.findtext("start") or 0)
    words = [start + word.start() for word in _WORD.finditer(phrase)]
    kept = [spans[word] for word in words if word in spans]
    whole = bool(words) and len(kept) == len(words)
    tag = node.find("gaztag")
    assert tag is not None
    country = tag.findtext("country") or (tag.findtext("name") if tag.findtext("fcode") == "PCLI" else "") or ""
    return Toponym(
        start=kept[0][0] if whole else -1,
        end=kept[-1][1] if whole else -1,
        phrase=phrase,
        country=country,
        latitude=float(tag.findtext("lat") or 0),
        longitude=float(tag.findtext("lon") or 0),
        code=tag.findtext("fcode") or "",
    )


@cache
def find_code(country: str) -> str | None:
    """Return the ISO code of a country by the corpus's name for it; None for none."""
    listed = {fold_place(place.name): place.country for place in countries().values()}
    return listed.get(fold_place({"Palestinian Territory": "Palestine"}.get(country, country)))
