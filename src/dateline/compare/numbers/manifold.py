"""Which questions a story asks of several happenings: a war's reports give the dead of every raid, and no toll."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from itertools import combinations, starmap

from dateline.compare.numbers.answers import Answer
from dateline.compare.numbers.intervals import gap, overlap
from dateline.compare.wordlists import word_set
from dateline.model import Article
from dateline.words import find_words

_OTHER_HAPPENING = 0.3
"""Two counts of one article further apart than this share are of two happenings; tolls of one night lie closer."""
_SIDES = frozenset({"part:fighter", "part:soldier", "part:civilian", "part:police"})
"""Parts that a fight's reports count by the raid."""
_VICTIMS = frozenset({"killed", "injured", "missing", "arrested", "trapped", "critical", "hospital", "held"})
_FATAL = frozenset({"killed", "injured"})
_UNWHOLE = frozenset({"subset", "usual", "rise", "part", "former", "forecast", "suspected"})
_WAR = word_set(
    "rebels fighting shelling shelled airstrike airstrikes strikes offensive clashes insurgents frontline militants "
    "ceasefire artillery fighters mortars rockets bombardment bombarded troops forces"
)
_WARLIKE = 4
"""Different words of war in an article about one, where a report on a single attack has hardly more than two."""


def find_manifold(answers: tuple[Answer, ...], articles: Collection[Article]) -> frozenset[str]:
    """Return the questions to which one article gives two whole counts far apart, of one country's people, or which
    two towns answer in several articles. Where one of them asks for victims, all such questions are meant.
    """
    told: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    towns: dict[tuple[str, str], set[str]] = defaultdict(set)
    for answer in filter(_is_whole, answers):
        near = [place for place in answer.places if place.startswith("town")]
        for name in answer.predicates:
            told[name, answer.quantity.article_id].append(answer)
            if len(near) == 1:
                towns[name, near[0]].add(answer.quantity.article_id)
    found = {name for (name, _), row in told.items() if any(starmap(_are_apart, combinations(row, 2)))}
    named = [name for (name, _), tellers in towns.items() if len(tellers) > 1]
    found |= {name for name in named if named.count(name) > 1}
    warlike = sum(_is_warlike(article) for article in articles) * 2 >= len(articles)
    return frozenset(found | (_VICTIMS if found & _FATAL or warlike else set()))


def _is_whole(answer: Answer) -> bool:
    """Whether an answer counts all of a happening of late: no part, no plan, no bare "one"."""
    plain = answer.quantity.approx != "vague" and answer.quantity.text.casefold() not in ("one", "a", "an", "1")
    return plain and not answer.past and not answer.wording & _UNWHOLE and answer.scopes <= _SIDES


def _are_apart(left: Answer, right: Answer) -> bool:
    alike = left.regions == right.regions and left.scopes == right.scopes
    return alike and not overlap(left.span, right.span) and gap(left.span, right.span) > _OTHER_HAPPENING


def _is_warlike(article: Article) -> bool:
    return len({word for word, _, _ in find_words(article.text)} & _WAR) >= _WARLIKE
