"""A report that somebody forwarded inside a mail: whose it was and when, as the mail program wrote above it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_PREFIX = re.compile(r"^\s*(?:(?:re|aw|fwd?|fw|wg|tr|rv|vs|i|enc)\s*(?:\[\d+\])?\s*:\s*)+", re.IGNORECASE)
_FORWARD = re.compile(r"^\s*(?:(?:re|aw)\s*:\s*)*(?:fwd?|fw|wg|tr|rv|vs|i|enc)\s*(?:\[\d+\])?\s*:", re.IGNORECASE)
_MARK = re.compile(
    r"^[>\s]{0,10}(?:-{2,}\s{0,3}(?:original|forwarded)[^-\n]{0,40}-{2,}|begin forwarded message\s*:|_{20,})\s*$",
    re.IGNORECASE | re.MULTILINE,
)
_LABEL = re.compile(r"^[>\s*]{0,10}(from|date|sent|subject|to|cc|reply-to)\s?:[*\s]{0,5}(.{0,500})$", re.IGNORECASE)
_QUOTED = re.compile(r"^> ?", re.MULTILINE)
_MOST_LABELS = 14


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
    """Return what was forwarded in a mail's plain text; None when no block of headers stands above it."""
    start = _MARK.search(text)
    lines = text[start.end() if start else 0 :].lstrip("\r\n").split("\n")
    found: dict[str, str] = {}
    end = 0
    for number, line in enumerate(lines[:_MOST_LABELS]):
        label = _LABEL.match(line.strip("\r"))
        if label:
            found.setdefault(label.group(1).lower(), label.group(2).strip())
            end = number + 1
        elif line.strip(" >\r") and (not start or found):
            break
    if "from" not in found or len(found) < 2:
        return None
    rest = "\n".join(lines[end:])
    body = [line for line in rest.split("\n") if line.strip()]
    if body and all(line.startswith(">") for line in body):
        rest = _QUOTED.sub("", rest)
    return Forwarded(rest, found["from"], found.get("date") or found.get("sent", ""), found.get("subject", ""))
