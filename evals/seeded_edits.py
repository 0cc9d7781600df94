"""Re-words a report by program and plants one changed value in it: the copies that ``eval_seeded`` reads.

A copy drops sentences, swaps words of grammar and ways to write numbers, and turns the order of clauses around, so that
it differs from its source in much that means nothing. What is planted means something: a number, a day, an office, a
person's name, a place, or a "not".
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.language.sentences import split_sentences

KINDS = ("number", "date", "role", "name", "place", "polarity")
_LEAST_WORDS = 9
"""Words of a sentence that a value is planted in; a shorter one says too little to be found again."""
_DROPPED = 0.12

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Seeded:
    """A copy of a report: its text, and where the sentence with the changed value stands in the source and in it."""

    kind: str | None
    text: str
    source_span: Span | None
    copy_span: Span | None
    was: str = ""
    now: str = ""


def make_copy(text: str, body_start: int, kind: str | None, dice: random.Random) -> Seeded | None:
    """Return a re-worded copy of a report with one value of a kind changed, or none; None where it has none such."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text) if m.group().strip()]
    sentences = [
        (no, span) for no, (a, b) in enumerate(lines) if a >= body_start for span in split_sentences(text, a, b)
    ]
    planted = _plant(text, sentences, kind, dice) if kind else None
    if kind and planted is None:
        return None
    parts: list[str] = [_reword(text[:body_start].strip(), random.Random(1), move=False)]
    size = len(parts[0])
    spot: Span | None = None
    before = -1
    for at, (line, (start, end)) in enumerate(sentences):
        mine = planted is not None and planted.at == at
        if not mine and at > 1 and dice.random() < _DROPPED:
            continue
        told = _reword(planted.text if mine and planted else text[start:end], dice)
        gap = "\n\n" if line != before else " "
        if mine:
            spot = (size + len(gap), size + len(gap) + len(told))
        parts.append(gap + told)
        size += len(gap) + len(told)
        before = line
    source = sentences[planted.at][1] if planted else None
    return Seeded(kind, "".join(parts), source, spot, planted.was if planted else "", planted.now if planted else "")


@dataclass(frozen=True, slots=True)
class _Planted:
    at: int
    text: str
    was: str
    now: str


def _plant(text: str, sentences: Sequence[tuple[int, Span]], kind: str, dice: random.Random) -> _Planted | None:
    order = list(range(len(sentences)))
    dice.shuffle(order)
    for at in order:
        start, end = sentences[at][1]
        told = text[start:end]
        if len(told.split()) < _LEAST_WORDS:
            continue
        found = _EDITS[kind](told, dice)
        if found is not None:
            (low, high), now = found
            return _Planted(at, told[:low] + now + told[high:], told[low:high], now)
    return None


_MONTHS = "January February March April May June July August September October November December".split()
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_WORDS = "two three four five six seven eight nine ten eleven twelve".split()
_NUMBER = re.compile(
    r"(?<![\w$.,:/-])(?:\$)?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|" + "|".join(_WORDS) + r")(?= (?:percent|per cent|million"
    r"|billion|[a-z]{4,}s)\b)"
)


def _edit_number(told: str, dice: random.Random) -> tuple[Span, str] | None:
    """Another count or measure: 12 → 17, 1,500 → 2,310, "three" → "five"."""
    places = [m for m in _NUMBER.finditer(told) if not re.match(r"(?:19|20)\d\d$", m.group(1))]
    if not places:
        return None
    match = dice.choice(places)
    was = match.group(1)
    if was in _WORDS:
        now = _WORDS[(_WORDS.index(was) + dice.randint(2, 5)) % len(_WORDS)]
    else:
        value = float(was.replace(",", ""))
        other = value * dice.choice((0.6, 1.4, 1.7)) + 1
        now = f"{other:.1f}" if "." in was else f"{round(other):,}" if "," in was else str(round(other))
    return None if now == was else (match.span(1), now)


def _edit_date(told: str, dice: random.Random) -> tuple[Span, str] | None:
    """Another weekday, another day of the month, another year."""
    day = rf"\b(?:{'|'.join(_DAYS)})\b"
    dated = rf"\b(?:{'|'.join(m[:3] for m in _MONTHS)})[a-z]*\.? (\d{{1,2}})\b(?!,\d)"
    year = r"\bin ((?:19|20)\d\d)\b"
    places = [(m.span(), "day") for m in re.finditer(day, told)]
    places += [(m.span(1), "date") for m in re.finditer(dated, told)]
    places += [(m.span(1), "year") for m in re.finditer(year, told)]
    if not places:
        return None
    (low, high), sort = dice.choice(places)
    was = told[low:high]
    if sort == "day":
        return (low, high), _DAYS[(_DAYS.index(was) + dice.randint(2, 5)) % 7]
    return (low, high), str((int(was) + 7) % 28 + 1) if sort == "date" else str(int(was) - dice.randint(2, 6))


