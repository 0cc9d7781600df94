"""The summary below the headline, and the section that the page's path names."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.clean.compose import Composed
from dateline.clean.dateline import find_dateline
from dateline.clean.lines import ends_sentence
from dateline.clean.sheet import AUTHOR, Sheet
from dateline.words import find_words, fold

LEAST_WORDS, MOST_WORDS = 6, 50
"""Length of a standfirst; shorter lines are labels, longer ones paragraphs."""

PARAGRAPHS = 3
"""A stated standfirst stands among the first so many paragraphs."""

SECTION_WORDS = 4
"""The longest name of a section."""

_PATH = re.compile(r"\s*[>›»/|]\s*")
_LISTED = re.compile(r"\s*(?:[•·▪●◦*–—-]\s|\d{1,2}[.)]\s)")


def find_standfirst(stated: str | None, sheet: Sheet, composed: Composed) -> tuple[int, int] | None:
    """Return the span of the standfirst in the article's text.

    It is the paragraph that the page states as its summary; else the first one, where a byline or stamp stands between
    it and the report, or where it alone is unfinished. None when nothing tells.
    """
    spans = [span for span in composed.paragraphs if span not in composed.captions]
    if stated:
        return next((span for span in spans[:PARAGRAPHS] if _is_same(stated, composed.text[slice(*span)])), None)
    if len(spans) < 2:
        return None
    text, after = (composed.text[slice(*span)] for span in spans[:2])
    if not LEAST_WORDS <= len(find_words(text)) <= MOST_WORDS or text.endswith(":") or _LISTED.match(text):
        return None
    if find_dateline(text, 0, len(text)):
        return None
    parted = _is_parted(sheet)
    dated = find_dateline(after, 0, len(after)) is not None
    return spans[0] if parted or dated or (not ends_sentence(text) and ends_sentence(after)) else None


def _is_same(stated: str, text: str) -> bool:
    """Tell whether a paragraph is the stated summary, or its beginning where that was cut off."""
    wanted, found = fold(stated).rstrip(" .…"), fold(text).rstrip(" .…")
    return wanted == found or (len(wanted) > 60 and found.startswith(wanted))


def _is_parted(sheet: Sheet) -> bool:
    """Tell whether a byline or stamp stands between the first two lines that stay."""
    kept = [index for index in sheet.kept if index not in sheet.captions]
    between = range(kept[0] + 1, kept[1]) if len(kept) > 1 else ()
    marks = [sheet.marks[index] for index in between if index in sheet.marks]
    return any(mark.kind == "stamp" or mark.why == AUTHOR for mark in marks)


def find_section(sheet: Sheet, sections: Sequence[str]) -> str | None:
    """Return the section that a path through the site ends in, or that stands beside a header stamp (``sections``)."""
    for index, mark in sheet.marks.items():
        text = sheet.lines[index].text
        if mark.kind == "navigation" and re.match(r"home\s*[>›»/|]", text, re.IGNORECASE):
            last = _PATH.split(text)[-1].strip()
            if last and len(last.split()) <= SECTION_WORDS:
                return last
    return next((name for name in sections if name), None)
