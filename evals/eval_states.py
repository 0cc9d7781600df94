"""States: invented stories with golden values, run over the whole road; and how many states real piles give.

    python -m evals.eval_states [--show]

Prints how many golden values are found (subject, value and since, at the coarser grain), how many values are told that
are not golden (false transitions; what a later deed presupposes and what is only planned, threatened or denied is not
counted), and the part of the golden stories' tracks that have two values or more. Needs no data. Fails under FLOOR.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
from pathlib import Path

from evals.state_stories import STORIES, Gold, StateStory

from dateline.desk import open_desk
from dateline.model import State, StateValue

FLOOR = {"recall": 0.92, "false": 0.1}
"""Least share of golden values found, and most false transitions a story."""


def read_states(story: StateStory) -> list[State]:
    """Run a story over the road; return its states."""
    with tempfile.TemporaryDirectory(prefix="dateline-") as folder:
        for at, (outlet, day, title, text) in enumerate(story.reports):
            page = {"title": title, "text": text, "outlet": outlet, "published": day}
            Path(folder, f"{at}.json").write_text(json.dumps(page), encoding="utf-8")
        with open_desk() as desk:
            desk.add([folder])
            desk.run(until="track")
            return list(desk.rows(State))


def is_met(gold: Gold, state: State, value: StateValue) -> bool:
    """Whether a value is a golden one: its subject and value by their words, since by the coarser grain.

    What holds "by" a day is right from the golden one on.
    """
    named = re.search(gold.subject, state.subject, re.I) and re.search(gold.value, value.value, re.I)
    if not named or value.status != "actual":
        return False
    if gold.since is None or value.since is None:
        return gold.since is None
    size = min(len(gold.since), len(value.since))
    if value.since_basis == "report":
        return gold.since[:size] <= value.since[:size]
    return gold.since[:size] == value.since[:size]


def score_story(story: StateStory, *, show: bool) -> tuple[int, int, int]:
    """Return how many golden values were found, how many there are, and how many false ones were told."""
    states = read_states(story)
    rows = [(state, value) for state in states for value in state.values]
    missed = [gold for gold in story.gold if not any(is_met(gold, *row) for row in rows)]
    false = [
        (state, value)
        for state, value in rows
        if state.attribute not in ("number", "known")
        and value.status == "actual"
        and not value.presupposed
        and not any(is_met(gold, state, value) for gold in story.gold)
    ]
    if show:
        for gold in missed:
            print(f"{story.name}: missed {gold.subject} = {gold.value} since {gold.since}")
        for state, value in false:
            print(f"{story.name}: false {state.subject} | {state.attribute} = {value.value} since {value.since}")
    return len(story.gold) - len(missed), len(story.gold), len(false)


def main() -> int:
    """Score every story; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print what was missed and what is false")
    args = parser.parse_args()
    found, golden, false = (sum(row) for row in zip(*(score_story(s, show=args.show) for s in STORIES), strict=True))
    recall, rate = found / golden, false / len(STORIES)
    print(f"values found       {recall:6.3f}  ({found} of {golden})")
    print(f"false transitions  {rate:6.3f}  a story ({false} in {len(STORIES)} stories)")
    if recall < FLOOR["recall"] or rate > FLOOR["false"]:
        print(f"under the floor: {FLOOR}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
