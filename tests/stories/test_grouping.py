"""Grouping: every article in exactly one story, judgements first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Copy, Judgement, Link, Placement, Profile, Record, Story
from dateline.settings import GroupSettings, RelateSettings
from dateline.stage import Batch
from dateline.stories.group import group_corpus
from dateline.stories.relate import relate_bucket


def make_profile(article_id: str, *terms: str, day: str | None = None) -> Profile:
    weight = round(len(terms) ** -0.5, 5) if terms else 0.0
    return Profile(
        article_id=article_id,
        title=f"On {article_id}",
        buckets=tuple(sorted(terms)),
        terms=tuple((term, weight) for term in sorted(terms)),
        names=(),
        numbers=(),
        day=day,
    )


def group(*profiles: Profile, links: tuple[Link, ...] = (), others: tuple[Record, ...] = ()) -> list[list[str]]:
    rows = {
        Profile: profiles,
        Link: links,
        Copy: tuple(row for row in others if isinstance(row, Copy)),
        Judgement: tuple(row for row in others if isinstance(row, Judgement)),
    }
    records = list(group_corpus(Batch("", rows), GroupSettings()))
    stories = [record for record in records if isinstance(record, Story)]
    placed = [record.article_id for record in records if isinstance(record, Placement)]
    assert sorted(placed) == sorted(profile.article_id for profile in profiles)
    return sorted(list(story.articles) for story in stories)


def link(left: str, right: str, score: float) -> Link:
    return Link(left=left, right=right, score=score, why="test")


def judge(kind: str, *subjects: str) -> Judgement:
    return Judgement(judgement_id=kind, kind=kind, subjects=subjects, note="")


A, B, C = (make_profile(name) for name in "abc")


def test_a_lone_article_is_a_story_of_one() -> None:
    assert group(A) == [["a"]]


def test_strong_links_join_and_weak_ones_do_not() -> None:
    assert group(A, B, C, links=(link("a", "b", 0.6), link("b", "c", 0.1))) == [["a", "b"], ["c"]]


def test_average_link_does_not_chain() -> None:
    assert group(A, B, C, links=(link("a", "b", 0.6), link("b", "c", 0.35))) == [["a", "b"], ["c"]]


def test_a_copy_belongs_to_what_it_copies() -> None:
    copy = Copy(article_id="b", of="a", kind="reprint", share=0.9, why="", spans=())
    assert group(A, B, others=(copy,)) == [["a", "b"]]


def test_partial_reuse_alone_does_not_join() -> None:
    copy = Copy(article_id="b", of="a", kind="partial", share=0.3, why="", spans=())
    assert group(A, B, others=(copy,)) == [["a"], ["b"]]


def test_judgements_win() -> None:
    assert group(A, B, others=(judge("same", "a", "b"),)) == [["a", "b"]]
    assert group(A, B, links=(link("a", "b", 0.9),), others=(judge("not_same", "b", "a"),)) == [["a"], ["b"]]


def test_marks_of_their_own_join_two_groups_of_one_affair() -> None:
    left, right = make_profile("a", "pelm", "barge", "pier"), make_profile("b", "pelm", "barge", "fine")
    assert group(left, right, links=(link("a", "b", 0.12),)) == [["a", "b"]]
    rest = tuple(make_profile(f"x{number}", "pelm", "barge") for number in range(4))
    assert ["a"] in group(left, right, *rest, links=(link("a", "b", 0.12),))


def test_links_fall_with_distance_in_time_and_come_from_one_bucket_only() -> None:
    near = make_profile("a", "pelm", "barge", day="2021-05-04"), make_profile("b", "pelm", "barge", day="2021-05-05")
    far = make_profile("a", "pelm", "barge", day="2021-05-04"), make_profile("b", "pelm", "barge", day="2022-05-05")
    scores = []
    for pair in (near, far):
        links = list(relate_bucket(Batch("barge", {Profile: pair}), RelateSettings()))
        assert list(relate_bucket(Batch("pelm", {Profile: pair}), RelateSettings())) == []
        assert isinstance(links[0], Link)
        scores.append(links[0].score)
    assert scores[0] > 0.95 > 0.55 > scores[1]


@given(
    st.integers(1, 9).flatmap(
        lambda count: st.tuples(
            st.just(count),
            st.lists(st.tuples(st.integers(0, count - 1), st.integers(0, count - 1), st.floats(0, 1)), max_size=20),
            st.randoms(use_true_random=False),
        )
    )
)
def test_any_links_place_every_article_once_in_any_order(
    drawn: tuple[int, list[tuple[int, int, float]], object],
) -> None:
    count, raw, random = drawn
    profiles = [make_profile(f"p{number}") for number in range(count)]
    pairs = {(min(a, b), max(a, b)): score for a, b, score in raw if a != b}
    links = [link(f"p{a}", f"p{b}", score) for (a, b), score in pairs.items()]
    first = group(*profiles, links=tuple(links))
    random.shuffle(profiles)  # type: ignore[attr-defined]
    random.shuffle(links)  # type: ignore[attr-defined]
    assert group(*profiles, links=tuple(links)) == first
