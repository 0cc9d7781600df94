"""The noun phrase that speaks: beside a reporting verb, before it or after it.

Only plain grammar counts. A phrase is taken with what belongs to it on its left or right ("a spokesman for the
ministry", "a man who saw it"), and it must begin where a clause may begin; otherwise there is no source.
Positions are token indices, end exclusive.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from dateline.language.en import cues
from dateline.language.gazetteer import find_known
from dateline.language.phrases import NOUNS, NounPhrase, VerbGroup, find_noun_phrases, find_verb_groups
from dateline.language.quotes_units import QUOTE
from dateline.language.reading import Token

Span = tuple[int, int]
_LINKS = frozenset(
    "of in on at for from with by to near inside within against behind under outside about into along across around "
    "among between throughout like via".split()
)
_STOPS = frozenset({",", ";", ":", "—", "–", "-", "--", "(", ")", "•", "*", "|", "...", "…"})
_RELATIVES = frozenset({"who", "which", "that", "whose", "whom"})
_REACH = 28
"""Tokens between a name and its verb: the longest apposition or relative clause that is looked across."""
_NAMES = frozenset({"NNP", "NNPS"})


@dataclass(frozen=True, slots=True)
class Grammar:
    """A unit's tokens with its noun phrases and verb groups, by where they begin and end."""

    tokens: tuple[Token, ...]
    groups: tuple[VerbGroup, ...]
    ending: dict[int, NounPhrase] = field(default_factory=dict)
    starting: dict[int, NounPhrase] = field(default_factory=dict)
    opening: dict[int, VerbGroup] = field(default_factory=dict)


def read_grammar(tokens: Sequence[Token]) -> Grammar:
    """Return the phrases of a unit; a lone "another" or "others" counts as a noun phrase."""
    tokens = _mend_tags(tokens)
    phrases = list(find_noun_phrases(tokens))
    taken = {index for phrase in phrases for index in range(phrase.start, phrase.end)}
    for index, token in enumerate(tokens):
        if index not in taken and token.text.lower() in cues.COLLECTIVE:
            phrases.append(NounPhrase(index, index + 1, index))
    groups = find_verb_groups(tokens)
    return Grammar(
        tokens=tuple(tokens),
        groups=groups,
        opening={group.start: group for group in groups},
        ending={phrase.end: phrase for phrase in phrases},
        starting={phrase.start: phrase for phrase in phrases},
    )


