"""What a cue makes known: the stretch of its sentence that hangs on it, as the tree cuts it and the network hears it.

The tree gives stretches with clean edges, the network a vote on which of them it is. Places are those of tokens in
the sentence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.language.en import cues
from dateline.language.quotes_cues import SURE, Anchor
from dateline.language.quotes_sources import NOMINAL, Span, is_passive
from dateline.language.tree import Tree

Places = frozenset[int]
NOTHING: Places = frozenset()
LEAST_HEARD = 0.6
"""Mean probability from which a stretch that the network hears has a vote; below stand mostly single words from other
clauses."""
LEAST_MET = 0.5
"""Share that a stretch of the tree and the network's must have in common to count as the same."""
MOST = 0.7
"""Share of a part of the tree that the network must hear to take it in whole. On annotated news (dev, by
``evals/eval_attribution.py``) contents score within 0.01 from 0.5 to 0.9, and do not move with ``LEAST_MET``."""
_TAKING_CLAUSES = frozenset({cues.CLAUSE, cues.HEARER, cues.QUESTION, cues.INFINITIVE})
_HALF = frozenset({"DET", "ADP", "AUX", "PART", "SCONJ", "CCONJ"})
_CONTRASTS = frozenset({"while", "although", "though", "whereas", "but"})
_SIDE = frozenset({"advcl", "conj", "parataxis", "obl", "advmod", "dep", "ccomp", "xcomp", "acl"})
"""What may hang at the right edge of a content by mistake."""
_OWN = frozenset({"aux", "cop", "mark", "punct", "cc", "compound"})
"""What belongs to the cue itself."""


def find_content(tree: Tree, anchor: Anchor) -> Places:
    """Return the places of what an anchor makes known; nothing where neither tree nor network shows it."""
    heard = _heard(tree, anchor)
    shown = [places for places in _show(tree, anchor, heard) if places]
    if not shown:
        snapped = _snap(tree, anchor, heard) if anchor.score >= SURE else NOTHING
        return NOTHING if is_passive(tree, anchor.at) and snapped <= _subject(tree, anchor.at) else snapped
    if not heard:
        return shown[0]
    stretches = [stretch for places in shown for stretch in _vary(tree, anchor, places, heard)]
    best = max(stretches, key=lambda stretch: share(stretch, heard))
    if share(best, heard) >= LEAST_MET or anchor.score < SURE:
        return best
    return _snap(tree, anchor, heard) or best


def share(left: Places, right: Places) -> float:
    """Return how much of two stretches is common to both, of all that either holds."""
    return len(left & right) / max(len(left | right), 1)


def _heard(tree: Tree, anchor: Anchor) -> Places:
    """Return the places that the network hears as the anchor's content."""
    spans = [span for span, score in anchor.seen.contents if score >= LEAST_HEARD] if anchor.seen else []
    inside = (at for at, t in enumerate(tree.tokens) if any(start <= t.start and t.end <= end for start, end in spans))
    return frozenset(at for at in inside if not anchor.start <= at < anchor.end)


def _show(tree: Tree, anchor: Anchor, heard: Places) -> Iterable[Places]:
    """Yield what the tree shows as the content, likeliest first."""
    at = anchor.at
    if anchor.lemma == "according to":
        yield from _around_phrase(tree, anchor)
        return
    if anchor.lemma in cues.HEARSAY:
        for above in tree.above(at):
            if tree.tokens[above].upos in ("VERB", "AUX"):
                yield _reach(tree, above) - _reach(tree, *tree.below(above, "mark"))
        return
    clauses = _clauses(tree, anchor)
    if clauses:
        yield _reach(tree, *clauses)
    elif _closes(tree, anchor, heard):
        yield _reach(tree, tree.head(at)) - _reach(tree, at)
    else:
        if anchor.lemma in cues.SPEAKING and not tree.below(at, "obj"):
            yield _reach(tree, *tree.below(at, "parataxis"))
        yield from _objects(tree, anchor, anchor.frames or frozenset(), heard)


