"""Judgements given by command: kept, applied, taken back, carried to another store, and refused with a clear word."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.desk import Desk
from dateline.model import Article, Judgement, Placement, Story

FIRE = (
    "A fire broke out at the Pelm sugar mill in Osterby on {day} and destroyed two silos, the Osterby fire chief said."
)
VOTE = "The Norrland assembly in Vindeln voted on {day} to close the Stenby reactor, speaker Ulla Brandt said."
TEXTS = {
    "fire1.txt": f"Fire at Pelm sugar mill in Osterby\n\n2021-05-04\n\n{FIRE.format(day='Monday')} Nobody was hurt.",
    "fire2.txt": f"Osterby mill fire destroys silos\n\n2021-05-05\n\n{FIRE.format(day='Tuesday')} Pelm employs 40.",
    "vote1.txt": f"Vote to close Stenby reactor\n\n2021-05-04\n\n{VOTE.format(day='Monday')} It ends in May.",
    "vote2.txt": f"Stenby reactor to close\n\n2021-05-06\n\n{VOTE.format(day='Monday')} Few objected.",
}


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store over two affairs of two reports each."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_MODEL", raising=False)
    monkeypatch.setenv("DATELINE_STORE", str(tmp_path / "case.sqlite"))
    monkeypatch.setenv("COLUMNS", "200")
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert dateline("run", *TEXTS).exit_code == 0
    return tmp_path / "case.sqlite"


def dateline(*arguments: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, list(arguments))


def judge(*arguments: str) -> str:
    """Run a command that must succeed; return what it printed."""
    result = dateline("judge", *arguments)
    assert result.exit_code == 0, result.output
    return result.output


def grouped(store: Path) -> list[list[str]]:
    """The files of each story."""
    with Desk.open(store) as desk:
        files = {row.article_id: Path(row.uri).name for row in desk.rows(Article)}
        return sorted(sorted(files[key] for key in story.articles) for story in desk.rows(Story))


APART = [["fire1.txt", "fire2.txt"], ["vote1.txt", "vote2.txt"]]


def test_merge_then_split_then_merge_and_the_last_word_counts(store: Path) -> None:
    assert grouped(store) == APART
    judge("merge", "1", "2")
    assert grouped(store) == [sorted(TEXTS)]
    judge("split", "1", "vote1.txt", "vote2.txt", "--note", "two affairs")
    assert grouped(store) == APART
    judge("merge", "1", "2")
    assert grouped(store) == [sorted(TEXTS)]
    judge("undo", "3")
    judge("undo", "2")
    judge("undo", "1")
    assert grouped(store) == APART
    assert dateline("judge", "list").exit_code == 1


def test_move_same_and_not_same(store: Path) -> None:
    fire = next(number for number in "12" if "fire" in dateline("show", number, "--json").stdout.casefold())
    judge("move", "vote2.txt", fire)
    assert grouped(store) == [["fire1.txt", "fire2.txt", "vote2.txt"], ["vote1.txt"]]
    with Desk.open(store) as desk:
        assert any(row.why == "judged: moved here" for row in desk.rows(Placement))
    judge("same", "vote1", "vote2")
    assert grouped(store) == [sorted(TEXTS)], "what was moved stays where it went, and its fellow comes after it"


def test_not_same_parts_two_articles(store: Path) -> None:
    judge("merge", "1", "2")
    judge("undo", "1")
    fire, vote = (next(n for n in "12" if name in dateline("show", n).stdout) for name in ("Osterby", "Stenby"))
    judge("not-same", fire, vote)
    judge("same", "fire1.txt", "vote1.txt", "--later")
    judge("undo", "2")
    assert grouped(store) == APART


def test_a_judgement_outlives_new_articles_and_later_runs(store: Path, tmp_path: Path) -> None:
    judge("split", next(n for n in "12" if "Osterby" in dateline("show", n).stdout), "fire2.txt")
    (tmp_path / "fire3.txt").write_text(TEXTS["fire1.txt"].replace("Nobody was hurt", "Two were hurt"), "utf-8")
    assert dateline("run", "fire3.txt").exit_code == 0
    assert not any({"fire1.txt", "fire2.txt"} <= set(files) for files in grouped(store))
    assert sum(map(len, grouped(store))) == len(TEXTS) + 1


def test_judgements_are_carried_to_another_store(store: Path, tmp_path: Path) -> None:
    judge("merge", "1", "2", "--note", "for the test")
    judge("save", "kept.jsonl")
    other = tmp_path / "other.sqlite"
    assert dateline("run", *TEXTS, "-s", str(other)).exit_code == 0
    assert grouped(other) == APART
    assert "1 new, 0 known already" in judge("load", "kept.jsonl", "-s", str(other))
    assert grouped(other) == [sorted(TEXTS)]
    assert "0 new, 1 known already" in judge("load", "kept.jsonl", "-s", str(other))
    told = json.loads(judge("list", "--json"))
    assert [(row["number"], row["kind"], row["note"]) for row in told] == [(1, "merge", "for the test")]
    assert re.search(r"merge +\S+.* with \S+", judge("list"))
    assert "for the test" in judge("list")


def test_later_keeps_it_for_the_next_run(store: Path) -> None:
    judge("merge", "1", "2", "--later")
    assert grouped(store) == APART
    assert dateline("run").exit_code == 0
    assert grouped(store) == [sorted(TEXTS)]


def test_ids_that_a_story_had_still_find_it(store: Path) -> None:
    with Desk.open(store) as desk:
        ids = [story.story_id for story in desk.rows(Story)]
    judge("merge", "1", "2")
    for story_id in ids:
        assert len(json.loads(dateline("show", story_id, "--json").stdout)["articles"]) == len(TEXTS)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("merge", "1", "nothing"), "nothing"),
        (("merge", "1", "1"), "two or more"),
        (("merge", "fire1.txt", "1"), "is an article"),
        (("split", "1"), "no article is named"),
        (("split", "1", "2"), "split takes a story, then articles"),
        (("split", "fire1.txt", "fire2.txt"), "is an article"),
        (("move", "fire1.txt", "nowhere"), "nowhere"),
        (("same", "Nobody Known", "Nowhere Known"), "Nobody Known"),
        (("same", "fire1.txt"), "two or more"),
        (("rename", "x", "y"), "rename takes"),
        (("undo", "7"), "no judgement is called '7'"),
        (("load", "fire1.txt"), "line 1 is no judgement"),
        (("load", "absent.jsonl"), "cannot read absent.jsonl"),
    ],
)
def test_what_cannot_be_judged_is_refused_in_one_line(store: Path, arguments: tuple[str, ...], told: str) -> None:
    result = dateline("judge", *arguments)
    assert result.exit_code == 2
    assert told in result.output
    assert "Traceback" not in result.output
    with Desk.open(store) as desk:
        assert desk.rows(Judgement) == ()
