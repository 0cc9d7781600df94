"""Score the quantity grammar on the annotated news' dev part: spans, bounds, units and what is counted.

Run ``DATELINE_DATA=… python -m evals.eval_quantities [dev|train] [--show]``. A found quantity meets a marked one
when their spans overlap, one to one. Bounds: both sides must be right; where the text says "about" or "nearly" the
marked point must lie in our interval. Counted: the spans must overlap, over pairs where the marking says what is
counted. With ``--show`` each miss is printed.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from dateline.ids import content_id
from dateline.language.quantities import find_quantities
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, Quantity


def find_module(name: str) -> Any:
    """Return a module of a peer, which is no dependency of Dateline; None where it is not installed."""
    try:
        return import_module(name)
    except ImportError:
        return None


FLOORS = {"spans": 0.95, "bounds": 0.96, "counted": 0.88, "values": 0.92}
"""Least F1 of spans, least shares of matched pairs with the right bounds and the right counted phrase, and least F1 of
values (span and bounds right), on dev."""

Found = tuple[int, int, float | None, float | None]
"""Start, end, least and most of a number found; a point has both alike, an open side is None."""

UNITS = {
    "at most": "up to",
    "pounds": "lb",
    "metres": "m",
    "meters": "m",
    "litres": "litres",
    "ounces": "ounces",
    "ft": "feet",
    "oz": "ounces",
    "metric tons": "tonnes",
    "share": "percent",
    "square metres": "m2",
}
"""The markers' words for our units and kinds, where they differ."""


def main() -> int:
    """Print the scores; return 1 when one falls under its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("part", nargs="?", default="dev", choices=("dev", "train"))
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    home = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "language" / "wikinews"
    tally: Counter[str] = Counter()
    values: dict[str, Counter[str]] = {}
    for line in (home / f"{options.part}.jsonl").read_text(encoding="utf-8").splitlines():
        row = msgspec.json.decode(line)
        found = find_in_text(row["text"])
        compare(row, found, tally, show=options.show)
        plain: list[Found] = [(q.start, q.end, *_read_bounds(q)) for q in found]
        for name, rows in (("dateline", plain), *((name, read(row["text"])) for name, read in PEERS.items())):
            count_values(row, rows, values.setdefault(name, Counter()))
    code = report(tally)
    for name, counts in values.items():
        precision, recall = counts["right"] / max(1, counts["found"]), counts["right"] / max(1, counts["gold"])
        print(f"{name:12} values: precision {precision:.3f}, recall {recall:.3f}, F1 {find_f1(precision, recall):.3f}")
    return code


def _read_bounds(quantity: Quantity) -> tuple[float | None, float | None]:
    factor = 100.0 if quantity.unit == "share" else 1.0
    if quantity.value is not None:
        return quantity.value * factor, quantity.value * factor
    low, high = quantity.low, quantity.high
    return (None if low is None else low * factor), (None if high is None else high * factor)


def read_quantulum(text: str) -> list[Found]:
    """Return the numbers that quantulum3 finds, by its rules: its classifier needs an old scikit-learn."""
    find_module("quantulum3.classifier").USE_CLF = False
    found = find_module("quantulum3.parser").parse(text)
    return [(*q.span, float(q.value), float(q.value)) for q in found]


def read_recognizers(text: str) -> list[Found]:
    """Return the numbers that Recognizers-Text finds."""
    found = find_module("recognizers_number").recognize_number(text, "en-us")
    return [(n.start, n.end + 1, float(n.resolution["value"]), float(n.resolution["value"])) for n in found]


PEERS: dict[str, Callable[[str], list[Found]]] = {}
if find_module("quantulum3.parser"):
    PEERS["quantulum3"] = read_quantulum
if find_module("recognizers_number"):
    PEERS["recognizers"] = read_recognizers


def count_values(row: dict[str, Any], found: Sequence[Found], tally: Counter[str]) -> None:
    """Add how many marked values a finder gives, each found number used once."""
    free = list(found)
    tally["gold"] += len(row["quantities"])
    tally["found"] += len(found)
    for gold in row["quantities"]:
        match = next(
            (n for n in free if n[0] < gold["span"][1] and gold["span"][0] < n[1] and value_agrees(gold, n)), None
        )
        if match is not None:
            free.remove(match)
            tally["right"] += 1


def value_agrees(gold: dict[str, Any], found: Found) -> bool:
    """Tell whether a found number lies in the marked bounds; an open side of either is at the other's end."""
    low = gold["low"] if gold["low"] is not None else gold["high"]
    high = gold["high"] if gold["high"] is not None else gold["low"]
    ends = [end for end in found[2:] if end is not None]
    return low is not None and any(low - 0.01 * abs(low) <= end <= high + 0.01 * abs(high) for end in ends)


