"""Who "he", "it" or "I" is that speaks."""

from __future__ import annotations

import pytest
from tests.compare.test_attest import STORY, article, attest, entity, quote, refer

from dateline.ids import content_id
from dateline.model import Quote, Sentence


def sentences(text: str) -> list[Sentence]:
    rows, at = [], 0
    for index, line in enumerate(text.split("\n")):
        rows.append(
            Sentence(
                sentence_id=f"s{index}",
                article_id="a",
                index=index,
                paragraph=index,
                start=at,
                end=at + len(line),
                kind="body",
                tokens=(),
            )
        )
        at += len(line) + 1
    return rows


def put(text: str, words: str, speaker: str, cue: str = "said") -> Quote:
    row = quote(text, words, speaker)
    at = text.index(speaker)
    return Quote(
        **{
            **{field: getattr(row, field) for field in Quote.__dataclass_fields__},
            "cue": cue,
            "cue_span": (at, at + len(speaker)),
        }
    )


ROTH = "Ana Roth, the mayor, spoke in Orle.\nShe said that the dam would hold."
BODY = "The Lyth Works opened its books.\nIt said that pay would rise."
TWO = "Ana Roth met Ida Brant in Orle.\nShe said that the dam would hold."
HIM = "In a letter he blamed Ola Brant.\nHe said that the dam would hold."
SEEMS = "The Lyth Works opened its books.\nIt seems that pay will rise."


@pytest.mark.parametrize(
    ("text", "words", "pronoun", "cue", "names", "speaker"),
    [
        (ROTH, "the dam would hold", "She", "said", [("Ana Roth", "PER")], "Ana Roth"),
        (BODY, "pay would rise", "It", "said", [("Lyth Works", "ORG")], "Lyth Works"),
        (TWO, "the dam would hold", "She", "said", [("Ana Roth", "PER"), ("Ida Brant", "PER")], None),
        (HIM, "the dam would hold", "He", "said", [("Ola Brant", "PER")], None),
        (SEEMS, "pay will rise", "It", "seems", [("Lyth Works", "ORG")], None),
    ],
)
def test_a_pronoun_takes_up_the_only_one_who_fits(
    text: str, words: str, pronoun: str, cue: str, names: list[tuple[str, str]], speaker: str | None
) -> None:
    rows = [entity(name, kind) for name, kind in names]  # type: ignore[arg-type]
    references = [refer(text, name, name) for name, _ in names]
    claims, _ = attest(article("a", text), put(text, words, pronoun, cue), *rows, *references, *sentences(text))
    assert [claim.speaker for claim in claims] == [speaker]


def test_the_first_person_is_who_speaks_the_words_around() -> None:
    text = "“We held on, and I say it was hard,” Ana Roth said."
    outer = Quote(
        quote_id=content_id("outer"),
        article_id="a",
        sentence_id="s0",
        start=1,
        end=text.index("”"),
        kind="direct",
        speaker_span=(text.index("Ana"), text.index("Roth") + 4),
        speaker_text="Ana Roth",
        cue_span=None,
        cue="said",
        stance="says",
    )
    inner = put(text, "it was hard", "I", "say")
    claims, _ = attest(
        article("a", text),
        outer,
        inner,
        entity("Ana Roth", "PER"),
        refer(text, "Ana Roth", "Ana Roth"),
        *sentences(text),
    )
    assert {claim.speaker for claim in claims} == {"Ana Roth"}
    assert STORY in {claim.story_id for claim in claims}
