"""The house rules as data, and the tests that hold them. To change a rule, change its table and say why."""

from __future__ import annotations

import ast
import re
import statistics
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from dateline.model import ROWS, Capture, Dropped, Judgement
from dateline.settings import Settings
from dateline.stages import STAGES

SOURCE = Path(__file__).parent.parent / "src" / "dateline"

MAX_FILE_LINES = 400
MAX_FUNCTION_LINES = 80
MAX_MEDIAN_FUNCTION_LINES = 10
"""Lines from ``def`` to the last statement, docstring included."""

BASE = {
    *("dateline.errors", "dateline.ids", "dateline.model", "dateline.words", "dateline.dates", "dateline.settings"),
    "dateline.settings_stories",
    *("dateline.support", "dateline.vectors", "dateline.wording"),
}
"""Modules without a folder that know nothing of the road."""

ROAD = ("read", "clean", "copies", "language", "stories", "events", "places", "compare", "brief")
"""The folders of the road, in its order. None may import another."""

MAY_IMPORT: dict[str, set[str]] = {
    "errors": set(),
    "ids": set(),
    "words": set(),
    "vectors": set(),
    "model": set(),
    "settings": {"dateline.settings_stories"},
    "settings_stories": set(),
    "dates": {"dateline.model"},
    "support": {"dateline.model", "dateline.words"},
    "wording": {"dateline.dates"},
    "stage": {"dateline.model"},
    "bounds": {"dateline.errors"},
    **{folder: {*BASE, "dateline.stage"} for folder in ROAD},
    "events": {*BASE, "dateline.stage", "dateline.language.data"},  # English as data is one table, whoever reads it
    "read": {*BASE, "dateline.stage", "dateline.bounds"},
    "stages": {"dateline.model", "dateline.stage", *(f"dateline.{folder}" for folder in ROAD)},
    "store": {*BASE, "dateline.stage"},
    "engine": {*BASE, "dateline.stage", "dateline.store"},
    "export": {*BASE, "dateline.stage"},
    "judging": {*BASE, "dateline.export"},
    "desk": {
        *BASE,
        "dateline.judging",
        *("dateline.stage", "dateline.stages", "dateline.read", "dateline.store", "dateline.engine", "dateline.export"),
    },
    "__init__": {"dateline.desk", "dateline.model", "dateline.settings", "dateline.stages"},
    "cli": {
        *BASE,
        "dateline",
        "dateline.desk",
        "dateline.stage",
        "dateline.stages",
        "dateline.export",
        "dateline.engine",
    },
    "__main__": {"dateline.cli"},
}
"""What a folder or top module may import of Dateline, besides itself. A package stands for all modules in it."""

BOUNDED = {"dateline.clean.markup": {"dateline.bounds"}}
"""Modules of pure folders that may run a parser of other people's in a child process with bounds. What it returns
still depends on its arguments alone, save where a bound of time is reached: see ``dateline.bounds`` for how that is
kept rare."""

OUTER_RING = {"__init__", "bounds", "read", "store", "engine", "export", "desk", "cli", "__main__"}
"""The only parts that may touch files, network, clock, randomness, processes or logs."""

EFFECT_MODULES = {
    *("asyncio", "concurrent", "ctypes", "ftplib", "getpass", "glob", "http", "importlib", "io", "logging"),
    *("multiprocessing", "os", "pathlib", "platform", "random", "requests", "secrets", "shutil", "signal", "smtplib"),
    *("socket", "sqlite3", "ssl", "subprocess", "sys", "tempfile", "threading", "time", "urllib", "urllib3", "uuid"),
    *("httpx", "aiohttp", "numpy.random", "warnings", "webbrowser"),
}
PURE_PARTS = {
    "urllib.parse": "any part may take an address apart",
    "io.StringIO": "memory, no file",
    "io.BytesIO": "memory, no file",
}
"""Parts of effect modules that have no effect, with the reason why they are allowed."""

DATA_READERS = {"language": {"importlib.resources"}, "places": {"importlib.resources"}}
"""Package data that a road folder may load, though it is not in the outer ring."""

FOLDER_READERS = {"dateline.language.net.files": {"pathlib"}}
"""Modules that may open a folder which the settings name: a reader model is too large to come in the settings. What is
read there counts into the fingerprint of the stage (``Stage.data``), so that its function stays a pure one."""

