"""Mails: newsletters and forwarded reports. The text is one article, each readable attachment another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import Message
from email.utils import parseaddr
from io import BytesIO

from dateline.model import Capture, Dropped, Stated
from dateline.read.address import find_address
from dateline.read.decode import Decoded
from dateline.read.forwarded import Forwarded, find_forwarded, is_forward, strip_prefixes
from dateline.read.mime import decode_part, find_file_name, keep_headers, parse_message, read_header, unpack_part
from dateline.read.opening import Opening
from dateline.read.outlets import name_sender
from dateline.read.paragraphs import unflow, unwrap
from dateline.read.source import Source, drop_input, drop_large, make_capture, tidy_headers
from dateline.read.visible import count_words

MAX_MAIL_BYTES = 50_000_000
"""Longest mail; servers take 25 MB, a third more when it is encoded."""

_KEPT = (
    "date",
    "from",
    "sender",
    "subject",
    "message-id",
    "list-id",
    "list-archive",
    "archived-at",
    "content-language",
)
"""Headers that tell of the text; whom it was sent to is nobody's business."""

_MARKS = re.compile(
    r"^(?:received|message-id|mime-version|return-path|delivered-to|dkim-signature|content-type|x-mailer"
    r"|content-transfer-encoding|x-received|list-id):",
    re.IGNORECASE | re.MULTILINE,
)
_COUNT = re.compile(r"\A\d{1,9}[ \t]*\r?\n")
_COUNTED = re.compile(rb"\A(\d{1,9})[ \t]*\r?\n")
"""What stands before a mail in Apple Mail's own files; behind it stand notes of that program."""
_HEADER = re.compile(r"[A-Za-z][A-Za-z0-9-]{1,60}:(?:\s|$)")
_SENDER = re.compile(r"([^<\[(]{1,200}?)\s{0,9}[<\[(](?:mailto:)?([^\s<>\[\]()]{3,200}@[^\s<>\[\]()]{3,200})[>\])]")
_IGNORED = {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
_PLAIN_FACTOR = 2
"""Times the words of the markup that a plain part must have to be the better text: else it is its stub, or equal."""


def is_mail(opening: Opening) -> bool:
    """Tell by headers at the start that only mail programs write, below the count of bytes that Apple Mail begins
    with."""
    text = _COUNT.sub("", opening.text, count=1)
    if not _HEADER.match(text):
        return False
    head = re.split(r"\r?\n\r?\n", text, maxsplit=1)[0]
    return len({mark.lower() for mark in _MARKS.findall(head)}) > 1


def read_mail(source: Source) -> Iterator[Capture | Dropped]:
    """Read one mail; yields the record of its text, then those of its attachments."""
    body = source.read_whole(MAX_MAIL_BYTES)
    if body is None:
        yield drop_large(source, MAX_MAIL_BYTES)
        return
    yield from read_message(source, body)


def read_message(source: Source, body: bytes) -> Iterator[Capture | Dropped]:
    """Read the bytes of one mail."""
    if not body.strip():
        yield drop_input(source.uri, "empty", "the mail holds no text")
        return
    counted = _COUNTED.match(body)
    message = parse_message(body[counted.end() : counted.end() + int(counted.group(1))] if counted else body)
    if message is None:
        yield drop_input(source.uri, "broken mail", "nested too deeply, or its headers have no end")
        return
    texts, files = _sort_parts(message)
    yield _read_text(replace(source, headers=tidy_headers(keep_headers(message, _KEPT))), body, message, texts)
    for number, part in enumerate(files, start=1):
        yield from _read_file(source, part, number)


def _read_text(source: Source, body: bytes, message: Message, texts: list[Message]) -> Capture | Dropped:
    decoded = [(part, text) for part in texts if (text := decode_part(part)) and text.text.strip()]
    pages = [text for part, text in decoded if part.get_content_type() == "text/html"]
    plains = [_read_plain(part, text) for part, text in decoded if part.get_content_type() != "text/html"]
    plain = "\n\n".join(plains)
    subject = read_header(message, "subject")
    if is_forward(subject) and (forwarded := find_forwarded(plain)):
        stated = _state_forwarded(forwarded, subject)
        return make_capture(source, body, Decoded(unwrap(forwarded.text), "utf-8"), "text", stated=stated)
    stated = _state_mail(message, subject)
    page = max(pages, key=lambda found: count_words(found.text), default=None)
    if page and count_words(page.text) * _PLAIN_FACTOR >= len(plain.split()):
        return make_capture(source, body, page, "html", stated=stated)
    if plain.strip():
        return make_capture(source, body, Decoded(unwrap(plain), "utf-8"), "text", stated=stated)
    return drop_input(source.uri, "no text", "the mail has no readable text of its own; it may be encrypted")


def _read_plain(part: Message, decoded: Decoded) -> str:
    """Return a plain text, its lines joined where it says how."""
    text = decoded.text.replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        return unflow(text, delsp=str(part.get_param("delsp", "")).lower() == "yes")
    return text


def _split_sender(sender: str) -> tuple[str, str]:
    """Return name and address of a sender, in the forms that mail programs print too: ``Name [mailto:a@b]``."""
    printed = _SENDER.fullmatch(sender)
    return (printed.group(1).strip("\"' "), printed.group(2)) if printed else parseaddr(sender)


def _state_mail(message: Message, subject: str) -> Stated:
    name, address = _split_sender(read_header(message, "from"))
    return Stated(
        title=strip_prefixes(subject) or None,
        outlet=name_sender(name, address),
        url=find_address(read_header(message, "archived-at").strip("<>")),
        published=read_header(message, "date") or None,
        language=read_header(message, "content-language") or None,
    )


def _state_forwarded(forwarded: Forwarded, subject: str) -> Stated:
    name, address = _split_sender(forwarded.sender)
    return Stated(
        title=strip_prefixes(forwarded.subject or subject) or None,
        outlet=name_sender(name, address) or forwarded.sender or None,
        published=forwarded.date or None,
    )


def _sort_parts(message: Message) -> tuple[list[Message], list[Message]]:
    """Return the parts that are the mail's text, and those that are files, mails in it among them."""
    texts: list[Message] = []
    files: list[Message] = []
    stack = [message]
    while stack:
        part = stack.pop()
        kind = part.get_content_type()
        payload = part.get_payload()
        if isinstance(payload, list) and kind != "message/rfc822":
            stack.extend(item for item in reversed(payload) if isinstance(item, Message))
        elif kind in _IGNORED or kind.startswith("multipart/"):
            continue
        elif kind in {"text/plain", "text/html"} and part.get_content_disposition() != "attachment":
            texts.append(part)
        elif part.get_content_disposition() == "attachment" or not kind.startswith(("image/", "text/")):
            files.append(part)
    return texts, files


def _read_file(source: Source, part: Message, number: int) -> Iterator[Capture | Dropped]:
    """Read an attachment by its own reader."""
    payload = part.get_payload()
    if isinstance(payload, list) and payload and isinstance(payload[0], Message):
        body, name = payload[0].as_bytes(), f"mail-{number}.eml"
    else:
        body, name = unpack_part(part), find_file_name(part) or f"part-{number}"
    source.budget.members -= 1
    source.budget.unpacked -= len(body)
    if source.budget.members < 0 or source.budget.unpacked < 0:
        yield drop_input(source.uri, "too many members", f"attachments from number {number} on are not read")
        return
    headers = tidy_headers([("content-type", part.get_content_type())])
    yield from source.read_member(source.open_member(name, BytesIO(body), headers=headers))
