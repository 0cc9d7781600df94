"""Which phrases of a story tell of one occasion: one place, the same parties or one owner, and nothing against it.

An ordinal, a month or a year parts occasions that share all else: of "the January attack" and "the November attack" on
one town, "the attack on the town" is neither.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from dateline.events.entities.nominals import Found
from dateline.events.entities.occasions import Names, Occasion, learn_meanings, read_occasions
from dateline.model import Article, Mention, Sentence

_LEAST_ARTICLES = 2
"""Articles that must tell of an occasion before it is an entity: what one article tells is a happening, no name."""
_SALIENT = 0.3
"""Share of an article's namings of bodies from which one of them is what "its" means there."""
_LASTING = ("talks", "negotiations")
"""Nouns that without a place mean what goes on for months."""
_COUNTRYWIDE = ("meeting", "quake", "outbreak", "spill")
"""Classes of which a country in the phrase tells enough: two attacks in one country are two."""


def find_occasions(
    articles: Mapping[str, Article],
    sentences: Mapping[str, Sequence[Sentence]],
    mentions: Iterable[Mention],
    keys: Mapping[str, str],
) -> list[Found]:
    """Return the phrases that tell of occasions which two articles or more have, under one key for each occasion."""
    rows = sorted(mentions, key=lambda mention: (mention.article_id, mention.start))
    inside: dict[str, list[Mention]] = defaultdict(list)
    for mention in rows:
        inside[mention.article_id].append(mention)
    meanings = learn_meanings(rows, keys)
    told: list[Occasion] = []
    for article_id in sorted(articles):
        names = Names(inside[article_id], keys, meanings)
        main = _main_body(articles[article_id], inside[article_id], keys)
        read = read_occasions(articles[article_id], sentences.get(article_id, ()), names)
        told += [replace(one, owner=main) if one.its and main and not one.owner else one for one in read]
    groups = _group(told)
    return _name_groups(told, groups)


def _main_body(article: Article, mentions: Sequence[Mention], keys: Mapping[str, str]) -> str | None:
    """Return the key of the body that an article is about: in its first lines, and most of its namings of bodies."""
    bodies = [m for m in mentions if m.kind == "ORG" and m.mention_id in keys]
    counts = Counter(keys[m.mention_id] for m in bodies)
    if not counts:
        return None
    best, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    first = min(m.start for m in bodies if keys[m.mention_id] == best)
    alone = all(2 * other <= count for key, other in counts.items() if key != best)
    return best if alone and count >= _SALIENT * len(bodies) and first < article.body_start + 200 else None


def _group(told: Sequence[Occasion]) -> list[list[Occasion]]:
    """Return the phrases that tell of one occasion, for each occasion that a definite phrase marks."""
    blocks: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, occasion in enumerate(told):
        for key in _marks(occasion):
            blocks[occasion.sort, *key].append(at)
    for at, occasion in enumerate(told):
        if not occasion.definite and not occasion.head.endswith("s"):
            for town in _towns(occasion):
                if (occasion.sort, "place", town) in blocks:
                    blocks[occasion.sort, "place", town].append(at)
    groups: dict[int, list[int]] = {at: [at] for block in blocks.values() for at in block}
    for _, block in sorted(blocks.items()):
        for same in _part(block, told):
            for at in same[1:]:
                _join(groups, same[0], at, told)
    return [[told[at] for at in group] for first, group in sorted(groups.items()) if group[0] == first]


def _towns(occasion: Occasion) -> list[str]:
    return sorted(place for place in occasion.places if not place.startswith("state:"))


def _marks(occasion: Occasion) -> list[tuple[str, ...]]:
    """Return what tells a phrase's occasion; nothing where the phrase may be one of many: "attacks in Aleppo"."""
    found: list[tuple[str, ...]] = []
    towns = _towns(occasion)
    if occasion.definite:
        found += [("place", town) for town in towns]
        if occasion.sort in _COUNTRYWIDE and not towns:
            found += [("place", state) for state in sorted(occasion.states)]
    if len(occasion.parties) == 2:
        found.append(("parties", *sorted(occasion.parties)))
    if occasion.owner:
        found.append(("owner", occasion.owner))
    if occasion.name:
        found.append(("name", occasion.name))
    return found


def _part(block: Sequence[int], told: Sequence[Occasion]) -> list[list[int]]:
    """Return the phrases of one mark, parted by the ordinal, month or year that sets two occasions apart."""
    parts = [list(block)]
    for name in ("ordinal", "month", "year"):
        parted: list[list[int]] = []
        for part in parts:
            values = {value for at in part if (value := getattr(told[at], name)) is not None}
            if len(values) < 2:
                parted.append(part)
                continue
            parted += [[at for at in part if getattr(told[at], name) == value] for value in sorted(values)]
        parts = parted
    return parts


