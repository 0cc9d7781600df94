"""Golden datelines, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.clean.dateline import find_dateline, is_agency

REST = "The ferry company said on Monday that all boats would stay in harbour until the storm had passed."

GOLDEN: tuple[tuple[str, str | None, str | None, str | None], ...] = (
    ("SEOUL, March 25 (Yonhap) -- ", "SEOUL", "Yonhap", "XXXX-03-25"),
    ("SEOUL, South Korea — ", "SEOUL, South Korea", None, None),
    ("Seoul (AsiaNews/Agencies) – ", "Seoul", "AsiaNews/Agencies", None),
    ("RAMALLAH, West Bank (AP) - ", "RAMALLAH, West Bank", "AP", None),
    ("RAMALLAH, West Bank (AP) — ", "RAMALLAH, West Bank", "AP", None),
    ("WASHINGTON: ", "WASHINGTON", None, None),
    ("WASHINGTON — ", "WASHINGTON", None, None),
    ("WASHINGTON -- ", "WASHINGTON", None, None),
    ("(CNN) -- ", None, "CNN", None),
    ("(CNN) ", None, "CNN", None),
    ("(Reuters) - ", None, "Reuters", None),
    ("PARIS/LONDON, 3 Jan 2018 (Reuters) - ", "PARIS/LONDON", "Reuters", "2018-01-03"),
    ("OSLO, Jan 1 (Reuters) - ", "OSLO", "Reuters", "XXXX-01-01"),
    ("NEW YORK (Reuters) - ", "NEW YORK", "Reuters", None),
    ("NEW YORK/SAN FRANCISCO (Reuters) - ", "NEW YORK/SAN FRANCISCO", "Reuters", None),
    ("BEIJING, Oct. 3 (Xinhua) -- ", "BEIJING", "Xinhua", "XXXX-10-03"),
    ("TOKYO, March 5 (Kyodo News) - ", "TOKYO", "Kyodo News", "XXXX-03-05"),
    ("NAIROBI (AFP) – ", "NAIROBI", "AFP", None),
    ("Nairobi (AFP) - ", "Nairobi", "AFP", None),
    ("UPDATE 2-OSLO, Feb 3 (Reuters) - ", "OSLO", "Reuters", "XXXX-02-03"),
    ("(LEAD) SEOUL, Nov. 2 (Yonhap) -- ", "SEOUL", "Yonhap", "XXXX-11-02"),
    ("URGENT: GENEVA, May 4 (AFP) - ", "GENEVA", "AFP", "XXXX-05-04"),
    ("NICE, France — ", "NICE, France", None, None),
    ("TULSA, Okla. (AP) — ", "TULSA, Okla.", "AP", None),
    ("PORTLAND, Maine — ", "PORTLAND, Maine", None, None),
    ("ST. PETERSBURG, Russia (AP) -- ", "ST. PETERSBURG, Russia", "AP", None),
    ("UNITED NATIONS — ", "UNITED NATIONS", None, None),
    ("RIO DE JANEIRO — ", "RIO DE JANEIRO", None, None),
    ("PORT-AU-PRINCE, Haiti — ", "PORT-AU-PRINCE, Haiti", None, None),
    ("KYIV, Ukraine (AP) — ", "KYIV, Ukraine", "AP", None),
    ("NEW DELHI: ", "NEW DELHI", None, None),
    ("DUBAI: ", "DUBAI", None, None),
    ("London, 14 July 2016 (AFP) – ", "London", "AFP", "2016-07-14"),
    ("Kabul – ", "Kabul", None, None),
    ("Geneva — ", "Geneva", None, None),
    ("HANOI, Vietnam, Feb 28 (Reuters) - ", "HANOI, Vietnam", "Reuters", "XXXX-02-28"),
    ("VATICAN CITY (CNS) -- ", "VATICAN CITY", "CNS", None),
    ("MOSCOW, December 12 /TASS/. -- ", "MOSCOW", "TASS", "XXXX-12-12"),
    ("PERTH, March 9, 2014 (Xinhua) -- ", "PERTH", "Xinhua", "2014-03-09"),
    ("LAGOS, Sept 30 - ", "LAGOS", None, "XXXX-09-30"),
    ("JERUSALEM (JTA) — ", "JERUSALEM", "JTA", None),
)

NEGATIVE = (
    "Rome: a love story that began on a ferry and ended there has moved the whole of Italy this week.",
    "WARNING: The ferry company said that some readers may find this report hard to read to its end.",
    "WARNING — The ferry company said on Monday that all boats would stay in harbour for now.",
    "SHAPIRO: The ferry company said on Monday that all boats would stay in harbour for now.",
    "LINDQVIST: What did the captain tell you when the boat came back into the harbour?",
    "UPDATE: The ferry company said on Monday that all boats would stay in harbour for now.",
    "EXCLUSIVE - The ferry company said on Monday that all boats would stay in harbour for now.",
    "ANALYSIS — The ferry company is losing money on every boat that stays in harbour this winter.",
    "WATCH: The ferry comes back into the harbour after a night on the open sea in heavy weather.",
    "The Hague court — which sits twice a year — said on Monday that it would hear the case.",
    "HACKERS are feared to have stolen the names of all passengers of the ferry company - and more.",
    "Paris - a city in fear of the next storm - went to sleep early on Monday night, officials said.",
    "Q: What did the captain tell you when the boat came back into the harbour?",
    "LINDQVIST — The ferry company said on Monday that all boats would stay in harbour for now.",
    "In Oslo, March 25 (a Monday) — a holiday there — was quiet, the ferry company said later.",
    "Editor's note: The ferry company has since said that all boats are back in the harbour.",
    "On March 25 - a Monday - the ferry company said that all boats would stay in harbour for now.",
    "OSLO and BERGEN fans met again on Monday, and the ferry company had to put on another boat.",
    "Monday, March 25 - The ferry company said on Monday that all boats would stay in harbour.",
    "FERRY COMPANY (and others) - a list of all those that kept their boats in harbour on Monday.",
)


@pytest.mark.parametrize(("head", "place", "agency", "day"), GOLDEN)
def test_datelines(head: str, place: str | None, agency: str | None, day: str | None) -> None:
    text = "Headline\n\n" + head + REST
    found = find_dateline(text, 10, len(text))
    assert found is not None
    assert (found.place, found.agency, found.day) == (place, agency, day)
    assert text[found.start : found.end] == head.rstrip()


@pytest.mark.parametrize("text", NEGATIVE)
def test_no_datelines(text: str) -> None:
    assert find_dateline(text, 0, len(text)) is None


def test_unknown_place_in_capitals_needs_the_text_to_name_it_again() -> None:
    text = "KVALVIK — The ferry was late. Two boats lay in Kvalvik until noon."
    found = find_dateline(text, 0, len(text))
    assert found is not None
    assert found.place == "KVALVIK"


def test_speaker_who_speaks_again_is_no_place() -> None:
    text = "JACKSON: We waited.\nWASHINGTON: So did I, all night long.\nJACKSON: And then?\nWASHINGTON: We left."
    start = text.index("WASHINGTON")
    assert find_dateline(text, start, text.index("\nJACKSON: And")) is None


def test_agencies() -> None:
    assert is_agency("Reuters")
    assert is_agency("AP/AFP")
    assert is_agency("news agencies")
    assert not is_agency("pictured")


@given(st.text(max_size=200))
def test_any_text_is_read_without_error(text: str) -> None:
    found = find_dateline(text, 0, len(text))
    assert found is None or 0 <= found.start < found.end <= len(text)
