"""What the full names of a story tell of its people: whom a surname or first name may mean, and who is a namesake."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.events.entities.alike import is_initial, plain_words, spelled_alike
from dateline.model import Mention

Words = tuple[str, ...]
SUFFIXES = ("jr", "sr", "ii", "iii", "iv")
_NO_NAMES = frozenset(("al", "el", "bin", "ibn", *SUFFIXES))
_AGAIN = 2
"""Times that an article must say "Lund Jr." before "Lund" alone is another: once may be its headline. A choice."""
_OTHER_GENDER = {"f": {"m"}, "m": {"f"}}
_CROWNS = frozenset("prince princess king queen pope saint emperor empress sultan".split())
"""Titles borne with a first name: "Prince Olav" is no Olav of the story who has not the title."""


@dataclass(frozen=True, slots=True)
class Known:
    """What a story's full names tell: who may be meant by a word, and each person's gender, titles and articles."""

    holders: Mapping[str, set[str]]
    families: Mapping[str, set[str]]
    genders: Mapping[str, set[str]]
    titles: Mapping[str, set[str]]
    articles: Mapping[str, set[str]]
    suffixed: Mapping[Words, set[str]]
    """Who is meant by a family name with what is put after it: "Lund Jr."."""
    apart: Mapping[str, set[str]]
    """Whom an article calls "Lund Jr." again and again, so that "Lund" is another there; by article."""

    def meant_in(self, mention: Mention) -> set[str]:
        """Return the people whom a short name may mean in its article, whatever its title."""
        return fits(plain_words(mention.text), self.holders) - self.apart.get(mention.article_id, set())

    def agreeing(self, mention: Mention, people: Iterable[str]) -> set[str]:
        """Return the people whose gender, and whose crown, a short name's own does not deny: "Mrs. Lund"."""
        role = (mention.role or "").casefold()
        return {
            person
            for person in people
            if not (mention.gender and self.genders.get(person, {mention.gender}) == _OTHER_GENDER[mention.gender])
            and (role not in _CROWNS or role in self.titles.get(person, ()))
        }

    def bearing(self, mention: Mention, people: Iterable[str]) -> set[str]:
        """Return those of these people who bear a short name's one-word title elsewhere: "President Lund"."""
        role = (mention.role or "").casefold()
        return {person for person in people if role and " " not in role and role in self.titles.get(person, ())}

    def untitled(self, mention: Mention, people: Iterable[str]) -> bool:
        """Tell whether none of these people bears a short name's title, nor one that may shorten it: "Sen."."""
        start = (mention.role or "")[:3].casefold()
        return not any(
            word.startswith(start)
            for person in people
            for title in self.titles.get(person, ())
            for word in title.split()
        )

    def told_most(self, people: Iterable[str]) -> str | None:
        """Return whom more articles name in full than anyone else of these."""
        ranked = sorted(people, key=lambda person: (-len(self.articles.get(person, ())), person))
        first, second = (len(self.articles.get(person, ())) for person in ranked[:2])
        return ranked[0] if first > second else None


def know(full: Sequence[Mention], keys: Mapping[str, str], called: Mapping[Words, int]) -> Known:
    """Return what full names tell, given their keys and how often articles say "Lund Jr." (``count_suffixed``)."""
    genders: dict[str, set[str]] = defaultdict(set)
    titles: dict[str, set[str]] = defaultdict(set)
    articles: dict[str, set[str]] = defaultdict(set)
    for mention in full:
        key = keys[mention.mention_id]
        articles[key].add(mention.article_id)
        if mention.gender:
            genders[key].add(mention.gender)
        if mention.role:
            titles[key].add(mention.role.casefold())
    suffixed: dict[Words, set[str]] = defaultdict(set)
    for mention in full:
        suffixed[plain_words(mention.text)[-2:]].add(keys[mention.mention_id])
    apart: dict[str, set[str]] = defaultdict(set)
    for (article, *words), count in called.items():
        apart[article] |= suffixed.get(tuple(words), set()) if count >= _AGAIN else set()
    younger = _lesser_namesakes(full, keys, set().union(*apart.values()))
    rest = [mention for mention in full if keys[mention.mention_id] not in younger]
    return Known(_index_parts(rest, keys), _index_families(rest, keys), genders, titles, articles, suffixed, apart)


def count_suffixed(people: Iterable[Mention]) -> Counter[Words]:
    """Return how often each article has each family name with "Jr." and the like after it, and no given name."""
    counts: Counter[Words] = Counter()
    for mention in people:
        words = plain_words(mention.text)
        if len(words) > 1 and words[-1] in SUFFIXES and not is_full(words):
            counts[mention.article_id, *words] += 1
    return counts


def _lesser_namesakes(full: Sequence[Mention], keys: Mapping[str, str], sons: Container[str]) -> set[str]:
    """Return who of a father and a son of one name is told of less: a bare surname never means them.

    ``sons`` are those whom articles call "Lund Jr.": there a surname alone tells.
    """
    counts: Counter[str] = Counter()
    names: dict[str, set[tuple[str, str]]] = defaultdict(set)
    suffixed: set[str] = set()
    for mention in full:
        key, words = keys[mention.mention_id], _own_words(mention)
        counts[key] += 1
        names[key].add((words[0], words[-1]))
        if plain_words(mention.text)[-1] in SUFFIXES:
            suffixed.add(key)
    pairs = [(one, other) for one in suffixed for other in names if other not in suffixed and names[one] & names[other]]
    return {one if counts[one] <= counts[other] else other for one, other in pairs if one not in sons}


def _index_parts(full: Iterable[Mention], keys: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the people that a first or last word of a full name may mean."""
    holders: dict[str, set[str]] = defaultdict(set)
    for mention in full:
        words = _own_words(mention)
        for word in (words[0], words[-1]):
            holders[word].add(keys[mention.mention_id])
    return holders


def _own_words(mention: Mention) -> list[str]:
    """Return the words of a full name without initials and without "Jr."."""
    words = [word for word in plain_words(mention.text) if not is_initial(word)]
    return words[:-1] if len(words) > 2 and words[-1] in SUFFIXES else words


def _index_families(full: Iterable[Mention], keys: Mapping[str, str]) -> dict[str, set[str]]:
    """Return the people of a family name: the last word, or the first where a hyphen marks what follows as given."""
    holders: dict[str, set[str]] = defaultdict(set)
    for mention in full:
        words = _own_words(mention)
        given_last = re.search(r"\s\w+-[a-z]\w*$", mention.text)
        holders[words[0] if given_last else words[-1]].add(keys[mention.mention_id])
    return holders


def fits(words: Words, holders: Mapping[str, set[str]]) -> set[str]:
    """Return whom a name may mean by all its words, or by one word that is nearly theirs; ``holders`` are by word."""
    telling = [word for word in words if word not in ("al", "el", "bin", "ibn")] or list(words)
    found = set.intersection(*(holders.get(word, set()) for word in telling)) if telling else set()
    if found or len(telling) != 1:
        return found
    families = {telling[0].removesuffix("s"), telling[0].removesuffix("es")} - {telling[0]}
    alike = (
        people for word, people in sorted(holders.items()) if word not in families and spelled_alike(word, telling[0])
    )
    return {person for people in alike for person in people}


def is_full(words: Words) -> bool:
    """Tell whether a name has two words or more beside initials, particles and "Jr."."""
    return len([word for word in words if not is_initial(word) and word not in _NO_NAMES]) > 1
