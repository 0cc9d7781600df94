"""Finds what one text says in two ways: a number, day, name, role, place or "not" that a copy or a near copy changes.

A sentence that two articles have in nearly the same words comes from one text, or from one statement. Where they differ
in one value only, one of them is wrong, or the later was put right: what a checker of facts looks for first.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product

from dateline.compare.opposites import are_opposite
from dateline.compare.parallel import Parallel, find_parallels
from dateline.compare.phrasing import say_day
from dateline.compare.tellings import MONTHS, WEEKDAYS, Telling, Word, read_tellings
from dateline.compare.view import StoryView
from dateline.compare.wordlists import word_set
from dateline.dates import day_of, days_between, overlap, span_of
from dateline.ids import content_id
from dateline.model import Discrepancy, DiscrepancyKind, Mention, Sentence, Side, TimeReference, Verdict
from dateline.settings import CompareSettings

_COPIES, _LEAST_COPIED = 0.3, 3
"""Part of the sentences of the shorter article, and how many, that two articles must have alike to be one text."""
_STRICT_SHARED, _STRICT_SWAPPED = 8, 1
"""What two sentences of articles that are no one text must share, and may swap beside the change."""
_MOST_CHANGES = 4
"""Changes between two texts of different days from which one is a form filled in again, and nothing is said."""
_ROUND = 0.02
"""Numbers nearer than this share of the larger are one number rounded."""
_SPELLING = 0.8
"""Names this alike (a difflib ratio) are two spellings of one."""
_RANKS = word_set("deputy vice acting former assistant interim lieutenant")
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_NOUNS: dict[DiscrepancyKind, str] = {
    "number": "number",
    "date": "day",
    "name": "name",
    "place": "place",
    "role": "office",
    "polarity": "yes or no",
}
_AROUND = 7
"""Words of the sentence shown on either side of what changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two wordings of a sentence: the words of each, empty for the one that lacks a "not"."""

    kind: DiscrepancyKind
    pair: Parallel
    left: tuple[Word, ...]
    right: tuple[Word, ...]


def find_variants(view: StoryView, settings: CompareSettings) -> Iterable[Discrepancy]:
    """Yield a discrepancy for every value that differs between two wordings of one sentence."""
    del settings
    tellings = read_tellings(view)
    pairs = list(find_parallels(tellings))
    texts = _Texts(tellings, pairs)
    found: dict[str, Discrepancy] = {}
    for change in _drop_forms([c for pair in pairs for c in _read_changes(pair, texts, view)], view):
        made = _make(change, texts, view)
        found.setdefault(made.discrepancy_id, made)
    yield from found.values()


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
    changes = list(_compare_values(pair, copied, view))
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


def _compare_values(pair: Parallel, copied: bool, view: StoryView) -> Iterator[Change]:
    sorts = {kind: ([w for w in pair.only_left if w.kind == kind], [w for w in pair.only_right if w.kind == kind])
             for kind in ("number", "date", "name", "role", "not", "plain")}  # fmt: skip
    for kind, test in (("number", _are_apart), ("date", _are_other_days)):
        left, right = sorts[kind]
        lone = copied and len(left) == len(right) == 1
        placed = bool(left and right) and max(len(left), len(right)) <= 2 and (lone or _is_there(left, right, pair))
        if placed and test(left, right, pair, view):
            yield Change(kind, pair, tuple(left), tuple(right))  # type: ignore[arg-type]
    named = _compare_names(*sorts["name"], pair, copied, view)
    if named is not None:
        yield named
    left, right = sorts["role"]
    if _are_other_roles(left, right) and (not left or not right or _is_there(left, right, pair)):
        yield Change("role", pair, tuple(left), tuple(right))
    yield from _compare_polarity(sorts["not"], sorts["plain"], pair)


def _is_there(left: list[Word], right: list[Word], pair: Parallel) -> bool:
    """Whether two values stand in one place: a word on the same side of both is the same."""
    near = [_find_neighbours(words, telling) for words, telling in ((left, pair.left), (right, pair.right))]
    return any(one and one == other for one, other in zip(*near, strict=True)) or bool(
        set(near[0]) & set(near[1]) - {""}
    )


def _find_neighbours(words: list[Word], telling: Telling) -> tuple[str, str, str, str]:
    """Return the two words of meaning before, and the two after, the first and last of some words of a sentence."""
    if not words:
        return ("", "", "", "")
    kept = [w for w in telling.words if w.kind != "grammar"]
    first, last = kept.index(words[0]), kept.index(words[-1])
    forms = ["", "", *(w.form for w in kept), "", ""]
    return forms[first], forms[first + 1], forms[last + 3], forms[last + 4]


def _are_apart(left: list[Word], right: list[Word], pair: Parallel, view: StoryView) -> bool:
    del pair, view
    if len(left) != len(right):
        return False
    values = [[float(w.form[1:].rstrip(".")) for w in words] for words in (left, right)]
    return any(abs(a - b) > _ROUND * max(a, b) for a, b in zip(*values, strict=True))


def _are_other_days(left: list[Word], right: list[Word], pair: Parallel, view: StoryView) -> bool:
    """Whether two days differ: two weekdays, months, days of a month or years; else two dated stretches days apart."""
    if _sorts_of(left) != _sorts_of(right):
        return False
    sides = [(left, pair.left), (right, pair.right)]
    times = [_find_time(words, telling, view) for words, telling in sides]
    spans = [span_of(t.first, t.last) if t is not None else None for t in times]
    written = [view.period(telling.first.article_id) for _, telling in sides]
    if spans[0] is None or spans[1] is None or written[0] is None or written[1] is None or written[0] == written[1]:
        return True
    told_at_once = all(span is not None and span == day for span, day in zip(spans, written, strict=True))
    return not overlap(spans[0], spans[1]) and not told_at_once


def _sorts_of(words: list[Word]) -> list[str]:
    return sorted(
        "weekday" if w.form in WEEKDAYS else "month" if w.form in MONTHS.values() else "clock" if ":" in w.form
        else "year" if len(w.form) == 5 else "day" for w in words
    )  # fmt: skip


def _find_time(words: list[Word], telling: Telling, view: StoryView) -> TimeReference | None:
    rows = view.times.get(telling.first.article_id, ())
    return next((t for t in rows if t.start <= words[0].start and words[0].end <= t.end), None)


def _compare_names(left: list[Word], right: list[Word], pair: Parallel, copied: bool, view: StoryView) -> Change | None:
    """Return the change of a name; None where the two are forms of one name, or of one thing.

    In sentences of no one text both must be names to the parser, stand between the same words and be as long.
    """
    if not left or not 1 <= len(left) == len(right) <= 3 or not _is_there(left, right, pair):
        return None
    mentions = [
        _find_mention(words, telling.first, view) for words, telling in ((left, pair.left), (right, pair.right))
    ]
    if not copied and (None in mentions or len(left) != len(right) or not _is_between(left, right, pair)):
        return None
    if not _are_other_names(left, right, pair, mentions, copied, view):
        return None
    kinds = {m.kind for m in mentions if m is not None}
    kind: DiscrepancyKind = "place" if kinds and kinds <= _PLACES else "name"
    return Change(kind, pair, tuple(left), tuple(right))


def _is_between(left: list[Word], right: list[Word], pair: Parallel) -> bool:
    """Whether two values stand between the same words."""
    near = [_find_neighbours(words, telling) for words, telling in ((left, pair.left), (right, pair.right))]
    return near[0][1:3] == near[1][1:3]


def _find_mention(words: list[Word], sentence: Sentence, view: StoryView) -> Mention | None:
    rows = view.mentions.get(sentence.sentence_id, ())
    return next((m for m in rows if m.start <= words[0].start and words[0].end <= m.end), None)


def _are_other_names(
    left: list[Word],
    right: list[Word],
    pair: Parallel,
    mentions: Sequence[Mention | None],
    copied: bool,
    view: StoryView,
) -> bool:
    if mentions[0] is None and mentions[1] is None:
        return False
    if mentions[0] is not None and mentions[1] is not None:
        places = [m.kind in _PLACES for m in mentions if m is not None]
        if places[0] != places[1]:
            return False
        if mentions[0].known is not None and mentions[0].known == mentions[1].known:
            return False
    referred = [
        view.find_entity(telling.first.article_id, words[0].start, words[-1].end)
        for words, telling in ((left, pair.left), (right, pair.right))
    ]
    one_entity = referred[0] is not None and referred[1] is not None and referred[0].entity_id == referred[1].entity_id
    if one_entity and not (copied and _are_surnames(left, right, mentions)):
        return False
    one, other = ("".join(w.form for w in words) for words in (left, right))
    return not _is_short_for(one, left, other) and not _is_short_for(other, right, one)


def _are_surnames(left: list[Word], right: list[Word], mentions: Sequence[Mention | None]) -> bool:
    """Whether what differs is the last word of two persons' names, whatever else the names share."""
    ends = [words[-1].end for words in (left, right)]
    return all(m is not None and m.kind == "PER" and m.end - end <= 2 for m, end in zip(mentions, ends, strict=True))


