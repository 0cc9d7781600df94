"""Readings: every token and sentence is an exact span, in order, and none crosses a paragraph."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.reader import read_article
from dateline.model import Article

TEXT = (
    "Envoys leave border office\n"
    "ARDEN, May 3 (Wire) -- Nine envoys left the office on Monday, the ministry said. “We regret it,” Mr. Oss said.\n"
    "Guards stand at the gate. [Pool]\n"
    "It’s the second time."
)


def make_article(text: str, **fields: object) -> Article:
    values: dict[str, object] = dict.fromkeys(
        ["url", "outlet", "title", "byline", "published", "published_basis", "updated", "language", "place", "agency"]
    )
    values |= {"dateline": None, "dateline_date": None}
    values |= {"article_id": "a", "capture_id": "c", "uri": "a.txt", "sha256": ""}
    values |= {"text": text, "body_start": 0, "captions": (), **fields}
    return Article(**values)  # type: ignore[arg-type]


def test_sentences_leave_the_dateline_out_and_know_their_kind() -> None:
    body = TEXT.index("\n") + 1
    dateline = (body, TEXT.index("Nine"))
    caption = (TEXT.index("Guards"), TEXT.index("\nIt’s"))
    reading = read_article(make_article(TEXT, title="x", body_start=body, dateline=dateline, captions=(caption,)))
    got = [
        (read.sentence.kind, read.sentence.paragraph, TEXT[read.sentence.start : read.sentence.end][:12])
        for read in reading.sentences
    ]
    assert got == [
        ("title", 0, "Envoys leave"),
        ("body", 1, "Nine envoys "),
        ("body", 1, "“We regret i"),
        ("caption", 2, "Guards stand"),
        ("caption", 2, "[Pool]"),
        ("body", 3, "It’s the sec"),
    ]


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("abZ K.'’“”\"!?-–$%1,:\n\r()…é\u0301‘")), st.integers(0, 40), st.integers(0, 40)
)
def test_every_visible_character_is_in_one_token(text: str, body_start: int, cut: int) -> None:
    left, right = sorted((min(body_start, len(text)), min(cut, len(text))))
    reading = read_article(make_article(text, body_start=left, captions=((left, right),)))
    place = 0
    for read in reading.sentences:
        assert place <= read.sentence.start < read.sentence.end <= len(text)
        assert "\n" not in text[read.sentence.start : read.sentence.end]
        assert read.sentence.tokens == tuple((token.start, token.end) for token in read.tokens)
        for token in read.tokens:
            assert place <= token.start < token.end <= read.sentence.end
            assert not text[place : token.start].strip()
            assert token.text == text[token.start : token.end]
            place = token.end
    assert not text[place:].strip()
