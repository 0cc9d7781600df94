"""The arguments and options that several commands share."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from dateline.export.formats import EXPORTERS

DEFAULT_STORE = Path("dateline.sqlite")
"""The store that a command works on when it is given neither inputs nor a store."""

DEFAULT_WORKERS = min(os.cpu_count() or 1, 4)
"""More than four gain little: the stages per story, and writing to the store, keep to one or a few."""

FORMATS = ", ".join(exporter.name for exporter in EXPORTERS)

Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="INPUT", help="Files, folders, globs or web addresses; - reads standard input."),
]
AllowPrivate = Annotated[
    bool,
    typer.Option("--allow-private", help="Fetch web addresses of this machine and its own network, too."),
]
StoreFile = Annotated[
    Path | None,
    typer.Option(
        "--store",
        "-s",
        envvar="DATELINE_STORE",
        help=f"Store to work on. Without it, inputs go to a temporary one; without inputs it is {DEFAULT_STORE}.",
    ),
]
StoryKey = Annotated[str | None, typer.Option("--story", help="Only this story: its number or id in [b]stories[/b].")]
OutFile = Annotated[Path | None, typer.Option("--out", "-o", help="Write to this file; its ending sets the format.")]
Format = Annotated[str | None, typer.Option("--format", "-f", help=f"One of {FORMATS}.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON.")]
Cites = Annotated[bool, typer.Option("--cites", help="Show the cited words under each line.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no notes on standard error.")]
ModelFolder = Annotated[
    Path | None,
    typer.Option("--model", envvar="DATELINE_MODEL", help="Folder of another reader model than the shipped one."),
]
Workers = Annotated[
    int,
    typer.Option("--workers", "-w", min=1, help="Processes to compute with.", show_default="processors, at most 4"),
]
