"""One annotation file: the texts it may speak of, the values it may use, and its lines turned into offsets.

The form is told in ``training.annotate``, which holds the commands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

from training.reader.documents import EVENT_TYPES, NAME_KINDS, ROLES_OF, STANCES, STATUSES

from dateline.language.sentences import split_sentences

Span = tuple[int, int]
Row = dict[str, Any]

KINDS = frozenset("direct indirect mixed".split())
ROLES = ROLES_OF["trigger"][1:]
APPROX = frozenset(["exact", "about", "vague", "more than", "at least", "at most", "less than", "range"])
UNITS = frozenset(
    """people|years|percent|days|months|weeks|hours|minutes|seconds|decades|times|cases|animals|birds|samples|weapons
    |votes|countries|states|farms|pages|doses|eggs|vehicles|buildings|restaurants|magazines|rounds|pallets|alarms|storeys
    |stories|characters|magnitude|Mw|intensity|per day|km|m|miles|ft|feet|yards|inches|metres|meters|square metres|acres
    |km/h|mph|cm/s|kg|mg|milligrams|lb|pounds|oz|ounces|tonnes|tons|metric tons|litres|millilitres|gallons|°C|°F|rubles
    """.replace("\n    ", "").split("|")
)
"""Units as the Wikinews set writes them; a currency is its code of three capitals."""

_SECTION = re.compile(r"# (text|names|attributions|events|quantities)\b")
_HEADER = re.compile(r"# (id|source): *(.*)")
_NUMBER = re.compile(r"-?\d[\d,]*(\.\d+)?")
_PLAIN = str.maketrans("“”‘’\N{NO-BREAK SPACE}", "\"\"'' ")
_FIELDS = {"names": 2, "attributions": 6, "events": 5, "quantities": 7}


def read_gum_text(path: Path) -> tuple[str, list[Span]]:
    """Return a treebank document's text, rebuilt from its tokens, and the spans of its sentences."""
    text, spans = "", []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        sentence, covered = "", 0
        for row in (line.split("\t") for line in block.splitlines() if line[:1].isdigit()):
            number, _, last = row[0].partition("-")
            if "." in number or int(number) <= covered:
                continue
            covered = int(last or number)
            sentence += row[1] + ("" if "SpaceAfter=No" in row[9].split("|") else " ")
        if sentence := sentence.rstrip(" "):
            opens = any(line.rstrip() == "# newpar" for line in block.splitlines())
            text += ("\n" if opens else " ") if text else ""
            spans.append((len(text), len(text) + len(sentence)))
            text += sentence
    return text, spans


def read_own_text(lines: list[str]) -> tuple[str, list[Span]]:
    """Return a text from its paragraphs, one a line, and the spans of its sentences."""
    text, spans = "", []
    for line in filter(None, (line.strip(" \t") for line in lines)):
        text += "\n" if text else ""
        spans += split_sentences(text + line, len(text), len(text) + len(line))
        text += line
    return text, spans


def find_occurrences(text: str, window: Span, string: str, *, bounded: bool) -> list[Span]:
    """Return where a string stands in a window of a text, in order; bounded leaves out parts of words and numbers."""
    starts = [window[0] + match.start() for match in re.finditer(rf"(?={re.escape(string)})", text[slice(*window)])]
    found = [(start, start + len(string)) for start in starts if string]
    return [(start, end) for start, end in found if not bounded or not (_cuts(text, start) or _cuts(text, end))]


def overlaps(span: Span, others: list[Span]) -> bool:
    """Tell whether a span shares a character with one of others."""
    return any(span[0] < end and start < span[1] for start, end in others)


def _cuts(text: str, at: int) -> bool:
    around = text[max(at - 2, 0) : at].rjust(2) + text[at : at + 2].ljust(2)
    number = re.fullmatch(r"\d[.,]\d.|.\d[.,]\d", around, re.DOTALL)
    return bool(number) or (around[1].isalnum() and around[2].isalnum())


