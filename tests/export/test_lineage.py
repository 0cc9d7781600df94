"""The lines of reporting as a page tells them: who copies whom, what is taken, what is only a hint."""

from __future__ import annotations

from dateline.export.contract import Document, PassageData
from dateline.export.html import write_html
from dateline.export.lineage import Lineage, trace_lines
from dateline.export.phrase import index_articles, index_copies, number_sources


def trace(document: Document, at: int = 0) -> Lineage:
    story = document["stories"][at]
    return trace_lines(story, index_articles(document), index_copies(document), number_sources(story))


def test_a_line_shows_its_source_and_then_its_copies(document: Document) -> None:
    first, *others = trace(document).lines
    assert (first.name, [member.number for member in first.members]) == ("Meridian Post", [2, 3])
    assert [member.share for member in first.members] == [None, 0.31]
    assert first.members[1].role == "partly a copy of [2], 31% of its words"
    assert [[member.number for member in line.members] for line in others] == [[1], [4]]


def test_what_is_taken_and_what_is_a_hint(document: Document) -> None:
    lineage = trace(document)
    assert lineage.lines[1].members[0].takes == ("1 passage (11% of it) from Meridian Post [2], credited",)
    assert lineage.hints == ("[4] and [1] may depend on each other: both belong to one group",)
    assert not lineage.is_plain
    assert trace(document, 1).is_plain


def test_a_newsroom_behind_two_articles_is_told_though_it_is_not_there(document: Document) -> None:
    story = document["stories"][0]
    for key in story["articles"][:2]:
        row = PassageData(
            article_id=key, start=0, end=9, origin_id="o", of=None, newsroom="KCNA", why="it credits KCNA"
        )
        story["passages"].append(row)
    assert trace(document).absent == ("KCNA, no article of which is here, stands behind passages of [1][2]",)


def test_names_with_markup_stay_text(document: Document) -> None:
    story = document["stories"][0]
    story["passages"][0]["newsroom"] = "<b>{0} News</b>"
    assert "{0} News" in trace(document).lines[1].members[0].takes[0]
    page = write_html(document)
    assert "<b>{0}" not in page
    assert "&lt;b&gt;{0} News&lt;/b&gt;" in page


def test_a_passage_is_marked_in_its_text(document: Document) -> None:
    page = write_html(document)
    assert 'title="it credits Meridian Post"' in page
    assert "Shaded words" in page
