"""How much stands behind a point: articles, outlets, independent reports, primary speakers.

Counting articles overstates it: of online news a third is original (Cagé, Hervé and Viaud 2017). Four counts tell it
apart. Two outlets that quote one press conference are two reports and one speaker; two that print one agency are two
articles and one report.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Article, Cite, Claim, Origin, Passage
from dateline.words import fold

_HALF = 0.5
"""Part of a cite that must lie in a passage, or in a speaker's words, for the cite to rest on it."""
_CHAIN = 4
"""Links after which a chain of credits is followed no further: in news three are rare."""

Place = tuple[str, int, int]
"""Article, start, end."""


@dataclass(frozen=True, slots=True)
class Support:
    """What stands behind a point. ``origins`` counts independent reports, ``speakers`` the named ones they go back to;
    a report in the outlet's own voice has none."""

    articles: int
    outlets: int
    origins: int
    speakers: int


class Evidence:
    """Looks up what the places of a story's articles rest on."""

    def __init__(
        self,
        origins: Iterable[Origin],
        passages: Iterable[Passage] = (),
        articles: Iterable[Article] = (),
        claims: Iterable[Claim] = (),
    ) -> None:
        """Lay out the records of one story, or of several."""
        self._origin = {key: row.origin_id for row in origins for key in row.articles}
        self._outlet = {row.article_id: fold(row.outlet) for row in articles if row.outlet}
        self._passages = _by_article(passages)
        self._claims = _by_article(claims)

    def origin(self, article_id: str) -> str:
        """Return the origin of an article; one that is in none is its own."""
        return self._origin.get(article_id, article_id)

    def sources(self, article_id: str, start: int, end: int) -> frozenset[str]:
        """Return the origins that a stretch may come from: those of the passages it lies in, else the article's own."""
        resting: set[str] = set()
        touched: set[str] = set()
        covered = 0
        at = start
        for row in self._passages.get(article_id, ()):
            shared = min(end, row.end) - max(start, row.start)
            if shared <= 0:
                continue
            touched.add(row.origin_id)
            covered += max(0, min(end, row.end) - max(at, row.start))
            at = max(at, row.end)
            if shared >= _HALF * (end - start):
                resting.add(row.origin_id)
        if resting:
            return frozenset(resting)
        own = covered < _HALF * (end - start) or not touched
        return frozenset((self.origin(article_id),)) if own else frozenset(touched)

    def count(self, cites: Iterable[Cite], places: Iterable[Place] = ()) -> Support:
        """Return the four counts of a point that these cites tell, at ``places`` in them where that is known."""
        rows = tuple(dict.fromkeys(cites))
        articles = {row.article_id for row in rows}
        return Support(
            articles=len(articles),
            outlets=len({self._outlet.get(key, key) for key in articles}),
            origins=self.count_origins(tuple(places) or [(row.article_id, row.start, row.end) for row in rows]),
            speakers=len({name for row in rows for name in self._speakers(row)}),
        )

    def count_origins(self, places: Iterable[Place]) -> int:
        """Return how many independent reports stand behind a point that is told at these places."""
        return count_independent((self.origin(place[0]), self.sources(*place)) for place in places)

    def _speakers(self, cite: Cite) -> Iterable[str]:
        """Yield the primary speakers of a cite: of the claims that hold most of it, the innermost."""
        size = cite.end - cite.start
        holding = [
            row
            for row in self._claims.get(cite.article_id, ())
            if min(cite.end, row.end) - max(cite.start, row.start) >= _HALF * size and row.name
        ]
        if holding:
            yield min(holding, key=lambda row: (row.end - row.start, row.name)).name


@dataclass(frozen=True, slots=True, order=True)
class _Stretch:
    """A passage or a claim: where it is, and whose origin or which speaker."""

    start: int
    end: int
    origin_id: str

    @property
    def name(self) -> str:
        """The speaker, where the stretch is a claim."""
        return self.origin_id


def _by_article(rows: Iterable[Passage] | Iterable[Claim]) -> dict[str, list[_Stretch]]:
    found: dict[str, list[_Stretch]] = {}
    for row in rows:
        if isinstance(row, Passage):
            stretch = _Stretch(row.start, row.end, row.origin_id)
        else:
            stretch = _Stretch(row.cite.start, row.cite.end, fold(row.speaker or ""))
        found.setdefault(row.article_id, []).append(stretch)
    return {key: sorted(stretches) for key, stretches in found.items()}


def count_independent(told: Iterable[tuple[str, frozenset[str]]]) -> int:
    """Return how many independent reports stand behind a point: the fewest origins from which all of it can come.

    Each row is an article's own origin and the origins that its words for the point may come from. Credits are
    followed: who credits a newsroom that itself credits another for the point may owe it to either.
    """
    rests: dict[str, set[str]] = {}
    rows: set[frozenset[str]] = set()
    for own, sources in told:
        rests.setdefault(own, set()).update(sources)
        rows.add(sources)
    passed = {own: keys for own, keys in rests.items() if own not in keys}
    for _ in range(_CHAIN):
        longer = {row.union(*(passed[key] for key in row if key in passed)) for row in rows}
        if longer == rows:
            break
        rows = longer
    return count_fewest(rows)


def count_fewest(rows: Iterable[frozenset[str]]) -> int:
    """Return the size of a smallest set of keys that has one of every row (a minimum hitting set).

    A row of one key forces it; what is left is chosen greedily, which is exact for the few rows that are ever left.
    """
    filled = {row for row in rows if row}
    forced = {key for row in filled if len(row) == 1 for key in row}
    count, left = len(forced), {row for row in filled if row.isdisjoint(forced)}
    while left:
        best = _best_key(left)
        left = {row for row in left if best not in row}
        count += 1
    return count


def _best_key(rows: set[frozenset[str]]) -> str:
    """Return the key that stands in most rows, the first by name of equals."""
    often: dict[str, int] = {}
    for row in rows:
        for key in row:
            often[key] = often.get(key, 0) + 1
    return min(often, key=lambda key: (-often[key], key))


def say_support(articles: int, outlets: int, origins: int) -> str:
    """Return counts in words: "5 articles, 4 outlets, 2 independent", "3 articles, one origin", "2 independent
    reports", "1 article"."""
    if articles <= 1:
        return "1 article"
    if origins >= articles:
        return f"{articles} independent reports"
    if outlets == origins == 1:
        return f"{articles} articles of one outlet"
    papers = "" if outlets in (0, articles) else f", {outlets} outlet{'s' * (outlets > 1)}"
    return f"{articles} articles{papers}, {'one origin' if origins == 1 else f'{origins} independent'}"
