"""Reads the states that texts describe without telling of a change: "has been closed since Monday", "stalled talks"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.compare.states.deeds import Operator
from dateline.compare.states.scene import Change, Telling
from dateline.compare.states.since import NUMBERS, find_since
from dateline.compare.states.subjects import Subject
from dateline.dates import add_days, add_months, cut, day_of
from dateline.model import Cite, Sentence
from dateline.words import fold

_ROWS: tuple[tuple[str, str, str, str | None, str], ...] = (
    ("operation", "closed", "site", None, r"(?:closed|shut|sealed off|blocked|cordoned off)"),
    ("operation", "open", "site", None, r"(?:open|operational|up and running)"),
    ("operation", "out of service", "site process", None, r"(?:out of (?:service|order|action))"),
    ("operation", "stalled", "process", "under way", r"(?:stalled|deadlocked|at an impasse|in deadlock|stuck)"),
    ("operation", "suspended", "process site", "under way", r"(?:suspended|on hold|at a standstill|halted|grounded)"),
    ("operation", "under way", "process", None, r"(?:under ?way|ongoing|continuing|in progress)"),
    ("in force", "in force", "measure pact", None, r"(?:in (?:force|place|effect))"),
    (
        "legal status",
        "held",
        "person",
        None,
        r"(?:in (?:custody|jail|prison|detention)|behind bars|under (?:house )?arrest|jailed|imprisoned|detained"
        r"|held(?= (?:under|without|in|at|by|for)\b))",
    ),
    ("legal status", "at large", "person", None, r"(?:at large|on the run|on the loose|a fugitive|in hiding)"),
    ("legal status", "free", "person", "held", r"(?:out of (?:jail|prison|custody)|free on bail|out on bail|on bail)"),
    ("life", "missing", "person", None, r"(?:missing|unaccounted for)"),
    (
        "health",
        "in hospital",
        "person",
        None,
        r"(?:in (?:the )?hospital|in (?:critical|serious|stable) condition|in a coma)",
    ),
    ("control", "besieged", "place", None, r"(?:under siege|surrounded)"),
)
"""(attribute, value, sorts of bearers, value before, words)."""
_BE = (
    r"\b(?P<be>(?:has|have|had) (?:\w+ )?been|is|are|was|were|remains?|remained|stays?|stayed|'s|’s)\s+"
    r"(?P<not>not\s+|no longer\s+)?(?:(?:still|now|currently|already|also|effectively|largely)\s+)?"
)
_PATTERNS = tuple(
    (Operator(attribute, value, "actor", frozenset(sorts.split()), before), re.compile(_BE + words + r"\b", re.I))
    for attribute, value, sorts, before, words in _ROWS
)
_STALLED = re.compile(r"\b(?P<word>stalled|deadlocked|suspended|shuttered)\s+(?:[\w-]+\s+){0,2}?(?P<noun>\w+)\b", re.I)
_EMERGENCY = re.compile(
    r"\b(?:in|under) (?P<noun>(?:an? |the )?(?:\w+ )?(?:state of (?:\w+ )?emergency"
    r"|curfew|lockdown|quarantine|blockade|siege))\b",
    re.I,
)
_HOLDS = re.compile(r"\b(?P<be>(?:has|have) been|is|are|remains?|was|were)\b[^,;]{0,30}$", re.I)
_FOR = re.compile(
    r"^\s*for (?:about |nearly |almost |more than |the (?:past|last) )?(?P<n>\d+|a|an|two|three|four|five|six|"
    r"seven|eight|nine|ten|eleven|twelve) (?P<unit>day|week|month|year)s?\b",
    re.I,
)
_HABIT = re.compile(
    r"\b(?:often|usually|always|sometimes|normally|if|unless|whenever|would|could|should|may|might|until)\b", re.I
)
_NEAR = 60


def read_conditions(telling: Telling, sentences: Iterable[Sentence]) -> list[Change]:
    """Return the states that sentences describe as holding when they were written, in the order of the text."""
    found: list[Change] = []
    for sentence in sorted(sentences, key=lambda s: (s.article_id, s.start)):
        text = telling.articles[sentence.article_id].text[sentence.start : sentence.end]
        if text.rstrip("”\"'").endswith("?"):
            continue
        found += [*_read_be(telling, sentence, text), *_read_adjectives(telling, sentence, text)]
        found += _read_emergency(telling, sentence, text)
    return found


def _read_be(telling: Telling, sentence: Sentence, text: str) -> Iterator[Change]:
    for operator, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if _HABIT.search(text, max(0, match.start() - _NEAR), match.start()):
                continue
            subject = _find_left(telling, sentence, match.start())
            if subject is None or subject.sort not in operator.classes or subject.key[0] == "nobody":
                continue
            tense = fold(match["be"]).split()[0]
            yield from _make(
                telling, sentence, operator, subject, (match.start(), match.end()), tense, bool(match["not"])
            )


def _find_left(telling: Telling, sentence: Sentence, at: int) -> Subject | None:
    """Return what the noun phrase right before a verb means."""
    text = telling.articles[sentence.article_id].text
    start = sentence.start
    lead = text[start : start + at].rstrip()
    if re.search(r"\b(?:who|which|that)$", lead, re.I):
        return telling.naming.name_antecedent(sentence.article_id, start, start + at)
    opens = [
        m.end()
        for m in re.finditer(
            r"[,;:–—(“\"]\s*|\b(?:that|said|and|but|as|while|because|although|where|when)\s+", lead, re.I
        )
    ]
    begin = start + (opens[-1] if opens else 0)
    return telling.naming.name(sentence.article_id, (begin, start + len(lead))) if begin < start + len(lead) else None


def _read_adjectives(telling: Telling, sentence: Sentence, text: str) -> Iterator[Change]:
    for match in _STALLED.finditer(text):
        value = {"shuttered": "closed", "suspended": "suspended"}.get(fold(match["word"]), "stalled")
        operator = next(o for o, _ in _PATTERNS if o.value == value)
        span = (sentence.start + match.end("word") + 1, sentence.start + match.end("noun"))
        subject = telling.naming.name(sentence.article_id, span)
        if subject is not None and subject.sort in operator.classes:
            yield from _make(telling, sentence, operator, subject, match.span(), "is", False)


def _read_emergency(telling: Telling, sentence: Sentence, text: str) -> Iterator[Change]:
    operator = next(o for o, _ in _PATTERNS if o.value == "in force")
    for match in _EMERGENCY.finditer(text):
        holds = _HOLDS.search(text[: match.start()])
        subject = telling.naming.name(
            sentence.article_id, (sentence.start + match.start("noun"), sentence.start + match.end("noun"))
        )
        if holds and subject is not None and subject.sort in operator.classes:
            place = _find_left(telling, sentence, holds.start())
            if place is not None and place.sort == "place" and place.entity_id:
                subject = replace(subject, marks=subject.marks | {place.entity_id}, new=False)
            yield from _make(telling, sentence, operator, subject, match.span(), fold(holds["be"]).split()[0], False)


def _make(
    telling: Telling,
    sentence: Sentence,
    operator: Operator,
    subject: Subject,
    span: tuple[int, int],
    tense: str,
    denied: bool,
) -> Iterator[Change]:
    """Yield a description as a change: since the time it gives, else it holds at the latest when it was written."""
    article = telling.articles[sentence.article_id]
    reported = telling.written.get(sentence.article_id)
    first, last, basis = None, None, ""
    held = find_since(telling, sentence.article_id, sentence.start + span[1], sentence.end)
    ago = _FOR.match(article.text[sentence.start + span[1] : sentence.end])
    if held is not None:
        first, last, basis = held.first, held.last, "told"
    elif ago and reported:
        first = _count_back(reported, ago["n"], fold(ago["unit"]))
        last, basis = first, "told"
    elif reported and tense not in ("was", "were", "had", "stayed", "remained") and not denied:
        first, last, basis = reported[:10], reported[:10], "report"
    if first is None or tense == "had":
        return
    yield Change(
        subject=subject,
        operator=operator,
        status="denied" if denied else "actual",
        first=first,
        last=last,
        basis=basis,
        reported=reported,
        cite=Cite(
            article_id=sentence.article_id,
            start=sentence.start,
            end=sentence.end,
            quote=article.text[sentence.start : sentence.end],
        ),
        sureness=_SURENESS,
    )


_SURENESS = 0.8


def _count_back(written: str, number: str, unit: str) -> str | None:
    """Return the day (or month, for months and years) that lies so long before a report; None off the calendar."""
    day, count = day_of(written[:10]), NUMBERS.get(fold(number)) or (int(number) if number.isdigit() else 0)
    if day is None or not count:
        return None
    if unit in ("day", "week"):
        back = add_days(day, -count * (7 if unit == "week" else 1))
        return cut(back, "day") if back else None
    back = add_months(day, -count * (12 if unit == "year" else 1))
    return cut(back, "month" if unit == "month" else "year") if back else None
