"""Judgements as bonds and bars: the later wins, and no more of the earlier falls than speaks against it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.ids import content_id
from dateline.model import Judgement
from dateline.stories.judged import Judged, read_judgements

ARTICLES = list("abcdef")


def judge(number: int, kind: str, *sides: str) -> Judgement:
    """A judgement whose sides are given as strings of one-letter articles."""
    return Judgement(
        judgement_id=str(number), kind=kind, subjects=(), note="", number=number, sides=tuple(map(tuple, sides))
    )


def read(*judgements: Judgement) -> Judged:
    return read_judgements(judgements, ARTICLES)


def test_a_merge_makes_one_set_and_a_later_split_takes_out_what_it_names() -> None:
    merge, split = judge(1, "merge", "ab", "cd"), judge(2, "split", "d", "abc")
    assert read(merge).sets() == [list("abcd")]
    found = read(merge, split)
    assert found.sets() == [list("abc"), ["d"]]
    assert not found.may_join("a", "d")
    assert found.may_join("a", "e")


def test_a_later_merge_undoes_a_split_whatever_order_they_are_read_in() -> None:
    split, merge = judge(1, "split", "d", "abc"), judge(2, "merge", "d", "abc")
    for rows in ((split, merge), (merge, split)):
        assert read(*rows).sets() == [list("abcd")]
        assert read(*rows).apart_pairs() == set()


def test_moving_binds_to_the_new_story_and_bars_the_old() -> None:
    found = read(judge(1, "move", "acd", "b"))
    assert found.sets() == [list("acd"), ["b"]]
    assert found.apart_pairs() == {("a", "b"), ("b", "c"), ("b", "d")}


def test_not_same_parts_and_binds_nothing() -> None:
    found = read(judge(1, "not_same", "ab", "c"))
    assert found.sets() == [["a"], ["b"], ["c"]]
    assert found.apart_pairs() == {("a", "c"), ("b", "c")}
    assert found.may_join("a", "b")


def test_a_judgement_without_sides_reads_its_subjects_and_ids_of_stories() -> None:
    by_article = Judgement(judgement_id="j", kind="same", subjects=("a", "b"), note="")
    by_story = Judgement(judgement_id="k", kind="merge", subjects=(content_id("story", "c"), "d"), note="")
    assert read(by_article, by_story).sets() == [["a", "b"], ["c", "d"]]


def test_names_and_absent_articles_say_nothing() -> None:
    names = Judgement(judgement_id="j", kind="same", subjects=("Ana Lund", "Eva Moe"), note="")
    assert read(names, judge(2, "merge", "x", "y"), judge(3, "rename", "a", "b")).sets() == []
    assert read(judge(1, "split", "x", "ab")).sets() == [["a"], ["b"]]


def test_the_note_stands_in_the_reason() -> None:
    noted = Judgement(judgement_id="j", kind="same", subjects=("a", "b"), note="one fire")
    assert read(noted).why["a"] == "judged: the same story: one fire"


KINDS = st.sampled_from(["merge", "same", "not_same", "split", "move"])
SIDE = st.text("abcdef", max_size=3)


@given(st.lists(st.tuples(KINDS, SIDE, SIDE), max_size=6), st.randoms(use_true_random=False))
def test_the_last_judgement_always_holds_and_sets_are_never_barred_from_themselves(
    drawn: list[tuple[str, str, str]], dice: object
) -> None:
    rows = [judge(number, kind, *sides) for number, (kind, *sides) in enumerate(drawn, start=1)]
    found = read(*rows)
    assert all(name not in others for name, others in found.apart.items())
    assert all(one in found.apart[other] for one, others in found.apart.items() for other in others)
    if rows and len(set(drawn[-1][1]) | set(drawn[-1][2])) > 1 and not set(drawn[-1][1]) & set(drawn[-1][2]):
        kind, left, right = drawn[-1]
        if kind in ("merge", "same"):
            assert len({found.home[article] for article in left + right}) == 1
        else:
            assert all(not found.may_join(a, b) for a in left for b in right)
    shuffled = list(rows)
    dice.shuffle(shuffled)  # type: ignore[attr-defined]
    assert read(*shuffled) == found
