"""The command line: what it prints, where, and with which exit code."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dateline.cli import app
from dateline.desk import Desk, Mismatch
from dateline.export.formats import EXPORTERS
from dateline.model import Article
from dateline.stages import STAGES

HARBOUR = Path(__file__).parent.parent / "examples" / "harbour"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store over the harbour's reports and one input that cannot be read."""
    folder = tmp_path_factory.mktemp("cli")
    pile = folder / "pile"
    shutil.copytree(HARBOUR, pile)
    (pile / "stub.txt").write_text("Too short.", encoding="utf-8")
    result = dateline("run", str(pile), "--store", str(folder / "case.sqlite"))
    assert result.exit_code == 0, result.output
    assert "4 articles in 1 story" in result.stderr
    assert "1 left out" in result.stderr
    return folder / "case.sqlite"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in an empty folder, with no store and no model set."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DATELINE_STORE", raising=False)
    monkeypatch.delenv("DATELINE_MODEL", raising=False)
    monkeypatch.setenv("COLUMNS", "90")


def dateline(*arguments: str) -> Result:
    """Run a command."""
    return CliRunner().invoke(app, list(arguments))


def test_help_names_every_command() -> None:
    result = dateline("--help")
    assert result.exit_code == 0
    for name in "brief run add stories show timeline compare states sources export stages verify search".split():
        assert f" {name} " in result.stdout
    assert "Examples" in result.stdout


def test_no_command_is_wrong_usage() -> None:
    assert dateline().exit_code == 2
    assert dateline("brief", "--colour").exit_code == 2


def test_a_folder_without_a_model_is_an_error_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in (("brief", str(HARBOUR), "--model", "nowhere"), ("run", str(HARBOUR), "--model", "nowhere")):
        result = dateline(*arguments)
        assert result.exit_code == 2
        assert result.stderr.strip().startswith("error: there is no folder nowhere")
    monkeypatch.setenv("DATELINE_MODEL", str(HARBOUR))
    assert "holds no whole model" in dateline("timeline", str(HARBOUR), "--quiet").stderr


def test_version() -> None:
    result = dateline("--version")
    assert result.exit_code == 0
    assert result.stdout.startswith("dateline")


def test_brief_prints_the_story_and_notes_on_the_other_stream(store: Path) -> None:
    result = dateline("brief", "--store", str(store))
    assert result.exit_code == 0
    assert "4 independent reports" in result.stdout
    assert "Sources" in result.stdout
    assert "\x1b" not in result.stdout
    assert all(line == line.rstrip() for line in result.stdout.splitlines())
    assert max(map(len, result.stdout.splitlines())) <= 90


def test_brief_reads_inputs_without_leaving_a_store(tmp_path: Path) -> None:
    result = dateline("brief", str(HARBOUR / "02_coast-wire.json"), "--json")
    assert result.exit_code == 0
    assert len(json.loads(result.stdout)["articles"]) == 1
    assert not list(tmp_path.iterdir())


def test_what_was_left_out_is_said_in_one_line(tmp_path: Path) -> None:
    stub = tmp_path / "stub.txt"
    stub.write_text("Too short.", encoding="utf-8")
    result = dateline("brief", str(stub))
    assert result.exit_code == 1
    assert "dateline sources lists them" in result.stderr
    assert "Traceback" not in result.output
    quiet = dateline("brief", str(stub), "--quiet", "--json")
    assert "left out" not in quiet.stderr
    assert len(json.loads(quiet.stdout)["dropped"]) == 1


@pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)
def test_a_file_is_written_in_the_format_of_its_ending(exporter: object, store: Path, tmp_path: Path) -> None:
    found = next(row for row in EXPORTERS if row is exporter)
    out = tmp_path / f"report.{found.name.replace('text', 'txt')}"
    result = dateline("brief", "--store", str(store), "-o", str(out))
    assert result.exit_code == 0
    assert result.stdout == ""
    printed = dateline("export", "--store", str(store), "--format", found.name)
    assert printed.stdout == out.read_text(encoding="utf-8")


def test_the_store_can_be_set_in_the_environment(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_STORE", str(store))
    assert "4 independent reports" in dateline("stories").stdout


@pytest.mark.parametrize("command", ["timeline", "run", "brief"])
def test_a_missing_store_is_one_line_with_the_remedy(command: str) -> None:
    result = dateline(command)
    assert result.exit_code == 2
    assert result.stderr == (
        "error: there is no store dateline.sqlite; name inputs to read, or a store with --store FILE\n"
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("brief", "no-such-folder"),
        ("brief", "--format", "pdf"),
        ("run", "--until", "supper"),
        ("export", "--records", "Rumour"),
        ("show", "nobody"),
        ("timeline", "--story", "99"),
        ("states", "--as-of", "soon"),
        ("search", '"'),
    ],
    ids=" ".join,
)
def test_errors_are_one_line(arguments: tuple[str, ...], store: Path) -> None:
    result = dateline(*arguments, "--store", str(store))
    assert result.exit_code == 2
    assert result.stderr.startswith("error: ")
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""


def test_a_file_that_cannot_be_written_is_one_line(store: Path, tmp_path: Path) -> None:
    result = dateline("brief", "--store", str(store), "-o", str(tmp_path / "no" / "report.html"))
    assert result.exit_code == 2
    assert "choose another file with -o" in result.stderr


