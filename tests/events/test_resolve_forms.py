"""Forms that no mention has, forms that only look alike, and bodies that stand without their state."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.events.test_resolve import Spec, make_rows, meaning, names_of, resolve, with_gender

from dateline.events.entities.alike import plain_words, same_person, shortens, sound
from dateline.events.entities.given_names import is_short_of
from dateline.model import Entity, Mention, Record

PEOPLE = [
    ("Ben Lund", "Benjamin Ole Lund", True),
    ("Ben Lund", "Benedict Lund", False),
    ("Muammar Gaddafi", "Moammar Gadhafi", True),
    ("Ana Berg", "Una Borg", False),
    ("Martin Keller", "Martina Keller", False),
    ("Dan Keller", "Daniela Keller", False),
]


@pytest.mark.parametrize(("left", "right", "same"), PEOPLE)
def test_short_given_names_and_transcriptions(left: str, right: str, same: bool) -> None:
    assert same_person(plain_words(left), plain_words(right)) is same
    assert same_person(plain_words(right), plain_words(left)) is same


def test_given_names_and_sounds() -> None:
    assert is_short_of("bill", "william")
    assert is_short_of("william", "bill")
    assert not is_short_of("bill", "robert")
    assert sound("gaddafi") == sound("gadhafi") == sound("qaddafi")
    assert not shortens("Tea", "Tea Party")


def aliases(rows: list[Record], name: str) -> set[str]:
    return {alias for row in resolve(rows) if isinstance(row, Entity) and row.name == name for alias in row.aliases}


def test_a_short_form_that_was_passed_over() -> None:
    specs: list[Spec] = [("ZETA Data Group", "ORG", None)]
    assert aliases(make_rows("a", "ZETA Data Group spoke. So said ZETA.", specs), "ZETA Data Group") == set()
    specs = [("ZETA Intelligence Group", "ORG", None), ("Quorl News Agency", "ORG", None)]
    rows = make_rows("a", "ZETA Intelligence Group and Quorl News Agency spoke. So said ZETA on a Quorl page.", specs)
    assert aliases(rows, "ZETA Intelligence Group") == {"ZETA"}
    assert aliases(rows, "Quorl News Agency") == {"Quorl"}
    common: list[Spec] = [("Harbour News Agency", "ORG", None)]
    rows = make_rows("a", "Harbour News Agency spoke. The harbour shut. Harbour men left.", common)
    assert aliases(rows, "Harbour News Agency") == set()


def test_a_town_with_its_state_and_a_facility_with_its_noun() -> None:
    rows = make_rows(
        "a", "It was in Turin, Italy, and so on.", [("Turin", "GPE", None), ("Italy", "GPE", "country:IT")]
    )
    assert aliases(rows, "Turin") == {"Turin, Italy"}
    specs: list[Spec] = [("Turin", "GPE", None), ("Lagos", "GPE", None), ("Italy", "GPE", "country:IT")]
    assert aliases(make_rows("a", "It was in Lagos, Turin, Italy.", specs), "Turin") == set()
    rows = make_rows("a", "They left Ravno military prison.", [("Ravno", "FAC", None)])
    rows += make_rows("b", "They left Ravno prison.", [("Ravno prison", "FAC", None)])
    assert aliases(rows, "Ravno prison") >= {"Ravno", "Ravno military prison"}


def test_two_names_that_a_report_says_are_one() -> None:
    specs: list[Spec] = [("Zentrax Corp.", "ORG", None), ("Acme", "ORG", None), ("Acme Payroll Works", "ORG", None)]
    text = "It was at Zentrax Corp., an Acme unit also called Acme Payroll Works, they said."
    assert ("Acme Payroll Works", "Zentrax Corp.") in {
        tuple(sorted(names)) for names in names_of(make_rows("a", text, specs))
    }


def test_an_army_and_a_military_are_one_with_a_plain_name() -> None:
    specs: list[Spec] = [("Spanish", "NORP", "demonym:ES"), ("Spain", "GPE", "country:ES")]
    rows = make_rows("a", "The Spanish army left. Spain’s military said so. The military left.", specs)
    assert aliases(rows, "Spanish military") == {"Spanish army", "Spain’s military", "the military"}


def test_a_body_without_its_state_is_the_only_one_of_the_story() -> None:
    specs: list[Spec] = [
        ("Spanish", "NORP", "demonym:ES"),
        ("Spain", "GPE", "country:ES"),
        ("Peru", "GPE", "country:PE"),
    ]
    told = make_rows("a", "A Spanish military court met in Spain.", specs)
    assert (
        meaning(told + make_rows("b", "Spain waits. The military court met.", specs), "b", "The military court") != []
    )
    assert meaning(told + make_rows("b", "Peru waits. The military court met.", specs), "b", "The military court") == []


def test_a_phrase_that_means_two_names_neither() -> None:
    rows = make_rows("a", "The Trade Ministry spoke. The ministry said no.", [("Trade Ministry", "ORG", None)])
    assert aliases(rows, "Trade Ministry") == {"The ministry"} or aliases(rows, "Trade Ministry") == {"the ministry"}
    rows += make_rows("b", "The Health Ministry spoke. The ministry said no.", [("Health Ministry", "ORG", None)])
    assert aliases(rows, "Trade Ministry") == set()


def test_a_first_name_before_anyone_has_it_is_another_man() -> None:
    specs: list[Spec] = [("Kevin Hale", "PER", None), ("Kevin", "PER", None)]
    lines = "It rained. It poured. It hailed. It stopped. A man known as Kevin ran. "
    assert meaning(make_rows("a", lines + "So did Kevin Hale.", specs), "a", "Kevin") == []
    assert meaning(make_rows("a", "So did Kevin Hale. " + lines, specs), "a", "Kevin") == ["Kevin Hale"]


def test_a_region_and_a_place_are_no_government() -> None:
    specs: list[Spec] = [("Peru", "GPE", "country:PE"), ("Lima", "GPE", "capital:PE")]
    names = dict.fromkeys(("Peru", "Lima"))
    acts = make_rows("a", "Peru left. Lima said no.", specs)
    assert ("Peru", "Lima") in names_of(acts)
    region = make_rows("a", "Peru left. Lima Gov. Ana Lund came. Lima said no.", specs)
    assert not any(set(names) <= set(row) for row in names_of(region))
    place = make_rows("a", "Peru left. Lima will be the last stop.", specs)
    assert not any(set(names) <= set(row) for row in names_of(place))


def test_world_wars_are_two() -> None:
    specs: list[Spec] = [("Great War II", "EVENT", None), ("Great War I", "EVENT", None)]
    assert len(names_of(make_rows("a", "After Great War I came Great War II .", specs))) == 2
    slip: list[Spec] = [("Congress", "ORG", None), ("Congres", "ORG", None)]
    assert len(names_of(make_rows("a", "Congress met. So did Congres .", slip))) == 1


def test_a_recurrent_office_is_the_office() -> None:
    rows = make_rows("a", "They left the joint harbour office. The office was shut.", [])
    rows += make_rows("b", "The harbour office is new. He has a law office. The office is old.", [])
    assert meaning(rows, "a", "The office") == ["harbour office"]
    assert meaning(rows, "b", "The office") == []


def test_a_surname_asks_for_gender_crown_and_who_was_told_before() -> None:
    specs: list[Spec] = [("Leo Berg", "PER", None), ("Eva Berg", "PER", None), ("Berg", "PER", None)]
    text = "Leo Berg came with Eva Berg. Mr. Berg spoke."
    rows = with_gender(make_rows("a", text, specs), Leo_Berg="m", Eva_Berg="f", Berg="m")
    assert ("Leo Berg", "Berg", "Mr. Berg") in names_of(rows)
    told = make_rows("a", "Leo Berg came.", specs) + make_rows("b", "Leo Berg left.", specs)
    later = make_rows("c", "Berg spoke. It rained. Eva Berg came.", specs)
    assert meaning(told + later, "c", "Berg") == ["Leo Berg"]
    crown: list[Spec] = [("Olav Lund", "PER", None), ("Olav", "PER", None)]
    prince = make_rows("a", "Olav Lund came. Prince Olav left.", crown, {"Olav": "Prince"})
    assert ("Olav Lund", "Olav") not in names_of(prince)
    assert ("Olav Lund", "Olav") in names_of(make_rows("a", "Olav Lund came. So did Olav.", crown))


def test_a_plural_family_and_a_prefix_are_nobody() -> None:
    specs: list[Spec] = [("Leo Berg", "PER", None), ("Bergs", "PER", None), ("anti-Berg", "PER", None)]
    rows = make_rows("a", "Leo Berg came. The Bergs left. It was an anti-Berg march.", specs)
    assert all("Bergs" not in names and "anti-Berg" not in names for names in names_of(rows) if "Leo Berg" in names)
    pair: list[Spec] = [
        ("Leo Berg", "PER", None),
        ("Ana Lund", "PER", None),
        ("Berg-Lund", "PER", None),
        ("Berg", "PER", None),
    ]
    rows = make_rows("a", "Leo Berg met Ana Lund. The Berg-Lund talks ended. Berg left.", pair)
    assert ("Leo Berg", "Berg") in names_of(rows)


def test_a_body_bears_its_states_name_where_the_story_has_several() -> None:
    specs: list[Spec] = [("Peru", "GPE", "country:PE"), ("Chile", "GPE", "country:CL"), ("Trade Ministry", "ORG", None)]
    rows = make_rows("a", "Peru's Trade Ministry wrote to Chile.", specs)
    named = [
        replace(r, state={"Peru": "Peru", "Chile": "Chile"}.get(r.text)) if isinstance(r, Mention) else r for r in rows
    ]
    assert ("Trade Ministry (Peru)", "Trade Ministry") in names_of(named)
    alone = make_rows("a", "Peru's Trade Ministry spoke.", specs)
    assert ("Trade Ministry",) in names_of(alone)


def test_father_and_son_are_two_where_one_article_has_both() -> None:
    specs: list[Spec] = [("Leo Berg Jr.", "PER", None), ("Leo Berg", "PER", None), ("Berg", "PER", None)]
    one = make_rows("a", "Leo Berg Jr. came.", specs) + make_rows("b", "Leo Berg left.", specs)
    assert len(names_of(one)) == 1
    unsure = make_rows("a", "Berg spoke. So did Leo Berg Jr. of Oslo.", specs) + make_rows("b", "Leo Berg left.", specs)
    assert ("Leo Berg Jr.",) in names_of(unsure)
    two = make_rows("a", "Leo Berg and Leo Berg Jr. came. Leo Berg sat. Berg left.", specs)
    assert names_of(two) == [("Leo Berg", "Berg"), ("Leo Berg Jr.",)]


def test_a_nickname_in_quotation_marks_is_the_name() -> None:
    specs: list[Spec] = [('Karl "Bo" Lund', "PER", None), ("Bo Lund", "PER", None)]
    rows = make_rows("a", 'Karl "Bo" Lund came.', specs) + make_rows("b", "Bo Lund left.", specs)
    assert len(names_of(rows)) == 1


def test_the_party_is_none_where_two_parties_act() -> None:
    reds: Spec = ("Red Party", "ORG", "party:red")
    text = "The Red Party met. The Blues laughed. The party went on."
    assert meaning(make_rows("a", text, [reds]), "a", "The party") == ["Red Party"]
    assert meaning(make_rows("a", text, [reds, ("Blues", "NORP", "party:blue")]), "a", "The party") == []


def test_a_son_is_apart_where_a_report_calls_him_by_it() -> None:
    specs: list[Spec] = [
        ("Leo Berg", "PER", None),
        ("Leo Berg Jr.", "PER", None),
        ("Berg Jr.", "PER", None),
        ("Berg", "PER", None),
    ]
    text = "Leo Berg Jr. spoke. Then Berg Jr. left and Berg Jr. slept. At home Berg waited."
    rows = make_rows("a", text, specs) + make_rows("b", "Leo Berg came.", specs[:1])
    assert names_of(rows) == [("Leo Berg", "Berg"), ("Leo Berg Jr.", "Berg Jr.")]
    assert meaning(rows, "a", "Berg Jr.") == ["Leo Berg Jr."] * 2
    assert meaning(rows, "a", "Berg") == ["Leo Berg"]


def test_a_title_tells_whom_a_surname_means() -> None:
    specs: list[Spec] = [("Leo Berg", "PER", None), ("Ana Berg", "PER", None), ("Berg", "PER", None)]
    rows = make_rows("a", "President Leo Berg spoke.", specs[:1], {"Leo Berg": "President"})
    rows += make_rows("b", "Ana Berg sang. President Berg clapped.", specs, {"Berg": "President"})
    assert meaning(rows, "b", "Berg") == ["Leo Berg"]


def test_a_surname_said_of_another_before_does_not_mean_who_comes_later() -> None:
    specs: list[Spec] = [("Leo Berg", "PER", None), ("Ana Berg", "PER", None), ("Berg", "PER", None)]
    rows = make_rows("a", "Ana Berg sang.", specs[1:2])
    rows += make_rows("b", "It rained. It froze. It hailed. The Berg years. Leo Berg sang. Berg left.", specs)
    assert meaning(rows, "b", "Berg") == []


def test_a_surname_read_as_a_body_is_its_bearers() -> None:
    specs: list[Spec] = [("Leo Varny", "PER", None), ("Varny", "ORG", None)]
    rows = make_rows("a", "Leo Varny spoke. Later Varny left.", specs)
    assert names_of(rows) == [("Leo Varny", "Varny")]
    firm = make_rows("b", "The Varny Mills closed.", [("Varny Mills", "ORG", None)])
    assert ("Varny",) in names_of(rows + firm) or ("Varny Mills", "Varny") in names_of(rows + firm)


def test_a_title_read_into_a_name_is_left_out() -> None:
    text = "They met Secretary of State Ines Lund there."
    rows = make_rows("a", text, [("State Ines Lund", "PER", None)])
    assert names_of(rows) == [("Ines Lund",)]


def test_a_states_body_and_its_short_names_are_one() -> None:
    specs: list[Spec] = [("U.S. Treasury Department", "ORG", None), ("Treasury", "ORG", None)]
    rows = make_rows("a", "The U.S. Treasury Department spoke.", specs[:1]) + make_rows(
        "b", "The Treasury spoke.", specs[1:]
    )
    assert len(names_of(rows)) == 1


def test_a_first_name_beside_the_family_is_the_storys_person_of_that_name() -> None:
    specs: list[Spec] = [("Ana Berg", "PER", None), ("Leo", "PER", None), ("Leo Berg", "PER", None)]
    rows = make_rows("a", "Ana Berg sang. Her father, Leo, clapped.", specs[:2])
    assert meaning(rows, "a", "Leo") != ["Ana Berg"]
    both = rows + make_rows("b", "Leo Berg clapped.", specs[2:])
    assert meaning(both, "a", "Leo") == ["Leo Berg"]
    apart = make_rows("a", "Ana Moe sang. Leo clapped.", [("Ana Moe", "PER", None), ("Leo", "PER", None)])
    assert meaning(apart + make_rows("b", "Leo Berg clapped.", specs[2:]), "a", "Leo") != ["Leo Berg"]
