"""Joins answers by their very numbers: two sentences of a story that give "$1.375 billion", and share words, mean one.

A number is the less likely to be met twice by chance the more figures it has, so it is evidence: much for 693,665,
hardly any for "three". Words that few sentences of the story have, near the numbers, are the other half. Nothing is
joined here whose numbers differ by more than a rounding, so such answers can only agree; ``slots`` joins the rest.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import isfinite, log2

from dateline.compare.numbers.answers import Answer
from dateline.compare.numbers.bonds import are_two_raids
from dateline.compare.numbers.groups import SOFT
from dateline.compare.numbers.intervals import find_dimension, find_grain, gap, is_near, overlap
from dateline.compare.numbers.predicates import BY_NAME
from dateline.compare.numbers.regions import WORLD
from dateline.compare.view import StoryView
from dateline.compare.wordlists import word_set
from dateline.dates import days_between
from dateline.words import find_words

_ENOUGH, _ENOUGH_PLAIN, _DOUBLING = 2.9, 3.6, 0.2
"""Evidence that joins two answers of a story of three articles, where the number has two figures or more and where it
is plainer, and what every doubling of the articles adds: the more numbers, the more meet by chance. Read pair by pair
on 25 triples of BASIL."""
_FEWEST = 3
_LEAST_CONTEXT = 0.75
"""Evidence beside the number without which none is met, however odd: a bail of $75,000 is no claim for as much."""
_ODD, _LEAST_ODD, _MONEY = 3.0, 0.5, 0.5
"""Surprise, of three figures, from which less of it is asked; what a sum of money surprises more than a count."""
_ROUNDED = 0.01
"""How far apart two numbers of one sort may lie, one of them told to the last figure, to be that and its rounding."""
_IN_ONE = 0.5
"""Further evidence for two answers of one article."""
_TELLING, _MEETING = 1.5, 2.5
"""Surprise from which a number tells, and from which it outweighs that the words around it narrow differently."""
_SMALL, _SMALL_SHARE = 0.5, 0.5
"""Numbers of less surprise are met only in sentences that share this part of their words."""
_RARE, _SCARCE = (0.03, 1.0), (0.10, 0.6)
"""Share of the story's sentences up to which a word counts so much; any other counts ``_COMMON``."""
_COMMON = 0.25
_FEW_SENTENCES = 3
"""A word of no more sentences than this is rare, however short the story."""
_CENTRAL = 0.5
"""Part of the articles beyond which a word is of the whole story, and tells none of its numbers apart."""
_FAR = 0.5
"""What a shared word counts that stands beyond the next number, in one of the sentences."""
_MOST_WORDS = 4.0
_SORT, _SOFT_SORT, _PREDICATE, _LEMMA, _HAPPENING, _MODIFIER = 1.0, 0.5, 1.0, 0.5, 0.5, 0.5
_LIST = 3
"""Numbers of one dimension in a sentence from which it is a list, in which any number stands beside any word."""
_LISTED_SHARE = 0.6
"""Words that a list must share with another sentence for its numbers to be met there."""
_STEM = 6
"""Letters by which words are compared: "settle", "settled" and "settlement" are one."""
_ENDING, _SHORT = re.compile(r"(?:ing|ed|es|s|e)$"), 3
_SLACK_DAYS = 3
_MOST_TWINS = 60
"""Most answers with one number that are laid side by side; the first of them by article."""
_FIXED = frozenset({"rise", "usual", "rate"})
"""Words around a number that make another question of it, whatever the number."""
_KIN = word_set(
    "son daughter cousin brother sister wife husband mother father grandson granddaughter nephew niece uncle aunt "
    "child woman student friend neighbor neighbour partner girlfriend boyfriend victim"
)
"""Persons who are described by whose they are, and so are none of the named ones."""
DULL = word_set(
    "million billion trillion thousand hundred dozen percent per cent about more than least nearly almost some over "
    "the and for was were are that with from his her its has had have said says who which their this they been but not "
    "will would could may might one two three four five six seven eight nine ten day days week weeks month months year "
    "years hour hours dollars pounds euros people person other others also after before into when what there all out "
    "just only while during lrb rrb lsb rsb between under where while these those than then them our your you him she"
)
"""Words that say nothing of what a sentence is about, and those that numbers are written with."""


