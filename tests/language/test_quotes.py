"""Golden cases for quotes: who says what in short texts of our own, and what holds for any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.names import find_names
from dateline.language.quotes import find_quotes
from dateline.language.reader import read_article
from dateline.model import Article, Quote


def make_article(text: str, body_start: int = 0) -> Article:
    values: dict[str, object] = dict.fromkeys(
        ["url", "outlet", "title", "byline", "published", "published_basis", "updated", "language", "place", "agency"]
    )
    values |= {"dateline": None, "dateline_date": None}
    values |= {"article_id": "a", "capture_id": "c", "uri": "a.txt", "sha256": ""}
    values |= {"text": text, "body_start": body_start, "captions": ()}
    return Article(**values)  # type: ignore[arg-type]


def read(text: str) -> tuple[Quote, ...]:
    reading = read_article(make_article(text))
    return find_quotes(reading, find_names(reading))


Expected = tuple[str, str | None, str]
DIRECT: list[tuple[str, list[Expected]]] = [
    (
        "“We will rebuild the bridge,” Mayor Ann Bright said.",
        [("direct", "Mayor Ann Bright", "We will rebuild the bridge,")],
    ),
    ('"We will rebuild the bridge," said Ann Bright.', [("direct", "Ann Bright", "We will rebuild the bridge,")]),
    ('"The road is closed", he said.', [("direct", "he", "The road is closed")]),
    ("Bright said: “The road is closed for a week.”", [("direct", "Bright", "The road is closed for a week.")]),
    (
        'The minister told reporters: "We leave at noon tomorrow."',
        [("direct", "The minister", "We leave at noon tomorrow.")],
    ),
    (
        "'We saw smoke over the hill,' a shepherd told the radio.",
        [("direct", "a shepherd", "We saw smoke over the hill,")],
    ),
    ("‘It isn’t the drivers’ fault,’ said Tom Reed.", [("direct", "Tom Reed", "It isn’t the drivers’ fault,")]),
    (
        '"We left early," Reed said, adding: "The boats were full by then."',
        [("direct", "Reed", "We left early,"), ("direct", "Reed", "The boats were full by then.")],
    ),
    (
        "“The talks failed,” Reed said. “Nobody wanted to move first.”",
        [("direct", "Reed", "The talks failed,"), ("direct", "Reed", "Nobody wanted to move first.")],
    ),
    (
        "“Without fuel,” the union says, “the port stops.”",
        [("direct", "the union", "Without fuel,"), ("direct", "the union", "the port stops.")],
    ),
    (
        "“We heard a bang. Then the lights went out. It was dark,” said Maria Lopez, a nurse.",
        [("direct", "Maria Lopez, a nurse", "We heard a bang. Then the lights went out. It was dark,")],
    ),
    (
        "Police spokesman Jan Novak said the pier was shut.\n“Nobody was hurt in the fire.”",
        [
            ("indirect", "Police spokesman Jan Novak", "the pier was shut"),
            ("direct", "Police spokesman Jan Novak", "Nobody was hurt in the fire."),
        ],
    ),
    (
        "The mayor, Ann Reed, said:\n“The pier is shut for a week.”",
        [("direct", "The mayor, Ann Reed", "The pier is shut for a week.")],
    ),
    (
        "Lopez said: “The ward was full.\n“We put beds in the corridor.\n“It was hard.”",
        [
            ("direct", "Lopez", "The ward was full."),
            ("direct", "Lopez", "We put beds in the corridor."),
            ("direct", "Lopez", "It was hard."),
        ],
    ),
    (
        "“He told me, ‘Run for the door,’ and I ran,” Lopez said.",
        [("direct", "Lopez", "He told me, ‘Run for the door,’ and I ran,")],
    ),
    (
        '"When does it end?" asked the editor of the Daily Star.',
        [("direct", "the editor of the Daily Star", "When does it end?")],
    ),
    ("“We saw the smoke rise.” ― Maria Lopez", [("direct", "Maria Lopez", "We saw the smoke rise.")]),
    ("“Stop!” the guard shouted.", [("direct", "the guard", "Stop!")]),
    (
        "Another revealed: “The bus just kept going down the road.”",
        [("direct", "Another", "The bus just kept going down the road.")],
    ),
    (
        "One witness who works at the harbour said: “There was oil everywhere.”",
        [("direct", "One witness who works at the harbour", "There was oil everywhere.")],
    ),
    (
        "“It hurts the whole town,” said the man's lawyer, Eva Stone.",
        [("direct", "the man's lawyer, Eva Stone", "It hurts the whole town,")],
    ),
    (
        "“The tide came in fast,” Omar Hadi, a fisherman, told Radio Coast.",
        [("direct", "Omar Hadi, a fisherman", "The tide came in fast,")],
    ),
    (
        'Premier Lena Holt tweeted: "Our hearts are with the families."',
        [("direct", "Premier Lena Holt", "Our hearts are with the families.")],
    ),
    ("”We want the truth about this,” she said.", [("direct", "she", "We want the truth about this,")]),
    ("``We want the truth about this,'' she said.", [("direct", "she", "We want the truth about this,")]),
    ("He called the plan “a farce”.", [("mixed", "He", "the plan “a farce”")]),
    (
        "The mayor described the storm as “the worst in living memory”.",
        [("mixed", "The mayor", "the storm as “the worst in living memory”")],
    ),
    ("Reed said the vote was “a farce” from the start.", [("mixed", "Reed", "the vote was “a farce” from the start")]),
    ('The army said he "acted correctly" in the raid.', [("mixed", "The army", 'he "acted correctly" in the raid')]),
    (
        "The decision was taken “on orders from above”, he said, adding that talks go on.",
        [("mixed", "he", "The decision was taken “on orders from above”"), ("indirect", "he", "talks go on")],
    ),
    ("The so-called “smart fence” was built in May.", []),
    ("She had read “War and Peace” twice.", []),
    ("The drivers' union met the teachers' union in the '90s.", []),
    ("Korea‘s envoy went to the ‘summit and came home.", []),
    ('The screen measures 15" across and the other 20" across.', []),
    (
        "ANNA WELLS: Good evening and welcome.\nPAUL ORR: Thank you for having me.\n"
        "ANNA WELLS: What did you see?\nPAUL ORR: A column of smoke.",
        [
            ("direct", "ANNA WELLS", "Good evening and welcome."),
            ("direct", "PAUL ORR", "Thank you for having me."),
            ("direct", "ANNA WELLS", "What did you see?"),
            ("direct", "PAUL ORR", "A column of smoke."),
        ],
    ),
    ("UPDATE: The road is open.\nUPDATE: The road is shut.\nUPDATE: The road is wet.", []),
]
"""Text → its quotes in order: kind, speaker's text, words."""

