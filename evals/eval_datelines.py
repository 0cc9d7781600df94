"""Datelines: place, agency, day and span, on openings written by hand in the styles of the world's newsrooms.

    python -m evals.eval_datelines [--show]

Golden set: ``golden/datelines.tsv``. A dateline counts as right when all four are exact; the place is compared without
regard to case, since styles differ in it and the record keeps it as written. Precision: right ones among those found,
recall: right ones among those written.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.clean.dateline import Dateline, find_dateline
from dateline.words import fold

GOLDEN = Path(__file__).parent / "golden" / "datelines.tsv"
FLOOR = 0.98
"""Share of all lines, those without a dateline too, that must be exact; only goes up."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The first line of a report, and the dateline that it opens with; ``end`` 0 for none."""

    text: str
    end: int
    place: str | None
    agency: str | None
    day: str | None


def main() -> int:
    """Print shares; return 1 when below the floor."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print every line that is not exact")
    args = parser.parse_args()
    openings = list(read_openings())
    found = [find_dateline(opening.text, 0, len(opening.text)) for opening in openings]
    right = [is_exact(opening, line) for opening, line in zip(openings, found, strict=True)]
    held = [opening.end > 0 for opening in openings]
    hits = sum(fine and has for fine, has in zip(right, held, strict=True))
    precision, recall = hits / max(1, sum(line is not None for line in found)), hits / max(1, sum(held))
    print(f"{sum(held)} datelines, {len(held) - sum(held)} lookalikes")
    print(f"exact {sum(right) / len(right):.3f}   precision {precision:.3f}   recall {recall:.3f}")
    for opening, line, fine in zip(openings, found, right, strict=True):
        if args.show and not fine:
            told = (line.place, line.agency, line.day, opening.text[: line.end]) if line else None
            print(f"  {opening.text[:90]}\n      found {told}")
    return int(sum(right) / len(right) < FLOOR)


def read_openings() -> Iterator[Opening]:
    """Read the golden set."""
    for row in GOLDEN.read_text(encoding="utf-8").splitlines():
        if row.startswith("#") or not row.strip():
            continue
        place, agency, day, text = row.split("\t")
        head, mark, rest = text.partition("¦")
        fields = [None if value == "-" else value for value in (place, agency, day)]
        yield Opening(head + rest, len(head.rstrip()) if mark else 0, *fields)


def is_exact(opening: Opening, found: Dateline | None) -> bool:
    """Tell whether place, agency, day and span are those of the golden set, or both are none."""
    if found is None or not opening.end:
        return found is None and not opening.end
    places = fold(found.place or ""), fold(opening.place or "")
    return (
        places[0] == places[1]
        and (found.agency, found.day) == (opening.agency, opening.day)
        and (found.start, found.end) == (0, opening.end)
    )


if __name__ == "__main__":
    raise SystemExit(main())
