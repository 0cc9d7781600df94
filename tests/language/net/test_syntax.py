"""Grammar of given words: a row for each, one tree a sentence, by windows or not."""

from __future__ import annotations

import pytest

from dateline.language.net.network import Network, load_network
from dateline.language.net.syntax import parse_words
from dateline.language.net.windows import Words


@pytest.fixture(scope="module")
def network() -> Network:
    return load_network()


def make_words(text: str, *, opens: bool = False) -> Words:
    words = text.split()
    return Words(words, [True] * len(words), opens)


def test_a_plain_sentence_is_parsed(network: Network) -> None:
    (found,) = parse_words(network, [make_words("Nine envoys left the office on Monday .", opens=True)])
    assert found.coarse[1:4] == ("NOUN", "VERB", "DET")
    assert found.tags[2] == "VBD"
    assert found.heads[:6] == (1, 2, -1, 4, 2, 6)
    assert found.relations[:5] == ("nummod", "nsubj", "root", "det", "obj")


def test_sentences_stay_apart_over_many_windows(network: Network) -> None:
    sentences = [make_words(f"The minister told {count} reporters that talks would go on .") for count in range(40)]
    found = list(parse_words(network, sentences))
    assert [len(grammar.heads) for grammar in found] == [len(sentence.words) for sentence in sentences]
    for grammar in found:
        assert all(-1 <= head < len(grammar.heads) for head in grammar.heads)
        assert [head < 0 for head in grammar.heads] == [relation == "root" for relation in grammar.relations]
        assert grammar.heads.count(-1) == 1


def test_nothing_is_parsed_as_nothing(network: Network) -> None:
    assert list(parse_words(network, [])) == []
