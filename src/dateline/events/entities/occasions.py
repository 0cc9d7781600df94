"""Occasions of a story: meetings, attacks, crashes and the like, told by a noun with a place, parties or an owner.

"The Hanoi talks", "the second US-North Korea summit in Vietnam" and "the summit between Mr. Kim and Mr. Trump in Hanoi"
name one occasion in three ways. This file reads such phrases; ``occasions_join`` says which are one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Article, Mention, Sentence

_CLASSES = {
    "meeting": "summit meeting|summit|talks|meeting|negotiations",
    "breach": "hack attack|cyber[- ]?attack|breach|hack|intrusion",
    "attack": "attacks|attack|bombings|bombing|massacre|shootings|shooting|killings|assault|rampage|siege",
    "crash": "crash|derailment|collision",
    "quake": "earthquake|quake|temblor",
    "fire": "fire|blaze|wildfire|inferno",
    "explosion": "explosions|explosion|blast",
    "spill": "oil spill|spill",
    "outbreak": "outbreak|epidemic",
}
"""Nouns that reports of one occasion use for one another. What comes again and again (protests, calls, visits, votes)
is left out: its phrases seldom tell which one is meant."""
_OWNED = ("breach", "spill")
"""Classes told by whom they befell: a firm's breach. Whose attack it was names the attacker, not the attack."""
_CLASS_OF = {name: re.compile(rf"(?:{heads})", re.IGNORECASE) for name, heads in _CLASSES.items()}
_HEAD = re.compile(rf"\b(?:{'|'.join(_CLASSES.values())})\b(?![-’'])", re.IGNORECASE)
_POINTING = frozenset("the this that these those their its his her our your".split())
_DETERMINERS = _POINTING | frozenset("a an another any every each some no".split())
_FUNCTION = frozenset(
    "of in on at for to from by with and or but was were is are be been has had have will would could should may might "
    "that which who when where while as after before since until during if because so than said says say not it he she "
    "they we into about over under near between against through out up down following amid despite last next".split()
)
_SORTS = frozenset(
    "data security cyber cybersecurity terror terrorist peace nuclear truck bomb suicide train plane oil mass car "
    "massive deadly failed no-deal".split()
)
"""Words that a phrase without an article may have before its head: "massive data breach"."""
_DONE = re.compile(r"(?!failed$|so-called$|armed$|unprecedented$|botched$|aborted$|collapsed$|proposed$)\w+ed$")
_ORDINALS = {"first": 1, "inaugural": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)(?![a-z])"
)
_WHEN = re.compile(
    rf",?\s+(?:in|on|of|since|from)\s+(?:last\s|this\s)?(?:({_MONTH})(?:\s\d{{1,2}}\b)?(?:,?\s(\d{{4}})\b)?|(\d{{4}})\b)"
)
_WHERE = re.compile(r",?\s+(?:held\s)?(?:in|at|near|on)\s+(?:the\s)?(?:(?:central|downtown|city|town|of|\w+ern)\s)*")
_WHOSE = re.compile(r"\s+(?:at|of|by)\s+(?:the\s)?")
_OF_ITS = re.compile(r"\s+of\s+its\s+\w+")
_BETWEEN = re.compile(r",?\s+between\s+")
_WITH = re.compile(r",?\s+with\s+")
_MOST_BEFORE = 4
_SIDE = 60
"""Characters within which a party's name must follow "between", "and" or "with": a title may stand before it."""
_POSSESSIVE = re.compile(r".*(?:['’‘]s|s['’‘])$")


@dataclass(frozen=True, slots=True)
class Occasion:
    """One phrase that tells of an occasion: where it stands, and what tells it from others of its class."""

    article_id: str
    start: int
    end: int
    sort: str
    definite: bool
    places: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    """States where it was, told beside the place or known of it."""
    parties: frozenset[str] = frozenset()
    owner: str | None = None
    ordinal: int | None = None
    month: int | None = None
    year: int | None = None
    its: bool = False
    """Its owner is only told by "its": the body that the article is about."""
    name: str | None = None
    """Key of the name that the phrase is part of."""
    plain: bool = True
    """No word of the phrase is capitalised, but a name that tells its place, parties or owner."""
    head: str = ""


class Names:
    """The names of one article in order, with their keys, and what the story's names mean where they mean one."""

    def __init__(self, mentions: Sequence[Mention], keys: Mapping[str, str], meanings: Mapping[str, str]) -> None:
        self.mentions = [mention for mention in mentions if mention.mention_id in keys]
        self.starts = [mention.start for mention in self.mentions]
        self.keys = keys
        self.meanings = meanings

    def key(self, mention: Mention) -> str:
        """Return the key of one of these names."""
        return self.keys[mention.mention_id]

    def at(self, start: int) -> Mention | None:
        """Return the name that begins here."""
        place = bisect_left(self.starts, start)
        return self.mentions[place] if place < len(self.starts) and self.starts[place] == start else None

    def within(self, start: int, end: int) -> list[Mention]:
        """Return the names that begin in a stretch."""
        return self.mentions[bisect_left(self.starts, start) : bisect_left(self.starts, end)]

    def around(self, start: int, end: int) -> Mention | None:
        """Return the name that holds a stretch."""
        place = bisect_right(self.starts, start) - 1
        return self.mentions[place] if place >= 0 and self.mentions[place].end >= end else None


