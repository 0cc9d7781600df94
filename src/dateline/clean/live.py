"""Live blogs: a page of many short reports, each with its own time, taken apart.

The page's JSON-LD gives the entries where it holds their text; else they are found in the markup, as the largest group
of like elements below one parent that each hold a time of day and some words. Only pages that say of themselves that
they are live are taken apart: comments and lists of teasers look the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from typing import Any

from lxml.etree import XPath

from dateline.clean.authors import clean_names, join_names
from dateline.clean.blocks import render_blocks
from dateline.clean.days import read_day, split_zone
from dateline.clean.structured import Structured, find_types, list_texts, read_body, read_text
from dateline.clean.vicinity import Vicinity
from dateline.words import fold

LEAST_ENTRIES = 3
"""Fewer timed elements are no live blog."""

MOST_ENTRIES = 2_000
"""Entries taken of one page; the longest live blog at hand has 40."""

LEAST_LETTERS = 40
"""Characters of an element that can be an entry."""

_SAYS_LIVE = re.compile(
    r"\blive(?:\s|-)?(?:blog|updates?|coverage|report|ticker|feed)s?\b|as it happened|\blive:|[-–—:|]\s*live\b"
    r"|^live\b|minute by minute",
    re.IGNORECASE,
)
_LIVE_NAME = re.compile(r"live-?_?(?:blog|update)", re.IGNORECASE)
_TIMES = XPath("//time[@datetime] | //*[@data-timestamp or @data-time or @data-datetime or @itemprop='datePublished']")
_HEADS = XPath("(.//h1 | .//h2 | .//h3 | .//h4)[1]")
_AUTHORS = XPath(
    ".//*[@rel='author' or @itemprop='author' or contains(@class, 'author') or contains(@class, 'byline')]"
)
_STAMPS = XPath(
    ".//time | .//*[contains(@class, 'timestamp') or contains(@class, 'share') or contains(@class, 'social')]"
)
_NO_ENTRY = re.compile(r"comment|related|teaser|recirc|promo|most-|sidebar", re.IGNORECASE)
_CLOCK = re.compile(r"T\d{2}:\d{2}")
_LEVELS = 8
"""Elements around a time among which its entry is looked for."""

_KEY = 60


@dataclass(frozen=True, slots=True)
class Entry:
    """One report of a live blog; ``published`` is ISO without zone."""

    text: str
    title: str | None
    byline: str | None
    published: str | None
    zone: str | None


def find_entries(tree: Any, structured: Structured, vicinity: Vicinity, title: str | None) -> tuple[Entry, ...]:
    """Return the entries of a live blog in the order of the page; none for any other page."""
    stated = "liveblogposting" in find_types(structured.article) or any(
        "liveblogposting" in find_types(node) for node in structured.nodes
    )
    if not (stated or _SAYS_LIVE.search(title or "") or vicinity.find_named(_LIVE_NAME)):
        return ()
    entries = _read_linked(structured) or _read_marked(tree)
    return entries[:MOST_ENTRIES] if len(entries) >= LEAST_ENTRIES else ()


def drop_live(title: str) -> str | None:
    """Return a live blog's title without the words that call it live; None when nothing is left."""
    return " ".join(_SAYS_LIVE.sub(" ", title).split()).strip(" :|–—-") or None


def _read_linked(structured: Structured) -> tuple[Entry, ...]:
    """The entries that JSON-LD gives with their text; none when it leaves most texts out."""
    listed = [node.get("liveBlogUpdate") for node in structured.nodes if "liveblogposting" in find_types(node)]
    updates = [update for part in listed if isinstance(part, list) for update in part if isinstance(update, dict)]
    found: dict[str, Entry] = {}
    for update in updates:
        text = read_body(update.get("articleBody")) or read_body(update.get("text")) or ""
        if len(text) >= LEAST_LETTERS:
            found.setdefault(text, _make_linked(update, text))
    return tuple(found.values()) if 2 * len(found) >= len(updates) else ()


