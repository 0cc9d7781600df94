"""Finds persons whose office reports give differently: "unification minister", "deputy unification minister"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.compare.view import StoryView
from dateline.compare.wordlists import word_set
from dateline.dates import days_between
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


def find_left_offices(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every person whom one report calls holder of an office and another its former holder,
    where no report tells that the person left it."""
    held: dict[str, list[Mention]] = defaultdict(list)
    for mentions in view.mentions.values():
        for mention in mentions:
            entity = view.find_entity(mention.article_id, mention.start, mention.end) if mention.role else None
            if entity is not None and entity.kind == "PER":
                held[entity.entity_id].append(mention)
    for entity_id, rows in sorted(held.items()):
        if len({row.article_id for row in rows}) > 1 and not _is_told_to_leave(entity_id, view):
            found = _lay_terms(entity_id, rows, view, settings)
            if found is not None:
                yield found


_LEFT = re.compile(r"\b(?:former|ex|onetime|one-time)[\s-]+(.+)", re.I)
_LEAVING = frozenset(
    {"resign", "dismiss", "retire", "replace", "quit", "fire", "oust", "die", "remove", "leave", "kill"}
)
_LIFELONG = word_set("president senator governor ambassador general secretary speaker")
"""Offices by whose title people are called for life."""


def _is_told_to_leave(entity_id: str, view: StoryView) -> bool:
    events = (e for row in view.triggers.values() for t in row if t.lemma in _LEAVING or t.word in _LEAVING
              if (e := view.events.get(t.event_id)) is not None)  # fmt: skip
    return any(entity_id in (*event.actors, *event.targets) for event in events)


def _lay_terms(entity_id: str, rows: list[Mention], view: StoryView, settings: CompareSettings) -> Discrepancy | None:
    former: dict[str, list[Mention]] = defaultdict(list)
    plain: dict[str, list[Mention]] = defaultdict(list)
    for row in rows:
        match = _LEFT.search(row.role or "")
        head = _find_head(match.group(1) if match else row.role or "")
        timed = _TIMED & {w for w, _, _ in find_words(match.group(1) if match else row.role or "")}
        if head is not None and not timed and (match or _is_of_a_place(row, view)):
            (former if match else plain)[head].append(row)
    for head in sorted(former.keys() & plain.keys() - _LIFELONG):
        accounts = [{view.account(m.article_id) for m in side} for side in (plain[head], former[head])]
        sides = [_side_of(side, view) for side in (plain[head], former[head])]
        if not accounts[0] & accounts[1] and sides[0] is not None and sides[1] is not None:
            name = view.entities[entity_id].name
            near = all(_are_close(one, other, view, settings) for one in plain[head] for other in former[head])
            return Discrepancy(
                discrepancy_id=content_id("left", view.story_id, entity_id, head),
                story_id=view.story_id,
                kind="role",
                about=f"office of {name}",
                verdict="conflict" if near else "update",
                severity=2,
                why=f"{name} is called {sides[0].says} in one report and {sides[1].says} in another; none tells that "
                "the office changed hands.",
                sides=(sides[0], sides[1]),
            )
    return None


def _are_close(one: Mention, other: Mention, view: StoryView, settings: CompareSettings) -> bool:
    days = view.period(one.article_id), view.period(other.article_id)
    return days[0] is not None and days[1] is not None and days_between(days[0], days[1]) <= settings.role_days


def _is_of_a_place(mention: Mention, view: StoryView) -> bool:
    """Whether an office says of what: "mayor of Lyth", "Lyth's mayor". A bare title is courtesy, and kept for life."""
    role, span = mention.role or "", mention.role_span
    before = view.articles[mention.article_id].text[max(0, span[0] - 3) : span[0]] if span else ""
    return len(role.split()) > 1 or before.rstrip().endswith(("'s", "’s"))


def _find_head(role: str) -> str | None:
    core = _OF.sub("", role.strip())
    words = [word.removesuffix("'s") for word, _, _ in find_words(core.replace("-", " "))]
    return words[-1] if words and words[-1] in _OFFICES else None


def _side_of(rows: list[Mention], view: StoryView) -> Side | None:
    cites = [view.cite(view.sentences[m.sentence_id], m.start, m.end) for m in rows if m.sentence_id in view.sentences]
    outlets = sorted({name for m in rows if (name := view.outlet(m.article_id))})
    says = " ".join((rows[0].role or "").split())
    return view.make_side(says, ", ".join(outlets[:3]) or None, cites) if cites else None


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
