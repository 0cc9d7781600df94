"""Statements by speaker."""

from __future__ import annotations

from dateline.export.contract import QuoteData
from dateline.export.quotes import UNNAMED, group_quotes


def quote(words: str, speaker: str | None, speaker_text: str | None = None, article_id: str = "a1") -> QuoteData:
    """Return a direct quote."""
    return QuoteData(
        article_id=article_id,
        start=0,
        end=len(words),
        quote=words,
        kind="direct",
        speaker_text=speaker_text,
        speaker=speaker,
        speakers=[],
        cue=None,
        stance="says",
        voice="named",
        hedge="",
        saying_id="",
        primary_speakers=1,
        articles=1,
        outlets=1,
        origins=1,
    )


def test_the_same_words_of_two_reports_are_told_once() -> None:
    groups = group_quotes(
        [quote("It’s shut.", "Varga"), quote("It's  shut.", "Varga", article_id="a2"), quote("No.", "Varga")]
    )
    ((name, statements),) = groups
    assert name == "Varga"
    assert [len(said.cites) for said in statements] == [2, 1]


def test_who_speaks_most_comes_first_and_the_unnamed_last() -> None:
    speakers = (None, "he"), (None, None), (None, "It"), ("Ash", None), ("Oak", None), ("Oak", None), (None, "a clerk")
    groups = group_quotes(quote(word, *speaker) for word, speaker in zip("abcdefg", speakers, strict=True))
    assert [name for name, _ in groups] == ["Oak", "Ash", "a clerk", UNNAMED]
