"""The fields of an article in JSON or in a table, whoever wrote it: one list of names for each field.

Names are compared without case and marks ("publishedAt", "published_at", "Published at" are one), and a name in one
list stands for what these tools and archives mean by it: news-please, newspaper, trafilatura, Event Registry, NewsAPI,
GDELT, Media Cloud, Webz, NewsCatcher, the Guardian's and the New York Times's interfaces, WordPress, JSON Feed,
schema.org, ProQuest, and data sets with plain column names.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any, Literal

from dateline.model import Capture, Dropped, Stated
from dateline.read.address import find_address, name_host
from dateline.read.decode import Decoded, mend_text
from dateline.read.source import Source, drop_input, fill_stated, make_capture

FIELDS: Mapping[str, tuple[str, ...]] = {
    "title": (
        *("title", "titlepage", "titlerss", "headline", "articletitle", "webtitle", "pagetitle", "newstitle"),
        *("heading", "articleheadline", "dctitle", "ogtitle", "name"),
    ),
    "outlet": (
        *("outlet", "publication", "publicationtitle", "publicationname", "newspaper", "sitename", "ogsitename"),
        *(
            "metasitename",
            "sourcename",
            "medianame",
            "sourcetitle",
            "sourcehostname",
            "source",
            "publisher",
            "provider",
        ),
        *("site", "website", "sourcedomain", "domain", "hostname", "cleanurl", "canonicaldomain", "mediaurl"),
        *("sourceurl", "sitefull"),
    ),
    "url": (
        *("url", "canonicalurl", "canonicallink", "canonical", "link", "weburl", "articleurl", "originalurl"),
        *("permalink", "urlused", "pageurl", "externalurl", "documenturl", "sourcelink", "mainentityofpage", "guid"),
        *("uri", "id", "source"),
    ),
    "published": (
        *("published", "datepublish", "datepublished", "publishdate", "publisheddate", "publishedat", "publishedon"),
        *("publicationdate", "pubdate", "datetimepub", "firstpublished", "firstpublicationdate", "webpublicationdate"),
        *("publishtime", "publishedtime", "publicationtime", "dateofpublication", "dcdate", "dcdateissued", "issued"),
        *("articledate", "datetime", "date", "created", "createdat", "datecreated", "seendate"),
    ),
    "updated": (
        *("updated", "datemodify", "datemodified", "updatedat", "modified", "modifiedat", "lastmodified"),
        *("dateupdated", "updateddate", "lastupdated", "dctermsmodified"),
    ),
    "byline": (
        *("byline", "authors", "author", "authorname", "authornames", "creator", "dccreator", "writer", "reporter"),
        *("journalist", "articleauthor"),
    ),
    "language": ("language", "lang", "metalang", "inlanguage", "languagecode", "dclanguage"),
    "section": ("section", "sectionname", "articlesection", "sectiontitle", "newsdesk", "desk", "rubric", "category"),
    "agency": ("agency", "newsagency", "wire", "wireservice", "creditline"),
}
"""Fields of ``Stated`` and the names they go by; the first that is filled wins."""

TEXTS = (
    *("text", "maintext", "fulltext", "bodytext", "articlebody", "articletext", "textcontent", "contenttext"),
    *("storytext", "cleanedtext", "cleantext", "plaintext", "newstext", "contentencoded", "body", "content"),
    *("article", "story", "rawtext", "transcript", "paragraphs", "bodyparagraphs", "storysentences", "sentences"),
)
"""Names of an article's whole text; it may hold markup."""

PAGES = ("html", "contenthtml", "articlehtml", "bodyhtml", "rawhtml", "pagehtml", "htmlcontent")
"""Names of an article's markup."""

TEASERS = ("summary", "description", "abstract", "excerpt", "leadparagraph", "snippet", "standfirst", "trailtext")
"""Names of a summary, which stands for the text where there is none: often too little for a report, said later."""

WRAPPERS = ("source", "article", "item", "node", "attributes", "doc", "document", "data", "fields", "thread")
"""Names of an object inside an article's object that holds some of its fields."""

_ASIDE = {"fields", "thread"}
"""Those that hold no text and still tell of the article."""

_INNER = (
    "name",
    "title",
    "main",
    "rendered",
    "original",
    "label",
    "value",
    "text",
    "date",
    "id",
    "uri",
    "domain",
    "site",
)
"""Where the words stand when a field is an object: ``{"name": "Ada Lund"}``."""
_INNER_TEXTS = ("rendered", "text", "value", "content", "sentence", "html", "plain")

_MARKUP = re.compile(r"</?(?:p|div|br|li|ul|ol|h[1-6]|article|section|table|blockquote|figure)\b[^<>]{0,500}>", re.I)
_TAG = re.compile(r"<[^<>]{1,500}>")
_CUT = re.compile(r"\[\+\d{1,9} chars\]\s*$")
"""What NewsAPI puts where it cut a text off."""
_CUT_CHARS = 100
_LISTED = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"")
_NOTHING = {"none", "null", "nan", "n/a", "undefined", "unknown"}
_MOST_CHARS = 2_000
"""Of a field that is no text; more is a mistake of whoever wrote it."""


@dataclass(frozen=True, slots=True)
class Found:
    """The text of an article's object: its markup kind, and whether it is only a summary."""

    media: Literal["text", "html"]
    text: str
    teaser: bool = False


