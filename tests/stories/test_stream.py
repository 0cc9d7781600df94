"""The stream: the same chance as the batch's, any order of input, bounded room, judgements first."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Judgement, Placement, Profile, Story
from dateline.settings import GroupSettings, StreamSettings
from dateline.stage import Batch
from dateline.stories.group import group_corpus
from dateline.stories.judged import read_judgements
from dateline.stories.likeness import FEATURES, WIDTH, join_views, measure_views, view_of
from dateline.stories.pool import Pool
from dateline.stories.rows import LENGTH, make_rows
from dateline.stories.split import split_groups
from dateline.stories.stream import Stream, find_day, stream_groups
from dateline.vectors import pack_vector

START = date(2021, 3, 1)


def make_report(story: int, number: int, day: int | None = 0, *more: str) -> Profile:
    """A report of an invented story: names and words of the story, some of its own."""
    dice = random.Random(f"{story} {number}")
    words = {f"theme{story}x{at}": 0.3 for at in range(8)} | {f"own{story}x{number}x{at}": 0.15 for at in range(6)}
    words |= {f"common{dice.randrange(9)}": 0.1, **dict.fromkeys(more, 0.3)}
    length = sum(weight * weight for weight in words.values()) ** 0.5
    terms = tuple(sorted((word, round(weight / length, 5)) for word, weight in words.items()))
    vector = np.random.default_rng(story).normal(size=WIDTH) + 0.3 * np.random.default_rng(number).normal(size=WIDTH)
    names = (f"name {story}", f"place {story}", f"person {story} {number}")
    return Profile(
        article_id=f"s{story:02}a{number:03}",
        title=f"Story {story}, report {number}",
        buckets=tuple(sorted(word for word, _ in terms)),
        terms=terms,
        names=names,
        numbers=(str(100 + story),),
        day=None if day is None else (START + timedelta(days=day)).isoformat(),
        opening=terms[:6],
        rarities=(5.0, 4.0, 6.0),
        told=(3, 2, 1),
        days=("03-01",),
        places=(f"place {story}",),
        vector=pack_vector(vector.astype(np.float32)),
    )


def place(
    profiles: list[Profile], *judgements: Judgement, sure: tuple[tuple[str, str], ...] = (), **settings: float
) -> list[list[str]]:
    by_id = {profile.article_id: profile for profile in profiles}
    return stream_groups(by_id, sure, read_judgements(judgements, by_id), StreamSettings(**settings))  # type: ignore[arg-type]


PILE = [make_report(story, number, story + number) for story in range(6) for number in range(7)]
STORIES = sorted([f"s{story:02}a{number:03}" for number in range(7)] for story in range(6))


def test_stories_are_found_in_any_order_and_any_block() -> None:
    assert place(PILE) == STORIES
    for block in (1, 5, 64):
        shuffled = list(PILE)
        random.Random(block).shuffle(shuffled)
        assert place(shuffled, block=block) == STORIES


def test_the_pool_measures_what_likeness_measures() -> None:
    pool = Pool(100)
    places = pool.open(make_rows(PILE), np.arange(len(PILE)))
    views = [view_of(profile) for profile in PILE]
    pool.mix(places[:3], np.repeat(places[:1], 3), np.full(3, 1 / 3, np.float32))
    views[0] = join_views(views[:3])
    left, right = pool.find(places, 12)
    measured = pool.measure(left, right)
    assert len(left) > len(PILE)
    for row, a, b in zip(measured[:, : len(FEATURES)], left, right, strict=True):
        assert row == pytest.approx(measure_views(views[a], views[b]), abs=0.01)


def test_all_pairs_of_one_group_keep_its_features_whatever_collides() -> None:
    many = [make_report(story, 0) for story in range(80)]
    pool = Pool(200)
    places = pool.open(make_rows(many), np.arange(len(many)))
    itself = pool.measure(places, places)
    assert itself[:, FEATURES.index("terms")] == pytest.approx(np.ones(len(many)), abs=0.001)
    assert itself[:, FEATURES.index("names")] == pytest.approx(np.ones(len(many)), abs=0.001)


def test_memory_stays_within_the_groups_allowed() -> None:
    settings = StreamSettings(most_groups=300)
    stream = Stream(settings)
    for start in range(0, 1280, settings.block):
        profiles = [make_report(number, 0, number // 10) for number in range(start, start + settings.block)]
        stream.take(make_rows(profiles))
    assert len(stream.pool.counts) <= 300
    assert stream.pool.ids.shape == (len(stream.pool.counts), LENGTH)


def test_an_idle_story_is_joined_on_strong_evidence_only() -> None:
    early = [make_report(1, number, number) for number in range(4)]
    late = make_report(1, 9, 120)
    vague = make_report(2, 9, 120, *(f"theme1x{at}" for at in range(3)))
    groups = place([*early, late, vague])
    assert [late.article_id] not in groups
    assert [vague.article_id] in groups
    assert [late.article_id] in place([*early, late, vague], reopen=1.1)


def test_judgements_win_and_sure_pairs_join() -> None:
    apart = Judgement(judgement_id="1", kind="not_same", subjects=(), note="", number=1,
                      sides=(("s00a000",), ("s00a001",)))  # fmt: skip
    groups = place(PILE, apart)
    assert not any({"s00a000", "s00a001"} <= set(group) for group in groups)
    merge = Judgement(judgement_id="2", kind="merge", subjects=(), note="", number=2,
                      sides=(tuple(STORIES[1]), tuple(STORIES[2])))  # fmt: skip
    assert sorted(STORIES[1] + STORIES[2]) in place(PILE, merge)
    assert sorted(STORIES[3] + STORIES[4]) in place(PILE, sure=(("s03a000", "s04a006"),))
    assert place(PILE, apart, sure=(("s00a000", "s00a001"),)) == groups


def test_a_group_of_two_stories_is_taken_apart_but_for_what_is_judged_or_a_copy() -> None:
    both = [*STORIES[0], *STORIES[1]]
    views = {profile.article_id: view_of(profile) for profile in PILE}
    nothing = read_judgements([], views)
    assert split_groups([both, STORIES[2]], views, [], nothing, GroupSettings()) == STORIES[:3]
    merge = Judgement(judgement_id="1", kind="merge", subjects=(), note="", number=1,
                      sides=(tuple(STORIES[0]), tuple(STORIES[1])))  # fmt: skip
    assert split_groups([both], views, [], read_judgements([merge], views), GroupSettings()) == [sorted(both)]
    copied = split_groups([both], views, [("s00a000", "s01a000")], nothing, GroupSettings())
    assert any({"s00a000", "s01a000"} <= set(group) for group in copied)
    assert split_groups([both], views, [], nothing, GroupSettings(split_most=5)) == [sorted(both)]


def test_articles_without_a_day_come_by_the_latest_day_they_name_or_last() -> None:
    assert find_day(make_report(1, 8, 3)) == "2021-03-04"
    assert find_day(make_report(1, 8, None)) == "~"
    assert find_day(replace(make_report(1, 8, None), days=("03-01", "2021-05-02", "2020-01-01"))) == "2021-05-02"
    assert sorted([*STORIES[1], "s01a008"]) in place([*PILE, make_report(1, 8, None)])


def test_a_large_pile_goes_through_the_stream_and_keeps_the_contract() -> None:
    records = list(group_corpus(Batch("", {Profile: tuple(PILE)}), GroupSettings(stream_from=10)))
    stories = [record for record in records if isinstance(record, Story)]
    assert sorted(list(story.articles) for story in stories) == STORIES
    placed = {record.article_id: record.story_id for record in records if isinstance(record, Placement)}
    assert len(placed) == len(PILE)


def test_ids_of_stories_stay_as_articles_come_in_one_by_one() -> None:
    order = sorted(PILE, key=lambda profile: (profile.day or "~", profile.article_id))
    before: dict[str, str] = {}
    for count in range(8, len(order) + 1, 5):
        records = group_corpus(Batch("", {Profile: tuple(order[:count])}), GroupSettings(stream_from=1))
        found = {row.article_id: row.story_id for row in records if isinstance(row, Placement)}
        assert all(found[article] == story for article, story in before.items())
        before = found


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(0, 30), st.none() | st.integers(0, 90)), max_size=25),
    st.integers(1, 9),
    st.randoms(use_true_random=False),
)
def test_any_pile_is_placed_once_and_the_order_given_changes_nothing(
    drawn: list[tuple[int, int, int | None]], block: int, dice: random.Random
) -> None:
    pile = list({profile.article_id: profile for profile in (make_report(*row) for row in drawn)}.values())
    groups = place(pile, block=block, most_groups=8)
    assert sorted(article for group in groups for article in group) == sorted(row.article_id for row in pile)
    dice.shuffle(pile)
    assert place(pile, block=block, most_groups=8) == groups
