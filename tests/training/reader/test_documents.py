"""What the network learns from: treebanks and annotated news as words with labels."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from training.reader.documents import EVENT_TYPES, STANCES, STATUSES, Document, name_bit
from training.reader.news import NOTHING, read_row
from training.reader.treebanks import join_hyphens, read_treebank
from training.reader.variety import NamePool, find_names, recase, vary

CONLLU = """\
# newdoc id = made
# newpar id = made-1
# sent_id = made-1
1\tA\ta\tDET\tDT\t_\t5\tdet\t_\t_
2\twell\twell\tADV\tRB\t_\t4\tadvmod\t_\tSpaceAfter=No
3\t-\t-\tPUNCT\tHYPH\t_\t4\tpunct\t_\tSpaceAfter=No
4\tknown\tknow\tVERB\tVBN\t_\t5\tamod\t_\t_
5\tmayor\tmayor\tNOUN\tNN\t_\t6\tnsubj\t_\t_
6-7\tcannot\t_\t_\t_\t_\t_\t_\t_\t_
6\tcan\tcan\tAUX\tMD\t_\t8\taux\t_\t_
7\tnot\tnot\tPART\tRB\t_\t8\tadvmod\t_\t_
8\tleave\tleave\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t.\t_\t8\tpunct\t_\t_

# newpar id = made-2
# sent_id = made-2
1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\tSpaceAfter=No
2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_
"""


@pytest.fixture
def made(tmp_path: Path) -> Document:
    path = tmp_path / "made.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    (document,) = read_treebank(path)
    return document


def test_a_treebank_is_read_with_its_spaces_and_borders(made: Document) -> None:
    assert " ".join(made.words) == "A well - known mayor can not leave . Why ?"
    assert [at for at, spaced in enumerate(made.spaced) if not spaced] == [2, 3, 6, 8, 10]
    assert [at for at, opens in enumerate(made.breaks) if opens] == [0, 9]
    assert made.sentence == [0] * 9 + [1] * 2
    assert made.heads == [4, 3, 3, 4, 5, 7, 7, -1, 7, -1, 9]


def test_hyphened_words_become_one_and_heads_follow(made: Document) -> None:
    joined = join_hyphens(made)
    assert " ".join(joined.words) == "A well-known mayor can not leave . Why ?"
    assert joined.heads == [2, 2, 3, 5, 5, -1, 5, -1, 7]
    assert joined.tags is not None and joined.tags[1] == "JJ"
    assert joined.coarse is not None and joined.coarse[1] == "ADJ"
    assert joined.relations is not None and joined.relations[1] == "amod"


TEXT = "Rao met Oss in Arden.\nNine aides left, the ministry said."
ROW = {
    "id": "made",
    "text": TEXT,
    "names": [{"span": [0, 3], "type": "PER"}, {"span": [8, 11], "type": "PER"}, {"span": [15, 20], "type": "GPE"}],
    "attributions": [
        {"content": [[22, 37]], "source": [39, 51], "cue": [52, 56], "kind": "indirect", "stance": "says"}
    ],
    "events": [
        {
            "trigger": [4, 7], "type": "MEET", "status": "actual", "actor": [[0, 3], [8, 11]], "target": [],
            "place": [15, 20], "time": None,
        }
    ],
    "quantities": [{"span": [22, 26], "counted": [27, 32]}],
}  # fmt: skip


def test_annotated_news_is_read_by_word() -> None:
    document = read_row(ROW)
    assert document.words[:6] == ["Rao", "met", "Oss", "in", "Arden", "."]
    assert document.names is not None and document.news is not None
    named = {word: bits for word, bits in zip(document.words, document.names, strict=True) if bits != name_bit("O")}
    assert named == {"Rao": name_bit("B-PER"), "Oss": name_bit("B-PER"), "Arden": name_bit("B-GPE")}
    news = document.news
    assert [document.words[at] for at, label in enumerate(news.cue) if label] == ["said"]
    assert [document.words[at] for at, label in enumerate(news.source) if label] == ["the", "ministry"]
    assert [document.words[at] for at, label in enumerate(news.content) if label] == ["Nine", "aides", "left"]
    assert (news.event_type[1], news.status[1]) == (EVENT_TYPES.index("MEET"), STATUSES.index("actual"))
    assert news.event_type[0] == NOTHING
    assert news.stance[document.words.index("said")] == STANCES.index("says")
    roles = {(anchor.kind, role): words for anchor in news.anchors for role, words in anchor.roles.items() if words}
    assert roles[("trigger", "actor")] == {0, 2}
    assert roles[("trigger", "place")] == {4}
    assert [document.words[at] for at in roles[("quantity", "counted")]] == ["aides"]


def test_names_are_exchanged_for_others_of_their_kind_and_length() -> None:
    document = read_row(ROW)
    assert [document.words[start:end] for start, end in find_names(document)] == [["Rao"], ["Oss"], ["Arden"]]
    other = read_row(ROW | {"text": TEXT.replace("Rao", "Kim").replace("Arden", "Salem")})
    pool = NamePool([other])
    chance = random.Random(1)
    found = [vary(document, chance, pool) for _ in range(40)]
    assert document.words[0] == "Rao"
    assert {copy.words[0].lower() for copy in found} == {"rao", "kim", "oss"}
    assert {copy.words[4].lower() for copy in found} == {"arden", "salem"}
    assert all(len(copy.words) == len(document.words) and copy.names == document.names for copy in found)


def test_headline_case_leaves_small_words_small(made: Document) -> None:
    recase(made, 0, 8, capitals=False)
    assert " ".join(made.words[:9]) == "A Well - Known Mayor Can Not Leave ."
    recase(made, 9, 10, capitals=True)
    assert made.words[9] == "WHY"
