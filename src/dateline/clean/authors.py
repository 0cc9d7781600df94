"""Who wrote: the names in a page's author fields and byline, without roles, degrees, addresses, dates and "Staff"."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from lxml.etree import XPath

from dateline.clean.agencies import AGENCIES
from dateline.clean.days import MONTHS
from dateline.clean.structured import Node, Structured, find_types, list_texts, read_text
from dateline.clean.vicinity import Vicinity
from dateline.words import fold

MAX_NAMES = 12
"""More names are the list of a whole newsroom."""

MAX_BYLINE = 200
"""Characters of a byline; longer texts are an author's biography."""

_META = (
    *("author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl"),
    *("authors", "article.author", "cxenseparse:author", "bt:author", "citation_author", "twitter:data1", "creator"),
)
"""Meta fields that name authors, most telling first. ``twitter:data1`` counts where its label says so."""

_BYLINES = re.compile(r"byline|author|authname|writer", re.IGNORECASE)
_LINKS = XPath("//a[@href]")
_MARKED = XPath("//*[@rel='author']")
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|staff|writers?|people|profiles?|bios?|contributors?|by|journalists?|reporters?|correspondents?|autor)"
    r"/[^/]",
    re.IGNORECASE,
)
"""Addresses of the pages about a site's writers."""

_ASIDE = re.compile(
    r"comment|related|recirc|sidebar|popular|trending|latest-?news|footer|teaser|card|promo|\bbio\b|widget",
    re.IGNORECASE,
)
"""Classes of what stands around the authors of other articles."""

