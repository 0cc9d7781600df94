"""Finds what one text says in two ways: a number, day, name, role, place or "not" that a copy or a near copy changes.

A sentence that two articles have in nearly the same words comes from one text, or from one statement. Where they differ
in one value only, one of them is wrong, or the later was put right: what a checker of facts looks for first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import product

from dateline.compare.differences.parallel import Parallel, find_parallels
from dateline.compare.differences.swaps import Change, compare_values
from dateline.compare.differences.tellings import Telling, Word, read_tellings
from dateline.compare.phrasing import say_day
from dateline.compare.view import StoryView
from dateline.dates import day_of, days_between
from dateline.ids import content_id
from dateline.model import Discrepancy, DiscrepancyKind, Sentence, Side, Verdict
from dateline.settings import CompareSettings

_COPIES, _LEAST_COPIED = 0.3, 3
"""Part of the sentences of the shorter article, and how many, that two articles must have alike to be one text."""
_STRICT_SHARED, _STRICT_SWAPPED = 8, 1
"""What two sentences of articles that are no one text must share, and may swap beside the change."""
_MOST_CHANGES = 4
"""Changes between two texts of different days from which one is a form filled in again, and nothing is said."""
_SPELLING = 0.8
"""Names this alike (a difflib ratio) are two spellings of one."""
_ASKED: dict[DiscrepancyKind, str] = {
    "number": "the number",
    "date": "the day",
    "name": "the name",
    "place": "the place",
    "role": "the office",
    "polarity": "“not” or no “not”",
}
_AROUND = 7
"""Words of the sentence shown on either side of what changed."""


def find_variants(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every value that differs between two wordings of one sentence."""
    del settings
    tellings = read_tellings(view)
    pairs = list(find_parallels(tellings))
    texts = _Texts(tellings, pairs)
    alike: dict[tuple[object, ...], list[Change]] = defaultdict(list)
    for change in _drop_forms([c for pair in pairs for c in _read_changes(pair, texts, view)], view):
        alike[_name_change(change)].append(change)
    for changes in alike.values():
        yield _make(changes, texts, view)


def _name_change(change: Change) -> tuple[object, ...]:
    """Return what makes changes in several sentences one: the same values in the same articles, or one name."""
    forms = tuple(sorted(tuple(w.form for w in words) for words in (change.left, change.right)))
    if change.kind in ("name", "place", "role"):
        return change.kind, forms
    return change.kind, forms, tuple(w.form for w in change.pair.left.words)


class _Texts:
    """Which articles have most of their sentences alike, and so are one text."""

    def __init__(self, tellings: Sequence[Telling], pairs: Sequence[Parallel]) -> None:
        self._own: dict[str, set[int]] = defaultdict(set)
        for at, telling in enumerate(tellings):
            for article in telling.articles:
                self._own[article].add(at)
        self._near = Counter(
            key for pair in pairs for key in product(sorted(pair.left.articles)[:3], sorted(pair.right.articles)[:3])
        )

    def are_one(self, left: str, right: str) -> bool:
        """Whether two articles are one text, or one holds a good part of the other."""
        same = len(self._own[left] & self._own[right]) + self._near[left, right] + self._near[right, left]
        return same >= max(_LEAST_COPIED, _COPIES * min(len(self._own[left]), len(self._own[right])))


def _read_changes(pair: Parallel, texts: _Texts, view: StoryView) -> list[Change]:
    left, right = pair.left.first, pair.right.first
    copied = texts.are_one(left.article_id, right.article_id)
    plain = [[w for w in only if w.kind == "plain"] for only in (pair.only_left, pair.only_right)]
    changes = list(compare_values(pair, copied, view))
    if copied:
        return changes if len(changes) <= 2 else []
    near = _days_apart(left, right, view)
    strict = (
        len(changes) == 1
        and pair.shared >= _STRICT_SHARED
        and max(map(len, plain)) <= _STRICT_SWAPPED
        and near is not None
        and near <= 1
    )
    return changes if strict else []


def _days_apart(left: Sentence, right: Sentence, view: StoryView) -> int | None:
    spans = view.period(left.article_id), view.period(right.article_id)
    return days_between(spans[0], spans[1]) if spans[0] is not None and spans[1] is not None else None


def _drop_forms(changes: list[Change], view: StoryView) -> Iterator[Change]:
    """Yield the changes but those between two texts of different days that differ in many places."""
    often = Counter(_key(change) for change in changes)
    for change in changes:
        apart = _days_apart(change.pair.left.first, change.pair.right.first, view)
        if often[_key(change)] < _MOST_CHANGES or apart == 0:
            yield change


def _key(change: Change) -> tuple[str, str]:
    return change.pair.left.first.article_id, change.pair.right.first.article_id


