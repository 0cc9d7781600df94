"""Runs the shipped examples, scores them against their keys, and fails when a score is under its floor.

python -m evals.check_floors            compare, exit 1 when a floor is broken
python -m evals.check_floors --raise    write better scores into floors.toml; a floor is never lowered
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tomllib
from pathlib import Path

from evals.key_score import ERRORS, score_export

HERE = Path(__file__).parent
FLOORS = HERE / "floors.toml"
Scores = dict[str, dict[str, float]]


def run_example(name: str) -> Scores:
    """Run the whole road over an example and score it."""
    command = [sys.executable, "-m", "dateline", "brief", str(HERE.parent / "examples" / name), "--format", "json"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    key = json.loads((HERE / "keys" / f"{name}.json").read_text(encoding="utf-8"))
    return {name: score_export(key, json.loads(done.stdout))}


def is_worse(metric: str, score: float, floor: float) -> bool:
    """True when a score is on the wrong side of its floor."""
    return score > floor if metric in ERRORS else score < floor


def show(scores: Scores, floors: Scores) -> int:
    """Print every score beside its floor; return how many are worse."""
    broken = 0
    for story, row in scores.items():
        print(story)
        for metric, score in row.items():
            floor = floors.get(story, {}).get(metric)
            worse = floor is not None and is_worse(metric, score, floor)
            broken += worse
            print(
                f"  {metric:18} {score:7.3f}   floor {'none' if floor is None else floor}{'   WORSE' if worse else ''}"
            )
    return broken


def raise_floors(scores: Scores, floors: Scores) -> None:
    """Write the better of score and floor for every metric."""
    lines = ["# Scores of the shipped examples that no change may worsen. Written by check_floors.py --raise.", ""]
    for story, row in sorted(scores.items()):
        lines.append(f"[{story}]")
        for metric, score in sorted(row.items()):
            floor = floors.get(story, {}).get(metric, score)
            lines.append(f"{metric} = {floor if is_worse(metric, score, floor) else score}")
        lines.append("")
    FLOORS.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")


def main() -> int:
    """Score every example that has a key; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="write better scores into floors.toml")
    args = parser.parse_args()
    scores: Scores = {}
    for key in sorted((HERE / "keys").glob("*.json")):
        scores |= run_example(key.stem)
    floors: Scores = tomllib.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    broken = show(scores, floors)
    missing = sorted(set(scores) - set(floors))
    if args.lift:
        raise_floors(scores, floors)
    elif missing:
        print(f"no floors for {', '.join(missing)}: run with --raise")
        return 1
    print(f"{broken} of {sum(map(len, scores.values()))} scores are under their floor")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
