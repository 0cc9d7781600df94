"""Which articles of a story are independent of each other: the partition into origins.

Counting articles overstates how many stand behind a point: a third of online news is all that is original (Cagé,
Hervé & Viaud 2017). An origin is one line of reporting: one newsroom's, wherever its text stands. Articles are one
origin when one repeats the other's text, both come from one agency, one author or one live blog, one is mostly credited
to the other, or both are one outlet's own. An owner in common joins only what shares text as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from dateline.compare.claims.credits import Credit
from dateline.compare.claims.newsrooms import key_newsroom
from dateline.compare.claims.reuse import Span
from dateline.compare.claims.ties import (
    Link,
    Pile,
    tie_agencies,
    tie_authors,
    tie_copies,
    tie_credits,
    tie_outlets,
    tie_owners,
    tie_pages,
    tie_reposts,
)
from dateline.ids import content_id
from dateline.model import Article, Copy, Origin, Tie
from dateline.settings import AttestSettings

_ALONE = "no other article of the story shares its text, its agency, its author or its newsroom"
_RANK = ("agency", "repost", "page", "live blog", "copy", "byline", "credit", "outlet", "owner")
"""Order in which the kinds of ties are told."""
_LEADS = ("agency", "repost", "credit", "outlet")
"""Kinds of ties to a newsroom, the most telling first."""


def find_origins(
    story_id: str,
    articles: Sequence[Article],
    copies: Iterable[Copy],
    settings: AttestSettings,
    credits: Mapping[str, Sequence[Credit]] | None = None,
    speech: Mapping[str, Sequence[Span]] | None = None,
    notes: Mapping[str, Sequence[str]] | None = None,
) -> list[Origin]:
    """Return the origins of a story in order of their ids; every article is in exactly one.

    ``credits``, ``speech`` and ``notes`` (lines of the page beside the article) are by article, and may be left out.
    """
    known = {article.article_id: article for article in articles}
    pile = Pile(known, tuple(copies), credits or {}, speech or {}, notes or {})
    links = [
        *tie_copies(pile, settings),
        *tie_pages(pile),
        *tie_reposts(pile),
        *tie_agencies(pile),
        *tie_authors(pile),
        *tie_credits(pile, settings),
    ]
    owned, hints = tie_owners(pile)
    links += [*tie_outlets(pile, links), *owned]
    groups = _join(known, links)
    home = {key: members[0] for members in groups for key in members}
    apart = [hint for hint in hints if hint.other and home[hint.article_id] != home[hint.other]]
    return sorted(_build_all(story_id, groups, links, apart, known), key=lambda origin: origin.origin_id)


def _join(articles: Iterable[str], links: Iterable[Link]) -> list[list[str]]:
    """Return the groups that the links make of the articles, each sorted, in the order of their first."""
    keys = sorted(articles)
    root = {key: key for key in keys}
    for link in links:
        for node in _ends(link.tie):
            root.setdefault(node, node)
        left, right = sorted(_find(root, node) for node in _ends(link.tie))
        root[right] = left
    groups: dict[str, list[str]] = defaultdict(list)
    for key in keys:
        groups[_find(root, key)].append(key)
    return sorted(groups.values())


def _ends(tie: Tie) -> tuple[str, str]:
    """Return the two nodes that a tie joins: an article, and another one or a newsroom."""
    return tie.article_id, tie.other if tie.other is not None else f"newsroom {key_newsroom(tie.newsroom)}"


def _find(root: dict[str, str], member: str) -> str:
    while root[member] != member:
        root[member] = root[root[member]]
        member = root[member]
    return member


def _build_all(
    story_id: str,
    groups: Sequence[Sequence[str]],
    links: Sequence[Link],
    hints: Sequence[Tie],
    known: Mapping[str, Article],
) -> Iterable[Origin]:
    held: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        held[link.tie.article_id].append(link)
    doubts: dict[str, list[Tie]] = defaultdict(list)
    for hint in hints:
        doubts[hint.article_id].append(hint)
    for members in groups:
        here = sorted(chain.from_iterable(held[key] for key in members), key=lambda link: link.tie)
        yield _build(story_id, members, here, [hint for key in members for hint in doubts[key]], known)


def _build(
    story_id: str, members: Sequence[str], links: Sequence[Link], hints: Sequence[Tie], known: Mapping[str, Article]
) -> Origin:
    """Return one origin. A tie to a newsroom that none other of its articles has joins nothing, and is left out."""
    inside = set(members)
    ends: dict[str, set[str]] = defaultdict(set)
    for link in links:
        ends[_ends(link.tie)[1]].add(link.tie.article_id)
    told = [
        link
        for link in links
        if len(members) > 1
        and (link.tie.other in inside or (link.tie.other is None and len(ends[_ends(link.tie)[1]]) > 1))
    ]
    shorts = _list_reasons(told)
    return Origin(
        origin_id=content_id("origin", story_id, *members),
        story_id=story_id,
        articles=tuple(members),
        why="; ".join(shorts) if shorts else _ALONE,
        newsroom=_name_newsroom(members, links, known),
        ties=tuple(link.tie for link in told),
        doubts=tuple(sorted(set(hints))),
    )


def _list_reasons(links: Iterable[Link]) -> list[str]:
    """Return what joins an origin, in short, the most telling first; a newsroom is named once."""
    said: dict[tuple[int, str], set[str]] = defaultdict(set)
    for link in links:
        what = _ends(link.tie)[1] if link.tie.other is None else link.short
        said[_RANK.index(link.tie.kind), what].add(link.short)
    return [min(names, key=lambda name: (len(name), name)) for _, names in sorted(said.items())]


def _name_newsroom(members: Sequence[str], links: Sequence[Link], known: Mapping[str, Article]) -> str | None:
    """Return whose reporting an origin is: the newsroom its articles are tied to, else the outlet that others copy."""
    for kind in _LEADS:
        names = sorted(link.tie.newsroom for link in links if link.tie.kind == kind and link.tie.newsroom)
        if names:
            return max(names, key=lambda name: (names.count(name), -len(name)))
    repeats = {link.tie.article_id for link in links if link.tie.kind == "copy"}
    firsts = [known[key].outlet for key in members if key not in repeats] or [known[key].outlet for key in members]
    outlets = {name for name in firsts if name}
    return outlets.pop() if len(outlets) == 1 else None