def test_a_run_can_stop_at_every_stage(tmp_path: Path) -> None:
    store = str(tmp_path / "part.sqlite")
    first = next(stage.name for stage in STAGES if Article in stage.writes)
    assert dateline("run", str(HARBOUR), "--store", store, "--until", first).exit_code == 0
    assert len(dateline("export", "--store", store, "--records", "article").stdout.splitlines()) == 4
    assert dateline("stories", "--store", store).exit_code == 1


def test_records_are_json_lines(store: Path) -> None:
    lines = dateline("export", "--store", str(store), "--records", "Sentence").stdout.splitlines()
    assert all({"sentence_id", "start", "end"} <= json.loads(line).keys() for line in lines)
    assert lines


def test_stages_prints_the_table() -> None:
    told = json.loads(dateline("stages", "--json").stdout)
    assert [row["name"] for row in told] == [stage.name for stage in STAGES]
    page = dateline("stages").stdout
    assert all(stage.name in page for stage in STAGES)


def test_show_an_article_and_a_story(store: Path) -> None:
    article = dateline("show", "01_aldersea-echo", "--store", str(store))
    assert article.exit_code == 0
    assert "⟦" in article.stdout
    assert "Why these articles" in dateline("show", "1", "--store", str(store)).stdout
    assert json.loads(dateline("show", "1", "--store", str(store), "--json").stdout)["story_id"]


@pytest.mark.parametrize("command", ["stories", "timeline", "compare", "sources"])
def test_lists_come_as_pages_and_as_json(command: str, store: Path) -> None:
    page = dateline(command, "--store", str(store))
    assert page.exit_code == 0
    assert page.stdout.strip()
    assert json.loads(dateline(command, "--store", str(store), "--json").stdout)


def test_states_are_shown_as_known_on_a_day(tmp_path: Path) -> None:
    reports = {
        "a.json": ("2021-05-04", "The Orle bridge was closed on Monday. Engineers look at the Orle bridge every year."),
        "b.json": (
            "2021-05-08",
            "The Orle bridge reopened on Friday. The Orle bridge was closed on Monday for repairs.",
        ),
    }
    for name, (day, text) in reports.items():
        body = f"{text} The Orle bridge carries most of the traffic of the town, and the ferry carries the rest."
        page = {"title": "The Orle bridge", "text": body, "outlet": name, "published": day}
        (tmp_path / name).write_text(json.dumps(page), encoding="utf-8")
    for day, told in (("2021-05-05", ["closed"]), ("2021-05-08", ["closed", "open again"]), ("2021-05-01", [])):
        result = dateline("states", str(tmp_path), "--as-of", day, "--json", "--quiet")
        states = [state for story in json.loads(result.stdout) for state in story["states"]]
        values = [v["value"] for state in states for v in state["values"] if not v["presupposed"]]
        assert values == told
        assert result.exit_code == (0 if told else 1)
    assert "last reported on 8 May 2021" in dateline("states", str(tmp_path), "--quiet").stdout


def test_sources_lists_what_was_left_out(store: Path) -> None:
    assert "stub.txt: " in dateline("sources", "--store", str(store)).stdout


def test_search_finds_words_or_says_that_it_did_not(store: Path) -> None:
    assert "[ferry]" in dateline("search", "ferry", "--store", str(store)).stdout
    missed = dateline("search", "zeppelin", "--store", str(store))
    assert (missed.exit_code, missed.stdout) == (1, "")
    assert missed.stderr == "nothing found: no article matches 'zeppelin'\n"


def test_verify_finds_nothing_wrong_in_a_sound_store(store: Path) -> None:
    assert dateline("verify", "--store", str(store)).exit_code == 0
    assert json.loads(dateline("verify", "--store", str(store), "--json").stdout) == []


def test_verify_exits_with_1_on_a_mismatch(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = Mismatch("Claim", "a1", 3, 9, "sink\x1b[2J", "sank")
    monkeypatch.setattr(Desk, "verify", lambda _: [wrong])
    result = dateline("verify", "--store", str(store))
    assert result.exit_code == 1
    assert "Claim at a1 3–9" in result.stdout
    assert "\x1b" not in result.stdout
    assert json.loads(dateline("verify", "--store", str(store), "--json").stdout)[0]["found"] == "sank"


def test_add_puts_inputs_into_a_store_and_run_computes_them(tmp_path: Path) -> None:
    shutil.copytree(HARBOUR, tmp_path / "pile")
    store = str(tmp_path / "case.sqlite")
    result = dateline("add", str(tmp_path / "pile"), "http://127.0.0.1:9/x", "--store", store)
    assert result.exit_code == 0
    assert "4 new inputs, 1 refused" in result.stderr
    assert "http://127.0.0.1:9/x: private address: 127.0.0.1 is not of the public internet" in result.stderr
    assert "4 known already" in dateline("add", str(tmp_path / "pile"), "--store", store).stderr
    assert "now 4 articles in 1 story" in dateline("run", "--store", store).stderr
    with Desk.open(store) as desk:
        assert len(desk.rows(Article)) == 4


def test_add_of_nothing_that_can_be_read_finds_nothing(tmp_path: Path) -> None:
    result = dateline("add", "ftp://a.example/x", "--store", str(tmp_path / "case.sqlite"))
    assert result.exit_code == 1
    assert "only http:// and https:// are fetched" in result.stderr
