"""Finds time expressions and says what they mean, before anything anchors them.

Words become atoms with classes (``times_atoms``), patterns over classes are matched (``times_pattern``,
``en/time_rules``), the longest match at a place wins, and its captured words become a ``TimeMeaning``
(``times_meaning``). Spans follow TimeML 1.2.1: no preposition, but "early", "about" and "the" of a stretch belong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from dateline.ids import content_id
from dateline.language.en import tenses, time_rules, time_spoken
from dateline.language.en import times as en
from dateline.language.en.holidays import HOLIDAYS
from dateline.language.en.time_rules import Rule
from dateline.language.en.time_signs import SEASON_VERBS, SINCE_WORDS
from dateline.language.reading import Reading, ReadSentence, Span
from dateline.language.times_atoms import cut_atoms
from dateline.language.times_meaning import build_meaning
from dateline.language.times_pattern import Atom, Row, captured, compile_pattern, find_openers, write_row
from dateline.language.times_register import is_history, tells_of_antiquity
from dateline.language.times_tense import find_attribute_tense, find_tense
from dateline.language.tree import Tree, plant_tree
from dateline.model import TimeExpression, TimeMeaning

_RULES = (*time_rules.RULES, *time_spoken.RULES)
_COMPILED: tuple[tuple[Rule, re.Pattern[str]], ...] = tuple(
    (rule, compile_pattern(rule.pattern, time_rules.PIECES)) for rule in _RULES
)
_BY_OPENER: dict[str, set[int]] = defaultdict(set)
"""The rules of which a match may begin with a word or class, by their order."""
for _order, _rule in enumerate(_RULES):
    for _opener in find_openers(_rule.pattern, time_rules.PIECES):
        _BY_OPENER[_opener].add(_order)

LEAST_NAME = 0.5
"""Least chance at which the network's word is taken that "May" or "Sunday" is part of a name: more likely than not."""
_NOT_TIMES = frozenset({"PER", "ORG", "PRODUCT", "WORK"})

_DAY_PARTS = frozenset(en.PARTS.values())

_SOFT_CLASSES = frozenset(
    "NUM SPELLED SOME MANY LOOSE APPROX CIRCA MOD SHIFT NSHIFT ORD HALFORD DAYWORD LP RP DAY MM HOUR YY SIXTY "
    "HOURWORD DAYSPOKEN FALSE".split()
)
"""Classes of words that tell no time by themselves: a sentence that has no others, and ..."""
_TELLING_WORDS = frozenset(
    "/ : h period tonight tonite clock oclock noon noonish past weekend weekends ish everyday night nights".split()
)
"""... none of these words, has no time in it. This spares four sentences in ten."""

_OWNER = re.compile(r"(?:the|a|an|its|their|our|his|her)\s+", re.IGNORECASE)
"""What belongs to the noun that a time stands before, and not to the time ("the third-quarter loss")."""

Kind = Literal["DATE", "TIME", "DURATION", "SET"]


def find_times(reading: Reading) -> tuple[TimeExpression, ...]:
    """Return an article's time expressions in the order of its text, none overlapping another."""
    names, text = list(_find_names(reading)), reading.article.text
    ancient, history = tells_of_antiquity(text), is_history(text)
    return tuple(
        found
        for sentence in reading.sentences
        for found in _find_in_sentence(sentence, text, names, ancient=ancient, history=history)
    )


def _find_names(reading: Reading) -> Iterator[Span]:
    """Yield the names in which no word tells a time; a weekday after a person is a day ("Ada Brand Tuesday vowed")."""
    for name in reading.seen.names:
        start, end = name.span
        if reading.article.text[start:end].casefold().replace("-", " ") in HOLIDAYS:
            continue
        last = reading.article.text[start:end].rpartition(" ")[2]
        if name.kind in _NOT_TIMES and name.score >= LEAST_NAME:
            yield start, end - len(last) if name.kind == "PER" and last.casefold() in en.WEEKDAYS else end


