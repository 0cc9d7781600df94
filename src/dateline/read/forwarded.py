"""A report that somebody forwarded inside a mail: whose it was and when, as the mail program wrote above it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PREFIX = re.compile(r"^\s*(?:(?:re|aw|fwd?|fw|wg|tr|rv|vs|i|enc)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_FORWARD = re.compile(r"^\s*(?:(?:re|aw)\s*:\s*)*(?:fwd?|fw|wg|tr|rv|vs|i|enc)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_MARK = re.compile(
    r"[>\s]{0,10}(?:-{2,80}\s{0,3}(?:original|forwarded)[^-\n]{0,40}-{2,80}|(?:begin )?forwarded message\s{0,3}:)",
    re.IGNORECASE,
)
"""What mail programs write above the headers of a forwarded mail."""
_LABEL = re.compile(r"[>\s*]{0,10}(from|date|sent|subject|to|cc|reply-to)\s?:[*\s]{0,5}(.{0,500})", re.IGNORECASE)
_IN_LINE = re.compile(r"\b(?=(?:From|Date|Sent|Subject|To|Cc|Reply-To):\s)")
_QUOTED = re.compile(r"^> ?", re.MULTILINE)
_MOST_LINES = 16
"""Lines of such a block: seven headers, some on two lines, and blank ones between it and its mark."""


@dataclass(frozen=True, slots=True)
class Forwarded:
    """The forwarded text, and sender, day and subject as written; empty when not given."""

    text: str
    sender: str = ""
    date: str = ""
    subject: str = ""


def is_forward(subject: str) -> bool:
    """Tell by the abbreviation that mail programs put before the subject."""
    return _FORWARD.match(subject) is not None


def strip_prefixes(subject: str) -> str:
    """Return a subject without what mail programs put before it."""
    return _PREFIX.sub("", subject).strip()


def find_forwarded(text: str) -> Forwarded | None:
    """Return what was forwarded in a mail's plain text: what stands below the first block of headers that names a
    sender, a day, and a subject or receiver. None when there is no such block."""
    lines = text.replace("\r\n", "\n").replace("\ufeff", "").split("\n")
    for number, line in enumerate(lines):
        mark = _MARK.match(line)
        if not mark and not _LABEL.fullmatch(line):
            continue
        found, end = _read_block(
            _split_line(line[mark.end() :]) if mark else [line], lines[number + 1 : number + 1 + _MOST_LINES]
        )
        if "from" in found and found.keys() & {"date", "sent"} and found.keys() & {"subject", "to"}:
            rest = _unquote("\n".join(lines[number + 1 + end :]))
            return Forwarded(rest, found["from"], found.get("date") or found["sent"], found.get("subject", ""))
    return None


def _read_block(first: list[str], lines: list[str]) -> tuple[dict[str, str], int]:
    """Return the headers that stand in the first line and those after it, and how many lines those are."""
    found: dict[str, str] = {}
    end = 0
    for number, line in enumerate([*first, *lines], start=1 - len(first)):
        label = _LABEL.fullmatch(line)
        if label:
            found.setdefault(label.group(1).lower(), label.group(2).strip())
            end = max(number, 0)
        elif _ends_block(line, lines[number] if 0 <= number < len(lines) else "", bool(found)):
            break
    return found, end


def _ends_block(line: str, after: str, begun: bool) -> bool:
    """Tell whether a line that is no header ends the block. A blank one before the first header does not, nor one on
    which a header goes on, as the next line shows."""
    if not line.strip(" >\t"):
        return begun
    return not (begun and _LABEL.fullmatch(after))


def _split_line(line: str) -> list[str]:
    """Split headers that stand in one line."""
    return [part for part in _IN_LINE.split(line) if part.strip()] or [""]


def _unquote(text: str) -> str:
    """Take off the signs before quoted lines, when most lines have them."""
    lines = [line for line in text.split("\n") if line.strip()]
    quoted = sum(line.startswith(">") for line in lines)
    return _QUOTED.sub("", text) if quoted * 2 > len(lines) else text
