"""Who says what in one text: quotations, indirect speech and transcripts, each with its speaker and how it is put.

Rules in the manner of the Gender Gap Tracker (Asr et al. 2021: marks, complement clauses, "according to", floating
quotations), over the framed sentences of ``quotes_units``. A quotation's speaker is looked for behind it, before it,
in the rest of its sentence, and last in what was said before; where none of these is plain the speaker is None.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.ids import content_id
from dateline.language.quotes_cues import Cue, find_cues
from dateline.language.quotes_indirect import find_content, region_of
from dateline.language.quotes_marks import Quoted, find_quoted
from dateline.language.quotes_sources import Grammar, Span, read_grammar, source_before
from dateline.language.quotes_turns import Turn, find_turns
from dateline.language.quotes_units import QUOTE, Unit, find_paragraphs, frame_units
from dateline.language.reading import Reading
from dateline.model import Mention, Quote, QuoteKind, Stance
from dateline.words import WORD

_LEAST_WORDS = 4
"""Words from which a marked stretch counts as a quotation of its own and not as a fragment in the reporter's clause."""
_LONE_WORDS = 6
"""Words from which a marked stretch is a quotation though nothing in its sentence attributes it. Of 131 unattributed
stretches in 288 news texts 44 had six words or more, three of them titles (which ``_is_title`` tells); the 87 shorter
ones were mostly names, terms and scare quotes.
"""
_LONGEST = 400
"""Tokens above which a unit is a table or a list, with no grammar to go by; of 4,026 in news the longest had 95."""
_CARRY = 2
"""Paragraphs over which the last speaker still speaks a quotation that stands alone."""
_PERSONS = frozenset({"he", "she", "they"})


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who speaks and by which words we know, as spans of the text."""

    speaker: Span | None
    cue: Span | None
    stance: Stance


@dataclass(frozen=True, slots=True)
class _Framed:
    """A unit with its grammar and cues."""

    unit: Unit
    grammar: Grammar
    cues: tuple[Cue, ...]


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
    framed: list[list[_Framed]] = []
    for paragraph in paragraphs:
        units = () if paragraph.index in taken else frame_units(paragraph, inside[paragraph.index])
        framed.append([_frame(unit) for unit in units])
    people = frozenset((m.start, m.end) for m in mentions if m.kind == "PER")
    rows = [_from_turn(reading, turn) for turn in turns]
    rows += _Finder(reading, people).find(framed)
    return _order(rows)


def _frame(unit: Unit) -> _Framed:
    """Return a unit with its grammar; one too long to be a sentence has none, and no quotes."""
    if len(unit.tokens) > _LONGEST:
        unit = Unit(unit.paragraph, unit.kind, (), {})
    grammar = read_grammar(unit.tokens)
    return _Framed(unit, grammar, find_cues(grammar))


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

    def find(self, framed: Sequence[Sequence[_Framed]]) -> list[Quote]:
        """Return the quotes of all paragraphs, unordered."""
        for paragraph in framed:
            for place, item in enumerate(paragraph):
                following = paragraph[place + 1] if place + 1 < len(paragraph) else None
                self._read_quotations(item, following)
                self._read_indirect(item)
                self._remember(item)
        return self.rows

    def _read_quotations(self, item: _Framed, following: _Framed | None) -> None:
        for at, piece in sorted(item.unit.quotes.items()):
            voice = self._find_voice(item, following, at, piece)
            kind = self._kind_of(item, at, piece, voice)
            if kind is None or (self._in_clause(item, at) and not self._is_statement(piece)):
                continue
            self.rows.append(_build(self.reading, (piece.start, piece.end), kind, voice or _NOBODY))
            if voice is not None and voice.speaker is not None:
                self.last, self.last_paragraph = voice, item.unit.paragraph

    def _find_voice(self, item: _Framed, following: _Framed | None, at: int, piece: Quoted) -> _Voice | None:
        """Return who says a quotation: None when its own sentence does not tell and nothing carries over."""
        cue = _cue_behind(item, at) or _cue_before(item, at) or _cue_closing(item, at)
        if cue is not None:
            return self._voice(item, cue)
        if piece.continued and self.last is not None:
            return self.last
        colon = self._colon_speaker(item, at)
        if colon is not None:
            return colon
        if not _stands_alone(item, at):
            return None
        if following is not None and following.cues and _only_names_speaker(following):
            return self._voice(following, following.cues[0])
        return self._carried(item)

    def _carried(self, item: _Framed) -> _Voice | None:
        if self.last is not None and item.unit.paragraph - self.last_paragraph <= _CARRY and item.unit.kind == "body":
            return _Voice(self.last.speaker, None, self.last.stance)
        return None

    def _colon_speaker(self, item: _Framed, at: int) -> _Voice | None:
        """Return the subject of a sentence that leads to a quotation by a colon: "Khan paid tribute on Twitter: …"."""
        tokens = item.unit.tokens
        if at < 2 or tokens[at - 1].text != ":":
            return None
        source = None
        for group in reversed([g for g in item.grammar.groups if g.end < at and g.form == "finite"]):
            source = source or source_before(item.grammar, group.start)
        phrase = item.grammar.starting.get(0)
        if source is None and phrase is not None and phrase.end == at - 1 and tokens[phrase.head].tag == "NNP":
            source = (phrase.start, phrase.end)
        return None if source is None else _Voice(self._span(item, source), None, "says")

    def _kind_of(self, item: _Framed, at: int, piece: Quoted, voice: _Voice | None) -> QuoteKind | None:
        """Return whether a marked stretch is a quotation of its own or a fragment; None when it is no quotation."""
        words = self.text[piece.start : piece.end].split()
        if len(words) >= _LEAST_WORDS and voice is not None:
            return "direct"
        if voice is not None and not _is_whole(item, at):
            return "mixed" if self._is_led(piece, voice) or not _is_title(self.text[piece.start : piece.end]) else None
        if voice is not None:
            return "direct"
        if piece.continued or (_stands_alone(item, at) and len(words) >= _LEAST_WORDS):
            return "direct"
        if len(words) >= _LONE_WORDS and not _is_title(self.text[piece.start : piece.end]) and item.unit.kind == "body":
            return "mixed"
        return None

    def _is_led(self, piece: Quoted, voice: _Voice) -> bool:
        """Tell whether a verb that reports words, and needs no hearer, stands right before the mark."""
        if voice.cue is None or self.text[voice.cue[1] : piece.open].strip():
            return False
        return self.text[slice(*voice.cue)].lower() not in ("told", "tells", "tell", "telling")

    def _in_clause(self, item: _Framed, at: int) -> bool:
        """Tell whether a fragment stands in a clause that is attributed as a whole."""
        contents = (find_content(item.grammar, item.cues, cue) for cue in item.cues)
        return any(span is not None and span[0] <= at < span[1] and span[1] - span[0] > 1 for span in contents)

    def _is_statement(self, piece: Quoted) -> bool:
        """Tell whether a marked stretch inside an attributed clause is a statement by itself: long, or with a verb."""
        inner = self.tokens[bisect_left(self.starts, piece.start) : bisect_left(self.starts, piece.end)]
        words = [token for token in inner if any(char.isalnum() for char in token.text)]
        if len(words) < _LEAST_WORDS:
            return False
        finite = any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in words[1:])
        return len(words) >= 2 * _LEAST_WORDS or (finite and words[0].tag not in ("VBD", "VBZ", "VBP", "MD"))

    def _read_indirect(self, item: _Framed) -> None:
        tokens = item.unit.tokens
        for cue in item.cues:
            span = find_content(item.grammar, item.cues, cue)
            if span is None or (cue.source is None and not cue.sourceless):
                continue
            inner = [token.tag == QUOTE for token in tokens[slice(*span)]]
            first = self.text[tokens[span[0]].start : tokens[span[0]].end]
            if all(inner) or len(inner) < 2 or (inner[0] and (len(inner) < _LEAST_WORDS or first[-2:-1] == ",")):
                continue
            kind: QuoteKind = "mixed" if any(inner) else "indirect"
            place = (tokens[span[0]].start, tokens[span[1] - 1].end)
            self.rows.append(_build(self.reading, place, kind, self._voice(item, cue)))

    def _remember(self, item: _Framed) -> None:
        """Note who spoke last: the last source of the unit, or the person that a unit without cues is about."""
        told = [cue for cue in item.cues if cue.source is not None]
        if item.unit.quotes and self.last_paragraph == item.unit.paragraph:
            return
        if told:
            self.last, self.last_paragraph = self._voice(item, told[-1]), item.unit.paragraph
        elif not item.unit.quotes and item.unit.kind == "body":
            subject = self._person_subject(item)
            if subject is not None:
                self.last, self.last_paragraph = _Voice(subject, None, "says"), item.unit.paragraph

    def _person_subject(self, item: _Framed) -> Span | None:
        """Return the subject of a unit's first finite verb when it is a person's name or "he", "she"."""
        group = next((g for g in item.grammar.groups if g.form == "finite"), None)
        source = None if group is None else source_before(item.grammar, group.start)
        if source is None:
            return None
        start, end = self._span(item, source)
        named = any(start <= left and right <= end for left, right in self.people)
        return (start, end) if named or self.text[start:end].lower() in _PERSONS else None

    def _voice(self, item: _Framed, cue: Cue) -> _Voice:
        speaker = None if cue.source is None else self._span(item, cue.source)
        return _Voice(speaker, self._span(item, (cue.start, cue.end)), cue.stance)

    def _span(self, item: _Framed, span: Span) -> Span:
        return item.unit.tokens[span[0]].start, item.unit.tokens[span[1] - 1].end


def _cue_behind(item: _Framed, at: int) -> Cue | None:
    """Return the cue whose words follow a quotation with only marks between: "“…,” Chun said"."""
    tokens = item.unit.tokens
    for cue in item.cues:
        start, _ = region_of(cue)
        between = tokens[at + 1 : start]
        adverbial = all(t.text in (",", "—", "–", "-", ")") or t.tag in ("RB", ".") for t in between)
        if start > at and adverbial and cue.content is None and cue.source is not None:
            led = [] if cue.quote is None else tokens[cue.end : cue.quote]
            closed = not led or led[0].text == "," or all(t.text in ("—", "–", "-") for t in led)
            return cue if closed else None
    return None


def _cue_before(item: _Framed, at: int) -> Cue | None:
    """Return the cue that leads to a quotation, or the nearest one before it in the sentence."""
    leading = [cue for cue in item.cues if cue.quote == at]
    if leading:
        return leading[-1]
    before = [cue for cue in item.cues if cue.end <= at and cue.source is not None]
    return before[-1] if before else None


def _cue_closing(item: _Framed, at: int) -> Cue | None:
    """Return a cue that closes the sentence a fragment stands in: "it was “a farce” from the start, Chun said"."""
    later = [cue for cue in item.cues if cue.start > at and cue.content is None and cue.quote is None]
    return next((cue for cue in later if cue.source is not None and region_of(cue)[0] > at), None)


def _stands_alone(item: _Framed, at: int) -> bool:
    """Tell whether a unit holds nothing but quotations and marks, or a quotation fills it up to its last words."""
    others = [t for t in item.unit.tokens if t.tag != QUOTE and any(char.isalnum() for char in t.text)]
    return not others and item.unit.tokens[at].tag == QUOTE


def _only_names_speaker(item: _Framed) -> bool:
    """Tell whether a unit is the tail of a quotation that ended with a full stop: "Chun said."."""
    cue = item.cues[0]
    return region_of(cue)[0] == 0 and cue.content is None and cue.quote is None and cue.source is not None


def _is_whole(item: _Framed, at: int) -> bool:
    """Tell whether a short quotation is all that is said: it opens the sentence, or a comma or colon leads to it."""
    tokens = item.unit.tokens
    return at == 0 or tokens[at - 1].text in (",", ":")


def _is_title(words: str) -> bool:
    """Tell whether words are written like the title of a work: nearly every longer word has a capital."""
    longer = [match.group() for match in WORD.finditer(words) if len(match.group()) > 3]
    return bool(longer) and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)
