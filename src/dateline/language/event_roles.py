"""Who does an event and to whom, and where: read off the tree, checked against what the network sees."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.language.clauses import Predicate
from dateline.language.reading import SeenEvent, Span
from dateline.language.tree import Tree
from dateline.language.triggers import Trigger, is_light

LEAST_ROLE = 0.5
"""Least probability of a role that the network alone sees. A choice: likelier than not."""
SURE_ROLE = 0.7
"""Probability from which a role that the network sees outweighs another that the tree gives: targets gain .014 F1 by
it (evals/eval_events.py, dev), at .8 and .9 less."""
_SUFFERED = frozenset({"DEATH", "HEALTH"})
"""Types whose subject is whom it befalls: "four men died"."""
_OWN_MOVES = frozenset({"MOVE", "RESIGN", "PROTEST", "MEET", "AGREE", "CONSULT", "COOPERATE", "LAUNCH"})
"""Types whose nouns name by "of" who does it: "the withdrawal of the troops", "a meeting of mayors"."""
_BARE = frozenset({"HEALTH", "DISASTER"})
"""Types whose nouns name by "of" no one: "an outbreak of typhoid"."""
_PLACE_WORDS = frozenset({"in", "at", "near", "outside", "to", "into", "off", "on", "around", "inside", "across"})
_WHENCE = frozenset({"from"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_JOINING = frozenset({"of", "from", "for", "between", "with", "by", "against"})
"""Prepositions whose phrase is part of what a participant is called; "in Rome" tells where instead."""
_ADDED = frozenset({"case", "mark", "cc", "punct", "acl", "cop", "nsubj", "parataxis", "advcl", "obl", "aux", "dep"})
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_SHARED = frozenset({"conj", "xcomp", "advcl"})


@dataclass(frozen=True, slots=True)
class Participants:
    """Positions of the head words of who does an event and to whom it is done."""

    actor: int | None = None
    target: int | None = None


def find_participants(
    tree: Tree, at: int, trigger: Trigger, predicate: Predicate | None, seen: SeenEvent | None = None
) -> Participants:
    """Return who does the event at a position and to whom. ``predicate`` is None for event nouns.

    Of one alone the network may know better which it is: "burials rose".
    """
    found = _read_noun(tree, at, trigger) if predicate is None else _read_verb(tree, predicate)
    if (found.actor is None) == (found.target is None) or (predicate is not None and predicate.passive):
        return found
    alone = found.target if found.actor is None else found.actor
    token = tree.tokens[alone or 0]
    told = {
        name: score for name, span, score in (seen.roles if seen else ()) if _meets(token.start, token.end, (span,))
    }
    actor, target = told.get("actor", 0.0), told.get("target", 0.0)
    suffers = found.actor is not None and trigger.type in _SUFFERED
    adjective = predicate is not None and tree.tokens[at].upos == "ADJ"
    befalls = found.target is not None or suffers or adjective
    if max(actor, target) >= LEAST_ROLE:
        befalls = target > actor
    return Participants(None, alone) if befalls else Participants(alone, None)


def _read_verb(tree: Tree, predicate: Predicate) -> Participants:
    at = predicate.at
    agent = next((child for child in tree.below(at, "obl") if tree.words_below(child, "case") == {"by"}), None)
    object_ = next(iter([*tree.below(at, "obj"), *tree.below(at, "iobj")]), None)
    if object_ is not None and tree.word(object_) in _RELATIVES:
        object_ = _meant_noun(tree, at)
    subject = find_subject(tree, at)
    if predicate.passive:
        return Participants(agent, subject)
    if object_ is None and tree.tokens[at].relation == "acl:relcl" and _is_object_gap(tree, at):
        object_ = tree.head(at)
    return Participants(subject, object_)


def _is_object_gap(tree: Tree, at: int) -> bool:
    """True for "the bridge that the army opened": the clause has a subject of its own that is no relative."""
    doers = tree.below(at, "nsubj")
    return bool(doers) and tree.word(doers[0]) not in _RELATIVES


def find_subject(tree: Tree, at: int) -> int | None:
    """Return a verb's subject: its own, the noun that it describes, or the one shared with the verb that governs it."""
    own = tree.below(at, "nsubj", "csubj")
    if own:
        return _meant_noun(tree, at) if tree.word(own[-1]) in _RELATIVES else own[-1]
    head = tree.head(at)
    if head < 0:
        return None
    if tree.base(at) in ("acl", "amod"):
        return None if tree.words_below(at, "mark") & {"to"} else head
    if tree.base(at) not in _SHARED or (tree.base(at) == "advcl" and tree.below(head, "nsubj:pass")):
        return None
    if tree.base(at) == "xcomp":
        asked = [child for child in tree.below(head, "obl") if tree.words_below(child, "case") & {"to", "on"}]
        ruled = [*tree.below(head, "iobj"), *tree.below(head, "obj"), *asked]
        if ruled:
            return ruled[0]
    return find_subject(tree, head)


def _meant_noun(tree: Tree, at: int) -> int | None:
    """Return the noun that "which" or "who" before a verb stands for."""
    while tree.head(at) >= 0 and tree.base(at) == "conj":
        at = tree.head(at)
    return tree.head(at) if tree.base(at) == "acl" else None


