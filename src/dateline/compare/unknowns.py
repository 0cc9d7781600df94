"""Finds what an earlier report says is not yet known, or not yet so, and a later one tells: data over plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.compare.phrasing import say_day
from dateline.compare.view import StoryView
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, Sentence, Side
from dateline.settings import CompareSettings


@dataclass(frozen=True, slots=True)
class Unknown:
    """A question that reports leave open at first. A sentence that fits ``open_words`` is never taken as an answer."""

    about: str
    open_words: re.Pattern[str]
    told_words: re.Pattern[str]


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern})\b", re.I)


_SOUGHT = r"(?:attackers?|assailants?|drivers?|gunm[ae]n|suspects?|bombers?|shooters?|killers?|hijackers?|pilots?)"

_CAUSE_OF = re.compile(r"\bcause of (?:(?:the|an?|his|her|its|their|\w+[’'] ?s) )?(?P<of>\w+)", re.I)
_FORMS = {"death": r"(?:deaths?|died|dead|killed|homicide|murder|suicide)", "deaths": r"(?:deaths?|died|dead|killed)"}
"""What a cause is asked of, and the words that name it."""
_NAME = re.compile(r"[A-Z][\w’'-]+$")

UNKNOWNS: tuple[Unknown, ...] = (
    Unknown(
        "who claims responsibility",
        _words(
            r"no (?:\w+ ){0,2}claims? of responsibility"
            r"|no(?:body| ?one| \w+) (?:\w+ ){0,4}claim\w* (?:\w+ )?responsibility"
            r"|not (?:\w+ ){0,3}claim\w* (?:\w+ )?responsibility"
        ),
        _words(r"claim(?:ed|s|ing)? (?:\w+ )?responsibility|claim of responsibility"),
    ),
    Unknown(
        "who did it",
        _words(
            rf"{_SOUGHT},? (?:who |which )?(?:has|have|had|was|were) not (?:\w+ ){{0,2}}identified"
            rf"|identity of (?:\w+ ){{0,3}}{_SOUGHT} (?:\w+ ){{0,4}}"
            r"(?:unknown|unclear|not (?:\w+ ){0,3}(?:clear|known))"
        ),
        _words(
            rf"{_SOUGHT}\W+(?:\w+ ){{0,5}}(?:identified|named) (?:\w+ ){{0,3}}as"
            rf"|{_SOUGHT},? (?-i:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+)"
        ),
    ),
    Unknown(
        "whether the hunted are caught",
        _words(r"(?:still|remain(?:s|ed)?) (?:at large|on the run)|manhunt (?:\w+ ){0,3}(?:under ?way|continu\w+)"),
        _words(r"(?:was|were|been) (?:\w+ )?(?:arrested|captured|caught|apprehended)|surrendered|turned \w+ in"),
    ),
    Unknown(
        "cause",
        _words(
            r"cause (?:\w+ ){0,8}(?:unknown|unclear|not (?:\w+ ){0,4}(?:known|clear|determined)|under investigation)"
        ),
        _words(
            r"(?:was|were|been) caused by(?: (?:[`'\"“‘]+ ?)?[\w’-]+){0,7}"
            r"|(?:determined|ruled|confirmed) (?:\w+ ){0,6}(?:cause|caused)"
        ),
    ),
    Unknown(
        "motive",
        _words(
            r"motives? (?:\w+ ){0,6}(?:unknown|unclear|not (?:\w+ ){0,4}(?:known|clear|determined))|no (?:\w+ )?motive"
        ),
        _words(r"motivated by(?: [\w’-]+){0,5}|motive (?:\w+ ){0,3}(?:was|is) (?!un|not)\w+"),
    ),
)
"""Questions of this kind that news stories open and close. Add a row with a golden pair in the tests."""


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence that opens or answers a question."""

    article_id: str
    written: str
    words: str
    cite: Cite
    sentence: str


def find_answered_unknowns(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every question that reports of earlier days leave open and later ones answer."""
    del settings
    for unknown in UNKNOWNS:
        opened, told = _find_sides(unknown, view)
        told = [f for f in told if _is_of_one(f, opened) and not _was_named_before(f, opened, view)]
        first = min((f.written for f in told), default="")
        early = [f for f in opened if f.written < first]
        if early and told:
            yield _make(unknown, early, told, view)


def _is_of_one(found: Found, opened: list[Found]) -> bool:
    """Whether an answer names what the question was asked of: the cause of a death is no other thing's cause."""
    asked = {match["of"].casefold() for f in opened if (match := _CAUSE_OF.search(f.words))}
    if not asked:
        return True
    words = found.sentence.casefold()
    return any(re.search(rf"\b{_FORMS.get(noun, re.escape(noun))}", words) for noun in asked)


def _was_named_before(found: Found, opened: list[Found], view: StoryView) -> bool:
    """Whether an answer ends in a name that the reports which leave the question open, or earlier ones, know: it
    answers another question, as an old attacker's name does."""
    name = _NAME.search(found.words)
    if name is None or not opened:
        return False
    asked = min(f.written for f in opened)
    open_ones = {f.article_id for f in opened}
    return any(
        name.group() in article.text
        for key, article in view.articles.items()
        if key in open_ones or (view.written(key) or asked)[:10] < asked
    )


def _find_sides(unknown: Unknown, view: StoryView) -> tuple[list[Found], list[Found]]:
    opened: list[Found] = []
    told: list[Found] = []
    for sentence in sorted(view.sentences.values(), key=lambda s: (s.article_id, s.start)):
        written = view.written(sentence.article_id)
        text = view.articles[sentence.article_id].text[sentence.start : sentence.end]
        if written is None or sentence.kind == "caption":
            continue
        match = unknown.open_words.search(text)
        side = opened if match else told
        match = match or unknown.told_words.search(text)
        if match:
            side.append(_make_found(sentence, written, match, view))
    return opened, told


def _make_found(sentence: Sentence, written: str, match: re.Match[str], view: StoryView) -> Found:
    cite = view.cite(sentence, sentence.start + match.start(), sentence.start + match.end())
    return Found(sentence.article_id, written[:10], " ".join(match.group().split()), cite, match.string)


def _make(unknown: Unknown, opened: list[Found], told: list[Found], view: StoryView) -> Discrepancy:
    early, late = min(f.written for f in opened), min(f.written for f in told)
    return Discrepancy(
        discrepancy_id=content_id("unknown", view.story_id, unknown.about),
        story_id=view.story_id,
        kind="status",
        about=unknown.about,
        verdict="update",
        severity=2,
        why=f"Still open in reports of {say_day(early)}; told on {say_day(late)}.",
        sides=(_make_side(opened, view), _make_side(told, view)),
    )


def _make_side(found: list[Found], view: StoryView) -> Side:
    ordered = sorted(found, key=lambda f: (f.written, f.cite))
    outlets = sorted({name for f in ordered if (name := view.outlet(f.article_id))})
    return view.make_side(ordered[0].words, ", ".join(outlets[:3]) or None, (f.cite for f in ordered))
