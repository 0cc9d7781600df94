"""What every command does around its own work: opens the desk, reads the document, writes, notes what was left out."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

import typer
from rich.console import Console

import dateline
from dateline.cli.options import DEFAULT_STORE
from dateline.cli.progress import Bars
from dateline.dates import parse_cut
from dateline.errors import DatelineError, InputError, NotFoundError
from dateline.export.contract import Document
from dateline.export.document import build_document
from dateline.export.formats import EXPORTERS
from dateline.export.json_ import dump_json
from dateline.export.lookup import keep_story
from dateline.export.phrase import flatten, say_count, say_dropped
from dateline.model import ROWS, Record
from dateline.settings import ParseSettings, Settings

_FILL = re.compile(r"[ \t]+(?=\n)")


@contextmanager
def open_desk(
    inputs: Sequence[str] | None,
    store: Path | None,
    quiet: bool,
    workers: int = 1,
    model: Path | None = None,
    allow_private: bool = False,
) -> Iterator[dateline.Desk]:
    """Open the desk that a command works on, with its inputs read and the road run over them.

    Raises InputError when there are neither inputs nor a store to read.
    """
    path = store if store or inputs else DEFAULT_STORE
    require_store(inputs, path)
    with dateline.open_desk(path, choose_settings(model)) as desk:
        if inputs:
            desk.add(inputs, allow_private=allow_private)
            with Bars(quiet) as bars:
                desk.run(watch=bars, workers=workers)
        yield desk


def choose_settings(model: Path | None) -> Settings:
    """Return the settings that a command's options ask for."""
    return Settings(parse=ParseSettings(model=str(model) if model else None))


def require_store(inputs: Sequence[str] | None, path: Path | None) -> None:
    """Raise InputError when there are neither inputs nor a store to read."""
    if not inputs and path is not None and not path.exists():
        raise InputError(f"there is no store {path}; name inputs to read, or a store with --store FILE")


def read_document(
    inputs: Sequence[str] | None,
    store: Path | None,
    story: str | None = None,
    quiet: bool = False,
    workers: int = 1,
    model: Path | None = None,
    allow_private: bool = False,
) -> Document:
    """Return the document of what a command works on, and say on standard error what was left out of it."""
    with open_desk(inputs, store, quiet, workers, model, allow_private) as desk:
        document = build_document(desk)
    if inputs and not quiet:
        note_dropped(document)
    return keep_story(document, story)


def note_dropped(document: Document) -> None:
    """Say in one line on standard error what was left out and how to see it."""
    if told := say_dropped(document):
        typer.echo(f"{told} (dateline sources lists them)", err=True)


def note_added(path: Path, added: dateline.Added) -> None:
    """Say on standard error what became of the inputs, each refused one with its reason."""
    known = f", {added.known:,} known already" if added.known else ""
    refused = f", {added.dropped:,} refused" if added.dropped else ""
    typer.echo(f"{path}: {say_count(added.captures, 'new input')}{known}{refused}", err=True)
    for row in added.refused:
        typer.echo(f"  {flatten(row.subject)}: {row.reason}: {flatten(row.detail)}", err=True)


class Trimmed:
    """Standard output without the blanks that a terminal's page is filled up with."""

    def write(self, text: str) -> int:
        """Write a text, blanks before line ends left out; return the length of what was handed in."""
        sys.stdout.write(_FILL.sub("", text))
        return len(text)

    def flush(self) -> None:
        """Hand on what is waiting."""
        sys.stdout.flush()


def screen() -> Console:
    """Return standard output as a terminal of whatever width and colour it has, or as a plain page when piped."""
    if sys.stdout.isatty():
        return Console(highlight=False)
    return Console(highlight=False, file=cast("IO[str]", Trimmed()))


def print_json(data: object) -> None:
    """Print data as JSON."""
    typer.echo(dump_json(data, indent=1))


def require(found: object, what: str) -> None:
    """Exit with 1 and a line on standard error when nothing was found."""
    if not found:
        typer.echo(f"nothing found: {what}", err=True)
        raise typer.Exit(1)


def require_day(text: str) -> str:
    """Return a day as ISO text; raise DatelineError for what is no date."""
    if parse_cut(text) is None:
        raise DatelineError(f"{text!r} is no date; write a year, a month or a day: 2019, 2019-03, 2019-03-22")
    return text.strip()


def write_out(text: str, out: Path | None) -> None:
    """Write to a file or to standard output; raise DatelineError when the file cannot be written."""
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise DatelineError(f"cannot write {out}: {error.strerror}; choose another file with -o") from error


def choose_format(name: str | None, out: Path | None, default: str) -> str:
    """Return the format that was asked for, or the one that the file's ending names, or the default."""
    known = {exporter.name for exporter in EXPORTERS}
    ending = {"txt": "text", "htm": "html"}.get(out.suffix[1:], out.suffix[1:]) if out else ""
    return name or (ending if ending in known else default)


def note_written(out: Path | None, quiet: bool) -> None:
    """Say on standard error which file was written."""
    if out and not quiet:
        typer.echo(f"wrote {out}", err=True)


def find_kind(name: str) -> type[Record]:
    """Return the record kind of a name, in any case; raise NotFoundError that lists the kinds when there is none."""
    wanted = name.replace("_", "").replace("-", "").casefold()
    for kind in ROWS:
        if kind.__name__.casefold() == wanted:
            return kind
    raise NotFoundError(f"no record kind {name!r}; choose one of {', '.join(kind.__name__ for kind in ROWS)}")
