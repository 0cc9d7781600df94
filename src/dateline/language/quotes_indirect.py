"""The words that a cue attributes without quotation marks: from where they begin to where the reporter takes over."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.language.en import cues
from dateline.language.phrases import NOUNS
from dateline.language.quotes_cues import Cue
from dateline.language.quotes_sources import Grammar, Span, source_before
from dateline.language.quotes_units import QUOTE

_TRAILING = frozenset({".", ",", ";", ":", "!", "?", "—", "–", "-", "--", "…", "...", "(", "[", "•"})
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "VBG", "VBN"})
_HANGING = frozenset({"as", "after", "when", "while", "since", "before", "because", "although", "though", "once"})
"""Words that make an attribution a side clause: what is said ends at its comma."""
_CONTRASTS = frozenset({"while", "although", "though", "whereas", "but"})
_OWN_VOICE = (
    ("in", "what"),
    ("in", "an", "apparent"),
    ("in", "a", "move"),
    ("a", "move"),
    ("a", "claim"),
    ("despite",),
)
"""Openings of the reporter's own remark on a statement, after a comma."""


def find_content(grammar: Grammar, told: Sequence[Cue], cue: Cue) -> Span | None:
    """Return the tokens that ``cue`` attributes without marks of their own, or None; ``told`` are the unit's cues."""
    if cue.content is not None:
        return _trim(grammar, cue.content, _find_end(grammar, told, cue))
    if cue.quote is None and (cue.lemma in cues.SPEAKING or cue.lemma == "according to"):
        return _find_before(grammar, cue) or _find_around(grammar, cue)
    return None


def region_of(cue: Cue) -> Span:
    """Return the tokens of a cue together with its source."""
    spans = [(cue.start, cue.end)]
    if cue.source is not None and (cue.inverted or cue.lemma == "according to" or cue.source[1] <= cue.start):
        spans.append(cue.source)
    return min(start for start, _ in spans), max(end for _, end in spans)


def _find_before(grammar: Grammar, cue: Cue) -> Span | None:
    """Return the clause that a closing cue reports: all words before its comma, when they hold a finite verb."""
    tokens = grammar.tokens
    start, end = region_of(cue)
    if cue.source is None or start < 2 or not _closes(grammar, end):
        return None
    if tokens[start - 1].text not in (",", "—", "–", "--") and cue.lemma != "according to":
        return None
    if tokens[start - 1].tag == QUOTE or (tokens[start - 2].tag == QUOTE and tokens[start - 1].text == ","):
        return None
    if not any(group.form == "finite" and group.end < start for group in grammar.groups):
        return None
    first = 1 if tokens[0].tag == "CC" or tokens[0].text == "•" else 0
    hangs = tokens[first].text.lower() in cues.SUBORDINATORS - {"that", "or", "so"}
    if hangs and not _has_main_clause(grammar, first, start):
        return None
    return _trim(grammar, first, start)


def _find_around(grammar: Grammar, cue: Cue) -> Span | None:
    """Return the clause that a cue between commas breaks up after its subject: "The ship, officials said, sank"."""
    tokens = grammar.tokens
    start, end = region_of(cue)
    if cue.source is None or start < 2 or end >= len(tokens) - 1:
        return None
    if tokens[start - 1].text != "," or tokens[end].text != ",":
        return None
    first = 1 if tokens[0].tag == "CC" else 0
    subject = source_before(grammar, start - 1)
    finite = any(group.form == "finite" and first <= group.start < start for group in grammar.groups)
    resumed = next((g for g in grammar.groups if g.start >= end + 1 and g.form == "finite"), None)
    adverbs = resumed is not None and all(token.tag in ("RB", "MD") for token in tokens[end + 1 : resumed.start])
    if finite or subject is None or subject[0] != first or not adverbs or any(t.tag == QUOTE for t in tokens):
        return None
    return _trim(grammar, first, len(tokens))


def _has_main_clause(grammar: Grammar, first: int, end: int) -> bool:
    """Tell whether a finite verb follows the first comma: "When he left, the office closed"."""
    comma = next((i for i in range(first, end - 1) if grammar.tokens[i].text == ","), None)
    return comma is not None and any(g.form == "finite" and comma < g.start < end for g in grammar.groups)


def _closes(grammar: Grammar, end: int) -> bool:
    """Tell whether no clause of its own follows a cue before the next comma or the end of the sentence."""
    tokens = grammar.tokens
    for at in range(end, len(tokens)):
        if tokens[at].text in (",", ";", "—", "–") or tokens[at].tag in ("CC", "."):
            return True
        if tokens[at].tag in ("VBD", "VBZ", "VBP", "MD", QUOTE):
            return False
    return True


