"""Scores an export against the answer key of one small story. Pure: data in, numbers out.

A key says in which article, and in which words, a fact stands; a fact counts as given back when a line of the export
cites characters that overlap those words, and says the right date, number or verdict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import Any

Data = dict[str, Any]
Range = tuple[str, int, int]

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " "})
"""One character for one, so that offsets hold."""

ERRORS = ("furniture_leaked", "evidence_lost", "stray_articles", "false_conflicts", "broken_cites", "dropped")
"""Counts that should be nought; everything else is a share of what the key holds, best at 1."""


def find_words(text: str, words: str) -> tuple[int, int] | None:
    """Return the span of words in a text, whatever the white space and the shape of quotation marks."""
    pattern = r"\s+".join(re.escape(word) for word in words.translate(_STRAIGHT).split())
    match = re.search(pattern, text.translate(_STRAIGHT))
    return match.span() if match else None


def find_evidence(node: Any) -> Iterator[Data]:
    """Yield every piece of evidence in a key, however deep."""
    if isinstance(node, dict):
        if "article" in node and "quote" in node:
            yield node
        for value in node.values():
            yield from find_evidence(value)
    elif isinstance(node, list):
        for value in node:
            yield from find_evidence(value)


class Texts:
    """The articles of an export by the number that a key gives them: the first two characters of the file's name."""

    def __init__(self, export: Data) -> None:
        self.by_number = {PurePath(article["uri"]).name[:2]: article for article in export["articles"]}
        self.text_of = {article["article_id"]: article["text"] for article in export["articles"]}

    def place(self, evidence: Iterable[Data]) -> list[Range]:
        """Return where pieces of evidence stand; those that stand nowhere are left out."""
        found = []
        for piece in evidence:
            article = self.by_number.get(piece["article"])
            span = find_words(article["text"], piece["quote"]) if article else None
            if article and span:
                found.append((article["article_id"], *span))
        return found


def ranges(cites: Iterable[Data]) -> list[Range]:
    """Return the places that cites name."""
    return [(cite["article_id"], cite["start"], cite["end"]) for cite in cites]


def meet(left: list[Range], right: list[Range]) -> bool:
    """True when any two places overlap."""
    return any(a == b and s < f and t < e for a, s, e in left for b, t, f in right)


def share(hits: float, total: float) -> float:
    """Return hits of total, 1 where nothing was asked."""
    return round(hits / total, 3) if total else 1.0


def date_fits(item: Data, first: str | None) -> bool:
    """True when a date lies in the key's date or stretch, at the coarser of the two grains."""
    if not first:
        return False
    size = min(len(item["date"]), len(first))
    return item["date"][:size] == first[:size] or bool(item["end"] and item["date"] <= first <= item["end"])


def score_timeline(key: Data, story: Data, texts: Texts) -> Data:
    """Share of the key's happenings that a line cites with the right date: the must-haves, and all."""
    entries = [(entry, ranges(entry["cites"])) for entry in story["timeline"]]
    hit = {
        item["id"]: any(
            meet(cites, texts.place(item["evidence"])) and date_fits(item, entry["first"]) for entry, cites in entries
        )
        for item in key["timeline"]
    }
    must = [hit[item["id"]] for item in key["timeline"] if item["importance"] == 3]
    return {"timeline_must": share(sum(must), len(must)), "timeline": share(sum(hit.values()), len(hit))}


def score_quotes(key: Data, story: Data, texts: Texts) -> Data:
    """Share of direct and of reported statements that were found, and of those found the share with their speaker."""
    said = [(quote, ranges([quote])) for quote in story["quotes"]]
    found: dict[str, list[bool]] = {"direct": [], "indirect": []}
    named = []
    for item in key["quotes"]:
        place = texts.place([item])
        here = [quote for quote, cites in said if meet(cites, place)]
        found[item["kind"]].append(bool(here))
        if here:
            wanted = {item["speaker"].casefold(), item["speaker_text"].casefold()}
            told = {str(quote[name] or "").casefold() for quote in here for name in ("speaker", "speaker_text")}
            named.append(any(w and t and (w in t or t in w) for w in wanted for t in told))
    return {
        "quotes_direct": share(sum(found["direct"]), len(found["direct"])),
        "quotes_indirect": share(sum(found["indirect"]), len(found["indirect"])),
        "speakers": share(sum(named), len(named)),
    }


