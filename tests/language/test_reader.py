"""Readings: every token and sentence is an exact span, in order, and none crosses a paragraph."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.reader import read_article
from dateline.language.reading import Reading, ReadSentence
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


STRANGE = {
    "empty": "",
    "blank": " \n\u2028 \r\n",
    "marks": "... --- !!! “” ( ) ? ?",
    "emoji": "Fans cheered 🎉🎉 in Oslo 👩‍👩‍👧. They left 🙂.",
    "zero width": "Nine\u200b envoys \u200b\u200b left\ufeff.",
    "Korean": "북한이 개성 연락사무소에서 철수했다. 통일부가 밝혔다.",
    "right to left": "قال الوزير إن المحادثات مستمرة.",
    "no stop": "nine envoys left the office and " * 940,
    "no blank": "envoys" * 5000,
    "many stops": "No. " * 3000,
    "controls": "Nine\x00 envoys\x07 left.",
}


@pytest.mark.parametrize("name", STRANGE)
def test_any_text_is_read_whole(name: str) -> None:
    reading = read_article(make_article(STRANGE[name]))
    count = sum(len(read.tokens) for read in reading.sentences)
    assert "".join(token.text for read in reading.sentences for token in read.tokens) == "".join(STRANGE[name].split())
    assert all(is_tree(read) for read in reading.sentences)
    if not count:
        assert (reading.token_vectors, reading.sentence_vectors) == (None, None)
        return
    assert reading.token_vectors is not None and reading.token_vectors.shape == (count, 384)
    assert reading.sentence_vectors is not None
    assert np.allclose(np.linalg.norm(reading.sentence_vectors, axis=1), 1, atol=1e-4)
    assert len(reading.sentence_vectors) == len(reading.sentences)


def is_tree(read: ReadSentence) -> bool:
    heads = [token.head for token in read.tokens]
    reached = {at for at, head in enumerate(heads) if head < 0}
    for _ in heads:
        reached |= {at for at, head in enumerate(heads) if head in reached}
        if len(reached) == len(heads):
            break
    roots = [token.relation == "root" for token in read.tokens]
    return (
        len(reached) == len(heads)
        and roots.count(True) == 1
        and all(root == (head < 0) for root, head in zip(roots, heads, strict=True))
    )


def list_scores(reading: Reading) -> list[float]:
    seen = reading.seen
    scores = [name.score for name in seen.names] + [score for _, score in (*seen.sources, *seen.contents)]
    scores += [score for _, score in seen.counted.values()]
    for found in seen.attributions:
        scores += [found.score, *(score for _, score in (*found.sources, *found.contents))]
    for event in seen.events:
        scores += [event.score, event.kind_score, *event.statuses.values(), *(score for _, _, score in event.roles)]
    return scores


def test_what_is_seen_lies_on_tokens_and_scores_are_chances() -> None:
    reading = read_article(make_article(TEXT))
    starts = {token.start for read in reading.sentences for token in read.tokens}
    ends = {token.end for read in reading.sentences for token in read.tokens}
    seen = reading.seen
    spans = [name.span for name in seen.names] + [found.cue for found in seen.attributions]
    spans += [event.trigger for event in seen.events] + [span for event in seen.events for _, span, _ in event.roles]
    spans += [span for span, _ in (*seen.sources, *seen.contents, *seen.counted.values())]
    assert seen.names and seen.attributions and seen.events
    assert all(start in starts and end in ends and start < end for start, end in spans)
    assert all(0 <= score <= 1 for score in list_scores(reading))
    assert set(seen.counted) <= starts


def test_no_name_cue_or_source_crosses_a_sentence() -> None:
    reading = read_article(make_article("Envoys leave Arden\nKim Oss said so. Oslo said it too.\n" * 6))
    inner = [read.sentence.start for read in reading.sentences]
    seen = reading.seen
    spans = [name.span for name in seen.names] + [found.cue for found in seen.attributions]
    spans += [span for span, _ in seen.sources]
    assert not [span for span in spans if any(span[0] < start < span[1] for start in inner)]


def test_a_second_reading_is_the_same_bit_for_bit() -> None:
    first, second = (read_article(make_article(TEXT)) for _ in range(2))
    assert (first.sentences, first.seen) == (second.sentences, second.seen)
    assert first.token_vectors is not None and second.token_vectors is not None
    assert first.sentence_vectors is not None and second.sentence_vectors is not None
    assert np.array_equal(first.token_vectors, second.token_vectors)
    assert np.array_equal(first.sentence_vectors, second.sentence_vectors)


def test_a_quote_and_its_speaker_stay_one_sentence() -> None:
    text = "“We will not give in,” he said. “It’s over,” Ms. Oss added later. “Why now?” the mayor asked."
    starts = [text[read.sentence.start :][:9] for read in read_article(make_article(text)).sentences]
    assert starts == ["“We will ", "“It’s ove", "“Why now?"]
