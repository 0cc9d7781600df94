"""Finds two deeds that reports tell in opposite order: "he shot before he drove on", "he drove on before he shot"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

from dateline.compare.differences.tellings import stem
from dateline.compare.view import StoryView
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, Sentence, Side
from dateline.settings import CompareSettings
from dateline.words import find_words

DEEDS: dict[str, re.Pattern[str]] = {
    name: re.compile(rf"\b(?:{pattern})\b", re.I)
    for name, pattern in {
        "shooting": r"shot(?! dead)|shoot(?:ing)?|fir(?:ed|ing)|open(?:ed|ing) fire",
        "driving": r"dr(?:ove|iving|ives?)|ploughed|plough?ing|plow(?:ed|ing)|ramm(?:ed|ing)|barrel(?:l?ed|l?ing)|sped"
        r"|zig-?zagged|careened|careered|accelerat(?:ed|ing)|mow(?:ed|ing)|for more than a (?:mile|kilometer"
        r"|kilometre)",
        "stabbing": r"stabb(?:ed|ing)|knifed",
        "exploding": r"explod(?:ed|ing)|blew up|blast|detonat(?:ed|ing)|explosion",
        "fleeing": r"fled|flee(?:ing)?|r[au]n away|escap(?:ed|ing)",
        "calling for help": r"call(?:ed|ing) (?:911|999|112|the police|police|an ambulance|for help)",
        "dying": r"died|dying|death",
        "arresting": r"arrest(?:ed|ing)?|detain(?:ed|ing)",
        "resigning": r"resign(?:ed|ing)|stepp(?:ed|ing) down|quit(?:ting)?",
        "telling the public": r"announc(?:ed|ing|ement)|disclos(?:ed|ing|ure)|revealed|went public|made public",
        "finding out": r"discover(?:ed|ing|y)|found out|finding out|learn(?:ed|ing|t)",
        "selling": r"s(?:old|elling)|sale",
        "burning": r"caught fire|burst into flames|catching fire|fire broke out",
        "crashing": r"crash(?:ed|ing)?|collid(?:ed|ing)|collision",
        "sinking": r"s[au]nk|sinking|capsiz(?:ed|ing)",
        "signing": r"sign(?:ed|ing)",
        "voting": r"vot(?:ed|ing)",
        "apologising": r"apologi[sz](?:ed|ing)|apology",
        "paying": r"paid|paying|payment",
        "warning": r"warn(?:ed|ing)",
    }.items()
}
"""Deeds that reports put in order, and the words for them. Add a row with a golden pair in the tests."""
_BEFORE = re.compile(r"\bbefore (?:\w+ly )?(?=\w+ing\b|(?:he|she|it|they|the \w+) )|,? (?:and )?(?:only )?then\b", re.I)
_AFTER = re.compile(r"\bafter (?:\w+ly )?(?=\w+ing\b|(?:he|she|it|they|the \w+) )", re.I)
_PERIOD = re.compile(
    r"\b(?:days?|weeks?|months?|years?|hours?|minutes?|shortly|long|soon|just) (?:before|after)\b", re.I
)
_SHARED, _LETTERS = 1, 5
"""Stems of so many letters, the deeds' own left out, that the two sentences must share."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """A sentence that puts one deed before another."""

    first: str
    then: str
    sentence: Sentence
    stems: frozenset[str]
    cite: Cite


def find_order_disputes(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every two deeds that different accounts put in opposite order."""
    del settings
    told = [row for sentence in _order_sentences(view) for row in _read_order(sentence, view)]
    met: dict[tuple[str, str], tuple[dict[Cite, Ordered], dict[Cite, Ordered]]] = {}
    for one, other in product(told, told):
        if (
            one.first < one.then
            and (one.first, one.then) == (other.then, other.first)
            and _are_of_one(one, other, view)
        ):
            sides = met.setdefault((one.first, one.then), ({}, {}))
            sides[0][one.cite], sides[1][other.cite] = one, other
    for deeds, sides in sorted(met.items()):
        yield _make(deeds, [list(side.values()) for side in sides], view)


def _order_sentences(view: StoryView) -> list[Sentence]:
    return sorted((s for s in view.sentences.values() if s.kind == "body"), key=lambda s: (s.article_id, s.start))


def _read_order(sentence: Sentence, view: StoryView) -> Iterator[Ordered]:
    text = view.articles[sentence.article_id].text[sentence.start : sentence.end]
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(text):
            if _PERIOD.search(text[max(0, match.start() - 12) : match.end()]):
                continue
            deeds = _find_last(text[: match.start()]), _find_first(text[match.end() :])
            if deeds[0] is None or deeds[1] is None or deeds[0] == deeds[1]:
                continue
            first, then = (deeds[0], deeds[1]) if pattern is _BEFORE else (deeds[1], deeds[0])
            stems = frozenset(stem(w) for w, _, _ in find_words(text) if len(w) >= _LETTERS)
            place = sentence.start + match.start(), sentence.start + match.end()
            yield Ordered(first, then, sentence, stems, view.cite(sentence, *place))


def _find_last(text: str) -> str | None:
    """Return the deed that the words before a connective tell last, of its main clause."""
    found = [(match.start(), name) for name, pattern in DEEDS.items() for match in pattern.finditer(text)]
    return max(found)[1] if found else None


def _find_first(text: str) -> str | None:
    """Return the deed with which the words after a connective open."""
    found = [(match.start(), name) for name, pattern in DEEDS.items() if (match := pattern.search(text[:60]))]
    return min(found)[1] if found else None


def _are_of_one(one: Ordered, other: Ordered, view: StoryView) -> bool:
    if view.account(one.sentence.article_id) == view.account(other.sentence.article_id):
        return False
    deeds = {stem(word) for name in (one.first, one.then) for word in re.findall(r"[a-z]+", DEEDS[name].pattern)}
    return len((one.stems & other.stems) - deeds) >= _SHARED


def _make(deeds: tuple[str, str], sides: list[list[Ordered]], view: StoryView) -> Discrepancy:
    made = tuple(_make_side(rows, view) for rows in sides)
    return Discrepancy(
        discrepancy_id=content_id("order", view.story_id, *deeds, *sorted(c for s in made for c in s.cites)),
        story_id=view.story_id,
        kind="sequence",
        about=f"which came first, {deeds[0]} or {deeds[1]}",
        verdict="conflict",
        severity=3,
        why=f"Some reports put the {deeds[0]} before the {deeds[1]}, others after it.",
        sides=made,
    )


def _make_side(rows: list[Ordered], view: StoryView) -> Side:
    rows = sorted(rows, key=lambda row: row.cite)
    outlets = sorted({name for row in rows if (name := view.outlet(row.sentence.article_id))})
    says = f"{rows[0].first}, then {rows[0].then}"
    return view.make_side(says, ", ".join(outlets[:3]) or None, (row.cite for row in rows))
