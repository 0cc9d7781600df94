"""Grouping: every article in exactly one story, judgements first, reasons in words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.model import Copy, Judgement, Link, Placement, Profile, Record, Story
from dateline.settings import GroupSettings, RelateSettings
from dateline.stage import Batch
from dateline.stories.group import group_corpus
from dateline.stories.likeness import View, chance, days_between, explain, join_views, view_of
from dateline.stories.relate import relate_bucket

BARGE = ("Pelm", "barge", "quay", "Dravik", "collision", "ferry", "captain", "fog", "inquest", "harbour")
"""Words of an invented affair: a barge rams a ferry at Pelm."""
VOTE = ("Ostrel", "ballot", "runoff", "candidate", "turnout", "Lindqvar", "recount", "precinct", "mayor", "coalition")
SHARED = ("report", "official", "week", "statement", "morning")


def make_profile(article_id: str, *terms: str, day: str | None = None, days: tuple[str, ...] = ()) -> Profile:
    weight = round(len(terms) ** -0.5, 5) if terms else 0.0
    names = tuple(term.lower() for term in terms if term[0].isupper())
    return Profile(
        article_id=article_id,
        title=f"On {article_id}",
        buckets=tuple(sorted(terms)),
        terms=tuple((term, weight) for term in sorted(terms)),
        opening=tuple((term, weight) for term in sorted(terms)),
        names=names,
        rarities=tuple(6.0 for _ in names),
        told=tuple(1 for _ in names),
        numbers=(),
        days=days,
        day=day,
    )


def relate(*profiles: Profile) -> list[Link]:
    buckets: defaultdict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        for bucket in profile.buckets:
            buckets[bucket].append(profile)
    batches = [Batch(key, {Profile: tuple(rows)}) for key, rows in buckets.items() if len(rows) > 1]
    return [row for batch in batches for row in relate_bucket(batch, RelateSettings()) if isinstance(row, Link)]


def run(*profiles: Profile, others: tuple[Record, ...] = ()) -> list[Record]:
    rows = {
        Profile: profiles,
        Link: tuple(relate(*profiles)),
        Copy: tuple(row for row in others if isinstance(row, Copy)),
        Judgement: tuple(row for row in others if isinstance(row, Judgement)),
    }
    records = list(group_corpus(Batch("", rows), GroupSettings()))
    placed = [record.article_id for record in records if isinstance(record, Placement)]
    assert sorted(placed) == sorted(profile.article_id for profile in profiles)
    return records


def group(*profiles: Profile, others: tuple[Record, ...] = ()) -> list[list[str]]:
    stories = [record for record in run(*profiles, others=others) if isinstance(record, Story)]
    return sorted(list(story.articles) for story in stories)


def judge(kind: str, *subjects: str) -> Judgement:
    return Judgement(judgement_id=kind, kind=kind, subjects=subjects, note="")


A, B, C = (make_profile(name) for name in "abc")
BARGES = tuple(make_profile(f"b{at}", *BARGE[at:], *BARGE[: at - 1], SHARED[at]) for at in range(1, 4))
VOTES = tuple(make_profile(f"v{at}", *VOTE[at:], *VOTE[: at - 1], SHARED[at]) for at in range(1, 4))


def test_a_lone_article_is_a_story_of_one() -> None:
    assert group(A) == [["a"]]


def test_two_affairs_make_two_stories() -> None:
    assert group(*BARGES, *VOTES) == [["b1", "b2", "b3"], ["v1", "v2", "v3"]]


def test_a_heap_of_strangers_stays_apart() -> None:
    strangers = [make_profile(f"s{at}", *SHARED[:2], *(f"own{at}{word}" for word in "klmnopqr")) for at in range(12)]
    assert group(*strangers) == sorted([profile.article_id] for profile in strangers)


def test_a_copy_belongs_to_what_it_copies() -> None:
    copy = Copy(article_id="b", of="a", kind="reprint", share=0.9, why="", spans=())
    assert group(A, B, others=(copy,)) == [["a", "b"]]
    whys = [record.why for record in run(A, B, others=(copy,)) if isinstance(record, Placement)]
    assert whys == ["reprint copy of b", "reprint copy of a"]


def test_partial_reuse_alone_does_not_join() -> None:
    copy = Copy(article_id="b", of="a", kind="partial", share=0.3, why="", spans=())
    assert group(A, B, others=(copy,)) == [["a"], ["b"]]


def test_judgements_win_over_texts_and_copies() -> None:
    copy = Copy(article_id="b2", of="b1", kind="exact", share=1.0, why="", spans=())
    assert group(A, B, others=(judge("same", "a", "b"),)) == [["a", "b"]]
    parted = group(*BARGES[:2], others=(judge("not_same", "b2", "b1"), copy))
    assert parted == [["b1"], ["b2"]]


OTHERS = ("pension", "clerk", "refund", "levy", "tariff", "audit", "ledger", "fee", "stamp", "invoice")


def test_a_follow_up_joins_by_the_mark_of_its_affair() -> None:
    follow_up = make_profile("f", "Dravik", "Pelm", *OTHERS)
    assert view_chance(follow_up, BARGES[0]) < GroupSettings().least_chance
    assert ["b1", "b2", "b3", "f"] in group(*BARGES, *VOTES, follow_up)


def test_a_mark_that_strangers_bear_joins_nothing() -> None:
    follow_up = make_profile("f", "Dravik", *OTHERS)
    crowd = [make_profile(f"x{at}", "Dravik", *(f"w{at}{word}" for word in "klmnopqrstuvw")) for at in range(9)]
    assert ["f"] in group(*BARGES, *VOTES, follow_up, *crowd)


def test_a_place_is_no_mark() -> None:
    follow_up = replace(make_profile("f", "Dravik", "Pelm", *OTHERS), places=("dravik", "pelm"))
    assert ["f"] in group(*BARGES, *VOTES, follow_up)


def test_fewer_follow_ups_join_by_a_mark_where_no_day_is_known() -> None:
    def tell(day: str | None) -> list[Profile]:
        terms = ("Dravik", "Pelm", "ferry", "fog", "harbour", *OTHERS[:3])
        return [make_profile(f"f{at}", *terms, day=day) for at in range(3)]

    dated = [replace(barge, day="2021-05-04") for barge in BARGES]
    assert ["b1", "b2", "b3", "f0", "f1", "f2"] in group(*dated, *VOTES, *tell("2021-05-20"))
    assert ["f0", "f1", "f2"] in group(*BARGES, *VOTES, *tell(None))


def test_reasons_name_what_is_shared_and_the_days_between() -> None:
    left = make_profile("a", *BARGE, day="2021-05-04", days=("2021-05-03",))
    right = make_profile("b", *BARGE, day="2021-05-06", days=("05-03",))
    why = explain(view_of(left), view_of(right))
    assert why.startswith("both name dravik, pelm; share ")
    assert why.endswith("both give 3 May; 2 days apart")
    assert explain(view_of(A), view_of(left)) == "no name in common; days unknown"


def test_chance_falls_with_days_between_and_links_come_from_one_bucket_only() -> None:
    near = make_profile("a", *BARGE, day="2021-05-04"), make_profile("b", *BARGE, day="2021-05-05")
    far = make_profile("a", *BARGE, day="2021-05-04"), make_profile("b", *BARGE, day="2022-05-05")
    assert view_chance(*near) > view_chance(*far)
    assert [link.score for link in relate(*near)] == [round(view_chance(*near), 4)]


def view_chance(left: Profile, right: Profile) -> float:
    return chance(view_of(left), view_of(right))


def test_a_joined_view_spans_its_articles() -> None:
    views = [view_of(make_profile(name, *BARGE, day=day)) for name, day in (("a", "2021-05-04"), ("b", "2021-05-09"))]
    whole = join_views([*views, view_of(A)])
    assert whole.count == 3
    assert days_between(whole, view_of(make_profile("c", day="2021-05-06"))) == 0
    assert days_between(whole, view_of(make_profile("c", day="2021-05-12"))) == 3
    assert days_between(whole, view_of(A)) is None
    assert sum(weight * weight for weight in whole.terms.values()) == pytest.approx(1.0)
    with pytest.raises(ValueError, match="no view"):
        join_views([])


@given(st.lists(st.sets(st.sampled_from([*BARGE, *VOTE, *SHARED]), max_size=12), min_size=1, max_size=9), st.randoms())
@settings(max_examples=40, deadline=None)
def test_any_pile_is_placed_once_in_any_order(drawn: list[set[str]], random: object) -> None:
    profiles = [make_profile(f"p{at}", *sorted(terms)) for at, terms in enumerate(drawn)]
    first = group(*profiles)
    random.shuffle(profiles)  # type: ignore[attr-defined]
    assert group(*profiles) == first
    for left in profiles:
        for right in profiles:
            assert view_chance(left, right) == pytest.approx(view_chance(right, left))


def test_an_empty_view_is_like_nothing() -> None:
    assert chance(View(), View()) < 0.01
