"""Which of a line's cites to show: other origins first."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Cite
from dateline.support import Evidence


def spread_cites(evidence: Evidence, cites: Sequence[Cite], most: int) -> tuple[Cite, ...]:
    """Choose up to ``most`` cites, other origins and other articles first, in the order given otherwise."""

    def find_source(cite: Cite) -> str:
        return min(evidence.sources(cite.article_id, cite.start, cite.end))

    chosen: list[Cite] = []
    for wanted in (find_source, lambda cite: cite.article_id):
        taken = {wanted(cite) for cite in chosen}
        for cite in cites:
            if len(chosen) < most and cite not in chosen and wanted(cite) not in taken:
                chosen.append(cite)
                taken.add(wanted(cite))
    chosen += [cite for cite in cites if cite not in chosen][: max(0, most - len(chosen))]
    return tuple(sorted(chosen, key=cites.index))
