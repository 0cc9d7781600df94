"""The outlet's name out of a longer one: "World news | The Halden Post", "Ada Lund from The Halden Post"."""

from __future__ import annotations

import re

from dateline.read.address import find_address, name_host

_CUTS = re.compile(r"\s+[|–—»>:·•-]\s+|\s*[|»>]\s*|:\s+")
_WORD = re.compile(r"\w[\w'’&.-]*")
_MOST_WORDS = 12


def name_channel(title: str | None, place: str | None) -> str | None:
    """Return the outlet's name in the title of its channel, by the host in its address ``place``.

    The words whose letters are the host's are the name. Where none are, a title of one part is the name, and one of
    several parts is none, as nobody can say which part it is.
    """
    if not title:
        return None
    found = _find_host_words(title, place)
    if found:
        return found
    return None if _CUTS.search(title) else title


def name_sender(name: str, address: str) -> str | None:
    """Return the outlet's name in the sender of a mail: its words that are the host's, else as it stands, else the
    host."""
    host = address.rpartition("@")[2]
    name = "" if "@" in name else name
    return _find_host_words(name, host) or name or host or None


def _find_host_words(title: str, place: str | None) -> str | None:
    labels = _find_labels(place)
    words = list(_WORD.finditer(title))[:_MOST_WORDS]
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            run = title[words[start].start() : words[end - 1].end()]
            if _squash(run) in labels:
                return run
    return None


def _find_labels(place: str | None) -> set[str]:
    """Return the parts of a host that can be a name, with and without the article before it."""
    host = (name_host(place) if place and find_address(place) else place) or ""
    labels = {_squash(label) for label in host.lower().split(".")[:-1]} - {
        "www",
        "co",
        "com",
        "news",
        "rss",
        "feeds",
        "org",
    }
    labels |= {_squash(host.lower().removeprefix("www."))}
    return {label for label in labels if len(label) > 2} | {f"the{label}" for label in labels if len(label) > 2}


def _squash(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
