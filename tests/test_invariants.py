"""What holds for every pile: order, growth, interruption and workers change nothing; every line has its cite."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.piles import piles, write_pile

from dateline.desk import Desk, find_cites
from dateline.model import (
    ROWS,
    Article,
    BriefSentence,
    Capture,
    Discrepancy,
    Dropped,
    Origin,
    Placement,
    Record,
    Slot,
    State,
    Story,
    TimelineEntry,
)
from dateline.settings import ParseSettings, Settings
from dateline.stages import STAGES

EXAMPLES = Path(__file__).parent.parent / "examples"
KAESONG = sorted(str(path) for path in (EXAMPLES / "kaesong").iterdir())
HARBOUR = sorted(str(path) for path in (EXAMPLES / "harbour").iterdir())

Rows = dict[str, tuple[Record, ...]]


def all_rows(desk: Desk) -> Rows:
    """Every record of a desk by kind, but for when an input was had, on which nothing depends."""
    rows: Rows = {kind.__name__: desk.rows(kind) for kind in ROWS if kind is not Capture}
    rows["Capture"] = tuple(replace(capture, had=None) for capture in desk.rows(Capture))
    return rows


def run_pile(*batches: Sequence[str], workers: int = 1) -> Rows:
    """Add and run batches of inputs one after the other in a fresh store; return what it then holds."""
    with Desk.open(None) as desk:
        for inputs in batches:
            desk.add(inputs)
            desk.run(workers=workers)
        return all_rows(desk)


def assert_same(left: Rows, right: Rows) -> None:
    """Compare kind by kind, so that a failure names the first stage that differs."""
    for kind in ROWS:
        assert left[kind.__name__] == right[kind.__name__], kind.__name__


@pytest.fixture(scope="module")
def kaesong() -> Iterator[Desk]:
    """The shipped example, run."""
    with Desk.open(None) as desk:
        desk.add(KAESONG)
        desk.run()
        yield desk


@pytest.fixture(scope="module")
def both() -> Iterator[Desk]:
    """Both shipped examples in one store, run."""
    with Desk.open(None) as desk:
        desk.add([*KAESONG, *HARBOUR])
        desk.run()
        yield desk


def test_order_of_input_changes_nothing(both: Desk) -> None:
    shuffled = [*KAESONG, *HARBOUR]
    random.Random(7).shuffle(shuffled)
    assert_same(all_rows(both), run_pile(shuffled))


def test_adding_one_by_one_ends_where_adding_all_at_once_does(both: Desk) -> None:
    one_by_one = [[path] for path in reversed([*HARBOUR, *KAESONG])]
    assert_same(all_rows(both), run_pile(*one_by_one))


@settings(max_examples=8)
@given(piles(), st.randoms(use_true_random=False))
def test_order_and_growth_change_nothing_for_any_pile(texts: list[str], dice: random.Random) -> None:
    with TemporaryDirectory() as folder:
        paths = write_pile(Path(folder), texts)
        whole = run_pile(paths)
        mixed = list(paths)
        dice.shuffle(mixed)
        cut = dice.randint(0, len(mixed) - 1)
        assert_same(whole, run_pile(mixed[cut:], mixed[:cut]) if cut else run_pile(mixed))


def test_a_second_run_computes_nothing(tmp_path: Path) -> None:
    store = tmp_path / "case.sqlite"
    with Desk.open(store) as desk:
        desk.add(HARBOUR)
        desk.run()
        before = all_rows(desk)
        again = desk.run()
        assert set(again.computed.values()) == {0}
        assert again.reused["clean"] == len(HARBOUR)
    with Desk.open(store) as desk:
        assert desk.add(HARBOUR).captures == 0
        assert set(desk.run().computed.values()) == {0}
        assert_same(before, all_rows(desk))


def test_one_more_article_recomputes_only_what_depends_on_it() -> None:
    with Desk.open(None) as desk:
        desk.add([*KAESONG, *HARBOUR[:-1]])
        desk.run()
        untouched = find_story(desk, "01_peninsula-dispatch.txt")
        kept = story_rows(desk, untouched)
        desk.add(HARBOUR[-1:])
        report = desk.run()
        most = {"capture": 1, "article": 1, "corpus": 1, "story": 1}
        for stage in STAGES:
            if stage.per in most:
                assert report.computed[stage.name] <= most[stage.per], stage.name
        assert find_story(desk, "01_peninsula-dispatch.txt") == untouched
        assert story_rows(desk, untouched) == kept


def test_a_storys_id_stays_as_its_articles_come_in() -> None:
    with Desk.open(None) as desk:
        desk.add([*KAESONG, *HARBOUR])
        desk.run(until="group")
        files = {row.article_id: row.uri for row in desk.rows(Article)}
        days = {row.article_id: row.published or "~" for row in desk.rows(Article)}
        last = {row.article_id: row.story_id for row in desk.rows(Placement)}
    order = sorted(files, key=lambda key: (days[key][:10], key))
    with Desk.open(None) as desk:
        for count, article in enumerate(order, start=1):
            desk.add([files[article]])
            desk.run(until="group")
            found = {row.article_id: row.story_id for row in desk.rows(Placement)}
            first = {last[member]: member for member in reversed(order[:count])}
            assert all(found[member] == story_id for story_id, member in first.items())


def copy_model(folder: Path, version: str) -> str:
    """Lay out the shipped reader model under another version; return its folder."""
    shipped = Path(str(files("dateline.language.en").joinpath("reader")))
    for path in shipped.iterdir():
        (folder / path.name).symlink_to(path)
    tables = json.loads((shipped / "tables.json").read_text(encoding="utf-8"))
    (folder / "tables.json").unlink()
    (folder / "tables.json").write_text(json.dumps(tables | {"version": version}), encoding="utf-8")
    return str(folder)


def test_another_model_recomputes_what_was_read_with_it_and_what_that_changes(tmp_path: Path) -> None:
    store = tmp_path / "case.sqlite"
    same = tmp_path / "same"
    same.mkdir()
    other = copy_model(same, "other")
    with Desk.open(store) as desk:
        desk.add(HARBOUR)
        desk.run()
        before = all_rows(desk)
    with Desk.open(store, Settings(parse=ParseSettings(model=other))) as desk:
        computed = desk.run().computed
        assert computed.pop("parse") == len(HARBOUR)
        assert set(computed.values()) == {0}, "the same network under another name gives the same records"
        assert_same(before, all_rows(desk))
        moved = Settings(parse=ParseSettings(model=str(same.rename(tmp_path / "moved"))))
    with Desk.open(store, moved) as desk:
        assert set(desk.run().computed.values()) == {0}, "a model goes by its version, not by its folder"


def find_story(desk: Desk, name: str) -> str:
    """Return the id of the story that the input of this file name is in."""
    (article,) = [row for row in desk.rows(Article) if Path(row.uri).name == name]
    (placement,) = [row for row in desk.rows(Placement) if row.article_id == article.article_id]
    return placement.story_id


def story_rows(desk: Desk, story_id: str) -> list[Record]:
    """Return every record that carries a story's id."""
    return [row for kind in ROWS for row in desk.rows(kind) if getattr(row, "story_id", None) == story_id]


