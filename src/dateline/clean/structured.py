"""What a page says of itself for machines: JSON-LD nodes, meta fields and microdata, read but not yet believed.

JSON-LD is parsed as JSON (lists, ``@graph``, references by ``@id``), and mended where templates commonly break it;
what cannot be mended is skipped. The node of the article is told from nodes of related items by where it stands.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from lxml.etree import XPath

from dateline.words import fold

Node = Mapping[str, Any]

MAX_SCRIPT = 2_000_000
"""Characters of one JSON-LD block; the longest of 327 real pages has 190,000 (a live blog)."""

MAX_NODES = 20_000
"""Nodes looked at in all blocks of a page; the most of 327 real pages is about 1,500."""

ARTICLE_TYPES = frozenset(
    """
    article newsarticle reportagenewsarticle analysisnewsarticle askpublicnewsarticle backgroundnewsarticle
    opinionnewsarticle reviewnewsarticle blogposting liveblogposting socialmediaposting techarticle scholarlyarticle
    medicalscholarlyarticle report satiricalarticle advertisercontentarticle review
    """.split()
)
"""Types of schema.org that stand for one published text."""

_OWN = frozenset({"@graph", "mainEntity", "mainEntityOfPage", "mainContentOfPage", "review"})
"""Keys behind which the page's own article may stand; behind others (itemListElement, hasPart) stand other articles."""

_SCRIPTS = XPath("//script[contains(translate(@type, 'LDJSON', 'ldjson'), 'ld+json')]")
_METAS = XPath("//meta[@content]")
_PROPS = XPath("//*[@itemprop]")

_WRAP = re.compile(r"^\s*(?:<!\[CDATA\[|<!--|/\*.*?\*/|//\s*<!\[CDATA\[)|(?:\]\]>|-->|//\s*\]\]>|;)\s*$", re.DOTALL)
_COMMA = re.compile(r",(\s*[}\]])")
_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')
_MISSING = re.compile(r'("\s*:\s*)(?=[,}])')


@dataclass(frozen=True, slots=True)
class Structured:
    """The structured data of a page. ``article`` is the node of the page's own article, empty when there is none."""

    nodes: tuple[Node, ...] = ()
    article: Node = field(default_factory=dict)
    meta: Mapping[str, Sequence[str]] = field(default_factory=dict)
    props: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """Microdata of the article: values by itemprop, in the order of the page."""

    def first_meta(self, *names: str) -> str | None:
        """Return the first filled value of the first meta field that has one."""
        return next((value for name in names for value in self.meta.get(name, ()) if value), None)


def read_structured(tree: Any) -> Structured:
    """Read all structured data of a page."""
    tops = [top for script in _SCRIPTS(tree) for top in parse_linked(script.text_content() or "")]
    found = list(_walk(tops))
    nodes = tuple(node for node, _ in found)
    known = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    meta = _read_meta(tree)
    article = _choose_article([node for node, own in found if own], meta)
    return Structured(nodes, _resolve(article, known), meta, _read_props(tree))


def parse_linked(text: str) -> list[Any]:
    """Parse one JSON-LD block, mended where it can be; an empty list when it is beyond that."""
    if len(text) > MAX_SCRIPT:
        return []
    text = _WRAP.sub("", _WRAP.sub("", text.strip())).strip()
    for mend in (_keep, _mend_commas, _mend_all):
        tops = _decode(mend(text))
        if tops:
            return tops
    return []


def _decode(text: str) -> list[Any]:
    """Decode one JSON value, or several that stand behind each other."""
    decoder = json.JSONDecoder(strict=False)
    tops = []
    at = 0
    try:
        while at < len(text):
            value, end = decoder.raw_decode(text, at)
            tops.append(value)
            rest = text[end:].lstrip(" \t\r\n,;")
            at = len(text) - len(rest)
    except (ValueError, RecursionError):
        pass
    return tops


def _keep(text: str) -> str:
    return text


def _mend_commas(text: str) -> str:
    return _COMMA.sub(r"\1", text)


def _mend_all(text: str) -> str:
    """Templates leave values out, escape what needs no escape, and leave commas before a bracket."""
    return _COMMA.sub(r"\1", _MISSING.sub(r"\1null", _ESCAPE.sub(r"\\\\", text)))


def _walk(tops: Sequence[Any]) -> Iterator[tuple[Node, bool]]:
    """Yield every node, outer before inner, and whether it stands where the page's own article may stand."""
    queue: list[tuple[Any, bool]] = [(top, True) for top in reversed(tops)]
    count = 0
    while queue and count < MAX_NODES:
        value, own = queue.pop()
        count += 1
        if isinstance(value, list):
            queue += [(item, own) for item in reversed(value) if isinstance(item, dict | list)]
        elif isinstance(value, dict):
            yield value, own
            inner = [(key, item) for key, item in value.items() if isinstance(item, dict | list)]
            queue += [(item, own and key in _OWN) for key, item in reversed(inner)]


