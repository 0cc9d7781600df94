"""When a happening took place that no report gives a time for."""

from __future__ import annotations

import pytest
from tests.events.telling import tell

from dateline.model import Happening


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
        "In recent years, Pelm withdrew its guards from the Orsk dam.",
        "During his nine years in power, Ada Orm withdrew guards from the Orsk dam.",
        "Pelm generally withdrew its guards from the Orsk dam.",
        "The dam is quiet. The lake is calm. Pelm withdrew its guards from the Orsk dam.",
    ],
)
def test_what_is_no_plain_news_stays_without_a_day(text: str) -> None:
    found = tell((text, "2021-05-07")).get("withdraw")
    assert found is None or found.first is None


def test_a_report_of_an_unsure_day_dates_nothing() -> None:
    found = tell(("Pelm withdrew its guards from the Orsk dam.", "2021-05-07"), confidence=0.5)["withdraw"]
    assert days(found) == (None, None, "")


def test_what_was_said_when_something_old_was_done_is_no_news() -> None:
    old = "In taking the post on Monday, Ada Orm said that the Orsk dam was safe."
    new = "At a meeting of the council, Ada Orm said that the Orsk dam was safe."
    assert days(tell((old, "2021-05-07"))["say"])[2] != "inferred"
    assert days(tell((new, "2021-05-07"))["say"]) == ("2021-05-06", "2021-05-07", "inferred")
