"""The fields of a page besides its text, authors and dates: headline, standfirst, site, section, address, agency."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urljoin, urlsplit

from lxml.etree import XPath

from dateline.clean.agencies import AGENCIES
from dateline.clean.authors import is_agency
from dateline.clean.structured import Structured, find_types, list_texts, read_text
from dateline.clean.title import strip_tail
from dateline.clean.vicinity import Vicinity
from dateline.words import find_content_words, fold

MAX_TITLE = 300
"""Characters of a headline; the longest of 146 real ones has 190."""

LIKE = 0.3
"""Share of content words that the shown headline and a stated one have in common, when both are of one article; search
engines are given quite other words, other articles' headlines share next to none."""

MAX_STANDFIRST = 500
"""Characters of a standfirst; what is longer is the text."""

_HEADS = XPath("//h1")
_TITLE = XPath("//title")
_CANONICAL = XPath("//link[translate(@rel, 'CANONICAL', 'canonical')='canonical']/@href")
_CRUMBS = XPath(
    "//*[contains(@class, 'breadcrumb') or contains(@class, 'Breadcrumb') or contains(@aria-label, 'readcrumb')]//a"
)
_STANDFIRSTS = re.compile(
    r"standfirst|(?:^|[\s_-])dek(?:$|[\s_-])|[a-z]Dek|Dek_|subtitle|sub-?head|article(?:-|__)(?:summary|lead|dek)",
)
_STANDFIRST_TAGS = frozenset({"p", "h2", "div", "span"})
_LABEL = re.compile(r"^(?:[A-Z][\w&'’]+ ?){1,2}\s*[|»]\s+(?=(?:\S+\s+){3})")
"""A section's name before a headline of at least four words: "Opinion | …"."""

_HIDDEN = re.compile(r"sr-only|visually-hidden|screen-reader|logo|masthead|site-title|sitename", re.IGNORECASE)
_CREDIT_META = ("article:source", "news_source", "source", "copyright-source", "syndication-source", "dc.source")
_FRONT_PATH = re.compile(r"(?:[a-z]{2}(?:-[a-z]{2})?)?(?:/?(?:index|home|default)(?:\.\w+)?)?")
_NO_SECTION = re.compile(
    r"^(?:home(?:page)?|news ?home|index|\W*|all|latest|uncategori[sz]ed|articles?|front page)$", re.I
)


def find_title(tree: Any, structured: Structured, site: str | None) -> str | None:
    """Return the headline: the one that the page shows where it is that of the stated article, else the stated one."""
    stated = [title for title in _list_stated(structured) if title]
    plain = _cut(next((node.text_content() for node in _TITLE(tree)), ""), site)
    shown = [text for node in _HEADS(tree) if not _is_hidden(node) and (text := _cut(node.text_content(), site))]
    known = [title for title in (*(_cut(title, site) for title in stated), plain) if title]
    if not known:
        return shown[0] if len(shown) == 1 else None
    words = [find_content_words(title) for title in known]
    for text in shown:
        if len(text.split()) > 1 and any(_is_like(find_content_words(text), other) for other in words):
            return next((title for title in known if _holds(text, title)), text)
    return known[0]


def _holds(shown: str, stated: str) -> bool:
    """Tell whether a shown headline is the stated one with a label of few words before or behind it."""
    extra = len(shown.split()) - len(stated.split())
    return 0 < extra <= 3 and len(stated.split()) > 3 and fold(stated) in fold(shown)


def _list_stated(structured: Structured) -> Iterator[str | None]:
    yield read_text(structured.article.get("headline"))
    yield structured.first_meta("og:title")
    yield structured.first_meta("twitter:title", "parsely-title", "sailthru.title", "dc.title", "title")
    yield next(iter(structured.props.get("headline", ())), None)


def _cut(text: str, site: str | None) -> str:
    """A headline without its site's name; nothing when it is too long to be one or is that name."""
    text = " ".join(text.split())
    if not text or len(text) > MAX_TITLE or (site and fold(text) == fold(site)):
        return ""
    return _LABEL.sub("", strip_tail(text, site)[0])


def _is_like(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one) and bool(other) and len(one & other) >= LIKE * min(len(one), len(other))


def _is_hidden(node: Any) -> bool:
    return any(
        _HIDDEN.search(f"{part.get('class') or ''} {part.get('id') or ''}")
        or part.get("hidden") is not None
        or part.get("aria-hidden") == "true"
        for part in (node, *list(node.iterancestors())[:2])
    )


def find_site(structured: Structured) -> str | None:
    """Return the name of the outlet as the page states it: its site's name, else its publisher's."""
    site = structured.first_meta("og:site_name", "application-name", "cre", "dc.publisher")
    publisher = read_text(structured.article.get("publisher"))
    places = [node for node in structured.nodes if find_types(node) & {"newsmediaorganization", "website"}]
    named = [name for node in places if (name := read_text(node.get("name")))]
    for name in (site, publisher, *named):
        if name and 1 < len(name) <= 60 and not re.match(r"https?:|@", name):
            return re.split(r"\s+[|–—-]\s+", name)[0].strip() or None
    return None


