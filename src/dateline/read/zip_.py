"""Zip archives: every member read by its own reader, in sorted order, within bounds."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, cast

from dateline.model import Capture, Dropped
from dateline.read.archive import BROKEN, ArchiveError, open_archive, unpack
from dateline.read.opening import ZIP_MARKS, Opening
from dateline.read.saved import drop_page_part, find_page_parts
from dateline.read.source import Source, drop_input

_ENCRYPTED = 0x1
_DOCUMENTS = {"[Content_Types].xml", "datapackage.json"}
"""Members by which a packed format is told that has a reader of its own, or none."""


def is_zip(opening: Opening) -> bool:
    """Tell an archive of files from packed formats that are one document."""
    return opening.head.startswith(ZIP_MARKS) and not _DOCUMENTS & opening.members


def read_zip(source: Source) -> Iterator[Capture | Dropped]:
    """Read an archive; yields the records of its members, hidden ones left out, or one that says why not."""
    try:
        archive = open_archive(source.stream)
    except ArchiveError as error:
        yield drop_input(source.uri, error.reason, error.detail)
        return
    with archive:
        members = sorted((info for info in archive.infolist() if _is_file(info)), key=lambda info: info.filename)
        if not members:
            yield drop_input(source.uri, "empty", "the archive has no members")
        parts = find_page_parts(info.filename for info in members)
        for folder, files in parts.items():
            yield drop_page_part(f"{source.uri}!/{folder}", len(files))
        skipped = {name for files in parts.values() for name in files}
        for info in members:
            if info.filename in skipped:
                continue
            source.budget.members -= 1
            if source.budget.members < 0 or source.budget.unpacked < 0:
                yield drop_input(source.uri, "zip bomb", f"not read from {info.filename!r} on: the bounds are used up")
                return
            yield from _read_member(source, archive, info)


def _read_member(source: Source, archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[Capture | Dropped]:
    member = source.open_member(info.filename, source.stream)
    if info.flag_bits & _ENCRYPTED:
        yield drop_input(member.uri, "encrypted", "the member has a password; unpack the archive first")
        return
    size = min(info.compress_size, source.stream.seek(0, 2))
    try:
        with archive.open(info) as packed:
            stream = unpack(cast("BinaryIO", packed), size, source.budget)
    except ArchiveError as error:
        yield drop_input(member.uri, error.reason, error.detail)
        return
    except BROKEN as error:
        yield drop_input(member.uri, "broken archive", str(error) or type(error).__name__)
        return
    with stream:
        yield from source.read_member(source.open_member(info.filename, stream))


def _is_file(info: zipfile.ZipInfo) -> bool:
    """Leave out folders, hidden files, and what macOS adds to archives."""
    parts = PurePosixPath(info.filename).parts
    hidden = any(part == "__MACOSX" or (part.startswith(".") and part != "..") for part in parts)
    return not info.is_dir() and not hidden