def score_slots(key: Data, story: Data, texts: Texts) -> Data:
    """Share of the key's questions of which a slot holds two answers, with the key's verdict."""
    hits = 0
    for item in key["quantities"]:
        golds = [texts.place(value["evidence"]) for value in item["values"]]
        for slot in story["quantities"]:
            cites = [ranges(value["cites"]) for value in slot["values"]]
            joined = sum(any(meet(place, gold) for place in cites) for gold in golds) >= 2
            if joined and slot["verdict"] == item["verdict"]:
                hits += 1
                break
    return {"slots": share(hits, len(key["quantities"]))}


def sides_meet(item: Data, reported: Data, texts: Texts) -> bool:
    """True when two sides of the key are cited by two sides of what was reported."""
    golds = [texts.place(side["evidence"]) for side in item["sides"]]
    cites = [ranges(side["cites"]) for side in reported["sides"]]
    pairs = [(i, j) for i, gold in enumerate(golds) for j, cite in enumerate(cites) if meet(gold, cite)]
    return any(i != k and j != m for i, j in pairs for k, m in pairs)


def score_discrepancies(key: Data, story: Data, texts: Texts) -> Data:
    """Share of the key's differences that were told with their verdict, and conflicts that the key does not know."""
    reported = story["discrepancies"]
    hits = sum(
        any(sides_meet(item, r, texts) and r["verdict"] == item["verdict"] for r in reported)
        for item in key["discrepancies"]
    )
    false = [
        r["about"]
        for r in reported
        if r["verdict"] == "conflict"
        and not any(sides_meet(item, r, texts) and item["verdict"] == "conflict" for item in key["discrepancies"])
    ]
    return {"discrepancies": share(hits, len(key["discrepancies"])), "false_conflicts": len(false)}


def score_reading(key: Data, export: Data, texts: Texts) -> Data:
    """Furniture that stayed, evidence that went, undated articles that got their day, copies found."""
    leaked = 0
    for item in key["boilerplate"]:
        text = texts.by_number.get(item["article"], {"text": ""})["text"]
        lines = {" ".join(line.split()) for line in text.splitlines()}
        short = len(item["line"].split()) < 4  # short ones only as a line of their own
        leaked += " ".join(item["line"].split()) in lines if short else find_words(text, item["line"]) is not None
    evidence = list(find_evidence(key))
    clues = key["published_clues"]
    dated = sum(str(texts.by_number[c["article"]]["published"])[:10] == c["published"] for c in clues)
    pairs = {frozenset((copy["article_id"], copy["of"])) for copy in export["copies"]}
    wanted = [frozenset(texts.by_number[n]["article_id"] for n in copy["articles"]) for copy in key["copies"]]
    return {
        "furniture_leaked": leaked,
        "evidence_lost": sum(not texts.place([piece]) for piece in evidence),
        "dated": share(dated, len(clues)),
        "copies": share(sum(pair in pairs for pair in wanted), len(wanted)),
        "dropped": len(export["dropped"]),
    }


def count_broken_cites(node: Any, texts: Texts) -> int:
    """Count cites that do not say what their article says at their offsets, however deep."""
    if isinstance(node, list):
        return sum(count_broken_cites(item, texts) for item in node)
    if not isinstance(node, dict):
        return 0
    own = 0
    if {"article_id", "start", "end", "quote"} <= node.keys():
        own = texts.text_of.get(node["article_id"], "")[node["start"] : node["end"]] != node["quote"]
    return own + sum(count_broken_cites(value, texts) for value in node.values())


def score_export(key: Data, export: Data) -> Data:
    """Return every score of one story: shares by name, and counts for the names in ERRORS."""
    texts = Texts(export)
    story = max(export["stories"], key=lambda story: len(story["articles"]))
    uncited = sum(not line["cites"] for part in ("timeline", "brief") for line in story[part])
    return {
        **score_reading(key, export, texts),
        "stray_articles": len(export["articles"]) - len(story["articles"]),
        "broken_cites": count_broken_cites(export["stories"], texts) + uncited,
        **score_timeline(key, story, texts),
        **score_quotes(key, story, texts),
        **score_slots(key, story, texts),
        **score_discrepancies(key, story, texts),
    }
