"""Live blogs are grouped by entry: one leaves out what the blog's title tells, another is about another matter."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from dateline.desk import Desk
from dateline.model import Article, Profile
from dateline.settings import StreamSettings
from dateline.stories.judged import read_judgements
from dateline.stories.stream import stream_groups

Entry = tuple[str, str, str]


def write_blog(path: Path, title: str, day: str, entries: Sequence[Entry]) -> None:
    """Write a live blog whose entries stand in its JSON-LD."""
    updates = [
        {"@type": "BlogPosting", "headline": head, "datePublished": f"{day}T{clock}:00+01:00", "articleBody": body}
        for clock, head, body in entries
    ]
    linked = {"@type": "LiveBlogPosting", "headline": title, "datePublished": day, "liveBlogUpdate": updates}
    page = f'<html><head><title>{title}</title><script type="application/ld+json">{json.dumps(linked)}</script></head>'
    path.write_text(f"{page}<body><h1>{title}</h1></body></html>", encoding="utf-8")


TRIAL = (
    ("09:02", "Court sits", "The judge has opened the sixth day of the hearing. The public gallery is full, and a queue"
     " of reporters stands outside the courtroom."),
    ("09:40", "He takes the stand", "He tells the court that he never took money from the builders. “I signed what my"
     " officials put before me,” he says, and asks for a glass of water."),
    ("12:10", "Elsewhere: strike at the ferries", "Ferry crews in Pelm have begun a two-day strike over pay, and all"
     " sailings to Osterby island are cancelled until Thursday. The company Pelmline offers 4 percent."),
    ("15:30", "Adjourned", "The hearing is adjourned until Wednesday, when the contractor is to give evidence. The"
     " former minister left through a side door and said nothing to reporters."),
)  # fmt: skip
COURT = """Former minister Haldor denies taking bribes in harbour case

2022-03-08

OSTERBY, March 8 - Former transport minister Jan Haldor denied in court on Tuesday that he had taken bribes from the
builders of the Osterby harbour. The trial goes on on Wednesday with the evidence of the contractor, Arne Vik."""
STRIKE = """Ferry strike stops sailings from Pelm to Osterby island

2022-03-08

PELM, March 8 - Ferry crews of Pelmline began a two-day strike over pay on Tuesday, and all sailings from Pelm to
Osterby island were cancelled until Thursday. The seamen's union asks for 9 percent; Pelmline offers 4 percent."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A desk that has read a live blog and two reports."""
    folder = tmp_path_factory.mktemp("live")
    title = "Haldor trial live: former minister gives evidence in harbour bribery case"
    write_blog(folder / "blog.html", title, "2022-03-08", TRIAL)
    (folder / "court.txt").write_text(COURT, encoding="utf-8")
    (folder / "strike.txt").write_text(STRIKE, encoding="utf-8")
    desk = Desk.open(None)
    desk.add([str(folder)])
    desk.run(until="parse")
    return desk


def test_an_entry_knows_its_blog_by_a_title_that_does_not_call_it_live(desk: Desk) -> None:
    entries = [row for row in desk.rows(Article) if row.entry]
    assert len(entries) == len(TRIAL)
    assert {row.blog for row in entries} == {"Haldor trial former minister gives evidence in harbour bribery case"}
    assert all(row.blog is None for row in desk.rows(Article) if not row.entry)


def test_an_entry_that_names_nobody_takes_the_names_of_its_blog_and_one_that_does_takes_none(desk: Desk) -> None:
    names = {row.title: row.names for row in desk.rows(Profile)}
    assert "haldor" in names["Court sits"]
    assert "haldor" not in names["Elsewhere: strike at the ferries"]


def test_entries_go_with_the_reports_of_their_matter(desk: Desk) -> None:
    profiles = {row.article_id: row for row in desk.rows(Profile)}
    titles = {row.article_id: row.title for row in profiles.values()}
    groups = stream_groups(profiles, [], read_judgements([], profiles), StreamSettings())
    assert sorted(sorted(str(titles[key]) for key in group) for group in groups) == [
        sorted([*(head for _, head, _ in TRIAL if "Elsewhere" not in head), COURT.splitlines()[0]]),
        ["Elsewhere: strike at the ferries", STRIKE.splitlines()[0]],
    ]