def _make(changes: list[Change], texts: _Texts, view: StoryView) -> Discrepancy:
    """Return the discrepancy of changes that are one, worded by the first of them."""
    change = changes[0]
    tellings = _order(change, view)
    first = {w.form for w in tellings[0][1]}
    others = [(t, w) for c in changes[1:] for t, w in ((c.pair.left, c.left), (c.pair.right, c.right))]
    sides = tuple(
        _make_side(telling, words, [t for t, w in others if ({x.form for x in w} == first) == (at == 0)], view)
        for at, (telling, words) in enumerate(tellings)
    )
    verdict, why = _rule(change, tellings, texts, view)
    cites = sorted({cite for side in sides for cite in side.cites})
    about = f"{_ASKED.get(change.kind, change.kind)} in “{_cut_around(*tellings[0], view, hide=True)}”"
    return Discrepancy(
        discrepancy_id=content_id("change", view.story_id, change.kind, *cites),
        story_id=view.story_id,
        kind=change.kind,
        about=about,
        verdict=verdict,
        severity=1 if verdict == "wording" else 2,
        why=why,
        sides=sides,
    )


Sided = tuple[Telling, tuple[Word, ...]]


def _order(change: Change, view: StoryView) -> tuple[Sided, Sided]:
    """Return the two sides, the one told first, or by more articles, first."""
    sided = [(change.pair.left, change.left), (change.pair.right, change.right)]

    def rank(side: Sided) -> tuple[object, ...]:
        written = min((view.written(a) or "9999")[:10] for a in side[0].articles)
        return written, -len(side[0].articles), side[0].first.article_id

    first, second = sorted(sided, key=rank)
    return first, second


def _rule(change: Change, sided: tuple[Sided, Sided], texts: _Texts, view: StoryView) -> tuple[Verdict, str]:
    one, other = (telling.first.article_id for telling, _ in sided)
    told: list[str] = [_say(words, telling, view) or f"no “{_say_other(change)}”" for telling, words in sided]
    if change.kind in ("name", "place") and SequenceMatcher(None, told[0], told[1]).ratio() >= _SPELLING:
        return "wording", f"One sentence, with the name spelled {told[0]} and {told[1]}."
    days = [day_of(view.written(article)) for article in (one, other)]
    later = days[0] is not None and days[1] is not None and days[0] < days[1]
    copied = texts.are_one(one, other)
    own = view.outlet(one) is not None and view.outlet(one) == view.outlet(other)
    if copied and own and not later:
        return "update", f"Two versions of one outlet's text: {told[0]} in the one, {told[1]} in the other."
    if copied and later and (change.kind == "number" or own):
        day = say_day(view.written(other))
        return "update", f"A later version of the text, of {day}, has {told[1]} where the earlier has {told[0]}."
    if copied:
        return "conflict", f"A copy changes the text: {told[0]} in the one, {told[1]} in the other, the rest alike."
    return "conflict", f"Two reports have one sentence, but for {told[0]} in the one and {told[1]} in the other."


def _say_other(change: Change) -> str:
    return "not" if change.kind == "polarity" else " ".join(w.form for w in (*change.left, *change.right))


def _say(words: Iterable[Word], telling: Telling, view: StoryView) -> str:
    text = view.articles[telling.first.article_id].text
    return " ".join(dict.fromkeys(text[w.start : w.end] for w in words))


def _make_side(telling: Telling, words: tuple[Word, ...], others: list[Telling], view: StoryView) -> Side:
    """Return the side of a telling, with the other tellings that have the same value."""
    sentences = list(dict.fromkeys(s for t in (telling, *others) for s in t.sentences))
    outlets = sorted({name for s in sentences if (name := view.outlet(s.article_id))})
    cites = [view.cite(s, s.start, s.end) for s in sentences]
    return view.make_side(_cut_around(telling, words, view), ", ".join(outlets[:3]) or None, cites)


def _cut_around(telling: Telling, words: tuple[Word, ...], view: StoryView, hide: bool = False) -> str:
    """Return the words of a sentence around what changed, cut at whole words; with ``hide``, without what changed."""
    text, first = view.articles[telling.first.article_id].text, telling.first
    spot = (words[0].start, words[-1].end) if words else (first.start, first.start)
    before = [w for w in telling.words if w.end <= spot[0]][-_AROUND:]
    after = [w for w in telling.words if w.start >= spot[1]][: _AROUND if words else 2 * _AROUND]
    low, high = (before[0].start if before else spot[0]), (after[-1].end if after else spot[1])
    shown = f"{text[low : spot[0]]} … {text[spot[1] : high]}" if hide and words else text[low:high]
    return " ".join(shown.split())
