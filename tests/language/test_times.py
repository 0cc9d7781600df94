"""What the time grammar finds, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.reader import read_article
from dateline.language.reading import Seen, SeenName
from dateline.language.times import find_times
from dateline.model import Article, TimeExpression


def make_article(text: str) -> Article:
    return Article(
        article_id="a",
        capture_id="c",
        uri="a.txt",
        sha256="",
        language="en",
        text=text,
    )


def find(text: str) -> tuple[TimeExpression, ...]:
    return find_times(read_article(make_article(text)))


def said(time: TimeExpression) -> dict[str, object]:
    """Return the fields of a meaning that say something."""
    meaning = time.meaning
    names = ("form", "year", "month", "day", "hour", "minute", "weekday", "zone", "name", "unit", "amount", "shift")
    fields = {name: getattr(meaning, name) for name in (*names, "modifier")}
    found = {name: value for name, value in fields.items() if value is not None}
    return found | ({"anchor": "narrative"} if meaning.anchor == "narrative" else {})


GOLDEN: list[tuple[str, str, str, dict[str, object]]] = [
    ("The envoys met on March 15 in Oslo.", "March 15", "DATE", {"form": "calendar", "month": 3, "day": 15}),
    (
        "They met on 15 March 2019 in Oslo.",
        "15 March 2019",
        "DATE",
        {"form": "calendar", "year": 2019, "month": 3, "day": 15},
    ),
    (
        "It opened in September last year.",
        "September last year",
        "DATE",
        {"form": "calendar", "month": 9, "unit": "year", "amount": -1},
    ),
    (
        "The office closed on Friday (March 22).",
        "Friday (March 22)",
        "DATE",
        {"form": "calendar", "month": 3, "day": 22, "weekday": 4},
    ),
    (
        "It closed on Friday, March 22.",
        "Friday, March 22",
        "DATE",
        {"form": "calendar", "month": 3, "day": 22, "weekday": 4},
    ),
    ("He arrived on Monday morning.", "Monday morning", "TIME", {"form": "weekday", "weekday": 0, "name": "morning"}),
    ("The vote is next Friday.", "next Friday", "DATE", {"form": "weekday", "weekday": 4, "shift": 1}),
    (
        "He resigned three days ago.",
        "three days ago",
        "DATE",
        {"form": "offset", "unit": "day", "amount": -3, "shift": -1},
    ),
    (
        "Three days later the bridge opened.",
        "Three days later",
        "DATE",
        {"form": "offset", "unit": "day", "amount": 3, "shift": 1, "anchor": "narrative"},
    ),
    (
        "It failed earlier this month.",
        "earlier this month",
        "DATE",
        {"form": "offset", "unit": "month", "amount": 0, "modifier": "early"},
    ),
    ("It happened last month.", "last month", "DATE", {"form": "offset", "unit": "month", "amount": -1}),
    ("It ran for eight years.", "eight years", "DURATION", {"form": "duration", "unit": "year", "amount": 8}),
    ("It was a three-day strike.", "three-day", "DURATION", {"form": "duration", "unit": "day", "amount": 3}),
    (
        "They meet every Friday.",
        "every Friday",
        "SET",
        {"form": "set", "weekday": 4, "unit": "week", "amount": 1},
    ),
    (
        "In the early 1990s it grew.",
        "the early 1990s",
        "DATE",
        {"form": "period", "year": 1990, "name": "decade", "modifier": "early"},
    ),
    (
        "It was built in the 19th century.",
        "the 19th century",
        "DATE",
        {"form": "period", "year": 1801, "name": "century"},
    ),
    ("It closed this summer.", "this summer", "DATE", {"form": "period", "name": "summer", "shift": 0}),
    (
        "Profit fell in the third quarter of 2018.",
        "the third quarter of 2018",
        "DATE",
        {"form": "period", "year": 2018, "name": "Q3"},
    ),
    (
        "The blast came at around 10.30pm last night.",
        "around 10.30pm last night",
        "TIME",
        {"form": "offset", "hour": 22, "minute": 30, "name": "night", "unit": "day", "amount": -1, "modifier": "about"},
    ),
    (
        "They spoke at 10 a.m. EDT on Thursday.",
        "10 a.m. EDT on Thursday",
        "TIME",
        {"form": "weekday", "hour": 10, "weekday": 3, "zone": "EDT"},
    ),
    ("It began on 2018-09-01.", "2018-09-01", "DATE", {"form": "calendar", "year": 2018, "month": 9, "day": 1}),
    ("It has stood since 1998.", "1998", "DATE", {"form": "calendar", "year": 1998, "modifier": "since"}),
    (
        "Shops shut on Christmas Eve.",
        "Christmas Eve",
        "DATE",
        {"form": "calendar", "month": 12, "day": 24, "name": "holiday"},
    ),
    ("The mayor spoke recently.", "recently", "DATE", {"form": "vague", "name": "past"}),
    (
        "He wrote that day to the court.",
        "that day",
        "DATE",
        {"form": "offset", "unit": "day", "amount": 0, "anchor": "narrative"},
    ),
    (
        "It rose around Nov. 1.",
        "around Nov. 1",
        "DATE",
        {"form": "calendar", "month": 11, "day": 1, "modifier": "about"},
    ),
    ("It fell in April 480 BC.", "April 480 BC", "DATE", {"form": "calendar", "year": -480, "month": 4}),
    ("It stood in AD 70.", "AD 70", "DATE", {"form": "calendar", "year": 70}),
    ("It closed in the nineties.", "the nineties", "DATE", {"form": "period", "year": 1990, "name": "decade"}),
    ("It opened on May twenty-second.", "May twenty-second", "DATE", {"form": "calendar", "month": 5, "day": 22}),
    (
        "It rained for a month or two.",
        "a month or two",
        "DURATION",
        {"form": "duration", "unit": "month", "amount": 1, "modifier": "about"},
    ),
    ("It lasted 3.5 years.", "3.5 years", "DURATION", {"form": "duration", "unit": "year", "amount": 3.5}),
    ("It rang twice a day.", "twice a day", "SET", {"form": "set", "unit": "day", "amount": 1}),
    ("Shops open on weekends.", "weekends", "SET", {"form": "set", "name": "weekend", "amount": 1}),
    (
        "They met early in the morning of 29 April 1975.",
        "early in the morning of 29 April 1975",
        "TIME",
        {"form": "calendar", "year": 1975, "month": 4, "day": 29, "name": "morning", "modifier": "early"},
    ),
    ("They met on Eid al-Fitr.", "Eid al-Fitr", "DATE", {"form": "period", "name": "islamic-10-01"}),
    (
        "They met in week 12 of 2019.",
        "week 12 of 2019",
        "DATE",
        {"form": "period", "year": 2019, "name": "week", "amount": 12},
    ),
    (
        "Sales rose from the same period a year ago.",
        "the same period a year ago",
        "DATE",
        {"form": "offset", "name": "compared", "unit": "year", "amount": -1},
    ),
    (
        "Sales rose in the latest quarter.",
        "the latest quarter",
        "DATE",
        {"form": "offset", "name": "told", "unit": "quarter", "amount": 0},
    ),
    ("The third-quarter loss grew.", "third-quarter", "DATE", {"form": "period", "name": "Q3"}),
    ("They lived in nineteen eighty-four.", "nineteen eighty-four", "DATE", {"form": "calendar", "year": 1984}),
    (
        "More than two and a half years ago it sank.",
        "More than two and a half years ago",
        "DATE",
        {"form": "offset", "unit": "year", "amount": -2.5, "shift": -1, "modifier": "more"},
    ),
]


@pytest.mark.parametrize(("text", "words", "kind", "fields"), GOLDEN, ids=[words for _, words, _, _ in GOLDEN])
def test_an_expression_says_what_it_means(text: str, words: str, kind: str, fields: dict[str, object]) -> None:
    (time,) = find(text)
    assert (time.text, time.kind, said(time)) == (words, kind, fields)
    assert text[time.start : time.end] == words


@pytest.mark.parametrize(
    "text",
    [
        "They may march to the square.",
        "A man aged 31 and a 20-year-old woman won.",
        "About 2000 soldiers sat in the sun.",
        "The ticket cost $2000 in all.",
        "The Sunday Times praised Friday Night Lights.",
        "Its 25th anniversary was a second chance.",
        "Prices fall when demand does.",
        "Nothing can happen at 25:99 or on 2019-02-30.",
        "Write to harbourwatch2017.com or news-2018.example for more.",
        "The Harbour Vision 2030 paper praised Expo 2015 and Ferry Runner 2049.",
        "The council backed Resolution 1973 and flew home on Flight 1815.",
        "She told “Today” of the Sept. 11 attacks.",
        "He was heard on the Radio 4 Today program and on Harbour Talk's This Week.",
        "Twelve hundred boats lay there.",
        "She won a second race.",
        "The spring in the clock broke.",
    ],
)
def test_what_only_looks_like_a_time_is_left_alone(text: str) -> None:
    assert [time.text for time in find(text)] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They will march in March.", ["March"]),
        ("The May election was close.", ["May"]),
        ("Prices fall in spring.", ["spring"]),
        ("The march on Friday drew thousands.", ["Friday"]),
        ("They will leave as soon as the tide turns.", []),
    ],
)
def test_a_word_that_is_a_time_or_not_is_told_by_its_part_in_the_sentence(text: str, words: list[str]) -> None:
    assert [time.text for time in find(text)] == words


def test_what_the_network_sees_as_a_name_is_no_time() -> None:
    reading = read_article(make_article("Critics of May rose against it in June."))
    name = SeenName((11, 14), "PER", 0.9)
    assert [time.text for time in find_times(replace(reading, seen=Seen(names=(name,))))] == ["June"]
    assert [time.text for time in find_times(replace(reading, seen=Seen()))] == ["May", "June"]


def test_a_range_keeps_its_end() -> None:
    (time,) = find("The summit was held on Feb. 27 to 28 in Oslo.")
    assert time.text == "Feb. 27 to 28"
    assert time.meaning.until is not None
    assert (time.meaning.until.month, time.meaning.until.day) == (2, 28)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It fell in fiscal 1989 and in 1990.", ["fiscal 1989", "1990"]),
        ("It opened in March 1989, closed in Sept. 2016.", ["March 1989", "Sept. 2016"]),
        ("He won the 2012 race, and lost in 2014.", ["2012", "2014"]),
        ("Today the council met.", ["Today"]),
    ],
)
def test_years_stay_years(text: str, words: list[str]) -> None:
    assert [time.text for time in find(text)] == words


@pytest.mark.parametrize(
    ("text", "words", "end"),
    [
        ("It stood empty between 2011 and 2016.", "2011 and 2016", {"year": 2016}),
        ("He chaired it from June 2003 to March 2006.", "June 2003 to March 2006", {"year": 2006, "month": 3}),
        ("They sailed from mid-May to July.", "mid-May to July", {"month": 7}),
        ("It was shut between May and July 2015.", "May and July 2015", {"year": 2015, "month": 7}),
        ("They met on Saturday and Sunday.", "Saturday and Sunday", {"weekday": 6}),
        ("It ran between March 19 and May 26.", "March 19 and May 26", {"month": 5, "day": 26}),
        ("It ran from May to August 2017.", "May to August 2017", {"year": 2017, "month": 8}),
        ("The war of 499-449 BC ended.", "499-449 BC", {"year": -449}),
        ("The shop opens from 8 a.m. to 5 p.m. on Friday.", "8 a.m. to 5 p.m. on Friday", {"hour": 17}),
        ("It rained for two to three weeks.", "two to three weeks", {"unit": "week", "amount": 3}),
        ("It grew in the 1990s to 2010s.", "the 1990s to 2010s", {"name": "decade", "year": 2010}),
        ("It won the 2017-18 season.", "2017-18", {"year": 2018}),
    ],
)
def test_a_stretch_is_one_expression(text: str, words: str, end: dict[str, int]) -> None:
    (time,) = find(text)
    assert time.text == words
    assert time.meaning.until is not None
    assert {name: getattr(time.meaning.until, name) for name in end} == end


def test_days_apart_are_two_expressions() -> None:
    assert [time.text for time in find("It burned in 1976 and 1986, on Monday and Friday.")] == [
        "1976",
        "1986",
        "Monday",
        "Friday",
    ]


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The storm prompted him to hint on Tuesday that he was done.", "past"),
        ("The fire caused it to shut down on Saturday.", "past"),
        ("He kept the seat for an election set for June 25.", "future"),
        ("They talked of the rise slated for May.", "future"),
        ("The town would send its crews to work on Monday.", "future"),
        ("Ministers were to meet on Saturday.", "future"),
        ("Envoys are scheduled to meet beginning Friday.", "future"),
        ("They wrote ahead of his visit on Thursday.", "present"),
        ("A ban that includes oil since late March holds.", "past"),
        ("Fire could be heard on Friday.", "present"),
        ("They argued over the June 25 election.", "present"),
        ("The army on Friday withdrew its troops.", "past"),
        ("On Friday, the army withdrew its troops.", "past"),
        ("The minister plans to visit the port on Friday.", "future"),
        ("The court will rule on Friday.", "future"),
        ("Schools on Stell will stay closed on Monday.", "future"),
        ("The team failed to appear on Friday.", "past"),
        ("The talks are scheduled for Friday.", "future"),
        ("The ship has been missing since Friday.", "past"),
        ("It now holds a tenth, the bank said.", "present"),
        ("Posts were being cut on Friday.", "past"),
        ("The office, which shut on Friday, will move.", "past"),
        ("The Gazette was the first to report the sale on Tuesday.", "past"),
        ("The group plans to report the sale on Tuesday.", "future"),
    ],
)
def test_the_clause_shows_its_tense(text: str, tense: str) -> None:
    (time,) = find(text)
    assert time.tense == tense


def test_what_is_first_done_on_a_weekday_is_not_of_the_first() -> None:
    assert [time.text for time in find("The mayor said Orm on Friday first set out her plan.")] == ["Friday"]
    assert [time.text for time in find("The council met on Friday the first.")] == ["Friday the first"]


@given(st.text(max_size=120))
@settings(max_examples=100, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    times = find(text)
    assert times == find(text)
    assert all(text[time.start : time.end] == time.text for time in times)


_WORDS = st.sampled_from(
    "March Friday 22 2019 the last next of three days ago 10 : 30 p.m. - / , ( ) in Sept. 31 99 0 year earlier".split()
)


@given(st.lists(_WORDS, max_size=14))
@settings(max_examples=150, deadline=None)
def test_any_row_of_time_words_can_be_read_without_overlap(words: list[str]) -> None:
    times = find(" ".join(words))
    ends = [0, *(time.end for time in times)]
    assert all(time.start >= end for time, end in zip(times, ends, strict=False))
