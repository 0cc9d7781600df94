"""Events: triggers with their clause, who, whom, where and when, and whether they are told as having happened."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.ids import content_id
from dateline.language.clauses import clause_bounds, in_main_clause, path_cost
from dateline.language.event_status import Tense, is_scheduled, judge_status
from dateline.language.event_times import Candidate, Scene, attach_times, noun_beside
from dateline.language.phrases import NounPhrase, VerbGroup, find_noun_phrases, find_verb_groups, is_adjectival
from dateline.language.reading import Reading, ReadSentence, Token
from dateline.language.triggers import is_light, is_saying, noun_trigger, verb_trigger
from dateline.model import EventMention, Mention, Status, TimeExpression

_PLACE_WORDS = frozenset({"in", "at", "near", "outside", "to", "from", "into", "off", "on", "around", "inside"})
_OPENING_ASIDES = frozenset({"since", "after", "before", "following", "despite", "amid", "although", "while"})


def find_events(
    reading: Reading, mentions: Sequence[Mention], times: Sequence[TimeExpression]
) -> tuple[EventMention, ...]:
    """Return the event mentions of an article in order: those of titles and captions too, none of questions."""
    by_sentence: dict[str, list[TimeExpression]] = {}
    for time in times:
        by_sentence.setdefault(time.sentence_id, []).append(time)
    places = {(m.start, m.end) for m in mentions if m.kind in ("GPE", "LOC", "FAC")}
    found: list[EventMention] = []
    for sentence in reading.sentences:
        found.extend(_read_sentence(reading, sentence, by_sentence.get(sentence.sentence.sentence_id, ()), places))
    return tuple(found)


def _read_sentence(
    reading: Reading, read: ReadSentence, times: Sequence[TimeExpression], places: Iterable[tuple[int, int]]
) -> list[EventMention]:
    tokens = read.tokens
    if any(token.text == "?" for token in tokens[-2:]):
        return []
    phrases, groups = find_noun_phrases(tokens), find_verb_groups(tokens)
    candidates = _find_candidates(tokens, phrases, groups)
    scene = Scene(tokens, candidates, phrases, groups)
    mains = _find_mains(tokens, candidates, groups)
    time_of = attach_times(scene, times)
    own = {time.time_id: time for time in times}
    return [
        _make_mention(reading, read, scene, candidate, own.get(time_of.get(candidate.head, "")), times, places, mains)
        for candidate in candidates
        if candidate.head in time_of or not candidate.trigger.weak
    ]


def _find_candidates(
    tokens: Sequence[Token], phrases: Sequence[NounPhrase], groups: Sequence[VerbGroup]
) -> list[Candidate]:
    """Return the triggers of a sentence: main verbs that tell of a happening, and nouns that name one."""
    found = [
        Candidate(group.head, trigger, group)
        for group in groups
        if (trigger := verb_trigger(tokens, group.head)) and not is_adjectival(tokens, group)
    ]
    found += [
        Candidate(phrase.head, trigger, None)
        for phrase in phrases
        if tokens[phrase.head].tag in ("NN", "NNS") and (trigger := noun_trigger(tokens, phrase.head))
    ]
    return sorted(found, key=lambda candidate: candidate.head)


def _find_mains(tokens: Sequence[Token], candidates: Sequence[Candidate], groups: Sequence[VerbGroup]) -> set[int]:
    """Return the triggers that the sentence is about: finite verbs of the main clause or of what somebody is said to
    have said; nouns only where no such verb tells of anything, and outside an opening aside ("Since the report, …")."""
    told = {
        c.head
        for c in candidates
        if c.group
        and c.group.form == "finite"
        and in_main_clause(tokens, c.head)
        and not _is_reduced(tokens, c.group, groups)
    }
    if any(c.head in told and not c.trigger.weak for c in candidates):
        return told
    comma = next((at for at, token in enumerate(tokens) if token.text == ","), 0)
    opening = comma if tokens[0].text.lower() in _OPENING_ASIDES else 0
    return told | {c.head for c in candidates if c.group is None and c.head >= opening}


def _is_reduced(tokens: Sequence[Token], group: VerbGroup, groups: Sequence[VerbGroup]) -> bool:
    """True for a second finite verb that nothing joins to the first: a reduced relative ("got a letter sent on Monday")
    whose participle looks like a past tense."""
    before = [other for other in groups if other.end <= group.start and other.form == "finite"]
    if not before or is_saying(before[-1].lemma) or tokens[group.head].tag not in ("VBD", "VBN"):
        return False
    between = tokens[before[-1].end : group.start]
    return group.start == group.head and not any(
        token.tag in ("CC", ",", ":", "IN", "WDT", "WP", "WRB") for token in between
    )


def _make_mention(
    reading: Reading,
    read: ReadSentence,
    scene: Scene,
    candidate: Candidate,
    time: TimeExpression | None,
    times: Sequence[TimeExpression],
    places: Iterable[tuple[int, int]],
    mains: set[int],
) -> EventMention:
    tokens, head, group = read.tokens, candidate.head, candidate.group
    article_id = reading.article.article_id
    start, end = clause_bounds(tokens, head)
    actor, target = _find_participants(tokens, candidate, scene.phrases)
    status, tense = _judge(scene, candidate, time)
    trigger = tokens[head]
    return EventMention(
        event_id=content_id("event", article_id, trigger.start, trigger.end),
        article_id=article_id,
        sentence_id=read.sentence.sentence_id,
        start=trigger.start,
        end=trigger.end,
        lemma=candidate.trigger.name,
        type=candidate.trigger.type,
        clause=(tokens[start].start, tokens[end - 1].end),
        actor=_span(scene, actor, times),
        target=_span(scene, target, times),
        place=_find_place(tokens, start, end, head, places),
        time_id=time.time_id if time else None,
        tense="past" if group and group.perfect and tense == "present" else tense,
        status=status,
        background=bool(group and group.perfect and group.tense == "past"),
        noun=group is None,
        main=head in mains,
    )


def _judge(scene: Scene, candidate: Candidate, time: TimeExpression | None) -> tuple[Status, Tense | None]:
    """Return status and tense; a noun that is a light verb's object has the verb's ("will hold talks")."""
    light = next((g for g in scene.groups if is_light(g.lemma) and noun_beside(scene, g) == candidate.head), None)
    group = candidate.group or light
    if time and candidate.group:
        at = next((index for index, token in enumerate(scene.tokens) if token.end > time.start), 0)
        if at and is_scheduled(scene.tokens, candidate.group, at):
            return "planned", "future"
    return judge_status(scene.tokens, group.head if group else candidate.head, group, scene.groups)


def _span(scene: Scene, phrase: NounPhrase | None, times: Sequence[TimeExpression]) -> tuple[int, int] | None:
    """Return a participant's characters, with what "of" or "from" adds ("the delegation of Norway"); a day ("Friday's
    order") is no participant."""
    tokens = scene.tokens
    if phrase is None or any(time.start <= tokens[phrase.head].start < time.end for time in times):
        return None
    added = next((p for p in scene.phrases if p.start == phrase.end + 1), None)
    joined = added is not None and tokens[phrase.end].text.lower() in ("of", "from")
    end = added.end if added and joined else phrase.end
    return tokens[phrase.start].start, tokens[end - 1].end


