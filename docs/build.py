"""Writes the tables of the docs from the code that they tell of.

    python -m docs.build            rewrite every block
    python -m docs.build --check    write nothing, exit 1 when a block is stale

A block stands between ``<!-- table: NAME -->`` and ``<!-- end -->`` in a Markdown file; NAME is a key of BLOCKS.
"""

from __future__ import annotations

import ast
import inspect
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import chdir
from dataclasses import fields, is_dataclass
from functools import cache
from pathlib import Path

import typer.core
import typer.main
from docs.readings import build_readings

from dateline import settings as settings_module
from dateline import settings_stories
from dateline.cli import app
from dateline.desk import Desk
from dateline.export.document import build_document
from dateline.export.formats import EXPORTERS
from dateline.export.text import write_text
from dateline.language.net.network import load_network
from dateline.model import ROWS, Record, article, story, values
from dateline.read.readers import READERS
from dateline.settings import Settings
from dateline.stages import STAGES

ROOT = Path(__file__).parent.parent
PAGES = ("README.md", "docs/design.md", "docs/reader.md", "docs/reference.md", "docs/records.md")
EXAMPLE = "examples/kaesong"
EXAMPLE_LINES = 60
"""As much of the brief as the README shows."""

_BLOCK = re.compile(r"(<!-- table: (?P<name>[\w ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def names(kinds: Iterable[type]) -> str:
    """Return record kinds as words."""
    return ", ".join(kind.__name__ for kind in kinds)


def flow(text: str | None) -> str:
    """Return a docstring as one line of Markdown."""
    return re.sub(r"``(.+?)``", r"`\1`", " ".join((text or "").split()))


@cache
def notes(module: object) -> Mapping[tuple[str, str], tuple[str, str]]:
    """Return (type, docstring) of every field of every class of a module, by class and field name."""
    found = {}
    for node in ast.parse(inspect.getsource(module)).body:  # type: ignore[arg-type]
        if not isinstance(node, ast.ClassDef):
            continue
        for line, after in zip(node.body, [*node.body[1:], None], strict=True):
            if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name):
                told = (
                    after.value.value if isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant) else ""
                )
                found[node.name, line.target.id] = (ast.unparse(line.annotation), flow(str(told)))
    return found


def field_rows(kind: type) -> Iterator[tuple[str, str, str]]:
    """Yield name, type and note of every field of a record kind or value."""
    known = next(
        known for module in (article, story, values) if (known := notes(module)) and kind.__name__ in of(known)
    )
    for field in fields(kind):
        told_type, note = known[kind.__name__, field.name]
        yield f"`{field.name}`", f"`{told_type}`", note


def of(known: Mapping[tuple[str, str], object]) -> set[str]:
    """Return the classes that notes speak of."""
    return {name for name, _ in known}


def stage_table() -> str:
    """The road."""
    rows = [(s.name, s.per, names(s.reads), names(s.writes), s.does) for s in STAGES]
    return table(("stage", "per", "reads", "writes", "what it does"), rows)


def reader_table() -> str:
    """What can be read."""
    rows = [(r.name, ", ".join(f"`{s}`" for s in r.suffixes), r.gives) for r in READERS]
    return table(("reader", "endings", "what a file gives"), rows)


def exporter_table() -> str:
    """What can be written."""
    return table(("format", "what it holds"), [(f"`{e.name}`", e.does) for e in EXPORTERS])


def command_table() -> str:
    """The commands."""
    root = typer.main.get_command(app)
    assert isinstance(root, typer.core.TyperGroup)
    told = {name: flow((c.help or "").split("\n\n")[0]) for name, c in root.commands.items()}
    rows = [(f"`dateline {name}`", re.sub(r"\[/?b\]", "`", text)) for name, text in told.items()]
    return table(("command", "what it does"), rows)


def setting_table() -> str:
    """Every setting with its default and its calibration."""
    rows = []
    for stage in fields(Settings):
        own = getattr(Settings(), stage.name)
        for field in fields(own):
            note = {**notes(settings_module), **notes(settings_stories)}[type(own).__name__, field.name][1]
            rows.append((f"`{stage.name}.{field.name}`", f"`{getattr(own, field.name)!r}`", note))
    return table(("setting", "default", "why"), rows)


def record_tables() -> str:
    """Every record kind, then the values that stand in them."""
    writer = {kind: stage.name for stage in STAGES for kind in reversed(stage.writes)}
    parts = []
    for kind in ROWS:
        by = f"Written by `{writer[kind]}`." if kind in writer and kind.__name__ != "Dropped" else "Comes from outside."
        by = "Any stage may write it." if kind.__name__ == "Dropped" else by
        parts.append(f"### {kind.__name__}\n\n{flow(kind.__doc__)} {by}\n")
        parts.append(table(("field", "type", "note"), field_rows(kind)) + "\n")
    parts.append("## Values in records\n")
    for name, kind in vars(values).items():
        if is_dataclass(kind) and isinstance(kind, type) and issubclass(kind, Record) and kind is not Record:
            parts.append(f"### {name}\n\n{flow(kind.__doc__)}\n")
            parts.append(table(("field", "type", "note"), field_rows(kind)) + "\n")
    return "\n".join(parts).rstrip()


def label_table() -> str:
    """What the reader model tells apart."""
    tables = load_network().tables
    kinds = {
        "kinds of names": [label[2:] for label in tables.names if label.startswith("B-")],
        "stances of cues": tables.stances,
        "types of events": tables.event_types,
        "statuses of events": tables.statuses,
        "parts that words play": tables.roles[1:],
        "parts of speech": tables.coarse,
        "relations in the tree": tables.relations,
    }
    rows = [(name, str(len(labels)), ", ".join(labels)) for name, labels in kinds.items()]
    return f"Model {tables.version}.\n\n" + table(("labels", "", ""), rows)


def example_brief() -> str:
    """The beginning of the brief of the shipped example, as the command prints it."""
    with chdir(ROOT), Desk.open(None) as desk:
        desk.add([EXAMPLE])
        desk.run()
        lines = write_text(build_document(desk)).splitlines()
    assert lines, f"nothing to show of {EXAMPLE}"
    rest = [f"… {len(lines) - EXAMPLE_LINES} more lines"] if len(lines) > EXAMPLE_LINES else []
    return "\n".join(["```", *lines[:EXAMPLE_LINES], *rest, "```"])


BLOCKS: dict[str, Callable[[], str]] = {
    "stages": stage_table,
    "readers": reader_table,
    "exporters": exporter_table,
    "commands": command_table,
    "settings": setting_table,
    "records": record_tables,
    "labels": label_table,
    "readings": build_readings,
    "example": example_brief,
}


def build_page(text: str) -> str:
    """Return a page with every block written anew; raise KeyError on a block that nobody writes."""
    return _BLOCK.sub(lambda m: f"{m[1]}\n{BLOCKS[m['name']]()}\n\n{m[3]}", text)


def main() -> int:
    """Write or check every page; return the exit code."""
    stale = []
    for name in PAGES:
        text = (ROOT / name).read_text(encoding="utf-8")
        built = build_page(text)
        if built != text:
            stale.append(name)
            if "--check" not in sys.argv:
                (ROOT / name).write_text(built, encoding="utf-8")
    sys.stderr.write("".join(f"stale: {name}\n" for name in stale))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
