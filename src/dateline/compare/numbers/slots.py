"""Joins answers that plainly answer one question. A shared number is never ground enough; where in doubt, no join.

Two answers are joined on evidence (shared question, thing counted, scope, place, wording) unless something speaks
against it: another part of the group, another place, another time, a rise beside a level. Clusters grow from the
best pair on, and never take in an answer that something speaks against.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from itertools import combinations

from dateline.compare.numbers.answers import Answer
from dateline.compare.numbers.asked import Question, add_twins, is_answered
from dateline.compare.numbers.bonds import (
    LIKE_SHARE,
    are_limits,
    are_long,
    are_two_raids,
    is_disputed,
    is_former,
    is_put_right,
    is_step,
    share_words,
)
from dateline.compare.numbers.groups import SOFT, SORTS
from dateline.compare.numbers.intervals import gap, overlap
from dateline.compare.numbers.manifold import find_manifold
from dateline.compare.numbers.predicates import BY_NAME
from dateline.compare.view import StoryView
from dateline.dates import days_between
from dateline.settings import CompareSettings

_PLAIN_QUESTION, _QUESTION, _LEMMA, _SORT, _MEASURED = 3, 2, 1, 1, 4
_SCOPE, _PLACE, _MODIFIER, _HAPPENING, _SUBJECT = 1, 1, 1, 2, 3
_SAME_WORDS, _LIKE_WORDS, _VALUE = 3, 1, 1
"""Weights of evidence; ``CompareSettings.join_score`` of them join. Set so that no single weak sign suffices."""
_SAME_SHARE = 0.5
"""Shared content words of two sentences, as a share of the smaller set, of a copy."""
_APART, _APART_UNASKED = 1, 3
"""Further evidence for numbers apart, where a question is known that its word does not make clear, and where none is:
two sentences on copies sold are seldom about one count."""
_SMALL = 10.0
"""Numbers under this meet by chance too often to lend an unnarrowed answer another's scope."""
_CENTRAL_SHARE = 0.6
"""A thing that this share of the articles name is taken to be one and the same thing."""
_SLACK_DAYS, _NIGHT = 3, 1
_SIZE_GAP = 0.97
"""Two answers to one question are not told a factor of more than thirty apart; early tolls grew less."""
_ONE_TELLING_GAP = 0.67
"""Two voices of one article that differ by more than this share of the larger do not speak of one count."""
_LEAP = 0.8
"""Two answers as of one day are not told a factor of more than five apart."""
_STILL = frozenset({"subset", "usual", "rise", "part"})
"""Words around a number that make another question of it."""
_FEWEST_WORDS = 5
"""A sentence of fewer content words says too little to show that it speaks of something else."""
_MOVING = frozenset({"present", "moved", "left", "aboard", "charged", "destroyed", "dismissed", "taken"})
"""Questions that are not clear by their word, and whose answers may yet be laid side by side where they differ."""
_SWAPPED = 0.5
"""A cluster that shares this part of its answers with a larger one asks the same question again."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is central to a story: its main places, the sorts of things and the words that most articles name, and the
    questions (``manifold``) that it asks of several happenings, as a war's reports ask for the dead of every raid."""

    places: frozenset[str]
    sorts: frozenset[str]
    words: frozenset[str]
    manifold: frozenset[str]


def ask_questions(answers: tuple[Answer, ...], view: StoryView, settings: CompareSettings) -> tuple[Question, ...]:
    """Return the questions of a story that at least two sentences answer, largest first, each answered set once."""
    flat = tuple(answer for answer in answers if "rate" not in answer.wording)
    scene = _find_scene(view, flat)
    asked: list[Question] = []
    for name, block in _make_blocks(flat):
        asked.extend(_join_block(name, _lend_scopes(block[: settings.block_answers]), scene, settings))
    asked.sort(key=lambda q: (-len(q.answers), q.predicate is None, q.predicate or "", q.answers[0].key))
    kept: list[Question] = []
    for question in asked:
        keys = {a.key for a in question.answers}
        if all(len(keys & {a.key for a in other.answers}) < _SWAPPED * len(keys) for other in kept):
            kept.append(question)
    return tuple(question for question in add_twins(kept, answers, view, scene.manifold) if is_answered(question))


