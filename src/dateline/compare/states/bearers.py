"""What can bear a state, as data: nouns by sort, and which sort an entity of a kind is."""

from __future__ import annotations

from dateline.compare.wordlists import word_set
from dateline.model import NameKind

KIND_CLASSES: dict[NameKind, str] = {
    "PER": "person",
    "ORG": "org",
    "GPE": "place",
    "LOC": "place",
    "FAC": "site",
    "LAW": "measure",
    "EVENT": "event",
    "PRODUCT": "product",
    "NORP": "people",
}
"""Sort of an entity by its kind; ``WORK`` and ``OTHER`` bear no state."""

_NOUNS: dict[str, str] = {
    "people": """staff personnel official officer worker employee troop soldier force diplomat delegation team inspector
        monitor observer resident villager refugee crew peacekeeper guard miner police guest evacuee family
        representative contingent unit marine mission student passenger militia fighter""",
    "site": """office bridge airport border school university campus plant factory road highway motorway street station
        embassy consulate port harbour harbor mine complex pipeline reactor hotline channel website store shop hospital
        clinic court courthouse museum market crossing checkpoint tunnel runway railway line dam lock refinery park zoo
        beach library stadium arena hotel prison jail base terminal theatre theater church mosque temple mill smelter
        canal strait airspace restaurant pub bar nursery playground ferry gate lane track metro subway camp depot
        warehouse headquarters dock pass shelter""",
    "measure": """sanction emergency curfew ban tariff embargo blockade restriction lockdown quarantine moratorium alert
        law injunction boycott levy decree ordinance mandate advisory freeze cap requirement""",
    "pact": """agreement=deal accord=deal pact=deal deal treaty truce=ceasefire ceasefire cease-fire=ceasefire contract
        armistice settlement merger=deal takeover=deal acquisition=deal partnership alliance lease""",
    "process": """investigation probe=investigation inquiry=investigation inquest talk=talks negotiation=talks talks
        search manhunt=search trial strike operation evacuation construction production service flight traffic siege
        protest offensive export import shipment delivery walkout=strike recount rescue registration test testing
        work""",
    "case": """lawsuit suit=lawsuit case charge indictment appeal complaint petition conviction verdict""",
    "plan": """plan proposal bid offer bill motion legislation=bill amendment application budget scheme nomination""",
    "event": """match game summit election concert meeting conference ceremony parade race festival final fixture
        referendum tournament marathon hearing launch vote session visit tour""",
    "detention": "detention remand custody imprisonment",
    "product": "car vehicle drug medicine toy battery phone food product model",
}
"""Head nouns, singular, by sort; ``word=other`` counts as the other word."""

CLASS_OF: dict[str, str] = {}
"""Head noun → sort."""
HEAD_OF: dict[str, str] = {}
"""Head noun → the word it counts as."""
for _sort, _words in _NOUNS.items():
    for _entry in _words.split():
        _word, _, _same = _entry.partition("=")
        CLASS_OF[_word] = _sort
        HEAD_OF[_word] = _same or _word

MASS = word_set("staff personnel police talks traffic work crew custody")
"""Nouns that are no plural forms, or have none."""

PERSON_NOUNS = word_set(
    "man woman boy girl teenager youth suspect driver gunman attacker lawmaker activist journalist reporter "
    "minister mayor executive student teacher nurse doctor surgeon officer soldier father mother son daughter "
    "brother sister captain pilot priest singer actor actress player coach leader official accomplice hostage "
    "prisoner detainee engineer farmer businessman businesswoman banker broker trader lawyer attorney judge "
    "prosecutor chief treasurer chairman chairwoman president governor senator congressman congresswoman secretary "
    "spokesman spokeswoman cleric monk nun imam rabbi bishop writer author director producer musician artist "
    "athlete striker goalkeeper midfielder defender boxer runner cyclist jockey analyst trucker skipper sailor "
    "fisherman tourist hiker climber migrant patient victim witness blogger editor photographer cameraman "
    "translator interpreter aide adviser ambassador consul general colonel sergeant commander warlord councillor "
    "deputy candidate nominee king queen prince princess widow husband wife uncle aunt cousin nephew niece "
    "grandfather grandmother manager accountant scientist professor researcher whistleblower dissident opponent "
    "defendant"
)
"""Nouns for one person who may be named elsewhere."""

PLAIN = word_set(
    "existing current own several many some all any such same latest recent first second last next proposed planned "
    "whole entire local two three four five controversial so-called strict tough ongoing possible potential"
)
"""Words before a noun that tell no thing from another of its sort."""

SAME_MARKS = dict.fromkeys(("new", "additional", "further", "more", "fresh", "extra"), "new")
"""Words that set a thing apart from what is there already: "new sanctions", "additional sanctions"."""

RUNNING = word_set(
    "operation operations service services work business production class classes flight flights running play"
)
"""What a place resumes or suspends when it is itself that does: "the plant resumed production"."""

WANTED = word_set(
    "attacker attackers assailant assailants driver gunman gunmen suspect suspects bomber bombers shooter shooters "
    "killer hijacker arsonist intruder knifeman"
)
"""Nouns for one who did a deed and is sought."""
