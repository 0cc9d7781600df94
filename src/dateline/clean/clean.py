"""The ``clean`` stage: out of a capture, one article and its furniture, or one refusal that says why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import islice

from dateline.clean.agencies import AGENCIES
from dateline.clean.captions import Told
from dateline.clean.compose import Composed, compose_text
from dateline.clean.dateline import Dateline, find_dateline, is_agency
from dateline.clean.furniture import Sheet, find_furniture, read_notice
from dateline.clean.lines import Line, look_at, normalise, split_lines
from dateline.clean.outlet import name_outlet
from dateline.clean.page import Page, read_page
from dateline.clean.published import choose_published, choose_updated
from dateline.clean.stamps import read_stamp
from dateline.clean.title import HEAD, Opening, find_title
from dateline.clean.tongue import find_language, name_language
from dateline.ids import content_id
from dateline.model import Article, Capture, Dropped, Furniture, Record
from dateline.settings import CleanSettings
from dateline.stage import Batch
from dateline.words import find_words

DATELINE_PARAGRAPHS = 3
"""A dateline opens one of the first so many paragraphs: standfirst and summary may come before it."""


class RefusedError(Exception):
    """Why a capture gives no article; becomes a ``Dropped``, and never leaves this module."""

    def __init__(self, reason: str, detail: str) -> None:
        """Keep the reason, in one or two words, and the detail, in a sentence."""
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail


_OWN_REPORT = '<meta name="generator" content="Dateline">'
_HEAD_CHARS = 2000
"""Characters of a page in which its generator is named."""


def clean_capture(batch: Batch, settings: CleanSettings) -> Iterable[Record]:
    """Clean one capture: yields its Article, then its Furniture; or one Dropped. Never raises on odd input."""
    capture = batch.one(Capture)
    try:
        yield from _clean(capture, settings)
    except RefusedError as refusal:
        yield Dropped(stage="clean", subject=capture.uri, reason=refusal.reason, detail=refusal.detail)


def _clean(capture: Capture, settings: CleanSettings) -> list[Record]:
    page = _read_capture(capture, settings)
    if len(page.text) > settings.max_body_chars:
        told = f"{len(page.text):,} characters of text; at most {settings.max_body_chars:,} are taken for one report"
        raise RefusedError("too long", told)
    language = _check_language(page.text, settings)
    outlet = name_outlet(capture.stated.outlet, page.site, page.url)
    lines, opening = _split_opening(split_lines(page.text), page.title, outlet)
    sheet = find_furniture(lines, opening.title, light=capture.media == "html")
    composed = compose_text(sheet, opening.title)
    words = len(find_words(composed.text[composed.body_start :]))
    if words < settings.min_words:
        raise RefusedError(
            "too few words", f"{words} words of article text; at least {settings.min_words} make a report"
        )
    article = _build_article(capture, page, outlet, language, opening, sheet, composed)
    return [article, *_list_furniture(article.article_id, sheet, opening, composed)]


def _read_capture(capture: Capture, settings: CleanSettings) -> Page:
    """The capture as a page of fields; what the input states wins over what its markup says."""
    stated = capture.stated
    if len(capture.text) > settings.max_chars:
        raise RefusedError("too long", f"{len(capture.text):,} characters; at most {settings.max_chars:,} are read")
    if not normalise(capture.text).strip():
        raise RefusedError("no text", "nothing but white space")
    if capture.media == "text":
        return Page(text=capture.text, title=_tidy(stated.title), byline=_tidy(stated.byline), url=stated.url)
    if _OWN_REPORT in capture.text[:_HEAD_CHARS]:
        raise RefusedError("no article", "a report that Dateline itself wrote")
    page = read_page(capture.text, stated.url)
    if page is None or not page.text.strip():
        raise RefusedError("no article", "the page holds no running text that could be taken out of its markup")
    return Page(
        text=page.text,
        title=_tidy(stated.title or page.title),
        site=page.site,
        byline=_tidy(stated.byline or page.byline),
        url=stated.url or page.url,
        published=page.published,
        updated=page.updated,
    )


def _tidy(text: str | None) -> str | None:
    return " ".join(normalise(text).split()) or None if text else None


def _check_language(text: str, settings: CleanSettings) -> str:
    language, readable = find_language(normalise(text[: settings.max_chars]), settings.languages)
    if not readable:
        allowed = ", ".join(map(name_language, settings.languages))
        raise RefusedError("language", f"the text is in {name_language(language)}; Dateline reads {allowed}")
    return language


def _split_opening(lines: Sequence[Line], title: str | None, outlet: str | None) -> tuple[list[Line], Opening]:
    """Find the headline among the lines that are not clearly furniture, and take it out of them."""
    clear = list(islice((line for line in lines if not _is_furniture(line)), HEAD + 1))
    told = Told([line.text for line in lines if look_at(line).good])
    opening = find_title(clear, title, outlet, told)
    if opening.index is None:
        return list(lines), opening
    held = clear[opening.index]
    body = [line for line in lines if line is not held and line not in opening.above]
    if opening.body:
        body.insert(lines.index(held), Line(held.number, opening.body, True))
    return body, opening


def _is_furniture(line: Line) -> bool:
    return read_notice(line.text, look_at(line).words) is not None or read_stamp(line.text) is not None


def _build_article(
    capture: Capture,
    page: Page,
    outlet: str | None,
    language: str,
    opening: Opening,
    sheet: Sheet,
    composed: Composed,
) -> Article:
    dateline = _find_dateline(composed)
    stamps = [*([stamp] if (stamp := read_stamp(opening.rest)) else []), *sheet.stamps]
    day = dateline.day if dateline else None
    published, basis = choose_published(capture.stated.published, page.published, page.url, stamps, day)
    byline = page.byline or sheet.byline
    return Article(
        article_id=content_id("article", capture.capture_id),
        capture_id=capture.capture_id,
        uri=capture.uri,
        sha256=capture.sha256,
        url=page.url,
        outlet=outlet,
        title=opening.title,
        byline=byline,
        published=published,
        published_basis=basis,
        updated=choose_updated(capture.stated.updated, page.updated, stamps),
        language=language,
        place=dateline.place if dateline else None,
        agency=(dateline.agency if dateline else None) or _find_agency(byline, sheet),
        dateline=(dateline.start, dateline.end) if dateline else None,
        dateline_date=day,
        text=composed.text,
        body_start=composed.body_start,
        captions=composed.captions,
    )


def _find_dateline(composed: Composed) -> Dateline | None:
    """The dateline that opens one of the first paragraphs; captions hold none."""
    opening = [span for span in composed.paragraphs if span not in composed.captions][:DATELINE_PARAGRAPHS]
    found = (find_dateline(composed.text, start, end) for start, end in opening)
    return next((dateline for dateline in found if dateline), None)


def _find_agency(byline: str | None, sheet: Sheet) -> str | None:
    """The agency that a byline or a legal or credit line names, where there is exactly one."""
    if byline and is_agency(byline):
        return byline
    credits = [sheet.lines[index].text for index, mark in sheet.marks.items() if mark.kind in {"legal"}]
    named = {name for name in AGENCIES for text in credits if re.search(rf"\b{re.escape(name)}\b", text)}
    longest = {name for name in named if not any(name != other and name in other for other in named)}
    return longest.pop() if len(longest) == 1 else None


def _list_furniture(article_id: str, sheet: Sheet, opening: Opening, composed: Composed) -> list[Furniture]:
    """Every line or part of a line that was taken out, in the order of the source."""
    found = [(sheet.lines[index].number, sheet.lines[index].text, mark) for index, mark in sheet.marks.items()]
    rows = [(number, text, mark.kind, mark.why) for number, text, mark in found]
    rows += [(number, text, "credit", "says who worked on the report") for number, text in composed.cut]
    why = "stands above the headline and has nothing to do with the report"
    rows += [(line.number, line.text, "navigation", why) for line in opening.above]
    if opening.rest and opening.index is not None:
        kind = "stamp" if read_stamp(opening.rest) else "navigation"
        rows.append((opening.number, opening.rest, kind, "stands behind the headline on its line"))
    return [
        Furniture(article_id=article_id, line=number, text=text, kind=kind, why=why)
        for number, text, kind, why in sorted(rows)
    ]
