"""Every article placed in exactly one story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from dateline.ids import content_id
from dateline.model import Copy, Judgement, Link, Placement, Profile, Record, Story
from dateline.settings import GroupSettings
from dateline.stage import Batch
from dateline.stories.joining import Groups, bind
from dateline.stories.judged import Judged, read_judgements
from dateline.stories.likeness import View, chance, explain, join_views, view_of
from dateline.stories.marks import join_leftovers
from dateline.stories.split import split_groups
from dateline.stories.stream import stream_groups

_LARGE = 40
"""Articles from which one more or less changes nothing in what a story tells."""


def group_corpus(batch: Batch, settings: GroupSettings) -> Iterable[Record]:
    """Join articles to stories; copies and judgements come first and win."""
    profiles = {profile.article_id: profile for profile in batch.all(Profile)}
    judged = read_judgements(batch.all(Judgement), profiles)
    sure = _sure_pairs(batch, profiles)
    views = {article: view_of(profiles[article]) for article in sorted(profiles)}
    if len(profiles) > settings.stream_from:
        groups = stream_groups(profiles, sorted(sure), judged, settings.stream)
        groups = split_groups(groups, views, sorted(sure), judged, settings)
    else:
        linked = [(link.left, link.right) for link in batch.all(Link)]
        groups = _group_pile(views, linked, sure, judged, settings)
    for members in groups:
        yield from _place(members, profiles, views, sure, judged)


def _group_pile(
    views: Mapping[str, View],
    linked: Iterable[tuple[str, str]],
    sure: Iterable[tuple[str, str]],
    judged: Judged,
    settings: GroupSettings,
) -> list[list[str]]:
    """Return the articles of a pile in groups, each in the order of its ids."""
    groups = Groups(bind(list(views), sure, judged.sets(), judged.may_join), views, linked, judged.may_join)
    groups.agglomerate(settings.least_chance)
    join_leftovers(groups, views, settings)
    return groups.list_members()


def _place(
    members: Sequence[str],
    profiles: Mapping[str, Profile],
    views: Mapping[str, View],
    sure: Mapping[tuple[str, str], str],
    judged: Judged,
) -> Iterator[Record]:
    """Yield a story and the placing of each of its articles."""
    story_id = name_story(members, profiles)
    whole = join_views([views[member] for member in members])
    rests = {member: _find_rest(member, members, views, whole) for member in members}
    scores = {member: chance(views[member], rest) if rest else 1.0 for member, rest in rests.items()}
    central = max(members, key=lambda member: (bool(profiles[member].title), round(scores[member], 4), member))
    yield Story(story_id=story_id, title=profiles[central].title or "Untitled story", articles=tuple(members))
    for member in members:
        rest = rests[member]
        told = explain(views[member], rest) if rest else "no other article tells of it"
        why = judged.why.get(member) or _name_copy(member, members, sure) or told
        yield Placement(article_id=member, story_id=story_id, score=round(scores[member], 4), why=why)


def _find_rest(member: str, members: Sequence[str], views: Mapping[str, View], whole: View) -> View | None:
    """Return what the other articles of a story tell together; of a large story all of it, which costs less."""
    if len(members) == 1:
        return None
    return whole if len(members) > _LARGE else join_views([views[other] for other in members if other != member])


def _name_copy(member: str, members: Sequence[str], sure: Mapping[tuple[str, str], str]) -> str | None:
    """Return whose copy an article is, or of which other it is the original, where it is one."""
    for other in members:
        if (why := sure.get((min(member, other), max(member, other)))) is not None:
            return f"{why} of {other}"
    return None


def name_story(members: Sequence[str], profiles: Mapping[str, Profile]) -> str:
    """Return a story's id, taken from its first article by day: later ones do not change it, and of two stories that
    become one the older's stays."""
    return content_id("story", min(members, key=lambda member: (profiles[member].day or "~", member)))


def _sure_pairs(batch: Batch, profiles: Mapping[str, Profile]) -> dict[tuple[str, str], str]:
    """Return the pairs that belong together whatever their score, with the reason."""
    sure = {
        (min(copy.article_id, copy.of), max(copy.article_id, copy.of)): f"{copy.kind} copy"
        for copy in batch.all(Copy)
        if copy.kind not in ("partial", "quote")
    }
    return {pair: why for pair, why in sure.items() if pair[0] in profiles and pair[1] in profiles}
