"""Mailboxes: many mails in one file, read one at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from dateline.model import Capture, Dropped
from dateline.read.mail import MAX_MAIL_BYTES, read_message
from dateline.read.opening import Opening
from dateline.read.source import Source, drop_input

_FROM = re.compile(rb"From \S{1,300} .{0,100}\d\d:\d\d.{0,100}\d{4}")
_ESCAPED = re.compile(rb"^>(>*From )", re.MULTILINE)
_MAX_LINE = 1_000_000


def is_mbox(opening: Opening) -> bool:
    """Tell by the line that stands before every mail."""
    return _FROM.match(opening.head.lstrip(b"\r\n")) is not None


def read_mbox(source: Source) -> Iterator[Capture | Dropped]:
    """Read a mailbox; ``#n`` is the mail's number from 1. Holds one mail at a time."""
    number = 0
    for number, body in enumerate(split_mails(source.stream), start=1):
        mail = replace(source, uri=f"{source.uri}#{number}", name=f"{source.name}#{number}")
        if body is None:
            yield drop_input(mail.uri, "too large", f"more than {MAX_MAIL_BYTES:,} bytes in one mail")
        else:
            yield from read_message(mail, _ESCAPED.sub(rb"\1", body))
    if not number:
        yield drop_input(source.uri, "empty", "the mailbox holds no mails")


def split_mails(stream: BinaryIO) -> Iterator[bytes | None]:
    """Yield every mail's bytes without the line before it; None for one that is longer than is read."""
    lines: list[bytes] = []
    size = 0
    inside = False
    blank = True
    while line := stream.readline(_MAX_LINE):
        if blank and _FROM.match(line):
            if inside:
                yield _join(lines, size)
            lines, size, inside = [], 0, True
        elif inside:
            size += len(line)
            if size <= MAX_MAIL_BYTES:
                lines.append(line)
        blank = not line.strip()
    if inside:
        yield _join(lines, size)


def _join(lines: list[bytes], size: int) -> bytes | None:
    return None if size > MAX_MAIL_BYTES else b"".join(lines)