INDIRECT: list[tuple[str, list[tuple[str, str | None, str, str]]]] = [
    (
        "Officials said the bridge would reopen on Monday.",
        [("says", "Officials", "said", "the bridge would reopen on Monday")],
    ),
    (
        "The ferry, officials said, sank off the coast.",
        [("says", "officials", "said", "The ferry, officials said, sank off the coast")],
    ),
    (
        "The union asked Reed to play an active, mediating role.",
        [("asks", "The union", "asked", "Reed to play an active, mediating role")],
    ),
    (
        "She demanded an apology, compensation and a trial.",
        [("asks", "She", "demanded", "an apology, compensation and a trial")],
    ),
    (
        "They met Sheriff Ann Reed of Marsh County, Ohio, who said that the road was shut.",
        [("says", "Sheriff Ann Reed of Marsh County, Ohio", "said", "the road was shut")],
    ),
    (
        "Ann Reed, 39, of Lyon said the road was shut.",
        [("says", "Ann Reed, 39, of Lyon", "said", "the road was shut")],
    ),
    (
        "Some sheriffs in bordering states say the road was shut.",
        [("says", "Some sheriffs in bordering states", "say", "the road was shut")],
    ),
    (
        "Witnesses around the hospital reported a strong smell of gas.",
        [("says", "Witnesses around the hospital", "reported", "a strong smell of gas")],
    ),
    ("He denied the charges, and left.", [("denies", "He", "denied", "the charges")]),
    (
        "The ferry is believed to have left early.",
        [("believes", None, "believed", "The ferry is believed to have left early")],
    ),
    (
        "The ferry reportedly left early.",
        [("says", None, "reportedly", "The ferry reportedly left early")],
    ),
    ("It was reported that the ferry left early.", [("says", None, "reported", "the ferry left early")]),
    ("The ferry was reported by Reed on Monday.", []),
    (
        "The board noted that the code for judges says that they must be fair.",
        [
            ("says", "The board", "noted", "the code for judges says that they must be fair"),
            ("says", "the code for judges", "says", "they must be fair"),
        ],
    ),
    ("The ministry said that two ships had left.", [("says", "The ministry", "said", "two ships had left")]),
    (
        "Two ships had left the port, the ministry said.",
        [("says", "the ministry", "said", "Two ships had left the port")],
    ),
    (
        "Two ships had left the port, said the harbour master.",
        [("says", "the harbour master", "said", "Two ships had left the port")],
    ),
    (
        "Two ships had left the port, according to the ministry.",
        [("says", "the ministry", "according to", "Two ships had left the port")],
    ),
    (
        "According to the ministry, two ships had left.",
        [("says", "the ministry", "According to", "two ships had left")],
    ),
    ("Reed told reporters that the talks had failed.", [("says", "Reed", "told", "the talks had failed")]),
    (
        "The firm confirmed on Friday that data were stolen.",
        [("confirms", "The firm", "confirmed", "data were stolen")],
    ),
    (
        "The general denied that his troops had crossed the river.",
        [("denies", "The general", "denied", "his troops had crossed the river")],
    ),
    ("The general denied the charges.", [("denies", "The general", "denied", "the charges")]),
    ("The union threatened to strike.", [("threatens", "The union", "threatened", "to strike")]),
    ("The premier vowed to rebuild the dam.", [("promises", "The premier", "vowed", "to rebuild the dam")]),
    ("Doctors urged residents to boil their water.", [("asks", "Doctors", "urged", "residents to boil their water")]),
    ("The bishop called for calm.", []),
    ("Rebels claimed they had taken the airport.", [("claims", "Rebels", "claimed", "they had taken the airport")]),
    (
        "Analysts believe the bank will cut its rate.",
        [("believes", "Analysts", "believe", "the bank will cut its rate")],
    ),
    (
        "In a statement late on Monday, the bank said it had lost records.",
        [("says", "the bank", "said", "it had lost records")],
    ),
    (
        "Ana Ruiz, the mayor of the town, said the dam was safe.",
        [("says", "Ana Ruiz, the mayor of the town", "said", "the dam was safe")],
    ),
    ("His lawyer, Eva Stone, said he was innocent.", [("says", "His lawyer, Eva Stone", "said", "he was innocent")]),
    (
        "Reed said the pier was shut, adding that it would open in June.",
        [("says", "Reed", "said", "the pier was shut"), ("says", "Reed", "adding", "it would open in June")],
    ),
    (
        "The union said wages fell, while the ministry said they rose.",
        [("says", "The union", "said", "wages fell"), ("says", "the ministry", "said", "they rose")],
    ),
    ("He went on to say that the lake was clean.", [("says", "He", "say", "the lake was clean")]),
    ("At least 20 people died, officials said on Monday.", [("says", "officials", "said", "At least 20 people died")]),
    ("The premier did not say when the road would open.", []),
    ("The army could say that the road is open.", []),
    ("If the minister says the road is open, drivers will go.", []),
    ("We said the road was open.", []),
    ("The bus went over the bridge and into the town.", []),
    (
        "South Marland's Deputy Trade Minister Ada Holm said that the ferry would sail.",
        [("says", "South Marland's Deputy Trade Minister Ada Holm", "said", "the ferry would sail")],
    ),
    (
        "The head of the port authority in Arden said the crane was old.",
        [("says", "The head of the port authority in Arden", "said", "the crane was old")],
    ),
]
"""Text → its quotes in order: stance, speaker's text, cue, words."""


