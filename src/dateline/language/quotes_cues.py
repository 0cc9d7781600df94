"""The words of a sentence that may hand something to a source: listed ones, and what the network takes for a cue."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast, get_args

from dateline.language.en import cues
from dateline.language.quotes_sources import is_passive
from dateline.language.reading import SeenAttribution
from dateline.language.tree import Tree
from dateline.model import Stance

SURE = 0.5
"""Probability from which the network alone carries a cue: its own best guess begins there. On annotated news (dev) cues
score within 0.01 from 0.3 to 0.6."""
_NEGATIONS = frozenset({"not", "n't", "n’t", "never"})
_NOBODY = frozenset({"nobody", "none", "no", "neither"})
_CONDITIONS = frozenset({"if", "unless", "whether"})
_STANCES = frozenset(get_args(Stance))


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word ``at`` that may be a cue, with the words ``start:end`` of the whole cue, by place in the sentence.

    ``frames`` is what may follow it, as ``en.cues`` lists it; None where no list has it. ``seen`` is what the network
    takes the word for, None where it sees no cue.
    """

    at: int
    start: int
    end: int
    lemma: str
    stance: Stance
    frames: frozenset[str] | None
    seen: SeenAttribution | None

    @property
    def score(self) -> float:
        """Return how likely the network finds it a cue; nought where it was not shown."""
        return self.seen.score if self.seen else 0.0


def find_anchors(tree: Tree, seen: Sequence[SeenAttribution]) -> tuple[Anchor, ...]:
    """Return the words that may be cues and by which something was told, in order."""
    heard = {_place(tree, item): item for item in seen}
    found = (_read(tree, at, heard.get(at)) for at in range(len(tree.tokens)))
    told = (anchor for anchor in found if anchor is not None and _is_told(tree, anchor))
    return tuple(replace(anchor, stance="doubts") if _is_negated(tree, anchor.at) else anchor for anchor in told)


def _is_negated(tree: Tree, at: int) -> bool:
    return bool(tree.words_below(at, "advmod", "aux") & _NEGATIONS)


def _place(tree: Tree, item: SeenAttribution) -> int:
    """Return the word of a seen cue that the others hang on, -1 where it has none in this sentence."""
    start, end = item.cue
    inside = [at for at, token in enumerate(tree.tokens) if start <= token.start and token.end <= end]
    return tree.top_of(inside[0], inside[-1] + 1) if inside else -1


def _read(tree: Tree, at: int, seen: SeenAttribution | None) -> Anchor | None:
    """Return the anchor at a word: as a list has it, else as the network sees it, if it is sure."""
    token = tree.tokens[at]
    following = tree.word(at + 1) if at + 1 < len(tree.tokens) else ""
    if tree.word(at) == "according" and following == "to":
        return Anchor(at, at, at + 2, "according to", "says", frozenset({cues.CLAUSE}), seen)
    if tree.word(at) in cues.HEARSAY:
        return Anchor(at, at, at + 1, tree.word(at), cues.HEARSAY[tree.word(at)], frozenset({cues.CLAUSE}), seen)
    if token.upos == "VERB" or token.tag.startswith("VB"):
        if (token.lemma, following) in cues.PHRASES:
            return _read_phrase(tree, at, seen)
        if token.lemma in cues.VERBS:
            stance, frames = cues.VERBS[token.lemma]
            return Anchor(at, at, at + 1, token.lemma, stance, frames, seen)
    if seen is None or seen.score < SURE or seen.stance not in _STANCES or tree.word(at) in _NEGATIONS:
        return None
    start = next(place for place, word in enumerate(tree.tokens) if word.start >= seen.cue[0])
    end = next((place for place, word in enumerate(tree.tokens) if word.start >= seen.cue[1]), len(tree.tokens))
    return Anchor(at, start, max(end, at + 1), token.lemma, cast("Stance", seen.stance), None, seen)


def _read_phrase(tree: Tree, at: int, seen: SeenAttribution | None) -> Anchor:
    """Return the anchor of a verb and its particle; the "to" of "appealed to them to go" is the hearer's."""
    lemma, particle = tree.tokens[at].lemma, tree.word(at + 1)
    asked = bool(tree.below(at, "xcomp"))
    frames = frozenset({cues.REQUEST} if asked else {cues.OBJECT, cues.CLAUSE} if particle == "out" else {cues.OBJECT})
    end = at + 1 if asked and particle == "to" else at + 2
    return Anchor(at, at, end, lemma, cues.PHRASES[(lemma, particle)], frames, seen)


def _is_told(tree: Tree, anchor: Anchor) -> bool:
    """Tell whether the word says that somebody said it: it is not negated, wished, possible or a condition."""
    at = anchor.at
    if tree.tokens[at].upos not in ("VERB", "AUX"):
        return True
    if tree.base(at) in ("amod", "compound"):
        return False
    chain = [at, *_joined(tree, at)]
    if _is_negated(tree, at):
        return anchor.stance == "believes" and anchor.score >= SURE
    if tree.words_below(at, "advmod") & {"so"} and anchor.lemma == "call":
        return False
    if any(tree.word(child) in _NOBODY for child in tree.below(at, "nsubj")):
        return False
    if any(tree.words_below(place, "aux") & cues.UNCERTAIN_MODALS for place in chain):
        return False
    if any(tree.words_below(place, "mark") & _CONDITIONS for place in chain):
        return False
    if tree.words_below(at, "mark") & {"to"}:
        return _went_on(tree, at) or anchor.score >= SURE
    return not (is_passive(tree, at) and anchor.lemma not in cues.NOBODY_SAYS and anchor.score < SURE)


def _joined(tree: Tree, at: int) -> list[int]:
    """Return the verbs that a verb without subject is joined to by "and": they share modals and conditions."""
    found = []
    while tree.base(at) == "conj" and not tree.below(at, "nsubj") and tree.head(at) >= 0:
        at = tree.head(at)
        found.append(at)
    return found


def _went_on(tree: Tree, at: int) -> bool:
    head = tree.head(at)
    return head >= 0 and tree.tokens[head].lemma == "go" and "on" in tree.words_below(head, "compound", "advmod")
