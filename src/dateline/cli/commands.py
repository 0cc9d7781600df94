"""The commands: each parses, opens the desk and prints. What is printed is made in ``dateline.export``.

Exit codes: 0 done, 1 nothing found or a source that does not check out, 2 wrong usage or an error (one line says which
and what to do), 130 stopped by Ctrl-C (a store keeps what was finished).
"""

from __future__ import annotations

from dataclasses import asdict
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated, Any

import typer
import typer.core
from rich.console import Console
from rich.markup import escape

import dateline as api
from dateline.cli.judging import judge_app
from dateline.cli.options import (
    DEFAULT_STORE,
    DEFAULT_WORKERS,
    AllowPrivate,
    AsJson,
    Cites,
    Format,
    Inputs,
    ModelFolder,
    OutFile,
    Quiet,
    StoreFile,
    StoryKey,
    Workers,
)
from dateline.cli.progress import Bars
from dateline.cli.work import (
    choose_format,
    choose_settings,
    find_kind,
    note_added,
    note_dropped,
    note_written,
    open_desk,
    print_json,
    read_document,
    require,
    require_day,
    require_store,
    screen,
    write_out,
)
from dateline.errors import DatelineError
from dateline.export import screens
from dateline.export.document import build_document
from dateline.export.formats import find_exporter
from dateline.export.lookup import find_shown, list_stories, pick_parts
from dateline.export.phrase import say_count
from dateline.export.replay import replay_document
from dateline.export.terminal import print_brief

EXAMPLES = """
[b]Examples[/b]

dateline brief reports/                    tell what a pile says

dateline brief reports/ -o report.html     the same as a page to send

dateline run reports/ -s case.sqlite       keep it; add files any time

dateline compare -s case.sqlite            where the accounts differ

dateline show gazette.html -s case.sqlite  a source with its cites
"""


class OneLineErrors(typer.core.TyperGroup):
    """Prints what Dateline raises on purpose as one line, and exits with 2."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command."""
        try:
            return super().invoke(ctx)
        except DatelineError as error:
            Console(stderr=True).print(f"[bold red]error:[/] {escape(str(error))}", soft_wrap=True, highlight=False)
            raise typer.Exit(2) from None


app = typer.Typer(
    cls=OneLineErrors,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=EXAMPLES,
)
app.add_typer(judge_app, name="judge")


def main() -> None:
    """Run the command line."""
    app(prog_name="dateline")


def show_version(wanted: bool) -> None:
    """Print the version and stop."""
    if not wanted:
        return
    try:
        typer.echo(f"dateline {version('dateline')}")
    except PackageNotFoundError:
        typer.echo("dateline (not installed: run from its source)")
    raise typer.Exit