_LAG = re.compile(r"\s+(?:after|before|ago|later|earlier|since|following|prior)\b", re.I)
_POINTER = re.compile(r"\b(?:the|those|these)\s+(?:same\s+)?$", re.I)
_LAG_OF_ONE, _POINTED, _ONE_BEARER = 3.25, 2.0, 1.0
"""Evidence of two lags from one deed, of a count that points back to one told before in its article, and of an age that
one person of the story alone has."""


@dataclass(frozen=True, slots=True)
class Telling:
    """An answer with the stems of the words around its number: ``near`` up to the numbers beside it, ``all`` of its
    sentence; ``numbers`` counts those of its dimension in the sentence."""

    answer: Answer
    near: frozenset[str]
    all: frozenset[str]
    numbers: int
    lag: bool
    """Whether it is the time between two happenings: "three days after", "eight months ago"."""
    points: bool
    """Whether a word points back to a count told before: "the four or five"."""


def find_twins(
    answers: Sequence[Answer], view: StoryView, manifold: frozenset[str] = frozenset()
) -> list[tuple[Answer, ...]]:
    """Return the groups of answers whose numbers and words show that they answer one question, each by key.

    ``manifold`` are the questions that the story asks of many happenings (``manifold.find_manifold``).
    """
    tellings = _read_tellings(answers, view)
    weights = _weigh_words(view)
    more = _DOUBLING * max(0.0, log2(len(view.articles) / _FEWEST))
    groups: list[tuple[Answer, ...]] = []
    for row in _find_rows(tellings):
        for part in _cut_row(row):
            groups.extend(_join_row(part, weights, more, manifold))
    return groups


def _find_rows(tellings: Iterable[Telling]) -> Iterable[list[Telling]]:
    """Yield the tellings of one dimension whose numbers follow each other within a rounding, lowest first."""
    by_dimension: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        by_dimension[telling.answer.dimension].append(telling)
    for _, found in sorted(by_dimension.items()):
        row: list[Telling] = []
        for telling in sorted(found, key=lambda t: (t.answer.span.said, t.answer.key)):
            if row and not is_near(row[-1].answer.span, telling.answer.span):
                yield row
                row = []
            row.append(telling)
        yield row


def _cut_row(row: list[Telling]) -> list[list[Telling]]:
    """Return a row in one, or, where it is long, by its very numbers, the first answers of each."""
    if len(row) <= _MOST_TWINS:
        return [row]
    by_number: dict[float, list[Telling]] = defaultdict(list)
    for telling in sorted(row, key=lambda t: t.answer.key):
        by_number[telling.answer.span.said].append(telling)
    return [found[:_MOST_TWINS] for _, found in sorted(by_number.items())]


def _join_row(
    row: list[Telling], weights: dict[str, float], more: float, manifold: frozenset[str]
) -> Iterable[tuple[Answer, ...]]:
    row = sorted(row, key=lambda t: t.answer.key)
    pairs = sorted(
        (-score, left, right)
        for left, right in combinations(range(len(row)), 2)
        if not are_two_raids(row[left].answer, row[right].answer, manifold)
        and (score := weigh_twins(row[left], row[right], weights, more)) > 0
    )
    cluster = {index: [index] for index in range(len(row))}
    for _, left, right in pairs:
        one, other = cluster[left], cluster[right]
        if one is other or any(_is_against(row[a].answer, row[b].answer) for a in one for b in other):
            continue
        one.extend(other)
        for index in other:
            cluster[index] = one
    groups = {id(group): group for group in cluster.values() if len(group) > 1}
    for group in groups.values():
        yield tuple(sorted((row[index].answer for index in group), key=lambda a: a.key))


