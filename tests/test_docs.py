"""The papers tell of what is there: tables, commands, links, version, pins."""

from __future__ import annotations

import re
import subprocess
import tomllib
from itertools import chain
from pathlib import Path

import pytest
import typer.core
import typer.main
from docs.build import BLOCKS, PAGES, build_page

from dateline.cli import app

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MARKDOWN = sorted(path for path in chain(ROOT.glob("*.md"), ROOT.glob("[!.]*/**/*.md")))

OUTSIDE_DATA = ("evals/", "benchmarks/", "training/")
"""Only what measures or trains with data from outside the project may say where that lies."""


def tracked_files() -> list[str]:
    """The files of the project, by git, or none where it is no clone."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    return [name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as Markdown sites make them."""
    heads = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("name", PAGES)
def test_tables_are_up_to_date(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert build_page(text) == text, "run: python -m docs.build"


def test_every_table_stands_somewhere() -> None:
    pages = "".join((ROOT / name).read_text(encoding="utf-8") for name in PAGES)
    assert not [name for name in BLOCKS if f"<!-- table: {name} -->" not in pages]


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_lead_somewhere(path: Path) -> None:
    text = re.sub(r"```.*?```", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if "://" in target:
            continue
        file, _, anchor = target.partition("#")
        place = (path.parent / file).resolve() if file else path
        assert place.exists(), target
        assert not anchor or anchor in anchors(place), target


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_that_are_shown_exist(path: Path) -> None:
    root = typer.main.get_command(app)
    assert isinstance(root, typer.core.TyperGroup)
    for name, rest in re.findall(r"(?:^|[ /`])dateline ([a-z]+)([^`\n]*)", path.read_text(encoding="utf-8")):
        if name not in root.commands:
            assert name not in {"export", "verify", "run"} and not rest.lstrip().startswith("-"), name
            continue
        command = root.commands[name]
        if isinstance(command, typer.core.TyperGroup):
            command = command.commands.get(rest.split()[0] if rest.split() else "", command)
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"(?<= )--[a-z-]+", rest)) <= known | {"--help"}, f"dateline {name}{rest}"


def test_every_command_has_help() -> None:
    root = typer.main.get_command(app)
    assert isinstance(root, typer.core.TyperGroup)
    for name, command in root.commands.items():
        assert command.help, name
        bare = [p.name for p in command.params if not getattr(p, "help", None) and p.name != "help"]
        assert not bare, (name, bare)


def test_files_that_the_readme_runs_are_there() -> None:
    for name in re.findall(r"(?<![\w/.])\./([\w./]+)", (ROOT / "README.md").read_text(encoding="utf-8")):
        assert (ROOT / name).stat().st_mode & 0o100, f"{name} cannot be run"


def test_the_changelog_opens_with_this_version() -> None:
    heads = re.findall(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert heads[0] == PROJECT["version"]


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt", "requirements-train.txt"])
def test_pins_are_hashed_and_name_no_host(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text and "index" not in text
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert all(re.match(r"[\w.-]+==\S+", block) and "--hash=sha256:" in block for block in blocks)
    pinned = {re.split("==", block)[0] for block in blocks}
    extra = name.removesuffix(".txt").partition("-")[2]
    wanted = PROJECT["dependencies"] + PROJECT["optional-dependencies"].get(extra, [])
    assert {re.split(r"[<>=~!\[; ]", line)[0].lower() for line in wanted} <= pinned, "run: .ci/pin"


def test_every_dependency_has_its_reason() -> None:
    """What a user must install is told of in the design, with the job it does."""
    told = (ROOT / "docs" / "design.md").read_text(encoding="utf-8").lower()
    names = {re.split(r"[<>=~!\[; ]", line)[0] for line in PROJECT["dependencies"]}
    assert not {name for name in names if not re.search(rf"\b{re.escape(name)}\b", told)}


def test_nothing_names_a_place_outside() -> None:
    """What ships knows nothing of the machine it was written on."""
    marks = re.compile(r"(?<![\w.])/(?:work|farm|root|opt/venv)/|\.\./shared")
    wrong = []
    for name in tracked_files():
        if name == "tests/test_docs.py":
            continue
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        found = {match.group() for match in marks.finditer(text)}
        wrong += [f"{name}: {mark}" for mark in found if mark != "../shared" or not name.startswith(OUTSIDE_DATA)]
    assert not wrong, wrong
