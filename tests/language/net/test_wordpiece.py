"""Word pieces: the very ones that the library of the vocabulary's makers gives."""

from __future__ import annotations

import unicodedata
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.net.wordpiece import LONGEST, UNKNOWN, WordPieces, split_runs

PIECES = files("dateline.language.en").joinpath("reader/vocab.txt").read_text(encoding="utf-8").removesuffix("\n")
LINES = PIECES.split("\n")
WORDS = WordPieces(LINES)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ferry", "ferry"),
        ("Ferries", "ferries"),
        ("Kaesong", "ka ##eson ##g"),
        ("Čapková", "cap ##kova"),
        ("İzmir", "i ##z ##mir"),
        ("don’t", "don ’ t"),
        ("re-opened", "re - opened"),
        ("$4.2bn", "$ 4 . 2 ##bn"),
        ("a\u00adb", "ab"),
        ("東京", "東 京"),
        ("x" * (LONGEST + 1), UNKNOWN),
        ("🜚", UNKNOWN),
        ("\u200b\x00", ""),
        ("[SEP]", "[ sep ]"),
    ],
)
def test_pieces_of_words(text: str, pieces: str) -> None:
    assert " ".join(LINES[number] for number in WORDS.cut(text)) == pieces


@given(st.text())
def test_runs_hold_no_blank_and_are_in_lower_case(text: str) -> None:
    for run in split_runs(text):
        assert run
        assert not any(char.isspace() for char in run)
        assert "".join(map(str.lower, run)) == run


@pytest.fixture(scope="module")
def library() -> Any:
    """The vocabulary in the library ``tokenizers``, of the extra ``train``."""
    tokenizers = pytest.importorskip("tokenizers")
    numbers = {piece: number for number, piece in enumerate(LINES)}
    tokenizer = tokenizers.Tokenizer(tokenizers.models.WordPiece(numbers, unk_token=UNKNOWN))
    tokenizer.normalizer = tokenizers.normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = tokenizers.pre_tokenizers.BertPreTokenizer()
    return tokenizer


def test_a_hundred_thousand_words_are_cut_as_the_library_cuts_them(library: Any) -> None:
    words = set(LINES)
    for name in ("places.tsv", "regions.tsv", "given_names.tsv", "bodies.tsv", "document_frequency.tsv"):
        words.update(files("dateline.language.en").joinpath(name).read_text(encoding="utf-8").split())
    assert len(words) > 100_000
    assert not [word for word in words if WORDS.cut(word) != library.encode(word).ids]


def is_settled(char: str) -> bool:
    """True for characters that are what they were in Unicode 3.2: the library's tables are older than Python's."""
    return unicodedata.category(char) == unicodedata.ucd_3_2_0.category(char)


@given(st.text(st.characters(exclude_categories=["Cs"]).filter(is_settled)))
def test_any_text_is_cut_as_the_library_cuts_it(library: Any, text: str) -> None:
    assert WORDS.cut(text) == library.encode(text).ids
