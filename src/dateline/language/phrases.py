"""Noun phrases and verb groups of a sentence, from its tags: a chunker in the manner of Abney (1991).

Positions are token indices, end exclusive. No nesting: a phrase is the longest plain run.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from dateline.language.reading import Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
_INSIDE = NOUNS | {"DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "POS", "$", "#", "HYPH", "AFX", "ADD", "WP$"}
_OPENERS = frozenset({"DT", "PDT", "PRP$", "WP$"})
_ADVERBS = frozenset({"RB", "RBR", "RBS", "EX"})
_AUXILIARIES = frozenset({"be", "have", "do", "get"})
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no"})
_FUTURE_MODALS = frozenset({"will", "'ll", "’ll", "shall", "wo"})


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Tokens ``start:end`` with their head noun (the last noun, number or pronoun)."""

    start: int
    end: int
    head: int


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Tokens ``start:end``: auxiliaries, adverbs between them and the main verb ``head``.

    ``form`` is ``finite``, ``infinitive`` ("to return"), ``gerund`` or ``participle`` (a bare "-ed" form: a reduced
    relative, or the past tense misread). ``tense`` is None for forms that have none of their own.
    """

    start: int
    end: int
    head: int
    lemma: str
    form: Literal["finite", "infinitive", "gerund", "participle"]
    tense: Literal["past", "present", "future"] | None
    perfect: bool
    passive: bool
    negated: bool
    modal: str | None


def find_noun_phrases(tokens: Sequence[Token]) -> tuple[NounPhrase, ...]:
    """Return the noun phrases of a sentence in order; a personal pronoun is one of its own."""
    phrases: list[NounPhrase] = []
    start = 0
    while start < len(tokens):
        if tokens[start].tag in ("PRP", "EX", "WP"):
            phrases.append(NounPhrase(start, start + 1, start))
            start += 1
            continue
        end = _run_end(tokens, start)
        head = _head_of(tokens, start, end)
        if head is not None:
            phrases.append(NounPhrase(start, head + 1, head))
        start = max(end, start + 1)
    return tuple(phrases)


def _run_end(tokens: Sequence[Token], start: int) -> int:
    """Return where the run of noun-phrase tags from ``start`` ends; a new determiner after a noun starts another."""
    end = start
    while end < len(tokens) and _continues(tokens, start, end):
        end += 1
    return end


def _continues(tokens: Sequence[Token], start: int, at: int) -> bool:
    tag = tokens[at].tag
    if tag in _OPENERS:
        return at == start or tokens[at - 1].tag in ("PDT", "DT")
    if tag == "POS":
        return at > start
    if tag in _INSIDE:
        return True
    following = tokens[at + 1].tag if at + 1 < len(tokens) else ""
    if tag in ("VBN", "VBG"):
        return at > start and tokens[at - 1].tag not in NOUNS and following in _INSIDE - _OPENERS - {"POS"}
    if tag == "RB":
        return at > start and tokens[at - 1].tag in _OPENERS and following in ("JJ", "CD", "VBN", "VBG")
    if tag == "CC" or tokens[at].text == ",":
        return at > start and tokens[at - 1].tag == "JJ" and following == "JJ"
    return False


def _head_of(tokens: Sequence[Token], start: int, end: int) -> int | None:
    for wanted in (NOUNS, {"CD"}, {"JJ", "JJR", "JJS"}):
        for index in range(end - 1, start - 1, -1):
            if tokens[index].tag in wanted:
                if wanted is not NOUNS and tokens[index].tag != "CD" and tokens[start].tag not in _OPENERS:
                    return None
                return index
    return None


def find_verb_groups(tokens: Sequence[Token]) -> tuple[VerbGroup, ...]:
    """Return the verb groups of a sentence in order."""
    groups: list[VerbGroup] = []
    at = 0
    while at < len(tokens):
        if tokens[at].tag == "MD" or tokens[at].tag in VERBS:
            group = _read_group(tokens, at)
            groups.append(group)
            at = group.end
        else:
            at += 1
    return tuple(groups)


def _read_group(tokens: Sequence[Token], start: int) -> VerbGroup:
    verbs = [start]
    at = start + 1
    while at < len(tokens):
        tag = tokens[at].tag
        if tag in VERBS and _is_auxiliary(tokens[verbs[-1]]) and tokens[at - 1].tag != "TO":
            verbs.append(at)
        elif not (tag in _ADVERBS and _is_auxiliary(tokens[verbs[-1]])):
            break
        at += 1
    end = verbs[-1] + 1
    inner = [tokens[index] for index in range(start, end)]
    before = tokens[start - 1] if start else None
    return _describe(tokens, verbs, end, inner, before)


def _is_auxiliary(token: Token) -> bool:
    return token.tag == "MD" or token.lemma in _AUXILIARIES


def _describe(
    tokens: Sequence[Token], verbs: list[int], end: int, inner: list[Token], before: Token | None
) -> VerbGroup:
    head = tokens[verbs[-1]]
    first = tokens[verbs[0]]
    lemmas = [tokens[index].lemma for index in verbs]
    modal = first.text.lower() if first.tag == "MD" else None
    after = tokens[end] if end < len(tokens) else None
    return VerbGroup(
        start=verbs[0],
        end=end,
        head=verbs[-1],
        lemma=head.lemma,
        form=_form_of(first, before),
        tense=_tense_of(first, before, modal),
        perfect="have" in lemmas[:-1] and head.tag in ("VBN", "VBD"),
        passive=len(verbs) > 1 and lemmas[-2] in ("be", "get") and head.tag in ("VBN", "VBD"),
        negated=any(token.text.lower() in _NEGATIONS for token in (*inner, *filter(None, (before, after)))),
        modal=modal,
    )


def _form_of(first: Token, before: Token | None) -> Literal["finite", "infinitive", "gerund", "participle"]:
    if before is not None and (before.tag == "TO" or before.text.lower() == "to") and first.tag == "VB":
        return "infinitive"
    if first.tag == "VBG":
        return "gerund"
    return "participle" if first.tag == "VBN" else "finite"


def _tense_of(first: Token, before: Token | None, modal: str | None) -> Literal["past", "present", "future"] | None:
    if modal is not None:
        return "future" if modal in _FUTURE_MODALS else None
    if first.tag == "VBD":
        return "past"
    if first.tag in ("VBP", "VBZ"):
        return "present"
    return "present" if first.tag == "VB" and before is None else None


def is_adjectival(tokens: Sequence[Token], group: VerbGroup) -> bool:
    """True for a bare participle before a noun ("failed summit", "divided town")."""
    following = tokens[group.end].tag if group.end < len(tokens) else ""
    return group.form in ("participle", "gerund") and group.end - group.start == 1 and following.startswith("NN")
