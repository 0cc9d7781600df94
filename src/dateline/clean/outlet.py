"""Who published: a readable outlet name from what is stated, from the page, or from the address."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

DOMAINS = {
    "abc.net.au": "ABC News (Australia)",
    "abcnews.go.com": "ABC News",
    "afp.com": "AFP",
    "aljazeera.com": "Al Jazeera",
    "apnews.com": "AP News",
    "arabnews.com": "Arab News",
    "asianews.it": "AsiaNews",
    "axios.com": "Axios",
    "bbc.co.uk": "BBC News",
    "bbc.com": "BBC News",
    "bloomberg.com": "Bloomberg",
    "bostonglobe.com": "The Boston Globe",
    "businessinsider.com": "Business Insider",
    "cbc.ca": "CBC News",
    "cbsnews.com": "CBS News",
    "channelnewsasia.com": "CNA",
    "chicagotribune.com": "Chicago Tribune",
    "chinadaily.com.cn": "China Daily",
    "cnbc.com": "CNBC",
    "cnn.com": "CNN",
    "dailymail.co.uk": "Daily Mail",
    "dailymail.com": "Daily Mail",
    "dawn.com": "Dawn",
    "dw.com": "DW",
    "economist.com": "The Economist",
    "euronews.com": "Euronews",
    "express.co.uk": "Daily Express",
    "forbes.com": "Forbes",
    "foxnews.com": "Fox News",
    "france24.com": "France 24",
    "ft.com": "Financial Times",
    "globaltimes.cn": "Global Times",
    "haaretz.com": "Haaretz",
    "hindustantimes.com": "Hindustan Times",
    "huffpost.com": "HuffPost",
    "independent.co.uk": "The Independent",
    "indianexpress.com": "The Indian Express",
    "irishtimes.com": "The Irish Times",
    "japantimes.co.jp": "The Japan Times",
    "jpost.com": "The Jerusalem Post",
    "koreaherald.com": "The Korea Herald",
    "koreajoongangdaily.joins.com": "Korea JoongAng Daily",
    "koreatimes.co.kr": "The Korea Times",
    "kyivindependent.com": "The Kyiv Independent",
    "latimes.com": "Los Angeles Times",
    "lemonde.fr": "Le Monde",
    "metro.co.uk": "Metro",
    "middleeasteye.net": "Middle East Eye",
    "mirror.co.uk": "Daily Mirror",
    "msn.com": "MSN",
    "nbcnews.com": "NBC News",
    "ndtv.com": "NDTV",
    "news.sky.com": "Sky News",
    "newsweek.com": "Newsweek",
    "nknews.org": "NK News",
    "npr.org": "NPR",
    "nypost.com": "New York Post",
    "nytimes.com": "The New York Times",
    "pbs.org": "PBS",
    "politico.com": "Politico",
    "politico.eu": "Politico Europe",
    "reuters.com": "Reuters",
    "rferl.org": "RFE/RL",
    "rt.com": "RT",
    "scmp.com": "South China Morning Post",
    "smh.com.au": "The Sydney Morning Herald",
    "spiegel.de": "Der Spiegel",
    "straitstimes.com": "The Straits Times",
    "tass.com": "TASS",
    "telegraph.co.uk": "The Telegraph",
    "theatlantic.com": "The Atlantic",
    "theglobeandmail.com": "The Globe and Mail",
    "theguardian.com": "The Guardian",
    "thehill.com": "The Hill",
    "thehindu.com": "The Hindu",
    "thesun.co.uk": "The Sun",
    "thetimes.co.uk": "The Times",
    "time.com": "Time",
    "timesofindia.indiatimes.com": "The Times of India",
    "timesofisrael.com": "The Times of Israel",
    "usatoday.com": "USA Today",
    "vice.com": "Vice",
    "voanews.com": "VOA News",
    "vox.com": "Vox",
    "washingtonpost.com": "The Washington Post",
    "washingtontimes.com": "The Washington Times",
    "wsj.com": "The Wall Street Journal",
    "xinhuanet.com": "Xinhua",
    "news.cn": "Xinhua",
    "yna.co.kr": "Yonhap",
    "yonhapnews.co.kr": "Yonhap",
}
"""Domains of widely read English-language outlets and the name readers know them by."""

_SECOND_LEVEL = {"ac", "co", "com", "edu", "gov", "net", "ne", "or", "org"}
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,18}", re.IGNORECASE)


def name_outlet(stated: str | None, site: str | None, url: str | None) -> str | None:
    """Return a readable outlet name: stated, else the page's site name, else that of the address; None when unknown."""
    for name in (stated, site):
        if name and name.strip():
            name = name.strip()
            return name_domain(name) if _DOMAIN.fullmatch(name) else name
    host = find_host(url)
    return name_domain(host) if host else None


def name_domain(host: str) -> str:
    """Return the name of a domain's outlet, or the registrable domain when we know none."""
    parts = host.lower().removeprefix("www.").split(".")
    for start in range(len(parts) - 1):
        name = DOMAINS.get(".".join(parts[start:]))
        if name:
            return name
    size = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL else 2
    return ".".join(parts[-size:])


def find_host(url: str | None) -> str | None:
    """Return the host of an address, lower case; None when it has none."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.lower() if host and _DOMAIN.fullmatch(host) else None
