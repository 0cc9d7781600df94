"""Tags of plain, headline and odd sentences."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.tagger import find_shape, find_style, load_model, normalise, tag_words

SENTENCES = [
    (
        "Rescuers pulled 14 miners from the narrow shaft on Tuesday .",
        "NNS VBD CD NNS IN DT JJ NN IN NNP .",
    ),
    ("The minister said he would not resign .", "DT NN VBD PRP MD RB VB ."),
    ("It did n’t open before 9 a.m. .", "PRP VBD RB VB IN CD NN ."),
    ("The firm lost $ 1.3 million , or 12 % of sales .", "DT NN VBD $ CD CD , CC CD NN IN NNS ."),
    ("“ We have nothing to hide , ” she said .", "`` PRP VBP NN TO VB , '' PRP VBD ."),
    ('" We left , " he said .', "`` PRP VBD , '' PRP VBD ."),
    ("The ferry was sunk by a storm .", "DT NN VBD VBN IN DT NN ."),
]


@pytest.mark.parametrize(("text", "tags"), SENTENCES)
def test_tags_of_news_sentences(text: str, tags: str) -> None:
    assert " ".join(tag_words(text.split())) == tags


TITLE = ["Officials", "Say", "Three", "People", "Were", "Killed", "In", "Ferry", "Disaster"]


def test_headline_in_title_case_keeps_its_verb() -> None:
    tags = tag_words(TITLE)
    assert tags[1].startswith("VB")
    assert tags[2:6] == ["CD", "NNS", "VBD", "VBN"]


def test_styles() -> None:
    assert find_style(TITLE) == "title"
    assert find_style([word.upper() for word in TITLE]) == "caps"
    assert find_style(["A", "ferry", "sank", "off", "the", "coast", "of", "Norway"]) == ""


def test_forms() -> None:
    assert normalise("2019") == "!year"
    assert normalise("1,204") == "0,000"
    assert normalise("Don’t") == "don't"
    assert find_shape("McKay-3") == "XxXx-0"


def test_model_is_small_and_whole() -> None:
    model = load_model()
    assert len(model.tags) == len(set(model.tags)) > 40
    assert set(model.sure.values()) <= set(model.tags)


@given(st.lists(st.text(min_size=0, max_size=12), max_size=20))
def test_every_word_gets_one_tag(words: list[str]) -> None:
    tags = tag_words(words)
    assert len(tags) == len(words)
    assert all(tags)
    assert tag_words(words) == tags