class Killer:
    """A watch that stops the run after so many steps, as a full disk or Ctrl-C would."""

    def __init__(self, steps: int) -> None:
        self.steps = steps

    def start(self, stage: str, total: int) -> None:
        """Nothing to do."""

    def end(self, stage: str) -> None:
        """Nothing to do."""

    def step(self, stage: str, done: int) -> None:
        """Count, and stop."""
        self.steps -= 1
        if self.steps < 0:
            raise KeyboardInterrupt


@pytest.mark.parametrize("steps", [0, 3, 8, 12])
def test_a_stopped_run_continues(steps: int, tmp_path: Path, both: Desk) -> None:
    store = tmp_path / "case.sqlite"
    with Desk.open(store) as desk:
        desk.add([*KAESONG, *HARBOUR])
        with pytest.raises(KeyboardInterrupt):
            desk.run(watch=Killer(steps))
    with Desk.open(store) as desk:
        report = desk.run()
        assert sum(report.reused.values()) > 0
        assert_same(all_rows(both), all_rows(desk))


@pytest.mark.slow
@pytest.mark.parametrize("seconds", [1.0, 1.6, 2.4, 4.0])
def test_a_killed_process_leaves_a_store_that_continues(seconds: float, tmp_path: Path, both: Desk) -> None:
    store = tmp_path / "case.sqlite"
    code = "import sys; from dateline.desk import Desk; d = Desk.open(sys.argv[1]); d.add(sys.argv[2:]); d.run()"
    child = subprocess.Popen([sys.executable, "-c", code, str(store), *KAESONG, *HARBOUR])
    time.sleep(seconds)
    if child.poll() is None:
        os.kill(child.pid, signal.SIGKILL)
    child.wait()
    with Desk.open(store) as desk:
        desk.add([*KAESONG, *HARBOUR])
        desk.run()
        assert_same(all_rows(both), all_rows(desk))


@pytest.mark.slow
def test_workers_change_nothing(tmp_path: Path) -> None:
    texts = [f"The mill in Osterby burned down on Monday.\n\nFirefighter number {n} said so." for n in range(30)]
    paths = [*KAESONG, *HARBOUR, *write_pile(tmp_path, texts)]
    assert_same(run_pile(paths), run_pile(paths, workers=2))


def test_a_stage_stopped_at_has_written_and_later_ones_have_not() -> None:
    with Desk.open(None) as desk:
        desk.add(HARBOUR)
        for position, stage in enumerate(STAGES):
            desk.run(until=stage.name)
            later = {kind for after in STAGES[position + 1 :] for kind in after.writes} - {Dropped}
            assert not [kind.__name__ for kind in later if desk.rows(kind)]


def check_pile(desk: Desk) -> None:
    """Check what must hold of any desk that has been run: endings, placing, cites, references."""
    check_endings(desk)
    check_placing(desk)
    check_lines(desk)
    assert desk.verify() == []


