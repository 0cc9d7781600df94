"""What the shipped reader model makes of three sentences, and what a person does: the tables of ``docs/reader.md``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.language.reader import read_article
from dateline.language.reading import Reading, Seen, Span
from dateline.model import Article

SHOWN = 0.5
"""Least score of what is shown: what is likelier than not, to the network."""
_EDGES = " ,.;:"
_PARTS = {"nsubj": "subject", "nsubj:pass": "subject", "obj": "object", "iobj": "object"}
"""Relations of the tree that are shown."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a sentence tells: of what kind, of which words, and what of them."""

    kind: str
    words: str
    what: str


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence, what a person reads in it, and what makes it easy or hard."""

    text: str
    why: str
    key: frozenset[Told]


def make_key(*rows: str) -> frozenset[Told]:
    """Return the things told, written "kind | words | what"."""
    return frozenset(Told(*(part.strip() for part in row.split("|"))) for row in rows)


EXAMPLES = (
    Example(
        "Ferry crews walked out in Port Aldine on Tuesday after police arrested two organisers, the Dock Union said.",
        "a plain sentence of news",
        make_key(
            "name | Port Aldine | GPE",
            "name | Dock Union | ORG",
            "cue | said | says",
            "source of said | the Dock Union |",
            "content of said | Ferry crews walked out in Port Aldine on Tuesday after police arrested two organisers |",
            "event | walked | PROTEST, actual",
            "actor of walked | Ferry crews |",
            "place of walked | Port Aldine |",
            "time of walked | Tuesday |",
            "event | arrested | LEGAL, actual",
            "actor of arrested | police |",
            "target of arrested | two organisers |",
            "count | two | organisers",
            "subject of walked | crews |",
            "subject of arrested | police |",
            "object of arrested | organisers |",
            "subject of said | Union |",
        ),
    ),
    Example(
        "The mining company Orvel denied that it would close its largest plant, although two managers told reporters "
        "that 340 workers could strike in May.",
        "what did not happen, and what may",
        make_key(
            "name | Orvel | ORG",
            "cue | denied | denies",
            "source of denied | The mining company Orvel |",
            "content of denied | it would close its largest plant |",
            "cue | told | says",
            "source of told | two managers |",
            "content of told | 340 workers could strike in May |",
            "event | close | CLOSE, denied",
            "actor of close | it |",
            "target of close | its largest plant |",
            "event | strike | PROTEST, possible",
            "actor of strike | 340 workers |",
            "time of strike | May |",
            "count | two | managers",
            "count | 340 | workers",
            "subject of denied | company |",
            "subject of close | it |",
            "object of close | plant |",
            "subject of told | managers |",
            "object of told | reporters |",
            "subject of strike | workers |",
        ),
    ),
    Example(
        "According to Will Frost, who runs Rain or Shine, the mayor believes that May, not he, ordered the bridge at "
        "Sorrow shut.",
        "names that are common words, and one speaker inside another's words",
        make_key(
            "name | Will Frost | PER",
            "name | Rain or Shine | ORG",
            "name | May | PER",
            "name | Sorrow | GPE",
            "cue | According to | says",
            "source of According to | Will Frost, who runs Rain or Shine |",
            "content of According to | the mayor believes that May, not he, ordered the bridge at Sorrow shut |",
            "cue | believes | believes",
            "source of believes | the mayor |",
            "content of believes | May, not he, ordered the bridge at Sorrow shut |",
            "event | ordered | DECIDE, possible",
            "actor of ordered | May |",
            "event | shut | CLOSE, possible",
            "target of shut | the bridge at Sorrow |",
            "subject of runs | who |",
            "object of runs | Rain |",
            "subject of believes | mayor |",
            "subject of ordered | May |",
            "object of ordered | bridge |",
        ),
    ),
)


def build_readings() -> str:
    """Return the readings of all examples and how many things in them are right, as Markdown."""
    parts, right, missed, wrong = [], 0, 0, 0
    for example in EXAMPLES:
        found = frozenset(list_told(read_article(make_article(example.text))))
        right += len(found & example.key)
        missed += len(example.key - found)
        wrong += len(found - example.key)
        parts.append(f"> {example.text}\n\n({example.why})\n\n{make_table(example, found)}\n")
    parts.append(f"In all three: {right} right, {wrong} wrong, {missed} missed.")
    return "\n".join(parts)


def make_table(example: Example, found: frozenset[Told]) -> str:
    """Return a row for everything that the model or the person reads, in the order of the text."""
    rows = []

    def place(told: Told) -> tuple[int, str, str, str]:
        return example.text.find(told.words), told.kind, told.what, told.words

    for told in sorted(found | example.key, key=place):
        verdict = "wrong" if told not in example.key else "right" if told in found else "missed"
        rows.append(f"| {told.kind} | {told.words} | {told.what} | {verdict} |")
    return "\n".join(("| | words | what | |", "| --- | --- | --- | --- |", *rows))


def list_told(reading: Reading) -> Iterator[Told]:
    """Yield what the network sees in a text, as far as it is likelier than not."""
    text, seen = reading.article.text, reading.seen

    def cut(span: Span) -> str:
        return text[slice(*span)].strip(_EDGES)

    for name in seen.names:
        if name.score >= SHOWN:
            yield Told("name", cut(name.span), name.kind)
    for found in seen.attributions:
        if found.score >= SHOWN:
            cue = cut(found.cue)
            yield Told("cue", cue, found.stance)
            yield from (Told(f"source of {cue}", cut(span), "") for span, score in found.sources if score >= SHOWN)
            yield from (Told(f"content of {cue}", cut(span), "") for span, score in found.contents if score >= SHOWN)
    for event in seen.events:
        if event.score >= SHOWN:
            status = max(event.statuses, key=lambda name: event.statuses[name])
            yield Told("event", cut(event.trigger), f"{event.kind}, {status}")
            for role, span, score in event.roles:
                if score >= SHOWN:
                    yield Told(f"{role} of {cut(event.trigger)}", cut(span), "")
    yield from list_counts(reading, seen)
    yield from list_arguments(reading)


def list_arguments(reading: Reading) -> Iterator[Told]:
    """Yield the subjects and objects of the dependency tree."""
    for read in reading.sentences:
        for token in read.tokens:
            if part := _PARTS.get(token.relation):
                yield Told(f"{part} of {read.tokens[token.head].text}", token.text, "")


def list_counts(reading: Reading, seen: Seen) -> Iterator[Told]:
    """Yield what numbers count."""
    text = reading.article.text
    for read in reading.sentences:
        for token in read.tokens:
            if token.tag == "CD" and token.start in seen.counted:
                span, score = seen.counted[token.start]
                if score >= SHOWN:
                    yield Told("count", token.text, text[slice(*span)])


def make_article(text: str) -> Article:
    """Return a text as an article of nobody."""
    unknown = dict.fromkeys(Article.__dataclass_fields__)
    known = {"article_id": "a", "capture_id": "c", "uri": "a.txt", "sha256": "", "text": text, "captions": ()}
    return Article(**(unknown | known | {"body_start": 0}))  # type: ignore[arg-type]
