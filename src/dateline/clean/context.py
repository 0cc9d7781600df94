"""What a line is by where it stands: among other furniture, outside the report, below a label that announces a list.

After jusText: lines that are not clear by themselves take their class from their place (before the first or after the
last good paragraph) and from their neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.clean.captions import Told
from dateline.clean.dateline import find_dateline
from dateline.clean.lines import GOOD_STOP_SHARE, Look
from dateline.clean.sheet import Mark, Sheet

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

WEAK_WORDS = 8
"""A line of at most so many words without a sentence end takes its class from furniture beside it."""

STANDFIRST_WORDS = 5
"""Shorter lines below a headline are labels."""

ABOVE_WORDS = 8
"""The longest label of menus and sections above a headline."""

LISTED_LINES = 10
"""Lists of other stories have so many headlines at most."""

FOOT_LINES = 5
"""Lines at the end among which the author is told of."""

BIOGRAPHY_WORDS = 45
"""The longest line about an author."""

_CONTAGIOUS = {"navigation", "share", "comment", "legal", "promotion", "advert", "related", "counter"}
"""Furniture that comes in blocks; a credit, stamp or repeat says nothing about the line beside it."""

_LISTED = re.compile(r"\s*(?:[•·▪●◦*–—-]\s|\d{1,2}[.)]\s|[“\"'‘(\[])")
_ANNOUNCES = re.compile(
    r"(?:(?:also|now)? ?(?:read|see|watch|related|recommended|trending|more|most|latest|top|elsewhere|what|you"
    r"|around)"
    r"\b(?! more$)[^.!?:|»>]{0,40}[:|»>]?|read more:|related)\W*",
    re.IGNORECASE,
)
_BIOGRAPHY = re.compile(
    r"(?P<name>[A-Z][\w'’.-]+(?: [A-Z][\w'’.-]*){1,3})(?:,? (?:who|an?)\b.{0,60})? "
    r"(?:is|are|was|covers|covered|reports|writes|teaches|works|has (?:been|worked|covered|written|reported))\b"
)
_PRESS = re.compile(
    r"\b(?:is|are|was|as) (?:an? |the |our )?(?:[\w'’&.-]+ ){0,5}?(?:photographer|reporter|correspondent"
    r"|columnist|fellow"
    r"|professor|lecturer|writer|journalist|editor|analyst|author|contributor|producer|blogger|researcher)s?\b"
    r"(?: (?:at|for|of|with|in|based|and|on|covering|who|from)\b|[.,])|\b(?:covers|reports on|writes (?:about"
    r"|for|on))\b"
)
_CLAUSE = re.compile(r"\b(?:is|are|was|were|has|have|had|been|will|would|can|could|did|does|do)\b|^The ")
"""Words that sentences have and headlines leave out: a line with one is no headline of another story."""

_SPEAKER = re.compile(r"[A-Z][A-Z.'’ -]{1,40}(?:, [A-Z ]+)?:")


def _is_orderly(sheet: Sheet, signed: set[int]) -> bool:
    """Tell whether the text's long lines nearly all end like sentences, so that one that does not stands out."""
    texts = [index for index in sheet.kept if index > 0 and index not in signed]
    long = [sheet.looks[index] for index in texts if sheet.looks[index].words >= 12]
    return len(long) >= ORDERLY_LINES and sum(look.ends for look in long) >= ORDERLY_SHARE * len(long)


def mark_above(sheet: Sheet, above: int) -> None:
    """Short unfinished lines above the headline: names of papers and sections, weather, menus."""
    for index in range(min(above, len(sheet.lines))):
        look, text = sheet.looks[index], sheet.lines[index].text
        if index not in sheet.marks and look.words <= ABOVE_WORDS and not look.ends and not _LISTED.match(text):
            sheet.marks[index] = Mark("navigation", "short line above the headline", 0.85)


def mark_listed(sheet: Sheet, signed: set[int]) -> None:
    """Headlines below a label that announces other stories ("Related articles"), up to the first finished line."""
    under = 0
    for index, line in enumerate(sheet.lines):
        mark = sheet.marks.get(index)
        if mark and mark.kind == "related" and _ANNOUNCES.fullmatch(line.text):
            under = LISTED_LINES
            continue
        look = sheet.looks[index]
        headline = not look.ends and 2 <= look.words <= RELATED_WORDS[1] and not _SPEAKER.match(line.text)
        if mark or index in signed:
            continue
        if under and headline and not find_dateline(line.text, 0, len(line.text)):
            sheet.marks[index] = Mark("related", "headline below a label that announces other stories", 0.85)
            under -= 1
        else:
            under = 0


def mark_biographies(sheet: Sheet) -> None:
    """Lines at the end that say who the author is: the byline's name again, or an office of the press and a name that
    the report does not have."""
    kept = sheet.kept
    body = " ".join(sheet.lines[index].text for index in kept[:-FOOT_LINES])
    for index in kept[-FOOT_LINES:] if len(kept) > FOOT_LINES else kept[-1:]:
        match = _BIOGRAPHY.match(sheet.lines[index].text)
        if not match or (sheet.looks[index].words > BIOGRAPHY_WORDS):
            continue
        author = sheet.byline is not None and match["name"].split()[-1].casefold() in sheet.byline.casefold().split()
        if author or (_PRESS.search(sheet.lines[index].text) and match["name"].split()[-1] not in body):
            sheet.marks[index] = Mark("credit", "says who the author is", 0.85)


def mark_related(sheet: Sheet, signed: set[int]) -> None:
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
            sheet.marks[index] = Mark("related", "headline between paragraphs that speaks of something else", 0.75)


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


def mark_weak(sheet: Sheet, above: int) -> None:
    """Short unfinished lines outside the report that touch furniture; spreads from line to line, as in jusText.

    The line below the headline stays when it is long enough for a standfirst.
    """
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
            standfirst = index == above and sheet.looks[index].words >= STANDFIRST_WORDS
            if _is_weak(sheet, index) and not standfirst:
                sheet.marks[index] = Mark(beside.kind, "short line beside furniture, outside the report", 0.75)


def _is_weak(sheet: Sheet, index: int) -> bool:
    look, text = sheet.looks[index], sheet.lines[index].text
    unfinished = not look.ends or text.endswith("?") or (look.words <= 2 and text[-1] != ".")
    listed = _LISTED.match(text) and not _is_ranked(sheet, index)
    return look.words <= WEAK_WORDS and unfinished and not listed and not _SPEAKER.match(text)


def _is_ranked(sheet: Sheet, index: int) -> bool:
    """Tell whether a numbered line behind the report stands in a list of most-read stories."""
    good = sheet.good()
    ranked = re.match(r"\d{1,2}[.)]?\s", sheet.lines[index].text) is not None
    return ranked and bool(good) and index > good[-1]
