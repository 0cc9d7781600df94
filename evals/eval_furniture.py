"""Which lines of a page are no article: by rule on pages written by hand and on the keys, learned on made piles.

    python -m evals.eval_furniture [--show]

Three measures, each as chrome that leaked into the article and article lines (for the keys: evidence) that were lost:

- ``pages``: ``golden/pages.txt``, debris as scrapers leave it around invented reports. Every page is read alone. Pages
  and rules are by one hand, and both halves were looked at, so this guards against steps back and says little of pages
  never seen: for those see ``eval_pasted``.
- ``keys``: the stories with hand-written keys, under DATELINE_DATA (default ../shared), each cleaned as one pile.
- ``piles``: real reports (BASIL: 100 events told by three outlets each) under invented outlets whose chrome
  (``golden/chrome.txt``) is strewn among their lines; paragraphs of each event's first report are put into others', as
  wires are, and one outlet repeats a background paragraph on further days. Once by rule alone, once with what recurs.
"""

from __future__ import annotations

import argparse
import json
import os
import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from evals.clean_pile import Cleaned, clean_pile, hold_text
from evals.key_score import find_evidence, find_words

from dateline.model import Capture, Stated
from dateline.words import fold

DATA = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data"
GOLDEN = Path(__file__).parent / "golden"

FLOORS = {"pages": (0.03, 0.005), "keys": (0.03, 0.005), "piles": (0.03, 0.005)}
"""The most that may leak and be lost, as shares; only goes down."""

STOCK = (
    "No arrests have been made.",
    "The cause of the fire is under investigation.",
    "Police have asked witnesses to come forward.",
    "The office did not respond to a request for comment.",
    "The inquiry goes on.",
    "Shares of the company fell {n} percent in early trading.",
    "At least {n} people were killed, officials said.",
)
"""Sentences that unrelated reports of any outlet have in common, and that tell something in each. One report in three
gets one."""

NAMES = ("Ebb Post", "Kvalvik Courier", "Marsh Gazette")
"""Invented outlets, one for each of an event's three reports."""


@dataclass(slots=True)
class Tally:
    """Counts of one measure."""

    leaked: int = 0
    chrome: int = 0
    lost: int = 0
    told: int = 0

    def add(self, other: Tally) -> None:
        """Add the counts of another."""
        self.leaked += other.leaked
        self.chrome += other.chrome
        self.lost += other.lost
        self.told += other.told

    def shares(self) -> tuple[float, float]:
        """Return the shares that leaked and were lost."""
        return self.leaked / max(1, self.chrome), self.lost / max(1, self.told)


@dataclass(frozen=True, slots=True)
class Laid:
    """A page with what is known of its lines."""

    name: str
    capture: Capture
    chrome: tuple[str, ...]
    told: tuple[str, ...]


