"""Finds sentences of different articles that tell one thing in nearly the same words: copies, revisions, one source."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log

from dateline.compare.differences.tellings import Telling, Word

_KEYS, _MET = 8, 2
"""Rarest words of a sentence by which it meets others, and how many of them two must share to be compared."""
_BUCKET = 60
"""Wordings with one word after which no more meet by it."""
_SHARED = 0.8
"""Part of the words of each of two sentences, grammar left out, that the other has too, values that change left out."""
_LEAST = 4
"""Words that two sentences must share beside what changed."""
_CHANGED = 0.34
"""Part of a sentence's words that may be missing from the other, values included."""
_SWAPPED = 2
"""Words, of one sentence, that may stand for no value and be missing from the other: a synonym, a dropped adverb."""


@dataclass(frozen=True, slots=True)
class Parallel:
    """Two wordings of one sentence: the words of each that the other lacks, and what they share."""

    left: Telling
    right: Telling
    only_left: tuple[Word, ...]
    only_right: tuple[Word, ...]
    shared: int


def find_parallels(tellings: Sequence[Telling]) -> Iterator[Parallel]:
    """Yield the pairs of wordings that differ in few words, in the order of the wordings; none within one article."""
    often = Counter(form for telling in tellings for form in {word.form for word in _keep(telling.words)})
    rank = {form: log((1 + len(tellings)) / count) for form, count in often.items()}
    met: dict[str, list[int]] = defaultdict(list)
    for at, telling in enumerate(tellings):
        forms = sorted({w.form for w in _keep(telling.words)}, key=lambda form: (-rank[form], form))[:_KEYS]
        meetings: Counter[int] = Counter()
        for form in forms:
            meetings.update(met[form])
            if len(met[form]) < _BUCKET:
                met[form].append(at)
        for other in sorted(other for other, count in meetings.items() if count >= _MET):
            pair = lay_beside(tellings[other], telling)
            if pair is not None:
                yield pair


def lay_beside(left: Telling, right: Telling) -> Parallel | None:
    """Return two wordings as parallel; None where they have an article in common or too little else."""
    if left.articles & right.articles:
        return None
    one, other = list(_keep(left.words)), list(_keep(right.words))
    only_left, only_right = _lack(one, other), _lack(other, one)
    shared = min(len(one) - len(only_left), len(other) - len(only_right))
    plain = [sum(w.kind == "plain" for w in only) for only in (only_left, only_right)]
    if shared < _LEAST or max(plain) > _SWAPPED:
        return None
    if not _covers(one, only_left) or not _covers(other, only_right):
        return None
    return Parallel(left, right, tuple(only_left), tuple(only_right), shared)


def _covers(words: list[Word], only: list[Word]) -> bool:
    plain = sum(word.kind == "plain" for word in only)
    return len(words) - len(only) >= _SHARED * (len(words) - len(only) + plain) and len(only) <= _CHANGED * len(words)


def _keep(words: Iterable[Word]) -> Iterator[Word]:
    return (word for word in words if word.kind != "grammar")


def _lack(words: list[Word], other: list[Word]) -> list[Word]:
    """Return the words that another sentence lacks, each as often as it lacks it; of equal ones, those that stand
    there between other words."""
    held = Counter(word.form for word in other)
    between = {_find_place(other, at) for at in range(len(other))}
    strange = sorted(range(len(words)), key=lambda at: (_find_place(words, at) not in between, at))
    missing = []
    for at in strange:
        if held[words[at].form] > 0:
            held[words[at].form] -= 1
        else:
            missing.append(at)
    return [words[at] for at in sorted(missing)]


def _find_place(words: list[Word], at: int) -> tuple[str, str, str]:
    """Return a word with those beside it."""
    before = words[at - 1].form if at else ""
    after = words[at + 1].form if at + 1 < len(words) else ""
    return before, words[at].form, after