def _read_noun(tree: Tree, at: int, trigger: Trigger) -> Participants:
    """Read "the army's attack on the town", "the arrest of two men", and who holds, makes or gives it."""
    named = {case: child for child in tree.below(at, "nmod") for case in tree.words_below(child, "case")}
    owner = next(iter([*tree.below(at, "nmod:poss")]), None)
    actor, target = named.get("by", owner), named.get("on", named.get("against"))
    whose = named.get("of")
    if whose is not None and trigger.type in _OWN_MOVES:
        actor = whose if actor is None else actor
    elif whose is not None and trigger.type not in _BARE:
        target = whose
    head = tree.head(at)
    if actor is None and head >= 0 and tree.base(at) == "obj" and is_light(tree.tokens[head].lemma):
        actor = find_subject(tree, head)
    return Participants(actor, target)


def phrase_span(tree: Tree, head: int) -> Span:
    """Return the characters of the noun phrase of a head word, with those joined to it and what "of" or "from" adds;
    clauses, asides and places are left out."""
    places = _reach_phrase(tree, head)
    return tree.tokens[places[0]].start, tree.tokens[places[-1]].end


def _reach_phrase(tree: Tree, head: int) -> list[int]:
    """Return the positions of a noun phrase, in one run around its head."""
    kept = {head}
    waiting = [head]
    while waiting:
        at = waiting.pop()
        for child in tree.children[at]:
            if _belongs(tree, child):
                kept.add(child)
                waiting.append(child)
    for place in kept - {head}:
        if tree.base(place) in ("nmod", "conj", "nummod", "compound", "flat", "amod", "appos"):
            kept.update(child for child in tree.children[place] if tree.base(child) in ("case", "cc", "punct"))
    start, end = head, head
    while start - 1 in kept:
        start -= 1
    while end + 1 in kept:
        end += 1
    while tree.tokens[end].text == ",":
        end -= 1
    return list(range(start, end + 1))


def _belongs(tree: Tree, child: int) -> bool:
    if tree.base(child) in _ADDED:
        return False
    if tree.tokens[child].relation == "nmod":
        return bool(tree.words_below(child, "case") & _JOINING)
    return not (tree.base(child) == "conj" and tree.tokens[child].tag.startswith("V"))


def choose_participant(
    tree: Tree, found: int | None, role: str, seen: SeenEvent | None, barred: Sequence[Span]
) -> Span | None:
    """Return the span of a participant: the tree's where it has one and the network is not sure of another, else what
    the network sees; no day ("Friday's order") is one."""
    sure = [span for name, span, score in (seen.roles if seen else ()) if name == role and score >= SURE_ROLE]
    if found is not None and not _meets(tree.tokens[found].start, tree.tokens[found].end, barred):
        own = phrase_span(tree, found)
        if not sure or _meets(*own, sure):
            return own
    return next((span for likely in _list_likely(seen, role) if (span := _cover_phrase(tree, likely, barred))), None)


def find_place(
    tree: Tree, at: int, seen: SeenEvent | None, places: Iterable[Span], barred: Sequence[Span] = ()
) -> Span | None:
    """Return the name of an event's place: in a phrase of place that hangs on its word or on its object, else where the
    network sees it; failing a name, the words that the network sees, but no day."""
    by_start = {span[0]: span for span in places}
    anchors = [at, *tree.below(at, "obj", "nsubj:pass")]
    if tree.base(at) == "obj":
        anchors.append(tree.head(at))
    phrases = [child for anchor in anchors for child in tree.below(anchor, "obl", "nmod")]
    for words in (_PLACE_WORDS, _WHENCE):
        for child in phrases:
            if tree.words_below(child, "case") & words:
                names = [by_start[s] for place in tree.reach(child) if (s := tree.tokens[place].start) in by_start]
                if names:
                    return names[0]
    likely = _list_likely(seen, "place")
    named = next((by_start[start] for start in sorted(by_start) if _meets(start, start + 1, likely)), None)
    return named or next((found for span in likely if (found := _cover_phrase(tree, span, barred))), None)


def _list_likely(seen: SeenEvent | None, role: str) -> list[Span]:
    """Return the spans to which the network gives a role, the likeliest first."""
    rows = [(score, span) for name, span, score in (seen.roles if seen else ()) if name == role]
    return [span for score, span in sorted(rows, reverse=True) if score >= LEAST_ROLE]


def _cover_phrase(tree: Tree, span: Span, barred: Sequence[Span]) -> Span | None:
    """Return the noun phrase of the words in a span; None where it meets what is barred or its head is no noun."""
    inside = [at for at, token in enumerate(tree.tokens) if span[0] <= token.start < span[1]]
    if not inside or _meets(*span, barred):
        return None
    top = tree.top_of(inside[0], inside[-1] + 1)
    return phrase_span(tree, top) if tree.tokens[top].upos in _NOMINAL else None


def _meets(start: int, end: int, spans: Iterable[Span]) -> bool:
    return any(left < end and start < right for left, right in spans)
