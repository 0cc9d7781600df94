"""One capture in; one article and its furniture, or one refusal, out."""

from __future__ import annotations

import time

import pytest
from evals.alone import clean_alone
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.ids import content_id
from dateline.model import Article, Capture, Dropped, Furniture, Record, Stated

TITLE = "Boats stay in harbour as storm hits Kvalvik"
LEAD = "The ferry company said on Monday that all of its boats would stay in harbour until the storm had passed."
MORE = "About 40 passengers spent the night in the school of Kvalvik, where the Red Cross handed out blankets and soup."
KOREAN = "월요일에 폭풍이 지나갈 때까지 모든 배가 항구에 머물 것이라고 여객선 회사가 밝혔다."


def clean(text: str, *, html: bool = False, stated: Stated | None = None) -> list[Record]:
    capture = Capture(
        capture_id=content_id(text),
        uri="a.txt",
        sha256="",
        body=text.encode("utf-8", "replace"),
        media="html" if html else "text",
        charset="utf-8",
        text=text,
        stated=stated or Stated(),
        had=None,
    )
    return clean_alone(capture)


def article(rows: list[Record]) -> Article:
    assert isinstance(rows[0], Article), rows[0]
    assert all(isinstance(row, Furniture) for row in rows[1:])
    return rows[0]


def reason(rows: list[Record]) -> str:
    (row,) = rows
    assert isinstance(row, Dropped)
    assert row.detail
    return row.reason


def test_title_opens_the_text_once() -> None:
    for text, stated in (
        (f"{TITLE}\n\n{LEAD}\n\n{MORE}", None),
        (f"{TITLE}\n\n{LEAD}\n\n{MORE}", Stated(title=TITLE)),
        (f"{LEAD}\n\n{MORE}", Stated(title=TITLE)),
        (f"Home > Local\n{TITLE}\nprint\n{TITLE}\n\n{LEAD}\n\n{MORE}", None),
        (f"{TITLE} | Kvalvik Courier News\n\n{LEAD}\n\n{MORE}", None),
    ):
        found = article(clean(text, stated=stated))
        assert found.title == TITLE
        assert found.text == f"{TITLE}\n\n{LEAD}\n\n{MORE}"
        assert found.text[found.body_start :].startswith("The ferry")


def test_paragraph_breaks_stay_as_they_were() -> None:
    assert article(clean(f"{TITLE}\n{LEAD}\n{MORE}")).text == f"{TITLE}\n\n{LEAD}\n{MORE}"


def test_headline_and_stamp_on_one_line() -> None:
    found = article(clean(f"{TITLE} Updated: 2016-07-15 13:14\n{LEAD}\n{MORE}", stated=Stated(title=TITLE)))
    assert (found.updated, found.published) == ("2016-07-15T13:14", None)
    assert found.text.startswith(f"{TITLE}\n\nThe ferry")


def test_text_that_lost_its_newlines_survives() -> None:
    found = article(clean(f"{TITLE} {LEAD} {MORE}", stated=Stated(title=TITLE)))
    assert found.text == f"{TITLE}\n\n{LEAD} {MORE}"
    assert LEAD in article(clean(f"{LEAD} {MORE} " * 30)).text


def test_cut_headline_is_completed_from_the_text() -> None:
    found = article(clean(f"{TITLE}\n\n{LEAD}\n\n{MORE}", stated=Stated(title="Boats stay in harbour as...")))
    assert found.title == TITLE


def test_dateline_header_and_furniture() -> None:
    text = f"{TITLE}\n\nIslands 08:36 March 25, 2019\n\nOSLO, March 25 (Reuters) - {LEAD}\n\n{MORE}\n\nSend Feedback\n"
    rows = clean(text)
    found = article(rows)
    assert (found.place, found.agency, found.dateline_date) == ("OSLO", "Reuters", "XXXX-03-25")
    assert (found.published, found.published_basis) == ("2019-03-25T08:36", "header")
    assert found.dateline is not None
    assert found.text[slice(*found.dateline)] == "OSLO, March 25 (Reuters) -"
    assert [(row.line, row.kind) for row in rows[1:] if isinstance(row, Furniture)] == [(3, "stamp"), (9, "comment")]


def test_captions_that_tell_something_stay_and_are_marked() -> None:
    caption = "Captain Bo Vik is seen at the pier, December 28, 2017. REUTERS/Ada Lund"
    found = article(clean(f"{TITLE}\n\n{LEAD}\n\n{caption}\n\n{MORE}"))
    assert [found.text[start:end] for start, end in found.captions] == [caption]


def test_credit_glued_to_the_last_paragraph_is_cut() -> None:
    found = article(clean(f"{TITLE}\n\n{LEAD}\n\n{MORE} (Reporting by Ada Lund; Editing by Bo Vik)"))
    assert found.text.endswith(MORE)