def learn_meanings(mentions: Iterable[Mention], keys: Mapping[str, str]) -> dict[str, str]:
    """Return the key of each spelling of a person's, state's or town's name that means only one in the story."""
    found: dict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        key = keys.get(mention.mention_id, "")
        if key.startswith(("person:", "state:")):
            found[mention.text].add(key)
            if key.startswith("person:"):
                found[mention.text.split()[-1]].add(key)
        elif key and mention.kind == "GPE":
            found[mention.text].add(key)
    return {text: next(iter(keys)) for text, keys in found.items() if len(keys) == 1}


def read_occasions(article: Article, sentences: Sequence[Sentence], names: Names) -> list[Occasion]:
    """Return the phrases of one article that tell of occasions, in order."""
    return [
        occasion
        for sentence in sentences
        for match in _HEAD.finditer(article.text, sentence.start, sentence.end)
        if (occasion := _read(article, sentence, match, names))
    ]


def _read(article: Article, sentence: Sentence, match: re.Match[str], names: Names) -> Occasion | None:
    text, holder = article.text, names.around(*match.span())
    if holder and holder.kind != "EVENT":
        return None
    sort = next(name for name, pattern in _CLASS_OF.items() if pattern.fullmatch(match.group()))
    start, before = _look_left(text, sentence.start, match.start(), names)
    if holder:
        start = min(start, holder.start)
    inside = names.within(start, match.start())
    parties = _read_pair(text[start : match.start()], names)
    if not parties and any(mention.kind == "PER" and mention.end == match.start() - 1 for mention in inside):
        return None  # "Ann Reed talks": a verb
    places = {names.key(m) for m in inside if _is_place(m, names)}
    states = {state for m in inside if _is_place(m, names) and (state := _state_of(m, names))}
    for word in re.findall(r"[A-Z]\w+", text[start : match.start()]) if not places else ():
        places |= {key for key in [names.meanings.get(word, "")] if key.startswith("thing:")}
    owners = [m for m in inside if m.kind == "ORG"]
    if parties:
        places, states = set(), set()
    possessor = _possessor(text, start, before, names)
    after = _look_right(text, match.end(), sentence.end, names, possessor if sort == "meeting" else None)
    months = [match.group() for match in re.finditer(rf"\b{_MONTH}", text[start : match.start()])]
    years = re.findall(r"\b(?:19|20)\d\d\b", text[start : match.start()])
    words = {word.lower() for word in text[start : match.start()].split()}
    owner = owners[0] if owners else possessor if possessor and possessor.kind == "ORG" else None
    own = names.key(owner) if owner and sort in _OWNED else after.owner if sort in _OWNED else None
    if owner is possessor and possessor and own:
        start = possessor.start
    direct = start == match.start() and after.direct
    return Occasion(
        article_id=article.article_id,
        start=start,
        end=after.direct or match.end() if direct else match.end(),
        sort=sort,
        definite=_is_definite(before) or bool(places or parties or own or holder or after.parties),
        places=frozenset(places | after.places),
        states=frozenset(states | after.states),
        parties=parties or after.parties,
        owner=own,
        ordinal=next((_ORDINALS[word] for word in sorted(words) if word in _ORDINALS), None),
        month=_month_number(months[0]) if months else after.month,
        year=int(years[0]) if years else after.year,
        its=sort in _OWNED and (before == "its" or after.its),
        name=names.key(holder) if holder else None,
        plain=not re.search(r"[A-Z]", text[start : match.start()]) or bool(places or parties or own),
        head=match.group().lower(),
    )


def _is_definite(before: str) -> bool:
    return before in _POINTING or _POSSESSIVE.match(before) is not None


def _look_left(text: str, first: int, head: int, names: Names) -> tuple[int, str]:
    """Return where the words begin that belong to the head, and the article or other word right before them."""
    words = [(m.start() + first, m.group()) for m in re.finditer(r"\S+", text[first:head])]
    kept, stop = head, ""
    for start, word in reversed(words[-_MOST_BEFORE - 3 :]):
        low = word.lower().strip('"“”‘(')
        if low in _DETERMINERS or low in _FUNCTION or _POSSESSIVE.match(word) or _ends_phrase(word, start, names):
            stop = low
            break
        kept = start
    if stop in _DETERMINERS or _POSSESSIVE.match(stop):
        chosen = [(start, word) for start, word in words if start >= kept]
        if len(chosen) <= _MOST_BEFORE and not any(_DONE.match(word) for _, word in chosen):
            return kept, stop
    kept, beside = head, ""
    for start, word in reversed(words):
        if not _may_open(word, start, names) or start < head - 60:
            beside = word.lower()
            break
        kept = start
    return kept, beside


def _ends_phrase(word: str, start: int, names: Names) -> bool:
    if re.fullmatch(rf"(?:{_MONTH}|(?:[A-Z]\.)+)", word):
        return False
    return bool(re.search(r"[,.;:!?)(—–\"“”]$|^[\"“(]", word)) and names.around(start, start + len(word)) is None


