"""The public API: every name can be had, whatever was imported before, and little is loaded until it is used."""

from __future__ import annotations

import subprocess
import sys

import pytest

import dateline


def run(code: str) -> str:
    """Run code in a fresh process; return what it prints."""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("name", dateline.__all__)
def test_every_public_name_can_be_had(name: str) -> None:
    assert getattr(dateline, name) is not None


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = dateline.nonsense


@pytest.mark.parametrize(
    "first", ["dateline", "dateline.desk", "dateline.stages", "dateline.brief.write", "dateline.cli"]
)
def test_brief_is_the_function_whatever_was_imported_first(first: str) -> None:
    assert run(f"import {first}, dateline; dateline.STAGES; print(type(dateline.brief).__name__)") == "function"


def test_the_command_line_starts_without_the_road() -> None:
    loaded = run("import dateline.cli, sys; print(' '.join(sorted(sys.modules)))").split()
    assert not {"dateline.stages", "dateline.desk", "trafilatura", "htmldate", "numpy", "rapidfuzz"} & set(loaded)
