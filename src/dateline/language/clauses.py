"""What the tree says of a clause: the form of its verb, how far it stretches, and whether the sentence is about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dateline.language.tree import Tree

Tense = Literal["past", "present", "future"]
Form = Literal["finite", "infinitive", "gerund", "participle", "none"]

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor", "no"})
_NOBODY = frozenset({"no", "nobody", "none", "nothing", "neither"})
_FUTURE_MODALS = frozenset({"will", "'ll", "’ll", "shall", "wo"})
_FINITE = frozenset({"MD", "VB", "VBD", "VBZ", "VBP"})
_SUBJECTS = ("nsubj", "csubj")
_CLAUSES = frozenset({"ccomp", "advcl", "parataxis", "conj", "acl"})
"""Relations by which a clause of its own hangs on another."""
_SENTENCE_PARTS = frozenset({"nsubj", "obj", "root", "conj"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """The verb of a clause, or the noun or adjective that stands with "be".

    ``form`` is "none" for words without a verb's form; ``tense`` is None for forms that have none of their own.
    """

    at: int
    form: Form
    tense: Tense | None
    modal: str | None
    perfect: bool
    passive: bool
    negated: bool


def read_predicate(tree: Tree, at: int) -> Predicate:
    """Return the form of the verb at a position; a joined verb shares the helping verbs of the first ("will meet and
    sign", "was arrested and charged")."""
    helpers = _find_helpers(tree, at)
    first = tree.tokens[min([*helpers, at])]
    modal = first.text.lower() if first.tag == "MD" else None
    form = _form_of(tree, at, helpers)
    participle = tree.tokens[at].tag in ("VBN", "VBD")
    return Predicate(
        at=at,
        form=form,
        tense=_tense_of(_plain_tag(tree, at, min([*helpers, at])), modal) if form == "finite" else None,
        modal=modal,
        perfect=participle and any(tree.tokens[child].lemma == "have" for child in helpers),
        passive=any(tree.tokens[child].relation == "aux:pass" for child in helpers)
        or bool(tree.below(at, "nsubj:pass"))
        or (form == "participle" and tree.base(at) in ("acl", "amod", "advcl")),
        negated=is_negated(tree, at),
    )


def _find_helpers(tree: Tree, at: int) -> list[int]:
    """Return the helping verbs of a verb, or those of the first of the verbs it is joined to."""
    own = [child for child in tree.below(at, "aux", "cop") if child < at]
    shares = not own and tree.base(at) == "conj" and tree.tokens[at].tag in ("VB", "VBN", "VBG")
    if shares and not tree.below(at, *_SUBJECTS, "mark"):
        first = tree.head(at)
        if tree.tokens[first].tag == tree.tokens[at].tag:
            return _find_helpers(tree, first)
    return own


def _form_of(tree: Tree, at: int, helpers: list[int]) -> Form:
    tag = _plain_tag(tree, at, min([*helpers, at]))
    if "to" in _marks(tree, at):
        return "infinitive"
    if tag in _FINITE:
        return "finite"
    return "gerund" if tag == "VBG" else "participle" if tag == "VBN" else "none"


def _plain_tag(tree: Tree, at: int, first: int) -> str:
    """Return the tag of the first word of a verb; a bare "-ed" form with a subject is a past tense."""
    tag = tree.tokens[first].tag
    bare = first == at and tag == "VBN" and any(tree.tokens[child].relation == "nsubj" for child in tree.children[at])
    return "VBD" if bare else tag


def _marks(tree: Tree, at: int) -> set[str]:
    """Return the small words that open a verb's clause; a joined infinitive shares "to"."""
    own = tree.words_below(at, "mark")
    return own or (_marks(tree, tree.head(at)) if tree.base(at) == "conj" else own)


def _tense_of(tag: str, modal: str | None) -> Tense | None:
    if modal is not None:
        return "future" if modal in _FUTURE_MODALS else None
    return "past" if tag == "VBD" else "present"


def is_denied(tree: Tree, at: int) -> bool:
    """True for a word with a negation of its own: "did not leave", "no ship", "is no longer open"."""
    if tree.words_below(at, "advmod", "det", "neg", "cc:preconj") & NEGATIONS:
        return True
    return any("no" in tree.words_below(child, "advmod", "det") for child in tree.below(at, "advmod"))


def is_negated(tree: Tree, at: int) -> bool:
    """True for what is denied, and for "nobody left" and "no ship left"."""
    doers = tree.below(at, "nsubj")
    nobody = any(tree.word(child) in _NOBODY or tree.words_below(child, "det") & _NOBODY for child in doers)
    return nobody or is_denied(tree, at)


def clause_top(tree: Tree, at: int) -> int:
    """Return the head of the clause that a token stands in: a verb without a subject of its own that is joined to
    another, or a bare "to" verb, stands in that other's clause."""
    top = at
    while tree.head(top) >= 0 and not _heads_clause(tree, top):
        top = tree.head(top)
    return top


def _heads_clause(tree: Tree, at: int) -> bool:
    """True for the head of a clause that another stands apart from: it has a subject, or leads to what is said."""
    marks = (*_SUBJECTS, "ccomp") if tree.base(at) == "advcl" else _SUBJECTS
    return tree.base(at) in _CLAUSES and bool(tree.below(at, *marks))


def clause_bounds(tree: Tree, at: int) -> tuple[int, int]:
    """Return the token span of the clause around a position, with the clauses that lie inside it, without those that
    open or close it, and without marks and words such as "that" and "when" at its ends."""
    top = clause_top(tree, at)
    own = {top, at}
    waiting = list(tree.children[top])
    while waiting:
        child = waiting.pop()
        if not _heads_clause(tree, child):
            own.add(child)
            waiting.extend(tree.children[child])
    inner = sorted(place for place in own if place == at or tree.base(place) not in ("punct", "cc", "mark"))
    opening = [place for place in inner if place == at or not tree.tokens[place].tag.startswith("W")]
    left = max((place for place in range(at) if tree.tokens[place].text == ";"), default=-1)
    right = next((place for place in range(at, len(tree.tokens)) if tree.tokens[place].text == ";"), len(tree.tokens))
    return max(opening[0], left + 1), min(inner[-1] + 1, right)


def is_main(tree: Tree, at: int) -> bool:
    """True when the sentence is about the verb at a position: the main verb, one joined to it or completing it ("plans
    to open"), or what somebody is said to have said in these. A clause of time or condition or a relative clause is not
    what a sentence is about."""
    place = at
    while tree.head(place) >= 0:
        head, relation = tree.head(place), tree.base(place)
        said = relation == "ccomp" and tree.tokens[head].upos == "VERB"
        joined = relation == "conj" and tree.tokens[head].tag[:1] == tree.tokens[place].tag[:1]
        if not (said or joined or relation in ("xcomp", "parataxis")):
            return False
        place = head
    return True


def is_main_noun(tree: Tree, at: int) -> bool:
    """True when a noun is subject or object of what the sentence is about, or the whole of a verbless one."""
    place = at
    while tree.base(place) == "conj" and not tree.tokens[place].tag.startswith("V"):
        place = tree.head(place)
    if tree.base(place) not in _SENTENCE_PARTS:
        return False
    return tree.head(place) < 0 or is_main(tree, tree.head(place))
