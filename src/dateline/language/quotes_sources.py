"""Who says it: the noun phrase that a cue has for its source, from the tree and from what the network saw.

The tree's subject is taken whole, as it stands, but for its relative clauses: "a witness, who works there" is "a
witness". Where the tree shows no subject the network's source stands in, grown to the noun phrase that it lies in.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.language.en import cues
from dateline.language.quotes_marks import DOUBLE, SINGLE
from dateline.language.reading import SeenAttribution, Token
from dateline.language.tree import Tree

Span = tuple[int, int]
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
LEAST_SOURCE = 0.5
"""Mean probability from which a source that the network hears counts; annotated news (dev) scores the same from 0.3
to 0.6."""
_RELATIVES = frozenset({"who", "which", "that"})
_SHARED = frozenset({"conj", "xcomp", "advcl", "acl", "parataxis", "dep"})
"""Relations over which a verb without a subject of its own may share its head's."""
_LAST = frozenset({"NOUN", "PROPN", "PRON", "NUM", "PUNCT"})
"""What a noun phrase ends in; the mark is a closing bracket."""
_LOOSE = frozenset({"ADV", "CCONJ"})
_PRONOUNS = frozenset({"WP", "WDT", "WP$"})
_BEFORE_VERB = DOUBLE | SINGLE | {",", "?", "!", "—", "–", "''"}
"""Marks behind which a verb may stand before its subject."""


def find_source(tree: Tree, at: int, seen: SeenAttribution | None) -> Span | None:
    """Return the offsets of a verb's source: its subject, or the agent of a passive, or what the network heard.

    Where tree and network name different ones, a subject of the verb's own goes before the network's, and that before
    a subject which the verb only shares.
    """
    passive = is_passive(tree, at)
    own = _span_all(tree, tree.below(at, "obl:agent") if passive else _own_subjects(tree, at), at)
    shared = [] if own or passive else _span_all(tree, _shared_subjects(tree, at), at)
    acted_on = _span_all(tree, tree.below(at, "nsubj"), at) if passive else []
    heard = [span for span in _heard(seen) if not any(_meet(span, other) for other in acted_on)]
    agreed = [_join(tree, span, other) for span in (*own, *shared) for other in heard if _meet(span, other)]
    grown = [span for span in (_grow(tree, span, at) for span in heard) if span is not None]
    return next(iter((*agreed, *own, *shared, *grown)), None)


def find_phrase_source(tree: Tree, head: int, cue: int, seen: SeenAttribution | None) -> Span | None:
    """Return the offsets of the noun phrase behind "according to"."""
    span = _spanned(tree, head, cue)
    if span is None or seen is None:
        return span
    ends = [start for (start, _), score in seen.contents if score >= LEAST_SOURCE and span[0] < start < span[1]]
    inside = [token.end for token in tree.tokens if token.end <= min(ends, default=span[1]) and token.upos != "PUNCT"]
    span = (span[0], max(inside))
    return next((_join(tree, span, other) for other in _heard(seen) if _meet(span, other)), span)


def _heard(seen: SeenAttribution | None) -> list[Span]:
    return [] if seen is None else [span for span, score in seen.sources if score >= LEAST_SOURCE]


def _meet(left: Span, right: Span) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _join(tree: Tree, span: Span, heard: Span) -> Span:
    """Return the wider of two source spans that meet, where the network's breaks off no phrase."""
    last = next((token for token in reversed(tree.tokens) if token.end <= heard[1]), tree.tokens[0])
    closed = last.upos in _LAST and last.tag not in _PRONOUNS and last.text not in cues.NOT_SPEAKERS
    return heard if closed and heard[0] <= span[0] and span[1] <= heard[1] else span


def _span_all(tree: Tree, heads: Iterable[int], verb: int) -> list[Span]:
    spans = (_spanned(tree, head, verb) for head in heads)
    return [span for span in spans if span is not None]


def find_subject(tree: Tree) -> Span | None:
    """Return the offsets of the subject of a sentence's main clause."""
    root = next((at for at, token in enumerate(tree.tokens) if token.head < 0), 0)
    heads = tree.below(root, "nsubj") if tree.tokens else []
    return _spanned(tree, heads[0], root) if heads else None


def is_passive(tree: Tree, at: int) -> bool:
    """Tell whether a verb is passive: with an auxiliary, or a bare participle behind its noun."""
    if tree.tokens[at].tag == "VBD" and not tree.below(at, "aux"):
        return False
    bare = tree.tokens[at].tag == "VBN" and tree.base(at) == "acl" and not tree.below(at, "aux", "nsubj")
    return bool(tree.below(at, "nsubj:pass", "aux:pass", "csubj:pass")) or bare


def _own_subjects(tree: Tree, at: int) -> list[int]:
    """Return the heads that may be a verb's own subject, or the noun that it describes."""
    if tree.tokens[at].upos in ("NOUN", "PROPN"):
        return tree.below(at, "nmod:poss")
    own = sorted(tree.below(at, "nsubj"), key=lambda child: (child > at, abs(child - at)))
    head = tree.head(at) if tree.base(at) == "acl" else -1
    if any(tree.word(child) in _RELATIVES for child in own):
        return [head] if head >= 0 else []
    if own:
        return own
    inverted = _inverted(tree, at)
    if inverted is not None:
        return [inverted]
    return [head] if head >= 0 and not tree.below(at, "mark") else []