def _find_in_sentence(
    sentence: ReadSentence, text: str, names: Sequence[Span], *, ancient: bool, history: bool
) -> Iterator[TimeExpression]:
    """Yield the time expressions of one sentence; ``names`` are spans that name something else."""
    begin, end = sentence.sentence.start, sentence.sentence.end
    inside = [span for span in names if span[0] < end and begin < span[1]]
    atoms = cut_atoms(sentence, text, inside, ancient=ancient, history=history)
    if not any(atom.text in _TELLING_WORDS or not atom.classes.keys() <= _SOFT_CLASSES for atom in atoms):
        return
    row, tree = write_row(atoms), plant_tree(sentence.tokens)
    index = 0
    while index < len(row.atoms):
        match = _match_at(row, index)
        if match is None:
            index += 1
            continue
        end, rule, meaning = match
        if meaning is not None and rule.form is not None:
            yield _make_expression(
                sentence, tree, text, row.atoms[index : end + 1], rule, _with_side(row, index, meaning)
            )
        index = end + 1


def _rules_of(atom: Atom) -> Sequence[int]:
    return _rules_opened_by(atom.text, *atom.classes)


@lru_cache(maxsize=1 << 14)
def _rules_opened_by(*openers: str) -> tuple[int, ...]:
    """Return the rules, by their order, that may match from an atom of this word and these classes on."""
    return tuple(sorted(set().union(*(_BY_OPENER.get(opener, ()) for opener in openers))))


def _match_at(row: Row, index: int) -> tuple[int, Rule, TimeMeaning | None] | None:
    """Return (last atom, rule, meaning) of the longest match that begins at an atom; None when there is none."""
    found: list[tuple[int, int, re.Match[str]]] = []
    for order in _rules_of(row.atoms[index]):
        match = _COMPILED[order][1].match(row.text, row.begins[index])
        if match is not None and match.end() in row.by_end:
            found.append((-row.by_end[match.end()], order, match))
    for last, order, match in sorted(found, key=lambda item: item[:2]):
        rule = _COMPILED[order][0]
        if not _stands_right(rule, row.atoms, index, -last):
            continue
        if rule.form is None:
            return -last, rule, None
        meaning = build_meaning(rule, captured(match, row))
        if meaning is not None:
            return -last, rule, meaning
    return None


def _stands_right(rule: Rule, atoms: Sequence[Atom], first: int, last: int) -> bool:
    """Say whether the words beside a match are those that its rule wants."""
    before = atoms[first - 1].text if first else ""
    after = atoms[last + 1] if last + 1 < len(atoms) else None
    if rule.before and before not in rule.before:
        return False
    if rule.after and (after.text if after else "") not in rule.after:
        return False
    if (rule.alone or rule.after) and _ends_in_number(atoms, last):
        return False
    return not (rule.alone and after is not None and after.text[0].isalpha() and _goes_on(atoms[last], after))


def _ends_in_number(atoms: Sequence[Atom], last: int) -> bool:
    """Say whether a match ends within a row of numbers joined by marks: the "7" of "7.6", "7-6" or "7,600"."""
    rest = atoms[last + 1 : last + 3]
    joined = len(rest) == 2 and rest[0].text in ".,/-" and not rest[0].spaced and not rest[1].spaced
    return joined and rest[1].text[0].isdigit() and atoms[last].text[0].isdigit()


def _is_ordinary(at: Atom) -> bool:
    """Say whether a match ends in a word that is no time when "in" follows: "the 25th in line", "the spring in it"."""
    return "ORDEND" in at.classes or at.text in SEASON_VERBS


def _goes_on(at: Atom, after: Atom) -> bool:
    """Say whether the word after a match carries the noun phrase on, so that the match is only a part of it."""
    if after.tag:
        return (
            after.tag.startswith(("NN", "JJ", "CD", "VBG", "VBN"))
            or after.text == "of"
            or (after.text == "in" and _is_ordinary(at))
        )
    return after.text not in tenses.CLAUSE_OPENERS | SINCE_WORDS.keys() | {
        "to",
        "for",
        "with",
        "on",
        "at",
        "is",
        "was",
    }


