"""Finds persons whose name reports spell in different ways: "Kadri-Wells" and "Kadri Wells", "Marten" and "Martin"."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from difflib import SequenceMatcher

from dateline.compare.view import StoryView
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, Mention, Side
from dateline.settings import CompareSettings

_ALIKE = 0.8
"""Names this alike (a difflib ratio over their letters), and not equal, are two spellings of one."""
_LEAST_LETTERS = 5
"""Letters of a surname; shorter ones are alike by chance."""
_TITLES = re.compile(r"^(?:Mr|Mrs|Ms|Dr|Sir|Lord|Lady|President|Prime Minister|Judge|Sen|Rep|Gov|Gen|Col)\.?\s+")


def find_spellings(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every person whose surname articles of different origins spell in two or more ways."""
    del settings
    named: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for mentions in view.mentions.values():
        for mention in mentions:
            entity = view.find_entity(mention.article_id, mention.start, mention.end)
            if mention.kind == "PER" and entity is not None and entity.kind == "PER":
                named[entity.entity_id][_find_surname(mention)].append(mention)
    for entity_id, spelled in sorted(named.items()):
        _part_hyphens(spelled)
        ways = _find_ways(spelled)
        if len(ways) > 1:
            found = _make(entity_id, ways, spelled, view)
            if found is not None:
                yield found


def _find_surname(mention: Mention) -> str:
    """Return the last word of a name, hyphens kept: "Lahr-Boone"; empty where that bears no capital."""
    words = _TITLES.sub("", " ".join(mention.text.split())).removesuffix("'s").removesuffix("’s").split()
    return words[-1] if words and words[-1][:1].isupper() else ""


def _part_hyphens(spelled: dict[str, list[Mention]]) -> None:
    """Set apart the mentions that write with a space what others write with a hyphen."""
    for name in [name for name in spelled if "-" in name]:
        spaced = name.replace("-", " ")
        for other in [other for other in spelled if other == spaced.split()[-1]]:
            apart = [m for m in spelled[other] if f" {spaced}" in f" {' '.join(m.text.split())}"]
            if apart:
                spelled[spaced].extend(apart)
                spelled[other] = [m for m in spelled[other] if m not in apart]


def _find_ways(spelled: dict[str, list[Mention]]) -> list[str]:
    """Return the spellings of a surname, the commonest first, and those near it: another's name is none."""
    names = [name for name in spelled if spelled[name] and len(name) >= _LEAST_LETTERS and not name.isupper()]
    if not names:
        return []
    ordered = sorted(names, key=lambda name: (-len(spelled[name]), name))
    first = ordered[0]
    ways = [first, *(name for name in ordered[1:] if _are_spellings(first, name))]
    return ways if len(ways) > 1 else _find_hyphened(ordered)


def _find_hyphened(names: list[str]) -> list[str]:
    pairs = [[name, name.replace("-", " ")] for name in names if "-" in name]
    return next((pair for pair in pairs if pair[1] in names), [])


def _are_spellings(one: str, other: str) -> bool:
    left, right = _letters(one), _letters(other)
    plural = left + "s" == right or right + "s" == left
    return left != right and not plural and SequenceMatcher(None, left, right).ratio() >= _ALIKE


def _letters(name: str) -> str:
    plain = unicodedata.normalize("NFKD", re.sub(r"^(?:al|el)-", "", name.casefold()))
    return "".join(char for char in plain if char.isalpha())


def _make(entity_id: str, ways: list[str], spelled: dict[str, list[Mention]], view: StoryView) -> Discrepancy | None:
    sides = [(way, [c for m in spelled[way] if (c := _cite(m, view)) is not None]) for way in ways]
    sides = [(way, cites) for way, cites in sides if cites]
    origins = [{view.origin(c.article_id) for c in cites} for _, cites in sides]
    if len(sides) < 2 or len(set().union(*origins)) < 2:
        return None
    name = view.entities[entity_id].name
    return Discrepancy(
        discrepancy_id=content_id("spelling", view.story_id, entity_id, *sorted(way for way, _ in sides)),
        story_id=view.story_id,
        kind="name",
        about=f"spelling of the name of {name}",
        verdict="wording",
        severity=1,
        why=f"One person, whose name reports spell {' and '.join(way for way, _ in sides)}.",
        sides=tuple(_make_side(way, cites, view) for way, cites in sides),
    )


def _cite(mention: Mention, view: StoryView) -> Cite | None:
    sentence = view.sentences.get(mention.sentence_id)
    return view.cite(sentence, mention.start, mention.end) if sentence is not None and sentence.kind == "body" else None


def _make_side(way: str, cites: list[Cite], view: StoryView) -> Side:
    outlets = sorted({name for c in cites if (name := view.outlet(c.article_id))})
    return view.make_side(way, ", ".join(outlets[:3]) or None, cites)
