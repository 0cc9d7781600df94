"""The line furniture finder: which lines of a text are not the article. When unsure, a line stays.

After jusText: some lines are clear by themselves (phrase lists, notices, captions, long paragraphs of running text);
the rest take their class from where they stand (before the first or after the last good paragraph) and from their
neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.clean.captions import Told, find_sign, strip_credit
from dateline.clean.lexicon import BREADCRUMB, BYLINE, NOTICES, UI_LINE
from dateline.clean.lines import GOOD_STOP_SHARE, Line, Look, look_at
from dateline.clean.stamps import Stamp, read_stamp
from dateline.words import fold

HEAD_LINES = 8
"""Stamps and bylines stand within so many lines of the top, or as many of the end."""

ORDERLY_SHARE = 0.8
"""Share of long lines that end like a sentence in an orderly text; only there does a missing stop tell."""

ORDERLY_LINES = 5
"""Fewer long lines than this say nothing about a text's habits."""

RELATED_WORDS = (6, 18)
"""Headlines of other stories have so many words; sub-heads are shorter."""

RELATED_SHARE = 0.45
"""A headline that shares fewer content words with the report than this belongs to another story."""

REPEATED_SHARE = 0.75
"""An unsigned line without end is a caption when so many of its content words stand in the report."""

UNSIGNED_WORDS = 10
"""Unsigned captions are whole sentences of at least so many words; sub-heads and list items are shorter."""

REPEAT_WORDS = 8
"""A line of so many words that stood before is a repeat; shorter ones and questions may be asked twice."""

WEAK_WORDS = 8
"""A line of at most so many words without a sentence end takes its class from furniture beside it."""

_CONTAGIOUS = {"navigation", "share", "comment", "legal", "promotion", "advert", "related", "counter"}
"""Furniture that comes in blocks; a credit, stamp or repeat says nothing about the line beside it."""

_LISTED = re.compile(r"\s*(?:[•·▪●◦*–—-]\s|\d{1,2}[.)]\s|[“\"'‘(\[])")
_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|been|will|would|can|could|did|does|do)\b|^The ")
"""Words that sentences have and headlines leave out: a line with one is no headline of another story."""

_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{1,40}(?:, [A-Z ]+)?:")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line is, other than article text, and why we think so."""

    kind: str
    why: str


@dataclass(slots=True)
class Sheet:
    """The lines of a text and what was found about each. Filled step by step, each step seeing those before it."""

    lines: Sequence[Line]
    looks: list[Look]
    marks: dict[int, Mark]
    captions: set[int]
    """Lines that are captions but tell something the report does not: they stay, marked."""
    stamps: list[Stamp]
    byline: str | None = None

    @property
    def kept(self) -> list[int]:
        """Indexes of the lines that stay, in order."""
        return [index for index in range(len(self.lines)) if index not in self.marks]

    def good(self) -> list[int]:
        """Indexes of paragraphs of running text."""
        return [
            index
            for index, look in enumerate(self.looks)
            if look.good and index not in self.marks and index not in self.captions
        ]


def find_furniture(lines: Sequence[Line], title: str | None, *, light: bool = False) -> Sheet:
    """Mark the lines of a text that are not the article.

    ``lines`` are those without the headline, ``title`` is the headline: said again, it is a repeat. ``light``: the
    text came out of a page's markup already, so only lines that are clear by themselves are marked.
    """
    sheet = Sheet(lines, [look_at(line) for line in lines], {}, set(), [])
    _mark_clear(sheet)
    _mark_head_and_foot(sheet)
    _mark_repeats(sheet, title)
    signed = _find_captions(sheet)
    if not light:
        _mark_related(sheet, signed)
        _mark_weak(sheet)
    _settle_captions(sheet, signed, light=light)
    return sheet


def _mark_clear(sheet: Sheet) -> None:
    for index, line in enumerate(sheet.lines):
        mark = read_notice(line.text, sheet.looks[index].words)
        if mark:
            sheet.marks[index] = mark


def read_notice(text: str, words: int) -> Mark | None:
    """Return what a line is by its own words alone: label, notice or path; None for anything else."""
    if len(text) <= 120 and UI_LINE.fullmatch(text):
        return Mark("navigation", "holds nothing but labels of the page")
    for notice in NOTICES:
        if words <= notice.max_words and notice.pattern.search(text):
            return Mark(notice.kind, notice.why)
    if words <= 14 and BREADCRUMB.match(text) and (len(re.findall("[>›»]", text)) > 1 or fold(text).startswith("home")):
        return Mark("navigation", "path through the site")
    return None if _LETTER.search(text) or words else Mark("navigation", "holds no words")