def _is_short_for(one: str, words: list[Word], other: str) -> bool:
    """Whether a name is the initials of another, or begins it."""
    initials = "".join(word.form[0] for word in words)
    return other.startswith(one) or (len(words) > 1 and initials == other)


def _are_other_roles(left: list[Word], right: list[Word]) -> bool:
    if len(left) > 2 or len(right) > 2 or not (left or right):
        return False
    if left and right:
        return not any(_are_one_role(a.form, b.form) for a in left for b in right)
    return all(word.form in _RANKS for word in [*left, *right])


def _are_one_role(one: str, other: str) -> bool:
    """Whether two role words differ in gender or spelling only: spokesman and spokeswoman, adviser and advisor."""
    return one[:5] == other[:5] or {one, other} in _ROLE_PAIRS


_ROLE_PAIRS: tuple[set[str], ...] = (
    {"ceo", "executive"}, {"ceo", "chief"}, {"lawyer", "attorney"}, {"counsel", "lawyer"}, {"attorney", "counsel"},
    {"officer", "constable"}, {"leader", "president"}, {"leader", "chairman"}, {"chief", "head"}, {"boss", "chief"},
    {"lawmaker", "representative"}, {"lawmaker", "senator"}, {"lawmaker", "congressman"}, {"adviser", "aide"},
    {"advisor", "aide"}, {"representative", "congressman"}, {"representative", "congresswoman"}, {"journalist", "reporter"},
    {"deputy", "vice"}, {"premier", "minister"}, {"head", "director"}, {"head", "leader"}, {"former", "president"},
)  # fmt: skip