def _with_side(row: Row, index: int, meaning: TimeMeaning) -> TimeMeaning:
    """Add the side that a preposition gives ("since September"), unless the words carry a modifier of their own."""
    side = SINCE_WORDS.get(row.atoms[index - 1].text) if index else None
    if side is None or meaning.modifier is not None or meaning.form in ("set", "duration", "vague"):
        return meaning
    return replace(meaning, modifier=side)  # type: ignore[arg-type]


def _make_expression(
    sentence: ReadSentence, tree: Tree, text: str, atoms: Sequence[Atom], rule: Rule, meaning: TimeMeaning
) -> TimeExpression:
    """Return the record of a match."""
    start, end = atoms[0].start, atoms[-1].end
    owner = _OWNER.match(text, start, end)
    if owner is not None and _is_attribute(tree, start, end, _COMPOUNDS):
        start = owner.end()
    article_id = sentence.sentence.article_id
    return TimeExpression(
        time_id=content_id("time", article_id, start, end),
        article_id=article_id,
        sentence_id=sentence.sentence.sentence_id,
        start=start,
        end=end,
        text=text[start:end],
        kind=_kind_of(rule, meaning),
        tense=_tense_of(tree, start, end),
        meaning=meaning,
        aside=_is_aside(tree, start, end),
    )


def _tense_of(tree: Tree, start: int, end: int) -> Literal["past", "present", "future"] | None:
    """Return the tense that a time is told in."""
    find = find_attribute_tense if _is_attribute(tree, start, end) else find_tense
    return find(tree, start, end)


def _kind_of(rule: Rule, meaning: TimeMeaning) -> Kind:
    """Return the TIMEX3 type: a part of day or a clock time makes a date a time."""
    if rule.kind in ("DURATION", "SET"):
        return rule.kind
    has_part = meaning.form in ("calendar", "weekday", "offset") and meaning.name in _DAY_PARTS
    return "TIME" if has_part or meaning.hour is not None or meaning.unit in ("second", "hour", "minute") else "DATE"


_COMPOUNDS = ("compound", "amod", "nummod", "nmod:unmarked")
"""How a time hangs on the noun that it stands before; the noun's article is then not the time's."""


_ASIDES = frozenset({"nmod", "compound", "amod", "nummod", "appos", "acl", "parataxis"})
"""Relations of a time to a noun, and of a clause to the noun that it tells more about."""


def _is_aside(tree: Tree, start: int, end: int) -> bool:
    """Say whether a time dates something mentioned by the way, and not what its sentence tells."""
    inside = [at for at, token in enumerate(tree.tokens) if token.start < end and start < token.end]
    if not inside:
        return False
    top = tree.top_of(inside[0], inside[-1] + 1)
    above = tuple(tree.above(top))
    return any(tree.base(at) in _ASIDES for at in (top, *above)) or (bool(above) and _looks_back(tree, above[0]))


def _looks_back(tree: Tree, verb: int) -> bool:
    """Say whether a verb stands in the past perfect ("had risen"), which steps out of what is being told."""
    return any(tree.word(at) in ("had", "'d") for at in tree.below(verb, "aux"))


def _is_attribute(tree: Tree, start: int, end: int, relations: Sequence[str] = (*_COMPOUNDS, "nmod:poss")) -> bool:
    """Say whether a time is part of a noun phrase ("a March 1 speech", "Friday's order")."""
    inside = [at for at, token in enumerate(tree.tokens) if token.start < end and start < token.end]
    if not inside:
        return False
    top, after = tree.top_of(inside[0], inside[-1] + 1), inside[-1] + 1
    leads = tree.base(top) in relations or tree.tokens[top].relation in relations
    return leads and tree.head(top) >= after