EFFECT_CALLS = {
    *("open", "print", "input", "exec", "eval", "hash", "globals", "breakpoint", "__import__"),
    *(
        "datetime.now",
        "datetime.today",
        "datetime.utcnow",
        "date.today",
        "datetime.datetime.now",
        "datetime.date.today",
    ),
}
"""Calls whose answer depends on the machine or the moment. ``hash`` of a text differs between processes."""

PRINTERS = {"cli", "__main__"}


@cache
def modules() -> dict[str, ast.Module]:
    """Every module of the package by its dotted name, parsed."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = ["dateline", *path.relative_to(SOURCE).with_suffix("").parts]
        if parts[-1] == "__init__":
            parts.pop()
        found[".".join(parts)] = ast.parse(path.read_text(encoding="utf-8"), str(path))
    return found


def part_of(module: str) -> str:
    """The folder or top module that a dotted name belongs to: ``dateline.clean.page`` is of ``clean``."""
    names = module.split(".")
    return names[1] if len(names) > 1 else "__init__"


def imports_of(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield (dotted name, line) of every import anywhere in a tree, imported names included, functions' too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"relative import in line {node.lineno}: write the whole name"
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def target_module(name: str) -> str | None:
    """The module of ours that an imported dotted name lies in, or None when it is not ours."""
    while name.startswith("dateline"):
        if name in modules():
            return name
        name = name.rpartition(".")[0]
    return None


def within(name: str, packages: set[str]) -> bool:
    """True when a dotted name is one of the packages or lies in one."""
    return any(name == package or name.startswith(package + ".") for package in packages)


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Yield (module, function) for every function and method of the package."""
    for name, tree in modules().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield name, node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from ``def`` to the end."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def dotted(node: ast.expr) -> str:
    """A call's target as written, if it is names joined by points."""
    if isinstance(node, ast.Name):
        return node.id
    return f"{dotted(node.value)}.{node.attr}" if isinstance(node, ast.Attribute) else "?"


def test_every_part_stands_in_the_layering() -> None:
    parts = {part_of(name) for name in modules()}
    assert parts <= set(MAY_IMPORT), f"say in MAY_IMPORT what these may import: {parts - set(MAY_IMPORT)}"


def test_layers_import_only_what_they_may() -> None:
    wrong = []
    for name, tree in modules().items():
        allowed = MAY_IMPORT[part_of(name)] | BOUNDED.get(name, set())
        for imported, line in imports_of(tree):
            target = target_module(imported)
            if target is None or part_of(target) == part_of(name):
                continue
            if target == "dateline" and "dateline" not in allowed:
                wrong.append(f"{name}:{line} imports the public API")
            elif target != "dateline" and not within(target, allowed - {"dateline"}):
                wrong.append(f"{name}:{line} imports {target}")
    assert not wrong, "\n".join(wrong)


def test_road_folders_never_import_each_other() -> None:
    for folder in ROAD:
        others = {f"dateline.{other}" for other in ROAD if other != folder}
        assert not MAY_IMPORT[folder] & others


def test_no_import_cycles() -> None:
    graph = {
        name: {target for imported, _ in imports_of(tree) if (target := target_module(imported)) and target != name}
        for name, tree in modules().items()
    }
    while graph:
        free = [name for name, targets in graph.items() if not targets & graph.keys()]
        assert free, f"these modules import each other in a circle: {sorted(graph)}"
        for name in free:
            del graph[name]


def test_only_the_outer_ring_has_effects() -> None:
    wrong = []
    for name, tree in modules().items():
        part = part_of(name)
        if part in OUTER_RING:
            continue
        allowed = {*PURE_PARTS, *DATA_READERS.get(part, ()), *FOLDER_READERS.get(name, ())}
        for imported, line in imports_of(tree):
            if within(imported, EFFECT_MODULES) and not within(imported, allowed):
                wrong.append(f"{name}:{line} imports {imported}")
        wrong += [
            f"{name}:{node.lineno} calls {dotted(node.func)}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Call) and dotted(node.func) in EFFECT_CALLS
        ]
    assert not wrong, "\n".join(wrong)


