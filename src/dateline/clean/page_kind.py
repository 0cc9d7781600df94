"""Pages that hold no article: errors and walls, indexes and search results, videos and galleries, paywalls.

A report that is dropped is lost, and an index that is read is noise that later stages set aside; so a page is refused
only on two signs at once: it says what it is, or shows it by its links, and it tells next to nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from lxml.etree import XPath

from dateline.clean.body import is_prose
from dateline.clean.fields import is_front
from dateline.clean.structured import ARTICLE_TYPES, Structured, find_types
from dateline.words import WORD

FEW_WORDS = 60
"""Words of prose below which a page of a video, of pictures or behind a wall tells no report: two paragraphs."""

STUB_WORDS = 30
"""Words of prose below which a page behind a paywall is a teaser; the shortest real reports at hand have 45."""

REPORT = 3
"""Paragraphs of prose behind each other from which on a text is a report; teasers stand below heads of their own."""

LINKED_HEADS = 8
"""Linked headlines from which on a page looks like an index."""

_HEAD_LINKS = XPath(
    "//h2//a[@href] | //h3//a[@href] | //h4//a[@href] | //a[@href]//h2 | //a[@href]//h3 | //a[@href]//h4"
)
_TITLES = XPath("//title | //h1")
_ERROR = re.compile(
    r"(?:error\W*)?(?:40[0-9]|410|429|50[0-4])(?:\W*error)?|error"
    r"|(?:http )?(?:40[0-9]|50[0-4])?\W*(?:error\W*)?(?:this |the |that )?(?:page|file|article|story|content)?"
    r"(?: you (?:requested|are looking for))? ?(?:was |is |could |can ?)?(?:not (?:be )?found|unavailable|missing"
    r"|no longer (?:exists|available)|doesn['’]t exist)"
    r"|access denied|forbidden|bad gateway|service (?:temporarily )?unavailable|internal server error"
    r"|gateway time-?out|oops|temporarily unavailable|request rejected|(?:40[0-9]|50[0-4]) \w+(?: \w+)?",
    re.IGNORECASE,
)
"""A whole part of a title, between its bars, dashes and colons."""

_WALL = re.compile(
    r"just a moment\b|attention required|are you (?:a )?(?:human|robot)|verify(?:ing)? (?:that )?you are (?:a )?human"
    r"|security check|checking your browser|enable javascript and cookies|unusual (?:traffic|activity)|ddos protection"
    r"|before you continue|we value your privacy|cookie (?:consent|settings|preferences)|manage (?:your )?consent"
    r"|human verification|pardon our interruption|robot check|please (?:enable|turn on) javascript",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\s*[|:•]\s*|\s+[–—-]\s+")
_SITE_WORDS = 3
"""Words of a title's part that may be the name of a site beside an error."""

_PAYWALL = re.compile(
    r"subscribe (?:now )?(?:to|for) (?:continue|read|unlock|keep|get (?:full|unlimited))|to (?:continue|keep) reading"
    r"|(?:already|existing) (?:a )?(?:subscriber|member)|subscriber[s']*[- ](?:only|exclusive)"
    r"|(?:for|to) subscribers only"
    r"|(?:this|the) (?:article|content|story) is (?:reserved |only )?(?:available )?(?:for|to) (?:our )?subscribers"
    r"|(?:log|sign) in to (?:continue|read)|create (?:a|your) free account to",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"/(?:tags?|topics?|category|categories|search|archives?|authors?|sections?|hub|collections?|page/\d+)(?:/|$)",
    re.IGNORECASE,
)
_INDEX_TYPES = frozenset({"collectionpage", "searchresultspage", "profilepage", "itemlist", "aboutpage", "contactpage"})
_PICTURE_TYPES = frozenset({"imagegallery", "mediagallery", "imageobject"})


@dataclass(frozen=True, slots=True)
class Links:
    """What of a page must be counted before furniture is taken out of it."""

    heads: int
    """Headlines that lead elsewhere."""
    titles: tuple[str, ...]


def count_links(tree: Any) -> Links:
    """Count the linked headlines of a page, and note its titles."""
    titles = [" ".join(node.text_content().split()) for node in _TITLES(tree)[:3]]
    return Links(len(_HEAD_LINKS(tree)), tuple(filter(None, titles)))


