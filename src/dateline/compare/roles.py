"""Finds persons whose office reports give differently: "unification minister", "deputy unification minister"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.compare.view import StoryView
from dateline.compare.wordlists import word_set
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, Mention, Side
from dateline.settings import CompareSettings
from dateline.words import find_words

_RANKS: dict[str, str] = {
    "deputy": "deputy",
    "vice": "deputy",
    "under": "deputy",
    "assistant": "assistant",
    "associate": "assistant",
    "junior": "deputy",
}
"""Words that make an office another, lower one; deputy and vice translate one word."""
_TIMED = frozenset({"former", "ex", "acting", "interim", "outgoing", "incoming", "designate", "elect", "late", "then"})
"""Words that say when an office is held; offices so described are left to ``track``."""
_OFFICES = word_set(
    "minister secretary president chairman chairwoman chair director governor mayor chief commissioner prosecutor "
    "ambassador commander premier chancellor general manager editor head attorney speaker executive sheriff marshal "
    "principal treasurer envoy spokesman spokeswoman"
)
"""Head nouns of offices; a lower rank changes who someone is for these."""
_OF = re.compile(r"\s+(?:of|for|at|in|from|to)\s+.*$|,.*$", re.I)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as one article gives it. ``domain`` is what it is about: {"unification"}."""

    head: str
    rank: str | None
    domain: frozenset[str]
    text: str
    article_id: str
    account: str
    name: str
    cite: Cite


def find_role_disputes(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every person whom different articles of the same days give one office in two ranks."""
    held: dict[str, list[Office]] = defaultdict(list)
    for mentions in view.mentions.values():
        for mention in mentions:
            office = _read_office(mention, view)
            entity = view.find_entity(mention.article_id, mention.start, mention.end)
            if office is not None and entity is not None and entity.kind == "PER":
                held[entity.entity_id].append(office)
    for entity_id, offices in sorted(held.items()):
        dispute = _lay_side_by_side(entity_id, offices, view, settings)
        if dispute is not None:
            yield dispute


def _read_office(mention: Mention, view: StoryView) -> Office | None:
    if not mention.role or mention.role_span is None or mention.sentence_id not in view.sentences:
        return None
    core = _OF.sub("", mention.role.strip())
    after = {word for word, _, _ in find_words(mention.role[len(core) :])}
    words = [word.removesuffix("'s") for word, _, _ in find_words(core.replace("-", " "))]
    if not words or words[-1] not in _OFFICES or _TIMED & (set(words) | after) or "and" in words:
        return None
    ranks = sorted({_RANKS[word] for word in words if word in _RANKS})
    beside = (m for m in view.mentions.get(mention.sentence_id, ()) if m.kind in ("GPE", "NORP"))
    nations = {w for m in beside for w, _, _ in find_words(m.text)}
    domain = frozenset(w for w in words[:-1] if w not in _RANKS and w not in nations)
    sentence = view.sentences[mention.sentence_id]
    return Office(
        head=words[-1],
        rank=ranks[0] if ranks else None,
        domain=domain | (after - nations - {"the", "of", "for", "in", "at", "and", "to", "from"}),
        text=" ".join(mention.role.split()),
        article_id=mention.article_id,
        account=view.account(mention.article_id),
        name=mention.text,
        cite=view.cite(sentence, mention.start, mention.end),
    )


def _lay_side_by_side(
    entity_id: str, offices: list[Office], view: StoryView, settings: CompareSettings
) -> Discrepancy | None:
    ranks: dict[str, set[str | None]] = defaultdict(set)
    for office in offices:
        ranks[office.article_id].add(office.rank)
    plain = [o for o in offices if o.rank is None and ranks[o.article_id] == {None} and o.domain]
    lower = [o for o in offices if o.rank is not None and len(ranks[o.article_id]) == 1]
    sides: list[tuple[Office, Office]] = [
        (high, low)
        for high in plain
        for low in lower
        if high.head == low.head and high.domain == low.domain and _are_near(high, low, view, settings)
    ]
    if not sides:
        return None
    highs, lows = ({o.cite: o for pair in sides for o in pair[i : i + 1]} for i in (0, 1))
    entity = view.entities[entity_id]
    made = tuple(_make_side(list(group.values()), view) for group in (highs, lows))
    return Discrepancy(
        discrepancy_id=content_id("role", view.story_id, entity_id, *sorted({*highs, *lows})),
        story_id=view.story_id,
        kind="role",
        about=f"office of {entity.name}",
        verdict="conflict",
        severity=2,
        why=f"{entity.name} is called {made[0].says} in one report and {made[1].says} in another of the same days.",
        sides=made,
    )


def _are_near(left: Office, right: Office, view: StoryView, settings: CompareSettings) -> bool:
    """Two articles that are two accounts, written within days of each other, that name the person alike."""
    days = [view.period(office.article_id) for office in (left, right)]
    if left.account == right.account or days[0] is None or days[1] is None:
        return False
    apart = max(days[0].last, days[1].last) - min(days[0].first, days[1].first)
    alike = {w for w, _, _ in find_words(left.name)} & {w for w, _, _ in find_words(right.name)}
    return bool(alike) and apart.days <= settings.role_days


def _make_side(offices: list[Office], view: StoryView) -> Side:
    ordered = sorted(offices, key=lambda o: (view.written(o.article_id) or "", o.cite))
    outlets = sorted({name for o in ordered if (name := view.outlet(o.article_id))})
    return view.make_side(ordered[0].text, ", ".join(outlets[:3]) or None, (o.cite for o in ordered))