def weigh_twins(left: Telling, right: Telling, weights: dict[str, float], more: float = 0.0) -> float:
    """Return the evidence that two answers with one number answer one question; 0 where it is not enough.

    ``more`` is what a larger story asks beyond a small one.
    """
    one, other = left.answer, right.answer
    if one.quantity.sentence_id == other.quantity.sentence_id or _is_against(one, other):
        return 0.0
    shared = len(left.all & right.all) / max(1, min(len(left.all), len(right.all)))
    if max(left.numbers, right.numbers) >= _LIST and shared < _LISTED_SHARE:
        return 0.0
    near = left.near & right.near
    words = sum(weights.get(w, 1.0) * (1.0 if w in near else _FAR) for w in left.all & right.all)
    surprise = _measure_meeting(one, other)
    tied = _weigh_tie(left, right)
    in_one = one.quantity.article_id == other.quantity.article_id
    if tied < _POINTED and surprise < (_TELLING if in_one else _SMALL) and (in_one or shared < _SMALL_SHARE):
        return 0.0
    context = min(words, _MOST_WORDS) + _weigh_kind(one, other) + tied
    least = _LEAST_CONTEXT if surprise < _ODD + _MONEY * _is_money(one) else _LEAST_ODD
    score = surprise + context if context >= least else 0.0
    enough = more + (_ENOUGH if surprise >= _TELLING else _ENOUGH_PLAIN)
    enough += _IN_ONE if in_one else 0.0
    return score if score >= enough else 0.0


def _weigh_tie(left: Telling, right: Telling) -> float:
    """Return the evidence of grammar that ties two answers beyond their words."""
    one, other = left.answer, right.answer
    if left.lag and right.lag and one.lemma is not None and one.lemma == other.lemma:
        return _LAG_OF_ONE
    if one.sort == other.sort is not None and 0 < gap(one.span, other.span) <= _ROUNDED:
        return _POINTED if max(measure_surprise(one), measure_surprise(other)) >= _ODD else 0.0
    if one.quantity.article_id == other.quantity.article_id and one.sort == other.sort is not None:
        later = max((left, right), key=lambda t: t.answer.quantity.start)
        return _POINTED if later.points and measure_surprise(one) >= _TELLING else 0.0
    return _ONE_BEARER if one.dimension == "age" and None in (one.subject, other.subject) else 0.0


def _weigh_kind(left: Answer, right: Answer) -> float:
    same = left.sort is not None and left.sort == right.sort and left.sort[:1].isalpha()
    return (
        (_SOFT_SORT if left.sort in SOFT else _SORT) * same
        + _PREDICATE * bool(left.predicates & right.predicates)
        + _LEMMA * (left.lemma is not None and left.lemma == right.lemma)
        + _HAPPENING * (left.happening is not None and left.happening == right.happening)
        + _MODIFIER * bool(left.modifiers & right.modifiers)
    )


def measure_surprise(answer: Answer) -> float:
    """Return how unlikely it is that another question has this number too: 0 for "three", 3.5 for 693,665."""
    value = answer.quantity.value
    number = abs(value if value is not None and isfinite(value) else answer.span.said)
    figures = len(f"{round(number / find_grain(number))}") if number else 1
    if answer.quantity.approx == "range":
        figures += 1
    if figures == 1:
        found = 0.25 if number <= 12 else 1.0 if number < 10_000 else 1.5
    else:
        found = (
            (1.5 if number < 100 else 2.0 if number < 1000 else 2.5) if figures == 2 else 3.0 if figures == 3 else 3.5
        )
    found += _MONEY * _is_money(answer)
    if answer.dimension == "percent" and number % 1:
        found += 0.5
    elif answer.dimension in ("time", "percent") and figures < 3:
        found -= 0.5 if number not in (24, 48, 50, 100) else 1.0
    return max(found, 0.0)


def _is_money(answer: Answer) -> bool:
    return len(answer.dimension) == 3 and answer.dimension.isupper()


def _measure_meeting(left: Answer, right: Answer) -> float:
    """Return how unlikely it is that two numbers meet; feet that come to metres meet as oddly as the odder of them."""
    both = measure_surprise(left), measure_surprise(right)
    turned = find_dimension(left.quantity.unit)[1] != find_dimension(right.quantity.unit)[1]
    return max(both) if turned and left.dimension != "time" else min(both)


