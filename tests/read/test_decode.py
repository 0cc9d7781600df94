"""Encodings: marked, declared, wrongly declared, and none at all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.read.decode import decode_bytes, find_declared, looks_binary

TEXT = "The mayor of Besançon said “no” – twice – in a café near the river."


@pytest.mark.parametrize(
    ("body", "charset"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16-le"),
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),
        (TEXT.encode("cp1252"), "cp1252"),
        (b"<meta charset='utf-8'>" + TEXT.encode("cp1252"), "cp1252"),
        (b"<meta charset='iso-8859-1'>" + TEXT.encode("cp1252"), "cp1252"),
        (b"<meta charset='iso-8859-1'>" + TEXT.encode("utf-8"), "utf-8"),
        (b"<meta charset=nonsense>" + TEXT.encode("utf-8"), "utf-8"),
    ],
)
def test_text_comes_back_whole(body: bytes, charset: str) -> None:
    decoded = decode_bytes(body, markup=True)
    assert decoded is not None
    assert decoded.text.endswith(TEXT)
    assert decoded.charset == charset


def test_other_alphabets_are_read_by_declaration_and_by_guess() -> None:
    text = "Мост через реку был закрыт в понедельник, сообщила дорожная служба области. " * 5
    declared = decode_bytes(b'<?xml version="1.0" encoding="koi8-r"?>' + text.encode("koi8-r"), markup=True)
    assert declared is not None
    assert declared.charset == "koi8-r"
    guessed = decode_bytes(text.encode("cp1251"))
    assert guessed is not None
    assert guessed.text == text


def test_one_broken_byte_does_not_spoil_the_rest() -> None:
    decoded = decode_bytes((TEXT * 5).encode("utf-8") + b"\xe2\x80")
    assert decoded is not None
    assert decoded.charset == "utf-8"
    assert decoded.text.startswith(TEXT)


@pytest.mark.parametrize("name", ["unicode_escape", "idna", "hex", "undefined", "utf-7", "zip"])
def test_declared_codecs_that_are_no_text_encodings_are_refused(name: str) -> None:
    assert find_declared(f"<meta charset={name}>".encode()) is None


def test_binary_is_told_from_text() -> None:
    assert looks_binary(b"\x89PNG\r\n\x1a\n")
    assert looks_binary(b"\x00\x00\x01\x02" * 9)
    assert not looks_binary(TEXT.encode("utf-8"))


@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_end_in_text_or_none(body: bytes, markup: bool) -> None:
    decoded = decode_bytes(body, markup=markup)
    assert decoded is None or isinstance(decoded.text, str)


def test_stray_zero_bytes_are_passed_over() -> None:
    decoded = decode_bytes(b"<html>\x00<p>" + TEXT.encode() + b"</p>\x00\x00</html>", markup=True)
    assert decoded is not None
    assert decoded.text == f"<html><p>{TEXT}</p></html>"
    assert decode_bytes(b"\x01\x00\x02\x00abc" * 40) is None