class Compiler:
    """One annotation file in the making: its text, its row, and what is wrong with its lines."""

    def __init__(self, path: Path, gum_folder: Path) -> None:
        """Read the file and compile all that can be compiled."""
        self.path, self.line = path, 1
        self.problems: list[tuple[int, str]] = []
        self.names: list[tuple[int, Span, str, str]] = []
        self.row: Row = {"id": "", "source": "", "text": ""} | {section: [] for section in _FIELDS}
        paragraphs, marks = self._read_lines()
        source = self.row["source"]
        if source.startswith("gum "):
            self.text, self.sentences = read_gum_text(gum_folder / f"{source[4:].strip()}.conllu")
        else:
            self.text, self.sentences = read_own_text(paragraphs)
        if self.row["id"] != path.stem or not source or bool(paragraphs) == source.startswith("gum "):
            self.report("needs '# id:' as the file is named, '# source:', and '# text' if not from gum")
        self.row["text"], self.plain = self.text, self.text.translate(_PLAIN)
        for section, number, line in marks:
            self.line = number
            self._compile_line(section, line)
        self._place_names()
        self._sort_rows()

    def _read_lines(self) -> tuple[list[str], list[tuple[str, int, str]]]:
        section = ""
        paragraphs: list[str] = []
        marks: list[tuple[str, int, str]] = []
        for number, line in enumerate(self.path.read_text(encoding="utf-8").split("\n"), 1):
            self.line = number
            if header := _HEADER.match(line):
                self.row[header[1]] = header[2].strip()
            elif heading := _SECTION.match(line):
                section = heading[1]
            elif line.startswith("#"):
                self.report(f"no such heading: {line}")
            elif section == "text":
                paragraphs.append(line)
            elif line.strip() and section:
                marks.append((section, number, line))
            elif line.strip():
                self.report("stands before any heading")
        self.line = 1
        return paragraphs, marks

    def report(self, problem: str) -> None:
        """Note what is wrong with the line at hand."""
        self.problems.append((self.line, problem))

    def number(self, at: int) -> int:
        """Return the number of the sentence that an offset lies in."""
        return sum(start <= at for start, _ in self.sentences)

    def _compile_line(self, section: str, line: str) -> None:
        fields = [field.strip() for field in line.split("|")]
        if section == "events" and len(fields) == 4:
            fields.append("-")
        if len(fields) != _FIELDS[section]:
            return self.report(f"has {len(fields)} fields, not {_FIELDS[section]}: {line}")
        first, _, last = fields[0].partition("-")
        if not (first.isdigit() and (last or first).isdigit() and 0 < int(first) <= int(last or first)):
            return self.report(f"no sentence number: {fields[0]}")
        if int(last or first) > len(self.sentences):
            return self.report(f"no sentence {fields[0]}: there are {len(self.sentences)}")
        window = (self.sentences[int(first) - 1][0], self.sentences[int(last or first) - 1][1])
        if section == "names":
            for entry in fields[1].split(" ; "):
                sort, _, string = entry.strip().partition(" ")
                self.names.append((self.line, window, self._choose("type", sort, NAME_KINDS), string.strip()))
            return None
        compile_fields: dict[str, Callable[..., Row]] = {
            "attributions": self._attribution,
            "events": self._event,
            "quantities": self._quantity,
        }
        compiled = compile_fields[section](window, *fields[1:])
        key = {"events": "trigger", "quantities": "span"}.get(section)
        if key and any(compiled[key] == other[key] != (0, 0) for other in self.row[section]):
            self.report(f"already taken, so write #2 or another: {fields[1]}")
        self.row[section].append(compiled)
        return None

    def _attribution(self, window: Span, content: str, source: str, cue: str, kind: str, stance: str) -> Row:
        pieces: list[Span] = []
        for piece in content.split(" ++ "):
            rest = window if "#" in piece or not pieces else (pieces[-1][1], window[1])
            pieces.append(self._find(rest, piece))
        speaker = self._find_optional(window, source, pieces)
        return {
            "content": pieces,
            "source": speaker,
            "cue": self._find_optional(window, cue, [*pieces, speaker] if speaker else pieces),
            "kind": self._choose("kind", kind, KINDS),
            "stance": self._choose("stance", stance, STANCES),
        }

    def _event(self, window: Span, trigger: str, sort: str, status: str, roles: str) -> Row:
        given: dict[str, str] = {}
        for role in re.split(r" ; (?=\w+=)", roles if roles != "-" else ""):
            name, _, value = role.partition("=")
            if role and (name not in ROLES or name in given or not value.strip()):
                self.report(f"no such role, or given twice, or empty: {role}")
            given[name] = value.strip() or "-"
        fillers = {role: given.get(role, "-") for role in ROLES}
        several = {role: [] if fillers[role] == "-" else fillers[role].split(" ++ ") for role in ROLES[:2]}
        return {
            "trigger": self._find(window, trigger),
            "type": self._choose("type", sort, EVENT_TYPES),
            **{role: [self._find(window, part) for part in parts] for role, parts in several.items()},
            **{role: self._find_optional(window, fillers[role]) for role in ROLES[2:]},
            "status": self._choose("status", status, STATUSES),
        }

    def _quantity(self, window: Span, span: str, low: str, high: str, approx: str, unit: str, counted: str) -> Row:
        least, most = self._read_number(low), self._read_number(high)
        rule = {"exact": least == most, "more than": most is None, "at least": most is None}
        rule |= {"at most": least is None, "less than": least is None}
        if not rule.get(approx, True) or (least is not None and most is not None and least > most):
            self.report(f"low and high do not go with {approx}: {low}, {high}")
        coded = re.fullmatch("[A-Z]{3}", unit)
        return {
            "span": self._find(window, span),
            "low": least,
            "high": most,
            "approx": self._choose("approx", approx, APPROX),
            "unit": None if unit == "-" else unit if coded else self._choose("unit", unit, UNITS),
            "counted": self._find_optional(window, counted),
        }

    def _read_number(self, written: str) -> int | float | None:
        if written != "-" and not _NUMBER.fullmatch(written):
            self.report(f"no number: {written}")
            return None
        digits = written.replace(",", "")
        return None if written == "-" else float(digits) if "." in digits else int(digits)

    def _choose(self, what: str, value: str, allowed: Collection[str]) -> str:
        if value not in allowed:
            self.report(f"{what} not allowed: {value}")
        return value

    def _find_optional(self, window: Span, written: str, avoid: list[Span] | None = None) -> Span | None:
        return None if written == "-" else self._find(window, written, avoid)

    def _find(self, window: Span, written: str, avoid: list[Span] | None = None) -> Span:
        """Return where a string stands first (or as numbered), off the spans to avoid; report it when nowhere."""
        spans = self._pick(window, written)
        head, ellipsis, tail = (part.strip() for part in written.partition("…"))
        if not spans and ellipsis and head and tail:
            ends = ((start, self._pick((end, window[1]), tail)) for start, end in self._pick(window, head))
            spans = [(start, last[0][1]) for start, last in ends if last]
        free = [span for span in spans if not overlaps(span, avoid or [])]
        if not free:
            self.report(f"{'only inside what is said or its source' if spans else 'not found'}: {written}")
        return free[0] if free else (0, 0)

    def _pick(self, window: Span, written: str) -> list[Span]:
        string, number = _split_number(written)
        bounded = find_occurrences(self.plain, window, string, bounded=True)
        spans = bounded or find_occurrences(self.plain, window, string, bounded=False)
        return spans[number - 1 : number] if number else spans

    def _place_names(self) -> None:
        """Place numbered names, then longer ones, each at its first occurrence that no other name holds."""
        taken: list[Span] = []
        self.names.sort(key=lambda name: (not _split_number(name[3])[1], -len(name[3])))
        for line, window, sort, written in self.names:
            self.line = line
            string, number = _split_number(written)
            spans = find_occurrences(self.plain, window, string, bounded=True)
            spans = spans[number - 1 : number] if number else spans
            free = [span for span in spans if not overlaps(span, taken)]
            if free:
                taken.append(free[0])
                self.row["names"].append({"span": free[0], "type": sort})
            else:
                self.report(f"not found (again), or inside another name: {written}")

    def _sort_rows(self) -> None:
        for section, key in zip(_FIELDS, ("span", "content", "trigger", "span"), strict=True):
            self.row[section].sort(key=lambda entry, key=key: entry[key])
        self.problems.sort()


def _split_number(written: str) -> tuple[str, int]:
    plain = written.strip().translate(_PLAIN)
    number = re.search(r"#(\d+)$", plain)
    return (plain[: number.start()], int(number[1])) if number else (plain, 0)
