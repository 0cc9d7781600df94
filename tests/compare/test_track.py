"""What ``track`` follows, on invented stories."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.compare.builders import STORY, Pile

from dateline.compare.compare import compare_story
from dateline.compare.states.moves import find_operators, read_changes
from dateline.compare.states.scene import Telling
from dateline.compare.states.track import track_story
from dateline.model import Cite, Discrepancy, Entity, EventMention, Role, Slot, State, Status
from dateline.settings import CompareSettings, TrackSettings

Row = tuple[str, str, str | None]


def track(pile: Pile, shuffle: int | None = None) -> list[State]:
    return list(track_story(pile.batch(shuffle), TrackSettings()))


def list_values(state: State) -> list[Row]:
    return [(v.value, v.status, v.since) for v in state.values]


def mission(last: Status = "actual", place: str = "Ulm") -> Pile:
    """A mission that leaves and comes back, or means to."""
    pile = Pile()
    pile.article("one", "2021-05-03", "Norland withdrew its mission from Ulm on Monday.")
    pile.article("two", "2021-05-07", f"About half of the Norland mission returned to {place} on Thursday.")
    pile.name("one", "Norland", "GPE", entity="Norland", known="country:NL").name("one", "Ulm", "GPE", entity="Ulm")
    pile.name("two", "Norland", "GPE", entity="Norland").name("two", place, "GPE", entity=place)
    pile.event(
        "one", "withdrew", "withdraw", first="2021-05-03", actor="Norland", target="its mission", actors=("Norland",)
    )
    pile.event("two", "returned", "return", first="2021-05-06", actor="About half of the Norland mission", status=last)
    return pile


def test_leaving_and_coming_back_is_one_track_with_two_clocks() -> None:
    (state,) = track(mission())
    assert (state.subject, state.attribute, state.last_reported) == ("Norland mission", "presence", "2021-05-07")
    there, gone, back = state.values
    assert (there.value, there.presupposed, there.since) == ("there", True, None)
    assert (gone.value, gone.since, gone.reported) == ("gone", "2021-05-03", "2021-05-03")
    assert (back.value, back.since, back.reported) == ("back", "2021-05-06", "2021-05-07")


def test_a_denied_return_stands_beside_the_state_and_changes_nothing() -> None:
    (state,) = track(mission("denied"))
    assert [v.value for v in state.values if v.status == "actual"] == ["there", "gone"]
    assert [(v.value, v.status) for v in state.values][-1] == ("back", "denied")


def test_two_towns_are_two_tracks() -> None:
    states = track(mission(place="Bonn"))
    assert len(states) == 2
    assert not any({"gone", "back"} <= {v.value for v in s.values if not v.presupposed} for s in states)


def bridge(*told: tuple[str, str, str, str]) -> Pile:
    """A bridge of which each (written, verb, its base form, first) is told in an article of its own."""
    pile = Pile()
    for at, (written, verb, lemma, first) in enumerate(told):
        name = f"a{at}"
        pile.article(name, written, f"The Orle bridge {verb}.")
        pile.name(name, "The Orle bridge", "FAC", entity="Orle bridge")
        pile.event(name, verb.split()[-1], lemma, first=first, target="The Orle bridge")
    return pile


CLOSED = ("2021-05-04", "was closed", "close", "2021-05-03")
OPEN = ("2021-05-08", "reopened", "reopen", "2021-05-07")
LATE = ("2021-05-20", "was closed", "close", "2021-05-03")


@pytest.mark.parametrize("told", [(CLOSED, OPEN), (OPEN, CLOSED), (OPEN, LATE)])
def test_late_reports_insert_and_never_overwrite(told: tuple[tuple[str, str, str, str], ...]) -> None:
    (state,) = track(bridge(*told))
    assert [r[0] for r in list_values(state)][-2:] == ["closed", "open again"]
    assert [r[2] for r in list_values(state)][-2:] == ["2021-05-03", "2021-05-07"]


def test_what_a_deed_takes_for_granted_comes_before_it() -> None:
    (state,) = track(bridge(OPEN, ("2021-05-09", "reopened", "reopen", "2021-05-07")))
    assert [(v.value, v.presupposed) for v in state.values] == [("closed", True), ("open again", False)]
    assert state.values[1].certainty == pytest.approx(0.99)
    assert (state.values[1].articles, state.values[1].origins) == (2, 2)


@given(st.permutations([CLOSED, OPEN, LATE, ("2021-05-30", "was closed", "close", "2021-05-29")]), st.integers(0, 9))
def test_the_order_of_reports_changes_nothing_but_which_tells_first(
    told: list[tuple[str, str, str, str]], shuffle: int
) -> None:
    pile = bridge(*told)
    (state,) = track(pile)
    assert [r[0] for r in list_values(state)][-3:] == ["closed", "open again", "closed"]
    assert track(pile, shuffle) == [state]


def test_of_two_ways_on_one_day_none_is_told() -> None:
    pile = bridge(
        ("2021-05-04", "was closed", "close", "2021-05-03"), ("2021-05-04", "was demolished", "demolish", "2021-05-03")
    )
    assert track(pile) == []


@pytest.mark.parametrize(
    "line",
    [
        "Police tried to arrest Ana Roth.",
        "Police will decide whether they arrest Ana Roth.",
        "Police often arrest Ana Roth.",
        "If she speaks, police may arrest Ana Roth.",
    ],
)
def test_what_is_tried_open_or_habit_is_no_change(line: str) -> None:
    pile = Pile().article("one", "2021-05-03", line, "Ana Roth was freed on Sunday.")
    pile.name("one", "Ana Roth", "PER", entity="Ana Roth")
    pile.event("one", "arrest", "arrest", first="2021-05-01", target="Ana Roth")
    pile.event("one", "freed", "free", first="2021-05-02", target="Ana Roth")
    assert all("arrested" not in [v.value for v in state.values if v.status == "actual"] for state in track(pile))


def test_the_unnamed_is_the_one_of_whom_the_same_is_told_beside() -> None:
    pile = Pile().article(
        "one",
        "2021-05-03",
        "A court charged a teacher.",
        "It charged Ana Roth on Sunday.",
        "Roth was arrested in March.",
    )
    pile.name("one", "Ana Roth", "PER", entity="Ana Roth")
    pile.rows[Entity][0] = Entity(
        entity_id="Ana Roth", story_id=STORY, kind="PER", name="Ana Roth", aliases=("Roth",), roles=(), known=None
    )
    pile.event("one", "charged a", "charge", first=None, target="a teacher")
    pile.event("one", "charged Ana", "charge", first="2021-05-02", target="Ana Roth")
    pile.name("one", "Roth was", "PER", entity="Ana Roth")
    pile.event("one", "arrested", "arrest", first="2021-03", target="Roth was")
    (state,) = track(pile)
    assert [v.value for v in state.values] == ["arrested", "charged"]
    assert len(state.values[1].cites) == 2


def test_a_charge_of_an_earlier_day_comes_before_the_arrest() -> None:
    pile = Pile().article(
        "one", "2021-05-04", "A court charged Ana Roth on Sunday.", "Police arrested Ana Roth Monday."
    )
    pile.name("one", "Ana Roth", "PER", entity="Ana Roth").name("one", "Ana Roth Monday", "PER", entity="Ana Roth")
    pile.event("one", "charged", "charge", first="2021-05-02", target="Ana Roth")
    pile.event("one", "arrested", "arrest", first="2021-05-03", target="Ana Roth Monday")
    (state,) = track(pile)
    assert [v.value for v in state.values] == ["charged", "arrested"]


def test_descriptions_hold_since_the_time_they_give() -> None:
    pile = Pile().article("one", "2021-05-20", "The Orle bridge has been closed since March 3.")
    pile.name("one", "The Orle bridge", "FAC", entity="Orle bridge").time("one", "March 3", "2021-03-03")
    pile.article("two", "2021-05-28", "The Orle bridge reopened.")
    pile.name("two", "The Orle bridge", "FAC", entity="Orle bridge")
    pile.event("two", "reopened", "reopen", first="2021-05-27", target="The Orle bridge")
    (state,) = track(pile)
    assert list_values(state) == [("closed", "actual", "2021-03-03"), ("open again", "actual", "2021-05-27")]


def test_a_replaced_number_is_a_track_of_its_levels() -> None:
    pile = Pile()
    pile.article("one", "2021-05-03", "At least 12 people died in the fire.")
    pile.count("one", "At least 12", 12, "people", low=12, approx="at least", head="person")
    pile.article("two", "2021-05-05", "The fire killed 19 people.")
    pile.count("two", "19", 19, "people", head="person")
    pile.slots([r for r in compare_story(pile.batch(), CompareSettings()) if isinstance(r, Slot)])
    (state,) = track(pile)
    assert (state.subject, state.attribute) == ("people killed", "number")
    assert [(v.value, v.since) for v in state.values] == [("at least 12", "2021-05-03"), ("19", "2021-05-05")]


def test_what_was_open_and_then_told_is_a_state_of_what_is_known() -> None:
    pile = Pile()
    pile.article("one", "2021-05-03", "No group has claimed responsibility.")
    pile.article("two", "2021-05-06", "The Red Lantern claimed responsibility.")
    pile.rows[Discrepancy].extend(
        r for r in compare_story(pile.batch(), CompareSettings()) if isinstance(r, Discrepancy)
    )
    (state,) = track(pile)
    assert [(v.value, v.since) for v in state.values] == [
        ("No group has claimed responsibility", "2021-05-03"),
        ("claimed responsibility", "2021-05-06"),
    ]


def test_who_did_it_is_unknown_and_then_named() -> None:
    pile = Pile().article("one", "2021-05-03", "The gunman has not been identified.")
    pile.article("two", "2021-05-04", "The gunman was identified as Olle Brant.")
    pile.name("two", "Olle Brant", "PER", entity="Olle Brant")
    (state,) = track(pile)
    assert (state.subject, state.attribute) == ("the gunman", "identity")
    assert list_values(state) == [("not known", "actual", "2021-05-03"), ("Olle Brant", "actual", "2021-05-04")]


def held(name: str, words: str, pile: Pile) -> Role:
    start, end, _ = pile.find(name, words)
    return Role(text=words, cites=(Cite(article_id=name, start=start, end=end, quote=words),))


def test_a_holder_later_called_former_left_the_office() -> None:
    pile = Pile()
    pile.article("one", "2021-05-03", "Ana Roth, chief executive of Arbor Mills, spoke.")
    pile.article("two", "2021-05-20", "Ana Roth, former CEO, was silent.", "Roth resigned on Tuesday.")
    pile.happening("left", "resign", ("two", "Roth resigned"), first="2021-05-18", actors=("r",))
    roles = (held("one", "chief executive of Arbor Mills", pile), held("two", "former CEO", pile))
    pile.rows[Entity].append(
        Entity(entity_id="r", story_id=STORY, kind="PER", name="Ana Roth", aliases=(), roles=roles, known=None)
    )
    (state,) = track(pile)
    assert state.attribute == "office"
    assert [(v.since, v.since_basis) for v in state.values] == [("2021-05-03", "report"), ("2021-05-18", "told")]
    assert [v.value for v in state.values] == ["chief executive of Arbor Mills", "former CEO"]
    assert [v.reported for v in state.values] == ["2021-05-03", "2021-05-20"]


@pytest.mark.parametrize(
    ("text", "word", "lemma", "value"),
    [
        ("A jury found the former harbour banker Ana Roth guilty of fraud.", "found", "find", "convicted"),
        ("A jury found the former harbour banker Ana Roth not guilty of fraud.", "found", "find", "acquitted"),
        ("A jury found Ana Roth liable for the loss.", "found", "find", None),
        ("A jury acquitted Ana Roth of two counts of perjury.", "acquitted", "acquit", None),
        ("A jury acquitted Ana Roth of fraud.", "acquitted", "acquit", "acquitted"),
        ("Rescuers found Ana Roth in the gorge.", "found", "find", "found"),
    ],
)
def test_what_a_jury_finds_was_not_lost_and_some_counts_are_not_all(
    text: str, word: str, lemma: str, value: str | None
) -> None:
    pile = Pile().article("one", "2021-05-03", text).event("one", word, lemma)
    (mention,) = (row for row in pile.rows[EventMention] if isinstance(row, EventMention))
    found = find_operators(text, mention, pile.sentences[0])
    assert [operator.value for operator in found] == ([value] if value else [])


@pytest.mark.parametrize(("speaker", "statuses"), [(None, ["actual"]), ("a rebel", ["possible"])])
def test_a_place_is_not_held_on_its_captors_word(speaker: str | None, statuses: list[str]) -> None:
    text = "Rebels have captured Ulm from the guards."
    pile = Pile().article("one", "2021-05-03", text).name("one", "Ulm", "GPE", entity="Ulm", known="city:DE:ulm")
    pile.event("one", "captured", "capture", first="2021-05-03", target="Ulm", targets=("Ulm",))
    if speaker is not None:
        pile.claim("one", text, speaker, kind="direct")
    mentions = [row for row in pile.rows[EventMention] if isinstance(row, EventMention)]
    changes = read_changes(Telling.of(pile.batch(), {"one": "2021-05-03"}), mentions)
    assert [change.status for change in changes] == statuses
