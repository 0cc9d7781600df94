"""Reporting verbs and "according to" in a framed sentence, each with its source and what it governs."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.language.en import cues
from dateline.language.phrases import NOUNS, VerbGroup
from dateline.language.quotes_sources import Grammar, Span, source_after, source_before, subject_of
from dateline.language.quotes_units import QUOTE
from dateline.language.reading import Token
from dateline.model import Stance

_FIRST_PERSONS = frozenset({"i", "we", "you", "me", "us"})
_ENDS = frozenset({".", ",", ";", "!", "?", ":", ")", "—", "–", "-", "--", "…", "..."})
_SKIPPED = 14
"""Tokens that may stand between a reporting verb and its "that": "said in a statement late on Monday that"."""
_NEGATIONS = frozenset({"not", "n't", "n’t", "never", "nobody", "none"})
_NOMINATIVES = frozenset({"he", "she", "they", "it", "there"})
_CONDITIONS = frozenset({"if", "unless", "whether"})


@dataclass(frozen=True, slots=True)
class Cue:
    """Attributing words ``start:end`` and their source. ``content`` is where what they govern begins, in tokens.

    ``content`` is None for a cue that closes its statement ("…, Chun said"). ``clause`` is true when the content is a
    whole clause; ``quote`` is the place-holder that the cue leads to, if one stands right behind it. ``sourceless``
    marks a passive that names nobody ("is believed to"); any other cue without source is still looking for one.
    """

    start: int
    end: int
    lemma: str
    stance: Stance
    source: Span | None
    content: int | None
    clause: bool
    quote: int | None
    inverted: bool = False
    sourceless: bool = False


def find_cues(grammar: Grammar) -> tuple[Cue, ...]:
    """Return the cues of a unit in order."""
    found: list[Cue] = []
    for group in grammar.groups:
        cue = _read_verb(grammar, group, found)
        if cue is not None:
            found.append(cue)
    found += _find_according(grammar) + _find_sourceless(grammar)
    return tuple(sorted(found, key=lambda cue: (cue.start, cue.end)))


def _find_sourceless(grammar: Grammar) -> list[Cue]:
    """Return the passives that hand a statement to nobody: "it was reported that …", "the ship is believed to …"."""
    tokens = grammar.tokens
    found: list[Cue] = []
    for group in grammar.groups:
        stance = cues.NOBODY_SAYS.get(group.lemma)
        if stance is None or not group.passive or group.negated or group.modal or group.form != "finite":
            continue
        subject = grammar.ending.get(group.start)
        if subject is None:
            continue
        if tokens[subject.head].text.lower() == "it":
            content = group.end + 1 if _next_word(grammar, group.end) == "that" else None
        else:
            whole = source_before(grammar, group.start)
            infinitive = _next_word(grammar, group.end) == "to" and group.end + 1 < len(tokens)
            content = whole[0] if whole and infinitive and tokens[group.end + 1].tag == "VB" else None
        if content is not None and content < len(tokens):
            found.append(Cue(group.head, group.end, group.lemma, stance, None, content, True, None, sourceless=True))
    return found


def _find_according(grammar: Grammar) -> list[Cue]:
    tokens = grammar.tokens
    found: list[Cue] = []
    for at in range(len(tokens) - 2):
        if tokens[at].text.lower() != "according" or tokens[at + 1].text.lower() != "to":
            continue
        source = source_after(grammar, at + 2)
        if source is None or tokens[at + 2].text.lower() in _FIRST_PERSONS:
            continue
        content = None
        if at == 0 or (at == 1 and tokens[0].tag in ("CC", "RB")):
            comma = _closing_comma(grammar, source[1])
            if comma is None:
                continue
            content = comma + 1
        elif at and tokens[at - 1].tag in ("VBN", "VBG", "RB", "VB"):
            content = None
        found.append(
            Cue(at, at + 2, "according to", "says", source, content, clause=True, quote=_quote_at(grammar, content))
        )
    return found


def _closing_comma(grammar: Grammar, at: int) -> int | None:
    """Return the comma after a leading "According to X, a Y,": the last one before a clause with a finite verb."""
    tokens = grammar.tokens
    named = tokens[at - 1].tag in ("NNP", "NNPS")
    commas = [i for i in range(at, min(len(tokens), at + 24)) if tokens[i].text == ","]
    if not commas or any(group.form == "finite" and at <= group.start < commas[0] for group in grammar.groups):
        return None
    if named and len(commas) > 1 and (_next_word(grammar, commas[0] + 1) in ("a", "an") or _leads(grammar, commas[1])):
        return commas[1]
    return commas[0]


def _leads(grammar: Grammar, comma: int) -> bool:
    return _quote_at(grammar, comma + 1) is not None


def _quote_at(grammar: Grammar, at: int | None) -> int | None:
    if at is not None and at < len(grammar.tokens) and grammar.tokens[at].tag == QUOTE:
        return at
    return None


def _read_verb(grammar: Grammar, group: VerbGroup, earlier: list[Cue]) -> Cue | None:
    entry = cues.VERBS.get(group.lemma)
    particle = _particle(grammar, group)
    if particle is not None:
        stance = cues.PHRASES[(group.lemma, particle)]
        frames = frozenset({cues.OBJECT, cues.CLAUSE} if particle == "out" else {cues.OBJECT})
    elif entry is not None:
        stance, frames = entry
    else:
        return None
    if not _is_told(grammar, group):
        return None
    end = group.end + (particle is not None)
    content, clause, quote = _complement(grammar, end, group.lemma, frames)
    source, inverted = _find_source(grammar, group, earlier, trailing=content is None and quote is None)
    if source is None and not (group.form == "gerund" or quote is not None):
        return None
    if source is not None and source[0] and grammar.tokens[source[0] - 1].text.lower() in _CONDITIONS:
        return None
    if inverted:
        content, clause = None, False
    return Cue(group.head, end, group.lemma, stance, source, content, clause, quote, inverted)


def _particle(grammar: Grammar, group: VerbGroup) -> str | None:
    if group.end >= len(grammar.tokens):
        return None
    word = grammar.tokens[group.end].text.lower()
    return word if (group.lemma, word) in cues.PHRASES else None


def _is_told(grammar: Grammar, group: VerbGroup) -> bool:
    """Tell whether the verb tells that somebody said it: not negated, not under a modal, not passive or conditional."""
    tokens = grammar.tokens
    before = tokens[group.start - 1].text.lower() if group.start else ""
    if group.form == "infinitive":
        return group.lemma == "say" and " ".join(
            t.text.lower() for t in tokens[max(0, group.start - 3) : group.start]
        ) in (
            "went on to",
            "goes on to",
        )
    if _next_word(grammar, group.end) == "by" or (group.lemma == "call" and before == "so"):
        return False
    if group.form == "participle" and not _is_misread(grammar, group):
        return False
    if group.passive and not (group.lemma == "quote" and _next_word(grammar, group.end) == "as"):
        return False
    if group.modal is not None and group.modal in cues.UNCERTAIN_MODALS:
        return False
    words = {token.text.lower() for token in tokens[max(0, group.start - 1) : group.end]}
    return not words & _NEGATIONS and before not in _CONDITIONS


def _is_misread(grammar: Grammar, group: VerbGroup) -> bool:
    """Tell whether a bare "-ed" form is a past tense: its subject stands right before it, and it can take a clause."""
    if group.start == 0 or group.end >= len(grammar.tokens) or group.lemma not in cues.VERBS:
        return False
    before = grammar.tokens[group.start - 1]
    if before.tag not in NOUNS | {"PRP"} and before.text.lower() not in cues.COLLECTIVE:
        return False
    frames = cues.VERBS[group.lemma][1]
    return bool(frames & {cues.CLAUSE, cues.HEARER}) or grammar.tokens[group.end].tag in NOUNS | {"DT", "PRP"}


def _next_word(grammar: Grammar, at: int) -> str:
    return grammar.tokens[at].text.lower() if at < len(grammar.tokens) else ""


def _find_source(grammar: Grammar, group: VerbGroup, earlier: list[Cue], *, trailing: bool) -> tuple[Span | None, bool]:
    """Return the source of a reporting verb, and whether it stands behind the verb ("…, said Chun")."""
    before = grammar.tokens[group.start - 1] if group.start else None
    if group.form == "gerund":
        return _speaker(grammar, _source_of_gerund(grammar, group, earlier)), False
    if group.form == "infinitive" or (before is not None and before.tag == "CC"):
        return _speaker(grammar, _carried(grammar, group.start, earlier)), False
    source = source_before(grammar, group.start) if before is not None and before.tag != QUOTE else None
    if source is None and _may_invert(grammar, group, trailing=trailing):
        source = source_after(grammar, group.end)
        if source is not None and not _opens_clause(grammar, source[1]):
            return _speaker(grammar, source), True
        source = None
    if source is None and before is not None and (before.text == "," or _is_coordinated(grammar, group.start)):
        source = _carried(grammar, group.start, earlier) if earlier or before.text != "," else None
    return _speaker(grammar, source), False


def _is_coordinated(grammar: Grammar, at: int) -> bool:
    """Tell whether "and", with an adverb at most, stands before a verb: "and later said"."""
    return at > 1 and grammar.tokens[at - 1].tag == "RB" and grammar.tokens[at - 2].tag == "CC"


def _source_of_gerund(grammar: Grammar, group: VerbGroup, earlier: list[Cue]) -> Span | None:
    """Return who an "-ing" form belongs to: "with critics saying", or the speaker before it ("…, adding")."""
    tokens = grammar.tokens
    for at in range(group.start - 1, max(-1, group.start - 12), -1):
        if tokens[at].text.lower() == "with":
            return source_after(grammar, at + 1)
        if tokens[at].text in _ENDS or tokens[at].tag in ("VBD", "VBZ", "VBP", "MD", QUOTE):
            break
    if group.lemma in cues.LINKING_PARTICIPLES or earlier:
        return _carried(grammar, group.start, earlier)
    return None


def _may_invert(grammar: Grammar, group: VerbGroup, *, trailing: bool) -> bool:
    """Tell whether a subject may stand behind the verb: the verb follows what it reports."""
    if group.lemma not in cues.SPEAKING or group.form == "gerund" or group.start == 0 or group.lemma == "tell":
        return False
    before = grammar.tokens[group.start - 1]
    return (
        before.tag in (QUOTE, "''") or before.text in (",", "—", "–", "-", "?", "!") or (trailing and before.tag == ":")
    )


def _opens_clause(grammar: Grammar, at: int) -> bool:
    return any(group.start == at and group.form in ("finite", "participle") for group in grammar.groups)


def _carried(grammar: Grammar, at: int, earlier: list[Cue]) -> Span | None:
    told = next((cue.source for cue in reversed(earlier) if cue.source is not None), None)
    return told if told is not None else subject_of(grammar, at)


def _speaker(grammar: Grammar, source: Span | None) -> Span | None:
    """Leave out first persons: outside quotation marks they are the outlet itself."""
    if source is None:
        return None
    lone = source[1] - source[0] == 1 and grammar.tokens[source[0]].text.lower() in _FIRST_PERSONS
    return None if lone else source


def _complement(grammar: Grammar, at: int, lemma: str, frames: frozenset[str]) -> tuple[int | None, bool, int | None]:
    """Return where what the verb governs begins, whether it is a clause, and the quotation it leads to."""
    quote = _lead_to_quote(grammar, at)
    if quote is not None:
        return None, False, quote
    that = _find_that(grammar, at) if frames & {cues.CLAUSE, cues.HEARER} else None
    if that is not None:
        return that, True, _quote_at(grammar, that)
    bare = _bare_clause(grammar, at, lemma, frames)
    if bare is not None:
        return bare, True, _quote_at(grammar, bare)
    if cues.QUESTION in frames and _next_word(grammar, at) in ("whether", "if", "why", "how"):
        return at, True, None
    if frames & {cues.INFINITIVE, cues.REQUEST}:
        infinitive = _find_infinitive(grammar, at, allow_object=cues.REQUEST in frames)
        if infinitive is not None:
            return infinitive, False, None
    if cues.OBJECT in frames and _is_stated(grammar, at):
        return at, False, None
    return None, False, None


def _is_stated(grammar: Grammar, at: int) -> bool:
    """Tell whether the object at ``at`` can be what is stated: no date, and nothing that is merely taken."""
    phrase = grammar.starting.get(at)
    if phrase is None or _is_day(grammar, phrase.head):
        return False
    return grammar.tokens[phrase.head].lemma not in cues.NO_STATEMENTS


def _lead_to_quote(grammar: Grammar, at: int) -> int | None:
    """Return the quotation that a verb leads to: right behind it, or behind an adverbial with a comma or colon."""
    tokens = grammar.tokens
    for index in range(at, min(len(tokens), at + _SKIPPED + 6)):
        token = tokens[index]
        if token.tag == QUOTE:
            between = [t.text.lower() for t in tokens[at:index]]
            plain = all(word in (",", ":", "—", "–", "-", "that", "as", "it", "simply", "only") for word in between)
            return index if plain or between[-1] in (":", ",") else None
        if token.tag in ("VBD", "VBZ", "VBP", "MD") or token.text in (";", ".") or _is_reporting(token):
            return None
    return None


def _is_reporting(token: Token) -> bool:
    return token.tag == "VBG" and token.lemma in cues.VERBS


def _find_that(grammar: Grammar, at: int) -> int | None:
    """Return the place behind "that", which may follow a hearer, a date or "in a statement" but no verb or comma."""
    tokens = grammar.tokens
    commas = 0
    for index in range(at, min(len(tokens) - 1, at + _SKIPPED)):
        token = tokens[index]
        if token.text.lower() == "that" and token.tag in ("IN", "DT", "WDT"):
            relative = index > at and any(group.start == index + 1 for group in grammar.groups)
            return None if relative else index + 1
        commas += token.text == ","
        if _is_reporting(token):
            return None
        if token.tag in ("VBD", "VBZ", "VBP", "MD", "VBN", QUOTE, ":", ".") or (commas == 1 and token.tag == "CC"):
            return None
    return None


def _bare_clause(grammar: Grammar, at: int, lemma: str, frames: frozenset[str]) -> int | None:
    """Return where a clause without "that" begins: right behind the verb, behind its hearer, or behind a date."""
    plain = lemma not in cues.NEEDS_THAT or _next_word(grammar, at) in _NOMINATIVES
    if not plain or not frames & {cues.CLAUSE, cues.HEARER}:
        return None
    starts = [at]
    phrase = grammar.starting.get(at)
    if phrase is not None and (cues.HEARER in frames or _is_day(grammar, at)):
        starts = [phrase.end]
    elif _next_word(grammar, at) in ("on", "in", "at", "to", "late", "early", "earlier"):
        starts = _after_adverbials(grammar, at)
    return next((start for start in starts if _is_clause(grammar, start)), None)


def _is_day(grammar: Grammar, at: int) -> bool:
    return grammar.tokens[at].text.lower() in cues.NOT_SPEAKERS


def _after_adverbials(grammar: Grammar, at: int) -> list[int]:
    """Return where the words go on behind one or two "on Monday", "in a statement", "earlier"."""
    starts: list[int] = []
    for _ in range(3):
        if _next_word(grammar, at) in ("late", "early", "earlier", "later"):
            at += 1
        phrase = grammar.starting.get(at + 1) or grammar.starting.get(at)
        if phrase is None:
            break
        at = phrase.end
        starts.append(at + (_next_word(grammar, at) == ","))
    return starts


def _is_clause(grammar: Grammar, at: int) -> bool:
    """Tell whether a subject begins at ``at`` and a finite verb, or a quotation, follows it before any comma."""
    tokens = grammar.tokens
    if at < len(tokens) and tokens[at].text.lower() == "there":
        return True
    while at < len(tokens) and tokens[at].text.lower() in cues.BEFORE_NUMBERS:
        at += 1
    phrase = grammar.starting.get(at)
    if phrase is None:
        return False
    if tokens[phrase.end - 1].text.lower() in cues.PLANNING and _next_word(grammar, phrase.end) == "to":
        return True
    lone = tokens[phrase.head].tag == "PRP" or tokens[phrase.head].text.lower() in cues.COLLECTIVE
    for index in range(phrase.end, min(len(tokens), phrase.end + 18)):
        if tokens[index].text in (",", ";", ":") or tokens[index].tag in ("WP", "WDT"):
            return _resumes(grammar, index)
        if tokens[index].tag == QUOTE:
            return index == phrase.end
        group = grammar.opening.get(index)
        if group is not None and (group.form == "finite" or (lone and index == phrase.end)):
            return True
    return False


def _resumes(grammar: Grammar, at: int) -> bool:
    """Tell whether a finite verb follows the comma that closes an apposition or relative clause opened at ``at``."""
    tokens = grammar.tokens
    close = next((i for i in range(at + 1, min(len(tokens), at + 20)) if tokens[i].text == ","), None)
    return close is not None and any(g.start == close + 1 and g.form == "finite" for g in grammar.groups)


def _find_infinitive(grammar: Grammar, at: int, *, allow_object: bool) -> int | None:
    """Return where "to do …" begins behind a verb, or its object where the verb takes one ("urged them to go")."""
    tokens = grammar.tokens
    phrase = grammar.starting.get(at) if allow_object else None
    to = at if phrase is None else phrase.end
    if phrase is not None and _next_word(grammar, to) == "who":
        to = next((i for i in range(to, min(len(tokens), to + _SKIPPED)) if tokens[i].tag == "TO"), to)
    if to + 1 >= len(tokens) or tokens[to].text.lower() not in ("to", "not"):
        return None
    return at if any(token.tag == "VB" for token in tokens[to + 1 : to + 4]) else None
