"""How much two texts have in common, told from their passages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from dateline.copies.align import Block, Passage, Text, find_passages


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share. Shares are of the words below the headline; words are told by number, not by
    characters."""

    share: float
    """Part of the later text that stands in the earlier one."""
    back: float
    """Part of the earlier text that stands in the later one."""
    free: float
    """Part of the later text that stands in the earlier one and in neither inside quotation marks, ..."""
    free_back: float
    """... and the same of the earlier text."""
    longest_free: int
    """Most words outside quotation marks that one passage shares."""
    longest_quoted: int
    """Most words in a row that stand in quotation marks in both."""
    words: int
    """Words of the later text that stand in the earlier one."""
    breaks: int
    """Places at which the shared text is broken: words changed, left out or put in between, or another order."""
    changes: int
    """Places below the headline at which other words stand between equal ones."""
    kept_facts: int
    """Numbers, days, months and names that are equal in the shared passages, ..."""
    changed_facts: int
    """... and those that stand changed in them."""
    fact_share: float
    """Part of the numbers, days, months and names of the later text, or of the earlier one if that is more, which
    stand in the other's passages."""
    facts: int
    """How many of these the one with fewer has."""
    rest: int
    """Words below the headline of the text with more such that do not stand in the other."""
    runs: tuple[tuple[int, int], ...]
    """The repeated words of the later text, as (first, last + 1)."""


def measure_overlap(text: Text, other: Text, run_words: int, gap_words: int) -> Overlap:
    """Align a later text with an earlier one and measure what they share."""
    passages = find_passages(text, other, run_words, gap_words)
    blocks = [block for passage in passages for block in passage.blocks]
    breaks = [_tell_break(left, right) for left, right in pairwise(blocks) if right.here > text.body]
    pairs = [pair for block in blocks for pair in _word_pairs(block)]
    mine, theirs = _Body(text), _Body(other)
    body = [(here, there) for here, there in pairs if here >= text.body and there >= other.body]
    here, there = {pair[0] for pair in body}, {pair[1] for pair in body}
    free = [pair for pair in body if not text.quoted[pair[0]] and not other.quoted[pair[1]]]
    return Overlap(
        share=mine.share(here),
        back=theirs.share(there),
        free=mine.share({pair[0] for pair in free}),
        free_back=theirs.share({pair[1] for pair in free}),
        longest_free=max((_count_free(passage, text, other) for passage in passages), default=0),
        longest_quoted=max((_longest_quoted(block, text, other) for block in blocks), default=0),
        words=len(pairs),
        breaks=sum(told != "none" for told in breaks),
        changes=breaks.count("change"),
        kept_facts=sum(text.facts[pair[0]] for pair in pairs),
        changed_facts=sum(_count_changed(passage, text, other) for passage in passages),
        fact_share=max(mine.fact_share(here), theirs.fact_share(there)),
        facts=min(len(mine.facts), len(theirs.facts)),
        rest=max(mine.size - len(here), theirs.size - len(there)),
        runs=tuple(_join_runs([pair[0] for pair in pairs])),
    )


class _Body:
    """The words of a text below its headline, to tell parts of."""

    def __init__(self, text: Text) -> None:
        self.size = len(text.words) - text.body
        self.facts = {at for at in range(text.body, len(text.words)) if text.facts[at]}

    def share(self, found: set[int]) -> float:
        return len(found) / self.size if self.size else 0.0

    def fact_share(self, found: set[int]) -> float:
        return len(self.facts & found) / len(self.facts) if self.facts else 0.0


def _word_pairs(block: Block) -> Iterable[tuple[int, int]]:
    return zip(range(block.here, block.here + block.size), range(block.there, block.there + block.size), strict=True)


def _tell_break(left: Block, right: Block) -> Literal["none", "cut", "change"]:
    """Tell how two blocks follow each other: at once, with words between in one text or elsewhere in it, or with other
    words between in each."""
    here, there = right.here - left.here - left.size, right.there - left.there - left.size
    if here == there == 0:
        return "none"
    return "change" if here > 0 and there > 0 else "cut"


def _count_free(passage: Passage, text: Text, other: Text) -> int:
    return sum(
        not text.quoted[here] and not other.quoted[there]
        for block in passage.blocks
        for here, there in _word_pairs(block)
    )


def _longest_quoted(block: Block, text: Text, other: Text) -> int:
    longest = run = 0
    for here, there in _word_pairs(block):
        run = run + 1 if text.quoted[here] and other.quoted[there] else 0
        longest = max(longest, run)
    return longest


def _count_changed(passage: Passage, text: Text, other: Text) -> int:
    """Count the facts that stand against another one in the gaps of a passage."""
    return sum(
        min(sum(text.facts[at] for at in here), sum(other.facts[at] for at in there)) for here, there in passage.gaps()
    )


def _join_runs(places: Sequence[int]) -> Iterable[tuple[int, int]]:
    start = None
    for at, place in enumerate(places):
        start = place if start is None else start
        if at + 1 == len(places) or places[at + 1] != place + 1:
            yield start, place + 1
            start = None