@pytest.mark.parametrize(("text", "expected"), DIRECT, ids=[text[:40] for text, _ in DIRECT])
def test_quotations(text: str, expected: list[Expected]) -> None:
    assert [(q.kind, q.speaker_text, text[q.start : q.end]) for q in read(text)] == expected


@pytest.mark.parametrize(("text", "expected"), INDIRECT, ids=[text[:40] for text, _ in INDIRECT])
def test_indirect_speech(text: str, expected: list[tuple[str, str | None, str, str]]) -> None:
    assert [(q.stance, q.speaker_text, q.cue, text[q.start : q.end]) for q in read(text)] == expected


def test_nested_attributions_are_both_told() -> None:
    text = "The harbour had been shut, officials said, the Coast Herald reported."
    other = "The Coast Herald reported that officials said the port was shut."
    got = {(q.speaker_text, other[q.start : q.end]) for q in read(other)}
    assert ("officials", "the port was shut") in got
    assert ("The Coast Herald", "officials said the port was shut") in got
    assert ("officials", "The harbour had been shut") in {(q.speaker_text, text[q.start : q.end]) for q in read(text)}


def test_words_behind_an_inverted_cue_are_no_statement() -> None:
    text = "“It is too soon to tell,” added Ada Holm, head of the ward, said of the fire."
    assert [(q.speaker_text, text[q.start : q.end]) for q in read(text)] == [
        ("Ada Holm, head of the ward", "It is too soon to tell,")
    ]


