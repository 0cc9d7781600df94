"""Origins: piles with planted copies and credits, the true lines of reporting known; and stories as they are.

    python -m evals.eval_origins [--piles N] [--show]

Reads DATELINE_DATA (default ../shared): the events of data/stories/basil, each told by three outlets of their own, and
the stories of data/keys. Each pile takes one event. Its first report becomes an agency's, some outlets reprint that
(abridged, a few words changed, credited or not), one outlet prints a revision, one cuts its report in two; and a point
that no text had is told in a few of them: in the agency's words, credited to the agency, to a paper of the pile, to an
agency that is not there, along a chain, in a passage taken without a word, or as a report of their own. So the
partition of the articles and the number of independent reports behind the point are known. Peers: the number of
articles, and of outlets, which is what a reader counts. ``--show`` prints every miss. Fails under FLOOR.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from math import comb
from pathlib import Path
from random import Random

from dateline.compare.claims.attest import attest_story
from dateline.desk import Desk
from dateline.model import Article, Copy, Furniture, Mention, Origin, Passage, Quote, Record, Sentence
from dateline.settings import AttestSettings
from dateline.stage import Batch
from dateline.support import Evidence

DATA = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data"
FLOOR = {"ari": 0.98, "story exact": 0.98, "point exact": 0.83}
"""Scores on 60 piles that no change may worsen."""
AGENCIES = ("Reuters", "AFP", "AP", "dpa", "Kyodo", "Xinhua")
ABSENT = ("Interfax", "Yonhap", "EFE", "ANSA")
PAPERS = ("Norby Mail", "Lyth Courier", "Corran Post", "Orle Tribune", "Valley Star", "Daily Record", "Toronto Star")
BASIL = {"nyt": "The New York Times", "fox": "Fox News", "hpo": "HuffPost"}
MARK = "417 crates"
TOLD = f"Inspectors counted {MARK} in the cellar of the annex on Sunday, the town clerk said."
OWN = (
    f"The annex held {MARK}, its caretaker said.",
    f"At a news conference, a spokesman for the port put the find at {MARK}.",
    f"“We carried out {MARK},” a foreman told reporters.",
    f"This reporter was shown {MARK} behind an iron door.",
)
CREDITED = (
    "The annex held {mark}, {room} reported.",
    "According to {room}, the annex held {mark}.",
    "{room} said on Monday that {mark} had been found.",
    "“There were {mark},” the clerk told {room}.",
    "A clerk told {room} on Sunday that there were {mark}.",
    "{room}, citing the town clerk, reported a find of {mark}.",
    "The find amounts to {mark}, {room} quoted the clerk as saying.",
    "There were {mark}, the clerk said in an interview with {room}.",
    "The annex held {mark}, reports {room}.",
    "{room} put the find at {mark}.",
    "A report by {room} speaks of {mark}.",
    "The find of {mark} was first reported by {room}.",
    "{room} was first to report the find of {mark}.",
    "As {room} has reported, the annex held {mark}.",
    "The clerk confirmed to {room} that there were {mark}.",
    "Officials quoted by {room} spoke of {mark}.",
    "The annex held {mark} ({room}).",
    "There were {mark}, the clerk was quoted as saying by {room}.",
    "The clerk put the find at {mark}, {room} learned on Monday.",
    "Asked by {room}, the clerk named a figure: {mark}.",
)
Told = dict[str, str]


@dataclass(slots=True)
class Report:
    """An article in the making: its outlet, paragraphs and true line of reporting; ``rests`` is the line that the point
    in it comes from, None where it does not tell the point."""

    outlet: str
    paragraphs: list[str]
    line: str
    rests: str | None = None
    agency: str | None = None


@dataclass(slots=True)
class Score:
    """What was counted over the piles."""

    ari: list[float] = field(default_factory=list)
    story: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    point: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    false: int = 0
    missed: int = 0


def main() -> int:
    """Print the scores of the piles, and what is found in the stories as they are; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--piles", type=int, default=60, help="number of piles (default 60)")
    parser.add_argument("--show", action="store_true", help="print every miss, and every origin of the stories")
    args = parser.parse_args()
    events = read_events()
    if not events:
        print(f"no event under {DATA / 'stories' / 'basil'}: set DATELINE_DATA", file=sys.stderr)
        return 2
    score = Score()
    for number, key in enumerate(sorted(events)[: args.piles]):
        reports = plant(events[key], Random(number))
        check_pile(f"pile {number}", reports, read_reports(reports), score, args.show)
    found = show_scores(score)
    check_stories(events, args.show)
    worse = [name for name, floor in FLOOR.items() if found[name] < floor]
    print(f"under the floor: {', '.join(worse) or 'none'}")
    return 1 if worse else 0


