"""Every format: golden pages, and that nothing a text holds breaks out of its format."""

from __future__ import annotations

import csv
import json
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.export.bridge_pile import Pile, make_article, make_dating, make_records

from dateline.errors import NotFoundError
from dateline.export.contract import Document
from dateline.export.document import build_document
from dateline.export.formats import EXPORTERS, find_exporter
from dateline.export.html import is_web_address, write_html
from dateline.model import Article, BriefSentence, Cite, Origin, Placement, Record, Story, TimelineEntry

GOLDEN = Path(__file__).parent / "golden"
HOSTILE = st.text(max_size=60) | st.sampled_from(
    [
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '" onmouseover="alert(1)',
        "{{ 7 * 7 }} {% raw %}",
        "</details></li></ol></style>",
        "<!-- ", "]]>", "\x00\x1b[2J", "\ud800", "&lt;b&gt; &#x3c;script>", "\u202e\u2066abc",
    ]
)  # fmt: skip


class Tags(HTMLParser):
    """Collects the start tags and attributes of a page, and the text outside style and script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.ids: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.tags.append(tag)
        self.attributes += attrs
        self.ids += [value or "" for name, value in attrs if name == "id"]


@pytest.mark.parametrize("name", ["text", "md", "csv", "html"])
def test_golden_pages(name: str, document: Document) -> None:
    """To accept a changed page, look at it and write the new one over the old."""
    page = find_exporter(name).write(document)
    assert page == (GOLDEN / f"bridge.{name}").read_text(encoding="utf-8")


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_every_format_takes_an_empty_store(exporter: object) -> None:
    found = next(row for row in EXPORTERS if row is exporter)
    assert isinstance(found.write(build_document(Pile([]))), str)


def test_unknown_formats_name_the_known_ones() -> None:
    with pytest.raises(NotFoundError, match="text, json, jsonl, md, html, csv"):
        find_exporter("pdf")


def test_json_is_the_document(document: Document) -> None:
    assert json.loads(find_exporter("json").write(document)) == document


def test_jsonl_has_a_story_per_line(document: Document) -> None:
    lines = find_exporter("jsonl").write(document).splitlines()
    assert [json.loads(line)["story_id"] for line in lines] == ["s1", "s2"]
    assert json.loads(lines[0])["articles"][0]["text"].startswith("Orle bridge")


def test_csv_has_a_row_per_line_of_the_timeline(document: Document) -> None:
    rows = list(csv.DictReader(StringIO(find_exporter("csv").write(document))))
    assert [row["first"] for row in rows][:2] == ["2024-01", "2024-03-04"]
    assert len(rows) == 6


def test_the_report_asks_for_nothing(document: Document) -> None:
    page = write_html(document)
    wanted = [value or "" for name, value in Tags(page).attributes if name in {"src", "href", "action", "srcset"}]
    assert all(value.startswith(("#", "data:,")) for value in wanted)
    assert "url(" not in page
    assert "@import" not in page


def test_every_link_of_the_report_leads_somewhere(document: Document) -> None:
    tags = Tags(write_html(document))
    assert len(tags.ids) == len(set(tags.ids))
    targets = {value[1:] for name, value in tags.attributes if name == "href" and value and value.startswith("#")}
    assert targets <= set(tags.ids)


def test_only_web_addresses_become_links() -> None:
    assert is_web_address("https://example.org/a")
    for url in (None, "", "javascript:alert(1)", "data:text/html,x", "//example.org", "http://[", "file:///etc"):
        assert not is_web_address(url)


def hostile_records(text: str) -> list[Record]:
    """Return a story in which one text stands in every place where a text can stand."""
    article = make_article("a1")
    fields = {name: getattr(article, name) for name in Article.__dataclass_fields__}
    own = text or "x"
    names = dict.fromkeys(("title", "outlet", "byline", "url"), text)
    whole = (Cite(article_id="a1", start=0, end=len(own), quote=own),)
    return [
        Article(**(fields | names | {"uri": f"pile/{text}", "text": own, "body_start": 0})),
        make_dating("a1"),
        Story(story_id="s1", title=text, articles=("a1",)),
        Placement(article_id="a1", story_id="s1", score=1.0, why=text),
        Origin(origin_id="o", story_id="s1", articles=("a1",), why=text),
        BriefSentence(position=0, section="what happened", story_id="s1", text=text, cites=whole),
        TimelineEntry(
            entry_id="t",
            story_id="s1",
            first=None,
            last=None,
            grain=None,
            text=text,
            status="actual",
            origins=1,
            importance=3,
            cites=whole,
        ),
    ]


@given(HOSTILE)
def test_no_text_breaks_out_of_the_report(text: str) -> None:
    plain = Tags(write_html(build_document(Pile(hostile_records("plain")))))
    tags = Tags(write_html(build_document(Pile(hostile_records(text)))))
    assert tags.tags.count("script") == tags.tags.count("style") == 1
    assert set(tags.tags) <= {*plain.tags, "a"}
    assert {name for name, _ in tags.attributes} <= {name for name, _ in plain.attributes} | {"rel", "external"}


@given(HOSTILE)
def test_no_text_breaks_a_format(text: str) -> None:
    document = build_document(Pile(hostile_records(text)))
    for exporter in EXPORTERS:
        page = exporter.write(document)
        page.encode("utf-8")
        if exporter.name != "html":
            assert "\x1b" not in page
    assert len(find_exporter("jsonl").write(document).split("\n")) == 2
    assert len(list(csv.reader(StringIO(find_exporter("csv").write(document))))) == 2


def test_a_changed_order_of_records_gives_the_same_pages(document: Document) -> None:
    other = build_document(Pile(reversed(make_records())))
    for exporter in EXPORTERS:
        assert exporter.write(other) == exporter.write(document)
