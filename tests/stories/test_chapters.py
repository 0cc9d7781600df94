"""Chapters: quiet times and a change of what is told part a long story; nothing parts a short or steady one."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dateline.model import Chapter, Dating, Profile, Record
from dateline.settings import ChapterSettings
from dateline.stage import Batch
from dateline.stories.chapters import part_story

START = date(2021, 3, 1)
STORY = ("pelm", "ferry", "osterby")


def make_report(number: int, day: int | None, *words: str) -> Profile:
    terms = sorted({*STORY, *words})
    return Profile(
        article_id=f"a{number:02}",
        title=f"Report {number}",
        buckets=(),
        terms=tuple((term, round(len(terms) ** -0.5, 5)) for term in terms),
        names=(),
        numbers=(),
        day=None if day is None else (START + timedelta(days=day)).isoformat(),
    )


def part(*profiles: Profile, datings: tuple[Dating, ...] = ()) -> list[Chapter]:
    rows: dict[type[Record], tuple[Record, ...]] = {Profile: profiles, Dating: datings}
    return [row for row in part_story(Batch("s", rows), ChapterSettings()) if isinstance(row, Chapter)]


def make_burst(first: int, day: int, *words: str) -> list[Profile]:
    """Five reports on days in a row."""
    return [make_report(first + at, day + at, *words, f"detail{first}", f"point{at}") for at in range(5)]


SINKING = make_burst(0, 0, "sink", "rescue", "captain")
TRIAL = make_burst(10, 90, "court", "verdict", "judge")


def test_a_quiet_time_and_another_matter_part_two_chapters() -> None:
    first, second = part(*SINKING, *TRIAL)
    assert first.articles == tuple(row.article_id for row in SINKING)
    assert (first.first, first.last) == ("2021-03-01", "2021-03-05")
    assert (second.first, second.last) == ("2021-05-30", "2021-06-03")
    assert "86 quiet days, where reports had come every day" in second.why
    assert {"court", "verdict", "judge"} & set(second.why.replace(",", "").split())
    assert second.title in {row.title for row in TRIAL}


def test_short_and_steady_stories_have_no_chapters() -> None:
    assert part(*SINKING) == []
    assert part(*SINKING[:2], *TRIAL[:2]) == [], "too few reports"
    steady = [make_report(number, 7 * number, "court" if number > 9 else "sink") for number in range(20)]
    assert part(*steady) == [], "a report a week is its rhythm"


def test_a_week_without_news_of_the_same_matter_parts_nothing() -> None:
    again = make_burst(10, 12, "sink", "rescue", "captain", "detail0")
    assert part(*SINKING, *again) == []


def test_one_late_report_makes_no_chapter() -> None:
    assert part(*SINKING, make_report(30, 200, "court")) == []


def test_an_undated_report_goes_where_it_is_most_alike() -> None:
    stray = make_report(40, None, "court", "verdict", "judge")
    _, second = part(*SINKING, *TRIAL, stray)
    assert second.articles[-1] == stray.article_id


def test_the_day_settled_for_the_story_goes_before_the_stated_one() -> None:
    moved = Dating(
        article_id="a10", story_id="s", published="2021-03-03", first=None, last=None,
        basis="inferred", why="", confidence=0.9,
    )  # fmt: skip
    first, _ = part(*SINKING, *TRIAL, datings=(moved,))
    assert "a10" in first.articles


@given(st.lists(st.tuples(st.integers(0, 400) | st.none(), st.sampled_from("abcdef")), max_size=30))
def test_chapters_hold_every_article_once_in_the_order_of_days(drawn: list[tuple[int | None, str]]) -> None:
    profiles = [make_report(number, day, word) for number, (day, word) in enumerate(drawn)]
    chapters = part(*profiles)
    assert chapters == part(*reversed(profiles))
    if chapters:
        assert sorted(key for chapter in chapters for key in chapter.articles) == sorted(p.article_id for p in profiles)
        assert all(one.last < other.first for one, other in pairwise(chapters))
        assert len(chapters) > 1
