"""Golden cases for attributions over trees drawn by hand, and what holds for any tree."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.language.quotes_attributions import Attribution, find_attributions
from dateline.language.reading import SeenAttribution, Token
from dateline.language.tree import Tree, plant_tree


def draw(rows: str) -> tuple[Tree, str]:
    """Return a tree and its text; a row is "word tag upos head relation", with the lemma behind a slash."""
    tokens, text = [], ""
    for row in rows.strip().splitlines():
        word, tag, upos, head, relation = row.split()
        word, _, lemma = word.partition("/")
        text += " " if text else ""
        tokens.append(
            Token(word, len(text), len(text) + len(word), tag, lemma or word.lower(), upos, int(head), relation)
        )
        text += word
    return plant_tree(tuple(tokens)), text


def see(text: str, cue: str, content: str = "", source: str = "", score: float = 0.9) -> SeenAttribution:
    def place(words: str) -> tuple[tuple[tuple[int, int], float], ...]:
        return (((text.index(words), text.index(words) + len(words)), 0.9),) if words else ()

    ((span, _),) = place(cue)
    return SeenAttribution(span, score, "says", place(source), place(content))


def tell(text: str, found: tuple[Attribution, ...]) -> list[tuple[str | None, str, str | None]]:
    return [
        (row.source and text[slice(*row.source)], text[slice(*row.cue)], row.content and text[slice(*row.content)])
        for row in found
    ]


OPENING = """
Officials/official NNS NOUN 1 nsubj
said/say VBD VERB -1 root
that IN SCONJ 6 mark
the DT DET 4 det
pier NN NOUN 6 nsubj
would MD AUX 6 aux
open VB VERB 1 ccomp
in IN ADP 8 case
June NNP PROPN 6 obl
. . PUNCT 1 punct
"""
CLOSING = """
Two CD NUM 1 nummod
ships/ship NNS NOUN 2 nsubj
sank/sink VBD VERB -1 root
, , PUNCT 6 punct
the DT DET 5 det
ministry NN NOUN 6 nsubj
said/say VBD VERB 2 parataxis
. . PUNCT 2 punct
"""
ACCORDING = """
Two CD NUM 1 nummod
ships/ship NNS NOUN 2 nsubj
sank/sink VBD VERB -1 root
, , PUNCT 6 punct
according VBG VERB 7 case
to IN ADP 4 fixed
the DT DET 7 det
ministry NN NOUN 2 obl
. . PUNCT 2 punct
"""
ADDING = """
Reed NNP PROPN 1 nsubj
said/say VBD VERB -1 root
it PRP PRON 3 nsubj
rained/rain VBD VERB 1 ccomp
, , PUNCT 5 punct
adding/add VBG VERB 3 advcl
that IN SCONJ 8 mark
roads/road NNS NOUN 8 nsubj
flooded/flood VBD VERB 5 ccomp
. . PUNCT 1 punct
"""
NAMED = """
Reed NNP PROPN 6 nsubj
, , PUNCT 3 punct
a DT DET 3 det
nurse NN NOUN 0 appos
who WP PRON 5 nsubj
ran/run VBD VERB 3 acl:relcl
hopes/hope VBZ VERB -1 root
to TO PART 8 mark
rest VB VERB 6 xcomp
. . PUNCT 6 punct
"""


def test_a_clause_is_told_without_that() -> None:
    tree, text = draw(OPENING)
    assert tell(text, find_attributions(tree, [])) == [("Officials", "said", "the pier would open in June")]


def test_a_closing_cue_tells_the_clause_it_hangs_on() -> None:
    for rows, cue in ((CLOSING, "said"), (ACCORDING, "according to")):
        tree, text = draw(rows)
        found = find_attributions(tree, [see(text, cue, "Two ships sank", "the ministry")])
        assert tell(text, found) == [("the ministry", cue, "Two ships sank")]


def test_adding_goes_on_with_the_same_source() -> None:
    tree, text = draw(ADDING)
    found = find_attributions(tree, [see(text, "adding", "roads flooded", "Reed")])
    assert tell(text, found) == [("Reed", "said", "it rained"), ("Reed", "adding", "roads flooded")]


def test_a_word_of_no_list_needs_the_network() -> None:
    tree, text = draw(NAMED.replace("hopes/hope", "dreams/dream"))
    assert find_attributions(tree, []) == ()
    assert find_attributions(tree, [see(text, "dreams", "to rest", score=0.3)]) == ()
    assert tell(text, find_attributions(tree, [see(text, "dreams", "to rest")])) == [
        ("Reed , a nurse", "dreams", "to rest")
    ]


def test_the_network_widens_what_the_tree_cut_short() -> None:
    tree, text = draw(OPENING.replace("8 case", "8 case").replace("PROPN 6 obl", "PROPN 1 obl"))
    assert tell(text, find_attributions(tree, []))[0][2] == "the pier would open"
    heard = see(text, "said", "the pier would open in June")
    assert tell(text, find_attributions(tree, [heard]))[0][2] == "the pier would open in June"


def test_what_is_only_possible_or_denied_is_not_told() -> None:
    could = OPENING.replace(
        "1 nsubj\nsaid/say VBD VERB -1 root\nthat IN SCONJ 6 mark", "2 nsubj\ncould MD AUX 2 aux\nsay VB VERB -1 root"
    )
    tree, _ = draw(could.replace("1 ccomp", "2 ccomp"))
    assert find_attributions(tree, []) == ()


WORDS = st.sampled_from(
    ["said", "according", "to", "Reed", "that", "ships", "sank", ",", "reportedly", "was", "who", "“"]
)
RELATIONS = st.sampled_from(
    ["nsubj", "nsubj:pass", "ccomp", "xcomp", "parataxis", "conj", "advcl", "acl", "acl:relcl", "obj", "obl", "punct"]
)


@st.composite
def trees(pick: st.DrawFn) -> tuple[Tree, tuple[SeenAttribution, ...]]:
    words = pick(st.lists(WORDS, min_size=1, max_size=12))
    order = pick(st.permutations(range(len(words))))
    heads = {order[0]: -1} | {at: pick(st.sampled_from(order[:place])) for place, at in enumerate(order) if place}
    tokens, start = [], 0
    for at, word in enumerate(words):
        upos = pick(st.sampled_from(["VERB", "NOUN", "PROPN", "PUNCT", "ADV", "PRON"]))
        tag = pick(st.sampled_from(["VBD", "VBN", "VBG", "NN", "NNP", "WP"]))
        relation = "root" if heads[at] < 0 else pick(RELATIONS)
        tokens.append(
            Token(word, start, start + len(word), tag, {"said": "say"}.get(word, word), upos, heads[at], relation)
        )
        start += len(word) + 1
    spans = st.tuples(st.integers(0, start), st.integers(0, start)).map(lambda pair: (min(pair), max(pair) + 1))
    scored = st.lists(st.tuples(spans, st.floats(0, 1)), max_size=2).map(tuple)
    seen = st.builds(SeenAttribution, spans, st.floats(0.2, 1), st.just("says"), scored, scored)
    return plant_tree(tuple(tokens)), tuple(pick(st.lists(seen, max_size=3)))


@given(trees())
def test_any_tree_gives_spans_of_its_words(drawn: tuple[Tree, tuple[SeenAttribution, ...]]) -> None:
    tree, seen = drawn
    found = find_attributions(tree, seen)
    starts, ends = {token.start for token in tree.tokens}, {token.end for token in tree.tokens}
    assert [row.cue for row in found] == sorted(row.cue for row in found)
    for row in found:
        for span in (row.cue, row.source, row.content):
            assert span is None or (span[0] in starts and span[1] in ends and span[0] < span[1])
    assert find_attributions(tree, seen) == found
