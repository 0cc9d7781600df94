"""Every article placed in exactly one story."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.ids import content_id
from dateline.model import Copy, Judgement, Link, Placement, Profile, Record, Story
from dateline.settings import GroupSettings
from dateline.stage import Batch
from dateline.stories.judged import Judged, read_judgements
from dateline.stories.marks import merge_by_marks
from dateline.stories.stream import stream_groups

_SURE = 2.0
"""Score of a link that stands whatever the texts say: a copy."""


def group_corpus(batch: Batch, settings: GroupSettings) -> Iterable[Record]:
    """Join articles to stories by average link; copies and judgements come first and win."""
    profiles = {profile.article_id: profile for profile in batch.all(Profile)}
    links = {(link.left, link.right): link for link in batch.all(Link)}
    judged = read_judgements(batch.all(Judgement), profiles)
    sure = _sure_pairs(batch, profiles)
    apart = judged.apart_pairs()
    scores_of = {pair: link.score for pair, link in links.items()}
    if len(profiles) > settings.stream_from:
        groups = stream_groups(profiles, sorted(sure), judged, settings.stream)
    else:
        groups = _join(sorted(profiles), scores_of, sure, apart, judged, settings)
        groups = merge_by_marks(groups, profiles, scores_of, apart, settings)
    for members in groups:
        story_id = name_story(members, profiles)
        scores = {member: _mean_score(member, members, links) for member in members}
        central = max(members, key=lambda member: (bool(profiles[member].title), scores[member], member))
        title = profiles[central].title or "Untitled story"
        yield Story(story_id=story_id, title=title, articles=tuple(members))
        for member in members:
            yield Placement(
                article_id=member,
                story_id=story_id,
                score=round(scores[member], 4),
                why=judged.why.get(member) or _explain(member, members, links, sure),
            )


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


def _join(
    articles: Sequence[str],
    scores: Mapping[tuple[str, str], float],
    sure: Mapping[tuple[str, str], str],
    apart: set[tuple[str, str]],
    judged: Judged,
    settings: GroupSettings,
) -> list[list[str]]:
    """Agglomerate by average link: always the best-linked two groups, until none reaches the threshold."""
    weights = dict(scores) | dict.fromkeys(sure, _SURE)
    group_of = {article: judged.home.get(article, article) for article in articles}
    members: dict[str, list[str]] = defaultdict(list)
    for article in articles:
        members[group_of[article]].append(article)
    for (left, right), score in sorted(weights.items(), key=lambda item: (-item[1], item[0])):
        a, b = group_of.get(left), group_of.get(right)
        if a is None or b is None or a == b:
            continue
        cross = [(min(x, y), max(x, y)) for x in members[a] for y in members[b]]
        if any(pair in apart for pair in cross):
            continue
        mean = sum(min(1.0, weights.get(pair, 0.0)) for pair in cross) / len(cross)
        if score < _SURE and mean < settings.threshold:
            continue
        keep, gone = sorted((a, b))
        members[keep] = sorted(members[keep] + members.pop(gone))
        group_of.update(dict.fromkeys(members[keep], keep))
    return sorted(members.values())


def _mean_score(member: str, members: Sequence[str], links: Mapping[tuple[str, str], Link]) -> float:
    others = [other for other in members if other != member]
    found = [links[key].score for other in others if (key := (min(member, other), max(member, other))) in links]
    return sum(found) / len(others) if others else 1.0


def _explain(
    member: str,
    members: Sequence[str],
    links: Mapping[tuple[str, str], Link],
    sure: Mapping[tuple[str, str], str],
) -> str:
    if len(members) == 1:
        return "no other article tells of it"
    reasons: dict[str, list[str]] = defaultdict(list)
    for other in members:
        key = (min(member, other), max(member, other))
        if key in sure:
            return f"{sure[key]} of {other}"
        if key in links:
            reasons[f"{links[key].score:.3f}"].append(links[key].why)
    return max(reasons.items())[1][0] if reasons else "joined through others of the story"