def _mark_head_and_foot(sheet: Sheet) -> None:
    """Stamps and bylines, near the top or the end."""
    good = sheet.good()
    first, last = (good[0], good[-1]) if good else (HEAD_LINES, len(sheet.lines))
    for index, line in enumerate(sheet.lines):
        if not (index < max(first, HEAD_LINES) or index > min(last, len(sheet.lines) - HEAD_LINES)):
            continue
        stamp = read_stamp(line.text, bare=index < max(first, HEAD_LINES))
        if stamp:
            sheet.stamps.append(stamp)
            sheet.marks[index] = Mark("stamp", "says when the page was published or updated")
        elif sheet.looks[index].words <= 16 and (match := BYLINE.match(line.text)) and index not in sheet.marks:
            sheet.byline = sheet.byline or match.group(1).strip()
            sheet.marks[index] = Mark("credit", "says who wrote the report")


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
            sheet.marks[index] = Mark("repeat", "stood before in the same words")
        seen.add(folded)


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
    return signed


def _is_orderly(sheet: Sheet, signed: set[int]) -> bool:
    """Tell whether the text's long lines nearly all end like sentences, so that one that does not stands out."""
    texts = [index for index in sheet.kept if index > 0 and index not in signed]
    long = [sheet.looks[index] for index in texts if sheet.looks[index].words >= 12]
    return len(long) >= ORDERLY_LINES and sum(look.ends for look in long) >= ORDERLY_SHARE * len(long)


def _mark_related(sheet: Sheet, signed: set[int]) -> None:
    """Headlines of other stories, and unsigned captions, between paragraphs of an orderly text."""
    kept = sheet.kept
    good = set(sheet.good()) - signed
    if not good or not _is_orderly(sheet, signed):
        return
    first = min(good)
    told = Told([sheet.lines[index].text for index in sorted(good)])
    for place, index in enumerate(kept):
        look, text = sheet.looks[index], sheet.lines[index].text
        listed = _LISTED.match(text) or _SPEAKER.match(text)
        if look.ends or listed or index in signed or index < first or look.words < RELATED_WORDS[0]:
            continue
        if _is_unsigned_caption(place, kept, sheet) and told.holds(text, REPEATED_SHARE):
            signed.add(index)
        elif _is_foreign(text, look, told) and _stands_alone(place, kept, sheet, good):
            sheet.marks[index] = Mark("related", "headline between paragraphs that speaks of something else")


def _is_unsigned_caption(place: int, kept: Sequence[int], sheet: Sheet) -> bool:
    """Tell whether an unfinished line is worded as a sentence and is no item of a list, as few others are beside it."""
    look, text = sheet.looks[kept[place]], sheet.lines[kept[place]].text
    beside = [sheet.looks[index].ends for index in kept[max(0, place - 2) : place + 3]]
    worded = text[0].isupper() and text[-1] not in ",;" and look.stop_share >= GOOD_STOP_SHARE
    return worded and look.words >= UNSIGNED_WORDS and beside.count(False) <= 2


def _is_foreign(text: str, look: Look, told: Told) -> bool:
    """Tell whether an unfinished line is worded as a headline and shares little with the report."""
    return look.words <= RELATED_WORDS[1] and not _CLAUSE.search(text) and told.share(text) < RELATED_SHARE


def _stands_alone(place: int, kept: Sequence[int], sheet: Sheet, good: set[int]) -> bool:
    """Tell whether the lines before and behind that stay are both running text, and the one before is finished."""
    if place == 0 or kept[place - 1] not in good or sheet.lines[kept[place - 1]].text.endswith(":"):
        return False
    return place + 1 == len(kept) or kept[place + 1] in good


def _mark_weak(sheet: Sheet) -> None:
    """Short unfinished lines outside the report that touch furniture; spreads from line to line, as in jusText."""
    good = sheet.good()
    if not good:
        return
    order = list(range(len(sheet.lines)))
    for step in (1, -1):
        for index in order[::step]:
            beside = sheet.marks.get(index - step)
            outside = index < good[0] or index > good[-1]
            if beside is None or beside.kind not in _CONTAGIOUS or not outside or index in sheet.marks:
                continue
            if _is_weak(sheet, index):
                sheet.marks[index] = Mark(beside.kind, "short line beside furniture, outside the report")


def _is_weak(sheet: Sheet, index: int) -> bool:
    look, text = sheet.looks[index], sheet.lines[index].text
    unfinished = not look.ends or text.endswith("?") or look.words <= 3
    listed = _LISTED.match(text) and not _is_ranked(sheet, index)
    return look.words <= WEAK_WORDS and unfinished and not listed and not _SPEAKER.match(text)


def _is_ranked(sheet: Sheet, index: int) -> bool:
    """Tell whether a numbered line behind the report stands in a list of most-read stories."""
    good = sheet.good()
    ranked = re.match(r"\d{1,2}[.)]?\s", sheet.lines[index].text) is not None
    return ranked and bool(good) and index > good[-1]


def _settle_captions(sheet: Sheet, signed: set[int], *, light: bool) -> None:
    """Captions that repeat the report go; those that tell something stay, marked."""
    body = [line.text for index, line in enumerate(sheet.lines) if index not in sheet.marks and index not in signed]
    told = Told(body)
    for index in sorted(signed):
        text = strip_credit(sheet.lines[index].text)
        if told.holds(text):
            sheet.marks[index] = Mark("caption", "caption; the report tells the same")
        elif not light or body:
            sheet.captions.add(index)
