"""Which cue a quotation belongs to: where the cue stands, what the tree hangs on it and what the network hears."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.language.en import cues
from dateline.language.quotes_attributions import Attribution
from dateline.language.quotes_cues import SURE
from dateline.language.quotes_marks import Quoted
from dateline.language.quotes_sources import Span
from dateline.language.quotes_units import QUOTE, Unit
from dateline.language.reading import Token

_BESIDE = 4.0
_HUNG = 2.0
_HEARD = 3.0
_BEFORE = 1.0
_BEHIND = 0.5
"""What speaks for a cue: nothing but marks between it and the quotation, that the tree hangs the quotation on it, that
the network hears all of the quotation from it, that it stands before or behind it in the same sentence. Set by order:
place beats each of the others, tree and network together beat place, and mere company in a sentence comes last."""
_LEADING = frozenset({",", ":", "—", "–", "-", "that", "as", "it", "simply", "only"})
_PARTING = frozenset({",", "—", "–", "-", ")", "."})
_REACH = 20
"""Words that may stand between a verb and the quotation it leads to: "said in a statement late on Monday:"."""


@dataclass(frozen=True, slots=True)
class Framed:
    """A framed sentence with its attributions: ``told`` outside its quotation marks, ``nested`` within them."""

    unit: Unit
    told: tuple[Attribution, ...]
    nested: tuple[Attribution, ...]


def frame_told(unit: Unit, told: Sequence[Attribution]) -> Framed:
    """Return a unit with those of the attributions (in order of their cues) whose cues stand in it."""
    if not unit.tokens:
        return Framed(unit, (), ())
    first = bisect_left(told, unit.tokens[0].start, key=lambda item: item.cue[0])
    last = bisect_left(told, unit.tokens[-1].end, key=lambda item: item.cue[0])
    within = [any(overlap(item.cue, (p.open, p.close)) for p in unit.quotes.values()) for item in told[first:last]]
    pairs = list(zip(told[first:last], within, strict=True))
    outer, nested = (tuple(item for item, inner in pairs if inner is side) for side in (False, True))
    return Framed(unit, outer, nested)


def find_cue(item: Framed, at: int) -> Attribution | None:
    """Return the attribution that a quotation (by its place in the unit) belongs to, if one speaks for it."""
    piece = item.unit.quotes[at]
    scored = [(weigh(item, at, piece, told), told.cue, told) for told in item.told]
    best = max(scored, key=lambda row: row[:2], default=None)
    return best[2] if best is not None and best[0] > 0 else None


def weigh(item: Framed, at: int, piece: Quoted, told: Attribution) -> float:
    """Return how much speaks for a cue as that of a quotation; nought where nothing does."""
    inner = (piece.start, piece.end)
    hung = told.content is not None and 2 * overlap(told.content, inner) >= told.content[1] - told.content[0]
    apart = told.content is not None and not overlap(told.content, (piece.open, piece.close))
    heard = hears(told, piece)
    place = _place(item.unit, at, piece, told, apart=apart)
    if told.source is None and place < _BESIDE:
        return 0.0
    return place and place + _HUNG * hung + _HEARD * heard


def _place(unit: Unit, at: int, piece: Quoted, told: Attribution, *, apart: bool) -> float:
    """Return what a cue's place speaks for it."""
    start = told.region[0]
    if start >= piece.close:
        if apart:
            return 0.0
        between = unit.tokens[at + 1 : _index(unit, start)]
        beside = all(token.text in _PARTING or token.tag == "RB" for token in between)
        return _BESIDE if beside and told.source is not None else _BEHIND
    if told.cue[1] <= piece.open:
        return _BESIDE if not apart and _leads(unit.tokens[_index(unit, told.cue[1]) : at]) else _BEFORE
    return 0.0


def _leads(between: Sequence[Token]) -> bool:
    """Tell whether a verb with these words behind it leads to the quotation after them."""
    if all(token.text.lower() in _LEADING for token in between):
        return True
    barred = any(token.tag in ("VBD", "VBZ", "VBP", "MD", QUOTE) or token.text in (";", ".") for token in between)
    return len(between) <= _REACH and not barred and between[-1].text in (":", ",")


def hears(told: Attribution, piece: Quoted) -> float:
    """Return how much of a quotation the network hears from a cue, from nought to one."""
    inner = (piece.start, piece.end)
    return sum(overlap(span, inner) * score for span, score in told.heard) / max(1, piece.end - piece.start)


def overlap(left: Span, right: Span) -> int:
    """Return how many characters two spans share."""
    return max(0, min(left[1], right[1]) - max(left[0], right[0]))


def _index(unit: Unit, offset: int) -> int:
    return next((place for place, token in enumerate(unit.tokens) if token.start >= offset), len(unit.tokens))


def stands_alone(item: Framed) -> bool:
    """Tell whether a unit holds nothing but quotations and marks."""
    return not any(token.tag != QUOTE and any(map(str.isalnum, token.text)) for token in item.unit.tokens)


def only_names_speaker(item: Framed) -> bool:
    """Tell whether a unit is the tail of a quotation that ended with a full stop: "Chun said."."""
    if not item.told:
        return False
    told = item.told[0]
    first = next((token.start for token in item.unit.tokens if any(map(str.isalnum, token.text))), -1)
    return told.region[0] == first and told.content is None and told.source is not None and not item.unit.quotes


def leads_on(item: Framed) -> bool:
    """Tell whether a unit leads to a quotation in the next: "He said:"."""
    ends = bool(item.unit.tokens) and item.unit.tokens[-1].text == ":"
    return ends and bool(item.told) and item.told[-1].content is None and item.told[-1].source is not None


def fit_to_marks(item: Framed, told: Attribution, *, nested: bool) -> Span | None:
    """Return a content with the quotations that it cuts taken whole; None where the marks alone hold what is said."""
    if told.content is None:
        return None
    start, end = told.content
    pieces = [piece for piece in item.unit.quotes.values() if overlap(told.content, (piece.open, piece.close))]
    if nested:
        inside = any(p.start <= min(start, told.cue[0]) and max(end, told.cue[1]) <= p.end for p in pieces)
        return (start, end) if inside and told.score >= SURE and (told.clause or told.lemma in cues.VERBS) else None
    for piece in pieces:
        start, end = min(start, piece.open), max(end, piece.close)
    return None if _is_marked(item.unit, (start, end)) else (start, end)


def _is_marked(unit: Unit, span: Span) -> bool:
    """Tell whether a content is quotations and marks only, or opens with a quotation that a comma closes."""
    inner = [token for token in unit.tokens if span[0] <= token.start and token.end <= span[1]]
    words = [token for token in inner if token.tag != QUOTE and any(map(str.isalnum, token.text))]
    if not words:
        return True
    return inner[0].tag == QUOTE and (len(words) < 3 or _ends_in_comma(unit, inner[0]))


def _ends_in_comma(unit: Unit, mark: Token) -> bool:
    piece = next(piece for piece in unit.quotes.values() if piece.open == mark.start)
    return piece.comma
