"""One entry of a feed, and the head of the feed: what they say, and the text."""

from __future__ import annotations

import html
import html.entities
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urljoin

from lxml import etree

from dateline.model import Stated
from dateline.read.address import find_address
from dateline.read.decode import mend_text
from dateline.read.fields import holds_markup, tidy_words
from dateline.read.outlets import name_channel
from dateline.read.source import fill_stated

_CONTENTS = (
    *("content:encoded", "content", "html:body", "html:div", "body", "fullitem", "fulltext", "description", "summary"),
    *("dc:description", "abstract", "itunes:summary"),
)
_PUBLISHED = ("pubdate", "published", "issued", "dc:date", "dcterms:issued", "dcterms:created", "created", "date")
_UPDATED = ("updated", "modified", "dcterms:modified", "lastbuilddate")
_LINKS = ("feedburner:origlink", "link", "guid", "id")
_AUTHORS = ("dc:creator", "author", "itunes:author", "creator")

_SPACES = {
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dcterms:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "http://www.w3.org/2005/Atom": "",
    "http://purl.org/atom/ns#": "",
    "http://purl.org/rss/1.0/": "",
    "http://www.w3.org/1999/xhtml": "html:",
}
"""Namespaces and the prefixes that feeds give them by custom; others keep the prefix they have."""

_XMLNS = re.compile(r"\bxmlns(?::[\w.-]{1,40})?\s{0,9}=\s{0,9}(?:\"[^\"<>]{0,300}\"|'[^'<>]{0,300}')")
_LANGUAGE = re.compile(r"\bxml:lang\s{0,9}=\s{0,9}[\"']([\w-]{2,20})[\"']")
_BASE = re.compile(r"\bxml:base\s{0,9}=\s{0,9}[\"'](https?://[^\"'\s<>]{3,500})[\"']")
_LOOSE = re.compile(r"&(?!(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});)")
_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,30});")
_SIGN = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,6})|(\d{1,7}));")
_XML_NAMES = {"amp", "lt", "gt", "quot", "apos"}
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MAIL_AUTHOR = re.compile(r"\S+@\S+\s*\(([^()]{2,100})\)")


@dataclass(frozen=True, slots=True)
class Head:
    """What a feed says of all its entries: outlet and language, and the address that theirs may be relative to."""

    stated: Stated = Stated()  # noqa: RUF009
    base: str | None = None


def read_entry(piece: str, root: str, head: Head) -> tuple[Literal["text", "html"], str, Stated] | None:
    """Return the media, the text and the fields of one entry; None when it has no text."""
    tree = parse_piece(piece, root)
    entry = tree[0] if tree is not None and len(tree) else None
    if entry is None:
        return None
    texts = [text for name in _CONTENTS for node in find_nodes(entry, name) if (text := read_content(node)).strip()]
    if not texts:
        return None
    text = max(texts, key=lambda text: len(tidy_words(text)) if len(text) < 2_000 else len(text))
    markup = holds_markup(text)
    stated = fill_stated(_read_stated(entry, head.base), head.stated)
    return ("html", f"<article>{text}</article>", stated) if markup else ("text", html.unescape(text), stated)


def read_head(piece: str, root: str) -> Head:
    """Read what stands before the first entry."""
    tree = parse_piece(piece.removeprefix(root), root)
    if tree is None:
        return Head()
    head = next((node for node in tree if name_of(node) == "channel"), tree)
    title = _first_text(head, ("title",))
    told = _LANGUAGE.search(root)
    language = _first_text(head, ("language", "dc:language")) or (told.group(1) if told else None)
    place = _find_link(head, None)
    base = _BASE.search(root)
    return Head(Stated(outlet=name_channel(title, place), language=language), base.group(1) if base else place)


