"""Every format that can be read, as one tuple: to add one, write its file and add its line here."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from dateline.model import Capture, Dropped
from dateline.read.csv_ import is_csv, read_csv
from dateline.read.docx import is_docx, read_docx
from dateline.read.feed import is_feed, read_feed
from dateline.read.gzip_ import is_gzip, read_gzip
from dateline.read.html import is_html, read_html
from dateline.read.json_ import is_json, read_json
from dateline.read.jsonl import is_jsonl, read_jsonl
from dateline.read.kinds import name_kind
from dateline.read.mail import is_mail, read_mail
from dateline.read.mbox import is_mbox, read_mbox
from dateline.read.mhtml import is_mhtml, read_mhtml
from dateline.read.opening import Opening
from dateline.read.pdf import is_pdf, read_pdf
from dateline.read.source import Source, drop_input
from dateline.read.text import read_text
from dateline.read.wacz import is_wacz, read_wacz
from dateline.read.warc import is_warc, read_warc
from dateline.read.zip_ import is_zip, read_zip


@dataclass(frozen=True, slots=True)
class Reader:
    """A format: its name, the file suffixes it goes by (lower case, with the dot), what it gives, how its content is
    told without doubt whatever the suffix says, and what reads it."""

    name: str
    suffixes: tuple[str, ...]
    gives: str
    matches: Callable[[Opening], bool]
    read: Callable[[Source], Iterator[Capture | Dropped]]


def _never(_: Opening) -> bool:
    return False


READERS: tuple[Reader, ...] = (
    Reader("warc", (".warc",), "one article for each page that a crawler kept", is_warc, read_warc),
    Reader("wacz", (".wacz",), "the same, out of the archives in it", is_wacz, read_wacz),
    Reader(
        "docx",
        (".docx", ".docm"),
        "one article; nothing but its main text",
        is_docx,
        read_docx,
    ),
    Reader("zip", (".zip",), "the articles of its members, in any of these formats", is_zip, read_zip),
    Reader("gzip", (".gz",), "the articles of the file that it holds", is_gzip, read_gzip),
    Reader(
        "pdf",
        (".pdf",),
        "one article; lines joined into paragraphs, headers and footers of pages left out",
        is_pdf,
        read_pdf,
    ),
    Reader("mhtml", (".mhtml", ".mht"), "the page that was saved, with its address", is_mhtml, read_mhtml),
    Reader("mbox", (".mbox", ".mbx"), "one article for each mail, and those of its attachments", is_mbox, read_mbox),
    Reader("mail", (".eml", ".emlx"), "one article, and those of attachments and forwarded mails", is_mail, read_mail),
    Reader(
        "feed",
        (".rss", ".atom", ".rdf", ".xml"),
        "one article for each entry (RSS, Atom, JSON Feed)",
        is_feed,
        read_feed,
    ),
    Reader(
        "html", (".html", ".htm", ".xhtml"), "one article, or one for each entry of a live blog", is_html, read_html
    ),
    Reader("jsonl", (".jsonl", ".ndjson"), "one article for each line", is_jsonl, read_jsonl),
    Reader("json", (".json",), "one article, or one for each element of its lists", is_json, read_json),
    Reader("csv", (".csv", ".tsv"), "one article for each row; the first row names the columns", is_csv, read_csv),
    Reader("text", (".txt", ".text", ".md"), "one article", _never, read_text),
)
"""In the order in which content is tried: what can hold another format's marks stands before it."""

MAX_DEPTH = 4
"""Readers that an article may come through: a page in a folder that was zipped twice and mailed takes all of them."""

MAX_REFUSALS = 1_000
"""Refusals of one file that are recorded one by one."""
MAX_VAIN = 100_000
"""Refusals after which a file that gave nothing is not read on."""

_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


def read_source(source: Source) -> Iterator[Capture | Dropped]:
    """Read a source by the reader that its content asks for, its suffix as a hint; yields at least one record."""
    came_through = source.format.split("/") if source.format else []
    if len(came_through) >= MAX_DEPTH:
        yield drop_input(source.uri, "nested too deeply", f"containers are opened {MAX_DEPTH - 1} deep")
        return
    head = source.read_head()
    opening = Opening(head, source.stream)
    reader = choose_reader(source.name, opening)
    source.stream.seek(0)
    if reader is None:
        kind = name_kind(head) or f"no reader for it; Dateline reads {list_suffixes()}"
        yield drop_input(source.uri, "unknown format", kind)
        return
    chain = "/".join([*came_through, reader.name])
    records = reader.read(replace(source, format=chain, read_member=read_source))
    yield from records if came_through else sum_refusals(source, records)


def sum_refusals(source: Source, records: Iterator[Capture | Dropped]) -> Iterator[Capture | Dropped]:
    """Pass on what a file gives; refusals beyond ``MAX_REFUSALS`` are counted by reason and told together. A file of
    which nothing can be read is given up."""
    reasons: Counter[str] = Counter()
    captures = 0
    for record in records:
        if isinstance(record, Capture):
            captures += 1
        else:
            reasons[record.reason if len(reasons) < MAX_REFUSALS else "others"] += 1
            if reasons.total() > MAX_REFUSALS:
                if captures or reasons.total() < MAX_VAIN:
                    continue
                break
        yield record
    more = reasons.total() - MAX_REFUSALS
    if more > 0:
        told = ", ".join(f"{reason} × {count:,}" for reason, count in reasons.most_common(5))
        yield drop_input(source.uri, "too many refusals", f"{more:,} more are not listed; of all: {told}")


def choose_reader(name: str, opening: Opening) -> Reader | None:
    """Return the reader of a file: the first that knows its content without doubt, else that of its suffix, else text
    where there is no suffix. None when it is none of them."""
    suffix = find_suffix(name)
    for reader in READERS:
        if reader.matches(opening):
            return reader
    return find_reader(suffix) or (find_reader(".txt") if not suffix and opening.text.strip() else None)


def find_suffix(name: str) -> str:
    """Return the suffix of a file name, lower case, with its dot; empty when what follows the dot is no suffix."""
    suffix = PurePosixPath(name).suffix.lower()
    return suffix if _SUFFIX.fullmatch(suffix) else ""


def find_reader(suffix: str) -> Reader | None:
    """Return the reader of a file suffix, in any case; None when nobody reads it."""
    return next((reader for reader in READERS if suffix.lower() in reader.suffixes), None)


def list_suffixes() -> str:
    """Return every suffix that is read, for messages."""
    return ", ".join(suffix for reader in READERS for suffix in reader.suffixes)
