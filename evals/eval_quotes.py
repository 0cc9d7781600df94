"""Scores quote finding on keyed stories and on annotated news, which lie outside the project.

    DATELINE_DATA=../shared python evals/eval_quotes.py [--show] [--part dev|train]

Keys (``data/keys/*``): recall of direct and indirect quotes (a found quote overlaps the key's words) and the share of
found ones whose speaker's text, or name after resolution by the key's aliases, is right; pronouns count as misses.
Annotated news (``data/language/wikinews``): characters of content, precision and recall; and of the attributions
whose content is met, how many sources and cues are met.
"""

from __future__ import annotations

import argparse
import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.language.names import find_names
from dateline.language.quotes import find_quotes
from dateline.language.reader import read_article
from dateline.model import Article, Quote

DATA = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data"


def make_article(name: str, text: str, title: str | None = None) -> Article:
    """Return an article of the given text, its title line taken as the title where the text opens with it."""
    body = len(title) if title and text.startswith(title) else 0
    return Article(
        article_id=name,
        capture_id=name,
        uri=name,
        sha256="",
        title=title,
        language="en",
        text=text,
        body_start=body,
    )


def read_quotes(article: Article) -> tuple[Quote, ...]:
    """Return the quotes of an article."""
    reading = read_article(article)
    return find_quotes(reading, find_names(reading))


def bare(name: str | None) -> str:
    """Fold a name as the story scorer does."""
    folded = " ".join((name or "").replace("’", "'").replace("‘", "'").casefold().split()).strip(" .,'\"")
    return re.sub(r"^(the|mr|mrs|ms|dr|president|minister)\.? ", "", folded)


def same_speaker(told: str, wanted: set[str]) -> bool:
    """Tell whether a speaker's text names one of the wanted, as the story scorer does."""
    return bool(told) and any(told == w or (len(told) > 3 and (told in w or w in told)) for w in wanted)


def score_story(folder: Path, show: bool) -> Counter[str]:
    """Return counts over one keyed story."""
    key = json.loads((folder / "key.json").read_text())
    quotes: dict[str, tuple[Quote, ...]] = {}
    texts: dict[str, str] = {}
    for path in sorted((folder / "articles").glob("*.json")):
        item = json.loads(path.read_text())
        texts[item["id"]] = item["text"]
        quotes[item["id"]] = read_quotes(make_article(item["id"], item["text"], item.get("title")))
    aliases: dict[str, set[str]] = {}
    for entity in key["entities"]:
        names = {bare(n) for n in [entity["name"], *entity["aliases"]]}
        for name in names:
            aliases.setdefault(name, set()).update(names)
    counts: Counter[str] = Counter(reported=sum(map(len, quotes.values())))
    for item in key["quotes"]:
        count_item(item, texts[item["article"]], quotes[item["article"]], aliases, counts, show)
    return counts


def count_item(
    item: dict[str, Any],
    text: str,
    quotes: tuple[Quote, ...],
    aliases: dict[str, set[str]],
    counts: Counter[str],
    show: bool,
) -> None:
    """Count one quote of a key as found or missed, and its speaker as right, wrong, pronoun or none."""
    start = text.find(item["quote"])
    end = start + len(item["quote"])
    here = [q for q in quotes if q.start < end and start < q.end]
    counts[item["kind"]] += 1
    if not here:
        if show:
            print("MISSED ", item["article"], item["kind"], text[max(0, start - 60) : end + 60].replace("\n", " / "))
        return
    counts[f"{item['kind']} found"] += 1
    wanted = {bare(item["speaker"]), bare(item.get("speaker_text"))} - {""}
    wanted |= {alias for name in list(wanted) for alias in aliases.get(name, ())}
    told = {bare(q.speaker_text) for q in here} - {""}
    right = any(same_speaker(t, wanted) for t in told)
    pronoun = not right and bool(told & {"he", "she", "they", "it"})
    counts[
        "speaker right" if right else "speaker pronoun" if pronoun else "speaker wrong" if told else "speaker none"
    ] += 1
    if show and not right and not pronoun:
        print("SPEAKER", item["article"], told, "WANTED", item["speaker"], "|", text[max(0, start - 80) : start + 60])


