"""Picture captions among the lines of a text, and whether the report tells the same without them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from dateline.clean.agencies import AGENCIES, PHOTO_SOURCES
from dateline.clean.days import MONTH, WEEKDAY
from dateline.clean.lexicon import GALLERY, STOP_WORDS
from dateline.clean.lines import Line, Look
from dateline.words import WORD, find_words, fold

TOLD_SHARE = 0.5
"""A caption repeats the report when half of its content words stand there and no number or name of it is missing."""

_STEM = 5
"""Letters of a word that are compared: enough to join "shares" and "shared" without a stemmer."""

CaptionSign = Literal["credit", "caption", "gallery"]

_SOURCE = "(?:" + "|".join(re.escape(name) for name in sorted({*AGENCIES, *PHOTO_SOURCES}, key=len, reverse=True)) + ")"
_UPPER_SOURCE = rf"(?:{_SOURCE}|REUTERS|YONHAP|XINHUA|KYODO|NEWS1|NEWSIS)"
_SIGNED = rf"{_UPPER_SOURCE}(?:\s*[:/|-]\s*[\w.'’& -]{{2,40}}| or licensors)?"
_CREDIT_ONLY = re.compile(rf"(?:(?:{_SIGNED}|[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{0,3}}\s*/\s*{_UPPER_SOURCE})[\s,/|]*)+")
_LEADING = re.compile(
    rf"(?:{_SOURCE}(?:\s?[:/-]\s?(?:{_SOURCE}|[A-Z][\w ]{{1,20}}?))?"
    rf"|(?:[A-Z][a-z]+\s?/\s?)+{_SOURCE})(?: or licensors)?"
    r"\s+(?=[A-Z0-9'\"‘“])"
)
_OPENING = re.compile(
    r"(?:file\s*[-–—:]\s|file (?:photo|picture|image)\b|(?:in )?this (?:\w+ ){0,6}(?:file )?(?:photo|picture"
    r"|image)\b(?! (?:of|was))"
    r"|(?:image |photo )?caption\s*[:,-]|pictured\s*[:,]|\(?from (?:left|right)|clockwise from)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"\s\[(?=[^\]]*[A-Z])[A-Z0-9][\w./ ,&'’-]{1,60}\]\W*$")
_WITH_SOURCE = re.compile(
    rf"\s\((?:(?:photo|photos|image|picture|file|credit|pic|via|courtesy|handout|video)\b[^()]*"
    rf"|[^()]*(?:\bphoto\b|\bfile\b|{_SOURCE}/|/{_UPPER_SOURCE})[^()]*)\)\W*$",
    re.IGNORECASE,
)
_BARE_SOURCE = re.compile(rf"(?<![.!?”\"’'])\s\({_UPPER_SOURCE}\)\W*$")
_SLASHED = re.compile(
    rf"[.!?”\"’)\w]\s+(?:{_UPPER_SOURCE}\s?/\s?[A-Z][\w.'’-]+(?: [\w.'’-]+){{0,4}}"
    rf"|[A-Z][\w.'’-]+(?: [\w.'’-]+){{0,3}}\s?/\s?{_UPPER_SOURCE})\W*$"
)
_TRAILING = re.compile(
    rf"[.!?]\s+(?!(?:PTI|ANI|IANS|UNI|Bernama|Xinhua|Agencies)\b)"
    rf"(?:{_UPPER_SOURCE}|(?:photo|picture|image)s?\s*:\s*[\w .'’/-]{{2,40}})$",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"\s(?:©|\(c\))\s?[^.]{2,60}$|(?<=[.!?a-z]) ?Credit(?:\.{3}|…|: ?)\s?[A-Z][^.]{2,60}$"
    r"|\s[|/]\s*(?:[A-Z]{2,8}/[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]+){0,3}"
    r"|(?:photo|image|picture)s? (?:from|by|courtesy|:) ?[^.]{2,40})$"
)
"""Credits behind a caption: a rights sign, "Credit…", initials of an agency and a name behind a bar."""

_LABELLED = re.compile(
    r"(?:(?:enlarge(?: this image)?|toggle caption|(?:hide|show) caption|image caption)\W*)+", re.IGNORECASE
)
_ASIDE = re.compile(
    rf"\((?:[LRC]|[LRC]-[LRC]|left|right|cent(?:er|re)|(?:front|back|top|bottom)[\w ]*|from [\w ]+)\)"
    rf"|\b(?:on )?(?:{WEEKDAY},?\s+)?{MONTH}\s+\d{{1,2}}(?:,\s+\d{{4}})?|\bfile photo\b",
    re.IGNORECASE,
)
"""What only captions say: who stands where, and the day of the picture."""


def find_sign(line: Line, look: Look) -> CaptionSign | None:
    """Tell by its own words whether a line is a caption: a picture credit alone, a caption with its sign, a gallery."""
    text = line.text
    if len(GALLERY.findall(text)) > 1:
        return "gallery"
    if len(text) <= 120 and _CREDIT_ONLY.fullmatch(text):
        return "credit"
    if match := _LABELLED.match(text):
        return "credit" if _CREDIT_ONLY.fullmatch(text[match.end() :]) or match.end() == len(text) else "caption"
    if look.words < 4:
        return None
    if not look.ends and _LEADING.match(text):
        return "caption"
    signs = (_BRACKETED, _WITH_SOURCE, _BARE_SOURCE, _SLASHED, _MARKED)
    if _OPENING.match(text) or any(sign.search(text[-160:]) for sign in signs) or _TRAILING.search(text[-80:]):
        return "caption"
    return None


def strip_credit(text: str) -> str:
    """Return a caption without the credit before or behind it, so that only what it tells is compared."""
    for opening in (_LABELLED, _LEADING):
        if match := opening.match(text):
            text = text[match.end() :]
    for sign in (_BRACKETED, _WITH_SOURCE, _BARE_SOURCE, _MARKED):
        text = sign.sub("", text)
    for sign in (_SLASHED, _TRAILING):
        if match := sign.search(text):
            text = text[: match.start() + 1]
    return _ASIDE.sub(" ", text)


class Told:
    """What the paragraphs of a report tell: its content words, numbers and names."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        """Read the paragraphs once."""
        words = {fold(word) for word in {word for text in paragraphs for word in WORD.findall(text)}}
        self._words = {part for word in words for part in (word, *word.split("-"))}
        self._stems = {word[:_STEM] for word in self._words}

    def share(self, text: str) -> float:
        """Return the share of the text's content words that the report holds; 1.0 when it has none."""
        words = _find_content(text)
        return sum(word[:_STEM] in self._stems for word in words) / len(words) if words else 1.0

    def holds(self, text: str, share: float = TOLD_SHARE) -> bool:
        """Tell whether the report says the same: enough words, and no number or name that it lacks."""
        return self.share(text) >= share and not self._adds(text)

    def _adds(self, text: str) -> bool:
        for index, (word, start, _) in enumerate(find_words(text)):
            solid = word.removesuffix("'s").removesuffix("’s")
            named = index > 0 and text[start].isupper() and not self._names(solid)
            if (word[0].isdigit() and word not in self._words) or (named and solid not in STOP_WORDS):
                return True
        return False

    def _names(self, name: str) -> bool:
        return name in self._words or all(part in self._words for part in name.split("-"))


def _find_content(text: str) -> list[str]:
    return [word for word, _, _ in find_words(text) if len(word) > 2 and word not in STOP_WORDS]