def _may_open(word: str, start: int, names: Names) -> bool:
    if _POSSESSIVE.match(word) or (word[-1] in ",.;:!?)" and not re.fullmatch(_MONTH, word)):
        return False
    known = names.around(start, start + 1) is not None
    return known or word.lower() in _SORTS or word.lower() in _ORDINALS or bool(re.fullmatch(rf"{_MONTH}|\d+", word))


def _possessor(text: str, start: int, before: str, names: Names) -> Mention | None:
    """Return the name whose possessive stands right before the phrase: "Kim Jong Un's summit"."""
    if not _POSSESSIVE.match(before):
        return None
    near = [m for m in names.within(max(start - 60, 0), start) if re.fullmatch(r"['’‘]?s?\s+", text[m.end : start])]
    return near[-1] if near else None


def _is_place(mention: Mention, names: Names) -> bool:
    return mention.kind in ("GPE", "LOC") or (mention.kind == "FAC" and not names.key(mention).startswith("state:"))


def _state_of(mention: Mention, names: Names) -> str | None:
    """Return the key of the state that a place is, or is known to lie in."""
    if names.key(mention).startswith("state:"):
        return names.key(mention)
    sort, _, code = (mention.known or "").partition(":")
    return f"state:{code}" if sort in ("capital", "city", "country") else None


def _read_pair(words: str, names: Names) -> frozenset[str]:
    """Return the two parties of "Trump-Kim" or "US-North Korea", where both names mean one in the story."""
    match = re.search(r"\b([A-Z][\w.]*(?: [A-Z][\w.]*)?)[-–—]([A-Z][\w.]*(?: [A-Z][\w.]*)?)", words)
    found = frozenset(names.meanings.get(name, "") for name in match.groups()) if match else frozenset()
    return found if len(found) == 2 and "" not in found else frozenset()


def _month_number(word: str) -> int:
    return _MONTHS.index(word[:3].lower()) + 1


@dataclass(slots=True)
class _After:
    """What the words after a head tell: ``direct`` is the end of a place that follows at once."""

    places: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    owner: str | None = None
    month: int | None = None
    year: int | None = None
    its: bool = False
    direct: int | None = None


def _look_right(text: str, head: int, last: int, names: Names, possessor: Mention | None) -> _After:
    found, at = _After(), head
    found.its = _OF_ITS.match(text, at, last) is not None
    owner = _WHOSE.match(text, at, last)
    body = names.at(owner.end()) if owner else None
    found.owner = names.key(body) if body and body.kind == "ORG" else None
    for _ in range(4):
        end = _take_place(text, at, last, names, found) or _take_time(text, at, last, found)
        end = end or _take_parties(text, at, last, names, possessor, found)
        if not end:
            break
        at = end
    return found


def _take_place(text: str, at: int, last: int, names: Names, found: _After) -> int | None:
    match = _WHERE.match(text, at, last)
    place = names.at(match.end()) if match else None
    if place is None or not _is_place(place, names) or found.places:
        return None
    noun = re.match(r"\s([a-z]+)", text[place.end : place.end + 20])
    if names.key(place).startswith("state:") and noun and noun.group(1) not in _FUNCTION:
        return None  # "on US credit": whose, not where
    found.places = frozenset({names.key(place)})
    found.direct = place.end
    state, end = _state_of(place, names), place.end
    beside = re.match(r",\s+", text[end : end + 3])
    holder = names.at(end + beside.end()) if beside else None
    if holder and holder.kind == "GPE" and (code := _state_of(holder, names)):
        state, end = code, holder.end
    found.states = frozenset({state} if state else ())
    return end


def _take_time(text: str, at: int, last: int, found: _After) -> int | None:
    match = _WHEN.match(text, at, last)
    if match is None or found.month or found.year:
        return None
    found.month = _month_number(match.group(1)) if match.group(1) else None
    year = match.group(2) or match.group(3)
    found.year = int(year) if year else None
    return match.end()


def _take_parties(text: str, at: int, last: int, names: Names, possessor: Mention | None, found: _After) -> int | None:
    match = _BETWEEN.match(text, at, last)
    one: Mention | None
    if match:
        one = _party(match.end(), min(match.end() + _SIDE, last), names)
        both = re.compile(r"[^.;]{0,40}?\band\s+").match(text, one.end, last) if one else None
        other = _party(both.end(), min(both.end() + _SIDE, last), names) if both else None
    else:
        match = _WITH.match(text, at, last)
        one = possessor
        other = _party(match.end(), min(match.end() + _SIDE, last), names) if match and one else None
    if one is None or other is None or names.key(one) == names.key(other):
        return None
    found.parties = frozenset({names.key(one), names.key(other)})
    return other.end


def _party(start: int, end: int, names: Names) -> Mention | None:
    """Return the first person named in a stretch, else its first state: a state may stand in a person's title."""
    near = names.within(start, end)
    people = [mention for mention in near if mention.kind == "PER"]
    return next(iter(people or [mention for mention in near if names.key(mention).startswith("state:")]), None)
