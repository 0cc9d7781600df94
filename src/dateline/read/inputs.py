"""From what the user named (files, folders, globs, web addresses, ``-``) to captures, in sorted order."""

from __future__ import annotations

import glob
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from datetime import UTC, datetime
from pathlib import Path

from dateline.errors import InputError
from dateline.model import Capture, Dropped
from dateline.read.fetch import Fetcher, is_url
from dateline.read.opening import Opening
from dateline.read.readers import choose_reader, find_reader, find_suffix, list_suffixes, read_source
from dateline.read.saved import drop_page_part, find_page_parts
from dateline.read.source import HEAD_BYTES, Budget, Source, drop_input
from dateline.read.stdin import read_stdin

STDIN = "-"


def read_inputs(inputs: Sequence[str], *, allow_private: bool = False) -> Iterator[Capture | Dropped]:
    """Read files, folders (all depths, hidden names left out), globs, web addresses and ``-`` (standard input).

    Yields one record for every article or refused input, files in sorted order and records of a file in the file's
    order; nothing is held but the file at hand. Raises InputError, before anything is read, when an input does not
    exist or holds no file that can be read. An input that comes twice is refused the second time. ``allow_private``
    lets addresses of the user's own network be fetched.
    """
    return _read_all(list_inputs(inputs), allow_private)


def list_inputs(inputs: Sequence[str]) -> list[str]:
    """Return the sorted paths of all files that the inputs name, repeats included; raises InputError."""
    if not inputs:
        raise InputError("no input given; name a file, a folder, a glob, a web address, or - for standard input")
    named = [list_files(text) for text in inputs]
    files = sorted(path for paths in named for path in paths)
    if not any(_is_readable(path) for path in files):
        raise InputError(f"nothing readable in {', '.join(inputs)}; Dateline reads {list_suffixes()}")
    return files


def list_files(text: str) -> list[str]:
    """Return the files that one input names; raises InputError when there is none that can be read."""
    if text == STDIN or is_url(text):
        return [text]
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
    if path == STDIN or is_url(path) or find_reader(find_suffix(path)) is not None:
        return True
    try:
        with Path(path).open("rb") as stream:
            return Path(path).is_file() and choose_reader(path, Opening(stream.read(HEAD_BYTES), stream)) is not None
    except OSError:
        return False


def _read_all(files: Sequence[str], allow_private: bool) -> Iterator[Capture | Dropped]:
    parts = find_page_parts(path for path in files if not is_url(path))
    for folder, names in parts.items():
        yield drop_page_part(folder, len(names))
    skipped = {name for names in parts.values() for name in names}
    seen: dict[str, str] = {}
    with Fetcher(allow_private=allow_private) if any(map(is_url, files)) else nullcontext() as fetcher:
        for path in files:
            for record in _read_one(path, fetcher) if path not in skipped else ():
                if isinstance(record, Capture) and record.capture_id in seen:
                    first = seen[record.capture_id]
                    yield drop_input(record.uri, "same input twice", f"same name and bytes as {first}")
                    continue
                if isinstance(record, Capture):
                    seen[record.capture_id] = record.uri
                yield record


def _read_one(name: str, fetcher: Fetcher | None) -> Iterator[Capture | Dropped]:
    if name == STDIN:
        return read_stdin(Source(STDIN, STDIN, sys.stdin.buffer, None))
    return fetcher.read(name, read_source) if fetcher and is_url(name) else _read_file(name)


def _read_file(path: str) -> Iterator[Capture | Dropped]:
    if Path(path).exists() and not Path(path).is_file():  # a pipe or device could keep a run waiting for ever
        yield drop_input(path, "cannot be read", "it is no plain file")
        return
    try:
        with Path(path).open("rb") as stream:
            told = os.fstat(stream.fileno())
            had = datetime.fromtimestamp(told.st_mtime, UTC)
            yield from read_source(Source(path, Path(path).name, stream, had, budget=Budget.of(told.st_size)))
    except OSError as error:
        yield drop_input(path, "cannot be read", error.strerror or type(error).__name__)
