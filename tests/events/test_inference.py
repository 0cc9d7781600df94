"""When a happening took place that no report gives a time for."""

from __future__ import annotations

import pytest

from dateline.events.happen import happen_story
from dateline.language.events import find_events
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, Dating, EventMention, Happening, Record, Sentence, TimeReference
from dateline.settings import HappenSettings
from dateline.stage import Batch

DAYS = {"Friday": "2021-05-07", "Thursday": "2021-05-06", "Monday": "2021-05-03"}


def tell(*reports: tuple[str, str], confidence: float = 0.97) -> dict[str, Happening]:
    """Return the happenings of reports (text, day of writing), by lemma."""
    kinds = (Article, Sentence, EventMention, TimeReference, Dating)
    rows: dict[type[Record], list[Record]] = {kind: [] for kind in kinds}
    for number, (text, day) in enumerate(reports):
        key = f"a{number}"
        article = Article(article_id=key, capture_id="c", uri=key, sha256="", language="en", text=text)
        reading = read_article(article)
        times = find_times(reading)
        rows[Article].append(article)
        rows[Sentence] += [sentence.sentence for sentence in reading.sentences]
        rows[EventMention] += find_events(reading, (), times)
        rows[Dating].append(
            Dating(
                article_id=key,
                story_id="s",
                published=day,
                first=day,
                last=day,
                basis="metadata",
                why="",
                confidence=confidence,
            )
        )
        for time in times:
            first = DAYS.get(time.text)
            rows[TimeReference].append(
                TimeReference(
                    time_id=time.time_id,
                    article_id=key,
                    story_id="s",
                    start=time.start,
                    end=time.end,
                    first=first,
                    last=first,
                    grain="day" if first else None,
                    anchor="report",
                    confidence=0.9,
                    why="counted",
                )
            )
    found = happen_story(Batch("s", {kind: tuple(row) for kind, row in rows.items()}), HappenSettings())
    return {row.lemma: row for row in found if isinstance(row, Happening)}


def days(happening: Happening) -> tuple[str | None, str | None, str]:
    return happening.first, happening.last, happening.time_basis


def test_news_without_a_day_is_of_the_report_or_its_eve() -> None:
    found = tell(("Pelm withdrew its guards from the Orsk dam. The dam stood empty.", "2021-05-07"))["withdraw"]
    assert days(found) == ("2021-05-06", "2021-05-07", "inferred")
    assert "2021-05-07" in found.time_why
    assert found.reported == "2021-05-07"


def test_the_one_recent_day_that_the_opening_names_is_the_news_day() -> None:
    text = "Pelm withdrew its guards from the Orsk dam. Ministers met on Thursday over the dam."
    assert days(tell((text, "2021-05-07"))["withdraw"]) == ("2021-05-06", "2021-05-06", "inferred")


def test_a_day_in_words_beats_what_is_inferred() -> None:
    found = tell(("Pelm withdrew its guards from the Orsk dam on Monday.", "2021-05-07"))["withdraw"]
    assert days(found) == ("2021-05-03", "2021-05-03", "told")


@pytest.mark.parametrize(
    "text",
    [
        "Pelm had withdrawn its guards from the Orsk dam.",
        "Pelm will withdraw its guards from the Orsk dam.",
        "Pelm has withdrawn its guards from the Orsk dam.",
        "Guards were withdrawn from the Orsk dam.",
        "Pelm repeatedly withdrew its guards from the Orsk dam.",
        "Pelm withdrew its guards from the Orsk dam recently.",
        "When Pelm withdrew its guards from the Orsk dam, nobody saw it.",
        "The dam is quiet. The lake is calm. Pelm withdrew its guards from the Orsk dam.",
    ],
)
def test_what_is_no_plain_news_stays_without_a_day(text: str) -> None:
    found = tell((text, "2021-05-07")).get("withdraw")
    assert found is None or found.first is None


def test_a_report_of_an_unsure_day_dates_nothing() -> None:
    found = tell(("Pelm withdrew its guards from the Orsk dam.", "2021-05-07"), confidence=0.5)["withdraw"]
    assert days(found) == (None, None, "")
