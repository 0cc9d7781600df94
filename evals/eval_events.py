"""Event mentions against the annotated Wikinews articles: triggers, types, status, who, whom, where and when.

    python evals/eval_events.py [dev|train] [--model FOLDER] [--show]

Reads DATELINE_DATA (default ../shared)/data/language/wikinews. Two annotators agree on triggers at F1 .93, .82 with
type and .91 with status (GUIDE.md there). A trigger is right when it overlaps a marked one; all else is scored on right
triggers. Prints the network alone (triggers at .5 and more) beside what the reader gives. The annotators skipped verbs
of saying, so dated ones and statements, which the reader keeps as news, are left out.

    python -m evals.eval_events --plover

scores the types alone on the sentences of PLOVER's gold standard (published for MiniLM and logistic regression, trained
on them in eight folds: .48).
"""

from __future__ import annotations

import argparse
import json
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evals.plover import find_type, read_coded

from dateline.language.events import find_events
from dateline.language.names import find_names
from dateline.language.reader import read_article
from dateline.language.reading import Reading
from dateline.language.times import find_times
from dateline.model import Article

Span = tuple[int, int]
LEAST_SCORE = 0.5
STATUS = {"hypothetical": "possible", "threatened": "planned"}
"""Statuses that one of both sides tells apart and the other does not."""
STATEMENTS = ("say", "confirm", "disclose")
"""Classes of verbs of saying."""
ROLES = ("actor", "target", "place", "time")


@dataclass(frozen=True)
class Told:
    """An event as one side tells it."""

    trigger: Span
    type: str
    status: str
    roles: dict[str, list[Span]]


def main() -> None:
    """Print precision, recall and F1 of triggers and roles, and the shares of right types and statuses."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", nargs="?", default="dev", choices=("dev", "train"))
    parser.add_argument("--model", help="folder of another reader model than the package's own")
    parser.add_argument("--show", action="store_true", help="print what the reader missed and what was not marked")
    parser.add_argument("--plover", action="store_true", help="score types on PLOVER's gold-standard sentences")
    args = parser.parse_args()
    if args.plover:
        score_types(show=args.show)
        return
    root = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data/language/wikinews"
    sides: dict[str, Counter[str]] = {"network": Counter(), "reader": Counter()}
    for text, gold in read_documents(root / f"{args.part}.jsonl"):
        article = Article(article_id="x", capture_id="", uri="", sha256="", language="en", text=text)
        reading = read_article(article, args.model)
        sides["network"] += score_document(text, gold, list_seen(reading), show=False)
        sides["reader"] += score_document(text, gold, list_read(reading), show=args.show)
    for name, counts in sides.items():
        print_scores(name, counts)


def score_types(*, show: bool) -> None:
    """Print the share of PLOVER's sentences whose event has the right type, by type."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for coded in read_coded():
        found = find_type(coded)
        total[coded.type] += 1
        right[coded.type] += found == coded.type
        if show and found != coded.type:
            print(f"  {coded.type} read as {found}: {coded.text}")
    for name in sorted(total):
        print(f"  {name:10}  {right[name] / total[name]:.3f} of {total[name]}")
    print(f"  all         {sum(right.values()) / sum(total.values()):.3f} of {sum(total.values())}")


def read_documents(path: Path) -> Iterator[tuple[str, list[Told]]]:
    """Yield each document's text and marked events."""
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        yield row["text"], [read_marked(event) for event in row["events"]]


def read_marked(row: dict[str, Any]) -> Told:
    """Return a marked event."""
    one = {name: [tuple(row[name])] if row[name] else [] for name in ("place", "time")}
    many = {name: [tuple(span) for span in row[name]] for name in ("actor", "target")}
    return Told(tuple(row["trigger"]), row["type"], row["status"], many | one)


def list_seen(reading: Reading) -> list[Told]:
    """Return the events that the network sees by itself."""
    return [
        Told(
            event.trigger,
            event.kind,
            max(event.statuses, key=lambda name: event.statuses[name]),
            {name: [span for role, span, score in event.roles if role == name] for name in ROLES},
        )
        for event in reading.seen.events
        if event.score >= LEAST_SCORE
    ]


def list_read(reading: Reading) -> list[Told]:
    """Return the events that the reader gives."""
    times = find_times(reading)
    spans = {time.time_id: (time.start, time.end) for time in times}
    return [
        Told(
            (event.start, event.end),
            event.type,
            event.status,
            {
                "actor": [event.actor] if event.actor else [],
                "target": [event.target] if event.target else [],
                "place": [event.place] if event.place else [],
                "time": [spans[event.time_id]] if event.time_id else [],
            },
        )
        for event in find_events(reading, find_names(reading), times)
        if event.lemma not in STATEMENTS
    ]


def score_document(text: str, gold: Sequence[Told], events: Sequence[Told], *, show: bool) -> Counter[str]:
    """Return the counts of one document."""
    counts = Counter({"trigger found": len(events), "trigger marked": len(gold)})
    hit: set[int] = set()
    for event in events:
        here = [at for at, row in enumerate(gold) if _meet(event.trigger, row.trigger)]
        counts["trigger right"] += bool(here)
        hit.update(here)
        if here:
            counts += score_pair(text, gold[here[0]], event, show=show)
        elif show:
            print(
                "  not marked:", text[slice(*event.trigger)], "|", text[event.trigger[0] - 60 : event.trigger[1] + 40]
            )
    counts["trigger hit"] = len(hit)
    for at, row in enumerate(gold):
        if show and at not in hit:
            print("  missed:", text[slice(*row.trigger)], row.type)
    return counts


def score_pair(text: str, row: Told, event: Told, *, show: bool) -> Counter[str]:
    """Return what is right of one event; a role is right when it overlaps one marked, exact when it is the same."""
    counts = Counter({"pairs": 1})
    counts["type"] = row.type == event.type
    counts["status"] = STATUS.get(row.status, row.status) == STATUS.get(event.status, event.status)
    for name in ROLES:
        found, marked = event.roles[name], row.roles[name]
        right = [span for span in found if any(_meet(span, other) for other in marked)]
        counts[f"{name} found"] = len(found)
        counts[f"{name} marked"] = len(marked)
        counts[f"{name} right"] = len(right)
        counts[f"{name} hit"] = sum(any(_meet(span, other) for span in found) for other in marked)
        counts[f"{name} exact"] = sum(span in marked for span in found)
        if show and (len(right) < len(found) or (marked and not right)):
            told, asked = ([text[slice(*span)] for span in spans] for spans in (found, marked))
            print(f"  {name} of {text[slice(*row.trigger)]}: {told}, marked {asked}")
    if show and not counts["status"]:
        print(f"  status of {text[slice(*row.trigger)]}: {event.status}, marked {row.status}")
    return counts


def print_scores(side: str, counts: Counter[str]) -> None:
    """Print the scores of one side."""
    print(f"{side}: {counts['trigger marked']} events marked")
    for name in ("trigger", *ROLES):
        precision = counts[f"{name} right"] / max(1, counts[f"{name} found"])
        recall = counts[f"{name} hit"] / max(1, counts[f"{name} marked"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        exact = f"  exact {counts[f'{name} exact'] / max(1, counts[f'{name} right']):.2f}" if name in ROLES else ""
        print(f"  {name:8}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}{exact}")
    for name in ("type", "status"):
        print(f"  {name:8}  {counts[name] / max(1, counts['pairs']):.3f} of {counts['pairs']}")


def _meet(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]


if __name__ == "__main__":
    main()
