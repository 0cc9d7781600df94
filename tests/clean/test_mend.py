"""Broken text: markup left in, misread characters, doubled, wrapped or glued lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean.furniture import find_furniture
from dateline.clean.lines import split_lines
from dateline.clean.mend import mend_line, mend_text

BODY = (
    "The ferry company said on Monday that all of its boats would stay in harbour until the storm had passed.",
    "Nobody was hurt.",
    "About 40 passengers spent the night in the school of Kvalvik, where the Red Cross handed out blankets.",
    "It was the third time this winter that the line was closed, and shops on the island run out of bread.",
)


def texts(text: str) -> list[str]:
    return [line.text for line in split_lines(text)]


def test_tags_and_references_left_in_a_text() -> None:
    marked = "".join(f'<p class="x">{line}</p>' for line in BODY).replace("Kvalvik", "<b>Kvalvik</b>")
    assert texts(marked.replace(" the ", "&nbsp;the ")) == list(BODY)
    assert texts("<script>if (a < b) {\n go('<p>') }</script>\nThe boats sailed &ldquo;at last&rdquo;.") == [
        "The boats sailed “at last”."
    ]
    assert texts("R&amp;D, R&amp;amp;D and AT&T; a < b, b > c") == ["R&D, R&D and AT&T; a < b, b > c"]


def test_utf8_read_as_windows_1252() -> None:
    assert mend_text("The minister saidâ€”at lastâ€”that the cafÃ©â€™s tea costs Â£5") == (
        "The minister said—at last—that the café’s tea costs £5"
    )
    for plain in ("«CAFÉ»", "NÃO", "Ångström", "30 °C", "À bientôt â"):
        assert mend_text(plain) == plain


@given(st.text(alphabet=st.characters(min_codepoint=0xA0, max_codepoint=0x2FF, exclude_categories=["Cc"]), max_size=30))
def test_what_was_misread_is_found_again(text: str) -> None:
    assert mend_text(mend_text(text)) is not None
    assert mend_line(text) is not None


def test_a_text_pasted_twice_is_kept_once() -> None:
    sheet = find_furniture(split_lines("\n".join([*BODY, *BODY])), None)
    assert [sheet.lines[index].text for index in sheet.kept] == list(BODY)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_wrapped_lines_are_joined(gap: str) -> None:
    words = " ".join(BODY).split()
    lines = [" ".join(words[at : at + 9]) for at in range(0, len(words), 9)]
    assert " ".join(texts(gap.join(lines))) == " ".join(BODY)
    assert len(texts(gap.join(lines))) < len(lines) / 2


def test_one_sentence_on_each_line_stays_so() -> None:
    assert texts("\n".join(BODY)) == list(BODY)


def test_a_word_divided_at_the_end_of_a_line_keeps_its_hyphen() -> None:
    wrapped = (
        "The ferry company said on Monday that all of its boats would be\nlong-\nterm guests of the harbour, and that\n"
        "nobody would be brought over to the island before\nthe storm had passed, which it thought would be\n"
        "on Friday at the earliest, as far as anybody could say."
    )
    assert "long-term guests" in " ".join(texts(wrapped)) or "long- term" in " ".join(texts(wrapped))
