"""Whose newsroom a name means: agencies, outlets and their editions, as data over folded names."""

from __future__ import annotations

import re

from dateline.compare.claims.owners import OWNERS
from dateline.compare.wordlists import name_set
from dateline.words import fold

AGENCIES: dict[str, str] = {
    "AP": "Associated Press | the AP | AP News",
    "AFP": "Agence France-Presse | Agence France Presse",
    "Reuters": "Thomson Reuters | Reuters news agency | Thomson Reuters Foundation",
    "dpa": "Deutsche Presse-Agentur | DPA | Dpa | German news agency",
    "PA": "Press Association | PA Media | PA news agency",
    "UPI": "United Press International",
    "Yonhap": "Yonhap News Agency | Yonhap News",
    "Xinhua": "Xinhua News Agency | New China News Agency",
    "Kyodo": "Kyodo News",
    "Jiji": "Jiji Press",
    "TASS": "Tass | Itar-Tass | ITAR-TASS | TASS news agency",
    "EFE": "Agencia EFE | EFE news agency",
    "ANSA": "ANSA news agency",
    "PTI": "Press Trust of India",
    "ANI": "Asian News International",
    "IANS": "Indo-Asian News Service",
    "Anadolu": "Anadolu Agency | Anadolu Ajansi",
    "Interfax": "Interfax news agency",
    "RIA": "RIA Novosti",
    "KCNA": "Korean Central News Agency | Korea Central News Agency",
    "IRNA": "Islamic Republic News Agency",
    "ISNA": "Iranian Students News Agency",
    "Fars": "Fars News Agency | Fars News",
    "Tasnim": "Tasnim News Agency | Tasnim News",
    "SANA": "Syrian Arab News Agency",
    "WAFA": "Wafa",
    "Amaq": "Amaq News Agency",
    "CP": "Canadian Press | The Canadian Press",
    "AAP": "Australian Associated Press",
    "ATS": "Keystone-ATS",
    "Ukrinform": "",
    "Bernama": "",
    "Antara": "",
    "Belga": "",
    "Lusa": "",
    "Ritzau": "",
    "NTB": "",
    "TT": "TT news agency",
    "STT": "",
    "BTA": "",
    "CTK": "Czech News Agency",
    "MTI": "",
    "PAP": "Polish Press Agency",
    "Notimex": "",
    "MENA": "Middle East News Agency",
    "CNS": "Central News Agency | Catholic News Service",
}
"""Name that credits use → other names. What an agency sends to its clients is its own wherever it stands."""

OUTLETS = name_set("""
    ABC News | Al Arabiya | Al Jazeera | Al-Jazeera | Al-Masry Al-Youm | Ars Technica | Asahi Shimbun | Axios | BBC |
    BBC News | Bloomberg | Bloomberg News | BuzzFeed News | C-SPAN | CBC | CBS News | CCTV | CGTN | CNBC | CNN |
    Corriere della Sera | Daily Beast | Daily Caller | Der Spiegel | Deutsche Welle | Die Zeit | El Mundo | El País |
    El Universal | Euronews | Financial Times | Forbes | Foreign Policy | Fox News | France 24 | Frankfurter Allgemeine
    | Gizmodo | Global Times | Haaretz | HuffPost | Huffington Post | Infobae | ITV News | Jerusalem Post | JoongAng
    Ilbo | Kommersant | La Repubblica | La Stampa | Le Figaro | Le Monde | Los Angeles Times | MSNBC | Mother Jones |
    NBC News | NHK | NPR | National Public Radio | National Review | New York Magazine | New York Times | Newsmax |
    Newsweek | Nikkei | Novaya Gazeta | O Globo | PBS | PBS NewsHour | People's Daily | Politico | ProPublica | Punch |
    RTE | RTÉ | Rudaw | Rodong Sinmun | Radio Free Asia | Radio Free Europe | Rolling Stone | Russia Today | Sky News |
    South China Morning Post | Star Tribune | Süddeutsche Zeitung | TMZ | The Atlantic | The Economist | The Guardian |
    The Hill | The Independent | The Intercept | The New Yorker | The Observer | The Telegraph | The Verge | Time
    magazine | Vanity Fair | Vice News | Voice of America | Vox | Washington Examiner | Washington Post |
    Washington Times | Yedioth Ahronoth | Yomiuri Shimbun
""")
"""Outlets that reports credit, besides those of ``OWNERS``."""

PORTALS = frozenset(
    fold(name)
    for name in name_set("""
        Yahoo | Yahoo News | Yahoo Finance | MSN | AOL | Google News | Apple News | NewsBreak | SmartNews | Flipboard |
        Medium | Substack | WordPress | Blogspot | Blogger | Tumblr | YouTube | Facebook | Twitter | X | Reddit |
        LinkedIn | Telegram | PR Newswire | PRNewswire | Business Wire | Businesswire | GlobeNewswire | EIN Presswire |
        Accesswire | AllAfrica | ReliefWeb | Press release | Press Release | Wikinews | Topix | MarketScreener |
        Pressreader | PressReader | LexisNexis | Factiva | EurekAlert | Archive | Internet Archive | Unknown | News
    """)
)
"""Places that carry many newsrooms' texts: two articles there have nothing in common but the shelf."""