def _find_participants(
    tokens: Sequence[Token], candidate: Candidate, phrases: Sequence[NounPhrase]
) -> tuple[NounPhrase | None, NounPhrase | None]:
    """Return (actor, target) by place in the clause: before the verb and after it; passives turn round."""
    group = candidate.group
    if group is None:
        return _possessor(tokens, candidate.head, phrases), None
    before = [phrase for phrase in phrases if phrase.end <= group.start]
    subject = _nearest_subject(tokens, before, group)
    after = next((phrase for phrase in phrases if phrase.start >= group.end), None)
    if after and path_cost(tokens, group.head, after.start) > 3:
        after = None
    if not group.passive:
        return subject, after
    by = next((p for p in phrases if p.start > group.end and tokens[p.start - 1].text.lower() == "by"), None)
    return by if by and path_cost(tokens, group.head, by.start) <= 10 else None, subject


def _nearest_subject(tokens: Sequence[Token], before: Sequence[NounPhrase], group: VerbGroup) -> NounPhrase | None:
    """Return the noun phrase that reads as the subject: the last one before the verb that no preposition governs."""
    for phrase in reversed(before):
        opener = tokens[phrase.start - 1] if phrase.start else None
        governed = opener is not None and opener.tag in ("IN", "TO") and opener.text.lower() not in ("that", "because")
        apposed = opener is not None and opener.text == "," and tokens[phrase.end].text == ","
        if not governed and not apposed and path_cost(tokens, phrase.head, group.start) <= 26:
            return phrase
    return None


def _possessor(tokens: Sequence[Token], head: int, phrases: Sequence[NounPhrase]) -> NounPhrase | None:
    """Return who "X's pullout" or "the withdrawal by X" belongs to."""
    own = next((phrase for phrase in phrases if phrase.start <= head < phrase.end), None)
    if own:
        for at in range(own.start, head):
            if tokens[at].tag == "POS" and at > own.start:
                return NounPhrase(own.start, at, at - 1)
    following = head + 2 < len(tokens) and tokens[head + 1].text.lower() == "by"
    return next((phrase for phrase in phrases if phrase.start == head + 2), None) if following else None


def _find_place(
    tokens: Sequence[Token], start: int, end: int, head: int, places: Iterable[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return the place name after a preposition of place nearest to the trigger, in its clause."""
    left, right = tokens[start].start, tokens[end - 1].end
    by_start = {span[0]: span for span in places if left <= span[0] < right}
    found = [
        (abs(at - head), by_start[token.start])
        for at, token in enumerate(tokens)
        if token.start in by_start and at and _opens_place(tokens, at)
    ]
    return min(found)[1] if found else None


def _opens_place(tokens: Sequence[Token], at: int) -> bool:
    before = [token.text.lower() for token in tokens[max(0, at - 4) : at]]
    return bool(before) and (before[-1] in _PLACE_WORDS or ("of" in before and bool(_PLACE_WORDS & set(before))))