def _make_linked(update: dict[str, Any], text: str) -> Entry:
    published, zone = _read_time(read_text(update.get("datePublished")) or read_text(update.get("dateModified")))
    names = clean_names(list_texts(update.get("author")))
    return Entry(text, read_text(update.get("headline")), join_names(names), published, zone)


def _read_time(value: str | None) -> tuple[str | None, str | None]:
    if value and value.isdigit() and len(value) in {10, 13}:
        return _read_epoch(int(value[:10]))
    day = read_day(value)
    return split_zone(day) if day and len(day) >= 10 else (None, None)


def _read_epoch(seconds: int) -> tuple[str, str]:
    """Seconds since 1970, as attributes for scripts have them, in UTC."""
    days, rest = divmod(seconds, 86_400)
    return f"{date.fromordinal(719_163 + days)}T{rest // 3600:02}:{rest % 3600 // 60:02}", "+00:00"


def _read_marked(tree: Any) -> tuple[Entry, ...]:
    """The entries that the markup shows: of all groups of like elements with a time, the largest."""
    groups: dict[tuple[Any, str], dict[Any, Any]] = {}
    for stamp in _TIMES(tree):
        around = list(stamp.iterancestors())
        if not _find_stamp(stamp)[0] or any(_NO_ENTRY.search(_name(outer)) for outer in around[:_LEVELS]):
            continue
        for inner, outer in zip([stamp, *around], around[:_LEVELS], strict=False):
            groups.setdefault((outer, _kind(inner)), {}).setdefault(inner, stamp)
    if not groups:
        return ()
    sized = [(sum(_is_told(node) for node in group), at, group) for at, group in enumerate(groups.values())]
    size, _, group = max(sized, key=lambda item: (item[0], -item[1]))
    if size < LEAST_ENTRIES:
        return ()
    return tuple(_make_marked(node, stamp) for node, stamp in group.items() if _is_told(node))


def _name(node: Any) -> str:
    return f"{node.get('class') or ''} {node.get('id') or ''}"


def _kind(node: Any) -> str:
    classes = (node.get("class") or "").split()
    return f"{node.tag} {classes[0] if classes else ''} {node.get('itemtype') or ''}"


def _is_told(node: Any) -> bool:
    return len(" ".join(node.text_content().split())) >= LEAST_LETTERS


def _find_stamp(node: Any) -> tuple[str | None, str | None]:
    """The moment that an element states for machines; nothing when it has no time of day."""
    for name in ("datetime", "content", "data-timestamp", "data-datetime", "data-time"):
        day, zone = _read_time(node.get(name))
        if day and _CLOCK.search(day):
            return day, zone
    return None, None


def _make_marked(node: Any, stamp: Any) -> Entry:
    published, zone = _find_stamp(stamp)
    copy = deepcopy(node)
    copy.tail = None
    heads = _HEADS(copy)
    title = " ".join(heads[0].text_content().split()) if heads else None
    names = clean_names([" ".join(part.text_content().split()) for part in _AUTHORS(copy)])
    for part in [*_STAMPS(copy), *_AUTHORS(copy), *heads]:
        if part is not copy and part.getparent() is not None:
            part.drop_tree()
    return Entry(render_blocks(copy), title or None, join_names(names), published, zone)


def find_intro(text: str, entries: Sequence[Entry]) -> str:
    """Return what a page tells before its first entry; nothing when its text holds none of them."""
    told = "\n".join(fold(f"{entry.title or ''} {entry.text}") for entry in entries)
    lines = text.split("\n")
    titles = {fold(entry.title) for entry in entries if entry.title}
    inside = [
        at
        for at, line in enumerate(map(fold, lines))
        if line in titles or (len(line) >= LEAST_LETTERS and line[:_KEY] in told)
    ]
    return "\n".join(lines[: inside[0]]).strip() if inside else ""
