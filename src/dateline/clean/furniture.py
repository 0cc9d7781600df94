"""The line furniture finder: which lines of a text are not the article. When unsure, a line stays.

Some lines are clear by their own words (labels, notices, credits, captions) or by what was learned of them; the rest
take their class from where they stand (``context``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from dateline.clean.appeals import APPEALS
from dateline.clean.captions import Told, find_sign, strip_credit
from dateline.clean.context import mark_above, mark_biographies, mark_listed, mark_related, mark_weak
from dateline.clean.dateline import find_dateline
from dateline.clean.days import find_stamp
from dateline.clean.imprint import IMPRINT
from dateline.clean.interface import BARS, INTERFACE
from dateline.clean.lexicon import BREADCRUMB, UI_LINE
from dateline.clean.lines import Line
from dateline.clean.outline import STOCK, key_line
from dateline.clean.sheet import AUTHOR, Mark, Sheet, lay_out
from dateline.clean.signatures import read_byline, read_signature
from dateline.clean.stamps import Stamp, read_stamp
from dateline.words import fold

HEAD_LINES = 8
"""Stamps and bylines stand within so many lines of the top, or as many of the end."""

REPEAT_WORDS = 8
"""A line of so many words that stood before is a repeat; shorter ones and questions may be asked twice."""

WORD_CHARS = 20
"""Lines of longer words than this on average are code or hostile, and no pattern is tried on them."""

GALLERY_CAPTIONS = 12
"""A page with so many signed captions is a picture gallery around a report: what they say beside it is left out."""

NAME_CHARS = 60
"""The longest name of an outlet or section."""

BYLINE_WORDS = 16
"""The longest of the bylines at hand, with office and outlet behind it."""

_NOTICES = (*INTERFACE, *APPEALS, *IMPRINT)
MOST_WORDS = max(notice.max_words for notice in _NOTICES)
"""No notice takes out a longer line."""

_LETTER = re.compile(r"[^\W_]")
_INITIALS = re.compile(r"[A-Z]{2,4} (?=[A-Z][a-z]* )")
"""Credit of a picture by initials, before its caption."""

_ORNAMENT = re.compile(r"^(?:[\s•·▪●◦»›>←→▶►▼▲✓✔★☆|*+]+|[-–]\s+)(?=\w)")
"""Bullets and arrows before a label."""


def find_furniture(
    lines: Sequence[Line],
    title: str | None,
    *,
    light: bool = False,
    learned: Mapping[str, Mark] | None = None,
    above: int = 0,
    names: AbstractSet[str] = frozenset(),
) -> Sheet:
    """Mark the lines of a text that are not the article.

    ``lines`` are those without the headline, ``title`` is the headline: said again, it is a repeat; the first ``above``
    lines stood above it. ``light``: the text came out of a page's markup already, so only lines that are clear by
    themselves are marked. ``learned`` are marks of lines that recur, by ``key_line``; ``names`` those of outlet and
    section, folded.
    """
    sheet = lay_out(lines)
    _mark_clear(sheet, learned or {}, names)
    _mark_head_and_foot(sheet, above)
    _mark_repeats(sheet, title)
    signed = _find_captions(sheet)
    mark_biographies(sheet)
    if not light:
        mark_above(sheet, above)
        mark_listed(sheet, signed)
        mark_related(sheet, signed)
        mark_weak(sheet, above)
    _mark_scraps(sheet)
    _mark_stock(sheet, learned or {})
    _settle_captions(sheet, signed, light=light)
    return sheet


def _mark_clear(sheet: Sheet, learned: Mapping[str, Mark], names: AbstractSet[str]) -> None:
    for index, line in enumerate(sheet.lines):
        mark = read_notice(line.text, sheet.looks[index].words) or _recall(line.text, learned)
        if mark and not (mark.why == BARS and _is_row(sheet, index)):
            sheet.marks[index] = mark
        elif len(line.text) <= NAME_CHARS and fold(line.text) in names:
            sheet.marks[index] = Mark("navigation", "holds nothing but the name of the outlet or section", 0.9)


def _is_row(sheet: Sheet, index: int) -> bool:
    """Tell whether a line with bars is a row of a table: a line beside it has as many of them."""
    bars = sheet.lines[index].text.count("|")
    beside = (*sheet.lines[max(0, index - 1) : index], *sheet.lines[index + 1 : index + 2])
    return any(line.text.count("|") == bars for line in beside)


def read_notice(text: str, words: int) -> Mark | None:
    """Return what a line is by its own words alone: label, notice or path; None for anything else."""
    text = _ORNAMENT.sub("", text) or text
    if len(text) <= 120 and UI_LINE.fullmatch(text):
        return Mark("navigation", "holds nothing but labels of the page", 0.97)
    low = text.lower() if words <= MOST_WORDS else ""
    for notice in _NOTICES:
        fits = words <= notice.max_words and len(text) <= WORD_CHARS * notice.max_words
        if fits and (not notice.needs or any(part in low for part in notice.needs)) and notice.pattern.search(text):
            return Mark(notice.kind, notice.why)
    if words <= 14 and BREADCRUMB.match(text) and (len(re.findall("[>›»]", text)) > 1 or fold(text).startswith("home")):
        return Mark("navigation", "path through the site")
    return None if _LETTER.search(text) else Mark("navigation", "holds no words", 0.99)


def _recall(text: str, learned: Mapping[str, Mark]) -> Mark | None:
    """Return what is learned of a line; nothing for datelines and bylines, which recur and are read."""
    key = key_line(text) if learned else ""
    if key not in learned or key.startswith(STOCK) or read_byline(text) or find_dateline(text, 0, len(text)):
        return None
    return learned[key]


def _mark_head_and_foot(sheet: Sheet, above: int) -> None:
    """Stamps, bylines and credits, near the top or the end. A day above the headline may be that of the visit, and
    counts only where no other stands."""
    good = sheet.good()
    first, last = (good[0], good[-1]) if good else (HEAD_LINES, len(sheet.lines))
    early: list[Stamp] = []
    for index, line in enumerate(sheet.lines):
        head = index < max(first, HEAD_LINES)
        if not (head or index > min(last, len(sheet.lines) - HEAD_LINES)):
            continue
        stamp = read_stamp(line.text, bare=head)
        signed = read_signature(line.text, bare=index > last or (head and _touches(sheet, index)))
        byline = read_byline(line.text) if sheet.looks[index].words <= BYLINE_WORDS else None
        if stamp:
            (early if index < above else sheet.stamps).append(stamp)
            sheet.marks[index] = Mark("stamp", "says when the page was published or updated")
        elif signed:
            sheet.agencies.append(signed.agency)
            sheet.byline = sheet.byline or signed.author
            sheet.marks[index] = Mark("credit", "says whose report it is")
        elif byline and index not in sheet.marks:
            sheet.byline = sheet.byline or byline
            if found := find_stamp(line.text):
                sheet.stamps.append(Stamp(found[0], None))
            sheet.marks[index] = Mark("credit", AUTHOR)
    sheet.stamps.extend(early)


def _touches(sheet: Sheet, index: int) -> bool:
    """Tell whether a line of the head stands first, or beside a stamp or byline."""
    beside = [sheet.marks.get(index - 1), sheet.marks.get(index + 1)]
    after = sheet.lines[index + 1].text if index + 1 < len(sheet.lines) else ""
    return index == 0 or any(mark and mark.kind in {"stamp", "credit"} for mark in beside) or bool(read_stamp(after))


def _mark_repeats(sheet: Sheet, title: str | None) -> None:
    """The headline again, and long lines that stood before."""
    good = sheet.good()
    head = good[0] if good else HEAD_LINES
    wanted = fold(title) if title else None
    seen: set[str] = set()
    for index in sheet.kept:
        folded = fold(sheet.lines[index].text)
        long = sheet.looks[index].words >= REPEAT_WORDS and not folded.endswith("?")
        if (folded == wanted and index <= head) or (folded in seen and long):
            sheet.marks[index] = Mark("repeat", "stood before in the same words", 0.98)
        seen.add(folded)
    _mark_doubled(sheet)


def _mark_doubled(sheet: Sheet) -> None:
    """Short lines between repeats that stood before too: a text that was pasted twice."""
    seen: set[str] = set()
    for index, line in enumerate(sheet.lines):
        folded = fold(line.text)
        before, after = (sheet.marks.get(index + step) for step in (-1, 1))
        ends = index + 1 == len(sheet.lines)
        if index not in sheet.marks and folded in seen and _repeats(before) and (ends or _repeats(after)):
            sheet.marks[index] = Mark("repeat", "stood before in the same words", 0.9)
        seen.add(folded)


def _repeats(mark: Mark | None) -> bool:
    return mark is not None and mark.kind == "repeat"


def _find_captions(sheet: Sheet) -> set[int]:
    """Captions by their own signs, and unfinished lines under a bare credit; pure credits are marked at once."""
    signed: set[int] = set()
    after_credit = False
    for index in sheet.kept:
        sign = find_sign(sheet.lines[index], sheet.looks[index])
        if sign == "credit":
            sheet.marks[index] = Mark("credit", "credit of a picture")
        elif sign == "gallery":
            sheet.marks[index] = Mark("caption", "picture gallery")
        elif sign == "caption" or (after_credit and sheet.looks[index].words >= 4 and not sheet.looks[index].ends):
            signed.add(index)
        after_credit = sign == "credit"
    if len(signed) >= GALLERY_CAPTIONS:
        signed |= {
            index
            for index in sheet.kept
            if not sheet.looks[index].ends
            and sheet.looks[index].words >= 6
            and _INITIALS.match(sheet.lines[index].text)
        }
    return signed


def _mark_scraps(sheet: Sheet) -> None:
    """A word or two in lower case behind a finished line: the rest of a line that was cut."""
    kept = sheet.kept
    for before, index in pairwise(kept):
        scrap = sheet.looks[index].words <= 2 and sheet.lines[index].text[0].islower() and sheet.looks[index].ends
        if scrap and sheet.looks[before].ends:
            sheet.marks[index] = Mark("navigation", "scrap of a line", 0.8)


def _mark_stock(sheet: Sheet, learned: Mapping[str, Mark]) -> None:
    """Stock sentences that recur, where furniture stands on both sides: among paragraphs they may tell something."""
    for index in sheet.kept:
        mark = learned.get(key_line(sheet.lines[index].text)) if learned else None
        beside = [other in sheet.marks for other in (index - 1, index + 1) if 0 <= other < len(sheet.lines)]
        if mark and all(beside):
            sheet.marks[index] = mark


def _settle_captions(sheet: Sheet, signed: set[int], *, light: bool) -> None:
    """Captions that repeat the report go, and those of a gallery; others that tell something stay, marked."""
    body = [line.text for index, line in enumerate(sheet.lines) if index not in sheet.marks and index not in signed]
    told = Told(body)
    gallery = len(signed) >= GALLERY_CAPTIONS
    for index in sorted(signed):
        text = strip_credit(sheet.lines[index].text)
        if told.holds(text):
            sheet.marks[index] = Mark("caption", "caption; the report tells the same", 0.85)
        elif gallery:
            sheet.marks[index] = Mark("caption", "one of many captions of a picture gallery", 0.8)
        elif not light or body:
            sheet.captions.add(index)