def _shared_subjects(tree: Tree, at: int) -> list[int]:
    """Return the subjects of the verb that a verb without one goes on from; of one that speaks, for ", adding"."""
    if tree.base(at) not in _SHARED or tree.below(at, "nsubj"):
        return []
    above = [place for place in tree.above(at) if tree.below(place, "nsubj")]
    speaking = [place for place in above if tree.tokens[place].lemma in cues.SPEAKING]
    if tree.tokens[at].tag == "VBG" and tree.tokens[at].lemma in cues.LINKING_PARTICIPLES:
        above = speaking + above
    return tree.below(above[0], "nsubj") if above else []


def _inverted(tree: Tree, at: int) -> int | None:
    """Return the head of a noun phrase right behind a verb that closes what it reports: "…, said the mayor"."""
    if tree.tokens[at].lemma not in cues.SPEAKING or tree.tokens[at].lemma == "tell" or at + 1 >= len(tree.tokens):
        return None
    before = tree.tokens[at - 1].text if at else "”"
    if tree.tokens[at].tag == "VBG" or before not in _BEFORE_VERB:
        return None
    for child in tree.children[at]:
        phrase = [place for place in tree.reach(child) if place > at]
        if child > at and phrase and phrase[0] == at + 1 and tree.tokens[child].upos in NOMINAL:
            return child
    return None


def can_speak(token: Token) -> bool:
    """Tell whether a head word may stand for a source: a noun, name or pronoun that is no date."""
    if token.text.lower() in cues.COLLECTIVE:
        return True
    named = token.tag in ("NNP", "NNPS") and token.text.endswith("s")
    dated = token.text.lower() in cues.NOT_SPEAKERS or (token.lemma.rstrip(".") in cues.NOT_SPEAKERS and not named)
    return token.upos in NOMINAL and not dated


def _spanned(tree: Tree, head: int, verb: int) -> Span | None:
    """Return the offsets of a noun phrase without its relative clauses and without the verb that it speaks."""
    if not can_speak(tree.tokens[head]):
        return None
    barred = set(tree.below(head, "case", "cc", "mark", "parataxis"))
    barred |= {place for place in tree.reach(head) if tree.tokens[place].relation == "acl:relcl" and place != head}
    loose = (child for child in tree.below(head, "acl", "advcl", "obl", "dep") if child > head + 1)
    barred |= {child for child in loose if _far(tree, child)}
    taken = {place for child in barred for place in tree.reach(child)}
    if verb > head:
        taken.update(range(verb, len(tree.tokens)))
    else:
        taken.update(range(verb + 1))
    places = [place for place in tree.reach(head) if place not in taken or place == head]
    run = _contiguous(places, head, tree.tokens)
    while run[0] < head and tree.tokens[run[0]].upos in ("ADP", "CCONJ", "SCONJ"):
        run.pop(0)
    while run[-1] > head and (tree.tokens[run[-1]].text in cues.NOT_SPEAKERS or tree.tokens[run[-1]].upos in _LOOSE):
        run.pop()
    return cover(tree.tokens, run)


def _far(tree: Tree, child: int) -> bool:
    """Tell whether a describing clause is set off by a comma."""
    first = tree.reach(child)[0]
    return tree.tokens[first].text == "," or (first > 0 and tree.tokens[first - 1].text == ",")


def _contiguous(places: Sequence[int], head: int, tokens: Sequence[Token]) -> list[int]:
    """Return the unbroken run of places around the head; a missing mark breaks nothing."""
    have = set(places)
    start = end = head
    while start - 1 in have or (start - 2 in have and tokens[start - 1].upos == "PUNCT"):
        start -= 1
    while end + 1 in have or (end + 2 in have and tokens[end + 1].upos == "PUNCT"):
        end += 1
    return list(range(start, end + 1))


def _grow(tree: Tree, span: Span, verb: int) -> Span | None:
    """Return the noun phrase that the network's source lies in; None where it lies in another sentence."""
    inside = [at for at, token in enumerate(tree.tokens) if span[0] <= token.start and token.end <= span[1]]
    nominal = [at for at in inside if tree.tokens[at].upos in ("NOUN", "PROPN", "PRON")]
    if not nominal:
        return None
    head = next((at for at in nominal if tree.head(at) not in inside), nominal[-1])
    return _spanned(tree, head, verb)


def cover(tokens: Sequence[Token], places: Iterable[int]) -> Span | None:
    """Return the offsets from the first to the last of some tokens, marks at the edges left out."""
    kept = sorted(places)
    while kept and tokens[kept[0]].upos == "PUNCT" and tokens[kept[0]].text not in ("(", "["):
        kept.pop(0)
    while kept and tokens[kept[-1]].upos == "PUNCT" and tokens[kept[-1]].text not in (")", "]"):
        kept.pop()
    return (tokens[kept[0]].start, tokens[kept[-1]].end) if kept else None
