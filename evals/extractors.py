"""The extractors that are compared on whole pages: Dateline's first stages and its peers, behind one signature.

The peers are no dependency: ``pip install newspaper4k readability-lxml`` beside Dateline; one that is not installed is
left out of the table by name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from importlib.util import find_spec
from typing import Any

from dateline.clean.clean import clean_capture
from dateline.clean.extract import extract_capture
from dateline.clean.tongue import NAMES
from dateline.ids import content_id
from dateline.model import Article, Capture, Dropped, Page, Record, Stated
from dateline.read.decode import decode_bytes
from dateline.settings import CleanSettings, ExtractSettings
from dateline.stage import Batch

ANY_LANGUAGE = tuple(sorted(NAMES))
"""Every language that has a name: the switch with which pages that are set aside by intent are scored too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What an extractor gives of a page. ``authors`` are names; ``day`` is ISO; empty when it says nothing."""

    text: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    day: str = ""
    refused: str = ""
    """Why Dateline dropped the page; empty when it did not."""


Extractor = Callable[[bytes, str], Found]


def take_dateline(body: bytes, url: str, languages: tuple[str, ...] = ANY_LANGUAGE) -> Found:
    """Extract and clean a page; the body without the headline, as both sets' truth has it."""
    decoded = decode_bytes(body, markup=True)
    if decoded is None:
        return Found(refused="not text")
    capture = Capture(
        capture_id=content_id(url),
        uri=url,
        sha256="",
        body=body,
        media="html",
        charset=decoded.charset,
        text=decoded.text,
        stated=Stated(url=url),
        had=None,
    )
    rows = list(extract_capture(Batch(capture.capture_id, {Capture: (capture,)}), ExtractSettings(languages=languages)))
    pages = tuple(row for row in rows if isinstance(row, Page))
    batch = Batch(capture.capture_id, {Page: pages})
    return _sum_up([*(row for row in rows if isinstance(row, Dropped)), *clean_capture(batch, CleanSettings())])


def _sum_up(rows: list[Record]) -> Found:
    """One answer for a page: entries of a live blog are joined, since the sets know only whole pages."""
    articles = [row for row in rows if isinstance(row, Article)]
    if not articles:
        return Found(refused=next((f"{row.reason}: {row.detail}" for row in rows if isinstance(row, Dropped)), "?"))
    first = articles[0]
    return Found(
        text="\n\n".join(article.text[article.body_start :] for article in articles),
        title=first.title or "",
        authors=split_names(first.byline or ""),
        day=(first.published or "")[:10],
    )


def take_trafilatura(body: bytes, url: str) -> Found:
    """Peer: trafilatura as it comes, comments off."""
    return _read_trafilatura(body, url, fast=False)


def take_trafilatura_fast(body: bytes, url: str) -> Found:
    """Peer: trafilatura in its fast mode, comments off."""
    return _read_trafilatura(body, url, fast=True)


def _read_trafilatura(body: bytes, url: str, *, fast: bool) -> Found:
    from trafilatura import bare_extraction

    document: Any = bare_extraction(body, url=url, fast=fast, include_comments=False, with_metadata=True)
    if document is None:
        return Found()
    names = split_names((document.author or "").replace(";", ","))
    return Found(text=document.text or "", title=document.title or "", authors=names, day=document.date or "")


def take_newspaper(body: bytes, url: str) -> Found:
    """Peer: newspaper4k, without fetching the pictures."""
    from newspaper import Article as Paper

    paper = Paper(url, fetch_images=False)
    paper.download(input_html=body.decode("utf-8", "replace"))
    paper.parse()
    day = paper.publish_date
    moment = day.strftime("%Y-%m-%d") if hasattr(day, "strftime") else str(day or "")[:10]
    return Found(text=paper.text, title=paper.title, authors=tuple(paper.authors), day=moment)


def take_readability(body: bytes, url: str) -> Found:
    """Peer: readability-lxml; it gives text and title only. Its markup is turned into text by lxml."""
    from lxml.html import fromstring
    from readability import Document

    document = Document(body.decode("utf-8", "replace"), url=url)
    text = fromstring(document.summary()).text_content()
    return Found(text=re.sub(r"[ \t]+", " ", text), title=document.short_title())


def split_names(byline: str) -> tuple[str, ...]:
    """Split a byline into names."""
    parts = re.split(r"\s*(?:,|;|\band\b|&|\|)\s*", re.sub(r"^by\s+", "", byline.strip(), flags=re.IGNORECASE))
    return tuple(part for part in parts if part)


def name_extractors() -> dict[str, Extractor]:
    """Return what is compared, by name: Dateline first, then the peers that are installed."""
    found: dict[str, Extractor] = {
        "dateline": _guard(take_dateline),
        "trafilatura": _guard(take_trafilatura),
        "trafilatura fast": _guard(take_trafilatura_fast),
    }
    if find_spec("newspaper"):
        found["newspaper4k"] = _guard(take_newspaper)
    if find_spec("readability"):
        found["readability-lxml"] = _guard(take_readability)
    return found


def _guard(take: Extractor) -> Extractor:
    """A page on which an extractor fails counts as one of which it gives nothing."""

    def guarded(body: bytes, url: str) -> Found:
        try:
            return take(body, url)
        except Exception as error:
            return replace(Found(), refused=f"{type(error).__name__}: {error}")

    return guarded
