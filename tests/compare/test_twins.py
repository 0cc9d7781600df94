"""Numbers that meet: told twice, they are one answer only where number and words are odd enough together."""

from __future__ import annotations

import pytest
from tests.compare.builders import Pile

from dateline.compare.compare import compare_story
from dateline.compare.numbers.answers import read_answers
from dateline.compare.numbers.twins import find_stems, find_twins, measure_surprise
from dateline.compare.view import view_story
from dateline.model import Discrepancy, Slot
from dateline.settings import CompareSettings

SETTINGS = CompareSettings()


def find_slots(pile: Pile) -> list[Slot]:
    return [row for row in compare_story(pile.batch(), SETTINGS) if isinstance(row, Slot)]


def grant(second: str, number: str = "$12.5 million") -> Pile:
    pile = Pile()
    pile.article("north", "2021-05-03", "The council gave $12.5 million to rebuild the pier of Tarn.")
    pile.count("north", "$12.5 million", 12.5e6, unit="USD")
    pile.article("south", "2021-05-04", second)
    pile.count("south", number, 12.5e6, unit="USD")
    return pile


def test_an_odd_sum_and_a_rare_word_make_one_answer_of_two() -> None:
    (slot,) = find_slots(grant("Work on the pier starts in May with $12.5 million from the council."))
    assert (slot.verdict, slot.unit) == ("agree", "USD")
    assert slot.values[0].text == "$12.5 million"
    assert slot.why == "All give $12.5 million: 2 articles."


def test_the_sum_alone_joins_nothing() -> None:
    assert find_slots(grant("A singer asked $12.5 million for her yacht.")) == []


def test_a_small_number_is_met_only_in_like_sentences() -> None:
    pile = Pile()
    pile.article("north", "2021-05-03", "Three guards opened the gate of the Alder mill for the owner.")
    pile.count("north", "Three", 3, "guards", head="guard")
    pile.article("south", "2021-05-04", "Three guards slept on a bench at the Alder station until morning.")
    pile.count("south", "Three", 3, "guards", head="guard")
    assert find_slots(pile) == []


def test_numbers_of_a_long_list_meet_only_the_same_list() -> None:
    pile = Pile()
    pile.article("north", "2021-05-03", "In the poll Roth had 21 percent, Vane 17 percent and Moor 12 percent.")
    pile.article("south", "2021-05-04", "The poll gave Roth 17 percent of the vote.")
    for number in ("21 percent", "17 percent", "12 percent"):
        pile.count("north", number, float(number.split()[0]), unit="percent")
    pile.count("south", "17 percent", 17, unit="percent")
    assert find_slots(pile) == []


def test_feet_and_metres_are_one_answer_in_the_metric_unit() -> None:
    pile = Pile()
    pile.article("north", "2021-05-03", "The dyke of Velden is 820 feet long, the engineer said.")
    pile.count("north", "820 feet", 820, "dyke", unit="feet", head="dyke")
    pile.article("south", "2021-05-04", "An engineer measured the dyke of Velden: 250 metres.")
    pile.count("south", "250 metres", 250, "dyke", unit="metres", head="dyke")
    (slot,) = find_slots(pile)
    assert slot.unit == "metres"
    assert sorted((value.value, value.text) for value in slot.values) == [(250, "250 metres"), (250, "820 feet")]


def test_the_killed_are_not_the_hurt_for_all_their_number() -> None:
    pile = Pile()
    pile.article("north", "2021-05-03", "The storm killed 143 people in Velden.")
    pile.count("north", "143", 143, "people", head="person")
    pile.article("south", "2021-05-03", "The storm injured 143 people in Velden.")
    pile.count("south", "143", 143, "people", head="person")
    assert find_slots(pile) == []


@pytest.mark.parametrize("words", ["both shores", "two sides", "two countries", "two Ostras"])
def test_a_known_pair_is_no_count(words: str) -> None:
    number, _, noun = words.partition(" ")
    pile = Pile()
    for name in ("north", "south", "east"):
        line = f"The treaty of Alder binds {'' if number == 'both' else 'the '}{words} for the bridge."
        pile.article(name, "2021-05-03", line)
        pile.count(name, number, 2, noun, unit="count", head=noun.rstrip("s").lower())
    assert find_slots(pile) == []


def test_two_who_were_seized_are_a_count() -> None:
    pile = Pile()
    for name, line in (
        ("north", "Police arrested two men in Alder."),
        ("south", "The two men were arrested in Alder."),
    ):
        pile.article(name, "2021-05-03", line)
        pile.count(name, "two", 2, "men", head="man")
    (slot,) = find_slots(pile)
    assert slot.verdict == "agree"


