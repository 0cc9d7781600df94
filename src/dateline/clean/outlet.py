"""Who published: a readable outlet name from what is stated, from the page, or from the address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import urlsplit

from dateline.clean.domains import AGGREGATORS, DOMAINS
from dateline.words import fold

_SECOND_LEVEL = {"ac", "co", "com", "edu", "gov", "net", "ne", "or", "org"}
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,18}", re.IGNORECASE)


_ARCHIVED = re.compile(
    r"(?:web\.archive\.org/web|webcache\.googleusercontent\.com/search\?q=cache)[^/]*/[^/]*/(https?:.*)"
)
_AMP = re.compile(r"https?://(?:www\.)?google\.[a-z.]+/amp/(?:s/)?(.+)|https?://([a-z0-9-]+)\.cdn\.ampproject\.org/")


def name_outlet(stated: str | None, site: str | None, url: str | None, provider: str | None = None) -> str | None:
    """Return a readable outlet name; None when nothing tells it.

    What the input states comes first; on a site that passes on what others wrote, who gave it the text; then the table
    of domains, so that an outlet has one name whatever its pages say; the name the page gives its site; its domain.
    """
    host = find_host(url)
    collector = _look_up(host, AGGREGATORS)
    known = _look_up(host, DOMAINS)
    site = None if collector and site and fold(site).startswith(fold(collector)) else site
    for name in (stated, provider if collector else None, known, site, collector, host):
        if name and (name := name.strip()):
            return name_domain(name) if _DOMAIN.fullmatch(name) else name
    return None


def name_domain(host: str) -> str:
    """Return the name of a domain's outlet, or the registrable domain when we know none."""
    host = host.lower().removeprefix("www.")
    return _look_up(host, DOMAINS) or _look_up(host, AGGREGATORS) or find_site_domain(host)


def _look_up(host: str | None, table: Mapping[str, str]) -> str | None:
    """Look up a host, then what is left when its first parts are cut off."""
    parts = (host or "").lower().split(".")
    names = (table.get(".".join(parts[start:])) for start in range(len(parts) - 1))
    return next(filter(None, names), None)


def find_site_domain(host: str) -> str:
    """Return the registrable domain of a host: ``news.example.co.uk`` is of ``example.co.uk``."""
    parts = host.lower().split(".")
    size = 3 if len(parts) > 2 and len(parts[-1]) == 2 and parts[-2] in _SECOND_LEVEL else 2
    return ".".join(parts[-size:])


def find_host(url: str | None) -> str | None:
    """Return the host that published what stands under an address, lower case; None when it has none.

    Web archives and caches hold the pages of others: theirs counts.
    """
    if not url:
        return None
    if archived := _ARCHIVED.search(url):
        url = archived.group(1) or archived.group(2)
    if amp := _AMP.match(url):
        url = amp.group(1) or amp.group(2).replace("--", "\0").replace("-", ".").replace("\0", "-")
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.lower() if host and _DOMAIN.fullmatch(host) else None


def choose_url(stated: str | None, canonical: str | None) -> str | None:
    """Return the address of a page: its canonical one, unless that is another site's, whose text it then repeats."""
    given, own = find_host(stated), find_host(canonical)
    if not stated or not given:
        return canonical or stated
    same = own is not None and find_site_domain(given) == find_site_domain(own)
    return canonical if same else stated
