"""ECB+ (Cybulska and Vossen 2014): reports with the event mentions that are one occurrence, across reports.

Read from $DATELINE_DATA/data/events/ecbplus, topics 1 to 35, in the sentences that its authors checked. Each topic
holds two occurrences of one sort (two quakes, two check-ins), its sub-topics.
"""

from __future__ import annotations

import csv
import os
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.events.happenings.pairing import Trait, make_trait
from dateline.language.events import find_events
from dateline.language.names import find_names
from dateline.language.reader import read_article
from dateline.language.reading import Reading
from dateline.language.times import find_times
from dateline.model import Article, EventMention

FOLDER = Path(os.environ.get("DATELINE_DATA", "../shared")) / "data" / "events" / "ecbplus"
_MARKS = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")"}
_TIGHT = frozenset(", . ; : ! ? ) 's n't 're 've 'll 'd 'm ’s % ”".split())
_OPENERS = frozenset("“($")


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked mention: the characters of its words, and the occurrence that it is of."""

    spans: tuple[tuple[int, int], ...]
    chain: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report of the set, set in running text again."""

    name: str
    topic: str
    subtopic: str
    text: str
    marked: tuple[Marked, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """An event mention of a report with its trait, and the occurrence it is of where it is a marked one."""

    report: Report
    trait: Trait
    chain: str | None


def load_reports(folder: Path = FOLDER) -> list[Report]:
    """Return all reports in the order of topic and name."""
    with (folder / "ECBplus_coreference_sentences.csv").open(encoding="utf-8", newline="") as lines:
        checked = {(row["Topic"], row["File"], row["Sentence Number"]) for row in csv.DictReader(lines)}
    files = sorted(folder.glob("*/*.xml"), key=lambda path: (int(path.parent.name), path.stem))
    return [_load_report(path, checked) for path in files]


def _load_report(path: Path, checked: set[tuple[str, str, str]]) -> Report:
    root = ET.parse(path).getroot()
    text, places = _set_text(root)
    topic, file = path.parent.name, path.stem.split("_", 1)[1]
    chains = dict(_list_chains(root, path.stem))
    marked = []
    for node in root.findall("Markables/*"):
        words = [places[anchor.attrib["t_id"]] for anchor in node.findall("token_anchor")]
        if not words or not node.tag.startswith(("ACTION", "NEG_ACTION")) or (topic, file, words[0][2]) not in checked:
            continue
        mark = node.attrib["m_id"]
        marked.append(Marked(tuple(sorted((a, b) for a, b, _ in words)), chains.get(mark, f"{path.stem} {mark}")))
    return Report(path.stem, topic, topic + ("plus" if file.endswith("plus") else ""), text, tuple(marked))


def _set_text(root: ET.Element) -> tuple[str, dict[str, tuple[int, int, str]]]:
    """Return the text, a line for each sentence, and (start, end, sentence) of each token."""
    text, places, before = "", {}, None
    tight = False
    for token in root.findall("token"):
        word = _MARKS.get(token.text or "", token.text or "")
        sentence = token.attrib["sentence"]
        if before is not None and sentence != before:
            text += "\n"
        elif text and word not in _TIGHT and not tight:
            text += " "
        tight = word in _OPENERS
        places[token.attrib["t_id"]] = (len(text), len(text) + len(word), sentence)
        text += word
        before = sentence
    return text, places


def _list_chains(root: ET.Element, name: str) -> Iterator[tuple[str, str]]:
    """Yield (mention, occurrence); an occurrence of one report only has the report's name in its own."""
    for node in root.findall("Relations/*"):
        across = node.tag == "CROSS_DOC_COREF"
        chain = node.attrib["note"] if across else f"{name} {node.attrib['r_id']}"
        for source in node.findall("source"):
            yield source.attrib["m_id"], chain


def read_given(report: Report) -> list[Told]:
    """Read a report with its marked mentions as the events; those in no token are left out."""
    reading = _read(report)
    heads: dict[int, str] = {}
    for marked in report.marked:
        head = _find_head(reading, marked.spans)
        if head is not None:
            heads.setdefault(head, marked.chain)
    by_start = {mention.start: mention for mention in _find_events(reading, heads)}
    return [
        Told(report, _make_trait(reading, by_start[start]), chain)
        for start, chain in sorted(heads.items())
        if start in by_start
    ]


def read_found(report: Report) -> list[Told]:
    """Read a report with the events that Dateline finds; each is of the marked occurrence whose words it lies in."""
    reading = _read(report)
    chains = {at: marked.chain for marked in report.marked for a, b in marked.spans for at in range(a, b)}
    return [
        Told(report, _make_trait(reading, mention), chains.get(mention.start)) for mention in _find_events(reading, ())
    ]


def _read(report: Report) -> Reading:
    return read_article(
        Article(
            article_id=report.name,
            capture_id=report.name,
            uri=report.name,
            sha256="",
            text=report.text,
            language="en",
        )
    )


def _find_events(reading: Reading, given: object) -> tuple[EventMention, ...]:
    starts = frozenset(given) if isinstance(given, dict) else frozenset[int]()
    mentions = find_names(reading)
    return find_events(reading, mentions, find_times(reading), starts)


def _find_head(reading: Reading, spans: tuple[tuple[int, int], ...]) -> int | None:
    """Return where the word starts that the others of a marked mention hang on."""
    for read in reading.sentences:
        inside = [at for at, token in enumerate(read.tokens) if any(a <= token.start < b for a, b in spans)]
        if inside:
            head = next((at for at in inside if read.tokens[at].head not in inside), inside[0])
            return read.tokens[head].start
    return None


def _make_trait(reading: Reading, mention: EventMention) -> Trait:
    sentence = next(r.sentence for r in reading.sentences if r.sentence.sentence_id == mention.sentence_id)
    return make_trait(reading.article.text, mention, sentence)