def parse_piece(piece: str, root: str) -> etree._Element | None:
    """Parse part of a feed within the namespaces that its root declares; None when nothing of it can be parsed."""
    spaces = _SIGN.sub(_mend_sign, " ".join(dict.fromkeys(_XMLNS.findall(root))))
    piece = _NAMED.sub(_resolve, _LOOSE.sub("&amp;", _CONTROL.sub(" ", mend_text(piece))))
    piece = _SIGN.sub(_mend_sign, piece)
    parser = etree.XMLParser(
        recover=True,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_pis=True,
        remove_comments=True,
    )
    try:
        return etree.fromstring(f"<root {spaces}>{piece}</root>".encode(), parser)
    except etree.XMLSyntaxError:
        return None


def _mend_sign(match: re.Match[str]) -> str:
    """Keep the number of a character that XML may hold; lxml cannot return half of a surrogate pair."""
    code = int(match[1], 16) if match[1] else int(match[2])
    return match.group() if code < 0xD800 or 0xE000 <= code <= 0x10FFFF else "\ufffd"


def name_of(node: etree._Element) -> str:
    """Return an element's name in lower case, with the customary prefix of its namespace."""
    space, brace, local = str(node.tag).rpartition("}")
    if not brace:
        return local.lower()
    prefix = _SPACES.get(space[1:])
    return ((f"{node.prefix}:" if node.prefix else "") if prefix is None else prefix) + local.lower()


def find_nodes(node: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the children of that name."""
    return (child for child in node if isinstance(child.tag, str) and name_of(child) == name)


def read_content(node: etree._Element) -> str:
    """Return an element's text, and elements in it (XHTML) as markup."""
    if len(node) and node.get("type", "") not in {"html", "text"}:
        return "".join([node.text or "", *(etree.tostring(child, encoding="unicode") for child in node)])
    return "".join(map(str, node.itertext()))


def _read_stated(entry: etree._Element, base: str | None) -> Stated:
    origin = next(find_nodes(entry, "source"), None)
    outlet = None
    if origin is not None:
        outlet = _first_text(origin, ("title",)) or tidy_words(origin.text or "") or None
    sections = [tidy_words(node.get("term") or node.text or "") for node in find_nodes(entry, "category")]
    updated = _first_text(entry, _UPDATED)
    return Stated(
        title=_first_text(entry, ("title", "dc:title")),
        outlet=outlet,
        url=_find_link(entry, base),
        published=_first_text(entry, _PUBLISHED) or updated,
        updated=updated,
        byline=_read_authors(entry),
        language=_first_text(entry, ("dc:language", "language")),
        section=sections[0] if len(sections) == 1 else None,
    )


def _first_text(node: etree._Element, names: tuple[str, ...]) -> str | None:
    found = (tidy_words(read_content(child)) for name in names for child in find_nodes(node, name))
    return next((text for text in found if text), None)


def _find_link(node: etree._Element, base: str | None) -> str | None:
    """Return the address of an entry or a feed: its own, and a relative one in full."""
    for name in _LINKS:
        for link in find_nodes(node, name):
            place = (link.get("href") or link.text or "").strip()
            if base and place and name == "link":
                place = _join_address(base, place)
            address = find_address(place) if link.get("rel", "alternate") == "alternate" else None
            if address:
                return address
    return None


def _join_address(base: str, place: str) -> str:
    try:
        return urljoin(base, place)
    except ValueError:
        return place


def _read_authors(entry: etree._Element) -> str | None:
    for name in _AUTHORS:
        said = []
        for node in find_nodes(entry, name):
            words = _first_text(node, ("name",)) or tidy_words("".join(map(str, node.itertext())))
            in_mail = _MAIL_AUTHOR.fullmatch(words)
            said.append(in_mail.group(1) if in_mail else words)
        said = [words for words in said if words and "@" not in words]
        if said:
            return ", ".join(dict.fromkeys(said))
    return None


def _resolve(match: re.Match[str]) -> str:
    """A named character of HTML as itself; XML knows five of them."""
    name = match.group(1)
    return match.group() if name in _XML_NAMES else html.entities.html5.get(f"{name};", match.group())