def _find_end(grammar: Grammar, told: Sequence[Cue], cue: Cue) -> int:
    tokens = grammar.tokens
    start = cue.content or 0
    before = tokens[cue.source[0] - 1].text.lower() if cue.source and cue.source[0] else ""
    hangs = before in _HANGING
    for at in range(start + 1, len(tokens)):
        text = tokens[at].text
        if text == ";" or (text in (",", "—", "–", "--", "-") and _takes_over(grammar, told, cue, at)):
            return at
        if text.lower() in _CONTRASTS and _next_cue_at(grammar, told, cue, at + 1):
            return at
        if tokens[at].tag == "CC" and _next_cue_at(grammar, told, cue, at + 1):
            return at
        if hangs and text == "," and any(start < g.start < at and g.form == "finite" for g in grammar.groups):
            return at
        if not cue.clause and text == "," and not _goes_on(grammar, at):
            return at
    return len(tokens)


def _goes_on(grammar: Grammar, comma: int) -> bool:
    """Tell whether a list goes on behind a comma: of adjectives, of things to do, of things that "and" closes."""
    tokens = grammar.tokens
    at = comma + 1
    if at >= len(tokens):
        return False
    if tokens[at].tag in _MODIFIERS and _in_noun_phrase(grammar, comma):
        return True
    joined = at + 1 if tokens[at].tag == "CC" else at
    if joined < len(tokens) and (tokens[joined].tag == "VB" or tokens[joined].text.lower() == "to"):
        return True
    phrase = grammar.starting.get(at)
    if phrase is None or tokens[phrase.head].tag == "PRP" or phrase.end >= len(tokens):
        return False
    if tokens[phrase.end].text == ",":
        return phrase.end + 1 < len(tokens) and (tokens[phrase.end + 1].tag == "CC" or _goes_on(grammar, phrase.end))
    follows = grammar.starting.get(phrase.end + 1) if tokens[phrase.end].text.lower() in ("and", "or") else None
    return follows is not None and follows.end not in grammar.opening


def _in_noun_phrase(grammar: Grammar, comma: int) -> bool:
    """Tell whether an adjective with its article stands before a comma, and a noun behind the adjective after it."""
    tokens = grammar.tokens
    before = [token.tag for token in tokens[max(comma - 3, 0) : comma]]
    after = [token.tag for token in tokens[comma + 1 : comma + 5]]
    led = before[-1] in _MODIFIERS and any(tag in ("DT", "PRP$", "RBR", "RB", "JJ") for tag in before[:-1])
    return (led or before[-2:-1] == ["DT"]) and any(tag in NOUNS for tag in after[1:])


def _takes_over(grammar: Grammar, told: Sequence[Cue], cue: Cue, comma: int) -> bool:
    """Tell whether another attribution, or the reporter's own voice, begins behind a comma or dash."""
    tokens = grammar.tokens
    at = comma + 1
    words = tuple(token.text.lower() for token in tokens[at : at + 3])
    if any(words[: len(opening)] == opening for opening in _OWN_VOICE):
        return True
    if at < len(tokens) and (tokens[at].tag == "CC" or tokens[at].text.lower() in _CONTRASTS):
        return _next_cue_at(grammar, told, cue, at + 1)
    return _next_cue_at(grammar, told, cue, at)


def _next_cue_at(grammar: Grammar, told: Sequence[Cue], cue: Cue, at: int) -> bool:
    """Tell whether a later cue begins at ``at``: with its source, or with its verb where the source is shared."""
    while at < len(grammar.tokens) and grammar.tokens[at].tag in ("RB", "MD"):
        at += 1
    for other in told:
        if other.start <= cue.start:
            continue
        if at in (region_of(other)[0], other.start):
            return True
        auxiliary = next((group.start for group in grammar.groups if group.head == other.start), other.start)
        if at == auxiliary and other.source == cue.source:
            return True
    return False


def _trim(grammar: Grammar, start: int, end: int) -> Span | None:
    tokens = grammar.tokens
    while start < end and (tokens[start].text in _TRAILING or tokens[start].tag in ("''", "``")):
        start += 1
    while end > start and (tokens[end - 1].text in _TRAILING or tokens[end - 1].tag in ("''", "``", "CC")):
        end -= 1
    return (start, end) if end - start >= 2 else None