_NOBODY = frozenset(
    "agencies agency wire wires staff reporter reporters correspondent correspondents newsroom desk editor editors "
    "contributor contributors freelance bureau online web team media press".split()
) | {
    "wire services",
    "wire service",
    "wire reports",
    "news agencies",
    "news services",
    "news agency",
    "staff writer",
    "staff writers",
    "staff reporter",
    "news desk",
    "web desk",
    "our correspondent",
    "special correspondent",
}
"""Credits that name no one newsroom and so join nothing."""
_SAME = {
    "huffington post": "huffpost",
    "mailonline": "daily mail",
    "mail online": "daily mail",
    "nyt": "new york times",
    "wsj": "wall street journal",
    "ft": "financial times",
    "scmp": "south china morning post",
    "rt": "russia today",
    "dw": "deutsche welle",
    "rfa": "radio free asia",
    "rfe/rl": "radio free europe",
    "radio free europe/radio liberty": "radio free europe",
    "voa": "voice of america",
    "national public radio": "npr",
    "british broadcasting corporation": "bbc",
    "cable news network": "cnn",
    "al-jazeera": "al jazeera",
    "sky": "sky news",
}
"""Outlets by other names → the name they are known by here, both folded, without "the"."""
_PARTS = re.compile(r"\s*(?:/|,|;|&|\+|\band\b|\bwith\b|\bvia\b)\s*")
_BRACKETED = re.compile(r"\s*\(([^()]{2,40})\)\s*$")
_EDITION = re.compile(r"(?<=\w)(?: (?:us|u\.s|usa|uk|online|international|edition|english))+$")
_DOMAIN = re.compile(r"\.(?:com|org|net|co\.uk|com\.au|co|tv|news|info|eu|uk|de|fr|kr|jp|in|ca|ie|nz|ru|cn)$")
_BROADCASTERS = frozenset("abc bbc cbc cbs cnn fox itv nbc npr pbs sky".split())


def _make_short_names() -> dict[str, str]:
    short: dict[str, str] = {}
    for name, others in AGENCIES.items():
        for other in (name, *others.split("|")):
            bare = fold(other).removeprefix("the ").strip()
            if bare:
                short[bare] = fold(name)
    return short


_SHORT = _make_short_names()
AGENCY_KEYS = frozenset(_SHORT.values())
"""Keys of the newsrooms that are agencies."""


def key_newsroom(name: str | None) -> str | None:
    """Return one key for all ways to write a newsroom's name: "The Associated Press" and "AP", "China Daily USA" and
    "China Daily", "gizmodo.com" and "Gizmodo"; None for nobody's name and for portals."""
    bare = _BRACKETED.sub("", fold(name or "")) or fold(name or "")
    bare = _DOMAIN.sub("", bare.strip(" ().-:[]").removeprefix("www.")).removeprefix("the ").strip()
    bare = _EDITION.sub("", bare)
    if bare.removesuffix(" news") in _BROADCASTERS:
        bare = bare.removesuffix(" news")
    bare = _SHORT.get(bare, _SAME.get(bare, bare))
    return None if len(bare) < 2 or bare in _NOBODY or bare in PORTALS else bare


def credited_agencies(credit: str | None) -> tuple[str, ...]:
    """Return the keys of the newsrooms that a credit names, sorted: "AFP and Reuters" → ("afp", "reuters")."""
    found = {key_newsroom(part) for part in _PARTS.split(fold(credit or ""))}
    return tuple(sorted(key for key in found if key is not None))


def bracketed_agency(outlet: str | None) -> str | None:
    """Return the agency that an outlet's name has in brackets: "Daily Mail (AFP)"; None when there is none."""
    match = _BRACKETED.search(outlet or "")
    key = key_newsroom(match.group(1)) if match else None
    return key if key in AGENCY_KEYS else None


def find_owner(outlet: str | None) -> str | None:
    """Return the group that owns an outlet (``owners.py``); None when the table does not know it."""
    key = key_newsroom(outlet)
    return OWNER_OF.get(key) if key else None


OWNER_OF: dict[str, str] = {
    key: owner for owner, outlets in OWNERS.items() for outlet in outlets if (key := key_newsroom(outlet)) is not None
}


def _list_known() -> dict[str, str]:
    names = {name: fold(name).removeprefix("the ") for name in _agency_names()}
    known = {name: _SHORT[bare] for name, bare in names.items()}
    for name in (*OUTLETS, *(outlet for outlets in OWNERS.values() for outlet in outlets)):
        key = key_newsroom(name)
        if key is not None and (len(name.split()) > 1 or name not in _COMMON_WORDS):
            known[name.removeprefix("The ")] = key
    return known


def _agency_names() -> list[str]:
    return [
        other.strip().removeprefix("the ").removeprefix("The ")
        for name, others in AGENCIES.items()
        for other in (name, *others.split("|"))
        if len(other.strip()) > 2 or other.strip() in ("AP", "PA", "CP")
    ]


_COMMON_WORDS = frozenset("Today Metro Time Mint Punch Welt Bild Age".split())
"""One-word outlets that are common words too: read as outlets only where the story has them."""
KNOWN_NAMES: dict[str, str] = _list_known()
"""Name as texts write it, without "the" → key of its newsroom."""