def _clauses(tree: Tree, anchor: Anchor) -> list[int]:
    """Return the heads of the clauses that an anchor may govern, if it is one that takes clauses."""
    if anchor.frames is not None and not anchor.frames & _TAKING_CLAUSES:
        return []
    found = [child for child in tree.below(anchor.at, "ccomp") if not tree.words_below(child, "mark") & {"as"}]
    if tree.tokens[anchor.at].upos == "NOUN":
        found += [child for child in tree.below(anchor.at, "acl") if tree.below(child, "mark")]
    return found


def _closes(tree: Tree, anchor: Anchor, heard: Places) -> bool:
    """Tell whether a cue stands beside the clause that it reports: "Two ships sank, officials said"."""
    at = anchor.at
    if tree.base(at) not in ("parataxis", "advcl", "conj") or tree.below(at, "obj", "xcomp"):
        return False
    if tree.base(at) == "parataxis" and not heard:
        return anchor.lemma in cues.SPEAKING
    known = anchor.lemma in cues.SPEAKING or tree.base(at) == "parataxis"
    return known and 2 * sum(place < at for place in heard) > len(heard)


def _objects(tree: Tree, anchor: Anchor, frames: frozenset[str], heard: Places) -> Iterable[Places]:
    """Yield infinitives and objects that are stated, asked for or promised."""
    at = anchor.at
    sure = anchor.score >= SURE
    infinitives = tree.below(at, "xcomp")
    if infinitives and is_passive(tree, at):
        if anchor.lemma in cues.NOBODY_SAYS or sure:
            subject = [] if cues.REQUEST in frames else tree.below(at, "nsubj")
            yield _reach(tree, *subject, *infinitives)
        return
    if infinitives and (frames & {cues.INFINITIVE, cues.REQUEST} or sure):
        hearers = [child for child in tree.below(at, "obj", "iobj") if child < infinitives[0]]
        yield _reach(tree, *hearers, *infinitives)
        return
    if anchor.end - anchor.start == 2 and anchor.frames:
        yield _reach(tree, *(child for child in tree.below(at, "obl", "obj", "ccomp") if child > at)) - {at + 1}
        return
    stated = [child for child in tree.below(at, "obj") if _is_stated(tree, child)]
    if stated and (cues.OBJECT in frames or (sure and share(_reach(tree, *stated), heard) >= LEAST_MET)):
        yield _reach(tree, *stated, *(child for child in tree.below(at, "obl") if child - stated[-1] in (2, 3)))


def _is_stated(tree: Tree, at: int) -> bool:
    """Tell whether an object can be what is stated: no date, and nothing that is merely taken."""
    token = tree.tokens[at]
    return token.upos in NOMINAL and token.lemma not in cues.NO_STATEMENTS and tree.word(at) not in cues.NOT_SPEAKERS


def _around_phrase(tree: Tree, anchor: Anchor) -> Iterable[Places]:
    """Yield the clauses that "according to" may speak for: the one it hangs on, then those around it."""
    head = phrase_head(tree, anchor)
    phrase = frozenset({anchor.at, anchor.at + 1}) | (NOTHING if head is None else _reach(tree, head))
    yield _reach(tree, *tree.below(anchor.at, "ccomp", "parataxis")) - phrase
    above = list(tree.above(anchor.at if head is None or anchor.at not in tree.reach(head) else head))
    for place in sorted(above, key=lambda place: not (tree.below(place, "nsubj", "cop") or tree.head(place) < 0)):
        yield _reach(tree, place) - phrase


def phrase_head(tree: Tree, anchor: Anchor) -> int | None:
    """Return the head of the noun phrase behind "according to"."""
    at = anchor.end
    if at >= len(tree.tokens):
        return None
    while tree.head(at) > at and tree.base(at) not in ("nsubj", "obl", "root", "ccomp", "parataxis"):
        at = tree.head(at)
    return at


def _subject(tree: Tree, at: int) -> Places:
    return _reach(tree, *tree.below(at, "nsubj"))


def _reach(tree: Tree, *places: int) -> Places:
    return frozenset(at for place in places for at in tree.reach(place))


