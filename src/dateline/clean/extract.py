"""The ``extract`` stage: out of a capture, its running text and what it says of itself; or a refusal that says why."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from dateline.clean.days import move_zone, read_day, split_zone
from dateline.clean.lines import normalise
from dateline.clean.live import Entry, drop_live
from dateline.clean.markup import Markup, read_markup
from dateline.clean.outlet import choose_url, name_outlet
from dateline.clean.outline import outline_page
from dateline.clean.page_dates import PageDates
from dateline.clean.refuse import RefusedError
from dateline.clean.tongue import find_language, name_language
from dateline.ids import content_id
from dateline.model import Capture, Dropped, Page, Record, Stated
from dateline.settings import ExtractSettings
from dateline.stage import Batch
from dateline.words import find_words

_OWN_REPORT = '<meta name="generator" content="Dateline">'
_HEAD_CHARS = 2000
"""Characters of a page in which its generator is named."""


_WORD = re.compile(r"\w")

MIN_INTRO_WORDS = 25
"""Words from which on what stands before the first entry of a live blog is a report of its own; below, it is a line
that says what the blog is about."""


def extract_capture(batch: Batch, settings: ExtractSettings) -> Iterable[Record]:
    """Take the pages out of one capture: yields each Page with its Outline, or one Dropped."""
    capture = batch.one(Capture)
    try:
        pages = _extract(capture, settings)
    except RefusedError as refusal:
        yield Dropped(stage="extract", subject=capture.uri, reason=refusal.reason, detail=refusal.detail)
        return
    for page in pages:
        yield page
        yield outline_page(page)


def _extract(capture: Capture, settings: ExtractSettings) -> list[Page]:
    found = _read_capture(capture, settings)
    whole = "\n\n".join([found.text, *(entry.text for entry in found.entries)])
    if len(whole) > settings.max_body_chars:
        told = f"{len(whole):,} characters of text; at most {settings.max_body_chars:,} are taken for one report"
        raise RefusedError("too long", told)
    language = _check_language(whole, capture.stated.language or found.language, settings)
    page = _build_page(capture, found, language)
    if not found.entries:
        return [page]
    intro = [page] if len(find_words(found.text)) >= MIN_INTRO_WORDS else []
    return [*intro, *(_build_entry(page, number, entry) for number, entry in enumerate(found.entries, start=1))]


def _build_page(capture: Capture, found: Markup, language: str) -> Page:
    stated = capture.stated
    dates = _choose_dates(stated, found.dates)
    url = choose_url(stated.url, found.url)
    return Page(
        page_id=content_id("page", capture.capture_id, 0),
        capture_id=capture.capture_id,
        uri=capture.uri,
        sha256=capture.sha256,
        markup=capture.media == "html",
        text=found.text,
        title=_tidy(stated.title or found.title),
        standfirst=_tidy(found.standfirst),
        outlet=name_outlet(stated.outlet, found.site, url, found.provider),
        byline=_tidy(stated.byline or found.byline),
        agency=_tidy(stated.agency or found.agency),
        section=_tidy(stated.section or found.section),
        url=url,
        language=language,
        published=dates.published,
        published_zone=dates.zone,
        published_basis=dates.basis,
        updated=dates.updated,
    )


def _build_entry(page: Page, number: int, entry: Entry) -> Page:
    """A page of one entry: what it says of itself, else what its live blog says; its time is its own or none."""
    return replace(
        page,
        page_id=content_id("page", page.capture_id, number),
        entry=number,
        blog=drop_live(page.title) if page.title else None,
        text=entry.text,
        title=_tidy(entry.title),
        standfirst=None,
        byline=_tidy(entry.byline) or page.byline,
        agency=None,
        published=entry.published,
        published_zone=entry.zone,
        published_basis="entry" if entry.published else None,
        updated=None,
    )


def _choose_dates(stated: Stated, found: PageDates) -> PageDates:
    """What the container states comes before what the page says; its last change likewise."""
    told, updated = read_day(stated.published), read_day(stated.updated)
    day, zone = split_zone(told) if told else (None, found.zone)
    changed = move_zone(updated, zone) if updated else found.updated
    if told is None:
        return replace(found, updated=changed)
    return PageDates(day, zone, "metadata", changed)


def _read_capture(capture: Capture, settings: ExtractSettings) -> Markup:
    if len(capture.text) > settings.max_chars:
        raise RefusedError("too long", f"{len(capture.text):,} characters; at most {settings.max_chars:,} are read")
    if not _WORD.search(capture.text) and not normalise(capture.text).strip():
        raise RefusedError("no text", "nothing but white space")
    if capture.media == "text":
        return Markup(text=capture.text)
    if _OWN_REPORT in capture.text[:_HEAD_CHARS]:
        raise RefusedError("no article", "a report that Dateline itself wrote")
    found = read_markup(capture.text, capture.stated.url)
    if found is not None and found.refused:
        raise RefusedError("no article", found.refused)
    if found is None or not (found.text.strip() or found.entries):
        raise RefusedError("no article", "the page holds no running text that could be taken out of its markup")
    return found


def _tidy(text: str | None) -> str | None:
    return " ".join(normalise(text).split()) or None if text else None


def _check_language(text: str, declared: str | None, settings: ExtractSettings) -> str:
    language, readable = find_language(normalise(text[: settings.max_chars]), settings.languages, declared)
    if not readable:
        allowed = ", ".join(map(name_language, settings.languages))
        raise RefusedError("language", f"the text is in {name_language(language)}; Dateline reads {allowed}")
    return language
