"""Scores Dateline on multi-outlet stories with hand-written keys, which lie outside the project.

    DATELINE_DATA=../shared python evals/score_keys.py [--keep FOLDER] [STORY …]

Reads ``data/keys/*`` (``articles/*.json`` and ``key.json``) and calls the scorer ``score/score_story.py`` under
DATELINE_DATA, one process for each story. Prints one table: a row for each score, a column for each story. With all
stories, returns 1 where a mean is worse than its bound.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

FLOOR = {
    "timeline.must_have_recall": 0.90,
    "timeline.weighted_recall": 0.65,
    "timeline.entries_in_key": 0.73,
}
"""Means over the stories that the timeline has reached; they only go up."""
MOST = {"timeline.cited_but_misdated": 0.5, "reading.broken_or_missing_cites": 0.0}
"""Means that must not be passed; they only go down."""

DATA = Path(os.environ.get("DATELINE_DATA", "../shared"))


def score_story(folder: Path, keep: Path) -> dict[str, Any]:
    """Run the road over one story's articles and score the export; return scores by ``section.name``."""
    export = keep / f"{folder.name}.json"
    command = [sys.executable, "-m", "dateline", "brief", str(folder / "articles"), "--format", "json"]
    with export.open("wb") as out:
        subprocess.run(command, check=True, stdout=out)
    scorer = [sys.executable, str(DATA / "score" / "score_story.py"), str(folder), str(export), "--json"]
    done = subprocess.run(scorer, check=True, stdout=subprocess.PIPE, text=True)
    sections = json.loads(done.stdout)
    return {
        f"{section}.{name}": value
        for section, rows in sections.items()
        for name, value in rows.items()
        if not isinstance(value, list)
    }


def find_missed(table: dict[str, dict[str, Any]]) -> list[str]:
    """Return the names of the scores whose mean is under its floor, or over its most."""
    missed = []
    for bounds, sign in ((FLOOR, 1), (MOST, -1)):
        for name, bound in bounds.items():
            numbers = [row[name] for row in table.values() if isinstance(row.get(name), int | float)]
            if numbers and sign * sum(numbers) / len(numbers) < sign * bound:
                missed.append(name)
    return missed


def print_table(table: dict[str, dict[str, Any]]) -> None:
    """Print one row for each score and one column for each story, with the mean of numbers last."""
    names = list(dict.fromkeys(name for row in table.values() for name in row))
    width = max(map(len, names), default=0)
    print(" " * width, *(f"{story[:10]:>10}" for story in table), f"{'mean':>10}")
    for name in names:
        cells = [row.get(name) for row in table.values()]
        numbers = [cell for cell in cells if isinstance(cell, int | float)]
        mean = f"{sum(numbers) / len(numbers):.3f}" if numbers else ""
        print(f"{name:{width}}", *(f"{'–' if cell is None else cell!s:>10}" for cell in cells), f"{mean:>10}")


def main() -> int:
    """Score the named stories, or all; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", nargs="*", help="names of folders in data/keys; all when none is named")
    parser.add_argument("--keep", type=Path, help="keep the exports in this folder")
    args = parser.parse_args()
    folders = sorted(path.parent for path in (DATA / "data" / "keys").glob("*/key.json"))
    chosen = [folder for folder in folders if not args.stories or folder.name in args.stories]
    if not chosen:
        print(f"no story with a key under {DATA / 'data' / 'keys'}: set DATELINE_DATA", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="dateline-") as scratch:
        keep = args.keep or Path(scratch)
        keep.mkdir(parents=True, exist_ok=True)
        table = {folder.name: score_story(folder, keep) for folder in chosen}
    print_table(table)
    missed = find_missed(table) if len(chosen) == len(folders) else []
    for name in missed:
        print(f"{name} is worse than its bound", file=sys.stderr)
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
