"""Ways to break an input: of bits, of bytes, of fragments, of encodings, of nesting. Each is seeded by its caller."""

from __future__ import annotations

import codecs
from collections.abc import Callable
from random import Random

MAX_BYTES = 150_000
"""No mutant is made longer: most are small, so that many can be tried; the named bombs are tests of their own."""

Mutation = Callable[[Random, bytes, bytes], bytes]
"""Takes chance, the bytes, and those of another seed; returns the mutant."""

_NESTS = (
    (b"<div>", b"</div>"), (b"<b><i><p>", b""), (b"<table><tr><td>", b"</td></tr></table>"), (b"[", b"]"),
    (b'{"a":', b"}"), (b"(", b")"), (b"<<", b">>"), (b"<ul><li>", b"</li></ul>"), (b"<blockquote>", b""),
    (b"<!--", b"-->"), (b"<![CDATA[", b"]]>"), (b"<svg>", b"</svg>"), (b"<font>", b"</font>"), (b"\xe2\x80\x9c", b""),
    (b"> ", b""), (b"Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n", b""), (b"<a href='", b"'>"),
)  # fmt: skip
_TOKENS = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r\n\r\n", b"\n", b"&#0;", b"&#xD800;", b"&#99999999999;", b"&amp;",
    b"%00", b"<script>", b"</html>", b"<body>", b"<!DOCTYPE", b"<?xml version='1.0'?>", b"<!ENTITY a '&a;&a;'>",
    b"&a;", b"\\ud800", b"-1", b"0", b"99999999999999999999", b"1e999", b"NaN", b"null", b'"', b"'", b"{", b"}", b"[",
    b"]", b"\\", b"=?utf-8?Q?", b"=?x?B?!!?=", b"--cut", b"From ", b"\xf0\x9f\x98\x80", b"\xe2\x80\xae",
    b"\xe2\x80\xa8", b"\xc2\x85", b"\xed\xa0\x80", b"2021-02-31", b"0000-00-00", b"9999-12-31T24:61:61Z",
    b"datetime=", b"boundary=", b"charset=utf-7", b"charset=idna", b"charset=unicode_escape", b"endobj", b"stream\n",
    b"endstream", b"/Length 99999999", b"/Kids [2 0 R]", b"1 0 R", b"/Filter [/FlateDecode /FlateDecode]",
    b"Content-Length: 0", b"Content-Length: 99999999999", b"WARC/1.0\r\n", b"Transfer-Encoding: chunked\r\n",
    b"Content-Encoding: br\r\n", b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06", b"\x1f\x8b",
)  # fmt: skip
_CHARSETS = (
    *("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "latin-1", "cp1252", "koi8-r", "shift_jis", "gb18030"),
    *("utf-7", "big5", "cp037", "iso2022_jp", "euc_kr"),
)


def flip_bits(chance: Random, data: bytes, _: bytes) -> bytes:
    """Turn over single bits."""
    out = bytearray(data)
    for _n in range(chance.choice((1, 2, 5, 20, 200))):
        out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def set_bytes(chance: Random, data: bytes, _: bytes) -> bytes:
    """Overwrite single bytes."""
    out = bytearray(data)
    for _n in range(chance.choice((1, 3, 10, 100))):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def cut_off(chance: Random, data: bytes, _: bytes) -> bytes:
    """Keep the beginning, or the end."""
    at = chance.randrange(len(data))
    return data[:at] if chance.random() < 0.7 else data[at:]


def take_out(chance: Random, data: bytes, _: bytes) -> bytes:
    """Leave out a stretch."""
    start, end = _stretch(chance, data)
    return data[:start] + data[end:]


def repeat(chance: Random, data: bytes, _: bytes) -> bytes:
    """Say a stretch many times."""
    start, end = _stretch(chance, data)
    return data[:end] + data[start:end] * chance.choice((1, 2, 10, 100, 1_000)) + data[end:]


def splice(chance: Random, data: bytes, other: bytes) -> bytes:
    """Go on with another input, or put a stretch of it in."""
    at = chance.randrange(len(data))
    start, end = _stretch(chance, other)
    return data[:at] + (other[start:] if chance.random() < 0.3 else other[start:end] + data[at:])


def put_tokens(chance: Random, data: bytes, _: bytes) -> bytes:
    """Put words in that formats take for their own."""
    for _n in range(chance.choice((1, 2, 5, 30))):
        at = chance.randrange(len(data) + 1)
        data = data[:at] + chance.choice(_TOKENS) + data[at:]
    return data


def nest(chance: Random, data: bytes, _: bytes) -> bytes:
    """Nest deeply, from somewhere on; closed in half of all cases."""
    opening, closing = chance.choice(_NESTS)
    depth = chance.choice((20, 300, 3_000, 20_000))
    at = chance.randrange(len(data) + 1)
    return data[:at] + opening * depth + data[at:] + (closing * depth if chance.random() < 0.5 else b"")


def grow_field(chance: Random, data: bytes, _: bytes) -> bytes:
    """Put in a very long word, or a very long run of one sign."""
    unit = chance.choice(
        (b"a", b" ", b"\n", b"<", b"&", b"\t\n", b"A.", b"\xc3\xa9", b'"', b"1", b"-", b"=\r\n", b"a@")
    )
    at = chance.randrange(len(data) + 1)
    return data[:at] + unit * chance.choice((1_000, 20_000, 150_000)) + data[at:]


def swap_charset(chance: Random, data: bytes, _: bytes) -> bytes:
    """Write the text in another encoding than it says."""
    text = data.decode("utf-8", "replace")
    codec = chance.choice(_CHARSETS)
    return codecs.encode(text, codec, "ignore")


def shuffle_lines(chance: Random, data: bytes, _: bytes) -> bytes:
    """Put the lines, or the tags, into another order."""
    mark = chance.choice((b"\n", b">", b",", b" "))
    parts = data.split(mark)
    chance.shuffle(parts)
    return mark.join(parts)


MUTATIONS: tuple[Mutation, ...] = (
    *(flip_bits, set_bytes, cut_off, take_out, repeat, splice, put_tokens, nest, grow_field, swap_charset),
    shuffle_lines,
)


def mutate(chance: Random, data: bytes, other: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return a mutant by one to four mutations, and their names."""
    names = []
    for _n in range(chance.choice((1, 1, 1, 2, 2, 3, 4))):
        mutation = chance.choice(MUTATIONS)
        names.append(mutation.__name__)
        data = mutation(chance, data or b" ", other or b" ")[:MAX_BYTES]
    return data, tuple(names)


def _stretch(chance: Random, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data))
    return start, min(len(data), start + chance.choice((1, 4, 30, 300, 3_000)))
