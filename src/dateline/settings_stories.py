"""Settings of the stages that form stories: ``relate``, ``group``, ``chapter``. See ``settings.py``."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class RelateSettings:
    """Thresholds of ``relate``."""

    most_articles: int = 400
    """A bucket with more articles is a common word after all; its pairs meet in rarer ones."""
    least_score: float = 0.002
    """Least chance of a pair that is kept: such a pair makes no story, but leads a follow-up to its affair."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StreamSettings:
    """How a large pile is grouped: in blocks, in bounded memory."""

    block: int = 128
    """Articles taken in at once: with fewer, calls cost more than the work; with more, memory for the comparisons."""
    candidates: int = 8
    """Groups compared with each article, those that share the most of its heaviest terms and names."""
    join: float = 0.4
    """Least mean chance from which an article joins a group, ..."""
    merge: float = 0.3
    """... and from which two groups become one. On the calibration halves of BASIL and ECB+ B-cubed F1 is .996 and
    .890; .991 and .885 at .5 and .4, .996 and .848 at .3 and .2."""
    settle_after: int = 2_000
    """Articles after which the groups that took some in are compared with those like them once more."""
    idle_days: int = 21
    """Days without an article after which a group is joined on strong evidence only: ..."""
    reopen: float = 0.9
    """... from this chance, ..."""
    reopen_rarity: float = 9.0
    """... and with shared names so rare together (natural logarithms of inverse frequencies): two rare ones."""
    half_life: float = 30.0
    """Days in which what a group is compared by loses half its weight against what comes now."""
    most_weight: int = 20
    """Articles that a group weighs like, at most, against one that joins it."""
    most_groups: int = 10_000
    """Groups kept at hand, of 4 KB each; the twentieth part that is idle longest goes when there are more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupSettings:
    """Thresholds of ``group``."""

    stream_from: int = 5_000
    """Articles from which a pile is grouped as a stream: pairs of all with all grow too many."""
    stream: StreamSettings = field(default_factory=StreamSettings)
    split_most: int = 60
    """Articles of a group of the stream that is looked at once more, all with all, and taken apart where it holds
    siblings; larger ones are affairs told at length. On the calibration half of ECB+ B-cubed precision rises by .1."""

    least_chance: float = 0.4
    """Least chance at which two groups become one. At .5 the held-out halves of BASIL and ECB+ lose .004 and .005 of
    B-cubed F1, at .3 the calibration half of ECB+ .03 (evals/eval_stories.py)."""
    leftover: int = 4
    """Articles of a group that still joins another by a mark alone. With ``marked_days``, chosen on 24 samples of eight
    reports from a fortnight or more of one affair (t17): 16 stay together but for one report; 12 with 2 and 45."""
    leftover_undated: int = 2
    """The same where one of the two has no day: with 4, B-cubed F1 of BASIL without its days falls from .963 to
    .931."""
    marked_chance: float = 0.005
    """Least chance at which that happens. With .01 follow-ups of an affair of two months stay alone, with .003 one more
    story of ECB+ and of lone articles is mixed (evals/eval_stories.py)."""
    heavy_mark: float = 0.1
    """Least weight of a mark (of a vector of length 1) on both sides: the name that all the reports are about."""
    marked_days: int = 120
    """Days beyond which a mark no longer makes one affair: names come back."""
    mark_share: float = 0.8
    """Part of a term's bearers that must lie in the two groups, or at least near them, for it to be their mark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterSettings:
    """What parts a long story into chapters. Set by reading the chapters of four affairs of t17."""

    least_articles: int = 6
    """Dated articles that a story of chapters has."""
    least_days: int = 14
    """Days that such a story spans."""
    least_chapter: int = 2
    """Dated articles of a chapter."""
    quiet_days: int = 7
    """Days without a report that can part two chapters, ..."""
    quiet_times: float = 2.0
    """... if reports else came so many times as often."""
    window: int = 8
    """Reports on each side by which rhythm and change are told."""
    change_weight: float = 4.0
    """Weight of the part of its likeness that the reporting loses over a quiet time, beside the times that this time is
    longer than usual, in powers of two."""
    strength: float = 3.2
    """Sum of the two from which a chapter begins."""