def _vary(tree: Tree, anchor: Anchor, places: Places, heard: Places) -> Iterable[Places]:
    """Yield a stretch as it is, with what else the network hears of what hangs on the cue, and without what it does not
    hear of what hangs at the right edge."""
    others = (_reach(tree, child) for child in tree.children[anchor.at] if tree.base(child) not in _OWN)
    parts = (frozenset(at for at in part if tree.tokens[at].upos != "PUNCT") for part in others)
    grown = places.union(*(part for part in parts if part and len(part & heard) >= MOST * len(part)))
    for stretch in (places, grown):
        yield stretch
        for at in sorted(stretch):
            below = _reach(tree, at)
            if tree.base(at) in _SIDE and below < stretch and max(stretch) - 1 <= max(below):
                yield stretch - below


def _snap(tree: Tree, anchor: Anchor, heard: Places) -> Places:
    """Return the part of the tree that is nearest to what the network hears; nothing where none is near."""
    small = frozenset(at for at in range(len(tree.tokens)) if at - 1 in heard or at + 1 in heard)
    longest = max(_find_runs(heard, small), key=len, default=NOTHING)
    if len(longest) < 2:
        return NOTHING
    own = _reach(tree, anchor.at) if tree.base(anchor.at) == "parataxis" else frozenset({anchor.at})
    parts = [_reach(tree, at) - own for at in sorted(longest)]
    best = max(parts, key=lambda part: share(part, longest))
    if share(best, longest) >= MOST and anchor.at not in best:
        return best
    return longest if _is_closed(tree, longest) else NOTHING


def _is_closed(tree: Tree, places: Places) -> bool:
    """Tell whether a run of words breaks off no phrase: what hangs on its last word and its first verb is within."""
    last = max(places)
    cut = tree.tokens[last].upos in _HALF or any(tree.head(at) in places for at in range(last + 1, len(tree.tokens)))
    return not cut


def keep_together(tree: Tree, anchor: Anchor, source: Span | None, content: Places) -> Places:
    """Return the part of a content that only cue, source, what hangs on the cue and marks break up: trees may cross."""
    heard = _heard(tree, anchor)
    start, end = source or (0, 0)
    aside = (at for at, token in enumerate(tree.tokens) if token.upos == "PUNCT" or start <= token.start < end)
    passed = _reach(tree, anchor.at).union(range(anchor.start, anchor.end), aside)
    runs = _find_runs(content, passed)
    return max(runs, key=lambda run: (len(heard & run), len(run)), default=NOTHING)


def _find_runs(places: Places, passed: Places) -> list[Places]:
    """Return the runs of places with nothing between but what may be passed over."""
    runs: list[list[int]] = []
    for at in sorted(places):
        if runs and passed.issuperset(range(runs[-1][-1] + 1, at)):
            runs[-1].append(at)
        else:
            runs.append([at])
    return [frozenset(run) for run in runs]


def cut_others(tree: Tree, anchor: Anchor, content: Places, others: Sequence[Anchor]) -> Places:
    """Return a content without the clauses at its right edge in which another source, or the same again, takes over."""
    for other in others:
        if other.at == anchor.at or not content or not _takes_over(tree, anchor, other, content):
            continue
        first = min(tree.reach(other.at))
        while first > 0 and _joins(tree, first - 1):
            first -= 1
        content = frozenset(at for at in content if at < first) or content
    return content


def _joins(tree: Tree, at: int) -> bool:
    return tree.word(at) in _CONTRASTS or tree.tokens[at].upos in ("PUNCT", "CCONJ")


def _takes_over(tree: Tree, anchor: Anchor, other: Anchor, content: Places) -> bool:
    """Tell whether a cue goes on from outside what is said: ", adding", "while they said", "said …, and urged"."""
    at = other.at
    if at < anchor.at:
        return False
    if tree.head(at) == anchor.at and tree.base(at) in ("advcl", "conj", "parataxis", "ccomp"):
        return min(content) < min(tree.reach(at))
    if at not in content:
        return False
    first = min(tree.reach(at))
    parted = first > 0 and (tree.tokens[first].text == "," or tree.tokens[first - 1].text == ",")
    if tree.tokens[at].tag == "VBG" and other.lemma in cues.LINKING_PARTICIPLES:
        return parted
    if tree.base(at) in ("advcl", "conj", "parataxis", "ccomp") and tree.below(at, "nsubj"):
        marks = tree.words_below(at, "mark", "cc") | {tree.word(first)}
        return bool(marks & _CONTRASTS) or (parted and tree.base(at) == "conj")
    return False