def read_events() -> dict[str, list[Told]]:
    """Return BASIL's events: the reports of each as inputs, in the order of outlets."""
    events: dict[str, list[Told]] = defaultdict(list)
    for path in sorted((DATA / "stories" / "basil").rglob("*.json")):
        raw = json.loads(path.read_text(encoding="utf-8"))
        text = "\n\n".join(" ".join(sentences) for sentences in raw["body-paragraphs"])
        events[raw["triplet-uuid"]].append(
            {"title": raw["title"], "text": text, "outlet": BASIL[raw["source"].lower()], "published": raw["date"]}
        )
    return {key: sorted(rows, key=lambda row: row["outlet"]) for key, rows in events.items() if len(rows) == 3}


def plant(event: Sequence[Told], rng: Random) -> list[Report]:
    """Return the reports of a pile with copies, credits and a point planted."""
    texts = [row["text"].split("\n\n") for row in event]
    rng.shuffle(texts)
    wire, first, second = texts
    room = rng.choice(AGENCIES)
    papers = rng.sample(PAPERS, 6)
    source = Report(room, insert(wire, TOLD, 2), "wire", "wire")
    source.paragraphs[0] = f"LYTH ({room}) - {source.paragraphs[0]}"
    reports = [source] if rng.random() < 0.75 else []
    reports += [reprint(source, paper, rng) for paper in papers[: rng.randint(1, 3)]]
    if reports[0].outlet != room and not any(room in report.paragraphs[0] for report in reports):
        reports[0].paragraphs[0] = f"LYTH ({room}) - {reports[0].paragraphs[0]}"
    own = Report(papers[3], list(first), "own")
    tell(own, rng, room, "own", wire)
    reports.append(own)
    if rng.random() < 0.5:
        reports.append(Report(own.outlet, revise(own.paragraphs, rng), "own", own.rests))
    other = Report(papers[4], list(second), "other")
    kind = tell(other, rng, room, "other", wire, own)
    if len(other.paragraphs) > 11 and rng.random() < 0.5:
        half = len(other.paragraphs) // 2
        later = Report(other.outlet, other.paragraphs[half:], "other")
        other.paragraphs = other.paragraphs[:half]
        reports.append(later)
    reports.append(other)
    if kind == "absent" and own.rests is None:
        own.paragraphs = insert(own.paragraphs, say(CREDITED, rng, ABSENT[0]), 3)
        own.rests = "absent"
        for report in reports:
            if report.line == "own" and report is not own:
                report.paragraphs, report.rests = revise(own.paragraphs, rng), "absent"
    return reports


def tell(report: Report, rng: Random, room: str, line: str, wire: Sequence[str], paper: Report | None = None) -> str:
    """Tell the point in a report: as its own, credited to the agency, to a paper of the pile or to an agency that is
    not there, in a passage of the agency's text with no word of credit, or not at all; return which."""
    kinds = ["own", "agency", "none", "reuse", *(["paper", "absent"] if paper is not None else [])]
    kind = rng.choice(kinds)
    if kind == "paper" and (paper is None or paper.rests is None):
        kind = "own"
    if kind == "own":
        sentence, report.rests = rng.choice(OWN), line
    elif kind == "agency":
        sentence, report.rests = say(CREDITED, rng, room), "wire"
    elif kind == "paper" and paper is not None:
        sentence, report.rests = say(CREDITED, rng, f"the {paper.outlet}"), paper.rests
    elif kind == "absent":
        sentence, report.rests = say(CREDITED, rng, ABSENT[0]), "absent"
    elif kind == "reuse" and sum(map(len, wire[1:3])) < 0.3 * sum(map(len, report.paragraphs)):
        report.rests = "wire"
        report.paragraphs = [*report.paragraphs[:3], wire[1], TOLD, wire[2], *report.paragraphs[3:]]
        return kind
    else:
        return kind
    report.paragraphs = insert(report.paragraphs, sentence, 3)
    return kind


def say(frames: Sequence[str], rng: Random, room: str) -> str:
    """Return a sentence that credits the point to a newsroom."""
    sentence = rng.choice(frames).format(mark=MARK, room=room)
    return sentence[0].upper() + sentence[1:]


