"""Finds what one report tells and the one it is told of denies in another: the same deed, in nearly the same words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.compare.view import StoryView
from dateline.compare.wordlists import word_set
from dateline.ids import content_id
from dateline.model import Cite, Claim, Discrepancy, Sentence, Side
from dateline.settings import CompareSettings
from dateline.words import find_words

_LEAST_WORDS, _SHARED_PART = 3, 0.75
"""Content words that a denial must share with a sentence, as a number and as a share of its own: below, the two were
of other matters in most pairs read."""
_STOP = word_set(
    "that they them their there this these those with from have been would will could about when what which were "
    "being into over after before said says more than also only some such very ever anything nothing"
)
_UNSURE = re.compile(
    r"\b(?:den(?:y|ies|ied|ying|ials?)|not|no|never|nor|neither|if|whether|may|might|could|would|will|reject\w*|dismiss\w*"
    r"|refut\w*|false|untrue|claims? that)\b|n['’]t\b",
    re.I,
)
"""Words with which a sentence does not tell the deed as done."""
_DENY = re.compile(r"\bden(?:y|ied|ies|ying)\b", re.I)
_CLAUSE = re.compile(r"(?:it|they|he|she|we|i|having|that)\b|\w+ing\b", re.I)
"""How a denied clause begins."""
_AHEAD = re.compile(r"\b(?:would|will|plans?|planned|going to|intends?|intended)\b", re.I)
"""A denial of what is to come is overtaken by its coming; it does not contradict it."""


@dataclass(frozen=True, slots=True)
class Denial:
    """A denied deed: its claim, the lemmas and the forms of the verbs in its words, and its content words."""

    claim: Claim
    lemmas: frozenset[str]
    verbs: frozenset[str]
    words: frozenset[str]


def find_denials(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every denial of a deed that another account tells as done."""
    del settings
    found: dict[str, tuple[Denial, Sentence]] = {}
    for denial in _read_denials(view):
        for sentence in view.sentences.values():
            if _contradicts(denial, sentence, view):
                key = " ".join(sorted(denial.words))
                best = found.get(key)
                if best is None or (sentence.article_id, sentence.start) < (best[1].article_id, best[1].start):
                    found[key] = (denial, sentence)
    for key in sorted(found):
        yield _make(*found[key], view)


def _read_denials(view: StoryView) -> Iterator[Denial]:
    for row in view.claims.values():
        for claim in row:
            if claim.stance != "denies" or not _is_plain(claim, view) or _AHEAD.search(claim.cite.quote):
                continue
            start, end = claim.cite.start, claim.cite.end
            text = view.articles[claim.article_id].text
            inside = [
                t
                for triggers in view.triggers.values()
                for t in triggers
                if t.article_id == claim.article_id and start <= t.start and t.end <= end and not t.noun
            ]
            verbs = frozenset(text[t.start : t.end].casefold() for t in inside)
            denial = Denial(claim, frozenset(t.lemma for t in inside), verbs, _find_content(claim.cite.quote))
            if inside and len(denial.words) >= _LEAST_WORDS:
                yield denial


def _is_plain(claim: Claim, view: StoryView) -> bool:
    """Whether a claim is a clause that is denied, and no thing ("denied the request")."""
    before = view.articles[claim.article_id].text[max(0, claim.cite.start - 24) : claim.cite.start]
    clause = _CLAUSE.match(claim.cite.quote) or before.rstrip().endswith(" that")
    return claim.kind != "direct" and _DENY.search(before) is not None and bool(clause)


def _find_content(text: str) -> frozenset[str]:
    words = (word.removesuffix("'s") for word, _, _ in find_words(text))
    return frozenset(word for word in words if len(word) > 3 and word not in _STOP)


def _contradicts(denial: Denial, sentence: Sentence, view: StoryView) -> bool:
    """Whether a sentence of another account tells the denied deed as done, in the denial's words."""
    if sentence.kind != "body" or view.account(sentence.article_id) == view.account(denial.claim.article_id):
        return False
    text = view.articles[sentence.article_id].text[sentence.start : sentence.end]
    shared = denial.words & _find_content(text)
    if len(shared) < max(_LEAST_WORDS, _SHARED_PART * len(denial.words)) or _UNSURE.search(text):
        return False
    told = {t.lemma for t in view.triggers.get(sentence.sentence_id, ()) if t.status == "actual"}
    return bool(told & denial.lemmas) or bool(denial.verbs & shared)


def _make(denial: Denial, sentence: Sentence, view: StoryView) -> Discrepancy:
    claim = denial.claim
    who = claim.speaker or claim.speakers[-1]
    told = view.find_claim(sentence.article_id, sentence.start, sentence.end)
    cite = view.cite(sentence, sentence.start, sentence.end)
    sides = (
        _make_side(view, cite, (told.speaker if told else None) or view.outlet(sentence.article_id)),
        _make_side(view, claim.cite, who, "denied: "),
    )
    return Discrepancy(
        discrepancy_id=content_id("polarity", view.story_id, *sorted(c for side in sides for c in side.cites)),
        story_id=view.story_id,
        kind="polarity",
        about=f"a deed that {who} denies",
        verdict="conflict",
        severity=2,
        why=f"One report tells as done what {who} denies in another, in nearly the same words.",
        sides=sides,
    )


def _make_side(view: StoryView, cite: Cite, said_by: str | None, before: str = "") -> Side:
    return view.make_side(before + " ".join(cite.quote.split()), said_by, (cite,))