def test_every_package_that_is_imported_is_declared() -> None:
    """What comes along with another package today may be gone tomorrow."""
    project = tomllib.loads((SOURCE.parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=~!\[; ]", line)[0].replace("-", "_") for line in project["dependencies"]}
    known = {"dateline", *declared, *sys.stdlib_module_names}
    imported = {name.split(".")[0] for tree in modules().values() for name, _ in imports_of(tree)}
    assert imported <= known, imported - known
    assert declared <= imported, f"declared and not used: {declared - imported}"


def test_only_the_cli_prints() -> None:
    wrong = [
        f"{name}:{node.lineno}"
        for name, tree in modules().items()
        if part_of(name) not in PRINTERS
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and dotted(node.func) == "print"
    ]
    assert not wrong, wrong


def test_files_stay_short() -> None:
    long = {
        str(path.relative_to(SOURCE)): lines
        for path in SOURCE.rglob("*.py")
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > MAX_FILE_LINES
    }
    assert not long


def test_functions_stay_short() -> None:
    long = {f"{name}.{node.name}": length(node) for name, node in functions() if length(node) > MAX_FUNCTION_LINES}
    assert not long
    assert statistics.median(length(node) for _, node in functions()) <= MAX_MEDIAN_FUNCTION_LINES


def test_every_signature_is_typed() -> None:
    bare = []
    for name, node in functions():
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        named = [a for a in arguments if a.arg not in {"self", "cls"}] + [
            a for a in (node.args.vararg, node.args.kwarg) if a
        ]
        if node.returns is None or any(argument.annotation is None for argument in named):
            bare.append(f"{name}:{node.lineno} {node.name}")
    assert not bare, bare


def test_everything_public_has_a_docstring() -> None:
    bare = [name for name, tree in modules().items() if tree.body and not ast.get_docstring(tree)]
    for name, tree in modules().items():
        for node in ast.walk(tree):
            kinds = (ast.Module, ast.ClassDef)
            if not isinstance(node, kinds) or (isinstance(node, ast.ClassDef) and node.name.startswith("_")):
                continue
            bare += [
                f"{name}.{child.name}"
                for child in node.body
                if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
                and not child.name.startswith("_")
                and not ast.get_docstring(child)
                and not is_protocol_part(child)
            ]
    assert not bare, bare


def is_protocol_part(node: ast.AST) -> bool:
    """True for methods that Python calls by their name or that only restate a base's."""
    return isinstance(node, ast.FunctionDef) and any(
        dotted(decorator) in {"override", "overload", "property.setter"} for decorator in node.decorator_list
    )


def test_stages_are_named_once_and_have_settings() -> None:
    names = [stage.name for stage in STAGES]
    assert len(set(names)) == len(names)
    assert names == list(Settings.__dataclass_fields__)


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_a_stage_reads_only_what_is_there(stage: object) -> None:
    there = {Capture, Judgement}
    for earlier in STAGES:
        if earlier is stage:
            assert set(earlier.reads) <= there, set(earlier.reads) - there
            return
        there |= set(earlier.writes)


def test_every_record_kind_is_written_by_one_stage() -> None:
    writers = Counter(kind for stage in STAGES for kind in stage.writes if kind is not Dropped)
    assert not [kind.__name__ for kind, count in writers.items() if count > 1]
    given = {Capture, Judgement, Dropped}
    assert set(ROWS) == given | set(writers)
    assert not given & set(writers)


def test_every_record_kind_is_read_or_shown() -> None:
    """A kind that no stage reads must be one that the export shows, or nobody needs it."""
    read = {kind for stage in STAGES for kind in stage.reads}
    shown = {name for _, tree in part_modules("export") for name, _ in imports_of(tree)}
    idle = [kind.__name__ for kind in ROWS if kind not in read and f"dateline.model.{kind.__name__}" not in shown]
    assert not idle, idle


def part_modules(part: str) -> list[tuple[str, ast.Module]]:
    """Every module of a folder."""
    return [(name, tree) for name, tree in modules().items() if part_of(name) == part]


def test_only_the_table_of_stages_names_them() -> None:
    """The engine, the desk, the CLI and the exporters hold no stage name of their own."""
    names = {stage.name for stage in STAGES} - {"date", "brief", "copies"}  # words of the contract and commands, too
    wrong = [
        f"{module}:{node.lineno} {node.value!r}"
        for part in ("engine", "desk", "cli")
        for module, tree in part_modules(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and node.value in names
    ]
    assert not wrong, wrong
