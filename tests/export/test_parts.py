"""The parts of a long timeline: background, chapters, and that no line is lost."""

from __future__ import annotations

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st
from tests.export.bridge_pile import Pile, make_records

from dateline.export.contract import ChapterData, Document, TimelineData
from dateline.export.document import build_document
from dateline.export.formats import find_exporter
from dateline.export.parts import BACKGROUND, part_timeline, say_chapter
from dateline.export.phrase import index_articles

DAYS = (
    st.none() | st.dates().map(lambda day: day.isoformat()) | st.sampled_from(["2024-03", "2023", "2024-03-20T10:00"])
)


def make_chapter(title: str, first: str, last: str) -> ChapterData:
    return ChapterData(chapter_id=title, title=title, first=first, last=last, articles=["a", "b"], why="a pause")


def make_entries(document: Document, days: list[str | None]) -> list[TimelineData]:
    entry = document["stories"][0]["timeline"][0]
    return [{**entry, "first": day, "last": day, "text": f"Line {number}."} for number, day in enumerate(days)]


def test_a_short_story_has_one_part_without_a_heading(document: Document) -> None:
    story = document["stories"][0]
    (part,) = part_timeline(story, story["timeline"], index_articles(document))
    assert part.title == ""
    assert part.entries == story["timeline"]


def test_what_was_long_before_the_reports_is_a_part_of_its_own(document: Document) -> None:
    entries = make_entries(document, ["2019", "2022-05", "2023-06-01", "2024-03-04", None])
    before, since = part_timeline(document["stories"][0], entries, index_articles(document))
    assert (before.title, [entry["first"] for entry in before.entries]) == (
        BACKGROUND,
        ["2019", "2022-05", "2023-06-01"],
    )
    assert [entry["first"] for entry in since.entries] == ["2024-03-04", None]


def test_chapters_part_a_timeline_by_their_last_days(document: Document) -> None:
    story = deepcopy(document["stories"][0])
    story["chapters"] = [
        make_chapter("Closed", "2024-03-04", "2024-03-07"),
        make_chapter("Open", "2024-03-18", "2024-03-21"),
    ]
    entries = make_entries(document, ["2024-03-04", "2024-03-07", "2024-03-15", None])
    closed, opened = part_timeline(story, entries, index_articles(document))
    assert (closed.title, closed.span, closed.why) == ("Closed", "4–7 March 2024, 2 reports", "a pause")
    assert [entry["first"] for entry in opened.entries] == ["2024-03-15", None]
    assert say_chapter(story["chapters"][1]) == "18–21 March 2024, 2 reports"


@given(st.lists(DAYS, max_size=12), st.booleans())
def test_every_line_is_in_one_part(days: list[str | None], chapters: bool) -> None:
    document = build_document(Pile(make_records()))
    story = document["stories"][0]
    if chapters:
        story["chapters"] = [
            make_chapter("One", "2024-03-04", "2024-03-05"),
            make_chapter("Two", "2024-03-18", "2024-03-21"),
        ]
    entries = make_entries(document, days)
    parts = part_timeline(story, entries, index_articles(document))
    found = [entry["text"] for part in parts for entry in part.entries]
    assert sorted(found) == sorted(entry["text"] for entry in entries)


def test_chapters_are_told_in_every_page(document: Document) -> None:
    document["stories"][0]["chapters"] = [
        make_chapter("Bridge <closed>", "2024-03-04", "2024-03-07"),
        make_chapter("Bridge open", "2024-03-18", "2024-03-21"),
    ]
    for name in ("text", "md", "html"):
        page = find_exporter(name).write(document)
        assert "4–7 March 2024, 2 reports" in page
        assert "Bridge open" in page
    assert "Bridge &lt;closed&gt;" in page