def _join(groups: dict[int, list[int]], left: int, right: int, told: Sequence[Occasion]) -> None:
    """Join two sets of phrases, unless they would then tell of two places, ordinals, months, years or owners."""
    one, other = groups[left], groups[right]
    if one is other or not _agree([told[at] for at in (*one, *other)]):
        return
    both = sorted((*one, *other))
    for at in both:
        groups[at] = both


def _agree(group: Sequence[Occasion]) -> bool:
    towns = {place for occasion in group for place in occasion.places if not place.startswith("state:")}
    states = {state for occasion in group for state in occasion.states}
    single = [
        {value for occasion in group if (value := getattr(occasion, name)) is not None}
        for name in ("ordinal", "month", "year", "owner", "name")
    ]
    return len(towns) < 2 and len(states) < 2 and all(len(values) < 2 for values in single)


def _name_groups(told: Sequence[Occasion], groups: Sequence[Sequence[Occasion]]) -> list[Found]:
    """Return the phrases of the occasions of two articles, with their key, and the plain nouns that mean them."""
    groups = _join_countries(groups)
    keys: dict[Occasion, str | None] = {}
    counts: Counter[str] = Counter()
    for group in sorted(groups, key=lambda group: min((o.article_id, o.start) for o in group)):
        told_by = {occasion.article_id for occasion in group}
        named = next((occasion.name for occasion in group if occasion.name), None)
        key = named or _key(group, counts) if len(told_by) >= _LEAST_ARTICLES or named else None
        keys |= dict.fromkeys(group, key)
    by_ordinal: dict[tuple[str, int], set[str | None]] = defaultdict(set)
    for occasion, key in keys.items():
        if occasion.ordinal:
            by_ordinal[occasion.sort, occasion.ordinal].add(key)
    found = {Found(o.article_id, o.start, o.end, key, "nominal") for o, key in keys.items() if key and not o.name}
    main = _main_of(keys)
    for occasion in told:
        if occasion in keys or not occasion.definite or not occasion.plain:
            continue
        if occasion.ordinal:
            fitting = by_ordinal.get((occasion.sort, occasion.ordinal), set())
            meant = next(iter(fitting)) if len(fitting) == 1 else None
        else:
            meant = _antecedent(occasion, keys, main)
        if meant:
            found.add(
                Found(occasion.article_id, occasion.start, occasion.end, meant, "nominal", bool(occasion.ordinal))
            )
    return sorted(found, key=lambda one: (one.article_id, one.start, one.end, one.key))


def _main_of(keys: Mapping[Occasion, str | None]) -> dict[str, str]:
    """Return the key of the occasion of each class that more articles tell of than of any other."""
    tellers: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for occasion, key in keys.items():
        if key:
            tellers[occasion.sort][key].add(occasion.article_id)
    main = {}
    for sort, by_key in tellers.items():
        ranked = sorted(by_key, key=lambda key: (-len(by_key[key]), key))
        if len(ranked) == 1 or len(by_key[ranked[0]]) > len(by_key[ranked[1]]):
            main[sort] = ranked[0]
    return main


def _antecedent(occasion: Occasion, keys: Mapping[Occasion, str | None], main: Mapping[str, str]) -> str | None:
    """Return what "the attack" means: the story's main attack, where it is the last told of before, by that noun."""
    before = [
        other
        for other in keys
        if (other.article_id, other.sort) == (occasion.article_id, occasion.sort) and other.start < occasion.start
    ]
    if not before or occasion.head in _LASTING:
        return None
    last = max(before, key=lambda other: other.start)
    key = keys[last]
    heads = {other.head for other in before if keys[other] == key}
    return key if key == main.get(occasion.sort) and occasion.head in heads else None


def _join_countries(groups: Sequence[Sequence[Occasion]]) -> list[list[Occasion]]:
    """Join what is told by its country alone with the only occasion of its class in a town there, if nothing is against
    it: "the summit in Vietnam" and "the Hanoi summit"."""
    towns = [list(group) for group in groups if _has_town(group)]
    rest = []
    for group in groups:
        if _has_town(group):
            continue
        states = {state for occasion in group for state in occasion.states}
        fitting = [
            one
            for one in towns
            if one[0].sort == group[0].sort and states & {s for occasion in one for s in occasion.states}
        ]
        if len(states) == 1 and len(fitting) == 1 and _agree([*fitting[0], *group]):
            fitting[0].extend(group)
        else:
            rest.append(list(group))
    return [*towns, *rest]


def _has_town(group: Iterable[Occasion]) -> bool:
    return any(not place.startswith("state:") for occasion in group for place in occasion.places)


def _key(group: Sequence[Occasion], counts: Counter[str]) -> str:
    """Return a key for an occasion without a name, the same whatever the order of articles."""
    marks = Counter(":".join(mark) for occasion in group for mark in _marks(occasion))
    key = f"occasion:{group[0].sort}:{min(marks, key=lambda mark: (-marks[mark], mark))}"
    counts[key] += 1
    return key if counts[key] == 1 else f"{key}:{counts[key]}"
