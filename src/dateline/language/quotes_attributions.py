"""The attributions of a sentence: each cue with its source and what it makes known, held up by tree, lists and network.

A cue counts when two of the three speak for it: a list and the tree ("said" with a clause), the network and the tree,
or the network alone where it is sure of all parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.language.en import cues
from dateline.language.quotes_contents import Places, cut_others, find_content, keep_together, phrase_head
from dateline.language.quotes_cues import SURE, Anchor, find_anchors
from dateline.language.quotes_sources import Span, cover, find_phrase_source, find_source, is_passive
from dateline.language.reading import SeenAttribution
from dateline.language.tree import Tree
from dateline.model import Stance

_RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
_SKIPPED = 3
"""Words in front of "that" which the tree may wrongly hang on the clause behind it: "told them late on Monday that"."""
FIRST_PERSONS = frozenset({"i", "we", "you", "me", "us"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who makes what known by which words, as offsets into the text.

    ``content`` is None where the sentence holds none, or nothing sure enough. ``clause`` tells whether it has a verb
    of its own. ``heard`` is what the network takes for content, whichever sentence it stands in, with how likely it is.
    """

    cue: Span
    lemma: str
    stance: Stance
    score: float
    source: Span | None
    content: Span | None
    clause: bool
    heard: tuple[tuple[Span, float], ...]

    @property
    def region(self) -> Span:
        """Return the stretch of cue and source where they stand side by side in front of or behind what is said."""
        if self.source is None:
            return self.cue
        return min(self.cue[0], self.source[0]), max(self.cue[1], self.source[1])


def find_attributions(tree: Tree, seen: Sequence[SeenAttribution]) -> tuple[Attribution, ...]:
    """Return the attributions of a sentence in order of their cues."""
    anchors = find_anchors(tree, seen)
    return tuple(sorted((_attribute(tree, anchor, anchors) for anchor in anchors), key=lambda item: item.cue))


def _attribute(tree: Tree, anchor: Anchor, anchors: Sequence[Anchor]) -> Attribution:
    source = _find_source(tree, anchor)
    places = cut_others(tree, anchor, find_content(tree, anchor), anchors)
    places = keep_together(tree, anchor, source, places)
    cue = (tree.tokens[anchor.start].start, tree.tokens[anchor.end - 1].end)
    taken = [cue] if source is None else [source, cue, (source[0], cue[1])]
    places = frozenset(at for at in places if not any(start <= tree.tokens[at].start < end for start, end in taken))
    held = _holds(tree, anchor, source, places)
    return Attribution(
        cue=cue,
        lemma=anchor.lemma,
        stance=anchor.stance,
        score=anchor.score,
        source=source,
        content=_bound(tree, anchor, places) if held else None,
        clause=any(tree.tokens[at].upos in ("VERB", "AUX") for at in places),
        heard=anchor.seen.contents if anchor.seen else (),
    )


def _find_source(tree: Tree, anchor: Anchor) -> Span | None:
    if anchor.lemma in cues.HEARSAY:
        return None
    if anchor.lemma == "according to":
        head = phrase_head(tree, anchor)
        return None if head is None else find_phrase_source(tree, head, anchor.at, anchor.seen)
    return find_source(tree, anchor.at, anchor.seen)


def _holds(tree: Tree, anchor: Anchor, source: Span | None, places: Places) -> bool:
    """Tell whether enough speaks for an attribution to report it."""
    if anchor.lemma in cues.HEARSAY:
        return True
    if source is None and not is_passive(tree, anchor.at):
        return False
    if anchor.frames is None:
        return anchor.score >= SURE
    if anchor.frames <= {cues.QUOTED}:
        return anchor.score >= SURE and bool(tree.below(anchor.at, "xcomp", "ccomp"))
    return anchor.score > 0 or any(tree.base(at) == "ccomp" and tree.head(at) == anchor.at for at in places)


def _bound(tree: Tree, anchor: Anchor, places: Places) -> Span | None:
    """Return the offsets of a content without "that", joining words and marks at its edges; one word is none."""
    kept = sorted(places)
    that = next((at for at in kept[: _SKIPPED + 1] if _opens(tree, anchor, at)), -1)
    kept = [at for at in kept if at > that]
    while kept and _is_edge(tree, kept, before=kept[0] < anchor.at):
        kept.pop(0)
    return cover(tree.tokens, kept) if len(kept) > 1 else None


def _opens(tree: Tree, anchor: Anchor, at: int) -> bool:
    """Tell whether a word is the "that" of a clause which hangs on the cue."""
    return tree.word(at) == "that" and tree.base(at) == "mark" and tree.head(tree.head(at)) == anchor.at


def _is_edge(tree: Tree, kept: Sequence[int], *, before: bool) -> bool:
    """Tell whether the first of some places only joins what follows, such as "which" in front of its cue."""
    token, following = tree.tokens[kept[0]], tree.tokens[kept[min(1, len(kept) - 1)]]
    if token.upos in ("PUNCT", "CCONJ") or (token.text.lower() == "that" and token.relation == "mark"):
        return True
    return before and (token.tag in _RELATIVE_TAGS or (token.upos == "ADP" and following.tag in _RELATIVE_TAGS))