def check_endings(desk: Desk) -> None:
    """Every capture ends as one article or as a refusal."""
    read = Counter(article.capture_id for article in desk.rows(Article))
    refused = {dropped.subject for dropped in desk.rows(Dropped)}
    for capture in desk.rows(Capture):
        ends = read[capture.capture_id] + bool({capture.capture_id, capture.uri} & refused)
        assert ends == 1, capture.uri


def check_placing(desk: Desk) -> None:
    """Every article is placed once, in a story that lists it, and stands in one origin."""
    articles = sorted(article.article_id for article in desk.rows(Article))
    assert sorted(row.article_id for row in desk.rows(Placement)) == articles
    assert sorted(member for story in desk.rows(Story) for member in story.articles) == articles
    assert sorted(member for origin in desk.rows(Origin) for member in origin.articles) == articles
    story_of = {row.article_id: row.story_id for row in desk.rows(Placement)}
    assert all(story_of[member] == story.story_id for story in desk.rows(Story) for member in story.articles)


def check_lines(desk: Desk) -> None:
    """Every line of the brief and timeline, every side and every value has a cite, and cites quote exactly."""
    texts = {article.article_id: article.text for article in desk.rows(Article)}
    story_of = {row.article_id: row.story_id for row in desk.rows(Placement)}
    lines: list[Any] = [*desk.rows(TimelineEntry), *desk.rows(BriefSentence)]
    lines += [side for row in desk.rows(Discrepancy) for side in row.sides]
    lines += [value for row in desk.rows(Slot) for value in row.values]
    lines += [value for row in desk.rows(State) for value in row.values]
    for line in lines:
        assert line.cites, line
    for kind in ROWS:
        for row in desk.rows(kind):
            for cite in find_cites(row):
                assert texts[cite.article_id][cite.start : cite.end] == cite.quote != ""
                assert story_of[cite.article_id] == row.story_id  # type: ignore[attr-defined]
            check_spans(row, texts)


def check_spans(row: Record, texts: dict[str, str]) -> None:
    """A record's own span lies in its article, and is its text where it keeps that."""
    start, end = getattr(row, "start", None), getattr(row, "end", None)
    text = texts.get(getattr(row, "article_id", ""))
    if start is None or end is None or text is None:
        return
    assert 0 <= start < end <= len(text), row
    own = getattr(row, "text", None)
    assert own is None or text[start:end] == own, row


def test_the_examples_hold(both: Desk) -> None:
    check_pile(both)
    assert not both.rows(Dropped)
    assert len(both.rows(Story)) == 2


def test_no_stage_fails_on_the_examples(both: Desk) -> None:
    assert [row for row in both.rows(Dropped) if row.reason == "stage failed"] == []


@settings(max_examples=12)
@given(piles(1, 5))
def test_any_pile_holds(texts: list[str]) -> None:
    with TemporaryDirectory() as folder, Desk.open(None) as desk:
        desk.add(write_pile(Path(folder), texts))
        desk.run()
        assert [row for row in desk.rows(Dropped) if row.reason == "stage failed"] == []
        check_pile(desk)


ODD = st.one_of(
    st.binary(max_size=300),
    st.text(max_size=300).map(lambda text: text.encode("utf-8", "replace")),
    st.sampled_from(
        [
            b"",
            b" \n\n ",
            b"\xff\xfe\x00",
            b"<html><body><p>one",
            b'{"text": null}',
            "“”—…\u202e‮\u200b".encode(),
            "🜚 said: “𝔘𝔫𝔦” on 31 February 0000, at 99:99 — twice, thrice, £-5 bn of people".encode(),
            ("(" * 400 + "Monday" + ")" * 400).encode(),
            ("a" * 5000).encode(),
            ("The the The of Of In. " * 300).encode(),
        ]
    ),
)


@settings(max_examples=15)
@given(st.lists(st.tuples(ODD, st.sampled_from(["txt", "html", "json", "jsonl"])), min_size=1, max_size=4))
@example([(b"", "txt"), (b"", "html"), (b"", "json"), (b"", "jsonl")])
@example([(("He said “no” on Monday. " * 40).encode(), "txt")])
def test_odd_bytes_end_as_articles_or_refusals(files: list[tuple[bytes, str]]) -> None:
    with TemporaryDirectory() as folder, Desk.open(None) as desk:
        paths = [Path(folder, f"{number}.{ending}") for number, (_, ending) in enumerate(files)]
        for path, (body, _) in zip(paths, files, strict=True):
            path.write_bytes(body)
        desk.add([str(path) for path in paths])
        desk.run()
        check_pile(desk)
        told = {Path(row.uri.split("#")[0]).name for row in desk.rows(Capture)}
        told |= {Path(row.subject.split("#")[0]).name for row in desk.rows(Dropped)}
        assert {path.name for path in paths if path.stat().st_size} <= told
        assert [row for row in desk.rows(Dropped) if row.reason == "stage failed"] == []
