"""Which of its forms names an entity: the fullest of a person's, the most telling of an occasion's, with its state."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.events.entities.alike import extends_short, plain_words
from dateline.events.entities.people_known import is_full
from dateline.model import Mention, NameKind

_TELLS_STATE = re.compile(r"['’‘]s\b|\bU\.?S\b|\bU\.?K\b|Royal|Federal|European|International|World")


@dataclass(frozen=True, slots=True)
class States:
    """The states that a story names, by code: their names, and the adjectives that it has for them."""

    names: Mapping[str, str]
    adjectives: Mapping[str, str]


def read_states(mentions: Iterable[Mention]) -> States:
    """Return a story's states; an adjective is the one used most."""
    names: dict[str, str] = {}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        sort, _, code = (mention.known or "").partition(":")
        if sort in ("country", "demonym") and mention.state:
            names[code] = mention.state
        if sort == "demonym" and not mention.text.endswith("s"):
            counts[code][mention.text] += 1
    best = {code: min(seen, key=lambda text: (-seen[text], text)) for code, seen in counts.items()}
    return States(names, best)


def with_state(key: str, name: str, states: States) -> str:
    """Return a ministry's or court's name with its state, "Trade Ministry (Peru)", in a story of several states."""
    code = key.rpartition("@")[2] if key.startswith("thing:") else ""
    state = states.names.get(code)
    if state is None or len(states.names) < 2 or name[:1].islower() or _TELLS_STATE.search(name):
        return name
    told = any(word and word in name for word in (state, states.adjectives.get(code), code))
    return name if told else f"{name} ({state})"


def choose_name(mentions: Sequence[Mention], kind: NameKind) -> str:
    """Return the fullest form, the most used of the fullest: a state's own name, a person's whole name."""
    own = [mention for mention in mentions if (mention.known or "").startswith("country:")]
    counts = Counter(mention.text for mention in own or mentions)
    parts = {plain_words(text) for text in counts} if kind == "PER" else set()

    def rank(text: str) -> tuple[object, ...]:
        full = kind == "PER" and is_full(words := plain_words(text)) and not any(extends_short(words, p) for p in parts)
        short = _shouts(text) or (len(text) < 5 or "." in text if kind != "PER" else False)
        return (short, not full, -counts[text], -len(text), text)

    return min(counts, key=rank)


def _shouts(text: str) -> bool:
    """Tell whether a name or one of its longer words is written in capitals."""
    return any(len(word) > 1 and word.isupper() and word.isalpha() and set(word) - set("IV") for word in text.split())


def choose_phrase(phrases: Counter[str], kind: NameKind) -> str:
    """Return the best phrase of a nameless thing: an occasion's has a name in it and the noun most used for it."""
    nouns: Counter[str] = Counter()
    for text, count in phrases.items():
        nouns[text.split()[-1]] += count

    def rank(text: str) -> tuple[object, ...]:
        bare = text.lower().startswith("the ")
        if kind != "EVENT":
            return (bare, -phrases[text], text)
        named = re.search(r"[A-Z]", text) is not None
        loose = re.search(r"\s(?:in|at|on|of)\s", text) is not None
        return (bare, not named, loose, -nouns[text.split()[-1]], -phrases[text], text)

    return min(phrases, key=rank)
