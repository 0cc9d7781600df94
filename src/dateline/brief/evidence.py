"""Which of a line's cites to show: other origins first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model import Article, Cite, Claim, Origin, Passage
from dateline.support import Evidence, Support


class Origins:
    """Looks up which independent line of reporting stands behind a cite."""

    def __init__(
        self,
        origins: Iterable[Origin],
        passages: Iterable[Passage] = (),
        articles: Iterable[Article] = (),
        claims: Iterable[Claim] = (),
    ) -> None:
        self._evidence = Evidence(origins, passages, articles, claims)

    def weigh(self, cites: Iterable[Cite]) -> Support:
        """Return how many articles, outlets, independent origins and speakers stand behind the cites."""
        return self._evidence.count(cites)

    def count(self, cites: Iterable[Cite]) -> int:
        """Return how many independent origins the cites come from; an article without one counts for itself."""
        return self._evidence.count(cites).origins

    def spread(self, cites: Sequence[Cite], most: int) -> tuple[Cite, ...]:
        """Choose up to ``most`` cites, other origins and other articles first, in the order given otherwise."""
        chosen: list[Cite] = []
        for wanted in (self._source, lambda cite: cite.article_id):
            taken = {wanted(cite) for cite in chosen}
            for cite in cites:
                if len(chosen) < most and cite not in chosen and wanted(cite) not in taken:
                    chosen.append(cite)
                    taken.add(wanted(cite))
        chosen += [cite for cite in cites if cite not in chosen][: max(0, most - len(chosen))]
        return tuple(sorted(chosen, key=cites.index))

    def _source(self, cite: Cite) -> str:
        return min(self._evidence.sources(cite.article_id, cite.start, cite.end))
