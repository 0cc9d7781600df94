"""What sort of voice stands behind a claim: somebody named, somebody unnamed, a paper, other media, a witness.

The classes are those that handbooks of reporting weigh a statement by (on the record, not for attribution, documents,
hearsay from other media, eye-witness); which nouns mean which is plain English, kept here as data.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.compare.claims.newsrooms import AGENCY_KEYS, key_newsroom
from dateline.compare.claims.speakers import Named
from dateline.compare.wordlists import word_set
from dateline.model import Article, Quote, Voice
from dateline.words import fold

_DOCUMENTS = word_set(
    "petition petitions statement report letter document documents indictment complaint affidavit lawsuit filing "
    "filings memo memorandum study survey poll transcript record records email emails e-mail tweet tweets website "
    "bill ruling order notice text book constitution law treaty warrant data figures poster sign leaflet message "
    "messages post advisory bulletin audit autopsy contract agreement press-release release file papers article "
    "video recording footage map census e-mails review reviews excerpts excerpt essay regulations returns "
    "guidelines findings results summary headline caption"
)
_MEDIA = word_set(
    "media newspaper newspapers broadcaster television tv radio magazine daily tabloid channel station agency "
    "outlet outlets press journal weekly network portal reports"
)
_WITNESSES = word_set(
    "witness witnesses eyewitness eyewitnesses resident residents survivor survivors onlooker onlookers bystander "
    "bystanders passer-by passers-by passerby neighbour neighbours neighbor neighbors villager villagers passenger "
    "passengers local locals tourist tourists holidaymaker spectator spectators"
)
_UNNAMED = word_set(
    "official officials source sources aide aides person people insider insiders diplomat diplomats expert experts "
    "analyst analysts critic critics observer observers activist activists supporter supporters lawyer lawyers "
    "prosecutor prosecutors police officer officers soldier soldiers commander commanders rebel rebels lawmaker "
    "lawmakers man woman student students doctor doctors employee employees worker workers executive executives "
    "investigator investigators higher-ups others some many friend friends relative relatives family scientist "
    "scientists researcher researchers spokesman spokeswoman spokesperson minister adviser advisers protester "
    "protesters economist economists opponents"
)
_BODIES = word_set(
    "administration campaign agency agencies ministry committee department government office party union company "
    "firm bank court commission council army military navy police authority authorities university hospital club "
    "airline house senate parliament group organisation organization team board service bureau embassy foundation "
    "institute association"
)
_OFFICES = word_set(
    "president governor chief chairman chairwoman chair senator minister premier mayor king queen pope prince "
    "secretary chancellor ambassador congressman congresswoman representative speaker leader coach manager ceo "
    "director judge sheriff commissioner bishop nominee candidate lawmaker"
)
_DEFINITE = re.compile(r"(?!an?\b|one\b|some\b|another\b|many\b|other\b)", re.I)
_NAME_FIRST = re.compile(
    r"(?!The |A |An |Some |Many |One |Two |Three |Four |Five |Other |All )[A-Z][\w.’'-]+ [A-Z][\w.’'-]+\b"
)
_SELF = re.compile(r" (?:himself|herself|itself|themselves)$")
_DECLINED = re.compile(
    r"\b(?:anonym\w+|unnamed|unidentified|(?:declined|refused|asked|did not want) (?:not )?to be (?:named|identified)|"
    r"(?:condition|not authori[sz]ed)|familiar with|close to|briefed on|who (?:did not want|would not) )",
    re.I,
)
_SAW = re.compile(r"\bwho (?:saw|witnessed|was at|were at|lives? (?:near|nearby)|heard)\b", re.I)
_WORD = re.compile(r"[a-z][a-z'-]*")
_HEDGE = re.compile(
    r"\b(reportedly|allegedly|apparently|supposedly|purportedly|rumou?red|is said to|are said to|is believed to|"
    r"are believed to|was believed to|were believed to)\b",
    re.I,
)
_OF = re.compile(
    r"\b(?:of|for|in|at|from|with|on|by|to|near|who|which|whose|that|released|filed|issued|"
    r"published|obtained|posted|sent|written|signed|called|named)\b|,"
)


def find_voice(article: Article, quote: Quote, speaker: str | None, named: Sequence[Named]) -> Voice:
    """Return what sort of voice a quote is in, from its speaker's name or description."""
    if speaker is None:
        return "unknown"
    words = article.text[slice(*quote.speaker_span)] if quote.speaker_span else speaker
    key = key_newsroom(speaker)
    if article.outlet is not None and key is not None and key == key_newsroom(article.outlet):
        return "own"
    kind = next((n.kind for n in named if n.name == speaker and n.kind in ("PER", "ORG", "GPE", "NORP")), None)
    if key in AGENCY_KEYS and kind != "PER":
        return "media"
    if kind == "PER":
        return "named"
    if _NAME_FIRST.match(speaker) or _SELF.search(speaker):
        return "named"
    head = _find_head(fold(speaker))
    if head in _WITNESSES or _SAW.search(words):
        return "witness"
    if head in _DOCUMENTS:
        return "document"
    if head in _MEDIA and not (head == "agency" and "news" not in fold(speaker)):
        return "media"
    if kind is not None:
        return "named"
    if head in _BODIES or (head in _OFFICES and _DEFINITE.match(speaker)):
        return "named"
    return "anonymous" if head in _UNNAMED or _DECLINED.search(words) or not _is_name(speaker) else "named"


def find_hedge(text: str, start: int, end: int) -> str:
    """Return the word by which a report stands back from what it tells ("reportedly"); empty where it does not."""
    match = _HEDGE.search(text, start, end)
    return fold(match.group()) if match else ""


def _find_head(words: str) -> str:
    """Return the last word of a description before its first preposition: "a senior official in the ministry"."""
    core = _OF.split(words, maxsplit=1)[0]
    found = _WORD.findall(core)
    return found[-1] if found else ""


def _is_name(words: str) -> bool:
    """Whether words are a name: every one that is longer than a particle begins with a capital."""
    long = [word for word in re.findall(r"[^\W\d_][\w'’-]+", words) if len(word) > _PARTICLE]
    return bool(long) and all(word[0].isupper() for word in long)


_PARTICLE = 3
