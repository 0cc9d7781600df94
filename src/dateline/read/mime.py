"""Mails and web archives as messages of parts: headers and contents out of the standard library's parser, within
bounds that keep it from taking hours (its work grows with nesting times lines)."""

from __future__ import annotations

import email
import re
from collections.abc import Iterable
from datetime import datetime
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime

from dateline.read.decode import Decoded, decode_bytes, mend_text

MAX_NESTS = 50
"""Parts that hold parts; mails that were forwarded many times have ten."""

MAX_HEADER_BYTES = 256_000
"""Of one message; real ones have up to 30,000."""

_NESTS = re.compile(rb"boundary\s{0,5}=|message/rfc822", re.IGNORECASE)
_FIELD = re.compile(rb"^content-(?:type|disposition)[ \t]{0,9}:[^\n]*(?:\n[ \t][^\n]*)*", re.IGNORECASE | re.MULTILINE)
_MAX_FIELD = 5_000
"""Bytes of a part's own headers that have parameters: their parser's work grows with the square of it."""
_MAX_WORDS = 20_000
_BLANK_LINE = re.compile(rb"\r?\n\r?\n|\r\r")

BROKEN = (MessageError, LookupError, ValueError, RecursionError, AssertionError, TypeError, AttributeError)
"""What the standard library raises on broken messages, here and there."""


def parse_message(body: bytes) -> Message | None:
    """Parse a message; None for one that is nested too deeply or whose headers have no end."""
    nests = sum(1 for _, _ in zip(_NESTS.finditer(body), range(MAX_NESTS + 1), strict=False))
    head = _BLANK_LINE.search(body, 0, MAX_HEADER_BYTES)
    if any(len(match.group()) > _MAX_FIELD for match in _FIELD.finditer(body)):
        return None
    if nests > MAX_NESTS or (head is None and len(body) > MAX_HEADER_BYTES):
        return None
    try:
        return email.message_from_bytes(body)
    except BROKEN:
        return None


def read_header(message: Message, name: str) -> str:
    """Return a header as words, its encodings resolved; empty when there is none. Never raises."""
    for key, value in message.raw_items():
        if key.lower() == name:
            return mend_text(" ".join(_decode_words(str(value)).split()))
    return ""


def keep_headers(message: Message, names: Iterable[str]) -> tuple[tuple[str, str], ...]:
    """Return those of the named headers that the message has, decoded."""
    return tuple((name, words) for name in names if (words := read_header(message, name)))


def read_moment(text: str) -> datetime | None:
    """Return the moment of a ``Date`` header; None when it has no zone or makes no sense."""
    try:
        moment = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else None


def unpack_part(part: Message) -> bytes:
    """Return a part's bytes, its transfer encoding undone; as they stand when that fails."""
    try:
        payload = part.get_payload(decode=True)
    except BROKEN:
        payload = None
    if isinstance(payload, bytes):
        return payload
    raw = part.get_payload()
    return raw.encode("utf-8", "surrogateescape") if isinstance(raw, str) else b""


def find_charset(part: Message) -> str | None:
    """Return the encoding that a part declares."""
    try:
        return part.get_content_charset()
    except BROKEN:
        return None


def decode_part(part: Message) -> Decoded | None:
    """Return a part's text; None when it is none."""
    payload = unpack_part(part)
    return decode_bytes(payload, markup=part.get_content_type() == "text/html", told=find_charset(part))


def find_file_name(part: Message) -> str | None:
    """Return the file name that a part gives, decoded."""
    try:
        name = part.get_filename()
    except BROKEN:
        return None
    return mend_text(_decode_words(name)) if name else None


def _decode_words(value: str) -> str:
    """Resolve RFC 2047 words; 8-bit bytes that stand there against the rule are read as UTF-8 or Windows-1252."""
    raw = value[:_MAX_WORDS].encode("utf-8", "surrogateescape")
    plain = decode_bytes(raw) if raw.strip() else None
    text = plain.text if plain else ""
    if "=?" not in text:
        return text
    try:
        pieces = decode_header(text)
    except BROKEN:
        return text
    return "".join(_decode_piece(piece, charset) for piece, charset in pieces)


def _decode_piece(piece: bytes | str, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    decoded = decode_bytes(piece, told=charset) if piece.strip() else None
    return decoded.text if decoded else piece.decode("latin-1")
