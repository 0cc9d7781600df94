"""What every stage gave for the shipped examples, as one digest per stage, kept with the stage's version.

    python -m tests.golden      write golden.json anew

It refuses where a stage was given the same rows as before and gave others under the same version: stores made before
would keep the old rows. Raise the stage's ``version`` in ``stages.py``, then run it again.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from contextlib import chdir
from pathlib import Path
from typing import TypedDict

from dateline.desk import Desk, to_json
from dateline.ids import content_id
from dateline.model import Capture, Dropped, Record
from dateline.stages import STAGES

FILE = Path(__file__).with_name("golden.json")
ROOT = Path(__file__).parent.parent
PILES = ("examples/kaesong", "examples/harbour")


class Digest(TypedDict):
    """A stage's version, and digests of what it was given and what it gave."""

    version: int
    given: str
    gave: str


Golden = dict[str, Digest]


def digest_rows(desk: Desk, kinds: Iterable[type[Record]]) -> str:
    """Return a digest of all rows of some kinds, in the order of their content."""
    return content_id(*(row for kind in kinds for row in sorted(map(to_json, desk.rows(kind)))))


def digest_stages() -> Golden:
    """Run the road over the examples, stage by stage, and digest each."""
    golden: Golden = {}
    with chdir(ROOT), Desk.open(None) as desk:  # an article keeps the path it was given by
        desk.add(PILES)
        for stage in STAGES:
            reads = [kind for kind in stage.reads if kind is not Capture]
            given = digest_rows(desk, reads) if reads else content_id(*sorted(c.sha256 for c in desk.rows(Capture)))
            desk.run(until=stage.name)
            writes = [kind for kind in stage.writes if kind is not Dropped]
            golden[stage.name] = {"version": stage.version, "given": given, "gave": digest_rows(desk, writes)}
    return golden


def read_golden() -> Golden:
    """Return the digests that are kept."""
    kept: Golden = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {}
    return kept


def find_silent_changes(kept: Golden, now: Golden) -> list[str]:
    """Return the stages that give other rows for the same ones under the same version."""
    return [
        name
        for name, digest in now.items()
        if name in kept and {**kept[name], "gave": digest["gave"]} == digest != kept[name]
    ]


def main() -> int:
    """Write the digests, or refuse; return the exit code."""
    now = digest_stages()
    if silent := find_silent_changes(read_golden(), now):
        sys.stderr.write(f"these stages changed what they give: raise their version first: {', '.join(silent)}\n")
        return 1
    FILE.write_text(json.dumps(now, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
