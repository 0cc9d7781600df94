"""Bytes to text: which encoding an input is in, and whether it is text at all.

Order: byte order mark, zero bytes of UTF-16/32, UTF-8, the declaration in the markup, UTF-8 with a few broken bytes,
Windows-1252, then charset-normalizer. UTF-8 stands before the declaration because text that is valid UTF-8 by chance
is rarer than a wrong declaration. Declared Latin-1 is read as Windows-1252, as browsers do (WHATWG Encoding, 4.2).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

SNIFF_BYTES = 4096
"""Bytes looked at for binary junk and for a declaration; HTML wants the declaration within the first 1,024."""

MAX_CONTROL_SHARE = 0.02
"""Text holds next to no control bytes besides white space; compressed or executable data has about one in ten."""

MAX_ZEROS = 16
"""Zero bytes among those looked at; a picture or program has hundreds."""

MAX_SPARSE_SHARE = 0.15
"""Below this share of non-ASCII bytes a text that is no UTF-8 is read as Windows-1252: running French has .04, a short
English text with curly quotes up to .10; texts in other alphabets have more than .60."""

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF", b"MZ\x90", b"BZh")
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_CONTROL = bytes(sorted(set(range(32)) - {9, 10, 12, 13, 27}))
_LATIN = {"iso8859-1", "ascii", "iso8859-9", "latin-1"}
_REFUSED = {"idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "utf_7", "mbcs", "oem"}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in, by Python's name."""

    text: str
    charset: str


def decode_bytes(body: bytes, *, markup: bool = False, told: str | None = None) -> Decoded | None:
    """Decode an input; ``markup`` looks for a declaration in it, ``told`` is what the server or
    the mail that brought it declares, which goes before the markup's own. None when the bytes are no text."""
    marked = _read_bom(body) or _read_wide(body)
    if marked:
        return marked
    if looks_binary(body):
        return None
    body = body.replace(b"\x00", b"")
    declared = check_charset(told) or (find_declared(body) if markup else None)
    ascii_only = body.isascii()
    for name in ("utf-8", declared) if not (ascii_only and declared) else (declared, "utf-8"):
        text = _decode_strictly(body, name) if name else None
        if text is not None and name:
            return Decoded(text, name)
    return _decode_loosely(body)


def looks_binary(body: bytes) -> bool:
    """Tell whether the first bytes are those of a picture, archive or program rather than of text. Some zero bytes
    stray into pages, out of databases and broken templates."""
    head = body[:SNIFF_BYTES]
    if head.startswith(_MAGIC) or head.count(0) > MAX_ZEROS:
        return True
    head = head.replace(b"\x00", b"")
    controls = len(head) - len(head.translate(None, _CONTROL))
    return controls > MAX_CONTROL_SHARE * max(len(head), 1)


def find_declared(body: bytes) -> str | None:
    """Return the encoding that a meta tag or XML declaration names, when Python knows it as a text encoding."""
    match = _DECLARED.search(body[:SNIFF_BYTES])
    return check_charset(match.group(1).decode("ascii")) if match else None


def check_charset(name: str | None) -> str | None:
    """Return Python's name of an encoding that somebody declares; None when it is none that texts are written in."""
    try:
        found = codecs.lookup(name.strip()).name if name else ""
        b"a".decode(found or "undefined")
    except (LookupError, UnicodeError, ValueError):
        return None
    if found.replace("-", "_") in _REFUSED:
        return None
    return "cp1252" if found in _LATIN else found


def encode_part(text: str, charset: str) -> bytes:
    """Return a part of a decoded input as bytes again: those that it came from, and ``?`` for what was none."""
    try:
        return text.encode(charset, "surrogatepass")
    except UnicodeError:
        return text.encode(charset, "replace")


def mend_text(text: str) -> str:
    """Replace lone surrogates, which JSON escapes can smuggle in and no encoder accepts, by U+FFFD."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def _read_bom(body: bytes) -> Decoded | None:
    for mark, charset in _BOMS:
        if body.startswith(mark):
            return Decoded(body[len(mark) :].decode(charset, "replace"), charset)
    return None


def _read_wide(body: bytes) -> Decoded | None:
    """UTF-16 without a mark: in Western text every other byte is zero."""
    head = body[:SNIFF_BYTES]
    half = len(head) // 2
    if half < 4 or b"\x00" not in head or head.startswith(_MAGIC):
        return None
    for charset, zeros, others in (("utf-16-le", head[1::2], head[::2]), ("utf-16-be", head[::2], head[1::2])):
        if zeros.count(0) > 0.8 * half and others.count(0) < 0.05 * half:
            text = body[: len(body) // 2 * 2].decode(charset, "replace")
            return Decoded(text, charset)
    return None


def _decode_strictly(body: bytes, charset: str) -> str | None:
    try:
        return body.decode(charset)
    except (UnicodeError, ValueError):
        return None


def _decode_loosely(body: bytes) -> Decoded | None:
    """Mostly UTF-8, then sparse Windows-1252, then a guess by charset-normalizer on a sample."""
    mended = body.decode("utf-8", "replace")
    broken = mended.count("\ufffd")
    wide = sum(1 for char in mended[:100_000] if char > "\x7f") - broken
    if broken * 10 < wide:
        return Decoded(mended, "utf-8")
    high = len(body) - len(body.translate(None, bytes(range(128, 256))))
    if high <= MAX_SPARSE_SHARE * len(body):
        return Decoded(body.decode("cp1252", "replace"), "cp1252")
    best = from_bytes(body[:65_536]).best()
    if best is None:
        return None
    return Decoded(body.decode(best.encoding, "replace"), best.encoding)