def read_article(
    source: Source,
    row: object,
    body: bytes,
    *,
    charset: str = "utf-8",
    fragment: str = "",
    given: Stated | None = None,
) -> Capture | Dropped:
    """Make a capture of one object; ``body`` is its bytes as they stood in the file, ``given`` what the container
    says of all its articles, which counts where the object is silent."""
    uri = source.uri + fragment
    if not isinstance(row, dict):
        return drop_input(uri, "not an article", f"expected a JSON object, found {type(row).__name__}")
    row = merge_wrappers(row)
    found = find_text(row)
    if found is None:
        return drop_input(
            uri, "no text", f"nothing in it under a name of a text ({', '.join(TEXTS[:6])} …){_hint(row)}"
        )
    stated = fill_stated(read_stated(row), given or Stated())
    return make_capture(source, body, Decoded(found.text, charset), found.media, fragment=fragment, stated=stated)


def read_stated(row: Mapping[str, Any]) -> Stated:
    """Collect what the object says about itself, unchecked."""
    values = _squash_names(row)
    return Stated(**{field: _read_field(field, values, names) for field, names in FIELDS.items()})


def find_text(row: Mapping[str, Any]) -> Found | None:
    """Return an object's text: the first name that is filled, whole texts before markup before summaries."""
    values = _squash_names(row)
    for names, markup, teaser in ((TEXTS, False, False), (PAGES, True, False), (TEASERS, False, True)):
        for name in names:
            text = _cut_mark(_read_text(values.get(name)))
            if text.strip():
                return Found("html" if markup or holds_markup(text) else "text", text, teaser)
    return None


def holds_markup(text: str) -> bool:
    """Tell a piece of a page from plain text that mentions a sign like "<3"."""
    head = text[:20_000]
    first = _MARKUP.search(head)
    return first is not None and (first.start() == 0 or _MARKUP.search(head, first.end()) is not None)


def merge_wrappers(row: Mapping[str, Any], depth: int = 2) -> Mapping[str, Any]:
    """Return an object together with what stands in objects inside it that hold an article's fields."""
    names = {squash(str(key)): key for key in row}
    merged = dict(row)
    for name in WRAPPERS if depth else ():
        inner = row[names[name]] if name in names else None
        if not isinstance(inner, dict):
            continue
        found = find_text(inner)
        if name in _ASIDE or (found and not found.teaser):
            rest = {key: value for key, value in merged.items() if key != names[name]}
            merged = {**merge_wrappers(inner, depth - 1), **rest}
    return merged


@lru_cache(maxsize=4096)
def squash(name: str) -> str:
    """Return a field's name without case and marks."""
    return re.sub(r"[^a-z0-9]+", "", name.lower())


def tidy_words(text: str) -> str:
    """Return words of a field on one line, entities and tags of markup resolved."""
    text = text[: 4 * _MOST_CHARS]
    if "&" in text:
        text = html.unescape(text)
    if "<" in text:
        text = _TAG.sub(" ", text)
    return mend_text(" ".join(text.split()))[:_MOST_CHARS]


def _squash_names(row: Mapping[str, Any]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for key, value in row.items():
        values.setdefault(squash(str(key)), value)
    return values


def _cut_mark(text: str) -> str:
    """Return a text without the mark of a service that cut it off."""
    mark = _CUT.search(text[-_CUT_CHARS:])
    return text[: len(text) - len(mark.group())].rstrip() if mark else text


def _read_text(value: object, depth: int = 2) -> str:
    """A text, the paragraphs of one, or an object that holds one; a paragraph may be a list of sentences."""
    if isinstance(value, str):
        return value
    if isinstance(value, dict):
        return next((inner for name in _INNER_TEXTS if isinstance(inner := value.get(name), str)), "")
    if isinstance(value, list) and depth:
        return ("\n\n" if depth > 1 else " ").join(filter(None, (_read_text(item, depth - 1) for item in value)))
    return ""


def _read_field(field: str, values: Mapping[str, Any], names: Sequence[str]) -> str | None:
    for name in names:
        value = values.get(name)
        if value is None:
            continue
        if field in {"published", "updated"}:
            value = _read_moment(value)
        for words in _say(value):
            words = tidy_words(words)
            said = _accept(field, words) if words.lower() not in _NOTHING else None
            if said:
                return said
    return None


def _accept(field: str, words: str) -> str | None:
    if field == "url":
        return find_address(words)
    if field == "outlet":
        return name_host(words)
    if field == "byline" and words[:1] + words[-1:] == "[]":  # a list as Python prints it, in a table's cell
        return ", ".join(one or two for one, two in _LISTED.findall(words)) or None
    return words or None


def _say(value: object) -> Iterator[str]:
    """Yield the words that a field may mean, best first."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        inner = _squash_names(value)
        yield from (said for name in _INNER if isinstance(said := inner.get(name), str))
    elif isinstance(value, list):
        firsts = [next(_say(item), "").strip() for item in value[:50] if not isinstance(item, list)]
        yield ", ".join(first for first in firsts if first)


def _read_moment(value: object) -> object:
    """Seconds or milliseconds since 1970 as a date with its zone; anything else as it stands."""
    if isinstance(value, dict):
        value = value.get("$date", value)
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e14:
        return value
    seconds = value / 1000 if value > 1e11 else value
    if seconds < 1e8:  # before 1973: a count, or a year
        return str(int(value)) if 1900 <= value <= 2100 else None
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _hint(row: Mapping[str, Any]) -> str:
    return "; add its address instead" if read_stated(row).url else ""