def find_provider(structured: Structured) -> str | None:
    """Return who gave the text to the page, where its data say: the provider behind an aggregator."""
    for key in ("provider", "sourceOrganization"):
        if name := read_text(structured.article.get(key)):
            return name
    return None


def find_agency(structured: Structured, authors: Sequence[str]) -> str | None:
    """Return the agency that the page's data credit the text to; None when it names none or several."""
    stated = [
        *list_texts(structured.article.get("sourceOrganization")),
        *list_texts(structured.article.get("provider")),
        *(value for name in _CREDIT_META for value in structured.meta.get(name, ())),
        *(name for name in authors),
    ]
    named = {_spell_agency(value) for value in stated if is_agency(value)}
    return named.pop() if len(named) == 1 else None


def _spell_agency(value: str) -> str:
    """The agency's name as the table spells it, without "The"."""
    bare = fold(value).removeprefix("the ")
    return next((name for name in AGENCIES if fold(name) == bare), value)


def find_section(tree: Any, structured: Structured, site: str | None) -> str | None:
    """Return the part of the outlet that the page stands in: stated, else the last of its breadcrumbs."""
    stated = [
        *list_texts(structured.article.get("articleSection"))[:1],
        *structured.meta.get("article:section", ())[:1],
        *(structured.first_meta(name) or "" for name in ("parsely-section", "section", "sailthru.section")),
        *structured.props.get("articleSection", ())[:1],
    ]
    crumbs = _list_crumbs(structured) or [" ".join(node.text_content().split()) for node in _CRUMBS(tree)[:8]]
    title = fold(read_text(structured.article.get("headline")) or "")
    own = re.sub(r"\W|^the ", "", fold(site or ""))
    for text in (*stated, *reversed([crumb for crumb in crumbs if fold(crumb) != title])):
        text = re.split(r"\s*[,;>|/]\s*", text)[0].strip()
        named = own and re.sub(r"\W", "", fold(text)).removesuffix("com") == own.removesuffix("com")
        if text and len(text) <= 40 and not named and not _NO_SECTION.match(text) and not text.startswith("http"):
            return text
    return None


def _list_crumbs(structured: Structured) -> list[str]:
    lists = [node for node in structured.nodes if "breadcrumblist" in find_types(node)]
    items = lists[0].get("itemListElement") if lists else None
    items = [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []
    names = [read_text(item.get("name")) or read_text(item.get("item")) for item in items]
    return [name for name in names[:-1] if name and not name.startswith("http")]


def find_url(tree: Any, structured: Structured, url: str | None) -> str | None:
    """Return the page's own address: canonical link, og:url, JSON-LD, else the one it was had from.

    An address without a path is the site's front page and is passed over.
    """
    page = structured.article.get("mainEntityOfPage")
    stated = [
        *_CANONICAL(tree)[:2],
        structured.first_meta("og:url"),
        page.get("@id") if isinstance(page, dict) else page,
        structured.article.get("url"),
    ]
    for value in stated:
        address = _complete(value, url) if isinstance(value, str) else None
        if address and not is_front(address):
            return address
    return url


def _complete(value: str, url: str | None) -> str | None:
    try:
        address = urljoin(url or "", value.strip())
        parts = urlsplit(address)
        return address if parts.scheme in {"http", "https"} and parts.hostname and "." in parts.hostname else None
    except ValueError:
        return None


def is_front(address: str) -> bool:
    """Tell whether an address is that of a site's front page: no path but a language or an index."""
    parts = urlsplit(address)
    path = parts.path.strip("/").lower()
    return (
        not parts.query
        and re.fullmatch(r"(?:[a-z]{2}(?:-[a-z]{2})?)?(?:/?(?:index|home|default)(?:\.\w+)?)?", path) is not None
    )


def find_standfirst(vicinity: Vicinity, structured: Structured) -> str | None:
    """Return the summary below the headline as the page shows it, else as its data state it."""
    for node in vicinity.find_named(_STANDFIRSTS):
        text = " ".join(node.text_content().split()) if node.tag in _STANDFIRST_TAGS else ""
        if 30 <= len(text) <= MAX_STANDFIRST and len(node.findall(".//p")) < 2:
            return text
    stated = read_text(structured.article.get("description")) or structured.first_meta("og:description", "description")
    return stated if stated and 30 <= len(stated) <= MAX_STANDFIRST else None


def find_language(tree: Any, structured: Structured) -> str | None:
    """Return the language that the page declares, ISO 639-1; None when it declares none."""
    root = tree.getroottree().getroot() if hasattr(tree, "getroottree") else tree
    stated = [
        root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        read_text(structured.article.get("inLanguage")),
        structured.first_meta("content-language", "og:locale", "language", "dc.language"),
    ]
    found = [
        match.group().lower() for value in stated if value and (match := re.match(r"[A-Za-z]{2}(?![A-Za-z])", value))
    ]
    return found[0] if found else None
