"""The ``clean`` stage: out of a page, one article and its furniture, or one refusal that says why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from dateline.clean.block import find_block
from dateline.clean.captions import Told
from dateline.clean.compose import Composed, compose_text
from dateline.clean.dateline import Dateline, find_dateline, is_agency
from dateline.clean.days import move_zone, split_zone
from dateline.clean.furniture import find_furniture, read_notice
from dateline.clean.lead import split_lead
from dateline.clean.lines import Line, look_at, split_lines
from dateline.clean.masthead import read_masthead
from dateline.clean.outline import key_line
from dateline.clean.published import choose_published, choose_updated
from dateline.clean.refuse import RefusedError
from dateline.clean.sheet import Mark, Sheet
from dateline.clean.signatures import read_signature
from dateline.clean.stamps import read_stamp
from dateline.clean.standfirst import find_section, find_standfirst
from dateline.clean.title import HEAD, Opening, find_title
from dateline.ids import content_id
from dateline.model import Article, Dropped, Furniture, Page, Record, Recurrence
from dateline.settings import CleanSettings
from dateline.stage import Batch
from dateline.words import find_words, fold

DATELINE_PARAGRAPHS = 3
"""A dateline opens one of the first so many paragraphs: standfirst and summary may come before it."""


def clean_capture(batch: Batch, settings: CleanSettings) -> Iterable[Record]:
    """Clean the pages of one capture: yields of each its Article, then its Furniture; or one Dropped."""
    recurring = {(row.page_id, row.line): row for row in batch.all(Recurrence)}
    for page in batch.all(Page):
        try:
            yield from _clean(page, recurring, settings)
        except RefusedError as refusal:
            yield Dropped(stage="clean", subject=page.uri, reason=refusal.reason, detail=refusal.detail)


def _clean(page: Page, recurring: Mapping[tuple[str, str], Recurrence], settings: CleanSettings) -> list[Record]:
    learned = {
        line: Mark("recurrent", row.why, row.confidence)
        for (page_id, line), row in recurring.items()
        if page_id == page.page_id
    }
    whole = split_lead(split_lines(page.text))
    block = None if page.markup else find_block(whole, page.title)
    outside = [*whole[: block[0]], *whole[block[1] :]] if block else []
    lines, opening = _split_opening(whole[slice(*block)] if block else whole, page.title, page.outlet, learned)
    above = sum(line.number < opening.number for line in lines) if opening.index is not None else 0
    names = _name_page(page)
    sheet = find_furniture(lines, opening.title, light=page.markup, learned=learned, above=above, names=names)
    composed = compose_text(sheet, opening.title)
    words = len(find_words(composed.text[composed.body_start :]))
    if words < settings.min_words:
        raise RefusedError(
            "too few words", f"{words} words of article text; at least {settings.min_words} make a report"
        )
    article = _build_article(page, opening, sheet, composed)
    if article.outlet is None:
        article = replace(article, outlet=read_masthead(_list_beside(sheet, opening, outside)))
    return [article, *_list_furniture(article.article_id, sheet, opening, composed, outside)]


def _list_beside(sheet: Sheet, opening: Opening, outside: Sequence[Line]) -> list[str]:
    """The lines of a page that are no part of its report."""
    return [*(sheet.lines[at].text for at in sorted(sheet.marks)), *(line.text for line in (*opening.above, *outside))]


def _name_page(page: Page) -> frozenset[str]:
    """The names of the page's outlet and section, folded: on a line of their own they are labels."""
    return frozenset(fold(name) for name in (page.outlet, page.section) if name)


def _split_opening(
    lines: Sequence[Line], title: str | None, outlet: str | None, learned: Mapping[str, Mark]
) -> tuple[list[Line], Opening]:
    """Find the headline among the lines that are not clearly furniture, and take it out of them."""
    clear = list(islice((line for line in lines if not _is_furniture(line, learned)), HEAD + 1))
    told = Told([line.text for line in lines if look_at(line).good])
    opening = find_title(clear, title, outlet, told)
    if opening.index is None:
        return list(lines), opening
    held = clear[opening.index]
    body = [line for line in lines if line is not held and line not in opening.above]
    if opening.body:
        body.insert(lines.index(held), Line(held.number, opening.body, True))
    return body, opening


def _is_furniture(line: Line, learned: Mapping[str, Mark]) -> bool:
    if read_notice(line.text, look_at(line).words) or read_stamp(line.text) or read_signature(line.text):
        return True
    return bool(learned) and key_line(line.text) in learned


def _build_article(page: Page, opening: Opening, sheet: Sheet, composed: Composed) -> Article:
    dateline = _find_dateline(composed)
    stamps = [*([stamp] if (stamp := read_stamp(opening.rest)) else []), *sheet.stamps]
    day = dateline.day if dateline else None
    published, basis = choose_published(page.published, page.published_basis, page.url, stamps, day)
    local, zone = split_zone(published) if published else (None, None)
    updated = choose_updated(page.updated, stamps)
    byline = page.byline or sheet.byline
    return Article(
        article_id=content_id("article", page.page_id),
        capture_id=page.capture_id,
        uri=page.uri,
        sha256=page.sha256,
        url=page.url,
        outlet=page.outlet,
        title=opening.title,
        byline=byline,
        published=local,
        published_zone=zone or (page.published_zone if published == page.published else None),
        published_basis=basis,
        updated=move_zone(updated, zone) if updated else None,
        section=page.section or find_section(sheet, [stamp.section or "" for stamp in stamps]),
        standfirst=find_standfirst(page.standfirst, sheet, composed),
        entry=page.entry,
        blog=page.blog,
        language=page.language,
        place=dateline.place if dateline else None,
        agency=(dateline.agency if dateline else None) or page.agency or _find_agency(byline, sheet, composed),
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


def _find_agency(byline: str | None, sheet: Sheet, composed: Composed) -> str | None:
    """The agency that a byline, a line of credit or the end of the report names; whole credits before parts."""
    if byline and is_agency(byline):
        return byline
    named = [*sheet.agencies, *([composed.agency] if composed.agency else [])]
    whole = [agency for agency in named if not agency.startswith("with ")]
    return next(iter(whole or named), None)


def _list_furniture(
    article_id: str, sheet: Sheet, opening: Opening, composed: Composed, outside: Sequence[Line]
) -> list[Furniture]:
    """Every line or part of a line that was taken out, in the order of the source."""
    rows = [
        (sheet.lines[index].number, sheet.lines[index].text, mark.kind, mark.why, mark.confidence)
        for index, mark in sheet.marks.items()
    ]
    rows += [(number, text, "credit", "says who worked on the report", 0.95) for number, text in composed.cut]
    why = "stands above the headline and has nothing to do with the report"
    rows += [(line.number, line.text, "navigation", why, 0.8) for line in opening.above]
    rows += [
        (line.number, line.text, "navigation", "stands apart from the report on its page", 0.8) for line in outside
    ]
    if opening.rest and opening.index is not None:
        kind = "stamp" if read_stamp(opening.rest) else "navigation"
        rows.append((opening.number, opening.rest, kind, "stands behind the headline on its line", 0.9))
    return [
        Furniture(article_id=article_id, line=number, text=text, kind=kind, why=why, confidence=confidence)
        for number, text, kind, why, confidence in sorted(rows)
    ]