def _find_scene(view: StoryView, answers: tuple[Answer, ...]) -> Scene:
    towns: Counter[str] = Counter()
    countries: Counter[str] = Counter()
    for mentions in view.mentions.values():
        for mention in mentions:
            kind, _, country = (mention.known or "").partition(":")
            if kind in ("city", "capital"):
                towns[f"town:{country}:{mention.text.casefold()}"] += 1
            if kind in ("city", "capital", "country") and len(country) == 2:
                countries[f"country:{country}"] += 1
    main = [min(c, key=lambda name: (-c[name], name)) for c in (towns, countries) if c]
    named: dict[str, set[str]] = defaultdict(set)
    for article_id, article in view.articles.items():
        for word in set(article.text.casefold().replace(",", " ").replace(".", " ").split()):
            named[SORTS.get(word, word)].add(article_id)
    wanted = {a.sort for a in answers if a.sort is not None}
    least = max(2, _CENTRAL_SHARE * len(view.articles))
    common = {word for word, articles in named.items() if len(articles) >= max(2, len(view.articles) / 2)}
    return Scene(
        frozenset(main),
        frozenset(s for s in wanted if len(named.get(s, ())) >= least),
        frozenset(common),
        find_manifold(answers, view.articles.values()),
    )


def _make_blocks(answers: tuple[Answer, ...]) -> list[tuple[str | None, tuple[Answer, ...]]]:
    """Return the answers that may meet: those with a question, a counted noun, a trigger or a person in common."""
    blocks: dict[tuple[str, str, str], list[Answer]] = defaultdict(list)
    for answer in answers:
        if answer.subject is not None:
            blocks["subject", answer.subject, answer.dimension].append(answer)
            continue
        for name in answer.predicates:
            blocks["question", name, answer.dimension].append(answer)
        if answer.sort is not None and answer.sort not in SOFT:
            blocks["sort", answer.sort, answer.dimension].append(answer)
        if answer.lemma is not None:
            blocks["trigger", answer.lemma, answer.dimension].append(answer)
    changed = {a.quantity.sentence_id for a in answers if "former" in a.wording}
    for answer in answers:
        if answer.quantity.sentence_id in changed:
            blocks["change", answer.quantity.sentence_id, answer.dimension].append(answer)
    return [
        (key[1] if key[0] == "question" else None, tuple(sorted(block, key=lambda a: a.key)))
        for key, block in sorted(blocks.items())
        if len(block) > 1
    ]


