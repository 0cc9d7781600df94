"""Reads which value differs between two wordings of one sentence, and whether the two can be meant alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from dateline.compare.differences.opposites import are_opposite
from dateline.compare.differences.parallel import Parallel
from dateline.compare.differences.tellings import MONTHS, WEEKDAYS, Telling, Word
from dateline.compare.view import StoryView
from dateline.compare.wordlists import word_set
from dateline.dates import overlap, span_of
from dateline.model import DiscrepancyKind, Mention, Sentence, TimeReference

_ROUND = 0.02
"""Numbers nearer than this share of the larger are one number rounded."""
_HEADLINE = 0.7
"""Part of a sentence's words with capitals from which they are a headline's."""
_RANKS = word_set("deputy vice acting former assistant interim lieutenant")
_SORTS = {"city": "town", "capital": "town", "country": "state", "demonym": "state", "region": "region"}
"""What the gazetteer knows a place as → its sort."""
_PLACES = frozenset({"GPE", "LOC", "FAC"})


@dataclass(frozen=True, slots=True)
class Change:
    """What differs between two wordings of a sentence: the words of each, empty for the one that lacks a "not"."""

    kind: DiscrepancyKind
    pair: Parallel
    left: tuple[Word, ...]
    right: tuple[Word, ...]


def compare_values(pair: Parallel, copied: bool, view: StoryView) -> Iterator[Change]:
    """Yield the values that differ between two wordings of a sentence; ``copied``: their articles are one text."""
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
    renamed = any(word.kind == "name" for word in (*pair.only_left, *pair.only_right))
    if (
        not renamed
        and _are_other_roles(left, right)
        and (_are_before_one(left, right, pair) if left and right else _ranks_an_office(left, right, pair))
    ):
        yield Change("role", pair, tuple(left), tuple(right))
    yield from _compare_polarity(sorts["not"], sorts["plain"], pair)


def _is_there(left: list[Word], right: list[Word], pair: Parallel) -> bool:
    """Whether two values stand in one place: a word on the same side of both is the same."""
    near = [_find_neighbours(words, telling) for words, telling in ((left, pair.left), (right, pair.right))]
    return any(one and one == other for one, other in zip(*near, strict=True)) or bool(
        set(near[0]) & set(near[1]) - {""}
    )


def _ranks_an_office(left: list[Word], right: list[Word], pair: Parallel) -> bool:
    """Whether a rank that one telling alone has stands right before an office: no mere title before a name."""
    words, telling = (left, pair.left) if left else (right, pair.right)
    at = telling.words.index(words[-1])
    return at + 1 < len(telling.words) and telling.words[at + 1].kind == "role"


def _are_before_one(left: list[Word], right: list[Word], pair: Parallel) -> bool:
    """Whether two values stand right before the same word of meaning, or at both ends of their sentences."""
    near = [_find_neighbours(words, telling) for words, telling in ((left, pair.left), (right, pair.right))]
    return near[0][2] == near[1][2]


def _find_neighbours(words: list[Word], telling: Telling) -> tuple[str, str, str, str]:
    """Return the two words of meaning before, and the two after, the first and last of some words of a sentence."""
    if not words:
        return ("", "", "", "")
    kept = [w for w in telling.words if w.kind != "grammar"]
    first, last = kept.index(words[0]), kept.index(words[-1])
    forms = ["", "", *(w.form for w in kept), "", ""]
    return forms[first], forms[first + 1], forms[last + 3], forms[last + 4]


_UNITS = word_set(
    "m metre meter metr km kilometre kilometer kilomet mile ft feet foot yard inch cm mm kg kilo lb pound ton "
    "tonne tonn g "
    "gram ounce acre hectare hectar litre liter gallon barrel mph kph knot celsius fahrenheit c f degree $ £ € "
    "% euro dollar"
)
"""Units of measure, some cut as ``stem`` cuts them: numbers in two of them are for converting, not for comparing."""


def _have_other_units(left: Word, right: Word, pair: Parallel) -> bool:
    """Whether two numbers stand before two different units, or one has its unit grown onto it and the other not."""
    after = [_find_next(word, telling) for word, telling in ((left, pair.left), (right, pair.right))]
    return after[0] != after[1] and bool(set(after) & _UNITS)


def _find_next(word: Word, telling: Telling) -> str:
    at = telling.words.index(word)
    return telling.words[at + 1].form if at + 1 < len(telling.words) else ""


def _are_apart(left: list[Word], right: list[Word], pair: Parallel, view: StoryView) -> bool:
    del view
    if len(left) != len(right) or _have_other_units(left[-1], right[-1], pair):
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
    if not left or not 1 <= len(left) == len(right) <= 3 or not _is_beside(left, right, pair):
        return None
    if _is_headline(pair.left) or _is_headline(pair.right):
        return None
    mentions = [
        _find_mention(words, telling.first, view) for words, telling in ((left, pair.left), (right, pair.right))
    ]
    if not copied and (None in mentions or len(left) != len(right) or not _is_between(left, right, pair)):
        return None
    if not _are_other_names(left, right, pair, mentions, copied, view):
        return None
    kinds = {m.kind for m in mentions if m is not None}
    kind: DiscrepancyKind = "place" if kinds & _PLACES else "name"
    if kind == "place" and not _are_of_one_sort(mentions, left, right, pair):
        return None
    return Change(kind, pair, tuple(left), tuple(right))


def _are_of_one_sort(mentions: Sequence[Mention | None], left: list[Word], right: list[Word], pair: Parallel) -> bool:
    """Whether two places are two towns, two regions or two states, so that neither lies in the other; of places that
    the
    gazetteer does not know, it is held where the words around them are the same, in a sentence of the body."""
    sorts = [_SORTS.get(m.known.split(":")[0], "other") if m is not None and m.known else None for m in mentions]
    if None not in sorts:
        return sorts[0] == sorts[1]
    body = pair.left.first.kind == pair.right.first.kind == "body"
    return body and _is_between(left, right, pair)


def _is_headline(telling: Telling) -> bool:
    """Whether most words of a telling bear capitals, so that these mark no names."""
    kept = [w for w in telling.words if w.kind in ("plain", "name", "role")]
    return sum(w.kind == "name" for w in kept) > _HEADLINE * len(kept)


def _is_beside(left: list[Word], right: list[Word], pair: Parallel) -> bool:
    """Whether the word of meaning right before, or right after, two values is the same."""
    near = [_find_neighbours(words, telling) for words, telling in ((left, pair.left), (right, pair.right))]
    return any(one and one == other for one, other in zip(near[0][1:3], near[1][1:3], strict=True))


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
    both = [mention for mention in mentions if mention is not None]
    if len(both) == 2:
        if not copied and len({mention.kind in _PLACES for mention in both}) > 1:
            return False
        if both[0].state is not None and both[0].state == both[1].state:
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
    {"advisor", "aide"}, {"representative", "congressman"}, {"representative", "congresswoman"}, {"journalist",
    "reporter"},
    {"deputy", "vice"}, {"premier", "minister"}, {"head", "director"}, {"head", "leader"}, {"former", "president"},
)  # fmt: skip


def _compare_polarity(
    nots: tuple[list[Word], list[Word]], plain: tuple[list[Word], list[Word]], pair: Parallel
) -> Iterator[Change]:
    left, right = nots
    if len(plain[0]) <= 1 and len(plain[1]) <= 1 and (len(left) + len(right)) % 2:
        longer, other = (pair.left, pair.right) if len(left) > len(right) else (pair.right, pair.left)
        if _negates_shared(max(left, right, key=len)[0], longer, other):
            yield Change("polarity", pair, tuple(left), tuple(right))
        return
    for one, other_word in product(*plain):
        if are_opposite(one.form, other_word.form) and not left and not right:
            yield Change("polarity", pair, (one,), (other_word,))
            return


def _negates_shared(negation: Word, telling: Telling, other: Telling) -> bool:
    """Whether the words of meaning on either side of a "not" stand side by side in a telling without it."""
    kept = [w for w in telling.words if w.kind != "grammar"]
    at = kept.index(negation)
    around = [w.form for w in kept[max(0, at - 1) : at] + kept[at + 1 : at + 2]]
    forms = [w.form for w in other.words if w.kind != "grammar"]
    if len(around) < 2:
        return bool(around) and around[0] in (forms[0], forms[-1])
    return any(one == around[0] and around[1] in forms[at + 1 : at + 3] for at, one in enumerate(forms))
