"""The headline: stated, the page's own, or the first line of the text that looks like one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.clean.captions import Told
from dateline.clean.dateline import find_dateline
from dateline.clean.lines import Line, Look, ends_sentence, look_at
from dateline.clean.stamps import read_stamp
from dateline.words import fold

MAX_WORDS = 30
"""The longest of 35 hand-checked headlines has 22 words; standfirsts begin at about 20."""

HEAD = 8
"""A headline stands among the first so many lines."""

TOLD_TITLE = 0.5
"""Share of a headline's content words that its report has; 5 of 328 real headlines (BASIL, the keys) have less, and
those stay headlines where no other line has more."""

MASTHEAD_WORDS = 5
"""Names of papers are this long at most. A choice."""

LABEL_WORDS = 3
"""A first line of so few words above a longer headline is the label of a section."""

_TAIL = re.compile(r"\s+(?:[|»]|::?|[-–—])\s+(?P<tail>[^|»]{2,40})$")
_SITES = """
    news times post daily herald online today tribune gazette journal telegraph guardian independent mirror express mail
    press star sun chronicle observer standard bbc cnn npr reuters ap afp rt bloomberg newspaper magazine review network
    radio tv television politics world business sport sports home opinion
"""
_SITE_WORDS = frozenset(_SITES.split())
"""Words that names of sites and sections are made of."""

_NOT_TITLE = re.compile(r"(?i:by\s|https?:|www\.)|[A-Z][A-Z .'-]+:\s")
"""Openings of bylines, addresses and speaker lines."""


@dataclass(frozen=True, slots=True)
class Opening:
    """Where the headline stands in the lines of a text, if it does, and what else is on that line."""

    title: str | None
    index: int | None
    """Line that holds the headline; None when it is only stated."""
    rest: str
    """What follows the headline on its line: a site's name, a stamp. Furniture."""
    number: int = 0
    """Number of that line in the source."""
    body: str = ""
    """Article text that follows the headline on its line, in texts that lost their newlines."""
    above: tuple[Line, ...] = ()
    """Lines above the headline that look like one and have nothing to do with the report: mastheads, menus."""


def strip_tail(title: str, outlet: str | None = None) -> tuple[str, str]:
    """Split " | Site name" off a headline; the tail is empty unless it clearly is a site's or section's name.

    Tails in a row ("… | Opinion | The Site") go together.
    """
    head, tail = _strip_last(title, outlet)
    if tail:
        head, more = strip_tail(head, outlet)
        tail = f"{more} {tail}".strip()
    return head, tail


def _strip_last(title: str, outlet: str | None) -> tuple[str, str]:
    match = _TAIL.search(title)
    if not match or len(title[: match.start()].split()) < 3:
        return title, ""
    tail = match["tail"].strip()
    words = fold(tail).split()
    named = outlet is not None and fold(tail) in {fold(outlet), fold(outlet).removeprefix("the ")}
    bar = match.group().strip()[0] in "|»:"
    sited = len(words) <= 5 and any(word.strip(".,") in _SITE_WORDS for word in words)
    domain = re.fullmatch(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,4}", tail.lower()) is not None
    proper = all(word[0].isupper() or not word[0].isalpha() for word in tail.split() if len(word) > 3)
    if named or domain or (proper and sited) or (bar and proper and len(words) <= 4):
        return title[: match.start()].rstrip(), title[match.start() :].strip()
    return title, ""


def find_title(lines: Sequence[Line], stated: str | None, outlet: str | None, told: Told) -> Opening:
    """Settle the headline of a text whose clear furniture is gone, and where it stands.

    ``told`` is what the report's paragraphs tell: of several lines that could be the headline, the first that speaks
    of it is.
    """
    if stated:
        title, tail = strip_tail(stated, outlet)
        return _place_stated(lines, title, tail)
    listed = _list_headlines(lines)
    found = [at for at in listed if not is_masthead(lines[at].text)] or listed
    if not found:
        return Opening(None, None, "")
    index = next((at for at in found if told.share(lines[at].text) >= TOLD_TITLE), found[0])
    if len(found) > 1 and index == found[0] and len(lines[index].text.split()) <= LABEL_WORDS:
        index = next((at for at in found[1:2] if len(lines[at].text.split()) > LABEL_WORDS), index)
    title, tail = strip_tail(lines[index].text, outlet)
    above = tuple(
        lines[at]
        for at in listed
        if at < index and (told.share(lines[at].text) < TOLD_TITLE or is_masthead(lines[at].text))
    )
    return Opening(title, index, tail, lines[index].number, above=above)


def is_masthead(text: str) -> bool:
    """Tell whether a line is a paper's name: few words, all capitalised, the last one that of papers and stations."""
    words = text.split()
    return len(words) <= MASTHEAD_WORDS and fold(words[-1]) in _SITE_WORDS and all(w[:1].isupper() for w in words)


def _list_headlines(lines: Sequence[Line]) -> list[int]:
    """Headline-like lines before the first paragraph of running text, at most ``HEAD`` lines down."""
    found: list[int] = []
    for index, line in enumerate(lines[:HEAD]):
        look = look_at(line)
        if look.good and not (index == 0 and is_headline(line.text, look)):
            break
        if is_headline(line.text, look) and index + 1 < len(lines):
            found.append(index)
    return found


def is_headline(text: str, look: Look) -> bool:
    """Tell whether a line can be a headline: some words, no full stop, no dateline, byline or speaker before it."""
    if not 2 <= look.words <= MAX_WORDS or _NOT_TITLE.match(text) or find_dateline(text, 0, len(text)):
        return False
    if not text[0].isalnum() and text[0] not in "\"'“‘$£€[(":
        return False
    return not ends_sentence(text) or text[-1] in "?!\"'”’"


def _place_stated(lines: Sequence[Line], title: str, tail: str) -> Opening:
    wanted = fold(title)
    cut = re.sub(r"\s*(?:\.{3}|…)$", "", wanted)
    for index, line in enumerate(lines[:HEAD]):
        folded = fold(line.text)
        if folded in {wanted, fold(f"{title} {tail}")}:
            return Opening(title, index, tail, line.number)
        rest = line.text[len(title) :].strip()
        if folded.startswith(wanted) and fold(line.text[: len(title)]) == wanted and _is_debris(rest):
            return Opening(line.text[: len(title)], index, rest, line.number)
        if folded.startswith(wanted) and _is_glued(title, rest):
            return Opening(title, index, "", line.number, rest)
        if cut != wanted and len(cut) > 15 and folded.startswith(cut) and not ends_sentence(line.text):
            return Opening(line.text, index, "", line.number)
    return Opening(title, None, "")


def _is_debris(rest: str) -> bool:
    """Tell whether what follows a headline on its line is a stamp, byline or site name."""
    return (
        read_stamp(rest) is not None or rest[:1] in "|»" or rest.lower().startswith(("by ", "updated:", "published:"))
    )


def _is_glued(title: str, rest: str) -> bool:
    """Tell whether a report goes on behind its headline on the same line, as in texts that lost their newlines."""
    return len(title.split()) >= 5 and len(rest) > 2 * len(title) and (rest[0].isupper() or rest[0] in "\"“'‘(")