def _mend_tags(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with reporting verbs that a tagger took for nouns or participles set right."""
    mended = list(tokens)
    for index, token in enumerate(tokens):
        word = token.text.lower()
        if word in ("said", "says"):
            mended[index] = replace(token, tag="VBD" if word == "said" else "VBZ", lemma="say")
        elif token.tag == "NNS" and token.lemma in cues.VERBS and 0 < index < len(tokens) - 1:
            subject = tokens[index - 1].tag in NOUNS | {"PRP"}
            if subject and tokens[index + 1].text.lower() in ("that", ":"):
                mended[index] = replace(token, tag="VBZ")
        elif token.tag == "JJ" and 0 < index < len(tokens) - 1 and _is_noun_place(tokens, index):
            mended[index] = replace(token, tag="NN")
        elif index == 0 and token.tag == "VBZ" and token.lemma not in ("be", "do", "have") and token.text[0].isupper():
            mended[index] = replace(token, tag="NNS")
        elif word == "told" and index and tokens[index - 1].lemma not in ("be", "have", "get"):
            mended[index] = replace(token, tag="VBD")
        elif _is_name_place(tokens, index):
            mended[index] = replace(token, tag="NNP" if index == 0 else "NN")
    return tuple(mended)


def _is_name_place(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a word taken for a verb or adverb must be a name or title: "Reed told", "said nurse Ivonne Bell"."""
    if index + 1 >= len(tokens):
        return False
    token, following = tokens[index], tokens[index + 1]
    if index == 0:
        return token.tag in ("VB", "VBN", "VBD", "VBP") and following.text in ("said", "says", "told")
    return token.tag == "RB" and tokens[index - 1].text == "said" and following.tag == "NNP"


def _is_noun_place(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether an adjective stands where only a noun can: "the military says", "the sub-prefect, Ann Bright"."""
    opened = tokens[index - 1].tag in NOUNS | {"DT", "POS", "PRP$"}
    following = tokens[index + 1]
    return opened and (following.text in (",", ".") or following.text.lower() in ("said", "says", "say", "told"))


def source_before(grammar: Grammar, at: int) -> Span | None:
    """Return the subject that ends right before token ``at``, which opens a verb group."""
    tokens = grammar.tokens
    while at > 0 and tokens[at - 1].tag in ("RB", "RBR", "MD"):
        at -= 1
    if at > 1 and tokens[at - 1].text == ")":
        opened = next((i for i in range(at - 2, max(-1, at - 12), -1) if tokens[i].text == "("), None)
        at = at if opened is None else opened
    at = _skip_date(grammar, at)
    if at == 0:
        return None
    before = tokens[at - 1]
    if before.text in (",", "—", "–", "--"):
        return _across(grammar, at - 1)
    if before.text in _RELATIVES and before.tag in ("WP", "WDT", "IN", "WP$"):
        end = at - 1 if at < 2 or tokens[at - 2].text != "," else at - 2
        return _reach_left(grammar, _skip_place(grammar, end), governed=True)
    return _name_before(grammar, _reach_left(grammar, at))


def _name_before(grammar: Grammar, source: Span | None) -> Span | None:
    """Return the name that a description right before the verb belongs to: ", Ana Ruiz, mayor of the town said"."""
    if source is None or source[0] < 2 or grammar.tokens[source[0] - 1].text != "," or _is_name(grammar, source):
        return source
    phrase = grammar.ending.get(source[0] - 1)
    if phrase is None or grammar.tokens[phrase.head].tag != "NNP" or not _at_boundary(grammar, phrase.start):
        return source
    apposed = grammar.tokens[source[0]].tag == "NN" or grammar.tokens[source[0]].text.lower() in ("a", "an", "the")
    return (phrase.start, phrase.end) if apposed and not _is_date(grammar.tokens[phrase.head]) else source


def _skip_date(grammar: Grammar, at: int) -> int:
    """Return where a date between subject and verb begins: "the minister | on Monday | said"."""
    phrase = grammar.ending.get(at)
    if phrase is None or phrase.start == 0:
        return at
    if _is_date(grammar.tokens[phrase.head]):
        start = phrase.start
        if phrase.end - start > 1 and grammar.tokens[start].tag in _NAMES:
            return phrase.head
        return start - 1 if grammar.tokens[start - 1].text.lower() in ("on", "in") else start
    return at


def _skip_place(grammar: Grammar, end: int) -> int:
    """Return where a phrase ends before the state or country set behind its place: "of Deuel County, Neb., who"."""
    phrase = grammar.ending.get(end)
    if phrase is None or phrase.start < 2 or grammar.tokens[phrase.start - 1].text != ",":
        return end
    known = find_known(" ".join(token.text for token in grammar.tokens[phrase.start : end]))
    named = grammar.tokens[phrase.start - 2].tag in _NAMES
    return phrase.start - 1 if known and known.kind == "GPE" and named else end


def source_after(grammar: Grammar, at: int) -> Span | None:
    """Return the noun phrase that begins right at token ``at``, with the prepositional phrases that belong to it."""
    phrase = grammar.starting.get(at)
    if phrase is None or not _can_speak(grammar, phrase):
        return None
    end = phrase.end
    while end < len(grammar.tokens) and grammar.tokens[end].text.lower() in _LINKS:
        following = grammar.starting.get(end + 1)
        if following is None or _is_date(grammar.tokens[following.head]):
            break
        end = following.end
    return _with_name(grammar, (phrase.start, end))


def _with_name(grammar: Grammar, span: Span) -> Span:
    """Add a name that stands in apposition after a description: "her lawyer, Ann Bright"."""
    start, end = span
    tokens = grammar.tokens
    if end + 1 >= len(tokens) or tokens[end].text != "," or _is_name(grammar, span):
        return span
    phrase = grammar.starting.get(end + 1)
    if phrase is None or tokens[phrase.head].tag != "NNP" or _is_date(tokens[phrase.head]):
        return span
    closing = tokens[phrase.end].text if phrase.end < len(tokens) else "."
    return (start, phrase.end) if closing in {",", ".", ";", "—"} else span


def subject_of(grammar: Grammar, at: int) -> Span | None:
    """Return the subject that a verb at ``at`` shares with a finite verb before it: "…, saying", "and said"."""
    for group in reversed(grammar.groups):
        if group.end > at or group.form != "finite":
            continue
        source = source_before(grammar, group.start)
        if source is not None and not _is_inside(grammar, source[0]):
            return source
    return None


def _is_inside(grammar: Grammar, start: int) -> bool:
    """Tell whether a clause that begins at ``start`` hangs on a verb or noun before it."""
    before = grammar.tokens[start - 1].text.lower() if start else ""
    return before in cues.SUBORDINATORS - {"but", "and", "or", "so", "nor", "yet"}


def _can_speak(grammar: Grammar, phrase: NounPhrase) -> bool:
    head = grammar.tokens[phrase.head]
    if head.text.lower() in cues.COLLECTIVE:
        return True
    called = head.tag == "JJ" and grammar.tokens[phrase.start].tag == "DT" and head.text.lower() not in cues.ORDINALS
    return (called or head.tag in NOUNS | {"PRP", "WP"}) and not _is_date(head)


def _is_date(head: Token) -> bool:
    named = head.tag in ("NNP", "NNPS") and head.text.endswith("s")
    return head.text.lower() in cues.NOT_SPEAKERS or (head.lemma.rstrip(".") in cues.NOT_SPEAKERS and not named)


def _reach_left(grammar: Grammar, end: int, *, governed: bool = False) -> Span | None:
    """Return the noun phrase that ends at ``end``, grown to the left while that keeps it one phrase.

    ``governed`` lets it stand behind a preposition, as before "who": there it is the clause's subject all the same.
    """
    phrase = grammar.ending.get(end)
    if phrase is None or not _can_speak(grammar, phrase):
        return None
    start = _grow_left(grammar, phrase.start)
    if not _at_boundary(grammar, start):
        relative = _relative_head(grammar, start)
        if relative is not None:
            return relative
        if governed and grammar.tokens[grammar.ending[end].head].tag in _NAMES:
            return _drop_date(grammar, (start, end))
        start = phrase.start
        if not governed and _is_governed(grammar, start):
            return _behind_origin(grammar, start)
    return _drop_date(grammar, (start, end))


def _is_governed(grammar: Grammar, start: int) -> bool:
    """Tell whether a preposition or participle governs the phrase at ``start``, so that it is no subject."""
    tokens = grammar.tokens
    before = tokens[start - 1] if start else None
    if before is None or before.text.lower() == "including" or _is_date(tokens[start]):
        return False
    plain = before.text.islower() or before.text.lower() in _LINKS
    return plain and before.tag in ("IN", "TO", "VBG")


def _behind_origin(grammar: Grammar, start: int) -> Span | None:
    """Return the name that an origin without closing comma belongs to: "Ann Reed, 39, of Lyon | said"."""
    comma = start - 2
    if comma < 1 or grammar.tokens[comma].text != "," or grammar.tokens[start - 1].text.lower() not in ("of", "from"):
        return None
    source = _across(grammar, comma) or _reach_left(grammar, comma)
    return source if source is not None and _is_name(grammar, source) else None


def _drop_date(grammar: Grammar, span: Span) -> Span:
    """Leave out a date that the chunker joined to the name after it: "On Monday | officials"."""
    start, end = span
    while start < end - 1 and grammar.tokens[start].text.lower() in cues.NOT_SPEAKERS:
        start += 1
    return start, end


def _grow_left(grammar: Grammar, start: int) -> int:
    tokens = grammar.tokens
    while start > 1:
        if tokens[start - 1].tag in ("VBG", "VBN", "JJ") and tokens[start - 2].text.lower() in _LINKS:
            start -= 1
        link = tokens[start - 1].text.lower()
        if link in _LINKS or (tokens[start - 1].tag == "VBG" and tokens[start - 2].tag in NOUNS):
            end = start - 1
            if tokens[end - 1].tag in ("JJ", "VBN", "VBG") and end - 1 in grammar.ending:
                end -= 1
            before = grammar.ending.get(end)
        elif link in ("and", "&"):
            before = grammar.ending.get(start - 1)
            if before is not None and not _at_boundary(grammar, _grow_left(grammar, before.start)):
                return start
        else:
            return start
        if before is None or _is_date(tokens[before.head]):
            return start
        start = before.start
    return start


def _at_boundary(grammar: Grammar, start: int) -> bool:
    if start == 0 or grammar.tokens[start].text == "The":
        return True
    before = grammar.tokens[start - 1]
    return (
        before.tag in (QUOTE, "CC", "``", "''", "WDT", "WP", "WRB", ".")
        or before.text in _STOPS
        or before.text.lower() in cues.SUBORDINATORS
        or (before.lemma in cues.SPEAKING and before.tag in ("VBD", "VBZ"))
    )


def _relative_head(grammar: Grammar, start: int) -> Span | None:
    """Return the noun before "who" when a relative clause without commas stands between it and the verb."""
    tokens = grammar.tokens
    for at in range(start - 1, max(0, start - 16), -1):
        if tokens[at].text == "," or tokens[at].tag == QUOTE:
            return None
        if tokens[at].tag == "WP" and tokens[at].text.lower() == "who":
            phrase = grammar.ending.get(at)
            if phrase is None or not _can_speak(grammar, phrase):
                return None
            begin = _grow_left(grammar, phrase.start)
            return (begin, at) if _at_boundary(grammar, begin) else (phrase.start, at)
    return None


def _across(grammar: Grammar, close: int) -> Span | None:
    """Return the phrase before an apposition or relative clause that ends with the comma or dash at ``close``."""
    tokens = grammar.tokens
    best: Span | None = None
    for at in range(close - 1, max(-1, close - _REACH), -1):
        if tokens[at].tag == QUOTE:
            break
        if tokens[at].text != tokens[close].text or not _fits_between(grammar, at + 1, close):
            continue
        source = _reach_left(grammar, at)
        if source is None or not _at_boundary(grammar, source[0]):
            continue
        if _is_name(grammar, source):
            return source
        best = best or _named_apposition(grammar, source, at + 1, close) or source
    return best


def _is_name(grammar: Grammar, span: Span) -> bool:
    """Tell whether the first noun phrase of a source is a name or pronoun, not a description."""
    phrase = grammar.starting.get(span[0]) or grammar.ending.get(span[1])
    return phrase is not None and grammar.tokens[phrase.head].tag in _NAMES | {"PRP"}


def _named_apposition(grammar: Grammar, source: Span, start: int, close: int) -> Span | None:
    """Return description and name when the words between commas are a name: "her lawyer, Ann Bright,"."""
    phrase = grammar.starting.get(start)
    if phrase is None or phrase.end != close or grammar.tokens[phrase.head].tag not in _NAMES:
        return None
    return source[0], close


def _fits_between(grammar: Grammar, start: int, close: int) -> bool:
    """Tell whether the words between two commas may describe the noun before them, rather than be a clause."""
    first = grammar.tokens[start]
    if start >= close:
        return False
    if first.tag in ("WP", "WDT", "WP$", "WRB", "CD", "VBG", "VBN") or first.text.lower() in _LINKS | {"formerly"}:
        return True
    finite = [group for group in grammar.groups if start <= group.start < close and group.form == "finite"]
    relative = next((i for i in range(start, close) if grammar.tokens[i].tag in ("WP", "WDT", "WP$")), close)
    return all(group.start > relative for group in finite)