def read_news(part: str) -> Iterator[dict[str, Any]]:
    """Yield the annotated documents of a part."""
    with (DATA / "language" / "wikinews" / f"{part}.jsonl").open() as lines:
        yield from map(json.loads, lines)


def overlap(span: tuple[int, int], pieces: list[list[int]]) -> int:
    """Return how many characters of a span lie in the pieces."""
    return sum(max(0, min(span[1], end) - max(span[0], start)) for start, end in pieces)


def score_news(part: str, show: bool) -> Counter[str]:
    """Return counts over annotated news: a quote and an attribution meet when each covers half of the other."""
    counts: Counter[str] = Counter()
    for item in read_news(part):
        text = item["text"]
        quotes = read_quotes(make_article(item["id"], text))
        met: set[int] = set()
        for gold in item["attributions"]:
            size = sum(end - start for start, end in gold["content"])
            inside = [
                (n, q)
                for n, q in enumerate(quotes)
                if 2 * overlap((q.start, q.end), gold["content"]) >= q.end - q.start
            ]
            hits = [
                (n, q)
                for n, q in inside
                if 2 * sum(overlap((p.start, p.end), gold["content"]) for _, p in inside) >= size
                and (gold["source"] is None or q.speaker_span is None or overlap(q.speaker_span, [gold["source"]]))
            ]
            kind = "direct" if gold["kind"] == "direct" else "indirect"
            counts[f"gold {kind}"] += 1
            counts[f"found {kind}"] += bool(hits)
            met.update(n for n, _ in hits)
            if hits:
                counts["source"] += any((q.speaker_span is None) == (gold["source"] is None) for _, q in hits)
                counts["stance"] += any(q.stance == gold["stance"] for _, q in hits)
                counts["cue"] += any(q.cue_span and gold["cue"] and overlap(q.cue_span, [gold["cue"]]) for _, q in hits)
            elif show:
                words = text[gold["content"][0][0] : gold["content"][0][1]][:80]
                source, cue = (gold[k] and text[slice(*gold[k])] for k in ("source", "cue"))
                print("MISSED", gold["kind"], "|", source, "|", cue, "|", words)
        counts["reported"] += len(quotes)
        counts["right"] += len(met)
        if show:
            for n, q in enumerate(quotes):
                if n not in met:
                    print("EXTRA ", q.kind, "|", q.speaker_text, "|", q.cue, "|", text[q.start : q.end][:100])
    return counts


def main() -> None:
    """Print the scores."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print what was missed")
    parser.add_argument("--part", default="dev", choices=("dev", "train"))
    parser.add_argument("--only", choices=("keys", "news"))
    args = parser.parse_args()
    if args.only != "news":
        for folder in sorted((DATA / "keys").iterdir()):
            if (folder / "key.json").exists():
                counts = score_story(folder, args.show)
                print(
                    folder.name,
                    dict(counts),
                    *(f"{k} {counts[k + ' found'] / max(1, counts[k]):.3f}" for k in ("direct", "indirect")),
                )
    if args.only != "keys":
        counts = score_news(args.part, args.show)
        print(dict(counts))
        found = counts["found direct"] + counts["found indirect"]
        gold = counts["gold direct"] + counts["gold indirect"]
        precision, recall = counts["right"] / max(1, counts["reported"]), found / max(1, gold)
        mean = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"news precision {precision:.3f} recall {recall:.3f} F1 {mean:.3f}")
        print(f"direct recall {counts['found direct'] / max(1, counts['gold direct']):.3f}", end=" ")
        print(*(f"{name} {counts[name] / max(1, found):.3f}" for name in ("source", "cue", "stance")))


if __name__ == "__main__":
    main()
