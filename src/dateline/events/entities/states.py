"""States, their demonyms and their capitals: where a capital acts as a government, and where it is a place.

After the metonymy features of Markert and Nissim (2007, SemEval task 8): what stands right before and after the name
decides; without a sign, a capital is the city.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from dateline.model import Article, Mention

_ACTS = frozenset(
    "says said agreed accused accuses warned warns wants wanted insists insisted has had will would may might "
    "must should could can did does imposed imposes rejected rejects demanded demands denied denies announced "
    "announces offered offers called calls plans planned hopes hoped sees saw believes believed considers "
    "considered seeks sought withdrew informed told asked launched threatened threatens pledged vowed vows "
    "refused refuses blames blamed backed backs supports supported urged urges expects expected decided decides "
    "sent summoned recalled expelled suspended signed responded reacted maintains maintained fears feared knows "
    "knew argues argued views viewed gave gives took remains appears appeared tried tries needs needed severed "
    "cut broke condemned welcomed criticised criticized confirmed ordered rebuffed made moved pulled put "
    "allegedly reportedly also never persisted".split()
)
_MET = frozenset("with between against by among toward towards".split())
"""Prepositions after which a capital is a party: "talks with", "ties between", "imposed by"."""
_AFFECTED = frozenset(
    "sanctions pressure pressed pressured urged urging persuade persuaded told informed blamed accused warned "
    "accusing asked condemned criticised criticized support supports backed pressuring convince convinced thanked "
    "from-sanctions on upon helped allow allowed".split()
)
_MOTION = re.compile(
    r"\b(?:fl[eyi]\w+|travel\w*|w[e]nt|go(?:es|ing)?|trips?|visit\w*|return\w*|arriv\w+|came|come|mov\w+|head\w*|way|route"
    r"|flights?|drove|driv\w+|fled|flee|left|leav\w+|sent|dispatch\w*|journey\w*|pilgrimage|miles|kilomet\w+|km|back)$",
    re.IGNORECASE,
)
_PLACED = frozenset("in at near around outside inside through across downtown central throughout above".split())
_THINGS_OF_PLACE = frozenset(
    "airport streets street mayor suburbs suburb outskirts residents residence hotel hotels metro subway stadium "
    "port centre center neighborhood neighbourhood district railway station hospital area region bureau summit "
    "talks meeting attacks attack bombing fire club newsroom correspondent museum university school schools "
    "skyline".split()
)
_QUARTER = re.compile(r"(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|greater|inner")
_NEXT = re.compile(r"(?:['’‘]s?)?\s+([\w'’-]+)")


def name_states(mentions: Iterable[Mention], articles: Mapping[str, Article]) -> dict[str, str]:
    """Return the key of every mention of a state, by its name, as an adjective or as a capital that acts.

    Mentions of capitals as places and of peoples ("Americans") are left out, and capitals of states that the story only
    names to say where a town is.
    """
    rows = list(mentions)
    countries = [(code, mention) for mention in rows for sort, code in [_split(mention)] if sort == "country"]
    named = {code for code, _ in countries}
    told = {code for code, mention in countries if not _places(articles[mention.article_id].text, mention)}
    regions = {mention.text for mention in rows if _is_region(articles[mention.article_id].text, mention)}
    keys: dict[str, str] = {}
    for mention in rows:
        sort, code = _split(mention)
        if code not in named:
            continue
        text = articles[mention.article_id].text
        may_act = sort == "capital" and code in told and mention.text not in regions
        acts = may_act and _acts(text, mention)
        adjective = sort == "demonym" and _is_adjective(text, mention)
        if sort == "country" or acts or adjective:
            keys[mention.mention_id] = f"state:{code}"
    return keys


def _split(mention: Mention) -> tuple[str, str]:
    sort, _, code = (mention.known or "").partition(":")
    return (sort, code) if mention.kind in ("GPE", "NORP") else ("", "")


def _places(text: str, mention: Mention) -> bool:
    """Tell whether a state only says where a town is: "Helsinki, Finland"."""
    return re.search(r"[A-Z]\w+, $", text[max(mention.start - 20, 0) : mention.start]) is not None


def _is_region(text: str, mention: Mention) -> bool:
    """Tell whether a capital's name is a region's that has a governor of its own: "Washington State"."""
    return (
        re.match(r"(?:['’]s)? (?:[Ss]tate\b(?! [A-Z])|[Gg]ov(?:\.|ernor)?\b)", text[mention.end : mention.end + 12])
        is not None
    )


def _is_adjective(text: str, mention: Mention) -> bool:
    """Tell whether a demonym stands before a noun or title: "French officials", "South Korean President"."""
    after = text[mention.end : mention.end + 2]
    return len(after) == 2 and after[0] == " " and after[1].isalpha() and not mention.text.endswith("s")


def _acts(text: str, mention: Mention) -> bool:
    before = re.findall(r"[\w'’-]+|[,.;:!?]", text[max(mention.start - 60, 0) : mention.start])
    last, previous = (before[-1].lower() if before else ""), (before[-2].lower() if len(before) > 1 else "")
    if last in _PLACED or _QUARTER.fullmatch(last) or text[mention.end : mention.end + 1] == "-":
        return False
    following = _NEXT.match(text, mention.end)
    after = following.group(1) if following else ""
    if after.lower() in _THINGS_OF_PLACE or re.match(r",\s+[A-Z]", text[mention.end : mention.end + 4]):
        return False
    if last in ("to", "from", "for", "into"):
        return last in ("to", "from") and not _MOTION.search(" ".join(before[:-1])) and previous in _AFFECTED
    if _MOTION.search(last):
        return False
    if last in _MET or (last in _AFFECTED and previous not in ("based", "live", "lives")):
        return True
    if last in ("and", "or", "both") and re.search(
        r"\b(?:between|with|both)\b", text[max(mention.start - 60, 0) : mention.start]
    ):
        return True
    if following and re.match(r"\s+be\b", text[following.end() : following.end() + 4]):
        return False  # "Helsinki will be the last stop"
    possessive = bool(re.match(r"['’‘]s?\s", text[mention.end : mention.end + 3]))
    return possessive or after in _ACTS