def test_with_clause_names_its_own_speaker() -> None:
    text = "The vote was put off, with critics arguing that the law was weak."
    assert [(q.speaker_text, text[q.start : q.end]) for q in read(text)] == [("critics", "the law was weak")]


def test_a_quotation_alone_after_a_person_is_hers() -> None:
    text = "Maria Lopez ran down the stairs with her son. “It was dark and there was smoke.”"
    assert [q.speaker_text for q in read(text)] == ["Maria Lopez"]


def test_questions_and_answers_are_turns_of_nobody_named() -> None:
    text = "Q: Why did the ferry leave?\nA: It was full.\nQ: Was it late?\nA: Not by much."
    assert [(quote.speaker_text, text[quote.start : quote.end]) for quote in read(text)] == [
        (None, "Why did the ferry leave?"),
        (None, "It was full."),
        (None, "Was it late?"),
        (None, "Not by much."),
    ]
    assert read("A: the ferry left.\nB: the ferry stayed.") == ()


def test_a_parted_clitic_opens_no_quotation() -> None:
    assert all(quote.kind == "indirect" for quote in read("The leader 's son is here . It 's the end , ' he wrote ."))


def test_a_speaker_does_not_carry_far() -> None:
    text = "Reed said the pier was shut.\nIt rained.\nThe sea rose.\nA boat sank.\n“Nobody knows who did this to us.”"
    assert read(text)[-1].speaker_text is None


def test_no_text_gives_no_quotes() -> None:
    assert read("") == ()
    assert read("“”\n‘’ \"\" ''") == ()


PIECES = st.sampled_from(
    [
        *("“", "”", '"', "'", "‘", "’", "``", "''", "\n", "\n\n", " ", ".", ",", ":", "?", "—", "(", ")"),
        *("said", "Chun said", "he told reporters", "that", "according to", "the ministry", "ANNA WELLS:", "adding"),
        *(
            "We leave",
            "who",
            "and",
            "with",
            "in Oslo",
            "Monday",
            "it was cold",
            "to go",
            "20",
            "\u2028",
            "é",
            "\U0001f600",
        ),
    ]
)


@settings(max_examples=150)
@given(
    st.one_of(
        st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES, max_size=30).map("".join), st.text(max_size=80)
    )
)
def test_any_text_gives_exact_sorted_spans(text: str) -> None:
    quotes = read(text)
    spans = [(q.start, q.end) for q in quotes]
    assert spans == sorted(set(spans))
    assert len({q.quote_id for q in quotes}) == len(quotes)
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
        words = text[quote.start : quote.end]
        assert words == words.strip()
        assert (quote.speaker_span is None) == (quote.speaker_text is None)
        for span, said in ((quote.speaker_span, quote.speaker_text), (quote.cue_span, quote.cue)):
            assert span is None or text[slice(*span)] == said
    assert quotes == read(text)
