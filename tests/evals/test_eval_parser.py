"""The parser's scorer on a hand-made case, counted out on paper."""

from __future__ import annotations

import pytest
from evals.eval_parser import Parse, Tally, Word, align_words, find_sentences, is_mark, read_gold, write_text
from training.reader.documents import Document

ROWS = [
    ("Oss", "PROPN", "NNP", 3, "nsubj"),
    ("wo", "AUX", "MD", 3, "aux"),
    ("n't", "PART", "RB", 3, "advmod"),
    ("re-open", "VERB", "VB", -1, "root"),
    ("it", "PRON", "PRP", 3, "obj"),
    (".", "PUNCT", ".", 3, "punct"),
    ("Why", "ADV", "WRB", -1, "root"),
    ("?", "PUNCT", ".", 6, "punct"),
]
GOLD = Document(
    name="made",
    words=[row[0] for row in ROWS],
    spaced=[True, True, False, True, True, False, True, False],
    breaks=[True, *[False] * 7],
    sentence=[0] * 6 + [1] * 2,
    starts_known=True,
    coarse=[row[1] for row in ROWS],
    tags=[row[2] for row in ROWS],
    heads=[row[3] for row in ROWS],
    relations=[row[4] for row in ROWS],
)


def make_parse(rows: list[tuple[str, str, str, int, str]], sentences: set[tuple[int, int]]) -> Parse:
    words, place = [], 0
    for text, coarse, tag, head, relation in rows:
        words.append(Word(place, place + len(text), coarse, tag, head, relation, is_mark(text)))
        place += len(text)
    return Parse(words, sentences)


def test_a_text_and_its_gold_come_back() -> None:
    assert write_text(GOLD).strip() == "Oss won't re-open it. Why?"
    assert find_sentences(GOLD) == [(0, 6), (6, 8)]
    gold = read_gold(GOLD)
    assert gold.sentences == {(0, 18), (18, 22)}
    tally = Tally()
    tally.add(gold, gold)
    assert all(tally.score(measure) == 1 for measure in tally.right)


def test_every_measure_is_counted_as_by_hand() -> None:
    """Ten words found for eight: "re-open" fell into three. Seven are aligned, one sentence of two is right."""
    found = make_parse(
        [
            ("Oss", "PROPN", "NN", 1, "nsubj"),
            ("wo", "AUX", "MD", -1, "root"),
            ("n't", "ADV", "RB", 1, "advmod:neg"),
            ("re", "X", "AFX", 5, "compound"),
            ("-", "PUNCT", "HYPH", 5, "punct"),
            ("open", "VERB", "VB", 1, "xcomp"),
            ("it", "PRON", "PRP", 5, "obj"),
            (".", "PUNCT", ".", 1, "punct"),
            ("Why", "ADV", "WRB", -1, "root"),
            ("?", "PUNCT", ".", 8, "discourse:mark"),
        ],
        {(0, 18), (18, 21), (21, 22)},
    )
    tally = Tally()
    tally.add(read_gold(GOLD), found)
    aligned, sizes = 7, 8 + 10
    assert tally.score("sentences") == pytest.approx(2 * 1 / (2 + 3))
    assert tally.score("words") == pytest.approx(2 * aligned / sizes)
    assert tally.score("upos") == pytest.approx(2 * (aligned - 1) / sizes)
    assert tally.score("xpos") == pytest.approx(2 * (aligned - 1) / sizes)
    assert tally.score("uas") == pytest.approx(2 * 2 / sizes)
    assert tally.score("las") == pytest.approx(2 * 1 / sizes)
    assert tally.score("uas -p") == pytest.approx(2 * 1 / (6 + 7))
    assert tally.score("las -p") == pytest.approx(2 * 1 / (6 + 7))


def test_subtypes_count_only_where_asked() -> None:
    gold = make_parse([("May", "PROPN", "NNP", 1, "nsubj:pass"), ("fell", "VERB", "VBD", -1, "root")], {(0, 7)})
    found = make_parse([("May", "PROPN", "NNP", 1, "nsubj"), ("fell", "VERB", "VBD", -1, "root")], {(0, 7)})
    tally = Tally()
    tally.add(gold, found)
    assert tally.score("las") == 1
    assert tally.score("las sub") == 0.5


def test_only_equal_spans_are_aligned() -> None:
    left = make_parse([("re-open", "VERB", "VB", -1, "root"), ("it", "PRON", "PRP", 0, "obj")], set()).words
    right = make_parse(
        [("re", "X", "AFX", 1, "dep"), ("-open", "VERB", "VB", -1, "root"), ("it", "PRON", "PRP", 1, "obj")], set()
    )
    assert align_words(left, right.words) == [(1, 2)]


def test_signs_of_sums_are_no_punctuation() -> None:
    assert is_mark("--")
    assert is_mark("”")
    assert not is_mark("$")
    assert not is_mark("No.")