def _compare_polarity(
    nots: tuple[list[Word], list[Word]], plain: tuple[list[Word], list[Word]], pair: Parallel
) -> Iterator[Change]:
    left, right = nots
    if len(plain[0]) <= 1 and len(plain[1]) <= 1 and (len(left) + len(right)) % 2:
        yield Change("polarity", pair, tuple(left), tuple(right))
        return
    for one, other in product(*plain):
        if are_opposite(one.form, other.form) and not left and not right:
            yield Change("polarity", pair, (one,), (other,))
            return


def _drop_forms(changes: list[Change], view: StoryView) -> Iterator[Change]:
    """Yield the changes but those between two texts of different days that differ in many places."""
    often = Counter(_key(change) for change in changes)
    for change in changes:
        apart = _days_apart(change.pair.left.first, change.pair.right.first, view)
        if often[_key(change)] < _MOST_CHANGES or apart == 0:
            yield change


def _key(change: Change) -> tuple[str, str]:
    return change.pair.left.first.article_id, change.pair.right.first.article_id


def _make(change: Change, texts: _Texts, view: StoryView) -> Discrepancy:
    tellings = _order(change, view)
    sides = tuple(_make_side(telling, words, view) for telling, words in tellings)
    verdict, why = _rule(change, tellings, texts, view)
    cites = sorted({cite for side in sides for cite in side.cites})
    about = f"{_NOUNS.get(change.kind, change.kind)} in “{_cut_around(*tellings[0], view, hide=True)}”"
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
    told = [" ".join(_say(words, telling, view)) or f"no “{_say_other(change)}”" for telling, words in sided]
    if change.kind in ("name", "place") and SequenceMatcher(None, *told).ratio() >= _SPELLING:
        return "wording", f"One sentence, with the name spelled {told[0]} and {told[1]}."
    days = [day_of(view.written(article)) for article in (one, other)]
    later = days[0] is not None and days[1] is not None and days[0] < days[1]
    copied = texts.are_one(one, other)
    if copied and later and (change.kind == "number" or view.outlet(one) == view.outlet(other)):
        day = say_day(view.written(other))
        return "update", f"A later version of the text, of {day}, has {told[1]} where the earlier has {told[0]}."
    if copied:
        return "conflict", f"A copy changes the text: {told[0]} in the one, {told[1]} in the other, the rest alike."
    return "conflict", f"Two reports have one sentence, but for {told[0]} in the one and {told[1]} in the other."


def _say_other(change: Change) -> str:
    return "not" if change.kind == "polarity" else " ".join(w.form for w in (*change.left, *change.right))


def _say(words: Iterable[Word], telling: Telling, view: StoryView) -> list[str]:
    text = view.articles[telling.first.article_id].text
    return list(dict.fromkeys(text[w.start : w.end] for w in words))


def _make_side(telling: Telling, words: tuple[Word, ...], view: StoryView) -> Side:
    outlets = sorted({name for article in telling.articles if (name := view.outlet(article))})
    cites = [view.cite(s, s.start, s.end) for s in telling.sentences]
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