def find_refusal(structured: Structured, links: Links, url: str | None, text: str) -> str | None:
    """Return in words why a page holds no article; None when it may hold one."""
    lines = [line for line in text.split("\n") if line]
    prose = [line for line in lines if is_prose(line)]
    longest = max((len(list(run)) for told, run in groupby(map(is_prose, lines)) if told), default=0)
    words = sum(len(WORD.findall(line)) for line in prose)
    types = {kind for node in structured.nodes for kind in find_types(node)}
    stated = bool(find_types(structured.article) & ARTICLE_TYPES) and bool(structured.article.get("datePublished"))
    return (
        _find_error(links, text, words, stated)
        or _find_index(structured, links, url, types, len(prose), stated or longest >= REPORT)
        or _find_pictures(structured, types, words, stated)
        or _find_stub(structured, text, prose)
    )


def _find_error(links: Links, text: str, words: int, stated: bool) -> str | None:
    """Errors and walls name themselves in their title and tell little."""
    if stated or words > 2 * FEW_WORDS:
        return None
    for title in links.titles:
        parts = [part.strip(" .!…?") for part in _PARTS.split(title) if part.strip(" .!…?")]
        if _says(parts, _ERROR.fullmatch):
            return f'the page is an error page: "{title}"'
        if _says(parts, _WALL.search):
            return f'the page stands before the article and lets nobody through: "{title}"'
    if words <= FEW_WORDS and (match := _WALL.search(text[:600])):
        return f'the page stands before the article and lets nobody through: "{match.group()}"'
    return None


def _says(parts: Sequence[str], match: Callable[[str], object]) -> bool:
    """Tell whether a title says it in one part, and the others are at most a site's name."""
    told = [match(part) is not None and len(part.split()) <= 8 for part in parts]
    return any(told) and all(say or len(part.split()) <= _SITE_WORDS for part, say in zip(parts, told, strict=True))


def _find_index(
    structured: Structured, links: Links, url: str | None, types: set[str], prose: int, told: bool
) -> str | None:
    """An index says or shows in its address what it is, has many linked headlines, and little beside them."""
    kind = (structured.first_meta("og:type") or "").lower()
    if told or kind == "article" or structured.first_meta("article:published_time"):
        return None
    address = url or structured.first_meta("og:url") or ""
    path = urlsplit(address).path if address else ""
    said = bool(types & _INDEX_TYPES) or (bool(address) and is_front(address)) or bool(_LISTING.search(path))
    searched = re.search(r"[?&](?:q|s|query|search)=", address) is not None
    if links.heads >= LINKED_HEADS and (
        ((said or searched) and links.heads >= prose) or links.heads >= 3 * max(prose, 4)
    ):
        return f"the page is an index: {links.heads} headlines that lead elsewhere, {prose} paragraphs"
    return None


def _find_pictures(structured: Structured, types: set[str], words: int, stated: bool) -> str | None:
    if stated or words >= FEW_WORDS:
        return None
    kind = (structured.first_meta("og:type") or "").lower()
    if kind.startswith("video") or ("videoobject" in types and not types & ARTICLE_TYPES):
        return f"the page shows a video and tells {words} words"
    if "gallery" in kind or (types & _PICTURE_TYPES - {"imageobject"} and not types & ARTICLE_TYPES):
        return f"the page shows pictures and tells {words} words"
    return None


def _find_stub(structured: Structured, text: str, prose: list[str]) -> str | None:
    """What a paywall leaves of a report: a sentence or two, with a call to subscribe or a note in the page's data."""
    if sum(len(WORD.findall(line)) for line in prose) >= 2 * FEW_WORDS:
        return None
    free = structured.article.get("isAccessibleForFree")
    closed = free is False or (isinstance(free, str) and free.strip().lower() == "false")
    called = _PAYWALL.search(text) is not None
    words = sum(len(WORD.findall(line)) for line in prose if not _PAYWALL.search(line))
    if (closed or called) and words < STUB_WORDS:
        return f"a paywall leaves {words} words of the article"
    return None
