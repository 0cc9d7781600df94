"""The commands under ``dateline judge``: a person's corrections, kept in the store and applied at every run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

import dateline as api
from dateline.cli.options import DEFAULT_STORE, AsJson, ModelFolder, Quiet, StoreFile
from dateline.cli.progress import Bars
from dateline.cli.work import choose_settings, note_written, print_json, require, require_store, screen, write_out
from dateline.errors import InputError
from dateline.export.document import build_document
from dateline.export.judgements import print_judgements

judge_app = typer.Typer(no_args_is_help=True, rich_markup_mode="rich")

Note = Annotated[str, typer.Option("--note", help="Why; shown with the placing.")]
Later = Annotated[bool, typer.Option("--later", help="Keep it without computing; the next [b]run[/b] applies it.")]
Keys = Annotated[
    list[str], typer.Argument(metavar="NAME", help="A story's number or id, or an article's file or id, as for show.")
]


@judge_app.callback()
def judge() -> None:
    """Correct the grouping: merge, split, move. A judgement is kept, wins over the program, and the later one wins."""


@judge_app.command()
def merge(
    names: Keys,
    store: StoreFile = None,
    note: Note = "",
    later: Later = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Make one story of two or more."""
    _keep("merge", names, store, note, later, model, quiet)


@judge_app.command()
def split(
    names: Keys,
    store: StoreFile = None,
    note: Note = "",
    later: Later = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Take articles out of a story and make one of their own: first the story, then the articles."""
    _keep("split", names, store, note, later, model, quiet)


@judge_app.command()
def move(
    names: Keys,
    store: StoreFile = None,
    note: Note = "",
    later: Later = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Move articles into another story: first the articles, then the story."""
    _keep("move", names, store, note, later, model, quiet)


@judge_app.command()
def same(
    names: Keys,
    store: StoreFile = None,
    note: Note = "",
    later: Later = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Say that articles are of one story, or that names are of one person, organisation or place."""
    _keep("same", names, store, note, later, model, quiet)


@judge_app.command()
def not_same(
    names: Keys,
    store: StoreFile = None,
    note: Note = "",
    later: Later = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Say that articles or stories have nothing to do with each other."""
    _keep("not_same", names, store, note, later, model, quiet)


@judge_app.command()
def rename(
    names: Annotated[list[str], typer.Argument(metavar="ENTITY NAME", help="An entity's id, then its name.")],
    store: StoreFile = None,
    note: Note = "",
    later: Later = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Give an entity another name."""
    _keep("rename", names, store, note, later, model, quiet)


@judge_app.command()
def undo(
    key: Annotated[str, typer.Argument(metavar="NUMBER", help="A judgement's number or id in [b]judge list[/b].")],
    store: StoreFile = None,
    later: Later = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Take a judgement back."""
    with _open(store, model) as desk:
        record = desk.unjudge(key)
        _note(f"{record.number}. {record.kind} taken back", quiet)
        _run(desk, later, quiet)


@judge_app.command(name="list")
def list_(store: StoreFile = None, as_json: AsJson = False) -> None:
    """List the judgements in the order in which they were given."""
    with _open(store, None) as desk:
        kept = desk.judgements()
        if as_json:
            print_json([_describe(row) for row in kept])
        else:
            print_judgements(screen(), build_document(desk), kept)
    require(kept, "no judgement")


@judge_app.command()
def save(
    out: Annotated[Path, typer.Argument(metavar="FILE", help="File to write, JSON lines.")],
    store: StoreFile = None,
    quiet: Quiet = False,
) -> None:
    """Write the judgements to a file that [b]judge load[/b] reads."""
    with _open(store, None) as desk:
        write_out("".join(f"{api.to_json(row)}\n" for row in desk.judgements()), out)
    note_written(out, quiet)


@judge_app.command()
def load(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="File that [b]judge save[/b] wrote.")],
    store: StoreFile = None,
    later: Later = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Keep the judgements of a file, after those that are there; those known already are left out."""
    try:
        lines = file.read_bytes().splitlines()
    except OSError as error:
        raise InputError(f"cannot read {file}: {error.strerror}; give what `dateline judge save` wrote") from error
    with _open(store, model) as desk:
        new = desk.load_judgements(lines)
        _note(f"{len(new)} new, {sum(map(bool, lines)) - len(new)} known already", quiet)
        _run(desk, later, quiet)


def _keep(
    kind: str, names: Sequence[str], store: Path | None, note: str, later: bool, model: Path | None, quiet: bool
) -> None:
    with _open(store, model) as desk:
        record = desk.judge(kind, names, note)
        _note(f"kept as judgement {record.number}; take it back with: dateline judge undo {record.number}", quiet)
        _run(desk, later, quiet)


def _open(store: Path | None, model: Path | None) -> api.Desk:
    path = store or DEFAULT_STORE
    require_store(None, path)
    return api.open_desk(path, choose_settings(model))


def _run(desk: api.Desk, later: bool, quiet: bool) -> None:
    if not later:
        with Bars(quiet) as bars:
            desk.run(watch=bars)


def _note(text: str, quiet: bool) -> None:
    if not quiet:
        typer.echo(text, err=True)


def _describe(row: api.Judgement) -> dict[str, object]:
    return {name: getattr(row, name) for name in type(row).__dataclass_fields__}
