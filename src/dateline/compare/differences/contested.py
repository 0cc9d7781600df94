"""Finds what a report itself sets right: "what he really told her was …", against what another source had him say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.compare.view import StoryView
from dateline.ids import content_id
from dateline.model import Claim, Discrepancy, EventMention, Sentence
from dateline.settings import CompareSettings

_REALLY = re.compile(
    r"\b(?:really|actually|in fact|in reality) (?:told|said|asked|promised|agreed|offered|demanded|wanted|urged"
    r"|ordered)\b"
    r"|\b(?:told|asked|promised|offered|urged|ordered) \w+ (?:really|actually|in fact|in reality)\b",
    re.I,
)
"""A telling of words that holds another telling of them to be untrue."""
_TELLING = frozenset("tell say ask promise agree offer demand want urge order request call announce".split())
_REACH = 4
"""Sentences before the one that sets it right in which the other telling stands."""


def find_contested(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every sentence that says what someone really told another, where a sentence shortly
    before tells it after another source."""
    del settings
    ordered = sorted((s for s in view.sentences.values() if s.kind == "body"), key=lambda s: (s.article_id, s.start))
    for at, sentence in enumerate(ordered):
        text = view.articles[sentence.article_id].text
        match = _REALLY.search(text, sentence.start, sentence.end)
        if match is None:
            continue
        speaker = _find_speaker(sentence, sentence.end, view)
        before = [s for s in ordered[max(0, at - _REACH) : at] if s.article_id == sentence.article_id]
        names = _find_names(sentence, view)
        tied = [s for s in before if len(names & _find_names(s, view)) > 1 and _tells(s, names, view)]
        other = max(tied, key=lambda s: s.start, default=None)
        if other is not None and speaker is not None and _find_speaker(other, other.end, view) != speaker:
            yield _make(other, sentence, match.span(), view)


def _find_names(sentence: Sentence, view: StoryView) -> frozenset[str]:
    rows = view.references.get(sentence.article_id, ())
    return frozenset(r.entity_id for r in rows if sentence.start <= r.start and r.end <= sentence.end)


def _tells(sentence: Sentence, names: frozenset[str], view: StoryView) -> bool:
    """Whether a sentence has one of some persons tell or ask something of another."""
    triggers = view.triggers.get(sentence.sentence_id, ())
    return any(_is_telling(t) and _takes_part(t, names, view) for t in triggers) or any(
        claim.speaker and any(view.entities[e].name == claim.speaker for e in names if e in view.entities)
        for claim in _find_claims(sentence, view)
    )


def _is_telling(trigger: EventMention) -> bool:
    return trigger.word in _TELLING or trigger.lemma in _TELLING


def _takes_part(trigger: EventMention, names: frozenset[str], view: StoryView) -> bool:
    event = view.events.get(trigger.event_id)
    return event is not None and bool(names & {*event.actors, *event.targets})


def _find_claims(sentence: Sentence, view: StoryView) -> list[Claim]:
    rows = view.claims.get(sentence.article_id, ())
    return [claim for claim in rows if sentence.start <= claim.cite.start < claim.cite.end <= sentence.end]


def _find_speaker(sentence: Sentence, at: int, view: StoryView) -> str | None:
    """Return whom a sentence, up to a place, gives its words to: the first of its speakers."""
    claims = sorted(_find_claims(sentence, view), key=lambda c: c.cite.end, reverse=True)
    for claim in claims:
        if claim.cite.start <= at:
            return claim.speaker or " ".join(claim.speakers[-1:]) or None
    return None


def _make(other: Sentence, sentence: Sentence, spot: tuple[int, int], view: StoryView) -> Discrepancy:
    cites = view.cite(other, other.start, other.end), view.cite(sentence, *spot)
    speakers = _find_speaker(other, other.end, view), _find_speaker(sentence, sentence.end, view)
    text = view.articles[sentence.article_id].text
    words = " ".join(text[spot[0] : spot[1]].split())
    return Discrepancy(
        discrepancy_id=content_id("contested", view.story_id, *cites),
        story_id=view.story_id,
        kind="polarity",
        about="what was said between two parties",
        verdict="conflict",
        severity=3,
        why=f"A dispute between sources: the report itself sets the one telling against the other (“{words}”).",
        sides=tuple(
            view.make_side(" ".join(cite.quote.split()), speaker, (cite,))
            for cite, speaker in zip(cites, speakers, strict=True)
        ),
    )