def insert(paragraphs: Sequence[str], sentence: str, at: int) -> list[str]:
    """Return paragraphs with a sentence as one of their own."""
    return [*paragraphs[:at], sentence, *paragraphs[at:]]


def reprint(source: Report, paper: str, rng: Random) -> Report:
    """Return an abridged reprint with a few words changed; half the time it keeps the agency's name."""
    kept = max(4, round(len(source.paragraphs) * rng.uniform(0.35, 1.0)))
    paragraphs = [change(text, rng) if MARK not in text else text for text in source.paragraphs[:kept]]
    if rng.random() < 0.5:
        paragraphs[0] = paragraphs[0].split(" - ", 1)[1]
    return Report(paper, paragraphs, "wire", "wire")


def change(text: str, rng: Random) -> str:
    """Return a paragraph in which one in forty words is left out."""
    words = text.split(" ")
    return " ".join(word for at, word in enumerate(words) if at < 6 or rng.random() > 1 / 40)


def revise(paragraphs: Sequence[str], rng: Random) -> list[str]:
    """Return a later version: two paragraphs less, and a new one."""
    kept = [text for text in paragraphs if MARK in text or rng.random() > 0.12]
    return [*kept, "This report was brought up to date with what the council said in the evening."]


def read_reports(reports: Sequence[Report]) -> tuple[list[Article], list[Origin], list[Passage]]:
    """Read a pile as one story, up to its origins; the articles come in the order of the reports."""
    with tempfile.TemporaryDirectory(prefix="dateline-") as scratch:
        for number, report in enumerate(reports):
            row = {
                "title": f"{' '.join(report.paragraphs[-1].split()[:7])}",
                "text": "\n\n".join(report.paragraphs),
                "outlet": report.outlet,
                "published": "2019-10-15",
            }
            (Path(scratch) / f"{number:02}.json").write_text(json.dumps(row), encoding="utf-8")
        return read_folder(Path(scratch))


def read_folder(folder: Path) -> tuple[list[Article], list[Origin], list[Passage]]:
    """Read a folder as one story."""
    with Desk.open() as desk:
        desk.add([str(folder)])
        desk.run(until="parse")
        articles = sorted(desk.rows(Article), key=lambda article: article.uri)
        kinds: tuple[type[Record], ...] = (Article, Quote, Copy, Mention, Sentence, Furniture)
        rows = {kind: desk.rows(kind) for kind in kinds}
    got = list(attest_story(Batch(key="story", rows=rows), AttestSettings()))
    return articles, [row for row in got if isinstance(row, Origin)], [row for row in got if isinstance(row, Passage)]


def check_pile(
    name: str,
    reports: Sequence[Report],
    read: tuple[list[Article], list[Origin], list[Passage]],
    score: Score,
    show: bool,
) -> None:
    """Add a pile's scores; print what was missed when asked."""
    articles, origins, passages = read
    if len(articles) != len(reports):
        raise SystemExit(f"{name}: {len(reports)} reports were written and {len(articles)} articles read")
    home = {key: row.origin_id for row in origins for key in row.articles}
    found = [home[article.article_id] for article in articles]
    truth = [report.line for report in reports]
    score.ari.append(adjusted_rand(found, truth))
    pairs = list(combinations(range(len(reports)), 2))
    false = [(a, b) for a, b in pairs if found[a] == found[b] and truth[a] != truth[b]]
    missed = [(a, b) for a, b in pairs if found[a] != found[b] and truth[a] == truth[b]]
    score.false += len(false)
    score.missed += len(missed)
    outlets = len({report.outlet for report in reports})
    count(score.story, len(set(truth)), {"dateline": len(origins), "articles": len(reports), "outlets": outlets})
    telling = [(a, r) for a, r in zip(articles, reports, strict=True) if r.rests is not None and MARK in a.text]
    places = [place_of(article) for article, _ in telling]
    told = Evidence(origins, passages, articles).count_origins(places)
    right = len({report.rests for _, report in telling})
    papers = len({report.outlet for _, report in telling})
    if telling:
        count(score.point, right, {"dateline": told, "articles": len(telling), "outlets": papers})
    if show and (false or missed or told != right):
        print(f"{name}: point {told} for {right}")
        for kind, rows in (("joined wrongly", false), ("not joined", missed)):
            for a, b in rows:
                why = next(row.why for row in origins if articles[a].article_id in row.articles)
                print(f"    {kind}: {a} {reports[a].outlet} ({truth[a]}), {b} {reports[b].outlet} ({truth[b]}): {why}")
        if told != right:
            evidence = Evidence(origins, passages, articles)
            for (article, report), (_, start, end) in zip(telling, places, strict=True):
                own = evidence.sources(article.article_id, start, end) == {home[article.article_id]}
                print("    " + article.text[start:end])
                print(f"    {report.outlet}: rests on {report.rests}, {'own' if own else 'passage'}")