def main() -> int:
    """Print a row for each measure; return 1 when one is over its bound."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--show", action="store_true", help="print every line that leaked or was lost")
    parser.add_argument("--marks", action="store_true", help="print how many marks were right, by their confidence")
    args = parser.parse_args()
    print(f"{'measure':28} {'leaked':>14} {'':>6} {'lost':>14}")
    pages = list(read_pages(GOLDEN / "pages.txt"))
    if args.marks:
        print_marks(pages)
        return 0
    rows = {
        "pages, odd": score_alone(pages[::2], show=args.show),
        "pages, even": score_alone(pages[1::2], show=args.show),
    }
    if (DATA / "keys").is_dir():
        rows |= {f"keys, {name}": tally for name, tally in score_keys(show=args.show)}
    if (DATA / "stories" / "basil").is_dir():
        events = read_events(DATA / "stories" / "basil")
        for count in (5, 10, 30, 100):
            laid = make_pile(events[:count], seed=count)
            rows[f"piles, {count} events, by rule"] = score_laid(laid, clean_laid(laid, learned=False))
            rows[f"piles, {count} events, learned"] = score_laid(laid, clean_laid(laid), show=args.show)
    for name, tally in rows.items():
        print_row(name, tally)
    return check_floors(rows)


def print_marks(golden: Sequence[Laid]) -> None:
    """Print for each kind and confidence how many marks stand on lines that are furniture, of those on known lines;
    repeats are left out, since the same words stand in the report."""
    counts: dict[tuple[str, float], list[int]] = {}
    piles: list[tuple[Sequence[Laid], list[Cleaned]]] = [([page], clean_pile([page.capture])) for page in golden]
    if (DATA / "stories" / "basil").is_dir():
        laid = make_pile(read_events(DATA / "stories" / "basil")[:30], seed=30)
        piles.append((laid, clean_laid(laid)))
    for pages, cleaned in piles:
        for page, done in zip(pages, cleaned, strict=True):
            chrome, told = {fold(line) for line in page.chrome}, {fold(line) for line in page.told}
            for row in done.furniture:
                if row.kind != "repeat" and (line := fold(row.text)) in chrome | told:
                    count = counts.setdefault((row.kind, row.confidence), [0, 0])
                    count[0] += line in chrome
                    count[1] += 1
    for (kind, confidence), (right, known) in sorted(counts.items()):
        print(f"{kind:12} said {confidence:4.2f}   right {right:5}/{known:<5} {right / known:6.1%}")


def print_row(name: str, tally: Tally) -> None:
    """Print counts and shares."""
    leaked, lost = tally.shares()
    told = f"{tally.leaked}/{tally.chrome}", f"{tally.lost}/{tally.told}"
    print(f"{name:28} {told[0]:>14} {leaked:6.1%} {told[1]:>14} {lost:6.2%}")


def check_floors(rows: dict[str, Tally]) -> int:
    """Compare the sums of the measures with their bounds."""
    broken = 0
    for measure, bounds in FLOORS.items():
        total = Tally()
        for name, tally in rows.items():
            if name.startswith(measure) and not name.endswith("by rule") and " 5 events" not in name:
                total.add(tally)
        if total.chrome and any(share > bound for share, bound in zip(total.shares(), bounds, strict=True)):
            print_row(f"over its bound: {measure}", total)
            broken = 1
    return broken


def read_pages(path: Path) -> Iterator[Laid]:
    """Read pages written by hand: ``=== name``, then lines marked ``-`` furniture, ``+`` article, ``?`` either."""
    for block in path.read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, *lines = block.rstrip("\n").split("\n")
        texts = [line[2:] for line in lines]
        yield Laid(
            name,
            hold_text(f"{name}.txt", "\n".join(texts)),
            tuple(line[2:].strip() for line in lines if line.startswith("- ")),
            tuple(line[2:].strip() for line in lines if line.startswith("+ ")),
        )


def score_alone(pages: Iterable[Laid], *, show: bool = False) -> Tally:
    """Clean every page by itself."""
    total = Tally()
    for page in pages:
        total.add(score_laid([page], clean_pile([page.capture]), show=show))
    return total


def clean_laid(pages: Sequence[Laid], *, learned: bool = True) -> list[Cleaned]:
    """Clean the pages of a pile together."""
    return clean_pile([page.capture for page in pages], learned=learned)


def score_laid(pages: Sequence[Laid], cleaned: Sequence[Cleaned], *, show: bool = False) -> Tally:
    """Count the chrome that stands as a line of the article, and the article lines that stand nowhere in it."""
    total = Tally()
    for page, done in zip(pages, cleaned, strict=True):
        text = done.article.text if done.article else ""
        lines = {fold(line) for line in text.splitlines()}
        leaked = [line for line in page.chrome if fold(line) in lines]
        lost = [line for line in page.told if fold(line) not in fold(text)]
        total.add(Tally(len(leaked), len(page.chrome), len(lost), len(page.told)))
        for line in leaked if show else ():
            print(f"  leaked  {page.name[:20]:20} {line[:150]}")
        for line in lost if show else ():
            why = next((f"{row.kind}: {row.why}" for row in done.furniture if fold(line) in fold(row.text)), "?")
            print(f"  lost    {page.name[:20]:20} {line[:150]} [{why}]")
    return total


def score_keys(*, show: bool = False) -> Iterator[tuple[str, Tally]]:
    """Clean the articles of each key as one pile. Captions that the key cites may stay or go."""
    for path in sorted((DATA / "keys").glob("*/key.json")):
        key = json.loads(path.read_text(encoding="utf-8"))
        captures = [_hold_article(file) for file in sorted(path.parent.glob("articles/*.json"))]
        done = {capture.uri[:2]: page for capture, page in zip(captures, clean_pile(captures), strict=True)}
        texts = {number: page.article.text if page.article else "" for number, page in done.items()}
        cited = {(item["article"], item["quote"]) for item in find_evidence(key)}
        free = [item for item in key["boilerplate"] if not any(_holds(item, *cite) for cite in cited)]
        leaked = [item["line"] for item in free if _stands(texts[item["article"]], item["line"])]
        asked = [cite for cite in cited if not any(_holds(item, *cite) for item in key["boilerplate"])]
        lost = [quote for article, quote in asked if not find_words(texts[article], quote)]
        for line in leaked if show else ():
            print(f"  leaked  {path.parent.name:20} {line[:150]}")
        for line in lost if show else ():
            print(f"  lost    {path.parent.name:20} {line[:150]}")
        yield path.parent.name, Tally(len(leaked), len(free), len(lost), len(asked))


def _hold_article(path: Path) -> Capture:
    row = json.loads(path.read_text(encoding="utf-8"))
    told = {name: row.get(name) for name in ("title", "outlet", "url", "published")}
    return hold_text(path.name, row["text"], Stated(**told))


def _holds(item: dict[str, str], article: str, quote: str) -> bool:
    return item["article"] == article and fold(quote) in fold(item["line"])


def _stands(text: str, line: str) -> bool:
    """Tell whether a line stands in a text; a short one only as a line of its own."""
    if len(line.split()) < 4:
        return fold(line) in {fold(own) for own in text.splitlines()}
    return find_words(text, line) is not None


def read_events(folder: Path) -> list[list[tuple[str, str, list[str]]]]:
    """Return the events of BASIL as lists of reports: day, headline, paragraphs."""
    events: dict[str, list[tuple[str, str, list[str]]]] = {}
    for path in sorted(folder.rglob("*.json")):
        row = json.loads(path.read_text(encoding="utf-8"))
        body = [" ".join(part).strip() for part in row["body-paragraphs"]]
        events.setdefault(row["triplet-uuid"], []).append((row["date"], row["title"], [text for text in body if text]))
    found = list(events.values())
    random.Random(7).shuffle(found)
    return found


def make_pile(events: Sequence[list[tuple[str, str, list[str]]]], *, seed: int) -> list[Laid]:
    """Make pages of events' reports: chrome strewn in, wire paragraphs shared within an event, follow-ups."""
    dice = random.Random(seed)
    chrome = {name: _choose_chrome(dice) for name in NAMES}
    pages: list[Laid] = []
    for number, reports in enumerate(events):
        wire = dice.sample(reports[0][2], min(3, len(reports[0][2])))
        for name, (day, title, body) in zip(NAMES, reports, strict=False):
            stock = [dice.choice(STOCK).format(n=dice.randrange(2, 99))] if dice.random() < 1 / 3 else []
            own = [*body, *(text for text in wire if text not in body), *stock]
            pages.append(_lay(f"{number}-{name}", name, day, [title, *own], chrome[name], dice))
        day, title, body = reports[-1]
        background = dice.choice(body)
        for later in range(1, 4):
            follow = dice.sample(body, max(3, len(body) // 2))
            follow = [*(text for text in follow if text != background), background]
            when = (date.fromisoformat(day) + timedelta(days=later)).isoformat()
            pages.append(_lay(f"{number}+{later}", NAMES[-1], when, [title, *follow], chrome[NAMES[-1]], dice))
    return pages


def _choose_chrome(dice: random.Random) -> list[str]:
    lines = [line for line in (GOLDEN / "chrome.txt").read_text(encoding="utf-8").splitlines() if line[:1] in "=~"]
    return [line[2:] for line in dice.sample(lines, len(lines) * 2 // 3)]


def _lay(name: str, outlet: str, day: str, told: list[str], chrome: list[str], dice: random.Random) -> Laid:
    """Strew two thirds of an outlet's chrome among the lines of a report: above, below, and a third within."""
    chosen = [line.format(n=dice.randrange(2, 99_999), name=outlet) for line in chrome if dice.random() < 2 / 3]
    lines = list(told)
    for line in chosen:
        place = dice.random()
        at = 0 if place < 1 / 3 else len(lines) if place < 2 / 3 else dice.randrange(1, len(lines) + 1)
        lines.insert(at, line)
    capture = hold_text(f"{name}.txt", "\n\n".join(lines), Stated(title=told[0], outlet=outlet, published=day))
    return Laid(name, capture, tuple(chosen), tuple(told))


if __name__ == "__main__":
    raise SystemExit(main())