@app.callback()
def dateline(
    _version: Annotated[
        bool, typer.Option("--version", callback=show_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read a pile of news reports and give back the story: what happened, who says so, where the accounts differ."""


@app.command()
def brief(
    inputs: Inputs = None,
    store: StoreFile = None,
    format_: Format = None,
    out: OutFile = None,
    as_json: AsJson = False,
    story: StoryKey = None,
    cites: Cites = False,
    workers: Workers = DEFAULT_WORKERS,
    model: ModelFolder = None,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
) -> None:
    """Tell the story: what happened, what is agreed, where accounts differ, who says what, the timeline."""
    exporter = find_exporter("json" if as_json else choose_format(format_, out, "text"))
    document = read_document(inputs, store, story, quiet, workers, model, allow_private)
    if exporter.name == "text" and out is None:
        print_brief(screen(), document, cites=cites)
    else:
        write_out(exporter.write(document), out)
        note_written(out, quiet)
    require(document["stories"], "no report that could be read")


@app.command()
def run(
    inputs: Inputs = None,
    store: StoreFile = None,
    until: Annotated[str | None, typer.Option("--until", help="Stop after this stage; see [b]stages[/b].")] = None,
    workers: Workers = DEFAULT_WORKERS,
    model: ModelFolder = None,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
) -> None:
    """Read reports into a store and bring it up to date; only what is new or changed is computed."""
    path = store or DEFAULT_STORE
    require_store(inputs, path)
    with api.open_desk(path, choose_settings(model)) as desk:
        added = desk.add(inputs, allow_private=allow_private) if inputs else api.Added(0, 0, 0)
        with Bars(quiet) as bars:
            desk.run(until=until, watch=bars, workers=workers)
        document = build_document(desk)
    if not quiet:
        articles = say_count(len(document["articles"]), "article")
        told = f"{say_count(added.captures, 'new input')}, now {articles}"
        typer.echo(f"{path}: {told} in {say_count(len(document['stories']), 'story', 'stories')}", err=True)
        note_dropped(document)


@app.command()
def add(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT", help="As for [b]brief[/b].")],
    store: StoreFile = None,
    allow_private: AllowPrivate = False,
    quiet: Quiet = False,
) -> None:
    """Read reports, files or web addresses, into a store; [b]run[/b] computes what they tell."""
    path = store or DEFAULT_STORE
    with api.open_desk(path) as desk:
        added = desk.add(inputs, allow_private=allow_private)
    if not quiet:
        note_added(path, added)
    require(added.captures or added.known, "no report that could be read")


@app.command()
def stories(
    inputs: Inputs = None,
    store: StoreFile = None,
    as_json: AsJson = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """List the stories."""
    document = read_document(inputs, store, quiet=quiet, model=model)
    if as_json:
        print_json(list_stories(document))
    else:
        screens.print_stories(screen(), document)
    require(document["stories"], "no stories")


@app.command()
def show(
    key: Annotated[str, typer.Argument(metavar="NAME", help="A story's number or id, or an article's file or id.")],
    inputs: Inputs = None,
    store: StoreFile = None,
    as_json: AsJson = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Show one article with its cited words marked, or one story with everything known of it."""
    document = read_document(inputs, store, quiet=quiet, model=model)
    article, story = find_shown(document, key)
    if as_json:
        print_json(article or story)
    elif article:
        screens.print_article(screen(), document, article)
    elif story:
        screens.print_whole_story(screen(), document, story)


@app.command()
def timeline(
    inputs: Inputs = None,
    store: StoreFile = None,
    story: StoryKey = None,
    cites: Cites = False,
    as_json: AsJson = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Show what happened when: every line of the timeline, the lesser ones too."""
    document = read_document(inputs, store, story, quiet, model=model)
    if as_json:
        print_json(pick_parts(document, "timeline"))
    else:
        screens.print_timelines(screen(), document, cites=cites)
    require(any(story["timeline"] for story in document["stories"]), "no happening that could be told")


@app.command()
def compare(
    inputs: Inputs = None,
    store: StoreFile = None,
    story: StoryKey = None,
    as_json: AsJson = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Show where the accounts differ and of which sort each difference is, and the figures they give."""
    document = read_document(inputs, store, story, quiet, model=model)
    if as_json:
        print_json(pick_parts(document, "discrepancies", "quantities"))
    else:
        screens.print_comparisons(screen(), document)
    found = any(story["discrepancies"] or story["quantities"] for story in document["stories"])
    require(found, "no question that several accounts answer")


@app.command()
def states(
    inputs: Inputs = None,
    store: StoreFile = None,
    story: StoryKey = None,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DAY", help="As known on a day ([b]2019-03-22[/b], [b]2019-03[/b])."),
    ] = None,
    as_json: AsJson = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Show how things changed: every state with since when it holds and when that was reported."""
    document = read_document(inputs, store, story, quiet, model=model)
    if as_of is not None:
        document = replay_document(document, require_day(as_of))
    if as_json:
        print_json(pick_parts(document, "states"))
    else:
        screens.print_states(screen(), document)
    require(any(story["states"] for story in document["stories"]), "nothing that is known to have changed")


@app.command()
def sources(
    inputs: Inputs = None,
    store: StoreFile = None,
    story: StoryKey = None,
    as_json: AsJson = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """List the sources with their dates and what they copy, and what was left out and why."""
    document = read_document(inputs, store, story, quiet, model=model)
    if as_json:
        print_json({"articles": document["articles"], "copies": document["copies"], "dropped": document["dropped"]})
    else:
        screens.print_all_sources(screen(), document)
    require(document["articles"] or document["dropped"], "no sources")


@app.command()
def export(
    inputs: Inputs = None,
    store: StoreFile = None,
    format_: Format = None,
    out: OutFile = None,
    records: Annotated[
        str | None, typer.Option("--records", metavar="KIND", help="Print the records of one kind as JSON lines.")
    ] = None,
    story: StoryKey = None,
    workers: Workers = DEFAULT_WORKERS,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Write everything in one of the formats, or the records of one kind."""
    if records is not None:
        kind = find_kind(records)
        with open_desk(inputs, store, quiet, workers, model) as desk:
            write_out("".join(f"{api.to_json(record)}\n" for record in desk.rows(kind)), out)
    else:
        exporter = find_exporter(choose_format(format_, out, "json"))
        write_out(exporter.write(read_document(inputs, store, story, quiet, workers, model)), out)
    note_written(out, quiet)


@app.command()
def stages(as_json: AsJson = False) -> None:
    """Print the road: every stage, what it does, what it reads and writes."""
    if as_json:
        print_json(screens.describe_stages(api.STAGES))
    else:
        screens.print_stages(screen(), api.STAGES)


@app.command()
def verify(
    inputs: Inputs = None,
    store: StoreFile = None,
    as_json: AsJson = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Check every source against its hash and every cite against its source; exit with 1 on any mismatch."""
    with open_desk(inputs, store, quiet, model=model) as desk:
        mismatches = desk.verify()
    if as_json:
        print_json([asdict(mismatch) for mismatch in mismatches])
    elif mismatches:
        screens.print_mismatches(screen(), mismatches)
    elif not quiet:
        typer.echo("every cite and every source checks out")
    if mismatches:
        raise typer.Exit(1)


@app.command()
def search(
    query: Annotated[str, typer.Argument(help='Words, "phrases", AND, OR, NOT.')],
    inputs: Inputs = None,
    store: StoreFile = None,
    as_json: AsJson = False,
    model: ModelFolder = None,
    quiet: Quiet = False,
) -> None:
    """Search the texts of all articles."""
    with open_desk(inputs, store, quiet, model=model) as desk:
        hits = desk.search(query)
        document = build_document(desk)
    if as_json:
        print_json([{"article_id": article_id, "snippet": snippet} for article_id, snippet in hits])
    else:
        screens.print_hits(screen(), document, hits)
    require(hits, f"no article matches {query!r}")
