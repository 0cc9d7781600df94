"""Eight invented affairs told by three outlets each, down the whole road: what becomes of their numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline.desk import open_desk
from dateline.model import Slot

Report = tuple[str, str, str, str]
"""Outlet, day, headline, text."""

STORIES: dict[str, tuple[Report, ...]] = {
    "flood": (
        (
            "Harbour Post",
            "2021-05-03T08:00",
            "Flood kills nine in Velden",
            "The river Ostra burst its banks in Velden on Sunday night, killing at least nine people, the fire "
            "service said on Monday.\n\n"
            "Some 400 people were taken to a school on the hill. About 1,200 houses stood under water, mayor Piet "
            "Aaldering said. Fourteen people were missing.\n\n"
            "The flood wave was 6.5 feet high when it reached the market square, witnesses said.",
        ),
        (
            "Norlander",
            "2021-05-04T09:00",
            "Velden flood toll climbs to 14",
            "The number of people killed in the flood in Velden rose to 14 from nine on Tuesday after rescuers "
            "found five more bodies, governor Marta Sandoval said.\n\n"
            "Eight people were still missing, she said. Sandoval put the number of flooded houses at more than "
            "1,100. The government set aside $12.5 million for repairs.\n\n"
            "The water stood two metres high on the market square.",
        ),
        (
            "Daily Ferry",
            "2021-05-05",
            "Governor visits flooded town",
            "Governor Marta Sandoval visited Velden on Wednesday, three days after the flood that killed 14 "
            "people, among them four children.\n\n"
            "She promised $12.5 million for repairs to the town of 23,000. Eight people have not been found.\n\n"
            "In the flood of 1998 in Korsholm, 31 people died.",
        ),
    ),
    "quake": (
        (
            "Coast Wire",
            "2020-02-11",
            "Strong quake shakes Tarsa",
            "A magnitude 6.4 earthquake struck the island of Tarsa early on Tuesday, killing 21 people and "
            "injuring about 150, officials said.\n\n"
            "The quake hit 40 km south of the capital, Port Inez, at a depth of 10 kilometres. Around 3,000 "
            "people spent the night outdoors.",
        ),
        (
            "Morning Ledger",
            "2020-02-11",
            "Tarsa earthquake kills 21",
            "At least 21 people were killed and 163 hurt when an earthquake of magnitude 6.4 hit Tarsa, the "
            "interior ministry said. Its centre lay 25 miles south of Port Inez.\n\n"
            "The ministry said 70 buildings had collapsed.",
        ),
        (
            "The Isle",
            "2020-02-13",
            "Rescuers end search on Tarsa",
            "Rescuers on Tarsa ended their search on Thursday. The earthquake on Tuesday killed 37 people, the "
            "interior ministry said, correcting an earlier figure of 39. More than 260 were injured.\n\n"
            "Two days after the quake, 70 collapsed buildings had been cleared. The army sent 500 soldiers to the "
            "island.",
        ),
    ),
    "merger": (
        (
            "Trade Bell",
            "2019-06-10",
            "Norlys to buy Ostra Power for $3.4 billion",
            "The utility Norlys agreed on Monday to buy its rival Ostra Power for $3.4 billion in cash, the two "
            "companies said. Norlys will pay $27 a share, a premium of 31 percent.\n\n"
            "The new company will have 18,000 employees and serve 2.2 million customers. About 1,500 jobs will be "
            "cut.",
        ),
        (
            "Market Eye",
            "2019-06-11",
            "Power deal draws fire",
            "Unions attacked the $3.4 billion takeover of Ostra Power by Norlys, which offered $27 per share. The "
            "deal values Ostra Power at a 31 per cent premium to its last price.\n\n"
            "Up to 1,500 jobs are to go among the 18,000 employees of both companies. Shares of Norlys fell 4.2 "
            "percent on Tuesday.",
        ),
        (
            "Capital Sheet",
            "2019-11-20",
            "Norlys raises bid",
            "Norlys raised its offer for Ostra Power to $3.6 billion from $3.4 billion, or $28.50 a share. The "
            "merger would join utilities with more than two million customers. Norlys said it expected to cut "
            "1,200 jobs.",
        ),
    ),
    "election": (
        (
            "Polling News",
            "2022-09-12",
            "Lindqvist wins in Sundmark",
            "Carla Lindqvist won the election for mayor of Sundmark on Sunday with 52.3 percent of the vote, "
            "ahead of Olaf Brenner with 44.1 percent.\n\n"
            "Turnout was 61 percent, the electoral commission said. Some 48,200 people voted. Lindqvist, 47, will "
            "take office on 1 October.",
        ),
        (
            "Sundmark Echo",
            "2022-09-12",
            "Lindqvist elected mayor",
            "Voters in Sundmark elected Carla Lindqvist, a 47-year-old lawyer, as mayor. She took 52.3 percent of "
            "votes and Brenner 44.1 percent, with all 86 polling stations counted.\n\n"
            "Turnout stood at about 60 percent.",
        ),
        (
            "Inland Mail",
            "2022-09-14",
            "Brenner demands recount",
            "Olaf Brenner, who lost Sunday's vote in Sundmark by 3,954 votes, demanded a recount on Tuesday. All "
            "86 polling stations had been counted, the commission replied. Lindqvist had won 52.3 percent.",
        ),
    ),
    "court": (
        (
            "Court Report",
            "2018-04-17",
            "Banker jailed for six years",
            "Former banker Henrik Solberg was jailed for six years on Tuesday for stealing 4.7 million euros from "
            "212 clients, a court in Alder ruled. Prosecutors had asked for nine years in prison.\n\n"
            "Solberg, 58, pleaded not guilty. He was fined 300,000 euros.",
        ),
        (
            "Alder Times",
            "2018-04-17",
            "Solberg sentenced",
            "A court sentenced Henrik Solberg, 58, to six years in prison. He took about 4.7 million euros from "
            "more than 200 clients between 2009 and 2014. He must also pay a fine of 300,000 euros.",
        ),
        (
            "Fjord Journal",
            "2018-04-18",
            "Solberg to appeal",
            "Henrik Solberg will appeal against his six-year sentence, his lawyer said on Wednesday. The banker, "
            "aged 58, was found guilty of stealing 4.2 million euros from 212 customers.",
        ),
    ),
    "protest": (
        (
            "City Lamp",
            "2022-03-12",
            "Thousands march against fares",
            "About 5,000 people marched through Port Calder on Saturday against higher tram fares, police said. "
            "Organisers put the crowd at 20,000.\n\n"
            "Twelve people were arrested. A monthly ticket will cost 62 euros from May, up from 55 euros.",
        ),
        (
            "Calder Daily",
            "2022-03-13",
            "Fare protest draws 20,000",
            "Some 20,000 people took part in Saturday's protest in Port Calder, the union Transit United said; "
            "police spoke of 5,000. Police arrested 14 demonstrators.\n\n"
            "The price of a monthly ticket rises by 13 percent to 62 euros.",
        ),
        (
            "Evening Tram",
            "2022-03-14",
            "Police free protesters",
            "Police in Port Calder on Monday released nine of the 14 people arrested at Saturday's march. Five "
            "remained in custody. One officer was hurt, and three demonstrators were injured.",
        ),
    ),
    "storm": (
        (
            "Gulf Post",
            "2020-09-15",
            "Storm cuts power to 300,000",
            "Storm Edda left 300,000 homes without power in the state of Merrin on Tuesday and killed two people, "
            "one in Alder and one in Birk, governor Lena Holt said. Winds reached 120 km/h.\n\n"
            "About 8,000 people were moved from their homes. The storm is expected to bring 30 cm of rain.",
        ),
        (
            "Merrin Times",
            "2020-09-16",
            "Toll of Edda rises to five",
            "The number of people killed by Storm Edda rose to five on Wednesday when the bodies of three "
            "fishermen were found off Birk. In Alder one person died.\n\n"
            "Some 180,000 homes were still without power, down from 300,000 a day earlier. Winds of up to 75 "
            "miles an hour were measured.",
        ),
        (
            "Inland Eye",
            "2020-09-16",
            "Edda floods Merrin",
            "At least five people have died in Storm Edda. The storm dropped 12 inches of rain on Alder. Nearly "
            "8,000 residents spent the night in shelters, and 42 roads were closed. Insurers put the damage at "
            "$1.2 billion.",
        ),
    ),
    "strike": (
        (
            "Mine Herald",
            "2019-02-04",
            "Miners strike at Kolberg",
            "Some 3,200 miners walked out at the Kolberg mine on Monday to demand a raise of 8 percent. The "
            "company offered 3.5 percent. The mine yields 40,000 tonnes of copper a year.\n\n"
            "The company said it was losing $2 million a day.",
        ),
        (
            "Copper Wire",
            "2019-02-06",
            "Kolberg strike in third day",
            "The strike of 3,200 workers at the Kolberg copper mine entered its third day. The union wants 8 per "
            "cent more pay; the owners offer 3.5 per cent. The strike costs the company about $2 million a day, "
            "it said. The mine employs 4,100 people.",
        ),
        (
            "Kolberg News",
            "2019-02-19",
            "Miners end strike",
            "Miners at Kolberg ended their strike after 15 days and accepted a raise of 5.2 percent. The company "
            "lost $28 million, it said. Production fell to 31,000 tonnes from 40,000 tonnes a year earlier.",
        ),
    ),
}

EXPECTED: dict[str, tuple[tuple[str, str, frozenset[float]], ...]] = {
    "flood": (
        ("people killed", "update", frozenset({9, 14})),
        ("people missing", "update", frozenset({14, 8})),
        ("amount (repairs)", "agree", frozenset({12.5e6})),
    ),
    "quake": (
        ("people killed", "update", frozenset({21, 37})),
        ("people injured", "update", frozenset({150, 163, 260})),
        ("magnitude", "agree", frozenset({6.4})),
        ("collapsed buildings", "agree", frozenset({70})),
    ),
    "merger": (
        ("amount", "update", frozenset({3.4e9, 3.6e9})),
        ("jobs", "rounding", frozenset({1500})),
        ("employees", "agree", frozenset({18000})),
    ),
    "election": (
        ("age of Carla Lindqvist", "agree", frozenset({47})),
        ("polling stations", "agree", frozenset({86})),
        ("share", "agree", frozenset({52.3})),
        ("Turnout", "rounding", frozenset({60, 61})),
    ),
    "court": (
        ("prison term", "agree", frozenset({6})),
        ("age of Henrik Solberg", "agree", frozenset({58})),
        ("amount (fine)", "agree", frozenset({300000})),
        ("customers", "agree", frozenset({212})),
    ),
    "protest": (
        ("crowd", "conflict", frozenset({5000, 20000})),
        ("demonstrators arrested", "update", frozenset({12, 14})),
        ("amount", "update", frozenset({55, 62})),
    ),
    "storm": (
        ("people killed", "update", frozenset({2, 5})),
        ("homes", "update", frozenset({300000, 180000})),
        ("speed of Winds", "rounding", frozenset({120, 121})),
    ),
    "strike": (
        ("workers", "rounding", frozenset({3200})),
        ("share", "agree", frozenset({3.5})),
    ),
}
"""Part of a slot's label, its verdict, and the values that it holds at least."""


def find_slots(reports: tuple[Report, ...], folder: Path) -> tuple[Slot, ...]:
    for at, (outlet, day, title, text) in enumerate(reports):
        row = {"outlet": outlet, "published": day, "title": title, "text": text}
        (folder / f"{at}.json").write_text(json.dumps(row), encoding="utf-8")
    with open_desk(None) as desk:
        desk.add([str(folder)])
        desk.run(until="compare")
        return desk.rows(Slot)


@pytest.mark.slow
@pytest.mark.parametrize("name", STORIES)
def test_the_numbers_of_an_affair(name: str, tmp_path: Path) -> None:
    slots = find_slots(STORIES[name], tmp_path)
    for label, verdict, values in EXPECTED[name]:
        fitting = [slot for slot in slots if label in slot.label and slot.verdict == verdict]
        assert any(values <= {value.value for value in slot.values} for slot in fitting), (label, slots)
    expected = [label for label, verdict, _ in EXPECTED[name] if verdict == "conflict"]
    assert [slot.label for slot in slots if slot.verdict == "conflict"] == expected
