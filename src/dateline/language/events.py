"""Events: triggers with their clause, who, whom, where and when, and whether they are told as having happened.

The network says which words are events and of what type and status; lists of event words stand beside it, and say which
words tell of one kind of occurrence. The tree says who, whom, where and when.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.ids import content_id
from dateline.language.clauses import Tense, clause_bounds, is_denied, is_main, is_main_noun, read_predicate
from dateline.language.event_roles import choose_participant, find_participants, find_place, find_subject
from dateline.language.event_status import is_hedged, is_scheduled, join_status, judge_status
from dateline.language.event_times import Candidate, Dated, attach_times
from dateline.language.reading import Reading, ReadSentence, SeenEvent, Span, Vectors
from dateline.language.terms import idf_of
from dateline.language.tree import Tree, plant_tree
from dateline.language.triggers import Trigger, noun_trigger, verb_trigger
from dateline.model import EventMention, Mention, Status, TimeExpression
from dateline.vectors import pack_vector
from dateline.words import fold

LEAST_SEEN = 0.5
"""Least probability of a trigger that the network sees: F1 is highest from .4 to .5 (evals/eval_events.py, dev), and a
lower bound for words that the lists hold brings nothing."""
LEAST_KIND = 0.6
"""Least probability of a type that the network sees, where the lists give another: .4 to .8 differ by .008 in types
right (evals/eval_events.py, dev)."""


_STATING = frozenset({"say", "claim", "confirm", "disclose", "publish"})
"""Classes of words by which somebody makes news: they are events without a day, too, though the network, which was
taught to pass over words of saying, sees none."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence with all that its events are read from."""

    reading: Reading
    read: ReadSentence
    tree: Tree
    candidates: Mapping[int, Candidate]
    times: Sequence[TimeExpression]
    places: Sequence[Span]
    vectors: Vectors | None
    """Of the sentence's tokens."""


def find_events(
    reading: Reading, mentions: Sequence[Mention], times: Sequence[TimeExpression], given: Collection[int] = ()
) -> tuple[EventMention, ...]:
    """Return the event mentions of an article in order: those of titles and captions too, none of questions.

    ``given`` are offsets of words that are taken for events whatever they look like, for scoring what comes after.
    """
    by_sentence: dict[str, list[TimeExpression]] = {}
    for time in times:
        by_sentence.setdefault(time.sentence_id, []).append(time)
    places = tuple((m.start, m.end) for m in mentions if m.kind in ("GPE", "LOC", "FAC"))
    seen = {event.trigger[0]: event for event in reading.seen.events}
    found: list[EventMention] = []
    first = 0
    for read in reading.sentences:
        vectors = None if reading.token_vectors is None else reading.token_vectors[first : first + len(read.tokens)]
        first += len(read.tokens)
        if any(token.text == "?" for token in read.tokens[-2:]) and not given:
            continue
        tree = plant_tree(read.tokens)
        own = by_sentence.get(read.sentence.sentence_id, ())
        candidates = _find_candidates(tree, seen, given)
        found.extend(_read_scene(_Scene(reading, read, tree, candidates, own, places, vectors)))
    return tuple(found)


def _find_candidates(tree: Tree, seen: Mapping[int, SeenEvent], given: Collection[int]) -> dict[int, Candidate]:
    """Return the words of a sentence that may be events, by position."""
    found = {}
    for at, token in enumerate(tree.tokens):
        event = seen.get(token.start)
        trigger = _name_trigger(tree, at, event)
        if token.start in given:
            trigger = Trigger(trigger.name, trigger.type) if trigger else Trigger(token.lemma, "OTHER")
        if trigger is not None:
            noun = token.upos in ("NOUN", "PROPN") and not tree.below(at, "cop")
            found[at] = Candidate(at, trigger, None if noun else read_predicate(tree, at), event)
    return found


def _name_trigger(tree: Tree, at: int, seen: SeenEvent | None) -> Trigger | None:
    """Return class and type of a word that may be an event: the network's type where it is sure, else the lists'."""
    token = tree.tokens[at]
    listed = None
    if token.tag.startswith("VB") and token.upos != "AUX":
        listed = verb_trigger(tree.tokens, at)
    elif token.tag in ("NN", "NNS"):
        listed = noun_trigger(tree.tokens, at)
    if seen is None or seen.score < LEAST_SEEN:
        bare = token.relation in ("amod", "compound")
        bare = bare or (listed is not None and listed.weak and token.tag in ("VBZ", "VBP"))
        return Trigger(listed.name, listed.type, weak=True) if listed and not bare else None
    if listed is None or listed.weak:
        return Trigger(listed.name if listed else token.lemma, seen.kind)
    return Trigger(listed.name, seen.kind if seen.kind_score >= LEAST_KIND else listed.type)


