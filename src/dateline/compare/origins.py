"""Which articles of a story are independent of each other: the partition into origins.

Counting articles overstates how many stand behind a point: a third of online news is all that is original (Cagé,
Hervé & Viaud 2017). Articles are one origin when one repeats the other's text or both credit the same agency.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.ids import content_id
from dateline.model import Article, Copy, Origin
from dateline.settings import AttestSettings
from dateline.words import fold

_FULL_NAMES = {
    "associated press": "ap",
    "agence france-presse": "afp",
    "agence france presse": "afp",
    "deutsche presse-agentur": "dpa",
    "press association": "pa",
    "pa media": "pa",
    "united press international": "upi",
    "yonhap news agency": "yonhap",
    "yonhap news": "yonhap",
    "xinhua news agency": "xinhua",
    "thomson reuters": "reuters",
    "reuters news agency": "reuters",
    "kyodo news": "kyodo",
    "tass news agency": "tass",
    "itar-tass": "tass",
    "efe news agency": "efe",
    "agencia efe": "efe",
    "press trust of india": "pti",
    "anadolu agency": "anadolu",
    "interfax news agency": "interfax",
}
"""Full names of agencies → the short name that credits use."""
_NOBODY = frozenset(
    "agencies agency wire wires staff reporter reporters correspondent correspondents newsroom".split()
) | {"wire services", "wire service", "wire reports", "news agencies", "news services", "news agency", "staff writer"}
"""Credits that name no one agency and so join nothing."""
_PARTS = re.compile(r"\s*(?:/|,|;|&|\+|\band\b|\bwith\b|\bvia\b)\s*")


def find_origins(
    story_id: str, articles: Sequence[Article], copies: Iterable[Copy], settings: AttestSettings
) -> list[Origin]:
    """Return the origins of a story in order of their ids; every article is in exactly one."""
    links = [*_link_copies(copies, settings), *_link_credits(articles)]
    root = {article.article_id: article.article_id for article in articles}
    reasons: list[tuple[str, str]] = []
    for left, right, why in sorted(links):
        if left in root and right in root and left != right:
            low, high = sorted((_find(root, left), _find(root, right)))
            root[high] = low
            reasons.append((left, why))
    groups: dict[str, list[str]] = {}
    for article_id in sorted(root):
        groups.setdefault(_find(root, article_id), []).append(article_id)
    origins = [_build(story_id, members, reasons) for members in groups.values()]
    return sorted(origins, key=lambda origin: origin.origin_id)


def credited_agencies(credit: str | None) -> tuple[str, ...]:
    """Return the short names of the agencies that a credit names, sorted: "AFP and Reuters" → ("afp", "reuters")."""
    names = (_short_name(part) for part in _PARTS.split(fold(credit or "")))
    return tuple(sorted({name for name in names if name and name not in _NOBODY}))


def _short_name(name: str) -> str:
    bare = re.sub(r"^the\s+", "", name.strip(" ().-:[]"))
    return _FULL_NAMES.get(bare, bare)


def _find(root: dict[str, str], member: str) -> str:
    while root[member] != member:
        root[member] = root[root[member]]
        member = root[member]
    return member


def _link_copies(copies: Iterable[Copy], settings: AttestSettings) -> list[tuple[str, str, str]]:
    """Return (article, other, why) for copies that share enough text to be one line of reporting."""
    wholly = {"exact": "the same text", "reprint": "a reprint", "revision": "a revision of one text"}
    links = []
    for copy in copies:
        if copy.kind in wholly:
            links.append((copy.article_id, copy.of, wholly[copy.kind]))
        elif copy.share >= settings.partial_share:
            links.append((copy.article_id, copy.of, f"{copy.share:.0%} of one text stands in the other"))
    return links


def _link_credits(articles: Sequence[Article]) -> list[tuple[str, str, str]]:
    """Return (article, other, why) for articles that credit one and the same agency, or are that agency's own."""
    holders: dict[str, list[str]] = {}
    shown: dict[str, str] = {}
    for article in sorted(articles, key=lambda row: row.article_id):
        named = credited_agencies(article.agency)
        if len(named) == 1:
            holders.setdefault(named[0], []).append(article.article_id)
            shown.setdefault(named[0], (article.agency or "").strip())
    for article in sorted(articles, key=lambda row: row.article_id):
        own = _short_name(fold(article.outlet or ""))
        if own in holders and article.article_id not in holders[own] and not credited_agencies(article.agency):
            holders[own].append(article.article_id)
    return [
        (first, other, f"they credit {shown[agency]}")
        for agency, (first, *others) in sorted(holders.items())
        for other in others
    ]


def _build(story_id: str, members: Sequence[str], reasons: Iterable[tuple[str, str]]) -> Origin:
    told = sorted({why for article_id, why in reasons if article_id in members})
    why = "; ".join(told) if told else "no other article of the story shares its text or its agency"
    return Origin(
        origin_id=content_id("origin", story_id, *members), story_id=story_id, articles=tuple(members), why=why
    )
