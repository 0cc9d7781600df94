"""What binds the articles of a story into one line of reporting: each tie by itself, with its reason in words."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from dateline.compare.claims.credits import Credit
from dateline.compare.claims.newsrooms import (
    AGENCY_KEYS,
    bracketed_agency,
    credited_agencies,
    find_owner,
    key_newsroom,
)
from dateline.compare.claims.reuse import Span, measure_share, merge_spans
from dateline.model import Article, Copy, Tie
from dateline.settings import AttestSettings
from dateline.words import fold

_REPOST = re.compile(
    r"(?i:(?:this (?:article|story|post|piece|report) )?(?:was )?(?:originally|first) (?:published|appeared|posted) "
    r"(?:by|in|on|at)|(?:re-?published|reprinted|reproduced|reposted|syndicated) (?:with (?:the )?permission )?"
    r"(?:from|of|by)|read the original (?:article|story) (?:at|on|in)|source ?:|via) "
    r"(?:[Tt]he )?(?P<room>[A-Z][\w.&’' -]{1,40}?)(?= (?:on|in|at|under|as|and|with|here)\b|[.,;:()|]|$)"
)
"""How a page says that its text is another's."""
_AUTHOR = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]+|[A-Z]\.)(?: (?:[A-ZÀ-Þ][\w’'-]+|[A-Z]\.|de|da|van|von|der|al|bin|el)){1,3}")
_NO_AUTHOR = re.compile(
    r"\b(?:staff|news|editor\w*|desk|team|bureau|reporter\w*|correspondent\w*|agenc\w+|press|wire|photo\w*|images?|read|"
    r"follow|share|updated?|published|comments?|contributor\w*|times|post|online|world|breaking|service|associated|"
    r"reuters|getty|media|live|daily|guest|opinion|admin|digital|web)\b",
    re.I,
)
_BY = re.compile(r"^by ", re.I)
_JOINED = re.compile(r"\s*(?:,|;|/|\||&|\band\b|\bwith\b)\s*")
_IN_PATH = re.compile(r"/(?:wires?/)?(ap|afp|reuters|pa|upi|dpa|aap|xinhua|yonhap)(?:online|wire|-wire)?/", re.I)
_ONE_TEXT = ("exact", "revision")
"""Kinds of copies that join however much the later one adds. Not a reprint: a report may hold the whole of a short one
and be mostly its own."""
_WHOLLY = {"exact": "the same text", "reprint": "reprints of one text", "revision": "revisions of one text"}


@dataclass(frozen=True, slots=True)
class Link:
    """A tie, what it is in short for all that it joins, and whether it is a leaf: one that may join its article to the
    rest but never two groups with one another."""

    tie: Tie
    short: str


@dataclass(frozen=True, slots=True)
class Pile:
    """What is known of a story's articles when their ties are sought; all by article."""

    articles: Mapping[str, Article]
    copies: Sequence[Copy]
    credits: Mapping[str, Sequence[Credit]] = field(default_factory=dict)
    speech: Mapping[str, Sequence[Span]] = field(default_factory=dict)
    notes: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Lines of the page that are no part of the article: credits and legal lines."""


def tie_copies(pile: Pile, settings: AttestSettings) -> Iterator[Link]:
    """Yield a tie for each copy that shares enough of its own words to be one line of reporting with its source, and
    for an article nearly all of which stands in others, with the one that it shares most with."""
    taken: dict[str, list[Copy]] = defaultdict(list)
    for copy in sorted(pile.copies, key=lambda copy: (copy.article_id, copy.of, copy.kind)):
        if copy.article_id not in pile.articles or copy.kind == "quote" or copy.article_id == copy.of:
            continue
        taken[copy.article_id].append(copy)
        short = _WHOLLY.get(copy.kind)
        if copy.kind not in _ONE_TEXT and (share := _own_share(pile, copy)) < settings.partial_share:
            continue
        if short is None:
            short = f"{share:.0%} of one text stands in the other"
        yield _link("copy", copy.article_id, copy.of, None, copy.why or short, short)
    for article_id, copies in sorted(taken.items()):
        if len(copies) < 2:
            continue
        spans = merge_spans(span for copy in copies for span in copy.spans)
        share = measure_share(pile.articles[article_id], spans, pile.speech.get(article_id, ()))
        if share >= settings.compiled_share:
            most = max(copies, key=lambda copy: (_own_share(pile, copy), copy.share, copy.of))
            short = f"{share:.0%} of one text is put together from the others"
            yield _link("copy", article_id, most.of, None, f"{share:.0%} of it stands in other reports", short)


def _own_share(pile: Pile, copy: Copy) -> float:
    """Return the part of its own words that an article repeats; where the copy has no spans, its stated share."""
    if not copy.spans:
        return copy.share
    return measure_share(pile.articles[copy.article_id], copy.spans, pile.speech.get(copy.article_id, ()))


def tie_pages(pile: Pile) -> Iterator[Link]:
    """Yield ties between captures of one page, and between the entries of one live blog."""
    pages: dict[str, list[str]] = defaultdict(list)
    blogs: dict[str, list[str]] = defaultdict(list)
    for key, article in sorted(pile.articles.items()):
        if article.entry > 0:
            blogs[article.capture_id].append(key)
        address = _even_address(article.url)
        if address is not None:
            (blogs if article.entry > 0 else pages)[address].append(key)
    for address, (first, *others) in sorted(pages.items()):
        for other in others:
            yield _link("page", other, first, None, f"both are the page {address}", "they are one page")
    for _, (first, *others) in sorted(blogs.items()):
        for other in others:
            why = "both are entries of one live blog"
            yield _link("live blog", other, first, None, why, "they are entries of one live blog")


def _even_address(url: str | None) -> str | None:
    """Return an address without what varies between captures of one page; None for a bare host."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return None
    path = re.sub(r"/(?:index\.\w+|amp)?$", "", parts.path)
    query = f"?{parts.query}" if re.search(r"\b(?:id|p|article\w*|story\w*)=", parts.query) else ""
    host = re.sub(r"^(?:www|m|amp|edition)\.", "", parts.netloc.casefold())
    return f"{host}{path}{query}" if host and path else None


def tie_reposts(pile: Pile) -> Iterator[Link]:
    """Yield ties of articles that say where their text first appeared, to that newsroom."""
    outlets = {key_newsroom(article.outlet) for article in pile.articles.values()}
    for key, article in sorted(pile.articles.items()):
        lines = [*pile.notes.get(key, ()), *article.text.strip().split("\n")[-1:], article.byline or ""]
        for match in (m for line in lines if len(line) <= 240 for m in _REPOST.finditer(line)):
            room = key_newsroom(match["room"])
            known = (
                room in outlets or room in AGENCY_KEYS or match.group().casefold().startswith(("this", "orig", "re"))
            )
            if room is not None and known and room != key_newsroom(article.outlet):
                name = match["room"].strip()
                yield _link("repost", key, None, name, f"“{' '.join(match.group().split())}”", f"it is {name}'s text")


def find_rooms(article: Article) -> tuple[str, ...]:
    """Return the keys of the agencies that an article comes from, by its credit, its outlet's name ("Daily Mail
    (AFP)"), its byline or its address (…/wires/ap/…); none for an outlet's own report."""
    own = key_newsroom(article.outlet)
    byline = key_newsroom(_BY.sub("", article.byline or ""))
    path = _IN_PATH.search(urlsplit(article.url).path) if article.url and _is_address(article.url) else None
    found = {
        *credited_agencies(article.agency),
        bracketed_agency(article.outlet),
        byline if byline in AGENCY_KEYS else None,
        key_newsroom(path.group(1)) if path else None,
    } - {None}
    others = {room for room in found if room is not None and room != own}
    return tuple(sorted(others or ({own} if own and (own in found or own in AGENCY_KEYS) else set())))


def _is_address(url: str) -> bool:
    try:
        return bool(urlsplit(url).netloc)
    except ValueError:
        return False


def tie_agencies(pile: Pile) -> Iterator[Link]:
    """Yield the ties of articles to the agency that they come from. One that credits several is tied to the one most
    others come from, so that it never joins two agencies."""
    rooms = {key: find_rooms(article) for key, article in sorted(pile.articles.items())}
    alone = Counter(found[0] for found in rooms.values() if len(found) == 1)
    named = Counter(room for found in rooms.values() for room in found)
    for key, found in rooms.items():
        if found:
            room = min(found, key=lambda room: (-alone[room], -named[room], room))
            name = _say_room(room, pile.articles[key])
            yield _link("agency", key, None, name, f"it comes from {name}", f"they credit {name}")


def _say_room(room: str, article: Article) -> str:
    """Return an agency's name as the article writes it, else its short name."""
    for name in (article.agency, article.outlet):
        if name and key_newsroom(name) == room:
            return name.strip()
    return room.upper() if len(room) <= 4 else room.capitalize()


def tie_authors(pile: Pile) -> Iterator[Link]:
    """Yield ties between articles of different outlets by one author."""
    by: dict[str, list[str]] = defaultdict(list)
    names: dict[str, str] = {}
    for key, article in sorted(pile.articles.items()):
        for name in read_authors(article.byline, article.outlet):
            by[fold(name)].append(key)
            names.setdefault(fold(name), name)
    for folded, (first, *others) in sorted(by.items()):
        for other in others:
            if pile.articles[first].outlet != pile.articles[other].outlet:
                name = names[folded]
                yield _link("byline", other, first, None, f"both are by {name}", f"they are by {name}")


def read_authors(byline: str | None, outlet: str | None) -> tuple[str, ...]:
    """Return the full names of persons in a byline: "By Ada Holm and Bo Lind in Lyth" → ("Ada Holm", "Bo Lind")."""
    parts = _JOINED.split(_BY.sub("", " ".join((byline or "").split())))
    names = [m.group() for part in parts if (m := _AUTHOR.match(part)) is not None]
    own = fold(outlet) if outlet else ""
    return tuple(n for n in names if not _NO_AUTHOR.search(n) and fold(n) != own and key_newsroom(n) not in AGENCY_KEYS)


def tie_credits(pile: Pile, settings: AttestSettings) -> Iterator[Link]:
    """Yield ties of articles that credit one other newsroom for most of what they tell: a rewrite of its report."""
    for key, credits in sorted(pile.credits.items()):
        article = pile.articles[key]
        told: dict[str, list[Credit]] = defaultdict(list)
        for credit in credits:
            told[credit.room].append(credit)
        shares = {room: _cover(article, rows) for room, rows in told.items() if room != key_newsroom(article.outlet)}
        room = max(shares, key=lambda room: (shares[room], room), default=None)
        if room is not None and shares[room] >= settings.credit_share:
            name = told[room][0].name
            why = f"it credits {name} for {shares[room]:.0%} of what it tells"
            yield _link("credit", key, None, name, why, f"most of one is credited to {name}")


def _cover(article: Article, credits: Iterable[Credit]) -> float:
    """Return the part of an article's body that is credited."""
    size = len(article.text) - article.body_start
    spans = merge_spans((max(credit.start, article.body_start), credit.end) for credit in credits)
    return sum(end - start for start, end in spans) / size if size else 0.0


def tie_outlets(pile: Pile, bound: Iterable[Link]) -> Iterator[Link]:
    """Yield the ties of an outlet's own reports to it. Not its own: what comes from an agency, and what shares its text
    with another outlet (which of the two had it first, or from whom, is seldom known)."""
    tied = {
        key
        for link in bound
        if link.tie.kind in ("agency", "repost", "credit") or _crosses(link.tie, pile)
        for key in (link.tie.article_id, link.tie.other)
    }
    for key, article in sorted(pile.articles.items()):
        room = key_newsroom(article.outlet)
        if room is not None and article.outlet and (key not in tied or room in AGENCY_KEYS) and not find_rooms(article):
            name = article.outlet.strip()
            yield _link("outlet", key, None, name, f"it is {name}'s own report", f"they are {name}'s own reports")


def _crosses(tie: Tie, pile: Pile) -> bool:
    if tie.kind != "copy" or tie.other is None:
        return False
    outlets = [pile.articles[key].outlet if key in pile.articles else None for key in (tie.article_id, tie.other)]
    return key_newsroom(outlets[0]) != key_newsroom(outlets[1])


def tie_owners(pile: Pile) -> tuple[list[Link], list[Tie]]:
    """Return ties of articles whose outlets have one owner and that share text, and hints where they share none.

    Each owner's articles are compared with its first one of another outlet alone: a hint is not worth every pair.
    """
    texts = {frozenset((copy.article_id, copy.of)): copy for copy in pile.copies if copy.kind != "quote"}
    held: dict[str, list[str]] = defaultdict(list)
    for key, article in sorted(pile.articles.items()):
        owner = find_owner(article.outlet)
        if owner is not None and not find_rooms(article):
            held[owner].append(key)
    links = []
    for pair in sorted(texts, key=sorted):
        if len(pair) == 2 and all(key in pile.articles for key in pair):
            left, right = sorted(pair)
            owners = {find_owner(pile.articles[key].outlet) for key in pair}
            if len(owners) == 1 and None not in owners:
                owner = owners.pop()
                why = f"both outlets belong to {owner}, and they share text"
                links.append(_link("owner", left, right, None, why, f"{owner} owns both, and they share text"))
    hints = []
    for owner, (first, *others) in sorted(held.items()):
        for other in others:
            names = [pile.articles[key].outlet or "" for key in (first, other)]
            if key_newsroom(names[0]) != key_newsroom(names[1]):
                why = f"{names[0]} and {names[1]} both belong to {owner}"
                hints.append(Tie(kind="owner", article_id=other, other=first, newsroom=None, why=why))
    return links, hints


def _link(kind: str, article_id: str, other: str | None, newsroom: str | None, why: str, short: str) -> Link:
    tie = Tie(kind=kind, article_id=article_id, other=other, newsroom=newsroom, why=why)  # type: ignore[arg-type]
    return Link(tie, short)
