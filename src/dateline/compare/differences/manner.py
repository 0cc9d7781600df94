"""Finds a blow that reports describe in different ways: "punched the guard", "pushed and kicked the guard"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.compare.view import StoryView
from dateline.compare.wordlists import word_set
from dateline.dates import days_between
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, EventMention, Side
from dateline.settings import CompareSettings
from dateline.words import find_words

_MANNERS = word_set(
    "punch kick slap push shove stab strangle choke bite headbutt trample suffocate smother drown poison behead "
    "burn hang "
    "tackle scratch spit stamp beat bludgeon club whip shoot"
)
"""Verbs that say how someone was hurt; ``hit`` and ``attack`` leave it open."""
_OPEN_TARGETS = word_set(
    "people person man woman men women others other crowd them him her it us me you someone victim victims body "
    "boy girl"
)
"""Words for whom it befell that may mean anyone."""


@dataclass(frozen=True, slots=True)
class Blow:
    """One telling of how someone was hurt."""

    manner: str
    target: str
    actors: frozenset[str]
    article_id: str
    cite: Cite


def find_manner_disputes(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every target of violence whose hurt articles of two origins tell in other verbs alone."""
    told: dict[str, list[Blow]] = defaultdict(list)
    for row in view.triggers.values():
        for trigger in row:
            blow = _read_blow(trigger, view)
            if blow is not None:
                told[blow.target].append(blow)
    for target, blows in sorted(told.items()):
        found = _lay_side_by_side(target, blows, view, settings)
        if found is not None:
            yield found


def _read_blow(trigger: EventMention, view: StoryView) -> Blow | None:
    word, sentence = trigger.word or trigger.lemma, view.sentences.get(trigger.sentence_id)
    if word not in _MANNERS or trigger.noun or trigger.status != "actual" or trigger.target is None or sentence is None:
        return None
    if sentence.kind != "body" or not sentence.start <= trigger.start < trigger.end <= sentence.end:
        return None
    words = [w for w, _, _ in find_words(view.articles[trigger.article_id].text[slice(*trigger.target)])]
    head = words[-1].removesuffix("s") if words else ""
    if not head or words[-1] in _OPEN_TARGETS or head in _OPEN_TARGETS:
        return None
    event = view.events.get(trigger.event_id)
    actors = frozenset(event.actors) if event is not None else frozenset()
    return Blow(word, head, actors, trigger.article_id, view.cite(sentence, trigger.start, trigger.end))


def _lay_side_by_side(target: str, blows: list[Blow], view: StoryView, settings: CompareSettings) -> Discrepancy | None:
    by_article: dict[str, set[str]] = defaultdict(set)
    for blow in blows:
        by_article[blow.article_id].add(blow.manner)
    sets = sorted({frozenset(manners) for manners in by_article.values()}, key=sorted)
    pairs = [(one, other) for one in sets for other in sets if sorted(one) < sorted(other) and not one & other]
    for one, other in pairs:
        sides = [[b for b in blows if by_article[b.article_id] <= set(s)] for s in (one, other)]
        if _are_of_one(sides[0], sides[1], view, settings):
            return _make(target, sides, blows, by_article, view)
    return None


def _are_of_one(left: list[Blow], right: list[Blow], view: StoryView, settings: CompareSettings) -> bool:
    """Whether two groups are of different origins, of the same days, and name no two different doers."""
    origins = [{view.origin(b.article_id) for b in group} for group in (left, right)]
    actors = [frozenset[str]().union(*(b.actors for b in group)) for group in (left, right)]
    days = [view.period(group[0].article_id) for group in (left, right)]
    near = days[0] is not None and days[1] is not None and days_between(days[0], days[1]) <= settings.role_days
    return not origins[0] & origins[1] and near and (not actors[0] or not actors[1] or bool(actors[0] & actors[1]))


def _make(
    target: str, sides: list[list[Blow]], blows: list[Blow], by_article: dict[str, set[str]], view: StoryView
) -> Discrepancy:
    other = {b.manner for b in sides[1]}
    right = [
        b
        for b in blows
        if by_article[b.article_id] & other and not by_article[b.article_id] & {b.manner for b in sides[0]}
    ]
    made = tuple(_make_side(group, view) for group in (sides[0], right))
    return Discrepancy(
        discrepancy_id=content_id("manner", view.story_id, target, *sorted(c for s in made for c in s.cites)),
        story_id=view.story_id,
        kind="name",
        about=f"what was done to the {target}",
        verdict="wording",
        severity=2,
        why=f"One report says {made[0].says}, another {made[1].says}; neither has the other's words.",
        sides=made,
    )


def _make_side(blows: list[Blow], view: StoryView) -> Side:
    outlets = sorted({name for b in blows if (name := view.outlet(b.article_id))})
    manners = sorted({b.manner for b in blows})
    return view.make_side(", ".join(manners), ", ".join(outlets[:3]) or None, (b.cite for b in blows))
