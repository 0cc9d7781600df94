"""What ``track`` follows, on invented stories."""

from __future__ import annotations

from tests.compare.builders import STORY, Pile

from dateline.compare.compare import compare_story
from dateline.compare.track import track_story
from dateline.model import Cite, Discrepancy, Entity, Role, Slot, State, Status
from dateline.settings import CompareSettings, TrackSettings


def track(pile: Pile, shuffle: int | None = None) -> list[State]:
    return list(track_story(pile.batch(shuffle), TrackSettings()))


def mission(last: Status = "actual", place: str = "Ulm") -> Pile:
    """A mission that leaves and comes back, or means to."""
    pile = Pile()
    pile.article("one", "2021-05-03", "Norland withdrew its mission from Ulm on Monday.")
    pile.article("two", "2021-05-07", "Norland returned to Ulm on Thursday.")
    pile.entity("Norland", "GPE", "country:NL").entity("Ulm", "GPE", "city:DE").entity("Bonn", "GPE", "city:DE")
    pile.happening(
        "gone", "withdraw", ("one", "Norland withdrew"), first="2021-05-03", actors=("Norland",), place="Ulm"
    )
    pile.happening(
        "back", "return", ("two", "Norland returned"), first="2021-05-06", actors=("Norland",), place=place, status=last
    )
    return pile


def test_leaving_and_coming_back_is_one_track_with_two_clocks() -> None:
    (state,) = track(mission())
    assert (state.subject, state.attribute) == ("Norland", "presence")
    assert [(v.value, v.since, v.reported) for v in state.values] == [
        ("gone", "2021-05-03", "2021-05-03"),
        ("back", "2021-05-06", "2021-05-07"),
    ]


def test_a_plan_told_after_its_day_and_another_place_make_no_track() -> None:
    assert track(mission("planned")) == []
    assert track(mission("denied")) == []
    assert track(mission(place="Bonn")) == []


def test_happenings_without_one_clear_bearer_make_no_track() -> None:
    pile = Pile().article("one", "2021-05-03", "They were arrested.", "They were charged.")
    pile.entity("Ana Roth", "PER").entity("Ben Roth", "PER")
    pile.happening("a", "arrest", ("one", "arrested"), first="2021-05-01", targets=("Ana Roth", "Ben Roth"))
    pile.happening("b", "charge", ("one", "charged"), first="2021-05-02", targets=("Ana Roth", "Ben Roth"))
    assert track(pile) == []


def test_of_two_named_in_one_report_the_one_named_in_all_bears_the_change() -> None:
    pile = Pile().article("one", "2021-05-03", "Ana Roth was arrested on Saturday.", "Ana Roth was freed on Sunday.")
    pile.article("two", "2021-05-03", "Police arrested the skipper of the Ben Marn, Ana Roth.")
    pile.entity("Ana Roth", "PER").entity("Ben Marn", "PER")
    told = (("one", "Ana Roth was arrested"), ("two", "skipper of the Ben Marn, Ana Roth"))
    pile.happening("a", "arrest", *told, first="2021-05-01", targets=("Ana Roth", "Ben Marn"))
    pile.happening("b", "release", ("one", "Ana Roth was freed"), first="2021-05-02", targets=("Ana Roth",))
    (state,) = track(pile)
    assert (state.subject, [v.value for v in state.values]) == ("Ana Roth", ["arrested", "free"])


def test_legal_steps_of_one_person_are_one_track_in_any_order() -> None:
    pile = Pile().article("one", "2021-05-03", "Roth was arrested on Saturday.", "On Sunday she was charged.")
    pile.entity("Ana Roth", "PER")
    pile.happening("b", "charge", ("one", "charged"), first="2021-05-02", targets=("Ana Roth",))
    pile.happening("a", "arrest", ("one", "arrested"), first="2021-05-01", targets=("Ana Roth",))
    (state,) = track(pile)
    assert [v.value for v in state.values] == ["arrested", "charged"]
    assert all(track(pile, seed) == [state] for seed in range(5))


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


def test_steps_in_a_fixed_order_need_no_day() -> None:
    pile = Pile().article("one", "2021-05-03", "Roth was charged on Sunday.", "She had been arrested.")
    pile.entity("Ana Roth", "PER")
    pile.happening("b", "charge", ("one", "charged"), first="2021-05-02", targets=("Ana Roth",))
    pile.happening("a", "arrest", ("one", "arrested"), first=None, targets=("Ana Roth",))
    (state,) = track(pile)
    assert [(v.value, v.since) for v in state.values] == [("arrested", None), ("charged", "2021-05-02")]


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
    assert [v.since for v in state.values] == [None, "2021-05-18"]
    assert [v.value for v in state.values] == ["chief executive of Arbor Mills", "former CEO"]
    assert [v.reported for v in state.values] == ["2021-05-03", "2021-05-20"]
