"""What the commands besides ``brief`` show."""

from __future__ import annotations

from collections.abc import Callable
from io import StringIO
from itertools import pairwise

import pytest
from rich.console import Console

from dateline.errors import NotFoundError
from dateline.export import screens
from dateline.export.contract import Document
from dateline.export.formats import find_exporter
from dateline.export.lookup import cited_spans, find_shown, find_story, keep_story
from dateline.export.terminal import print_brief
from dateline.stage import Stage


def shown(draw: Callable[[Console], None], width: int = 90) -> str:
    """Return what a function prints on a plain console."""
    out = StringIO()
    draw(Console(file=out, width=width, color_system=None, _environ={}))
    return out.getvalue()


@pytest.mark.parametrize("width", [24, 40, 63, 64, 200])
def test_no_line_is_wider_than_the_terminal(document: Document, width: int) -> None:
    page = shown(lambda console: print_brief(console, document, cites=True, whole=True), width)
    assert max(map(len, page.splitlines())) <= width


def test_cited_words_are_shown_when_asked_for(document: Document) -> None:
    assert "[2] “The bridge at Orle was closed on March 4.”" in shown(lambda c: print_brief(c, document, cites=True))
    assert "“The bridge at Orle" not in shown(lambda c: print_brief(c, document))


def test_lesser_lines_are_counted_or_shown(document: Document) -> None:
    assert "… and 2 lesser lines" in shown(lambda c: print_brief(c, document))
    assert "planned: Engineers plan" in shown(lambda c: screens.print_timelines(c, document, cites=False))


def test_stories_are_numbered(document: Document) -> None:
    page = shown(lambda console: screens.print_stories(console, document))
    assert page.startswith("1 Orle bridge closed after cracks")
    assert "4 articles, 3 independent, 4–21 March 2024, 4 differences, s1" in page


def test_figures_stand_with_who_gives_them(document: Document) -> None:
    page = shown(lambda console: screens.print_comparisons(console, document))
    assert "rounding  shops cut off" in page
    assert "about 60 (chamber of commerce, as of 4 March 2024, 1 article) [1]" in page


def test_sources_end_with_what_was_left_out(document: Document) -> None:
    page = shown(lambda console: screens.print_all_sources(console, document))
    assert "pile/menu.html: too short" in page
    assert "partly a copy of [2], 31% of its words" in page


def test_an_article_shows_its_cited_stretches(document: Document) -> None:
    article, _ = find_shown(document, "03_valley-radio")
    assert article is not None
    page = shown(lambda console: screens.print_article(console, document, article))
    assert "⟦ferries began to carry passengers on Thursday⟧" in page
    assert "share: Share this <b>story</b>" in page
    assert "inferred: “three days after" in page


def test_a_whole_story_shows_why_it_holds_its_articles(document: Document) -> None:
    page = shown(lambda console: screens.print_whole_story(console, document, document["stories"][0]))
    for part in (
        "Ilse Varga (person; mayor; also Mayor Ilse Varga, Varga)",
        "shares rare names",
        "• denies: “Nobody warned us,” [2]",
    ):
        assert part in page


def test_spans_that_meet_are_one(document: Document) -> None:
    spans = cited_spans(document, "a1")
    assert spans == sorted(spans)
    assert all(left[1] < right[0] for left, right in pairwise(spans))


def test_names_find_stories_and_articles(document: Document) -> None:
    assert find_story(document, "2")["story_id"] == "s2"
    assert find_shown(document, "04_upland-echo.html")[0] is not None
    assert find_shown(document, "1")[1] is document["stories"][0]
    with pytest.raises(NotFoundError, match="dateline sources"):
        find_shown(document, "nobody")


def test_one_story_can_be_kept(document: Document) -> None:
    kept = keep_story(document, "1")
    assert [article["article_id"] for article in kept["articles"]] == ["a1", "a2", "a3", "a4"]
    assert keep_story(document, None) is document


def test_the_road_is_printed_stage_by_stage() -> None:
    stage = Stage(name="look", does="looks", per="article", reads=(), writes=(), run=lambda *_: ())
    assert "1 look  looks" in shown(lambda console: screens.print_stages(console, (stage,)))
    assert screens.describe_stages((stage,))[0]["name"] == "look"


def test_what_settles_a_difference_is_told_with_its_cites(document: Document) -> None:
    row = document["stories"][0]["discrepancies"][0]
    row["settled"] = "on Monday"
    row["settled_by"] = row["sides"][0]["cites"]
    row["severity"] = 3
    for name in ("text", "md", "html"):
        page = find_exporter(name).write(document)
        assert "Settled by later reports: on Monday" in page