def _lend_scopes(block: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """Give an answer that narrows nothing down the scope of the only narrowed answers with its number."""
    narrowed = [a for a in block if a.scopes]

    def lend(answer: Answer) -> Answer:
        if answer.scopes or abs(answer.span.said) < _SMALL:
            return answer
        offers = {a.scopes for a in narrowed if overlap(a.span, answer.span)}
        return replace(answer, scopes=next(iter(offers))) if len(offers) == 1 else answer

    return tuple(lend(answer) for answer in block)


def _join_block(name: str | None, block: tuple[Answer, ...], scene: Scene, settings: CompareSettings) -> list[Question]:
    pairs = []
    for left, right in combinations(range(len(block)), 2):
        score = weigh_pair(block[left], block[right], name, scene)
        if score >= settings.join_score + _ask_more(block[left], block[right], name, scene):
            pairs.append((-score, block[left].key, block[right].key, left, right))
    cluster = {index: [index] for index in range(len(block))}
    weakest: dict[int, int] = {}
    for score, _, _, left, right in sorted(pairs):
        one, other = cluster[left], cluster[right]
        if one is other or any(speaks_against(block[a], block[b], scene) for a in one for b in other):
            continue
        weakest[id(one)] = -score
        one.extend(other)
        for index in other:
            cluster[index] = one
    groups = {id(group): group for group in cluster.values() if len(group) > 1}
    questions = [
        Question(name, tuple(sorted((block[i] for i in group), key=lambda a: a.key)), weakest[key])
        for key, group in groups.items()
    ]
    return [q for q in questions if is_answered(q) or any("former" in a.wording for a in q.answers)]


def _ask_more(left: Answer, right: Answer, name: str | None, scene: Scene) -> int:
    """Return the further evidence that two numbers must bring: more where they are apart, or small and so often met."""
    plain = name is not None and BY_NAME[name].plain and name not in scene.manifold
    if plain or is_put_right(left, right):
        return 0
    if are_limits(left, right, name):
        return 0 if not left.content & right.content else -_LEMMA
    if overlap(left.span, right.span):
        alike = share_words(left.content, right.content) >= LIKE_SHARE or left.subject is not None
        return 0 if alike or max(left.span.said, right.span.said) > _SMALL else _APART_UNASKED
    return _APART if name is not None or left.timeless else _APART_UNASKED


def weigh_pair(left: Answer, right: Answer, name: str | None, scene: Scene) -> int:
    """Return the evidence that two answers answer one question; 0 when something speaks against it or none is firm."""
    if speaks_against(left, right, scene) or not _may_differ(left, right, name, scene):
        return 0
    same_sort = left.sort == right.sort and left.sort is not None and left.sort not in SOFT
    measured = left.timeless and same_sort and left.sort in scene.sorts
    same_lemma = left.lemma is not None and left.lemma == right.lemma
    words = share_words(left.content, right.content)
    shared_modifier = bool(left.modifiers & right.modifiers)
    same_happening = left.happening is not None and left.happening == right.happening
    firm = (
        name is not None
        or measured
        or words >= _SAME_SHARE
        or (same_sort and ((same_lemma and words >= LIKE_SHARE) or shared_modifier or same_happening))
        or left.subject is not None
    )
    if not firm:
        return 0
    plain = name is not None and BY_NAME[name].plain and left.dimension == "people"
    return (
        (_PLAIN_QUESTION if plain else _QUESTION if name is not None else 0)
        + _LEMMA * same_lemma
        + _SORT * same_sort
        + _MEASURED * measured
        + _SCOPE * (left.scopes == right.scopes != frozenset())
        + _PLACE * bool(left.places & right.places)
        + _MODIFIER * shared_modifier
        + _HAPPENING * same_happening
        + _SUBJECT * (left.subject is not None and left.subject == right.subject)
        + (_SAME_WORDS if words >= _SAME_SHARE else _LIKE_WORDS if words >= LIKE_SHARE else 0)
        + _VALUE * overlap(left.span, right.span)
    )


def _may_differ(left: Answer, right: Answer, name: str | None, scene: Scene) -> bool:
    """Whether two answers, where their numbers are apart, are still sure to answer one question."""
    if left.subject is not None and left.subject == right.subject:
        return True
    if "vague" in (left.quantity.approx, right.quantity.approx) and _differ_in_region(left, right, scene):
        return False
    if left.span.said == right.span.said:
        apart = _differ_in_region(left, right, scene) or ("suspected" in left.wording) != ("suspected" in right.wording)
        return not apart or left.span.said > _SMALL
    if is_put_right(left, right):
        return True
    if overlap(left.span, right.span):
        return name not in scene.manifold or share_words(left.content, right.content) >= LIKE_SHARE
    if name is None:
        return left.timeless
    if name in scene.manifold and not _is_one_happening(left, right):
        return False
    if left.past or right.past or _is_lone(left) or _is_lone(right):
        return False
    if are_limits(left, right, name):
        return left.quantity.article_id != right.quantity.article_id
    if is_disputed(left, right, name):
        return True
    if not BY_NAME[name].plain and not (name in _MOVING and (left.scopes == right.scopes != frozenset())):
        return False
    if (left.wording | right.wording) & _STILL or (
        BY_NAME[name].grows and ("forecast" in left.wording) != ("forecast" in right.wording)
    ):
        return False
    return not (
        _differ_in_region(left, right, scene)
        or ("suspected" in left.wording) != ("suspected" in right.wording)
        or (left.as_of == right.as_of and gap(left.span, right.span) > _LEAP and not is_former(left, right))
        or _is_foreign(left, scene)
        or _is_foreign(right, scene)
    )


def _is_one_happening(left: Answer, right: Answer) -> bool:
    """Whether two answers are shown to be about one happening, by its record and their words, or by their size."""
    same = left.happening is not None and left.happening == right.happening
    long = are_long(left, right)
    return long or (same and share_words(left.content, right.content) >= LIKE_SHARE)


def _is_lone(answer: Answer) -> bool:
    """Whether an answer is a bare "one", which is as often one of several as the whole count."""
    return answer.quantity.text.casefold() in ("one", "a", "an", "1")


def _is_foreign(answer: Answer, scene: Scene) -> bool:
    """Whether a sentence of some length has none of the words that the story's articles share."""
    return len(answer.content) >= _FEWEST_WORDS and not answer.content & scene.words


def _differ_in_region(left: Answer, right: Answer, scene: Scene) -> bool:
    """Whether two sentences are about different countries; one that names none may be about the story's own."""
    if left.regions == right.regions:
        return False
    main = {place.partition(":")[2] for place in scene.places if place.startswith("country:")}
    if left.regions and right.regions:
        return True
    return not (left.regions | right.regions) <= main


def speaks_against(left: Answer, right: Answer, scene: Scene) -> bool:
    """Tell whether anything shows that two answers answer different questions."""
    if left.dimension == right.dimension == "age" and left.subject is not None and left.subject == right.subject:
        return _differ_in_one_telling(left, right)
    return (
        left.dimension != right.dimension
        or (left.subject != right.subject and left.dimension == "age")
        or _differ_in_sort(left, right)
        or _differ_in_scope(left, right)
        or _differ_in_place(left, right, scene)
        or _differ_in_time(left, right)
        or _differ_in_day(left, right, scene)
        or are_two_raids(left, right, scene.manifold)
        or _differ_in_wording(left, right)
        or _differ_in_size(left, right)
        or _differ_in_one_telling(left, right)
    )


def _differ_in_sort(left: Answer, right: Answer) -> bool:
    if left.sort == right.sort:
        return left.sort is None and left.dimension == "count"
    if left.sort is None or right.sort is None:
        return left.dimension == "count" and not is_step(left, right)
    return not (left.dimension == "people" or {left.sort, right.sort} <= SOFT)


def _differ_in_scope(left: Answer, right: Answer) -> bool:
    if left.scopes == right.scopes:
        return False
    for kind in ("nation:", "part:"):
        one, other = ({s for s in a.scopes if s.startswith(kind)} for a in (left, right))
        if one and other and one != other:
            return True
    return not overlap(left.span, right.span)


def _differ_in_place(left: Answer, right: Answer, scene: Scene) -> bool:
    if left.places and right.places:
        joined = [{place for place in a.places if place.startswith("also:")} for a in (left, right)]
        if joined[0] != joined[1] and not overlap(left.span, right.span):
            return True  # "in Ulm" and "in Ulm and Korin" are a part and its whole
        return not any(_same_place(a, b) for a in left.places for b in right.places)
    located = left.places or right.places
    if not located or not scene.places:
        return False
    return not any(
        a in scene.places or (a.startswith("country") and _same_place(a, b)) for a in located for b in scene.places
    )


def _same_place(one: str, other: str) -> bool:
    """Compare ``town:FR:paris`` and ``country:FR``: a town lies in its country; a town of no known country fits any."""
    if one == other:
        return True
    kinds = {one.split(":")[0], other.split(":")[0]}
    countries = {one.split(":")[1], other.split(":")[1]}
    return kinds == {"town", "country"} and (len(countries) == 1 or "" in countries)


def _differ_in_time(left: Answer, right: Answer) -> bool:
    """Tell whether the days differ; one number for one town needs none: a report may leave out how long ago it was."""
    towns = {place for place in left.places & right.places if place.startswith("town")}
    if towns and overlap(left.span, right.span):
        return False
    return left.when is not None and right.when is not None and days_between(left.when, right.when) > _SLACK_DAYS


def _differ_in_day(left: Answer, right: Answer, scene: Scene) -> bool:
    """Whether two counts of victims are of two days: "killed on Saturday" is none of Monday's raid. A night belongs to
    two days, where the story is about one happening."""
    if left.day is None or right.day is None or not (left.grows and right.grows):
        return False
    many = bool((left.predicates | right.predicates) & scene.manifold)
    return days_between(left.day, right.day) > (0 if many else _NIGHT)


def _differ_in_wording(left: Answer, right: Answer) -> bool:
    return any((flag in left.wording) != (flag in right.wording) for flag in _STILL)


def _differ_in_size(left: Answer, right: Answer) -> bool:
    """Numbers so far apart count different things, whatever their words."""
    return not overlap(left.span, right.span) and gap(left.span, right.span) > _SIZE_GAP


def _differ_in_one_telling(left: Answer, right: Answer) -> bool:
    """Two numbers apart, told by one voice in one article, are two things, unless one is former or to come."""
    if left.quantity.article_id != right.quantity.article_id or overlap(left.span, right.span):
        return False
    if is_former(left, right) or (not left.grows and ("forecast" in left.wording) != ("forecast" in right.wording)):
        return False
    if any(is_disputed(left, right, name) for name in left.predicates & right.predicates):
        return False
    if left.quantity.sentence_id == right.quantity.sentence_id or gap(left.span, right.span) > _ONE_TELLING_GAP:
        return True
    return left.voice == right.voice