_OPENING = re.compile(
    r"^\W*(?:(?:view all (?:posts|articles|stories) by|(?:all )?posts by"
    r"|(?:written|reported|posted|published|edited|words|story|reporting|analysis|review|opinion|commentary|text)"
    r"(?: by\b|\s*:)|by\b|authors?\b)\s*:?\s*)+",
    re.IGNORECASE,
)
_CLOSING = re.compile(
    r"\s+(?:published|updated|posted|link copied|copy link|follow|share|contributor|opinion contributor|bio"
    r"|on (?=\w+ \d)|in (?=[A-Z])|is a\b|\(|\[|•|\||—|–| - | / ?@)(?:.*)$",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\s*(?:[,;|/•·\n]|\s&\s|\band\b|\bwith\b|\s[-–—]\s)\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?:|www\.|@|\.(?:com|org|net|co)\b|[/\\<>{}=:()]", re.IGNORECASE)
_DEGREE = re.compile(
    r"(?:[,\s]+(?:Ph\.?\s?D\.?|M\.?D\.?|M\.?S\.?|M\.?A\.?|MPH|MBA|J\.?D\.?|R\.?D\.?N?\.?|L\.?D\.?|R\.?N\.?|CPA|CFP"
    r"|Esq\.?|DDS|DVM|MSc|BSc|LCSW|CNN|AFP))+\s*$"
)
_ONLY_DEGREE = re.compile(
    r"(?:Ph\.?\s?D\.?|M\.?[DSA]\.?|MPH|MBA|J\.?D\.?|RDN?|LD|RN|CPA|CFP|Esq\.?|Jr\.?|Sr\.?|I{1,3})"
)

_ROLE_WORDS = """
    reporter editor editors correspondent writer contributor columnist producer journalist staff team desk newsroom
    bureau chief analyst photographer photojournalist admin administrator webmaster guest author authors agencies
    intern fellow senior deputy associate managing assistant director special digital online multimedia redazione
    redaction reporters writers contributors moderator publisher anonymous user brandroom sponsored partner
"""
_ROLES = frozenset(_ROLE_WORDS.split())
"""Words of which what stands in an author field is a role or a department, and no name."""

_NO_NAME_WORDS = """
    the share follow updated published posted read more comments subscribe newsletter minutes ago min view today
    yesterday video watch photo photos image credit getty contact email facebook twitter about news now all posts
"""
_NO_NAMES = frozenset(_NO_NAME_WORDS.split()) | frozenset(MONTHS) - {"may", "june", "april", "mar", "jan"}
_PARTICLES = frozenset(
    "de da del della der den di do dos du van von la le el al bin bint ibn ter ten zu y e af".split()
)
_AGENCIES = frozenset(fold(name) for name in AGENCIES)


def find_authors(tree: Any, structured: Structured, vicinity: Vicinity, site: str | None) -> tuple[str, ...]:
    """Return the authors that a page names: people, else an agency or organisation other than the outlet itself."""
    own = _own_names(structured, site)
    people: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    for values in _list_sources(tree, structured, vicinity):
        names = clean_names(values)
        persons = tuple(name for name in names if not _is_house(name, own) and not is_organisation(name))
        if persons:
            people = persons
            break
        others = others or tuple(name for name in names if not _is_house(name, own))
    return (people or others)[:MAX_NAMES]


def _list_sources(tree: Any, structured: Structured, vicinity: Vicinity) -> Iterable[list[str]]:
    """Yield the raw values of every source, most telling first."""
    nodes = [node for key in ("author", "creator") for node in _as_list(structured.article.get(key))]
    yield [name for node in nodes if (name := _name_node(node, persons=True))]
    yield [value for name in _META for value in structured.meta.get(name, ()) if name != "twitter:data1"]
    if fold(structured.first_meta("twitter:label1") or "") in {"written by", "author", "by"}:
        yield list(structured.meta.get("twitter:data1", ()))
    yield list(structured.props.get("author", ()))
    yield from ([text] for text in _list_bylines(tree, vicinity))
    yield [name for node in nodes if (name := _name_node(node, persons=False))]


def _as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _name_node(node: Any, *, persons: bool) -> str | None:
    """The name of an author: a bare string, or a node that is a person (or anything but one)."""
    if isinstance(node, str):
        return node if persons else None
    if not isinstance(node, dict) or persons == bool(find_types(node) & {"organization", "newsmediaorganization"}):
        return None
    return read_text(node.get("name")) or _join_name(node)


def _join_name(node: Node) -> str | None:
    parts = [read_text(node.get(key)) for key in ("givenName", "additionalName", "familyName")]
    return " ".join(part for part in parts if part) or None


def _list_bylines(tree: Any, vicinity: Vicinity) -> list[str]:
    """Texts near the headline that stand in an element for the byline or lead to a writer's page, nearest first."""
    links = [node for node in _LINKS(tree) if _AUTHOR_PAGE.search(node.get("href"))]
    found: list[str] = []
    for _, node in vicinity.sort(dict.fromkeys([*_MARKED(tree), *vicinity.find_named(_BYLINES), *links])):
        around = " ".join(f"{outer.get('class') or ''} {outer.get('id') or ''}" for outer in _above(node))
        text = " ".join(" ".join(node.itertext()).split())
        if text and len(text) <= MAX_BYLINE and not _ASIDE.search(around):
            found.append(text)
    return found[:MAX_NAMES]


def _above(node: Any) -> list[Any]:
    return [node, *islice(node.iterancestors(), 4)]


def clean_names(values: Iterable[str]) -> tuple[str, ...]:
    """Return the names in author fields, each once, as written."""
    names: list[str] = []
    for value in values:
        value = " ".join(html.unescape(re.sub(r"<[^>]{1,200}>", " ", value)).split())
        if len(value) > MAX_BYLINE or value.startswith(("{", "[")):
            continue
        parts = _SPLIT.split(_DEGREE.sub("", _OPENING.sub("", value)))
        for part in parts:
            name = _clean_name(part)
            lone = name is not None and " " not in name and len(parts) > 1
            if name and not lone and fold(name) not in map(fold, names):
                names.append(name)
    return tuple(name for name in names if not any(name != other and f" {name} " in f" {other} " for other in names))


def _clean_name(part: str) -> str | None:
    """One name without what stands before and behind it; None when it is none."""
    name = _DEGREE.sub("", _CLOSING.sub("", _OPENING.sub("", part)).strip(" .,:;*·•|-–—\"'“”‘’"))
    words = name.split()
    if len(words) % 2 == 0 and words[: len(words) // 2] == words[len(words) // 2 :]:
        words = words[: len(words) // 2]
        name = " ".join(words)
    if not words or len(words) > 6 or len(name) > 60 or _ADDRESS.search(name) or _ONLY_DEGREE.fullmatch(name):
        return None
    folded = [fold(word).strip(".") for word in words]
    if (
        any(char.isdigit() for char in name)
        or (set(folded) & _ROLES)
        or (set(folded) & _NO_NAMES and not is_agency(name))
    ):
        return name if is_board(name) else None
    if len(words) == 1 and fold(name) in MONTHS:
        return None
    if name.isupper() and len(words) > 1:
        name = name.title()
    if name.islower() and len(words) > 1:
        name = name.title()
    solid = [word for word in name.split() if word.lower() not in _PARTICLES]
    return name if solid and all(word[0].isupper() or not word[0].isalpha() for word in solid) else None


def is_agency(name: str) -> bool:
    """Tell whether a name is that of a news agency."""
    return fold(name).removeprefix("the ") in _AGENCIES or fold(name) in _AGENCIES


def is_board(name: str) -> bool:
    """Tell whether an editorial is signed by its paper's board."""
    return "editorial board" in fold(name)


def is_organisation(name: str) -> bool:
    """Tell whether an author is an agency or an outlet and no person."""
    words = set(fold(name).split())
    return (
        is_agency(name)
        or is_board(name)
        or bool(words & {"news", "media", "press", "agency", "times", "post", "report", "telegram", "wire"})
    )


def _own_names(structured: Structured, site: str | None) -> set[str]:
    publisher = read_text(structured.article.get("publisher"))
    names = [site, publisher, *list_texts(structured.meta.get("og:site_name", [])[:1])]
    return {_bare(name) for name in names if name}


def _bare(name: str) -> str:
    return re.sub(r"\.(?:com|org|net|co\.uk)$|[^\w]", "", re.sub(r"^the ", "", fold(name)))


def _is_house(name: str, own: set[str]) -> bool:
    """Tell whether an author is the outlet itself; an agency is one even on its own site."""
    return _bare(name) in own and not is_agency(name)


def join_names(names: Sequence[str]) -> str | None:
    """Return names as a byline writes them."""
    return ", ".join(names) or None
