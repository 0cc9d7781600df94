"""Times counted from an event of a plain day."""

from __future__ import annotations

import pytest
from tests.events.test_date import make_article

from dateline.events.times.date import date_story
from dateline.language.parse import parse_article
from dateline.model import Article, EventMention, Record, Sentence, TimeExpression, TimeReference
from dateline.settings import DateSettings, ParseSettings
from dateline.stage import Batch


def resolve(body: str, words: str) -> TimeReference:
    """Return the reference of some words in an article of Monday, 25 March 2019, read with its events."""
    article = make_article("a", f"Harbour\n\n{body}", "2019-03-25")
    rows: dict[type[Record], list[Record]] = {Article: [article], Sentence: [], TimeExpression: [], EventMention: []}
    for record in parse_article(Batch("a", {Article: (article,)}), ParseSettings()):
        rows.setdefault(type(record), []).append(record)
    batch = Batch("story", {kind: tuple(records) for kind, records in rows.items()})
    found = [record for record in date_story(batch, DateSettings()) if isinstance(record, TimeReference)]
    return next(item for item in found if article.text[item.start : item.end] == words)


def test_days_after_an_event_count_from_its_day() -> None:
    text = "The crews withdrew from the port on Friday. Three days after withdrawing they came back."
    found = resolve(text, "Three days")
    assert (found.first, found.anchor) == ("2019-03-25", "narrative")
    assert found.confidence < 0.7


@pytest.mark.parametrize(
    "text",
    [
        "They came back three days after withdrawing.",
        "They withdrew on Monday. Others withdrew on Friday. They came back three days after withdrawing.",
        "They withdrew on Friday. They came back three days after the mayors and the crews withdrew.",
        "They withdrew on Sunday. They came back three days after withdrawing.",
        "They withdrew on Friday. They came back less than three days after withdrawing.",
    ],
)
def test_an_event_without_one_plain_day_leaves_the_time_open(text: str) -> None:
    words = "less than three days" if "less" in text else "three days"
    assert resolve(text, words).first is None


def test_days_after_an_event_of_a_month_are_of_that_month() -> None:
    text = "The crews withdrew from the port in February. Three days after withdrawing they came back."
    found = resolve(text, "Three days")
    assert (found.first, found.last, found.grain) == ("2019-02", "2019-02", "month")
    assert found.confidence < 0.7
    assert "whose day is not told" in found.why


def test_many_days_after_an_event_of_a_month_stay_open() -> None:
    text = "They withdrew in February. Twenty days after withdrawing they came back."
    assert resolve(text, "Twenty days").first is None
