"""Finds deeds that one report denies and a later one tells as done. A plan that came true is no difference."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.compare.phrasing import say_day
from dateline.compare.view import StoryView
from dateline.compare.wordlists import word_set
from dateline.dates import parse_cut
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, Event, EventMention, Sentence, Side
from dateline.settings import CompareSettings
from dateline.words import find_words

_COMMON = word_set(
    "say tell announce report add state be have do make take give get go come know think believe want need use see "
    "show call ask continue begin start try seem expect hope plan decide agree happen include hold meet travel order "
    "publish visit demand threaten support accuse notify launch raise cut hit"
)
"""Triggers too common, or too often repeated, for two mentions to be one deed by their word."""
_SHARED_WORDS = 2
_SHARED_PART = 0.4
"""Words of four letters or more that two clauses must share beside the trigger, as a number and as a share of the
smaller clause: two deeds of one actor in one story often share one word, seldom more."""
_OPEN = re.compile(r"\b(?:yet|whether|unclear|determin\w+|unknown|if)\b", re.I)
"""Words that leave a deed open and so deny nothing."""
_NEGATED = re.compile(
    r"\b(?:not|no|never|nor|neither|without|unable|fail\w*|cannot|den(?:y|ies|ied)|refus\w+)\b|n['’]t\b", re.I
)
"""Words by which a sentence may tell that something was not done."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One mention of a deed: its event, who speaks, and the words and names of its clause."""

    event: Event
    trigger: EventMention
    written: str
    speaker: str | None
    denied: bool
    names: frozenset[str]
    words: frozenset[str]
    cite: Cite


def find_status_changes(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every deed that an earlier report denies and a later one tells as done."""
    del settings
    classes: dict[str, list[Telling]] = defaultdict(list)
    for trigger in (t for row in view.triggers.values() for t in row):
        telling = _read_telling(trigger, view)
        if telling is not None:
            classes[trigger.lemma].append(telling)
    for lemma, tellings in sorted(classes.items()):
        done = [t for t in tellings if t.event.status == "actual"]
        denied = [t for t in tellings if t.denied]
        pairs = [(o, d) for o in denied for d in done if _replaces(o, d, view)]
        if pairs:
            yield _make(lemma, pairs, view)


def _read_telling(trigger: EventMention, view: StoryView) -> Telling | None:
    event, sentence = view.events.get(trigger.event_id), view.sentences.get(trigger.sentence_id)
    written = view.written(trigger.article_id)
    if event is None or sentence is None or written is None or trigger.lemma in _COMMON or trigger.noun:
        return None
    if sentence.kind != "body" or not sentence.start <= trigger.start < trigger.end <= sentence.end:
        return None
    said = view.articles[trigger.article_id].text[sentence.start : sentence.end]
    claim = view.find_claim(trigger.article_id, trigger.start, trigger.end)
    denied = event.status == "denied" or (claim is not None and claim.stance == "denies" and event.status != "actual")
    if (_OPEN if denied else _NEGATED).search(said):
        return None
    owner = view.find_entity(trigger.article_id, sentence.start, trigger.start) if denied else None
    return Telling(
        event=event,
        trigger=trigger,
        written=written[:10],
        speaker=claim.speaker if claim is not None else None,
        denied=denied,
        names=frozenset({*event.actors, *event.targets, *({owner.entity_id} if owner is not None else ())}),
        words=_find_words(trigger, sentence, view),
        cite=view.cite(sentence, trigger.start, trigger.end),
    )


def _find_words(trigger: EventMention, sentence: Sentence, view: StoryView) -> frozenset[str]:
    text = view.articles[trigger.article_id].text
    low, high = max(sentence.start, trigger.clause[0]), min(sentence.end, trigger.clause[1])
    clause = f"{text[low : trigger.start]} {text[trigger.end : high]}"
    return frozenset(word.removesuffix("'s") for word, _, _ in find_words(clause) if len(word) > 3)


def _replaces(other: Telling, done: Telling, view: StoryView) -> bool:
    """Whether a telling of a deed as done comes later than, and is of the same deed as, one that it was not."""
    shared = other.words & done.words
    smaller = min(len(other.words), len(done.words))
    return (
        other.written < done.written
        and (other.speaker is None or done.speaker is None or other.speaker == done.speaker)
        and view.account(other.event.article_id) != view.account(done.event.article_id)
        and bool(other.names & done.names)
        and len(shared) >= _SHARED_WORDS
        and len(shared) >= _SHARED_PART * smaller
        and _comes_after(other, done)
    )


def _comes_after(other: Telling, done: Telling) -> bool:
    """Whether a deed can have been done after it was denied."""
    day, written = parse_cut(done.event.first), parse_cut(other.written)
    return day is None or (written is not None and day.last >= written.first)


def _make(lemma: str, pairs: list[tuple[Telling, Telling]], view: StoryView) -> Discrepancy:
    others, done = ({t.cite: t for t in group}.values() for group in zip(*pairs, strict=True))
    sides = (_make_side(list(others), view), _make_side(list(done), view))
    early, late = min(t.written for t in others), min(t.written for t in done)
    cites = sorted({cite for side in sides for cite in side.cites})
    return Discrepancy(
        discrepancy_id=content_id("status", view.story_id, lemma, "denied", *cites),
        story_id=view.story_id,
        kind="status",
        about=sides[1].says,
        verdict="update",
        severity=2,
        why=f"Told as not so on {say_day(early)}, as done on {say_day(late)}: the later replaces the earlier.",
        sides=sides,
    )


def _make_side(tellings: list[Telling], view: StoryView) -> Side:
    ordered = sorted(tellings, key=lambda t: (t.written, t.cite))
    first = ordered[0]
    clause = view.articles[first.cite.article_id].text[slice(*first.trigger.clause)]
    speakers = sorted({t.speaker for t in ordered if t.speaker})
    outlets = sorted({name for t in ordered if (name := view.outlet(t.event.article_id))})
    return view.make_side(
        " ".join((clause or first.cite.quote).split()),
        ", ".join((speakers or outlets)[:3]) or None,
        (t.cite for t in ordered),
    )
