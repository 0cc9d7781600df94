"""Which nouns count the same sort of thing, and which narrow it down, as data."""

from __future__ import annotations

from dateline.compare.wordlists import word_set

SORTS: dict[str, str] = {
    noun: sort
    for sort, nouns in {
        "person": "people person human individual soul victim casualty fatality death dead life body corpse man "
        "resident citizen inhabitant consumer customer user client account-holder member reveller reveler "
        "pedestrian survivor hostage passenger patient detainee prisoner suspect arrest injury wounded "
        "injured hurt missing protester crowd "
        "demonstrator marcher protestor participant attendee migrant refugee evacuee native national other rest",
        "staff": "official worker staff staffer personnel employee officer aide delegate diplomat representative "
        "crew team workforce",
        "soldier": "soldier troop serviceman servicemember marine paratrooper gi conscript sailor airman",
        "fighter": "fighter militant rebel insurgent gunman attacker terrorist extremist jihadist guerrilla bomber",
        "police": "policeman policewoman cop constable gendarme",
        "child": "child kid minor girl boy baby infant toddler teenager teen youngster schoolchild pupil",
        "woman": "woman female",
        "civilian": "civilian bystander",
        "foreigner": "foreigner tourist expatriate visitor holidaymaker",
        "student": "student undergraduate",
        "journalist": "journalist reporter",
        "medic": "doctor nurse medic paramedic",
        "firefighter": "firefighter fireman",
        "executive": "executive director manager boss",
        "shot": "shot gunshot bullet round",
        "vehicle": "truck lorry vehicle tractor-trailer",
        "home": "home house dwelling residence",
        "site": "site website webpage",
        "record": "record file account",
        "firm": "firm company business",
        "vessel": "ship vessel boat",
        "plane": "plane aircraft jet airliner airplane",
        "vote": "vote ballot",
        "town": "town city village",
        "country": "country nation",
        "email": "email e-mail",
        "domain": "domain",
    }.items()
    for noun in nouns.split()
}
"""Head noun → sort. Sorts with people in them narrow down ``person``; nouns not listed are a sort of their own."""

PEOPLE: frozenset[str] = word_set(
    "person staff soldier fighter police child woman civilian foreigner student journalist medic firefighter executive"
)
"""Sorts that are people."""

SOFT: frozenset[str] = frozenset({"person", "staff"})
"""Sorts that say nothing of which part of a group is meant: reports swap "people" and "officials" freely."""

NARROWING: dict[str, str] = {
    word: scope
    for scope, words in {
        "child": "child children kid kids minor minors infant infants teenage teenagers schoolchildren girls boys",
        "woman": "woman women female",
        "man": "male men",
        "civilian": "civilian civilians noncombatant",
        "soldier": "soldiers troops military",
        "police": "police policemen",
        "foreigner": "foreign foreigner foreigners tourist tourists overseas",
        "local": "local domestic",
        "elderly": "elderly pensioner pensioners",
        "adult": "adult adults",
        "passenger": "passenger passengers",
        "crew": "crew crewmember crewmembers crewman crewmen",
        "new": "new latest fresh",
        "suspected": "suspected possible probable potential",
        "serious": "seriously severely gravely critical critically",
        "slight": "slightly lightly minor-injuries",
        "dead": "dead killed",
    }.items()
    for word in words.split()
}
"""Word beside a counted noun → the part of the group that it narrows to."""


def find_sort(head: str | None) -> str | None:
    """Return the sort of a head noun: its listed sort, else the noun itself; None without a noun."""
    if not head:
        return None
    noun = head.casefold()
    return SORTS.get(noun) or SORTS.get(noun.removesuffix("s")) or noun