def test_lags_from_one_deed_agree() -> None:
    pile = Pile()
    pile.article("north", "2021-05-06", "The clerks came back three days after leaving the mill.")
    pile.count("north", "three days", 3, unit="days").event("north", "leaving", "leave")
    pile.article("south", "2021-05-06", "They had left three days earlier, and nobody said why.")
    pile.count("south", "three days", 3, unit="days").event("south", "left", "leave")
    (slot,) = find_slots(pile)
    assert slot.label.startswith("time passed")


def test_ages_of_two_named_people_never_meet() -> None:
    pile = Pile()
    pile.article("north", "2021-05-03", "Ana Roth, 47, won the vote in Sundmark.")
    pile.count("north", "47", 47, unit="years").name("north", "Ana Roth", "PER", entity="Ana Roth")
    pile.article("south", "2021-05-03", "Olaf Brenner, 47, lost the vote in Sundmark.")
    pile.count("south", "47", 47, unit="years").name("south", "Olaf Brenner", "PER", entity="Olaf Brenner")
    assert find_slots(pile) == []


def test_an_age_belongs_to_the_only_person_named_before_it() -> None:
    pile = Pile()
    pile.article("north", "2021-05-03", "Ana Roth, 50, built the pier.")
    pile.count("north", "50", 50, unit="years").name("north", "Ana Roth", "PER", entity="Ana Roth")
    pile.article("south", "2021-05-04", "Roth died at her house by the pier on Sunday at the age of 50.")
    pile.count("south", "50", 50, unit="years").name("south", "Roth", "PER", entity="Ana Roth")
    (slot,) = find_slots(pile)
    assert slot.label == "age of Ana Roth"


def test_upper_limits_do_not_replace_each_other() -> None:
    pile = Pile()
    pile.article("north", "2021-05-03", "The law allows up to 10 years in prison for forging a ticket.")
    pile.count("north", "up to 10 years", 10, unit="years", high=10, approx="up to")
    pile.article("south", "2021-05-05", "Roth could face up to 14 years in prison for forging the ticket.")
    pile.count("south", "up to 14 years", 14, unit="years", high=14, approx="up to")
    (slot,) = find_slots(pile)
    assert slot.verdict == "scope"


def test_a_raise_told_in_one_sentence_is_an_update_of_what_others_told() -> None:
    pile = Pile()
    pile.article("north", "2021-05-03", "Norlys offers $3.45 billion for the rail firm Ostra.")
    pile.count("north", "$3.45 billion", 3.45e9, unit="USD").event("north", "offers", "offer")
    pile.article(
        "south", "2021-05-20", "Norlys raised its bid for the rail firm Ostra to $3.6 billion from $3.45 billion."
    )
    pile.count("south", "$3.6 billion", 3.6e9, unit="USD").event("south", "raised", "raise")
    pile.count("south", "$3.45 billion", 3.45e9, unit="USD")
    found = list(compare_story(pile.batch(), SETTINGS))
    (slot,) = [row for row in found if isinstance(row, Slot)]
    assert (slot.verdict, [value.value for value in slot.values]) == ("update", [3.45e9, 3.6e9])
    assert [row.verdict for row in found if isinstance(row, Discrepancy) and row.kind == "number"] == ["update"]


@pytest.mark.parametrize(("other", "told"), [(350000, 1), (341250, 0)])
def test_two_round_numbers_that_no_rounding_joins_are_a_trifling_difference(other: int, told: int) -> None:
    pile = Pile()
    pile.article("north", "2021-05-03", "The fair was held in Tarn, a port city of 340,000.")
    pile.article("south", "2021-05-03", f"The fair drew crowds to Tarn, a city of {other:,}.")
    pile.count("north", "340,000", 340000, unit="count").count("south", f"{other:,}", other, unit="count")
    found = list(compare_story(pile.batch(), SETTINGS))
    assert [row.verdict for row in found if isinstance(row, Slot)] == ["rounding"]
    differing = [row for row in found if isinstance(row, Discrepancy) and row.kind == "number"]
    assert [(row.verdict, row.severity) for row in differing] == [("rounding", 1)] * told


@pytest.mark.parametrize(
    ("words", "value", "unit", "least", "most"),
    [
        ("3", 3, "count", 0.0, 0.5),
        ("23", 23, "count", 1.5, 1.5),
        ("544", 544, "count", 3.0, 3.0),
        ("693,665", 693665, "people", 3.5, 3.5),
        ("$1.375 billion", 1.375e9, "USD", 3.5, 4.0),
        ("24 hours", 24, "hours", 0.0, 0.5),
    ],
)
def test_a_number_surprises_by_its_figures(words: str, value: float, unit: str, least: float, most: float) -> None:
    pile = (
        Pile().article("north", "2021-05-03", f"It came to {words} in Alder.").count("north", words, value, unit=unit)
    )
    (answer,) = read_answers(view_story(pile.batch()), SETTINGS)
    assert least <= measure_surprise(answer) <= most


