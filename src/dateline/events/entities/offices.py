"""A state's bodies written small: "the Israeli military", "France's interior ministry", then "the military" alone."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence

from dateline.events.entities.alike import squash
from dateline.events.entities.nominals import Found
from dateline.model import Article, Mention

_BODY = (
    r"(?:military court|air force|security forces|armed forces|coast guard|border guard|intelligence (?:agency|service)"
    r"|presidential office|supreme court|central bank|(?:foreign|interior|defen[cs]e|finance|health|justice|unification"
    r"|education|energy|transport|trade|labou?r) ministry|government|military|army|navy|police|parliament)"
)
_AFTER_STATE = re.compile(rf"(?:['’‘]s?)?\s+({_BODY})\b(?!-)")
_BODY_END = re.compile(rf"\b{_BODY}$")
_ALONE = re.compile(rf"\b[Tt]he\s+({_BODY})\b(?!-)")
_ONE = {"army": "military", "armed forces": "military"}
"""Nouns that reports of one event use for one body."""
_EVERYWHERE = ("government", "parliament", "police")
"""Bodies of which a report may mean its own country's without naming it."""
_EXECUTIVES = frozenset(
    "whitehouse kremlin elysee elyseepalace bluehouse cheongwadae malacanang malacanangpalace planalto planaltopalace "
    "casarosada lamoneda miraflores miraflorespalace bankova lospinos".split()
)
"""Seats, their letters run together, whose name means the president's office."""


def find_offices(
    articles: Mapping[str, Article], mentions: Mapping[str, Sequence[Mention]], keys: Mapping[str, str]
) -> list[Found]:
    """Return the states' bodies of a story, in order, under the keys that capitalised ones have in ``bodies``.

    "The military" alone counts after one state's military was named, and only while no second state's was; also where
    the story knows one state's only, and the article has named that state before. ``mentions`` are by article.
    """
    seats = {
        (mention.known or "").partition(":")[2]: keys[mention.mention_id]
        for rows in mentions.values()
        for mention in rows
        if squash(mention.text) in _EXECUTIVES and mention.mention_id in keys
    }
    told = {name: _find_told(article, mentions.get(name, ()), keys, seats) for name, article in articles.items()}
    overall: dict[str, set[str]] = defaultdict(set)
    for _, owners in told.values():
        for noun, offices in owners.items():
            overall[noun] |= offices
    sole = {
        noun: next(iter(offices)) for noun, offices in overall.items() if len(offices) == 1 and noun not in _EVERYWHERE
    }
    found: list[Found] = []
    for name in sorted(articles):
        starts, owners = told[name]
        found += [one for one in starts if one.end > one.start and one.naming]
        found += _find_alone(articles[name], mentions.get(name, ()), keys, starts, owners, sole)
    return sorted(found, key=lambda one: (one.article_id, one.start, one.end))


def _find_told(
    article: Article, mentions: Sequence[Mention], keys: Mapping[str, str], seats: Mapping[str, str]
) -> tuple[list[Found], dict[str, set[str]]]:
    """Return one article's bodies with their state, and the bodies of each noun; names among them name nothing new."""
    found: list[Found] = []
    owners: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        key = keys.get(mention.mention_id, "")
        if noun := _noun_of(mention, key):
            owners[noun].add(key)
            found.append(Found(article.article_id, mention.start, mention.end, key, "nominal", naming=False))
        match = _AFTER_STATE.match(article.text, mention.end)
        if key.startswith("state:") and match:
            noun = _ONE.get(match.group(1), match.group(1))
            code = key.partition(":")[2]
            seat = seats.get(code) if noun == "presidential office" else None
            if mention.text in ("North", "South") and not seat:
                continue
            office = seat or f"thing:{squash(noun)}@{code}"
            owners[noun].add(office)
            found.append(Found(article.article_id, mention.start, match.end(), office, "nominal"))
    return found, owners


def _find_alone(
    article: Article,
    mentions: Sequence[Mention],
    keys: Mapping[str, str],
    told: Sequence[Found],
    owners: Mapping[str, set[str]],
    sole: Mapping[str, str],
) -> list[Found]:
    """Return where a body stands without its state in one article: "the military"."""
    taken = [(mention.start, mention.end) for mention in mentions] + [(one.start, one.end) for one in told]
    found = []
    for match in _ALONE.finditer(article.text, article.body_start):
        noun = _ONE.get(match.group(1), match.group(1))
        if _overlaps(match.span(), taken):
            continue
        here = owners.get(noun, set())
        office = next(iter(here)) if len(here) == 1 else None if here else sole.get(noun)
        state = f"state:{office.rpartition('@')[2]}" if office else ""
        before = (
            any(one.key == office and one.start < match.start() for one in told)
            if here
            else _names_state(state, match.start(), mentions, keys)
        )
        if office and before:
            found.append(Found(article.article_id, *match.span(), office, "nominal"))
    return found


def _names_state(state: str, place: int, mentions: Sequence[Mention], keys: Mapping[str, str]) -> bool:
    """Tell whether an article has named this state before a place, and more often than any other state."""
    counts = Counter(
        key for m in mentions if m.start < place and (key := keys.get(m.mention_id, "")).startswith("state:")
    )
    return counts[state] > 0 and all(count < counts[state] for key, count in counts.items() if key != state)


def _noun_of(mention: Mention, key: str) -> str | None:
    """Return the noun of a state's body that a name is: "military court" of "Israeli military court"."""
    words = " ".join(mention.text.lower().split()[-2:])
    match = _BODY_END.search(words) if key.startswith("thing:") and mention.kind == "ORG" else None
    noun = _ONE.get(match.group(), match.group()) if match else ""
    return noun if noun and re.fullmatch(rf"thing:{squash(noun)}@\w+", key) else None


def name_office(key: str, phrases: Collection[str], adjectives: Mapping[str, str]) -> str | None:
    """Return an office's plain name, "Israeli military", where its phrases differ in noun or all put whose it is first.

    None where one of the phrases is a good name, where the story has no adjective of the state, and for other keys.
    """
    match = re.fullmatch(r"thing:(military|police|government|parliament|navy)@(\w+)", key)
    if match is None or match.group(2) not in adjectives:
        return None
    plain = [words for words in phrases if not re.match(r"(?:the )|.*['’‘]", words)]
    nouns = {words.split()[-1] for words in phrases}
    return f"{adjectives[match.group(2)]} {match.group(1)}" if len(nouns) > 1 or not plain else None


def _overlaps(span: tuple[int, int], taken: Sequence[tuple[int, int]]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in taken)