def place_of(article: Article) -> tuple[str, int, int]:
    """Return where an article tells the point: the line of its text."""
    at = article.text.index(MARK)
    start = article.text.rfind("\n", 0, at) + 1
    end = article.text.find("\n", at)
    return article.article_id, start, end if end >= 0 else len(article.text)


def count(table: dict[str, list[int]], right: int, said: Mapping[str, int]) -> None:
    """Note how far each count is from the right one."""
    for name, number in said.items():
        table[name].append(abs(number - right))


def adjusted_rand(found: Sequence[str], truth: Sequence[str]) -> float:
    """Return the adjusted Rand index of two partitions (Hubert and Arabie 1985); 1 where both are trivial alike."""
    both = sum(comb(n, 2) for n in Counter(zip(found, truth, strict=True)).values())
    ours, theirs = (sum(comb(n, 2) for n in Counter(labels).values()) for labels in (found, truth))
    pairs = comb(len(found), 2)
    expected = ours * theirs / pairs if pairs else 0.0
    most = (ours + theirs) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def show_scores(score: Score) -> dict[str, float]:
    """Print the scores beside the peers'; return those that have a floor."""
    ari = mean(score.ari)
    print(f"{len(score.ari)} piles: ARI {ari:.3f}, pairs joined wrongly {score.false}, not joined {score.missed}")
    print(f"{'independent reports':24} {'exact':>7} {'mean error':>11}")
    for what, table in (("story", score.story), ("point", score.point)):
        for name, errors in table.items():
            print(f"{what + ', ' + name:24} {mean([not e for e in errors]):7.3f} {mean(errors):11.2f}")
    exact: Callable[[dict[str, list[int]]], float] = lambda table: mean([not e for e in table["dateline"]])  # noqa: E731
    return {"ari": ari, "story exact": exact(score.story), "point exact": exact(score.point)}


def mean(numbers: Iterable[float]) -> float:
    """Return the mean; 0 of nothing."""
    rows = list(numbers)
    return sum(rows) / len(rows) if rows else 0.0


def check_stories(events: Mapping[str, Sequence[Told]], show: bool) -> None:
    """Tell what is joined in stories as they are: three outlets' own reports of an event, which are independent, and
    the keys."""
    joined, passages, read = 0, 0, sorted(events)[::5][:20]
    for key in read:
        with tempfile.TemporaryDirectory(prefix="dateline-") as scratch:
            for number, row in enumerate(events[key]):
                (Path(scratch) / f"{number}.json").write_text(json.dumps(row), encoding="utf-8")
            joined += describe(key, read_folder(Path(scratch)), show)
    print(f"{len(read)} events of BASIL, three outlets each: {joined} articles joined to another (0 is right)")
    for folder in sorted(path.parent for path in (DATA / "keys").glob("*/key.json")):
        articles, origins, found = read_folder(folder / "articles")
        outlets = len({article.outlet or article.article_id for article in articles})
        passages += len(found)
        print(f"{folder.name}: {len(articles)} articles, {outlets} outlets, {len(origins)} origins")
        describe(folder.name, (articles, origins, found), show)


def describe(name: str, read: tuple[list[Article], list[Origin], list[Passage]], show: bool) -> int:
    """Return how many articles are joined to another; print origins and passages when asked."""
    articles, origins, passages = read
    texts = {article.article_id: article for article in articles}
    for row in origins if show else ():
        if len(row.articles) > 1:
            print(f"    {name}: {', '.join(str(texts[key].outlet) for key in row.articles)}: {row.why}")
    for passage in passages if show else ():
        article = texts[passage.article_id]
        print(f"    {name}, {article.outlet}: {passage.why}: {article.text[passage.start : passage.end][:160]!r}")
    return sum(len(row.articles) - 1 for row in origins)


if __name__ == "__main__":
    sys.exit(main())
