"""WACZ files: a zip archive with the WARC files of a crawl in its folder ``archive/`` (specs.webrecorder.net/wacz)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO, cast

from dateline.model import Capture, Dropped
from dateline.read.archive import BROKEN, ArchiveError, open_archive
from dateline.read.opening import Opening
from dateline.read.source import Source, drop_input
from dateline.read.warc import Tally, read_records

_FOLDER = "archive/"
_ENDINGS = (".warc", ".warc.gz")
_DESCRIPTION = "datapackage.json"


def is_wacz(opening: Opening) -> bool:
    """Tell by the members: the description, and a WARC file in the folder for them."""
    return _DESCRIPTION in opening.members and any(map(_is_warc_name, opening.members))


def read_wacz(source: Source) -> Iterator[Capture | Dropped]:
    """Read the WARC files of a WACZ in sorted order; a capture that stands in two of them is read once."""
    try:
        archive = open_archive(source.stream)
    except ArchiveError as error:
        yield drop_input(source.uri, error.reason, error.detail)
        return
    tally = Tally()
    with archive:
        for name in sorted(filter(_is_warc_name, archive.namelist())):
            yield from _read_member(source, archive, name, tally)
    yield from tally.report(source)


def _read_member(source: Source, archive: zipfile.ZipFile, name: str, tally: Tally) -> Iterator[Capture | Dropped]:
    """Read one WARC file as it comes out of the archive; nothing of it is held or written to disk."""
    member = source.open_member(name, source.stream)
    try:
        packed = archive.open(name)
    except BROKEN as error:
        yield drop_input(member.uri, "broken archive", str(error) or type(error).__name__)
        return
    with packed:
        yield from read_records(replace(member, stream=cast("BinaryIO", packed)), tally)


def _is_warc_name(name: str) -> bool:
    return name.startswith(_FOLDER) and name.lower().endswith(_ENDINGS)
