"""Invented stories with the states that a careful reader takes from them; no place or person in them is real.

Each story has reports (outlet, day, title, text) and golden values (subject, value, since): a value is any of the words
that part of it, parted by bars; ``since`` is cut to its grain, None where no report tells it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gold:
    """A value that an attribute took: words of its subject, words for the value, and since when it holds."""

    subject: str
    value: str
    since: str | None


@dataclass(frozen=True, slots=True)
class StateStory:
    """A story: its reports, its golden values, and values that would be wrong."""

    name: str
    reports: tuple[tuple[str, str, str, str], ...]
    gold: tuple[Gold, ...]


STORIES: tuple[StateStory, ...] = (
    StateStory(
        "flood",
        (
            (
                "Lomere Post",
                "2021-06-08",
                "Brask bridge closed as Ansel river rises",
                "BRASK, Norvania (LP) — Authorities closed the Brask bridge on Tuesday as the Ansel "
                "river rose above its banks.\n\n"
                "About 900 residents were evacuated from the lower town on Tuesday evening, Mayor "
                "Ilse Korvan said.\n\n"
                "The provincial government declared a state of emergency on Tuesday.\n\n"
                "At least three people died in the flood, police said.\n\n"
                "The Brask bridge carries most of the traffic of the town.",
            ),
            (
                "Norvania Courier",
                "2021-06-11",
                "Flood toll climbs to seven; bridge open again",
                "BRASK, Norvania — The flood on the Ansel has killed seven people, police said on "
                "Friday.\n\n"
                "The Brask bridge reopened on Thursday after engineers found no damage.\n\n"
                "The state of emergency will be lifted on Monday, the provincial government said.\n\n"
                "Korvan denied that the town hall had been warned too late.",
            ),
            (
                "Lomere Post",
                "2021-06-15",
                "Emergency ends in Brask",
                "BRASK, Norvania (LP) — The provincial government lifted the state of emergency on "
                "Monday, a week after the Ansel flooded the lower town of Brask.\n\n"
                "The death toll stands at seven.",
            ),
        ),
        (
            Gold("bridge", "closed", "2021-06-08"),
            Gold("bridge", "open", "2021-06-10"),
            Gold("emergency", "in force", "2021-06-08"),
            Gold("emergency", "lifted", "2021-06-14"),
        ),
    ),
    StateStory(
        "court",
        (
            (
                "Harrow Times",
                "2020-02-04",
                "Treasurer Dalia Brenn arrested over missing funds",
                "Police arrested Dalia Brenn, the treasurer of the city of Ostrel, on Monday on "
                "suspicion of taking funds from a school project.\n\n"
                "Brenn, 52, was suspended by the council on Tuesday.\n\n"
                "Her lawyer said that Brenn had done nothing wrong.",
            ),
            (
                "Ostrel Daily",
                "2020-02-07",
                "Brenn charged and freed on bail",
                "Prosecutors charged Dalia Brenn with embezzlement on Thursday.\n\n"
                "A judge released Brenn on bail on Friday.\n\n"
                "She pleaded not guilty.",
            ),
            (
                "Harrow Times",
                "2020-11-20",
                "Former Ostrel treasurer convicted",
                "A jury convicted Dalia Brenn, the former treasurer of Ostrel, of embezzlement on "
                "Thursday.\n\n"
                "She could be sentenced to up to eight years in prison.\n\n"
                "Brenn was arrested in February and charged three days later.",
            ),
            (
                "Ostrel Daily",
                "2020-12-11",
                "Brenn sentenced to four years",
                "Dalia Brenn, the former treasurer of Ostrel, was sentenced on Friday to four years "
                "in prison.\n\n"
                "Her lawyer said that she would appeal.",
            ),
        ),
        (
            Gold("Brenn", "arrested", "2020-02-03"),
            Gold("Brenn", "suspended", "2020-02-04"),
            Gold("Brenn", "free", "2020-02-07"),
            Gold("Brenn", "charged", "2020-02-06"),
            Gold("Brenn", "pleaded not guilty", None),
            Gold("Brenn", "convicted", "2020-11-19"),
            Gold("Brenn", "sentenced", "2020-12-11"),
        ),
    ),
    StateStory(
        "merger",
        (
            (
                "Market Ledger",
                "2019-05-14",
                "Quillon and Baster agree to merge",
                "The packaging maker Quillon and its rival Baster signed a merger agreement on "
                "Monday.\n\n"
                "The deal, worth 2.1 billion crowns, needs the approval of the competition office.\n\n"
                "Quillon said that it expected the deal to close by the end of the year.",
            ),
            (
                "Port Sella Gazette",
                "2019-09-03",
                "Watchdog clears packaging deal",
                "The competition office approved the deal between Quillon and Baster on Tuesday.\n\n"
                "Baster's chief executive, Rolf Tarn, will leave once the deal is closed.",
            ),
            (
                "Market Ledger",
                "2019-10-02",
                "Quillon completes deal with Baster",
                "Quillon completed the deal with Baster on Tuesday.\n\n"
                "Rolf Tarn, Baster's chief executive, resigned the same day.",
            ),
        ),
        (
            Gold("deal|agreement", "signed", "2019-05-13"),
            Gold("deal|agreement", "approved", "2019-09-03"),
            Gold("deal|agreement", "completed", "2019-10-01"),
            Gold("Tarn", "resigned", "2019-10-01"),
        ),
    ),
    StateStory(
        "election",
        (
            (
                "Verrin Star",
                "2018-03-02",
                "Verrin vote put off after storm",
                "The election commission of Verrin postponed the council election on Thursday because "
                "of the storm.\n\n"
                "The council election had been due on Sunday.\n\n"
                "The commission chief, Ada Merle, said that a new day would be named soon.",
            ),
            (
                "Coastal News",
                "2018-03-20",
                "Merle quits before Verrin vote",
                "Ada Merle resigned on Monday as chief of the election commission of Verrin.\n\n"
                "The council election begins on Sunday, the commission said.\n\n"
                "Mayor Tomas Illing is running again.",
            ),
            (
                "Verrin Star",
                "2018-03-26",
                "Illing re-elected in Verrin",
                "Tomas Illing was re-elected mayor of Verrin on Sunday.\n\n"
                "Jona Stark was appointed chief of the election commission on Friday.",
            ),
        ),
        (
            Gold("election", "put off", "2018-03-01"),
            Gold("Merle", "resigned", "2018-03-19"),
        ),
    ),
    StateStory(
        "match",
        (
            (
                "Sport Lane",
                "2022-04-09",
                "Cup final in Dorrick called off after fire",
                "The cup final between Dorrick Rovers and Lenholm was postponed on Saturday after a "
                "fire in the stand.\n\n"
                "Dorrick Rovers said that their stadium would stay closed for a week.\n\n"
                "The stadium was closed on Saturday evening.\n\n"
                "The striker Pavo Rinn was taken to hospital.",
            ),
            (
                "Lenholm Echo",
                "2022-04-18",
                "Rovers' stadium open again",
                "The stadium of Dorrick Rovers reopened on Sunday, eight days after the fire.\n\n"
                "The coach, Emil Hass, was sacked on Monday.\n\n"
                "Pavo Rinn left hospital on Friday.",
            ),
        ),
        (
            Gold("stadium", "closed", "2022-04-09"),
            Gold("stadium", "open", "2022-04-17"),
            Gold("final", "put off", "2022-04-09"),
            Gold("Hass", "removed", "2022-04-18"),
        ),
    ),
    StateStory(
        "strike",
        (
            (
                "Kellen Tribune",
                "2017-10-03",
                "Ferry crews walk out in Kellen",
                "Ferry crews in Kellen began a strike on Monday over pay.\n\n"
                "The ferry service to Tarsk was suspended on Monday.\n\n"
                "Talks between the union and the operator broke down on Sunday.",
            ),
            (
                "Tarsk Mail",
                "2017-10-09",
                "Kellen ferries back as strike ends",
                "The strike of the ferry crews in Kellen ended on Saturday.\n\n"
                "The ferry service to Tarsk resumed on Sunday.\n\n"
                "The union threatened to resume the strike in November.",
            ),
        ),
        (
            Gold("strike", "under way", "2017-10-02"),
            Gold("strike", "over", "2017-10-07"),
            Gold("service", "suspended", "2017-10-02"),
            Gold("service", "resumed", "2017-10-08"),
        ),
    ),
    StateStory(
        "war",
        (
            (
                "Reach Wire",
                "2016-08-05",
                "Rebels take Hadrim",
                "Rebels captured the town of Hadrim on Thursday, residents said.\n\n"
                "Government troops withdrew from Hadrim on Thursday night.\n\n"
                "The army denied that it had lost the airport of Hadrim.",
            ),
            (
                "Reach Wire",
                "2016-08-16",
                "Army back in Hadrim",
                "The army retook the town of Hadrim on Monday.\n\n"
                "The two sides agreed on a ceasefire on Tuesday.\n\n"
                "Hadrim had been in the hands of rebels for eleven days.",
            ),
            (
                "The Ardent",
                "2016-08-23",
                "Truce in Hadrim broken",
                "Rebels broke the ceasefire on Monday, shelling the outskirts of Hadrim, the army "
                "said.\n\n"
                "The rebels have denied breaking the ceasefire.",
            ),
        ),
        (
            Gold("Hadrim", "taken", "2016-08-04"),
            Gold("Hadrim", "retaken", "2016-08-15"),
            Gold("ceasefire", "reached", "2016-08-16"),
            Gold("ceasefire", "broken", "2016-08-22"),
        ),
    ),
    StateStory(
        "hostages",
        (
            (
                "World Page",
                "2015-01-13",
                "Two engineers abducted in Sarrat",
                "Gunmen kidnapped the engineer Leon Adour on Monday near Sarrat.\n\nNobody has claimed responsibility.",
            ),
            (
                "The Meridian",
                "2015-02-21",
                "Kidnapped engineer free",
                "Leon Adour, the engineer who was kidnapped near Sarrat in January, was released on "
                "Friday.\n\n"
                "Police arrested the driver Nuri Halm on Saturday.",
            ),
            (
                "World Page",
                "2015-02-24",
                "Adour home after forty days",
                "Leon Adour returned home on Monday. Police released Nuri Halm on Sunday without charge.",
            ),
        ),
        (
            Gold("Adour", "taken captive", "2015-01-12"),
            Gold("Adour", "free", "2015-02-20"),
            Gold("Halm", "arrested", "2015-02-21"),
            Gold("Halm", "free", "2015-02-22"),
        ),
    ),
    StateStory(
        "law",
        (
            (
                "Capital Reader",
                "2019-01-24",
                "Parliament passes water bill",
                "The parliament of Torland passed the water bill on Wednesday.\n\n"
                "The government had proposed the water bill in October.\n\n"
                "President Una Selk must still sign the bill.",
            ),
            (
                "Capital Reader",
                "2019-02-02",
                "Selk vetoes water bill",
                "President Una Selk vetoed the water bill on Friday.\n\n"
                "Farmers had called on Selk to reject the bill.\n\n"
                "The government plans to withdraw the bill.",
            ),
        ),
        (
            Gold("bill", "put forward", "2018-10"),
            Gold("bill", "approved", "2019-01-23"),
            Gold("bill", "rejected", "2019-02-01"),
        ),
    ),
    StateStory(
        "factory",
        (
            (
                "Engine Weekly",
                "2021-09-01",
                "Morvo halts Lant plant",
                "The carmaker Morvo halted production at its Lant plant on Tuesday for lack of chips.\n\n"
                "The Lant plant has 2,000 workers.\n\n"
                "Morvo said that it might close the Lant plant for good.",
            ),
            (
                "Lant Observer",
                "2021-09-21",
                "Lant plant runs again",
                "Morvo resumed production at its Lant plant on Monday.\n\n"
                "The union had urged Morvo to keep the Lant plant open.",
            ),
        ),
        (
            Gold("production|plant", "suspended", "2021-08-31"),
            Gold("production|plant", "resumed|working again", "2021-09-20"),
        ),
    ),
    StateStory(
        "quake",
        (
            (
                "Lome Wire",
                "2022-03-02",
                "Toll in Karsk quake rises to 41",
                "KARSK, Ovania (LW) — Rescuers pulled two children alive from the rubble of a school "
                "in Karsk on Wednesday as the death toll from Monday's earthquake rose to 41, "
                "officials said.\n\n"
                "The airport, which has been closed since the quake struck, will remain shut until "
                "Friday, the transport ministry said. Power was restored to half of the city late on "
                "Tuesday.\n\n"
                "More than 200 people are still missing, the governor, Pavel Dorn, told reporters.\n\n"
                "The government on Tuesday declared a state of emergency in the province.",
            ),
            (
                "Ovania Today",
                "2022-03-05",
                "Airport reopens in Karsk",
                "The international airport of Karsk reopened to aid flights on Friday, four days "
                "after an earthquake that killed at least 58 people.\n\n"
                "The search for survivors was called off on Friday night. Governor Pavel Dorn, who "
                "has been criticised for the slow response, offered to resign.\n\n"
                "Schools will stay closed until March 14.",
            ),
            (
                "Lome Wire",
                "2022-03-09",
                "Karsk governor steps down",
                "Pavel Dorn, the governor of Karsk, stepped down on Tuesday after a week of protests "
                "over his handling of the earthquake. His deputy, Mira Sohl, was named acting "
                "governor.\n\n"
                "The state of emergency was extended by two weeks.",
            ),
        ),
        (
            Gold("airport", "closed", "2022-02-28"),
            Gold("airport", "open", "2022-03-04"),
            Gold("emergency", "in force", "2022-03-01"),
            Gold("emergency", "extended", None),
            Gold("Dorn", "resigned", "2022-03-08"),
            Gold("Sohl", "in office", "2022-03-08"),
        ),
    ),
    StateStory(
        "talks",
        (
            (
                "Gazette",
                "2023-05-03",
                "Pilots suspend strike at Avion",
                "Pilots at Avion Air suspended their strike on Tuesday after the airline agreed to "
                "resume pay talks. The strike, which began on April 25, had grounded two thirds of "
                "the airline's flights.\n\n"
                "The talks had broken down a week earlier.",
            ),
            (
                "Gazette",
                "2023-05-11",
                "Avion pilots resume strike",
                "Pilots at Avion Air resumed their strike on Wednesday, saying that the talks had "
                "failed. The airline cancelled 140 flights.",
            ),
            (
                "Sky Times",
                "2023-05-20",
                "Avion and pilots sign pay deal",
                "Avion Air and its pilots' union signed a pay deal on Friday, ending a strike of "
                "three weeks. Flights will return to normal on Monday, the airline said.",
            ),
        ),
        (
            Gold("strike", "under way", "2023-04-25"),
            Gold("strike", "suspended", "2023-05-02"),
            Gold("strike", "resumed", "2023-05-10"),
            Gold("strike", "over", "2023-05-19"),
            Gold("talks", "collapsed", None),
        ),
    ),
    StateStory(
        "deal",
        (
            (
                "Ledger",
                "2021-02-02",
                "Norda bids for Helix",
                "The chemicals group Norda offered on Monday to buy its rival Helix for 4.2 billion "
                "crowns. Helix's board rejected the offer within hours as too low.\n\n"
                "Shares in Helix rose 14 percent.",
            ),
            (
                "Ledger",
                "2021-02-19",
                "Helix accepts sweetened offer",
                "Helix accepted an improved offer of 4.8 billion crowns from Norda on Thursday. The "
                "takeover is subject to approval by regulators. Helix's finance chief, Tom Vahl, will "
                "leave the company in April.",
            ),
            (
                "Trade Post",
                "2021-07-07",
                "Regulator blocks Norda's Helix takeover",
                "The competition authority blocked the takeover of Helix by Norda on Tuesday. Norda "
                "said it would withdraw its offer.",
            ),
        ),
        (
            Gold("offer|takeover", "put forward", "2021-02-01"),
            Gold("offer", "approved", "2021-02-18"),
            Gold("takeover", "rejected", "2021-07-06"),
        ),
    ),
    StateStory(
        "quiet",
        (
            (
                "Garden Mail",
                "2020-05-05",
                "Rose show opens in Tilby",
                "The rose show in Tilby opened on Monday with 300 guests.\n\n"
                "The mayor, Ana Holt, said that she would return next year.\n\n"
                "Holt has often left before the speeches.\n\n"
                "If it rains, the show may close early.",
            ),
            (
                "Tilby Times",
                "2020-05-06",
                "Visitors praise Tilby roses",
                "Visitors praised the rose show in Tilby on Tuesday.\n\n"
                "A visitor asked the organisers to extend the show.\n\n"
                "“They should never close it,” she said.",
            ),
        ),
        (),
    ),
)
