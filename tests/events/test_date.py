"""Writing days settled for a story as a whole, and time expressions resolved from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.dates import cut, parse_cut
from dateline.events.times.date import date_story
from dateline.language.quantities import find_quantities
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, Copy, Dating, Quantity, Sentence, TimeExpression, TimeReference
from dateline.settings import DateSettings
from dateline.stage import Batch

DATED = (
    "Ferry crews return to work in Marstal\n\n"
    "Ferry crews went back to work in Marstal on Monday after a strike that closed the harbour last week.\n\n"
    "The crews closed the harbour on Friday in a quarrel over pay with the island council.\n\n"
    "The council opened the new ferry terminal in September last year."
)
SAME_FRIDAY = (
    "Strike closes Marstal harbour\n\n"
    "Ferry crews closed the harbour of Marstal on Friday in a quarrel over pay with the island council.\n\n"
    "The council plans to hold talks with the crews on Saturday and Sunday."
)
NEXT_DAY = (
    "Marstal harbour shut\n\n"
    "The harbour of Marstal lay still after ferry crews closed it on Friday in a quarrel over pay with the council.\n\n"
    "The council and the crews were to meet later on Saturday, and again on Sunday."
)


def make_article(article_id: str, text: str, published: str | None = None) -> Article:
    title = text.partition("\n")[0]
    return Article(
        article_id=article_id,
        capture_id=article_id,
        uri=f"{article_id}.txt",
        sha256="",
        title=title,
        published=published,
        published_basis="metadata" if published else None,
        language="en",
        text=text,
        body_start=len(title),
    )


def date_articles(
    articles: Sequence[Article], copies: Sequence[Copy] = ()
) -> tuple[dict[str, Dating], dict[str, list[tuple[str, TimeReference]]]]:
    """Run the stage; return datings, and references with their words, by article."""
    readings = [read_article(article) for article in articles]
    times = [time for reading in readings for time in find_times(reading)]
    sentences = tuple(sentence.sentence for reading in readings for sentence in reading.sentences)
    counts = [find_quantities(reading, find_times(reading)) for reading in readings]
    rows = {
        Article: tuple(articles),
        Sentence: sentences,
        TimeExpression: tuple(times),
        Quantity: tuple(quantity for row in counts for quantity in row),
        Copy: tuple(copies),
    }
    records = list(date_story(Batch("story", rows), DateSettings()))
    words = {time.time_id: time.text for time in times}
    references: dict[str, list[tuple[str, TimeReference]]] = {article.article_id: [] for article in articles}
    for record in records:
        if isinstance(record, TimeReference):
            references[record.article_id].append((words[record.time_id], record))
    return {record.article_id: record for record in records if isinstance(record, Dating)}, references


def test_expressions_count_from_the_day_of_a_dated_report() -> None:
    _, references = date_articles([make_article("a", DATED, "2019-03-25")])
    days = {words: (found.first, found.anchor) for words, found in references["a"]}
    assert days == {
        "Monday": ("2019-03-25", "report"),
        "last week": ("2019-03-18", "report"),
        "Friday": ("2019-03-22", "report"),
        "September last year": ("2018-09", "report"),
    }


def test_an_undated_report_gets_the_friday_that_a_dated_one_tells_of() -> None:
    articles = [make_article("a", DATED, "2019-03-25"), make_article("c", NEXT_DAY, "2019-03-23")]
    datings, references = date_articles([*articles, make_article("b", SAME_FRIDAY)])
    assert datings["b"].published == "2019-03-22"
    assert datings["b"].basis == "inferred"
    assert 0 < datings["b"].confidence < datings["a"].confidence
    assert "still lay ahead" in datings["b"].why
    days = {words: (found.first, found.anchor) for words, found in references["b"]}
    assert days["Friday"] == ("2019-03-22", "story")
    assert days["Saturday and Sunday"] == ("2019-03-23", "story")


def test_with_no_day_anywhere_all_stays_open() -> None:
    datings, references = date_articles([make_article("b", SAME_FRIDAY)])
    assert datings["b"].published is None
    assert datings["b"].first is None
    assert datings["b"].basis == "unknown"
    assert all(found.first is None and found.confidence == 0 for _, found in references["b"])


def test_a_report_with_nothing_in_common_stays_undated() -> None:
    other = make_article(
        "c", "Chess club moves\n\nThe chess club of Odense has moved to a bigger house near the river."
    )
    datings, _ = date_articles([make_article("a", DATED, "2019-03-25"), other])
    assert datings["c"].published is None


def test_a_copy_takes_the_day_of_its_original() -> None:
    copy = Copy(article_id="b", of="a", kind="reprint", share=0.95, why="same text", spans=())
    articles = [make_article("a", DATED, "2019-03-25"), make_article("b", DATED)]
    datings, _ = date_articles(articles, [copy])
    assert datings["b"].published == "2019-03-25"
    assert "dated article" in datings["b"].why


def test_a_dateline_without_a_year_takes_the_year_of_the_story() -> None:
    later = replace(make_article("b", "Ferries sail\n\nAll ferries sailed."), dateline_date="XXXX-03-26")
    datings, _ = date_articles([make_article("a", DATED, "2019-03-25"), later])
    assert datings["b"].published == "2019-03-26"


def test_weekdays_find_the_year_of_a_dateline() -> None:
    text = "Harbour shut\n\nThe crews closed the harbour on Friday (March 22). It was built in 2018."
    datings, _ = date_articles([replace(make_article("a", text), dateline_date="XXXX-03-23")])
    assert datings["a"].published == "2019-03-23"


def test_a_day_told_just_before_anchors_what_follows() -> None:
    text = (
        "Strike\n\nThe crews returned on Monday. They had left only three days earlier. The council met the next day."
    )
    _, references = date_articles([make_article("a", text, "2019-03-25")])
    found = dict(references["a"])
    assert (found["three days earlier"].first, found["three days earlier"].anchor) == ("2019-03-22", "narrative")


def test_two_days_told_before_leave_what_follows_open() -> None:
    text = "Strike\n\nThe crews left on Friday and returned on Monday. Three days later the council met."
    _, references = date_articles([make_article("a", text, "2019-03-26")])
    found = dict(references["a"])
    assert found["Three days later"].first is None


def test_clock_times_keep_their_minute() -> None:
    text = "Blast\n\nThe blast came at 10.30pm last night."
    _, references = date_articles([make_article("a", text, "2019-03-25")])
    ((_, found),) = references["a"]
    assert (found.first, found.grain) == ("2019-03-24T22:30", "minute")


def test_a_stated_day_is_doubted_but_kept_when_the_text_runs_past_it() -> None:
    text = "Strike\n\nThe crews returned on June 3, 2019, after a week."
    datings, _ = date_articles([make_article("a", text, "2019-03-25")])
    assert datings["a"].published == "2019-03-25"
    assert datings["a"].confidence <= 0.5


CRAWLED = (
    "Strike closes Marstal harbour\n\n"
    "Ferry crews closed the harbour of Marstal on Friday in a quarrel over pay with the island council.\n\n"
    "On Thursday the council had refused the crews of the ferries a rise in pay.\n\n"
    "The council plans to hold talks with the crews on Saturday and Sunday."
)
EVE = (
    "Council refuses ferry crews\n\n"
    "The island council refused the crews of the ferries a rise in pay on Thursday, and closed the harbour of Marstal "
    "to no one on Friday."
)


def test_a_crawl_date_months_off_is_overruled_and_told() -> None:
    articles = [
        make_article("a", DATED, "2019-03-25"),
        make_article("c", NEXT_DAY, "2019-03-23"),
        make_article("d", EVE, "2019-03-22"),
        make_article("b", CRAWLED, "2019-11-27"),
    ]
    datings, _ = date_articles(articles)
    assert datings["b"].published == "2019-03-22"
    assert datings["b"].basis == "inferred"
    assert "its metadata says 2019-11-27, which cannot be" in datings["b"].why
    assert datings["a"].published == "2019-03-25"


def test_a_copy_with_a_date_months_off_takes_that_of_its_original() -> None:
    copy = Copy(article_id="b", of="a", kind="exact", share=1.0, why="same text", spans=())
    articles = [make_article("a", DATED, "2019-03-25"), make_article("b", DATED, "2020-01-02")]
    datings, _ = date_articles([*articles, make_article("c", NEXT_DAY, "2019-03-23")], [copy])
    assert (datings["b"].published, datings["b"].basis) == ("2019-03-25", "inferred")
    assert datings["a"].published == "2019-03-25"


def test_a_report_written_months_later_keeps_its_date() -> None:
    later = make_article(
        "b", "Ferry pay settled\n\nThe council of Marstal and its ferry crews settled on Tuesday.", "2019-11-27"
    )
    datings, _ = date_articles([make_article("a", DATED, "2019-03-25"), later])
    assert (datings["b"].published, datings["b"].basis) == ("2019-11-27", "metadata")


@pytest.mark.parametrize(
    ("stated", "day", "basis"), [("2012-10-15", "2019-03-22", "dateline"), ("2019-03-24",) * 2 + ("metadata",)]
)
def test_a_dateline_with_its_year_goes_before_a_stated_day_far_from_it(stated: str, day: str, basis: str) -> None:
    filed = replace(make_article("b", SAME_FRIDAY, stated), dateline_date="2019-03-22")
    datings, _ = date_articles([make_article("a", DATED, "2019-03-25"), filed])
    assert (datings["b"].published, datings["b"].basis) == (day, basis)
    assert (stated in datings["b"].why) == (basis == "dateline")


def test_the_day_from_which_computers_count_is_no_date() -> None:
    articles = [make_article("a", DATED, "2019-03-25"), make_article("c", NEXT_DAY, "2019-03-23")]
    datings, _ = date_articles([*articles, make_article("b", SAME_FRIDAY, "1970-01-01")])
    assert datings["b"].published == "2019-03-22"


def test_common_quotations_make_no_copy() -> None:
    copy = Copy(article_id="b", of="a", kind="quote", share=0.9, why="same quotation", spans=())
    other = make_article("b", "Chess\n\nThe chess club of Odense has moved to a bigger house.")
    datings, _ = date_articles([make_article("a", DATED, "2019-03-25"), other], [copy])
    assert datings["b"].published is None


def test_a_story_without_dates_gets_its_year_by_a_weekday() -> None:
    text = (
        "Harbour shut\n\nThe crews closed the harbour on Friday (March 22). Talks were held on Thursday. "
        "The terminal was opened in September 2018."
    )
    datings, _ = date_articles([make_article("a", text)])
    assert datings["a"].first is not None and datings["a"].first >= "2019-03-22"
    assert datings["a"].last is not None and datings["a"].last <= "2019-03-29"


def test_many_undated_reports_are_dated_together() -> None:
    undated = [make_article(f"u{count}", text) for count, text in enumerate((SAME_FRIDAY, NEXT_DAY, EVE))]
    datings, _ = date_articles([make_article("a", DATED, "2019-03-25"), *undated])
    held = [datings[article.article_id] for article in undated]
    assert all(found.first and found.last and found.first <= "2019-03-23" <= found.last for found in held[1:2])
    assert datings["u0"].published == "2019-03-22"


def resolve(text: str, published: str, words: str) -> TimeReference:
    """Return the reference of some words in a lone dated article."""
    _, references = date_articles([make_article("a", f"Harbour news\n\n{text}", published)])
    return next(found for said, found in references["a"] if said == words)


@pytest.mark.parametrize(
    ("text", "published", "words", "first"),
    [
        ("Nothing has sailed since the November floods.", "2016-07-15", "November", "2015-11"),
        ("The crews, weary of November's quarrels, rested.", "2016-07-15", "November", "2015-11"),
        ("The crews will vote in November.", "2016-07-15", "November", "2016-11"),
        ("A vote due in November split the crews.", "2016-07-15", "November", "2016-11"),
        ("He recalled the scheduled end on July 26.", "2016-07-15", "July 26", "2016-07-26"),
        ("Update, Nov. 15, 4 p.m. The ferry was freed.", "2017-11-14", "Nov. 15, 4 p.m.", "2017-11-15T16"),
        ("The council cheered this weekend.", "2015-03-31", "this weekend", "2015-03-28"),
    ],
)
def test_a_date_without_a_year_lies_back_unless_the_words_look_ahead(
    text: str, published: str, words: str, first: str
) -> None:
    assert resolve(text, published, words).first == first


def test_rounded_times_are_unsure_and_plain_ones_sure() -> None:
    text = "On March 3, 2014 it sank. It was built five years ago. It rested on Monday. It rose two months ago."
    sure = resolve(text, "2015-07-15", "March 3, 2014").confidence
    weekday = resolve(text, "2015-07-15", "Monday").confidence
    assert sure >= 0.95 > weekday >= 0.8
    assert resolve(text, "2015-07-15", "five years ago").confidence <= 0.5
    assert resolve(text, "2015-07-15", "two months ago").confidence <= 0.5


def test_a_clock_time_is_of_the_day_named_beside_it_or_open() -> None:
    text = "The fire broke out on Saturday shortly before 6 p.m. local time."
    assert resolve(text, "2018-04-10", "6 p.m. local time").first == "2018-04-07T18"
    assert resolve("The fire broke out at 10.30am.", "2018-04-10", "10.30am").first is None


def test_today_in_speech_is_the_day_it_was_said() -> None:
    text = "“We celebrate today,” the pilot told crowds on Friday. “We rest tomorrow,” she added."
    assert resolve(text, "2016-10-03", "today").first == "2016-09-30"
    assert resolve(text, "2016-10-03", "tomorrow").confidence < 0.6


def test_a_weekday_of_six_days_back_stays_open() -> None:
    datings, references = date_articles([make_article("a", "Ferry\n\nThe crews left on Friday.", "2016-07-14")])
    assert dict(references["a"])["Friday"].first is None
    assert datings["a"].last == "2016-07-14"


def test_a_report_of_the_small_hours_was_updated_on_the_next_day() -> None:
    text = "Ferry\n\nThe ferry was rammed on Thursday night. The mayor spoke early Friday."
    datings, references = date_articles([make_article("a", text, "2016-07-14")])
    found = dict(references["a"])["early Friday"]
    assert (found.first, found.confidence < 0.8) == ("2016-07-15", True)
    assert (datings["a"].published, datings["a"].last) == ("2016-07-14", "2016-07-15")
    assert "updated" in datings["a"].why


def test_another_report_tells_that_the_weekday_is_the_next_day() -> None:
    lead = "Crews closed the harbour of Marstal over pay on Friday."
    articles = [
        make_article("a", f"Strike\n\n{lead}", "2016-07-14"),
        make_article("b", f"Harbour\n\n{lead} Trawlers waited.", "2016-07-15"),
    ]
    datings, references = date_articles(articles)
    assert dict(references["a"])["Friday"].first == "2016-07-15"
    assert datings["a"].last == "2016-07-15"


def test_a_later_report_is_not_dragged_to_the_main_day() -> None:
    told = "Ferry Hanne sank off Marstal with forty aboard on Thursday, rescuers said."
    later = (
        "Toll rises\n\nThe toll of the ferry Hanne, which sank off Marstal on July 14, rose to 41, rescuers said "
        "on Thursday."
    )
    articles = [make_article(name, f"Ferry\n\n{told}", "2016-07-15") for name in "abc"]
    datings, _ = date_articles([*articles, make_article("z", later)])
    assert datings["z"].published is None


def test_a_history_counts_from_its_own_dates() -> None:
    text = (
        "The war\n\nThe fort fell on May 3, 1811. It was burned in October. On January 9, 1812 it was rebuilt. "
        "In March 1812 the army left. The king died in July."
    )
    _, references = date_articles([make_article("a", text, "2010-03-04")])
    found = dict(references["a"])
    assert (found["October"].first, found["July"].first) == ("1811-10", "1812-07")
    assert found["July"].confidence < 0.9


def test_days_count_from_the_place_where_a_report_was_written() -> None:
    here = make_article("a", "Ferry\n\nCrews closed the harbour of Marstal on Friday.", "2019-03-22T23:50")
    there = make_article("b", "Ferry\n\nCrews closed the harbour of Marstal on Friday.", "2019-03-23T05:10")
    zoned = [replace(here, published_zone="-05:00"), replace(there, published_zone="+00:00")]
    datings, references = date_articles(zoned)
    assert [dict(references[key])["Friday"].first for key in "ab"] == ["2019-03-22", "2019-03-22"]
    assert (datings["a"].published, datings["a"].moment) == ("2019-03-22T23:50", "2019-03-23T04:50")
    assert datings["b"].moment == "2019-03-23T05:10"


def test_the_order_of_articles_changes_nothing() -> None:
    articles = [make_article("a", DATED, "2019-03-25"), make_article("b", SAME_FRIDAY), make_article("c", SAME_FRIDAY)]
    articles += [make_article("d", NEXT_DAY), make_article("e", EVE), make_article("f", CRAWLED, "2019-11-27")]
    assert date_articles(articles) == date_articles(articles[::-1])


_TEXTS = st.lists(
    st.sampled_from(
        "Friday yesterday today March 15 will closed the harbour on last month . three days earlier 2019 Sunday".split()
    ),
    max_size=25,
).map(" ".join)


@given(_TEXTS, _TEXTS, st.dates(date(1800, 1, 1), date(2200, 12, 31)), st.sampled_from(["", "T23:50", "T00:05"]))
@settings(max_examples=60, deadline=None)
def test_any_story_is_dated_in_order_or_left_open(one: str, other: str, day: date, clock: str) -> None:
    far = replace(make_article("c", other, "2019-03-25"), published_zone="+14:00")
    first = replace(make_article("a", one, cut(day, "day") + clock), published_zone="-12:00")
    articles = [first, make_article("b", other), far]
    datings, references = date_articles(articles)
    assert set(datings) == {"a", "b", "c"}
    for dating in datings.values():
        assert dating.first is None or (dating.last is not None and dating.first <= dating.last)
        assert 0 <= dating.confidence <= 1
    for _, found in [item for row in references.values() for item in row]:
        assert (found.first is None) == (found.last is None)
        opens, closes = parse_cut(found.first), parse_cut(found.last)
        assert opens is None or (closes is not None and opens.first <= closes.last)
        assert 0 <= found.confidence <= 1
