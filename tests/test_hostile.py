"""Hostile and odd inputs through the whole road: each ends as an article or a Dropped with its reason, in fair time."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from dateline.desk import Desk
from dateline.export.document import build_document
from dateline.export.formats import EXPORTERS
from dateline.model import Article, Capture, Dropped

NEWS = (
    "The ferry Aurora sank off the coast of Norland on Tuesday, killing at least 14 people, officials said. "
    '"We are doing all we can," said Mayor Ann Bright. '
    "Rescuers pulled 30 survivors from the water, and 12 were missing. "
)
Pile = dict[str, bytes | str]


def article(text: object, title: object = "Ferry sinks off Norland", **more: object) -> str:
    """Return a JSON article."""
    return json.dumps({"title": title, "text": text, "outlet": "Gazette", "published": "2021-03-04", **more})


def page(body: str, head: str = "") -> str:
    """Return a web page."""
    return f"<html><head><title>Ferry sinks</title>{head}</head><body><article>{body}</article></body></html>"


def make_junk() -> bytes:
    """Return bytes that mean nothing."""
    chance = random.Random(1)
    return bytes(chance.randrange(256) for _ in range(20_000))


DAYS = (
    "0001-01-01",
    "9999-12-31",
    "10000-01-01",
    "0000-00-00",
    "2021-02-31",
    "2021-03-04T25:61:00Z",
    "31 February 2021",
)
STATED: tuple[object, ...] = (
    *DAYS,
    "9999-12-31T23:59:59-14:00",
    "0001-01-01T00:00:00+14:00",
    5,
    None,
    [1],
    {"a": 1},
    1e300,
)
ODD_TIMES = (
    "On 31 February 9999, on January 1, 0001, on December 31, 9999, 9999 years ago, 99999999999999999999 years ago, "
    "the next century, three thousand years later, in the 10000s, 9999-99-99, 00/00/0000, 999999999 days before, "
    "at 25:61 and at 24:00 it rained in Norland. Until 31 December 9999 no ferry will go, she said 90 years later."
)

PILES: dict[str, Callable[[], Pile]] = {
    "empty": lambda: {f"e.{end}": "" for end in ("txt", "html", "json", "jsonl")},
    "one word": lambda: {"a.txt": "Hello", "b.json": article("Hello"), "c.html": "<p>Hello</p>"},
    "junk": lambda: dict.fromkeys(("a.txt", "b.html", "c.json", "d.jsonl", "e.bin", "f"), make_junk()),
    "huge page": lambda: {"a.html": page(f"<p>{NEWS}</p>" * 20_000)},
    "huge text": lambda: {"a.txt": NEWS * 5_000, "b.txt": "w" * 2_000_000},
    "wrong way round": lambda: {
        "a.txt": f"\u202e{NEWS}\u202c" + NEWS * 3,
        "b.json": article("a\u0301\u0302" * 900 + NEWS),
    },
    "emoji": lambda: {"a.json": article("😀👩‍👩‍👧🇺🇳 " * 900 + NEWS, title="😀" * 100), "b.txt": "👍🏽 " * 10},
    "surrogates": lambda: {
        "a.json": article(NEWS + " \ud800 end. \udfff", title="Ferry \ud800", outlet="\udc00", byline="\ud800"),
        "b.jsonl": article(NEWS + " \ud800\n") + "\n",
    },
    "zero bytes": lambda: {"a.json": article(NEWS.replace("Tues", "Tu\0es") + "\0" * 9), "b.txt": f"{NEWS}\0{NEWS}"},
    "line marks": lambda: {
        "a.json": article((NEWS + "\u2028") * 4 + "\u2029\x85\x0b\x0c\x1c\x1d\x1e".join([NEWS] * 4))
    },
    "odd days": lambda: {
        f"{at}.json": article(NEWS + ODD_TIMES, outlet=f"Paper {at}", published=day) for at, day in enumerate(STATED)
    },
    "odd days of pages": lambda: {
        f"{at}.html": page(f"<p>{NEWS}</p>" * 4, f'<meta property="article:published_time" content="{day}">')
        for at, day in enumerate(DAYS)
    },
    "deep": lambda: {
        "a.html": "<div>" * 3_000 + NEWS * 4 + "</div>" * 3_000,
        "b.html": "<b><i><p>" * 5_000 + NEWS * 4,
        "c.html": "<table><tr><td>" * 1_000 + NEWS * 4,
        "d.json": "[" * 100_000,
        "e.json": '{"a":' * 100_000 + "1" + "}" * 100_000,
    },
    "odd pages": lambda: {
        "a.html": "<!--" * 20_000 + NEWS * 5,
        "b.html": "&" * 20_000 + NEWS * 5 + "&#0;&#xD800;&#x110000;&#99999999999;",
        "c.html": page(f"<p>{NEWS}</p>" * 5, '<script type="application/ld+json">' + "[" * 50_000 + "</script>"),
        "d.html": b'<meta charset="bogus">' + NEWS.encode() * 5,
        "e.txt": (NEWS * 3).encode("utf-16"),
    },
    "one text under two names": lambda: {"a.txt": NEWS * 4, "b.txt": NEWS * 4, "c.json": article(NEWS * 4)},
    "only titles": lambda: {
        **{f"{at}.json": json.dumps({"title": f"Ferry sinks, {at} dead"}) for at in range(9)},
        "x.json": article("  \n "),
        "y.json": article(None),
        "z.json": "[]",
    },
    "tongues": lambda: {
        "de.json": article("Die Fähre sank am Dienstag vor der Küste, mindestens 14 Menschen starben. " * 8),
        "fr.json": article("Le ferry a coulé mardi au large, tuant au moins 14 personnes, dit la police. " * 8),
        "ko.json": article("여객선이 화요일 해안에서 침몰하여 최소 14명이 사망했다고 관계자들이 말했다. " * 8),
        "mixed.json": article(NEWS * 2 + "Die Fähre sank am Dienstag vor der Küste. " * 5),
        "en.json": article(NEWS * 2),
    },
    "broken JSON": lambda: {
        "a.jsonl": article(NEWS) + '\n{"text": "cut\n\n[1]\nnull\n{"text": 5}\n' + article(NEWS, title="More") + "\n{",
        "b.json": '{"text": "abc',
        "c.json": b"\xff\xfe" + article(NEWS).encode("utf-16le"),
    },
    "odd types": lambda: {
        "a.json": article(NEWS, title=5, outlet=["x"], url={"a": 1}, byline=[None, 3], language=7),
        "b.json": article([NEWS, NEWS]),
        "c.json": json.dumps({"html": 5}),
    },
    "marks": lambda: {
        "a.json": article(NEWS + "\n".join(char * 3_000 for char in "“\"'‘«(-.…!,*•\u0301")),
        "b.txt": "By " + "A B, " * 2_000 + "\n\n" + NEWS,
        "c.txt": " \t" * 20_000 + NEWS + "\n" * 20_000,
    },
}

SLOW: dict[str, Callable[[], Pile]] = {
    "one line": lambda: {"a.json": article(NEWS.replace(". ", ", ") * 1_000), "b.txt": "word " * 40_000},
    "short lines": lambda: {
        "a.txt": "\n".join(f"Line {at}" for at in range(100_000)),
        "b.txt": "On Tuesday\n\n" * 15_000,
    },
    "quotes": lambda: {"a.json": article(NEWS + " ".join(f'"We lost {at} boats," she said.' for at in range(3_000)))},
    "days": lambda: {
        "a.json": article(NEWS + " ".join(f"On {at % 28 + 1} March {1900 + at} it rained." for at in range(3_000)))
    },
    "numbers": lambda: {
        "a.json": article(NEWS + ", ".join(f"{at} boats" for at in range(5_000))),
        "b.json": article(
            NEWS + "\n".join(f"{word} " * 1_500 for word in ("one", "hundred", "twenty-", "half a", "or"))
        ),
        "c.json": article(
            NEWS + "9" * 5_000 + " people died, and 1" + ",000" * 200 + " and 1e999 and ٣٤ and ½ were hurt."
        ),
    },
    "times": lambda: {
        "a.json": article(NEWS + "\n".join(f"{word} " * 1_500 for word in ("last next", "March", "10:", "ago")))
    },
    "names": lambda: {"a.json": article(NEWS + " ".join(f"Xab{at}a" for at in range(9_000)))},
    "copies": lambda: {f"{at}.txt": f"Ferry sinks\n\n{NEWS * 4}" for at in range(200)},
}


def run_pile(folder: Path, pile: Pile) -> None:
    """Write a pile, run the road over it, and check what must hold of any."""
    for name, content in pile.items():
        data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
        (folder / name).write_bytes(data)
    with Desk.open() as desk:
        desk.add([str(folder)])
        desk.run()
        dropped = desk.rows(Dropped)
        assert not [row for row in dropped if row.reason == "stage failed"]
        assert all(row.reason and row.detail for row in dropped)
        refused = [row for row in dropped if row.stage in {"extract", "clean"}]
        assert len(desk.rows(Article)) + len(refused) == len(desk.rows(Capture))
        assert len(desk.rows(Capture)) or dropped
        assert desk.verify() == []
        document = build_document(desk)
    for exporter in EXPORTERS:
        exporter.write(document).encode()


@pytest.mark.parametrize("name", PILES)
def test_odd_pile(name: str, tmp_path: Path) -> None:
    run_pile(tmp_path, PILES[name]())


@pytest.mark.slow
@pytest.mark.parametrize("name", SLOW)
def test_large_pile(name: str, tmp_path: Path) -> None:
    run_pile(tmp_path, SLOW[name]())


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_pipes_and_dead_links_keep_no_run_waiting(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "dead.txt").symlink_to("/nonexistent")
    (tmp_path / "loop").symlink_to(tmp_path)
    run_pile(tmp_path, {"a b\u202e\n.txt": NEWS * 2})