_OFFICES = {
    "minister": "deputy minister", "secretary": "deputy secretary", "chairman": "treasurer",
    "director": "deputy director",
    "governor": "lieutenant governor", "mayor": "deputy mayor", "senator": "governor", "spokesman": "lawyer",
    "spokeswoman": "lawyer", "president": "vice president", "manager": "director", "chief": "deputy chief",
    "lawyer": "spokesman", "attorney": "adviser", "professor": "lecturer", "judge": "prosecutor", "commander": "deputy",
    "captain": "colonel", "general": "colonel", "adviser": "lawyer", "founder": "manager", "editor": "reporter",
}  # fmt: skip
_TITLED = re.compile(
    rf"\b({'|'.join(o for o in _OFFICES)}|{'|'.join(o.title() for o in _OFFICES)}) (?=[A-Z][a-z]+ [A-Z])"
)


def _edit_role(told: str, dice: random.Random) -> tuple[Span, str] | None:
    """Another office before a person's name."""
    places = [
        m
        for m in _TITLED.finditer(told)
        if not re.search(r"(?:[Vv]ice|[Dd]eputy|attorney|Attorney)[ -]$", told[: m.start()])
    ]
    if not places:
        return None
    match = dice.choice(places)
    now = _OFFICES[match.group(1).casefold()]
    return match.span(1), now.title() if match.group(1)[0].isupper() else now


_SURNAMES = "Barlow Whitcombe Marchetti Oduya Lindqvist Harrow Castellan Brandvold Okafor Pemberton".split()
_NO_SURNAMES = {
    "States",
    "Nations",
    "House",
    "Street",
    "Times",
    "News",
    "Party",
    "Council",
    "Court",
    "Department",
    "Ministry",
}
_PERSON = re.compile(
    r"\b(?:Mr\.|Mrs\.|Ms\.|Dr\.|Sen\.|Rep\.|Gov\.|President|Senator|Governor|Judge|General|Minister|Secretary|Mayor) "
    r"(?:[A-Z][a-z]+ )?([A-Z][a-z]{3,})\b(?! [A-Z])"
)
_SAID = re.compile(r"\b[A-Z][a-z]+ ([A-Z][a-z]{3,})(?=,? (?:said|told|says|added|who)\b)")


def _edit_name(told: str, dice: random.Random) -> tuple[Span, str] | None:
    """Another surname of a person."""
    places = [m.span(1) for pattern in (_PERSON, _SAID) for m in pattern.finditer(told)]
    places = [span for span in places if told[slice(*span)] not in _NO_SURNAMES]
    if not places:
        return None
    span = dice.choice(places)
    return span, dice.choice([name for name in _SURNAMES if name[0] != told[span[0]]])


_TOWNS = (
    "Paris London Berlin Rome Madrid Moscow Beijing Tokyo Cairo Tripoli Benghazi Baghdad Kabul Damascus Chicago Boston "
    "Houston Dallas Phoenix Atlanta Detroit Seattle Denver Miami Philadelphia Baltimore"
).split()
_LANDS = (
    "Texas Florida Ohio Arizona Iowa Virginia Georgia Nevada Wisconsin Michigan Kansas Alabama Missouri California"
).split()
_STATES = (
    "France Germany Italy Spain Britain Russia China Japan Egypt Libya Iraq Iran Syria Mexico Canada Afghanistan "
    "Israel Turkey Pakistan"
).split()


def _edit_place(told: str, dice: random.Random) -> tuple[Span, str] | None:
    """Another town, federal state or country after a preposition of place."""
    sorts = {name: sort for sort in (_TOWNS, _LANDS, _STATES) for name in sort}
    places = list(re.finditer(rf"\b(?:in|at|near|from|to|for) ({'|'.join(sorts)})\b(?! [A-Z]|['’]s)", told))
    if not places:
        return None
    match = dice.choice(places)
    return match.span(1), dice.choice([name for name in sorts[match.group(1)] if name not in told])


