"""Finds different explanations of one thing: "collapsed over the tariffs", "blamed the tone of the talks". Never a
contradiction: a thing may have several reasons."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.compare.differences.tellings import stem
from dateline.compare.view import StoryView
from dateline.ids import content_id
from dateline.model import Cite, Discrepancy, Sentence, Side
from dateline.settings import CompareSettings
from dateline.words import find_words

EFFECTS: dict[str, str] = {
    "failure of the talks": r"collaps\w*|break-?down|broke(?:n)? (?:down|off)|fail(?:ed|ure)|without (?:an? "
    ")?(?:deal|agreement)",
    "crash": r"crash\w*|collision|derail\w*|plung\w+",
    "sinking": r"s[aiu]nk\w*|capsiz\w+",
    "fire": r"fire|blaze|explosion|exploded|blast",
    "collapse": r"collaps\w+|caved in|gave way",
    "outage": r"outage|blackout|shutdown|breach|leak|spill",
    "delay": r"delay\w*|postpone\w*|cancel\w*",
    "departure": r"resign\w*|stepp?(?:ed|ing)? down|fired|sacked|dismiss\w+|oust\w+",
    "closure": r"clos(?:ed?|ure|ing)|shut(?:ting)?(?: down)?",
}
"""What news explains, and its words; the words of two explanations must tie them to one thing."""
_CAUSE = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|on account of|as a result of|caused by|triggered by|sparked by"
    r"|prompted by|blamed on"
    r"|over (?:disputes?|disagreements?|differences|concerns|fears|claims|allegations))\s+(?P<after>[^,.;]{8,90})"
    r"|\bblam(?:ed|es|ing) (?P<blamed>[^.;]{4,90}?) for\b"
    r"|\bas (?P<odds>they were at odds over [^,.;]{4,80})",
    re.I,
)
_LETTERS = 5


@dataclass(frozen=True, slots=True)
class Explanation:
    """A sentence that explains something: what, why, and the words that tie it to a thing."""

    effect: str
    reason: str
    stems: frozenset[str]
    around: frozenset[str]
    article_id: str
    speaker: str | None
    cite: Cite


def find_explanations(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for everything that accounts of two origins explain in words that have nothing in common."""
    del settings
    found: dict[str, list[Explanation]] = defaultdict(list)
    for sentence in sorted(view.sentences.values(), key=lambda s: (s.article_id, s.start)):
        for row in _read_explanations(sentence, view):
            found[row.effect].append(row)
    for effect, rows in sorted(found.items()):
        groups = _gather(rows, view)
        if len(groups) > 1:
            yield _make(effect, groups, view)


def _read_explanations(sentence: Sentence, view: StoryView) -> Iterable[Explanation]:
    if sentence.kind != "body":
        return
    article = view.articles[sentence.article_id].text
    match = _CAUSE.search(article, sentence.start, sentence.end)
    if match is None:
        return
    group = next(name for name in ("after", "blamed", "odds") if match.group(name))
    rest = article[sentence.start : match.start(group)] + article[match.end(group) : sentence.end]
    near = (
        article[max(sentence.start, match.start() - 90) : match.start()]
        + article[match.end(group) : match.end(group) + 60]
    )
    claim = view.find_claim(sentence.article_id, match.start(group), match.end(group))
    for effect, words in EFFECTS.items():
        if re.search(rf"\b(?:{words})\b", near, re.I):
            yield Explanation(
                effect=effect,
                reason=" ".join(match.group(group).split()),
                stems=_find_stems(match.group(group)),
                around=_find_stems(rest) | {w for w, _, _ in find_words(rest) if len(w) >= _LETTERS},
                article_id=sentence.article_id,
                speaker=claim.speaker if claim is not None else None,
                cite=view.cite(sentence, match.start(), match.end()),
            )
            return


def _find_stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word, _, _ in find_words(text) if len(word) >= _LETTERS)


def _gather(rows: list[Explanation], view: StoryView) -> list[list[Explanation]]:
    """Return explanations of one thing in groups that share words; none where all come of one origin."""
    first = rows[0]
    tied = [row for row in rows if row is first or len(row.around & first.around) > 1]
    groups: list[list[Explanation]] = []
    for row in tied:
        meeting = [group for group in groups if any(row.stems & other.stems for other in group)]
        merged = [other for group in meeting for other in group] + [row]
        groups = [group for group in groups if group not in meeting] + [merged]
    origins = {view.origin(row.article_id) for row in tied}
    return groups if len(origins) > 1 else []


def _make(effect: str, groups: list[list[Explanation]], view: StoryView) -> Discrepancy:
    sides = tuple(_make_side(group, view) for group in groups)
    told = " and ".join(f"“{side.says}”" for side in sides)
    return Discrepancy(
        discrepancy_id=content_id("reason", view.story_id, effect, *sorted(c for side in sides for c in side.cites)),
        story_id=view.story_id,
        kind="reason",
        about=f"reason given for the {effect.removeprefix('the ')}",
        verdict="wording",
        severity=1,
        why=f"Different explanations, which may all hold: {told}.",
        sides=sides,
    )


def _make_side(rows: list[Explanation], view: StoryView) -> Side:
    speakers = sorted({row.speaker for row in rows if row.speaker})
    outlets = sorted({name for row in rows if (name := view.outlet(row.article_id))})
    return view.make_side(rows[0].reason, ", ".join((speakers or outlets)[:3]) or None, (row.cite for row in rows))