def _read_scene(scene: _Scene) -> list[EventMention]:
    time_of = attach_times(scene.tree, scene.candidates, scene.times)
    kept = [
        c for at, c in scene.candidates.items() if at in time_of or not c.trigger.weak or _is_statement(scene.tree, c)
    ]
    mains = _find_mains(scene.tree, kept)
    return [_make_mention(scene, c, time_of.get(c.head), main=c.head in mains) for c in kept]


def _is_statement(tree: Tree, candidate: Candidate) -> bool:
    """True for a sentence that tells what somebody named or described said: news by itself."""
    told = candidate.predicate is not None and candidate.predicate.form == "finite"
    if candidate.trigger.name not in _STATING or not told or not is_main(tree, candidate.head):
        return False
    speaker = find_subject(tree, candidate.head)
    return speaker is not None and tree.tokens[speaker].upos in ("NOUN", "PROPN")


def _find_mains(tree: Tree, candidates: Iterable[Candidate]) -> set[int]:
    """Return the triggers that the sentence is about: finite verbs of the main clause or of what somebody is said to
    have said; nouns only where no such verb tells of anything."""
    told = {
        c.head: c.trigger.weak
        for c in candidates
        if c.predicate and c.predicate.form in ("finite", "infinitive", "none", "participle") and is_main(tree, c.head)
    }
    if not all(told.values()):
        return set(told)
    return set(told) | {c.head for c in candidates if c.predicate is None and is_main_noun(tree, c.head)}


def _make_mention(scene: _Scene, candidate: Candidate, dated: Dated | None, *, main: bool) -> EventMention:
    tree, at, predicate, seen = scene.tree, candidate.head, candidate.predicate, candidate.seen
    token, article_id = tree.tokens[at], scene.reading.article.article_id
    start, end = clause_bounds(tree, at)
    status, tense = _judge(tree, candidate, dated)
    people = find_participants(tree, at, candidate.trigger, predicate, seen)
    days = [(other.start, other.end) for other in scene.times]
    return EventMention(
        event_id=content_id("event", article_id, token.start, token.end),
        article_id=article_id,
        sentence_id=scene.read.sentence.sentence_id,
        start=token.start,
        end=token.end,
        lemma=candidate.trigger.name,
        type=candidate.trigger.type,
        clause=(tree.tokens[start].start, tree.tokens[end - 1].end),
        actor=choose_participant(tree, people.actor, "actor", seen, days),
        target=choose_participant(tree, people.target, "target", seen, days),
        place=find_place(tree, at, seen, scene.places, days),
        time_id=dated.time.time_id if dated else None,
        tense="past" if predicate and predicate.perfect and tense == "present" else tense,
        status=status,
        background=bool(predicate and predicate.perfect and predicate.tense == "past"),
        noun=predicate is None,
        main=main,
        word=token.lemma,
        rarity=round(idf_of(fold(token.lemma)), 3),
        vector=b"" if scene.vectors is None else pack_vector(scene.vectors[at]),
    )


def _judge(tree: Tree, candidate: Candidate, dated: Dated | None) -> tuple[Status, Tense | None]:
    """Return status and tense. Plain words ("not", "may", "set for Monday") decide; else the network has most weight.
    An event noun that gets its day from a verb has the verb's status: "the trial is due to begin on Monday"."""
    at, predicate, seen = candidate.head, candidate.predicate, candidate.seen
    if dated and is_scheduled(tree, at if predicate else dated.holder, dated.top):
        return "planned", "future"
    if predicate is None and dated and _is_told_by(tree, at, dated.holder):
        return judge_status(tree, dated.holder, read_predicate(tree, dated.holder))
    status, tense = judge_status(tree, at, predicate)
    if predicate and status in ("denied", "possible") and (is_denied(tree, at) or is_hedged(tree, predicate)):
        return status, tense
    return join_status(status, seen.statuses if seen else None), tense


def _is_told_by(tree: Tree, noun: int, verb: int) -> bool:
    """True for "the trial begins", "an announcement made"."""
    return tree.tokens[verb].upos in ("VERB", "AUX") and noun in (tree.head(verb), find_subject(tree, verb))
