"""Where clauses begin, as far as marks and small words show it, and which of several triggers a phrase belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.language.reading import Token
from dateline.language.triggers import is_saying

_BREAKS = {";": 12, ":": 8, "–": 8, "—": 8, "--": 8, "(": 6, ")": 6, '"': 5, "“": 5, "”": 5}
_CONNECTIVES = frozenset(
    "that which who whom whose when while where after before because although though since as if unless until whether "
    "despite saying adding so".split()
)
_COMMA_COST = 3
_CONNECTIVE_COST = 7
_COORDINATION_COST = 4
_VERB_COST = 5
_PARENTHESIS_COST = 3
"""Costs are in tokens: what a boundary weighs against mere distance. Set by hand,
with the annotated news in view (evals/eval_events.py: a time is rarely given to a wrong event, often to none)."""


_SAID_REACH = 9
"""Tokens back from "that" within which a verb of saying governs it: "told reporters in Oslo on Friday that"."""


def path_cost(tokens: Sequence[Token], left: int, right: int) -> int:
    """Return how far apart two positions are: tokens between them, plus the clause boundaries crossed."""
    first, last = min(left, right), max(left, right)
    cost = 0
    at = first + 1
    while at < last:
        closing = _closing_mark(tokens, at, last)
        cost += _PARENTHESIS_COST if closing else _token_cost(tokens[at])
        at = (closing or at) + 1
    return cost


def _closing_mark(tokens: Sequence[Token], at: int, last: int) -> int | None:
    """Return where an aside that opens here closes ("– a total of 64 –"), if it does so before ``last``."""
    wanted = ")" if tokens[at].text == "(" else tokens[at].text if tokens[at].text in ("–", "—", "--") else None
    if wanted is None:
        return None
    return next((index for index in range(at + 1, last) if tokens[index].text == wanted), None)


def _token_cost(token: Token) -> int:
    text = token.text.lower()
    if text == ",":
        return 1 + _COMMA_COST
    if text in _CONNECTIVES and token.tag in ("IN", "WDT", "WP", "WP$", "WRB", "VBG", "RB"):
        return 1 + _CONNECTIVE_COST
    if token.tag == "CC":
        return 1 + _COORDINATION_COST
    if token.tag in ("VBD", "VBZ", "VBP", "MD"):
        return 1 + _VERB_COST
    return 1 + _BREAKS.get(text, 0)


def clause_bounds(tokens: Sequence[Token], at: int) -> tuple[int, int]:
    """Return the token span of the clause around a position: out to the nearest strong boundary on each side.

    A finite verb right after a comma takes the main clause up again ("the toll, which stood at 84, rose"), and so ends
    the clause that stood between.
    """
    start = at
    while start > 0 and not _is_boundary(tokens[start - 1]) and not _resumes(tokens, start):
        start -= 1
    end = at + 1
    while end < len(tokens) and not _is_boundary(tokens[end]) and not _resumes(tokens, end + 1):
        end += 1
    return start, end


def _resumes(tokens: Sequence[Token], at: int) -> bool:
    """True where a finite verb stands right after a comma and a connective has opened a clause before it."""
    if not 0 < at < len(tokens) or tokens[at - 1].text != "," or tokens[at].tag not in ("VBD", "VBZ", "VBP", "MD"):
        return False
    return any(_is_boundary(token) for token in tokens[: at - 1])


def in_main_clause(tokens: Sequence[Token], at: int) -> bool:
    """True when no connective, dash or bracket opens the clause around a position, or the main clause resumes there.

    What is said to be so ("said on Friday that …") counts too; a relative clause does not.
    """
    start, _ = clause_bounds(tokens, at)
    if start == 0 or tokens[start - 1].text in (";", ",") or _closes_with_speaker(tokens, at):
        return True
    before = tokens[max(0, start - _SAID_REACH) : start - 1]
    return tokens[start - 1].text.lower() == "that" and any(
        token.tag.startswith("VB") and is_saying(token.lemma) for token in before
    )


def _closes_with_speaker(tokens: Sequence[Token], at: int) -> bool:
    """True for the verb of saying in ", the coastguard said": it stands outside whatever clause went before."""
    comma = next((index for index in range(at - 1, -1, -1) if tokens[index].text == ","), None)
    if comma is None or not is_saying(tokens[at].lemma):
        return False
    return not any(_is_boundary(token) for token in tokens[comma + 1 : at])


def _is_boundary(token: Token) -> bool:
    text = token.text.lower()
    if text in _BREAKS and text not in ('"', "“", "”"):
        return True
    return text in _CONNECTIVES and text not in ("as", "since") and token.tag in ("IN", "WDT", "WP", "WP$", "WRB")
