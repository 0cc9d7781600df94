"""The store: what goes in comes out, parts own their rows, and a file of another kind is refused."""

from __future__ import annotations

import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dateline.errors import StoreError
from dateline.model import (
    ROWS,
    Article,
    Capture,
    Dropped,
    Judgement,
    Outline,
    Pair,
    Placement,
    Signature,
    Stated,
    TimeExpression,
    TimeMeaning,
)
from dateline.store.store import Store
from dateline.store.tables import row_id, table_of, to_record, to_values


def make_article(article_id: str = "a1", text: str = "The bridge at Orsk fell.") -> Article:
    return Article(
        article_id=article_id,
        capture_id="c" + article_id,
        uri="a.txt",
        sha256="0",
        title="Bridge falls",
        published="2021-05-04",
        published_basis="header",
        language="en",
        dateline=(0, 3),
        text=text,
        captions=((1, 2), (4, 6)),
    )


def make_capture() -> Capture:
    return Capture(
        capture_id="c1",
        uri="a.txt",
        sha256="0",
        body=b"\x00\xffbytes",
        media="text",
        charset="utf-8",
        text="bytes",
        stated=Stated(title="T"),
        had=datetime(2021, 5, 4, 12, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    "record",
    [
        make_article(),
        make_capture(),
        Signature(article_id="a1", prints=b"\x00\xff", words=3, digest="d"),
        TimeExpression(
            time_id="t",
            article_id="a1",
            sentence_id="s",
            start=0,
            end=4,
            text="Feb.",
            kind="DATE",
            tense=None,
            meaning=TimeMeaning(form="calendar", month=2, day=27, until=TimeMeaning(form="calendar", day=28)),
        ),
    ],
)
def test_a_record_comes_back_equal(record: Article) -> None:
    assert to_record(type(record), to_values(record)) == record


def test_every_kind_has_a_table() -> None:
    assert len({table_of(kind).name for kind in ROWS}) == len(ROWS)


def test_row_id_depends_on_kind_and_content() -> None:
    dropped = Dropped(stage="s", subject="x", reason="r", detail="d")
    assert row_id(dropped) == row_id(Dropped(stage="s", subject="x", reason="r", detail="d"))
    assert row_id(dropped) != row_id(Dropped(stage="s", subject="x", reason="r", detail="e"))


def test_rows_go_with_their_part() -> None:
    with Store() as store:
        with store.transaction():
            store.write_part("p1", "clean", "k", [make_article()])
            store.write_part("p2", "clean", "k", [make_article(), make_article("a2")])
        assert len(store.rows(Article)) == 2
        store.delete_parts(["p2"])
        assert [article.article_id for article in store.rows(Article)] == ["a1"]
        assert store.parts_of("clean") == {"p1"}


def test_a_failed_transaction_leaves_nothing() -> None:
    with Store() as store:
        with pytest.raises(RuntimeError), store.transaction():
            store.write_part("p1", "clean", "k", [make_article()])
            raise RuntimeError
        assert store.rows(Article) == ()


def test_shuffle_keys_by_bucket_story_and_everywhere() -> None:
    with Store() as store:
        with store.transaction():
            outline = Outline(page_id="p1", capture_id="c1", outlet=None, day=None, topics=(), buckets=("x", "y"))
            placed = Placement(article_id="a1", story_id="s1", score=1.0, why="")
            rows = [make_article(), outline, placed, Judgement(judgement_id="j", kind="hide", subjects=(), note="")]
            store.write_part("p1", "any", "k", rows)
        assert [key for key, _ in store.keyed_row_ids(Outline, "bucket")] == ["x", "y"]
        assert [key for key, _ in store.keyed_row_ids(Article, "story")] == ["s1"]
        assert [key for key, _ in store.keyed_row_ids(Judgement, "story")] == [None]
        assert [key for key, _ in store.keyed_row_ids(Article, "corpus")] == [""]


def test_shuffle_keys_by_the_article_that_may_repeat_others() -> None:
    with Store() as store:
        with store.transaction():
            pair = Pair(article_id="a2", of="a1", shared=2)
            judgement = Judgement(judgement_id="j", kind="hide", subjects=(), note="")
            rows = [make_article(), make_article("a2"), pair, judgement]
            store.write_part("p1", "any", "k", rows)
        assert [key for key, _ in store.keyed_row_ids(Pair, "repeat")] == ["a2"]
        assert [key for key, _ in store.keyed_row_ids(Article, "repeat")] == ["a2", "a2"]
        assert [key for key, _ in store.keyed_row_ids(Judgement, "repeat")] == [None]


def test_search_finds_words_and_forgets_removed_articles() -> None:
    with Store() as store:
        with store.transaction():
            store.write_part("p1", "clean", "k", [make_article()])
        assert [article for article, _ in store.search("bridges")] == ["a1"]
        with pytest.raises(StoreError, match="cannot search"):
            store.search('"unclosed')
        store.delete_parts(["p1"])
        assert store.search("bridge") == []


def test_inputs_are_added_once(tmp_path: Path) -> None:
    with Store(tmp_path / "s.sqlite") as store, store.transaction():
        dropped = Dropped(stage="read", subject="x", reason="r", detail="d")
        assert store.add_input(make_capture())
        assert not store.add_input(make_capture())
        assert store.add_input(dropped)
        assert not store.add_input(dropped)


def test_a_store_can_be_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    with Store(path) as store, store.transaction():
        store.add_input(make_capture())
    with Store(path) as store:
        assert store.rows(Capture) == (make_capture(),)


def test_other_files_are_refused(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("no database at all, but long enough to be looked at " * 20)
    with pytest.raises(StoreError, match="cannot open the store"):
        Store(text)
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE meta (name TEXT, value TEXT)")
    with pytest.raises(StoreError, match="another version"):
        Store(other)