def find_types(node: Node) -> set[str]:
    """Return the types of a node in lower case, without the prefix of their vocabulary."""
    return {kind.lower().rsplit("/", 1)[-1].rsplit(":", 1)[-1] for kind in list_texts(node.get("@type"))}


def _choose_article(nodes: Sequence[Node], meta: Mapping[str, Sequence[str]]) -> Node:
    """Return the page's own article: of several, that of the page's title or address, else the first that is dated."""
    articles = [node for node in nodes if find_types(node) & ARTICLE_TYPES]
    if not articles:
        dated = [node for node in nodes if "webpage" in find_types(node) and node.get("datePublished")]
        return dated[0] if dated else {}
    titles = {fold(title) for name in ("og:title", "twitter:title") for title in meta.get(name, ())}
    addresses = set(meta.get("og:url", ()))

    def fit(node: Node) -> tuple[bool, bool, bool]:
        title = fold(read_text(node.get("headline")) or read_text(node.get("name")) or "")
        return title in titles, bool(addresses & set(_list_addresses(node))), bool(node.get("datePublished"))

    return max(articles, key=fit)


def _list_addresses(node: Node) -> list[str]:
    page = node.get("mainEntityOfPage")
    inner = [page.get("@id"), page.get("url")] if isinstance(page, dict) else [page]
    return [value for value in (node.get("url"), node.get("@id"), *inner) if isinstance(value, str)]


def _resolve(article: Node, known: Mapping[str, Node]) -> Node:
    """Replace references by ``@id`` in the fields that name people and organisations; one step deep."""
    if not article:
        return article

    def look_up(value: Any) -> Any:
        if isinstance(value, list):
            return [look_up(item) for item in value]
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and not value.get("name"):
            return known.get(value["@id"], value)
        return value

    fields = ("author", "creator", "publisher", "sourceOrganization", "provider", "copyrightHolder")
    return {**article, **{name: look_up(article[name]) for name in fields if name in article}}


def _read_meta(tree: Any) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for node in _METAS(tree):
        name = node.get("property") or node.get("name") or node.get("itemprop") or node.get("http-equiv") or ""
        value = " ".join(html.unescape(node.get("content")).split())
        if name and value:
            found.setdefault(name.strip().lower(), []).append(value)
    return found


def _read_props(tree: Any) -> dict[str, list[str]]:
    """Microdata of articles; that of people, pictures and listed items inside is left out, save an author's name."""
    found: dict[str, list[str]] = {}
    for node in _PROPS(tree):
        value = node.get("content") or node.get("datetime") or ""
        if not value and node.get("itemprop") != "articleBody":
            value = node.text_content() if len(node) < 10 else ""
        value = " ".join(value.split())
        if not value or len(value) > 300:
            continue
        scope, outer = _find_scope(node)
        for name in node.get("itemprop").split():
            if scope == "article" or (name == "name" and scope == "author" and outer):
                found.setdefault("author" if scope == "author" else name, []).append(value)
    return found


def _find_scope(node: Any) -> tuple[str, bool]:
    """Return what the nearest item around a node is, and whether that is part of an article (or of nothing)."""
    scopes = [outer for outer in node.iterancestors() if outer.get("itemscope") is not None]
    if not scopes:
        return "article", True
    kind = (scopes[0].get("itemtype") or "").lower().rstrip("/").rsplit("/", 1)[-1]
    if kind in ARTICLE_TYPES or kind in {"webpage", "creativework"}:
        return "article", True
    author = "author" in (scopes[0].get("itemprop") or "").split()
    return ("author" if author else kind), len(scopes) < 2 or _is_article(scopes[1])


def _is_article(node: Any) -> bool:
    kind = (node.get("itemtype") or "").lower().rstrip("/").rsplit("/", 1)[-1]
    return kind in ARTICLE_TYPES or kind in {"webpage", "creativework"}


def read_text(value: Any) -> str | None:
    """Return the text of a JSON-LD value: a string, the first of a list, or the name of a node; None when none."""
    if isinstance(value, list):
        return next((text for item in value if (text := read_text(item))), None)
    if isinstance(value, dict):
        return read_text(value.get("name") or value.get("@value"))
    if isinstance(value, str):
        return " ".join(html.unescape(re.sub(r"<[^>]{1,200}>", " ", value)).split()) or None
    return None


def read_body(value: Any) -> str | None:
    """Return the text of a JSON-LD value that holds a whole body, its paragraphs parted by blank lines."""
    if isinstance(value, list):
        return "\n\n".join(filter(None, map(read_body, value))) or None
    if not isinstance(value, str):
        return None
    text = html.unescape(value)
    text = re.sub(r"<(?:/?p|/?div|br|/?li|/?h\d)\b[^>]{0,200}>", "\n", text, flags=re.IGNORECASE)
    lines = [" ".join(line.split()) for line in re.sub(r"<[^>]{1,300}>", " ", text).splitlines()]
    return "\n\n".join(filter(None, lines)) or None


def list_texts(value: Any) -> list[str]:
    """Return all strings of a JSON-LD value that may be one or a list."""
    values = value if isinstance(value, list) else [value]
    return [text for item in values if (text := read_text(item))]