def find_f1(precision: float, recall: float) -> float:
    """Return the harmonic mean."""
    return 2 * precision * recall / max(1e-9, precision + recall)


def find_in_text(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a bare text."""
    article = make_article(text)
    reading = read_article(article)
    return find_quantities(reading, find_times(reading))


def make_article(text: str) -> Article:
    """Return an article that has nothing but its text."""
    return Article(article_id=content_id("article", text), capture_id="", uri="", sha256="", text=text)


def compare(row: dict[str, Any], found: Sequence[Quantity], tally: Counter[str], *, show: bool) -> None:
    """Add one document's counts to the tally."""
    text, free = row["text"], list(found)
    for gold in row["quantities"]:
        match = next((q for q in free if q.start < gold["span"][1] and gold["span"][0] < q.end), None)
        tally["gold"] += 1
        if match is None:
            tell(show, "missed", text, gold["span"], gold)
            continue
        free.remove(match)
        tally["met"] += 1
        check_pair(gold, match, text, tally, show=show)
    tally["found"] += len(found)
    for extra in free:
        tell(show, "extra", text, (extra.start, extra.end), extra.counted)


def check_pair(gold: dict[str, Any], found: Quantity, text: str, tally: Counter[str], *, show: bool) -> None:
    """Count what is right about a found quantity."""
    bounds = bound_agrees(gold, found)
    tally["bounds"] += bounds
    unit = UNITS.get(gold["unit"], gold["unit"]) or "count"
    tally["unit"] += unit == UNITS.get(found.unit, found.unit) or (found.unit == "count" and unit not in ("people",))
    if not bounds:
        tell(show, "bounds", text, gold["span"], (gold["low"], gold["high"], found.low, found.high))
    if gold["counted"]:
        tally["countable"] += 1
        span = found.counted_span
        meets = bool(span and span[0] < gold["counted"][1] and gold["counted"][0] < span[1])
        tally["counted"] += meets
        if not meets:
            tell(show, "counted", text, gold["span"], (text[slice(*gold["counted"])], found.counted))


def bound_agrees(gold: dict[str, Any], found: Quantity) -> bool:
    """Tell whether both bounds are right, shares being marked in percent."""
    factor = 100.0 if found.unit == "share" else 1.0
    sides = [(gold["low"], found.low), (gold["high"], found.high)]
    if found.approx == "about" and gold["low"] == gold["high"] is not None and found.low is not None:
        return bool(found.low * factor <= gold["low"] <= (found.high or 0.0) * factor)
    return all(
        (mark is None) == (ours is None)
        and (mark is None or ours is None or abs(mark - ours * factor) <= 0.01 * abs(mark))
        for mark, ours in sides
    )


def tell(show: bool, what: str, text: str, span: Sequence[int], more: object) -> None:
    """Print a miss in its place, when asked to."""
    if show:
        left, right = text[max(0, span[0] - 40) : span[0]], text[span[1] : span[1] + 40]
        print(f"{what:8}{left!r} [{text[span[0] : span[1]]}] {right!r} {more}")


def report(tally: Counter[str]) -> int:
    """Print the scores and return 1 when one is under its floor."""
    precision, recall = tally["met"] / max(1, tally["found"]), tally["met"] / max(1, tally["gold"])
    right = tally["bounds"]
    scores = {
        "spans": find_f1(precision, recall),
        "values": find_f1(right / max(1, tally["found"]), right / max(1, tally["gold"])),
        "bounds": tally["bounds"] / max(1, tally["met"]),
        "unit": tally["unit"] / max(1, tally["met"]),
        "counted": tally["counted"] / max(1, tally["countable"]),
    }
    print(f"marked {tally['gold']}, found {tally['found']}, precision {precision:.3f}, recall {recall:.3f}")
    print(", ".join(f"{name} {score:.3f}" for name, score in scores.items()))
    return int(any(scores[name] < floor for name, floor in FLOORS.items()))


if __name__ == "__main__":
    sys.exit(main())