def test_outlet_names() -> None:
    assert article(clean(f"{LEAD} {MORE}", stated=Stated(outlet="nytimes.com"))).outlet == "The New York Times"
    assert article(clean(f"{LEAD} {MORE}", stated=Stated(url="https://www.kvalvik.co.uk/x"))).outlet == "kvalvik.co.uk"
    assert article(clean(f"{LEAD} {MORE}", stated=Stated(outlet="Kvalvik Courier"))).outlet == "Kvalvik Courier"
    assert article(clean(f"{LEAD} {MORE}")).outlet is None


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no text"),
        (" \n\u00a0\n", "no text"),
        ("Ferry", "too few words"),
        ("Home\nMenu\nSearch\nSubscribe", "too few words"),
        (KOREAN * 3, "language"),
        ("x " * 1_600_000, "too long"),
    ],
)
def test_refusals(text: str, why: str) -> None:
    assert reason(clean(text)) == why


def test_language_is_named() -> None:
    (row,) = clean(KOREAN * 3)
    assert isinstance(row, Dropped)
    assert "Korean" in row.detail


PAGE = f"""<!doctype html><html lang="en"><head><title>{TITLE} | Kvalvik Courier</title>
<meta property="og:site_name" content="Kvalvik Courier"><meta property="og:title" content="{TITLE}">
<meta property="article:published_time" content="2019-03-25T08:36:00+09:00">
<meta property="article:modified_time" content="2019-03-26T10:00:00+09:00"></head>
<body><nav><a href="/">Home</a> <a href="/local">Local</a></nav><article><h1>{TITLE}</h1>
<p>OSLO (AP) — {LEAD}</p><p>{MORE}</p><p>{LEAD.replace("Monday", "Tuesday")}</p></article>
<footer>Copyright 2019</footer></body></html>"""


def test_page() -> None:
    found = article(clean(PAGE, html=True))
    assert (found.title, found.outlet, found.place, found.agency) == (TITLE, "Kvalvik Courier", "OSLO", "AP")
    assert (found.published, found.published_zone, found.published_basis) == ("2019-03-25T08:36", "+09:00", "page")
    assert found.updated == "2019-03-26T10:00"
    assert found.text.count(TITLE) == 1
    assert "Home" not in found.text


def test_page_with_a_nonsense_date() -> None:
    found = article(clean(PAGE.replace("2019-03-25", "9999-03-25").replace("2019-03-26", "0001-01-01"), html=True))
    assert (found.published, found.updated) == (None, None)


def test_page_without_article() -> None:
    assert reason(clean("<html><body><div></div></body></html>", html=True)) == "no article"


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + f"<p>{LEAD}</p>" + "</div>" * 100_000,
        "<div>" * 100_000,
        "<b><i>" * 30_000 + f"<p>{LEAD}</p>",
        f"<p>{LEAD}</p>" * 3 + "<script>" * 50_000,
        "<script>var page = '<p>x</p>';</script>" * 30_000 + f"<p>{LEAD}</p><p>{MORE}</p>",
        "<!--" * 50_000 + f"<p>{LEAD}</p>",
        "<p>" + "&amp;" * 200_000,
        "<table>" + "<tr><td>" * 5_000,
    ],
)
def test_hostile_markup_ends_soon_in_one_record_or_more(markup: str) -> None:
    start = time.perf_counter()
    rows = clean(f"<html><body>{markup}</body></html>", html=True)
    assert isinstance(rows[0], Article | Dropped)
    assert time.perf_counter() - start < 10


@settings(max_examples=80, deadline=None)
@given(st.text(max_size=300), st.booleans(), st.one_of(st.none(), st.text(max_size=40)))
def test_odd_text_never_raises_and_spans_hold(text: str, html: bool, title: str | None) -> None:
    rows = clean(f"{text}\n{LEAD}", html=html, stated=Stated(title=title))
    if isinstance(rows[0], Article):
        found = rows[0]
        assert found.title is None or found.text.startswith(found.title + "\n\n")
        assert 0 <= found.body_start <= len(found.text)
        assert all(0 <= start < end <= len(found.text) for start, end in found.captions)


def test_running_twice_gives_the_same() -> None:
    assert clean(PAGE, html=True) == clean(PAGE, html=True)


def test_a_report_of_dateline_itself_is_no_article() -> None:
    head = '<html><head><meta name="generator" content="Dateline"></head>'
    rows = clean(f"{head}<body><p>The dam at Pelm broke on Monday, the mayor said.</p></body></html>", html=True)
    assert reason(rows) == "no article"


def test_the_name_of_the_section_on_a_line_of_its_own_is_no_text() -> None:
    head = '<meta property="article:section" content="Harbours">'
    page = PAGE.replace("<head>", f"<head>{head}").replace("<p>", "<p>Harbours</p><p>", 1)
    found = article(clean(page, html=True))
    assert found.section == "Harbours"
    assert "Harbours" not in found.text.split("\n")