_AUXILIARY = re.compile(
    r"\b(was|were|is|are|has been|have been|will be|would be|will|would|could|should|did)\b (?!n[o']t\b|no\b)(?=[a-z])"
)
_NOT = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would|could|should) (not )(?!only)(?=[a-z])")
_OPPOSED = {"confirmed": "denied", "denied": "confirmed", "accepted": "rejected", "rejected": "accepted",
            "approved": "rejected", "supported": "opposed", "opposed": "supported", "agreed": "refused",
            "refused": "agreed"}  # fmt: skip


def _edit_polarity(told: str, dice: random.Random) -> tuple[Span, str] | None:
    """A "not" taken away, a verb turned into its opposite, or a "not" set after a helping verb."""
    taken = [m.span(1) for m in _NOT.finditer(told)]
    if taken:
        return dice.choice(taken), ""
    turned = [m for m in re.finditer(r"[a-z]+", told) if m.group() in _OPPOSED]
    if turned:
        match = dice.choice(turned)
        return match.span(), _OPPOSED[match.group()]
    places = list(_AUXILIARY.finditer(told))
    if not places:
        return None
    match = dice.choice(places)
    first = match.group(1).split()[0]
    return match.span(1), f"{first} not{match.group(1)[len(first) :]}"


_EDITS: dict[str, Callable[[str, random.Random], tuple[Span, str] | None]] = {
    "number": _edit_number, "date": _edit_date, "role": _edit_role, "name": _edit_name, "place": _edit_place,
    "polarity": _edit_polarity,
}  # fmt: skip

_SYNONYMS = (
    (" more than ", " over "), (" about ", " around "), (" but ", " yet "), (" also ", " too "),
    (" because ", " since "),
    (" although ", " though "), (" such as ", " like "), (" in order to ", " to "), (" while ", " as "),
    (" said ", " stated "),
    (" until ", " till "), (" upon ", " on "), (" among ", " amongst "), (" that ", " which "),
    (" toward ", " towards "),
    (" however,", " though,"), (" nearly ", " almost "), (" has said ", " said "), (" did not ", " didn't "),
    (" was not ", " wasn't "), (" is not ", " isn't "),
)  # fmt: skip
_OPENING = re.compile(r"^((?:On|In|At|By|After|Before|Since|During|Under) [^,“”\"]{4,40}), ([a-z“A-Z][^“”\"]+)\.$")
_TAGGED = re.compile(
    r"^([A-Z][^“”\"]+), ((?:[A-Z][\w.]+ ){1,3}said|(?:he|she|they) said|officials said|police said)\.$"
)
_LATER = re.compile(r"^([A-Z][^“”\"]{20,}), ((?:after|when|while|because|although|as) [^,“”\"]{12,})\.$")


def _reword(told: str, dice: random.Random, move: bool = True) -> str:
    """Return a sentence in other words of grammar, other figures and another order of clauses: the same is meant."""
    for was, now in _SYNONYMS:
        if was in told and dice.random() < 0.5:
            told = told.replace(was, now)
    told = re.sub(r"(?<![\w$.,])(\d{1,3}),(\d{3})(?![\d,])", r"\1\2", told) if dice.random() < 0.5 else told
    if dice.random() < 0.5:
        told = re.sub(r"(?<=\d) (?:percent|per cent)\b", "%", told)
        told = re.sub(r"(?<=\d) million\b", "m", told)
    small = rf"(?<![\w$.,:/-])({'|'.join(_WORDS)}) (?=[a-z]{{4,}}s\b)"
    if dice.random() < 0.5:
        told = re.sub(small, lambda m: f"{_WORDS.index(m.group(1)) + 2} ", told)
    return _turn(told, dice) if move and dice.random() < 0.6 else told


def _turn(told: str, dice: random.Random) -> str:
    for pattern in (_OPENING, _TAGGED, _LATER):
        match = pattern.match(told)
        if match is None:
            continue
        first, second = match.groups()
        if pattern is _OPENING:
            return f"{second[0].upper()}{second[1:]} {first[0].lower()}{first[1:]}."
        head = first if first.split()[0].isupper() else first[0].lower() + first[1:]
        if pattern is _TAGGED:
            return f"{second[0].upper()}{second[1:]} {_keep_capital(first, head)}."
        return f"{second[0].upper()}{second[1:]}, {_keep_capital(first, head)}."
    del dice
    return told


def _keep_capital(first: str, lowered: str) -> str:
    """Lower the first letter only of words that open a sentence and bear no name."""
    opens = {
        "The",
        "A",
        "An",
        "It",
        "He",
        "She",
        "They",
        "In",
        "On",
        "This",
        "That",
        "There",
        "But",
        "His",
        "Her",
        "Its",
    }
    return lowered if first.split()[0] in opens else first
