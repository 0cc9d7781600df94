"""The measures of TempEval-3 for time expressions (UzZaman et al. 2013), and what went wrong, by class.

A found span counts strictly when it equals a true one, and relaxed when it overlaps one; each true span takes the found
one nearest to it. Type and value count among relaxed matches: F1 = relaxed F1 × share right. A value is right when
it is the same text. ``near`` also takes what is the same value in another spelling: "1994-XX-XX" for "1994", "2000-W7"
for "2000-W07", "XXXX-XX-XX" for "P1D" (every day), which annotators write either way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

_NUMBER = r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|many|some|couple)"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
_CLASSES: tuple[tuple[str, str], ...] = (
    ("vague", r"now|current|recent|former|soon|future|\bpast\b$|previous|already|present|then$|once"),
    ("clock", r"\d:\d|[ap]\.?m\b|o'clock|noon|midnight|\bgmt\b"),
    ("part of day", r"morning|afternoon|evening|night|dawn|dusk"),
    ("rate", r"\b(?:every|each|per|daily|weekly|monthly|annual|quarterly|hourly|yearly)"),
    ("deictic day", r"today|tomorrow|yesterday"),
    ("weekday", r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"),
    ("quarter", r"quarter|half\b|fiscal"),
    ("counted", rf"\b{_NUMBER}\b.*\b(?:ago|earlier|later|before|after)\b|year-(?:ago|earlier)"),
    ("date", rf"\b{_MONTH}[a-z.]* ?(?:the )?\d\d?(?!\d)|\d[a-z]* (?:of )?{_MONTH}|\d[-/]\d"),
    ("month", r"\b(?:jan|feb|march|april|may\b|june|july|aug|sep|oct|nov|dec)"),
    ("season", r"spring|summer|autumn|fall|winter|weekend|season"),
    ("decade", r"\d0s|decade|century|centuries|ties\b"),
    ("year", r"\b\d{3,4}\b"),
    ("length", rf"\b{_NUMBER}\b|(?:second|minute|hour|day|week|month|year)s\b|long\b"),
    ("the week, month, year", r"\b(?:day|week|month|year|period|time)\b"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression: offsets into the text, TIMEX3 type and value, and, of a found one, how sure its value is."""

    start: int
    end: int
    kind: str
    value: str
    confidence: float | None = None


@dataclass(slots=True)
class Tally:
    """Counts over documents, the errors by class, and how often values of a confidence are right."""

    counts: Counter[str] = field(default_factory=Counter)
    errors: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    sureness: Counter[tuple[int, bool]] = field(default_factory=Counter)

    def add(self, text: str, truth: Sequence[Timex], found: Sequence[Timex]) -> None:
        """Add one document's matches; each true expression matches one found."""
        self.counts["true"] += len(truth)
        self.counts["found"] += len(found)
        left = list(found)
        for true in truth:
            match = _nearest(true, left)
            if match is None:
                self._note("missed", text, true, None)
                continue
            left.remove(match)
            self._compare(text, true, match)
        for item in left:
            self._note("extra", text, item, None)

    def _compare(self, text: str, true: Timex, match: Timex) -> None:
        same = (match.start, match.end) == (true.start, true.end)
        self.counts["relaxed"] += 1
        self.counts["strict"] += same
        self.counts["kind"] += match.kind == true.kind
        self.counts["value"] += match.value == true.value
        self.counts["near"] += are_near(match.value, true.value)
        if match.confidence:
            self.sureness[int(match.confidence * 10), match.value == true.value] += 1
        if not same:
            self._note("span", text, true, match)
        if match.value != true.value:
            self._note("value", text, true, match)

    def _note(self, what: str, text: str, item: Timex, match: Timex | None) -> None:
        words = " ".join(text[item.start : item.end].split())
        self.errors[what, classify(words)] += 1
        found = f"{' '.join(text[match.start : match.end].split())} {match.value}" if match else ""
        self.examples[what, found, words if what != "value" else f"{words} {item.value}"] += 1

    def scores(self) -> dict[str, float]:
        """Return every measure by its name."""
        counts = self.counts
        strict, relaxed = (f_one(counts[key], counts["found"], counts["true"]) for key in ("strict", "relaxed"))
        among = {key: relaxed * counts[key] / max(counts["relaxed"], 1) for key in ("kind", "value", "near")}
        precision, recall = (counts["relaxed"] / max(counts[key], 1) for key in ("found", "true"))
        return {"strict": strict, "relaxed": relaxed, **among, "P": precision, "R": recall}


def _nearest(true: Timex, found: Sequence[Timex]) -> Timex | None:
    """Return the found expression that overlaps a true one and has the nearest ends."""
    overlapping = [item for item in found if item.start < true.end and true.start < item.end]
    return min(overlapping, key=lambda item: abs(item.start - true.start) + abs(item.end - true.end), default=None)


def f_one(right: int, found: int, true: int) -> float:
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (found + true) if right else 0.0


def are_near(found: str, true: str) -> bool:
    """Say whether two values are one, spelled differently."""
    return _plain(found) == _plain(true)


def _plain(value: str) -> str:
    value = {"XXXX-XX-XX": "P1D", "XXXX-WXX": "P1W", "XXXX": "P1Y"}.get(value, value)
    value = re.sub(r"(?:-XX)+$", "", value)
    value = re.sub(r"-W(\d)$", r"-W0\1", value)
    return re.sub(r"T(\d\d)$", r"T\1:00", value)


def classify(words: str) -> str:
    """Return the class of an expression, by its words."""
    words = words.casefold()
    return next((name for name, pattern in _CLASSES if re.search(pattern, words)), "other")
