"""Who says what in one text: quotations, indirect speech and transcripts, each with its speaker and how it is put.

Quotation marks decide what is quoted; tree, lists and network together what is told without marks
(``quotes_attributions``). A quotation goes to the cue that most speaks for: where it stands, what the tree hangs on
it, and what the network hears from it; failing that to the one who spoke last, and else to nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.ids import content_id
from dateline.language.quotes_attributions import FIRST_PERSONS, Attribution, find_attributions
from dateline.language.quotes_cues import SURE
from dateline.language.quotes_links import (
    Framed,
    find_cue,
    fit_to_marks,
    frame_told,
    hears,
    leads_on,
    only_names_speaker,
    overlap,
    stands_alone,
)
from dateline.language.quotes_marks import DOUBLE, Quoted, find_quoted
from dateline.language.quotes_sources import Span, find_subject
from dateline.language.quotes_turns import Turn, find_turns
from dateline.language.quotes_units import find_paragraphs, frame_units
from dateline.language.reading import Reading
from dateline.language.tree import plant_tree
from dateline.model import Mention, Quote, QuoteKind, Stance
from dateline.words import WORD

_LEAST_WORDS = 4
"""Words from which a marked stretch counts as a quotation of its own and not as a fragment in the reporter's clause."""
_LONE_WORDS = 6
"""Words from which a marked stretch is a quotation though nothing in its sentence attributes it. Of 131 unattributed
stretches in 288 news texts 44 had six words or more, three of them titles (which ``_is_title`` tells); the 87 shorter
ones were mostly names, terms and scare quotes.
"""
_CARRY = 2
"""Paragraphs over which the last speaker still speaks a quotation that stands alone."""
_SIGNED = re.compile(r"[ \t]*(?:[—–―]|--?)[ \t]*")
"""What stands between a quotation and the name of who is quoted, where nothing but the name does."""
_INNER_MARKS = DOUBLE | {"‘"}
_PERSONS = frozenset({"he", "she", "they"})


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who speaks and by which words we know, as spans of the text."""

    speaker: Span | None
    cue: Span | None
    stance: Stance


_NOBODY = _Voice(None, None, "says")


def find_quotes(reading: Reading, mentions: Sequence[Mention]) -> tuple[Quote, ...]:
    """Return the quotes of a text in order of their spans; ``mentions`` are its names (persons help to carry speakers).

    Spans hold the words without quotation marks; those of nested attributions overlap.
    """
    text = reading.article.text
    paragraphs = find_paragraphs(reading.sentences)
    turns = find_turns(text, paragraphs, {m.text for m in mentions if m.kind == "PER"})
    taken = {turn.paragraph for turn in turns}
    quoted = find_quoted(text, [(p.start, p.end) for p in paragraphs])
    inside: dict[int, list[Quoted]] = defaultdict(list)
    for piece in quoted:
        inside[piece.paragraph].append(piece)
    told = _find_told(reading)
    framed: list[list[Framed]] = []
    for paragraph in paragraphs:
        units = () if paragraph.index in taken else frame_units(paragraph, inside[paragraph.index])
        framed.append([frame_told(unit, told) for unit in units])
    people = frozenset((m.start, m.end) for m in mentions if m.kind == "PER")
    rows = [_from_turn(reading, turn) for turn in turns]
    rows += _Finder(reading, people).find(framed)
    return _order(rows)


def _find_told(reading: Reading) -> list[Attribution]:
    """Return the attributions of all sentences, in order of their cues."""
    seen = sorted(reading.seen.attributions, key=lambda item: item.cue)
    starts = [item.cue[0] for item in seen]
    found: list[Attribution] = []
    for row in reading.sentences:
        here = seen[bisect_left(starts, row.sentence.start) : bisect_left(starts, row.sentence.end)]
        found += find_attributions(plant_tree(row.tokens), here)
    return found


def _order(rows: Iterable[Quote]) -> tuple[Quote, ...]:
    """Return the quotes by span; of two with one span the one whose speaker is known."""
    best: dict[Span, Quote] = {}
    for row in rows:
        known = best.get((row.start, row.end))
        if known is None or (known.speaker_span is None and row.speaker_span is not None):
            best[(row.start, row.end)] = row
    return tuple(best[span] for span in sorted(best))


def _from_turn(reading: Reading, turn: Turn) -> Quote:
    return _build(reading, (turn.start, turn.end), "direct", _Voice(turn.name, None, "says"))


def _build(reading: Reading, span: Span, kind: QuoteKind, voice: _Voice) -> Quote:
    article = reading.article
    start, end = span
    place = bisect_right(reading.sentences, start, key=lambda row: row.sentence.end)
    holder = reading.sentences[min(place, len(reading.sentences) - 1)].sentence
    return Quote(
        quote_id=content_id("quote", article.article_id, start, end),
        article_id=article.article_id,
        sentence_id=holder.sentence_id,
        start=start,
        end=end,
        kind=kind,
        speaker_span=voice.speaker,
        speaker_text=None if voice.speaker is None else article.text[slice(*voice.speaker)],
        cue_span=voice.cue,
        cue=None if voice.cue is None else article.text[slice(*voice.cue)],
        stance=voice.stance,
    )


class _Finder:
    """Walks the units of a text in order and remembers who spoke last."""

    def __init__(self, reading: Reading, people: frozenset[Span]) -> None:
        self.reading = reading
        self.text = reading.article.text
        self.people = people
        self.tokens = [token for sentence in reading.sentences for token in sentence.tokens]
        self.starts = [token.start for token in self.tokens]
        self.last: _Voice | None = None
        self.last_paragraph = -1
        self.rows: list[Quote] = []

    def find(self, framed: Sequence[Sequence[Framed]]) -> list[Quote]:
        """Return the quotes of all paragraphs, unordered."""
        units = [item for paragraph in framed for item in paragraph]
        for place, item in enumerate(units):
            self._read_quotations(item, units[max(0, place - 1) : place], units[place + 1 : place + 2])
            self._read_indirect(item)
            self._remember(item)
        return self.rows

    def _read_quotations(self, item: Framed, before: Sequence[Framed], behind: Sequence[Framed]) -> None:
        for at, piece in sorted(item.unit.quotes.items()):
            voice = self._find_voice(item, before, behind, at)
            kind = self._kind_of(item, at, piece, voice)
            if kind is None or (self._in_clause(item, piece) and not self._is_statement(piece)):
                continue
            self.rows.append(_build(self.reading, (piece.start, piece.end), kind, voice or _NOBODY))
            if voice is not None and voice.speaker is not None:
                self.last, self.last_paragraph = voice, item.unit.paragraph

    def _find_voice(self, item: Framed, before: Sequence[Framed], behind: Sequence[Framed], at: int) -> _Voice | None:
        """Return who says a quotation: None when its own sentence does not tell and nothing carries over."""
        piece = item.unit.quotes[at]
        told = find_cue(item, at)
        if told is not None:
            return _voice(told)
        if piece.continued and self.last is not None:
            return self.last
        if at > 1 and item.unit.tokens[at - 1].text == ":":
            subject = self._subject(item, piece.open)
            if subject is not None:
                return _Voice(subject, None, "says")
        signed = _SIGNED.match(self.text, piece.close)
        signer = next((span for span in self.people if signed is not None and span[0] == signed.end()), None)
        if signer is not None:
            return _Voice(signer, None, "says")
        return self._borrow(item, before, behind, piece) if stands_alone(item) else None

    def _borrow(self, item: Framed, before: Sequence[Framed], behind: Sequence[Framed], piece: Quoted) -> _Voice | None:
        """Return who says a quotation that stands alone: by a cue beside it that leads to it or follows it, else the
        one who speaks in its paragraph, else who the network hears it from, else who spoke last."""
        paragraph = item.unit.paragraph
        tails = [unit.told[0] for unit in behind if unit.unit.paragraph == paragraph and only_names_speaker(unit)]
        beside = tails + [unit.told[-1] for unit in before if leads_on(unit)]
        if not beside and self.last_paragraph != paragraph:
            near = [told for unit in (*before, *behind) for told in unit.told if told.source is not None]
            beside = [told for told in near if hears(told, piece) >= SURE]
            beside.sort(key=lambda told: -hears(told, piece))
        return _voice(beside[0]) if beside else self._carried(item)

    def _carried(self, item: Framed) -> _Voice | None:
        """Return the last speaker for a quotation that stands alone, with the cue where it is the same paragraph."""
        gap = item.unit.paragraph - self.last_paragraph
        if self.last is None or gap > _CARRY or item.unit.kind != "body":
            return None
        return self.last if gap == 0 else _Voice(self.last.speaker, None, self.last.stance)

    def _kind_of(self, item: Framed, at: int, piece: Quoted, voice: _Voice | None) -> QuoteKind | None:
        """Return whether a marked stretch is a quotation of its own or a fragment; None when it is no quotation."""
        words = self.text[piece.start : piece.end].split()
        if len(words) >= _LEAST_WORDS and voice is not None:
            return "direct"
        if voice is not None and not _is_whole(item, at):
            return "mixed" if self._is_led(piece, voice) or not _is_title(self.text[piece.start : piece.end]) else None
        if voice is not None:
            return "direct"
        if piece.continued or (stands_alone(item) and len(words) >= _LEAST_WORDS):
            return "direct"
        if len(words) >= _LONE_WORDS and not _is_title(self.text[piece.start : piece.end]) and item.unit.kind == "body":
            return "mixed"
        return None

    def _is_led(self, piece: Quoted, voice: _Voice) -> bool:
        """Tell whether a verb that reports words, and needs no hearer, stands right before the mark."""
        if voice.cue is None or self.text[voice.cue[1] : piece.open].strip():
            return False
        return self.text[slice(*voice.cue)].lower() not in ("told", "tells", "tell", "telling")

    def _in_clause(self, item: Framed, piece: Quoted) -> bool:
        """Tell whether a fragment stands in a clause that is attributed as a whole."""
        spans = (fit_to_marks(item, told, nested=False) for told in item.told)
        return any(span is not None and overlap(span, (piece.start, piece.end)) for span in spans)

    def _is_statement(self, piece: Quoted) -> bool:
        """Tell whether a marked stretch inside an attributed clause is a statement by itself: long, or with a verb."""
        inner = self.tokens[bisect_left(self.starts, piece.start) : bisect_left(self.starts, piece.end)]
        words = [token for token in inner if any(char.isalnum() for char in token.text)]
        if len(words) < _LEAST_WORDS:
            return False
        finite = any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in words[1:])
        return len(words) >= 2 * _LEAST_WORDS or (finite and words[0].tag not in ("VBD", "VBZ", "VBP", "MD"))

    def _read_indirect(self, item: Framed) -> None:
        for told in (*item.told, *item.nested):
            nested = told in item.nested
            span = fit_to_marks(item, told, nested=nested)
            if span is None or (not nested and self._is_own(told)):
                continue
            if nested and _INNER_MARKS & set(self.text[span[0] - 1 : span[1]]):
                continue
            marked = any(overlap(span, (piece.open, piece.close)) for piece in item.unit.quotes.values())
            kind: QuoteKind = "mixed" if marked and not nested else "indirect"
            self.rows.append(_build(self.reading, span, kind, _voice(told)))

    def _is_own(self, told: Attribution) -> bool:
        """Tell whether the outlet itself speaks: a first person outside quotation marks."""
        return told.source is not None and self.text[slice(*told.source)].lower() in FIRST_PERSONS

    def _remember(self, item: Framed) -> None:
        """Note who spoke last: the last source of the unit, or the person that a unit without cues is about."""
        named = [told for told in item.told if told.source is not None]
        if item.unit.quotes and self.last_paragraph == item.unit.paragraph:
            return
        if named:
            self.last, self.last_paragraph = _voice(named[-1]), item.unit.paragraph
        elif not item.unit.quotes and item.unit.kind == "body" and item.unit.tokens:
            subject = self._subject(item, item.unit.tokens[-1].end)
            if subject is not None and self._is_person(subject):
                self.last, self.last_paragraph = _Voice(subject, None, "says"), item.unit.paragraph

    def _is_person(self, span: Span) -> bool:
        named = any(span[0] <= left and right <= span[1] for left, right in self.people)
        return named or self.text[slice(*span)].lower() in _PERSONS

    def _subject(self, item: Framed, before: int) -> Span | None:
        """Return the subject of the sentence in which a unit begins, if it stands before an offset."""
        row = self.reading.sentences[
            bisect_right(self.reading.sentences, item.unit.tokens[0].start, key=lambda row: row.sentence.start) - 1
        ]
        subject = find_subject(plant_tree(row.tokens))
        return subject if subject is not None and subject[1] <= before else None


def _voice(told: Attribution) -> _Voice:
    return _Voice(told.source, told.cue, told.stance)


def _is_whole(item: Framed, at: int) -> bool:
    """Tell whether a short quotation is all that is said: it opens the sentence, or a comma or colon leads to it."""
    return at == 0 or item.unit.tokens[at - 1].text in (",", ":")


def _is_title(words: str) -> bool:
    """Tell whether words are written like the title of a work: nearly every longer word has a capital."""
    longer = [match.group() for match in WORD.finditer(words) if len(match.group()) > 3]
    return bool(longer) and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)
