"""Finds things to which independent reports give two names: "the ferry Corran Lass", "the ferry Corran Light"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from dateline.compare.view import StoryView
from dateline.compare.wordlists import word_set
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, Side
from dateline.settings import CompareSettings

_HEADS = word_set(
    "ferry ship boat vessel tanker trawler yacht liner freighter barge tug submarine hurricane storm typhoon cyclone "
    "hotel restaurant nightclub bar mine factory plant bridge dam airline charity foundation stadium theatre theater "
    "prison satellite rocket spacecraft drug vaccine"
)
"""Common nouns of things that bear one name each, right before which a text of some care sets that name."""
_NAMED = re.compile(
    r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s+(?:[\w-]+\s+){0,2}?([a-z]+)\s+((?:[A-Z][\w'’-]+)(?:\s+[A-Z][\w'’-]+){1,3})"
)
_SPELLING = 0.75
"""Words this alike are two spellings of one (a difflib ratio): no other name."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a thing is named."""

    head: str
    name: str
    article_id: str
    cite: Cite


def find_name_disputes(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every thing that articles of different origin name in two near-alike ways.

    Only names that share their first word and differ in another; two names that one article knows are two things.
    """
    del settings
    named: dict[str, list[Naming]] = defaultdict(list)
    for naming in _find_namings(view):
        named[naming.head].append(naming)
    for head, namings in sorted(named.items()):
        names = sorted({naming.name for naming in namings})
        if len(names) == 2 and _is_near(names[0], names[1]) and not _know_both(names[0], names[1], view):
            dispute = _make(head, names, namings, view)
            if dispute is not None:
                yield dispute


def _find_namings(view: StoryView) -> Iterator[Naming]:
    for sentence in sorted(view.sentences.values(), key=lambda s: (s.article_id, s.start)):
        if sentence.kind != "body":
            continue
        text = view.articles[sentence.article_id].text
        for match in _NAMED.finditer(text, sentence.start, sentence.end):
            if match.group(1) in _HEADS:
                cite = view.cite(sentence, match.start(1), match.end())
                yield Naming(match.group(1), " ".join(match.group(2).split()), sentence.article_id, cite)


def _is_near(left: str, right: str) -> bool:
    """Whether two names are as long, begin with one word, and differ in one other that is no spelling of the same."""
    one, other = left.split(), right.split()
    apart = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    if len(one) != len(other) or one[0] != other[0] or len(apart) != 1:
        return False
    first, second = apart[0]
    return SequenceMatcher(None, first.casefold(), second.casefold()).ratio() < _SPELLING


def _know_both(left: str, right: str, view: StoryView) -> bool:
    return any(left in article.text and right in article.text for article in view.articles.values())


def _make(head: str, names: list[str], namings: list[Naming], view: StoryView) -> Discrepancy | None:
    groups = [[n for n in namings if n.name == name] for name in names]
    origins = [{view.origin(n.article_id) for n in group} for group in groups]
    if origins[0] & origins[1]:
        return None
    return Discrepancy(
        discrepancy_id=content_id("name", view.story_id, head, *names),
        story_id=view.story_id,
        kind="name",
        about=f"name of the {head}",
        verdict="conflict",
        severity=2,
        why=f"Reports of different origin call the {head} {names[0]} and {names[1]}, and none knows both names.",
        sides=tuple(_make_side(group, view) for group in groups),
    )


def _make_side(namings: list[Naming], view: StoryView) -> Side:
    outlets = sorted({name for n in namings if (name := view.outlet(n.article_id))})
    return view.make_side(namings[0].name, ", ".join(outlets[:3]) or None, (n.cite for n in namings))
