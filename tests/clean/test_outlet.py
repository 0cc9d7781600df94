"""Names of outlets."""

from __future__ import annotations

import pytest

from dateline.clean.domains import AGGREGATORS, DOMAINS
from dateline.clean.outlet import choose_url, find_host, name_domain, name_outlet


@pytest.mark.parametrize(
    ("stated", "site", "url", "provider", "name"),
    [
        ("Kvalvik Courier", "x", "https://www.bbc.com/1", None, "Kvalvik Courier"),
        ("nytimes.com", None, None, None, "The New York Times"),
        (None, "the Guardian", "https://www.theguardian.com/world/1", None, "The Guardian"),
        (None, "Kvalvik Courier", "https://kvalvik.no/1", None, "Kvalvik Courier"),
        (None, None, "https://news.kvalvik.co.uk/1", None, "kvalvik.co.uk"),
        (None, "Yahoo News", "https://news.yahoo.com/x.html", "Reuters", "Reuters"),
        (None, "Yahoo News", "https://news.yahoo.com/x.html", None, "Yahoo"),
        (None, "Kvalvik Courier", "https://www.msn.com/x", None, "Kvalvik Courier"),
        (None, None, "https://web.archive.org/web/20190325000000/https://www.dawn.com/news/1", None, "Dawn"),
        (None, None, "https://www.google.com/amp/s/www.dawn.com/news/1", None, "Dawn"),
        (None, None, "https://www-bbc-co-uk.cdn.ampproject.org/c/s/x", None, "BBC News"),
        (None, None, None, None, None),
    ],
)
def test_names(stated: str | None, site: str | None, url: str | None, provider: str | None, name: str | None) -> None:
    assert name_outlet(stated, site, url, provider) == name


def test_the_longest_domain_that_is_known_counts() -> None:
    assert name_domain("economictimes.indiatimes.com") == "The Economic Times"
    assert name_domain("timesofindia.indiatimes.com") == "The Times of India"
    assert name_domain("www.example.org") == "example.org"


def test_the_table_is_sound() -> None:
    assert len(DOMAINS) > 300
    assert not set(DOMAINS) & set(AGGREGATORS)
    assert all(domain == domain.lower() and "." in domain and name.strip() for domain, name in DOMAINS.items())


def test_hosts_of_odd_addresses() -> None:
    assert find_host("not an address") is None
    assert find_host("http://[bad") is None
    assert find_host("example.org/x") == "example.org"


def test_canonical_addresses() -> None:
    assert choose_url("http://m.example.org/1?x=2", "https://www.example.org/1") == "https://www.example.org/1"
    assert choose_url("https://copy.example.net/1", "https://www.example.org/1") == "https://copy.example.net/1"
    assert choose_url(None, "https://www.example.org/1") == "https://www.example.org/1"
    assert choose_url("https://www.example.org/1", None) == "https://www.example.org/1"
