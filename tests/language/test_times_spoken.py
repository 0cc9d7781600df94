"""Times as they are typed and dictated, and the running news in which the same words are no times."""

from __future__ import annotations

import pytest

from dateline.events.times.date import date_story
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.language.times_register import is_history, tells_of_antiquity
from dateline.model import Article, Sentence, TimeExpression, TimeReference
from dateline.settings import DateSettings
from dateline.stage import Batch

WRITTEN = "2019-05-14"
"""A Tuesday."""


def find_values(text: str) -> list[tuple[str, str | None]]:
    """Return the words and the value of each time in a text written on that day."""
    article = Article(
        article_id="a",
        capture_id="c",
        uri="a.txt",
        sha256="",
        language="en",
        published=WRITTEN,
        published_basis="metadata",
        text=text,
    )
    reading = read_article(article)
    times = find_times(reading)
    sentences = tuple(sentence.sentence for sentence in reading.sentences)
    rows = date_story(Batch("story", {Article: (article,), Sentence: sentences, TimeExpression: times}), DateSettings())
    values = {row.time_id: row.value for row in rows if isinstance(row, TimeReference)}
    return [(time.text, values[time.time_id]) for time in times]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("We will call you at six thirty.", "six thirty", "2019-05-14T06:30"),
        ("The choir will sing tomorrow at 7.", "tomorrow at 7", "2019-05-15T07:00"),
        ("The choir will sing tonight at 8.", "tonight at 8", "2019-05-14T20:00"),
        ("The choir will sing five-thirty tomorrow evening.", "five-thirty tomorrow evening", "2019-05-15T17:30"),
        ("The choir will sing tonight from 7 to 9.", "tonight from 7 to 9", "2019-05-14T19:00/2019-05-14T21:00"),
        ("It opens 11:30 am to 12:30 today.", "11:30 am to 12:30 today", "2019-05-14T11:30/2019-05-14T12:30"),
        ("We will come next week Wednesday.", "next week Wednesday", "2019-05-22"),
        ("We will come on Friday 31.", "Friday 31", "2019-05-31"),
        ("We will come on Friday the thirty first.", "Friday the thirty first", "2019-05-31"),
        ("We will come on 22/06.", "22/06", "2019-06-22"),
        ("We will come on the 18th.", "the 18th", "2019-05-18"),
        ("We will come on 2019/Jun/23.", "2019/Jun/23", "2019-06-23"),
        ("The fair will run from March to June.", "March to June", "2019-03/2019-06"),
        ("It ran from Nov-Feb 2017.", "Nov-Feb 2017", "2016-11/2017-02"),
        ("The bill is due on the 19th of every month.", "the 19th of every month", "XXXX-XX-19"),
        ("The choir sings every Monday at 4 p.m.", "every Monday at 4 p.m.", "XXXX-WXX-1T16:00"),
        ("The council meets semi-annually.", "semi-annually", "P6M"),
        ("It takes an hour and a half.", "an hour and a half", "PT1.5H"),
        ("They asked for another week.", "another week", "P1W"),
    ],
)  # fmt: skip
def test_a_typed_time_has_its_value(text: str, words: str, value: str) -> None:
    assert (words, value) in find_values(text)


@pytest.mark.parametrize(
    "text",
    [
        "The rovers won 3-1 at home.",
        "Their fever was 37.1 at most.",
        "Shares rose to 5.12, up 2.",
        "They march first and ask later.",
        "It was an everyday matter.",
        "About 3/4 of the members agreed.",
    ],
)
def test_numbers_of_running_news_are_no_times(text: str) -> None:
    assert find_values(text) == []


@pytest.mark.parametrize("text", ["They met on Friday 31 drivers of the mill.", "The rovers met them on Friday 3-1."])
def test_a_number_after_a_weekday_may_count(text: str) -> None:
    assert [words for words, _ in find_values(text)] == ["Friday"]


def test_a_range_before_christ_keeps_both_ends() -> None:
    text = "The towns rebelled in 520 BC. The rising of 499-493 BC was put down, and by 490 BC it was forgotten."
    assert ("499-493 BC", "BC0499/BC0493") in find_values(text)


HISTORY = (
    "The mill of Arden opened in 1801 and burned in 1815. It was built again in 1820, by its former owner. It closed "
    "in 1851, opened in 1860 and fell down in 1902."
)


def test_a_history_is_told_from_news() -> None:
    news = (
        "The mill opened in 1801, he said on Friday. It burned in 1815, 1820, 1850, 1860 and 1902, she said on Monday."
    )
    assert is_history(HISTORY)
    assert not is_history(news)
    assert not is_history("The mill of Arden opened in 1801.")
    assert tells_of_antiquity("From 490 BC to 480 BC and in 479 BC") and is_history(
        "From 490 BC to 480 BC and in 479 BC"
    )


def test_former_is_a_time_in_a_history_alone() -> None:
    assert ("former", "PAST_REF") in find_values(HISTORY)
    assert "former" not in [words for words, _ in find_values("Its former owner came on Friday.")]
