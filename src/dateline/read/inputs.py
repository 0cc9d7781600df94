"""From what the user named (files, folders, globs, ``-``) to captures, in sorted order."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from dateline.errors import InputError
from dateline.model import Capture, Dropped
from dateline.read.readers import find_reader, list_suffixes
from dateline.read.source import Source, drop_input
from dateline.read.stdin import read_stdin

STDIN = "-"


def read_inputs(inputs: Sequence[str]) -> Iterator[Capture | Dropped]:
    """Read files, folders (all depths, hidden names left out), globs and ``-`` (standard input).

    Yields one record for every article or refused input, files in sorted order and records of a file in the file's
    order; nothing is held but the file at hand. Raises InputError, before anything is read, when an input does not
    exist or holds no file that can be read. An input that comes twice is refused the second time.
    """
    return _read_all(list_inputs(inputs))


def list_inputs(inputs: Sequence[str]) -> list[str]:
    """Return the sorted paths of all files that the inputs name, repeats included; raises InputError."""
    if not inputs:
        raise InputError("no input given; name a file, a folder, a glob, or - for standard input")
    named = [list_files(text) for text in inputs]
    files = sorted(path for paths in named for path in paths)
    if not any(_is_readable(path) for path in files):
        raise InputError(f"nothing readable in {', '.join(inputs)}; Dateline reads {list_suffixes()}")
    return files


def list_files(text: str) -> list[str]:
    """Return the files that one input names; raises InputError when there is none that can be read."""
    if text == STDIN:
        return [STDIN]
    path = Path(text)
    if _exists(path) and not path.is_dir():
        return [path.as_posix()]
    if _exists(path):
        return _need_readable(text, _walk(path))
    if glob.has_magic(text):
        # Path.glob refuses absolute patterns
        found = [Path(name) for name in glob.glob(text, recursive=True)]  # noqa: PTH207
        files = [file for name in found for file in (_walk(name) if name.is_dir() else [name.as_posix()])]
        return _need_readable(text, sorted(set(files)))
    raise InputError(f"no such file or folder: {text}; check the spelling, or put a glob in quotes")


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _walk(folder: Path) -> list[str]:
    files: list[str] = []
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        files += [(Path(place) / name).as_posix() for name in names if not name.startswith(".")]
    return files


def _need_readable(text: str, files: list[str]) -> list[str]:
    if any(_is_readable(path) for path in files):
        return files
    found = f"{len(files)} files, none of a known format" if files else "no files"
    raise InputError(f"nothing readable in {text}: {found}; Dateline reads {list_suffixes()}")


def _is_readable(path: str) -> bool:
    return path == STDIN or find_reader(Path(path).suffix) is not None


def _read_all(files: Sequence[str]) -> Iterator[Capture | Dropped]:
    seen: dict[str, str] = {}
    for path in files:
        for record in read_stdin(Source(STDIN, STDIN, sys.stdin.buffer, None)) if path == STDIN else _read_file(path):
            if isinstance(record, Capture) and record.capture_id in seen:
                first = seen[record.capture_id]
                yield drop_input(record.uri, "same input twice", f"same name and bytes as {first}")
                continue
            if isinstance(record, Capture):
                seen[record.capture_id] = record.uri
            yield record


def _read_file(path: str) -> Iterator[Capture | Dropped]:
    reader = find_reader(Path(path).suffix)
    if reader is None:
        yield drop_input(path, "unknown format", f"no reader for it; Dateline reads {list_suffixes()}")
        return
    if Path(path).exists() and not Path(path).is_file():  # a pipe or device could keep a run waiting for ever
        yield drop_input(path, "cannot be read", "it is no plain file")
        return
    try:
        with Path(path).open("rb") as stream:
            had = datetime.fromtimestamp(os.fstat(stream.fileno()).st_mtime, UTC)
            yield from reader.read(Source(path, Path(path).name, stream, had))
    except OSError as error:
        yield drop_input(path, "cannot be read", error.strerror or type(error).__name__)
