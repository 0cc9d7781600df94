"""Events: triggers, who and whom, the time each has, and whether it is told as having happened."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.events import find_events
from dateline.language.names import find_names
from dateline.language.reader import read_article
from dateline.language.times import find_times
from dateline.model import Article, EventMention


def make_article(text: str) -> Article:
    return Article(
        article_id="a", capture_id="c", uri="a.txt", sha256="", language="en", text=text, )  # fmt: skip


def find(text: str) -> dict[str, tuple[EventMention, str | None]]:
    """Return the events of a text by trigger word, each with its time's words."""
    reading = read_article(make_article(text))
    times = find_times(reading)
    words = {time.time_id: time.text for time in times}
    events = find_events(reading, find_names(reading), times)
    return {text[event.start : event.end]: (event, words.get(event.time_id or "")) for event in events}


@pytest.mark.parametrize(
    ("text", "trigger", "name", "time"),
    [
        ("The army withdrew its guards from the dam on Friday.", "withdrew", "withdraw", "Friday"),
        ("The army pulled all its guards out on Friday.", "pulled", "withdraw", "Friday"),
        ("Friday's pullout of the guards surprised the town.", "pullout", "withdraw", "Friday"),
        ("On March 3, the mayor of Pelm opened the new bridge.", "opened", "open", "March 3"),
        ("Two men died on Monday when the roof of the market collapsed.", "died", "die", "Monday"),
        ("Three hours after the blast, the minister fled the town.", "fled", "flee", "Three hours"),
        ("She made headlines in 2015 when she slapped a guard.", "slapped", "hit", "2015"),
        ("The union said on Tuesday that the crew had walked out.", "said", "say", "Tuesday"),
        ("Ferries returned to work at the quay on Sunday.", "returned", "return", "Sunday"),
        ("The firm – with 64 ships – sold its fleet on Thursday.", "sold", "sell", "Thursday"),
        ("Rescuers packed up and left on Friday.", "left", "leave", "Friday"),
        ("It came before the scheduled end of the curfew on July 26.", "end", "end", "July 26"),
        ("Rescuers packed up and left on Friday.", "packed", "pack", "Friday"),
        ("Adams won the town's election on Saturday.", "won", "win", "Saturday"),
    ],
)
def test_a_trigger_has_its_class_and_its_time(text: str, trigger: str, name: str, time: str) -> None:
    event, own = find(text)[trigger]
    assert (event.lemma, own) == (name, time)


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("The union said on Tuesday that the crew had walked out.", "walked"),
        ("The judge set a May 1 deadline for the sale.", "set"),
        ("The bridge has been closed since March.", "closed"),
        ("He resigned before Friday.", "resigned"),
        ("The mayor backed plans for a fair on Friday.", "backed"),
        ("The doctor will give an update on the outbreak today.", "outbreak"),
    ],
)
def test_a_time_that_dates_something_else_is_left_alone(text: str, trigger: str) -> None:
    found = find(text)
    assert trigger not in found or found[trigger][1] is None


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The crew walked out on Monday.", "walked", "actual"),
        ("The crew will walk out on Monday.", "walk", "planned"),
        ("The crew plans to walk out on Monday.", "walk", "planned"),
        ("The crew threatened to abandon the talks.", "abandon", "threatened"),
        ("The crew did not walk out.", "walk", "denied"),
        ("The crew failed to reopen the lock.", "reopen", "denied"),
        ("The crew may walk out.", "walk", "possible"),
        ("The crew reportedly walked out.", "walked", "possible"),
        ("If the crew walked out, the port would close.", "walked", "possible"),
        ("A hearing has been scheduled for Monday.", "hearing", "planned"),
        ("The sale was postponed to Monday.", "postponed", "planned"),
        ("The trial is due to begin on Monday.", "begin", "planned"),
        ("The towns will hold talks on Monday.", "talks", "planned"),
        ("The planned strike worries the port.", "strike", "planned"),
        ("There was no strike in the port.", "strike", "denied"),
        ("The strike in the port worries the mayor.", "strike", "actual"),
    ],
)
def test_status(text: str, trigger: str, status: str) -> None:
    assert find(text)[trigger][0].status == status


def test_what_was_planned_in_the_past_is_no_plan_for_the_future() -> None:
    text = "The towns agreed to open a bridge when the mayors met in April."
    event, _ = find(text)["open"]
    assert (event.status, event.tense) == ("planned", "past")


def test_participants_and_place() -> None:
    text = "Guards from Pelm arrested two sailors in Rome. One sailor was released by a judge."
    found = find(text)

    def words(span: tuple[int, int] | None) -> str | None:
        return text[slice(*span)] if span else None

    arrest, release = found["arrested"][0], found["released"][0]
    assert (words(arrest.actor), words(arrest.target), words(arrest.place)) == (
        "Guards from Pelm",
        "two sailors",
        "Rome",
    )
    assert (words(release.actor), words(release.target)) == ("a judge", "One sailor")


def test_main_clause_and_asides() -> None:
    found = find("The dam, which opened in 1999, broke down on Monday, the governor said.")
    assert found["broke"][0].main
    assert not found["opened"][0].main
    assert found["broke"][1] == "Monday"
    assert find("Divers found the three men who were missing, the town said on Monday.")["said"][0].main
    text = "The ministry got a letter sent on Monday."
    assert not find(text)["sent"][0].main


def test_questions_tell_of_nothing() -> None:
    assert find("Who shot the sheriff on Monday?") == {}


def test_verbs_of_saying_and_knowing_are_no_events_without_a_day() -> None:
    assert find("He said that they know the town.") == {}


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(
    "the a mayor crew ship left sank on Monday , . and which said that will not return to Pelm in 2015 “ ” – ( ) 's of"
    .split()), max_size=40))  # fmt: skip
def test_any_words_give_events_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for event, _ in find(text).values():
        assert 0 <= event.clause[0] <= event.start < event.end <= event.clause[1] <= len(text)