def _is_against(left: Answer, right: Answer) -> bool:
    """Tell whether anything shows that two answers with one number answer different questions."""
    if not (is_near(left.span, right.span) and (overlap(left.span, right.span) or left.span.said == right.span.said)):
        return True
    if left.quantity.approx == "vague" or right.quantity.approx == "vague":
        return True
    if left.dimension == "age" and _differ_in_bearer(left, right):
        return True
    meeting = min(measure_surprise(left), measure_surprise(right)) >= _MEETING
    for kind in ("nation:",) if meeting else ("nation:", "part:"):
        one, other = ({s for s in a.scopes if s.startswith(kind)} for a in (left, right))
        if one and other and not one & other:
            return True
    fixed = [a.wording & _FIXED - ({"usual"} if "whole" in a.wording else set()) for a in (left, right)]
    if fixed[0] != fixed[1]:
        return True
    regions = left.regions - {WORLD}, right.regions - {WORLD}
    if all(regions) and not regions[0] & regions[1]:
        return True
    opposite = ({"rose", "fell"}, left.predicates ^ right.predicates)
    if opposite[0] <= opposite[1] or (left.dimension == "people" and _differ_in_question(left, right)):
        return True
    if meeting or left.when is None or right.when is None:
        return False
    return days_between(left.when, right.when) > _SLACK_DAYS


def _differ_in_bearer(left: Answer, right: Answer) -> bool:
    """Whether two ages are of two people: of two names, or of persons described by different nouns."""
    if left.subject is not None and right.subject is not None:
        return left.subject != right.subject
    return bool(_KIN & {left.sort, right.sort}) and left.sort != right.sort


def _differ_in_question(left: Answer, right: Answer) -> bool:
    """Whether two answers each say of people what the other does not: the killed are not the hurt."""
    plain = [{name for name in a.predicates if BY_NAME[name].plain} for a in (left, right)]
    return bool(all(plain) and not left.predicates & right.predicates)


def _read_tellings(answers: Sequence[Answer], view: StoryView) -> list[Telling]:
    by_sentence: dict[str, list[Answer]] = defaultdict(list)
    for answer in answers:
        by_sentence[answer.quantity.sentence_id].append(answer)
    found = []
    for sentence_id, rows in by_sentence.items():
        sentence = view.sentences[sentence_id]
        text = view.articles[sentence.article_id].text
        whole = find_stems(text[sentence.start : sentence.end])
        spots = sorted((q.start, q.end) for q in view.quantities[sentence_id])
        numbers = Counter(a.dimension for a in rows)
        for answer in rows:
            start = max((e for _, e in spots if e <= answer.quantity.start), default=sentence.start)
            end = min((s for s, _ in spots if s >= answer.quantity.end), default=sentence.end)
            lag = answer.dimension == "time" and _LAG.match(text, answer.quantity.end) is not None
            points = _POINTER.search(text, sentence.start, answer.quantity.start) is not None
            near = find_stems(text[start:end])
            found.append(Telling(answer, near, whole, numbers[answer.dimension], lag, points))
    return found


def _weigh_words(view: StoryView) -> dict[str, float]:
    """Return how much a shared stem tells, by the part of the story's sentences, and of its articles, that have it."""
    counts: Counter[str] = Counter()
    named: dict[str, set[str]] = defaultdict(set)
    for sentence in view.sentences.values():
        stems = find_stems(view.articles[sentence.article_id].text[sentence.start : sentence.end])
        counts.update(stems)
        for stem in stems:
            named[stem].add(sentence.article_id)
    size = max(1, len(view.sentences))
    central = max(_FEW_SENTENCES, _CENTRAL * len(view.articles))

    def weigh(stem: str, count: int) -> float:
        if len(named[stem]) > central:
            return _COMMON
        if count <= _FEW_SENTENCES:
            return _RARE[1]
        return next((weight for share, weight in (_RARE, _SCARCE) if count / size <= share), _COMMON)

    return {stem: weigh(stem, count) for stem, count in counts.items()}


def find_stems(text: str) -> frozenset[str]:
    """Return the words of a text, cut to their stems, without numbers and the words that say nothing."""
    words = (re.sub(r"['’]s$", "", word) for word, _, _ in find_words(text))
    return frozenset(_cut(word) for word in words if len(word) > 2 and word not in DULL and not word[0].isdigit())


def _cut(word: str) -> str:
    return (_ENDING.sub("", word) if len(word) > _SHORT else word)[:_STEM]