def test_words_meet_by_their_stems() -> None:
    assert find_stems("He was fined") == find_stems("a fine was")
    assert find_stems("settled the claims") == find_stems("settle a claim")
    assert not find_stems("about 12 million people")


def test_the_order_of_answers_changes_nothing() -> None:
    pile = grant("Work on the pier starts in May with $12.5 million from the council.")
    view = view_story(pile.batch())
    answers = read_answers(view, SETTINGS)
    assert find_twins(answers, view) == find_twins(tuple(reversed(answers)), view)


def test_the_dead_of_two_days_are_no_climb() -> None:
    pile = Pile()
    pile.article("north", "2021-05-17", "Shells killed 15 people at the port of Alder on Saturday.")
    pile.article("south", "2021-05-19", "Shells killed 26 people at the port of Alder on Monday.")
    pile.count("north", "15", 15, "people", head="person").time("north", "Saturday", "2021-05-15")
    pile.count("south", "26", 26, "people", head="person").time("south", "Monday", "2021-05-17")
    assert find_slots(pile) == []


def test_a_toll_kept_over_days_climbs_whatever_day_it_names() -> None:
    pile = Pile()
    pile.article("north", "2021-05-15", "The fire killed 15 people at the port of Alder on Saturday.")
    pile.article("south", "2021-05-17", "The toll of the fire at the port of Alder rose to 26 people killed on Monday.")
    pile.count("north", "15", 15, "people", head="person").time("north", "Saturday", "2021-05-15")
    pile.count("south", "26", 26, "people", head="person").time("south", "Monday", "2021-05-17")
    (slot,) = find_slots(pile)
    assert slot.verdict == "update"
    assert [(value.value, value.superseded) for value in slot.values] == [(15, True), (26, False)]
    assert (slot.least, slot.best, slot.most) == (26, 26, 26)


def crowd(second: str) -> Pile:
    pile = Pile()
    first = "About 5,000 people marched through Port Calder on Saturday, police said."
    pile.article("north", "2021-05-15", first)
    pile.count("north", "About 5,000", 5000, "people", low=4500, high=5500, approx="about", head="person")
    pile.claim("north", "About 5,000 people marched through Port Calder on Saturday", "police")
    pile.article("south", "2021-05-15", f"Some 20,000 people marched through Port Calder on Saturday, {second} said.")
    pile.count("south", "Some 20,000", 20000, "people", low=18000, high=22000, approx="about", head="person")
    pile.claim("south", "Some 20,000 people marched through Port Calder on Saturday", second)
    return pile


def test_two_sides_that_count_a_crowd_conflict() -> None:
    (slot,) = find_slots(crowd("organisers"))
    assert (slot.verdict, slot.best) == ("conflict", None)
    assert (slot.least, slot.most) == (4500, 22000)


def test_one_speaker_does_not_conflict_with_itself() -> None:
    assert not [slot for slot in find_slots(crowd("police")) if slot.verdict == "conflict"]


def test_what_is_told_by_the_day_never_meets_a_total() -> None:
    pile = Pile()
    pile.article("north", "2021-05-15", "The strike costs the mine of Kolberg $2.5 million a day.")
    pile.count("north", "$2.5 million", 2.5e6, unit="USD")
    pile.article("south", "2021-05-16", "The strike cost the mine of Kolberg $2.5 million in all.")
    pile.count("south", "$2.5 million", 2.5e6, unit="USD")
    assert find_slots(pile) == []


def test_a_bare_count_of_decades_is_a_rounding() -> None:
    pile = Pile()
    pile.article("north", "2021-05-15", "The revolt shook the ruler's four-decade rule over Tarsa.")
    pile.count("north", "four-decade", 4, "rule", unit="decades", head="rule")
    pile.article("south", "2021-05-15", "The revolt shook the ruler's 41-year rule over Tarsa.")
    pile.count("south", "41-year", 41, "rule", unit="years", head="rule")
    (slot,) = find_slots(pile)
    assert slot.verdict == "rounding"


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), 1e300, -1e300, 0.0, 1e-9, -3.5])
def test_odd_numbers_break_nothing(value: float) -> None:
    pile = Pile()
    for name in ("north", "south"):
        pile.article(name, "2021-05-03", "The council of Tarn gave 12 crowns for the pier.")
        pile.count(name, "12", value, "crowns", unit="count", head="crown")
    for slot in find_slots(pile):
        assert slot.verdict in ("agree", "rounding")


def test_two_numbers_of_the_same_sentences_are_two_slots() -> None:
    pile = Pile()
    for name in ("north", "south"):
        pile.article(name, "2021-05-03", "Fever struck 28,774 people in 74 countries, the agency said.")
        pile.count(name, "28,774", 28774, "people", head="person")
        pile.count(name, "74", 74, "countries", unit="count", head="country")
    slots = find_slots(pile)
    assert {slot.values[0].value for slot in slots} == {28774, 74}
    assert len({slot.slot_id for slot in slots}) == 2
