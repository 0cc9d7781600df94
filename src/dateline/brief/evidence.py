"""What stands behind a line: independent origins, and which cites to show."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model import Cite, Origin


class Origins:
    """Looks up which independent line of reporting an article belongs to."""

    def __init__(self, origins: Iterable[Origin]) -> None:
        self._of = {article: origin.origin_id for origin in origins for article in origin.articles}

    def count(self, cites: Iterable[Cite]) -> int:
        """Return how many independent origins the cites come from; an article without one counts for itself."""
        return len({self._of.get(cite.article_id, cite.article_id) for cite in cites})

    def spread(self, cites: Sequence[Cite], most: int) -> tuple[Cite, ...]:
        """Choose up to ``most`` cites, other origins and other articles first, in the order given otherwise."""
        chosen: list[Cite] = []
        for wanted in (self._of.get, lambda article: article):
            for cite in cites:
                key = wanted(cite.article_id) or cite.article_id
                taken = {wanted(other.article_id) or other.article_id for other in chosen}
                if len(chosen) < most and cite not in chosen and key not in taken:
                    chosen.append(cite)
        chosen += [cite for cite in cites if cite not in chosen][: max(0, most - len(chosen))]
        return tuple(sorted(chosen, key=cites.index))
